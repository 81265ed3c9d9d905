//! The widget in a browser: what it draws, how it answers, that it lets go.
#![cfg(target_arch = "wasm32")]
// Clippy knows `#[test]`, not `#[wasm_bindgen_test]`.
#![allow(clippy::unwrap_used, clippy::panic)]

use quote_timeline::dom::Widget;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Event, HtmlElement, MouseEvent, ShadowRoot};

wasm_bindgen_test_configure!(run_in_browser);

const SMALL: &str = r#"{
  "languages": ["fr", "en"],
  "title": {"fr": "Petit", "en": "Small"},
  "articles": [
    {"id": "paper", "outlet": "Paper", "headline": null, "author": null, "date": "2024-03-01",
     "language": "fr", "kind": "news", "url": null}
  ],
  "entities": [{"id": "mayor", "name": "The mayor", "kind": "person"}],
  "events": [
    {"id": "opening", "date": "2024-02-01", "title": {"fr": "Ouverture", "en": "Opening"}},
    {"id": "closing", "date": "2024-06-01", "title": {"fr": "Clôture", "en": "Closing"}}
  ],
  "quotes": [
    {"id": "at-last", "speaker": "mayor", "date": "2024-02-01", "event": "opening",
     "readings": [{"article": "paper", "status": "original", "text": ["Enfin ", "ouvert"],
       "translations": [{"language": "en", "text": ["Open ", "at last"], "segments": "0-1 1-0"}]}]}
  ]
}"#;

/// An element on the page with an empty shadow root; gone after the test.
struct Host {
    element: HtmlElement,
    root: ShadowRoot,
}

