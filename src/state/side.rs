//! What a reading says in a language: its own words, or a translation of them.

use std::ops::Range;

use crate::collate::align::align;
use crate::collate::letters::{is_blank, skip, skip_back};
use crate::collate::segments::segments;
use crate::dossier::{Language, Piece, Reading, Text, Translation};

/// The words of a reading in one language, and whose they are.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The language of the words.
    pub language: Language,
    /// The words.
    pub text: &'a Text,
    /// Where they come from, if they are not the article's own.
    pub translation: Option<&'a Translation>,
}

/// What a reading has in a language; nothing where nobody translated it.
#[inline(never)]
pub fn side(reading: &Reading, language: Language) -> Option<Side<'_>> {
    if reading.language.matches(language) {
        return Some(Side { language: reading.language, text: &reading.text, translation: None });
    }
    let translation = reading.translations.iter().find(|own| own.language.matches(language))?;
    Some(Side {
        language: translation.language,
        text: &translation.text,
        translation: Some(translation),
    })
}

/// All words of a text, pieces joined, and which of its bytes are an article's own words between
/// two quotations.
#[inline(never)]
pub fn joined(text: &Text) -> (String, Vec<Range<usize>>) {
    let mut whole = String::new();
    let mut outside = Vec::new();
    for piece in &text.0 {
        let start = whole.len();
        whole.push_str(words(piece));
        if matches!(piece, Piece::Outside(_)) {
            outside.push(start..whole.len());
        }
    }
    (whole, outside)
}

/// The words of a piece, whoever's.
pub(super) fn words(piece: &Piece) -> &str {
    let (Piece::Words(words) | Piece::Outside(words)) = piece;
    words
}

/// A text and its translation in the pieces that answer each other.
#[derive(Debug)]
pub struct Alignment {
    /// The text; its pieces as they are printed, or cut where sentences that answer each other end.
    pub source: Text,
    /// For each of its pieces the number of its segment; `None` where nothing answers it.
    pub source_segments: Vec<Option<u16>>,
    /// The translation.
    pub target: Text,
    /// The same for the translation.
    pub target_segments: Vec<Option<u16>>,
    /// Whether sentences were aligned by their length, not by hand.
    pub automatic: bool,
}

/// Aligns a reading with a translation of it.
///
/// Where the dossier says which pieces answer which, or where both have as many, that is how they
/// are aligned. Else sentences are, by [`align`]; a single sentence is not worth calling that.
///
/// ```
/// use quote_timeline::dossier::read;
/// use quote_timeline::state::side::aligned;
///
/// let dossier = r#"{"articles": [{"id": "a", "language": "fr"}], "quotes": [{"id": "q", "readings": [
///     {"article": "a", "text": "Oui. Mais seulement pour les chercheurs. Qui paiera ?",
///      "translations": [{"language": "en", "text": "Yes, but only for researchers. Who will pay?"}]}
/// ]}]}"#;
/// let (dossier, _) = read(dossier.as_bytes()).unwrap();
/// let reading = &dossier.quotes[0].readings[0];
/// let found = aligned(reading, &reading.translations[0]);
///
/// assert!(found.automatic);
/// assert_eq!(found.source.plain(), reading.text.plain());
/// assert_eq!(found.source_segments, [Some(0), Some(1)]);
/// assert_eq!(found.target_segments, [Some(0), Some(1)]);
/// ```
#[inline(never)]
pub fn aligned(reading: &Reading, translation: &Translation) -> Alignment {
    let (source, target) = (&reading.text, &translation.text);
    let (here, there) = (source.0.len(), target.0.len());
    if translation.segments.is_some() || here == there && here > 1 {
        let by_hand = segments(here, there, translation.segments.as_deref()).unwrap_or_default();
        return Alignment {
            source: source.clone(),
            source_segments: by_hand.source,
            target: target.clone(),
            target_segments: by_hand.target,
            automatic: false,
        };
    }
    let beads = align(
        &joined(source).0,
        reading.language.as_str(),
        &joined(target).0,
        translation.language.as_str(),
    );
    let (mut starts, mut ends) = (Vec::new(), Vec::new());
    let mut segment = 0;
    for bead in &beads {
        let answered = !bead.source.is_empty() && !bead.target.is_empty();
        let number = answered.then_some(segment);
        segment += u16::from(answered);
        for (cuts, range) in [(&mut starts, &bead.source), (&mut ends, &bead.target)] {
            if !range.is_empty() {
                cuts.push((range.end, number));
            }
        }
    }
    let (source, source_segments) = cut(source, &starts);
    let (target, target_segments) = cut(target, &ends);
    Alignment { source, source_segments, target, target_segments, automatic: beads.len() > 1 }
}

/// The text cut anew at these ends of sentences, each with its number; the space that follows a
/// sentence stays with it.
fn cut(text: &Text, ends: &[(usize, Option<u16>)]) -> (Text, Vec<Option<u16>>) {
    let (mut pieces, mut numbers): (Vec<Piece>, _) = (Vec::new(), Vec::new());
    let mut sentences = ends.iter();
    let mut sentence = sentences.next();
    let mut at = 0;
    for piece in &text.0 {
        let printed = words(piece);
        let end = at + printed.len();
        let mut from = at;
        loop {
            let (until, number) = sentence.copied().unwrap_or((end, None));
            let mut to = if until < end { until } else { end };
            if let Some(rest) = printed.get(to.saturating_sub(at)..) {
                to += rest.len() - skip(rest, &is_blank).len();
            }
            let part = printed.get(from.saturating_sub(at)..to - at).unwrap_or_default();
            if !part.is_empty() || printed.is_empty() {
                pieces.push(match piece {
                    Piece::Words(_) => Piece::Words(part.into()),
                    Piece::Outside(_) => Piece::Outside(part.into()),
                });
                numbers.push(number);
            }
            from = to;
            if until <= to && sentence.is_some() {
                sentence = sentences.next();
            }
            if from >= end {
                break;
            }
        }
        at = end;
    }
    (Text(pieces), numbers)
}

