//! One band of the timeline: labels in lanes, and clusters where there is no room.

use std::cell::Cell;
use std::ops::Range;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::anchor::Anchor;
use super::markup::{Writer, append, class, flag, forth, has_focus, length, node, set, translate};
use super::quotes::date_text;
use super::stems::Stems;
use crate::dossier::{Kind, Language, Target};
use crate::edtf::{Edtf, Precision};
use crate::join::{digits, join};
use crate::phrases::Phrases;
use crate::sort::sort;
use crate::state::{State, Track};
use crate::timeline::{Cluster, Layout, LayoutOptions, Placed, Scale, Second, Window, layout};

/// Height of a lane in pixels; the style sheet has the same.
const LANE_PX: i32 = 26;
const GAP_PX: i32 = 8;
const WIDEST_LABEL_PX: i32 = 290;
const NARROWEST_LABEL_PX: i32 = 24;
/// A quote's label has its first words, as many characters as this.
const QUOTED: usize = 34;
/// A cluster of no more events than this tells that one of them has a disputed figure.
const MOST_TOLD: usize = 32;
/// The width of the sign before the title of an event on whose figures articles differ.
const SIGN_PX: i32 = 16;
/// A shorter extent is drawn as a point of this width.
const POINT_PX: i32 = 8;

/// The classes of a quote's label.
const QUOTE_ITEM: &str = "li item point quote-mark";

/// A label that is in the document.
struct Label {
    item: usize,
    box_: Element,
    button: Element,
    extent: Element,
    /// Where it begins, in pixels.
    px: i32,
    /// Whether it is marked as chosen, and whether Tab stops at it.
    chosen: Cell<bool>,
    stops: Cell<bool>,
    drawn: Cell<Drawn>,
}

/// Where a label and what belongs to it stand, in pixels; at first as its pattern has it.
#[derive(Clone, Copy, Default, PartialEq)]
struct Drawn {
    box_: (i32, i32),
    width: i32,
    /// Where the extent begins, from the box's edge, and how long it is: nothing for a point.
    extent: (i32, i32),
}

impl Drawn {
    /// Tells the browser what is not as before.
    fn show(self, label: &Label, forth: i32) {
        let before = label.drawn.replace(self);
        if self.box_ != before.box_ {
            translate(&label.box_, self.box_.0 * forth, self.box_.1);
        }
        if self.width != before.width {
            length(&label.box_, "width", self.width);
        }
        if self.extent != before.extent {
            let (from, long) = self.extent;
            class(&label.box_, "point", long == 0);
            translate(&label.extent, from * forth, 0);
            length(&label.extent, "width", long);
        }
    }
}

/// A cluster that is in the document.
struct Chip {
    /// When the stretch of time begins that it counts: by this it is known again.
    since: Second,
    /// Which of the chips it is; at first none.
    place: Option<usize>,
    items: Range<usize>,
    count: usize,
    /// Where those are that are known by number only.
    unread: Option<Window>,
    box_: Element,
    button: Element,
    px: i32,
    /// Where it is drawn, from the anchor.
    x: Option<i32>,
    /// Whether Tab stops at it.
    stops: Cell<bool>,
}

/// What the keyboard goes along in a band.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// The labels of events or quotes.
    Labels,
    /// The clusters, next to the axis.
    Clusters,
}

/// Events, or quotes.
pub(super) struct Band {
    pub(super) section: Element,
    list: Element,
    clusters: Element,
    /// Behind all labels, lest a stem cross a word; that of what is chosen is in the other.
    stems: [Stems; 2],
    /// What labels are copies of: one call for a node and all that is in it.
    pattern: Element,
    kind: Kind,
    lanes: u16,
    labels: Vec<Label>,
    chips: Vec<Chip>,
    /// How wide the label of each item is, in pixels; 0 where that was not asked yet.
    widths: Vec<Cell<i32>>,
    /// What was laid out last, and at which scale.
    laid: Option<(Scale, Layout)>,
    /// Where things stand is reckoned from this: while the window moves, all of them are moved as one.
    anchor: Anchor,
    /// Where the keyboard is: an item of the track.
    cursor: Option<usize>,
    focus: bool,
}

