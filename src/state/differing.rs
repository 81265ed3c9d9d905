//! Which words of a reading the base has otherwise, or not at all: a mark for the eye.
//!
//! [`crate::collate::differences`] compares as a scholar would: every script, words inflected,
//! what is left out. It is not in the widget yet, where it costs 1.2 kB more; this marks words by
//! their longest common subsequence alone (Hunt and `McIlroy` 1976), between spaces and apostrophes.

use std::ops::Range;

use crate::collate::fold::fold;
use crate::dossier::{Piece, Text};

/// More pairs of words than this are not compared: a table of them would not be small.
const MOST_PAIRS: usize = 1 << 20;

/// The bytes of a reading whose words the base has otherwise, or not at all. Case, accents and
/// typography do not count.
///
/// ```
/// use quote_timeline::dossier::{Piece, Text};
/// use quote_timeline::state::differing::differing;
///
/// let text = |words: &str| Text(vec![Piece::Words(words.into())]);
/// let (base, reading) = (text("Le but n'est pas là"), text("L’objectif n’est pas là."));
/// assert_eq!(differing(&base, &reading), [0..12]);
/// ```
pub fn differing(base: &Text, reading: &Text) -> Vec<Range<usize>> {
    let (_, base) = words(base);
    let (places, reading) = words(reading);
    let wide = base.len() + 1;
    let mut marked = Vec::new();
    if wide * (reading.len() + 1) > MOST_PAIRS {
        return marked;
    }
    // How many words the rest of the base and the rest of the reading have in common.
    let mut common = vec![0_usize; wide * (reading.len() + 1)];
    let at = |common: &[usize], row: usize, column: usize| {
        common.get(row * wide + column).copied().unwrap_or(0)
    };
    for row in (0..reading.len()).rev() {
        for column in (0..base.len()).rev() {
            let best = if reading.get(row) == base.get(column) {
                at(&common, row + 1, column + 1) + 1
            } else {
                at(&common, row + 1, column).max(at(&common, row, column + 1))
            };
            if let Some(cell) = common.get_mut(row * wide + column) {
                *cell = best;
            }
        }
    }
    let mut column = 0;
    let mut running = false;
    for (row, place) in places.iter().enumerate() {
        // Passes over what the base has and the reading leaves out.
        while column < base.len()
            && reading.get(row) != base.get(column)
            && at(&common, row, column + 1) == at(&common, row, column)
        {
            column += 1;
        }
        let same = column < base.len() && reading.get(row) == base.get(column);
        if same {
            column += 1;
        } else if let Some(last) = marked.last_mut().filter(|_| running) {
            let last: &mut Range<usize> = last;
            last.end = place.end;
        } else {
            marked.push(place.clone());
        }
        running = !same;
    }
    marked
}

/// The words of a text, each with its place; those outside the quotation marks are left out.
fn words(text: &Text) -> (Vec<Range<usize>>, Vec<String>) {
    let (mut places, mut keys) = (Vec::new(), Vec::new());
    let mut start = 0;
    for piece in &text.0 {
        let (Piece::Words(words) | Piece::Outside(words)) = piece;
        if matches!(piece, Piece::Words(_)) {
            let mut from = 0;
            for (at, letter) in words.char_indices() {
                let after = at + letter.len_utf8();
                let apostrophe = matches!(letter, '\'' | '’');
                let space = matches!(letter, ' ' | '\u{A0}' | '\u{202F}');
                let until = if space { at } else { after };
                if apostrophe || space || after == words.len() {
                    let word = words.get(from..until).unwrap_or_default();
                    let key = bare(&fold(word));
                    if !key.is_empty() {
                        places.push(start + from..start + until);
                        keys.push(key);
                    }
                    from = after;
                }
            }
        }
        start += words.len();
    }
    (places, keys)
}

/// A folded word without the marks around it.
fn bare(word: &str) -> String {
    let mut bare = String::new();
    for letter in word.chars() {
        if !letter.is_ascii_punctuation() || letter == '\'' {
            bare.push(letter);
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked<'a>(base: &str, reading: &'a str) -> Vec<&'a str> {
        let text = |words: &str| Text(vec![Piece::Words(words.into())]);
        let ranges = differing(&text(base), &text(reading));
        ranges.into_iter().map(|range| reading.get(range).unwrap()).collect()
    }

    #[test]
    fn the_drift_of_the_affair_is_marked() {
        assert_eq!(
            marked(
                "L'activité commerciale nous permettra de financer la recherche coûteuse nécessaire \
                 au développement de modèles",
                "l’activité commerciale nous permettra de financer les recherches coûteuses \
                 nécessaires au développement de nouveaux modèles",
            ),
            ["les recherches coûteuses nécessaires", "nouveaux"]
        );
        assert_eq!(
            marked(
                "nous continuerons d'avoir deux gammes",
                "Et nous continuerons d’avoir deux gammes."
            ),
            ["Et"]
        );
        assert_eq!(
            marked(
                "nous continuerons d'avoir deux gammes",
                "Nous continuerons à travailler sur les deux pistes."
            ),
            ["à travailler sur les", "pistes."]
        );
    }

    #[test]
    fn typography_case_and_the_articles_own_words_do_not_count() {
        assert_eq!(marked("L'open source !", "l’Open\u{A0}Source"), [""; 0]);
        assert_eq!(marked("", "tout"), ["tout"]);
        let base = Text(vec![Piece::Words("un ".into()), Piece::Words("deux".into())]);
        let reading = Text(vec![Piece::Outside("dit-il ".into()), Piece::Words("Un deux".into())]);
        assert_eq!(differing(&base, &reading), []);
    }
}
