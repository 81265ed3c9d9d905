//! Three or more readings of a quote in one table: a column per place, a row per witness.

use std::ops::Range;

use super::markup::Writer;
use super::quotes::speaking;
use super::variants;
use super::witness::short_name;
use crate::collate::differences::Strictness;
use crate::collate::letters::{is_blank, skip_back};
use crate::collate::table::Table;
use crate::dossier::{Language, Quote};
use crate::join::join;
use crate::phrases::Phrases;
use crate::state::State;
use crate::state::comparison::{Variant, compare};
use crate::state::runs::edge;
use crate::state::side::{Side, joined, side};

/// How many readings need a table; two are compared in their words.
const LEAST: usize = 3;

/// A table for each of the two languages that has readings enough.
pub(super) fn tables(
    to: &mut Writer,
    state: &State,
    words: &Phrases,
    number: usize,
    quote: &Quote,
) {
    let (left, right) = state.languages();
    for language in [left, right] {
        // The base is the first row; what is told in other words has nothing to align.
        let base = state.base(number);
        let Some(of_base) = quote.readings.get(base).and_then(|it| side(it, language)) else {
            continue;
        };
        let mut order = vec![base];
        for other in speaking(quote, language) {
            let reading = quote.readings.get(other).filter(|_| other != base);
            if let Some(reading) = reading
                && let Some(own) = side(reading, language)
                && !compare(&of_base, &own, Strictness::Words).is_apart(reading.status)
            {
                order.push(other);
            }
        }
        if order.len() < LEAST {
            continue;
        }
        table(to, state, words, quote, &order, language);
    }
}

fn table(
    to: &mut Writer,
    state: &State,
    words: &Phrases,
    quote: &Quote,
    order: &[usize],
    language: Language,
) {
    let mut sides = Vec::with_capacity(order.len());
    for number in order {
        let reading = quote.readings.get(*number);
        sides.extend(reading.and_then(|reading| Some((reading, side(reading, language)?))));
    }
    let mut texts = Vec::with_capacity(sides.len());
    for (_, side) in &sides {
        texts.push(joined(side.text));
    }
    let readings: Vec<&str> = texts.iter().map(|(text, _)| text.as_str()).collect();
    let table = Table::new(&readings, language.as_str(), state.strictness()).gathered();

    let rendering = sides.iter().all(|(_, side)| side.translation.is_some());
    to.open(if rendering { "div collation rendering" } else { "div collation own" });
    let name = words.language_name(language);
    let name = if name.is_empty() { language.as_str() } else { name };
    let title = join(&[words.word_by_word, words.colon, name]);
    to.leaf("h4", &title);
    // It scrolls, so it must be reachable by keyboard.
    // No landmark: there may be dozens of them.
    to.open("div scroll tabindex=0 role=group");
    to.set("aria-label", &title);
    if language.is_right_to_left() {
        to.set("dir", "rtl");
    }
    to.open("table");
    let base = sides.first().map(|(_, side)| side);
    for (row, (reading, side)) in sides.iter().enumerate() {
        to.open("tr");
        to.open("th scope=row");
        to.leaf("span outlet", short_name(state, words, reading));
        to.leaf("span", if row == 0 { words.base_text } else { words.status(reading.status) });
        to.close();
        let compared = base.filter(|_| row > 0).map(|base| compare(base, side, state.strictness()));
        let printed = Printed {
            side,
            text: readings.get(row).copied().unwrap_or_default(),
            outside: texts.get(row).map_or(&[][..], |(_, outside)| outside.as_slice()),
            variants: compared.as_ref().map_or(&[][..], |own| own.variants.as_slice()),
        };
        for column in &table.columns {
            match column.cells.get(row).cloned().flatten() {
                Some(range) => {
                    to.open(if column.agrees { "td agreed" } else { "td" });
                    // As wide as its words, up to a measure: the table scrolls rather than squeeze.
                    to.open("div");
                    printed.cell(to, range);
                    to.close();
                }
                None if column.cells.first().is_some_and(Option::is_some) => {
                    to.open("td left-out");
                    to.hidden(&[words.left_out]);
                }
                None => to.open("td"),
            }
            to.close();
        }
        to.close();
    }
    to.close();
    to.close();
    to.close();
}

/// A reading as it is printed in the cells of its row.
struct Printed<'a> {
    side: &'a Side<'a>,
    text: &'a str,
    outside: &'a [Range<usize>],
    variants: &'a [Variant],
}

impl Printed<'_> {
    /// The words of a cell, marked where they differ from the base; those that the article puts
    /// outside its quotation marks look so.
    fn cell(&self, to: &mut Writer, range: Range<usize>) {
        to.tongue(self.side.language);
        let mut at = range.start;
        while at < range.end {
            let mut end = range.end;
            let mut outside = false;
            for own in self.outside {
                outside |= own.contains(&at);
                end = edge(own, at, end);
            }
            let mut variant = None;
            for own in self.variants {
                if own.range.contains(&at) {
                    variant = Some(own);
                }
                end = edge(&own.range, at, end);
            }
            let words = self.text.get(at..end).unwrap_or_default();
            if outside {
                to.leaf("span outside", skip_back(words, &is_blank));
                to.text(" ");
            } else if let Some(own) = variant {
                to.start(variants::element(own.change), words);
                to.set("data-first", "");
                to.close();
            } else {
                to.text(words);
            }
            at = end;
        }
    }
}
