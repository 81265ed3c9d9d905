//! Files of many rows, pushed in pieces: none is lost. `benches/reading.rs` reads 100 MB of such rows.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may stop at what is wrong")]

use quote_timeline::dossier::{Reader, dropped};

/// Reads a file of so many rows that is never there as a whole; says how many events there are and
/// how many rows were dropped.
fn read(head: &str, row: impl Fn(usize) -> String, rows: usize, foot: &str) -> (usize, usize) {
    let mut reader = Reader::new();
    reader.push(head.as_bytes()).unwrap();
    for number in 0..rows {
        reader.push(row(number).as_bytes()).unwrap();
    }
    reader.push(foot.as_bytes()).unwrap();
    let (dossier, problems) = reader.finish().unwrap();
    (dossier.events.len(), dropped(&problems))
}

/// 300 bytes a row, every tenth wrong, all of the same headline.
fn slide(number: usize) -> String {
    let comma = if number == 0 { "" } else { ",\n" };
    let month = if number % 10 == 9 { 13 } else { number % 12 + 1 };
    let text = "word ".repeat(30);
    format!(
        r#"{comma}{{"start_date": {{"year": "{}", "month": "{month}"}}, "text": {{"headline": "Same", "text": "<p>{text}</p>"}}, "group": "G{}"}}"#,
        1000 + number % 1000,
        number % 50
    )
}

fn cells(number: usize) -> String {
    let month = if number % 10 == 9 { 13 } else { number % 12 + 1 };
    let (year, text) = (1000 + number % 1000, "word ".repeat(30));
    format!("{year},{month},Same,\"{text}\",Outlet {},Someone,fr,“{text}”\n", number % 300)
}

const COLUMNS: &str = "Year,Month,Headline,Text,Outlet,Speaker,Language,Quote\n";

#[test]
fn rows_are_counted_at_any_size() {
    for rows in [10, 1000, 5000] {
        let expected = (rows - rows / 10, rows / 10);
        assert_eq!(read("{\"events\": [", slide, rows, "]}"), expected);
        assert_eq!(read(COLUMNS, cells, rows, ""), expected);
    }
}
