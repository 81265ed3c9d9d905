//! What two printings of the same words may differ in without differing in a word.

use std::ops::Range;

use crate::collate::letters::{accent, bare, lower};

/// A matter of typography.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typography {
    /// The kind of a space, or whether there is one beside a mark: `mot !`, `mot!`.
    Spaces,
    /// `'`, `’`
    Apostrophes,
    /// `«`, `“`, `"`
    QuotationMarks,
    /// `-`, `–`, `—`
    Dashes,
    /// `œ`, `oe`; `ﬁ`, `fi`
    Ligatures,
    /// `…`, `...`
    Ellipses,
    /// Characters that are not seen: soft hyphens, joiners, marks of direction.
    Invisible,
    /// Asterisks and underscores, by which Markdown sets words in italics.
    Emphasis,
    /// `é` as one character or as two.
    Accents,
    /// The case of the first letter.
    FirstLetter,
}

impl Typography {
    /// All but the case of the first letter, which depends on where one begins to read.
    const FOLDED: [Self; 9] = [
        Self::Spaces,
        Self::Apostrophes,
        Self::QuotationMarks,
        Self::Dashes,
        Self::Ligatures,
        Self::Ellipses,
        Self::Invisible,
        Self::Emphasis,
        Self::Accents,
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Spaces => "spaces",
            Self::Apostrophes => "apostrophes",
            Self::QuotationMarks => "quotation marks",
            Self::Dashes => "dashes",
            Self::Ligatures => "ligatures",
            Self::Ellipses => "ellipses",
            Self::Invisible => "invisible characters",
            Self::Emphasis => "marks of emphasis",
            Self::Accents => "composition of accents",
            Self::FirstLetter => "case of the first letter",
        }
    }
}

/// What of typography is levelled before two texts are compared.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Level {
    /// Nothing but line breaks, and how many spaces stand in a row.
    Nothing,
    Everything,
    EverythingBut(Typography),
}

impl Level {
    fn has(self, one: Typography) -> bool {
        match self {
            Self::Nothing => false,
            Self::Everything => true,
            Self::EverythingBut(other) => one != other,
        }
    }
}

/// A text with its typography levelled, and the way back.
pub(super) struct Folded {
    pub(super) text: String,
    /// For each byte of it, the bytes of the text it was made from.
    origin: Vec<Range<usize>>,
}

impl Folded {
    pub(super) fn new(text: &str, level: Level) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), origin: Vec::new() };
        for (at, letter) in text.char_indices() {
            folded.add(letter, at..at + letter.len_utf8(), level);
        }
        folded
    }

    /// The place in the folded text where a place of the text is, or the next after it.
    pub(super) fn place(&self, original: usize) -> usize {
        self.origin.partition_point(|origin| origin.start < original)
    }

    /// The stretch of the text that a stretch of the folded one was made from.
    pub(super) fn original(&self, folded: &Range<usize>) -> Range<usize> {
        let bytes = self.origin.get(folded.clone()).unwrap_or_default();
        match (bytes.first(), bytes.last()) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }

    fn add(&mut self, letter: char, origin: Range<usize>, level: Level) {
        let has = |one| level.has(one);
        match letter {
            ' ' | '\t' | '\n' | '\r' => self.add_space(origin, level),
            _ if letter.is_whitespace() && has(Typography::Spaces) => self.add_space(origin, level),
            '’' | 'ʼ' | '‘' | '‛' | '′' | '`' | '´' | '＇' if has(Typography::Apostrophes) =>
            {
                self.push('\'', origin, level);
            }
            '«' | '»' | '“' | '”' | '„' | '‟' | '″' | '＂' | '‹' | '›' | '「' | '」' | '『'
            | '』'
                if has(Typography::QuotationMarks) =>
            {
                self.push('"', origin, level);
            }
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' if has(Typography::Dashes) =>
            {
                self.push('-', origin, level);
            }
            '…' if has(Typography::Ellipses) => self.push_all("...", &origin, level),
            '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
                if has(Typography::Invisible) => {}
            '*' | '_' if has(Typography::Emphasis) => {}
            _ => match ligature(letter) {
                Some(letters) if has(Typography::Ligatures) => {
                    self.push_all(letters, &origin, level);
                }
                _ => self.push_accented(letter, &origin, level),
            },
        }
    }

    fn push_accented(&mut self, letter: char, origin: &Range<usize>, level: Level) {
        let small = lower(letter);
        match accent(small) {
            Some(mark) if level.has(Typography::Accents) && bare(small) != small => {
                let plain = bare(small);
                let plain = if small == letter { plain } else { plain.to_ascii_uppercase() };
                self.push(plain, origin.clone(), level);
                self.push(mark, origin.clone(), level);
            }
            _ => self.push(letter, origin.clone(), level),
        }
    }

    fn push_all(&mut self, letters: &str, origin: &Range<usize>, level: Level) {
        for letter in letters.chars() {
            self.push(letter, origin.clone(), level);
        }
    }

    fn add_space(&mut self, origin: Range<usize>, level: Level) {
        let beside = level.has(Typography::Spaces) && self.text.ends_with(OPENING);
        if beside || self.text.ends_with(' ') {
            return;
        }
        self.text.push(' ');
        self.origin.push(origin);
    }

    fn push(&mut self, letter: char, origin: Range<usize>, level: Level) {
        if level.has(Typography::Spaces) && CLOSING.contains(&letter) && self.text.ends_with(' ') {
            self.text.pop();
            self.origin.pop();
        }
        self.text.push(letter);
        self.origin.resize(self.text.len(), origin);
    }
}

