//! Dates, as a reader of the page and an editor of a dossier meet them.
#![allow(clippy::panic)] // Functions that a test calls may fail it.

use quote_timeline::edtf::{
    Builtin, Edtf, Frames, Language, Length, Level, MonthNames, Precision, words, words_by,
    words_in_sentence,
};

/// The lines of a table that are not comments.
fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn date(text: &str) -> Edtf {
    Edtf::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// A time as the table writes it: `1985-04-12T23:20:30`, `open`, `unknown`, `never` for the end of
/// what an `i64` holds.
fn bound_text(bound: quote_timeline::edtf::Bound) -> String {
    use quote_timeline::edtf::{Bound, civil};
    match bound {
        Bound::Open => "open".into(),
        Bound::Unknown => "unknown".into(),
        Bound::At(i64::MAX | i64::MIN) => "never".into(),
        Bound::At(seconds) => {
            let (days, clock) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
            let (year, month, day) = civil::civil_from_days(days);
            let (hour, minute, second) = (clock / 3600, clock / 60 % 60, clock % 60);
            let sign = if year < 0 { "-" } else { "" };
            let year = year.abs();
            format!("{sign}{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
        }
    }
}

fn level_text(date: &Edtf) -> &'static str {
    match date.level() {
        Level::Zero => "0",
        Level::One => "1",
        Level::Two => "2",
        Level::Beyond => "+",
    }
}

/// Reads, bounds and writes back each date of a table; their number.
fn check_bounds(table: &'static str) -> usize {
    let mut count = 0;
    for row in rows(table) {
        let [text, level, earliest, latest] = *row.split('\t').collect::<Vec<_>>() else {
            panic!("not four fields: {row}");
        };
        let date = date(text);
        assert_eq!(date.to_string(), text);
        assert_eq!(level_text(&date), level, "level of {text}");
        let bounds = date.bounds();
        assert_eq!(bound_text(bounds.earliest), earliest, "earliest of {text}");
        assert_eq!(bound_text(bounds.latest), latest, "latest of {text}");
        count += 1;
    }
    count
}

#[test]
fn the_examples_of_the_specification_are_read_bounded_and_written_back() {
    assert_eq!(check_bounds(include_str!("data/edtf-loc.txt")), 64);
}

#[test]
fn other_dates_of_all_levels_are_read_bounded_and_written_back() {
    assert!(check_bounds(include_str!("data/edtf-bounds.tsv")) >= 80);
}

#[test]
fn where_other_readers_do_otherwise_it_is_as_the_table_says() {
    for row in rows(include_str!("data/edtf-differences.tsv")) {
        let [text, level, _, _] = *row.split('\t').collect::<Vec<_>>() else { panic!("{row}") };
        let here = Edtf::parse(text).map_or("refused", |date| level_text(&date));
        assert_eq!(here, level, "{text}");
    }
}

/// No clock is asked anywhere in here. That it stays so is seen by running the tables as in other
/// time zones: this test starts the others of this file again, each time in another one.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn the_time_zone_of_the_machine_changes_nothing() {
    use std::process::Command;
    let tests = std::env::current_exe().unwrap_or_else(|error| panic!("{error}"));
    let zones =
        ["Pacific/Kiritimati", "Pacific/Niue", "America/St_Johns", "Asia/Kolkata", "CET-1CEST"];
    for zone in zones {
        let run = Command::new(&tests)
            .env("TZ", zone)
            .args(["--skip", "the_time_zone_of_the_machine_changes_nothing"])
            .output();
        let run = run.unwrap_or_else(|error| panic!("{zone}: {error}"));
        let said = String::from_utf8_lossy(&run.stdout);
        assert!(run.status.success() && !said.contains("running 0 tests"), "{zone}: {said}");
    }
}

#[test]
fn dates_are_written_out_in_french_and_english() {
    use Language::{English, French};
    use Length::{Long, Short};
    let mut count = 0;
    for row in rows(include_str!("data/edtf-words.tsv")) {
        let [text, rest @ ..] = &*row.split('\t').collect::<Vec<_>>() else { panic!("{row}") };
        let date = date(text);
        let written = [(French, Long), (French, Short), (English, Long), (English, Short)]
            .map(|(language, length)| words(&date, language, length, &Builtin));
        assert_eq!(written, rest, "{text}");
        count += 1;
    }
    assert!(count >= 120, "{count} dates");
}

#[test]
fn dates_follow_a_verb_with_their_preposition() {
    for row in rows(include_str!("data/edtf-sentences.tsv")) {
        let [text, rest @ ..] = &*row.split('\t').collect::<Vec<_>>() else { panic!("{row}") };
        let date = date(text);
        let written = [Language::French, Language::English]
            .map(|language| words_in_sentence(&date, language, Length::Long, &Builtin));
        assert_eq!(written, rest, "{text}");
    }
}

