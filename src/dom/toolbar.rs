//! Search and filters.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::markup::{Build, append, button, class, flag, hidden, node, set};
use crate::dossier::EntityKind;
use crate::phrases::Phrases;
use crate::state::State;

/// The bar above the timeline.
pub(super) struct Toolbar {
    pub(super) bar: Element,
    search: HtmlInputElement,
    speaker: Element,
    outlet: Element,
    entity: Element,
    clear: Element,
}

impl Toolbar {
    pub(super) fn new(state: &State, words: &Phrases) -> Self {
        let search = node("input", "")
            .with("type", "search")
            .with("part", "search")
            .with("data-action", "search")
            .with("placeholder", words.search_hint)
            .with("aria-label", words.search)
            .with("autocomplete", "off")
            .with("spellcheck", "false");
        let speaker = select("speaker", words.all_speakers);
        for (number, count) in state.speakers() {
            if let Some(entity) = state.dossier().entities.get(number) {
                let name = entity.name.text(words.language);
                append(&speaker, &option(number, &format!("{name} ({count})")));
            }
        }
        let outlet = select("outlet", words.all_outlets);
        for (number, own) in state.outlets().iter().enumerate() {
            append(&outlet, &option(number, &outlet_name(state, &own.articles, words)));
        }
        let entity = select("entity", words.all_entities);
        for (_, kind) in EntityKind::ALL {
            let group = node("optgroup", "").with("label", words.entity_kind(kind));
            for (number, own) in state.dossier().entities.iter().enumerate() {
                let linked = !state.index().entity_events(number).is_empty()
                    || !state.index().entity_quotes(number).is_empty();
                if own.kind == kind && linked {
                    append(&group, &option(number, own.name.text(words.language)));
                }
            }
            if group.child_element_count() > 0 {
                append(&entity, &group);
            }
        }
        let clear = button("clear", "clear").says(words.clear);
        let bar = node("div", "toolbar")
            .with("part", "toolbar")
            .with("role", "search")
            .holds(&search)
            .holds(&labelled(words.speaker, &speaker))
            .holds(&labelled(words.outlet, &outlet))
            .holds(&labelled(words.entity, &entity))
            .holds(&clear);
        Self { bar, search: search.unchecked_into(), speaker, outlet, entity, clear }
    }

    /// Shows the filters in force.
    pub(super) fn draw(&self, state: &State) {
        let filter = state.filter();
        choose(&self.speaker, filter.speaker);
        choose(&self.outlet, filter.outlet);
        choose(&self.entity, filter.entity);
        // Whoever types knows better than the state what stands in the field.
        if filter.query.is_empty() && !self.search.value().trim().is_empty() {
            self.search.set_value("");
        }
        flag(&self.clear, "hidden", filter.is_empty());
    }
}

/// What an outlet is called in the list; one without a name by the kind and date of its article.
fn outlet_name(state: &State, articles: &[usize], words: &Phrases) -> String {
    let mut all = articles.iter().filter_map(|number| state.dossier().articles.get(*number));
    all.next().map_or_else(String::new, |article| super::cards::article_name(article, words))
}

fn select(action: &str, all: &str) -> Element {
    let first = node("option", "").with("value", "").says(all);
    node("select", "").with("part", "filter").with("data-action", action).holds(&first)
}

fn option(number: usize, text: &str) -> Element {
    node("option", "").with("value", &number.to_string()).says(text)
}

fn labelled(text: &str, control: &Element) -> Element {
    let label = node("label", "").holds(&hidden(text)).holds(control);
    set(control, "aria-label", text);
    label
}

fn choose(control: &Element, number: Option<usize>) {
    let value = number.map_or_else(String::new, |number| number.to_string());
    control.unchecked_ref::<HtmlSelectElement>().set_value(&value);
    class(control, "set", number.is_some());
}
