//! The timeline: events above the axis, quotes below it, the whole at the foot.

use web_sys::Element;

use super::axis::Axis;
use super::band::Band;
use super::eras::Eras;
use super::markup::{Writer, append, flag, node};
use super::overview::Overview;
use super::pointer::Drag;
use crate::dossier::{Dossier, Kind};
use crate::phrases::Phrases;
use crate::state::{Changes, State};

/// Lanes for the labels of events, and of quotes.
const EVENT_LANES: u16 = 5;
const QUOTE_LANES: u16 = 2;

/// The bands, the axis, the overview, and what the pointer holds.
pub(super) struct Timeline {
    pub(super) section: Element,
    /// What is dragged, and measured.
    pub(super) stage: Element,
    pub(super) events: Band,
    pub(super) quotes: Band,
    pub(super) overview: Overview,
    pub(super) drag: Option<Drag>,
    axis: Axis,
    eras: Eras,
}

impl Timeline {
    pub(super) fn new(of: &Dossier, words: &Phrases) -> Self {
        let events = Band::new(Kind::Event, EVENT_LANES, words.events);
        let quotes = Band::new(Kind::Quote, QUOTE_LANES, words.quotes);
        let axis = Axis::new();
        let overview = Overview::new();
        let section = node("section timeline part=timeline");
        let mut to = Writer::new(&section, words.language);
        to.set("aria-label", words.timeline);
        to.leaf("p hidden id=keys", words.timeline_keys);
        to.open("div controls role=group");
        to.set("aria-label", words.timeline);
        for (button, sign, name) in &[
            ("button type=button data-action=earlier", "‹", words.earlier),
            ("button type=button data-action=later", "›", words.later),
            ("button type=button data-action=zoom-out", "−", words.zoom_out),
            ("button type=button data-action=zoom-in", "+", words.zoom_in),
            ("button type=button data-action=fit", "↔", words.fit),
        ] {
            to.start(button, sign);
            to.set("aria-label", name);
            to.set("title", name);
            to.close();
        }
        to.close();
        let eras = Eras::new(&mut to, &of.eras, words);
        to.open("div stage");
        let stage = to.end();
        for band in &[&eras.strip, &events.section, &axis.strip, &quotes.section] {
            append(&stage, band);
        }
        append(&section, &overview.strip);
        flag(&quotes.section, "hidden", of.quotes.is_empty());
        Self { section, stage, events, quotes, overview, drag: None, axis, eras }
    }

    pub(super) fn draw(&mut self, state: &State, words: &Phrases, changes: Changes) {
        if changes.shown {
            self.events.clear();
            self.quotes.clear();
        }
        self.events.draw(state, words);
        self.quotes.draw(state, words);
        if changes.scale {
            self.axis.draw(state, words);
            self.eras.draw(state, words);
        }
        self.overview.draw(state, changes);
    }

    /// The band of events, or that of quotes.
    pub(super) fn band(&mut self, kind: Kind) -> &mut Band {
        if kind == Kind::Event { &mut self.events } else { &mut self.quotes }
    }
}
