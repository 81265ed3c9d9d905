//! The whole of time, how much lies where, and the stretch that is shown.

use web_sys::Element;

use super::markup::{append, node, px, set, style, translate};
use crate::join::{digits, join};
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
}

impl Overview {
    pub(super) fn new() -> Self {
        let (density, brush) = (node("div", "density"), node("div", "brush"));
        // The keyboard has the timeline itself.
        let strip = node("div", "overview");
        set(&strip, "part", "overview");
        set(&strip, "aria-hidden", "true");
        append(&strip, &density);
        append(&strip, &brush);
        Self { strip, density, brush }
    }

    pub(super) fn draw(&self, state: &State, changes: Changes) {
        let whole = state.whole();
        if changes.shown || changes.scale {
            self.draw_brush(whole, state.scale().window());
            self.draw_density(state, whole);
        }
    }

    fn draw_brush(&self, whole: Scale, shown: Window) {
        let from = whole.to_px(shown.start()).max(0);
        let to = whole.to_px(shown.end()).min(whole.width_px());
        translate(&self.brush, from, 0);
        style(&self.brush, "width", &px((to - from).max(1)));
    }

    /// One element cut to the shape of the counts: a hundred bars would be a hundred nodes.
    fn draw_density(&self, state: &State, whole: Scale) {
        let events = Density::new(state.events().index().earliest()).counts(whole, BAR_PX);
        let quotes = Density::new(state.quotes().index().earliest()).counts(whole, BAR_PX);
        let mut counts: Vec<u32> = Vec::with_capacity(events.len());
        for (place, count) in events.iter().enumerate() {
            // Doublings are drawn: thirty quotes on a day do not hide one event on another.
            counts.push(
                u32::BITS - (count + quotes.get(place).copied().unwrap_or(0)).leading_zeros(),
            );
        }
        let most = counts.iter().copied().max().unwrap_or(0).max(1);
        let mut shape = String::from("polygon(0 100%");
        let mut left = 0;
        for count in counts {
            // A single event still shows.
            let top = if count == 0 { FULL } else { FULL - (count * FULL / most).max(12) };
            let (from, to) = (px(left), px(left + BAR_PX - 1));
            let top = digits(top as usize);
            let bar = [",", &from, " ", &top, "%,", &to, " ", &top, "%,", &to, " 100%"];
            shape.push_str(&join(&bar));
            shape.push_str(&join(&[",", &px(left + BAR_PX), " 100%"]));
            left += BAR_PX;
        }
        shape.push(')');
        style(&self.density, "clip-path", &shape);
    }
}
