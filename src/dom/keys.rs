//! The keys of the timeline, and the panel that lists them: one table, so that none is handled that
//! is not listed.

use web_sys::Element;

use super::markup::{Writer, node, set};
use super::wishes::{CLOSER, FARTHER, TO_THE_END, Wish};
use crate::phrases::Phrases;

/// For each line of the panel the keys, by their `KeyboardEvent.key`, and what they stand for. The
/// words of the lines are [`Phrases::keys`]; what comes after these lines there are gestures and
/// keys that the browser answers by itself.
static LINES: [&[(&str, Wish)]; 10] = [
    &[("ArrowRight", Wish::Along(1)), ("ArrowLeft", Wish::Along(-1))],
    &[("ArrowUp", Wish::Across(-1)), ("ArrowDown", Wish::Across(1))],
    &[("Home", Wish::Along(-TO_THE_END)), ("End", Wish::Along(TO_THE_END))],
    &[("PageUp", Wish::Move(-80)), ("PageDown", Wish::Move(80))],
    &[("+", CLOSER), ("=", CLOSER), ("-", FARTHER), ("_", FARTHER)],
    &[("0", Wish::Fit)],
    &[("z", Wish::ToSelection), ("Z", Wish::ToSelection)],
    &[("Backspace", Wish::Back)],
    &[("Escape", Wish::ChooseNothing)],
    &[("?", Wish::Help)],
];

/// What a key stands for; nothing for a key that is not the timeline's.
pub(super) fn wish(key: &str) -> Option<Wish> {
    let mut keys = LINES.iter().copied().flatten();
    keys.find(|(own, _)| *own == key).map(|(_, wish)| *wish)
}

/// The panel, closed.
pub(super) fn panel(words: &Phrases) -> Element {
    let dialog = node("dialog help part=help closedby=any");
    set(&dialog, "aria-label", words.help);
    let mut to = Writer::new(&dialog, words.language);
    to.open("div sheet");
    to.start("button close type=button data-action=close-dialog", "×");
    to.set("aria-label", words.close);
    to.close();
    to.leaf("h3", words.help);
    to.open("dl");
    for [keys, meaning] in &words.keys {
        to.open("dt");
        for key in keys.split(' ') {
            to.leaf("kbd", key);
        }
        to.close();
        to.leaf("dd", meaning);
    }
    dialog
}
