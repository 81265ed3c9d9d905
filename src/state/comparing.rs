//! How readings are compared: against which base, how strictly, and which side of them is shown.

use super::State;
use crate::collate::differences::Strictness;
use crate::dossier::{Quote, Status};

/// Which words of a reading are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// The article's own and a translation, side by side.
    #[default]
    Both,
    /// The article's own alone.
    Original,
    /// The translation alone.
    Translation,
}

impl Shown {
    /// Each with its word in attributes.
    pub const ALL: [(&'static str, Self); 3] =
        [("both", Self::Both), ("original", Self::Original), ("translation", Self::Translation)];

    /// Its word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Original => "original",
            Self::Translation => "translation",
        }
    }
}

/// What the reader chose about comparing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparing {
    /// Quotes, by number, whose base the reader chose, with the number of the reading.
    pub(super) bases: Vec<(usize, usize)>,
    /// Whether typography counts.
    pub(super) typography: bool,
    /// What is shown.
    pub(super) shown: Shown,
}

impl State {
    /// The reading that the others of a quote are compared with: the one that the reader chose, or
    /// else the earliest original.
    pub fn base(&self, quote: usize) -> usize {
        let earliest = || Some(self.earliest(self.dossier.quotes.get(quote)?));
        self.chosen_base(quote).or_else(earliest).unwrap_or(0)
    }

    /// The original whose article is the earliest; of several, and where none is dated or none is
    /// an original, the first that the dossier names.
    fn earliest(&self, quote: &Quote) -> usize {
        let mut earliest = None;
        let mut first = None;
        for (number, reading) in quote.readings.iter().enumerate() {
            if reading.status != Status::Original {
                continue;
            }
            first = first.or(Some(number));
            let article = self.article(reading.article.as_ref());
            let date = article.and_then(|article| article.date.as_ref());
            if let Some(date) = date {
                let (start, _) = date.bounds().or_endless();
                if earliest.is_none_or(|(_, other)| start < other) {
                    earliest = Some((number, start));
                }
            }
        }
        earliest.map(|(number, _)| number).or(first).unwrap_or(0)
    }

    /// What counts as a difference.
    pub fn strictness(&self) -> Strictness {
        if self.comparing.typography { Strictness::Typography } else { Strictness::Words }
    }

    /// Which words of a reading are shown.
    pub fn shown(&self) -> Shown {
        self.comparing.shown
    }
}
