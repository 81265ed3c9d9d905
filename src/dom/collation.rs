//! Three or more readings of a quote in one table: a column per place, a row per witness.

use std::ops::Range;

use super::cards::witness_name;
use super::markup::Writer;
use super::quotes::speaking;
use crate::collate::table::Table;
use crate::dossier::{Language, Quote};
use crate::join::join;
use crate::phrases::Phrases;
use crate::state::State;
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
        let mut order = speaking(quote, language);
        if order.len() < LEAST {
            continue;
        }
        // The base is the first row.
        let base = state.base(number);
        if let Some(place) = order.iter().position(|own| *own == base) {
            order.remove(place);
            order.insert(0, base);
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
    let table = Table::new(&readings, language.as_str(), state.strictness());

    let rendering = sides.iter().all(|(_, side)| side.translation.is_some());
    to.open(if rendering { "div collation rendering" } else { "div collation own" });
    let name = words.language_name(language);
    let name = if name.is_empty() { language.as_str() } else { name };
    let title = join(&[words.word_by_word, words.colon, name]);
    to.leaf("h4", &title);
    // It scrolls, so it must be reachable by keyboard.
    to.open("div scroll tabindex=0 role=region");
    to.set("aria-label", &title);
    to.open("table");
    for (row, (reading, side)) in sides.iter().enumerate() {
        to.open("tr");
        to.open("th scope=row");
        to.leaf("span outlet", &witness_name(state.article(reading.article.as_ref()), words));
        to.leaf("span", if row == 0 { words.base_text } else { words.status(reading.status) });
        to.close();
        let outside = texts.get(row).map_or(&[][..], |(_, outside)| outside.as_slice());
        let text = readings.get(row).copied().unwrap_or_default();
        for column in &table.columns {
            let own = column.cells.get(row).cloned().flatten();
            let group = column.groups.get(row).copied().flatten();
            let base = column.groups.first().copied().flatten();
            let class = match (group, base) {
                _ if column.agrees => "td agreed",
                _ if row == 0 || group == base && group.is_some() => "td",
                (None, Some(_)) => "td left-out",
                (None, None) => "td",
                (Some(_), None) => "td variant added",
                (Some(_), Some(_)) => "td variant changed",
            };
            to.open(class);
            match own {
                Some(range) => cell(to, side, text, outside, range),
                None if class == "td left-out" => to.hidden(&[words.left_out]),
                None => {}
            }
            to.close();
        }
        to.close();
    }
    to.close();
    to.close();
    to.close();
}

/// The words of a cell; those that the article puts outside its quotation marks look so.
fn cell(to: &mut Writer, side: &Side, text: &str, outside: &[Range<usize>], range: Range<usize>) {
    to.tongue(side.language);
    let mut at = range.start;
    while at < range.end {
        let mut end = range.end;
        let mut out = false;
        for own in outside {
            out |= own.contains(&at);
            for edge in [own.start, own.end] {
                if edge > at {
                    end = end.min(edge);
                }
            }
        }
        let words = text.get(at..end).unwrap_or_default();
        if out {
            to.leaf("span outside", words);
        } else {
            to.text(words);
        }
        at = end;
    }
}
