//! Search: a query of several words.

use super::fold::{find_all, fold, fold_into};
use super::letters::cut;
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
/// assert_eq!(Query::new("Été « l’open source").terms(), ["ete", "l'open source"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<String>,
}

impl Query {
    /// Reads what was typed. A quotation mark that is not closed yet reaches to the end.
    pub fn new(typed: &str) -> Self {
        let folded = fold(typed);
        let mut terms = Vec::new();
        let mut quoted = false;
        let mut parts = Some(folded.as_str());
        while let Some(text) = parts {
            let (part, after) = cut(text, b'"');
            parts = after;
            let mut rest = Some(part);
            while let Some(text) = rest {
                let (term, after) =
                    if quoted { (text.trim_ascii(), None) } else { cut(text, b' ') };
                if !term.is_empty() {
                    terms.push(term.to_owned());
                }
                rest = after;
            }
            quoted = !quoted;
        }
        Self { terms }
    }

    /// The folded words and phrases, as typed.
    pub fn terms(&self) -> &[String] {
        &self.terms
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
        self.terms.iter().all(|term| holds(folded, term))
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
            for range in &find_all(text, term) {
                covered.get_mut(range.clone()).unwrap_or_default().fill(true);
            }
        }
        let mut marks: Vec<Range<usize>> = Vec::new();
        for (at, covered) in covered.iter().enumerate() {
            match marks.last_mut() {
                _ if !covered => {}
                Some(mark) if mark.end == at => mark.end += 1,
                _ => marks.push(at..at + 1),
            }
        }
        marks
    }
}

/// Appends folded texts, a line each: folding leaves no line breaks, so no word reaches across.
fn push_folded(folded: &mut String, texts: &[&str]) {
    for text in texts {
        fold_into(text, folded, &mut |_, _| {});
        folded.push('\n');
    }
}

/// Whether a text holds a term. In texts of a sentence or two the plain way is quick, and the
/// standard library's costs two kilobytes.
pub(super) fn holds(text: &str, term: &str) -> bool {
    term.is_empty() || text.as_bytes().windows(term.len()).any(|part| part == term.as_bytes())
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
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
    fn an_empty_query_matches_everything_and_marks_nothing() {
        assert!(Query::new(" \" ").matches(&[]));
        assert!(Query::new("").marks("texte").is_empty());
    }

    fn text() -> impl Strategy<Value = String> {
        "[abé ’漢]{0,8}|(漢|a){0,5}"
    }

    proptest! {
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
