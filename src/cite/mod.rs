//! A quote with its citation, to be copied; and addresses that lead to the words.
//!
//! - [`Citation`]: what is cited, written out as text, HTML or Markdown;
//! - [`passage`]: the place in the article where the words stand (text fragments);
//! - [`percent`]: what may stand in an address.

pub mod passage;
pub mod percent;
mod write;

use crate::dossier::{Article, Entity, Language, Quote, Reading, Text, Translation, Wording};

/// How a citation is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// A `figure` with a `blockquote` for each language; everything in it escaped.
    Html,
    /// Markdown (`CommonMark` 0.31).
    Markdown,
}

impl Format {
    /// Each with its name.
    pub const ALL: [(&'static str, Self); 3] =
        [("text", Self::Text), ("html", Self::Html), ("markdown", Self::Markdown)];
}

/// What is cited.
#[derive(Clone, Copy, Debug)]
pub struct Citation<'a> {
    /// The quote.
    pub quote: &'a Quote,
    /// The one of its readings whose words are cited.
    pub reading: &'a Reading,
    /// Who said it.
    pub speaker: Option<&'a Entity>,
    /// Who printed it.
    pub article: Option<&'a Article>,
    /// Who made the translations that do not say otherwise.
    pub translator: &'a Wording,
    /// The languages wanted. The words as printed come first, whatever the order here.
    pub languages: &'a [Language],
    /// A permanent address of the quote.
    pub link: Option<&'a str>,
}

/// The words in one language, and whose translation they are.
struct Rendition<'a> {
    language: Language,
    text: &'a Text,
    translation: Option<&'a Translation>,
}

impl<'a> Citation<'a> {
    /// The words in the languages wanted; as printed where there are none, and beside others.
    fn renditions(&self) -> Vec<Rendition<'a>> {
        let reading = self.reading;
        let wants = |language: Language| self.languages.iter().any(|own| language.matches(*own));
        let printed =
            Rendition { language: reading.language, text: &reading.text, translation: None };
        let mut renditions = Vec::new();
        for own in &reading.translations {
            if wants(own.language) {
                renditions.push(Rendition {
                    language: own.language,
                    text: &own.text,
                    translation: Some(own),
                });
            }
        }
        if renditions.is_empty() || wants(reading.language) || self.languages.len() > 1 {
            renditions.insert(0, printed);
        }
        renditions
    }
}
