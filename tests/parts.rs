//! A dossier in parts, read as a reader looks about.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may stop at what is wrong"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use proptest::prelude::*;
use quote_timeline::dossier::{Dossier, Kind, Target, read};
use quote_timeline::parts::Parts;
use quote_timeline::state::{Build, Message, State};
use quote_timeline::timeline::{LayoutOptions, Scale, Window, layout};

const DAY: i64 = 86_400;
const WIDTH: i32 = 1_000;
const DAYS: i64 = 4_000;

/// Files by address: a root, so many branches with so many leaves each, every leaf with its own days.
fn files(branches: usize, leaves: usize, rows: usize) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let (mut top, mut day) = (String::new(), 0_i64);
    let each = DAYS / i64::try_from(branches * leaves).unwrap();
    for branch in 0..branches {
        let (mut inner, first) = (String::new(), day);
        for leaf in 0..leaves {
            let mut events = String::new();
            for row in 0..rows {
                let at =
                    date(day + each * i64::try_from(row).unwrap() / i64::try_from(rows).unwrap());
                let comma = if row > 0 { "," } else { "" };
                write!(
                    events,
                    r#"{comma}{{"id": "e-{branch}-{leaf}-{row}", "date": "{at}", "title": "T"}}"#
                )
                .unwrap();
            }
            files.insert(format!("b/{branch}/{leaf}.json"), format!(r#"{{"events": [{events}]}}"#));
            let (from, to) = (date(day), date(day + each - 1));
            let comma = if leaf > 0 { "," } else { "" };
            write!(inner, r#"{comma}{{"src": "{branch}/{leaf}.json", "start": "{from}", "end": "{to}", "events": {rows}}}"#)
                .unwrap();
            day += each;
        }
        files.insert(format!("b/{branch}.json"), format!(r#"{{"parts": [{inner}]}}"#));
        let (from, to) = (date(first), date(day - 1));
        let comma = if branch > 0 { "," } else { "" };
        let half = rows * leaves / 2;
        write!(top, r#"{comma}{{"src": "b/{branch}.json", "start": "{from}", "end": "{to}", "events": [{half}, {}]}}"#, rows * leaves - half)
            .unwrap();
    }
    files.insert(String::new(), format!(r#"{{"parts": [{top}]}}"#));
    files
}

/// Days since 1970 as a date; each month has 28 days here.
fn date(day: i64) -> String {
    format!("{}-{:02}-{:02}", 1970 + day / 336, day / 28 % 12 + 1, day % 28 + 1)
}

fn parsed(text: &str) -> Dossier {
    let (dossier, problems) = read(text.as_bytes()).unwrap();
    assert!(problems.is_empty(), "{problems:?}");
    dossier
}

fn unread(parts: &Parts) -> usize {
    parts.unread()[0].iter().map(|own| own.count).sum()
}

fn look(from: i64, days: i64) -> Scale {
    Scale::new(Window::new(from * DAY, (from + days) * DAY), WIDTH)
}

/// Reads all that a view needs; gives how many files that were.
fn settle(parts: &mut Parts, files: &BTreeMap<String, String>, scale: Scale) -> usize {
    let mut fetched = 0;
    loop {
        let wanted = parts.wanted(scale);
        if wanted.is_empty() {
            return fetched;
        }
        for address in wanted {
            parts.take(&address, parsed(&files[&address]));
            fetched += 1;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn what_is_read_and_what_is_counted_are_always_the_whole(
        (branches, leaves, rows) in (1_usize..8, 1_usize..6, 1_usize..30),
        looks in prop::collection::vec((0_i64..DAYS, 2_i64..DAYS), 1..6),
    ) {
        let files = files(branches, leaves, rows);
        let mut parts = Parts::new(parsed(&files[""]));
        for (from, days) in looks {
            settle(&mut parts, &files, look(from, days));
            let dossier = parts.dossier();
            prop_assert_eq!(dossier.events.len() + unread(&parts), branches * leaves * rows);
            // Labels and clusters together are all there is, wherever it is drawn.
            let state = Build::new(dossier).with_unread(parts.unread()).finish(WIDTH);
            let options = LayoutOptions {
                lanes: 5,
                ongoing_lanes: 1,
                gap_px: 8,
                label_px: &|_| 90,
                selected: None,
            };
            let all = layout(state.events().index(), state.scale(), &options);
            let counted: usize = all.clusters.iter().map(|own| own.count).sum();
            prop_assert_eq!(counted + all.labels.len(), branches * leaves * rows);
            prop_assert_eq!(state.events().size(), branches * leaves * rows);
        }
    }
}

#[test]
fn a_view_fetches_what_it_needs_and_no_more() {
    let files = files(20, 20, 10);
    let mut parts = Parts::new(parsed(&files[""]));
    assert_eq!(
        settle(&mut parts, &files, look(0, DAYS)),
        0,
        "twenty parts would be too narrow to read"
    );
    let fetched = settle(&mut parts, &files, look(1_000, 60));
    assert!((7..=30).contains(&fetched), "{fetched} files");
    assert_eq!(settle(&mut parts, &files, look(1_000, 60)), 0, "nothing is read twice");
}

#[test]
fn what_could_not_be_read_is_wanted_again_once_it_was_out_of_sight() {
    let files = files(4, 1, 10);
    let mut parts = Parts::new(parsed(&files[""]));
    let wanted = parts.wanted(look(100, 300));
    assert_eq!(wanted[0], "b/0.json");
    parts.fail("b/0.json");
    assert!(parts.has_failed());
    assert!(!parts.wanted(look(100, 300)).contains(&"b/0.json".to_owned()));
    parts.wanted(look(3_500, 300));
    assert!(parts.wanted(look(100, 300)).contains(&"b/0.json".to_owned()));
}

#[test]
fn the_cache_is_bounded_and_keeps_what_the_reader_holds_on_to() {
    let files = files(40, 1, 1_000);
    let mut parts = Parts::new(parsed(&files[""]));
    let kept = "e-0-0-500";
    for from in 0..39 {
        settle(&mut parts, &files, look(from * 100, 100));
        parts.give_up(&|own| own.events.iter().any(|event| event.id.as_str() == kept));
    }
    let dossier = parts.dossier();
    assert!(dossier.events.len() <= 15_000, "{} rows", dossier.events.len());
    assert!(dossier.events.iter().any(|event| event.id.as_str() == kept));
    assert_eq!(dossier.events.len() + unread(&parts), 40_000);
}

#[test]
fn a_choice_and_a_filter_survive_rows_that_get_other_numbers() {
    let quote = |id: &str, by: &str| {
        format!(
            r#"{{"id": "{id}", "date": "2024-02-01", "speaker": "{by}", "readings": [{{"language": "en", "text": "Words"}}]}}"#
        )
    };
    let entity = |id: &str| format!(r#"{{"id": "{id}", "name": "{id}"}}"#);
    let text = |one: &str, other: &str| {
        let (first, second) =
            (quote(&format!("q-{one}"), one), quote(&format!("q-{other}"), other));
        format!(
            r#"{{"entities": [{}, {}], "quotes": [{first}, {second}]}}"#,
            entity(one),
            entity(other)
        )
    };
    let mut before = State::new(parsed(&text("ann", "bob")), WIDTH);
    before.update(Message::Speaker(Some(1)));
    before.update(Message::Select(Some(Target { kind: Kind::Quote, number: 1 })));
    let mut after = State::new(parsed(&text("bob", "cid")), WIDTH);
    after.resume(before);
    assert_eq!(after.filter().speaker, Some(0));
    assert_eq!(after.selected(), Some(Target { kind: Kind::Quote, number: 0 }));
    assert_eq!(after.listed(), [0]);
}

#[test]
fn parts_that_are_wrong_are_reported_where_they_stand() {
    let text = r#"{"parts": [{"start": "2024", "end": "2024"}, {"src": "a.json", "start": "2024"},
        {"src": "b.json", "start": "2024", "end": "2025", "events": "many"}]}"#;
    let (dossier, problems) = read(text.as_bytes()).unwrap();
    assert_eq!(dossier.parts.len(), 1);
    let told: Vec<(&str, u32)> = problems.iter().map(|own| (own.path.as_str(), own.line)).collect();
    assert_eq!(told, [("parts[0]", 1), ("parts[1]", 1), ("parts[2].events", 2)]);
    assert!(problems[0].message.contains("“src” is missing"), "{}", problems[0].message);
    assert!(problems[2].message.contains("a whole number"), "{}", problems[2].message);
}
