//! The first and the last second that a date allows.

use super::civil::{SECONDS_PER_DAY, days_from_civil, times};
use super::long_year::LongYear;
use super::time::Time;
use super::{Edtf, End, Interval, Member, Set, Single};

/// One bound of a date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bound {
    /// Seconds since 1970-01-01T00:00:00. What lies beyond `i64`, 292 billion years away, is given
    /// as its end.
    At(i64),
    /// There is none: `..` of an interval or a set.
    Open,
    /// It is not known: `/1985`.
    Unknown,
}

impl Bound {
    /// The seconds, where there are any.
    pub const fn seconds(self) -> Option<i64> {
        match self {
            Bound::At(seconds) => Some(seconds),
            Bound::Open | Bound::Unknown => None,
        }
    }
}

/// What a date allows, both ends included: the year 2024 runs from the first second of the
/// 1st of January to the last second, 23:59:59, of the 31st of December.
///
/// A qualifier (`?`, `~`, `%`) does not widen the bounds: nobody says by how much.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bounds {
    /// The first second that the date allows.
    pub earliest: Bound,
    /// The last second that the date allows; never before `earliest`.
    pub latest: Bound,
}

impl Bounds {
    /// Both as seconds; an open or unknown bound is the end of time on its side.
    ///
    /// ```
    /// use quote_timeline::edtf::Edtf;
    /// let since = Edtf::parse("1970/..")?;
    /// assert_eq!(since.bounds().or_endless(), (0, i64::MAX));
    /// # Ok::<(), quote_timeline::edtf::ParseError>(())
    /// ```
    pub fn or_endless(self) -> (i64, i64) {
        let latest = self.latest.seconds().unwrap_or(i64::MAX);
        (self.earliest.seconds().unwrap_or(i64::MIN), latest)
    }
}

impl Edtf {
    /// The first and the last second that the date allows.
    ///
    /// - Unspecified digits: all that they can stand for. `15XX-12-XX` runs from 1500-12-01 to
    ///   1599-12-31.
    /// - Seasons are the meteorological ones, three whole months. 21 to 24, and 25 to 28, are
    ///   northern: spring is March to May, winter December to February of the *next* year. 29 to
    ///   32 are southern: spring is September to November, summer December to February of the next
    ///   year.
    /// - Significant digits: `1950S2` runs from 1900 to 1999.
    /// - Intervals run from the first second of the start to the last of the end; where an end is
    ///   open or unknown, so is the bound. `..2004-06-01` as a start, and `2004-06-20..` as an end,
    ///   are open.
    /// - Sets run from the first of their members to the last.
    ///
    /// ```
    /// use quote_timeline::edtf::{Bound, Bounds, Edtf};
    /// let day = Edtf::parse("1970-01-02")?;
    /// let bounds = Bounds { earliest: Bound::At(86_400), latest: Bound::At(172_799) };
    /// assert_eq!(day.bounds(), bounds);
    /// # Ok::<(), quote_timeline::edtf::ParseError>(())
    /// ```
    pub fn bounds(&self) -> Bounds {
        match self {
            Edtf::Single(single) => bounds_between(single, single),
            Edtf::Interval(interval) => interval.bounds(),
            Edtf::Set(set) => set.bounds(),
        }
    }
}

fn bounds_between(first: &Single, last: &Single) -> Bounds {
    Bounds { earliest: Bound::At(first.bound(false)), latest: Bound::At(last.bound(true)) }
}

impl Interval {
    fn bounds(&self) -> Bounds {
        Bounds { earliest: self.start.bound(false), latest: self.end.bound(true) }
    }
}

impl End {
    /// The first second that it allows, or the last.
    pub(super) fn bound(&self, last: bool) -> Bound {
        match self {
            End::UpTo(_) if !last => Bound::Open,
            End::From(_) if last => Bound::Open,
            End::Date(single) | End::UpTo(single) | End::From(single) => {
                Bound::At(single.bound(last))
            }
            End::Open => Bound::Open,
            End::Unknown => Bound::Unknown,
        }
    }
}

impl Set {
    fn bounds(&self) -> Bounds {
        let (mut low, mut high) = (i64::MAX, i64::MIN);
        let (mut earliest_open, mut latest_open) = (false, false);
        for member in &self.members {
            let (first, last) = match member {
                Member::Range(first, last) => (first, last),
                Member::Single(only) | Member::UpTo(only) | Member::From(only) => (only, only),
            };
            low = low.min(first.bound(false));
            high = high.max(last.bound(true));
            earliest_open |= matches!(member, Member::UpTo(_));
            latest_open |= matches!(member, Member::From(_));
        }
        Bounds {
            earliest: if earliest_open { Bound::Open } else { Bound::At(low) },
            latest: if latest_open { Bound::Open } else { Bound::At(high) },
        }
    }
}

impl Single {
    /// The first second that it allows, or the last.
    pub(super) fn bound(&self, last: bool) -> i64 {
        let (day, time) = match self {
            // The reader refuses a date without any day.
            Single::Date(date) => (date.extreme_day(last).unwrap_or(0), date.time),
            Single::LongYear(year) => (year.extreme_day(last), None),
        };
        let start = times(day, SECONDS_PER_DAY);
        match time {
            Some(time) => start + time.second_of_day(last),
            // Beyond what is counted.
            None if start == i64::MIN => start,
            None if last => start.saturating_add(SECONDS_PER_DAY - 1),
            None => start,
        }
    }
}

impl Time {
    /// The first or last second, from the start of the day as UTC counts it.
    fn second_of_day(self, last: bool) -> i64 {
        let minute = i64::from(self.hour) * 60 + i64::from(self.minute);
        let second = match self.second {
            // 24:00 is but a moment.
            Time::NO_SECOND if last && self.hour < 24 => 59,
            Time::NO_SECOND => 0,
            // A leap second is counted with the one before it, so that it stays on its day.
            second => second.min(59).into(),
        };
        (minute - i64::from(self.zone.offset_minutes())) * 60 + second
    }
}

impl LongYear {
    fn extreme_day(&self, last: bool) -> i64 {
        let (low, high) = self.year_range();
        if last { days_from_civil(high, 12, 31) } else { days_from_civil(low, 1, 1) }
    }
}
