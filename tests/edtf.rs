//! Dates, as a reader of the page and an editor of a dossier meet them.

use quote_timeline::edtf::Edtf;

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

#[test]
fn the_examples_of_the_specification_are_read_bounded_and_written_back() {
    let mut count = 0;
    for row in rows(include_str!("data/edtf-loc.txt")) {
        let [text, earliest, latest] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not three fields: {row}");
        };
        let date = date(text);
        assert_eq!(date.to_string(), text);
        let bounds = date.bounds();
        assert_eq!(bound_text(bounds.earliest), earliest, "earliest of {text}");
        assert_eq!(bound_text(bounds.latest), latest, "latest of {text}");
        count += 1;
    }
    assert!(count >= 68, "{count} examples");
}
