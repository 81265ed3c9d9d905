//! The look, handed to the shadow root as a constructed sheet: a strict content security policy
//! blocks `<style>` and style attributes, but not this.

use js_sys::{Array, Reflect};
use web_sys::{CssStyleSheet, ShadowRoot};

const STYLE: &str = include_str!("style.css");

thread_local! {
    /// One sheet a page, shared by all its widgets.
    static SHEET: Option<CssStyleSheet> = {
        let sheet = CssStyleSheet::new().ok();
        if let Some(sheet) = &sheet {
            // Never fails for a constructed sheet without imports.
            let _ = sheet.replace_sync(STYLE);
        }
        sheet
    };
}

/// Gives the shadow root its look.
pub(super) fn adopt(root: &ShadowRoot) {
    SHEET.with(|sheet| {
        let sheets: Array = sheet.iter().collect();
        let _ = Reflect::set(root, &"adoptedStyleSheets".into(), &sheets);
    });
}
