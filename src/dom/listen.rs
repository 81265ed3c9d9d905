//! What the reader does, turned into messages. One listener an event type, on the shadow root;
//! all of them go with the widget. Nothing is listened to outside it.

use std::cell::RefCell;
use std::rc::Weak;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, EventTarget, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent,
    MouseEvent, ResizeObserver,
};

use super::app::{App, send};
use super::markup::class;
use super::pointer::{self, inside, target};
use crate::dossier::{Kind, Target};
use crate::join::join;
use crate::state::{Changes, Message};
use crate::timeline::Window;

/// Further than any list is long.
const TO_THE_END: isize = isize::MAX;
const DAY: i64 = 86_400;

type Shared = Weak<RefCell<App>>;

/// Listens to everything on the shadow root.
pub(super) fn all(root: &EventTarget, app: &Shared) -> Vec<EventListener> {
    vec![
        on(root, "click", app, clicked),
        on(root, "input", app, typed),
        on(root, "change", app, filtered),
        on(root, "pointerdown", app, pointer::down),
        on(root, "pointermove", app, pointer::moved),
        on(root, "pointerup", app, pointer::up),
        on(root, "pointercancel", app, pointer::up),
        on(root, "dblclick", app, pointer::double),
        on(root, "pointerover", app, lit),
        on(root, "focusin", app, lit),
        // These two may keep the browser from what it would do, so they are not passive.
        on_active(root, "keydown", app, pressed),
        on_active(root, "wheel", app, pointer::wheel),
    ]
}

fn on<E: JsCast + 'static>(
    root: &EventTarget,
    name: &'static str,
    app: &Shared,
    run: fn(&Shared, &E),
) -> EventListener {
    listen(root, name, app, run, EventListenerOptions::default())
}

fn on_active<E: JsCast + 'static>(
    root: &EventTarget,
    name: &'static str,
    app: &Shared,
    run: fn(&Shared, &E),
) -> EventListener {
    listen(root, name, app, run, EventListenerOptions::enable_prevent_default())
}

fn listen<E: JsCast + 'static>(
    root: &EventTarget,
    name: &'static str,
    app: &Shared,
    run: fn(&Shared, &E),
    options: EventListenerOptions,
) -> EventListener {
    let app = app.clone();
    EventListener::new_with_options(root, name, options, move |event| {
        run(&app, event.unchecked_ref());
    })
}

fn clicked(app: &Shared, event: &MouseEvent) {
    let dragged = pointer::was_drag(app);
    let Some(button) = target(event).and_then(|node| node.closest("[data-action]").ok().flatten())
    else {
        return;
    };
    if dragged && inside(&button, ".stage") {
        return;
    }
    if let Some(message) = asked(app, &button) {
        send(app, message);
    }
}

/// What a button asks for.
fn asked(app: &Shared, button: &Element) -> Option<Message> {
    let page = |share: i32| {
        let app = app.upgrade()?;
        let width = app.try_borrow().ok()?.state.scale().width_px();
        Some(Message::Pan(width / 100 * share))
    };
    match button.get_attribute("data-action")?.as_str() {
        "zoom-in" => Some(Message::Zoom { num: 3, den: 2, around: None }),
        "zoom-out" => Some(Message::Zoom { num: 2, den: 3, around: None }),
        "earlier" => page(-60),
        "later" => page(60),
        "fit" => Some(Message::Fit),
        "clear" => Some(Message::Clear),
        "leave" => Some(Message::Leave),
        "more" => Some(Message::More),
        "about" => Some(Message::Entity(Some(button.get_attribute("data-number")?.parse().ok()?))),
        "choose" => Some(Message::Select(named(app, &button.get_attribute("data-id")?))),
        "locate" => Some(Message::Select(named(app, &button.get_attribute("data-locate")?))),
        "open-cluster" => opened(app, button),
        _ => None,
    }
}

fn named(app: &Shared, id: &str) -> Option<Target> {
    app.upgrade()?.try_borrow().ok()?.state.index().target(id)
}

