//! The words of the field as types. What each field means is said in `docs/dossier.md`.

use std::fmt::Display;

use serde::{Serialize, Serializer};

use super::{Id, Kind, Language, Wording};
use crate::collate::letters::trim;
use crate::edtf::Edtf;

/// Everything one widget shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Dossier {
    /// The pair shown side by side: left, right.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// What the affair is called.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub title: Wording,
    /// What it is about, in a sentence or two.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub summary: Wording,
    /// An introduction, in HTML (see [`Event::text`]).
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub text: Wording,
    /// A picture, a sound or a film of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<Media>,
    /// Who made the translations that do not say otherwise.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub translator: Wording,
    /// The published sources.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<Article>,
    /// Whom and what it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<Entity>,
    /// What happened.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// Longer stretches of time that the events fall into.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub eras: Vec<Era>,
    /// What was said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Quote>,
    /// Numbers that articles give for the same thing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// Files with more of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
}

impl Dossier {
    /// The identifier of a row.
    pub(crate) fn id(&self, kind: Kind, number: usize) -> Option<&Id> {
        Some(match kind {
            Kind::Article => &self.articles.get(number)?.id,
            Kind::Entity => &self.entities.get(number)?.id,
            Kind::Event => &self.events.get(number)?.id,
            Kind::Quote => &self.quotes.get(number)?.id,
            Kind::Figure => &self.figures.get(number)?.id,
        })
    }
}

/// A file with more of the dossier: what lies in a stretch of time. See `docs/tiles.md`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// Its address, from that of the file that names it.
    pub src: Box<str>,
    /// When what is in it begins.
    #[serde(serialize_with = "text")]
    pub start: Edtf,
    /// When it ends.
    #[serde(serialize_with = "text")]
    pub end: Edtf,
    /// How many events are in it and in its own parts, in equal stretches of its time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<u32>,
    /// How many quotes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<u32>,
}

/// One published source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Article {
    /// Its identifier.
    pub id: Id,
    /// Who published it; empty where the article does not say.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub outlet: Wording,
    /// The headline as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<Box<str>>,
    /// The author as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<Box<str>>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "some_text")]
    pub date: Option<Edtf>,
    /// The language it is written in.
    pub language: Language,
    /// What sort of text it is.
    pub kind: ArticleKind,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Box<str>>,
    /// The name of the file that holds its text, to verify readings against.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<Box<str>>,
    /// What it does not say, and what inferred values rest on.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub note: Wording,
}

/// What sort of text an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ArticleKind {
    /// An article of the outlet's own.
    News,
    /// Copy of a news agency.
    Agency,
    /// A review of what others wrote.
    PressReview,
    /// Questions and answers.
    Interview,
}

impl ArticleKind {
    /// Each with its word in the format.
    pub const ALL: [(&'static str, Self); 4] = [
        ("news", Self::News),
        ("agency", Self::Agency),
        ("press-review", Self::PressReview),
        ("interview", Self::Interview),
    ];
}

/// Someone or something that events and quotes are about.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entity {
    /// Its identifier.
    pub id: Id,
    /// What it is called.
    pub name: Wording,
    /// What sort of thing it is.
    pub kind: EntityKind,
    /// One line on it.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub description: Wording,
    /// Other names that search finds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Box<str>>,
}

/// What sort of thing an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, an institution, a state.
    Organisation,
    /// A newspaper, an agency, a site.
    Outlet,
    /// A language model.
    Model,
    /// A product or service.
    Product,
    /// A law or bill.
    Law,
    /// A licence.
    Licence,
    /// A place.
    Place,
    /// A theme that groups events.
    Topic,
}

impl EntityKind {
    /// Each with its word in the format.
    pub const ALL: [(&'static str, Self); 9] = [
        ("person", Self::Person),
        ("organisation", Self::Organisation),
        ("outlet", Self::Outlet),
        ("model", Self::Model),
        ("product", Self::Product),
        ("law", Self::Law),
        ("licence", Self::Licence),
        ("place", Self::Place),
        ("topic", Self::Topic),
    ];
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Event {
    /// Its identifier.
    pub id: Id,
    /// When.
    #[serde(serialize_with = "text")]
    pub date: Edtf,
    /// Words shown in place of the date's own ("the night of the vote").
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub date_text: Wording,
    /// What, in a few words.
    pub title: Wording,
    /// What, in a sentence or two.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub summary: Wording,
    /// More on it, in HTML: of its elements only those that shape text are ever shown
    /// (`docs/dossier.md` lists them), and it is never handed to the page as HTML.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub text: Wording,
    /// A picture, a sound or a film of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<Media>,
    /// Whom and what it concerns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<Id>,
    /// Which articles attest it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}

/// A picture, a sound, a film, a page: shown beside an event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Media {
    /// Its address.
    pub url: Box<str>,
    /// What it shows, for who cannot see it.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub alt: Wording,
    /// What it shows, in HTML as [`Event::text`].
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub caption: Wording,
    /// Whose it is, in HTML as [`Event::text`].
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub credit: Wording,
    /// Where a click on it leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Box<str>>,
    /// A small picture of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumbnail: Option<Box<str>>,
}

/// A longer stretch of time that events fall into.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Era {
    /// From when to when.
    #[serde(serialize_with = "text")]
    pub date: Edtf,
    /// What it is called.
    pub title: Wording,
    /// What it was, in a sentence or two.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub summary: Wording,
}

/// An article that attests an event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Source {
    /// The article; nothing where the reference led nowhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<Id>,
    /// The dating words it prints, verbatim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Box<str>>,
    /// How they were resolved.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub note: Wording,
}

