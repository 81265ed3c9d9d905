//! What passes between the widget and the page: attributes in, events out.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement, ShadowRoot};

use super::app::{App, send};
use super::markup::set;
use super::{Detail, plain};
use crate::dossier::{Kind, Language};
use crate::edtf::{Edtf, compose};
use crate::join::join;
use crate::phrases::Phrases;
use crate::state::{Message, State};
use crate::timeline::{Second, Window};

const DAY: Second = 86_400;

/// Something the page is told.
pub(super) enum Notice {
    /// What is chosen: its identifier and kind, or nothing.
    Select(Option<(String, &'static str)>),
    /// The first and the last day or moment shown, in EDTF.
    Range(String, String),
}

impl Notice {
    /// Dispatches the event from the element.
    pub(super) fn tell(&self, host: &HtmlElement, permalinks: bool) {
        let (name, detail) = match self {
            Self::Select(chosen) => {
                let id = chosen.as_ref().map(|(id, _)| id.as_str());
                if permalinks {
                    keep_fragment(id);
                }
                let kind = chosen.as_ref().map(|(_, kind)| *kind);
                ("quote-timeline-select", plain(&Detail(&[("id", id), ("kind", kind)])))
            }
            Self::Range(start, end) => {
                let detail = [("start", Some(start.as_str())), ("end", Some(end.as_str()))];
                ("quote-timeline-range", plain(&Detail(&detail)))
            }
        };
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&detail.unwrap_or(JsValue::NULL));
        if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
            // Fails only for an event that is being dispatched already.
            let _ = host.dispatch_event(&event);
        }
    }
}

/// Puts the identifier into the page's address without a step in its history.
fn keep_fragment(id: Option<&str>) {
    let Some(window) = web_sys::window() else { return };
    let address = match id {
        Some(id) => join(&["#", id]),
        None => {
            let (path, query) = (window.location().pathname(), window.location().search());
            join(&[&path.unwrap_or_default(), &query.unwrap_or_default()])
        }
    };
    if let Ok(history) = window.history() {
        // A page in a sandbox may forbid it; the widget works without.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// What is chosen now.
pub(super) fn selection(state: &State) -> Notice {
    let chosen = state.selected();
    Notice::Select(
        chosen.and_then(|target| Some((state.id(target)?.to_owned(), target.kind.as_str()))),
    )
}

/// The stretch of time shown now.
pub(super) fn range(state: &State) -> Notice {
    let window = state.scale().window();
    let fine = window.span() < 2 * DAY;
    let text = |second| compose::moment(second, fine);
    Notice::Range(text(window.start()), text(window.end() - 1))
}

/// The language of the interface: the element's, else that of the nearest ancestor that says one,
/// through shadow roots, else English.
pub(super) fn language(host: &HtmlElement) -> Language {
    let mut element: Element = host.clone().into();
    loop {
        if let Ok(Some(said)) = element.closest("[lang]") {
            let tag = said.get_attribute("lang").unwrap_or_default();
            return Language::new(&tag).unwrap_or(Language::ENGLISH);
        }
        match element.get_root_node().dyn_into::<ShadowRoot>() {
            Ok(root) => element = root.host(),
            Err(_) => return Language::ENGLISH,
        }
    }
}

/// Takes in the attributes that are there from the start.
pub(super) fn first_attributes(app: &Rc<RefCell<App>>) {
    let Ok(host) = app.try_borrow().map(|app| app.host.clone()) else { return };
    for name in ["languages", "theme", "view", "selected"] {
        if let Some(value) = host.get_attribute(name) {
            attribute(app, name, Some(&value));
        }
    }
    if host.has_attribute("permalinks") {
        attribute(app, "permalinks", Some(""));
    }
}

/// An attribute changed.
pub(super) fn attribute(app: &Rc<RefCell<App>>, name: &str, value: Option<&str>) {
    match name {
        "theme" | "view" => {
            if let Ok(app) = app.try_borrow() {
                set(&app.root, &join(&["data-", name]), value.unwrap_or_default());
            }
        }
        "lang" => {
            if let Ok(mut app) = app.try_borrow_mut() {
                let words = Phrases::of(language(&app.host));
                app.speak(words);
            }
        }
        "languages" => {
            let mut tags = value.unwrap_or_default().split_whitespace().map(Language::new);
            if let (Some(Some(left)), Some(Some(right))) = (tags.next(), tags.next()) {
                send(&Rc::downgrade(app), Message::Languages(left, right));
            }
        }
        "selected" => {
            select(app, value.filter(|id| !id.is_empty()));
        }
        "permalinks" if value.is_some() => {
            let hash = web_sys::window().and_then(|window| window.location().hash().ok());
            let id = hash.as_deref().and_then(|hash| hash.strip_prefix('#'));
            if let Some(id) = id.filter(|id| !id.is_empty()) {
                select(app, Some(id));
            }
        }
        _ => {}
    }
}

/// Chooses by identifier.
pub(super) fn select(app: &Rc<RefCell<App>>, id: Option<&str>) -> bool {
    let target = id.and_then(|id| {
        let app = app.try_borrow().ok()?;
        let target = app.state.index().target(id)?;
        matches!(target.kind, Kind::Event | Kind::Quote).then_some(target)
    });
    let known = target.is_some() || id.is_none();
    if known {
        send(&Rc::downgrade(app), Message::Select(target));
    }
    known
}

/// Shows a stretch of time given in EDTF.
pub(super) fn show(app: &Rc<RefCell<App>>, start: &str, end: &str) -> Result<(), JsError> {
    let date = |text: &str| {
        Edtf::parse(text).map_err(|error| {
            JsError::new(&join(&["“", text, "” is not a date: ", &error.to_string()]))
        })
    };
    let (from, _) = date(start)?.bounds().or_endless();
    let (_, to) = date(end)?.bounds().or_endless();
    let window = Window::new(from, to.saturating_add(1));
    send(&Rc::downgrade(app), Message::Look(window));
    Ok(())
}
