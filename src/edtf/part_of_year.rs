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

/// What a year is divided into.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unit {
    /// From 1 for spring to 4 for winter.
    Season,
    Quarter,
    /// A third of a year.
    Quadrimester,
    /// A half-year.
    Semester,
}

/// What stands in the place of the month (ISO 8601-2, 4.8): its code, 21 to 41.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Debug)]
pub(super) struct PartOfYear(u8);

impl PartOfYear {
    pub(super) fn from_code(code: u8) -> Option<Self> {
        if (21..=41).contains(&code) { Some(PartOfYear(code)) } else { None }
    }

    pub(super) fn unit(self) -> Unit {
        match self.0 {
            ..33 => Unit::Season,
            33..37 => Unit::Quarter,
            37..40 => Unit::Quadrimester,
            40.. => Unit::Semester,
        }
    }

    /// Counted from 1 within the year; spring is the first season.
    pub(super) fn number(self) -> u8 {
        match self.unit() {
            Unit::Season => (self.0 - 21) % 4 + 1,
            Unit::Quarter => self.0 - 32,
            Unit::Quadrimester => self.0 - 36,
            Unit::Semester => self.0 - 39,
        }
    }

    pub(super) fn hemisphere(self) -> Hemisphere {
        match self.0 {
            25..=28 => Hemisphere::North,
            29..=32 => Hemisphere::South,
            _ => Hemisphere::Unsaid,
        }
    }

    /// The first month, and the number of months.
    fn months(self) -> (u8, u8) {
        let number = self.number();
        match (self.unit(), self.hemisphere()) {
            (Unit::Season, Hemisphere::South) => ((number + 1) % 4 * 3 + 3, 3),
            (Unit::Season, _) => (number * 3, 3),
            (Unit::Quarter, _) => (number * 3 - 2, 3),
            (Unit::Quadrimester, _) => (number * 4 - 3, 4),
            (Unit::Semester, _) => (number * 6 - 5, 6),
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