/// Marks after which a space is a matter of typography.
const OPENING: [char; 8] = ['"', '«', '“', '„', '‹', '(', '[', '¿'];

/// Marks before which a space is a matter of typography.
const CLOSING: [char; 15] =
    ['"', '»', '”', '›', ')', ']', '.', ',', ';', ':', '!', '?', '%', '€', '…'];

fn ligature(letter: char) -> Option<&'static str> {
    Some(match letter {
        'œ' => "oe",
        'Œ' => "Oe",
        'æ' => "ae",
        'Æ' => "Ae",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        'ĳ' => "ij",
        _ => return None,
    })
}

/// The words with the case of their first letter turned; nothing where it has no case.
pub(super) fn first_letter_turned(words: &str) -> Option<String> {
    let (at, first) = words.char_indices().find(|(_, letter)| letter.is_alphabetic())?;
    let turned: String = if first.is_uppercase() {
        first.to_lowercase().collect()
    } else {
        first.to_uppercase().collect()
    };
    let before = words.get(..at)?;
    let after = words.get(at + first.len_utf8()..)?;
    (!turned.starts_with(first)).then(|| [before, &turned, after].concat())
}

/// What two printings of the same words differ in.
pub(super) fn differing(one: &str, other: &str) -> Vec<Typography> {
    let mut kinds = Vec::new();
    let fold = |text: &str, level| Folded::new(text, level).text;
    let mut one = one.to_owned();
    if fold(&one, Level::Everything) != fold(other, Level::Everything)
        && let Some(turned) = first_letter_turned(&one)
    {
        kinds.push(Typography::FirstLetter);
        one = turned;
    }
    for kind in Typography::FOLDED {
        let level = Level::EverythingBut(kind);
        if fold(&one, level) != fold(other, level) {
            kinds.push(kind);
        }
    }
    kinds
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_difference_is_named() {
        for (one, other, kind) in [
            ("l'open source", "l’open source", Typography::Apostrophes),
            ("« la clé »", "“la clé”", Typography::QuotationMarks),
            ("Vraiment !", "Vraiment!", Typography::Spaces),
            ("10\u{A0}%", "10 %", Typography::Spaces),
            ("2023–2024", "2023-2024", Typography::Dashes),
            ("un cœur", "un coeur", Typography::Ligatures),
            ("et puis…", "et puis...", Typography::Ellipses),
            ("partena\u{AD}riat", "partenariat", Typography::Invisible),
            ("au *Monde*", "au Monde", Typography::Emphasis),
            ("École", "E\u{301}cole", Typography::Accents),
            ("Nous", "nous", Typography::FirstLetter),
        ] {
            let found = differing(one, other);
            assert!(found.contains(&kind), "{one} / {other}: {found:?}");
            assert!(differing(other, one).contains(&kind), "{other} / {one}");
        }
    }

    #[test]
    fn the_same_differs_in_nothing() {
        assert_eq!(differing("« l’open source »…", "« l’open source »…"), []);
        assert_eq!(differing("deux\n  gammes", "deux gammes"), []);
    }

    proptest! {
        #[test]
        fn every_stretch_leads_back(text in "[a-c ’«»…œé\u{AD}\u{301}*\n]{0,20}") {
            for level in [Level::Nothing, Level::Everything] {
                let folded = Folded::new(&text, level);
                prop_assert_eq!(folded.origin.len(), folded.text.len());
                let whole = folded.original(&(0..folded.text.len()));
                prop_assert!(text.get(whole).is_some());
            }
        }
    }
}
