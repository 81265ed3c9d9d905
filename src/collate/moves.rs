//! Words that a reading has in another place than the base.

use super::tokens::{Token, Tokens};
use std::ops::Range;

/// Runs of less weight are coincidence: it takes a word of more than three letters and two others.
const LEAST_WEIGHT: i32 = 5;

/// A single word counts as moved from this length on, in bytes.
const LONG_WORD: usize = 9;

/// The most pairs of words that are looked at: beyond it texts are other texts.
const MOST_PAIRS: usize = 1 << 16;

/// Which words of the base, and which of the reading, stand in another place of the other text.
///
/// `agreed` are the pairs that answer each other in order. Among the words that are left, the
/// weightiest run that both texts have is moved, then the next, until none is worth it: the greedy
/// tiling of Wise, "String similarity via greedy string tiling", 1993.
pub(super) fn moved(
    base: &Tokens,
    reading: &Tokens,
    agreed: &[(usize, usize)],
) -> (Vec<bool>, Vec<bool>) {
    let mut free = (vec![true; base.list.len()], vec![true; reading.list.len()]);
    for (one, other) in agreed {
        put(&mut free.0, *one..one + 1, false);
        put(&mut free.1, *other..other + 1, false);
    }
    let mut moved = (vec![false; base.list.len()], vec![false; reading.list.len()]);
    if base.list.len().saturating_mul(reading.list.len()) > MOST_PAIRS {
        return moved;
    }
    while let Some((from, to, length)) = weightiest(base, reading, &free) {
        for (places, marks, start) in
            [(&mut free.0, &mut moved.0, from), (&mut free.1, &mut moved.1, to)]
        {
            put(places, start..start + length, false);
            put(marks, start..start + length, true);
        }
    }
    moved
}

#[inline(never)]
fn put(marks: &mut [bool], places: Range<usize>, value: bool) {
    for mark in marks.get_mut(places).unwrap_or_default() {
        *mark = value;
    }
}

/// Where the weightiest run of free words begins in both texts, and how long it is.
fn weightiest(
    base: &Tokens,
    reading: &Tokens,
    free: &(Vec<bool>, Vec<bool>),
) -> Option<(usize, usize, usize)> {
    let mut best = None;
    let mut most = 0;
    for from in 0..base.list.len() {
        for to in 0..reading.list.len() {
            let (mut length, mut weight) = (0, 0);
            while is_free(&free.0, from + length)
                && is_free(&free.1, to + length)
                && base.same(from + length, reading, to + length)
            {
                weight += base.list.get(from + length).map_or(0, worth);
                length += 1;
            }
            if weight > most {
                (best, most) = (Some((from, to, length)), weight);
            }
        }
    }
    best.filter(|_| most >= LEAST_WEIGHT)
}

fn is_free(free: &[bool], place: usize) -> bool {
    free.get(place).copied().unwrap_or(false)
}

fn worth(token: &Token) -> i32 {
    if token.key.len() >= LONG_WORD { LEAST_WEIGHT } else { token.weight }
}
