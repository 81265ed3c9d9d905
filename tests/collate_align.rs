//! Automatic alignment measured against texts aligned by hand.
//!
//! A line of `tests/data/alignment-*.tsv` is a bead: sentences, a tab, what translates them; a
//! side is empty where nothing answers. A bead counts as found if both its sides are exact.
//!
//! The texts hold more split, joined and left-out sentences than translations do. Left-out ones
//! are what lengths tell least: Gale and Church report that they miss all of them.

// The laws are checked natively.
#![cfg(not(target_arch = "wasm32"))]
// A range off a character boundary should fail a test.
#![allow(clippy::string_slice)]

use proptest::prelude::*;
use quote_timeline::collate::align::{Bead, align};
use quote_timeline::collate::sentences::sentences;

const GOLD: [(&str, &str, &str); 4] = [
    ("fr", "en", include_str!("data/alignment-fr-en.tsv")),
    ("de", "en", include_str!("data/alignment-de-en.tsv")),
    ("ar", "fr", include_str!("data/alignment-ar-fr.tsv")),
    ("ja", "en", include_str!("data/alignment-ja-en.tsv")),
];

/// One side of all beads as running text.
fn running<'t>(parts: impl Iterator<Item = &'t str>, language: &str) -> String {
    let space = if language == "ja" { "" } else { " " };
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(space)
}

#[test]
fn texts_align_as_they_were_by_hand() {
    let (mut found_beads, mut gold_beads, mut right_beads) = (0, 0, 0);
    for (from, to, file) in GOLD {
        let gold: Vec<(&str, &str)> =
            file.lines().map(|line| line.split_once('\t').unwrap()).collect();
        let source = running(gold.iter().map(|bead| bead.0), from);
        let target = running(gold.iter().map(|bead| bead.1), to);
        let beads = align(&source, from, &target, to);
        let found: Vec<(&str, &str)> = beads
            .into_iter()
            .map(|Bead { source: s, target: t }| (&source[s], &target[t]))
            .collect();
        let right = found.iter().filter(|bead| gold.contains(bead)).count();
        println!("{from}-{to}: precision {right}/{}, recall {right}/{}", found.len(), gold.len());
        for bead in found.iter().filter(|bead| !gold.contains(bead)) {
            println!("  not by hand: {bead:?}");
        }
        found_beads += found.len();
        gold_beads += gold.len();
        right_beads += right;
    }
    println!("all: precision {right_beads}/{found_beads}, recall {right_beads}/{gold_beads}");
    assert!(right_beads * 100 >= found_beads * 85, "precision below 85 %");
    assert!(right_beads * 100 >= gold_beads * 85, "recall below 85 %");
}

/// How many sentences of three the first of two is aligned with.
fn answered_by_first(source: [&str; 3], target: [&str; 2]) -> usize {
    let source = source.join(" ");
    let beads = align(&source, "fr", &target.join(" "), "en");
    beads.first().map_or(0, |bead| sentences(&source[bead.source.clone()], "fr").len())
}

#[test]
fn numbers_and_names_help_where_lengths_do_not() {
    let source = ["On attend ici.", "En 2024, Mistral.", "On espère bien."];
    assert_eq!(answered_by_first(source, ["Mistral since 2024.", "They are hoping so."]), 2);
    assert_eq!(answered_by_first(source, ["They are waiting so.", "Mistral since 2024."]), 1);
}

#[test]
fn a_question_answers_a_question() {
    let source = ["On attend ici.", "Qui paiera ça ?", "On espère bien."];
    assert_eq!(answered_by_first(source, ["Who will pay that?", "They all hope so."]), 2);
    assert_eq!(answered_by_first(source, ["They all wait so.", "Who will pay that?"]), 1);
}

fn text() -> impl Strategy<Value = String> {
    let sentence = "[A-C][a-c ]{0,12}(Mistral )?[0-3]?[.?!]";
    prop::collection::vec(sentence, 0..7).prop_map(|sentences| sentences.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn beads_rise_and_hold_every_sentence(source in text(), target in text()) {
        let beads = align(&source, "en", &target, "en");
        let mut end = (0, 0);
        for Bead { source: s, target: t } in &beads {
            prop_assert!(!s.is_empty() || !t.is_empty());
            prop_assert!(s.start >= end.0 && t.start >= end.1);
            prop_assert!(source[end.0..s.start].trim().is_empty());
            prop_assert!(target[end.1..t.start].trim().is_empty());
            end = (s.end.max(end.0), t.end.max(end.1));
            // Between one and two sentences, none cut.
            for (text, range) in [(&source, s), (&target, t)] {
                let inside = sentences(text, "en").into_iter().filter(|sentence| {
                    sentence.start >= range.start && sentence.end <= range.end
                });
                let inside: Vec<_> = inside.collect();
                prop_assert!(inside.len() <= 2);
                prop_assert_eq!(inside.first().map(|s| s.start), (!range.is_empty()).then_some(range.start));
                prop_assert_eq!(inside.last().map(|s| s.end), (!range.is_empty()).then_some(range.end));
            }
        }
        prop_assert!(source[end.0..].trim().is_empty() && target[end.1..].trim().is_empty());
    }

    #[test]
    fn swapping_the_sides_swaps_the_beads(source in text(), target in text()) {
        let mirrored = align(&target, "fr", &source, "en");
        let swapped: Vec<Bead> =
            mirrored.into_iter().map(|bead| Bead { source: bead.target, target: bead.source }).collect();
        prop_assert_eq!(align(&source, "en", &target, "fr"), swapped);
    }

    #[test]
    fn a_text_aligns_with_itself_one_to_one(text in text()) {
        let beads = align(&text, "en", &text, "en");
        prop_assert_eq!(beads.len(), sentences(&text, "en").len());
        prop_assert!(beads.iter().all(|bead| bead.source == bead.target));
    }
}
