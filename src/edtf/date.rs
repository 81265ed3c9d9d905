//! One date: the calendar parts that are written, and the days that they allow.

use super::civil::{days_from_civil, days_in_month};
use super::digits::{self, XX};
use super::part_of_year::PartOfYear;
use super::qualifier::Marks;
use super::time::Time;

/// One date with a year of four digits: year, month or season, day, time of day, as far as they
/// are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Date {
    /// Digits of the year, [`digits`].
    pub(super) year: u16,
    /// Digits of the month or season; 0 where none is written.
    pub(super) month: u8,
    /// Digits of the day; 0 where none is written.
    pub(super) day: u8,
    pub(super) marks: Marks,
    pub(super) negative: bool,
    /// Significant digits of the year (`1950S2`); 0 where they are not written.
    pub(super) significant: u8,
    pub(super) time: Option<Time>,
}

impl Date {
    /// The least and the greatest year that the digits allow.
    pub(super) fn year_range(&self) -> (i64, i64) {
        let (mut low, mut high) = (digits::number(self.year, 0), digits::number(self.year, 9));
        if self.significant > 0 {
            let unit = match self.significant {
                1 => 1000,
                2 => 100,
                3 => 10,
                _ => 1,
            };
            low -= low % unit;
            high = low + (unit - 1);
        }
        if self.negative {
            // There is no year -0000.
            (-i64::from(high), -i64::from(low.max(1)))
        } else {
            (low.into(), high.into())
        }
    }

    pub(super) fn has_known_year(&self) -> bool {
        digits::all_known(self.year)
    }

    /// Whether a year whose digits are known is before the common era.
    pub(super) fn is_bce(&self) -> bool {
        self.negative || self.year == 0
    }

    /// The year, where all of its digits are known.
    pub(super) fn known_year(&self) -> Option<i64> {
        let year = i64::from(digits::number(self.year, 0));
        if !self.has_known_year() {
            return None;
        }
        Some(if self.negative { -year } else { year })
    }

    /// The month (1 to 12) or part of a year (21 to 41), where it is written and known.
    pub(super) fn known_month(&self) -> Option<u8> {
        if self.month == 0 { None } else { digits::known(self.month) }
    }

    /// The day of the month, where it is written and known.
    pub(super) fn known_day(&self) -> Option<u8> {
        if self.day == 0 { None } else { digits::known(self.day) }
    }

    /// The days of the month that its digits allow; up to 31 where the month is not known.
    pub(super) fn days(&self) -> impl Iterator<Item = u8> {
        let last = match (self.known_year(), self.known_month()) {
            (Some(year), Some(month)) => days_in_month(year, month),
            // A leap year, where it is not known.
            (None, Some(month)) => days_in_month(0, month),
            _ => 31,
        };
        let pattern = self.day.into();
        (1..=last).filter(move |&day| digits::matches(pattern, day.into()))
    }

    /// The part of a year that stands in the place of the month: a season, a quarter...
    pub(super) fn part_of_year(&self) -> Option<PartOfYear> {
        self.known_month().and_then(PartOfYear::from_code)
    }

    /// The first day, or the last, that the date allows, counted from 1970-01-01. None where there
    /// is no such day.
    pub(super) fn extreme_day(&self, last: bool) -> Option<i64> {
        let (low, high) = self.year_range();
        if let Some(part) = self.part_of_year() {
            let (year, month, day) = if last { part.last_day(high) } else { part.first_day(low) };
            return Some(days_from_civil(year, month, day));
        }
        for step in 0..=high - low {
            let year = if last { high - step } else { low + step };
            if self.allows_year(year)
                && let Some((month, day)) = self.extreme_day_in(year, last)
            {
                return Some(days_from_civil(year, month, day));
            }
        }
        None
    }

    fn allows_year(&self, year: i64) -> bool {
        // Significant digits leave the digits to their right open, whatever is written there.
        self.significant > 0
            || u16::try_from(year.unsigned_abs()).is_ok_and(|year| digits::matches(self.year, year))
    }

    fn extreme_day_in(&self, year: i64, last: bool) -> Option<(u8, u8)> {
        let day_in = |month| extreme(self.day, days_in_month(year, month), last, &|_| true);
        let month = extreme(self.month, 12, last, &|month| day_in(month).is_some())?;
        Some((month, day_in(month)?))
    }
}

/// The first, or last, of the numbers 1 to `limit` that has the digits and that `accept` takes. No
/// digits allow any.
fn extreme(pattern: u8, limit: u8, last: bool, accept: &dyn Fn(u8) -> bool) -> Option<u8> {
    let pattern = u16::from(if pattern == 0 { XX } else { pattern });
    let low = digits::number(pattern, 0).max(1);
    let high = digits::number(pattern, 9).min(limit.into());
    for step in 0..(high + 1).saturating_sub(low) {
        let number = if last { high - step } else { low + step };
        if digits::matches(pattern, number)
            && let Ok(number) = u8::try_from(number)
            && accept(number)
        {
            return Some(number);
        }
    }
    None
}
