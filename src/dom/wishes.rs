//! What buttons and keys stand for, and what becomes of that: a message, or something that only the
//! views know of.

use web_sys::Element;

use super::app::App;
use super::markup::{closest, inside};
use super::{cite, dialog, listen, media};
use crate::dossier::{Kind, Target};
use crate::state::{Changes, Message};
use crate::timeline::Window;

const DAY: i64 = 86_400;

/// What a button or a key stands for.
#[derive(Clone, Copy)]
pub(super) enum Wish {
    /// Move by so many hundredths of the width.
    Move(i32),
    /// Enlarge by a numerator and a denominator.
    Zoom(u16, u16),
    Fit,
    /// Show what is chosen from near.
    ToSelection,
    /// Show the stretch of time that was shown before.
    Back,
    /// Say which keys there are.
    Help,
    /// Close the dialog that the button is in.
    CloseDialog,
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
    /// Go so many rows down: events, their clusters, those of quotes, quotes.
    Across(isize),
}

/// Further than any list is long.
pub(super) const TO_THE_END: isize = isize::MAX;
pub(super) const CLOSER: Wish = Wish::Zoom(3, 2);
pub(super) const FARTHER: Wish = Wish::Zoom(2, 3);

/// The buttons by their `data-action`.
static BUTTONS: &[(&str, Wish)] = &[
    ("zoom-in", CLOSER),
    ("zoom-out", FARTHER),
    ("earlier", Wish::Move(-60)),
    ("later", Wish::Move(60)),
    ("fit", Wish::Fit),
    ("to-selection", Wish::ToSelection),
    ("back", Wish::Back),
    ("help", Wish::Help),
    ("close-dialog", Wish::CloseDialog),
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

/// What a button stands for.
pub(super) fn of_button(button: &Element) -> Option<Wish> {
    let name = button.get_attribute("data-action")?;
    BUTTONS.iter().find(|(own, _)| *own == name).map(|(_, wish)| *wish)
}

/// Turns a wish made on an element into a message.
#[inline(never)]
pub(super) fn asked(app: &mut App, node: &Element, wish: Wish) -> Option<Message> {
    Some(match wish {
        Wish::Move(hundredths) => Message::Pan(app.state.scale().width_px() * hundredths / 100),
        Wish::Zoom(num, den) => Message::Zoom { num, den, around: None },
        Wish::Fit => Message::Fit,
        Wish::ToSelection => Message::ToSelection,
        Wish::Back => Message::Back,
        Wish::Help => {
            dialog::show(&app.views.timeline.help);
            return None;
        }
        Wish::CloseDialog => {
            dialog::close(node);
            return None;
        }
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
        Wish::Along(by) => {
            let kind = band(node);
            if inside(node, ".upright") {
                return down(app, node, by);
            }
            if inside(node, ".cluster") {
                app.views.timeline.band(kind).along_clusters(node, by);
                return None;
            }
            return go(app, kind, by);
        }
        Wish::Across(by) => {
            if inside(node, ".upright") {
                return down(app, node, by);
            }
            let App { state, views, .. } = app;
            views.timeline.across(state, node, by);
            return None;
        }
    })
}

/// The band that an element is in; that of the events where it is in none.
pub(super) fn band(node: &Element) -> Kind {
    if inside(node, "[data-band=quote]") { Kind::Quote } else { Kind::Event }
}

pub(super) fn numbered(button: &Element) -> Option<usize> {
    listen::number(&button.get_attribute("data-number")?)
}

/// A cluster opens by zoom; where its items share a day no zoom would part them: the first is
/// chosen, and with it a label.
fn opened(app: &mut App, kind: Kind, place: usize) -> Option<Message> {
    let track = if kind == Kind::Event { app.state.events() } else { app.state.quotes() };
    let timeline = &mut app.views.timeline;
    let (items, unread) = timeline.cluster(kind, place)?;
    let first = items.start;
    let begun = track.index().starts(items);
    // The cluster is gone then; the keyboard stands on what was in it.
    if begun.is_some() {
        timeline.band(kind).focus_item(first);
    }
    timeline.upright.focus_end(1);
    let shown = app.state.scale().window();
    if let Some(unread) = unread {
        let window = begun.map_or(unread, |begun| begun.joined(unread));
        return Some(if window.span() * 3 < shown.span() * 2 {
            Message::Look(window.padded(200))
        } else {
            Message::Look(around(shown, window))
        });
    }
    let window = begun?;
    if window.span() >= DAY && window.span() * 3 < shown.span() * 2 {
        return Some(Message::Look(window.padded(400)));
    }
    // What is chosen already has its label: the next of the cluster has its turn.
    let number = *track.items().get(first)?;
    Some(Message::Select(Some(Target { kind, number })))
}

/// Goes along the rows of the timeline on end, and on in time where they end.
fn down(app: &mut App, node: &Element, by: isize) -> Option<Message> {
    let App { state, views, .. } = app;
    let upright = &mut views.timeline.upright;
    if upright.step(node, by) {
        return None;
    }
    let window = state.scale().window();
    let beyond = state.whole().window();
    let more = if by < 0 { window.start() > beyond.start() } else { window.end() < beyond.end() };
    if !more {
        return None;
    }
    upright.focus_end(by);
    asked(app, node, Wish::Move(if by < 0 { -80 } else { 80 }))
}

/// Goes along a band, or into it, and moves the window where that leads out of it.
#[inline(never)]
fn go(app: &mut App, kind: Kind, by: isize) -> Option<Message> {
    let App { state, views, .. } = app;
    let target = views.timeline.band(kind).go(state, by)?;
    let extent = state.extent(target);
    let shown = state.scale().window();
    // The focus is set with the next drawing, so there must be one.
    app.later(Changes { scale: true, ..Changes::default() });
    let (start, end) = extent?;
    Some(Message::Look(reaching(shown, start, end)?))
}

/// The window moved so that a stretch of time is in it; nothing where its start is already.
fn reaching(window: Window, start: i64, end: i64) -> Option<Window> {
    if (window.start()..window.end()).contains(&start) {
        return None;
    }
    let middle = start.saturating_add(end.saturating_sub(start).min(window.span()) / 2);
    let from = middle.saturating_sub(window.span() / 2);
    Some(Window::new(from, from.saturating_add(window.span())))
}

/// Half of what is shown, about the middle of another window.
fn around(shown: Window, window: Window) -> Window {
    let middle = window.start() + window.span() / 2;
    Window::new(middle - shown.span() / 4, middle.saturating_add(shown.span() / 4))
}
