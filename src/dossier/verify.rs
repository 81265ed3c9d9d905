//! Every word that is said to be printed, looked up in the article that is said to print it.

use super::{Article, Dossier, Id, Piece, Text};

/// Words that an article does not have, or not in this place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Where they stand in the dossier: `quotes[2].readings[0].text`.
    pub path: String,
    /// The words, white space folded.
    pub words: String,
    /// The identifier of the article that they were looked for in.
    pub article: String,
    /// Why they were not found.
    pub reason: Reason,
}

/// Why words were not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The article's text is not there.
    NoText,
    /// The text does not have them, character for character.
    NotInText,
    /// The text has them, but not after those that come before them in the reading.
    OutOfOrder,
}

/// What was looked up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    /// How many runs of words were found.
    pub found: usize,
    /// Those that were not.
    pub missing: Vec<Missing>,
}

/// Looks up every reading, figure, headline and dating phrase of a dossier in its article,
/// character for character after nothing but white space is folded.
///
/// `text_of` hands over an article's text, or nothing where it is not there. A reading is looked
/// up run by run: a run ends where the article's own words begin, and runs must come in order.
///
/// ```
/// use quote_timeline::dossier::{read, verify::{Reason, verify}};
///
/// let (dossier, _) = read(r#"{
///     "articles": [{"id": "a", "language": "fr"}],
///     "quotes": [{"id": "q", "readings": [
///         {"article": "a", "text": ["Le but ", {"outside": "a-t-elle dit"}, "n'est pas là"]},
///         {"article": "a", "text": "Le But"}
///     ]}]
/// }"#.as_bytes())?;
/// let done = verify(&dossier, &|_| Some("« Le\n but », a-t-elle dit, « n'est pas là ».".into()));
/// assert_eq!(done.found, 3);
/// assert_eq!(done.missing[0].path, "quotes[0].readings[1].text");
/// assert_eq!(done.missing[0].reason, Reason::NotInText);
/// # Ok::<(), quote_timeline::dossier::Problem>(())
/// ```
pub fn verify(dossier: &Dossier, text_of: &dyn Fn(&Article) -> Option<String>) -> Verification {
    let texts = dossier
        .articles
        .iter()
        .map(|article| (&article.id, text_of(article).map(|text| fold_spaces(&text))));
    let mut search = Search { texts: texts.collect(), done: Verification::default() };
    for (number, article) in dossier.articles.iter().enumerate() {
        if let Some(headline) = &article.headline {
            search.look_up(&format!("articles[{number}].headline"), Some(&article.id), &[headline]);
        }
    }
    for (number, event) in dossier.events.iter().enumerate() {
        for (place, source) in event.sources.iter().enumerate() {
            if let Some(words) = &source.words {
                let path = format!("events[{number}].sources[{place}].words");
                search.look_up(&path, source.article.as_ref(), &[words]);
            }
        }
    }
    for (number, quote) in dossier.quotes.iter().enumerate() {
        for (place, reading) in quote.readings.iter().enumerate() {
            let path = format!("quotes[{number}].readings[{place}].text");
            let runs = runs(&reading.text);
            let runs: Vec<&str> = runs.iter().map(String::as_str).collect();
            search.look_up(&path, reading.article.as_ref(), &runs);
        }
    }
    for (number, figure) in dossier.figures.iter().enumerate() {
        for (place, reading) in figure.readings.iter().enumerate() {
            let path = format!("figures[{number}].readings[{place}].text");
            search.look_up(&path, reading.article.as_ref(), &[&reading.text]);
        }
    }
    search.done
}

struct Search<'a> {
    texts: Vec<(&'a Id, Option<String>)>,
    done: Verification,
}

impl Search<'_> {
    fn look_up(&mut self, path: &str, article: Option<&Id>, runs: &[&str]) {
        let text = self.texts.iter().find(|(id, _)| Some(*id) == article);
        let text = text.and_then(|(_, text)| text.as_deref());
        let mut rest = text.unwrap_or_default();
        for run in runs {
            let words = fold_spaces(run);
            let words = words.trim();
            if let Some((_, after)) = rest.split_once(words) {
                rest = after;
                self.done.found += 1;
                continue;
            }
            let reason = match text {
                None => Reason::NoText,
                Some(text) if text.contains(words) => Reason::OutOfOrder,
                Some(_) => Reason::NotInText,
            };
            let article = article.map_or_else(String::new, |id| id.as_str().to_owned());
            let (path, words) = (path.to_owned(), words.to_owned());
            self.done.missing.push(Missing { path, words, article, reason });
        }
    }
}

/// The words between the places where a reading changes from the speaker's to the article's.
fn runs(text: &Text) -> Vec<String> {
    let mut runs: Vec<String> = Vec::new();
    let mut inside = false;
    for piece in &text.0 {
        match piece {
            Piece::Words(words) if inside => {
                if let Some(run) = runs.last_mut() {
                    run.push_str(words);
                }
            }
            Piece::Words(words) | Piece::Outside(words) => runs.push(words.to_string()),
        }
        inside = matches!(piece, Piece::Words(_));
    }
    runs.retain(|run| !run.trim().is_empty());
    runs
}

/// White space of any kind and number becomes one space; nothing else changes.
fn fold_spaces(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        let letter = if letter.is_whitespace() { ' ' } else { letter };
        if letter != ' ' || !folded.ends_with(' ') {
            folded.push(letter);
        }
    }
    folded
}
