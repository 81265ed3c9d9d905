//! What holds of the export of any dossier.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::too_many_lines,
    reason = "a test may stop"
)]

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use quote_timeline::dossier::{Code, Dossier, Piece, read};
use quote_timeline::export::{Format, write};
use serde_json::{Map, Value, json};

fn dossier(text: &str) -> Dossier {
    read(text.as_bytes()).unwrap().0
}

/// Every field of the format, each with words of its own.
const EVERYTHING: &str = include_str!("data/everything.json");

/// All words of a value, with the place of each: `events[].title`, languages left out.
fn leaves(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let path = match key.as_str() {
                    "fr" | "en" => path.to_owned(),
                    _ if path.is_empty() => key.clone(),
                    _ => format!("{path}.{key}"),
                };
                leaves(value, &path, found);
            }
        }
        Value::Array(list) => {
            for value in list {
                let is_leaf = value.is_string() || value.get("fr").is_some();
                leaves(value, &if is_leaf { path.to_owned() } else { format!("{path}[]") }, found);
            }
        }
        Value::String(text) => found.push((path.to_owned(), text.clone())),
        _ => {}
    }
}

/// What every text becomes in a format, however it is escaped, is found in this.
fn plain(text: &str, format: Format) -> String {
    match format {
        Format::Tei => {
            let document = roxmltree::Document::parse(text).unwrap();
            let mut plain = String::new();
            for node in document.descendants() {
                plain.push_str(node.text().unwrap_or_default());
                for attribute in node.attributes() {
                    plain.push(' ');
                    plain.push_str(attribute.value());
                    plain.push(' ');
                }
            }
            plain
        }
        Format::BibTex | Format::Ris | Format::Csv => text.to_owned(),
        _ => {
            let mut found = Vec::new();
            leaves(&serde_json::from_str(text).unwrap(), "", &mut found);
            found.into_iter().map(|(_, text)| text + "\n").collect()
        }
    }
}

#[test]
fn whatever_is_not_in_the_file_is_named_as_lost() {
    let own = dossier(EVERYTHING);
    let (mut all, mut gone) = (Vec::new(), Vec::new());
    leaves(&serde_json::from_str(EVERYTHING).unwrap(), "", &mut all);
    for (name, format) in Format::ALL {
        let export = write(&own, format);
        let text = plain(&export.text, format);
        for (path, words) in &all {
            let lost = |problem: &&str| {
                path == problem
                    || path.starts_with(&format!("{problem}["))
                    || path.starts_with(&format!("{problem}."))
            };
            // Written in the words of the format (`2024/03/12`, `NewsArticle`), or what is
            // referred to by its name.
            let others = ["date", "kind", "entities", ".event", ".article", ".speaker"];
            let translated = others.iter().any(|end| path.ends_with(end));
            let is_there = text.contains(words.trim()) || translated;
            let is_named = export.lost.iter().map(|lost| lost.path.as_str()).any(|own| lost(&own));
            if !(is_there || is_named) {
                gone.push(format!("{name}: {path} “{words}”"));
            }
        }
    }
    assert_eq!(gone, [""; 0]);
}

#[test]
fn nothing_that_is_all_there_is_named_as_lost() {
    let small = dossier(
        r#"{"title": "T", "articles": [{"id": "a", "headline": "H", "author": "A", "outlet": "O",
            "date": "2024-03-12", "language": "fr", "url": "https://example.org/"}]}"#,
    );
    for (name, kept) in [("jsonld", true), ("csl", false), ("bibtex", false), ("ris", false)] {
        let lost = write(&small, name.parse().unwrap()).lost;
        let paths: Vec<&str> = lost.iter().map(|lost| lost.path.as_str()).collect();
        assert_eq!(paths, if kept { &[][..] } else { &["title"] }, "{name}");
    }
    assert_eq!(write(&dossier(EVERYTHING), Format::Json).lost, []);
}

// Any dossier: built as JSON and read, so that it is one that can occur.

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zé« »’<>&\"'\\\\{}$#%_^~=+@;,-]{1,12}",
        "\\PC{1,8}",
        any::<String>(),
        Just("\u{0}\u{1F}\r\n\t\u{85}\u{202E}\u{FFFE}\u{FFFF}]]></script><!--".to_owned()),
    ]
}

fn wording() -> impl Strategy<Value = Value> {
    prop_oneof![
        words().prop_map(Value::from),
        (words(), words()).prop_map(|(fr, en)| json!({"fr": fr, "en": en})),
        (words(), words()).prop_map(|(pt, und)| json!({"pt-BR": pt, "und": und})),
        Just(Value::Null),
    ]
}

fn date() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "2024",
        "2024-03-12",
        "2024-03-12T14:30",
        "2024-03-12T00:00:00Z",
        "-0099",
        "0000-02",
        "2024-02-2X",
        "156X",
        "2023-23",
        "2023-33~",
        "2024-03-12?",
        "Y-17E7",
        "Y123456",
        "Y-9000000000",
        "1950S2",
        "2024-XX-12",
        "../2024",
        "2024/..",
        "2024-03/",
        "2023%/2024-05-01",
        "[1667,1668..1670]",
        "{..1984}",
        "XXXX-12-25",
    ])
}