impl Band {
    pub(super) fn new(kind: Kind, lanes: u16, name: &str, grouped: &str) -> Self {
        let section = node(if kind == Kind::Event { "div events" } else { "div marks" });
        let stems = ["div stems", "div stems selected"].map(Stems::new);
        let pattern = node(if kind == Kind::Event { "li item point" } else { QUOTE_ITEM });
        let mut to = Writer::new(&pattern, Language::UNDETERMINED);
        to.open("button type=button data-action=choose part=event tabindex=-1 aria-current=false");
        if kind == Kind::Quote {
            // Two parts: an attribute with a space in it.
            to.set("part", "event mark");
        }
        to.close();
        to.leaf("span extent", "");
        let list = node("ul aria-describedby=keys");
        let clusters = node("ul");
        set(&section, "data-band", kind.as_str());
        for part in [&stems[0].layer, &stems[1].layer, &list, &clusters] {
            append(&section, part);
        }
        set(&list, "aria-label", name);
        set(&clusters, "aria-label", grouped);
        // One row for clusters next to the axis, one for what goes on from before.
        length(&section, "height", (i32::from(lanes) + 2) * LANE_PX);
        let (labels, chips, widths) = (Vec::new(), Vec::new(), Vec::new());
        let (laid, anchor, cursor, focus) = (None, Anchor::default(), None, false);
        Self {
            section,
            list,
            clusters,
            stems,
            pattern,
            kind,
            lanes,
            labels,
            chips,
            widths,
            laid,
            anchor,
            cursor,
            focus,
        }
    }

