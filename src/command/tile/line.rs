//! A line of the input: an event, a quote, an article or an entity, as JSON.

use quote_timeline::dossier::{Code, Dossier, Id, read_part};
use serde_json::{Map, Value};

use super::quotebank;
use super::row::Row;

/// What a line holds.
pub(super) enum Line {
    /// An event or a quote.
    Row(Row),
    /// An article or an entity: its list, its identifier, itself.
    Thing { list: &'static str, id: String, text: String },
}

/// Reads a line, and says what was wrong in it that could be mended; or why it cannot be taken.
pub(super) fn read(bytes: &[u8], number: usize, lang: &str) -> Result<(Line, Vec<String>), String> {
    let value = serde_json::from_slice(bytes).map_err(|error| {
        format!("this is not JSON (column {}); a line is one object", error.column())
    })?;
    let Value::Object(mut row) = value else {
        return Err("this is not an object; a line is one object: {\"id\": …}".to_owned());
    };
    if row.contains_key("quotation") {
        return quotebank::row(&row, number, lang).map(|row| (Line::Row(row), Vec::new()));
    }
    let kind = row.remove("kind");
    let list = match kind.as_ref().map(|kind| kind.as_str().unwrap_or_default()) {
        Some("event") => "events",
        Some("quote") => "quotes",
        Some("entity") => "entities",
        Some("article") => "articles",
        // An article, or an entity, has a `kind` of its own; it is known by its other keys.
        Some(_) if row.contains_key("outlet") || row.contains_key("url") => {
            own_kind(&mut row, kind, "articles")
        }
        Some(_) if row.contains_key("name") => own_kind(&mut row, kind, "entities"),
        Some(other) => {
            return Err(format!(
                "“{other}” is no kind of line; there are event, quote, entity and article"
            ));
        }
        None if row.contains_key("readings") => "quotes",
        None => "events",
    };
    let importance = row.remove("importance").and_then(|own| own.as_u64());
    row.entry("id").or_insert_with(|| format!("line-{number}").into());
    let id = row.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let text = Value::Object(row).to_string();
    if list == "articles" || list == "entities" {
        return Ok((Line::Thing { list, id, text }, Vec::new()));
    }
    let (dossier, noted) = checked(list, &text)?;
    let mut row = dated(&dossier).ok_or("it has no date, so it has no place in time")?;
    if let Some(importance) = importance {
        row.weight = u32::try_from(importance).unwrap_or(u32::MAX);
    }
    row.text = text;
    Ok((Line::Row(row), noted))
}

/// Puts the `kind` of an article or an entity back.
fn own_kind(row: &mut Map<String, Value>, kind: Option<Value>, list: &'static str) -> &'static str {
    row.extend(kind.map(|kind| ("kind".to_owned(), kind)));
    list
}

/// The row as the widget reads it, and what is wrong in it.
fn checked(list: &str, text: &str) -> Result<(Dossier, Vec<String>), String> {
    let whole = format!("{{\"{list}\":[{text}]}}");
    let (dossier, problems) = read_part(whole.as_bytes()).map_err(|problem| problem.message)?;
    // What a row refers to is elsewhere in the input.
    let problems = problems.iter().filter(|own| own.code != Code::Reference);
    let noted: Vec<String> = problems.map(|own| format!("{}: {}", own.path, own.message)).collect();
    if dossier.events.is_empty() && dossier.quotes.is_empty() {
        return Err(noted.join("; "));
    }
    Ok((dossier, noted))
}

/// When the one row of a dossier was, how much it matters, and what it refers to.
fn dated(dossier: &Dossier) -> Option<Row> {
    let (date, weight, is_quote, refers): (_, usize, bool, Vec<&Id>) =
        if let Some(event) = dossier.events.first() {
            let sources = event.sources.iter().filter_map(|own| own.article.as_ref());
            let refers = event.entities.iter().chain(sources).collect();
            (Some(&event.date), event.sources.len(), false, refers)
        } else {
            let quote = dossier.quotes.first()?;
            let articles = quote.readings.iter().filter_map(|own| own.article.as_ref());
            let refers = quote.speaker.iter().chain(&quote.entities).chain(articles).collect();
            (quote.date.as_ref(), quote.readings.len(), true, refers)
        };
    let bounds = date?.bounds();
    let (earliest, latest) = (bounds.earliest.seconds(), bounds.latest.seconds());
    Some(Row {
        // An end that is open or unknown reaches no further than what is known.
        earliest: earliest.or(latest)?,
        latest: latest.or(earliest)?,
        weight: u32::try_from(weight).unwrap_or(u32::MAX),
        is_quote,
        refers: refers.into_iter().map(|id| id.as_str().to_owned()).collect(),
        brings: Vec::new(),
        text: String::new(),
    })
}

/// A row of which the parts are known already.
pub(super) fn made(list: &str, text: String, weight: u64) -> Result<Row, String> {
    let (dossier, _) = checked(list, &text)?;
    let row = dated(&dossier).ok_or("it has no date, so it has no place in time")?;
    Ok(Row { weight: u32::try_from(weight).unwrap_or(u32::MAX), text, ..row })
}
