//! Anyone's dossier: what is wrong in it is named by its place, and nothing else is lost.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what is wrong"
)]

use proptest::prelude::*;
use quote_timeline::dossier::{Code, Language, Piece, Problem, Reader, Severity, Status, read};

/// The problems of a text that can be read, each as "code path line:column".
fn problems(text: &str) -> Vec<String> {
    let (_, problems) = read(text.as_bytes()).unwrap();
    let line = |problem: &Problem| {
        let Problem { code, path, line, column, .. } = problem;
        format!("{} {path} {line}:{column}", code.as_str())
    };
    problems.iter().map(line).collect()
}

#[test]
fn a_bad_row_is_dropped_alone_and_named_by_its_place() {
    let text = r#"{
  "events": [
    {"id": "one", "date": "2024-02-30", "title": "Never"},
    {"id": "two", "date": "2024-02", "title": {"fr": "Février", "en": "February"}},
    {"id": "two", "date": "2024-03", "title": "Again"},
    {"id": "four", "title": "When?"}
  ]
}"#;
    assert_eq!(
        problems(text),
        ["date events[0].date 3:27", "duplicate events[2].id 5:12", "missing events[3] 6:5"]
    );
    let (dossier, all) = read(text.as_bytes()).unwrap();
    assert!(all.iter().all(|problem| problem.severity == Severity::Error));
    assert_eq!(dossier.events.len(), 1);
    assert_eq!(dossier.events[0].title.text(Language::ENGLISH), "February");
}

#[test]
fn a_problem_says_what_would_be_right() {
    let (_, problems) =
        read(br#"{"entities": [{"id": "a", "name": "A", "kind": "robot"}]}"#).unwrap();
    assert!(problems[0].message.contains("“robot” is not known here"), "{}", problems[0]);
    assert!(problems[0].message.contains("person organisation outlet"), "{}", problems[0]);
    assert_eq!(problems[0].severity, Severity::Warning);
}

#[test]
fn unknown_keys_are_reported_and_the_row_is_kept() {
    let text =
        r#"{"events": [{"id": "a", "date": "2024", "title": "A", "colour": "red"}], "extra": 1}"#;
    assert_eq!(problems(text), ["unknown-key events[0].colour 1:65", "unknown-key extra 1:83"]);
    assert_eq!(read(text.as_bytes()).unwrap().0.events.len(), 1);
}

#[test]
fn references_may_look_forward_but_must_lead_somewhere() {
    let text = r#"{
"quotes": [{"id": "q", "speaker": "nobody", "event": "e", "entities": ["e", "x"],
  "readings": [{"article": "later", "text": "Oui"}]}],
"events": [{"id": "e", "date": "2024", "title": "E"}],
"articles": [{"id": "later", "language": "fr"}],
"entities": [{"id": "x", "name": "X"}]}"#;
    assert_eq!(
        problems(text),
        ["reference quotes[0].speaker 2:35", "reference quotes[0].entities[0] 2:72"]
    );
    let (dossier, _) = read(text.as_bytes()).unwrap();
    let quote = &dossier.quotes[0];
    assert_eq!(quote.speaker, None);
    assert_eq!(quote.entities.len(), 1);
    assert_eq!(quote.readings[0].article.as_ref().unwrap().as_str(), "later");
}

#[test]
fn the_identifier_of_a_dropped_row_names_nothing() {
    let text = r#"{
        "events": [{"id": "e", "date": "2024-13", "title": "T"}],
        "entities": [{"id": "p"}, {"id": "p", "name": "P"}],
        "quotes": [{"id": "q", "event": "e", "speaker": "p", "readings": [{"text": "T"}]}]
    }"#;
    let (dossier, _) = read(text.as_bytes()).unwrap();
    assert_eq!(dossier.quotes[0].event, None);
    assert_eq!(dossier.quotes[0].speaker.as_ref(), Some(&dossier.entities[0].id));
    assert_eq!(
        problems(text),
        ["date events[0].date 2:40", "missing entities[0] 3:22", "reference quotes[0].event 4:41"]
    );
}

#[test]
fn slices_do_not_change_the_order_of_problems() {
    let sheet = b"Year,Month,Headline\n2024,\xFF,A\n\xFF,2,B\n";
    let mut reader = Reader::new();
    for slice in sheet.chunks(3) {
        reader.push(slice).unwrap();
    }
    assert_eq!(reader.finish().unwrap(), read(sheet).unwrap());
}

#[test]
fn slices_do_not_change_what_a_file_is_taken_for() {
    for start in [&b"a\0b\0"[..], b"\0{", b"PK\x03\x04", b"{", b"\xEF\xBB\xBF{}", b"\xFF\xFE{"] {
        let mut reader = Reader::new();
        let pushed = start.chunks(1).try_for_each(|slice| reader.push(slice));
        assert_eq!(pushed.and_then(|()| reader.finish()), read(start), "{start:?}");
    }
}

