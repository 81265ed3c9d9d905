//! The look, handed to the shadow root as a constructed sheet: a strict content security policy
//! blocks `<style>` and style attributes, but not this.

use js_sys::Array;
use web_sys::{CssStyleSheet, ShadowRoot};

use super::host::put;

const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/style.css"));

/// Gives the shadow root its look.
pub(super) fn adopt(root: &ShadowRoot) {
    // Neither fails: the sheet is ours and has no imports.
    if let Ok(sheet) = CssStyleSheet::new() {
        let _ = sheet.replace_sync(STYLE);
        let sheets = Array::new();
        sheets.set(0, sheet.into());
        put(root, "adoptedStyleSheets", &sheets);
    }
}
