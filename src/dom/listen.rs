//! What the reader does, turned into messages. One listener an event type, on the shadow root;
//! all of them go with the widget. Nothing is listened to outside it.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, EventTarget, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent,
    ResizeObserver,
};

use super::app::{App, deliver};
use super::cite;
use super::host::Step;
use super::markup::{class, closest, inside};
use super::wishes::{Wish, asked, numbered, of_button};
use super::{dialog, keys, media, pointer};
use crate::join::join;
use crate::state::{Message, Shown};

/// Answers an event, and says what the reader asks for with it.
type Handler = fn(&mut App, &Event) -> Option<Message>;

/// The types of events, and what answers them.
static HANDLERS: [(&str, Handler); 12] = [
    // These two may keep the browser from what it would do, so they are not passive.
    ("keydown", pressed),
    ("wheel", pointer::wheel),
    ("click", clicked),
    ("input", entered),
    ("pointerdown", pointer::down),
    ("pointermove", pointer::moved),
    ("pointerup", pointer::up),
    ("pointercancel", pointer::up),
    ("dblclick", pointer::double),
    ("pointerover", lit),
    ("focusin", came),
    // Told to the file alone, on the way down to it.
    ("error", failed),
];
const ACTIVE: usize = 2;

/// Listens to everything on the shadow root.
pub(super) fn all(root: &EventTarget, app: &Rc<RefCell<App>>) -> Vec<EventListener> {
    let mut listeners = Vec::with_capacity(HANDLERS.len());
    for (place, (name, answer)) in HANDLERS.iter().enumerate() {
        let app = Rc::downgrade(app);
        let capture = place + 1 == HANDLERS.len();
        let phase = if capture { EventListenerPhase::Capture } else { EventListenerPhase::Bubble };
        let options = EventListenerOptions { phase, passive: place >= ACTIVE };
        listeners.push(EventListener::new_with_options(root, *name, options, move |event| {
            if let Some(app) = app.upgrade() {
                // While the widget draws, the browser may call back; that is not the reader.
                let message = app.try_borrow_mut().ok().and_then(|mut own| {
                    // What it happened on is what there is now.
                    own.catch_up();
                    answer(&mut own, event)
                });
                if let Some(message) = message {
                    deliver(&app, message, Step::Push);
                }
            }
        }));
    }
    listeners
}

/// The innermost element that an event happened on.
pub(super) fn target(event: &Event) -> Option<Element> {
    Some(event.target()?.unchecked_into())
}

/// Whether a key is held that makes the event a command to the browser. Events of the keyboard
/// call it the same as those of the mouse.
pub(super) fn commands(event: &Event) -> bool {
    let event = event.unchecked_ref::<MouseEvent>();
    event.ctrl_key() || event.meta_key()
}

fn clicked(app: &mut App, event: &Event) -> Option<Message> {
    let dragged = pointer::was_drag(app);
    let target = target(event)?;
    if target.local_name() == "dialog" {
        // Beside what stands in it: the page behind.
        dialog::close(&target);
    }
    let button = closest(&target, "[data-action]")?;
    if dragged && inside(&button, ".stage") {
        return None;
    }
    asked(app, &button, of_button(&button)?)
}

/// A number in decimal digits.
#[inline(never)]
pub(super) fn number(text: &str) -> Option<usize> {
    let mut number = None;
    for byte in text.bytes() {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        number = Some(number.unwrap_or(0_usize).wrapping_mul(10).wrapping_add(digit.into()));
    }
    number
}

/// Something is written into the search, or a filter is set.
fn entered(app: &mut App, event: &Event) -> Option<Message> {
    let control = closest(&target(event)?, "[data-action]")?;
    let action = control.get_attribute("data-action")?;
    // A `select` has a value as an `input` has.
    let control = control.unchecked_into::<HtmlInputElement>();
    let value = control.value();
    let number = number(&value);
    Some(match action.as_str() {
        "search" => Message::Search(value),
        "citing" => {
            cite::chosen(app)?;
            return None;
        }
        "speaker" => Message::Speaker(number),
        "outlet" => Message::Outlet(number),
        "base" => Message::Base { quote: numbered(&control)?, reading: number? },
        "typography" => Message::Typography(control.checked()),
        "shown" => {
            Message::Show(Shown::ALL.iter().find(|(word, _)| *word == value).map(|(_, own)| *own)?)
        }
        _ => Message::Entity(number),
    })
}

