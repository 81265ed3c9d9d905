//! Search and filters.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement};

use super::cards::article_name;
use super::markup::{Writer, class, flag, has_focus, landmark, node};
use crate::dossier::EntityKind;
use crate::join::{digits, join};
use crate::phrases::Phrases;
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
        let speaker = open_select(
            &mut to,
            "select part=filter data-action=speaker",
            words.speaker,
            words.all_speakers,
        );
        for (number, count) in state.speakers() {
            if let Some(entity) = dossier.entities.get(number) {
                let name = entity.name.text(words.language);
                option(&mut to, number, &join(&[name, " (", &digits(count), ")"]));
            }
        }
        close_select(&mut to);

        let outlet = open_select(
            &mut to,
            "select part=filter data-action=outlet",
            words.outlet,
            words.all_outlets,
        );
        for (number, own) in state.outlets().iter().enumerate() {
            let first = own.articles.first().and_then(|number| dossier.articles.get(*number));
            if let Some(article) = first {
                option(&mut to, number, &article_name(article, words));
            }
        }
        close_select(&mut to);

        let entity = open_select(
            &mut to,
            "select part=filter data-action=entity",
            words.entity,
            words.all_entities,
        );
        for (_, kind) in &EntityKind::ALL {
            let mut grouped = false;
            for (number, own) in dossier.entities.iter().enumerate() {
                let linked = !state.index().entity_events(number).is_empty()
                    || !state.index().entity_quotes(number).is_empty();
                if own.kind == *kind && linked {
                    if !grouped {
                        to.open("optgroup");
                        to.set("label", words.entity_kind(*kind));
                        grouped = true;
                    }
                    option(&mut to, number, own.name.text(words.language));
                }
            }
            if grouped {
                to.close();
            }
        }
        close_select(&mut to);

        to.close();
        to.start("button clear type=button data-action=clear", words.clear);
        let clear = to.end();
        let search = search.unchecked_into();
        Self {
            bar,
            search,
            speaker,
            outlet,
            entity,
            count,
            filters: words.filters,
            clear,
            unsearch,
        }
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

fn open_select(to: &mut Writer, select: &str, name: &str, all: &str) -> Element {
    to.open("label");
    to.hidden(&[name]);
    to.open(select);
    to.leaf("option value=", all);
    to.here.clone()
}

fn close_select(to: &mut Writer) {
    let select = to.end();
    // Where there is nothing to choose from there is nothing to see.
    flag(&to.here, "hidden", select.child_element_count() < 2);
    to.close();
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
