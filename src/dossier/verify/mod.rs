//! Every word that is said to be printed, looked up in the article that is said to print it.

mod nearest;
mod source;
mod typography;

pub use nearest::Difference;
pub use typography::Typography;

use std::collections::BTreeMap;

use super::{Article, Dossier, Id, Piece, Text};
use source::Source;

/// A run of words that an article is said to print, and whether it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it stands in the dossier: `quotes[2].readings[0].text`.
    pub path: String,
    /// The words, white space folded.
    pub words: String,
    /// The identifier of the article that they were looked for in; empty where none is named.
    pub article: String,
    /// Whether the article prints them.
    pub verdict: Verdict,
    /// The line of the article's text that the passage found begins in, from 1.
    pub line: Option<usize>,
}

/// Whether an article prints the words that it is said to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does, character for character; only line breaks and rows of spaces do not count.
    Exact,
    /// It does, in other typography.
    Typography {
        /// The passage as the article prints it.
        printed: String,
        /// What differs.
        kinds: Vec<Typography>,
    },
    /// It does, but not after the words that come before them in the reading.
    OutOfOrder,
    /// It has a passage of which at least half is the same, and the rest is not.
    Different {
        /// The passage as the article prints it.
        printed: String,
        /// What differs, in order; typography left aside.
        differences: Vec<Difference>,
    },
    /// It has nothing like them.
    Absent,
    /// Its text is not there.
    NoText,
}

impl Verdict {
    /// Its stable name.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Typography { .. } => "typography",
            Self::OutOfOrder => "out-of-order",
            Self::Different { .. } => "different",
            Self::Absent => "absent",
            Self::NoText => "no-text",
        }
    }

    /// Whether the article has these words and no others, in whatever typography.
    pub fn holds(&self) -> bool {
        matches!(self, Self::Exact | Self::Typography { .. })
    }
}

/// Looks up every reading, figure, headline and dating phrase of a dossier in its article.
///
/// `text_of` hands over an article's text, or nothing where it is not there. A reading is looked
/// up run by run: a run ends where the article's own words begin, and runs must come in order. A
/// run is found only where it begins and ends with whole words: “16” is not in “2016”.
///
/// ```
/// use quote_timeline::dossier::{read, verify::verify};
///
/// let (dossier, _) = read(r#"{
///     "articles": [{"id": "a", "language": "fr"}],
///     "quotes": [{"id": "q", "readings": [
///         {"article": "a", "text": ["Le but ", {"outside": "a-t-elle dit"}, "n'est pas là"]},
///         {"article": "a", "text": "n’est pas ici"}
///     ]}]
/// }"#.as_bytes())?;
/// let runs = verify(&dossier, &|_| Some("« Le\n but », a-t-elle dit, « n’est pas là ».".into()));
/// let verdicts: Vec<&str> = runs.iter().map(|run| run.verdict.as_str()).collect();
/// assert_eq!(verdicts, ["exact", "exact", "typography", "different"]);
/// assert_eq!(runs[3].path, "quotes[0].readings[1].text");
/// # Ok::<(), quote_timeline::dossier::Problem>(())
/// ```
pub fn verify(dossier: &Dossier, text_of: &dyn Fn(&Article) -> Option<String>) -> Vec<Run> {
    let sources = dossier.articles.iter().map(|article| {
        let text = text_of(article);
        (article.id.as_str(), text.map(|text| Source::new(&text, article.language.as_str())))
    });
    let mut search = Search { sources: sources.collect(), runs: Vec::new() };
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
    search.runs
}

struct Search<'a> {
    sources: BTreeMap<&'a str, Option<Source>>,
    runs: Vec<Run>,
}

impl Search<'_> {
    fn look_up(&mut self, path: &str, article: Option<&Id>, runs: &[&str]) {
        let source = article.and_then(|id| self.sources.get(id.as_str())?.as_ref());
        let mut after = 0;
        for run in runs {
            let (verdict, passage) = match source {
                Some(source) => source.find(run, after),
                None => (Verdict::NoText, None),
            };
            if let Some(passage) = &passage
                && verdict != Verdict::OutOfOrder
            {
                after = passage.end;
            }
            let line = source.zip(passage).map(|(source, passage)| source.line(passage.start));
            self.runs.push(Run {
                path: path.to_owned(),
                words: run.split_ascii_whitespace().collect::<Vec<_>>().join(" "),
                article: article.map_or_else(String::new, |id| id.as_str().to_owned()),
                verdict,
                line,
            });
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