fn text() -> impl Strategy<Value = Value> {
    let piece = prop_oneof![
        words().prop_map(Value::from),
        words().prop_map(|outside| json!({"outside": outside})),
        Just(json!({"outside": ""})),
    ];
    prop_oneof![words().prop_map(Value::from), vec(piece, 1..5).prop_map(Value::from)]
}

fn id(prefix: &'static str, number: usize) -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(format!("{prefix}-{number}")),
        1 => words().prop_map(move |words| format!("{number}{words}{prefix}")),
    ]
}

fn row(fields: Vec<(&'static str, BoxedStrategy<Value>)>) -> BoxedStrategy<Value> {
    let (keys, values): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
    let values = values.into_iter().map(option::of).collect::<Vec<_>>();
    let row = values.prop_map(move |values| {
        let entries = keys.iter().zip(values);
        Value::Object(
            entries
                .filter_map(|(key, value)| Some(((*key).to_owned(), value?)))
                .collect::<Map<_, _>>(),
        )
    });
    row.boxed()
}

fn value<T: Into<Value> + std::fmt::Debug + 'static>(
    strategy: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Value> {
    strategy.prop_map(Into::into).boxed()
}

fn word(list: &'static [&'static str]) -> BoxedStrategy<Value> {
    value(proptest::sample::select(list))
}

const ARTICLES: &[&str] = &["article-0", "article-1", "nowhere"];
const ENTITIES: &[&str] = &["entity-0", "entity-1", "nowhere"];
const EVENTS: &[&str] = &["event-0", "event-1"];

