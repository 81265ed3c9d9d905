//! Search: a query of several words.

use super::fold::{Folded, fold};
use super::letters::cut;
use super::words::ELIDED;
use std::ops::Range;

/// What a reader looks for: words that must all occur, in any order. Words between quotation
/// marks of any kind must stand next to one another, and so must those that a hyphen or an
/// apostrophe joins, which is no other than a space. An elided word in front (*l'*, *qu'*) does
/// not count.
///
/// ```
/// use quote_timeline::collate::search::Query;
///
/// let query = Query::new("OPEN l'objectif");
/// assert!(query.matches(&["Audrey Herblin-Stoop", "L’objectif n’est pas d’abandonner l’open source"]));
/// assert!(!query.matches(&["Nous continuerons d’avoir deux gammes"]));
/// assert!(!Query::new("« source open »").matches(&["l’open source"]));
/// assert!(Query::new("l'open-source").matches(&["d’une offre Open\u{a0}Source"]));
/// assert!(Query::new("  ").is_empty());
/// assert_eq!(Query::new("Été « l’open source").terms(), ["ete", "open source"]);
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
                let term = loose(meant(term));
                let term = term.trim_ascii();
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
        let mut whole = String::new();
        for text in texts {
            whole.push_str(&loose(&fold(text)));
            // Folding leaves no line breaks, so no word reaches across.
            whole.push('\n');
        }
        self.terms.iter().all(|term| holds(&whole, term))
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
        let folded = Folded::new(text);
        let mut from = Vec::new();
        let looked_in = loosened(folded.text(), &mut |at| from.push(at));
        let mut covered = vec![false; text.len()];
        for term in &self.terms {
            for (at, part) in looked_in.as_bytes().windows(term.len()).enumerate() {
                if part == term.as_bytes()
                    && let Some(start) = from.get(at)
                    && let Some(last) = from.get(at + term.len() - 1)
                {
                    let range = folded.original(*start..*last + 1);
                    covered.get_mut(range).unwrap_or_default().fill(true);
                }
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

/// A term without the elided word in front of it: who types *l'open* means *open*.
fn meant(term: &str) -> &str {
    match cut(term, b'\'') {
        (elided, Some(rest)) if ELIDED.contains(&elided) => rest,
        _ => term,
    }
}

/// A folded text whose apostrophes, hyphens, dashes and quotation marks are spaces, and no two
/// spaces together.
pub(super) fn loose(folded: &str) -> String {
    loosened(folded, &mut |_| {})
}

/// The same, telling for each byte where it was.
fn loosened(folded: &str, from: &mut dyn FnMut(usize)) -> String {
    let mut loose = String::with_capacity(folded.len());
    let mut spaced = false;
    for (at, letter) in folded.char_indices() {
        let divides = matches!(letter, ' ' | '\'' | '-' | '"');
        if !(spaced && divides) {
            loose.push(if divides { ' ' } else { letter });
            for byte in 0..letter.len_utf8() {
                from(at + byte);
            }
        }
        spaced = divides;
    }
    loose
}

/// Whether a text holds a term. In texts of a sentence or two the plain way is quick, and the
/// standard library's costs two kilobytes.
pub(crate) fn holds(text: &str, term: &str) -> bool {
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
    fn elision_apostrophes_hyphens_and_ligatures_do_not_matter() {
        let found = |typed: &str, text: &str| -> Vec<String> {
            let marks = Query::new(typed).marks(text);
            marks.into_iter().map(|range| text[range].to_owned()).collect()
        };
        assert_eq!(found("open", "d’abandonner l’open source"), ["open"]);
        assert_eq!(found("l'open", "with Open-source models"), ["Open"]);
        assert_eq!(
            found("« l’open source »", "un modèle open\u{202f}source"),
            ["open\u{202f}source"]
        );
        assert_eq!(found("open-source", "des modèles open source"), ["open source"]);
        assert_eq!(found("open source", "open-source models"), ["open", "source"]);
        assert_eq!(found("\"open source\"", "open-source models"), ["open-source"]);
        assert_eq!(found("aujourd'hui", "Aujourd’hui"), ["Aujourd’hui"]);
        assert_eq!(found("qu’il", "lorsqu’il pleut, il"), ["il", "il"]);
        assert_eq!(found("oeuvre", "chef-d’œuvre"), ["œuvre"]);
        assert_eq!(found("chef-d'oeuvre", "chef d’œuvre"), ["chef d’œuvre"]);
        assert_eq!(found("l'", "l’open source"), [""; 0]);
        assert!(Query::new("gammes et").matches(&["deux gammes – et"]));
        assert!(Query::new("« gammes et »").matches(&["deux gammes – et"]));
    }

    #[test]
    fn an_empty_query_matches_everything_and_marks_nothing() {
        assert!(Query::new(" \" ").matches(&[]));
        assert!(Query::new("").marks("texte").is_empty());
    }

    fn text() -> impl Strategy<Value = String> {
        "[abé ’漢-]{0,8}|(漢|a){0,5}"
    }

    proptest! {
        #[test]
        fn what_matches_is_marked(text in text(), typed in "[abde漢' -]{0,4}") {
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