/// A cluster opens by zoom; where its items share a day no zoom would part them: the first is
/// chosen, and with it a label.
fn opened(app: &Shared, button: &Element) -> Option<Message> {
    let app = app.upgrade()?;
    let app = app.try_borrow().ok()?;
    let kind = if inside(button, ".events") { Kind::Event } else { Kind::Quote };
    let (band, track) = match kind {
        Kind::Event => (&app.views.timeline.events, app.state.events()),
        _ => (&app.views.timeline.quotes, app.state.quotes()),
    };
    let items = band.cluster(button)?;
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

fn typed(app: &Shared, event: &Event) {
    if let Some(field) = target(event).filter(|node| inside(node, "[data-action=search]")) {
        let words = field.unchecked_into::<HtmlInputElement>().value();
        send(app, Message::Search(words));
    }
}

fn filtered(app: &Shared, event: &Event) {
    let Some(Ok(select)) = target(event).map(JsCast::dyn_into::<HtmlSelectElement>) else { return };
    let number = select.value().parse().ok();
    let message = match select.get_attribute("data-action").as_deref() {
        Some("speaker") => Message::Speaker(number),
        Some("outlet") => Message::Outlet(number),
        Some("entity") => Message::Entity(number),
        _ => return,
    };
    send(app, message);
}

fn pressed(app: &Shared, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let Some(node) = target(event) else { return };
    if inside(&node, "input, select") {
        // To the page the widget does not look like a field: its shortcuts would take the letters.
        event.stop_propagation();
    }
    let taken = if inside(&node, "[data-seg]") {
        pressed_in_words(&node, &event.key())
    } else if inside(&node, ".timeline") {
        pressed_in_timeline(app, &node, event)
    } else if event.key() == "Escape" && inside(&node, ".viewer") {
        send(app, Message::Leave);
        true
    } else {
        false
    };
    if taken {
        event.prevent_default();
    }
}

/// Arrow keys go from segment to segment.
fn pressed_in_words(node: &Element, key: &str) -> bool {
    let sibling = match key {
        "ArrowRight" => node.next_element_sibling(),
        "ArrowLeft" => node.previous_element_sibling(),
        _ => return false,
    };
    match sibling.filter(|sibling| sibling.has_attribute("data-seg")) {
        Some(sibling) => sibling.unchecked_into::<HtmlElement>().focus().is_ok(),
        None => false,
    }
}

fn pressed_in_timeline(app: &Shared, node: &Element, event: &KeyboardEvent) -> bool {
    let band = if inside(node, ".marks") { Kind::Quote } else { Kind::Event };
    let other = if band == Kind::Event { Kind::Quote } else { Kind::Event };
    let on_label = inside(node, "[data-band]");
    let width = app.upgrade().and_then(|app| Some(app.try_borrow().ok()?.state.scale().width_px()));
    let page = width.unwrap_or(0) / 5 * 4;
    match event.key().as_str() {
        "ArrowRight" if on_label => step(app, band, 1),
        "ArrowLeft" if on_label => step(app, band, -1),
        "ArrowUp" | "ArrowDown" if on_label => cross(app, other),
        "Home" if on_label => step(app, band, -TO_THE_END),
        "End" if on_label => step(app, band, TO_THE_END),
        "PageUp" => send(app, Message::Pan(-page)),
        "PageDown" => send(app, Message::Pan(page)),
        "+" | "=" => send(app, Message::Zoom { num: 3, den: 2, around: None }),
        "-" | "_" => send(app, Message::Zoom { num: 2, den: 3, around: None }),
        "0" => send(app, Message::Fit),
        "Escape" => send(app, Message::Select(None)),
        _ => return false,
    }
    true
}

/// Goes along a band, and moves the window where that leads out of it.
fn step(app: &Shared, kind: Kind, by: isize) {
    go(app, |own| {
        let App { state, views, .. } = own;
        views.timeline.band(kind).step(state, by)
    });
}

/// Goes to the other band.
fn cross(app: &Shared, kind: Kind) {
    go(app, |own| {
        let App { state, views, .. } = own;
        let band = views.timeline.band(kind);
        let item = band.entrance(state)?;
        band.enter(state, item)
    });
}

fn go(app: &Shared, to: impl FnOnce(&mut App) -> Option<Target>) {
    let window = {
        let Some(app) = app.upgrade() else { return };
        let Ok(mut own) = app.try_borrow_mut() else { return };
        let Some(target) = to(&mut own) else { return };
        // The focus is set with the next drawing, so there must be one.
        own.later(Changes { scale: true, ..Changes::default() });
        own.state
            .extent(target)
            .and_then(|(start, end)| around(own.state.scale().window(), start, end))
    };
    if let Some(window) = window {
        send(app, Message::Look(window));
    }
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

/// Marks the segment that is pointed at or focused, and its counterpart.
fn lit(_: &Shared, event: &Event) {
    let Some(node) = target(event) else { return };
    let Some(widget) = node.closest(".root").ok().flatten() else { return };
    let piece = node.closest("[data-seg]").ok().flatten();
    for_each(&widget, ".lit", |lit| class(lit, "lit", false));
    let reading = piece.as_ref().and_then(|piece| piece.closest(".reading").ok().flatten());
    let number = piece.and_then(|piece| piece.get_attribute("data-seg"));
    if let (Some(reading), Some(number)) = (reading, number) {
        let same = join(&["[data-seg=\"", &number, "\"]"]);
        for_each(&reading, &same, |piece| class(piece, "lit", true));
    }
}

fn for_each(root: &Element, selector: &str, run: impl Fn(&Element)) {
    let Ok(found) = root.query_selector_all(selector) else { return };
    for place in 0..found.length() {
        if let Some(node) = found.get(place) {
            run(node.unchecked_ref());
        }
    }
}

/// Tells the widget when its width changes.
pub(super) struct Size {
    observer: ResizeObserver,
    _told: Closure<dyn FnMut()>,
}

impl Size {
    /// Watches the stage.
    pub(super) fn watch(stage: &Element, app: &Shared) -> Option<Self> {
        let (app, watched) = (app.clone(), stage.clone());
        let told = Closure::<dyn FnMut()>::new(move || {
            let width = watched.client_width();
            if width > 0 {
                send(&app, Message::Resize(width));
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
