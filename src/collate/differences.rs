//! A reading against a base, stretch by stretch.

use super::tokens::Tokens;
use std::ops::Range;

/// How a stretch of a reading stands to the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Both have the same words.
    Same,
    /// The reading has other words here.
    Changed,
    /// The reading leaves the words of the base out.
    Omitted,
    /// The reading adds words.
    Added,
}

/// A stretch of the base and what answers it in the reading.
///
/// Ranges begin and end with a word. Between two stretches lie only white space and, where
/// typography does not count, punctuation. The empty range of an omission or an addition says
/// where the words would stand: right before the next word, or at the end of the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// How the two stand to each other.
    pub change: Change,
    /// Bytes of the base.
    pub base: Range<usize>,
    /// Bytes of the reading.
    pub reading: Range<usize>,
}

/// What counts as a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// Words only: typography, capitals and punctuation do not count. See [`key`].
    Words,
    /// Every character: apostrophes, guillemets, spaces, capitals, punctuation too.
    Typography,
}

/// What differs between a base and a reading of it in the same language.
///
/// Stretches are in order and cover every word of both texts. A lone short word that both have
/// between two changes is taken into one change with them, as a person would mark it.
///
/// ```
/// use quote_timeline::collate::differences::{Change, Strictness, differences};
///
/// let base = "Le but n'est pas d'abandonner l'open source";
/// let reading = "L’objectif n’est pas d’abandonner l’open source.";
/// let found = differences(base, reading, "fr", Strictness::Words);
///
/// assert_eq!(found.len(), 2);
/// assert_eq!(found[0].change, Change::Changed);
/// assert_eq!(&base[found[0].base.clone()], "Le but");
/// assert_eq!(&reading[found[0].reading.clone()], "L’objectif");
/// assert_eq!(found[1].change, Change::Same);
/// ```
pub fn differences(
    base: &str,
    reading: &str,
    language: &str,
    strictness: Strictness,
) -> Vec<Stretch> {
    let base = Tokens::new(base, language, strictness);
    let reading = Tokens::new(reading, language, strictness);
    let mut stretches = Vec::new();
    let mut at = (0, 0);
    let agreed = base.agreements(&reading);
    let mut next = 0;
    while at.0 < base.list.len() || at.1 < reading.list.len() {
        let agreeing = agreed.get(next).copied();
        let mut end = agreeing.unwrap_or((base.list.len(), reading.list.len()));
        let change = match (end.0 > at.0, end.1 > at.1) {
            (true, true) => Change::Changed,
            (true, false) => Change::Omitted,
            (false, true) => Change::Added,
            (false, false) => {
                while agreed.get(next).copied() == Some(end) {
                    next += 1;
                    end = (end.0 + 1, end.1 + 1);
                }
                Change::Same
            }
        };
        stretches.push(Stretch {
            change,
            base: base.range(at.0..end.0),
            reading: reading.range(at.1..end.1),
        });
        at = end;
    }
    stretches
}

