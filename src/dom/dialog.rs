//! Dialogs of the browser: it puts them above the page, keeps the keyboard in them, closes them with
//! Escape, and gives the focus back.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlDialogElement};

use super::markup::closest;

/// Shows a dialog above everything; the browser keeps the keyboard in it, and gives it back.
pub(super) fn show(dialog: &Element) {
    // Fails only where it is open already.
    let _ = dialog.unchecked_ref::<HtmlDialogElement>().show_modal();
}

/// Closes the dialog that an element is in.
pub(super) fn close(node: &Element) -> Option<()> {
    closest(node, "dialog")?.unchecked_ref::<HtmlDialogElement>().close();
    Some(())
}
