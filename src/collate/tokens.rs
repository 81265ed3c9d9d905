//! A text as it is compared.

use super::differences::{Strictness, Witness};
use super::letters::{is_space, split_first};
use super::sequence::agreements;
use super::words::{Kind, key, words};
use std::ops::Range;

/// A word, or a mark or space that counts, as it is compared.
pub(super) struct Token {
    pub(super) range: Range<usize>,
    pub(super) key: String,
    /// How much it is worth that another text has it too.
    pub(super) weight: i32,
}

/// What counts in a text, in order.
pub(super) struct Tokens {
    pub(super) list: Vec<Token>,
    end: usize,
}

impl Tokens {
    /// Of a text, some of whose bytes are not its own: words of an article between two quotations.
    /// Such words find their like, but do not decide where others do.
    pub(super) fn of(witness: Witness, language: &str, strictness: Strictness) -> Self {
        let mut tokens = Self::new(witness.text, language, strictness);
        for token in &mut tokens.list {
            if witness.is_outside(token.range.start) {
                token.weight = 1;
            }
        }
        tokens
    }

    pub(super) fn new(text: &str, language: &str, strictness: Strictness) -> Self {
        let mut list = Vec::new();
        let mut end = 0;
        for word in &words(text, language) {
            let printed = text.get(word.range.clone()).unwrap_or_default();
            let key = match strictness {
                Strictness::Words if word.kind == Kind::Punctuation => continue,
                Strictness::Words => key(printed, language),
                Strictness::Typography => {
                    push_space(&mut list, text, end..word.range.start);
                    printed.to_owned()
                }
            };
            end = word.range.end;
            // Articles, prepositions and pronouns have three letters at most in the languages of
            // newspapers; a lone one between two changes says nothing.
            let weight = match word.kind {
                Kind::Punctuation => 1,
                Kind::Word if is_short(printed) => 1,
                _ => 3,
            };
            list.push(Token { range: word.range.clone(), key, weight });
        }
        let end = list.last().map_or(0, |token| token.range.end);
        Self { list, end }
    }

    /// The pairs of tokens that answer each other: the same words, and words inflected otherwise.
    pub(super) fn agreements(&self, other: &Self) -> Vec<(usize, usize)> {
        agreements(self.list.len(), other.list.len(), &|row, column| match (
            self.list.get(row),
            other.list.get(column),
        ) {
            (Some(one), Some(two)) if one.key == two.key => one.weight,
            (Some(one), Some(two)) if is_inflected(one, two) => INFLECTED,
            _ => 0,
        })
    }

    /// Whether a token is the same as one of another text.
    pub(super) fn same(&self, place: usize, other: &Self, there: usize) -> bool {
        match (self.list.get(place), other.list.get(there)) {
            (Some(one), Some(two)) => one.key == two.key,
            _ => false,
        }
    }

    /// The bytes that a range of tokens covers; for an empty one, where it would begin.
    pub(super) fn range(&self, tokens: Range<usize>) -> Range<usize> {
        let start = self.list.get(tokens.start).map_or(self.end, |token| token.range.start);
        let last = self.list.get(tokens).and_then(<[Token]>::last);
        start..last.map_or(start, |token| token.range.end)
    }
}

/// What it is worth that a word answers one that is inflected otherwise.
pub(super) const INFLECTED: i32 = 3;

/// Whether two words are likely forms of one: they begin with the same letters for more than half
/// their length, at least four.
#[inline(never)]
pub(super) fn is_inflected(one: &Token, other: &Token) -> bool {
    let (mut common, mut longer) = (0, 0);
    let mut alike = true;
    let (mut one, mut other) = (one.key.as_str(), other.key.as_str());
    while !one.is_empty() || !other.is_empty() {
        let (first, second) = (split_first(one), split_first(other));
        alike &= first.map(|it| it.0) == second.map(|it| it.0);
        common += usize::from(alike);
        longer += 1;
        one = first.map_or("", |it| it.1);
        other = second.map_or("", |it| it.1);
    }
    common >= 4 && common * 2 > longer
}

/// Whether a word has three letters or less.
fn is_short(word: &str) -> bool {
    let mut rest = word;
    for _ in 0..3 {
        rest = split_first(rest).map_or("", |(_, after)| after);
    }
    rest.is_empty()
}

/// White space between two tokens, where it counts.
fn push_space(list: &mut Vec<Token>, text: &str, range: Range<usize>) {
    let space = text.get(range.clone()).unwrap_or_default();
    if !list.is_empty() && space.chars().any(is_space) {
        list.push(Token { range, key: space.to_owned(), weight: 1 });
    }
}
