//! A text cut where its look changes: at segments, at words found, at words that differ.

use std::ops::Range;

use super::comparison::Variant;
use super::side::{joined, words};
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
    /// The number of the variant that they are, where they differ from the base. A part without
    /// words is where the reading leaves words out.
    pub variant: Option<usize>,
}

/// Cuts a text.
///
/// `segments` gives each piece its segment; `variants` are those of
/// [`compare`](super::comparison::compare).
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
    variants: &[Variant],
) -> Vec<Run<'a>> {
    let (whole, _) = joined(text);
    let found_ranges = if query.is_empty() { Vec::new() } else { query.marks(&whole) };
    let mut start = 0;
    let mut next = 0;
    let mut runs = Vec::with_capacity(text.0.len());
    for (number, piece) in text.0.iter().enumerate() {
        let words = words(piece);
        let end = start + words.len();
        let last = number + 1 == text.0.len();
        let mut parts = Vec::new();
        let mut at = start;
        loop {
            let (mut found, mut until) = (false, end);
            for range in &found_ranges {
                found |= range.contains(&at);
                until = edge(range, at, until);
            }
            // Variants are in order, so those before `next` are behind us.
            while variants.get(next).is_some_and(|own| !own.range.is_empty() && own.range.end <= at)
            {
                next += 1;
            }
            let mut variant = None;
            if let Some(own) = variants.get(next) {
                if own.range.is_empty() && own.range.start <= at && (at < end || last) {
                    parts.push(Part { text: "", found: false, variant: Some(next) });
                    next += 1;
                    continue;
                }
                variant = own.range.contains(&at).then_some(next);
                until = edge(&own.range, at, until);
            }
            if at >= end {
                break;
            }
            // Edges lie on character boundaries of the whole, so they do in the piece.
            let text = words.get(at - start..until - start).unwrap_or(words);
            parts.push(Part { text, found, variant });
            at = until;
        }
        runs.push(Run {
            segment: segments.get(number).copied().flatten(),
            outside: matches!(piece, Piece::Outside(_)),
            parts,
        });
        start = end;
    }
    runs
}

/// The first edge of a range after a place, up to an end.
#[inline(never)]
pub(crate) fn edge(range: &Range<usize>, at: usize, mut end: usize) -> usize {
    for edge in [range.start, range.end] {
        if edge > at {
            end = end.min(edge);
        }
    }
    end
}