/// How much of the base a reading keeps: the words of the base that it has in their order, and
/// all words of the base. Punctuation does not count.
///
/// ```
/// use quote_timeline::collate::differences::kept;
///
/// assert_eq!(kept("Nous continuerons d'avoir deux gammes", "Et nous continuerons", "fr"), (2, 6));
/// ```
pub fn kept(base: &str, reading: &str, language: &str) -> (usize, usize) {
    let base = Tokens::new(base, language, Strictness::Words);
    let reading = Tokens::new(reading, language, Strictness::Words);
    (base.agreements(&reading).len(), base.list.len())
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The stretches as a critic writes them: words, `[base|reading]`, `[-omitted]`, `[+added]`.
    fn shown(base: &str, reading: &str, strictness: Strictness) -> String {
        let found = differences(base, reading, "fr", strictness);
        let shown: Vec<String> = found
            .into_iter()
            .map(|Stretch { change, base: b, reading: r }| match change {
                Change::Same => base[b].to_owned(),
                Change::Changed => format!("[{}|{}]", &base[b], &reading[r]),
                Change::Omitted => format!("[-{}]", &base[b]),
                Change::Added => format!("[+{}]", &reading[r]),
            })
            .collect();
        shown.join(" ")
    }

    fn by_words(base: &str, reading: &str) -> String {
        shown(base, reading, Strictness::Words)
    }

    #[test]
    fn the_aim_is_not_to_abandon_open_source() {
        assert_eq!(
            by_words(
                "Le but n'est pas d'abandonner l'open source",
                "L'objectif n'est pas d'abandonner l'open source"
            ),
            "[Le but|L'objectif] n'est pas d'abandonner l'open source"
        );
    }

    #[test]
    fn research_in_the_singular_and_in_the_plural() {
        assert_eq!(
            by_words(
                "L'activité commerciale nous permettra de financer la recherche coûteuse nécessaire au développement de modèles",
                "L'activité commerciale nous permettra de financer les recherches coûteuses nécessaires au développement de nouveaux modèles"
            ),
            "L'activité commerciale nous permettra de financer \
             [la recherche coûteuse nécessaire|les recherches coûteuses nécessaires] \
             au développement de [+nouveaux] modèles"
        );
    }

    #[test]
    fn two_ranges_or_two_tracks() {
        let base = "nous continuerons d'avoir deux gammes";
        assert_eq!(
            by_words(base, "Nous continuerons à travailler sur les deux pistes."),
            "nous continuerons [d'avoir|à travailler sur les] deux [gammes|pistes]"
        );
        assert_eq!(
            by_words(base, "Et nous continuerons d’avoir deux gammes."),
            "[+Et] nous continuerons d'avoir deux gammes"
        );
        assert_eq!(by_words(base, "Nous continuerons d’avoir deux gammes"), base);
    }

    #[test]
    fn opening_the_bonnet() {
        assert_eq!(
            by_words(
                "il faut qu'on soit transparent et qu'on permette d'ouvrir le capot de cette technologie révolutionnaire qu'est l'intelligence artificielle générative et c'est l'open source qui permet ça",
                "Cette technologie est révolutionnaire et nous devons être transparents. Nous devons permettre aux gens de regarder sous le capot et c'est l'open source qui permet cela."
            ),
            "[-il faut qu'on soit transparent et qu'on permette d'ouvrir le capot de] \
             cette technologie [+est] révolutionnaire \
             [qu'est l'intelligence artificielle générative|\
             et nous devons être transparents. Nous devons permettre aux gens de regarder sous le capot] \
             et c'est l'open source qui permet [ça|cela]"
        );
    }

    #[test]
    fn typography_counts_when_asked_for() {
        let (base, reading) = ("«Le but» n'est pas clair", "« Le but » n’est pas clair.");
        assert_eq!(by_words(base, reading), "Le but» n'est pas clair");
        assert_eq!(
            shown(base, reading, Strictness::Typography),
            "« [+\u{20}] Le but [» n'|\u{20}» n’] est pas clair [+.]"
        );
        assert_eq!(shown("A peine", "À peine", Strictness::Typography), "[A|À]  peine");
    }

    #[test]
    fn how_much_is_kept() {
        let base = "Nous continuerons d'avoir deux gammes.";
        assert_eq!(kept(base, base, "fr"), (6, 6));
        assert_eq!(kept(base, "« Nous continuerons d’avoir deux gammes »", "fr"), (6, 6));
        assert_eq!(kept(base, "Nous continuerons", "fr"), (2, 6));
        assert_eq!(kept(base, "", "fr"), (0, 6));
        assert_eq!(kept("", base, "fr"), (0, 0));
    }

    proptest! {
        #[test]
        fn every_word_is_in_one_stretch(
            base in "([a-d]{1,5}[ ,.'’]{1,2}){0,9}",
            reading in "([a-d]{1,5}[ ,.'’]{1,2}){0,9}",
            strict: bool,
        ) {
            let strictness = if strict { Strictness::Typography } else { Strictness::Words };
            let found = differences(&base, &reading, "fr", strictness);
            let ignored = |between: &str| between.chars().all(|c| !c.is_alphanumeric());
            let mut end = (0, 0);
            let mut before = None;
            for Stretch { change, base: b, reading: r } in found {
                prop_assert!(b.start >= end.0 && r.start >= end.1);
                prop_assert!(ignored(&base[end.0..b.start]) && ignored(&reading[end.1..r.start]));
                prop_assert_eq!(b.is_empty(), change == Change::Added);
                prop_assert_eq!(r.is_empty(), change == Change::Omitted);
                prop_assert_eq!(before == Some(Change::Same), change != Change::Same && before.is_some());
                end = (b.end.max(end.0), r.end.max(end.1));
                before = Some(change);
            }
            prop_assert!(ignored(&base[end.0..]) && ignored(&reading[end.1..]));
        }

        #[test]
        fn a_text_keeps_all_of_itself(text in "\\PC{0,40}") {
            let (kept, all) = kept(&text, &text, "fr");
            prop_assert_eq!(kept, all);
            let found = differences(&text, &text, "fr", Strictness::Typography);
            prop_assert!(found.iter().all(|stretch| stretch.change == Change::Same));
        }
    }
}
