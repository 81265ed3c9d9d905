//! The only room that knows a browser.
//!
//! [`Widget`] is what the element's shim holds. Behind it an `App` owns the state and the views;
//! every listener belongs to it and goes with it, none is leaked.

mod announce;
mod app;
mod axis;
mod band;
mod cards;
mod cite;
mod collation;
mod eras;
mod figures;
mod host;
mod listen;
mod markup;
mod media;
mod months;
mod overview;
mod pointer;
mod quotes;
mod reading;
mod reading_bar;
mod rich;
mod stylesheet;
mod timeline;
mod toolbar;
mod variants;
mod viewer;
mod witness;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Error};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

use crate::dossier::{Problem, dropped, read};
use crate::export::{Format, UnknownFormat, write};
use app::App;

/// The affair that is shown where no other dossier is given.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/affair.json"));

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// One widget in one shadow root.
#[wasm_bindgen]
pub struct Widget {
    app: Rc<RefCell<App>>,
    problems: Vec<Problem>,
}

#[expect(clippy::needless_pass_by_value, reason = "texts come from JavaScript as they are")]
#[wasm_bindgen]
impl Widget {
    /// Shows the dossier of a text, or with `undefined` the embedded one.
    ///
    /// Throws the problem, as a plain value, where it cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(
        host: HtmlElement,
        root: &ShadowRoot,
        source: Option<String>,
    ) -> Result<Widget, JsValue> {
        let text = source.as_deref().unwrap_or(EMBEDDED);
        let (dossier, problems) = match read(text.as_bytes()) {
            Ok(done) => done,
            Err(problem) => return Err(plain(&problem)?),
        };
        let app = App::start(host, root, dossier, dropped(&problems));
        Ok(Self { app, problems })
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

    /// The dossier's text in a format. What the format cannot carry is added to the list.
    ///
    /// Throws where there is no format of that name.
    pub fn export(&self, format: &str, lost: Option<Array>) -> Result<String, JsValue> {
        let format: Format = match format.parse() {
            Ok(format) => format,
            Err(unknown) => return Err(Error::new(&UnknownFormat::message(&unknown)).into()),
        };
        let Ok(app) = self.app.try_borrow() else { return Ok(String::new()) };
        let export = write(app.state.dossier(), format);
        if let Some(list) = lost {
            for problem in &export.lost {
                list.push(&plain(problem)?);
            }
        }
        Ok(export.text)
    }

    /// What was wrong in the dossier.
    pub fn problems(&self) -> Result<JsValue, JsValue> {
        plain(&self.problems)
    }
}

/// A value as plain objects and lists.
fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
