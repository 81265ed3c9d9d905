//! Files of others: nothing in them is silently lost.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what is wrong"
)]

mod accounting;

use std::collections::BTreeSet;

use accounting::unaccounted;
use proptest::prelude::*;
use quote_timeline::dossier::{
    Dossier, EntityKind, Event, Id, Language, Problem, Severity, Status, dropped, read,
};

const TIMELINE: &str = include_str!("data/timelinejs.json");
const OLD: &str = include_str!("data/timelinejs-old.jsonp");
const SHEET: &str = include_str!("data/timeline.csv");
const QUOTES: &str = include_str!("data/quotes.csv");

fn lines(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|own| format!("{} {}", own.code.as_str(), own.path)).collect()
}

fn event<'a>(dossier: &'a Dossier, title: &str) -> &'a Event {
    dossier.events.iter().find(|event| event.title.text(Language::ENGLISH) == title).unwrap()
}

/// The dates that one start (and end) in TimelineJS JSON is read as, and what is reported.
fn date(dates: &str) -> (String, Vec<String>) {
    let text = format!(r#"{{"events": [{{{dates}, "text": {{"headline": "T"}}}}]}}"#);
    let (dossier, problems) = read(text.as_bytes()).unwrap();
    let dates = dossier.events.iter().map(|event| event.date.to_string());
    (dates.collect::<Vec<_>>().join(" "), lines(&problems))
}

#[test]
fn timelinejs_json_is_read() {
    let (dossier, problems) = read(TIMELINE.as_bytes()).unwrap();
    assert_eq!(
        lines(&problems),
        [
            "not-carried scale",
            "not-carried events[1].background",
            "not-carried events[1].autolink",
            "not-carried events[2].text.headline",
            "not-carried events[2].media.link_target",
            "mended events[3]",
            "mended events[3]",
            "date events[4].start_date.month",
            "date events[5].start_date.month",
            "date events[6].start_date.day",
            "missing events[7]",
            "mended events[8].text.headline",
            "unknown-key events[8].stars",
            "no-id events[9].unique_id",
            "mended events[10].start_date.year",
            "mended events[11].start_date.day",
            "not-carried events[11].start_date.millisecond",
            "unknown-key credits",
        ]
    );
    assert_eq!(dropped(&problems), 4);
    assert_eq!(
        dossier.title.text(Language::ENGLISH),
        "The lighthouse of Saint\u{A0}Aubin & its keepers"
    );
    assert!(
        dossier.text.text(Language::ENGLISH).contains("<a href=\"https://harbour.example/rock\">")
    );
    assert_eq!(dossier.media, None);
    let dates: Vec<String> = dossier.events.iter().map(|event| event.date.to_string()).collect();
    assert_eq!(
        dates,
        [
            "1611",
            "1789-07-14",
            "1862-10-03T21:40:00/1862-10-04T05:15:30",
            "1901",
            "-0099",
            "Y-13799999999",
            "0000",
            "1999-XX-05",
        ]
    );
    let ids: Vec<&str> = dossier.events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(&ids[..3], ["fire", "the-tower-stands", "nine-ships-wrecked"]);
    assert_eq!(ids[5], "fire-2");
    let storm = event(&dossier, "Nine ships wrecked");
    assert_eq!(storm.date_text.text(Language::ENGLISH), "The night of the great storm");
    assert!(storm.media.as_ref().unwrap().url.starts_with("<iframe width"));
    let fire = dossier.events[0].media.as_ref().unwrap();
    assert_eq!(fire.alt.text(Language::ENGLISH), "Smoke above a rock");
    assert_eq!(fire.caption.text(Language::ENGLISH), "Engraving, <i>later</i>");
    assert_eq!(fire.thumbnail.as_deref(), Some("https://pictures.example/fire-small.jpg"));
    let log = &dossier.events[3];
    assert!(log.title.text(Language::ENGLISH).starts_with("The keeper’s daughter"));
    assert!(log.media.as_ref().unwrap().url.ends_with("</blockquote>"));
    assert_eq!(log.media.as_ref().unwrap().credit.text(Language::ENGLISH), "Her log");
    let topics: Vec<&str> =
        dossier.entities.iter().map(|topic| topic.name.text(Language::ENGLISH)).collect();
    assert_eq!(topics, ["Building", "People"]);
    assert!(dossier.entities.iter().all(|topic| topic.kind == EntityKind::Topic));
    assert_eq!(dossier.events[1].entities, dossier.events[0].entities);
    let eras: Vec<String> = dossier.eras.iter().map(|era| era.date.to_string()).collect();
    assert_eq!(eras, ["1600/1788", "1789/1990"]);
}

#[test]
fn the_old_form_is_read() {
    let (dossier, problems) = read(OLD.as_bytes()).unwrap();
    assert_eq!(
        lines(&problems),
        [
            "not-carried timeline.type",
            "not-carried timeline.startDate",
            "not-carried timeline.date[0].classname",
            "mended timeline.date[2].startDate",
            "missing timeline.date[4]",
            "not-carried timeline.era[0]",
        ]
    );
    let dates: Vec<String> = dossier.events.iter().map(|event| event.date.to_string()).collect();
    assert_eq!(
        dates,
        ["1850-04-01", "1871-12-10T07:02:10/1872-01", "1920-10-12", "1921-12-25", "-0499"]
    );
    assert_eq!(dossier.title.text(Language::ENGLISH), "Three bridges");
    assert_eq!(&*dossier.media.as_ref().unwrap().url, "https://pictures.example/bridges.jpg");
    assert_eq!(dossier.eras[0].summary.text(Language::ENGLISH), "All of wood");
    assert_eq!((problems[4].line, problems[4].column), (13, 7));
}

#[test]
fn a_spreadsheet_is_read() {
    let (dossier, problems) = read(SHEET.as_bytes()).unwrap();
    assert_eq!(
        lines(&problems),
        [
            "not-carried row 3, column S (Background)",
            "unknown-key row 4, column T (Notes)",
            "date row 5, column C (Day)",
            "mended row 8",
            "missing row 9",
        ]
    );
    let dates: Vec<String> = dossier.events.iter().map(|event| event.date.to_string()).collect();
    assert_eq!(dates, ["1871", "1902-03-01T14:30:00/1902-03-04", "2011-05", "-0043-03-15"]);
    assert_eq!(dossier.title.text(Language::ENGLISH), "Orchard");
    assert!(dossier.text.text(Language::ENGLISH).contains("orchard,\r\nyear"));
    assert_eq!(dossier.eras[0].date.to_string(), "1871/1902");
    assert_eq!((problems[2].line, problems[2].column), (5, 3));
}

#[test]
fn quotations_in_a_spreadsheet_become_quotes_with_readings() {
    let (dossier, problems) = read(QUOTES.as_bytes()).unwrap();
    assert_eq!(
        lines(&problems),
        ["not-carried row 5", "unknown-word row 5, column I (Statut)"],
        "{problems:?}"
    );
    assert_eq!(dossier.languages, [Language::FRENCH, Language::ENGLISH]);
    assert_eq!((dossier.quotes.len(), dossier.events.len(), dossier.articles.len()), (3, 2, 4));
    let quote = &dossier.quotes[0];
    assert_eq!(quote.event.as_ref(), Some(&dossier.events[0].id));
    assert_eq!(quote.readings.len(), 2);
    assert_eq!(quote.readings[1].status, Status::Truncated);
    assert_eq!(quote.readings[0].translations[0].language, Language::ENGLISH);
    assert_eq!(dossier.articles[0].date.as_ref().unwrap().to_string(), "2024-03-13");
    let second = &dossier.quotes[1];
    assert_eq!(second.date.as_ref().unwrap().to_string(), "2024-03-14");
    assert_eq!(second.event, None);
    assert_eq!(second.readings[0].translations[0].language, Language::FRENCH);
    assert_eq!(second.speaker, dossier.quotes[2].speaker);
    assert_eq!(dossier.events[1].sources.len(), 1);
}

#[test]
fn every_word_of_a_file_is_in_the_dossier_or_in_the_report() {
    for (name, text) in [("today", TIMELINE), ("old", OLD), ("sheet", SHEET), ("quotes", QUOTES)] {
        assert_eq!(unaccounted(text), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn dates_are_read_as_timelinejs_means_them() {
    let start = |parts: &str| date(&format!(r#""start_date": {{{parts}}}"#));
    for (parts, expected) in [
        (r#""year": "2011", "month": "1", "day": "01""#, "2011-01-01"),
        (r#""year": 2011.0, "month": 12"#, "2011-12"),
        (r#""year": "648""#, "0648"),
        (r#""year": "-1""#, "0000"),
        (r#""year": "-10000""#, "-9999"),
        (r#""year": "12000""#, "Y12000"),
        (r#""year": "2011", "month": "5", "day": "3", "hour": "7""#, "2011-05-03T07:00:00"),
        (r#""year": "2011", "month": "5", "day": "3", "hour": 0, "minute": 0"#, "2011-05-03"),
        (r#""year": "2011", "month": null, "day": """#, "2011"),
    ] {
        assert_eq!(start(parts), (expected.to_owned(), Vec::new()), "{parts}");
    }
    for (parts, expected, problem) in [
        (
            r#""year": "2011", "month": "0", "day": "0""#,
            "2011",
            "mended events[0].start_date.month",
        ),
        (r#""year": "2011", "hour": "7""#, "2011", "not-carried events[0].start_date.hour"),
        (
            r#""year": "2011", "month": "5", "day": "3", "hour": "25""#,
            "",
            "date events[0].start_date.hour",
        ),
        (r#""year": "2011", "month": "May""#, "", "date events[0].start_date.month"),
        (r#""year": "c. 1500""#, "", "date events[0].start_date.year"),
        (r#""year": "99999999999999999999""#, "", "date events[0].start_date.year"),
        (r#""year": "-45000", "month": "2""#, "Y-44999", "not-carried events[0].start_date.month"),
    ] {
        let (dates, problems) = start(parts);
        assert_eq!((dates.as_str(), problems[0].as_str()), (expected, problem), "{parts}");
    }
    for (end, expected, problems) in [
        ("{}", "2011-05", 0),
        ("null", "2011-05", 0),
        ("\"\"", "2011-05", 0),
        ("[]", "2011-05", 0),
        (r#"{"year": "2011", "month": "05"}"#, "2011-05", 0),
        (r#"{"year": "2011"}"#, "2011-05/2011", 0),
        (r#"{"year": "2010"}"#, "2011-05", 1),
        (r#"{"year": "2012", "month": "14"}"#, "2011-05", 1),
        ("\"2012-03\"", "2011-05/2012-03", 0),
    ] {
        let (dates, found) =
            date(&format!(r#""start_date": {{"year": "2011", "month": "5"}}, "end_date": {end}"#));
        assert_eq!((dates.as_str(), found.len()), (expected, problems), "{end}: {found:?}");
    }
}

#[test]
fn a_column_of_dates_may_hold_what_spreadsheets_write() {
    let read_date = |text: &str| {
        let sheet = format!("Headline,Start Date\nT,\"{text}\"\n");
        let (dossier, problems) = read(sheet.as_bytes()).unwrap();
        let dates = dossier.events.iter().map(|event| event.date.to_string());
        (dates.collect::<String>(), lines(&problems))
    };
    for (text, expected) in [
        ("2024-02-2X", "2024-02-2X"),
        ("2023-06/2023-12", "2023-06/2023-12"),
        ("12/25/2011", "2011-12-25"),
        ("25/12/2011", "2011-12-25"),
        ("1/1/2011", "2011-01-01"),
        ("12/2011", "2011-12"),
        ("2011/12/10", "2011-12-10"),
        ("10.12.2011", "2011-12-10"),
        ("2011-5-1", "2011-05-01"),
        ("20111210", "2011-12-10"),
        ("12/25/2011 14:30:00", "2011-12-25T14:30:00"),
        ("2011-12-10 07:02", "2011-12-10T07:02:00"),
        ("2011-12-10T07:02:10.000Z", "2011-12-10T07:02:10Z"),
        ("2011, 12, 10", "2011-12-10"),
        ("-500", "-0499"),
        ("-0500", "-0500"),
    ] {
        assert_eq!(read_date(text), (expected.to_owned(), Vec::new()), "{text}");
    }
    let ambiguous =
        ("2011-12-10".to_owned(), vec!["mended row 2, column B (Start Date)".to_owned()]);
    assert_eq!(read_date("12/10/2011"), ambiguous);
    for text in ["spring", "12/10/11", "2011-13-01", "1/2/3/4"] {
        let (dates, problems) = read_date(text);
        assert_eq!((dates.as_str(), problems.len()), ("", 1), "{text}: {problems:?}");
    }
}

#[test]
fn what_is_no_data_is_refused_and_says_what_it_is() {
    for (bytes, message) in [
        (&b"<!DOCTYPE html><title>404</title>"[..], "web page"),
        (b"  \n<html>", "web page"),
        (b"\xFF\xFEY\0e\0a\0r\0", "UTF-16"),
        (b"PK\x03\x04\x14", "workbook"),
        (b"", "nothing in it"),
        (b" \r\n ", "nothing in it"),
        (b"[{\"year\": 2011}]", "begins with {"),
        (b"just words", "neither JSON"),
        (b"name,colour\nA,red", "neither JSON"),
    ] {
        let problem = read(bytes).unwrap_err();
        assert_eq!(problem.severity, Severity::Fatal);
        assert!(problem.message.contains(message), "{problem}");
    }
}

#[test]
fn headers_may_be_in_any_order_and_spelling() {
    for header in [
        "HEADLINE;year",
        "headline\tYEAR",
        " Year , Head line",
        "Titre,Année",
        "\"Year\",\"Headline\"",
    ] {
        let separator = header.chars().find(|letter| ",;\t".contains(*letter)).unwrap();
        let first = header.to_lowercase().find("year").is_some_and(|at| at < 4);
        let cells = if first { ["1999", "T"] } else { ["T", "1999"] };
        let text = format!("{header}\r{}\r", cells.join(&separator.to_string()));
        let (dossier, problems) = read(text.as_bytes()).unwrap();
        assert_eq!(problems, [], "{header}");
        assert_eq!(dossier.events[0].date.to_string(), "1999", "{header}");
    }
}

#[test]
fn a_title_may_be_a_list_or_have_no_headline() {
    let title = |text: &str| {
        let (dossier, problems) = read(text.as_bytes()).unwrap();
        (dossier.title.text(Language::ENGLISH).to_owned(), lines(&problems))
    };
    let list = r#"{"title": [{"text": {"headline": "One"}}, {"text": {"headline": "Two"}}], "events": []}"#;
    assert_eq!(title(list), ("One".to_owned(), vec!["duplicate title[1]".to_owned()]));
    let bare = r#"{"title": {"text": {"text": "<p>Only words</p>"}}, "events": []}"#;
    assert_eq!(title(bare), ("Only words".to_owned(), vec!["mended title".to_owned()]));
    assert_eq!(title(r#"{"title": [], "events": []}"#), (String::new(), Vec::new()));
    assert_eq!(title(r#"{"title": {"fr": "Un", "en": "One"}}"#), ("One".to_owned(), Vec::new()));
}

#[test]
fn errors_cost_a_row_and_warnings_do_not() {
    let text = r#"{"events": [
        null, "a text", [], {},
        {"id": "a", "date": "2024", "title": "A", "media": {"caption": "No address"}, "sources": [3]},
        {"start_date": {"year": "1999"}, "text": [], "media": []},
        {"start_date": "2001-05", "text": "A text alone", "media": "https://pictures.example/a.jpg"}
    ]}"#;
    let (dossier, problems) = read(text.as_bytes()).unwrap();
    assert_eq!((dossier.events.len(), dropped(&problems)), (3, 4));
    assert_eq!(dossier.events[1].title.text(Language::ENGLISH), "1999");
    assert_eq!(dossier.events[2].title.text(Language::ENGLISH), "A text alone");
    assert_eq!(dossier.events[2].date.to_string(), "2001-05");
    assert!(dossier.events[2].media.is_some());
    let inside = r#"{"timeline": {"events": [{"start_date": {"year": "1999"}, "text": {"headline": "T"}}]}}"#;
    assert_eq!(read(inside.as_bytes()).unwrap().0.events.len(), 1);
}

#[test]
fn what_spreadsheet_programs_would_run_loses_its_apostrophe() {
    let (dossier, _) = read(b"Year,Headline\n1999,'=1+1\n2000,'tis\n").unwrap();
    let titles = dossier.events.iter().map(|event| event.title.text(Language::ENGLISH));
    assert_eq!(titles.collect::<Vec<_>>(), ["=1+1", "'tis"]);
}

#[test]
fn characters_that_are_none_are_reported_and_cost_no_row() {
    let (dossier, problems) =
        read(br#"{"events": [{"id": "a", "date": "2024", "title": "x\ud800y\u0000z"}]}"#).unwrap();
    assert_eq!(dossier.events[0].title.text(Language::ENGLISH), "x\u{FFFD}y\0z");
    assert_eq!(lines(&problems), ["encoding "]);
    assert_eq!(problems[0].column, 50);
    let (dossier, problems) = read(b"Year,Headline\n1999,caf\xE9 noir\n").unwrap();
    assert_eq!(dossier.events[0].title.text(Language::ENGLISH), "caf\u{FFFD} noir");
    assert_eq!(lines(&problems), ["encoding row 2"]);
    let (dossier, _) = read("Year,Headline\n1999,a\u{202E}b\n".as_bytes()).unwrap();
    assert_eq!(dossier.events[0].title.text(Language::ENGLISH), "a\u{202E}b");
}

#[test]
fn a_key_that_stands_twice_counts_once_and_is_reported() {
    let (dossier, problems) =
        read(br#"{"title": "A", "title": "B", "events": [{"id": "a", "id": "b", "date": "2024", "title": "T"}]}"#)
            .unwrap();
    assert_eq!(lines(&problems), ["unknown-key title", "unknown-key events[0].id"]);
    assert_eq!(dossier.title.text(Language::ENGLISH), "A");
    assert_eq!(dossier.events[0].id.as_str(), "a");
}

#[test]
fn deep_and_huge_things_are_refused_or_reported() {
    let deep = format!("{{\"events\": [{}", "[".repeat(1_000_000));
    assert!(read(deep.as_bytes()).unwrap_err().message.contains("64 deep"));
    let deep = format!("{{\"timeline\": {{\"date\": [{}", "{\"a\":".repeat(100_000));
    assert!(read(deep.as_bytes()).unwrap_err().message.contains("64 deep"));
    let number = "9".repeat(100_000);
    let (_, problems) = date(&format!(r#""start_date": {{"year": {number}}}"#));
    assert_eq!(problems, ["date events[0].start_date.year"]);
}

/// Cells with everything that makes CSV hard.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-z]{1,6}",
        "(1|-)?[0-9]{1,4}",
        "[a-z]{0,3}[,;\"\r\n\t ][a-z]{1,3}",
        "<b>[a-z]{1,4}</b>",
    ]
}

proptest! {
    #[test]
    fn no_bytes_make_a_table_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes);
        let _ = read(&[b"Year,Month,Day,Headline,Quote,Language\n", bytes.as_slice()].concat());
    }

    #[test]
    fn no_start_makes_a_slide_panic(text in "[-0-9.,/:eTZ ]{0,16}", part in 0..3_u8) {
        let text = match part {
            0 => format!(r#"{{"timeline": {{"date": [{{"startDate": "{text}", "headline": "T"}}]}}}}"#),
            1 => format!(r#"{{"events": [{{"start_date": {{"year": "{text}", "month": "1"}}}}]}}"#),
            _ => format!("Date,Time,Headline\n\"{text}\",\"{text}\",T\n"),
        };
        let (dossier, problems) = read(text.as_bytes()).unwrap();
        prop_assert_eq!(dossier.events.len() + dropped(&problems), 1);
    }

    #[test]
    fn rows_of_a_sheet_are_shown_or_reported(rows in prop::collection::vec(prop::collection::vec(cell(), 9), 0..12)) {
        let mut sheet = "Year,Month,Day,Headline,Text,Media,Group,Quote,Speaker\n".to_owned();
        let mut filled = 0;
        for row in &rows {
            let cells: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            sheet.push_str(&cells.join(","));
            sheet.push('\n');
            filled += usize::from(row.iter().any(|cell| !cell.trim().is_empty()));
        }
        let (dossier, problems) = read(sheet.as_bytes()).unwrap();
        // A quote with a headline is an event too, which a row before it may have told.
        let of_quotes: BTreeSet<&Id> = dossier.quotes.iter().flat_map(|quote| &quote.event).collect();
        let (shown, most) = (filled - dropped(&problems), dossier.quotes.len() + dossier.events.len());
        prop_assert!((most - of_quotes.len()..=most).contains(&shown), "{shown} of {most}");
        prop_assert_eq!(unaccounted(&sheet), Vec::<String>::new());
    }
}

#[test]
fn quotation_marks_around_a_whole_quote_are_not_part_of_it() {
    let sheet = "Quote,Translation\n«\u{202F}Nous replanterons.\u{202F}»,“We shall plant again.”\n\
                 « Oui » ou « non »,\"\"\"Yes\"\" or \"\"no\"\"\"\n";
    let (dossier, _) = read(sheet.as_bytes()).unwrap();
    let said: Vec<_> = dossier
        .quotes
        .iter()
        .map(|quote| &quote.readings[0])
        .map(|own| (own.text.plain(), own.translations[0].text.plain()))
        .collect();
    let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
    assert_eq!(
        said,
        [
            pair("Nous replanterons.", "We shall plant again."),
            pair("« Oui » ou « non »", "\"Yes\" or \"no\""),
        ]
    );
}

#[test]
fn slides_are_events() {
    let text = r#"{"timeline": {"scale": "cosmological", "slides": [
        {"start_date": {"year": "-13798000000"}, "text": {"headline": "Light"}}
    ]}}"#;
    let (dossier, _) = read(text.as_bytes()).unwrap();
    assert_eq!(dossier.events[0].date.to_string(), "Y-13797999999");
}
