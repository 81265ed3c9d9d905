//! Things one after the other, joined as a language does, by the browser.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

use super::host::put;
use crate::dossier::Language;

#[wasm_bindgen]
extern "C" {
    /// `Intl.ListFormat` (ECMA-402, 13).
    #[wasm_bindgen(js_namespace = Intl)]
    type ListFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &Object) -> Result<ListFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &ListFormat, list: &Array) -> String;
}

/// Counted things in one line: "25 events, 30 quotes", "25 événements et 30 citations".
pub(super) fn joined(language: Language, things: &[String]) -> String {
    let options = Object::new();
    put(&options, "type", &"unit".into());
    put(&options, "style", &"short".into());
    match ListFormat::new(language.as_str(), &options) {
        Ok(format) => format.format(&things.iter().map(JsValue::from).collect()),
        // An engine without it, or a tag that it does not take.
        Err(_) => things.join(", "),
    }
}
