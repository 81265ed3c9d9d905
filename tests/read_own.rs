//! The project's own JSON read by itself: the same as by what reads everything; the rest is left to that.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use proptest::prelude::*;
use quote_timeline::dossier::{Dossier, OwnReader, Problem, read, read_own};
use quote_timeline::export::exchange::{read_foreign, write_foreign};
use quote_timeline::export::{Format, own, write};

fn data(path: &str) -> Vec<u8> {
    std::fs::read(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn own_json_is_read_the_same_with_the_same_problems() {
    let texts = [
        data("data/affair.json"),
        data("tests/data/everything.json"),
        data("www/hosts/bridge.json"),
        b"\xEF\xBB\xBF \n{}".to_vec(),
        br#"{"title": ["One", "Two"], "scale": "human", "events": [1, {"id": "a", "title": "A"}]}"#.to_vec(),
        br#"{"timeline": {"events": [{"id": "a", "date": "1999", "title": "A"}]}, "background": ""}"#.to_vec(),
        b"{\"title\": \"\xFF\", \"odd\": [1]}".to_vec(),
    ];
    for text in texts {
        assert_eq!(read_own(&text).unwrap().unwrap(), read(&text).unwrap());
    }
}

#[test]
fn what_is_no_json_is_refused_the_same() {
    for text in ["{", "[1, 2]", "{\"title\": oops}", "{} {}"] {
        assert_eq!(read_own(text.as_bytes()).unwrap_err(), read(text.as_bytes()).unwrap_err());
    }
}

#[test]
fn any_sign_of_another_form_leaves_the_text_to_what_reads_everything() {
    for path in ["timelinejs.json", "timelinejs-old.jsonp", "timeline.csv", "quotes.csv"]
        .map(|name| format!("tests/data/{name}"))
    {
        assert_eq!(read_own(&data(&path)), Ok(None), "{path}");
    }
    for text in [
        "",
        "Year,Headline\n1999,One\n",
        "<!DOCTYPE html>",
        r#"story = {"timeline": {}}"#,
        r#"{"title": {"text": {"headline": "A"}}}"#,
        r#"{"title": [{"text": {"headline": "A"}}]}"#,
        r#"{"events": [{"start_date": {"year": "1999"}}]}"#,
        r#"{"eras": [{"start_date": {"year": "1999"}}]}"#,
        r#"{"timeline": {"headline": "A"}}"#,
        r#"{"timeline": {"date": [{"startDate": "1999"}]}}"#,
        r#"{"timeline": {"era": [{"startDate": "1999"}]}}"#,
        // Though it is broken further down: what reads the rest says so.
        r#"{"events": [{"start_date": {}}], oops"#,
    ] {
        assert_eq!(read_own(text.as_bytes()), Ok(None), "{text}");
    }
}

/// The answer as JSON.
fn parsed(answer: &str) -> serde_json::Value {
    serde_json::from_str(answer).unwrap()
}

#[test]
fn another_form_comes_back_as_own_json_with_its_problems() {
    for path in ["tests/data/timelinejs.json", "tests/data/quotes.csv", "data/affair.json"] {
        let text = String::from_utf8(data(path)).unwrap();
        let (dossier, problems) = read(text.as_bytes()).unwrap();
        let answer = parsed(&read_foreign(&text));
        let again = answer["dossier"].as_str().unwrap();
        assert_eq!(again, own(&dossier), "{path}");
        assert_eq!(read_own(again.as_bytes()).unwrap().unwrap().0, dossier, "{path}");
        assert_eq!(answer["problems"], serde_json::to_value(&problems).unwrap());
    }
    let sheet = "Year,Headline\n1999,A\n1999x,B\n";
    assert_eq!(parsed(&read_foreign(sheet))["dropped"], 1);
    let refused = parsed(&read_foreign("PK\u{3}"));
    assert_eq!(
        (&refused["dossier"], refused["problems"][0]["code"].as_str()),
        (&serde_json::Value::Null, Some("format"))
    );
}

#[test]
fn every_format_is_written_from_own_json_as_from_the_dossier() {
    let text = String::from_utf8(data("data/affair.json")).unwrap();
    let (dossier, _) = read(text.as_bytes()).unwrap();
    for (name, format) in Format::ALL {
        let export = write(&dossier, format);
        let answer = parsed(&write_foreign(&own(&dossier), name));
        assert_eq!(answer["text"], export.text, "{name}");
        assert_eq!(answer["lost"], serde_json::to_value(&export.lost).unwrap(), "{name}");
    }
    assert_eq!(parsed(&write_foreign("{}", "docx")), serde_json::json!({}));
}

/// What is read of a text that arrives in slices of these lengths, over and over.
fn in_slices(text: &[u8], lengths: &[usize]) -> Result<Option<(Dossier, Vec<Problem>)>, Problem> {
    let mut reader = OwnReader::new();
    let mut rest = text;
    for length in lengths.iter().cycle() {
        if rest.is_empty() {
            break;
        }
        let (slice, after) = rest.split_at((*length).min(rest.len()));
        rest = after;
        if !reader.push(slice)? {
            return Ok(None);
        }
    }
    reader.finish()
}

/// Keys in an unusual order: what refers comes before what it refers to, and some leads nowhere.
const BACKWARDS: &str = r#"{"quotes": [{"id": "q", "event": "a", "speaker": "gone", "readings": [
    {"article": "late", "text": "é\u00e9\uD83D\uDE00"}, {"article": "a", "language": "fr", "text": 1}]}],
    "events": [{"id": "a", "date": "1999", "title": "A", "entities": ["e", "a"], "odd": 1},
    {"id": "a", "date": "1999-13", "title": "Twice"}], "figures": [{"title": "F", "event": "b"}],
    "entities": [{"id": "e", "name": {"fr": "É", "n o": "E"}}], "title": "Last", "languages": ["fr", 2],
    "articles": [{"id": "late", "language": "fr"}]}"#;

proptest! {
    #[test]
    fn a_dossier_is_the_same_however_it_is_cut(
        which in 0_usize..8,
        lengths in prop::collection::vec(1_usize..300, 1..6),
    ) {
        let text = match which {
            0 => data("data/affair.json"),
            1 => data("tests/data/everything.json"),
            2 => data("tests/data/timelinejs.json"),
            3 => data("tests/data/quotes.csv"),
            4 => b"\xEF\xBB\xBF \n{\"title\": \"\xFF\xC3\xA9\"}".to_vec(),
            5 => b"{\"events\": [{\"id\": \"a\"}], oops".to_vec(),
            6 => b" \n".to_vec(),
            _ => BACKWARDS.as_bytes().to_vec(),
        };
        prop_assert_eq!(in_slices(&text, &lengths), read_own(&text));
    }
}

#[test]
fn what_comes_late_is_found_and_what_is_missing_is_told() {
    let whole = in_slices(BACKWARDS.as_bytes(), &[1]).unwrap().unwrap();
    assert_eq!(whole, read(BACKWARDS.as_bytes()).unwrap());
    let (dossier, problems) = whole;
    let quote = &dossier.quotes[0];
    assert_eq!((&quote.event, &quote.speaker), (&Some("a".into()), &None));
    assert_eq!(quote.readings[0].article, Some("late".into()));
    let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    for path in ["quotes[0].speaker", "quotes[0].readings[1].article", "figures[0].event"] {
        assert!(paths.contains(&path), "{path}: {paths:?}");
    }
}
