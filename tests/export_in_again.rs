//! What came from the formats of others goes back to them and comes in again the same.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test may stop"
)]

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use quote_timeline::dossier::{Dossier, read};
use quote_timeline::export::{Format, write};
use serde_json::{Map, Value, json};

fn dossier(text: &str) -> Dossier {
    read(text.as_bytes()).unwrap().0
}

fn again(own: &Dossier) -> Dossier {
    dossier(&write(own, Format::TimelineJs).text)
}

#[test]
fn a_timeline_as_people_write_them_comes_in_again_the_same() {
    let own = dossier(
        &json!({
            "scale": "human",
            "title": {
                "text": {"headline": "Women &amp; <i>Computing</i>", "text": "<p>An \"introduction\"</p>"},
                "media": {"url": "https://example.org/a.jpg", "caption": "<b>A</b>", "credit": "AP", "alt": "a", "link": "https://example.org/"}
            },
            "events": [
                {"start_date": {"year": "-100"}, "text": {"headline": "AT&T", "text": ""}, "unique_id": "Some Id / 1"},
                {"start_date": {"year": 2011, "month": "12", "day": "10", "hour": "0", "minute": "0", "second": "0"},
                 "end_date": {"year": "", "month": ""}, "text": {"headline": "x &lt; y", "text": "<p>Text &amp; more</p>"}, "group": "R&D"},
                {"start_date": {"year": "2012", "month": "1"}, "end_date": {"year": "2012", "month": "3", "day": ""},
                 "display_date": "early &lt;2012&gt;", "text": {"headline": "Long", "text": "t"}, "group": "Other"},
                {"start_date": {"year": "2013", "day": "5"}, "text": {"headline": "A day of some month"}},
                {"start_date": {"year": "2014", "month": 5, "day": 1, "hour": 14, "minute": 30}, "text": {"text": "No headline, <b>only</b> text"}},
                {"start_date": {"year": "2015"}, "media": {"url": "https://www.youtube.com/watch?v=1", "thumbnail": "https://example.org/t.png"}, "group": "R&D"}
            ],
            "eras": [
                {"start_date": {"year": "2010"}, "end_date": {"year": "2012"}, "text": {"headline": "Era", "text": "with &amp; words"}},
                {"start_date": {"year": "2013", "month": "2"}, "end_date": {"year": "2013", "month": "2"}, "text": {"headline": "Short"}}
            ]
        })
        .to_string(),
    );
    assert_eq!((own.events.len(), own.eras.len()), (6, 2));
    assert_eq!(again(&own), own);
    let lost = write(&own, Format::TimelineJs).lost;
    assert_eq!(lost, []);
}

#[test]
fn cosmological_years_come_in_again_the_same() {
    let own = dossier(
        r#"{"scale": "cosmological", "events": [
            {"start_date": {"year": "-13800000000"}, "end_date": {"year": "-13700000000"}, "text": {"headline": "The universe"}},
            {"start_date": {"year": -66000000}, "text": {"headline": "The dinosaurs"}}]}"#,
    );
    assert_eq!(own.events.len(), 2);
    assert_eq!(again(&own), own);
}

#[test]
fn a_spreadsheet_comes_in_again_with_its_events_and_quotes() {
    let own = dossier(
        "Year,Month,Day,Headline,Text,Group,Speaker,Quote,Language,Translation,Translation Language,Outlet,Address,Quote ID\r\n\
         -44,3,15,\"Caesar, stabbed\",<b>Rome</b>,War,Caesar,\"Et tu, \"\"Brute\"\"?\",la,\"You too, Brutus?\",en,Suetonius,https://example.org/1,et-tu\r\n\
         -44,3,15,\"Caesar, stabbed\",,,Caesar,Kai su teknon,grc,,,Dio,https://example.org/2,et-tu\r\n\
         2024,,,Later,,,,,,,,,,\r\n",
    );
    assert_eq!((own.events.len(), own.quotes.len(), own.quotes[0].readings.len()), (2, 1, 2));
    let back = dossier(&write(&own, Format::Csv).text);
    assert_eq!(back.events, own.events);
    assert_eq!(back.quotes, own.quotes);
    assert_eq!(back.articles, own.articles);
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zé &;<>/\"'#xlt0-9]{0,14}",
        "\\PC{0,8}",
        Just("a &amp; &lt;b> <i>c</i>".to_owned())
    ]
}

fn some(fields: Vec<(&'static str, BoxedStrategy<Value>)>) -> BoxedStrategy<Value> {
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

fn number(numbers: std::ops::Range<i32>) -> BoxedStrategy<Value> {
    prop_oneof![
        numbers.clone().prop_map(Value::from),
        numbers.prop_map(|number| number.to_string().into())
    ]
    .boxed()
}

fn date() -> BoxedStrategy<Value> {
    let date = some(vec![
        ("month", number(0..14)),
        ("day", number(0..33)),
        ("hour", number(0..25)),
        ("minute", number(0..61)),
        ("second", number(0..61)),
    ]);
    (date, number(-500_000..500_000), number(-10..2030))
        .prop_map(|(mut date, far, near)| {
            date["year"] = if date["month"].is_null() { far } else { near };
            date
        })
        .boxed()
}

fn slide() -> BoxedStrategy<Value> {
    let text = some(vec![
        ("headline", words().prop_map(Value::from).boxed()),
        ("text", words().prop_map(Value::from).boxed()),
    ]);
    let media = some(
        ["url", "caption", "credit", "thumbnail", "alt", "link"]
            .map(|key| (key, words().prop_map(Value::from).boxed()))
            .to_vec(),
    );
    let slide = some(vec![
        ("end_date", date()),
        ("text", text),
        ("media", media),
        ("group", words().prop_map(Value::from).boxed()),
        ("display_date", words().prop_map(Value::from).boxed()),
        ("unique_id", words().prop_map(Value::from).boxed()),
    ]);
    (slide, date())
        .prop_map(|(mut slide, date)| {
            slide["start_date"] = date;
            slide
        })
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_timeline_comes_in_again_the_same(mut title in slide(), events in vec(slide(), 1..5), eras in vec(slide(), 0..3)) {
        // A slide is known by its text.
        title["text"]["headline"] = "Title".into();
        let own = dossier(&json!({"title": title, "events": events, "eras": eras}).to_string());
        prop_assert_eq!(again(&own), own);
    }
}
