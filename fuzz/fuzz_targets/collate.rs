//! Any texts are compared: what is found covers every word of each, in order.
#![no_main]

use std::ops::Range;

use libfuzzer_sys::fuzz_target;
use quote_timeline::collate::align::align;
use quote_timeline::collate::differences::{Strictness, differences, kept};
use quote_timeline::collate::table::Table;
use quote_timeline::collate::words::{Kind, words};

/// Readings are the lines of a text; the first line is their language.
fuzz_target!(|text: &str| {
    let mut lines = text.lines();
    let language = lines.next().unwrap_or_default();
    let readings: Vec<&str> = lines.take(5).collect();
    let [base, reading, ..] = readings.as_slice() else { return };
    for strictness in [Strictness::Words, Strictness::Typography] {
        let found = differences(base, reading, language, strictness);
        covers(base, language, strictness, found.iter().map(|stretch| stretch.base.clone()));
        covers(reading, language, strictness, found.iter().map(|stretch| stretch.reading.clone()));
    }
    let (same, all) = kept(base, reading, language);
    assert!(same <= all);
    let table = Table::new(&readings, language);
    for (row, reading) in readings.iter().enumerate() {
        let cells = table.columns.iter().filter_map(|column| column.cells[row].clone());
        covers(reading, language, Strictness::Words, cells);
    }
    let beads = align(base, language, reading, language);
    let mut end = (0, 0);
    for bead in beads {
        assert!(bead.source.start >= end.0 && bead.target.start >= end.1);
        assert!(base.get(bead.source.clone()).is_some());
        assert!(reading.get(bead.target.clone()).is_some());
        end = (bead.source.end, bead.target.end);
    }
});

/// The ranges are of the text, in order, and every word that counts is in one of them.
fn covers(
    text: &str,
    language: &str,
    strictness: Strictness,
    ranges: impl Iterator<Item = Range<usize>>,
) {
    let ranges: Vec<Range<usize>> = ranges.collect();
    let mut end = 0;
    for range in &ranges {
        assert!(range.start >= end, "{ranges:?}");
        assert!(text.get(range.clone()).is_some(), "{ranges:?} of {text:?}");
        end = range.end;
    }
    let counts = |kind| strictness == Strictness::Typography || kind != Kind::Punctuation;
    for word in words(text, language).into_iter().filter(|word| counts(word.kind)) {
        let inside = |range: &Range<usize>| {
            range.start <= word.range.start && word.range.end <= range.end
        };
        assert!(ranges.iter().any(inside), "{word:?} of {text:?} in {ranges:?}");
    }
}
