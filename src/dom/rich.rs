//! Rich text as nodes: by name and text only, never from strings of HTML.

use super::markup::Writer;
use crate::dossier::{Language, Wording};
use crate::rich::{Part, read};

/// What a picture of someone else's is fetched with: when it is seen, and without saying by whom.
pub(super) const PICTURE: &str = "img loading=lazy decoding=async referrerpolicy=no-referrer";

/// A text in HTML, into the open element.
#[inline(never)]
pub(super) fn rich(to: &mut Writer, html: &str) {
    read(html, &mut |part| match part {
        Part::Open(mark) => to.open(mark.element()),
        Part::Link(address) => link(to, address),
        Part::Close => to.close(),
        Part::Text(text) => to.text(text),
        Part::Break => to.leaf("br", ""),
        Part::Image { address, alt } => {
            to.open(PICTURE);
            to.set("alt", alt);
            to.set("src", address);
            to.close();
        }
        Part::LeftOut(_) => {}
    });
}

/// A wording in HTML, in an element of its own; nothing for an empty one.
#[inline(never)]
pub(super) fn wording(to: &mut Writer, words: &str, wording: &Wording) {
    if wording.is_empty() {
        return;
    }
    let (language, html) = wording.get(to.language);
    to.open(words);
    to.tongue(language);
    if language == Language::UNDETERMINED {
        to.set("dir", "auto");
    }
    rich(to, html);
    to.close();
}

/// Opens a link. A page that is itself framed would show what is linked in its frame, where most
/// pages refuse to be shown; there a link opens a tab.
#[inline(never)]
pub(super) fn link(to: &mut Writer, address: &str) {
    to.open("a rel=noopener");
    to.set("href", address);
    if is_framed() {
        to.set("target", "_blank");
    }
}

fn is_framed() -> bool {
    let Some(window) = web_sys::window() else { return false };
    window.parent().is_ok_and(|parent| parent.is_none_or(|parent| parent != window))
}