    fn track<'a>(&self, state: &'a State) -> &'a Track {
        if self.kind == Kind::Event { state.events() } else { state.quotes() }
    }

    /// What is in a cluster: items, and a stretch of time with those that are known by number only.
    pub(super) fn cluster(&self, place: usize) -> Option<(Range<usize>, Option<Window>)> {
        let chip = self.chips.get(place)?;
        Some((chip.items.clone(), chip.unread))
    }

    /// The identifier of the label that the keyboard is on.
    pub(super) fn standing(&self, state: &State) -> Option<String> {
        let label = self.label(self.cursor?).filter(|_| has_focus(&self.list))?;
        let number = *self.track(state).items().get(label.item)?;
        state.id(Target { kind: self.kind, number }).map(str::to_owned)
    }

    /// Takes all labels away: what they stand for has other numbers now.
    pub(super) fn clear(&mut self) {
        self.shorten(0);
        self.widths.clear();
        self.laid = None;
        self.cursor = None;
    }

    /// Takes all labels away but the first ones.
    fn shorten(&mut self, kept: usize) {
        while self.labels.len() > kept {
            if let Some(gone) = self.labels.pop() {
                gone.box_.remove();
            }
        }
    }

    /// Moves the keyboard's place by some items (or to an end, with a large number), and says what
    /// stands there. It is focused with the next drawing.
    pub(super) fn go(&mut self, state: &State, by: isize) -> Option<Target> {
        let track = self.track(state);
        let last = track.index().len().checked_sub(1)?;
        let item = self.entrance(state).unwrap_or(0).saturating_add_signed(by).min(last);
        let number = *track.items().get(item)?;
        self.focus_item(item);
        Some(Target { kind: self.kind, number })
    }

    /// The item at which the keyboard comes in: where it was, else the first in sight.
    fn entrance(&self, state: &State) -> Option<usize> {
        self.cursor.or_else(|| state.chosen_item(self.kind)).or_else(|| self.first_label())
    }

    fn first_label(&self) -> Option<usize> {
        self.labels.first().map(|label| label.item)
    }

    /// Draws what is seen now. While it is `zooming`, what was laid out is moved, where that will do; says
    /// whether it did.
    pub(super) fn draw(&mut self, state: &State, words: &Phrases, zooming: bool) -> bool {
        let track = self.track(state);
        let chosen = state.chosen_item(self.kind);
        if self.cursor.is_some_and(|item| item >= track.index().len()) {
            self.cursor = None;
        }
        let pinned = self.cursor.filter(|_| self.focus || has_focus(&self.list)).or(chosen);
        self.widths.resize(track.index().len(), Cell::new(0));
        let widths = &self.widths;
        let label_px = |item: usize| {
            let (Some(number), Some(known)) = (track.items().get(item), widths.get(item)) else {
                return 0;
            };
            if known.get() > 0 {
                return known.get();
            }
            let target = Target { kind: self.kind, number: *number };
            let text = name(state, words, target).map_or_else(String::new, |(_, text)| text);
            let sign = if is_disputed(state, target) { SIGN_PX } else { 0 };
            known.set((text_px(&text) + sign + 26).min(WIDEST_LABEL_PX));
            known.get()
        };
        let options = LayoutOptions {
            lanes: self.lanes,
            ongoing_lanes: 1,
            gap_px: GAP_PX,
            label_px: &label_px,
            selected: pinned,
        };
        let scale = state.scale();
        let stretched = match &self.laid {
            Some((from, laid)) if zooming && !self.focus => {
                laid.stretched(track.index(), *from, scale)
            }
            _ => None,
        };
        let is_stretched = stretched.is_some();
        let layout = stretched.unwrap_or_else(|| layout(track.index(), scale, &options));
        let moved = self.anchor.hold(scale, &[&self.list, &self.clusters], forth(words));
        self.place_labels(state, words, &layout, moved);
        self.draw_stems(&layout, chosen);
        self.place_chips(state, words, &layout, moved);
        for label in &self.labels {
            let on = Some(label.item) == chosen;
            if label.chosen.replace(on) == on {
                continue;
            }
            class(&label.box_, "selected", on);
            set(&label.button, "aria-current", if on { "true" } else { "false" });
        }
        // On the way to where it is in sight, the label is not there yet.
        if self.focus && focus(self.cursor.and_then(|item| self.label(item)).map(|own| &own.button))
        {
            self.focus = false;
        }
        if !is_stretched {
            self.laid = Some((scale, layout));
        }
        is_stretched
    }

    /// Whether there is anything on it for the keyboard to stop at.
    pub(super) fn is_empty(&self) -> bool {
        self.labels.is_empty() && self.chips.is_empty()
    }

    /// Lets Tab stop at one place of the band, or at none: the timeline is one stop, within which
    /// the arrow keys go (the roving tabindex of the ARIA Authoring Practices).
    pub(super) fn rove(&self, state: &State, on: bool) {
        let entrance = self.entrance(state).filter(|item| self.label(*item).is_some());
        let entrance = entrance.or_else(|| self.first_label()).filter(|_| on);
        for label in &self.labels {
            let on = Some(label.item) == entrance;
            stop(&label.button, &label.stops, on);
        }
        for (place, chip) in self.chips.iter().enumerate() {
            let on = on && place == 0 && self.labels.is_empty();
            stop(&chip.button, &chip.stops, on);
        }
    }

    /// Where an element of the band stands: in which row, and at which pixel.
    pub(super) fn spot(&self, node: &Element) -> Option<(Row, i32)> {
        let label = self.labels.iter().find(|own| own.button == *node);
        let chip = self.chips.iter().find(|own| own.button == *node);
        let chip = chip.map(|own| (Row::Clusters, own.px));
        label.map(|own| (Row::Labels, own.px)).or(chip)
    }

    /// Focuses what stands nearest to a pixel in one of the rows; says whether there is anything.
    pub(super) fn focus_near(&mut self, row: Row, px: i32) -> bool {
        let far = |own: i32| own.abs_diff(px);
        let found = match row {
            Row::Labels => {
                let label = self.labels.iter().min_by_key(|own| far(own.px));
                self.cursor = label.map(|own| own.item).or(self.cursor);
                label.map(|own| &own.button)
            }
            Row::Clusters => self.chips.iter().min_by_key(|own| far(own.px)).map(|own| &own.button),
        };
        focus(found)
    }

    /// Focuses the cluster so many further on than the one that an element is; the last ones stay.
    pub(super) fn along_clusters(&self, node: &Element, by: isize) {
        let place = self.chips.iter().position(|own| own.button == *node).unwrap_or_default();
        let last = self.chips.len().saturating_sub(1);
        let chip = self.chips.get(place.saturating_add_signed(by).min(last));
        focus(chip.map(|own| &own.button));
    }

    /// Focuses where Tab would stop.
    pub(super) fn focus_stop(&self, state: &State) -> bool {
        let label = self.entrance(state).and_then(|item| self.label(item)).or(self.labels.first());
        let chip = self.chips.first().map(|own| &own.button);
        focus(label.map(|own| &own.button).or(chip))
    }

    /// The keyboard came to an element of the band.
    pub(super) fn entered(&mut self, node: &Element) {
        let label = self.labels.iter().find(|own| own.button == *node);
        self.cursor = label.map(|own| own.item).or(self.cursor);
    }

    /// The keyboard went elsewhere: nothing is focused with the next drawing.
    pub(super) fn let_go(&mut self) {
        self.focus = false;
    }

    /// With the next drawing that shows it the keyboard stands on an item.
    pub(super) fn focus_item(&mut self, item: usize) {
        self.cursor = Some(item);
        self.focus = true;
    }

    fn label(&self, item: usize) -> Option<&Label> {
        self.labels.iter().find(|label| label.item == item)
    }

    /// Reuses the labels that stay, in the order of time; none that stays is moved in the document,
    /// so focus is never lost.
    fn place_labels(&mut self, state: &State, words: &Phrases, layout: &Layout, moved: i32) {
        let inside = layout.labels.len();
        let row = |row: usize| match layout.labels.get(row) {
            Some(placed) => Some(placed),
            None => layout.ongoing.get(row.checked_sub(inside)?),
        };
        let item = |number| row(number).map(|placed| placed.item);
        let mut rows: Vec<usize> = (0..inside + layout.ongoing.len()).collect();
        sort(&mut rows, &|one, other| item(one) < item(other));
        let mut kept = 0;
        for number in rows {
            let Some(placed) = row(number) else { continue };
            while self.labels.get(kept).is_some_and(|label| label.item < placed.item) {
                self.labels.remove(kept).box_.remove();
            }
            if self.labels.get(kept).is_none_or(|label| label.item != placed.item) {
                let Some(label) = self.make_label(state, words, placed.item) else { continue };
                let next = self.labels.get(kept).map(|label| label.box_.as_ref());
                self.list.insert_before(&label.box_, next).unwrap_throw();
                self.labels.insert(kept, label);
            }
            if let Some(label) = self.labels.get_mut(kept) {
                label.px = placed.start_px;
            }
            if let Some(label) = self.labels.get(kept) {
                let edge = state.scale().width_px();
                self.place(label, placed, number >= inside, edge, moved, forth(words));
            }
            kept += 1;
        }
        self.shorten(kept);
    }

    fn make_label(&self, state: &State, words: &Phrases, item: usize) -> Option<Label> {
        let number = *self.track(state).items().get(item)?;
        let target = Target { kind: self.kind, number };
        let date = state.date(target)?;
        let named = name(state, words, target)?;
        let (language, text) = where_found(state, target, &named.1).unwrap_or(named);
        let said = said(state, words, target, date);
        let box_: Element = self.pattern.clone_node_with_deep(true).ok()?.unchecked_into();
        let (button, extent) = (box_.first_element_child()?, box_.last_element_child()?);
        // Only what is in sight is in the document: a screen reader is told of how many it is which.
        let track = self.track(state);
        set(&box_, "aria-posinset", &digits(track.index().place(item) + 1));
        set(&box_, "aria-setsize", &digits(track.size()));
        for (name, on) in [("vague", is_vague(date)), ("span", date.is_interval())] {
            if on {
                class(&box_, name, on);
            }
        }
        let mut to = Writer::new(&button, words.language).marking(&state.filter().query);
        to.tongue(language);
        let disputed = is_disputed(state, target);
        if disputed {
            to.leaf("span disputed aria-hidden=true", "≠");
        }
        to.found(&text);
        to.set("data-id", state.id(target)?);
        let dispute = if disputed { join(&[", ", words.figures_differ]) } else { String::new() };
        to.set("title", &join(&[&text, " (", &said, dispute.as_str(), ")"]));
        // Not as text that is hidden: that is laid out as any, and is a third of a label's work.
        let (by, colon) = if self.kind == Kind::Quote {
            (speaker(state, words, number), words.colon)
        } else {
            ("", "")
        };
        to.set("aria-label", &join(&[by, colon, &text, ", ", &said, dispute.as_str()]));
        let (chosen, stops, drawn) = Default::default();
        Some(Label { item, box_, button, extent, px: 0, chosen, stops, drawn })
    }

    /// Where a lane begins, in pixels from the band's upper edge: lanes are counted from the axis.
    fn lane_px(&self, lane: i32) -> i32 {
        let above = self.kind == Kind::Event;
        let lanes = if above { i32::from(self.lanes) - lane } else { lane + 1 };
        lanes * LANE_PX
    }

    /// Puts a label where it belongs. While the window moves, little of it changes: that alone is told to
    /// the browser.
    fn place(
        &self,
        label: &Label,
        placed: &Placed,
        ongoing: bool,
        edge: i32,
        moved: i32,
        forth: i32,
    ) {
        let lane = if ongoing { self.lanes } else { placed.lane };
        // At the right edge a title is shortened, not cut; a mere letter of it would say nothing.
        let free = (edge - placed.x).max(NARROWEST_LABEL_PX);
        // Drawn no further than can be seen.
        let from = (placed.start_px - placed.x).max(-40);
        let long = (placed.end_px - placed.x).clamp(from, 8192) - from;
        let drawn = Drawn {
            box_: (placed.x + moved, self.lane_px(lane.into())),
            width: placed.width.min(free),
            extent: (from, if long < POINT_PX { 0 } else { long }),
        };
        drawn.show(label, forth);
    }

    /// Each stem stands on the axis, below events and above quotes.
    fn draw_stems(&mut self, layout: &Layout, chosen: Option<usize>) {
        for Placed { item, lane, start_px, .. } in &layout.labels {
            let lane = i32::from(*lane);
            let top = if self.kind == Kind::Event { self.lane_px(lane) + LANE_PX } else { 0 };
            let [others, own] = &mut self.stems;
            let stems = if Some(*item) == chosen { own } else { others };
            stems.add(*start_px, top, (lane + 1) * LANE_PX);
        }
        for stems in &mut self.stems {
            stems.draw();
        }
    }

    fn place_chips(&mut self, state: &State, words: &Phrases, layout: &Layout, moved: i32) {
        let above = self.kind == Kind::Event;
        let y = if above { (i32::from(self.lanes) + 1) * LANE_PX } else { 0 };
        let counted = if above { words.event_count } else { words.quote_count };
        let clusters = apart(&layout.clusters);
        let mut left = None;
        for (place, cluster) in clusters.iter().enumerate() {
            while self.chips.get(place).is_some_and(|chip| chip.since < cluster.since) {
                left = left.or(self.remove_chip(place));
            }
            if self.chips.get(place).is_none_or(|chip| chip.since != cluster.since) {
                let chip = make_chip(cluster.since);
                let next = self.chips.get(place).map(|chip| chip.box_.as_ref());
                self.clusters.insert_before(&chip.box_, next).unwrap_throw();
                self.chips.insert(place, chip);
            }
            let Some(chip) = self.chips.get_mut(place) else { continue };
            chip.unread = cluster.unread;
            if chip.count != cluster.count || chip.items != cluster.items {
                chip.items = cluster.items.clone();
                chip.count = cluster.count;
                let count = words.count(cluster.count, counted);
                let told = with_dispute(state, words, self.kind, &cluster.items, count);
                let mut shown = digits(cluster.count);
                if is_told_disputed(state, self.kind, &cluster.items) {
                    shown.push_str("\u{A0}≠");
                }
                set(&chip.button, "aria-label", &join(&[&told, ", ", words.cluster]));
                set(&chip.button, "title", &told);
                chip.button.set_text_content(Some(&shown));
            }
            chip.px = cluster.px;
            let x = cluster.px - LANE_PX / 2 + moved;
            if chip.x != Some(x) {
                chip.x = Some(x);
                translate(&chip.box_, x * forth(words), y);
            }
            if chip.place.replace(place) != Some(place) {
                set(&chip.button, "data-number", &digits(place));
            }
        }
        while self.chips.len() > clusters.len() {
            left = left.or(self.remove_chip(clusters.len()));
        }
        flag(&self.clusters, "hidden", clusters.is_empty());
        if let Some(px) = left.filter(|_| !self.focus) {
            self.focus_near(Row::Clusters, px);
        }
    }

    /// Takes a chip away; says where it was, if the keyboard was on it.
    fn remove_chip(&mut self, place: usize) -> Option<i32> {
        let gone = self.chips.remove(place);
        let focused = has_focus(&gone.box_);
        gone.box_.remove();
        focused.then_some(gone.px)
    }
}

