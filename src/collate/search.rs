//! Search: a query of several words over the texts of many quotes.

use super::fold::{find_all, fold, fold_into};
use std::ops::Range;

/// What a reader looks for: words that must all occur, in any order. Words between quotation
/// marks of any kind must stand next to one another.
///
/// ```
/// use quote_timeline::collate::search::Query;
///
/// let query = Query::new("OPEN l'objectif");
/// assert!(query.matches(&["Audrey Herblin-Stoop", "L’objectif n’est pas d’abandonner l’open source"]));
/// assert!(!query.matches(&["Nous continuerons d’avoir deux gammes"]));
/// assert!(!Query::new("« source open »").matches(&["l’open source"]));
/// assert!(Query::new("  ").is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<String>,
}

impl Query {
    /// Reads what was typed. A quotation mark that is not closed yet reaches to the end.
    pub fn new(typed: &str) -> Self {
        let mut terms: Vec<String> = Vec::new();
        for (at, part) in fold(typed).split('"').enumerate() {
            let quoted = at % 2 == 1;
            if quoted {
                terms.push(part.trim_matches(' ').to_owned());
            } else {
                terms.extend(part.split(' ').map(str::to_owned));
            }
        }
        terms.retain(|term| !term.is_empty());
        Self { terms }
    }

    /// Whether nothing is looked for; such a query matches everything.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether every word occurs in one of the texts.
    pub fn matches(&self, texts: &[&str]) -> bool {
        let mut folded = String::new();
        push_folded(&mut folded, texts);
        self.matches_folded(&folded)
    }

    /// The same for a text that is folded already.
    pub fn matches_folded(&self, folded: &str) -> bool {
        self.terms.iter().all(|term| Needle::new(term, &[0; 256]).first_in(folded, 0).is_some())
    }

    /// What to mark in a text: byte ranges in order, those that touch made one.
    ///
    /// ```
    /// use quote_timeline::collate::search::Query;
    ///
    /// let text = "l’open source, ouvert";
    /// let marks = Query::new("op open ouv").marks(text);
    /// let marked: Vec<&str> = marks.into_iter().map(|range| &text[range]).collect();
    /// assert_eq!(marked, ["open", "ouv"]);
    /// ```
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let mut covered = vec![false; text.len()];
        for term in &self.terms {
            for range in find_all(text, term) {
                covered.get_mut(range).unwrap_or_default().fill(true);
            }
        }
        let mut marks: Vec<Range<usize>> = Vec::new();
        for (at, _) in covered.iter().enumerate().filter(|(_, covered)| **covered) {
            match marks.last_mut().filter(|mark| mark.end == at) {
                Some(mark) => mark.end += 1,
                None => marks.push(at..at + 1),
            }
        }
        marks
    }
}

/// Texts folded once, to be searched at every keystroke: one string end to end, read at the speed
/// of memory.
///
/// ```
/// use quote_timeline::collate::search::{Index, Query};
///
/// let mut index = Index::default();
/// index.push(7, &["Le but n’est pas d’abandonner l’open source", "The aim is not to abandon it"]);
/// index.push(9, &["Nous continuerons d’avoir deux gammes"]);
/// assert_eq!(index.search(&Query::new("abandon source")), [7]);
/// assert_eq!(index.search(&Query::new("on")), [7, 9]);
/// ```
#[derive(Clone, Debug)]
pub struct Index {
    text: String,
    entries: Vec<Entry>,
    /// How often each byte occurs, to look for the rarest letter of a word.
    counts: [u32; 256],
}

#[derive(Clone, Debug)]
struct Entry {
    id: u32,
    /// Where its texts end in the one string.
    end: usize,
}

impl Default for Index {
    fn default() -> Self {
        Self { text: String::new(), entries: Vec::new(), counts: [0; 256] }
    }
}

impl Index {
    /// Adds an entry with everything that is searched in it.
    pub fn push(&mut self, id: u32, texts: &[&str]) {
        let start = self.text.len();
        push_folded(&mut self.text, texts);
        for byte in self.text.bytes().skip(start) {
            if let Some(count) = self.counts.get_mut(usize::from(byte)) {
                *count = count.saturating_add(1);
            }
        }
        self.entries.push(Entry { id, end: self.text.len() });
    }

