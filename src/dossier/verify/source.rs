//! The text of an article, ready to look words up in.

use std::ops::Range;

use super::Verdict;
use super::nearest::Passages;
use super::typography::{Folded, Level, differing, first_letter_turned};

pub(super) struct Source {
    text: String,
    /// As it is but for line breaks.
    verbatim: Folded,
    levelled: Folded,
    passages: Passages,
}

impl Source {
    pub(super) fn new(text: &str, language: &str) -> Self {
        let levelled = Folded::new(text, Level::Everything);
        let passages = Passages::new(&levelled.text, language);
        let verbatim = Folded::new(text, Level::Nothing);
        Self { text: text.to_owned(), verbatim, levelled, passages }
    }

    /// Looks words up, first after a place, then anywhere; says where they were found.
    pub(super) fn find(&self, run: &str, after: usize) -> (Verdict, Option<Range<usize>>) {
        let run = run.trim();
        if let Some(passage) = find(&self.verbatim, &trimmed(run, Level::Nothing), after) {
            return (Verdict::Exact, Some(passage));
        }
        let words = trimmed(run, Level::Everything);
        let turned = first_letter_turned(&words);
        let anyhow = |after| {
            let levelled = find(&self.levelled, &words, after);
            levelled.or_else(|| find(&self.levelled, turned.as_deref()?, after))
        };
        if let Some(passage) = anyhow(after) {
            let printed = self.printed(&passage);
            let kinds = differing(run, &printed);
            return (Verdict::Typography { printed, kinds }, Some(passage));
        }
        if let Some(passage) = anyhow(0) {
            return (Verdict::OutOfOrder, Some(passage));
        }
        let Some(nearest) = self.passages.nearest(&words) else { return (Verdict::Absent, None) };
        let levelled = self.levelled.text.get(nearest.clone()).unwrap_or_default();
        let alike = |words: &&String| words.chars().next() == levelled.chars().next();
        let words = turned.as_ref().filter(alike).unwrap_or(&words);
        let differences = self.passages.differences(words, levelled);
        let passage = self.levelled.original(&nearest);
        (Verdict::Different { printed: self.printed(&passage), differences }, Some(passage))
    }

    /// The line that a place is in, from 1.
    pub(super) fn line(&self, place: usize) -> usize {
        let before = self.text.get(..place).unwrap_or_default();
        1 + before.bytes().filter(|byte| *byte == b'\n').count()
    }

    /// A passage in one line.
    fn printed(&self, passage: &Range<usize>) -> String {
        trimmed(self.text.get(passage.clone()).unwrap_or_default(), Level::Nothing)
    }
}

fn trimmed(words: &str, level: Level) -> String {
    Folded::new(words, level).text.trim().to_owned()
}

/// The first passage of whole words after a place of the text.
fn find(folded: &Folded, words: &str, after: usize) -> Option<Range<usize>> {
    let mut from = folded.place(after);
    if words.is_empty() {
        return None;
    }
    loop {
        let start = from + folded.text.get(from..)?.find(words)?;
        let range = start..start + words.len();
        if is_whole(&folded.text, &range) {
            return Some(folded.original(&range));
        }
        from = start + folded.text.get(start..)?.chars().next()?.len_utf8();
    }
}

/// Whether a stretch neither begins nor ends within a word.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let whole = |place: usize| {
        let before = text.get(..place).and_then(|before| before.chars().next_back());
        let after = text.get(place..).and_then(|after| after.chars().next());
        !before.zip(after).is_some_and(|(before, after)| {
            is_mark(after) || is_of_word(before) && is_of_word(after)
        })
    };
    whole(range.start) && whole(range.end)
}

/// A combining accent belongs to the letter before it.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}')
}

/// Letters and digits, but for scripts that put no space between words.
fn is_of_word(letter: char) -> bool {
    let unspaced = matches!(letter,
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{2E80}'..='\u{ABFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}');
    letter.is_alphanumeric() && !unspaced || is_mark(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLE: &str = "Fin 2016, elle dit :\n« Le but n’est pas d’abandonner\nl’open source ».";

    fn verdict(run: &str) -> Verdict {
        Source::new(ARTICLE, "fr").find(run, 0).0
    }

    #[test]
    fn line_breaks_do_not_count_and_apostrophes_are_named() {
        assert_eq!(verdict("d’abandonner l’open source"), Verdict::Exact);
        let Verdict::Typography { printed, kinds } = verdict("le but n'est pas") else { panic!() };
        assert_eq!(printed, "Le but n’est pas");
        let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
        assert_eq!(names, ["case of the first letter", "apostrophes"]);
    }

    #[test]
    fn a_part_of_a_word_is_not_the_word() {
        assert_eq!(verdict("16"), Verdict::Absent);
        assert_eq!(verdict("abandon"), Verdict::Absent);
        assert_eq!(verdict("2016"), Verdict::Exact);
        let japanese = Source::new("首相は東京で話した。", "ja");
        assert_eq!(japanese.find("東京", 0).0, Verdict::Exact);
    }

    #[test]
    fn a_capital_or_a_comma_amid_the_words_is_another_wording() {
        for words in ["Le But n’est pas d’abandonner", "Le but, n’est pas d’abandonner"] {
            assert!(matches!(verdict(words), Verdict::Different { .. }), "{words}");
        }
    }

    #[test]
    fn another_word_is_shown_beside_the_dossiers() {
        let Verdict::Different { printed, differences } =
            verdict("L’objectif n’est pas d’abandonner l’open source")
        else {
            panic!()
        };
        assert_eq!(printed, "Le but n’est pas d’abandonner l’open source");
        assert_eq!(differences.len(), 1);
        assert_eq!(differences[0].dossier, "L'objectif");
        assert_eq!(differences[0].article, "Le but");
    }

    #[test]
    fn words_that_come_too_early_are_out_of_order() {
        let source = Source::new(ARTICLE, "fr");
        let (_, passage) = source.find("l’open source", 0);
        let after = passage.map_or(0, |passage| passage.end);
        assert_eq!(source.find("Le but", after).0, Verdict::OutOfOrder);
        assert_eq!(source.line(after), 3);
    }
}