/// One statement by one speaker on one occasion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quote {
    /// Its identifier.
    pub id: Id,
    /// Who said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Id>,
    /// As what.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub role: Wording,
    /// Where, or to whom.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub occasion: Wording,
    /// When it was said.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "some_text")]
    pub date: Option<Edtf>,
    /// The event it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Id>,
    /// Whom and what it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<Id>,
    /// What each article prints; never empty.
    pub readings: Vec<Reading>,
}

/// The words that one article prints.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reading {
    /// The witness; nothing where the reference led nowhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<Id>,
    /// The language of the words.
    pub language: Language,
    /// How the words relate to those that were said.
    pub status: Status,
    /// The words.
    pub text: Text,
    /// Where in the article, if not in its body.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub place: Wording,
    /// The stations the words went through before this article, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<Wording>,
    /// What else there is to say.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub note: Wording,
    /// Renderings into other languages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub translations: Vec<Translation>,
}

/// How a reading's words relate to those that were said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The words as they were said.
    Original,
    /// The words in another language.
    Translation,
    /// Translated, and translated back.
    BackTranslation,
    /// The sense in other words.
    Paraphrase,
    /// Part of the words.
    Truncated,
}

impl Status {
    /// Each with its word in the format.
    pub const ALL: [(&'static str, Self); 5] = [
        ("original", Self::Original),
        ("translation", Self::Translation),
        ("back-translation", Self::BackTranslation),
        ("paraphrase", Self::Paraphrase),
        ("truncated", Self::Truncated),
    ];
}

/// A rendering into another language.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Translation {
    /// The language of the rendering.
    pub language: Language,
    /// Who made it, where it is not the dossier's translator.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub by: Wording,
    /// What sort of translator.
    pub kind: TranslatorKind,
    /// The words.
    pub text: Text,
    /// Which pieces answer which (`0-0 1-2 2-1`); nothing: one to one where there are as many, more
    /// than one, else aligned by sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segments: Option<Box<str>>,
}

/// What sort of translator made a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TranslatorKind {
    /// The makers of the dossier.
    Dossier,
    /// Someone named.
    Person,
    /// An outlet.
    Outlet,
    /// A machine.
    Machine,
}

impl TranslatorKind {
    /// Each with its word in the format.
    pub const ALL: [(&'static str, Self); 4] = [
        ("dossier", Self::Dossier),
        ("person", Self::Person),
        ("outlet", Self::Outlet),
        ("machine", Self::Machine),
    ];
}

/// Words in pieces, each the unit of alignment with a translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Piece>);

impl Text {
    /// All the words in one line, those outside the quotation marks in square brackets.
    ///
    /// ```
    /// use quote_timeline::dossier::{Piece, Text};
    ///
    /// let text = Text(vec![
    ///     Piece::Words("On est assez convaincu ".into()),
    ///     Piece::Outside("que l'accès libre va".into()),
    ///     Piece::Outside("".into()),
    /// ]);
    /// assert_eq!(text.plain(), "On est assez convaincu [que l'accès libre va] […]");
    /// ```
    pub fn plain(&self) -> String {
        let mut line = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Words(words) => {
                    if line.as_bytes().last() == Some(&b']') {
                        line.push(' ');
                    }
                    line.push_str(words);
                }
                Piece::Outside(words) => {
                    if line.as_bytes().last().is_some_and(|last| *last != b' ') {
                        line.push(' ');
                    }
                    let words = trim(words);
                    line.push('[');
                    line.push_str(if words.is_empty() { "…" } else { words });
                    line.push(']');
                }
            }
        }
        line
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [Piece::Words(words)] => serializer.serialize_str(words),
            pieces => serializer.collect_seq(pieces),
        }
    }
}

/// A stretch of words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Piece {
    /// Words that the article puts outside its quotation marks; empty: it leaves something out.
    #[serde(rename = "outside")]
    Outside(Box<str>),
    /// Words said, verbatim.
    #[serde(untagged)]
    Words(Box<str>),
}

/// A number that articles give for the same thing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// Its identifier.
    pub id: Id,
    /// What is counted.
    pub title: Wording,
    /// Whom and what it concerns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<Id>,
    /// The event it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Id>,
    /// What each article gives.
    pub readings: Vec<FigureReading>,
}

/// The number that one article gives.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FigureReading {
    /// The witness; nothing where the reference led nowhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<Id>,
    /// The words, verbatim.
    pub text: Box<str>,
    /// The number, in digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Box<str>>,
    /// Of what: `USD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Box<str>>,
    /// The words in other languages.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub translation: Wording,
    /// What else there is to say.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub note: Wording,
}

fn text<S: Serializer>(value: &impl Display, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

#[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
fn some_text<S: Serializer>(value: &Option<Edtf>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => serializer.collect_str(value),
        None => serializer.serialize_none(),
    }
}
