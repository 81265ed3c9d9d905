//! A text cut into sentences.

use super::fold::{Plain, plain};
use super::letters::{is_space, lower, skip, skip_back, split_first};
use super::words::is_of;
use std::ops::Range;

/// What a point does not end: abbreviations of French, English and German, small letters.
/// Single letters are initials and need no list.
const ABBREVIATIONS: [&str; 44] = [
    "art", "av", "bd", "bzw", "ca", "cf", "chap", "co", "corp", "dr", "ed", "env", "etc", "evtl",
    "ex", "fig", "gen", "hr", "inc", "jr", "ltd", "max", "me", "mgr", "min", "mio", "mlle", "mm",
    "mme", "mr", "mrs", "ms", "mt", "no", "nr", "prof", "rev", "sen", "sr", "st", "tel", "usw",
    "vgl", "vs",
];

/// The sentences of a text, in order; only white space lies between them.
///
/// A sentence ends with `.`, `!`, `?`, `…` or their Arabic, Indian and East Asian counterparts and
/// the quotation marks that close there, where white space follows and then no small letter;
/// after 。 no space is needed. Abbreviations, initials, decimals and, in German, ordinals
/// (*am 3. Mai*) do not end one. An empty line does.
///
/// ```
/// use quote_timeline::collate::sentences::sentences;
///
/// let text = "« Vraiment ? » demande M. Mensch. « Oui ! » Le 8x22B vaut 2.0 fois plus…";
/// let found: Vec<&str> = sentences(text, "fr").into_iter().map(|range| &text[range]).collect();
/// assert_eq!(found, [
///     "« Vraiment ? » demande M. Mensch.",
///     "« Oui ! »",
///     "Le 8x22B vaut 2.0 fois plus…",
/// ]);
/// ```
pub fn sentences(text: &str, language: &str) -> Vec<Range<usize>> {
    let german = is_of(language, *b"de");
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let before = text.get(start..at).unwrap_or_default();
        match length_of_end(rest, before, german) {
            Some(length) => {
                push_trimmed(&mut found, text, start..at + length);
                at += length;
                start = at;
            }
            None => at += split_first(rest).map_or(1, |(_, after)| rest.len() - after.len()),
        }
    }
    push_trimmed(&mut found, text, start..text.len());
    found
}

/// The length of the marks that end a sentence here, if one ends.
fn length_of_end(rest: &str, before: &str, german: bool) -> Option<usize> {
    let (first, _) = split_first(rest)?;
    if first == '\n' {
        let space = rest.len() - skip(rest, &is_space).len();
        let lines = rest.bytes().take(space).filter(|byte| *byte == b'\n').count();
        return if lines > 1 { Some(space) } else { None };
    }
    if !ends(first) {
        return None;
    }
    let after = skip(rest, &ends);
    let point = first == '.' && rest.len() - after.len() == 1;
    if point && is_abbreviated(before, german) {
        return None;
    }
    let wide = matches!(first, '。' | '！' | '？' | '｡');
    let after = without_closing(after, german, wide);
    let next = skip(after, &is_space);
    let divided = wide || next.len() < after.len() || next.is_empty();
    if divided && begins(next) { Some(rest.len() - after.len()) } else { None }
}

fn ends(mark: char) -> bool {
    matches!(
        mark,
        '.' | '!' | '?' | '…' | '。' | '！' | '？' | '｡' | '؟' | '۔' | '।' | '‼' | '⁇'..='⁉'
    )
}

/// The text after the quotation marks and brackets that close a sentence. A guillemet may stand
/// apart, as French has it; after a space in German it opens. What opens in East Asia does so
/// without a space.
fn without_closing(text: &str, german: bool, wide: bool) -> &str {
    let close = |mark: char| {
        if matches!(mark, '「' | '『' | '〝') || wide && matches!(mark, '“' | '‘' | '«') {
            return false;
        }
        matches!(mark, ')' | ']' | '）' | '］') || matches!(plain(mark), Plain::One('"' | '\''))
    };
    let mut text = text;
    loop {
        let apart = skip(text, &is_space);
        let Some((mark, after)) = split_first(apart) else { return text };
        if apart.len() < text.len() && (german || !matches!(mark, '»' | '›')) {
            return text;
        }
        if !close(mark) {
            return text;
        }
        text = after;
    }
}

