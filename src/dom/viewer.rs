//! The scrolling part below the timeline: the chosen event, the quotes, the figures, the articles.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::cards;
use super::markup::{Build, append, button, class, node};
use super::quotes;
use crate::dossier::{Kind, Language};
use crate::phrases::Phrases;
use crate::state::{Changes, State};

/// Quotes side by side.
pub(super) struct Viewer {
    pub(super) section: Element,
    /// The quotes on the page, by number.
    quotes: Vec<(usize, Element)>,
}

impl Viewer {
    pub(super) fn new(words: &Phrases) -> Self {
        let section = node("section", "viewer")
            .with("part", "quotes")
            .with("aria-label", words.quotes)
            // It scrolls, so it must be reachable by keyboard.
            .with("tabindex", "0");
        Self { section, quotes: Vec::new() }
    }

    pub(super) fn draw(&mut self, state: &State, words: &Phrases, changes: Changes) {
        if changes.listing || changes.shown {
            self.fill(state, words);
        }
        if changes.selection || changes.listing || changes.shown {
            self.mark(state, changes);
        }
    }

    fn fill(&mut self, state: &State, words: &Phrases) {
        self.section.set_text_content(None);
        self.quotes.clear();
        let whole = state.open_event().is_none();
        if let Some(event) = state.open_event() {
            append(&self.section, &cards::event(state, words, event));
        }
        if whole && let Some(entity) = state.filter().entity {
            append(&self.section, &cards::entity(state, words, entity));
        }
        let listed = state.listed();
        if listed.is_empty() {
            let text = if whole { words.nothing_found } else { words.no_quotes };
            append(&self.section, &node("p", "empty").says(text));
        } else {
            append(&self.section, &columns(state));
        }
        for number in listed {
            if let Some(quote) = state.dossier().quotes.get(*number) {
                let drawn = quotes::quote(state, words, quote);
                append(&self.section, &drawn);
                self.quotes.push((*number, drawn));
            }
        }
        if state.has_more() {
            append(&self.section, &button("more", "more").says(words.show_more));
        }
        if !whole {
            append(&self.section, &button("more", "leave").says(words.show_all));
        } else if state.filter().is_empty() {
            append(&self.section, &cards::figures(state, words));
            append(&self.section, &cards::articles(state, words));
        }
    }

    /// Marks the chosen quote and brings what was chosen to the top, inside the viewer alone: the
    /// page itself does not move.
    fn mark(&self, state: &State, changes: Changes) {
        let chosen = state.selected().filter(|target| target.kind == Kind::Quote);
        let mut top = None;
        for (number, quote) in &self.quotes {
            let on = chosen.is_some_and(|target| target.number == *number);
            class(quote, "selected", on);
            if on && changes.selection {
                let head = self.section.query_selector(".columns").ok().flatten();
                let head = head.map_or(0, |head| head.client_height());
                top = Some(quote.unchecked_ref::<HtmlElement>().offset_top() - head);
            }
        }
        if chosen.is_none() && changes.listing {
            top = Some(0);
        }
        if let Some(top) = top {
            self.section.set_scroll_top(top);
        }
    }
}

/// Which language stands in which column.
fn columns(state: &State) -> Element {
    let (left, right) = state.languages();
    let column = |language: Language| node("span", "").says_in(language, own_name(&language));
    node("div", "columns").holds(&column(left)).holds(&column(right))
}

/// What a language calls itself; its tag where that is not known here.
fn own_name(language: &Language) -> &str {
    match language.primary() {
        "ar" => "العربية",
        "de" => "Deutsch",
        "el" => "Ελληνικά",
        "en" => "English",
        "es" => "Español",
        "fr" => "Français",
        "he" => "עברית",
        "it" => "Italiano",
        "ja" => "日本語",
        "nl" => "Nederlands",
        "pl" => "Polski",
        "pt" => "Português",
        "ru" => "Русский",
        "uk" => "Українська",
        "zh" => "中文",
        _ => language.as_str(),
    }
}
