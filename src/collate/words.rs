//! A text cut into words, numbers, symbols and punctuation marks.

use super::fold::{Plain, plain};
use super::letters::{accent, bare, is_invisible, is_mark, is_space, split_first};
use std::ops::Range;

/// What a token of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Letters, perhaps with digits: `recherche`, `GPT-3.5`, `8x22B`, `d'`.
    Word,
    /// Digits alone: `16`, `2,0`, `2024-03-12`.
    Number,
    /// A sign that says something: `%`, `€`, `+`.
    Symbol,
    /// A mark that only divides: comma, guillemet, dash, ellipsis.
    Punctuation,
}

/// A token and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// Words that French cuts off before a vowel. What other words have an apostrophe in
/// (*aujourd'hui*, *presqu'île*, *prud'homme*) stays whole.
pub(super) const ELIDED: [&str; 13] =
    ["c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];

/// The words of a text, in order; only white space lies between them.
///
/// Hyphens and apostrophes hold a word together, points and commas a number. With a `language`
/// of French (`fr`, `fr-CH`), elided words stand by themselves, their apostrophe with them:
/// *l'open* is *l'* and *open*. Han characters, kana, Thai and Lao letters are a word each, since
/// nothing in print divides them.
///
/// ```
/// use quote_timeline::collate::words::words;
///
/// let text = "Le but n’est pas d’abandonner l’open source.";
/// let found: Vec<&str> = words(text, "fr").into_iter().map(|word| &text[word.range]).collect();
/// assert_eq!(found.join("|"), "Le|but|n’|est|pas|d’|abandonner|l’|open|source|.");
/// ```
pub fn words(text: &str, language: &str) -> Vec<Word> {
    let elides = is_french(language);
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((first, after)) = split_first(rest) {
        let start = text.len() - rest.len();
        let (after, kind) = match class(first) {
            Class::Space => {
                rest = after;
                continue;
            }
            Class::Other(kind) => (after_mark(first, after), kind),
            Class::Alone => (after_marks(after), Kind::Word),
            Class::Letter => after_word(rest, elides),
        };
        rest = after;
        found.push(Word { range: start..text.len() - rest.len(), kind });
    }
    found
}

/// What makes two words the same in spite of typography: small letters, ligatures spelt out,
/// plain apostrophes and hyphens. Accents stay, since they tell words apart (*annonce*,
/// *annoncé*); but French prints its capitals with or without them, so there the accent of a
/// first letter goes unless that letter is the whole word (*à*, *a*).
///
/// ```
/// use quote_timeline::collate::words::key;
///
/// assert_eq!(key("L’", "fr"), key("l'", "fr"));
/// assert_eq!(key("Etat", "fr"), key("État", "fr"));
/// assert_ne!(key("annonce", "fr"), key("annoncé", "fr"));
/// assert_ne!(key("Apfel", "de"), key("Äpfel", "de"));
/// ```
pub fn key(word: &str, language: &str) -> String {
    let mut key = String::with_capacity(word.len() + 2);
    let mut rest = word;
    while let Some((letter, after)) = split_first(rest) {
        rest = after;
        match plain(letter) {
            Plain::Nothing => {}
            Plain::Many(letters) => key.push_str(letters),
            Plain::One(letter) => match accent(letter) {
                Some(mark) => {
                    key.push(bare(letter));
                    key.push(mark);
                }
                // Hebrew and Arabic vowels, and the hamza on an Arabic letter, come and go.
                None if is_accent(letter) || !is_mark(letter) => {
                    key.push(if is_arabic(letter) { bare(letter) } else { letter });
                }
                None => {}
            },
        }
    }
    if is_french(language)
        && let Some((first, after)) = split_first(&key)
    {
        let mut rest = after;
        while let Some((mark, after)) = split_first(rest)
            && is_accent(mark)
        {
            rest = after;
        }
        if !rest.is_empty() {
            let mut bare = String::from(first);
            bare.push_str(rest);
            return bare;
        }
    }
    key
}

/// What a character is to the division into words.
enum Class {
    Space,
    Letter,
    /// A word by itself.
    Alone,
    Other(Kind),
}

fn class(letter: char) -> Class {
    if letter.is_ascii_alphanumeric() {
        return Class::Letter;
    }
    if is_space(letter) {
        return Class::Space;
    }
    match letter {
        '$'
        | '%'
        | '&'
        | '+'
        | '<'
        | '='
        | '>'
        | '@'
        | '#'
        | '^'
        | '¢'..='¥'
        | '§'
        | '©'
        | '®'
        | '°'
        | '±'
        | '×'
        | '÷'
        | '‰'
        | '\u{20A0}'..='\u{20CF}'
        | '\u{2100}'..='\u{2BFF}'
        | '٪'
        | '＄'
        | '％'
        | '＆'
        | '＋'
        | '＝'
        | '￠'..='￦'
        | '\u{1F000}'..='\u{1FAFF}' => Class::Other(Kind::Symbol),
        'ª' | 'µ' | 'º' | '²' | '³' | '¹' | '々' | '〆' => Class::Letter,
        '\0'..='\u{BF}'
        | 'ʼ'
        | '\u{37E}'
        | '\u{387}'
        | '\u{55A}'..='\u{55F}'
        | '\u{589}'
        | '\u{58A}'
        | '\u{5BE}'
        | '\u{5C0}'
        | '\u{5C3}'
        | '\u{5F3}'
        | '\u{5F4}'
        | '\u{60C}'
        | '\u{61B}'
        | '\u{61F}'
        | '\u{66B}'..='\u{66D}'
        | '\u{6D4}'
        | '\u{964}'
        | '\u{965}'
        | '\u{E4F}'
        | '\u{E5A}'
        | '\u{1361}'..='\u{1368}'
        | '\u{2010}'..='\u{206F}'
        | '\u{2E00}'..='\u{2E7F}'
        | '\u{3001}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{3030}'
        | '\u{303D}'
        | '・'
        | '\u{FE10}'..='\u{FE19}'
        | '\u{FE30}'..='\u{FE6B}'
        | '\u{FF01}'..='\u{FF0F}'
        | '\u{FF1A}'..='\u{FF20}'
        | '\u{FF3B}'..='\u{FF40}'
        | '\u{FF5B}'..='\u{FF65}' => Class::Other(Kind::Punctuation),
        '\u{E01}'..='\u{E4E}'
        | '\u{E81}'..='\u{ECE}'
        | '\u{3007}'
        | '\u{3021}'..='\u{3029}'
        | '\u{3041}'..='\u{30FF}'
        | '\u{31F0}'..='\u{31FF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF66}'..='\u{FF9F}'
        | '\u{20000}'..='\u{3FFFF}' => Class::Alone,
        _ => Class::Letter,
    }
}

/// What follows a mark of its own; points that follow one another are one mark, an ellipsis.
fn after_mark(mark: char, mut after: &str) -> &str {
    while mark == '.'
        && let Some(rest) = after.strip_prefix('.')
    {
        after = rest;
    }
    after
}

/// What follows the marks on a character: vowels and tones above or below a Thai or Lao letter, the
/// voicing marks of decomposed kana.
fn after_marks(mut after: &str) -> &str {
    while let Some((mark, rest)) = split_first(after)
        && (is_mark(mark)
            || is_invisible(mark)
            || matches!(mark,
                '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}' | '\u{EB1}'
                | '\u{EB4}'..='\u{EBC}' | '\u{EC8}'..='\u{ECE}' | '\u{3099}' | '\u{309A}'))
    {
        after = rest;
    }
    after
}

/// What follows the word that a text begins with, and whether the word is a number.
fn after_word(text: &str, elides: bool) -> (&str, Kind) {
    let mut before = ' ';
    let mut kind = Kind::Number;
    let mut rest = text;
    while let Some((letter, after)) = split_first(rest) {
        let next = split_first(after).map_or(' ', |(next, _)| next);
        let goes_on = match letter {
            // The first letter is one, or there would be no word: every word moves on.
            _ if rest.len() == text.len() => true,
            _ if is_mark(letter) || is_invisible(letter) => true,
            '\'' | '’' | 'ʼ' => {
                if elides && is_elided(text.get(..text.len() - rest.len()).unwrap_or_default()) {
                    return (after, kind);
                }
                is_letter(next)
            }
            '-' | '‐' | '‑' | '·' => is_letter(next),
            '.' | ',' | ':' | '/' | '٫' => is_digit(before) && is_digit(next),
            _ => is_letter(letter),
        };
        if !goes_on {
            break;
        }
        if is_letter(letter) && !is_digit(letter) {
            kind = Kind::Word;
        }
        before = letter;
        rest = after;
    }
    (rest, kind)
}

fn is_elided(word: &str) -> bool {
    ELIDED.iter().any(|elided| elided.eq_ignore_ascii_case(word))
}

fn is_french(language: &str) -> bool {
    is_of(language, *b"fr")
}

/// Whether a tag, such as `fr-CH`, is of a language.
pub(super) fn is_of(tag: &str, language: [u8; 2]) -> bool {
    match tag.as_bytes() {
        [one, two] | [one, two, b'-' | b'_', ..] => [one | 0x20, two | 0x20] == language,
        _ => false,
    }
}

fn is_letter(letter: char) -> bool {
    matches!(class(letter), Class::Letter)
}

fn is_digit(letter: char) -> bool {
    matches!(plain(letter), Plain::One('0'..='9'))
}

fn is_accent(mark: char) -> bool {
    matches!(mark, '\u{300}'..='\u{36F}')
}

fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{6FF}')
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str, language: &str) -> String {
        let found: Vec<&str> =
            words(text, language).into_iter().map(|word| &text[word.range]).collect();
        found.join("|")
    }

    #[test]
    fn french_is_cut_where_its_readers_expect() {
        for (text, expected) in [
            ("l'open source n'est pas", "l'|open|source|n'|est|pas"),
            ("Qu’on permette d’ouvrir", "Qu’|on|permette|d’|ouvrir"),
            ("jusqu'ici, lorsqu'il", "jusqu'|ici|,|lorsqu'|il"),
            ("aujourd'hui, d'aujourd'hui", "aujourd'hui|,|d'|aujourd'hui"),
            ("c'est-à-dire quelqu'un", "c'|est-à-dire|quelqu'un"),
            ("l'« écosystème »", "l'|«|écosystème|»"),
            ("Mixtral 8x22B, GPT-3.5.", "Mixtral|8x22B|,|GPT-3.5|."),
            ("à 8,5 % ou 2.0...", "à|8,5|%|ou|2.0|..."),
            ("Audrey Herblin-Stoop, 28/02/2024", "Audrey|Herblin-Stoop|,|28/02/2024"),
        ] {
            assert_eq!(cut(text, "fr-FR"), expected);
        }
    }

    #[test]
    fn other_languages_keep_their_apostrophes() {
        assert_eq!(cut("We don't ‘know’ Mistral's d'oh", "en"), "We|don't|‘|know|’|Mistral's|d'oh");
        assert_eq!(cut("AIの公開、東京。", "ja"), "AI|の|公|開|、|東|京|。");
        assert_eq!(cut("المصدر المفتوح؟", "ar"), "المصدر|المفتوح|؟");
        assert_eq!(cut("ที่นี่", "th"), "ที่|นี่");
    }

    #[test]
    fn an_apostrophe_alone_is_no_word() {
        for apostrophe in ["'", "’", "ʼ"] {
            let kinds: Vec<Kind> = words(apostrophe, "fr").iter().map(|word| word.kind).collect();
            assert_eq!(kinds, [Kind::Punctuation]);
        }
        assert_eq!(cut("lʼopen ʼ", "fr"), "lʼ|open|ʼ");
    }

    #[test]
    fn numbers_and_symbols_are_told_apart() {
        let kinds: Vec<Kind> = words("16 % de 8x7B, oui", "fr").iter().map(|w| w.kind).collect();
        assert_eq!(
            kinds,
            [Kind::Number, Kind::Symbol, Kind::Word, Kind::Word, Kind::Punctuation, Kind::Word]
        );
    }

    #[test]
    fn a_key_does_not_depend_on_how_accents_are_encoded() {
        assert_eq!(key("modèles", "fr"), key("mode\u{300}les", "fr"));
        assert_eq!(key("Ёлка", "ru"), key("е\u{308}лка", "ru"));
        assert_ne!(key("à", "fr"), key("a", "fr"));
        assert_eq!(key("cœur", "fr"), "coeur");
    }

    proptest! {
        #[test]
        fn only_space_lies_between_words(text in "\\PC{0,30}|[a-c'’ é.,0-9-]{0,30}", french: bool) {
            let mut end = 0;
            for word in words(&text, if french { "fr" } else { "en" }) {
                prop_assert!(word.range.start < word.range.end);
                prop_assert!(text[end..word.range.start].chars().all(is_space));
                end = word.range.end;
            }
            prop_assert!(text[end..].chars().all(is_space));
        }
    }
}
