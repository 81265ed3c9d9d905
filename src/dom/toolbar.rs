//! Search and filters.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement};

use super::cards::article_name;
use super::markup::{Writer, class, flag, has_focus, landmark, node};
use crate::dossier::EntityKind;
use crate::join::{digits, join};
use crate::phrases::Phrases;
use crate::sort::sort;
use crate::state::State;

/// The bar above the timeline.
pub(super) struct Toolbar {
    pub(super) bar: Element,
    pub(super) search: HtmlInputElement,
    speaker: Element,
    outlet: Element,
    entity: Element,
    /// The button that opens the filters where they are in a sheet.
    count: Element,
    filters: &'static str,
    clear: Element,
    unsearch: Element,
}

impl Toolbar {
    pub(super) fn new(state: &State, words: &Phrases) -> Self {
        let dossier = state.dossier();
        let bar = node("div toolbar part=toolbar role=search");
        let mut to = Writer::new(&bar, words.language);
        to.set("aria-label", &landmark(dossier, words, words.search));
        to.open("div field");
        to.open(
            "input type=search part=search data-action=search autocomplete=off spellcheck=false",
        );
        to.set("placeholder", words.search_hint);
        to.set("aria-label", words.search);
        let search = to.end();
        to.start("button unsearch type=button data-action=unsearch", "×");
        to.set("aria-label", words.clear_search);
        let unsearch = to.end();
        to.close();

        // One set of filters: beside the search where there is room, else in a sheet that the browser
        // opens and closes.
        to.start("button sheet-button type=button popovertarget=filters", words.filters);
        let count = to.end();
        to.open("div filters id=filters popover=auto role=group");
        to.set("aria-label", words.filters);
        to.start("button close type=button popovertarget=filters popovertargetaction=hide", "×");
        to.set("aria-label", words.close);
        to.close();
        let [speaker, outlet, entity] = [
            ("select part=filter data-action=speaker", words.speaker),
            ("select part=filter data-action=outlet", words.outlet),
            ("select part=filter data-action=entity", words.entity),
        ]
        .map(|(select, name)| {
            to.open("label");
            to.hidden(&[name]);
            to.open(select);
            let select = to.end();
            to.close();
            select
        });

        to.close();
        to.start("button clear type=button data-action=clear", words.clear);
        let clear = to.end();
        let search = search.unchecked_into();
        let toolbar = Self {
            bar,
            search,
            speaker,
            outlet,
            entity,
            count,
            filters: words.filters,
            clear,
            unsearch,
        };
        toolbar.fill(state, words);
        toolbar
    }

    /// Lists what can be filtered by.
    pub(super) fn fill(&self, state: &State, words: &Phrases) {
        let dossier = state.dossier();
        let filter = state.filter();

        let mut to = begun(&self.speaker, words, words.all_speakers);
        let most = frequent(state.speakers(), filter.speaker);
        for (number, count) in most {
            if let Some(entity) = dossier.entities.get(number) {
                let name = entity.name.text(words.language);
                option(&mut to, number, &join(&[name, " (", &digits(count), ")"]));
            }
        }
        done(&self.speaker);

        let mut to = begun(&self.outlet, words, words.all_outlets);
        let counts = state.outlets().iter().enumerate();
        let counts = counts.map(|(number, own)| (number, own.articles.len())).collect();
        for (number, _) in frequent(counts, filter.outlet) {
            let first = state.outlets().get(number).and_then(|own| own.articles.first());
            if let Some(article) = first.and_then(|number| dossier.articles.get(*number)) {
                option(&mut to, number, &article_name(article, words));
            }
        }
        done(&self.outlet);

        let mut to = begun(&self.entity, words, words.all_entities);
        let count = |number| {
            let index = state.index();
            index.entity_events(number).len() + index.entity_quotes(number).len()
        };
        let counts = (0..dossier.entities.len()).map(|number| (number, count(number)));
        let linked = frequent(counts.filter(|(_, count)| *count > 0).collect(), filter.entity);
        for (_, kind) in &EntityKind::ALL {
            let mut grouped = false;
            for (number, _) in &linked {
                let Some(own) = dossier.entities.get(*number).filter(|own| own.kind == *kind)
                else {
                    continue;
                };
                if !grouped {
                    to.open("optgroup");
                    to.set("label", words.entity_kind(*kind));
                    grouped = true;
                }
                option(&mut to, *number, own.name.text(words.language));
            }
            if grouped {
                to.close();
            }
        }
        done(&self.entity);
        self.draw(state);
    }

    /// Shows the filters in force.
    pub(super) fn draw(&self, state: &State) {
        let filter = state.filter();
        choose(&self.speaker, filter.speaker);
        choose(&self.outlet, filter.outlet);
        choose(&self.entity, filter.entity);
        let set = [filter.speaker, filter.outlet, filter.entity].iter().flatten().count();
        let mut text = self.filters.to_owned();
        if set > 0 {
            text.push_str(&join(&[" (", &digits(set), ")"]));
        }
        self.count.set_text_content(Some(&text));
        class(&self.count, "set", set > 0);
        // Whoever types knows better than the state what stands in the field.
        if filter.is_empty() && filter.query.is_empty() && !has_focus(&self.search) {
            self.search.set_value("");
        }
        flag(&self.clear, "hidden", filter.is_empty());
        flag(&self.unsearch, "hidden", self.search.value().is_empty());
    }

    /// Empties the search, and goes there: the button that asked for it is gone then.
    pub(super) fn unsearch(&self) {
        self.search.set_value("");
        flag(&self.unsearch, "hidden", true);
        let _ = self.search.focus();
    }
}

/// A longer list than this is no help to anyone; search finds the others.
const MOST_OPTIONS: usize = 200;

/// The most frequent ones, and the chosen one, in their order.
fn frequent(mut counts: Vec<(usize, usize)>, chosen: Option<usize>) -> Vec<(usize, usize)> {
    if counts.len() > MOST_OPTIONS {
        let count = |place: usize| counts.get(place).map(|(_, count)| *count);
        let mut order = (0..counts.len()).collect();
        sort(&mut order, &|one, other| count(one) > count(other));
        let least = order.get(MOST_OPTIONS).and_then(|place| count(*place));
        counts.retain(|(number, count)| Some(*count) > least || Some(*number) == chosen);
    }
    counts
}

/// Empties a list but for the choice of nothing.
fn begun(select: &Element, words: &Phrases, all: &str) -> Writer {
    select.set_text_content(None);
    let mut to = Writer::new(select, words.language);
    to.leaf("option value=", all);
    to
}

/// Where there is nothing to choose from there is nothing to see.
fn done(select: &Element) {
    if let Some(label) = select.parent_element() {
        flag(&label, "hidden", select.child_element_count() < 2);
    }
}

#[inline(never)]
fn option(to: &mut Writer, number: usize, text: &str) {
    to.start("option", text);
    to.number("value", number);
    to.close();
}

#[inline(never)]
fn choose(control: &Element, number: Option<usize>) {
    // A `select` has a value as an `input` has.
    let value = number.map_or_else(String::new, digits);
    control.unchecked_ref::<HtmlInputElement>().set_value(&value);
    class(control, "set", number.is_some());
}
