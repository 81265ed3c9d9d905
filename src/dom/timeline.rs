//! The timeline: events above the axis, quotes below it, the whole at the foot.

use std::ops::Range;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::axis::Axis;
use super::band::{Band, Row};
use super::eras::Eras;
use super::hint::Hint;
use super::keys;
use super::markup::{Writer, append, flag, has_focus, landmark, node, set};
use super::overview::Overview;
use super::pointer::Drag;
use super::upright::{Upright, is_upright};
use crate::dossier::{Dossier, Kind};
use crate::phrases::Phrases;
use crate::state::{Changes, State};
use crate::timeline::Window;

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
    pub(super) help: Element,
    pub(super) hint: Hint,
    back: Element,
    to_selection: Element,
    /// The band that the keyboard was in last.
    at: Kind,
    /// The keyboard was on a timeline that this one stands for now.
    pub(super) refocus: bool,
    /// The item that the keyboard stands on, which has another number now.
    pub(super) stand: Option<(Kind, usize)>,
    pub(super) upright: Upright,
    /// What was drawn last is to be laid out anew once the zoom has come to rest.
    pub(super) stretched: bool,
    axis: Axis,
    eras: Eras,
}

impl Timeline {
    pub(super) fn new(of: &Dossier, words: &Phrases) -> Self {
        let events = Band::new(Kind::Event, EVENT_LANES, words.events, words.event_clusters);
        let quotes = Band::new(Kind::Quote, QUOTE_LANES, words.quotes, words.quote_clusters);
        let axis = Axis::new();
        let overview = Overview::new();
        let section = node("section timeline part=timeline");
        let mut to = Writer::new(&section, words.language);
        to.set("aria-label", &landmark(of, words, words.timeline));
        to.leaf("p hidden id=keys", words.timeline_keys);
        to.open("div controls role=group");
        to.set("aria-label", words.controls);
        for (button, sign, name) in &[
            ("button type=button data-action=earlier", "‹", words.earlier),
            ("button type=button data-action=later", "›", words.later),
            ("button type=button data-action=zoom-out", "−", words.zoom_out),
            ("button type=button data-action=zoom-in", "+", words.zoom_in),
            ("button type=button data-action=fit", "↔", words.fit),
        ] {
            control(&mut to, button, sign, name);
        }
        let [to_selection, back, _] = [
            ("button type=button data-action=to-selection", "◎", words.to_selection),
            ("button type=button data-action=back", "↶", words.back),
            ("button type=button data-action=help aria-haspopup=dialog", "?", words.help),
        ]
        .map(|(button, sign, name)| control(&mut to, button, sign, name));
        to.close();
        let eras = Eras::new(&mut to, &of.eras, words);
        to.open("div stage");
        let stage = to.end();
        for band in &[&eras.strip, &events.section, &axis.strip, &quotes.section] {
            append(&stage, band);
        }
        let upright = Upright::new(words);
        append(&stage, &upright.list);
        append(&section, &overview.strip);
        let help = keys::panel(words);
        append(&section, &help);
        let hint = Hint::new(&stage);
        flag(&quotes.section, "hidden", of.quotes.is_empty());
        let (drag, at) = (None, Kind::Event);
        Self {
            section,
            stage,
            events,
            quotes,
            overview,
            drag,
            help,
            hint,
            back,
            to_selection,
            at,
            refocus: false,
            stand: None,
            upright,
            stretched: false,
            axis,
            eras,
        }
    }

    /// Draws what changed; `zooming`, as long as the scale changes on and on.
    pub(super) fn draw(&mut self, state: &State, words: &Phrases, changes: Changes, zooming: bool) {
        let focused = std::mem::take(&mut self.refocus) || has_focus(&self.stage);
        let upright = is_upright(state);
        if changes.shown || upright {
            self.events.clear();
            self.quotes.clear();
        }
        if let Some((kind, item)) = self.stand.take() {
            self.band(kind).focus_item(item);
        }
        if !focused {
            // The keyboard has left since a key asked for this drawing.
            self.let_go();
        }
        flag(&self.section, "data-upright", upright);
        self.upright.draw(state, words, changes.shown);
        if !upright {
            let zooming = zooming && !changes.shown && !changes.selection;
            let events = self.events.draw(state, words, zooming);
            let quotes = self.quotes.draw(state, words, zooming);
            self.stretched = events || quotes;
        }
        if changes.scale && !upright {
            self.axis.draw(state, words);
            self.eras.draw(state, words);
        }
        self.overview.draw(state, words, changes);
        // Not `disabled`: the focus would be lost with the last step back.
        for (button, on) in
            [(&self.back, state.can_go_back()), (&self.to_selection, state.selected().is_some())]
        {
            set(button, "aria-disabled", if on { "false" } else { "true" });
        }
        self.rove(state);
        if focused && !has_focus(&self.stage) {
            // What the keyboard was on is gone: it stays as near as can be.
            self.focus_stop(state);
        }
    }

