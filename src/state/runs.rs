//! A text cut where its look changes: at segments, at words found, at words that differ.

use std::ops::Range;

use crate::collate::search::Query;
use crate::dossier::{Piece, Text};

/// One piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// The segment that it belongs to.
    pub segment: Option<u16>,
    /// Whether the words stand outside the article's quotation marks.
    pub outside: bool,
    /// Its words.
    pub parts: Vec<Part<'a>>,
}

/// Words that look the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// The words.
    pub text: &'a str,
    /// Whether the search found them.
    pub found: bool,
    /// Whether they differ from the base.
    pub differs: bool,
}

/// Cuts a text.
///
/// `segments` gives each piece its segment; `differing` are the byte ranges of [`differing`](super::differing::differing).
///
/// ```
/// use quote_timeline::collate::search::Query;
/// use quote_timeline::dossier::{Piece, Text};
/// use quote_timeline::state::runs::runs;
///
/// let text = Text(vec![Piece::Words("Le but ".into()), Piece::Words("n'est pas".into())]);
/// let cut = runs(&text, &[Some(0), Some(1)], &Query::new("but"), &[]);
/// let found: Vec<_> = cut[0].parts.iter().map(|part| (part.text, part.found)).collect();
/// assert_eq!(found, [("Le ", false), ("but", true), (" ", false)]);
/// assert_eq!(cut[1].segment, Some(1));
/// ```
pub fn runs<'a>(
    text: &'a Text,
    segments: &[Option<u16>],
    query: &Query,
    differing: &[Range<usize>],
) -> Vec<Run<'a>> {
    let mut whole = String::new();
    for piece in &text.0 {
        whole.push_str(words(piece));
    }
    let found = if query.is_empty() { Vec::new() } else { query.marks(&whole) };
    let mut start = 0;
    let mut runs = Vec::with_capacity(text.0.len());
    for (number, piece) in text.0.iter().enumerate() {
        let words = words(piece);
        let here = start..start + words.len();
        let mut parts = Vec::new();
        let mut at = here.start;
        while at < here.end {
            let (found, found_to) = stretch(&found, at, here.end);
            let (differs, end) = stretch(differing, at, found_to);
            // Edges lie on character boundaries of the whole, so they do in the piece.
            let text = words.get(at - here.start..end - here.start).unwrap_or(words);
            parts.push(Part { text, found, differs });
            at = end;
        }
        runs.push(Run {
            segment: segments.get(number).copied().flatten(),
            outside: matches!(piece, Piece::Outside(_)),
            parts,
        });
        start = here.end;
    }
    runs
}

/// Whether a place is in one of the ranges, and how far, up to an end, the same holds.
#[inline(never)]
fn stretch(ranges: &[Range<usize>], at: usize, mut end: usize) -> (bool, usize) {
    let mut inside = false;
    for range in ranges {
        inside |= range.contains(&at);
        for edge in [range.start, range.end] {
            if edge > at {
                end = end.min(edge);
            }
        }
    }
    (inside, end)
}

fn words(piece: &Piece) -> &str {
    let (Piece::Words(words) | Piece::Outside(words)) = piece;
    words
}
