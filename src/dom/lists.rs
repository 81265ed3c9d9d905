//! Things one after the other, joined as a language does, by the browser.

use js_sys::{Array, JSON};
use wasm_bindgen::prelude::*;

use crate::dossier::Language;

#[wasm_bindgen]
extern "C" {
    /// `Intl.ListFormat` (ECMA-402, 13).
    #[wasm_bindgen(js_namespace = Intl)]
    type ListFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &JsValue) -> Result<ListFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &ListFormat, list: &Array) -> String;
}

/// Counted things: "25 events, 30 quotes", "25 événements et 30 citations".
pub(super) const COUNTS: &str = "{\"type\":\"unit\",\"style\":\"short\"}";
pub(super) const AND: &str = "{\"type\":\"conjunction\"}";
pub(super) const OR: &str = "{\"type\":\"disjunction\"}";

pub(super) fn joined(language: Language, how: &str, things: &[String]) -> String {
    match ListFormat::new(language.as_str(), &options(how)) {
        Ok(format) => format.format(&things.iter().map(JsValue::from).collect()),
        // An engine without it, or a tag that it does not take.
        Err(_) => things.join(", "),
    }
}

/// What `Intl` is asked for; in JSON, that is the least to download.
pub(super) fn options(json: &str) -> JsValue {
    JSON::parse(json).unwrap_or_default()
}