#[test]
fn what_cannot_be_is_refused_where_it_is_wrong() {
    for row in rows(include_str!("data/edtf-errors.tsv")) {
        let [text, kind, offset] = *row.split('\t').collect::<Vec<_>>() else { panic!("{row}") };
        let error = Edtf::parse(text).expect_err(text);
        assert_eq!(format!("{:?}", error.kind), kind, "{text}");
        assert_eq!(error.offset.to_string(), offset, "{text}");
        assert!(text.is_char_boundary(error.offset), "{text}");
        let place = format!(
            " at character {}: ",
            text.get(..error.offset).map_or(0, |before| before.chars().count() + 1)
        );
        assert!(error.to_string().contains(&place), "{error}");
    }
}

#[test]
fn a_refusal_says_what_would_be_right() {
    let said = |text| Edtf::parse(text).expect_err(text).to_string();
    assert_eq!(said("1900-02-29"), "no such day at character 9: this month runs from 01 to 28");
    assert_eq!(
        said("2002/2001"),
        "an end before its start at character 6: write the earlier date before the stroke"
    );
    assert_eq!(
        said("2024-13"),
        "no such month at character 6: months run from 01 to 12, seasons and the like from 21 to 41"
    );
    assert_eq!(
        said("2021/unknown"),
        "a word for an end at character 6: write .. for an open end, and nothing for an unknown one"
    );
    assert_eq!(said("156u"), "a small letter at character 4: write X for an unspecified digit");
    assert_eq!(said("1985–04"), "a dash at character 5: write the hyphen of the keyboard, -");
}

#[test]
fn an_interval_may_end_within_the_date_it_starts_in_or_after() {
    for text in
        ["2004-02-01/2004", "2004/2004-02-01", "2004/2004", "200X/2004-01", "2004-06-XX/2004-06"]
    {
        assert_eq!(date(text).to_string(), text);
    }
}

#[test]
fn month_names_may_come_from_elsewhere() {
    struct Latin;
    impl MonthNames for Latin {
        fn month(&self, _: u8, _: Language, _: Length) -> String {
            "Martii".to_owned()
        }
    }
    let ides = date("-0043-03-15");
    assert_eq!(words(&ides, Language::English, Length::Long, &Latin), "15 Martii 44 BCE");
}

#[test]
fn a_calendar_date_is_the_same_day_whatever_stands_beside_it() {
    // Neither an offset nor a qualifier moves the day that is drawn.
    let day = date("2024-03-12").bounds();
    assert_eq!(date("2024-03-12?").bounds(), day);
    assert_eq!(date("2024-03-12/2024-03-12").bounds(), day);
    let (start, _) = day.or_endless();
    assert_eq!(start % 86_400, 0);
    assert_eq!(date("2024-03-12T00:00").bounds().or_endless(), (start, start + 59));
    assert_eq!(date("2024-03-12T01:00:00+01").bounds().or_endless(), (start, start));
}

#[test]
fn dates_stand_in_the_order_of_time() {
    let sorted = [
        // No start, then by the end.
        "/1985",
        "../2021",
        "..2004-06-01/2021",
        "../..",
        "/",
        "Y-17E7",
        "-0043",
        // One start: the shorter first, then the coarser, then by text.
        "15XX",
        "1500/1599",
        "1560",
        "156X",
        "1667",
        "[1667,1668]",
        "2023",
        "2023-XX",
        "2023/2024-01-31",
        "2023-24",
        "2023-12-31",
        "2024-01-01",
        "2024-01",
        "2024",
        "2024-01-2X",
        "2024-03-12T00:00:00",
        "2024-03-12T00:00",
        "2024-03-12",
        "2024-03-12?",
        "2024-03-12/..",
        "Y17E7",
    ];
    let mut dates: Vec<Edtf> = sorted.map(date).into();
    dates.reverse();
    dates.sort();
    assert_eq!(dates.iter().map(ToString::to_string).collect::<Vec<_>>(), sorted);
}

#[test]
fn a_drawing_is_told_how_finely_a_date_is_known() {
    use Precision::*;
    let known = [
        ("XXXX-12-25", Coarser),
        ("Y171010000S3", Coarser),
        ("1XXX", Millennium),
        ("15XX-12-25", Century),
        ("1950S2", Century),
        ("156X", Decade),
        ("Y12345S4", Decade),
        ("2024", Year),
        ("2024-XX-12", Year),
        ("Y12345", Year),
        ("2023-40", Semester),
        ("2023-37", Quadrimester),
        ("2023-33", Quarter),
        ("2023-23", Season),
        ("2024-02", Month),
        ("2024-02-2X", Month),
        ("2024-03-12", Day),
        ("2024-03-12T14:30", Minute),
        ("2024-03-12T14:30:00Z", Second),
        ("2024-03-12/2024-04", Month),
        ("../2024-03-12", Day),
        ("[1667,1668-12]", Year),
        ("{2024-03-12..2024-03-14}", Day),
    ];
    for (text, precision) in known {
        assert_eq!(date(text).precision(), precision, "{text}");
    }
}

