//! Bytes to a dossier, read once and checked once.

use super::index::Kind;
use super::json::{Item, Node, Parser, Value};
use super::problem::{Code, Problem};
use super::references::Notes;
use super::row::Row;
use super::{
    Article, ArticleKind, Dossier, Entity, EntityKind, Event, Figure, FigureReading, Id, Language,
    Piece, Quote, Reading, Source, Status, Text, Translation, TranslatorKind, Wording,
};
use crate::collate::segments::segments;

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
        parser.push(bytes, &mut |item| rows.take(item))
    }

    /// Hands back the dossier, and what was wrong with it, in the order of the text.
    pub fn finish(mut self) -> Result<(Dossier, Vec<Problem>), Problem> {
        let Self { parser, rows } = &mut self;
        parser.finish(&mut |item| rows.take(item))?;
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
    fn take(&mut self, item: Item) {
        let Self { notes, dossier } = self;
        match item {
            Item::Value { key, node } => {
                // A row of one key shares the reading and the reports with all other rows.
                let at = node.at;
                let value = Value::Map(vec![(key.clone(), node)]);
                let Some(mut row) = Row::new(Node { at, value }, String::new(), notes) else {
                    return;
                };
                match key.as_str() {
                    "title" => dossier.title = row.wording("title"),
                    "summary" => dossier.summary = row.wording("summary"),
                    "translator" => dossier.translator = row.wording("translator"),
                    _ => {}
                }
                row.finish();
            }
            Item::Row { key, number, node } => {
                let path = format!("{key}[{number}]");
                if key == "languages" {
                    dossier.languages.extend(language(node, &path, notes));
                    return;
                }
                if !matches!(
                    key.as_str(),
                    "articles" | "entities" | "events" | "quotes" | "figures"
                ) {
                    let message = "this list is not part of the format, so it is left out";
                    notes.problem(Code::UnknownKey, &path, node.at, message.to_owned());
                    return;
                }
                let Some(mut row) = Row::new(node, path, notes) else { return };
                let kept = match key.as_str() {
                    "articles" => keep(&mut dossier.articles, article(&mut row)),
                    "entities" => keep(&mut dossier.entities, entity(&mut row)),
                    "events" => keep(&mut dossier.events, event(&mut row)),
                    "quotes" => keep(&mut dossier.quotes, quote(&mut row, &dossier.articles)),
                    _ => keep(&mut dossier.figures, figure(&mut row)),
                };
                if kept {
                    row.finish();
                }
            }
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
        let keep = |ids: &mut Vec<Id>, kind| ids.retain(|id| notes.leads_to(id, kind));
        let keep_one = |id: &mut Option<Id>, kind| {
            if id.as_ref().is_some_and(|id| !notes.leads_to(id, kind)) {
                *id = None;
            }
        };
        for event in &mut dossier.events {
            keep(&mut event.entities, Kind::Entity);
            for source in &mut event.sources {
                keep_one(&mut source.article, Kind::Article);
            }
        }
        for quote in &mut dossier.quotes {
            keep_one(&mut quote.speaker, Kind::Entity);
            keep_one(&mut quote.event, Kind::Event);
            keep(&mut quote.entities, Kind::Entity);
            for reading in &mut quote.readings {
                keep_one(&mut reading.article, Kind::Article);
            }
        }
        for figure in &mut dossier.figures {
            keep_one(&mut figure.event, Kind::Event);
            keep(&mut figure.entities, Kind::Entity);
            for reading in &mut figure.readings {
                keep_one(&mut reading.article, Kind::Article);
            }
        }
    }
}

/// Adds the row where there is one; a dropped row is not asked for its unknown keys.
fn keep<T>(rows: &mut Vec<T>, row: Option<T>) -> bool {
    let kept = row.is_some();
    rows.extend(row);
    kept
}

fn language(node: Node, path: &str, notes: &Notes) -> Option<Language> {
    let tag = match &node.value {
        Value::Text(tag) => Language::new(tag),
        _ => None,
    };
    if tag.is_none() {
        let message = "a language tag such as “fr” or “pt-BR” is asked for".to_owned();
        notes.problem(Code::Language, path, node.at, message);
    }
    tag
}

fn article(row: &mut Row) -> Option<Article> {
    Some(Article {
        id: row.id(Kind::Article)?,
        outlet: row.wording("outlet"),
        headline: row.fixed("headline"),
        author: row.fixed("author"),
        date: row.date("date"),
        language: row.language("language").unwrap_or(Language::UNDETERMINED),
        kind: row.word("kind", &ArticleKind::ALL).unwrap_or(ArticleKind::News),
        url: row.fixed("url"),
        file: row.fixed("file"),
        note: row.wording("note"),
    })
}

fn entity(row: &mut Row) -> Option<Entity> {
    Some(Entity {
        id: row.id(Kind::Entity)?,
        name: named(row, "name")?,
        kind: row.word("kind", &EntityKind::ALL).unwrap_or(EntityKind::Organisation),
        description: row.wording("description"),
        aliases: row.texts("aliases"),
    })
}

fn event(row: &mut Row) -> Option<Event> {
    let id = row.id(Kind::Event)?;
    let title = named(row, "title");
    if !row.has("date") {
        row.problem(Code::Missing, "a “date” is missing: without one it has no place".to_owned());
    }
    let date = row.date("date");
    let event = Event {
        id,
        date: date?,
        title: title?,
        summary: row.wording("summary"),
        entities: row.references("entities", Kind::Entity),
        sources: row.rows("sources").into_iter().map(source).collect(),
    };
    Some(event)
}

fn source(mut row: Row) -> Source {
    let source = Source {
        article: row.reference("article", Kind::Article),
        words: row.fixed("words"),
        note: row.wording("note"),
    };
    row.finish();
    source
}

fn quote(row: &mut Row, articles: &[Article]) -> Option<Quote> {
    let quote = Quote {
        id: row.id(Kind::Quote)?,
        speaker: row.reference("speaker", Kind::Entity),
        role: row.wording("role"),
        occasion: row.wording("occasion"),
        date: row.date("date"),
        event: row.reference("event", Kind::Event),
        entities: row.references("entities", Kind::Entity),
        readings: row
            .rows("readings")
            .into_iter()
            .filter_map(|row| reading(row, articles))
            .collect(),
    };
    if quote.readings.is_empty() {
        row.problem(Code::Missing, "a quote needs a reading: the words of one article".to_owned());
        return None;
    }
    Some(quote)
}

fn reading(mut row: Row, articles: &[Article]) -> Option<Reading> {
    let article = row.reference("article", Kind::Article);
    let language = row.language("language").or_else(|| {
        let witness = articles.iter().find(|known| Some(&known.id) == article.as_ref())?;
        Some(witness.language)
    });
    let text = text(&mut row);
    let reading = Reading {
        article,
        language: language.unwrap_or(Language::UNDETERMINED),
        status: row.word("status", &Status::ALL).unwrap_or(Status::Original),
        place: row.wording("place"),
        via: row.wordings("via"),
        note: row.wording("note"),
        translations: row
            .rows("translations")
            .into_iter()
            .filter_map(|row| translation(row, text.as_ref().map_or(0, |text| text.0.len())))
            .collect(),
        text: text?,
    };
    row.finish();
    Some(reading)
}

fn translation(mut row: Row, source_pieces: usize) -> Option<Translation> {
    let text = text(&mut row)?;
    let mut pairs = row.fixed("segments");
    if let Err(error) = segments(source_pieces, text.0.len(), pairs.as_deref()) {
        row.problem(Code::Segments, format!("the segments do not fit the pieces: {error}"));
        pairs = None;
    }
    let translation = Translation {
        language: row.language("language").unwrap_or(Language::UNDETERMINED),
        by: row.wording("by"),
        kind: row.word("kind", &TranslatorKind::ALL).unwrap_or(TranslatorKind::Dossier),
        text,
        segments: pairs,
    };
    row.finish();
    Some(translation)
}

fn text(row: &mut Row) -> Option<Text> {
    let text = Text(row.pieces("text"));
    if text.0.is_empty() {
        row.problem(Code::Missing, "the “text” is missing".to_owned());
        return None;
    }
    Some(text)
}

fn figure(row: &mut Row) -> Option<Figure> {
    Some(Figure {
        id: row.id(Kind::Figure)?,
        title: named(row, "title")?,
        entities: row.references("entities", Kind::Entity),
        event: row.reference("event", Kind::Event),
        readings: row.rows("readings").into_iter().filter_map(figure_reading).collect(),
    })
}

fn figure_reading(mut row: Row) -> Option<FigureReading> {
    let text = row.fixed("text");
    if text.is_none() {
        row.problem(Code::Missing, "the “text” that the article prints is missing".to_owned());
    }
    let reading = FigureReading {
        article: row.reference("article", Kind::Article),
        text: text?,
        value: row.fixed("value"),
        unit: row.fixed("unit"),
        translation: row.wording("translation"),
        note: row.wording("note"),
    };
    row.finish();
    Some(reading)
}

/// A wording that must be there.
fn named(row: &mut Row, key: &str) -> Option<Wording> {
    let wording = row.wording(key);
    if wording.is_empty() {
        row.problem(Code::Missing, format!("the “{key}” is missing"));
        return None;
    }
    Some(wording)
}

/// A piece of words: a text, or the article's words in an object.
pub(super) fn piece(node: Node) -> Option<Piece> {
    match node.value {
        Value::Text(words) => Some(Piece::Words(words.into())),
        Value::Map(entries) => match <[(String, Node); 1]>::try_from(entries) {
            Ok([(key, Node { value: Value::Text(words), .. })]) if key == "outside" => {
                Some(Piece::Outside(words.into()))
            }
            _ => None,
        },
        _ => None,
    }
}
