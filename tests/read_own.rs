//! The project's own JSON read by itself: the same as by what reads everything; the rest is left to that.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use quote_timeline::dossier::{read, read_own};
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
