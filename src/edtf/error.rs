//! Why a text is not a date.

use core::fmt::{Display, Formatter, Result};

use super::words::field;
use crate::join::{join, push_number};

/// Why a text is not an EDTF date, and where.
///
/// ```
/// use quote_timeline::edtf::{Edtf, ErrorKind};
/// let error = Edtf::parse("2023-02-29").unwrap_err();
/// assert_eq!((error.kind, error.offset), (ErrorKind::Day { last: 28 }, 8));
/// assert_eq!(error.to_string(), "no such day at character 9: this month runs from 01 to 28");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ParseError {
    /// What is wrong.
    pub kind: ErrorKind,
    /// Where, in bytes from the start of the text: the first byte of the part that is wrong. All
    /// before it is ASCII, so that it counts characters too.
    pub offset: usize,
}

/// What is wrong with a text that should be a date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ErrorKind {
    /// There is no text.
    Empty,
    /// A year should start here.
    Year,
    /// `open` or `unknown`, words of the draft of 2012.
    DraftWord,
    /// A year of four digits has more or fewer.
    YearDigits,
    /// `-0000`
    NegativeZero,
    /// `Y` stands before a year that four digits write.
    LongYearTooShort,
    /// A number has more digits than can be kept.
    NumberTooLarge,
    /// Digits should follow `Y`, `E` or `S`.
    NumberMissing,
    /// `Y1700X`: a year with `Y` has an unspecified digit.
    LongYearUnspecified,
    /// `Y17000-02`: a year with `Y` stands alone.
    LongYearAlone,
    /// A number after `Y`, `E` or `S` starts with 0.
    LeadingZero,
    /// Significant digits of a year with an unspecified digit, or before a month.
    SignificantYearAlone,
    /// A month, a day or a part of a time has not two digits.
    TwoDigits,
    /// There is no such month, nor such a part of a year.
    Month,
    /// A part of a year (21 to 41) has no days.
    DayOfSeason,
    /// There is no such day.
    Day {
        /// The last day of the month.
        last: u8,
    },
    /// Whatever its unspecified digits stand for, there is no such day.
    UnspecifiedDay,
    /// A time of day needs a complete date, all of it known and not qualified.
    TimeNeedsDay,
    /// There is no such hour.
    Hour,
    /// There is no such minute.
    Minute,
    /// There is no such second.
    Second,
    /// The time has no minutes.
    MinutesMissing,
    /// Parts of a second.
    Fraction,
    /// The offset is not one from UTC.
    Offset,
    /// A second qualifying character.
    QualifiedTwice,
    /// The small letter `x` or `u` for an unspecified digit.
    UnspecifiedLetter,
    /// `y`, `e`, `s`, `t` or `z`, or `p` of the draft of 2012.
    SmallLetter,
    /// `2004-(06)?-11`: a qualifier of the draft of 2012.
    Parenthesis,
    /// `2001-21^southernHemisphere`, of the draft of 2012.
    SeasonPlace,
    /// A dash or a minus sign that is not the hyphen-minus.
    Dash,
    /// A space.
    Space,
    /// Something follows where the date should end.
    Trailing,
    /// `..`, `..1984` or `1984..` outside an interval or a set.
    DotsAlone,
    /// The interval ends before it starts.
    IntervalOrder,
    /// The set has no members, or an empty one.
    MemberMissing,
    /// `..` before a member that is not the first, or after one that is not the last.
    OpenMember,
    /// The range in a set ends before it starts.
    RangeOrder,
    /// The ends of the range in a set differ in precision.
    RangePrecision,
    /// The set is not closed by the bracket that belongs to it.
    Unclosed,
}

