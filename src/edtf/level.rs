//! Which level of EDTF a date needs.

use super::date::Date;
use super::digits::{self, XX};
use super::part_of_year::PartOfYear;
use super::qualifier::{Part, Side};
use super::time::Time;
use super::{Edtf, End, Single};

/// A level of EDTF, as the Library of Congress numbers them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Level {
    /// Dates, dates with a time, intervals between dates.
    Zero,
    /// Years before 0 and after 9999, seasons, dates qualified as a whole, unspecified digits at
    /// the right, open and unknown ends.
    One,
    /// Exponents, significant digits, quarters and the like, sets, qualified parts, unspecified
    /// digits anywhere.
    Two,
    /// Read here, but in no level: a time to the minute, a qualified time, a time in an interval
    /// or a set.
    Beyond,
}

impl Edtf {
    /// The lowest level that has all that is written.
    ///
    /// ```
    /// use quote_timeline::edtf::{Edtf, Level};
    /// assert_eq!(Edtf::parse("2024-03-12")?.level(), Level::Zero);
    /// assert_eq!(Edtf::parse("2024-03-12?")?.level(), Level::One);
    /// assert_eq!(Edtf::parse("?2024-03-12")?.level(), Level::Two);
    /// assert_eq!(Edtf::parse("2024-03-12T14:30")?.level(), Level::Beyond);
    /// # Ok::<(), quote_timeline::edtf::ParseError>(())
    /// ```
    pub fn level(&self) -> Level {
        let alone = matches!(self, Edtf::Single(_));
        let mut level = match self {
            Edtf::Single(_) => Level::Zero,
            Edtf::Interval(interval) => {
                let of_end = |end: &End| match end {
                    End::Date(_) => Level::Zero,
                    End::Open | End::Unknown => Level::One,
                    End::UpTo(_) | End::From(_) => Level::Two,
                };
                of_end(&interval.start).max(of_end(&interval.end))
            }
            Edtf::Set(_) => Level::Two,
        };
        self.each_single(&mut |single| level = level.max(single.level(alone)));
        level
    }
}

impl Single {
    fn level(&self, alone: bool) -> Level {
        match self {
            Single::Date(date) => date.level(alone),
            Single::LongYear(year) if year.exponent.is_some() || year.significant > 0 => Level::Two,
            Single::LongYear(year) if year.marks.get(Part::Year, Side::Before) > 0 => Level::Two,
            Single::LongYear(_) => Level::One,
        }
    }
}

impl Date {
    /// `alone`: neither in an interval nor in a set.
    fn level(&self, alone: bool) -> Level {
        let beyond = self
            .time
            .is_some_and(|time| !alone || time.second == Time::NO_SECOND || !self.marks.is_empty());
        if beyond {
            return Level::Beyond;
        }
        let season = self.part_of_year().is_some();
        let grouping = season && self.part_of_year() > PartOfYear::from_code(24);
        let specified = self.has_specified_digits();
        // In an interval, unspecified digits are of level 2 wherever they stand.
        let anywhere = !(specified || alone && self.is_unspecified_at_the_right());
        if self.significant > 0 || grouping || anywhere || self.has_qualified_parts() {
            Level::Two
        } else if self.negative || season || !specified || !self.marks.is_empty() {
            Level::One
        } else {
            Level::Zero
        }
    }

    fn has_specified_digits(&self) -> bool {
        self.has_known_year()
            && digits::known(self.month).is_some()
            && digits::known(self.day).is_some()
    }

    /// `201X`, `20XX`, `2004-XX`, `1985-04-XX`, `1985-XX-XX`: the shapes of level 1.
    fn is_unspecified_at_the_right(&self) -> bool {
        let open = self.open_year_digits();
        match (self.month, self.day) {
            (0, _) => open <= 2 && digits::ends_open(self.year, open),
            (XX, 0 | XX) => open == 0,
            (month, XX) => open == 0 && digits::known(month).is_some(),
            _ => false,
        }
    }

    /// Whether a qualifier stands elsewhere than at the end.
    fn has_qualified_parts(&self) -> bool {
        let parts = self.parts();
        parts.iter().enumerate().any(|(index, &part)| {
            self.marks.get(part, Side::Before) > 0
                || index + 1 < parts.len() && self.marks.get(part, Side::After) > 0
        })
    }
}
