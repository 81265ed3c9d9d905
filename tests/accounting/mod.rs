//! What was read, held against what is shown and what is reported.

use std::collections::BTreeSet;

use quote_timeline::dossier::{Problem, Severity, read};
use serde_json::Value;

/// The words of a file of others that are neither in the dossier nor reported, each with its path. A
/// word is reported where it stands in a message, or where the path of a problem leads to it: a row
/// that was dropped is reported as a whole.
pub(crate) fn unaccounted(text: &str) -> Vec<String> {
    let (dossier, problems) = read(text.as_bytes()).unwrap();
    let mut shown = words(&strings(&serde_json::to_value(&dossier).unwrap()));
    for problem in &problems {
        shown.extend(words(&problem.message));
    }
    let mut lost = Vec::new();
    for (path, text) in leaves(text) {
        for word in words(&text) {
            if !shown.contains(&word)
                && !is_reported(&path, &problems)
                && !is_counted(&word, &shown)
            {
                lost.push(format!("{path}: {word}"));
            }
        }
    }
    lost
}

/// Every text of a file with its path, as problems name it.
fn leaves(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let json = text.split_once('{').filter(|(before, _)| !before.contains(','));
    let Some((_, json)) = json else {
        for (row, cells) in
            rows(text.trim_start_matches('\u{FEFF}')).into_iter().enumerate().skip(1)
        {
            for (column, cell) in cells.into_iter().enumerate() {
                // A comma between thousands.
                let grouped = cell.len() == 5 && cell.replace(',', "").parse::<u32>().is_ok();
                let cell = if grouped { cell.replace(',', "") } else { cell };
                let letter = char::from(b'A' + u8::try_from(column).unwrap());
                found.push((format!("row {}, column {letter}", row + 1), cell));
            }
        }
        return found;
    };
    let json = format!("{{{}", json.trim_end().trim_end_matches(';'));
    walk(&serde_json::from_str(&json).unwrap(), "", &mut found);
    found
}

fn walk(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(parts) => {
            for (key, part) in parts {
                let dot = if path.is_empty() { "" } else { "." };
                walk(part, &format!("{path}{dot}{key}"), found);
            }
        }
        Value::Array(parts) => {
            for (place, part) in parts.iter().enumerate() {
                walk(part, &format!("{path}[{place}]"), found);
            }
        }
        Value::Null => {}
        Value::String(text) => found.push((path.to_owned(), text.clone())),
        other => found.push((path.to_owned(), other.to_string())),
    }
}

/// The simplest reader of CSV there is, for files that are right.
fn rows(text: &str) -> Vec<Vec<String>> {
    let first = text.lines().next().unwrap_or_default();
    let separator = if first.contains(';') { ';' } else { ',' };
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ if letter == separator && !quoted => row.push(std::mem::take(&mut cell)),
            _ => cell.push(letter),
        }
    }
    rows
}

fn strings(value: &Value) -> String {
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n")
}

/// Letters and digits in runs, numbers without zeros before them.
fn words(text: &str) -> BTreeSet<String> {
    let mut text = text.replace("&nbsp;", " ").replace("&amp;", " ");
    // A long year and a time of day in EDTF.
    for digit in '0'..='9' {
        text = text.replace(&format!("Y{digit}"), &format!(" {digit}"));
        text = text.replace(&format!("{digit}T"), &format!("{digit} "));
    }
    let runs = text.split(|letter: char| !letter.is_alphanumeric());
    let runs = runs.filter(|run| !run.is_empty());
    runs.map(|run| match run.trim_start_matches('0') {
        _ if !run.bytes().all(|byte| byte.is_ascii_digit()) => run.to_owned(),
        "" => "0".to_owned(),
        number => number.to_owned(),
    })
    .collect()
}

fn is_reported(path: &str, problems: &[Problem]) -> bool {
    problems.iter().any(|problem| {
        let own = problem.path.split_once(" (").map_or(problem.path.as_str(), |(own, _)| own);
        let row = own.split_once(']').map_or(own.split(',').next().unwrap(), |(row, _)| row);
        !own.is_empty()
            && (path == own
                || path.starts_with(&format!("{own}."))
                || path.starts_with(&format!("{own}["))
                || problem.severity == Severity::Error && path.starts_with(row))
    })
}

/// Whether it is a part of a date that the dossier writes otherwise: a year before Christ is one
/// less there, an hour of the afternoon twelve more; a time of zeros is none; tags are not words.
fn is_counted(word: &str, shown: &BTreeSet<String>) -> bool {
    const MARKUP: [&str; 16] = [
        "em",
        "b",
        "i",
        "a",
        "href",
        "iframe",
        "width",
        "560",
        "src",
        "allowfullscreen",
        "0",
        "p",
        "PM",
        "title",
        "era",
        "nbsp",
    ];
    let near = |number: i64| shown.contains(&number.to_string());
    MARKUP.contains(&word)
        || word.parse().is_ok_and(|number: i64| near(number - 1) || near(number + 12))
}
