//! Dragging, pinching, turning the wheel. The page's own scrolling is left alone.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, MouseEvent, PointerEvent, WheelEvent};

use super::app::App;
use super::listen::{commands, target};
use super::markup::{class, closest, inside};
use crate::state::Message;
use crate::timeline::{Scale, Second, Window};

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

/// Each place is pixels from where time begins, and down the window.
struct Pointer {
    id: i32,
    from: (i32, i32),
    now: (i32, i32),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Stage,
    /// The frame in the overview, held so many pixels right of its middle.
    Frame(i32),
    /// One of its ends; this is the time of the other.
    End(Second),
}

/// An end of the frame is held within so many pixels, where the frame is wide enough for a middle.
const END_PX: i32 = 8;

/// What a press on the overview holds, and whether it is beside the frame: that comes there then.
fn held(whole: Scale, shown: Window, x: i32) -> (Place, bool) {
    let (start, end) = (whole.to_px(shown.start()), whole.to_px(shown.end()));
    let (from, to) = (start.max(0), end.min(whole.width_px()));
    let wide = to - from > 4 * END_PX;
    if wide && (x - from).abs() <= END_PX {
        (Place::End(shown.end()), false)
    } else if wide && (x - to).abs() <= END_PX {
        (Place::End(shown.start()), false)
    } else if (from..to).contains(&x) {
        (Place::Frame(x - i32::midpoint(start, end)), false)
    } else {
        (Place::Frame(0), true)
    }
}

/// A pointer goes down on the stage or the overview.
pub(super) fn down(app: &mut App, event: &Event) -> Option<Message> {
    let press = event.unchecked_ref::<PointerEvent>();
    let target = target(event)?;
    let overview = inside(&target, ".overview");
    if press.button() != 0 || !(overview || inside(&target, ".stage")) {
        return None;
    }
    app.arrive();
    let (whole, shown) = (app.state.whole(), app.state.scale().window());
    let timeline = &mut app.views.timeline;
    let x = x_in(&timeline.stage, press);
    let at = (x, press.client_y());
    let pointer = Pointer { id: press.pointer_id(), from: at, now: at };
    let scale = app.state.scale();
    let (place, beside) = if overview { held(whole, shown, x) } else { (Place::Stage, false) };
    match &mut timeline.drag {
        // A second finger: pinch from here.
        Some(drag) if place == Place::Stage && drag.place == place && drag.pointers.len() == 1 => {
            drag.hold(scale);
            drag.pointers.push(pointer);
        }
        drag => *drag = Some(Drag { place, scale, pointers: vec![pointer], moved: false }),
    }
    beside.then(|| Message::Look(centred(whole, scale, x)))
}

/// It moves.
pub(super) fn moved(app: &mut App, event: &Event) -> Option<Message> {
    let event = event.unchecked_ref::<PointerEvent>();
    let timeline = &mut app.views.timeline;
    let drag = timeline.drag.as_mut()?;
    let id = event.pointer_id();
    let pinches = drag.pointers.len() > 1;
    let held = drag.pointers.iter_mut().find(|held| held.id == id)?;
    let x = x_in(&timeline.stage, event);
    held.now = (x, event.client_y());
    if !drag.moved {
        // One finger up or down is the page's.
        let down = if pinches { held.now.1 - held.from.1 } else { 0 };
        if (x - held.from.0).abs().max(down.abs()) < SLACK_PX {
            return None;
        }
        drag.moved = true;
        class(&timeline.stage, "dragging", true);
        // Only now: capturing at once would take the click from a button.
        let _ = timeline.stage.set_pointer_capture(id);
    }
    let whole = app.state.whole();
    Some(Message::Drag(match drag.place {
        Place::Frame(off) => centred(whole, drag.scale, x - off),
        Place::End(other) => {
            let time = whole.to_time(x);
            Window::new(time.min(other), time.max(other))
        }
        Place::Stage => drag.window(),
    }))
}

impl Drag {
    /// The window with what was under each pointer under it still.
    fn window(&self) -> Window {
        match self.pointers.as_slice() {
            [one, other] => {
                let (from, now) = (apart(one.from, other.from), apart(one.now, other.now));
                let middle = i32::midpoint(one.from.0, other.from.0);
                let shift = middle - i32::midpoint(one.now.0, other.now.0);
                self.scale.zoom(now, from, middle).pan(shift).window()
            }
            [one, ..] => self.scale.pan(one.from.0 - one.now.0).window(),
            [] => self.scale.window(),
        }
    }

