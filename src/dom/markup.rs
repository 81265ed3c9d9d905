//! Building nodes: by name and text only, never from strings of HTML.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Node};

use crate::dossier::{Language, Wording};
use crate::join::{digits, join};

/// The page's document. Without one there is no widget to speak of.
fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).unwrap_throw()
}

/// A new element of a constant name, with its classes.
#[inline(never)]
pub(super) fn node(name: &str, class: &str) -> Element {
    // Fails for names that are none; ours are.
    let element = document().create_element(name).unwrap_throw();
    if !class.is_empty() {
        element.set_class_name(class);
    }
    element
}

/// Sets an attribute; the names are constants, so it cannot fail.
#[inline(never)]
pub(super) fn set(element: &Element, name: &str, value: &str) {
    element.set_attribute(name, value).unwrap_throw();
}

/// Sets or takes away an attribute without value.
#[inline(never)]
pub(super) fn flag(element: &Element, name: &str, on: bool) {
    element.toggle_attribute_with_force(name, on).unwrap_throw();
}

/// Sets or takes away a class.
#[inline(never)]
pub(super) fn class(element: &Element, name: &str, on: bool) {
    element.class_list().toggle_with_force(name, on).unwrap_throw();
}

/// Sets a style through the object model: a strict content security policy refuses attributes.
#[inline(never)]
pub(super) fn style(element: &Element, property: &str, value: &str) {
    element.unchecked_ref::<HtmlElement>().style().set_property(property, value).unwrap_throw();
}

/// A length: `12px`.
#[inline(never)]
pub(super) fn px(length: i32) -> String {
    let sign = if length < 0 { "-" } else { "" };
    join(&[sign, &digits(length.unsigned_abs() as usize), "px"])
}

/// Moves an element to a place in its parent, in pixels.
#[inline(never)]
pub(super) fn translate(element: &Element, x: i32, y: i32) {
    style(element, "transform", &join(&["translate(", &px(x), ",", &px(y), ")"]));
}

/// Puts a node at the end.
#[inline(never)]
pub(super) fn append(parent: &Node, child: &Node) {
    parent.append_child(child).unwrap_throw();
}

/// Says which language an element's text is in, and which way that runs.
#[inline(never)]
pub(super) fn mark_language(element: &Element, language: Language) {
    if language != Language::UNDETERMINED {
        set(element, "lang", language.as_str());
        if language.is_right_to_left() {
            set(element, "dir", "rtl");
        }
    }
}

/// Writes nodes in the order in which they are read, each into the one that is open.
pub(super) struct Writer {
    open: Vec<Element>,
    language: Language,
}

impl Writer {
    /// Into an element; wordings are said in `language` where they can be.
    pub(super) fn new(root: Element, language: Language) -> Self {
        Self { open: vec![root], language }
    }

    /// The element that is open.
    #[inline(never)]
    pub(super) fn here(&self) -> Element {
        self.open.last().cloned().unwrap_throw()
    }

    /// Opens an element.
    #[inline(never)]
    pub(super) fn open(&mut self, name: &str, class: &str) {
        let element = node(name, class);
        append(&self.here(), &element);
        self.open.push(element);
    }

    /// Closes it.
    #[inline(never)]
    pub(super) fn close(&mut self) {
        self.open.pop();
    }

    /// Sets an attribute of the open element.
    #[inline(never)]
    pub(super) fn set(&self, name: &str, value: &str) {
        set(&self.here(), name, value);
    }

    /// Says which language the text of the open element is in.
    #[inline(never)]
    pub(super) fn tongue(&self, language: Language) {
        mark_language(&self.here(), language);
    }

    /// Puts a text at the end of the open element.
    #[inline(never)]
    pub(super) fn text(&self, text: &str) {
        append(&self.here(), &document().create_text_node(text));
    }

    /// An element with a text, left open.
    #[inline(never)]
    pub(super) fn start(&mut self, name: &str, class: &str, text: &str) {
        self.open(name, class);
        self.text(text);
    }

    /// An element with a text.
    #[inline(never)]
    pub(super) fn leaf(&mut self, name: &str, class: &str, text: &str) {
        self.start(name, class, text);
        self.close();
    }

    /// A button that does `action` (see `listen`), left open.
    #[inline(never)]
    pub(super) fn button(&mut self, class: &str, action: &str, text: &str) {
        self.start("button", class, text);
        self.set("type", "button");
        self.set("data-action", action);
    }

    /// An element with the words in the language asked for, or the nearest there is, marked with
    /// their own, left open.
    #[inline(never)]
    pub(super) fn start_wording(&mut self, name: &str, class: &str, wording: &Wording) {
        let (language, text) = wording.get(self.language);
        self.start(name, class, text);
        self.tongue(language);
    }

    /// The same, closed; nothing for an empty wording.
    #[inline(never)]
    pub(super) fn wording(&mut self, name: &str, class: &str, wording: &Wording) {
        if !wording.is_empty() {
            self.start_wording(name, class, wording);
            self.close();
        }
    }

    /// A text that only a screen reader says.
    pub(super) fn hidden(&mut self, text: &str) {
        self.leaf("span", "hidden", text);
    }
}
