//! What a drawing needs to know of a date: how finely it is known, and whether it is doubted.

use super::date::Date;
use super::long_year::LongYear;
use super::part_of_year::{PartOfYear, Unit};
use super::qualifier::{Marks, Part, Qualifier};
use super::time::Time;
use super::{Edtf, End, Member, Single, digits};

/// The finest unit that a date knows, from the coarsest to the finest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Precision {
    /// More than a thousand years, or no year at all (`XXXX-12-25`).
    Coarser,
    /// A thousand years: `1XXX`.
    Millennium,
    /// A hundred years: `15XX`.
    Century,
    /// Ten years: `156X`.
    Decade,
    /// A year.
    Year,
    /// Half a year: `2023-40`.
    Semester,
    /// A third of a year: `2023-37`.
    Quadrimester,
    /// Three months: `2023-33`.
    Quarter,
    /// A season: `2023-23`.
    Season,
    /// A month.
    Month,
    /// A day.
    Day,
    /// A minute.
    Minute,
    /// A second.
    Second,
}

impl Edtf {
    /// The finest unit that is known without a gap from the year on: `2024-02-2X` and
    /// `2024-02-XX` know the month, `156X-12-25` the decade. Of an interval or a set, the coarsest
    /// of its dates.
    ///
    /// ```
    /// use quote_timeline::edtf::{Edtf, Precision};
    /// assert_eq!(Edtf::parse("2024-02-2X")?.precision(), Precision::Month);
    /// assert_eq!(Edtf::parse("2023/2024-02-12")?.precision(), Precision::Year);
    /// # Ok::<(), quote_timeline::edtf::ParseError>(())
    /// ```
    pub fn precision(&self) -> Precision {
        let mut coarsest = None;
        self.each_single(&mut |single| {
            let precision = single.precision();
            coarsest = Some(coarsest.map_or(precision, |other| precision.min(other)));
        });
        // An interval may be without any date.
        coarsest.unwrap_or(Precision::Coarser)
    }

    /// Whether any part of any date is an estimate (`~` or `%`).
    pub fn is_approximate(&self) -> bool {
        self.any_qualifier().approximate
    }

    /// Whether any part of any date is doubted (`?` or `%`).
    pub fn is_uncertain(&self) -> bool {
        self.any_qualifier().uncertain
    }

    /// Whether it runs from one date to another (`2023-06/2023-12`).
    pub fn is_interval(&self) -> bool {
        matches!(self, Edtf::Interval(_))
    }

    /// Whether it is one day, all known, neither doubted nor estimated, with or without a time of
    /// day.
    ///
    /// ```
    /// use quote_timeline::edtf::Edtf;
    /// assert!(Edtf::parse("2024-03-12")?.is_exact_day());
    /// assert!(!Edtf::parse("2024-03-12?")?.is_exact_day());
    /// # Ok::<(), quote_timeline::edtf::ParseError>(())
    /// ```
    pub fn is_exact_day(&self) -> bool {
        matches!(self, Edtf::Single(single)
            if single.precision() >= Precision::Day && single.marks().is_empty())
    }

    fn any_qualifier(&self) -> Qualifier {
        let mut marks = Marks::default();
        self.each_single(&mut |single| marks.add(single.marks()));
        marks.any()
    }

    pub(super) fn each_single<'a>(&'a self, visit: &mut dyn FnMut(&'a Single)) {
        match self {
            Edtf::Single(single) => visit(single),
            Edtf::Interval(interval) => {
                for end in [&interval.start, &interval.end] {
                    match end {
                        End::Date(single) | End::UpTo(single) | End::From(single) => visit(single),
                        End::Open | End::Unknown => {}
                    }
                }
            }
            Edtf::Set(set) => {
                for member in &set.members {
                    match member {
                        Member::Single(single) | Member::UpTo(single) | Member::From(single) => {
                            visit(single);
                        }
                        Member::Range(first, last) => {
                            visit(first);
                            visit(last);
                        }
                    }
                }
            }
        }
    }
}

impl Single {
    pub(super) fn precision(&self) -> Precision {
        match self {
            Single::Date(date) => date.precision(),
            Single::LongYear(year) => year.precision(),
        }
    }

    pub(super) fn marks(&self) -> Marks {
        match self {
            Single::Date(date) => date.marks,
            Single::LongYear(year) => year.marks,
        }
    }
}

/// The precision of a year whose last `open` digits are not known.
fn year_precision(open: u16) -> Precision {
    match open {
        0 => Precision::Year,
        1 => Precision::Decade,
        2 => Precision::Century,
        3 => Precision::Millennium,
        _ => Precision::Coarser,
    }
}

impl Date {
    fn precision(&self) -> Precision {
        let open = if self.significant > 0 {
            4_u16.saturating_sub(self.significant.into())
        } else {
            self.open_year_digits()
        };
        if open > 0 {
            return year_precision(open);
        }
        let Some(month) = self.known_month() else { return Precision::Year };
        match PartOfYear::from_code(month).map(PartOfYear::unit) {
            Some(Unit::Season) => Precision::Season,
            Some(Unit::Quarter) => Precision::Quarter,
            Some(Unit::Quadrimester) => Precision::Quadrimester,
            Some(Unit::Semester) => Precision::Semester,
            None if self.known_day().is_none() => Precision::Month,
            None => match self.time {
                None => Precision::Day,
                Some(time) if time.second == Time::NO_SECOND => Precision::Minute,
                Some(_) => Precision::Second,
            },
        }
    }

    /// How many digits of the year lie at or to the right of the first that is not known.
    pub(super) fn open_year_digits(&self) -> u16 {
        let mut open = 4;
        while open > 0 && digits::digit(self.year, open - 1) != digits::X {
            open -= 1;
        }
        open
    }

    /// The parts that are written, from the left.
    pub(super) fn parts(&self) -> &'static [Part] {
        match (self.month, self.day) {
            (0, _) => &[Part::Year],
            (_, 0) => &[Part::Year, Part::Month],
            _ => &[Part::Year, Part::Month, Part::Day],
        }
    }
}

impl LongYear {
    fn precision(&self) -> Precision {
        year_precision(self.open_digits())
    }
}