impl ErrorKind {
    /// What is wrong, and behind a stroke what would be right.
    const fn texts(self) -> &'static str {
        match self {
            Self::Empty => "no date|write one, such as 2024-03-12",
            Self::Year => "no date|one starts with a year of four digits, such as 2024",
            Self::DraftWord => {
                "a word for an end|write .. for an open end, and nothing for an unknown one"
            }
            Self::YearDigits => {
                "not a year of four digits|write 0985, 198X for a decade, hyphens before month and \
                 day, Y before a longer year"
            }
            Self::NegativeZero => "a year zero with a sign|write 0000",
            Self::LongYearTooShort => "a short year after Y|write four digits, without Y",
            Self::NumberTooLarge => {
                "too large a number|18 digits are read, exponents to 9999, counts of digits to 99"
            }
            Self::NumberMissing => "no digits|write a number after Y, E and S",
            Self::LongYearUnspecified => {
                "an unspecified digit after Y|write how many are known, such as Y170000S2"
            }
            Self::LongYearAlone => {
                "something after a year with Y|such a year has no months and no days"
            }
            Self::LeadingZero => "a zero|numbers after Y, E and S start with 1 to 9",
            Self::SignificantYearAlone => {
                "significant digits of a date|they are for a year alone, with all its digits: 1950S2"
            }
            Self::TwoDigits => "not two digits|write two, such as 04",
            Self::Month => {
                "no such month|months run from 01 to 12, seasons and the like from 21 to 41"
            }
            Self::DayOfSeason => "a day of a season|leave it out, or write a month",
            Self::Day { .. } => "no such day|this month runs from 01 to ",
            Self::UnspecifiedDay => {
                "no such day|none fits, whatever the unspecified digits stand for"
            }
            Self::TimeNeedsDay => {
                "a time without a day|before T goes a complete date, all known, and qualified only before or at the end"
            }
            Self::Hour => "no such hour|hours run from 00 to 23, and 24:00:00 ends a day",
            Self::Minute => "no such minute|minutes run from 00 to 59",
            Self::Second => "no such second|seconds run from 00 to 59, and to 60 at 23:59 UTC",
            Self::MinutesMissing => "no minutes|write T14:00 or T14:00:00",
            Self::Fraction => "a fraction of a second|write whole seconds",
            Self::Offset => {
                "no such offset|write Z, or -14 to +14 hours as +04, with minutes as +04:30"
            }
            Self::QualifiedTwice => {
                "a second qualifier|write one of ? (uncertain), ~ (approximate), % (both)"
            }
            Self::UnspecifiedLetter => "a small letter|write X for an unspecified digit",
            Self::SmallLetter => "a small letter|write Y, E, S, T and Z; S was once p",
            Self::Parenthesis => {
                "a parenthesis|write the qualifier before the part, as in 2004-?06-11"
            }
            Self::SeasonPlace => "a caret|write 25 to 28 for seasons in the north, 29 to 32 south",
            Self::Dash => "a dash|write the hyphen of the keyboard, -",
            Self::Space => "a space|write none",
            Self::Trailing => "something after the date|end it here",
            Self::DotsAlone => {
                "two dots outside an interval or a set|write ../1984, 1984/.. or [..1984]"
            }
            Self::IntervalOrder => {
                "an end before its start|write the earlier date before the stroke"
            }
            Self::MemberMissing => "no date in the set|write one, as in [1667,1668]",
            Self::OpenMember => {
                "an open range inside the set|.. goes before the first date or after the last"
            }
            Self::RangeOrder => {
                "an end before its start|write the earlier date before the two dots"
            }
            Self::RangePrecision => {
                "a range of unlike dates|write two years, two months or two days"
            }
            Self::Unclosed => "a set that goes on|close [ with ] and { with }",
        }
    }
}

impl ParseError {
    /// The text of the error, without the standard library's formatting.
    pub(crate) fn message(&self) -> String {
        let texts = self.kind.texts();
        let mut text = join(&[field(texts, b'|', 0), " at character "]);
        push_number(&mut text, self.offset + 1);
        text.push_str(": ");
        text.push_str(field(texts, b'|', 1));
        if let ErrorKind::Day { last } = self.kind {
            push_number(&mut text, last.into());
        }
        text
    }
}

impl Display for ParseError {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        out.write_str(&self.message())
    }
}

impl core::error::Error for ParseError {}
