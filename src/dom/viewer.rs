//! The scrolling part below the timeline: the chosen event, the quotes, the figures, the articles.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::cards;
use super::markup::{Writer, class, node, set};
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
        let section = node("section", "viewer");
        set(&section, "part", "quotes");
        set(&section, "aria-label", words.quotes);
        // It scrolls, so it must be reachable by keyboard.
        set(&section, "tabindex", "0");
        Self { section, quotes: Vec::new() }
    }

    pub(super) fn draw(&mut self, state: &State, words: &Phrases, changes: Changes) {
        if changes.listing || changes.shown {
            self.fill(state, words);
        }
        self.mark(state, changes);
    }

    fn fill(&mut self, state: &State, words: &Phrases) {
        self.section.set_text_content(None);
        self.quotes.clear();
        let mut to = Writer::new(self.section.clone(), words.language);
        let whole = state.open_event().is_none();
        if let Some(event) = state.open_event() {
            cards::event(&mut to, state, words, event);
        } else if let Some(entity) = state.filter().entity {
            cards::entity(&mut to, state, words, entity);
        }
        let listed = state.listed();
        if listed.is_empty() {
            to.leaf("p", "empty", if whole { words.nothing_found } else { words.no_quotes });
        } else {
            columns(&mut to, state);
        }
        for number in listed {
            if let Some(quote) = state.dossier().quotes.get(*number) {
                self.quotes.push((*number, quotes::quote(&mut to, state, words, quote)));
            }
        }
        if state.has_more() {
            to.button("more", "more", words.show_more);
            to.close();
        }
        if !whole {
            to.button("more", "leave", words.show_all);
            to.close();
        } else if state.filter().is_empty() {
            cards::figures(&mut to, state, words);
            cards::articles(&mut to, state, words);
        }
    }

    /// Marks the chosen quote and brings what was chosen to the top, inside the viewer alone: the
    /// page itself does not move.
    fn mark(&self, state: &State, changes: Changes) {
        let chosen = state.selected().filter(|target| target.kind == Kind::Quote);
        let chosen = chosen.map(|target| target.number);
        let mut top = None;
        for (number, quote) in &self.quotes {
            let on = chosen == Some(*number);
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
fn columns(to: &mut Writer, state: &State) {
    let (left, right) = state.languages();
    to.open("div", "columns");
    for language in [left, right] {
        to.start("span", "", own_name(&language));
        to.tongue(language);
        to.close();
    }
    to.close();
}

/// What a language calls itself; its tag where that is not known here.
fn own_name(language: &Language) -> &str {
    let primary = language.primary();
    // Each name after its tag.
    const NAMES: &str = "ar=العربية de=Deutsch el=Ελληνικά en=English es=Español fr=Français \
        he=עברית it=Italiano ja=日本語 nl=Nederlands pl=Polski pt=Português ru=Русский \
        uk=Українська zh=中文";
    let mut names = NAMES.split_ascii_whitespace().filter_map(|name| name.split_once('='));
    names.find(|(tag, _)| *tag == primary).map_or(language.as_str(), |(_, name)| name)
}
