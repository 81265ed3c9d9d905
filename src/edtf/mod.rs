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
//! **What is read.** All of levels 0, 1 and 2 as the Library of Congress publishes them (4 February
//! 2019) and as ISO 8601-2:2019, annex A, lists them; [`Edtf::level`] tells which level a date
//! needs. Where the two are silent or at odds:
//!
//! - `..2004-06-01/2004-06-20..` is read: ends on or before, on or after a date (10.6, listed in
//!   annex A alone).
//! - `Y171010000S3` runs from 171000000 to 171999999 (4.4.3; an example of the annex misprints it).
//! - `../..` and `/` are read: nothing asks for a date at one end.
//! - `Y20E2`, a year that four digits would write, is read: only the plain `Y` asks for more.
//! - A number after `Y`, `E` or `S` starts with 1 to 9, so that a year has one form.
//! - `2004-06-11/2004-06` is read: it may end after it starts. `2004/2003` cannot.
//! - `-0000` is no year (4.4.1.2), and `-00XX` does not allow it.
//! - `24:00:00` ends a day (ISO 8601-1:2019, amendment 1), and is the first second of the next.
//! - A second 60 is read where a leap second can be, at 23:59 UTC, and counted as 59.
//! - Offsets from UTC go to 14 hours, as far as clocks do.
//!
//! Beyond all levels, a time may be written to the minute (`T14:30`, ISO 8601-1, 5.3.1.3), may
//! stand in intervals and sets (ISO 8601-1, 5.5), and may be qualified with the date (`T14:30~`).
//!
//! Refused, with what to write instead: fractions of a second, and unspecified digits, months or
//! days after `Y`; spaces; the forms of the draft of 2012 (`y17e7`, `156u`, `196x`, `open`,
//! `2004-(06)?-11`).

pub mod civil;
pub mod compose;

mod bounds;
mod date;
mod digits;
mod error;
mod level;
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
pub use level::Level;
pub use long_year::LongYear;
pub use qualifier::Qualifier;
pub use query::Precision;
pub use words::{
    Builtin, Calendar, Frames, Language, Length, MonthNames, words, words_by, words_in_sentence,
};

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

/// From one date to another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Interval {
    start: End,
    end: End,
}

/// One end of an interval.
#[derive(Clone, PartialEq, Eq, Debug)]
enum End {
    Date(Single),
    /// `..2004-06-01`: on this date or before it (ISO 8601-2, 10.6).
    UpTo(Single),
    /// `2004-06-20..`: on this date or after it.
    From(Single),
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
