//! A line of the input: an event, a quote, an article or an entity, as JSON.

use quote_timeline::dossier::{Code, Dossier, Event, Id, Problem, Quote, read_part};
use quote_timeline::edtf::Edtf;
use serde::Serialize;
use serde_json::{Map, Value};

use super::quotebank;
use super::row::{Place, Row};
use super::wrong::Noted;

/// What a line holds.
pub(super) enum Line {
    /// An event or a quote.
    Row(Row),
    /// An article or an entity.
    Thing(Thing),
}

/// An article or an entity with a line of its own: its list, its identifier, itself.
pub(super) struct Thing {
    pub(super) place: Place,
    pub(super) list: &'static str,
    pub(super) id: String,
    pub(super) text: String,
}

/// Reads a line, and says what was wrong in it that could be mended; or why it cannot be taken.
pub(super) fn read(
    bytes: &[u8],
    place: Place,
    lang: &str,
) -> Result<(Line, Vec<Noted>), Vec<Noted>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_end();
    let value = serde_json::from_slice(bytes).map_err(|error| {
        let column = u32::try_from(error.column()).unwrap_or(u32::MAX);
        vec![Noted::at(column, "this is not JSON; a line is one object")]
    })?;
    let Value::Object(keys) = value else {
        return Err(vec![Noted::new("this is not an object; a line is one object: {\"id\": …}")]);
    };
    if keys.contains_key("quotation") {
        let row = quotebank::row(&keys, place, lang)?;
        return Ok((Line::Row(row), Vec::new()));
    }
    let list = list(&keys).map_err(|why| vec![Noted::new(&why)])?;
    let text = mended(bytes, keys.get("date").and_then(Value::as_str));
    let (dossier, noted) = checked(list, &text, keys.get("kind").and_then(Value::as_str))?;
    let importance = keys.get("importance").and_then(Value::as_u64);
    taken(&dossier, list, place, importance).map(|line| (line, noted))
}

/// The list of a dossier that the line belongs to.
fn list(keys: &Map<String, Value>) -> Result<&'static str, String> {
    match keys.get("kind").map(|kind| kind.as_str().unwrap_or_default()) {
        Some("event") => Ok("events"),
        Some("quote") => Ok("quotes"),
        Some("entity") => Ok("entities"),
        Some("article") => Ok("articles"),
        // An article, or an entity, has a `kind` of its own; it is known by its other keys.
        Some(_) if keys.contains_key("outlet") || keys.contains_key("url") => Ok("articles"),
        Some(_) if keys.contains_key("name") => Ok("entities"),
        Some(other) => {
            Err(format!("“{other}” is no kind of line; there are event, quote, entity and article"))
        }
        None if keys.contains_key("readings") => Ok("quotes"),
        None => Ok("events"),
    }
}

/// The line as the widget reads it, and what is wrong in it.
fn checked(
    list: &str,
    text: &[u8],
    kind: Option<&str>,
) -> Result<(Dossier, Vec<Noted>), Vec<Noted>> {
    let before = format!("{{\"{list}\":[");
    let whole = [before.as_bytes(), text, b"]}"].concat();
    let (dossier, problems) =
        read_part(&whole).map_err(|problem| vec![Noted::new(&problem.message)])?;
    let above = format!("{list}[0]");
    let note = |problem: &Problem| {
        let key = problem.path.strip_prefix(&above).unwrap_or(&problem.path);
        let key = key.strip_prefix('.').unwrap_or(key);
        let is_ours = match key {
            "kind" => matches!(kind, Some("event" | "quote" | "entity" | "article")),
            "importance" => true,
            _ => false,
        };
        // What a row refers to is elsewhere in the input; what has no identifier gets one.
        if is_ours || matches!(problem.code, Code::Reference | Code::NoId) {
            return None;
        }
        let shift = u32::try_from(before.len()).unwrap_or_default();
        let column = problem.column.saturating_sub(shift).max(1);
        let gap = if key.is_empty() { "" } else { ": " };
        Some(Noted::at(column, &format!("{key}{gap}{}", problem.message)))
    };
    let noted: Vec<Noted> = problems.iter().filter_map(note).collect();
    let Dossier { articles, entities, events, quotes, .. } = &dossier;
    if articles.len() + entities.len() + events.len() + quotes.len() == 0 {
        return Err(noted);
    }
    Ok((dossier, noted))
}

