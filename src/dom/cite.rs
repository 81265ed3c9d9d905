//! Citing: at every quote a small panel from which its words and their source are copied, at
//! every event one with its permanent link.
//!
//! Where the page may write to the clipboard, it is written to. Where it may not (a frame without
//! the permission, a page without HTTPS), the text is put into a field and selected there, for
//! the reader to copy.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, ClipboardItem, Element, HtmlElement, HtmlInputElement};

use super::app::App;
use super::calendar::Browser;
use super::host;
use super::markup::{Writer, append, closest, flag, node, set};
use super::witness::witness_line;
use crate::cite::{Citation, Format, passage};
use crate::dossier::{Kind, Language, Quote, Reading, Target};
use crate::join::digits;
use crate::phrases::{Phrases, own_name};
use crate::state::State;

/// The panel that is open.
pub(super) struct Panel {
    /// What opened it, and has the keyboard again when it closes.
    button: Element,
    /// All of it.
    body: Element,
    target: Target,
    reading: Option<HtmlInputElement>,
    language: Option<HtmlInputElement>,
    /// The way to the article.
    passage: Element,
    /// What became of the last copy.
    said: Element,
    /// Where a text is copied by hand.
    paper: HtmlInputElement,
}

/// Hears whether the clipboard took a text.
pub(super) type Told = Closure<dyn FnMut(JsValue)>;

/// The button of a quote, or of an event's link.
#[inline(never)]
pub(super) fn button(to: &mut Writer, words: &Phrases, target: Kind, id: &str) {
    if target == Kind::Quote {
        to.start("button cite-button type=button data-action=cite aria-expanded=false", words.cite);
    } else {
        to.start(
            "button cite-button link-button type=button data-action=cite aria-expanded=false",
            words.permanent_link,
        );
    }
    to.set("data-id", id);
    to.close();
}

/// Opens the panel of a button, or closes it.
#[inline(never)]
pub(super) fn toggle(app: &mut App, button: &Element) -> Option<()> {
    let again = close(app).is_some_and(|own| own.is_same_node(Some(button)));
    if again {
        return None;
    }
    let target = app.state.index().target(&button.get_attribute("data-id")?)?;
    let head = closest(button, ".quote-head").unwrap_or_else(|| button.clone());
    let link = host::link(app, target);
    let panel = Panel::new(&app.state, app.words, button.clone(), target, link.as_deref());
    head.after_with_node_1(&panel.body).ok()?;
    set(button, "aria-expanded", "true");
    app.citing = Some(panel);
    Some(())
}

/// Closes the panel; hands back the button that had opened it.
#[inline(never)]
pub(super) fn close(app: &mut App) -> Option<Element> {
    let Panel { button, body, .. } = app.citing.take()?;
    body.remove();
    set(&button, "aria-expanded", "false");
    Some(button)
}

/// Closes the panel, and gives the keyboard back to its button.
pub(super) fn escape(app: &mut App) -> Option<()> {
    let _ = close(app)?.unchecked_ref::<HtmlElement>().focus();
    Some(())
}

/// Another reading is to be cited.
pub(super) fn chosen(app: &App) -> Option<()> {
    app.citing.as_ref()?.show_passage(&app.state);
    Some(())
}

/// Copies what a button says.
#[inline(never)]
pub(super) fn copy(app: &mut App, button: &Element) -> Option<()> {
    let format = button.get_attribute("data-format")?;
    let panel = app.citing.as_ref()?;
    let link = host::link(app, panel.target);
    let text = match Format::ALL.iter().find(|(name, _)| *name == format) {
        Some((_, format)) => panel.citation(app, *format, link.as_deref())?,
        None => link?,
    };
    panel.paper.set_value(&text);
    set(&panel.said, "data-state", "");
    panel.said.set_text_content(None);
    flag(&panel.paper, "hidden", true);
    let Ok(written) = write(&text, format == "html") else {
        panel.by_hand(app.words);
        return None;
    };
    let (copied, refused) = app.told.get_or_insert_with(|| told(&app.weak));
    let _ = written.then2(copied, refused);
    Some(())
}

/// What hears of the clipboard, made once a widget.
fn told(app: &std::rc::Weak<std::cell::RefCell<App>>) -> (Told, Told) {
    let hear = |copied: bool| {
        let app = app.clone();
        Closure::<dyn FnMut(JsValue)>::new(move |_| {
            if let Some(app) = app.upgrade()
                && let Ok(app) = app.try_borrow()
                && let Some(panel) = &app.citing
            {
                if copied {
                    set(&panel.said, "data-state", "copied");
                    panel.said.set_text_content(Some(app.words.copied));
                } else {
                    panel.by_hand(app.words);
                }
            }
        })
    };
    (hear(true), hear(false))
}

#[inline(never)]
fn get(of: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(of, &name.into())
}

