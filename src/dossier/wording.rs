//! Words that say the same in several languages.

use serde::{Serialize, Serializer};

use super::Language;

/// The same words in one or more languages, in the order they were given.
///
/// A name that is the same in every language has one entry, of undetermined language.
///
/// ```
/// use quote_timeline::dossier::{Language, Wording};
///
/// let title = Wording::new(vec![
///     (Language::FRENCH, "Le partenariat".into()),
///     (Language::ENGLISH, "The partnership".into()),
/// ]);
/// assert_eq!(title.text(Language::ENGLISH), "The partnership");
/// assert_eq!(Wording::plain("Mistral AI").text(Language::FRENCH), "Mistral AI");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording(Box<[(Language, Box<str>)]>);

impl Wording {
    /// Of entries in order.
    pub fn new(entries: Vec<(Language, Box<str>)>) -> Self {
        // A dossier has a few for each row: none keeps room for more entries than it has.
        Self(entries.into_boxed_slice())
    }

    /// The same in every language.
    pub fn plain(text: &str) -> Self {
        Self::new(vec![(Language::UNDETERMINED, text.into())])
    }

    /// Whether nothing is said in any language.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, text)| text.is_empty())
    }

    /// The text and its language: in the language asked for where there is one, else the first
    /// given. An empty wording is an empty text.
    pub fn get(&self, language: Language) -> (Language, &str) {
        for (own, text) in &self.0 {
            if own.matches(language) {
                return (*own, text);
            }
        }
        match self.0.first() {
            Some((own, text)) => (*own, text),
            None => (Language::UNDETERMINED, ""),
        }
    }

    /// The text of [`Wording::get`].
    pub fn text(&self, language: Language) -> &str {
        self.get(language).1
    }

    /// Every entry, in the order given.
    pub fn entries(&self) -> impl Iterator<Item = (Language, &str)> {
        self.0.iter().map(|(language, text)| (*language, text.as_ref()))
    }
}

impl Serialize for Wording {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_ref() {
            [(Language::UNDETERMINED, text)] => serializer.serialize_str(text),
            entries => serializer.collect_map(entries.iter().map(|(key, text)| (key, text))),
        }
    }
}
