//! A text aligned with its translation, sentence by sentence.

use super::fold::{Plain, fold, plain};
use super::letters::{is_mark, is_space, split_first};
use super::sentences::sentences;
use super::words::{Kind, words};
use std::ops::Range;

/// Sentences of a text and the sentences that translate them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bead {
    /// Bytes of the text, from a sentence to a sentence; empty where the translation adds.
    pub source: Range<usize>,
    /// Bytes of the translation; empty where it leaves out.
    pub target: Range<usize>,
}

/// How many sentences of either side a bead may hold, and what it costs, in hundredths of the
/// negative natural logarithm of its frequency against that of one to one: the values of Gale and
/// Church.
const BEADS: [(usize, usize, i64); 6] =
    [(1, 1, 0), (2, 1, 230), (1, 2, 230), (2, 2, 440), (1, 0, 450), (0, 1, 450)];

/// What a word or number that both sides share takes off: -100 ln of how much rarer that is by
/// chance, about 1 to 12.
const SHARED: i64 = 250;

/// What it costs that one side asks and the other does not.
const UNANSWERED: i64 = 200;

/// How far from proportional progress an alignment may stray, in sentences.
const BAND: usize = 60;

/// No alignment leads here.
const NEVER: i64 = i64::MAX / 2;

/// Aligns a text with its translation.
///
/// Sentences of the same share of their text's length are likely to translate each other: Gale
/// and Church, "A program for aligning sentences in bilingual corpora", 1993, with integer costs.
/// Shared numbers, names and cognates (Simard, Foster and Isabelle, 1992) and question marks help
/// where lengths do not tell. Words are cognates whose first four letters are the same once vowels
/// and double letters are gone: *automne*, *autumn*; *Bruxelles*, *Brussels*.
///
/// Beads are in order and hold every sentence of both sides: one to one, one to two, two to one,
/// two to two, or one that nothing answers. Lengths tell the last kind least: a sentence left out
/// is often joined to its neighbour, so show such alignments as made by a machine. Swapping the
/// sides swaps the beads' sides.
///
/// ```
/// use quote_timeline::collate::align::align;
///
/// let french = "Le but n’est pas d’abandonner l’open source. Cette technologie est \
///               révolutionnaire et nous devons être transparents.";
/// let english = "The aim is not to abandon open source. This technology is revolutionary. \
///                So we must be transparent.";
/// let beads = align(french, "fr", english, "en");
///
/// assert_eq!(beads.len(), 2);
/// assert_eq!(&english[beads[0].target.clone()], "The aim is not to abandon open source.");
/// assert!(english[beads[1].target.clone()].ends_with("So we must be transparent."));
/// ```
pub fn align(
    source: &str,
    source_language: &str,
    target: &str,
    target_language: &str,
) -> Vec<Bead> {
    if (source, source_language) > (target, target_language) {
        // One order for both, so that ties fall alike whichever side is called the source.
        let mut beads = align(target, target_language, source, source_language);
        for bead in &mut beads {
            std::mem::swap(&mut bead.source, &mut bead.target);
        }
        return beads;
    }
    let mut source = Side::new(source, source_language);
    let mut target = Side::new(target, target_language);
    let (of_source, of_target) = (source.length(), target.length());
    source.scale(of_source, of_target);
    target.scale(of_target, of_source);
    let mut beads = Vec::new();
    for (one, other) in &path(&source, &target) {
        beads.push(Bead { source: source.range(one.clone()), target: target.range(other.clone()) });
    }
    beads
}

/// What is known of a sentence.
struct Sentence {
    range: Range<usize>,
    /// In characters; after scaling in sixteenths of a character of the mean text.
    length: i64,
    asks: bool,
    /// The hashes of its numbers and words.
    anchors: Vec<u32>,
    /// A bit for each of them: two sentences without a common bit have no common anchor.
    bits: u64,
}

struct Side {
    sentences: Vec<Sentence>,
}

impl Side {
    fn new(text: &str, language: &str) -> Self {
        let mut all = Vec::new();
        for range in &sentences(text, language) {
            let sentence = text.get(range.clone()).unwrap_or_default();
            let (mut anchors, mut bits) = (Vec::new(), 0);
            for word in &words(sentence, language) {
                let printed = sentence.get(word.range.clone()).unwrap_or_default();
                if let Some(anchor) = anchor(printed, word.kind).filter(|it| !anchors.contains(it))
                {
                    anchors.push(anchor);
                    bits |= 1_u64 << (anchor % 64);
                }
            }
            let (mut length, mut asks) = (0, false);
            let mut rest = sentence;
            while let Some((letter, after)) = split_first(rest) {
                length += i64::from(!is_space(letter) && !is_mark(letter));
                asks |= matches!(plain(letter), Plain::One('?'));
                rest = after;
            }
            all.push(Sentence { range: range.clone(), length, asks, anchors, bits });
        }
        Self { sentences: all }
    }

    fn length(&self) -> i64 {
        self.sentences.iter().map(|sentence| sentence.length).sum()
    }

    /// Makes both texts equally long: a language may need more letters than the other.
    fn scale(&mut self, own: i64, other: i64) {
        for sentence in &mut self.sentences {
            sentence.length = sentence.length * 8 * (own + other) / own.max(1);
        }
    }

    fn run(&self, run: Range<usize>) -> &[Sentence] {
        self.sentences.get(run).unwrap_or_default()
    }

