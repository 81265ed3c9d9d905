//! The command `tile`, started as a user does: every row is in one file, and counted where it is not.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at what is wrong"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use proptest::prelude::*;
use quote_timeline::dossier::{Code, Dossier, Severity, read, read_part};
use quote_timeline::edtf::Edtf;

/// A folder that is gone after the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path =
            std::env::temp_dir().join(format!("quote-timeline-tile-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What `tile` says to the standard output and error, and its exit status.
fn tile(folder: &Folder, words: &[&str], input: &str) -> (String, String, Option<i32>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_quote-timeline"))
        .args(["tile", "-", "--output"])
        .arg(&folder.0)
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    let ran = child.wait_with_output().expect("it ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (text(ran.stdout), text(ran.stderr), ran.status.code())
}

/// A part and its name from the root.
fn part(folder: &Path, name: &str) -> Dossier {
    let text = fs::read(folder.join(name)).expect(name);
    let (dossier, problems) = read_part(&text).expect(name);
    assert!(problems.iter().all(|own| own.code == Code::Reference), "{name}: {problems:?}");
    dossier
}

/// All rows under a part by identifier, with the file each is in; checks what its parents say of it.
fn walk(folder: &Path, name: &str, found: &mut BTreeMap<String, String>) -> [usize; 2] {
    let dossier = part(folder, name);
    let ids =
        dossier.events.iter().map(|own| &own.id).chain(dossier.quotes.iter().map(|own| &own.id));
    for id in ids {
        let before = found.insert(id.as_str().to_owned(), name.to_owned());
        assert_eq!(before, None, "{} is in two files", id.as_str());
    }
    let mut sums = [dossier.events.len(), dossier.quotes.len()];
    for child in &dossier.parts {
        let beside = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = if beside.is_empty() {
            child.src.to_string()
        } else {
            child.src.trim_start_matches("../").to_owned()
        };
        let below = walk(folder, &path, found);
        for (sum, (own, counted)) in
            sums.iter_mut().zip(below.iter().zip([&child.events, &child.quotes]))
        {
            assert_eq!(*own, counted.iter().map(|count| *count as usize).sum::<usize>(), "{path}");
            *sum += own;
        }
        // Everything in it lies in the time that it is said to cover.
        let (start, end) = (bounds(&child.start).0, bounds(&child.end).1);
        for event in part(folder, &path).events {
            let (earliest, latest) = bounds(&event.date);
            assert!(start <= earliest && latest <= end, "{path}: {}", event.date);
        }
    }
    sums
}

fn bounds(date: &Edtf) -> (i64, i64) {
    let bounds = date.bounds();
    let (earliest, latest) = (bounds.earliest.seconds(), bounds.latest.seconds());
    (earliest.or(latest).unwrap_or(0), latest.or(earliest).unwrap_or(0))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn every_row_is_in_one_file_and_counted_above_it(
        dates in prop::collection::vec((0_u32..400, 0_u32..9), 1..900),
        rows in 64_usize..200,
    ) {
        let mut input = String::new();
        for (number, (day, kind)) in dates.iter().enumerate() {
            let (year, month, day) = (1990 + day / 336, day / 28 % 12 + 1, day % 28 + 1);
            let date = match kind {
                0 => format!("{year}-{month:02}"),
                1 => format!("{year}-{month:02}-{day:02}/{}-01", year + 3),
                2 => format!("-{year}-{month:02}-{day:02}"),
                3 => format!("{year}-{month:02}-{day:02}/.."),
                4 => format!("{year}-{month:02}-{day:02}T10:20:30Z"),
                5 => format!("/{year}-{month:02}-{day:02}"),
                6 => ["Y-13799999999", "Y9E17", "Y-9E17", "../.."][number % 4].to_owned(),
                _ => format!("{year}-{month:02}-{day:02}"),
            };
            if kind % 2 == 0 {
                writeln!(input, r#"{{"id": "r-{number}", "date": "{date}", "title": "T"}}"#).unwrap();
            } else {
                writeln!(input, r#"{{"id": "r-{number}", "date": "{date}", "readings": [{{"language": "en", "text": "W"}}]}}"#).unwrap();
            }
        }
        let folder = Folder::new(&format!("law-{}-{rows}", dates.len()));
        let (out, err, status) = tile(&folder, &["--rows", &rows.to_string(), "--memory", "0"], &input);
        prop_assert_eq!((err.as_str(), status), ("", Some(0)));
        let counted = format!("{} row", dates.len());
        prop_assert!(out.contains(&counted), "{}", out);
        let mut found = BTreeMap::new();
        let sums = walk(&folder.0, "index.json", &mut found);
        prop_assert_eq!(found.len(), dates.len());
        prop_assert_eq!(sums[0] + sums[1], dates.len());
        prop_assert!(!folder.0.join(".tile").exists(), "what was put aside is gone");
    }
}

#[test]
fn what_lasts_long_and_what_matters_stand_near_the_root() {
    let mut input = String::new();
    for number in 0..3_000 {
        let (month, day) = (number / 28 % 12 + 1, number % 28 + 1);
        let year = 2000 + number / 336;
        let date = match number {
            500 => format!("{year}-{month:02}-{day:02}/2030"),
            600 => format!("{year}-{month:02}-{day:02}/.."),
            700 => format!("/{year}-{month:02}-{day:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        let importance = if number == 1_700 { 1_000 } else { 1 };
        writeln!(
            input,
            r#"{{"id": "e-{number}", "date": "{date}", "title": "T", "importance": {importance}}}"#
        )
        .unwrap();
    }
    let folder = Folder::new("rise");
    let (out, err, status) = tile(&folder, &["--rows", "128", "--title", "Long"], &input);
    assert_eq!((err.as_str(), status), ("", Some(0)), "{out}");
    let root = part(&folder.0, "index.json");
    assert_eq!(root.title.entries().next().unwrap().1, "Long");
    for wanted in ["e-500", "e-600", "e-700", "e-1700"] {
        assert!(root.events.iter().any(|own| own.id.as_str() == wanted), "{wanted}");
    }
}

#[test]
fn quotebank_records_become_quotes_with_their_speakers_and_outlets() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/quotebank.ndjson");
    let folder = Folder::new("quotebank");
    let (out, err, status) = tile(&folder, &[], &fs::read_to_string(sample).unwrap());
    assert_eq!((err.as_str(), status), ("", Some(0)), "{out}");
    let (dossier, problems) = read(&fs::read(folder.0.join("index.json")).unwrap()).unwrap();
    assert!(problems.is_empty(), "{problems:?}");
    let first = &dossier.quotes[0];
    assert_eq!(first.date.as_ref().unwrap().to_string(), "2019-04-01");
    assert_eq!(first.speaker.as_ref().unwrap().as_str(), "q1000001");
    assert_eq!(first.readings.len(), 2, "one for each outlet");
    assert_eq!(first.readings[0].text.plain(), "The harbour will be open by the spring.");
    let outlets: Vec<&str> =
        dossier.articles.iter().map(|own| own.outlet.entries().next().unwrap().1).collect();
    assert_eq!(outlets, ["first.example", "second.example", "third.example"]);
    assert_eq!(dossier.quotes[1].speaker, None);
    assert_eq!(dossier.quotes[2].speaker.as_ref().unwrap().as_str(), "speaker-bo-example");
}

#[test]
fn articles_and_entities_come_along_wherever_they_stand() {
    let input = r#"{"id": "q", "date": "2024-02-01", "speaker": "ann", "event": "elsewhere", "readings": [{"article": "a", "text": "Mots"}]}
{"kind": "article", "id": "a", "outlet": "Le Journal", "language": "fr"}
{"kind": "entity", "id": "ann", "name": "Ann"}
{"kind": "entity", "id": "nobody", "name": "Nobody"}
"#;
    let folder = Folder::new("along");
    let (_, err, status) = tile(&folder, &[], input);
    assert_eq!((err.as_str(), status), ("", Some(0)));
    let root = part(&folder.0, "index.json");
    assert_eq!(root.articles.len(), 1);
    let entities: Vec<&str> = root.entities.iter().map(|own| own.id.as_str()).collect();
    assert_eq!(entities, ["ann"], "what nothing refers to is left out");
    assert_eq!(root.quotes[0].event.as_ref().unwrap().as_str(), "elsewhere");
    assert_eq!(root.quotes[0].readings[0].language.as_str(), "fr", "that of its article");
}

#[test]
fn lines_that_are_wrong_are_told_by_number_and_cost_no_other() {
    let input = "{\"id\": \"a\", \"date\": \"2024\", \"title\": \"A\"}\nnot json\n\n[1]\n\
        {\"id\": \"b\", \"date\": \"2024-13\", \"title\": \"B\"}\n{\"title\": \"No date\"}\n\
        {\"kind\": \"poem\", \"id\": \"c\"}\n{\"date\": \"2025\", \"title\": \"Unnamed\"}\n";
    let folder = Folder::new("wrong");
    let (out, err, status) = tile(&folder, &[], input);
    assert_eq!(status, Some(1), "{err}");
    let lines: Vec<&str> = err.lines().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(
        lines,
        ["<stdin>:2:2:", "<stdin>:4:1:", "<stdin>:5:21:", "<stdin>:6:1:", "<stdin>:7:1:"],
        "{err}"
    );
    assert!(err.contains("“2024-13” is not a date"), "{err}");
    assert!(out.contains("2 rows"), "{out}");
    let root = part(&folder.0, "index.json");
    assert_eq!(root.events[1].id.as_str(), "line-8");

    let before = fs::read(folder.0.join("index.json")).unwrap();
    for words in [&["--strict"][..], &["no-such-file"]] {
        let (_, _, status) = tile(&folder, words, input);
        assert_ne!(status, Some(0));
        assert_eq!(fs::read(folder.0.join("index.json")).unwrap(), before, "what was there stays");
    }
    let folder = Folder::new("strict");
    let (_, _, status) = tile(&folder, &["--strict"], input);
    assert_eq!(status, Some(1));
    assert!(!folder.0.exists(), "nothing is written");
    let (_, err, status) = tile(&folder, &[], "not json");
    assert_eq!(status, Some(2));
    assert!(err.contains("there is no row"), "{err}");
    assert!(!folder.0.exists(), "nothing is written");
}

#[test]
fn a_folder_with_other_things_is_left_alone() {
    const ROW: &str = "{\"id\": \"a\", \"date\": \"2024\", \"title\": \"A\"}\n";
    let files = [
        ("thesis.txt", "years of work"),
        ("2019/cat.jpg", "a picture"),
        ("2019/000001.json", "a log"),
        ("2019", "a file"),
        ("index.json", "{\"name\": \"a package\"}"),
    ];
    for (name, text) in files {
        let folder = Folder::new("other");
        let path = folder.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        let (_, err, status) = tile(&folder, &[], ROW);
        assert_eq!(status, Some(2), "{name}");
        assert!(err.contains("there are other things in this folder"), "{name}: {err}");
        assert_eq!(fs::read_to_string(path).unwrap(), text);
    }
    // Nor what somebody put beside the parts.
    let folder = Folder::new("beside");
    assert_eq!(tile(&folder, &[], ROW).2, Some(0));
    fs::create_dir_all(folder.0.join("2019")).unwrap();
    fs::write(folder.0.join("2019/cat.jpg"), "a picture").unwrap();
    assert_eq!(tile(&folder, &[], ROW).2, Some(2));
    assert!(folder.0.join("2019/cat.jpg").exists());
}

#[test]
fn what_is_written_again_leaves_nothing_of_what_was_there() {
    let mut many = String::new();
    for number in 0..900 {
        let year = 1000 + number;
        writeln!(many, r#"{{"id": "e-{number}", "date": "{year}", "title": "T"}}"#).unwrap();
    }
    let folder = Folder::new("again");
    tile(&folder, &["--rows", "100"], &many);
    assert!(folder.0.join("0").exists());
    tile(&folder, &[], "{\"id\": \"a\", \"date\": \"2024\", \"title\": \"A\"}\n");
    assert!(!folder.0.join("0").exists());
    let (_, problems) = read(&fs::read(folder.0.join("index.json")).unwrap()).unwrap();
    assert!(problems.iter().all(|own| own.severity != Severity::Error));
}

#[test]
fn a_row_is_written_as_it_is_read() {
    let whole = include_bytes!("data/everything.json");
    let (expected, _) = read(whole).unwrap();
    let value: serde_json::Value = serde_json::from_slice(whole).unwrap();
    let mut input = String::from("\u{feff}");
    for (list, kind) in
        [("quotes", "quote"), ("events", "event"), ("entities", "entity"), ("articles", "article")]
    {
        for row in value[list].as_array().unwrap() {
            let mut row = row.clone();
            // What has a kind of its own is known by its other keys.
            row.as_object_mut().unwrap().entry("kind").or_insert(kind.into());
            writeln!(input, "{row}\r").unwrap();
        }
    }
    let folder = Folder::new("everything");
    let (_, err, status) = tile(&folder, &[], &input);
    let undated = expected.quotes.iter().filter(|own| own.date.is_none()).count();
    assert_eq!(err.matches("it has no date").count(), undated, "{err}");
    assert_eq!(status, Some(i32::from(undated > 0)), "{err}");
    let found = part(&folder.0, "index.json");
    for event in &expected.events {
        let own = found.events.iter().find(|own| own.id == event.id);
        assert_eq!(sorted(&own), sorted(&Some(event)));
    }
    for quote in expected.quotes.iter().filter(|own| own.date.is_some()) {
        let own = found.quotes.iter().find(|own| own.id == quote.id);
        assert_eq!(sorted(&own), sorted(&Some(quote)));
    }
}

/// A row with its keys in order: `serde_json` has put those of wordings into another order above.
fn sorted(row: &impl serde::Serialize) -> serde_json::Value {
    serde_json::to_value(row).unwrap()
}

#[test]
fn words_keep_their_order_and_the_first_language_stays_the_first() {
    let input = r#"{"id": "a", "date": "2024", "title": {"fr": "Le vote", "en": "The vote"}}"#;
    let folder = Folder::new("order");
    assert_eq!(tile(&folder, &[], input).2, Some(0));
    let text = fs::read_to_string(folder.0.join("index.json")).unwrap();
    assert!(text.contains(r#"{"fr":"Le vote","en":"The vote"}"#), "{text}");
}

#[test]
fn timestamps_of_databases_are_dates() {
    let input = r#"{"id": "a", "title": "date", "date" : "2024-01-02 10:00:00.123+00"}
{"id": "b", "title": "2024-01-02 11:00:00", "date": "2024-01-02 11:00:00"}
{"id": "c", "title": "No", "date": "2024-01-02 25:00:00"}
{"id": "d", "title": "Year", "date": 2025}
"#;
    let folder = Folder::new("timestamps");
    let (_, err, status) = tile(&folder, &[], input);
    assert_eq!(status, Some(1));
    assert!(err.starts_with("<stdin>:3:36: date: ") && err.lines().count() == 1, "{err}");
    let events = part(&folder.0, "index.json").events;
    let dates: Vec<String> = events.iter().map(|own| own.date.to_string()).collect();
    assert_eq!(dates, ["2024-01-02T10:00:00+00", "2024-01-02T11:00:00", "2025"]);
    assert_eq!(events[1].title.entries().next().unwrap().1, "2024-01-02 11:00:00");
}

#[test]
fn an_entity_that_could_not_be_read_is_told() {
    let input = "{\"kind\": \"entity\", \"id\": \"x\"}\n{\"date\": \"2024\", \"title\": \"A\"}";
    let folder = Folder::new("nameless");
    let (_, err, status) = tile(&folder, &[], input);
    assert_eq!(status, Some(1));
    assert!(err.starts_with("<stdin>:1:1: the “name” is missing"), "{err}");
}

#[test]
fn rows_without_identifiers_of_two_files_get_two() {
    let folder = Folder::new("unnamed");
    let other = Folder::new("unnamed-input");
    fs::create_dir_all(&other.0).unwrap();
    let path = other.0.join("rows.ndjson");
    fs::write(&path, "{\"date\": \"2023\", \"title\": \"B\"}").unwrap();
    let row = "{\"date\": \"2024\", \"title\": \"A\"}";
    assert_eq!(tile(&folder, &[path.to_str().unwrap()], row).2, Some(0));
    let events = part(&folder.0, "index.json").events;
    let ids: Vec<&str> = events.iter().map(|own| own.id.as_str()).collect();
    assert_eq!(ids, ["file-2-line-1", "line-1"]);
}

#[test]
fn of_two_things_with_one_identifier_the_first_counts() {
    let input = r#"{"kind": "entity", "id": "ann", "name": "Ann"}
{"kind": "entity", "id": "ann", "name": "Ann again"}
{"id": "a", "date": "2024-01", "title": "First", "entities": ["ann"]}
{"id": "a", "date": "2024-02", "title": "Second"}
{"id": "ann", "date": "2024-03", "title": "Named like Ann"}
{"id": "self", "date": "2024-04", "title": "About itself", "entities": ["self", "a"]}
"#;
    let folder = Folder::new("twice");
    let (out, err, status) = tile(&folder, &[], input);
    assert_eq!(status, Some(1), "{err}");
    let lines: Vec<&str> = err.lines().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(lines, ["<stdin>:2:1:", "<stdin>:4:1:", "<stdin>:5:1:"], "{err}");
    assert!(out.contains(": 2 rows in"), "{out}");
    let root = part(&folder.0, "index.json");
    assert_eq!(root.entities[0].name.entries().next().unwrap().1, "Ann");
    assert_eq!(root.events[0].title.entries().next().unwrap().1, "First");

    let folder = Folder::new("twice-strict");
    let rows: Vec<&str> = input.lines().skip(2).take(2).collect();
    let (_, _, status) = tile(&folder, &["--strict"], &rows.join("\n"));
    assert_eq!(status, Some(1));
    assert!(!folder.0.exists(), "nothing is written");
}

#[test]
fn no_part_is_empty() {
    let rows = |count: u32| -> String {
        let row =
            |number| format!("{{\"id\": \"e-{number}\", \"date\": \"2015\", \"title\": \"T\"}}\n");
        (0..count).map(row).collect()
    };
    let folder = Folder::new("empty");
    let (out, err, status) = tile(&folder, &[], &rows(513));
    assert_eq!((err.as_str(), status), ("", Some(0)));
    assert!(out.contains("513 rows in 2 files"), "{out}");
    let root = part(&folder.0, "index.json");
    assert_eq!(root.parts.len(), 1);
    assert_eq!(root.parts[0].start.to_string(), "2015-01-01");
}

/// A run for each row (`--memory 0`), and fewer open files than runs.
#[test]
#[cfg(unix)]
fn more_runs_than_open_files_are_merged() {
    let row = |number: u32| {
        let (year, id) = (1000 + number * 7919 % 1000, number);
        format!("{{\"id\": \"e-{id}\", \"date\": \"{year}\", \"title\": \"T\"}}\n")
    };
    let input: String = (0..1000).map(row).collect();
    let (folder, other) = (Folder::new("runs"), Folder::new("runs-input"));
    fs::create_dir_all(&other.0).unwrap();
    fs::write(other.0.join("rows.ndjson"), &input).unwrap();
    let ran = Command::new("sh")
        .args(["-c", "ulimit -n 100; exec \"$0\" tile \"$1\" --memory 0 --output \"$2\""])
        .arg(env!("CARGO_BIN_EXE_quote-timeline"))
        .args([&other.0.join("rows.ndjson"), &folder.0])
        .output()
        .expect("a shell");
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    let much = Folder::new("runs-much");
    assert_eq!(tile(&much, &[], &input).2, Some(0));
    for name in ["index.json", "0/000001.json"] {
        let text = |folder: &Folder| fs::read_to_string(folder.0.join(name)).unwrap();
        assert!(text(&folder) == text(&much), "{name} is another with little memory");
    }
}

/// What is in memory is read off while it waits for more of the corpus.
#[test]
#[cfg(target_os = "linux")]
fn memory_is_bounded() {
    let text = "word ".repeat(400);
    let row = |number: u32| {
        let (year, id) = (1000 + number % 1000, number);
        format!(
            "{{\"id\": \"e-{id}\", \"date\": \"{year}\", \"title\": \"T\", \"summary\": \"{text}\"}}\n"
        )
    };
    let input: String = (0..15_000).map(row).collect();
    let folder = Folder::new("memory");
    let mut child = Command::new(env!("CARGO_BIN_EXE_quote-timeline"))
        .args(["tile", "-", "--memory", "1", "--output"])
        .arg(&folder.0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("it starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    pipe.write_all(input.as_bytes()).expect("it reads");
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).expect("its status");
    drop(pipe);
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("its most");
    let most: usize = most.trim().trim_end_matches(" kB").parse().expect("a number");
    assert!(most * 1024 < input.len() / 2, "{most} kB for a corpus of {} bytes", input.len());
    assert!(child.wait().expect("it ends").success());
}
