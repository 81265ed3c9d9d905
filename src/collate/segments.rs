//! Which pieces of a text answer which pieces of its translation.

use std::fmt;

use crate::join::{join, push_number};

/// The pieces of a quote and of a translation, grouped into segments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segments {
    /// For each piece of the quote, the number of its segment; `None` where nothing answers it.
    pub source: Vec<Option<u16>>,
    /// The same for the translation.
    pub target: Vec<Option<u16>>,
    /// How many segments there are; they are numbered from 0 in the order of the quote.
    pub count: u16,
}

/// Why pairs of pieces cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SegmentError {
    /// Not two numbers joined by a hyphen.
    NotAPair {
        /// The byte of the text that the pair begins at.
        offset: usize,
        /// What stands there.
        found: String,
    },
    /// A pair names a piece that is not there.
    OutOfRange {
        /// The byte of the text that the pair begins at.
        offset: usize,
        /// Which side of the pair it is.
        side: Side,
        /// The number of the piece, counted from 0.
        index: usize,
        /// How many pieces there are.
        pieces: usize,
    },
    /// More pieces than can be numbered.
    TooManyPieces {
        /// How many pieces there are on both sides.
        pieces: usize,
    },
}

/// A side of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The quote, left of the hyphen.
    Source,
    /// The translation, right of it.
    Target,
}

impl SegmentError {
    /// The text of the error, without the standard library's formatting.
    pub(crate) fn message(&self) -> String {
        let mut text = String::new();
        match self {
            Self::NotAPair { offset, found } => {
                text = join(&["\"", found, "\" at byte "]);
                push_number(&mut text, *offset);
                text.push_str(
                    " is not a pair; write two numbers joined by a hyphen, such as 0-0, pairs \
                     separated by spaces",
                );
            }
            Self::OutOfRange { offset, side, index, pieces } => {
                text.push_str("the pair at byte ");
                push_number(&mut text, *offset);
                text.push_str(" names piece ");
                push_number(&mut text, *index);
                text.push_str(match side {
                    Side::Source => " of the quote, ",
                    Side::Target => " of the translation, ",
                });
                if let Some(last) = pieces.checked_sub(1) {
                    text.push_str("whose pieces are numbered from 0 to ");
                    push_number(&mut text, last);
                } else {
                    text.push_str("which has no pieces");
                }
            }
            Self::TooManyPieces { pieces } => {
                push_number(&mut text, *pieces);
                text.push_str(" pieces are more than the 65535 that can be aligned");
            }
        }
        text
    }
}

impl fmt::Display for SegmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for SegmentError {}

/// Groups pieces into segments by pairs `source-target` counted from 0, the Pharaoh format of word
/// alignment. Pieces that pairs connect, directly or through others, are one segment.
///
/// Without `pairs`, pieces answer one to one where there are as many on both sides; else the whole
/// answers the whole.
///
/// ```
/// use quote_timeline::collate::segments::{SegmentError, segments};
///
/// let found = segments(3, 4, Some("0-0 1-2 2-1 2-3")).unwrap();
/// assert_eq!(found.source, [Some(0), Some(1), Some(2)]);
/// assert_eq!(found.target, [Some(0), Some(2), Some(1), Some(2)]);
/// assert_eq!(found.count, 3);
///
/// let error = segments(2, 2, Some("0-0 1:1")).unwrap_err();
/// assert_eq!(error, SegmentError::NotAPair { offset: 4, found: "1:1".into() });
/// assert!(error.to_string().starts_with("\"1:1\" at byte 4 is not a pair"));
/// ```
pub fn segments(
    source_len: usize,
    target_len: usize,
    pairs: Option<&str>,
) -> Result<Segments, SegmentError> {
    let pieces = source_len.saturating_add(target_len);
    if pieces > usize::from(u16::MAX) {
        return Err(SegmentError::TooManyPieces { pieces });
    }
    let mut groups = Groups { parents: (0..pieces).collect(), named: vec![false; pieces] };
    let mut connect = |source: usize, target: usize| groups.connect(source, source_len + target);
    match pairs {
        Some(text) => {
            for word in text.split_ascii_whitespace() {
                // Both are parts of one text, so the difference of addresses is the offset.
                let offset = word.as_ptr() as usize - text.as_ptr() as usize;
                let (source, target) = pair(word)
                    .ok_or_else(|| SegmentError::NotAPair { offset, found: word.to_owned() })?;
                for (side, index, pieces) in
                    [(Side::Source, source, source_len), (Side::Target, target, target_len)]
                {
                    if index >= pieces {
                        return Err(SegmentError::OutOfRange { offset, side, index, pieces });
                    }
                }
                connect(source, target);
            }
        }
        None if source_len > 0 && target_len > 0 => {
            for at in 0..source_len.max(target_len) {
                if source_len == target_len {
                    connect(at, at);
                } else {
                    connect(at.min(source_len - 1), 0);
                    connect(0, at.min(target_len - 1));
                }
            }
        }
        None => {}
    }
    Ok(groups.numbered(source_len))
}