fn make_chip(since: Second) -> Chip {
    let box_ = node("li cluster");
    let mut to = Writer::new(&box_, Language::UNDETERMINED);
    to.open("button type=button data-action=open-cluster tabindex=-1");
    let button = to.end();
    let (unread, x, stops) = Default::default();
    Chip { since, place: None, items: 0..0, count: 0, unread, box_, button, px: 0, x, stops }
}

/// Says whether Tab stops at a button, where that is not as before.
fn stop(button: &Element, before: &Cell<bool>, on: bool) {
    if before.replace(on) != on {
        set(button, "tabindex", if on { "0" } else { "-1" });
    }
}

/// Focuses a button, if there is one. The page does not scroll for what is in the widget's own sight.
fn focus(button: Option<&Element>) -> bool {
    let found = button.map(|own| own.unchecked_ref::<HtmlElement>().focus());
    found.is_some()
}

/// Whether articles differ on a figure of one of a cluster's events; not asked of larger ones, where
/// there is nearly always one: that would say nothing.
fn is_told_disputed(state: &State, kind: Kind, items: &Range<usize>) -> bool {
    let inside = state.events().items().get(items.clone()).unwrap_or_default();
    kind == Kind::Event
        && inside.len() <= MOST_TOLD
        && inside.iter().any(|own| state.is_disputed(*own))
}

