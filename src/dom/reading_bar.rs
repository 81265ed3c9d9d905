//! What is shown of every reading, and what counts where readings are compared.

use super::markup::{Writer, set};
use crate::collate::differences::Strictness;
use crate::dossier::Language;
use crate::phrases::{Phrases, own_name};
use crate::state::{Shown, State};

use web_sys::Element;

/// The controls above the quotes.
pub(super) fn bar(to: &mut Writer, state: &State, words: &Phrases) {
    to.open("div reading-bar");
    to.open("fieldset switch");
    to.start("legend hidden", words.show);
    to.close();
    for ((value, shown), name) in Shown::ALL.iter().zip(words.shown) {
        to.open("label");
        to.open("input type=radio name=shown data-action=shown");
        to.set("value", value);
        if *shown == state.shown() {
            to.set("checked", "");
        }
        to.close();
        to.leaf("span", name);
        to.close();
    }
    to.close();
    to.open("label check");
    to.open("input type=checkbox data-action=typography");
    if state.strictness() == Strictness::Typography {
        to.set("checked", "");
    }
    to.close();
    to.leaf("span", words.typography);
    to.close();
    to.close();
}

/// Which language stands in which column.
pub(super) fn columns(to: &mut Writer, (left, right): (Language, Language)) -> Element {
    to.open("div columns");
    for language in [left, right] {
        to.start_in("span", language, own_name(language).unwrap_or(language.as_str()));
        to.close();
    }
    to.end()
}

/// Says on the viewer which side of readings it shows.
pub(super) fn show(viewer: &Element, state: &State) {
    set(viewer, "data-shown", state.shown().as_str());
}
