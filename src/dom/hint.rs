//! How to zoom by the wheel: said once, to whoever turns it over the timeline.

use gloo::timers::callback::Timeout;
use web_sys::Element;

use super::markup::{Writer, flag};
use crate::phrases::Phrases;

/// Milliseconds that it can be read for.
const READ_MS: u32 = 3_000;

/// A line above the timeline; it takes no room and no click.
pub(super) struct Hint {
    line: Element,
    /// Hides it again; there once it was shown.
    timer: Option<Timeout>,
}

impl Hint {
    pub(super) fn new(stage: &Element) -> Self {
        let mut to = Writer::new(stage, crate::dossier::Language::UNDETERMINED);
        // Who hears the page turns no wheel.
        to.open("p hint aria-hidden=true");
        let line = to.end();
        flag(&line, "hidden", true);
        Self { line, timer: None }
    }

    /// Shows it, the first time that it is asked to.
    pub(super) fn show(&mut self, words: &Phrases) {
        if self.timer.is_some() {
            return;
        }
        let text = if has_command_key() { words.wheel_hint_mac } else { words.wheel_hint };
        self.line.set_text_content(Some(text));
        flag(&self.line, "hidden", false);
        let line = self.line.clone();
        self.timer = Some(Timeout::new(READ_MS, move || flag(&line, "hidden", true)));
    }

    /// Hides it: it was understood.
    pub(super) fn hide(&self) {
        flag(&self.line, "hidden", true);
    }
}

/// Whether the keyboard has ⌘ where others have Ctrl.
fn has_command_key() -> bool {
    let platform = web_sys::window().and_then(|window| window.navigator().platform().ok());
    platform.is_some_and(|name| name.starts_with("Mac"))
}