impl Host {
    fn new() -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let element: HtmlElement = document.create_element("div").unwrap().unchecked_into();
        element.set_attribute("lang", "en").unwrap();
        let body = document.query_selector("body").unwrap().unwrap();
        body.append_child(&element).unwrap();
        let attach: js_sys::Function =
            js_sys::Reflect::get(&element, &"attachShadow".into()).unwrap().unchecked_into();
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"mode".into(), &"open".into()).unwrap();
        let root = attach.call1(&element, &options).unwrap().unchecked_into();
        Self { element, root }
    }

    fn shows(&self, text: &str) -> Widget {
        match self.reads(text) {
            Ok(widget) => widget,
            Err(error) => panic!("{error:?}"),
        }
    }

    fn reads(&self, text: &str) -> Result<Widget, JsValue> {
        let widget = Widget::new(self.element.clone(), self.root.clone());
        assert!(widget.push(text.as_bytes())? && widget.end(None)?);
        while widget.step().is_some() {}
        Ok(widget)
    }

    fn find(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).unwrap()
    }

    fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).unwrap().length()
    }

    fn chosen(&self) -> Option<String> {
        self.find("[part~=timeline] [aria-current=true]")?.get_attribute("data-id")
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// Waits until what was asked for is drawn: frames run in the order in which they were asked for.
async fn drawn() {
    let frame = js_sys::Promise::new(&mut |resolve, _| {
        web_sys::window().unwrap().request_animation_frame(&resolve).unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(frame).await.unwrap();
}

fn text(value: &JsValue, key: &str) -> String {
    js_sys::Reflect::get(value, &key.into()).unwrap().as_string().unwrap()
}

fn number(value: &JsValue, key: &str) -> f64 {
    js_sys::Reflect::get(value, &key.into()).unwrap().as_f64().unwrap()
}

#[wasm_bindgen_test]
fn a_dossier_is_drawn_at_once() {
    let host = Host::new();
    let _widget = host.shows(SMALL);
    assert_eq!(host.count("[part~=quote]"), 1);
    let said = |part| host.find(&format!("[part~={part}]")).unwrap().text_content().unwrap();
    assert!(said("original").contains("Enfin ouvert"), "{}", said("original"));
    assert!(said("translation").contains("Open at last"), "{}", said("translation"));
    assert_eq!(said("speaker"), "The mayor");
    assert!(host.find("[part~=event][data-id=opening]").is_some());
}

#[wasm_bindgen_test]
fn without_data_the_affair_is_shown() {
    let host = Host::new();
    let _widget = host.shows(&Widget::embedded());
    assert!(host.count("[part~=quote]") >= 20);
}

#[wasm_bindgen_test]
fn bad_json_is_refused_with_its_place() {
    let host = Host::new();
    let bad = "{\n  \"title\": oops\n}";
    let Err(problem) = host.reads(bad) else {
        panic!("it was taken");
    };
    assert_eq!(text(&problem, "code"), "syntax");
    assert_eq!((number(&problem, "line"), number(&problem, "column")), (2.0, 12.0));
    assert_eq!(host.count("[part]"), 0);
}

#[wasm_bindgen_test]
async fn choosing_marks_and_lists() {
    let host = Host::new();
    let widget = host.shows(SMALL);
    assert!(widget.select(Some("closing".to_owned())));
    drawn().await;
    assert_eq!(host.chosen().as_deref(), Some("closing"));
    assert_eq!(host.count("[part~=quote]"), 0);
    assert!(widget.select(None));
    drawn().await;
    assert_eq!(host.chosen(), None);
    assert_eq!(host.count("[part~=quote]"), 1);
    assert!(!widget.select(Some("nothing".to_owned())));
}

#[wasm_bindgen_test]
async fn a_click_chooses_and_is_told() {
    let host = Host::new();
    let _widget = host.shows(SMALL);
    let told = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
    let list = std::rc::Rc::clone(&told);
    let listener =
        Closure::<dyn FnMut(web_sys::CustomEvent)>::new(move |event: web_sys::CustomEvent| {
            list.borrow_mut().push((text(&event.detail(), "id"), text(&event.detail(), "kind")));
        });
    let heard = listener.as_ref().unchecked_ref();
    host.element.add_event_listener_with_callback("quote-timeline-select", heard).unwrap();
    let label: HtmlElement = host.find("[part~=event][data-id=opening]").unwrap().unchecked_into();
    label.click();
    drawn().await;
    assert_eq!(host.chosen().as_deref(), Some("opening"));
    assert_eq!(*told.borrow(), [("opening".to_owned(), "event".to_owned())]);
}

#[wasm_bindgen_test]
fn dates_are_shown_or_refused() {
    let host = Host::new();
    let widget = host.shows(SMALL);
    assert!(widget.show("2024-02", "2024-03").is_ok());
    assert!(widget.show("soon", "2024").is_err());
}

#[wasm_bindgen_test]
fn a_dossier_written_out_is_shown_again() {
    let (one, two) = (Host::new(), Host::new());
    let affair = one.shows(include_str!("../data/affair.json"));
    let _widget = two.shows(&affair.export("json").unwrap());
    assert_eq!(two.count("[part~=quote]"), one.count("[part~=quote]"));
    assert!(two.count("[part~=quote]") >= 20);
}

#[wasm_bindgen_test]
async fn a_freed_widget_hears_nothing() {
    let host = Host::new();
    let widget = host.shows(SMALL);
    drop(widget);
    let label = host.find("[part~=event][data-id=opening]").unwrap();
    let click = MouseEvent::new("click").unwrap();
    label.dispatch_event(&click).unwrap();
    host.root.dispatch_event(&Event::new("input").unwrap()).unwrap();
    drawn().await;
    assert_eq!(host.chosen(), None);
}

/// Two readings of one quote.
const TWO: &str = r#"{"articles": [{"id": "paper", "language": "fr", "kind": "news"}], "quotes": [
  {"id": "q", "readings": [{"article": "paper", "status": "original", "text": "Enfin ouvert"},
                           {"article": "paper", "status": "truncated", "text": "Enfin fermé"}]}]}"#;

#[wasm_bindgen_test]
async fn readings_are_compared_with_the_base_that_is_chosen() {
    let host = Host::new();
    let _widget = host.shows(TWO);
    let marked = || host.find("ins.changed[data-first]:not(.legend *)").unwrap().text_content();
    assert_eq!(marked().as_deref(), Some("fermé"));
    let select = host.find("select[data-action=base]").unwrap();
    js_sys::Reflect::set(&select, &"value".into(), &"1".into()).unwrap();
    let options = web_sys::CustomEventInit::new();
    options.set_bubbles(true);
    let chosen = web_sys::CustomEvent::new_with_event_init_dict("input", &options).unwrap();
    select.dispatch_event(&chosen).unwrap();
    drawn().await;
    assert_eq!(marked().as_deref(), Some("ouvert"));
}
