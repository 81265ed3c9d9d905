//! Longer stretches of time, on rows of their own.

use super::Second;

/// As many rows as are kept; what finds none free shares the last.
const ROWS: usize = 3;

/// The row of each stretch of time, so that those on one row do not cover one another, but for the
/// last. The rows depend on the stretches alone: they stay when the window moves.
///
/// An overlap of up to a quarter of the shorter counts for nothing: an era that ends “in 1918” and one
/// that begins “in 1918” follow each other.
///
/// ```
/// use quote_timeline::timeline::era_rows;
///
/// assert_eq!(era_rows(&[(0, 100), (95, 200), (50, 150)]), [0, 0, 1]);
/// ```
pub fn era_rows(eras: &[(Second, Second)]) -> Vec<usize> {
    let mut rows: [Vec<(Second, Second)>; ROWS] = Default::default();
    let length = |(start, end): (Second, Second)| end.saturating_sub(start);
    let mut places = Vec::new();
    for era in eras {
        let apart = |other: &(Second, Second)| {
            let common = length((era.0.max(other.0), era.1.min(other.1)));
            common <= length(*era).min(length(*other)) / 4
        };
        let free = rows.iter().position(|row| row.iter().all(apart)).unwrap_or(ROWS - 1);
        if let Some(row) = rows.get_mut(free).filter(|row| row.len() < LONGEST_ROW) {
            row.push(*era);
        }
        places.push(free);
    }
    places
}

/// Against so many eras of a row each is held, lest thousands be held against one another.
const LONGEST_ROW: usize = 256;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eras_that_follow_one_another_share_a_row() {
        assert_eq!(era_rows(&[(0, 10), (10, 20), (20, 30)]), [0, 0, 0]);
        assert_eq!(era_rows(&[(20, 30), (0, 10)]), [0, 0], "in whatever order");
        assert_eq!(era_rows(&[(0, 100), (10, 90), (20, 80), (30, 70)]), [0, 1, 2, 2]);
        assert_eq!(era_rows(&[(0, 100), (80, 120)]), [0, 1], "half of the shorter is too much");
        assert_eq!(era_rows(&[(i64::MIN, 0), (0, i64::MAX), (-5, 5)]), [0, 0, 1]);
        assert_eq!(era_rows(&[]), [0; 0]);
    }
}
