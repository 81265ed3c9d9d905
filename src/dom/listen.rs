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
use super::{media, pointer};
use crate::dossier::{Kind, Target};
use crate::join::join;
use crate::state::{Changes, Message, Shown};
use crate::timeline::Window;

const DAY: i64 = 86_400;

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
    ("focusin", lit),
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
                let message = app.try_borrow_mut().ok().and_then(|mut own| answer(&mut own, event));
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
    let button = closest(&target(event)?, "[data-action]")?;
    if dragged && inside(&button, ".stage") {
        return None;
    }
    let wish = find(BUTTONS, &button.get_attribute("data-action")?)?;
    asked(app, &button, wish)
}

/// What a button or a key stands for.
#[derive(Clone, Copy)]
enum Wish {
    /// Move by so many hundredths of the width.
    Move(i32),
    /// Enlarge by a numerator and a denominator.
    Zoom(u16, u16),
    Fit,
    Clear,
    Unsearch,
    Leave,
    More,
    /// Show what is about the button's entity.
    About,
    /// Choose what the button is in.
    Choose,
    ChooseNothing,
    /// Open or close the button's citation.
    Cite,
    Copy,
    /// Open the button's cluster.
    Open,
    /// Make the frame of the button's player.
    Play,
    /// Go so many labels along the band.
    Along(isize),
    /// Go to the other band.
    Across,
}

/// Further than any list is long.
const TO_THE_END: isize = isize::MAX;
const CLOSER: Wish = Wish::Zoom(3, 2);
const FARTHER: Wish = Wish::Zoom(2, 3);

/// The buttons by their `data-action`.
static BUTTONS: &[(&str, Wish)] = &[
    ("zoom-in", CLOSER),
    ("zoom-out", FARTHER),
    ("earlier", Wish::Move(-60)),
    ("later", Wish::Move(60)),
    ("fit", Wish::Fit),
    ("clear", Wish::Clear),
    ("unsearch", Wish::Unsearch),
    ("leave", Wish::Leave),
    ("more", Wish::More),
    ("about", Wish::About),
    ("choose", Wish::Choose),
    ("open-cluster", Wish::Open),
    ("play", Wish::Play),
    ("cite", Wish::Cite),
    ("copy", Wish::Copy),
];

/// The keys of the timeline; those that go somewhere do so from a label only.
static KEYS: &[(&str, Wish)] = &[
    ("PageUp", Wish::Move(-80)),
    ("PageDown", Wish::Move(80)),
    ("+", CLOSER),
    ("=", CLOSER),
    ("-", FARTHER),
    ("_", FARTHER),
    ("0", Wish::Fit),
    ("Escape", Wish::ChooseNothing),
    ("ArrowRight", Wish::Along(1)),
    ("ArrowLeft", Wish::Along(-1)),
    ("Home", Wish::Along(-TO_THE_END)),
    ("End", Wish::Along(TO_THE_END)),
    ("ArrowUp", Wish::Across),
    ("ArrowDown", Wish::Across),
];

#[inline(never)]
fn find(wishes: &[(&str, Wish)], name: &str) -> Option<Wish> {
    wishes.iter().find(|(own, _)| *own == name).map(|(_, wish)| *wish)
}

/// Turns a wish made on an element into a message.
#[inline(never)]
fn asked(app: &mut App, node: &Element, wish: Wish) -> Option<Message> {
    Some(match wish {
        Wish::Move(hundredths) => Message::Pan(app.state.scale().width_px() * hundredths / 100),
        Wish::Zoom(num, den) => Message::Zoom { num, den, around: None },
        Wish::Fit => Message::Fit,
        Wish::Clear => {
            app.views.toolbar.unsearch();
            Message::Clear
        }
        Wish::Unsearch => {
            app.views.toolbar.unsearch();
            Message::Search(String::new())
        }
        Wish::Leave => Message::Leave,
        Wish::More => Message::More,
        Wish::About => Message::Entity(Some(numbered(node)?)),
        Wish::Choose => {
            let id = closest(node, "[data-id]")?.get_attribute("data-id")?;
            Message::Select(app.state.index().target(&id))
        }
        Wish::ChooseNothing => Message::Select(None),
        Wish::Cite | Wish::Copy => {
            if matches!(wish, Wish::Cite) {
                cite::toggle(app, node)?;
            } else {
                cite::copy(app, node)?;
            }
            return None;
        }
        Wish::Open => return opened(app, band(node), numbered(node)?),
        Wish::Play => {
            media::play(node);
            return None;
        }
        Wish::Along(by) => return go(app, band(node), Some(by)),
        Wish::Across => {
            let other = if band(node) == Kind::Event { Kind::Quote } else { Kind::Event };
            return go(app, other, None);
        }
    })
}

/// The band that an element is in; that of the events where it is in none.
fn band(node: &Element) -> Kind {
    if inside(node, ".marks") { Kind::Quote } else { Kind::Event }
}

fn numbered(button: &Element) -> Option<usize> {
    number(&button.get_attribute("data-number")?)
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

/// A cluster opens by zoom; where its items share a day no zoom would part them: the first is
/// chosen, and with it a label.
fn opened(app: &mut App, kind: Kind, place: usize) -> Option<Message> {
    let track = if kind == Kind::Event { app.state.events() } else { app.state.quotes() };
    let items = app.views.timeline.band(kind).cluster(place)?;
    let first = items.start;
    let window = track.index().starts(items)?;
    let shown = app.state.scale().window();
    if window.span() >= DAY && window.span() * 3 < shown.span() * 2 {
        return Some(Message::Look(window.padded(400)));
    }
    // What is chosen already has its label: the next of the cluster has its turn.
    let number = *track.items().get(first)?;
    Some(Message::Select(Some(Target { kind, number })))
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
    } else if inside(&node, ".timeline") {
        let wish = wished_in_timeline(&node, &key)?;
        asked(app, &node, wish)
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

/// What a key stands for; nothing for a key that is not the timeline's.
fn wished_in_timeline(node: &Element, key: &str) -> Option<Wish> {
    let wish = find(KEYS, key)?;
    if matches!(wish, Wish::Along(_) | Wish::Across) && !inside(node, "[data-band]") {
        return None;
    }
    Some(wish)
}

/// Goes along a band, or into it, and moves the window where that leads out of it.
#[inline(never)]
fn go(app: &mut App, kind: Kind, by: Option<isize>) -> Option<Message> {
    let App { state, views, .. } = app;
    let target = views.timeline.band(kind).go(state, by)?;
    let extent = state.extent(target);
    let shown = state.scale().window();
    // The focus is set with the next drawing, so there must be one.
    app.later(Changes { scale: true, ..Changes::default() });
    let (start, end) = extent?;
    Some(Message::Look(around(shown, start, end)?))
}

/// The window moved so that a stretch of time is in it; nothing where its start is already.
fn around(window: Window, start: i64, end: i64) -> Option<Window> {
    if (window.start()..window.end()).contains(&start) {
        return None;
    }
    let middle = start.saturating_add(end.saturating_sub(start).min(window.span()) / 2);
    let from = middle.saturating_sub(window.span() / 2);
    Some(Window::new(from, from.saturating_add(window.span())))
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