/// The count of a cluster, with the word that articles differ on a figure in it.
pub(super) fn with_dispute(
    state: &State,
    words: &Phrases,
    kind: Kind,
    items: &Range<usize>,
    count: String,
) -> String {
    if is_told_disputed(state, kind, items) {
        join(&[&count, ", ", words.figures_differ])
    } else {
        count
    }
}

/// Whether it is an event on a number of which articles differ.
fn is_disputed(state: &State, target: Target) -> bool {
    target.kind == Kind::Event && state.is_disputed(target.number)
}

/// What the label says: an event's title, a quote's first words.
pub(super) fn name(state: &State, words: &Phrases, target: Target) -> Option<(Language, String)> {
    let dossier = state.dossier();
    if target.kind == Kind::Event {
        let (language, title) = dossier.events.get(target.number)?.title.get(words.language);
        return Some((language, title.to_owned()));
    }
    let reading = dossier.quotes.get(target.number)?.readings.first()?;
    let own = reading.language.matches(words.language);
    let other = reading.translations.iter().find(|own| own.language.matches(words.language));
    let (language, text) = match other.filter(|_| !own) {
        Some(translation) => (translation.language, &translation.text),
        None => (reading.language, &reading.text),
    };
    let mut first = text.plain();
    if let Some((end, _)) = first.char_indices().nth(QUOTED) {
        first.truncate(end);
        first.push('…');
    }
    Some((language, first))
}

