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
mod dialog;
mod eras;
mod figures;
mod glide;
mod headings;
mod hint;
mod host;
mod keys;
mod listen;
mod markup;
mod media;
mod months;
mod overview;
mod plurals;
mod pointer;
mod print;
mod quotes;
mod reading;
mod reading_bar;
mod rich;
mod stylesheet;
mod timeline;
mod toolbar;
mod upright;
mod variants;
mod viewer;
mod wishes;
mod witness;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Error, JSON};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

use crate::dossier::{Language, Problem, dropped, read_own};
use crate::export::{Format, UnknownFormat, exchange, own};
use crate::phrases;
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
    /// Shows the dossier of a text, or with `undefined` the embedded one. `dropped` is how many rows
    /// were dropped when the text was made from another; else those of this text count.
    ///
    /// Throws the problem, as a plain value, where it cannot be read, and the text "foreign" where it
    /// is not in the project's own form: the engine `formats` reads it then.
    #[wasm_bindgen(constructor)]
    pub fn new(
        host: HtmlElement,
        root: &ShadowRoot,
        source: Option<String>,
        dropped: Option<usize>,
    ) -> Result<Widget, JsValue> {
        let text = source.as_deref().unwrap_or(EMBEDDED);
        let (dossier, problems) = match read_own(text.as_bytes()) {
            Ok(Some(done)) => done,
            Ok(None) => return Err("foreign".into()),
            Err(problem) => return Err(JSON::parse(&exchange::problem(&problem))?),
        };
        let dropped = dropped.unwrap_or_else(|| self::dropped(&problems));
        let app = App::start(host, root, dossier, dropped);
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

    /// The dossier's text in the project's own form, from which `formats` writes the others.
    ///
    /// Throws where there is no format of that name.
    pub fn export(&self, format: &str) -> Result<String, JsValue> {
        if let Err(unknown) = format.parse::<Format>() {
            return Err(Error::new(&UnknownFormat::message(&unknown)).into());
        }
        let Ok(app) = self.app.try_borrow() else { return Ok(String::new()) };
        Ok(own(app.state.dossier()))
    }

    /// Takes in the interface's words in a further language: lines of a key and its texts, with tabs
    /// between them. Gives what is missing or unknown, a line each.
    #[wasm_bindgen(js_name = addLanguage)]
    pub fn add_language(tag: &str, table: &str) -> Result<String, JsValue> {
        let Some(language) = Language::new(tag) else {
            return Err(Error::new("the name of a language is wanted, such as “de”").into());
        };
        Ok(phrases::add(language, table, plurals::place).join("\n"))
    }

    /// What was wrong in the dossier.
    pub fn problems(&self) -> Result<JsValue, JsValue> {
        JSON::parse(&exchange::problems(&self.problems))
    }
}