fn rows(
    prefix: &'static str,
    required: &'static str,
    fields: fn() -> Vec<(&'static str, BoxedStrategy<Value>)>,
) -> BoxedStrategy<Value> {
    let row = move |number| {
        (id(prefix, number), words(), row(fields())).prop_map(move |(id, words, mut row)| {
            row["id"] = id.into();
            if !required.is_empty() {
                row[required] = format!("x{words}").into();
            }
            if prefix == "event" || prefix == "era" {
                row["date"] = row.get("date").cloned().unwrap_or_else(|| "2024".into());
            }
            row
        })
    };
    (0_usize..3)
        .prop_flat_map(move |count| (0..count).map(row).collect::<Vec<_>>())
        .prop_map(Value::from)
        .boxed()
}

fn media() -> BoxedStrategy<Value> {
    let media = row(vec![
        ("alt", wording().boxed()),
        ("caption", wording().boxed()),
        ("credit", wording().boxed()),
        ("link", value(words())),
        ("thumbnail", value(words())),
    ]);
    (media, words())
        .prop_map(|(mut media, url)| {
            media["url"] = url.into();
            media
        })
        .boxed()
}

fn any_dossier() -> impl Strategy<Value = Value> {
    let article = || {
        vec![
            ("outlet", wording().boxed()),
            ("headline", value(words())),
            ("author", value(words())),
            ("date", value(date())),
            ("language", word(&["fr", "en", "pt-BR", "und"])),
            ("kind", word(&["news", "agency", "press-review", "interview"])),
            ("url", value(words())),
            ("file", value(words())),
            ("note", wording().boxed()),
        ]
    };
    let entity = || {
        vec![
            ("kind", word(&["person", "topic", "law"])),
            ("description", wording().boxed()),
            ("aliases", value(vec(words(), 0..2))),
        ]
    };
    let event = || {
        vec![
            ("date", value(date())),
            ("date_text", wording().boxed()),
            ("summary", wording().boxed()),
            ("text", wording().boxed()),
            ("media", media()),
            ("entities", value(vec(word(ENTITIES), 0..3))),
            (
                "sources",
                value(vec(
                    row(vec![
                        ("article", word(ARTICLES)),
                        ("words", value(words())),
                        ("note", wording().boxed()),
                    ]),
                    0..3,
                )),
            ),
        ]
    };
    let era = || vec![("date", value(date())), ("summary", wording().boxed())];
    let quote = || {
        let translation = row(vec![
            ("language", word(&["en", "fr"])),
            ("by", wording().boxed()),
            ("kind", word(&["dossier", "person", "outlet", "machine"])),
            ("text", text().boxed()),
        ]);
        let reading = row(vec![
            ("article", word(ARTICLES)),
            ("language", word(&["en", "fr", "ja"])),
            ("status", word(&["original", "back-translation", "truncated"])),
            ("text", text().boxed()),
            ("place", wording().boxed()),
            ("via", value(vec(wording(), 0..2))),
            ("note", wording().boxed()),
            ("translations", value(vec(translation, 0..3))),
        ]);
        vec![
            ("speaker", word(ENTITIES)),
            ("role", wording().boxed()),
            ("occasion", wording().boxed()),
            ("date", value(date())),
            ("event", word(EVENTS)),
            ("entities", value(vec(word(ENTITIES), 0..2))),
            ("readings", value(vec(reading, 1..4))),
        ]
    };
    let figure = || {
        vec![
            ("entities", value(vec(word(ENTITIES), 0..2))),
            ("event", word(EVENTS)),
            (
                "readings",
                value(vec(
                    row(vec![
                        ("article", word(ARTICLES)),
                        ("text", value(words())),
                        ("value", value(words())),
                        ("unit", value(words())),
                        ("translation", wording().boxed()),
                        ("note", wording().boxed()),
                    ]),
                    0..3,
                )),
            ),
        ]
    };
    row(vec![
        ("languages", value(vec(word(&["fr", "en", "de"]), 0..3))),
        ("title", wording().boxed()),
        ("summary", wording().boxed()),
        ("text", wording().boxed()),
        ("media", media()),
        ("translator", wording().boxed()),
        ("articles", rows("article", "", article)),
        ("entities", rows("entity", "name", entity)),
        ("events", rows("event", "title", event)),
        ("eras", rows("era", "title", era)),
        ("quotes", rows("quote", "", quote)),
        ("figures", rows("figure", "title", figure)),
    ])
}

/// The rows of a table by RFC 4180.
fn table(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut cells, mut cell, mut quoted) =
        (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                cell.push('"');
                letters.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(std::mem::take(&mut cell)),
            '\r' if !quoted && letters.peek() == Some(&'\n') => {
                letters.next();
                cells.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut cells));
            }
            _ => cell.push(letter),
        }
    }
    assert!(!quoted && cell.is_empty() && cells.is_empty());
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_goes_out_as_json_comes_in_the_same(value in any_dossier()) {
        let own = dossier(&value.to_string());
        let (again, problems) = read(write(&own, Format::Json).text.as_bytes()).unwrap();
        // HTML and addresses that are never shown are reported at each reading, and kept.
        prop_assert!(problems.iter().all(|problem| matches!(problem.code, Code::Markup | Code::NotCarried)), "{problems:?}");
        prop_assert_eq!(again, own);
    }

    #[test]
    fn every_format_can_be_read_by_its_parser(value in any_dossier()) {
        let own = dossier(&value.to_string());
        for (_, format) in Format::ALL {
            let text = write(&own, format).text;
            match format {
                Format::Csv => {
                    let rows = table(&text);
                    prop_assert!(rows.iter().all(|row| row.len() == rows[0].len()));
                    for cell in rows.iter().flat_map(|row| &row[8..]) {
                        prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{}", cell);
                    }
                }
                Format::Ris => for line in text.split("\r\n").filter(|line| !line.is_empty()) {
                    prop_assert_eq!(&line.as_bytes()[2..6], b"  - ");
                    prop_assert!(!line.contains(|letter: char| letter.is_control()));
                },
                Format::BibTex => {
                    let depth = text.chars().fold(0_i32, |depth, letter| match letter {
                        '{' => depth + 1,
                        '}' => { assert!(depth > 0); depth - 1 }
                        _ => depth,
                    });
                    prop_assert_eq!(depth, 0);
                    let keys: Vec<&str> = text.split("@article{").skip(1).map(|entry| entry.split([',', '\n']).next().unwrap()).collect();
                    prop_assert!(keys.iter().all(|key| key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))));
                    prop_assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), own.articles.len());
                }
                Format::Tei => {
                    let document = roxmltree::Document::parse(&text).unwrap();
                    let ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute((XML, "id"))).collect();
                    let unique: BTreeSet<&&str> = ids.iter().collect();
                    prop_assert_eq!(unique.len(), ids.len());
                    for pointer in document.descendants().flat_map(|node| ["wit", "corresp", "target"].map(|key| node.attribute(key))).flatten() {
                        for pointer in pointer.split(' ').filter_map(|pointer| pointer.strip_prefix('#')) {
                            // A target may also be an address that someone wrote.
                            prop_assert!(unique.contains(&pointer) || !pointer.contains('-'));
                        }
                    }
                }
                _ => {
                    serde_json::from_str::<Value>(&text).unwrap();
                    if matches!(format, Format::JsonLd | Format::WebAnnotation) {
                        prop_assert!(!text.contains('<'));
                    }
                }
            }
        }
    }

    #[test]
    fn quotations_keep_their_letters(value in any_dossier()) {
        let own = dossier(&value.to_string());
        let readings = || own.quotes.iter().flat_map(|quote| &quote.readings);
        let jsonld = plain(&write(&own, Format::JsonLd).text, Format::JsonLd);
        let annotations = plain(&write(&own, Format::WebAnnotation).text, Format::WebAnnotation);
        for reading in readings() {
            prop_assert!(jsonld.contains(&reading.text.plain()));
            if let [Piece::Words(words)] = reading.text.0.as_slice() {
                prop_assert!(annotations.contains(words.trim()));
            }
        }
    }
}

const XML: &str = "http://www.w3.org/XML/1998/namespace";
