//! Headings that fit into the page's own: the widget's title is of the level that the host asks for.

use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::markup::set;
use crate::join::digits;

/// The level of the title where the host does not say one; elements are written for it.
pub(super) const TITLE: usize = 2;
/// Screen readers know no deeper one.
const DEEPEST: usize = 6;

/// The level that an attribute asks for.
pub(super) fn level(text: &str) -> usize {
    match text.trim().as_bytes() {
        [digit @ b'1'..=b'6'] => usize::from(digit - b'0'),
        _ => TITLE,
    }
}

/// Says the level of every heading of the widget, given that of its title. The elements stay what
/// they are: `aria-level` counts for a screen reader, and nothing that is focused is made anew.
pub(super) fn say(root: &Element, title: usize) {
    let Ok(found) = root.query_selector_all("h2, h3, h4") else { return };
    for place in 0..found.length() {
        let Some(heading) = found.get(place) else { continue };
        let heading = heading.unchecked_into::<Element>();
        let own =
            heading.local_name().bytes().last().map_or(TITLE, |digit| usize::from(digit - b'0'));
        set(&heading, "aria-level", &digits((own + title - TITLE).min(DEEPEST)));
    }
}
