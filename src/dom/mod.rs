//! The only room that knows a browser.
//!
//! [`Widget`] is what the element's shim holds. Behind it an `App` owns the state and the views;
//! every listener belongs to it and goes with it, none is leaked.

mod anchor;
mod announce;
mod app;
mod axis;
mod band;
mod calendar;
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
mod lists;
mod loading;
mod markup;
mod media;
mod overview;
mod plurals;
mod pointer;
mod print;
mod quotes;
mod reading;
mod reading_bar;
mod rich;
mod sight;
mod stems;
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

use crate::dossier::{Language, Problem};
use crate::export::{Format, UnknownFormat, exchange, own};
use crate::phrases;
use app::App;
use loading::Loading;

/// The affair that is shown where no other dossier is given.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/affair.json"));

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// One widget in one shadow root.
#[wasm_bindgen]
pub struct Widget {
    host: HtmlElement,
    root: ShadowRoot,
    loading: RefCell<Loading>,
    /// What is shown, once something is.
    app: RefCell<Option<Rc<RefCell<App>>>>,
}

// The page may call back while it is told what is shown: nothing is borrowed then.
#[expect(clippy::needless_pass_by_value, reason = "texts come from JavaScript as they are")]
#[wasm_bindgen]
impl Widget {
    /// Shows nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, root: ShadowRoot) -> Widget {
        Self { host, root, loading: RefCell::default(), app: RefCell::default() }
    }

    /// The text of the affair that is shown where no other dossier is given.
    pub fn embedded() -> String {
        EMBEDDED.to_owned()
    }

    /// Takes in the next bytes of the dossier's text. `false`: it is not in the project's own form, and
    /// the engine `formats` reads it.
    ///
    /// Throws the problem, as a plain value, where the text cannot be read.
    pub fn push(&self, bytes: &[u8]) -> Result<bool, JsValue> {
        self.load(|loading| loading.push(bytes).map_err(|problem| thrown(&problem)))
    }

    /// How many events and quotes have been read.
    pub fn rows(&self) -> usize {
        self.loading.borrow().rows()
    }

    /// Begins to show what has been read so far: [`Widget::step`] does it.
    pub fn preview(&self) {
        self.load(Loading::preview);
    }

    /// The text ends here: begins to show all of it. `dropped` is how many rows were dropped when it was
    /// made from another text; else those of this text count. Answers as [`Widget::push`].
    pub fn end(&self, dropped: Option<usize>) -> Result<bool, JsValue> {
        self.load(|loading| loading.end(dropped).map_err(|problem| thrown(&problem)))
    }

    /// Goes on with what was begun, for a few milliseconds. Nothing: all is done. Else whether there is
    /// something new to be seen, which the page may show before it asks for more.
    pub fn step(&self) -> Option<bool> {
        let shown = self.shown();
        let searching = shown.as_ref().and_then(|app| app.try_borrow().ok());
        let searching = searching.is_some_and(|app| app.state.is_searching());
        if self.load(|loading| loading.step(searching)) {
            return Some(false);
        }
        let (state, dropped) = self.load(|loading| (loading.state(), loading.dropped));
        match (state, shown) {
            (Some(state), Some(app)) => match self.load(|loading| loading.lacks()) {
                Some(lacks) => {
                    let renumbered = self.load(|own| std::mem::take(&mut own.renumbered));
                    App::take_in(&app, state, lacks, renumbered);
                }
                None => App::grow(&app, state, dropped),
            },
            (Some(state), None) => {
                let app = App::start(self.host.clone(), &self.root, state, dropped);
                self.app.replace(Some(app));
            }
            (None, Some(app)) if App::settle(&app) => (),
            (None, Some(app)) => return app.try_borrow_mut().ok()?.draw_in_turns(),
            (None, None) => return None,
        }
        Some(false)
    }

    /// The addresses of the parts that are to be fetched for what is shown, the most urgent first;
    /// nothing where the dossier is in one file.
    pub fn wanted(&self) -> Option<Vec<String>> {
        let scale = self.shown()?.try_borrow().ok()?.destination();
        self.load(|loading| loading.wanted(scale))
    }

    /// A part has come: [`Widget::step`] shows it.
    pub fn part(&self, address: &str, bytes: &[u8]) {
        let Some(app) = self.shown() else { return };
        let Ok(app) = app.try_borrow() else { return };
        self.load(|loading| loading.part(address, bytes, &|own| app.state.clings_to(own)));
        drop(app);
        self.complain();
    }

    /// A part could not be fetched.
    pub fn missed(&self, address: &str) {
        self.load(|loading| loading.missed(address));
        self.complain();
    }

    /// Says where a part could not be had.
    fn complain(&self) {
        let lacks = self.load(|loading| loading.lacks()).unwrap_or_default();
        if let Some(app) = self.shown()
            && let Ok(mut app) = app.try_borrow_mut()
        {
            app.lack(lacks);
        }
    }

    fn load<T>(&self, run: impl FnOnce(&mut Loading) -> T) -> T {
        run(&mut self.loading.borrow_mut())
    }

    fn shown(&self) -> Option<Rc<RefCell<App>>> {
        self.app.borrow().clone()
    }

    /// An attribute of the element changed.
    pub fn attribute(&self, name: &str, value: Option<String>) {
        if let Some(app) = self.shown() {
            host::attribute(&app, name, value.as_deref());
        }
    }

    /// Chooses an event or a quote, or nothing; says whether there is one of that name.
    pub fn select(&self, id: Option<String>) -> bool {
        self.shown().is_some_and(|app| host::select(&app, id.as_deref()))
    }

    /// Shows the time from one EDTF date to another.
    pub fn show(&self, start: &str, end: &str) -> Result<(), JsError> {
        self.shown().map_or(Ok(()), |app| host::show(&app, start, end))
    }

    /// The dossier's text in the project's own form, from which `formats` writes the others.
    ///
    /// Throws where there is no format of that name.
    pub fn export(&self, format: &str) -> Result<String, JsValue> {
        if let Err(unknown) = format.parse::<Format>() {
            return Err(Error::new(&UnknownFormat::message(&unknown)).into());
        }
        let Some(app) = self.shown() else { return Ok(String::new()) };
        let Ok(app) = app.try_borrow() else { return Ok(String::new()) };
        Ok(own(app.state.dossier()))
    }

    /// Takes in the interface's words in a further language: lines of a key and its texts, with tabs
    /// between them. Gives what is missing or unknown, a line each.
    #[wasm_bindgen(js_name = addLanguage)]
    pub fn add_language(tag: &str, table: &str) -> Result<String, JsValue> {
        let Some(language) = Language::new(tag) else {
            return Err(Error::new("the name of a language is wanted, such as “de”").into());
        };
        Ok(phrases::add(language, table, plurals::place))
    }

    /// What was wrong in the dossier.
    pub fn problems(&self) -> Result<JsValue, JsValue> {
        JSON::parse(&self.load(|loading| exchange::problems(&loading.problems)))
    }
}

/// A problem as a plain value.
fn thrown(problem: &Problem) -> JsValue {
    JSON::parse(&exchange::problem(problem)).unwrap_or_else(|error| error)
}
