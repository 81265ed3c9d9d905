//! Quotebank's quotation-centric records (Vaucher, Spitz, Catasta and West, *Quotebank: A Corpus of
//! Quotations from a Decade of News*, WSDM 2021): `quoteID`, `quotation`, `speaker`, `qids`, `date`,
//! `numOccurrences`, `urls`.

use serde_json::{Map, Value, json};

use super::line::made;
use super::row::{Place, Row};
use super::wrong::Noted;

/// More articles than this are not named with a quote; how often it was printed counts all the same.
const MOST_ARTICLES: usize = 8;

/// A record as a quote with a reading for each outlet, whose articles and speaker it brings along.
pub(super) fn row(
    record: &Map<String, Value>,
    place: Place,
    lang: &str,
) -> Result<Row, Vec<Noted>> {
    let wrong = |text: &str| vec![Noted::new(text)];
    let text = |key: &str| record.get(key).and_then(Value::as_str).map(str::trim);
    let quotation = text("quotation")
        .filter(|own| !own.is_empty())
        .ok_or_else(|| wrong("the “quotation” is empty"))?;
    let date = text("date").ok_or_else(|| wrong("the “date” is missing"))?;
    // "2019-04-01 00:00:00": the time of day says nothing.
    let date = date.split([' ', 'T']).next().unwrap_or_default();
    let id = text("quoteID").map_or_else(|| place.name(), str::to_lowercase);
    let mut brings = Vec::new();

    let speaker = text("speaker").filter(|own| !own.is_empty() && *own != "None").map(|name| {
        let first = record.get("qids").and_then(|all| all.get(0)).and_then(Value::as_str);
        let id = first.map_or_else(|| format!("speaker-{}", slug(name)), str::to_lowercase);
        let entity = json!({"id": id, "name": name, "kind": "person"});
        brings.push(("entities".to_owned(), id.clone(), entity.to_string()));
        id
    });

    let urls = record.get("urls").and_then(Value::as_array).into_iter().flatten();
    let mut readings = Vec::new();
    let mut outlets = Vec::new();
    for url in urls.filter_map(Value::as_str) {
        let outlet = host(url);
        if readings.len() == MOST_ARTICLES || outlets.contains(&outlet) {
            continue;
        }
        outlets.push(outlet);
        let article = format!("{id}-article-{}", outlets.len());
        let row = json!({"id": article, "outlet": outlet, "language": lang, "url": url});
        brings.push(("articles".to_owned(), article.clone(), row.to_string()));
        readings.push(json!({"article": article, "language": lang, "text": quotation}));
    }
    if readings.is_empty() {
        readings.push(json!({"language": lang, "text": quotation}));
    }
    let occurrences = record.get("numOccurrences").and_then(Value::as_u64).unwrap_or(1);
    let mut quote = json!({"id": id, "date": date, "readings": readings});
    if let (Some(speaker), Value::Object(quote)) = (speaker, &mut quote) {
        quote.insert("speaker".to_owned(), speaker.into());
    }
    Ok(Row { brings, ..made(&quote.to_string(), occurrences, place)? })
}

/// The host of an address, without `www.`.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

/// A name as an identifier.
fn slug(name: &str) -> String {
    let words =
        name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}
