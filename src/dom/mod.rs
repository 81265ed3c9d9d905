//! The only room that knows a browser.
//!
//! [`Widget`] is what the element's shim holds. Behind it an `App` owns the state and the views;
//! every listener belongs to it and goes with it, none is leaked.

mod announce;
mod app;
mod axis;
mod band;
mod cards;
mod host;
mod listen;
mod markup;
mod overview;
mod pointer;
mod quotes;
mod stylesheet;
mod timeline;
mod toolbar;
mod viewer;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{JSON, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

use crate::dossier::{Problem, read};
use app::App;

/// The affair that is shown where no other dossier is given.
const EMBEDDED: &str = include_str!("../../data/affair.json");

/// One widget in one shadow root.
#[wasm_bindgen]
pub struct Widget {
    app: Rc<RefCell<App>>,
    problems: Vec<Problem>,
    /// What was given, a text or bytes: kept by the page's memory, not copied into the engine's.
    source: JsValue,
}

#[wasm_bindgen]
impl Widget {
    /// Shows a dossier: its text, its bytes, or with `undefined` the embedded one.
    ///
    /// Throws an object with `code`, `message` and `problems` where it cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, root: &ShadowRoot, source: JsValue) -> Result<Widget, JsValue> {
        let result = match (source.as_string(), source.dyn_ref::<Uint8Array>()) {
            (Some(text), _) => read(text.as_bytes()),
            (None, Some(bytes)) => read(&bytes.to_vec()),
            (None, None) => read(EMBEDDED.as_bytes()),
        };
        let (dossier, problems) = result.map_err(failure)?;
        let app = App::start(host, root, dossier, problems.len());
        Ok(Self { app, problems, source })
    }

    /// An attribute of the element changed.
    pub fn attribute(&self, name: &str, value: Option<String>) {
        host::attribute(&self.app, name, value.as_deref());
    }

    /// Chooses an event or a quote, or nothing; says whether there is one of that name.
    pub fn select(&self, id: Option<String>) -> bool {
        host::select(&self.app, id.as_deref())
    }

    /// Shows the time from one EDTF date to another.
    pub fn show(&self, start: &str, end: &str) -> Result<(), JsError> {
        host::show(&self.app, start, end)
    }

    /// The dossier as a plain value.
    pub fn dossier(&self) -> Result<JsValue, JsValue> {
        let bytes = self.source.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
        match (self.source.as_string(), bytes) {
            (Some(text), _) => JSON::parse(&text),
            (None, Some(bytes)) => JSON::parse(&String::from_utf8_lossy(&bytes)),
            (None, None) => JSON::parse(EMBEDDED),
        }
    }

    /// What was wrong in the dossier.
    pub fn problems(&self) -> Result<JsValue, JsValue> {
        plain(&self.problems)
    }

    /// The dossier as text in another format.
    pub fn export(&self, format: &str) -> Result<String, JsValue> {
        if format != "json" {
            let message =
                markup::joined(&["“", format, "” is not an export format; “json” is one"]);
            return Err(JsError::new(&message).into());
        }
        let (all, indent) = (JsValue::NULL, JsValue::from(2));
        Ok(JSON::stringify_with_replacer_and_space(&self.dossier()?, &all, &indent)?.into())
    }
}

/// A value as plain objects and lists.
fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// What the shim shows and reports when a dossier cannot be read.
#[derive(Serialize)]
struct Failure {
    code: &'static str,
    message: String,
    problems: Vec<Problem>,
}

fn failure(problem: Problem) -> JsValue {
    let (code, message) = (problem.code.as_str(), problem.to_string());
    let failure = Failure { code, message, problems: vec![problem] };
    plain(&failure).unwrap_or_else(|error| error)
}
