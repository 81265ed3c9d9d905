//! A reading against a base, stretch by stretch.

use super::moves::moved;
use super::tokens::Tokens;
use std::ops::Range;

/// How a stretch of a reading stands to the base, in the terms of textual criticism.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Both have the same words.
    Same,
    /// Substitution: the reading has other words here.
    Changed,
    /// The reading leaves the words of the base out.
    Omitted,
    /// The reading adds words.
    Added,
    /// Transposition: the base has these words of the reading elsewhere.
    MovedHere,
    /// Transposition: the reading has these words of the base elsewhere.
    MovedAway,
}

/// A stretch of the base and what answers it in the reading.
///
/// Ranges begin and end with a word. Between two stretches lie only white space and, where
/// typography does not count, punctuation. The empty range of an omission, an addition or a
/// transposition says where the words would stand: right before the next word, or at the end of the
/// last.
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
    /// Words only: typography, capitals and punctuation do not count. See [`key`](super::words::key).
    Words,
    /// Every character: apostrophes, guillemets, spaces, capitals, punctuation too.
    Typography,
}

/// What is compared: a text, and which of its bytes are not the text's own but words that an
/// article puts between two quotations.
#[derive(Clone, Copy, Debug)]
pub struct Witness<'t> {
    /// All the words.
    pub text: &'t str,
    /// The stretches of it that stand outside the quotation marks.
    pub outside: &'t [Range<usize>],
}

impl<'t> Witness<'t> {
    /// A text all of whose words are its own.
    pub fn new(text: &'t str) -> Self {
        Self { text, outside: &[] }
    }

    /// Whether a byte stands outside the quotation marks.
    pub fn is_outside(self, byte: usize) -> bool {
        self.outside.iter().any(|range| range.contains(&byte))
    }
}

/// Up to so many words a side, changes that follow one another are one variant, as a person would
/// mark them: *la recherche coûteuse*, *les recherches coûteuses*. Longer ones are cut where a word
/// answers another form of itself.
const MOST_WORDS: usize = 5;

/// What differs between a base and a reading of it in the same language.
///
/// Stretches are in order and cover every word of both texts. A lone short word that both have
/// between two changes is taken into one change with them, as a person would mark it.
///
/// Words are aligned with weights (`sequence`), which no crate for differences has: see the note on
/// dependencies in `Cargo.toml`.
///
/// ```
/// use quote_timeline::collate::differences::{Change, Strictness, Witness, differences};
///
/// let base = "Le but n'est pas d'abandonner l'open source";
/// let reading = "L’objectif n’est pas d’abandonner l’open source.";
/// let found =
///     differences(Witness::new(base), Witness::new(reading), "fr", Strictness::Words);
///
/// assert_eq!(found.len(), 2);
/// assert_eq!(found[0].change, Change::Changed);
/// assert_eq!(&base[found[0].base.clone()], "Le but");
/// assert_eq!(&reading[found[0].reading.clone()], "L’objectif");
/// assert_eq!(found[1].change, Change::Same);
/// ```
pub fn differences(
    base: Witness,
    reading: Witness,
    language: &str,
    strictness: Strictness,
) -> Vec<Stretch> {
    let base = Tokens::of(base, language, strictness);
    let reading = Tokens::of(reading, language, strictness);
    let mut agreed = base.agreements(&reading);
    let (away, here) = moved(&base, &reading, &agreed);
    agreed.push((base.list.len(), reading.list.len()));

    let mut runs = Runs { list: Vec::new(), at: (0, 0) };
    for (one, other) in agreed {
        // What lies between two agreements.
        while runs.at.0 < one || runs.at.1 < other {
            let to = run(&here, runs.at.1, other, true);
            if to > runs.at.1 {
                runs.push(Change::MovedHere, (runs.at.0, to));
                continue;
            }
            let from = run(&away, runs.at.0, one, true);
            if from > runs.at.0 {
                runs.push(Change::MovedAway, (from, runs.at.1));
                continue;
            }
            let end = (run(&away, runs.at.0, one, false), run(&here, runs.at.1, other, false));
            runs.push(Change::Changed, end);
        }
        let same = base.same(one, &reading, other);
        if one < base.list.len() {
            runs.push(if same { Change::Same } else { Change::Changed }, (one + 1, other + 1));
        }
    }
    let mut stretches = Vec::with_capacity(runs.list.len());
    for Run { change, base: one, reading: other } in runs.list {
        let change = match change {
            Change::Changed if other.is_empty() => Change::Omitted,
            Change::Changed if one.is_empty() => Change::Added,
            _ => change,
        };
        let (base, reading) = (base.range(one), reading.range(other));
        stretches.push(Stretch { change, base, reading });
    }
    stretches
}

/// How far, up to an end, all marks have one value.
#[inline(never)]
fn run(marks: &[bool], from: usize, end: usize, value: bool) -> usize {
    let rest = marks.get(from..end).unwrap_or_default();
    rest.iter().position(|mark| *mark != value).map_or(end, |length| from + length)
}

