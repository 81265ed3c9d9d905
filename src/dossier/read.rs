//! Bytes to a dossier, read once and checked once.

use super::index::Kind;
use super::json::{Node, Parser, Type};
use super::problem::{Code, Problem, path};
use super::references::Notes;
use super::row::Row;
use super::{
    Article, ArticleKind, Dossier, Entity, EntityKind, Era, Event, Figure, FigureReading, Language,
    Media, Quote, Reading, Source, Status, Text, Translation, TranslatorKind, Wording,
};
use crate::collate::segments::segments;
use crate::edtf::Edtf;

/// Reads a dossier that is there as a whole. See [`Reader`].
pub fn read(bytes: &[u8]) -> Result<(Dossier, Vec<Problem>), Problem> {
    let mut reader = Reader::new();
    reader.push(bytes)?;
    reader.finish()
}

/// Reads a dossier from bytes that arrive in slices of any length.
///
/// Rows that are wrong are dropped or mended and reported one by one; only text that is not JSON,
/// or not an object, is an error as a whole.
pub struct Reader {
    parser: Parser,
    rows: Rows,
}

impl Reader {
    /// Nothing read yet.
    pub fn new() -> Self {
        Self { parser: Parser::new(), rows: Rows::default() }
    }

    /// Takes in the next bytes.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        let Self { parser, rows } = self;
        parser.push(bytes, &mut |place, node| rows.take(place, node))
    }

    /// Hands back the dossier, and what was wrong with it, in the order of the text.
    pub fn finish(mut self) -> Result<(Dossier, Vec<Problem>), Problem> {
        let Self { parser, rows } = &mut self;
        parser.finish(&mut |place, node| rows.take(place, node))?;
        Ok(self.rows.finish())
    }
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}

/// The rows read so far.
#[derive(Default)]
struct Rows {
    notes: Notes,
    dossier: Dossier,
}

impl Rows {
    fn take(&mut self, place: Option<usize>, mut node: Node) {
        let Self { notes, dossier } = self;
        let Some(place) = place else {
            // A row of one key shares the reading and the reports with all other rows.
            let whole = Row::of(node, notes);
            whole.read(&mut |row| {
                for (key, wording) in [
                    ("title", &mut dossier.title),
                    ("summary", &mut dossier.summary),
                    ("text", &mut dossier.text),
                    ("translator", &mut dossier.translator),
                ] {
                    if row.has(key) {
                        *wording = row.wording(key);
                    }
                }
                if row.has("media") {
                    dossier.media = media(row);
                }
                Some(())
            });
            return;
        };
        let path = path("", &node.key, Some(place));
        let read = match node.key.as_str() {
            "articles" => article,
            "entities" => entity,
            "events" => event,
            "eras" => era,
            "quotes" => quote,
            "figures" => figure,
            "languages" => {
                language(dossier, notes, path, &node);
                return;
            }
            _ => {
                let message = "this list is not part of the format, so it is left out";
                notes.problem(Code::UnknownKey, path, node.at, &[message]);
                return;
            }
        };
        if let Some(row) = Row::new(&mut node, path, notes) {
            row.read(&mut |row| read(row, dossier));
        }
    }

    fn finish(mut self) -> (Dossier, Vec<Problem>) {
        let problems = self.notes.finish();
        self.drop_dangling();
        (self.dossier, problems)
    }

    /// Takes out the references that lead nowhere; each is reported by now.
    fn drop_dangling(&mut self) {
        let Self { notes, dossier } = self;
        for event in &mut dossier.events {
            notes.keep(&mut event.entities, Kind::Entity);
            for source in &mut event.sources {
                notes.keep_one(&mut source.article, Kind::Article);
            }
        }
        for quote in &mut dossier.quotes {
            notes.keep_one(&mut quote.speaker, Kind::Entity);
            notes.keep_one(&mut quote.event, Kind::Event);
            notes.keep(&mut quote.entities, Kind::Entity);
            for reading in &mut quote.readings {
                notes.keep_one(&mut reading.article, Kind::Article);
            }
        }
        for figure in &mut dossier.figures {
            notes.keep_one(&mut figure.event, Kind::Event);
            notes.keep(&mut figure.entities, Kind::Entity);
            for reading in &mut figure.readings {
                notes.keep_one(&mut reading.article, Kind::Article);
            }
        }
    }
}

fn language(dossier: &mut Dossier, notes: &mut Notes, path: String, node: &Node) {
    match Language::new(&node.text) {
        Some(language) if node.holds == Type::Text => dossier.languages.push(language),
        _ => {
            let message = "a language tag such as “fr” or “pt-BR” is asked for";
            notes.problem(Code::Language, path, node.at, &[message]);
        }
    }
}

// Each of these adds what it reads to a list, or returns nothing where the row is dropped: values
// of some hundred bytes are written once, where they stay.

fn article(row: &mut Row, dossier: &mut Dossier) -> Option<()> {
    dossier.articles.push(Article {
        id: row.id(Kind::Article)?,
        outlet: row.wording("outlet"),
        headline: row.fixed("headline"),
        author: row.fixed("author"),
        date: row.date("date"),
        language: row.language("language").unwrap_or(Language::UNDETERMINED),
        kind: row.word("kind", &ArticleKind::ALL, ArticleKind::News),
        url: row.fixed("url"),
        file: row.fixed("file"),
        note: row.wording("note"),
    });
    Some(())
}

fn entity(row: &mut Row, dossier: &mut Dossier) -> Option<()> {
    dossier.entities.push(Entity {
        id: row.id(Kind::Entity)?,
        name: named(row, "name")?,
        kind: row.word("kind", &EntityKind::ALL, EntityKind::Organisation),
        description: row.wording("description"),
        aliases: row.texts("aliases"),
    });
    Some(())
}