/// `12-3`: digits, a hyphen, digits.
fn pair(word: &str) -> Option<(usize, usize)> {
    let (mut source, mut number) = (None, None);
    for byte in word.bytes() {
        if byte == b'-' && source.is_none() {
            (source, number) = (Some(number?), None);
        } else {
            let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
            let tens = usize::checked_mul(number.unwrap_or(0), 10)?;
            number = Some(tens.checked_add(digit.into())?);
        }
    }
    source.zip(number)
}

/// Pieces joined into groups: each points to another of its group, the first to itself.
struct Groups {
    parents: Vec<usize>,
    /// Whether a pair names the piece; alone until then.
    named: Vec<bool>,
}

impl Groups {
    fn first(&self, mut piece: usize) -> usize {
        while let Some(&parent) = self.parents.get(piece).filter(|parent| **parent != piece) {
            piece = parent;
        }
        piece
    }

    /// The lower of the two becomes the first, so that a group is known by its first piece.
    #[inline(never)]
    fn connect(&mut self, one: usize, other: usize) {
        for piece in [one, other] {
            if let Some(named) = self.named.get_mut(piece) {
                *named = true;
            }
        }
        let (one, other) = (self.first(one), self.first(other));
        if let Some(parent) = self.parents.get_mut(one.max(other)) {
            *parent = one.min(other);
        }
    }

    fn numbered(&self, source_len: usize) -> Segments {
        let mut count = 0;
        let mut numbers: Vec<Option<u16>> = Vec::with_capacity(self.named.len());
        for (piece, named) in self.named.iter().enumerate() {
            let first = self.first(piece);
            numbers.push(match numbers.get(first) {
                _ if !named => None,
                Some(number) => *number,
                None => {
                    count += 1;
                    Some(count - 1)
                }
            });
        }
        let target = numbers.get(source_len..).unwrap_or_default().to_vec();
        numbers.truncate(source_len);
        Segments { source: numbers, target, count }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn without_pairs_one_to_one_or_whole_to_whole() {
        let same = segments(2, 2, None).unwrap();
        assert_eq!((same.source, same.count), (vec![Some(0), Some(1)], 2));
        let whole = segments(2, 3, None).unwrap();
        assert_eq!(
            (whole.source, whole.target, whole.count),
            (vec![Some(0); 2], vec![Some(0); 3], 1)
        );
        let none = segments(0, 2, None).unwrap();
        assert_eq!((none.target, none.count), (vec![None; 2], 0));
    }

    #[test]
    fn pairs_join_through_one_another() {
        let found = segments(4, 4, Some(" 3-0\n1-1  3-2 2-1 ")).unwrap();
        assert_eq!(found.source, [None, Some(0), Some(0), Some(1)]);
        assert_eq!(found.target, [Some(1), Some(0), Some(1), None]);
        assert_eq!(found.count, 2);
    }

    #[test]
    fn errors_say_what_is_wrong_and_where() {
        let wrong = |text| segments(2, 1, Some(text)).unwrap_err().to_string();
        for text in ["0", "0-", "-0", "0-0-0", "+0-0", "a-b", "0–0", "99999999999999999999999-0"]
        {
            assert!(wrong(text).contains("is not a pair"), "{text}");
        }
        assert_eq!(
            wrong("0-0 2-0"),
            "the pair at byte 4 names piece 2 of the quote, whose pieces are numbered from 0 to 1"
        );
        assert_eq!(
            wrong("0-1"),
            "the pair at byte 0 names piece 1 of the translation, whose pieces are numbered from 0 to 0"
        );
        assert!(segments(0, 1, Some("0-0")).unwrap_err().to_string().ends_with("no pieces"));
        assert!(segments(70_000, 1, None).is_err());
    }

    proptest! {
        #[test]
        fn both_ends_of_a_pair_share_a_segment(pairs in prop::collection::vec((0_usize..6, 0_usize..5), 0..9)) {
            let text: Vec<String> = pairs.iter().map(|(s, t)| format!("{s}-{t}")).collect();
            let found = segments(6, 5, Some(&text.join(" "))).unwrap();
            for &(source, target) in &pairs {
                prop_assert!(found.source[source].is_some());
                prop_assert_eq!(found.source[source], found.target[target]);
            }
            // Numbered without gaps, in the order of the quote.
            let mut seen = 0;
            for number in found.source.iter().flatten() {
                prop_assert!(*number <= seen);
                seen = seen.max(number + 1);
            }
            prop_assert_eq!(seen, found.count);
            for (target, number) in found.target.iter().enumerate() {
                prop_assert_eq!(number.is_some(), pairs.iter().any(|pair| pair.1 == target));
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[0-9 -]{0,12}|\\PC{0,9}") {
            let _ = segments(3, 3, Some(&text));
        }
    }
}
