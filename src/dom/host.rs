//! What passes between the widget and the page: attributes in, events out.

use std::cell::RefCell;

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, Element, HtmlElement, ShadowRoot};

use super::app::{App, send};
use super::markup::{closest, set};
use crate::dossier::{Kind, Language};
use crate::edtf::{Edtf, compose};
use crate::join::join;
use crate::phrases::Phrases;
use crate::state::{Message, State};
use crate::timeline::{Second, Window};

const DAY: Second = 86_400;

/// A plain object.
#[inline(never)]
fn object(fields: &[(&str, &JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        put(&object, name, value);
    }
    object.into()
}

/// Sets a property of an object that has no reason to refuse it.
#[inline(never)]
pub(super) fn put(object: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

/// Dispatches an event from the element.
#[inline(never)]
pub(super) fn tell(host: &HtmlElement, name: &str, detail: &JsValue) {
    let init =
        object(&[("bubbles", &JsValue::TRUE), ("composed", &JsValue::TRUE), ("detail", detail)]);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, init.unchecked_ref()) {
        // Fails only for an event that is being dispatched already.
        let _ = host.dispatch_event(&event);
    }
}

/// The page's address, with its fragment.
fn address() -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok());
    address.unwrap_or_default()
}

/// Puts the identifier into the page's address without a step in its history.
pub(super) fn keep_fragment(id: Option<&str>) {
    let address = address();
    let page = address.split_once('#').map_or(address.as_str(), |(page, _)| page);
    let address = id.map_or_else(|| page.to_owned(), |id| join(&[page, "#", id]));
    if let Some(Ok(history)) = web_sys::window().map(|window| window.history()) {
        // A page in a sandbox may forbid it; the widget works without.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// What is chosen now, as an event says it.
pub(super) fn selection(state: &State) -> JsValue {
    let chosen = state.selected();
    let id = chosen.and_then(|target| state.id(target));
    let kind = chosen.map(|target| target.kind.as_str());
    let text = |text: Option<&str>| text.map_or(JsValue::NULL, JsValue::from);
    object(&[("id", &text(id)), ("kind", &text(kind))])
}

/// The first and the last day or moment shown now, in EDTF, as an event says them.
pub(super) fn range(state: &State) -> JsValue {
    let window = state.scale().window();
    let fine = window.span() < 2 * DAY;
    let text = |second| JsValue::from(compose::moment(second, fine).as_str());
    object(&[("start", &text(window.start())), ("end", &text(window.end() - 1))])
}

/// The language of the interface: the element's, else that of the nearest ancestor that says one,
/// through shadow roots, else English.
pub(super) fn language(host: &HtmlElement) -> Language {
    let mut element: Element = host.clone().into();
    loop {
        if let Some(said) = closest(&element, "[lang]") {
            let tag = said.get_attribute("lang").unwrap_or_default();
            return Language::new(&tag).unwrap_or(Language::ENGLISH);
        }
        // Only the root of a shadow has a host.
        element = element.get_root_node().unchecked_into::<ShadowRoot>().host();
        if element.is_undefined() {
            return Language::ENGLISH;
        }
    }
}

/// Takes in the attributes that are there from the start.
pub(super) fn first_attributes(app: &RefCell<App>, host: &HtmlElement) {
    for name in &["languages", "theme", "view", "selected", "permalinks"] {
        if let Some(value) = host.get_attribute(name) {
            attribute(app, name, Some(&value));
        }
    }
}

/// An attribute changed.
pub(super) fn attribute(app: &RefCell<App>, name: &str, value: Option<&str>) {
    let text = value.unwrap_or_default();
    match name {
        "theme" | "view" => {
            if let Ok(app) = app.try_borrow_mut() {
                set(&app.root, &join(&["data-", name]), text);
            }
        }
        "lang" => {
            if let Ok(mut app) = app.try_borrow_mut() {
                let words = Phrases::of(language(&app.host));
                app.speak(words);
            }
        }
        "languages" => {
            let mut tags = text.split_ascii_whitespace();
            let mut tag = || Language::new(tags.next()?);
            if let (Some(left), Some(right)) = (tag(), tag()) {
                send(app, Message::Languages(left, right));
            }
        }
        "selected" => {
            select(app, (!text.is_empty()).then_some(text));
        }
        "permalinks" if value.is_some() => {
            if let Some((_, id)) = address().split_once('#')
                && !id.is_empty()
            {
                select(app, Some(id));
            }
        }
        _ => {}
    }
}

/// Chooses by identifier.
#[inline(never)]
pub(super) fn select(app: &RefCell<App>, id: Option<&str>) -> bool {
    let target = id.and_then(|id| app.try_borrow_mut().ok()?.state.index().target(id));
    let target = target.filter(|target| matches!(target.kind, Kind::Event | Kind::Quote));
    let known = target.is_some() || id.is_none();
    if known {
        send(app, Message::Select(target));
    }
    known
}

/// Shows a stretch of time given in EDTF.
pub(super) fn show(app: &RefCell<App>, start: &str, end: &str) -> Result<(), JsError> {
    let (from, _) = date(start)?.bounds().or_endless();
    let (_, to) = date(end)?.bounds().or_endless();
    send(app, Message::Look(Window::new(from, to.saturating_add(1))));
    Ok(())
}

#[inline(never)]
fn date(text: &str) -> Result<Edtf, JsError> {
    Edtf::parse(text)
        .map_err(|error| JsError::new(&join(&["“", text, "” is not a date: ", &error.message()])))
}
