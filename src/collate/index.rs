//! Search over the texts of many quotes, at every keystroke.

use super::fold::fold_into;
use super::letters::cut;
use super::search::{Query, holds, loose};
use super::vocabulary::Vocabulary;

/// Texts folded once and kept as numbered words.
///
/// A query is compared with each different word once; then only numbers are read. So a common
/// fragment costs no more than a rare one: 100,000 quotes fit in a frame.
///
/// ```
/// use quote_timeline::collate::{index::Index, search::Query};
///
/// let mut index = Index::default();
/// index.push(7, &["Le but n’est pas d’abandonner l’open source", "The aim is not to abandon it"]);
/// index.push(9, &["Nous continuerons d’avoir deux gammes"]);
/// assert_eq!(index.search(&Query::new("abandon source")), [7]);
/// assert_eq!(index.search(&Query::new("on")), [7, 9]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Index {
    vocabulary: Vocabulary,
    /// The numbers of all words as they follow each other; [`END`] after each text.
    numbers: Vec<u32>,
    entries: Vec<Entry>,
    folded: String,
}

#[derive(Clone, Debug)]
struct Entry {
    id: u32,
    /// Where its words end in `numbers`.
    end: usize,
}

/// No word's number.
const END: u32 = u32::MAX;

impl Index {
    /// Adds an entry with everything that is searched in it.
    pub fn push(&mut self, id: u32, texts: &[&str]) {
        for text in texts {
            self.add(text);
        }
        self.close(id);
    }

    /// Adds a text to the entry that [`Index::close`] will name.
    pub fn add(&mut self, text: &str) {
        self.folded.clear();
        fold_into(text, &mut self.folded, &mut |_, _| {});
        let words = loose(&self.folded);
        let mut rest = Some(words.as_str());
        while let Some(text) = rest {
            let (word, after) = cut(text, b' ');
            if !word.is_empty() {
                self.numbers.push(self.vocabulary.number(word));
            }
            rest = after;
        }
        self.numbers.push(END);
    }

    /// Makes an entry of the texts added since the last one.
    pub fn close(&mut self, id: u32) {
        self.entries.push(Entry { id, end: self.numbers.len() });
    }

    /// The entries that a query matches, in the order in which they were pushed: by rising id, if
    /// that is how they came. An empty query matches all.
    pub fn search(&self, query: &Query) -> Vec<u32> {
        let mut phrases = Vec::new();
        for term in query.terms() {
            phrases.push(Phrase::new(term, &self.vocabulary));
        }
        let mut ids = Vec::new();
        if phrases.iter().any(|phrase| phrase.is_hopeless) {
            return ids;
        }
        let mut start = 0;
        for entry in &self.entries {
            let numbers = self.numbers.get(start..entry.end).unwrap_or_default();
            start = entry.end;
            if phrases.iter().all(|phrase| phrase.occurs(numbers)) {
                ids.push(entry.id);
            }
        }
        ids
    }
}

/// Words that must follow each other, most often one: the Shift-And search of Baeza-Yates and
/// Gonnet, "A new approach to text searching", 1992, with words for letters.
struct Phrase {
    /// For each word of the vocabulary a bit for each place of the phrase that it can stand in.
    places: Vec<u32>,
    /// The bit of the last place.
    last: u32,
    /// Whether no word at all fits one of its places.
    is_hopeless: bool,
}

/// Longer phrases are searched by their first words.
const MOST_PLACES: usize = 32;

impl Phrase {
    fn new(term: &str, vocabulary: &Vocabulary) -> Self {
        let mut places = vec![0; vocabulary.len()];
        let mut last = 1;
        let mut is_hopeless = false;
        let mut rest = Some(term);
        for at in 0..MOST_PLACES {
            let Some(text) = rest else { break };
            let (wanted, after) = cut(text, b' ');
            let more = after.is_some() && at + 1 < MOST_PLACES;
            last = 1 << at;
            let mut fitting = false;
            for (place, number) in places.iter_mut().zip(0..) {
                let word = vocabulary.word(number);
                // What was typed may begin and end within a word, but not leave one out.
                let fits = match (at > 0, more) {
                    (false, false) => holds(word, wanted),
                    (false, true) => word.ends_with(wanted),
                    (true, false) => word.starts_with(wanted),
                    (true, true) => word == wanted,
                };
                if fits {
                    *place |= last;
                    fitting = true;
                }
            }
            is_hopeless |= !fitting;
            rest = after;
        }
        Self { places, last, is_hopeless }
    }

    fn occurs(&self, numbers: &[u32]) -> bool {
        let mut reached = 0_u32;
        numbers.iter().any(|number| {
            let places = self.places.get(*number as usize).copied().unwrap_or(0);
            reached = (reached << 1 | 1) & places;
            reached & self.last != 0
        })
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ids_come_as_they_were_pushed() {
        let mut index = Index::default();
        index.push(3, &[]);
        index.push(1, &["a"]);
        assert_eq!(index.search(&Query::new(" \" ")), [3, 1]);
        assert_eq!(index.search(&Query::new("A")), [1]);
        assert!(Index::default().search(&Query::new("a")).is_empty());
    }

    #[test]
    fn many_words_keep_their_numbers() {
        let mut index = Index::default();
        let words: Vec<String> = (0..1000_u32).map(|at| format!("mot{at}x")).collect();
        for (id, word) in (0..).zip(&words) {
            index.push(id, &[word, "et", word]);
        }
        for (id, word) in (0..).zip(&words) {
            assert_eq!(index.search(&Query::new(word)), [id]);
        }
        assert_eq!(index.search(&Query::new("et mot")).len(), 1000);
    }

    fn text() -> impl Strategy<Value = String> {
        "[abé ’漢-]{0,8}|([ab]{1,2} ){0,4}"
    }

    proptest! {
        #[test]
        fn the_index_finds_what_the_query_matches(
            entries in prop::collection::vec(prop::collection::vec(text(), 0..3), 0..6),
            typed in "[abdeÉ漢\"' -]{0,4}|\"[ab]{1,2} [ab]{1,2} ?[ab]?",
        ) {
            let query = Query::new(&typed);
            let mut index = Index::default();
            let mut expected = Vec::new();
            for (id, texts) in (0..).zip(&entries) {
                let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
                index.push(id, &texts);
                if query.matches(&texts) {
                    expected.push(id);
                }
            }
            prop_assert_eq!(index.search(&query), expected);
        }
    }
}
