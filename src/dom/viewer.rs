//! The scrolling part below the timeline: the chosen event, the quotes, the figures, the articles.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::cards;
use super::figures;
use super::markup::{Writer, class, has_focus, landmark, node, set};
use super::quotes::Listed;
use super::reading_bar;
use crate::dossier::{Dossier, Kind};
use crate::phrases::Phrases;
use crate::state::{Changes, State};

/// Quotes side by side.
pub(super) struct Viewer {
    pub(super) section: Element,
    /// The quotes on the page.
    quotes: Vec<Listed>,
    /// What stands above them, and stays there.
    columns: Option<Element>,
    /// With the next drawing that shows other things, those listed here are the same.
    pub(super) stays: bool,
}

impl Viewer {
    pub(super) fn new(dossier: &Dossier, words: &Phrases) -> Self {
        let section =
            // It scrolls, so it must be reachable by keyboard.
            node("section viewer part=quotes tabindex=0");
        set(&section, "aria-label", &landmark(dossier, words, words.quotes));
        Self { section, quotes: Vec::new(), columns: None, stays: false }
    }

    pub(super) fn draw(&mut self, state: &State, words: &Phrases, changes: Changes) {
        // What is shown for the first time cannot have been scrolled; to ask would lay it out at once.
        let filled = self.section.has_child_nodes();
        let stays = std::mem::take(&mut self.stays) && !changes.listing;
        if changes.listing || (changes.shown && !stays) {
            let top = (!changes.listing).then(|| self.section.scroll_top());
            self.fill(state, words);
            if let Some(top) = top {
                self.section.set_scroll_top(top);
            }
        } else if changes.readings {
            for listed in &self.quotes {
                listed.compare(state, words);
            }
        }
        reading_bar::show(&self.section, state);
        self.mark(state, changes, filled);
    }

    fn fill(&mut self, state: &State, words: &Phrases) {
        let focused = has_focus(&self.section);
        self.section.set_text_content(None);
        self.quotes.clear();
        let mut to = Writer::new(&self.section, words.language).marking(&state.filter().query);
        let whole = state.open_event().is_none();
        if let Some(event) = state.open_event() {
            cards::chosen_event(&mut to, state, words, event);
        } else if let Some(entity) = state.filter().entity {
            cards::entity(&mut to, state, words, entity);
        } else {
            cards::subjects(&mut to, state, words);
        }
        if whole && state.filter().is_empty() {
            cards::introduction(&mut to, state, words);
        }
        let listed = state.listed();
        if listed.is_empty() && state.dossier().quotes.is_empty() && !state.events().is_empty() {
            // Nothing is missing: the dossier has no quotes.
            self.columns = None;
        } else if listed.is_empty() {
            let nothing = whole && state.events().is_empty();
            to.leaf(
                "p empty",
                match (nothing, whole) {
                    (true, _) => words.nothing_found,
                    (false, true) => words.no_quote_found,
                    (false, false) => words.no_quotes,
                },
            );
            if nothing {
                to.leaf("p empty", words.nothing_found_hint);
            }
        } else {
            reading_bar::bar(&mut to, state, words);
            self.columns = Some(reading_bar::columns(&mut to, state.languages()));
        }
        for number in listed {
            if let Some(quote) = state.dossier().quotes.get(*number) {
                self.quotes.push(Listed::write(&mut to, state, words, *number, quote));
            }
        }
        for number in state.told() {
            cards::told_event(&mut to, state, words, *number);
        }
        if state.has_more() {
            to.leaf("button more type=button data-action=more", words.show_more);
        }
        if !whole {
            let all = if state.dossier().quotes.is_empty() {
                words.show_everything
            } else {
                words.show_all
            };
            to.leaf("button more type=button data-action=leave", all);
        } else if whole && state.filter().is_empty() {
            figures::all(&mut to, state, words);
            let all: Vec<usize> = (0..state.dossier().articles.len()).collect();
            articles(&mut to, state, words, &all);
        } else {
            articles(&mut to, state, words, &state.found_articles());
            to.leaf("button more type=button data-action=clear", words.show_everything);
        }
        if focused && !has_focus(&self.section) {
            // What the keyboard was on is gone; it stays in what is read.
            let _ = self.section.unchecked_ref::<HtmlElement>().focus();
        }
    }

    /// Brings what was chosen by hand into sight where it stands below the screen: on a phone the
    /// timeline may fill that. Only ever after a press of the reader's.
    pub(super) fn bring_into_sight(&self) {
        let screen = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
        let top = self.section.get_bounding_client_rect().top();
        if screen.is_some_and(|height| top > height * 0.6) {
            self.section.scroll_into_view_with_bool(true);
        }
    }

    /// Marks the chosen quote and brings what was chosen to the top, inside the viewer alone: the
    /// page itself does not move.
    fn mark(&self, state: &State, changes: Changes, filled: bool) {
        let chosen = state.selected().filter(|target| target.kind == Kind::Quote);
        let chosen = chosen.map(|target| target.number);
        let mut top = None;
        for Listed { number, quote, .. } in &self.quotes {
            let on = chosen == Some(*number);
            class(quote, "selected", on);
            if on && changes.selection {
                let head = self.columns.as_ref().map_or(0, Element::client_height);
                top = Some(quote.unchecked_ref::<HtmlElement>().offset_top() - head);
            }
        }
        if chosen.is_none() && changes.listing && filled {
            top = Some(0);
        }
        if let Some(top) = top {
            self.section.set_scroll_top(top);
        }
    }
}

/// As many articles as are shown at once.
fn articles(to: &mut Writer, state: &State, words: &Phrases, all: &[usize]) {
    let most = state.most_listed().min(all.len());
    cards::articles(to, state, words, all.get(..most).unwrap_or_default());
    if most < all.len() {
        to.leaf("button more type=button data-action=more", words.show_more);
    }
}
