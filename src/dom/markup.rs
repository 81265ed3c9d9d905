//! Building nodes: by name and text only, never from strings of HTML.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Node};

use crate::dossier::{Language, Wording};

/// The page's document. Without one there is no widget to speak of.
pub(super) fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).unwrap_throw()
}

/// A new element of a constant name, with its classes.
pub(super) fn node(name: &str, class: &str) -> Element {
    // Fails for names that are none; ours are.
    let element = document().create_element(name).unwrap_throw();
    if !class.is_empty() {
        element.set_class_name(class);
    }
    element
}

/// A button that does `action` (see `listen`).
pub(super) fn button(class: &str, action: &str) -> Element {
    node("button", class).with("type", "button").with("data-action", action)
}

/// A text that only a screen reader says.
pub(super) fn hidden(text: &str) -> Element {
    node("span", "hidden").says(text)
}

/// What is done to an element while it is built.
pub(super) trait Build: Sized {
    fn with(self, name: &str, value: &str) -> Self;
    fn says(self, text: &str) -> Self;
    fn says_in(self, language: Language, text: &str) -> Self;
    fn holds(self, child: &Node) -> Self;
}

impl Build for Element {
    fn with(self, name: &str, value: &str) -> Self {
        set(&self, name, value);
        self
    }

    fn says(self, text: &str) -> Self {
        self.set_text_content(Some(text));
        self
    }

    fn says_in(self, language: Language, text: &str) -> Self {
        mark_language(&self, language);
        self.says(text)
    }

    fn holds(self, child: &Node) -> Self {
        append(&self, child);
        self
    }
}

/// Sets an attribute; the names are constants, so it cannot fail.
pub(super) fn set(element: &Element, name: &str, value: &str) {
    element.set_attribute(name, value).unwrap_throw();
}

/// Sets or takes away an attribute without value.
pub(super) fn flag(element: &Element, name: &str, on: bool) {
    element.toggle_attribute_with_force(name, on).unwrap_throw();
}

/// Sets or takes away a class.
pub(super) fn class(element: &Element, name: &str, on: bool) {
    element.class_list().toggle_with_force(name, on).unwrap_throw();
}

/// Sets a style through the object model: a strict content security policy refuses attributes.
pub(super) fn style(element: &Element, property: &str, value: &str) {
    element.unchecked_ref::<HtmlElement>().style().set_property(property, value).unwrap_throw();
}

/// Puts a node at the end.
pub(super) fn append(parent: &Node, child: &Node) {
    parent.append_child(child).unwrap_throw();
}

/// Puts a text at the end.
pub(super) fn append_text(parent: &Node, text: &str) {
    append(parent, &document().create_text_node(text));
}

/// Says which language an element's text is in, and which way that runs.
pub(super) fn mark_language(element: &Element, language: Language) {
    if language != Language::UNDETERMINED {
        set(element, "lang", language.as_str());
        if language.is_right_to_left() {
            set(element, "dir", "rtl");
        }
    }
}

/// The words in the language asked for, or the nearest there is, marked with their own.
pub(super) fn worded(name: &str, class: &str, wording: &Wording, language: Language) -> Element {
    let (own, text) = wording.get(language);
    node(name, class).says_in(own, text)
}