    /// The entries that a query matches, in the order in which they were pushed: by rising id, if
    /// that is how they came. An empty query matches all.
    pub fn search(&self, query: &Query) -> Vec<u32> {
        let needles: Vec<Needle> =
            query.terms.iter().map(|term| Needle::new(term, &self.counts)).collect();
        // The rarest word decides; all are looked for only where it occurs.
        let Some(rarest) = needles.iter().min_by_key(|needle| needle.count) else {
            return self.entries.iter().map(|entry| entry.id).collect();
        };
        let mut ids = Vec::new();
        let mut entries = self.entries.iter();
        let mut start = 0;
        while let Some(at) = rarest.first_in(&self.text, start) {
            // The entry that holds it; the ones before do not.
            let Some(entry) = entries.find(|entry| {
                let before = entry.end <= at;
                if before {
                    start = entry.end;
                }
                !before
            }) else {
                break;
            };
            let text = self.text.get(start..entry.end).unwrap_or_default();
            if needles.iter().all(|needle| needle.first_in(text, 0).is_some()) {
                ids.push(entry.id);
            }
            start = entry.end;
        }
        ids
    }
}

/// Appends folded texts, a line each: folding leaves no line breaks, so no word reaches across.
fn push_folded(folded: &mut String, texts: &[&str]) {
    for text in texts {
        fold_into(text, folded, &mut |_, _| {});
        folded.push('\n');
    }
}

/// A term and the letter of it to look for.
struct Needle<'t> {
    term: &'t str,
    /// The byte of the term that the letter stands at.
    offset: usize,
    letter: char,
    /// How often the last byte of that letter occurs where it is searched.
    count: u32,
}

impl<'t> Needle<'t> {
    fn new(term: &'t str, counts: &[u32; 256]) -> Self {
        let mut needle = Self { term, offset: 0, letter: '\0', count: u32::MAX };
        for (offset, letter) in term.char_indices() {
            let last = letter.encode_utf8(&mut [0; 4]).bytes().last();
            let count = last.and_then(|byte| counts.get(usize::from(byte)).copied()).unwrap_or(0);
            if count < needle.count {
                needle = Self { term, offset, letter, count };
            }
        }
        needle
    }

    /// Where the term first occurs at or after a byte. The standard library looks for one letter
    /// several bytes at a time, which its search for a string does not; measured in wasm it is
    /// also twice as quick as Horspool's steps.
    fn first_in(&self, text: &str, from: usize) -> Option<usize> {
        let mut looked = from;
        loop {
            let at = looked + text.get(looked..)?.find(self.letter)?;
            let start = at.checked_sub(self.offset).filter(|start| *start >= from);
            let here = start.and_then(|start| text.as_bytes().get(start..));
            if here.is_some_and(|here| here.starts_with(self.term.as_bytes())) {
                return start;
            }
            looked = at + self.letter.len_utf8();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn all_words_must_occur_wherever_they_stand() {
        let texts = ["Arthur Mensch", "« Nous avons commencé par des modèles open source »"];
        for typed in
            ["mensch modeles", "OPEN arthur", "\"open source\"", "« open source", "commence"]
        {
            assert!(Query::new(typed).matches(&texts), "{typed}");
        }
        for typed in ["mensch fermés", "\"source open\"", "menschnous", "\"mensch nous\""] {
            assert!(!Query::new(typed).matches(&texts), "{typed}");
        }
    }

    #[test]
    fn an_empty_query_finds_everything_and_marks_nothing() {
        let mut index = Index::default();
        index.push(3, &[]);
        index.push(1, &["a"]);
        assert_eq!(index.search(&Query::new(" \" ")), [3, 1]);
        assert!(Query::new("").marks("texte").is_empty());
        assert!(Index::default().search(&Query::new("a")).is_empty());
    }

    fn text() -> impl Strategy<Value = String> {
        "[abé ’漢]{0,8}|(漢|a){0,5}"
    }

    proptest! {
        #[test]
        fn the_index_finds_what_the_query_matches(
            entries in prop::collection::vec(prop::collection::vec(text(), 0..3), 0..6),
            typed in "[abeÉ漢\" ]{0,4}|(漢|a){1,3}",
        ) {
            let query = Query::new(&typed);
            let mut index = Index::default();
            let mut expected = Vec::new();
            for (id, texts) in (0..).zip(&entries) {
                let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
                index.push(id, &texts);
                let folded: Vec<String> = texts.iter().map(|text| fold(text)).collect();
                if query.terms.iter().all(|term| folded.iter().any(|text| text.contains(term))) {
                    expected.push(id);
                    prop_assert!(query.matches(&texts));
                }
            }
            prop_assert_eq!(index.search(&query), expected);
        }

        #[test]
        fn what_matches_is_marked(text in text(), typed in "[abe漢 ]{0,4}") {
            let query = Query::new(&typed);
            let marks = query.marks(&text);
            if query.matches(&[&text]) && !query.is_empty() {
                prop_assert!(!marks.is_empty());
            }
            prop_assert!(marks.windows(2).all(|two| two[0].end < two[1].start));
            prop_assert!(marks.iter().all(|range| text.get(range.clone()).is_some()));
        }
    }
}
