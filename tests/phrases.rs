//! The words of the interface stand in the tables of `src/phrases`, whole and well set.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test may stop at what is wrong")]

use std::fs;
use std::path::Path;

/// What a file of Rust has between double quotation marks, with the number of its line; comments,
/// attributes and the modules of tests are left out.
fn texts(source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    for (number, line) in code.lines().enumerate() {
        let start = line.trim_start();
        if start.starts_with("//") || start.starts_with("#[") {
            continue;
        }
        let pieces = line.split('"').enumerate().filter(|(place, _)| place % 2 == 1);
        found.extend(pieces.map(|(_, text)| (number + 1, text.to_owned())));
    }
    found
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path)
}

/// Whether a text is one that a reader would be shown: words with a capital, a space at an end, or
/// letters that no selector, attribute or address has.
fn is_said(text: &str) -> bool {
    let words = text.trim().split(' ');
    let letters = |word: &str| word.len() > 1 && word.chars().all(char::is_alphabetic);
    let spaced = text.trim() != text && words.clone().any(letters);
    let capital = |word: &str| word.starts_with(char::is_uppercase) && letters(word);
    let accented = text.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii());
    accented || spaced || words.clone().count() > 1 && words.clone().any(capital)
}

#[test]
fn what_the_browser_is_shown_comes_from_the_tables() {
    assert!(is_said(" BCE") && is_said("Zoom in") && is_said("Événement"), "what it should find");
    assert!(!is_said("button type=button data-action=fit"));
    // A message to the page's author, in English as all errors.
    let known = ["” is not a date: "];
    let mut said = Vec::new();
    let rooms = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/dom");
    for file in fs::read_dir(rooms).expect("src/dom").flatten() {
        let path = file.path();
        if path.extension().is_some_and(|end| end == "rs") {
            let source = fs::read_to_string(&path).expect("a source");
            let own = texts(&source).into_iter().filter(|(_, text)| is_said(text));
            let own = own.filter(|(_, text)| !known.contains(&text.as_str()));
            said.extend(own.map(|(line, text)| format!("{}:{line} {text:?}", path.display())));
        }
    }
    assert!(said.is_empty(), "move these to src/phrases: {said:#?}");
}

/// The fields of a table that its `struct` has, but for those that are no words.
fn fields() -> Vec<String> {
    let source = read("src/phrases/mod.rs");
    let table = source.split_once("pub struct Phrases {").expect("the table").1;
    let table = table.split_once("\n}").expect("its end").0;
    let code = table.lines().filter(|line| !line.trim_start().starts_with("//"));
    let named = code.filter_map(|line| line.trim().split_once(": ")).filter_map(|(name, _)| {
        let name = name.rsplit(' ').next()?;
        name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_').then(|| name.to_owned())
    });
    named.filter(|name| !["language", "dates", "plural"].contains(&name.as_str())).collect()
}

/// The keys of what the shim says without the engine.
fn of_the_shim() -> Vec<String> {
    let source = read("pkg/words.js");
    let english = source.split_once("\n  en: {").expect("English").1;
    let english = english.split_once("\n  },").expect("its end").0;
    let keys = english.lines().filter_map(|line| line.split_once(": "));
    keys.map(|(key, _)| key.trim().to_owned()).collect()
}

#[test]
fn a_further_language_can_say_everything_and_the_types_name_nothing_else() {
    let keys = read("src/phrases/added.rs");
    let keys = keys.split_once("\nkeys! {").expect("the keys").1.split_once("\n}").expect("end").0;
    let mut keys: Vec<String> =
        keys.split([' ', '\n', ';']).filter(|key| !key.is_empty()).map(str::to_owned).collect();
    let page = read("pkg/element.d.ts");
    let page = page.split_once("export interface InterfaceWords {").expect("the type").1;
    let page = page.split_once("\n}").expect("its end").0;
    let offered = page
        .lines()
        .filter_map(|line| line.split_once("?: ").map(|(key, _)| key.trim().to_owned()));
    let mut offered: Vec<String> = offered.collect();
    let mut fields = fields();
    keys.sort();
    fields.sort();
    assert_eq!(keys, fields);
    fields.extend(of_the_shim());
    fields.sort();
    offered.sort();
    assert_eq!(offered, fields);
}

#[test]
fn french_and_english_are_set_as_they_should_be() {
    for path in ["src/phrases/french.rs", "src/phrases/english.rs"] {
        for (line, text) in texts(&read(path)) {
            assert!(!text.contains('\''), "{path}:{line} has a straight apostrophe: {text}");
            assert!(!text.contains("..."), "{path}:{line} has three dots for an ellipsis: {text}");
            assert!(
                !text.contains("  ") || text.ends_with('\\'),
                "{path}:{line} has two spaces: {text}"
            );
            if path.ends_with("french.rs") && text.len() > 1 {
                for (place, _) in text.match_indices([';', ':', '!', '?', '»', '%']) {
                    let before = text.get(..place).unwrap_or_default();
                    let kept = before.ends_with("\\u{202F}") || before.ends_with("\\u{A0}");
                    assert!(kept, "{path}:{line} breaks before a mark: {text}");
                }
            }
        }
    }
}