/// When it was: an event's own words for it come first.
fn said(state: &State, words: &Phrases, target: Target, date: &Edtf) -> String {
    let said = date_text(date, words);
    let event = state.dossier().events.get(target.number).filter(|_| target.kind == Kind::Event);
    let own = event.map_or("", |event| event.date_text.text(words.language));
    if own.is_empty() { said } else { join(&[own, ", ", &said]) }
}

/// The words of a quote around what is looked for, where its first words do not have it.
fn where_found(state: &State, target: Target, first: &str) -> Option<(Language, String)> {
    let query = &state.filter().query;
    if query.is_empty() || target.kind == Kind::Event || !query.marks(first).is_empty() {
        return None;
    }
    for reading in &state.dossier().quotes.get(target.number)?.readings {
        let mut texts = vec![(reading.language, &reading.text)];
        for own in &reading.translations {
            texts.push((own.language, &own.text));
        }
        for (language, text) in texts {
            let text = text.plain();
            if let Some(mark) = query.marks(&text).first() {
                return Some((language, around(&text, mark.start)));
            }
        }
    }
    None
}

/// A piece of a text from a place on, or from the beginning of the word that it is in.
fn around(text: &str, place: usize) -> String {
    let mut from = 0;
    let mut shown = 0;
    let mut piece = String::new();
    for (at, letter) in text.char_indices() {
        if at <= place && letter == ' ' {
            from = at + 1;
        }
    }
    if from > 0 {
        piece.push('…');
    }
    for letter in text.get(from..).unwrap_or_default().chars() {
        shown += 1;
        if shown > QUOTED {
            piece.push('…');
            break;
        }
        piece.push(letter);
    }
    piece
}

