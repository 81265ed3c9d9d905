//! Folding checked against the Unicode Character Database.

// The laws are checked natively.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use quote_timeline::collate::fold::{find_all, fold};
use quote_timeline::collate::sentences::sentences;
use quote_timeline::collate::words::{key, words};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters of the blocks that folding covers: Latin-1 to Latin Extended-B, Latin Extended
/// Additional, modern Greek, the basic Cyrillic alphabets.
fn letters() -> Vec<char> {
    [0xC0..0x250, 0x1E00..0x1F00, 0x386..0x3CF, 0x400..0x460]
        .into_iter()
        .flatten()
        .filter_map(char::from_u32)
        .filter(|letter| letter.is_alphabetic())
        .collect()
}

/// What Unicode says: decomposed, marks dropped, small.
fn by_unicode(text: &str) -> String {
    let small: String = text.nfd().filter(|letter| !is_combining_mark(*letter)).collect();
    small.to_lowercase().replace('ς', "σ")
}

#[test]
fn accents_go_as_unicode_decomposes_them() {
    for letter in letters() {
        let decomposed: String = letter.nfd().collect();
        // Letters that Unicode holds to be whole (ø, œ, đ) have no answer there.
        if decomposed.chars().count() > 1 && !"ǮǯẛǢǣǼǽǾǿ".contains(letter) {
            let folded = fold(&letter.to_string());
            assert_eq!(folded, by_unicode(&decomposed), "{letter} U+{:04X}", u32::from(letter));
        }
    }
}

#[test]
fn capitals_fold_as_their_small_letters() {
    for letter in letters() {
        let small = letter.to_lowercase().to_string();
        // Letters of phonetic alphabets and dead languages stay as they are.
        if fold(&letter.to_string()) != fold(&small) {
            let code = u32::from(letter);
            assert!((0x180..0x250).contains(&code), "{letter} U+{code:04X}");
        }
    }
}

#[test]
fn every_character_of_unicode_is_taken() {
    for letter in '\0'..=char::MAX {
        let text = format!("1{letter} {letter}");
        let folded = fold(&text);
        assert_eq!(fold(&folded), folded, "U+{:04X}", u32::from(letter));
        // Cutting moves on, whatever stands there.
        assert!(words(&text, "fr").len() <= 3, "U+{:04X}", u32::from(letter));
        assert!(sentences(&text, "fr").len() <= 2);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn composed_and_decomposed_text_are_the_same(
        text in prop::collection::vec(prop::sample::select(letters()), 0..12)
    ) {
        let text: String = text.into_iter().filter(|letter| !"Ǯǯẛ".contains(*letter)).collect();
        let (composed, decomposed): (String, String) = (text.nfc().collect(), text.nfd().collect());
        prop_assert_eq!(fold(&composed), fold(&decomposed));
        if !text.is_empty() {
            let found = find_all(&decomposed, &fold(&composed));
            prop_assert_eq!(found, vec![0..decomposed.len()]);
        }
    }

    #[test]
    fn words_are_the_same_however_they_are_encoded(
        word in "[a-zA-Zà-öÀ-Ö\u{100}-\u{11F}žŁéÈçŒά-ία-ώЁёЙй]{0,9}",
        french: bool,
    ) {
        let language = if french { "fr" } else { "de" };
        let (composed, decomposed): (String, String) = (word.nfc().collect(), word.nfd().collect());
        prop_assert_eq!(key(&composed, language), key(&decomposed, language));
    }
}
