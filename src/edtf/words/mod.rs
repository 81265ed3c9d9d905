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
mod numerals;
mod year;

use super::Edtf;
use super::date::{Part, PartOfYear, Qualifier, Zone};
use super::{Single, date::Date};
use year::YearWords;

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

/// Where the names of the months come from: a table ([`Builtin`]), or a browser's `Intl`.
pub trait MonthNames {
    /// The name of a month, 1 to 12, as it stands inside a date.
    fn month(&self, month: u8, language: Language, length: Length) -> &str;
}

/// The names of the months in French and English.
#[derive(Clone, Copy, Debug, Default)]
pub struct Builtin;

impl MonthNames for Builtin {
    fn month(&self, month: u8, language: Language, length: Length) -> &str {
        let names = match (language, length) {
            (Language::French, Length::Long) => {
                "janvier février mars avril mai juin juillet août septembre octobre novembre \
                 décembre"
            }
            (Language::French, Length::Short) => {
                "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."
            }
            (Language::English, Length::Long) => {
                "January February March April May June July August September October November \
                 December"
            }
            (Language::English, Length::Short) => "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        };
        names.split(' ').nth(usize::from(month).saturating_sub(1)).unwrap_or("")
    }
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
    match language {
        Language::French => french::write(date, style),
        Language::English => english::write(date, style),
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

/// How much of a date the other end of an interval says already.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shared {
    Nothing,
    /// What follows the number: "100 to 44 BCE", "1er au 3e trimestre 2023".
    Unit,
    Year,
    Month,
    Day,
}

impl Shared {
    /// What the two ends of an interval have in common. Nothing where one is qualified: whose the
    /// qualifier is would be lost.
    fn of(start: &Single, end: &Single) -> Self {
        let (Single::Date(start), Single::Date(end)) = (start, end) else { return Shared::Nothing };
        let winter = |date: &Date| date.part_of_year().is_some_and(PartOfYear::spans_new_year);
        if !start.marks.any().is_none() || !end.marks.any().is_none() {
            Shared::Nothing
        } else if same_unit(*start, *end) {
            Shared::Unit
        } else if start.known_year().is_none()
            || start.known_year() != end.known_year()
            || start.month == 0
            || end.month == 0
            || winter(start)
            || winter(end)
        {
            Shared::Nothing
        } else if start.known_day().is_none()
            || end.known_day().is_none()
            || start.month != end.month
            || start.known_month().is_none()
        {
            Shared::Year
        } else if let (Some(from), Some(to)) = (start.time, end.time) {
            if start.day == end.day && from.zone == to.zone { Shared::Day } else { Shared::Year }
        } else if start.time.is_some() || end.time.is_some() {
            Shared::Year
        } else {
            Shared::Month
        }
    }
}

/// Whether both are centuries, or years BCE, or quarters of one year, or the like.
fn same_unit(start: Date, end: Date) -> bool {
    use YearWords::{Century, Known, Millennium};
    if start.significant > 0 || end.significant > 0 {
        return false;
    }
    match (start.part_of_year(), end.part_of_year()) {
        (Some(PartOfYear::Season(..)), _) => false,
        (Some(first), Some(last)) => {
            core::mem::discriminant(&first) == core::mem::discriminant(&last)
                && start.known_year().is_some()
                && start.known_year() == end.known_year()
        }
        _ if start.month != 0 || end.month != 0 => false,
        _ => match (YearWords::of(start), YearWords::of(end)) {
            (Century { bce: first, .. }, Century { bce: last, .. })
            | (Millennium { bce: first, .. }, Millennium { bce: last, .. }) => first == last,
            (Known(first), Known(last)) => first <= 0 && last <= 0,
            _ => false,
        },
    }
}

/// Which third of a month the unspecified day `0X`, `1X`, `2X` or `3X` is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DayWords {
    /// None is written.
    Absent,
    /// `XX`
    Unknown,
    Early,
    Middle,
    Late,
    Known(u8),
    /// `X5`
    Digits,
}

impl DayWords {
    fn of(date: Date) -> Self {
        match (date.day, date.known_day()) {
            (0, _) => DayWords::Absent,
            (_, Some(day)) => DayWords::Known(day),
            (0xAA, _) => DayWords::Unknown,
            (0x0A, _) => DayWords::Early,
            (0x1A, _) => DayWords::Middle,
            (0x2A | 0x3A, _) => DayWords::Late,
            _ => DayWords::Digits,
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
    let spaces = end.matches(' ').count();
    let end_is_a_word = match shared {
        Shared::Nothing => spaces == 0,
        Shared::Year => spaces == 1,
        Shared::Unit | Shared::Month | Shared::Day => true,
    };
    let tight = end_is_a_word && !start.contains(' ');
    [start, if tight { "–" } else { " – " }, end].concat()
}
