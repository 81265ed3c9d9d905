//! Dates in words: in French and English, and in any other language by its calendar.
//!
//! [`words`] gives a label, as it stands alone under an event: "automne 2023", "late February
//! 2024". [`words_in_sentence`] gives what can follow a verb: "à l’automne 2023", "in late February
//! 2024".
//!
//! French is set with its own spaces and marks: U+202F in large numbers, in times and before `?`,
//! U+00A0 before a colon and in "av. J.-C.", and the apostrophe U+2019.

mod article;
mod date;
mod further;
mod lexicon;
mod months;
mod noun;
mod phrase;
mod shared;
mod span;
mod year;

pub use further::{Calendar, Frames, words_by};
pub(super) use lexicon::field;
pub use months::{Builtin, MonthNames};

use super::Edtf;
use article::Preposition;
use noun::Noun;
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
    write(date, &Style { language, length, months }, Preposition::Label)
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
    write(date, &Style { language, length, months }, Preposition::When)
}

fn write(date: &Edtf, style: &Style<'_>, preposition: Preposition) -> String {
    let mut text = Noun::new(style);
    match date {
        Edtf::Single(single) => phrase::write(&mut text, single, Shared::Nothing, preposition),
        Edtf::Interval(interval) => span::write_interval(&mut text, interval, preposition),
        Edtf::Set(set) => span::write_set(&mut text, set, preposition),
    }
    text.text
}

/// How a date is to be written.
struct Style<'a> {
    language: Language,
    length: Length,
    months: &'a dyn MonthNames,
}
