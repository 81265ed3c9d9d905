//! Dates of ISO 8601-2:2019, the Extended Date/Time Format (EDTF), levels 0, 1 and 2.
//!
//! An [`Edtf`] is read from text, printed back as it was written, bounded in time, ordered, and
//! put into words:
//!
//! ```
//! use quote_timeline::edtf::{Builtin, Edtf, Language, Length, words};
//!
//! let date = Edtf::parse("2024-02-2X")?;
//! assert_eq!(date.to_string(), "2024-02-2X");
//! assert_eq!(words(&date, Language::English, Length::Long, &Builtin), "late February 2024");
//! assert_eq!(words(&date, Language::French, Length::Short, &Builtin), "fin févr. 2024");
//! # Ok::<(), quote_timeline::edtf::ParseError>(())
//! ```
//!
//! **Time is an integer**: seconds since 1970-01-01T00:00:00 on the proleptic Gregorian calendar,
//! with astronomical years (0 is 1 BCE, -1 is 2 BCE). A calendar date belongs to no time zone and
//! none is ever applied to it, so it never moves by a day. Only a time of day that is written with
//! an offset (`Z`, `+04:30`) is moved to UTC, by that offset.
//!
//! Beyond the profile of the Library of Congress, a time may be written to the minute
//! (`T14:30`, ISO 8601-1, 5.3.1.3), may stand in intervals and sets (ISO 8601-1, 5.5), and may be
//! qualified with the date (`T14:30~`).
//!
//! Refused, with what to write instead: fractions of a second, 24:00, leap seconds, and unspecified
//! digits, months or days after `Y`.

pub mod civil;
pub mod compose;

mod bounds;
mod date;
mod digits;
mod error;
mod long_year;
mod numerals;
mod order;
mod parse;
mod part_of_year;
mod print;
mod qualifier;
mod query;
mod time;
mod words;

pub use bounds::{Bound, Bounds};
pub use date::Date;
pub use error::{ErrorKind, ParseError};
pub use long_year::LongYear;
pub use qualifier::Qualifier;
pub use query::Precision;
pub use words::{Builtin, Language, Length, MonthNames, words, words_in_sentence};

/// A date, an interval or a set of dates, as EDTF writes them. 16 bytes; only the rare forms are
/// on the heap.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Edtf {
    /// One date: `2024-03-12`, `2023-23`, `156X`, `Y170000002`.
    Single(Single),
    /// From one date to another: `2023-06/2023-12`, `../2021`.
    Interval(Box<Interval>),
    /// One of several dates, or all of them: `[1667,1668]`, `{1960,1961-12}`.
    Set(Box<Set>),
}

/// One date.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Single {
    /// With a year of four digits.
    Date(Date),
    /// A year with more than four digits.
    LongYear(Box<LongYear>),
}

/// From one date to another. At least one end is a date.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Interval {
    start: End,
    end: End,
}

/// One end of an interval.
#[derive(Clone, PartialEq, Eq, Debug)]
enum End {
    Date(Single),
    /// `..`: there is none.
    Open,
    /// Nothing is written: it is not known.
    Unknown,
}

/// One of several dates (`[...]`), or all of them (`{...}`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Set {
    /// Whether all are meant rather than one.
    all: bool,
    members: Vec<Member>,
}

/// A member of a set.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Member {
    Single(Single),
    /// `1670..1672`: these and all between, of the same precision.
    Range(Single, Single),
    /// `..1984`
    UpTo(Single),
    /// `1984..`
    From(Single),
}

impl core::str::FromStr for Edtf {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

/// Written as a string in its EDTF form.
impl serde::Serialize for Edtf {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}