/// Whether a text may begin a sentence: with anything but a small letter, quotation marks,
/// brackets and dashes aside.
fn begins(text: &str) -> bool {
    let opening = |mark: char| {
        is_space(mark)
            || matches!(mark, '(' | '[' | '¿' | '¡')
            || matches!(plain(mark), Plain::One('"' | '\'' | '-'))
    };
    !split_first(skip(text, &opening)).is_some_and(|(first, _)| is_small(first))
}

/// A small letter of Latin, Greek or Cyrillic.
fn is_small(letter: char) -> bool {
    let cased = matches!(letter,
        'a'..='z' | 'ß'..='ɏ' | 'ά'..='ώ' | 'а'..='џ' | '\u{1E00}'..='\u{1EFF}');
    cased && letter != '÷' && lower(letter) == letter
}

/// Whether the point after a text belongs to an abbreviation, an initial or an ordinal.
fn is_abbreviated(before: &str, german: bool) -> bool {
    let word = |letter: char| !letter.is_ascii_digit() && !is_space(letter) && is_word(letter);
    let rest = skip_back(before, &word);
    let last = before.get(rest.len()..).unwrap_or_default();
    match split_first(last) {
        None => {
            let without = skip_back(before, &|digit| digit.is_ascii_digit());
            german && (1..=2).contains(&(before.len() - without.len()))
        }
        // An initial, or part of "z. B."; but "il y en a." ends, "plan B." does so more rarely.
        Some((letter, "")) => german || !matches!(letter, 'a' | 'à' | 'y'),
        _ => ABBREVIATIONS.iter().any(|known| known.eq_ignore_ascii_case(last)),
    }
}

fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || u32::from(letter) >= 0xC0 && !ends(letter)
}

/// Adds a range without the white space around it, if anything is left.
fn push_trimmed(found: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let part = text.get(range.clone()).unwrap_or_default();
    let trimmed = skip(part, &is_space);
    let start = range.end - trimmed.len();
    let length = skip_back(trimmed, &is_space).len();
    if length > 0 {
        found.push(start..start + length);
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
        sentences(text, language).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn sentences_of_several_languages() {
        for (language, text) in [
            ("fr", "M. Mensch le dit.|Mme Ferrari aussi !|Le prix : 3.5 M€…|Et après ?"),
            (
                "fr",
                "Il y en a.|« Nous continuerons. »|« Et vous ? » dit-elle.|(Non.)|A. Dupont, p. ex. ici.",
            ),
            ("en", "\"It is.\"|Mr. Smith, Ph.D., pays $2.5 vs. 3.|“Really?” he asks.|Yes."),
            ("de", "Am 3. Mai kam z. B. Dr. Weiß.|»Wirklich?«|»Ja.«|Das sind 3,5 Mio. Euro."),
            ("ja", "公開する。|「本当ですか？」|はい。|Mistral 2.0は速い！"),
            ("ar", "هل هو مفتوح؟|نعم.|سيبقى مفتوحا!"),
            ("ru", "Он сказал: «Да». И ушёл.|А. С. Пушкин тоже."),
        ] {
            let joined = text.replace('|', if language == "ja" { "" } else { " " });
            let expected: Vec<&str> = match language {
                // The point after a closing mark ends the sentence too.
                "ru" => vec!["Он сказал: «Да».", "И ушёл.", "А. С. Пушкин тоже."],
                _ => text.split('|').collect(),
            };
            assert_eq!(cut(&joined, language), expected);
        }
        assert_eq!(
            cut("Un titre\n\nUn corps\nsur deux lignes", "fr"),
            ["Un titre", "Un corps\nsur deux lignes"]
        );
    }

    proptest! {
        #[test]
        fn only_space_lies_between_sentences(text in "[a-cA-C.!?»« \n。…é3)\"]{0,40}|\\PC{0,30}") {
            let mut end = 0;
            for range in sentences(&text, "fr") {
                prop_assert!(range.start < range.end);
                prop_assert!(text[end..range.start].chars().all(is_space));
                end = range.end;
            }
            prop_assert!(text[end..].chars().all(is_space));
        }
    }
}
