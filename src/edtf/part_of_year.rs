//! Seasons, quarters and the like.

use super::civil;

/// Where a season is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Hemisphere {
    /// 21 to 24: not said. Read as northern.
    Unsaid,
    North,
    South,
}

/// What stands in the place of the month (ISO 8601-2, 4.8): codes 21 to 41.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum PartOfYear {
    /// The season, from 0 for spring to 3 for winter.
    Season(u8, Hemisphere),
    /// The quarter, 1 to 4.
    Quarter(u8),
    /// The third of a year, 1 to 3.
    Quadrimester(u8),
    /// The half-year, 1 or 2.
    Semester(u8),
}

impl PartOfYear {
    pub(super) fn from_code(code: u8) -> Option<Self> {
        Some(match code {
            21..=24 => PartOfYear::Season(code - 21, Hemisphere::Unsaid),
            25..=28 => PartOfYear::Season(code - 25, Hemisphere::North),
            29..=32 => PartOfYear::Season(code - 29, Hemisphere::South),
            33..=36 => PartOfYear::Quarter(code - 32),
            37..=39 => PartOfYear::Quadrimester(code - 36),
            40..=41 => PartOfYear::Semester(code - 39),
            _ => return None,
        })
    }

    /// The first month, and the number of months.
    fn months(self) -> (u8, u8) {
        match self {
            PartOfYear::Season(season, Hemisphere::South) => ((season + 2) % 4 * 3 + 3, 3),
            PartOfYear::Season(season, _) => (season * 3 + 3, 3),
            PartOfYear::Quarter(number) => (number * 3 - 2, 3),
            PartOfYear::Quadrimester(number) => (number * 4 - 3, 4),
            PartOfYear::Semester(number) => (number * 6 - 5, 6),
        }
    }

    /// Whether it ends in the next year: the season that starts in December.
    pub(super) fn spans_new_year(self) -> bool {
        let (first, count) = self.months();
        first + count > 13
    }

    pub(super) fn first_day(self, year: i64) -> (i64, u8, u8) {
        (year, self.months().0, 1)
    }

    pub(super) fn last_day(self, year: i64) -> (i64, u8, u8) {
        let (first, count) = self.months();
        let last = first + count - 1;
        let (year, month) = if last > 12 { (year + 1, last - 12) } else { (year, last) };
        (year, month, civil::days_in_month(year, month))
    }
}