    /// Reckons from where the pointers are now.
    fn hold(&mut self, scale: Scale) {
        for held in &mut self.pointers {
            held.from = held.now;
        }
        self.scale = scale;
    }
}

/// How far two fingers are apart, in pixels; closer than a finger is wide they are as one.
fn apart(one: (i32, i32), other: (i32, i32)) -> u16 {
    let (across, down) = (f64::from(one.0 - other.0), f64::from(one.1 - other.1));
    u16::try_from(pixels((across * across + down * down).sqrt()).max(8)).unwrap_or(u16::MAX)
}

/// It goes up, or is taken away.
pub(super) fn up(app: &mut App, event: &Event) -> Option<Message> {
    let timeline = &mut app.views.timeline;
    let drag = timeline.drag.as_mut()?;
    let id = event.unchecked_ref::<PointerEvent>().pointer_id();
    if let Some(place) = drag.pointers.iter().position(|held| held.id == id) {
        drag.pointers.swap_remove(place);
    }
    drag.hold(app.state.scale());
    if drag.pointers.is_empty() {
        class(&timeline.stage, "dragging", false);
        if !drag.moved {
            timeline.drag = None;
        }
    }
    None
}

/// Whether the click that follows a drag is to be ignored. Asked once a click.
pub(super) fn was_drag(app: &mut App) -> bool {
    app.views.timeline.drag.take().is_some_and(|drag| drag.moved)
}

/// The wheel turns: with Ctrl or Cmd it zooms, sideways it pans, else the page scrolls.
pub(super) fn wheel(app: &mut App, event: &Event) -> Option<Message> {
    if !inside(&target(event)?, ".stage, .overview") {
        return None;
    }
    let turn = event.unchecked_ref::<WheelEvent>();
    let (x, y) = (turn.delta_x(), turn.delta_y());
    let message = if commands(event) {
        let timeline = &mut app.views.timeline;
        timeline.hint.hide();
        let around = Some(x_in(&timeline.stage, turn));
        let more = magnified(lines_as_pixels(turn, y));
        let (num, den) = if y < 0.0 { (more, STILL) } else { (STILL, more) };
        Message::Zoom { num, den, around }
    } else if x.abs() > y.abs() {
        let by = pixels(lines_as_pixels(turn, x));
        Message::Wheel(if is_mirrored(&app.root) { -by } else { by })
    } else {
        app.views.timeline.hint.show(app.words);
        return None;
    };
    event.prevent_default();
    Some(message)
}

/// How far the wheel has to turn to double what is seen, in pixels: four notches of a mouse. Two
/// fingers on a trackpad come as the wheel too, in many small turns.
const STILL: u16 = 400;

/// What a turn of the wheel by so many pixels makes of [`STILL`].
fn magnified(turned: f64) -> u16 {
    let turned = u16::try_from(pixels(turned.abs())).unwrap_or(STILL);
    STILL + turned.clamp(1, STILL)
}

/// A turn in pixels; some browsers count a mouse's in lines.
fn lines_as_pixels(turn: &WheelEvent, by: f64) -> f64 {
    const LINE_PX: f64 = 33.0;
    if turn.delta_mode() == WheelEvent::DOM_DELTA_LINE { by * LINE_PX } else { by }
}

/// Two clicks: closer.
pub(super) fn double(app: &mut App, event: &Event) -> Option<Message> {
    let target = target(event)?;
    if !inside(&target, ".stage") || inside(&target, "button") {
        return None;
    }
    let around = x_in(&app.views.timeline.stage, event.unchecked_ref());
    Some(Message::Look(app.state.scale().zoom(2, 1, around).window()))
}

/// The same span about a place in the overview.
fn centred(whole: Scale, scale: Scale, x: i32) -> Window {
    let span = scale.window().span();
    let start = whole.to_time(x).saturating_sub(span / 2);
    Window::new(start, start.saturating_add(span))
}

/// Pixels from the edge of an element at which time begins.
#[inline(never)]
fn x_in(element: &Element, event: &MouseEvent) -> i32 {
    let place = element.get_bounding_client_rect();
    if is_mirrored(element) {
        pixels(place.right()) - event.client_x()
    } else {
        event.client_x() - pixels(place.left())
    }
}

/// Whether the interface, and with it time, runs from right to left.
pub(super) fn is_mirrored(node: &Element) -> bool {
    closest(node, ".root").is_some_and(|root| root.get_attribute("dir").as_deref() == Some("rtl"))
}

#[expect(clippy::cast_possible_truncation, reason = "positions on a screen fit; `as` saturates")]
fn pixels(value: f64) -> i32 {
    value.round() as i32
}
