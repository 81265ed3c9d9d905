//! Readings in TEI: their words as they are printed, and the critical apparatus.

use super::xml::Xml;
use crate::collate::differences::Strictness;
use crate::collate::letters::trim;
use crate::collate::table::Table;
use crate::dossier::{Language, Piece, Text};
use std::ops::Range;

/// A reading: what points to it, and its words in one line.
pub(super) struct Run {
    /// `#` and the name of its article; empty where none is known.
    pub(super) witness: String,
    /// `#` and the name of its `<quote>`.
    pub(super) quote: String,
    text: String,
    /// The article's own words between those that were said; empty where it leaves something out.
    outside: Vec<Range<usize>>,
}

impl Run {
    pub(super) fn new(text: &Text) -> Self {
        let (witness, quote, line) = (String::new(), String::new(), String::new());
        let mut run = Self { witness, quote, text: line, outside: Vec::new() };
        let mut after_own = false;
        for piece in &text.0 {
            let (Piece::Words(words) | Piece::Outside(words)) = piece;
            let own = matches!(piece, Piece::Outside(_));
            let words = if own { trim(words) } else { words };
            // Quotation marks stood where the article's own words begin and end.
            let joined = matches!(run.text.as_bytes().last(), None | Some(b' '));
            if (own || after_own) && !joined && !words.is_empty() {
                run.text.push(' ');
            }
            let start = run.text.len();
            run.text.push_str(words);
            if own {
                run.outside.push(start..run.text.len());
            }
            after_own = own && !words.is_empty();
        }
        run
    }

    /// All of it as XML.
    pub(super) fn whole(&self) -> String {
        self.xml(0, self.text.len())
    }

    /// A stretch of it as XML.
    #[inline(never)]
    fn xml(&self, from: usize, to: usize) -> String {
        let mut xml = Xml::default();
        let mut at = from;
        let words = |from: usize, to: usize| self.text.get(from..to).unwrap_or_default();
        for own in &self.outside {
            let (start, end) = (own.start.max(at), own.end.min(to));
            let is_gap = own.start == own.end;
            // What is left out between two stretches is left out of the second.
            let is_here = own.start >= at && (own.start < to || to == self.text.len());
            if is_gap && is_here || start < end {
                xml.text(words(at, start));
                if is_gap {
                    xml.start("gap");
                    xml.attribute("reason", "omitted");
                    xml.close();
                } else {
                    xml.start("seg");
                    xml.attribute("type", "outside");
                    xml.close_with(words(start, end));
                }
                at = end;
            }
        }
        xml.text(words(at, to));
        xml.finish()
    }

    /// What it has in each column of the table, as XML, and whether a space follows. What stands
    /// between words belongs to the word before.
    fn cells(&self, table: &Table, row: usize) -> Vec<(Option<String>, bool)> {
        let mut cells = Vec::new();
        let mut end = self.text.len();
        let mut first = 0;
        for (place, column) in table.columns.iter().enumerate().rev() {
            if let Some(Some(cell)) = column.cells.get(row) {
                first = place;
                let words = self.text.get(cell.start..end).unwrap_or_default();
                let kept = cell.start + trim(words).len();
                cells.push((Some(self.xml(cell.start, kept)), kept < end));
                end = cell.start;
            } else {
                cells.push((None, false));
            }
        }
        cells.reverse();
        // An opening quotation mark before the first word.
        if let Some((Some(cell), _)) = cells.get_mut(first) {
            cell.insert_str(0, &self.xml(0, end));
        }
        cells
    }
}

/// Lays readings in one language side by side.
pub(super) fn collation(xml: &mut Xml, language: Language, runs: &[&Run]) {
    if runs.len() < 2 {
        return;
    }
    let mut texts = Vec::new();
    for run in runs {
        texts.push(run.text.as_str());
    }
    let table = Table::new(&texts, language.as_str(), Strictness::Words);
    let mut rows = Vec::new();
    for (row, run) in runs.iter().enumerate() {
        rows.push(run.cells(&table, row));
    }
    xml.block("ab");
    xml.attribute("type", "collation");
    xml.attribute("xml:lang", language.as_str());
    for (place, column) in table.columns.iter().enumerate() {
        let mut cells = Vec::new();
        let mut spaced = false;
        for row in &rows {
            if let Some((cell, space)) = row.get(place) {
                cells.push(cell.as_deref());
                spaced |= *space;
            }
        }
        match cells.first() {
            Some(Some(first)) if cells.iter().all(|cell| *cell == Some(*first)) => xml.raw(first),
            _ => {
                xml.start("app");
                xml.attribute("type", if column.agrees { "typographic" } else { "substantive" });
                groups(xml, runs, &cells);
                xml.close();
            }
        }
        if spaced {
            xml.raw(" ");
        }
    }
    xml.close();
}

/// A `<rdg>` for each group of readings with the same words; empty where they have none.
fn groups(xml: &mut Xml, runs: &[&Run], cells: &[Option<&str>]) {
    for (row, cell) in cells.iter().enumerate() {
        if cells.iter().position(|other| other == cell) != Some(row) {
            continue;
        }
        let (mut witnesses, mut quotes) = (String::new(), String::new());
        for (run, other) in runs.iter().zip(cells) {
            if other == cell {
                push_pointer(&mut witnesses, &run.witness);
                push_pointer(&mut quotes, &run.quote);
            }
        }
        xml.start("rdg");
        xml.attribute("wit", &witnesses);
        xml.attribute("corresp", &quotes);
        xml.raw(cell.unwrap_or_default());
        xml.close();
    }
}

fn push_pointer(pointers: &mut String, pointer: &str) {
    if !(pointers.is_empty() || pointer.is_empty()) {
        pointers.push(' ');
    }
    pointers.push_str(pointer);
}
