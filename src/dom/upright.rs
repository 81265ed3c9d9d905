//! The timeline on end, for a narrow widget: a list of rows in order of time.

use std::ops::Range;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::axis;
use super::band::{self, is_vague, name};
use super::calendar::Browser;
use super::markup::{Writer, class, flag, node, set};
use crate::dossier::{Kind, Target};
use crate::edtf::Length;
use crate::phrases::Phrases;
use crate::state::{State, Track};
use crate::timeline::{Row, Strand, Window, upright};

/// The stage is so wide, in pixels, where the style sheet's container is of 600: its margins are a
/// fiftieth of the width each.
const NARROW_PX: i32 = 576;
/// Rows besides headings: some screens of a phone at most, whatever there is.
const MOST_ROWS: usize = 14;

/// Whether the timeline stands upright.
pub(super) fn is_upright(state: &State) -> bool {
    state.scale().width_px() < NARROW_PX
}

/// The rows that are in the document.
pub(super) struct Upright {
    pub(super) list: Element,
    rows: Vec<Row>,
    buttons: Vec<(usize, Element)>,
    /// The row that Tab stops at.
    at: usize,
    /// The next drawing focuses the first row, or the last.
    focus: Option<isize>,
}

impl Upright {
    pub(super) fn new(words: &Phrases) -> Self {
        let list = node("ol upright aria-describedby=keys");
        set(&list, "aria-label", words.timeline);
        Self { list, rows: Vec::new(), buttons: Vec::new(), at: 0, focus: None }
    }

    /// Draws the rows; `anew` where they say something else though they are the same.
    pub(super) fn draw(&mut self, state: &State, words: &Phrases, anew: bool) {
        let on = is_upright(state);
        flag(&self.list, "hidden", !on);
        if !on {
            self.list.set_text_content(None);
            self.rows.clear();
            self.buttons.clear();
            return;
        }
        let chosen = [Kind::Event, Kind::Quote].map(|kind| state.chosen_item(kind));
        let (events, quotes) = (state.events().index(), state.quotes().index());
        let rows = upright(events, quotes, state.scale(), MOST_ROWS, chosen);
        if anew || rows != self.rows {
            self.rows = rows;
            self.fill(state, words);
        }
        let selected = state.selected().and_then(|target| state.id(target));
        for (_, button) in &self.buttons {
            let id = button.get_attribute("data-id");
            let on = id.is_some() && id.as_deref() == selected;
            set(button, "aria-current", if on { "true" } else { "false" });
            class(button, "selected", on);
        }
        self.rove();
        if let Some(end) = self.focus.take() {
            self.step_from(if end > 0 { 0 } else { self.buttons.len() }, 0);
        }
    }

    fn fill(&mut self, state: &State, words: &Phrases) {
        self.list.set_text_content(None);
        self.buttons.clear();
        let mut to = Writer::new(&self.list, words.language).marking(&state.filter().query);
        for (number, row) in self.rows.iter().enumerate() {
            let button = match row {
                Row::Heading(label) => {
                    to.open("li heading");
                    to.leaf("span", &axis::said(*label, words));
                    to.close();
                    continue;
                }
                Row::Item(strand, item) => item_row(&mut to, state, words, *strand, *item),
                Row::Cluster(strand, items) => {
                    let (kind, count) = counted(words, *strand, items.len());
                    let count = band::with_dispute(state, words, kind, items, count);
                    Some(cluster_row(&mut to, words, *strand, number, &count))
                }
                Row::Unread(strand, unread) => {
                    let (_, count) = counted(words, *strand, unread.count);
                    Some(cluster_row(&mut to, words, *strand, number, &count))
                }
            };
            if let Some(button) = button {
                self.buttons.push((number, button));
            }
        }
    }

    /// What is in a cluster's row: items, or a stretch of time with what is known by number only.
    pub(super) fn cluster(&self, row: usize) -> Option<(Range<usize>, Option<Window>)> {
        match self.rows.get(row)? {
            Row::Cluster(_, items) => Some((items.clone(), None)),
            Row::Unread(_, unread) => Some((0..0, Some(unread.window))),
            _ => None,
        }
    }

    fn rove(&self) {
        let at = self.at.min(self.buttons.len().saturating_sub(1));
        for (place, (_, button)) in self.buttons.iter().enumerate() {
            set(button, "tabindex", if place == at { "0" } else { "-1" });
        }
    }