/// Writes to the clipboard; fails at once where there is none, or where the page may not.
fn write(text: &str, html: bool) -> Result<Promise, JsValue> {
    let window: JsValue = web_sys::window().into();
    // Chromium would complain on the console of a frame without the permission.
    let policy = get(&get(&window, "document")?, "featurePolicy")?;
    if !policy.is_undefined() {
        let allows: Function = get(&policy, "allowsFeature")?.dyn_into()?;
        if allows.call1(&policy, &"clipboard-write".into())?.is_falsy() {
            return Err(JsValue::NULL);
        }
    }
    let clipboard = get(&get(&window, "navigator")?, "clipboard")?;
    let write: Function = get(&clipboard, "write")?.dyn_into()?;
    let formats = Object::new();
    for kind in if html { &["text/plain", "text/html"][..] } else { &["text/plain"] } {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = Array::of1(&text.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
        Reflect::set(&formats, &(*kind).into(), &blob)?;
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&formats)?;
    Ok(write.call1(&clipboard, &Array::of1(&item))?.unchecked_into())
}

impl Panel {
    fn new(
        state: &State,
        words: &Phrases,
        button: Element,
        target: Target,
        link: Option<&str>,
    ) -> Self {
        let body = node("div cite-panel role=group");
        set(
            &body,
            "aria-label",
            if target.kind == Kind::Quote { words.cite } else { words.permanent_link },
        );
        let mut to = Writer::new(&body, words.language);
        let quote = quote(state, target);
        let (mut reading, mut language) = (None, None);
        let passage = node("a rel=noopener");
        to.open("div cite-row");
        if let Some(quote) = quote {
            if quote.readings.len() > 1 {
                reading = Some(readings(&mut to, state, words, quote, state.base(target.number)));
            }
            if quote.readings.iter().any(|reading| !reading.translations.is_empty()) {
                language = Some(languages(&mut to, state, words));
            }
            passage.set_text_content(Some(words.see_in_article));
            append(&to.here, &passage);
        }
        to.close();
        to.open("div cite-row");
        if quote.is_some() {
            for ((name, _), text) in Format::ALL.iter().zip(words.copy_as) {
                to.start("button type=button data-action=copy", text);
                to.set("data-format", name);
                to.close();
            }
        }
        if let Some(link) = link {
            to.leaf("button type=button data-action=copy data-format=link", words.copy_link);
            if quote.is_none() {
                to.start("a link", link);
                to.set("href", link);
                to.close();
            }
        }
        to.close();
        to.open("p said role=status");
        let said = to.end();
        to.open("textarea readonly= rows=5 hidden=");
        to.set("aria-label", words.cite);
        let paper = to.end().unchecked_into();
        let own = Self { button, body, target, reading, language, passage, said, paper };
        own.show_passage(state);
        own
    }

    /// The reading that is to be cited.
    fn reading<'a>(&self, quote: &'a Quote) -> Option<&'a Reading> {
        quote.readings.get(chosen_in(self.reading.as_ref()).unwrap_or(0))
    }

    /// Leads to the words in their article, where that has an address.
    fn show_passage(&self, state: &State) {
        let reading = quote(state, self.target).and_then(|quote| self.reading(quote));
        let address = reading.and_then(|reading| {
            passage::address(state.article(reading.article.as_ref())?, reading)
        });
        flag(&self.passage, "hidden", address.is_none());
        if let Some(address) = address {
            set(&self.passage, "href", &address);
        }
    }

    fn citation(&self, app: &App, format: Format, link: Option<&str>) -> Option<String> {
        let state = &app.state;
        let quote = quote(state, self.target)?;
        let reading = self.reading(quote)?;
        let (left, right) = state.languages();
        let languages = match chosen_in(self.language.as_ref()) {
            Some(1) => vec![left],
            Some(2) => vec![right],
            _ => vec![left, right],
        };
        let citation = Citation {
            quote,
            reading,
            speaker: state.speaker(quote),
            article: state.article(reading.article.as_ref()),
            translator: &state.dossier().translator,
            languages: &languages,
            link,
        };
        Some(citation.write(format, app.words, &Browser(app.words.language)))
    }

    /// Selects the text for the reader to copy.
    fn by_hand(&self, words: &Phrases) {
        set(&self.said, "data-state", "");
        self.said.set_text_content(Some(words.copy_by_hand));
        flag(&self.paper, "hidden", false);
        let _ = self.paper.focus();
        self.paper.select();
    }
}

fn quote(state: &State, target: Target) -> Option<&Quote> {
    state.dossier().quotes.get(target.number).filter(|_| target.kind == Kind::Quote)
}

/// The number of the option that is chosen.
fn chosen_in(select: Option<&HtmlInputElement>) -> Option<usize> {
    super::listen::number(&select?.value())
}

/// Which reading is cited.
fn readings(
    to: &mut Writer,
    state: &State,
    words: &Phrases,
    quote: &Quote,
    base: usize,
) -> HtmlInputElement {
    let mut options = Vec::new();
    for reading in &quote.readings {
        options.push(witness_line(state, words, reading));
    }
    select(to, words.cite_reading, &options, base)
}

/// Both languages, or one.
fn languages(to: &mut Writer, state: &State, words: &Phrases) -> HtmlInputElement {
    let (left, right) = state.languages();
    let name = |language: Language| own_name(language).unwrap_or(language.as_str()).to_owned();
    let options = [words.both_languages.to_owned(), name(left), name(right)];
    select(to, words.cite_languages, &options, 0)
}

fn select(to: &mut Writer, name: &str, options: &[String], chosen: usize) -> HtmlInputElement {
    to.open("label");
    to.hidden(&[name]);
    to.open("select data-action=citing");
    for (number, text) in options.iter().enumerate() {
        to.start("option", text);
        to.number("value", number);
        to.close();
    }
    let select: HtmlInputElement = to.end().unchecked_into();
    to.close();
    // A `select` has a value as an `input` has.
    select.set_value(&digits(chosen));
    select
}
