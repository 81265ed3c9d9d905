//! Dates in words, in French and English.
//!
//! [`words`] gives a label, as it stands alone under an event: "automne 2023", "late February
//! 2024". [`words_in_sentence`] gives what can follow a verb: "à l’automne 2023", "in late February
//! 2024".
//!
//! French is set with its own spaces and marks: U+202F in large numbers, in times and before `?`,
//! U+00A0 before a colon and in "av. J.-C.", and the apostrophe U+2019.

mod english;
mod french;
mod grammar;
mod months;
mod numerals;
mod phrase;
mod shared;
mod span;
mod year;

pub use months::{Builtin, MonthNames};

use super::Edtf;
use super::date::Date;
use super::digits::XX;
use super::qualifier::{Part, Qualifier};
use super::time::Zone;
use phrase::Phrase;
use shared::Shared;

/// A language that dates can be written out in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Language {
    /// French.
    French,
    /// English, day before month.
    English,
}

/// How much room there is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Length {
    /// Written out: "vers avril 2023", "12 March 2024".
    Long,
    /// Abbreviated: "v. avr. 2023", "12 Mar 2024". What is not known is left out, and which part of
    /// a date is doubted is not said.
    Short,
}

/// The date as a label.
///
/// ```
/// use quote_timeline::edtf::{Builtin, Edtf, Language, Length, words};
/// let autumn = Edtf::parse("2023-23~")?;
/// let label = |language, length| words(&autumn, language, length, &Builtin);
/// assert_eq!(label(Language::French, Length::Long), "vers l’automne 2023");
/// assert_eq!(label(Language::English, Length::Short), "c. autumn 2023");
/// # Ok::<(), quote_timeline::edtf::ParseError>(())
/// ```
pub fn words(date: &Edtf, language: Language, length: Length, months: &dyn MonthNames) -> String {
    write(date, language, Style { form: Form::Label, length, months })
}

/// The date as it follows a verb: with its preposition.
///
/// ```
/// use quote_timeline::edtf::{Builtin, Edtf, Language, Length, words_in_sentence};
/// let autumn = Edtf::parse("2023-23")?;
/// let phrase = |language| words_in_sentence(&autumn, language, Length::Long, &Builtin);
/// assert_eq!(phrase(Language::French), "à l’automne 2023");
/// assert_eq!(phrase(Language::English), "in autumn 2023");
/// # Ok::<(), quote_timeline::edtf::ParseError>(())
/// ```
pub fn words_in_sentence(
    date: &Edtf,
    language: Language,
    length: Length,
    months: &dyn MonthNames,
) -> String {
    write(date, language, Style { form: Form::Sentence, length, months })
}

fn write(date: &Edtf, language: Language, style: Style<'_>) -> String {
    let grammar = match language {
        Language::French => &french::FRENCH,
        Language::English => &english::ENGLISH,
    };
    match date {
        Edtf::Single(single) => {
            Phrase::new(grammar, single, Shared::Nothing, style).in_form(style.form)
        }
        Edtf::Interval(interval) => span::write_interval(grammar, interval, style),
        Edtf::Set(set) => span::write_set(grammar, set, style),
    }
}

/// Alone, or after a verb.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Label,
    Sentence,
}

/// How a date is to be written.
#[derive(Clone, Copy)]
struct Style<'a> {
    form: Form,
    length: Length,
    months: &'a dyn MonthNames,
}

impl Style<'_> {
    fn is_short(self) -> bool {
        self.length == Length::Short
    }

    /// The same, within a larger phrase.
    fn with(self, form: Form) -> Self {
        Style { form, ..self }
    }
}

/// Which third of a month the unspecified day `0X`, `1X`, `2X` or `3X` is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DayWords {
    /// None is written.
    Absent,
    /// `XX`, `X5`
    Unknown,
    Early,
    Middle,
    Late,
    Known(u8),
}

impl DayWords {
    fn of(date: Date) -> Self {
        match (date.day, date.known_day()) {
            (0, _) => DayWords::Absent,
            (_, Some(day)) => DayWords::Known(day),
            (0x0A, _) => DayWords::Early,
            (0x1A, _) => DayWords::Middle,
            (0x2A | 0x3A, _) => DayWords::Late,
            _ => DayWords::Unknown,
        }
    }
}

/// What is said of a date as a whole, if it is the same for all its parts.
fn whole_qualifier(date: Date) -> Option<Qualifier> {
    let first = date.marks.qualifier(Part::Year);
    date.parts().iter().all(|&part| date.marks.qualifier(part) == first).then_some(first)
}

/// The two digits of a month or a day, `X` where one is not known.
fn raw_digits(pattern: u16, count: u16) -> String {
    (0..count)
        .rev()
        .map(|place| char::from_digit((pattern >> (place * 4) & 0xF).into(), 10).unwrap_or('X'))
        .collect()
}

/// "a day"; "a day (X5)" where one of its digits is known.
fn hinted(noun: &str, pattern: u8) -> String {
    if pattern == XX {
        return noun.to_owned();
    }
    [noun, " (", &raw_digits(pattern.into(), 2), ")"].concat()
}

/// Two digits.
fn push_two(text: &mut String, number: u8) {
    text.push(char::from(b'0' + number / 10 % 10));
    text.push(char::from(b'0' + number % 10));
}

/// " UTC+04:30"; nothing for a local time.
fn push_zone(text: &mut String, zone: Zone) {
    let seconds = zone.offset_seconds();
    if zone == Zone::Local {
        return;
    }
    text.push_str(" UTC");
    if zone != Zone::Utc {
        // U+2212, the minus sign.
        text.push(if seconds < 0 { '−' } else { '+' });
        let minutes = seconds.unsigned_abs() / 60;
        push_two(text, u8::try_from(minutes / 60).unwrap_or(0));
        text.push(':');
        push_two(text, u8::try_from(minutes % 60).unwrap_or(0));
    }
}

/// "a, b and c", the last two joined by `last`.
fn join(items: &[String], last: &str) -> String {
    let mut text = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            text.push_str(if index + 1 == items.len() { last } else { ", " });
        }
        text.push_str(item);
    }
    text
}

/// Two ends with a dash between them, without spaces where it joins two words: "juin–déc. 2023".
fn dashed(start: &str, end: &str, shared: Shared) -> String {
    let count = |text: &str| text.bytes().filter(|&byte| byte == b' ').count();
    let spaces = count(end);
    let end_is_a_word = match shared {
        Shared::Nothing => spaces == 0,
        Shared::Year => spaces == 1,
        Shared::Unit | Shared::Month | Shared::Day => true,
    };
    let tight = end_is_a_word && count(start) == 0;
    [start, if tight { "–" } else { " – " }, end].concat()
}
