//! The lines from labels to the axis. All of a band are one element, cut to their shape: as nodes they
//! would be half of what is made, moved and laid out when the zoom changes.

use web_sys::Element;

use super::markup::{node, style};
use crate::join::{digits, join};

/// Lines of one colour.
pub(super) struct Stems {
    pub(super) layer: Element,
    /// The shape that is drawn, and the one to be drawn.
    drawn: String,
    next: String,
}

impl Stems {
    pub(super) fn new(words: &str) -> Self {
        Self { layer: node(words), drawn: String::new(), next: String::new() }
    }

    /// Adds a line: where it stands and begins, and how long it is, in pixels.
    pub(super) fn add(&mut self, x: i32, y: i32, height: i32) {
        // Left of the edge there is nothing to see.
        if let Ok(x) = usize::try_from(x) {
            let [y, height] = [y, height].map(|own| digits(own.unsigned_abs() as usize));
            self.next.push_str(&join(&["M", &digits(x), " ", &y, "h1v", &height, "h-1z"]));
        }
    }

    /// Draws what was added since it was drawn last.
    pub(super) fn draw(&mut self) {
        if self.next != self.drawn || self.drawn.is_empty() {
            // A path without a step is none, and would not cut at all.
            style(&self.layer, "clip-path", &join(&["path(\"M0 0", &self.next, "\")"]));
        }
        self.drawn = std::mem::take(&mut self.next);
    }
}
