//! The passage of an article that comes nearest to words it does not have.

use std::{cmp::Reverse, ops::Range};

use crate::collate::differences::{Change, Strictness, Witness, differences};
use crate::collate::vocabulary::Vocabulary;
use crate::collate::words::{Kind, key, words};

/// What it costs that a word is left out, added, or another.
const COST: i32 = 1;

/// Words that differ between a dossier and an article, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What the dossier has; empty where the article has more.
    pub dossier: String,
    /// What the article has; empty where the dossier has more.
    pub article: String,
}

/// An article's words, numbered, to look for many passages in.
pub(super) struct Passages {
    language: String,
    vocabulary: Vocabulary,
    tokens: Vec<Token>,
}

struct Token {
    range: Range<usize>,
    number: u32,
    weight: i32,
}

/// The best way to lay the words read so far over the article so that they end at a place.
#[derive(Clone, Copy)]
struct Cell {
    score: i32,
    /// Where it begins, as a place in the list of tokens.
    start: usize,
    /// The weight of the words that are the same.
    same: i32,
}

impl Passages {
    pub(super) fn new(text: &str, language: &str) -> Self {
        let mut vocabulary = Vocabulary::default();
        let tokens = tokens(text, language, &mut |key| vocabulary.number(key));
        Self { language: language.to_owned(), vocabulary, tokens }
    }

    /// The passage that has most of the words in their order, and no less than half of them by
    /// weight; words of up to three letters weigh little, punctuation nothing.
    ///
    /// The words as a whole are aligned with any stretch of the article (Sellers, "The theory and
    /// computation of evolutionary distances", 1980): steps as the product of both lengths, room
    /// as the article's.
    pub(super) fn nearest(&self, run: &str) -> Option<Range<usize>> {
        let unknown = u32::MAX;
        let run =
            tokens(run, &self.language, &mut |key| self.vocabulary.find(key).unwrap_or(unknown));
        let mut row: Vec<Cell> =
            (0..=self.tokens.len()).map(|start| Cell { score: 0, start, same: 0 }).collect();
        for word in &run {
            let Some(first) = row.first_mut() else { break };
            // Above and to the left of the next cell; nothing of the article is used in the first.
            let mut corner = *first;
            first.score -= COST;
            let mut left = *first;
            for (cell, token) in row.iter_mut().skip(1).zip(&self.tokens) {
                let above = *cell;
                let gain = if word.number == token.number { word.weight.max(1) } else { -COST };
                let same = if gain > 0 { word.weight } else { 0 };
                let mut best = corner;
                best.score += gain;
                best.same += same;
                for other in [above, left] {
                    if other.score - COST > best.score {
                        best = Cell { score: other.score - COST, ..other };
                    }
                }
                (corner, left) = (above, best);
                *cell = best;
            }
        }
        let whole: i32 = run.iter().map(|word| word.weight).sum();
        // Of equals the first, and of those that begin there the longest.
        let (end, best) = row
            .iter()
            .enumerate()
            .max_by_key(|(end, cell)| (cell.score, Reverse(cell.start), *end))?;
        if whole == 0 || best.same * 2 < whole {
            return None;
        }
        let first = self.tokens.get(best.start..end)?.first()?;
        let last = self.tokens.get(best.start..end)?.last()?;
        Some(first.range.start..last.range.end)
    }

    /// The words that differ between a run of words and a passage, both with their typography
    /// levelled.
    pub(super) fn differences(&self, run: &str, passage: &str) -> Vec<Difference> {
        let (base, reading) = (Witness::new(run), Witness::new(passage));
        differences(base, reading, &self.language, Strictness::Typography)
            .into_iter()
            .filter(|stretch| stretch.change != Change::Same)
            .map(|stretch| Difference {
                dossier: run.get(stretch.base).unwrap_or_default().trim().to_owned(),
                article: passage.get(stretch.reading).unwrap_or_default().trim().to_owned(),
            })
            .collect()
    }
}

fn tokens(text: &str, language: &str, number: &mut dyn FnMut(&str) -> u32) -> Vec<Token> {
    let token = |word: crate::collate::words::Word| {
        let printed = text.get(word.range.clone()).unwrap_or_default();
        let weight = match word.kind {
            Kind::Punctuation => 0,
            Kind::Word if printed.chars().count() <= 3 => 1,
            _ => 3,
        };
        Token { number: number(&key(printed, language)), range: word.range, weight }
    };
    words(text, language).into_iter().map(token).collect()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    const ARTICLE: &str = "Le groupe a parlé. L'objectif n'est pas d'abandonner l'open source, \
        a-t-elle dit mardi. Et nous continuerons d'avoir deux gammes. C'est tout.";

    fn nearest(run: &str) -> Option<&'static str> {
        Passages::new(ARTICLE, "fr").nearest(run).and_then(|range| ARTICLE.get(range))
    }

    #[test]
    fn a_passage_is_found_from_its_first_changed_word_to_its_last() {
        assert_eq!(
            nearest("Le but n'est pas d'abandonner l'open source"),
            Some("L'objectif n'est pas d'abandonner l'open source")
        );
        assert_eq!(
            nearest("nous continuerons à avoir les deux pistes"),
            Some("nous continuerons d'avoir deux gammes")
        );
    }

    #[test]
    fn half_of_the_words_are_not_enough_when_they_are_small_ones() {
        assert_eq!(nearest("l'alliance met fin à l'illusion de l'indépendance"), None);
        assert_eq!(nearest("le vivier d'innovation"), None);
        assert_eq!(nearest("…"), None);
        assert_eq!(nearest(""), None);
    }

    #[test]
    fn the_words_that_differ_are_named() {
        let passages = Passages::new(ARTICLE, "fr");
        let found = passages.differences("Le but n'est pas", "L'objectif n'est pas");
        let expected = Difference { dossier: "Le but".into(), article: "L'objectif".into() };
        assert_eq!(found, [expected]);
    }
}
