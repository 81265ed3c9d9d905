//! The whole dossier on paper: in order of time, unfiltered, with its sources as numbered notes.
//!
//! What is on the screen shows a page of it, in a scrolling box, between controls. So a view of its
//! own is written when the browser is about to print, and taken away afterwards; nothing else
//! changes. That needs the only listeners outside the widget that it always has: a browser tells of
//! printing to the window alone.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use web_sys::Element;

use super::app::App;
use super::markup::{Writer, node};
use super::quotes::Listed;
use super::{cards, figures, headings, reading_bar};
use crate::dossier::Kind;
use crate::phrases::Phrases;
use crate::state::State;

/// Listens for printing, as long as the widget is there.
pub(super) fn listeners(app: &Rc<RefCell<App>>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let told = |name: &'static str, answer: fn(&mut App)| {
        let app: Weak<RefCell<App>> = Rc::downgrade(app);
        EventListener::new(&window, name, move |_| {
            if let Some(app) = app.upgrade()
                && let Ok(mut own) = app.try_borrow_mut()
            {
                answer(&mut own);
            }
        })
    };
    vec![told("beforeprint", begin), told("afterprint", end)]
}

fn begin(app: &mut App) {
    end(app);
    app.catch_up();
    let view = written(&app.state, app.words);
    if app.heading_level != headings::TITLE {
        headings::say(&view, app.heading_level);
    }
    // In front of what is on the screen: the style sheet leaves that out then.
    if app.root.prepend_with_node_1(&view).is_ok() {
        app.paper = Some(view);
    }
}

fn end(app: &mut App) {
    if let Some(view) = app.paper.take() {
        view.remove();
    }
}

fn written(state: &State, words: &Phrases) -> Element {
    let view = node("div paper");
    let dossier = state.dossier();
    let mut to = Writer::new(&view, words.language).noting();
    to.open("div head");
    to.wording("h2", &dossier.title);
    to.wording("p", &dossier.summary);
    to.close();
    cards::introduction(&mut to, state, words);
    if !dossier.quotes.is_empty() {
        reading_bar::columns(&mut to, state.languages());
    }
    for target in state.chronicle() {
        if target.kind == Kind::Event {
            cards::told_event(&mut to, state, words, target.number);
            for number in state.index().event_quotes(target.number) {
                quote(&mut to, state, words, *number);
            }
        } else {
            quote(&mut to, state, words, target.number);
        }
    }
    figures::all(&mut to, state, words);
    let all: Vec<usize> = (0..dossier.articles.len()).collect();
    cards::articles(&mut to, state, words, &all);
    view
}

fn quote(to: &mut Writer, state: &State, words: &Phrases, number: usize) {
    if let Some(quote) = state.dossier().quotes.get(number) {
        Listed::write(to, state, words, number, quote);
    }
}
