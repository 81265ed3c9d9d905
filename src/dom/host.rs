//! What passes between the widget and the page: attributes in, events out.

use std::cell::RefCell;

use gloo::events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, Element, HtmlElement, ShadowRoot};

use super::app::{App, deliver, send};
use super::headings;
use super::markup::{closest, flag, set};
use super::quotes::date_text;
use crate::cite::passage::is_web_address;
use crate::dossier::{Kind, Language, Target};
use crate::edtf::{Edtf, compose};
use crate::join::join;
use crate::phrases::Phrases;
use crate::state::{Message, Place, State};
use crate::timeline::{Second, Window};

const DAY: Second = 86_400;

/// A plain object.
#[inline(never)]
pub(super) fn object(fields: &[(&str, &JsValue)]) -> JsValue {
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

/// What becomes of the page's address when something else is chosen.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Step {
    /// A new step in the history: the reader went somewhere, and can go back.
    Push,
    /// The address is put right without a step: a script chose, or a search took the choice away.
    Replace,
    /// It is the address that led here.
    Stay,
}

/// The page's address, with its fragment.
fn address() -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok());
    address.unwrap_or_default()
}

/// An address in two: the page, and the fragment.
fn parted(address: &str) -> (&str, &str) {
    address.split_once('#').unwrap_or((address, ""))
}

/// The name of a widget in fragments: the identifier of its element, where several widgets of a
/// page have permanent links. A widget by itself needs none.
fn name(host: &HtmlElement) -> String {
    let selector = join(&[&host.local_name(), "[permalinks]"]);
    let all = host.owner_document().and_then(|page| page.query_selector_all(&selector).ok());
    if all.is_some_and(|all| all.length() > 1) { host.id() } else { String::new() }
}

fn is_linked(app: &App) -> bool {
    app.host.has_attribute("permalinks")
}

/// The fragment of what is chosen, where the page's is kept in step.
pub(super) fn fragment(app: &App) -> Option<String> {
    let target = app.state.selected().filter(|_| is_linked(app))?;
    app.state.fragment(target, &name(&app.host))
}

/// The permanent link to an event or a quote: the page's own address (in a frame, that of the
/// framed page). Without `permalinks` nobody would open it, so there is none; nor is there one in
/// a page without an address on the web.
pub(super) fn link(app: &App, target: Target) -> Option<String> {
    let address = address();
    let (page, _) = parted(&address);
    if !is_linked(app) || !is_web_address(page) {
        return None;
    }
    Some(join(&[page, "#", &app.state.fragment(target, &name(&app.host))?]))
}

/// Puts what is chosen into the page's address, where that changed.
pub(super) fn keep_in_step(app: &App, before: Option<&str>, step: Step) {
    let now = fragment(app);
    if now.as_deref() == before || !is_linked(app) {
        return;
    }
    let address = address();
    let (page, shown) = parted(&address);
    let next = match now.as_deref() {
        Some(now) if now == shown => return,
        Some(now) => join(&[page, "#", now]),
        // A fragment of the page's own stays.
        None if app.state.place(shown, &name(&app.host)).is_none() => return,
        None => page.to_owned(),
    };
    if let Some(Ok(history)) = web_sys::window().map(|window| window.history()) {
        // A page in a sandbox may forbid it; the widget works without.
        let _ = if step == Step::Push {
            history.push_state_with_url(&JsValue::NULL, "", Some(&next))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&next))
        };
    }
}

/// Goes where the page's fragment leads, if it leads to something here. Fragments of the page and
/// of other widgets are left alone.
fn follow(app: &RefCell<App>, back: bool) {
    let address = address();
    let (_, fragment) = parted(&address);
    let place = app.try_borrow().ok().and_then(|own| own.state.place(fragment, &name(&own.host)));
    if let Some(Place { target, base }) = place {
        deliver(app, Message::Select(Some(target)), Step::Stay);
        if let Some(reading) = base {
            deliver(app, Message::Base { quote: target.number, reading }, Step::Stay);
        }
        if let Ok(own) = app.try_borrow() {
            bring_into_view(&own.host);
        }
    } else if back && fragment.is_empty() {
        deliver(app, Message::Select(None), Step::Stay);
    }
}

/// Scrolls to the widget where the page shows nothing of it, as a browser does to an element that
/// a fragment names. A frame is left where it is: its page did not ask.
fn bring_into_view(host: &HtmlElement) -> Option<()> {
    let window = web_sys::window()?;
    if window.parent().ok()?? != window {
        return None;
    }
    let shown = f64::from(window.document()?.document_element()?.client_height());
    let place = host.get_bounding_client_rect();
    if place.bottom() < 0.0 || place.top() > shown {
        host.scroll_into_view();
    }
    Some(())
}

/// Whether the page's fragment is kept in step, from now on.
fn keep(app: &RefCell<App>, on: bool) {
    if let Ok(mut own) = app.try_borrow_mut() {
        flag(&own.root, "data-permalinks", on);
        let weak = own.weak.clone();
        let listener = web_sys::window().filter(|_| on).map(|window| {
            // Back, forward, and links of the page; what the widget writes itself is not told.
            EventListener::new(&window, "hashchange", move |_| {
                if let Some(app) = weak.upgrade() {
                    follow(&app, true);
                }
            })
        });
        own.fragment = listener;
    }
    if on {
        follow(app, false);
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

/// The same in words.
pub(super) fn range_in_words(state: &State, words: &Phrases) -> String {
    let window = state.scale().window();
    let [start, end] =
        [window.start(), window.end() - 1].map(|second| compose::moment(second, false));
    let range = if start == end { start } else { join(&[&start, "/", &end]) };
    Edtf::parse(&range).map_or_else(|_| String::new(), |date| date_text(&date, words))
}

/// What is chosen and how many quotes it has, in words; nothing for a quote, which is read itself.
pub(super) fn choice_in_words(state: &State, words: &Phrases) -> Option<String> {
    let target = state.selected().filter(|target| target.kind == Kind::Event)?;
    let title = state.dossier().events.get(target.number)?.title.text(words.language);
    let quotes = state.index().event_quotes(target.number).len();
    Some(join(&[title, ", ", &words.count(quotes, words.quote_count)]))
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
    take_in(app, host, &["languages", "theme", "view", "heading-level", "selected", "permalinks"]);
}

/// Takes in again the attributes that name what may have come late.
pub(super) fn late_attributes(app: &RefCell<App>, host: &HtmlElement) {
    take_in(app, host, &["selected", "permalinks"]);
}

fn take_in(app: &RefCell<App>, host: &HtmlElement, names: &[&str]) {
    for name in names {
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
        "heading-level" => {
            if let Ok(mut app) = app.try_borrow_mut() {
                app.lower_headings(headings::level(text));
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
        "permalinks" => keep(app, value.is_some()),
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
