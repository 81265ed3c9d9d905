//! The whole of time, how much lies where, and the stretch that is shown.

use web_sys::Element;

use super::markup::{append, forth, length, node, px, style, translate};
use crate::join::{digits, join};
use crate::phrases::Phrases;
use crate::state::{Changes, State};
use crate::timeline::{Density, Scale, Window};

/// The width of a bar of the density picture, in pixels.
const BAR_PX: i32 = 4;
/// Its height, in percent of the strip.
const FULL: u32 = 100;

/// The strip at the foot of the timeline.
pub(super) struct Overview {
    pub(super) strip: Element,
    density: Element,
    brush: Element,
    /// What the density picture is drawn for; only a filter or another width change it.
    drawn: Option<Scale>,
}

impl Overview {
    pub(super) fn new() -> Self {
        let (density, brush) = (node("div density"), node("div brush"));
        // The keyboard has the timeline itself.
        let strip = node("div overview part=overview aria-hidden=true");
        append(&strip, &density);
        append(&strip, &brush);
        Self { strip, density, brush, drawn: None }
    }

    pub(super) fn draw(&mut self, state: &State, words: &Phrases, changes: Changes) {
        let whole = state.whole();
        if changes.shown || changes.scale {
            self.draw_brush(whole, state.scale().window(), forth(words));
        }
        if changes.shown || self.drawn != Some(whole) {
            self.drawn = Some(whole);
            self.draw_density(state, whole);
        }
    }

    fn draw_brush(&self, whole: Scale, shown: Window, forth: i32) {
        let from = whole.to_px(shown.start()).max(0);
        let to = whole.to_px(shown.end()).min(whole.width_px());
        translate(&self.brush, from * forth, 0);
        length(&self.brush, "width", (to - from).max(1));
    }

    /// One element cut to the shape of the counts: a hundred bars would be a hundred nodes.
    fn draw_density(&self, state: &State, whole: Scale) {
        let events = Density::new(state.events().index().earliest()).counts(whole, BAR_PX);
        let quotes = Density::new(state.quotes().index().earliest()).counts(whole, BAR_PX);
        let mut counts = events;
        let mut most = 1;
        for unread in [state.events(), state.quotes()].iter().flat_map(|own| own.index().unread()) {
            let bar = |time| usize::try_from(whole.to_px(time).max(0) / BAR_PX).unwrap_or_default();
            let bars = bar(unread.window.start())..bar(unread.window.end() - 1) + 1;
            let each = u32::try_from(unread.count.div_ceil(bars.len())).unwrap_or(u32::MAX);
            for count in counts.iter_mut().take(bars.end).skip(bars.start) {
                *count = count.saturating_add(each);
            }
        }
        for (count, more) in counts.iter_mut().zip(quotes) {
            // Doublings are drawn: thirty quotes on a day do not hide one event on another.
            *count = u32::BITS - (*count + more).leading_zeros();
            most = most.max(*count);
        }
        let mut shape = String::from("polygon(0 100%");
        let mut left = 0;
        for count in counts {
            // A single event still shows.
            let top = if count == 0 { FULL } else { FULL - (count * FULL / most).max(12) };
            let next = left + BAR_PX;
            for (x, y) in [(left, top), (next - 1, top), (next - 1, FULL), (next, FULL)] {
                shape.push_str(&join(&[",", &px(x), " ", &digits(y as usize), "%"]));
            }
            left = next;
        }
        shape.push(')');
        style(&self.density, "clip-path", &shape);
    }
}