#[test]
fn a_drawing_is_told_what_is_doubted() {
    let told = |text: &str| {
        let date = date(text);
        [date.is_uncertain(), date.is_approximate(), date.is_interval(), date.is_exact_day()]
    };
    assert_eq!(told("2024-03-12"), [false, false, false, true]);
    assert_eq!(told("2024-03-12T14:30Z"), [false, false, false, true]);
    assert_eq!(told("2024-03"), [false, false, false, false]);
    assert_eq!(told("2024-03-1X"), [false, false, false, false]);
    assert_eq!(told("2024-03-12?"), [true, false, false, false]);
    assert_eq!(told("2024-~03-12"), [false, true, false, false]);
    assert_eq!(told("2024-03-12%"), [true, true, false, false]);
    assert_eq!(told("Y12345~"), [false, true, false, false]);
    assert_eq!(told("2024-03-12/2024-03-13?"), [true, false, true, false]);
    assert_eq!(told("{1960~,1961-12}"), [false, true, false, false]);
    assert_eq!(told("[1960..1961?]"), [true, false, false, false]);
}

#[test]
fn a_year_too_far_for_the_count_of_seconds_is_the_end_of_time() {
    assert_eq!(date("Y1E9999").bounds().or_endless(), (i64::MAX, i64::MAX));
    assert_eq!(date("Y-1E9999").bounds().or_endless(), (i64::MIN, i64::MIN));
    // The 292 billionth year is the last that is counted.
    assert!(date("Y292E9").bounds().or_endless().1 < i64::MAX);
    assert_eq!(date("Y293E9").bounds().or_endless().0, i64::MAX);
}

#[test]
fn a_date_is_small() {
    assert_eq!(size_of::<Edtf>(), 16);
}

/// Each date, and what it is in German with a calendar that knows but digits.
const IN_GERMAN: &[(&str, &str)] = &[
    ("2024", "2024"),
    ("2024-03", "2024-03"),
    ("2024-03-12", "2024-03-12"),
    ("2024-03-12T14:30", "2024-03-12T14:30"),
    ("2024-03-12T00:30+04:30", "2024-03-12T00:30+04:30"),
    ("2024-03-12~", "um 2024-03-12"),
    ("2024-03?", "2024-03 (unsicher)"),
    ("2024%", "um 2024 (unsicher)"),
    ("?2024-03", "2024-03 (unsicher)"),
    // What has no name is said by its first and its last.
    ("2024-02-2X", "2024-02-20–2024-02-29"),
    ("2024-02-XX", "2024-02"),
    ("2024-XX", "2024"),
    ("2024-1X", "2024-10–2024-12"),
    ("156X", "1560–1569"),
    ("15XX", "1500–1599"),
    ("1950S2", "1900–1999"),
    ("2024-34", "2024-04–2024-06"),
    ("2024-41", "2024-07–2024-12"),
    ("-0043", "-0043"),
    ("2023-21", "Frühjahr 2023"),
    ("2023-26", "Sommer 2023"),
    ("2023-24", "Winter 2023–2024"),
    // A southern spring.
    ("2023-29", "2023-09–2023-11"),
    // With a gap, as it is written.
    ("2024-XX-12", "2024-XX-12"),
    ("156X-12", "156X-12"),
    ("XXXX-12", "XXXX-12"),
    ("2023-06/2023-12", "2023-06–2023-12"),
    ("2023/2024-02", "2023 – 2024-02"),
    ("2023-21/2023-23", "Frühjahr 2023 – Herbst 2023"),
    ("2004~/2006", "um 2004 – 2006"),
    ("../2021", "bis 2021"),
    ("2021/..", "ab 2021"),
    ("2021/", "2021 – ?"),
    ("../..", "… – …"),
    ("..2004-06-01/2004-06-20..", "bis 2004-06-01 – ab 2004-06-20"),
    ("{1960,1961-12}", "1960, 1961-12"),
    ("[1667,1670..1672]", "1667, 1670–1672"),
    ("[..1984]", "bis 1984"),
    ("[1984..]", "ab 1984"),
];

#[test]
fn any_other_language_has_its_calendar_and_a_few_words_around_it() {
    let frames = Frames {
        about: "um {}",
        uncertain: "{} (unsicher)",
        until: "bis {}",
        since: "ab {}",
        seasons: ["Frühjahr {}", "Sommer {}", "Herbst {}", "Winter {}"],
    };
    for (text, told) in IN_GERMAN {
        assert_eq!(words_by(&date(text), &frames, Length::Long, &Builtin), *told, "{text}");
    }
}