fn pressed(app: &mut App, event: &Event) -> Option<Message> {
    let key = event.unchecked_ref::<KeyboardEvent>();
    if commands(event) || key.alt_key() {
        return None;
    }
    let (node, key) = (target(event)?, key.key());
    if inside(&node, "input, select, textarea") {
        // To the page the widget does not look like a field: its shortcuts would take the letters.
        event.stop_propagation();
    }
    let message = if inside(&node, "[data-seg]") {
        pressed_in_words(&node, &key)?;
        None
    } else if inside(&node, "dialog") {
        // Escape closes it; the browser sees to that.
        return None;
    } else if inside(&node, ".timeline") {
        asked(app, &node, wished_in_timeline(&node, &key)?)
    } else if key == "Escape" && inside(&node, "[data-action=search]") {
        // An empty field has nothing to take back.
        (!app.views.toolbar.search.value().is_empty()).then_some(())?;
        asked(app, &node, Wish::Unsearch)
    } else if key == "Escape" && inside(&node, ".cite-panel, [aria-expanded=true]") {
        cite::escape(app)?;
        None
    } else if key == "Escape" && inside(&node, ".viewer") {
        Some(Message::Leave)
    } else {
        return None;
    };
    event.prevent_default();
    message
}

/// Arrow keys go from segment to segment, and from row to row.
fn pressed_in_words(node: &Element, key: &str) -> Option<()> {
    let row = || node.parent_element().filter(|row| row.local_name() == "span");
    let sibling = match key {
        "ArrowRight" => node
            .next_element_sibling()
            .or_else(|| row()?.next_element_sibling()?.first_element_child()),
        "ArrowLeft" => node
            .previous_element_sibling()
            .or_else(|| row()?.previous_element_sibling()?.last_element_child()),
        _ => None,
    }?;
    sibling.get_attribute("data-seg")?;
    let _ = sibling.unchecked_ref::<HtmlElement>().focus();
    light(&sibling);
    Some(())
}

/// What a key stands for; nothing for a key that is not the timeline's, or that goes along a band
/// from where there is none.
fn wished_in_timeline(node: &Element, key: &str) -> Option<Wish> {
    // Left is earlier where one reads from left to right.
    let key = match key {
        "ArrowLeft" if pointer::is_mirrored(node) => "ArrowRight",
        "ArrowRight" if pointer::is_mirrored(node) => "ArrowLeft",
        _ => key,
    };
    let wish = keys::wish(key)?;
    if matches!(wish, Wish::Along(_) | Wish::Across(_)) && !inside(node, "[data-band]") {
        return None;
    }
    Some(wish)
}

/// The keyboard comes to an element.
fn came(app: &mut App, event: &Event) -> Option<Message> {
    let target = target(event)?;
    let App { state, views, .. } = app;
    views.timeline.entered(state, &target);
    light(&target);
    None
}

fn lit(_: &mut App, event: &Event) -> Option<Message> {
    light(&target(event)?);
    None
}

/// A picture, a sound or a film cannot be had.
fn failed(app: &mut App, event: &Event) -> Option<Message> {
    media::failed(&target(event)?, app.words);
    None
}

/// Marks the segment that is pointed at or focused, and its counterpart.
fn light(node: &Element) -> Option<()> {
    set_lit(&closest(node, ".root")?, ".lit", false);
    let piece = closest(node, "[data-seg]")?;
    let same = join(&["[data-seg=\"", &piece.get_attribute("data-seg")?, "\"]"]);
    set_lit(&closest(&piece, ".reading")?, &same, true);
    Some(())
}

#[inline(never)]
fn set_lit(root: &Element, selector: &str, on: bool) {
    let Ok(found) = root.query_selector_all(selector) else { return };
    for place in 0..found.length() {
        if let Some(node) = found.get(place) {
            class(node.unchecked_ref(), "lit", on);
        }
    }
}

/// Tells the widget when its width changes.
pub(super) struct Size {
    observer: ResizeObserver,
    _told: Closure<dyn Fn(JsValue)>,
}

impl Size {
    /// Watches the stage.
    pub(super) fn watch(stage: &Element, app: &Weak<RefCell<App>>) -> Option<Self> {
        let (app, watched) = (app.clone(), stage.clone());
        let told = Closure::<dyn Fn(JsValue)>::new(move |_| {
            let width = watched.client_width();
            if width > 0
                && let Some(app) = app.upgrade()
            {
                deliver(&app, Message::Resize(width), Step::Replace);
            }
        });
        let observer = ResizeObserver::new(told.as_ref().unchecked_ref()).ok()?;
        observer.observe(stage);
        Some(Self { observer, _told: told })
    }
}

impl Drop for Size {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
