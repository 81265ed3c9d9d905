//! How a reading's words differ from the base's, for the eye.

use std::ops::Range;

use super::side::{Side, joined};
use crate::collate::differences::{Change, Strictness, Witness, differences};
use crate::collate::letters::{is_blank, skip, skip_back};
use crate::collate::words::{Kind, words};
use crate::dossier::Status;

/// A place where a reading differs from the base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// How; never the same.
    pub change: Change,
    /// The bytes of the reading, of all pieces joined; empty where it leaves words out.
    pub range: Range<usize>,
    /// The words that the base has instead, or that are left out.
    pub instead: String,
}

/// A reading against the base.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Where they differ, in the reading's order.
    pub variants: Vec<Variant>,
    /// How many of the base's words the reading has, in their place or moved.
    pub kept: usize,
    /// How many words the base has.
    pub words: usize,
}

impl Comparison {
    /// The share of the base's words that the reading keeps, in whole percent: `100 * kept / words`
    /// without the remainder, but never 0 where one is kept. Punctuation is no word, and neither
    /// are the words that an article puts outside its quotation marks; an elided word (*l'*) is one.
    pub fn percent(&self) -> usize {
        match 100 * self.kept / self.words.max(1) {
            0 => usize::from(self.kept > 0),
            percent => percent,
        }
    }

    /// Whether a paraphrase keeps so little that marking each word would say nothing: no more than
    /// a quarter.
    pub fn is_apart(&self, status: Status) -> bool {
        status == Status::Paraphrase && self.kept * 4 <= self.words
    }
}

/// Compares a reading with the base, both in one language.
///
/// Words that the reading's article puts outside its quotation marks are the article's, so they
/// are no variant; where they say what the base says, nothing is left out.
///
/// ```
/// use quote_timeline::collate::differences::{Change, Strictness};
/// use quote_timeline::dossier::{Language, Piece, Text};
/// use quote_timeline::state::{comparison::compare, side::Side};
///
/// let text = |words: &str| Text(vec![Piece::Words(words.into())]);
/// let (base, reading) = (text("Le but n'est pas là"), text("L’objectif n’est pas là."));
/// let side = |text| Side { language: Language::FRENCH, text, translation: None };
/// let found = compare(&side(&base), &side(&reading), Strictness::Words);
///
/// assert_eq!(found.variants.len(), 1);
/// assert_eq!(found.variants[0].change, Change::Changed);
/// assert_eq!(found.variants[0].range, 0..12);
/// assert_eq!(found.variants[0].instead, "Le but");
/// assert_eq!(found.percent(), 66);
/// ```
#[inline(never)]
pub fn compare(base: &Side, reading: &Side, strictness: Strictness) -> Comparison {
    let language = reading.language.as_str();
    let (base_text, base_outside) = joined(base.text);
    let (reading_text, reading_outside) = joined(reading.text);
    let base = Witness { text: &base_text, outside: &base_outside };
    let reading = Witness { text: &reading_text, outside: &reading_outside };
    let mut found = variants(base, reading, language, strictness);
    if strictness == Strictness::Typography {
        // An apostrophe of another shape is a variant then, but the word is kept.
        found.kept = variants(base, reading, language, Strictness::Words).kept;
    }
    found.words = own_words(base, 0..base_text.len(), language);
    found
}

fn variants(base: Witness, reading: Witness, language: &str, strictness: Strictness) -> Comparison {
    let mut found = Comparison::default();
    for stretch in differences(base, reading, language, strictness) {
        let mut change = stretch.change;
        match change {
            Change::Same => {
                // Word answers word.
                let of_base = all_words(base.text, &stretch.base, language);
                let of_reading = all_words(reading.text, &stretch.reading, language);
                for (one, other) in of_base.iter().zip(&of_reading) {
                    let kept = !base.is_outside(*one) && !reading.is_outside(*other);
                    found.kept += usize::from(kept);
                }
                continue;
            }
            Change::MovedAway => {
                found.kept += own_words(base, stretch.base, language);
                continue;
            }
            _ => {}
        }
        let mut instead = String::new();
        for range in own_ranges(base, stretch.base) {
            if !instead.is_empty() {
                instead.push(' ');
            }
            instead.push_str(base.text.get(range).unwrap_or_default());
        }
        if instead.is_empty() && change == Change::Changed {
            change = Change::Added;
        }
        // What is left out stands among the reading's words, not the article's.
        let mut at = stretch.reading.start;
        for outside in reading.outside {
            if outside.contains(&at) {
                at = outside.end;
            }
        }
        // After the last word it stands after the marks that close the sentence too.
        if all_words(reading.text, &(at..reading.text.len()), language).is_empty() {
            at = reading.text.len();
        }
        let mut said = false;
        for range in own_ranges(reading, stretch.reading) {
            found.variants.push(Variant { change, range, instead: std::mem::take(&mut instead) });
            said = true;
        }
        if !said && !instead.is_empty() {
            found.variants.push(Variant { change: Change::Omitted, range: at..at, instead });
        }
    }
    found
}