/// Who said a quote.
pub(super) fn speaker<'a>(state: &'a State, words: &'a Phrases, number: usize) -> &'a str {
    let speaker = state.dossier().quotes.get(number).and_then(|quote| state.speaker(quote));
    speaker.map_or(words.unknown_speaker, |own| own.name.text(words.language))
}

/// Clusters that would cover one another become one.
fn apart(clusters: &[Cluster]) -> Vec<Cluster> {
    let mut apart: Vec<Cluster> = Vec::new();
    for cluster in clusters {
        match apart.last_mut().filter(|last| cluster.px - last.px < LANE_PX + 4) {
            Some(last) => {
                last.items.end = cluster.items.end;
                last.count += cluster.count;
                last.unread = match (last.unread, cluster.unread) {
                    (Some(one), Some(other)) => Some(one.joined(other)),
                    (one, other) => one.or(other),
                };
            }
            None => apart.push(cluster.clone()),
        }
    }
    apart
}

/// Whether a date is less than a day's certainty, and so drawn.
pub(super) fn is_vague(date: &Edtf) -> bool {
    date.is_approximate()
        || date.is_uncertain()
        || (!date.is_interval() && date.precision() < Precision::Day)
}

/// About how wide a text is in the label's type, in pixels: near enough to place it, and without
/// making the browser lay out. What is wider ends in an ellipsis.
fn text_px(text: &str) -> i32 {
    let mut tenths = 0;
    for letter in text.chars() {
        tenths += match letter {
            'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | '’' | '|' | ':' | ';' | '!' => 36,
            'f' | 'r' | 't' | ' ' | '(' | ')' | '-' | '\u{A0}' | '\u{202F}' => 46,
            'm' | 'w' | 'M' | 'W' | '…' | '—' => 112,
            'A'..='Z' | 'É' | 'À' => 88,
            '\u{2E80}'.. => 135,
            _ => 77,
        };
    }
    tenths / 10
}