#[test]
fn readings_keep_their_words_to_the_letter() {
    let text = r#"{"articles": [{"id": "a", "language": "fr"}], "quotes": [{"id": "q", "readings": [
        {"article": "a", "status": "truncated", "text": ["«pas pas» ", {"outside": ""}, "l’été\u00a0!"],
         "translations": [{"language": "en", "text": "no"}]}]}]}"#;
    let (dossier, problems) = read(text.as_bytes()).unwrap();
    assert_eq!(problems, []);
    let reading = &dossier.quotes[0].readings[0];
    assert_eq!((reading.status, reading.language), (Status::Truncated, Language::FRENCH));
    assert_eq!(reading.text.0[0], Piece::Words("«pas pas» ".into()));
    assert_eq!(reading.text.0[2], Piece::Words("l’été\u{a0}!".into()));
}

#[test]
fn segments_that_do_not_fit_are_reported_and_left_out() {
    let text = r#"{"quotes": [{"id": "q", "readings": [{"text": ["a", "b"],
        "translations": [{"language": "en", "text": ["c"], "segments": "0-0 1-7"}]}]}]}"#;
    assert_eq!(problems(text), ["segments quotes[0].readings[0].translations[0] 2:26"]);
}

#[test]
fn text_that_is_no_json_stops_the_load_and_says_where() {
    let problem = read(b"{\n  \"events\": [\n    {\"id\" \"a\"}\n").unwrap_err();
    assert_eq!((problem.code, problem.line), (Code::Syntax, 3));
    assert_eq!(read(b"[1, 2]").unwrap_err().code, Code::Format);
    assert!(read(b"{\"events\": [").unwrap_err().message.contains("ends before"));
    let deep = "[".repeat(100_000);
    assert!(read(deep.as_bytes()).is_err());
    assert!(read(format!("{{\"a\": {deep}").as_bytes()).is_err());
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn slices_make_no_difference(cuts in proptest::collection::vec(0usize..96_000, 0..12)) {
        let bytes = include_bytes!("../data/affair.json");
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(bytes.len())).collect();
        cuts.extend([0, bytes.len()]);
        cuts.sort_unstable();
        let mut reader = Reader::new();
        for pair in cuts.windows(2) {
            reader.push(&bytes[pair[0]..pair[1]]).unwrap();
        }
        prop_assert_eq!(reader.finish().unwrap(), read(bytes).unwrap());
    }

    #[test]
    fn what_was_read_is_what_is_there_and_what_is_reported(broken in proptest::collection::vec(any::<bool>(), 0..40)) {
        let rows: Vec<String> = broken.iter().enumerate().map(|(number, broken)| {
            let date = if *broken { "2024-99" } else { "2024-09" };
            format!(r#"{{"id": "e{number}", "date": "{date}", "title": "T"}}"#)
        }).collect();
        let text = format!(r#"{{"events": [{}]}}"#, rows.join(",\n"));
        let (dossier, problems) = read(text.as_bytes()).unwrap();
        let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        prop_assert_eq!(dossier.events.len() + errors, broken.len());
    }
}

#[test]
fn what_is_never_shown_of_a_text_is_reported_and_the_text_is_kept() {
    let text = r#"{"text": "<p onclick='x()'>Intro<script>x()</script></p>", "events": [
  {"id": "a", "date": "2024", "title": "A",
   "text": {"en": "<b>b</b>", "fr": "<form><a href='javascript:x()'>b</a></form>"},
   "media": {"url": "data:image/png;base64,AA", "caption": "<iframe src=x></iframe>"}},
  {"id": "b", "date": "2024", "title": "B", "media": {"url": "<blockquote>b</blockquote><script></script>"}},
  {"id": "c", "date": "2024", "title": "C", "media": {"url": "<iframe src='https://a.org'></iframe>"}}
]}"#;
    assert_eq!(
        problems(text),
        [
            "markup text 1:10",
            "markup events[0].text 3:12",
            "not-carried events[0].media.url 4:21",
            "markup events[0].media.caption 4:60",
            "markup events[1].media.url 5:62"
        ]
    );
    let (dossier, all) = read(text.as_bytes()).unwrap();
    assert_eq!(dossier.events.len(), 3);
    assert!(all.iter().all(|problem| problem.severity == Severity::Warning));
    assert!(all[1].message.contains("<form>, <a href=\"javascript:…\">"), "{}", all[1]);
    assert!(dossier.text.text(Language::ENGLISH).contains("<script>"), "it is kept as it is");
}
