//! Dragging, pinching, turning the wheel. The page's own scrolling is left alone.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, PointerEvent, WheelEvent};

use super::app::{App, send};
use super::markup::class;
use crate::state::Message;
use crate::timeline::{Scale, Window};

/// A press becomes a drag when the pointer has moved so far, in pixels: below, it is a click.
const SLACK_PX: i32 = 4;

/// What the pointers hold.
pub(super) struct Drag {
    place: Place,
    /// The scale when it began: positions are reckoned from there, so nothing drifts.
    scale: Scale,
    pointers: Vec<Pointer>,
    moved: bool,
}

struct Pointer {
    id: i32,
    from: i32,
    now: i32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Stage,
    Overview,
}

/// A pointer goes down on the stage or the overview.
pub(super) fn down(app: &Weak<RefCell<App>>, event: &PointerEvent) {
    if event.button() != 0 {
        return;
    }
    let Some(target) = target(event) else { return };
    let place = if inside(&target, ".overview") {
        Place::Overview
    } else if inside(&target, ".stage") {
        Place::Stage
    } else {
        return;
    };
    let Some(app) = app.upgrade() else { return };
    let window = {
        let Ok(mut own) = app.try_borrow_mut() else { return };
        let x = x_in(&own.views.timeline.stage, event.client_x());
        let pointer = Pointer { id: event.pointer_id(), from: x, now: x };
        let scale = own.state.scale();
        match &mut own.views.timeline.drag {
            // A second finger: pinch from here.
            Some(drag) if drag.place == place && drag.pointers.len() == 1 => {
                for held in &mut drag.pointers {
                    held.from = held.now;
                }
                drag.scale = scale;
                drag.pointers.push(pointer);
            }
            drag => *drag = Some(Drag { place, scale, pointers: vec![pointer], moved: false }),
        }
        (place == Place::Overview).then(|| centred(own.state.whole(), scale, x))
    };
    if let Some(window) = window {
        send(&Rc::downgrade(&app), Message::Look(window));
    }
}

/// It moves.
pub(super) fn moved(app: &Weak<RefCell<App>>, event: &PointerEvent) {
    let Some(app) = app.upgrade() else { return };
    let window = {
        let Ok(mut own) = app.try_borrow_mut() else { return };
        let own = &mut *own;
        let x = x_in(&own.views.timeline.stage, event.client_x());
        let stage = own.views.timeline.stage.clone();
        let Some(drag) = &mut own.views.timeline.drag else { return };
        let Some(held) = drag.pointers.iter_mut().find(|held| held.id == event.pointer_id()) else {
            return;
        };
        held.now = x;
        let far = (held.now - held.from).abs() >= SLACK_PX;
        if far && !drag.moved {
            drag.moved = true;
            class(&stage, "dragging", true);
            // Only now: capturing at once would take the click from a button.
            let _ = stage.set_pointer_capture(event.pointer_id());
        }
        if !drag.moved {
            return;
        }
        match drag.place {
            Place::Overview => centred(own.state.whole(), drag.scale, x),
            Place::Stage => drag.window(),
        }
    };
    send(&Rc::downgrade(&app), Message::Look(window));
}

impl Drag {
    /// The window with what was under each pointer under it still.
    fn window(&self) -> Window {
        match self.pointers.as_slice() {
            [one, other] => {
                let (from, now) = ((one.from - other.from).abs(), (one.now - other.now).abs());
                let size = |px: i32| u16::try_from(px.max(8)).unwrap_or(u16::MAX);
                let middle = i32::midpoint(one.from, other.from);
                let shift = middle - i32::midpoint(one.now, other.now);
                self.scale.zoom(size(now), size(from), middle).pan(shift).window()
            }
            [one, ..] => self.scale.pan(one.from - one.now).window(),
            [] => self.scale.window(),
        }
    }
}

/// It goes up, or is taken away.
pub(super) fn up(app: &Weak<RefCell<App>>, event: &PointerEvent) {
    let Some(app) = app.upgrade() else { return };
    let Ok(mut own) = app.try_borrow_mut() else { return };
    let scale = own.state.scale();
    let timeline = &mut own.views.timeline;
    let Some(drag) = &mut timeline.drag else { return };
    drag.pointers.retain(|held| held.id != event.pointer_id());
    for held in &mut drag.pointers {
        held.from = held.now;
    }
    drag.scale = scale;
    if drag.pointers.is_empty() {
        class(&timeline.stage, "dragging", false);
        if !drag.moved {
            timeline.drag = None;
        }
    }
}

/// Whether the click that follows a drag is to be ignored. Asked once a click.
pub(super) fn was_drag(app: &Weak<RefCell<App>>) -> bool {
    let Some(app) = app.upgrade() else { return false };
    let Ok(mut own) = app.try_borrow_mut() else { return false };
    own.views.timeline.drag.take().is_some_and(|drag| drag.moved)
}

/// The wheel turns: with Ctrl or Cmd it zooms, sideways it pans, else the page scrolls.
pub(super) fn wheel(app: &Weak<RefCell<App>>, event: &WheelEvent) {
    if !target(event).is_some_and(|target| inside(&target, ".stage, .overview")) {
        return;
    }
    let Some(stage) = app
        .upgrade()
        .and_then(|app| app.try_borrow().ok().map(|app| app.views.timeline.stage.clone()))
    else {
        return;
    };
    let (x, y) = (event.delta_x(), event.delta_y());
    let message = if event.ctrl_key() || event.meta_key() {
        let around = Some(x_in(&stage, event.client_x()));
        let (num, den) = if y < 0.0 { (5, 4) } else { (4, 5) };
        Message::Zoom { num, den, around }
    } else if x.abs() > y.abs() {
        Message::Pan(pixels(x))
    } else {
        return;
    };
    event.prevent_default();
    send(app, message);
}

/// Two clicks: closer.
pub(super) fn double(app: &Weak<RefCell<App>>, event: &web_sys::MouseEvent) {
    let Some(target) = target(event) else { return };
    if !inside(&target, ".stage") || inside(&target, "button") {
        return;
    }
    let Some(stage) = target.closest(".stage").ok().flatten() else { return };
    let around = Some(x_in(&stage, event.client_x()));
    send(app, Message::Zoom { num: 2, den: 1, around });
}

/// The window of the same span about a place in the overview.
fn centred(whole: Scale, scale: Scale, x: i32) -> Window {
    let span = scale.window().span();
    let start = whole.to_time(x).saturating_sub(span / 2);
    Window::new(start, start.saturating_add(span))
}

/// The innermost element that an event happened on.
pub(super) fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

pub(super) fn inside(element: &Element, selector: &str) -> bool {
    element.closest(selector).ok().flatten().is_some()
}

/// Pixels from the left edge of an element.
fn x_in(element: &Element, client_x: i32) -> i32 {
    client_x - pixels(element.get_bounding_client_rect().left())
}

#[expect(clippy::cast_possible_truncation, reason = "positions on a screen fit; `as` saturates")]
fn pixels(value: f64) -> i32 {
    value.round() as i32
}