/// The one row of a dossier.
fn taken(
    dossier: &Dossier,
    list: &'static str,
    place: Place,
    importance: Option<u64>,
) -> Result<Line, Vec<Noted>> {
    let unwritable = || vec![Noted::new("this cannot be written as JSON")];
    let thing = |id: &Id, text: Option<String>| {
        let (id, text) = (id.as_str().to_owned(), text.ok_or_else(unwritable)?);
        Ok(Line::Thing(Thing { place, list, id, text }))
    };
    let weight = |own: usize| u32::try_from(importance.unwrap_or(own as u64)).unwrap_or(u32::MAX);
    if let Some(article) = dossier.articles.first() {
        let mut article = article.clone();
        name(&mut article.id, list, place);
        return thing(&article.id, json(&article));
    }
    if let Some(entity) = dossier.entities.first() {
        let mut entity = entity.clone();
        name(&mut entity.id, list, place);
        return thing(&entity.id, json(&entity));
    }
    let row = if let Some(event) = dossier.events.first() {
        let mut event: Event = event.clone();
        name(&mut event.id, list, place);
        let sources = event.sources.iter().filter_map(|own| own.article.as_ref());
        let refers = event.entities.iter().chain(sources);
        let text = json(&event).ok_or_else(unwritable)?;
        let weight = weight(event.sources.len());
        Row { weight, ..row(place, &event.id, &event.date, refers, text) }
    } else {
        let mut quote: Quote = dossier.quotes.first().ok_or_else(unwritable)?.clone();
        name(&mut quote.id, list, place);
        let articles = quote.readings.iter().filter_map(|own| own.article.as_ref());
        let refers = quote.speaker.iter().chain(&quote.entities).chain(articles);
        let text = json(&quote).ok_or_else(unwritable)?;
        let weight = weight(quote.readings.len());
        let undated = || vec![Noted::new("it has no date, so it has no place in time")];
        let date = quote.date.as_ref().ok_or_else(undated)?;
        Row { weight, is_quote: true, ..row(place, &quote.id, date, refers, text) }
    };
    Ok(Line::Row(row))
}

fn row<'a>(
    place: Place,
    id: &Id,
    date: &Edtf,
    refers: impl Iterator<Item = &'a Id>,
    text: String,
) -> Row {
    let bounds = date.bounds();
    let (earliest, latest) = (bounds.earliest.seconds(), bounds.latest.seconds());
    Row {
        place,
        id: id.as_str().to_owned(),
        // An end that is open or unknown reaches no further than what is known, where the row stays in
        // a part: else that would be all of time.
        earliest: earliest.or(latest).unwrap_or_default(),
        latest: latest.or(earliest).unwrap_or_default(),
        is_endless: bounds.earliest.seconds().and(bounds.latest.seconds()).is_none(),
        weight: 0,
        is_quote: false,
        refers: refers.map(|id| id.as_str().to_owned()).collect(),
        brings: Vec::new(),
        text,
    }
}

/// Gives a row without an identifier one by its line.
fn name(id: &mut Id, list: &str, place: Place) {
    if id.as_str().strip_prefix(list) == Some("[0]") {
        *id = Id::from(place.name().as_str());
    }
}

/// A row as the dossier format has it: what is written is what the widget reads of it.
fn json(row: &impl Serialize) -> Option<String> {
    let mut text = serde_json::to_string(row).ok()?;
    // A reading takes its language from its article, which is elsewhere yet. (Inside of words the
    // quotation marks would be escaped.)
    if text.contains(NO_LANGUAGE) {
        text = text.replace(NO_LANGUAGE, "");
    }
    text.shrink_to_fit();
    Some(text)
}

const NO_LANGUAGE: &str = ",\"language\":\"und\"";

/// A row of which the parts are known already.
pub(super) fn made(text: &str, weight: u64, place: Place) -> Result<Row, Vec<Noted>> {
    let (dossier, _) = checked("quotes", text.as_bytes(), None).map_err(|noted| {
        // The text is not that of the line.
        noted.into_iter().map(|noted| Noted { column: 1, ..noted }).collect::<Vec<_>>()
    })?;
    match taken(&dossier, "quotes", place, Some(weight))? {
        Line::Row(row) => Ok(row),
        Line::Thing(_) => Err(Vec::new()),
    }
}

/// The line, its date as EDTF has it where it is a timestamp as databases write it.
fn mended(line: &[u8], date: Option<&str>) -> Vec<u8> {
    let Some((date, edtf)) = date.and_then(|date| Some((date, timestamp(date)?))) else {
        return line.to_vec();
    };
    let quoted = format!("\"{date}\"");
    let mut rest = line;
    while let Some(at) = rest.windows(KEY.len()).position(|bytes| bytes == KEY) {
        rest = rest.get(at + KEY.len()..).unwrap_or_default();
        let after = rest.trim_ascii_start().strip_prefix(b":").unwrap_or_default();
        if let Some(after) = after.trim_ascii_start().strip_prefix(quoted.as_bytes()) {
            let before = line.get(..line.len() - after.len() - quoted.len()).unwrap_or_default();
            return [before, b"\"", edtf.as_bytes(), b"\"", after].concat();
        }
    }
    line.to_vec()
}

const KEY: &[u8] = b"\"date\"";

/// A timestamp as databases write it (`2020-01-28 08:04:05.123+00`), as EDTF: `T` before the time, no
/// parts of seconds. Nothing where it is something else.
fn timestamp(text: &str) -> Option<String> {
    let (day, time) = text.split_at_checked(10)?;
    let (second, zone) = time.get(1..)?.split_at_checked(8)?;
    let is = |text: &str, mark: char| {
        text.chars().all(|letter| letter == mark || letter.is_ascii_digit())
    };
    if !time.starts_with([' ', 'T']) || !is(day, '-') || !is(second, ':') {
        return None;
    }
    let zone = zone
        .strip_prefix('.')
        .map_or(zone, |parts| parts.trim_start_matches(|letter: char| letter.is_ascii_digit()));
    Some(format!("{day}T{second}{zone}"))
}
