//! One date: the calendar parts that are written, and the days that they allow.

use super::civil;
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
            let unit = 10_u16.pow(u32::from(4_u8.saturating_sub(self.significant)));
            low -= low % unit;
            high = low + (unit - 1);
        }
        if self.negative { (-i64::from(high), -i64::from(low)) } else { (low.into(), high.into()) }
    }

    /// The year, where all of its digits are known.
    pub(super) fn known_year(&self) -> Option<i64> {
        let (year, signed) = (digits::number(self.year, 0), self.negative);
        digits::all_known(self.year).then(|| i64::from(year) * if signed { -1 } else { 1 })
    }

    /// The month (1 to 12) or part of a year (21 to 41), where it is written and known.
    pub(super) fn known_month(&self) -> Option<u8> {
        known(self.month)
    }

    /// The day of the month, where it is written and known.
    pub(super) fn known_day(&self) -> Option<u8> {
        known(self.day)
    }

    /// The part of a year that stands in the place of the month: a season, a quarter...
    pub(super) fn part_of_year(&self) -> Option<PartOfYear> {
        self.known_month().and_then(PartOfYear::from_code)
    }

    /// The first day, or the last, that the date allows, as year, month and day. None where there
    /// is no such day.
    pub(super) fn extreme_day(&self, last: bool) -> Option<(i64, u8, u8)> {
        // The common case first: nothing to search for.
        if let (Some(year), Some(month @ 1..=12), Some(day)) =
            (self.known_year(), self.known_month(), self.known_day())
        {
            let exists = (1..=civil::days_in_month(year, month)).contains(&day);
            return exists.then_some((year, month, day));
        }
        let (low, high) = self.year_range();
        if let Some(part) = self.part_of_year() {
            return Some(if last { part.last_day(high) } else { part.first_day(low) });
        }
        let mut years = low..=high;
        while let Some(year) = if last { years.next_back() } else { years.next() } {
            if self.allows_year(year)
                && let Some((month, day)) = self.extreme_day_in(year, last)
            {
                return Some((year, month, day));
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
        let month_digits = if self.month == 0 { XX } else { self.month };
        let day_digits = if self.day == 0 { XX } else { self.day };
        extreme(month_digits, 12, last, |month| {
            extreme(day_digits, civil::days_in_month(year, month), last, Some)
                .map(|day| (month, day))
        })
    }
}

fn known(pattern: u8) -> Option<u8> {
    let number = || u8::try_from(digits::number(pattern.into(), 0)).ok();
    if pattern != 0 && digits::all_known(pattern.into()) { number() } else { None }
}

/// The first, or last, of the numbers 1 to `limit` that has the digits and that `accept` takes.
fn extreme<T>(pattern: u8, limit: u8, last: bool, accept: impl Fn(u8) -> Option<T>) -> Option<T> {
    let end = |fill| u8::try_from(digits::number(pattern.into(), fill)).unwrap_or(u8::MAX);
    let mut numbers = end(0).max(1)..=end(9).min(limit);
    while let Some(number) = if last { numbers.next_back() } else { numbers.next() } {
        if digits::matches(pattern.into(), number.into())
            && let Some(found) = accept(number)
        {
            return Some(found);
        }
    }
    None
}