    /// The bytes of a run of sentences; for an empty one, where it would begin.
    fn range(&self, run: Range<usize>) -> Range<usize> {
        let end_of_text = self.sentences.last().map_or(0, |last| last.range.end);
        let start = self.sentences.get(run.start).map_or(end_of_text, |first| first.range.start);
        let last = self.run(run).last();
        start..last.map_or(start, |last| last.range.end)
    }
}

/// The hash of a number, or of the beginning of a Latin word: its first letter and the next three
/// that are no vowels, written as they sound in most languages.
fn anchor(printed: &str, kind: Kind) -> Option<u32> {
    let folded = fold(printed);
    let number = kind == Kind::Number;
    if !number && (kind != Kind::Word || !folded.is_ascii() || folded.len() < 4) {
        return None;
    }
    // FNV-1a.
    let mut hash = 0x811C_9DC5_u32;
    let (mut count, mut before) = (0, 0);
    for letter in folded.bytes().filter(u8::is_ascii_alphanumeric) {
        let letter = match letter {
            b'c' | b'q' if !number => b'k',
            b'x' | b'z' => b's',
            b'w' => b'v',
            other => other,
        };
        let skipped = matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y') && count > 0;
        if number || !skipped && letter != before && count < 4 {
            hash = (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193);
            count += 1;
        }
        before = letter;
    }
    (number || count > 2).then_some(hash)
}

/// -100 ln of the probability that a standard normal variable is further from 0 than so many
/// quarters.
const SURPRISE: [i64; 28] = [
    0, 22, 48, 79, 115, 155, 201, 252, 309, 371, 439, 512, 591, 676, 767, 864, 967, 1075, 1190,
    1311, 1437, 1570, 1709, 1853, 2004, 2161, 2325, 2494,
];

/// How unlikely it is that two lengths translate each other. A character of one gives a number of
/// characters in the other with a variance of 6.8, as Gale and Church found.
fn surprise(one: i64, other: i64) -> i64 {
    let difference = one - other;
    let squared = difference.saturating_mul(difference).saturating_mul(80);
    // In sixteenths of a standard deviation.
    let far =
        usize::try_from((squared / (17 * (one + other)).max(1)).isqrt()).unwrap_or(usize::MAX);
    let (quarter, part) = (far / 4, far % 4);
    match (SURPRISE.get(quarter), SURPRISE.get(quarter + 1)) {
        (Some(low), Some(high)) => low + (high - low) * whole(part) / 4,
        _ => 2494,
    }
}

fn cost(one: &[Sentence], other: &[Sentence]) -> i64 {
    let (mut shared, mut question) = (0, [false; 2]);
    let mut lengths = [0; 2];
    for ((sentences, length), asks) in [one, other].into_iter().zip(&mut lengths).zip(&mut question)
    {
        for sentence in sentences {
            *length += sentence.length;
            *asks |= sentence.asks;
        }
    }
    if one.is_empty() || other.is_empty() {
        // Gale and Church let the length of a sentence tell here too, and so miss all of them.
        return 0;
    }
    let mut rest = one;
    while let [source, after @ ..] = rest {
        rest = after;
        for anchor in &source.anchors {
            // A word that two sentences have in common with the other side counts once.
            let again = rest.iter().any(|later| later.anchors.contains(anchor));
            let both = other
                .iter()
                .any(|target| target.bits & source.bits != 0 && target.anchors.contains(anchor));
            shared += i64::from(both && !again);
        }
    }
    let [length, other_length] = lengths;
    let unanswered = question.first() != question.last();
    surprise(length, other_length) - SHARED * shared + i64::from(unanswered) * UNANSWERED
}

/// The cheapest sequence of beads, as runs of sentences.
fn path(source: &Side, target: &Side) -> Vec<(Range<usize>, Range<usize>)> {
    let (rows, columns) = (source.sentences.len(), target.sentences.len());
    let width = columns + 1;
    let mut cheapest = vec![(NEVER, 0_u8); (rows + 1) * width];
    if let Some(first) = cheapest.first_mut() {
        first.0 = 0;
    }
    let reach = BAND * rows.max(columns);
    for row in 0..=rows {
        for column in 0..=columns {
            if (row * columns).abs_diff(column * rows) > reach {
                continue;
            }
            let mut best = (NEVER, 0_u8);
            for (bead, (down, right, prior)) in (0_u8..).zip(BEADS) {
                let (Some(above), Some(left)) = (row.checked_sub(down), column.checked_sub(right))
                else {
                    continue;
                };
                let before = cheapest.get(above * width + left).map_or(NEVER, |cell| cell.0);
                if before < NEVER {
                    let one = source.run(above..row);
                    let other = target.run(left..column);
                    let total = before + prior + cost(one, other);
                    if total < best.0 {
                        best = (total, bead);
                    }
                }
            }
            if let Some(cell) = cheapest.get_mut(row * width + column).filter(|_| row + column > 0)
            {
                *cell = best;
            }
        }
    }

    let mut beads = Vec::new();
    let (mut row, mut column) = (rows, columns);
    while row + column > 0 {
        let bead = cheapest.get(row * width + column).map_or(0, |cell| cell.1);
        let (down, right, _) = BEADS.get(usize::from(bead)).copied().unwrap_or((1, 1, 0));
        let (above, left) = (row.saturating_sub(down), column.saturating_sub(right));
        beads.push((above..row, left..column));
        (row, column) = (above, left);
    }
    beads.reverse();
    beads
}

/// Counts of characters are far below the largest `i64`.
fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