/// Words of both sides that stand to each other in one way.
struct Run {
    change: Change,
    base: Range<usize>,
    reading: Range<usize>,
}

/// Runs in order, and where the last of them ends.
struct Runs {
    list: Vec<Run>,
    at: (usize, usize),
}

impl Runs {
    /// Adds what reaches to an end, to the last run where both are one variant.
    fn push(&mut self, change: Change, end: (usize, usize)) {
        let at = std::mem::replace(&mut self.at, end);
        if let Some(last) = self.list.last_mut() {
            let short =
                end.0 - last.base.start <= MOST_WORDS && end.1 - last.reading.start <= MOST_WORDS;
            let one = match change {
                Change::Same => true,
                Change::Changed => short,
                _ => false,
            };
            if last.change == change && one {
                (last.base.end, last.reading.end) = end;
                return;
            }
        }
        self.list.push(Run { change, base: at.0..end.0, reading: at.1..end.1 });
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The stretches as a critic writes them: words, `[base|reading]`, `[-omitted]`, `[+added]`.
    fn shown(base: &str, reading: &str, strictness: Strictness) -> String {
        let found = differences(Witness::new(base), Witness::new(reading), "fr", strictness);
        let shown: Vec<String> = found
            .into_iter()
            .map(|Stretch { change, base: b, reading: r }| match change {
                Change::Same => base[b].to_owned(),
                Change::Changed => format!("[{}|{}]", &base[b], &reading[r]),
                Change::Omitted => format!("[-{}]", &base[b]),
                Change::Added => format!("[+{}]", &reading[r]),
                Change::MovedHere => format!("[>{}]", &reading[r]),
                Change::MovedAway => format!("[<{}]", &base[b]),
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
        let base = "il faut qu'on soit transparent et qu'on permette d'ouvrir le capot de cette \
                    technologie révolutionnaire et c'est l'open source qui permet ça";
        let reading = "Cette technologie est révolutionnaire et nous devons être transparents. Nous \
                       devons permettre aux gens de regarder sous le capot et c'est l'open source qui \
                       permet cela.";
        // The article's own words.
        let outside = ["et qu", "de cette"].map(|words| {
            let start = base.find(words).unwrap();
            start..start + words.len()
        });
        let base_witness = Witness { text: base, outside: &outside };
        let found = differences(base_witness, Witness::new(reading), "fr", Strictness::Words);
        let changed = |from: &str| {
            let stretch = found.iter().find(|own| base[own.base.clone()].contains(from)).unwrap();
            (stretch.change, &reading[stretch.reading.clone()])
        };
        assert_eq!(changed("ouvrir"), (Change::Changed, "aux gens de regarder sous"));
        assert_eq!(changed("capot").0, Change::Same);
        assert_eq!(changed("révolutionnaire").0, Change::MovedAway);
        assert_eq!(changed("ça"), (Change::Changed, "cela"));
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
    fn words_in_another_place_are_moved() {
        assert_eq!(
            by_words(
                "nous devons être transparents sur ce sujet",
                "Sur ce sujet, nous devons être transparents"
            ),
            "[>Sur ce sujet] nous devons être transparents [<sur ce sujet]"
        );
        // One short word that comes again proves nothing.
        assert_eq!(
            by_words("oui nous partons demain", "nous partons demain oui"),
            "[-oui] nous partons demain [+oui]"
        );
    }

    proptest! {
        #[test]
        fn every_word_is_in_one_stretch(
            base in "([a-d]{1,5}[ ,.'’]{1,2}){0,9}",
            reading in "([a-d]{1,5}[ ,.'’]{1,2}){0,9}",
            strict: bool,
        ) {
            let strictness = if strict { Strictness::Typography } else { Strictness::Words };
            let found = differences(Witness::new(&base), Witness::new(&reading), "fr", strictness);
            let ignored = |between: &str| between.chars().all(|c| !c.is_alphanumeric());
            let mut end = (0, 0);
            let mut before = None;
            for Stretch { change, base: b, reading: r } in found {
                prop_assert!(b.start >= end.0 && r.start >= end.1);
                prop_assert!(ignored(&base[end.0..b.start]) && ignored(&reading[end.1..r.start]));
                prop_assert_eq!(b.is_empty(), matches!(change, Change::Added | Change::MovedHere));
                prop_assert_eq!(r.is_empty(), matches!(change, Change::Omitted | Change::MovedAway));
                prop_assert!(before != Some(Change::Same) || change != Change::Same);
                end = (b.end.max(end.0), r.end.max(end.1));
                before = Some(change);
            }
            prop_assert!(ignored(&base[end.0..]) && ignored(&reading[end.1..]));
        }

        #[test]
        fn a_text_is_the_same_as_itself(text in "\\PC{0,40}") {
            let found = differences(Witness::new(&text), Witness::new(&text), "fr", Strictness::Typography);
            prop_assert!(found.iter().all(|stretch| stretch.change == Change::Same));
        }
    }
}
