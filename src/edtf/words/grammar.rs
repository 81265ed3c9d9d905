//! What a language has to know for dates to be put into its sentences.

use super::Style;
use super::shared::Shared;
use crate::edtf::date::Date;
use crate::edtf::long_year::LongYear;
use crate::edtf::time::Time;

/// The words of a date, with what decides how prepositions join them.
pub(super) struct Noun {
    pub(super) text: String,
    pub(super) article: Article,
}

impl Noun {
    pub(super) fn new(article: Article, text: impl Into<String>) -> Self {
        Noun { text: text.into(), article }
    }
}

/// The article of a noun, together with the preposition that says when.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Article {
    /// Neither: "fin mars 2024", "late in a month of 1985".
    None,
    /// French, no article: "en mars 2024".
    En,
    /// French "le": "le 12 mars 2024".
    Le,
    /// French "le": "au printemps 2023".
    LeAu,
    /// French "l’": "à l’automne 2023".
    L,
    /// French "l’": "en hiver".
    LEn,
    /// French "l’": "en l’an 12 000".
    An,
    /// French, no article: "au cours d’un mois de 2004".
    During,
    /// French "la": "à la mi-février".
    La,
    /// French "les": "dans les années 1560".
    Les,
    /// English, no article: "on 12 March 2024".
    On,
    /// English "the": "on the 25th of a month in 1560".
    OnThe,
    /// English, no article: "in March 2024".
    In,
    /// English "the": "in the 1560s".
    InThe,
}

/// How a noun is joined to what stands before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Preposition {
    /// Only by its article, as after "avant" and "between".
    Bare,
    /// "vers", "about".
    About,
    /// What says when.
    When,
    From,
    To,
    Until,
    /// The start and the end of an interval that stands alone.
    LabelFrom,
    LabelTo,
}

/// A language: its ways with nouns, and its fixed words.
pub(super) struct Grammar {
    pub(super) date_noun: fn(Date, Shared, Style<'_>) -> Noun,
    pub(super) long_year: fn(LongYear) -> Noun,
    pub(super) year_text: fn(i64) -> String,
    pub(super) clock_text: fn(Time) -> String,
    /// A noun after a preposition; the last tells whether it is approximate.
    pub(super) after: fn(&Noun, Preposition, bool) -> String,
    /// The short form of "about".
    pub(super) circa: &'static str,
    pub(super) uncertain: &'static str,
    /// The short form of "uncertain".
    pub(super) question: &'static str,
    /// Year, month, day, season: the name, "uncertain", "approximate".
    pub(super) parts: [[&'static str; 3]; 4],
    pub(super) between: &'static str,
    /// Before and after the start of an interval without an end.
    pub(super) since: [&'static str; 2],
    pub(super) start_unknown: &'static str,
    pub(super) end_unknown: &'static str,
    /// Between a day and a time of day, in a sentence.
    pub(super) at: &'static str,
    /// Between a day and a time of day from which something lasts: as a label, in a sentence.
    pub(super) clock_from: [&'static str; 2],
    pub(super) clock_to: &'static str,
    pub(super) clock_dash: &'static str,
    pub(super) and: &'static str,
    pub(super) or: &'static str,
    pub(super) earlier: &'static str,
    pub(super) later: &'static str,
    /// "on ", "one of these dates: "
    pub(super) one_of: [&'static str; 2],
}
