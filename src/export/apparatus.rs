//! Readings in TEI: their words as they are printed, and the critical apparatus.

use super::xml::Xml;
use crate::collate::differences::Strictness;
use crate::collate::letters::trim;
use crate::collate::table::Table;
use crate::dossier::{Language, Piece, Text};
use std::ops::Range;

/// The words of a reading in one line.
pub(super) struct Run {
    text: String,
    /// The article's own words between those that were said; empty where it leaves something out.
    outside: Vec<Range<usize>>,
}

impl Run {
    pub(super) fn new(text: &Text) -> Self {
        let mut run = Self { text: String::new(), outside: Vec::new() };
        for piece in &text.0 {
            let end = run.text.len();
            // Quotation marks stood where the article's own words begin and end.
            let after_own = run.outside.last().is_some_and(|own| own.end == end && own.start < end);
            let (Piece::Words(words) | Piece::Outside(words)) = piece;
            let own = matches!(piece, Piece::Outside(_));
            let words = if own { trim(words) } else { words };
            let spaced = run.text.is_empty() || run.text.ends_with(' ') || words.is_empty();
            if (own || after_own) && !spaced {
                run.text.push(' ');
            }
            let start = run.text.len();
            run.text.push_str(words);
            if own {
                run.outside.push(start..run.text.len());
            }
        }
        run
    }

    /// All of it as XML.
    pub(super) fn whole(&self) -> String {
        self.xml(0..self.text.len())
    }

    /// A stretch of it as XML.
    fn xml(&self, range: Range<usize>) -> String {
        let mut xml = Xml::default();
        let mut at = range.start;
        let words = |from: usize, to: usize| self.text.get(from..to).unwrap_or_default();
        for own in &self.outside {
            let is_gap = own.start == own.end;
            let last = own.start == self.text.len() && range.end == self.text.len();
            if is_gap && own.start >= range.start && (own.start < range.end || last) {
                xml.text(words(at, own.start));
                xml.empty("gap", &[("reason", "omitted")]);
                at = own.start;
            }
            let (start, end) = (own.start.max(at), own.end.min(range.end));
            if start < end {
                xml.text(words(at, start));
                xml.open("seg", &[("type", "outside")]);
                xml.text(words(start, end));
                xml.close();
                at = end;
            }
        }
        xml.text(words(at, range.end));
        xml.part()
    }

    /// A stretch of it without the space at its end, as XML; whether there was space.
    fn cell(&self, range: Range<usize>) -> (String, bool) {
        let words = self.text.get(range.clone()).unwrap_or_default();
        let kept = words.len() - (words.len() - words.trim_end().len());
        (self.xml(range.start..range.start + kept), kept < words.len())
    }
}

/// Lays readings in one language side by side: for each the pointer to its witness (empty where
/// none is known), the pointer to its `<quote>`, and its words.
pub(super) fn collation(xml: &mut Xml, language: Language, readings: &[(String, String, &Run)]) {
    if readings.len() < 2 {
        return;
    }
    let texts: Vec<&str> = readings.iter().map(|(_, _, run)| run.text.as_str()).collect();
    let table = Table::new(&texts, language.as_str(), Strictness::Words);
    xml.block("ab", &[("type", "collation"), ("xml:lang", language.as_str())]);
    for (place, column) in table.columns.iter().enumerate() {
        let mut cells = Vec::new();
        let mut spaced = false;
        for (row, (_, _, run)) in readings.iter().enumerate() {
            // What stands between words belongs to the word before.
            let start = |column: &crate::collate::table::Column| {
                Some(column.cells.get(row)?.as_ref()?.start)
            };
            let before = table.columns.iter().take(place).any(|column| start(column).is_some());
            let mut after = table.columns.iter().skip(place + 1).filter_map(start);
            cells.push(start(column).map(|own| {
                let from = if before { own } else { 0 };
                let (cell, space) = run.cell(from..after.next().unwrap_or(run.text.len()));
                spaced |= space;
                cell
            }));
        }
        if let Some(Some(first)) = cells.first()
            && cells.iter().all(|cell| cell.as_ref() == Some(first))
        {
            xml.raw(first);
        } else {
            let kind = if column.agrees { "typographic" } else { "substantive" };
            xml.open("app", &[("type", kind)]);
            groups(xml, readings, &cells);
            xml.close();
        }
        if spaced {
            xml.raw(" ");
        }
    }
    xml.close();
}

/// A `<rdg>` for each group of readings with the same words; empty where they have none.
fn groups(xml: &mut Xml, readings: &[(String, String, &Run)], cells: &[Option<String>]) {
    for (row, cell) in cells.iter().enumerate() {
        if cells.iter().position(|other| other == cell) != Some(row) {
            continue;
        }
        let (mut witnesses, mut quotes) = (String::new(), String::new());
        for ((witness, quote, _), other) in readings.iter().zip(cells) {
            if other != cell {
                continue;
            }
            for (to, pointer) in [(&mut witnesses, witness), (&mut quotes, quote)] {
                if !(to.is_empty() || pointer.is_empty()) {
                    to.push(' ');
                }
                to.push_str(pointer);
            }
        }
        xml.open("rdg", &[("wit", &witnesses), ("corresp", &quotes)]);
        xml.raw(cell.as_deref().unwrap_or_default());
        xml.close();
    }
}