fn event(row: &mut Row, dossier: &mut Dossier) -> Option<()> {
    let id = row.id(Kind::Event)?;
    let title = named(row, "title");
    let date = dated(row);
    dossier.events.push(Event {
        id,
        date: date?,
        date_text: row.wording("date_text"),
        title: title?,
        summary: row.wording("summary"),
        text: row.wording("text"),
        media: media(row),
        entities: row.references("entities", Kind::Entity),
        sources: sources(row),
    });
    Some(())
}

fn era(row: &mut Row, dossier: &mut Dossier) -> Option<()> {
    let title = named(row, "title");
    let date = dated(row);
    let summary = row.wording("summary");
    dossier.eras.push(Era { date: date?, title: title?, summary });
    Some(())
}

fn media(row: &mut Row) -> Option<Media> {
    let mut media = None;
    row.row("media", &mut |row| {
        let url = row.fixed("url");
        if url.is_none() {
            row.problem(Code::Missing, &["the “url” is missing: there is nothing to show"]);
        }
        media = Some(Media {
            url: url?,
            alt: row.wording("alt"),
            caption: row.wording("caption"),
            credit: row.wording("credit"),
            link: row.fixed("link"),
            thumbnail: row.fixed("thumbnail"),
        });
        Some(())
    });
    media
}

fn sources(row: &mut Row) -> Vec<Source> {
    let mut sources = Vec::new();
    row.rows("sources", &mut |row| {
        sources.push(Source {
            article: row.reference("article", Kind::Article),
            words: row.fixed("words"),
            note: row.wording("note"),
        });
        Some(())
    });
    sources
}

fn quote(row: &mut Row, dossier: &mut Dossier) -> Option<()> {
    let quote = Quote {
        id: row.id(Kind::Quote)?,
        speaker: row.reference("speaker", Kind::Entity),
        role: row.wording("role"),
        occasion: row.wording("occasion"),
        date: row.date("date"),
        event: row.reference("event", Kind::Event),
        entities: row.references("entities", Kind::Entity),
        readings: readings(row, &dossier.articles),
    };
    if quote.readings.is_empty() {
        row.problem(Code::Missing, &["a quote needs a reading: the words of one article"]);
        return None;
    }
    dossier.quotes.push(quote);
    Some(())
}

fn readings(row: &mut Row, articles: &[Article]) -> Vec<Reading> {
    let mut readings = Vec::new();
    row.rows("readings", &mut |row| {
        let article = row.reference("article", Kind::Article);
        let language = row.language("language").or_else(|| {
            let witness = articles.iter().find(|known| Some(&known.id) == article.as_ref())?;
            Some(witness.language)
        });
        let text = text(row);
        let pieces = text.as_ref().map_or(0, |text| text.0.len());
        let status = row.word("status", &Status::ALL, Status::Original);
        let place = row.wording("place");
        let via = row.wordings("via");
        let note = row.wording("note");
        let translations = translations(row, pieces);
        readings.push(Reading {
            article,
            language: language.unwrap_or(Language::UNDETERMINED),
            status,
            text: text?,
            place,
            via,
            note,
            translations,
        });
        Some(())
    });
    readings
}

fn translations(row: &mut Row, source_pieces: usize) -> Vec<Translation> {
    let mut translations = Vec::new();
    row.rows("translations", &mut |row| {
        let text = text(row)?;
        let mut pairs = row.fixed("segments");
        if let Err(error) = segments(source_pieces, text.0.len(), pairs.as_deref()) {
            let parts = ["the segments do not fit the pieces: ", &error.message()];
            row.problem(Code::Segments, &parts);
            pairs = None;
        }
        translations.push(Translation {
            language: row.language("language").unwrap_or(Language::UNDETERMINED),
            by: row.wording("by"),
            kind: row.word("kind", &TranslatorKind::ALL, TranslatorKind::Dossier),
            text,
            segments: pairs,
        });
        Some(())
    });
    translations
}

fn text(row: &mut Row) -> Option<Text> {
    let text = Text(row.pieces("text"));
    if text.0.is_empty() {
        row.problem(Code::Missing, &["the “text” is missing"]);
        return None;
    }
    Some(text)
}

fn figure(row: &mut Row, dossier: &mut Dossier) -> Option<()> {
    dossier.figures.push(Figure {
        id: row.id(Kind::Figure)?,
        title: named(row, "title")?,
        entities: row.references("entities", Kind::Entity),
        event: row.reference("event", Kind::Event),
        readings: figure_readings(row),
    });
    Some(())
}

fn figure_readings(row: &mut Row) -> Vec<FigureReading> {
    let mut readings = Vec::new();
    row.rows("readings", &mut |row| {
        let text = row.fixed("text");
        if text.is_none() {
            row.problem(Code::Missing, &["the “text” that the article prints is missing"]);
        }
        readings.push(FigureReading {
            article: row.reference("article", Kind::Article),
            text: text?,
            value: row.fixed("value"),
            unit: row.fixed("unit"),
            translation: row.wording("translation"),
            note: row.wording("note"),
        });
        Some(())
    });
    readings
}

/// A date that must be there.
fn dated(row: &mut Row) -> Option<Edtf> {
    if !row.has("date") {
        row.problem(Code::Missing, &["a “date” is missing: without one it has no place"]);
    }
    row.date("date")
}

/// A wording that must be there.
fn named(row: &mut Row, key: &str) -> Option<Wording> {
    let wording = row.wording(key);
    if wording.is_empty() {
        row.problem(Code::Missing, &["the “", key, "” is missing"]);
        return None;
    }
    Some(wording)
}