/// Where the words of a stretch begin; punctuation is none.
#[inline(never)]
fn all_words(text: &str, range: &Range<usize>, language: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    for word in &words(text.get(range.clone()).unwrap_or_default(), language) {
        if word.kind != Kind::Punctuation {
            starts.push(range.start + word.range.start);
        }
    }
    starts
}

/// How many words of a stretch are not the article's own.
fn own_words(witness: Witness, range: Range<usize>, language: &str) -> usize {
    let mut count = 0;
    for start in all_words(witness.text, &range, language) {
        count += usize::from(!witness.is_outside(start));
    }
    count
}

/// A stretch without the article's own words, and without space around what is left.
fn own_ranges(witness: Witness, range: Range<usize>) -> Vec<Range<usize>> {
    let mut own = Vec::new();
    let mut at = range.start;
    let end = Range { start: range.end, end: range.end };
    for outside in witness.outside.iter().chain([&end]) {
        if outside.end < at || outside.start > range.end {
            continue;
        }
        let until = outside.start.max(at);
        let part = witness.text.get(at..until).unwrap_or_default();
        let start = until - skip(part, &is_blank).len();
        let length = skip_back(skip(part, &is_blank), &is_blank).len();
        if length > 0 {
            own.push(start..start + length);
        }
        at = outside.end.max(at);
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{Language, Piece, Text};

    fn side(text: &Text) -> Side<'_> {
        Side { language: Language::FRENCH, text, translation: None }
    }

    /// Words; those in brackets are the article's.
    fn text(words: &str) -> Text {
        let mut pieces = Vec::new();
        for (number, part) in words.split(['[', ']']).enumerate() {
            if number % 2 == 1 {
                pieces.push(Piece::Outside(part.into()));
            } else if !part.is_empty() {
                pieces.push(Piece::Words(part.into()));
            }
        }
        Text(pieces)
    }

    fn found(base: &str, reading: &str) -> (Vec<(Change, String, String)>, usize) {
        let (base, reading) = (text(base), text(reading));
        let found = compare(&side(&base), &side(&reading), Strictness::Words);
        let printed = joined(&reading).0;
        let shown = |own: &Variant| {
            (own.change, printed.get(own.range.clone()).unwrap().to_owned(), own.instead.clone())
        };
        (found.variants.iter().map(shown).collect(), found.percent())
    }

    fn variant(change: Change, words: &str, instead: &str) -> (Change, String, String) {
        (change, words.to_owned(), instead.to_owned())
    }

    #[test]
    fn the_drifts_of_the_affair() {
        let (variants, percent) = found(
            "L'activité commerciale nous permettra de financer la recherche coûteuse nécessaire au développement de modèles. Et nous continuerons d’avoir deux gammes.",
            "L'activité commerciale nous permettra de financer les recherches coûteuses nécessaires au développement de nouveaux modèles",
        );
        assert_eq!(
            variants,
            [
                variant(
                    Change::Changed,
                    "les recherches coûteuses nécessaires",
                    "la recherche coûteuse nécessaire"
                ),
                variant(Change::Added, "nouveaux", ""),
                variant(Change::Omitted, "", "Et nous continuerons d’avoir deux gammes"),
            ]
        );
        assert_eq!(percent, 50);
        let (variants, _) = found(
            "nous continuerons d'avoir deux gammes",
            "Nous continuerons à travailler sur les deux pistes.",
        );
        assert_eq!(
            variants,
            [
                variant(Change::Changed, "à travailler sur les", "d'avoir"),
                variant(Change::Changed, "pistes", "gammes")
            ]
        );
    }

    #[test]
    fn the_articles_own_words_are_no_variant() {
        // What the base's article says itself is not left out ...
        assert_eq!(found("On est [dit-elle ]convaincu", "On est convaincu"), (vec![], 100));
        // ... and what the reading's article says is not added, nor kept.
        assert_eq!(
            found("Et nous continuerons", "[et ]nous [, dit-il, ]continuerons"),
            (vec![], 66)
        );
        assert_eq!(
            found("Le but est clair", "[elle dit que c'est ]clair").0,
            [variant(Change::Omitted, "", "Le but")]
        );
    }

    #[test]
    fn moved_words_are_kept() {
        let (variants, percent) = found(
            "nous devons être transparents sur ce sujet",
            "Sur ce sujet nous devons être transparents",
        );
        assert_eq!(variants, [variant(Change::MovedHere, "Sur ce sujet", "")]);
        assert_eq!(percent, 100);
    }

    #[test]
    fn typography_counts_only_when_asked_for_and_keeps_the_word() {
        let (base, reading) = (text("l'open source"), text("l’Open source"));
        let count = |strictness| {
            let found = compare(&side(&base), &side(&reading), strictness);
            (found.variants.len(), found.percent())
        };
        assert_eq!(count(Strictness::Words), (0, 100));
        assert_eq!(count(Strictness::Typography), (1, 100));
    }
}
