//! The words of a date, written from left to right.

use super::article::{Article, Preposition};
use super::lexicon::Word;
use super::{Language, Length, Style};
use crate::edtf::numerals::{english_ending, push_decimal, push_grouped, push_roman};

/// A text that grows, and the article that it takes.
pub(super) struct Noun<'a> {
    pub(super) style: &'a Style<'a>,
    pub(super) text: String,
    pub(super) article: Article,
}

impl<'a> Noun<'a> {
    pub(super) fn new(style: &'a Style<'a>) -> Self {
        Noun { style, text: String::new(), article: Article::Sans }
    }

    pub(super) fn is_french(&self) -> bool {
        self.style.language == Language::French
    }

    pub(super) fn is_short(&self) -> bool {
        self.style.length == Length::Short
    }

    #[inline(never)]
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// A word in the form that there is room for.
    #[inline(never)]
    pub(super) fn put(&mut self, word: Word) {
        self.put_form(word, usize::from(self.is_short()));
    }

    pub(super) fn put_form(&mut self, word: Word, form: usize) {
        self.push(word.form(self.style.language, form));
    }

    #[inline(never)]
    pub(super) fn take_article(&mut self, french: Article, english: Article) {
        self.article = if self.is_french() { french } else { english };
    }

    /// The preposition before `noun`, contracted with the article.
    pub(super) fn push_joined(&mut self, preposition: Preposition, noun: &str) {
        self.push(self.article.after(preposition, noun));
    }

    #[inline(never)]
    pub(super) fn push_decimal(&mut self, number: u64) {
        push_decimal(&mut self.text, number);
    }

    pub(super) fn push_grouped(&mut self, number: u64) {
        let separator = if self.is_french() { "\u{202f}" } else { "," };
        push_grouped(&mut self.text, number, separator);
    }

    /// "1er", "2nd"; in French in Roman numerals where `roman` tells so.
    pub(super) fn push_ordinal(&mut self, number: u8, roman: bool) {
        if roman && self.is_french() {
            push_roman(&mut self.text, number);
        } else {
            self.push_decimal(number.into());
        }
        self.push(match (self.is_french(), number) {
            (true, 1) => "er",
            (true, _) => "e",
            (false, _) => english_ending(number),
        });
    }
}