    /// The keyboard came to an element; whether it is one of the rows.
    pub(super) fn entered(&mut self, node: &Element) {
        if let Some(place) = self.place(node) {
            self.at = place;
            self.rove();
        }
    }

    fn place(&self, node: &Element) -> Option<usize> {
        self.buttons.iter().position(|(_, own)| own == node)
    }

    /// Goes so many rows on; says whether there was one to go to.
    pub(super) fn step(&mut self, node: &Element, by: isize) -> bool {
        self.place(node).is_some_and(|place| self.step_from(place, by))
    }

    fn step_from(&mut self, place: usize, by: isize) -> bool {
        let last = self.buttons.len().saturating_sub(1);
        // To an end, with a large number.
        let far = by.unsigned_abs() > self.buttons.len();
        let Some(next) = place.checked_add_signed(by).or(far.then_some(0)) else { return false };
        if next > last && !far && by != 0 {
            return false;
        }
        self.at = next.min(last);
        self.rove();
        self.focus_stop()
    }

    /// With the next drawing the keyboard stands on the first row, or, for a negative number, on
    /// the last.
    pub(super) fn focus_end(&mut self, end: isize) {
        self.focus = Some(end);
    }

    /// The keyboard went elsewhere: nothing is focused with the next drawing.
    pub(super) fn let_go(&mut self) {
        self.focus = None;
    }

    /// Focuses where Tab would stop.
    pub(super) fn focus_stop(&self) -> bool {
        let at = self.at.min(self.buttons.len().saturating_sub(1));
        let found = self.buttons.get(at);
        found.map(|(_, own)| own.unchecked_ref::<HtmlElement>().focus()).is_some()
    }
}

fn track(state: &State, strand: Strand) -> (Kind, &Track) {
    match strand {
        Strand::Events => (Kind::Event, state.events()),
        Strand::Quotes => (Kind::Quote, state.quotes()),
    }
}

fn open_row(to: &mut Writer, strand: Strand, words: &str) {
    to.open(words);
    to.set("data-band", if strand == Strand::Events { "event" } else { "quote" });
}

fn counted(words: &Phrases, strand: Strand, count: usize) -> (Kind, String) {
    match strand {
        Strand::Events => (Kind::Event, words.count(count, words.event_count)),
        Strand::Quotes => (Kind::Quote, words.count(count, words.quote_count)),
    }
}

/// Writes the row of a cluster.
fn cluster_row(
    to: &mut Writer,
    words: &Phrases,
    strand: Strand,
    number: usize,
    count: &str,
) -> Element {
    open_row(to, strand, "li entry grouped");
    to.open("button type=button data-action=open-cluster");
    to.number("data-number", number);
    to.leaf("span what", count);
    to.hidden(&[", ", words.cluster]);
    let button = to.end();
    to.close();
    button
}

/// Writes the row of an event or a quote.
fn item_row(
    to: &mut Writer,
    state: &State,
    words: &Phrases,
    strand: Strand,
    item: usize,
) -> Option<Element> {
    let (kind, track) = track(state, strand);
    let number = *track.items().get(item)?;
    let target = Target { kind, number };
    let date = state.date(target)?;
    let (language, text) = name(state, words, target)?;
    open_row(to, strand, "li entry");
    to.number("aria-posinset", track.index().place(item) + 1);
    to.number("aria-setsize", track.size());
    let row = to.here.clone();
    class(&row, "vague", is_vague(date));
    class(&row, "span", date.is_interval());
    to.open("button type=button data-action=choose");
    to.set("part", if kind == Kind::Event { "event" } else { "event mark" });
    to.set("data-id", state.id(target)?);
    to.leaf("span when", &words.date(date, Length::Short, &Browser(words.language)));
    to.open("span what");
    to.tongue(language);
    if kind == Kind::Quote {
        to.hidden(&[band::speaker(state, words, number), words.colon]);
        class(&to.here, "quoted", true);
    } else if state.is_disputed(number) {
        to.leaf("span disputed aria-hidden=true", "≠");
        to.hidden(&[words.figures_differ, ", "]);
    }
    to.found(&text);
    to.close();
    let button = to.end();
    to.close();
    Some(button)
}