/// One level row of a text and its translation: so many pieces of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Pieces of the text.
    pub source: Range<usize>,
    /// Pieces of the translation.
    pub target: Range<usize>,
}

impl Alignment {
    /// Rows that keep both sides level: a row ends where a sentence ends on both sides and no
    /// segment crosses to the next row.
    ///
    /// Short texts are one row, since every row begins a new line.
    pub fn rows(&self) -> Vec<Row> {
        let (all_source, all_target) = (self.source.0.len(), self.target.0.len());
        let mut rows = Vec::new();
        let mut from = (0, 0);
        let mut target = 0;
        for source in 1..=all_source {
            // What the translation needs to hold all that is named up to here.
            let named = self.source_segments.get(..source).unwrap_or_default();
            let reaches = |number: &Option<u16>| number.is_none() || named.contains(number);
            while target < all_target && self.target_segments.get(target).is_some_and(reaches) {
                target += 1;
            }
            let after = self.source_segments.get(source..).unwrap_or_default();
            let before = self.target_segments.get(..target).unwrap_or_default();
            let rest = self.target_segments.get(target..).unwrap_or_default();
            let crosses = named.iter().any(|it| it.is_some() && rest.contains(it))
                || before.iter().any(|it| it.is_some() && after.contains(it));
            let ends = |text: &Text, place: usize| {
                place.checked_sub(1).and_then(|last| text.0.get(last)).is_some_and(ends_sentence)
            };
            if source == all_source {
                target = all_target;
            } else if crosses || !ends(&self.source, source) || !ends(&self.target, target) {
                continue;
            }
            rows.push(Row { source: from.0..source, target: from.1..target });
            from = (source, target);
        }
        rows
    }
}

/// Whether a piece ends with a mark that ends sentences.
fn ends_sentence(piece: &Piece) -> bool {
    let closing = |mark: char| matches!(mark, ' ' | '\u{A0}' | '\u{202F}' | '»' | '”' | '"' | '」');
    let last = skip_back(words(piece), &closing).chars().next_back();
    matches!(last, Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।'))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::dossier::{Status, TranslatorKind, Wording};
    use proptest::prelude::*;

    fn reading(pieces: &[Piece], translated: &[Piece], segments: Option<&str>) -> Reading {
        Reading {
            article: None,
            language: Language::FRENCH,
            status: Status::Original,
            text: Text(pieces.to_vec()),
            place: Wording::default(),
            via: Vec::new(),
            note: Wording::default(),
            translations: vec![Translation {
                language: Language::ENGLISH,
                by: Wording::default(),
                kind: TranslatorKind::Machine,
                text: Text(translated.to_vec()),
                segments: segments.map(Into::into),
            }],
        }
    }

    fn pieces() -> impl Strategy<Value = Vec<Piece>> {
        let piece = prop_oneof![
            "([A-C][a-c]{1,5}[.?] |[a-c]{1,4} ){1,3}".prop_map(|it| Piece::Words(it.into())),
            "[a-c ]{0,6}".prop_map(|it| Piece::Outside(it.into())),
        ];
        prop::collection::vec(piece, 0..6)
    }

    proptest! {
        #[test]
        fn aligning_changes_no_word_and_rows_hold_every_piece(
            source in pieces(),
            target in pieces(),
            by_hand: bool,
        ) {
            let by_hand = (by_hand && !source.is_empty() && !target.is_empty()).then_some("0-0");
            let reading = reading(&source, &target, by_hand);
            let found = aligned(&reading, &reading.translations[0]);
            prop_assert_eq!(joined(&found.source), joined(&cleaned(&reading.text, &found.source)));
            prop_assert_eq!(joined(&found.source).0, joined(&reading.text).0);
            prop_assert_eq!(joined(&found.target).0, joined(&reading.translations[0].text).0);
            prop_assert_eq!(found.source.0.len(), found.source_segments.len());
            prop_assert_eq!(found.target.0.len(), found.target_segments.len());
            let (mut one, mut other) = (0, 0);
            for row in found.rows() {
                prop_assert_eq!((row.source.start, row.target.start), (one, other));
                let here: Vec<_> = found.source_segments[row.source.clone()].iter().flatten().collect();
                for (place, number) in found.target_segments.iter().enumerate() {
                    let named = number.as_ref().is_some_and(|number| here.contains(&number));
                    prop_assert!(!named || row.target.contains(&place), "a segment crosses rows");
                }
                (one, other) = (row.source.end, row.target.end);
            }
            if !source.is_empty() {
                prop_assert_eq!((one, other), (found.source.0.len(), found.target.0.len()));
            }
        }
    }

    /// What stands outside the quotation marks stays there, however pieces are cut.
    fn cleaned(before: &Text, after: &Text) -> Text {
        let (_, outside) = joined(before);
        let mut start = 0;
        let mut pieces = Vec::new();
        for piece in &after.0 {
            let printed = words(piece);
            let out = outside.iter().any(|range| {
                range.contains(&start)
                    || range.is_empty() && range.start == start && printed.is_empty()
            });
            pieces.push(if out {
                Piece::Outside(printed.into())
            } else {
                Piece::Words(printed.into())
            });
            start += printed.len();
        }
        Text(pieces)
    }
}