    /// The keyboard came to an element.
    pub(super) fn entered(&mut self, state: &State, node: &Element) {
        self.upright.entered(node);
        self.let_go();
        for kind in [Kind::Event, Kind::Quote] {
            if self.band(kind).spot(node).is_some() {
                self.at = kind;
                self.band(kind).entered(node);
                self.rove(state);
            }
        }
    }

    /// Nothing is focused with the next drawing. Not inlined: that is some 30 bytes more.
    #[inline(never)]
    fn let_go(&mut self) {
        self.upright.let_go();
        self.events.let_go();
        self.quotes.let_go();
    }

    fn rove(&self, state: &State) {
        let quotes = self.stops_at_quotes();
        self.events.rove(state, !quotes);
        self.quotes.rove(state, quotes);
    }

    fn stops_at_quotes(&self) -> bool {
        self.events.is_empty() || (self.at == Kind::Quote && !self.quotes.is_empty())
    }

    fn focus_stop(&self, state: &State) {
        if self.upright.focus_stop() {
            return;
        }
        let band = if self.stops_at_quotes() { &self.quotes } else { &self.events };
        if !band.focus_stop(state) {
            // Nothing is left in sight; the button that shows everything is at hand.
            let fit = self.section.query_selector("[data-action=fit]").ok().flatten();
            let _ = fit.map(|own| own.unchecked_ref::<HtmlElement>().focus());
        }
    }

    /// Goes to the next row up or down that has anything, to what stands nearest there.
    pub(super) fn across(&mut self, state: &State, node: &Element, by: isize) {
        const ROWS: [(Kind, Row); 4] = [
            (Kind::Event, Row::Labels),
            (Kind::Event, Row::Clusters),
            (Kind::Quote, Row::Clusters),
            (Kind::Quote, Row::Labels),
        ];
        let spots = [Kind::Event, Kind::Quote].map(|kind| (kind, self.band(kind).spot(node)));
        let found = spots.iter().find_map(|(kind, spot)| Some((*kind, (*spot)?)));
        let Some((kind, (row, px))) = found else { return };
        let mut place = ROWS.iter().position(|own| *own == (kind, row));
        while let Some((kind, row)) =
            place.and_then(|own| own.checked_add_signed(by)).and_then(|own| ROWS.get(own))
        {
            if self.band(*kind).focus_near(*row, px) {
                self.at = *kind;
                self.let_go();
                self.rove(state);
                return;
            }
            place = place.and_then(|own| own.checked_add_signed(by));
        }
    }

    /// What the keyboard stands on.
    pub(super) fn standing(&self, state: &State) -> Option<(Kind, String)> {
        let bands = [(Kind::Event, &self.events), (Kind::Quote, &self.quotes)];
        bands.into_iter().find_map(|(kind, band)| Some((kind, band.standing(state)?)))
    }

    /// What is in a cluster, by its number: items, and a stretch of time with those that are known by
    /// number only.
    pub(super) fn cluster(
        &mut self,
        kind: Kind,
        place: usize,
    ) -> Option<(Range<usize>, Option<Window>)> {
        self.upright.cluster(place).or_else(|| self.band(kind).cluster(place))
    }

    /// The band of events, or that of quotes.
    pub(super) fn band(&mut self, kind: Kind) -> &mut Band {
        if kind == Kind::Event { &mut self.events } else { &mut self.quotes }
    }
}

/// A button of the timeline, by its sign and its name.
fn control(to: &mut Writer, button: &str, sign: &str, name: &str) -> Element {
    to.start(button, sign);
    to.set("aria-label", name);
    to.set("title", name);
    to.end()
}
