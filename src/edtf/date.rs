//! One date: the calendar parts that are written, what is known of each, and a time of day.

use super::civil;
use super::digits::{self, XX};

/// What a part of a date is qualified as (ISO 8601-2, 8.2): `?`, `~`, or `%` for both.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Qualifier {
    /// `?`: the source is doubted.
    pub uncertain: bool,
    /// `~`: the value is an estimate.
    pub approximate: bool,
}

impl Qualifier {
    /// Whether nothing is doubted or estimated.
    pub const fn is_none(self) -> bool {
        !self.uncertain && !self.approximate
    }

    const fn from_bits(bits: u16) -> Self {
        Qualifier { uncertain: bits & 1 != 0, approximate: bits & 2 != 0 }
    }
}

/// The qualifying characters of a date, as written. Four bits for each of year, month and day: the
/// two lower for the character before the part (it qualifies this part), the two upper for the one
/// after it (it qualifies the part and all to its left).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Marks(u16);

/// A part of a date, numbered from the left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    Year = 0,
    Month = 1,
    Day = 2,
}

/// Which side of a part a qualifying character stands on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Before = 0,
    After = 2,
}

impl Marks {
    /// `bits`: 1 for `?`, 2 for `~`, 3 for `%`.
    pub(super) fn set(&mut self, part: Part, side: Side, bits: u16) {
        self.0 |= bits << (part as u16 * 4 + side as u16);
    }

    pub(super) fn get(self, part: Part, side: Side) -> u16 {
        self.0 >> (part as u16 * 4 + side as u16) & 3
    }

    /// What the characters mean for one part.
    pub(super) fn qualifier(self, part: Part) -> Qualifier {
        let own = self.get(part, Side::Before);
        let group = [Part::Year, Part::Month, Part::Day]
            .into_iter()
            .filter(|&other| other as u16 >= part as u16)
            .fold(0, |bits, other| bits | self.get(other, Side::After));
        Qualifier::from_bits(own | group)
    }

    /// What is said of any part.
    pub(super) fn any(self) -> Qualifier {
        let bits = (0..6).fold(0, |bits, pair| bits | self.0 >> (pair * 2) & 3);
        Qualifier::from_bits(bits)
    }
}

/// How a time of day relates to UTC. Offsets are kept as written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Zone {
    /// Nothing is written: the time of the place.
    Local,
    /// `Z`
    Utc,
    /// `+04`, in hours.
    Hours(i8),
    /// `+04:30`, in minutes.
    Minutes(i16),
}

impl Zone {
    /// Seconds to subtract to reach UTC; none where the time is local.
    pub(super) fn offset_seconds(self) -> i64 {
        match self {
            Zone::Local | Zone::Utc => 0,
            Zone::Hours(hours) => i64::from(hours) * 3600,
            Zone::Minutes(minutes) => i64::from(minutes) * 60,
        }
    }
}

/// A time of day, to the minute or to the second.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Time {
    pub(super) hour: u8,
    pub(super) minute: u8,
    /// [`Time::NO_SECOND`] where the time is written to the minute.
    pub(super) second: u8,
    pub(super) zone: Zone,
}

impl Time {
    pub(super) const NO_SECOND: u8 = u8::MAX;
}

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
    pub(super) fn year_range(self) -> (i64, i64) {
        let (mut low, mut high) = (digits::number(self.year, 0), digits::number(self.year, 9));
        if self.significant > 0 {
            let unit = 10_u16.pow(u32::from(4_u8.saturating_sub(self.significant)));
            low -= low % unit;
            high = low + (unit - 1);
        }
        if self.negative { (-i64::from(high), -i64::from(low)) } else { (low.into(), high.into()) }
    }

    /// The year, where all of its digits are known.
    pub(super) fn known_year(self) -> Option<i64> {
        let (year, signed) = (digits::number(self.year, 0), self.negative);
        digits::all_known(self.year).then(|| i64::from(year) * if signed { -1 } else { 1 })
    }

    /// The month (1 to 12) or part of a year (21 to 41), where it is written and known.
    pub(super) fn known_month(self) -> Option<u8> {
        known(self.month)
    }

    /// The day of the month, where it is written and known.
    pub(super) fn known_day(self) -> Option<u8> {
        known(self.day)
    }

    /// The part of a year that stands in the place of the month: a season, a quarter...
    pub(super) fn part_of_year(self) -> Option<PartOfYear> {
        self.known_month().and_then(PartOfYear::from_code)
    }

    /// The first day, or the last, that the date allows, as year, month and day. None where there
    /// is no such day.
    pub(super) fn extreme_day(self, last: bool) -> Option<(i64, u8, u8)> {
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

    fn allows_year(self, year: i64) -> bool {
        // Significant digits leave the digits to their right open, whatever is written there.
        self.significant > 0
            || u16::try_from(year.unsigned_abs()).is_ok_and(|year| digits::matches(self.year, year))
    }

    fn extreme_day_in(self, year: i64, last: bool) -> Option<(u8, u8)> {
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

    fn first_day(self, year: i64) -> (i64, u8, u8) {
        (year, self.months().0, 1)
    }

    fn last_day(self, year: i64) -> (i64, u8, u8) {
        let (first, count) = self.months();
        let last = first + count - 1;
        let (year, month) = if last > 12 { (year + 1, last - 12) } else { (year, last) };
        (year, month, civil::days_in_month(year, month))
    }
}

/// A year written with `Y`: more than four digits, or an exponent (ISO 8601-2, 4.4.1).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LongYear {
    /// The digits before the exponent, with the sign.
    pub(super) mantissa: i64,
    /// The power of ten, where one is written.
    pub(super) exponent: Option<u16>,
    /// Significant digits; 0 where they are not written.
    pub(super) significant: u16,
    pub(super) marks: Marks,
}

impl LongYear {
    /// The year that is named, at most what an `i64` holds.
    pub(super) fn value(self) -> i64 {
        (0..self.exponent.unwrap_or(0).min(19))
            .fold(self.mantissa, |value, _| value.saturating_mul(10))
    }

    /// How many digits the year has when written out.
    pub(super) fn digit_count(self) -> u16 {
        let digits = self.mantissa.unsigned_abs().checked_ilog10().unwrap_or(0) + 1;
        self.exponent.unwrap_or(0).saturating_add(u16::try_from(digits).unwrap_or(0))
    }

    /// How many of its last digits are not significant.
    pub(super) fn open_digits(self) -> u16 {
        if self.significant == 0 { 0 } else { self.digit_count().saturating_sub(self.significant) }
    }

    /// The least and the greatest year that the significant digits allow.
    pub(super) fn year_range(self) -> (i64, i64) {
        let value = self.value();
        let unit = (0..self.open_digits().min(19)).fold(1_i64, |unit, _| unit.saturating_mul(10));
        let nearest_zero = value - value % unit;
        let farthest = nearest_zero.saturating_add((unit - 1) * value.signum());
        (nearest_zero.min(farthest), nearest_zero.max(farthest))
    }
}
