//! Two sequences aligned: which items of one answer which of the other.

/// The most cells that are computed: two texts of 2000 words each, some hundredths of a second.
/// What is longer and differs from end to end is taken as one change.
const MOST_CELLS: usize = 1 << 22;

/// What it costs to begin a stretch that differs. An island of agreement between two such
/// stretches stays only if it is worth as much as the second of them costs.
const OPENING: i32 = 2;

/// No alignment leads here.
const NEVER: i32 = i32::MIN / 2;

/// How the best alignment got into a cell, for the way back.
const AGREED_AFTER_CHANGE: u8 = 1;
const CHANGED_SIDEWAYS: u8 = 2;
const CHANGED_AFTER_AGREEING: u8 = 4;

/// The pairs of positions that agree, in order in both sequences.
///
/// `worth` says how much it is worth that item `row` of one and item `column` of the other answer
/// each other, 0 if they do not. Found is the alignment of highest worth, where each stretch that
/// differs costs [`OPENING`], however long it is: Gotoh, "An improved algorithm for matching
/// biological sequences", 1982. A longest common subsequence would keep every lone "de" and so
/// cut a rewritten sentence into crumbs.
pub(super) fn agreements(
    rows: usize,
    columns: usize,
    worth: &dyn Fn(usize, usize) -> i32,
) -> Vec<(usize, usize)> {
    // Common ends always agree; texts that differ in one place cost next to nothing.
    let shorter = rows.min(columns);
    let mut pairs = Vec::new();
    let mut head = 0;
    while head < shorter && worth(head, head) > 0 {
        pairs.push((head, head));
        head += 1;
    }
    let (mut end_row, mut end_column) = (rows, columns);
    while end_row.min(end_column) > head && worth(end_row - 1, end_column - 1) > 0 {
        (end_row, end_column) = (end_row - 1, end_column - 1);
    }
    let (inner_rows, inner_columns) = (end_row - head, end_column - head);
    if inner_rows.saturating_mul(inner_columns) <= MOST_CELLS {
        let inner = |row, column| worth(head + row, head + column);
        let mut found = best(inner_rows, inner_columns, &inner);
        while let Some((row, column)) = found.pop() {
            pairs.push((head + row, head + column));
        }
    }
    while end_row < rows {
        pairs.push((end_row, end_column));
        (end_row, end_column) = (end_row + 1, end_column + 1);
    }
    pairs
}

/// The pairs that agree, the last first.
fn best(rows: usize, columns: usize, worth: &dyn Fn(usize, usize) -> i32) -> Vec<(usize, usize)> {
    let width = columns + 1;
    // For each cell, the best alignment that ends in an agreement and that ends in a change.
    let mut cells = Vec::with_capacity(width);
    while cells.len() < width {
        cells.push((NEVER, NEVER));
    }
    let mut steps = vec![0_u8; width * (rows + 1)];
    for (row, steps) in steps.chunks_mut(width).enumerate() {
        // Of the cell to the upper left, and of the one to the left.
        let mut corner = (NEVER, NEVER);
        let mut left = (NEVER, NEVER);
        for (column, step) in steps.iter_mut().enumerate() {
            let Some(cell) = cells.get_mut(column) else { break };
            let above = *cell;
            let mut here = (if row + column == 0 { 0 } else { NEVER }, NEVER);
            if let (Some(row), Some(column)) = (row.checked_sub(1), column.checked_sub(1)) {
                let gain = worth(row, column);
                if gain > 0 {
                    here.0 = corner.0.max(corner.1) + gain;
                    if corner.1 > corner.0 {
                        *step |= AGREED_AFTER_CHANGE;
                    }
                }
            }
            let down = above.1.max(above.0 - OPENING);
            let sideways = left.1.max(left.0 - OPENING);
            here.1 = down.max(sideways);
            let from = if sideways > down { left } else { above };
            if sideways > down {
                *step |= CHANGED_SIDEWAYS;
            }
            if from.0 - OPENING > from.1 {
                *step |= CHANGED_AFTER_AGREEING;
            }
            *cell = here;
            (corner, left) = (above, here);
        }
    }

    let mut pairs = Vec::new();
    let (mut row, mut column) = (rows, columns);
    let mut agreeing = cells.last().is_none_or(|(agreed, changed)| agreed >= changed);
    while row + column > 0 {
        let step = steps.get(row * width + column).copied().unwrap_or_default();
        if agreeing {
            agreeing = step & AGREED_AFTER_CHANGE == 0;
            (row, column) = (row.saturating_sub(1), column.saturating_sub(1));
            pairs.push((row, column));
        } else {
            agreeing = step & CHANGED_AFTER_AGREEING != 0;
            if step & CHANGED_SIDEWAYS == 0 && row > 0 {
                row -= 1;
            } else {
                column = column.saturating_sub(1);
            }
        }
    }
    pairs
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pairs(base: &str, other: &str) -> Vec<(usize, usize)> {
        let (base, other) = (base.as_bytes(), other.as_bytes());
        agreements(base.len(), other.len(), &|row, column| {
            if base[row] == other[column] {
                if base[row].is_ascii_uppercase() { 3 } else { 1 }
            } else {
                0
            }
        })
    }

    #[test]
    fn islands_stay_only_if_they_are_worth_it() {
        assert_eq!(pairs("AdB", "CdE"), []);
        assert_eq!(pairs("ADB", "CDE"), [(1, 1)]);
        assert_eq!(pairs("xAdeB", "yAzdB"), [(1, 1), (4, 4)]);
        assert_eq!(pairs("ABC", "ABxC"), [(0, 0), (1, 1), (2, 3)]);
        assert_eq!(pairs("", "AB"), []);
    }

    proptest! {
        #[test]
        fn pairs_agree_and_rise(base in "[abAB]{0,12}", other in "[abAB]{0,12}") {
            let found = pairs(&base, &other);
            for pair in &found {
                prop_assert_eq!(base.as_bytes()[pair.0], other.as_bytes()[pair.1]);
            }
            prop_assert!(found.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
            let worth = |found: &[(usize, usize)]| -> i32 {
                found.iter().map(|pair| if base.as_bytes()[pair.0].is_ascii_uppercase() { 3 } else { 1 }).sum()
            };
            let mirrored = pairs(&other, &base);
            // The best is the best from both sides, though not always by the same pairs.
            let cost = |found: &[(usize, usize)], rows, columns| {
                let mut cost = 0;
                let mut at = (0, 0);
                for &(row, column) in found.iter().chain(&[(rows, columns)]) {
                    cost += i32::from((row, column) != at) * OPENING;
                    at = (row + 1, column + 1);
                }
                cost
            };
            prop_assert_eq!(
                worth(&found) - cost(&found, base.len(), other.len()),
                { let w: i32 = mirrored.iter().map(|pair| if other.as_bytes()[pair.0].is_ascii_uppercase() { 3 } else { 1 }).sum(); w }
                    - cost(&mirrored, other.len(), base.len())
            );
        }
    }
}
