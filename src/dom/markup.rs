//! Building nodes: by name and text only, never from strings of HTML.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Node, ShadowRoot};

use crate::collate::search::Query;
use crate::dossier::{Dossier, Language, Wording};
use crate::join::{digits, join};
use crate::phrases::Phrases;

/// The page's document. Without one there is no widget to speak of.
fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).unwrap_throw()
}

/// A new element, from its name, its classes and its constant attributes: `div card part=quote`.
#[inline(never)]
pub(super) fn node(words: &str) -> Element {
    let mut words = words.split_ascii_whitespace();
    // Fails for names that are none; ours are.
    let element = document().create_element(words.next().unwrap_or_default()).unwrap_throw();
    let mut classes = String::new();
    for word in words {
        if let Some((name, value)) = word.split_once('=') {
            set(&element, name, value);
        } else {
            if !classes.is_empty() {
                classes.push(' ');
            }
            classes.push_str(word);
        }
    }
    if !classes.is_empty() {
        set(&element, "class", &classes);
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

/// Sets a style that is a length, in pixels.
#[inline(never)]
pub(super) fn length(element: &Element, property: &str, length: i32) {
    style(element, property, &px(length));
}

/// Which way time runs, as a factor of pixels: -1 in an interface that runs from right to left. (Not in the
/// style sheet: a place that asks for a custom property takes a browser three times as long.)
pub(super) fn forth(words: &Phrases) -> i32 {
    if words.language.is_right_to_left() { -1 } else { 1 }
}

/// Moves an element from where lines begin in its parent by so many pixels, to the right and down.
#[inline(never)]
pub(super) fn translate(element: &Element, x: i32, y: i32) {
    style(element, "transform", &join(&["translate(", &px(x), ",", &px(y), ")"]));
}

/// Puts a node at the end.
#[inline(never)]
pub(super) fn append(parent: &Node, child: &Node) {
    parent.append_child(child).unwrap_throw();
}

/// The nearest element, from this one outwards, that a selector names.
#[inline(never)]
pub(super) fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok()?
}

/// Whether the keyboard is in an element.
#[inline(never)]
pub(super) fn has_focus(element: &Element) -> bool {
    // Not `:focus-within`: in WebKit nothing matches that while the window is not the active one.
    let root = element.get_root_node().unchecked_into::<ShadowRoot>();
    root.active_element().is_some_and(|own| element.contains(Some(&own)))
}

/// Whether an element is, or is in, one that a selector names.
#[inline(never)]
pub(super) fn inside(element: &Element, selector: &str) -> bool {
    closest(element, selector).is_some()
}

/// Says which language an element's text is in, and which way that runs.
#[inline(never)]
pub(super) fn mark_language(element: &Element, language: Language) {
    if language != Language::UNDETERMINED {
        set(element, "lang", language.as_str());
        if language.is_right_to_left() {
            set(element, "dir", "rtl");
        } else if element.has_attribute("dir") {
            set(element, "dir", "ltr");
        }
    }
}

/// What a landmark of the widget is called: several widgets of a page are told apart by their titles.
#[inline(never)]
pub(super) fn landmark(dossier: &Dossier, words: &Phrases, name: &str) -> String {
    match dossier.title.text(words.language) {
        "" => name.to_owned(),
        title => join(&[name, words.colon, title]),
    }
}

/// Writes nodes in the order in which they are read, each into the one that is open. The `words`
/// are those of [`node`].
pub(super) struct Writer {
    /// The element that is open.
    pub(super) here: Element,
    /// Those around it, outermost first.
    outer: Vec<Element>,
    /// In which wordings are said, where they can be.
    pub(super) language: Language,
    /// What is marked in the dossier's texts.
    query: Query,
    /// Whether sources are named by the numbers of notes, as on paper.
    noting: bool,
}

impl Writer {
    /// Into an element; wordings are said in `language` where they can be.
    pub(super) fn new(root: &Element, language: Language) -> Self {
        Self {
            here: root.clone(),
            outer: Vec::new(),
            language,
            query: Query::default(),
            noting: false,
        }
    }

    /// Marks what is looked for in the texts of the dossier, not in the words of the interface.
    pub(super) fn marking(mut self, query: &Query) -> Self {
        self.query.clone_from(query);
        self
    }

    /// Names sources by the numbers of notes.
    pub(super) fn noting(mut self) -> Self {
        self.noting = true;
        self
    }

    /// The number of a note, counted from 0 here, where sources are named so.
    pub(super) fn note(&mut self, number: Option<usize>) {
        if let Some(number) = number.filter(|_| self.noting) {
            self.leaf("sup note-number", &digits(number + 1));
        }
    }

    /// Opens an element.
    #[inline(never)]
    pub(super) fn open(&mut self, words: &str) {
        let element = node(words);
        append(&self.here, &element);
        self.outer.push(std::mem::replace(&mut self.here, element));
    }

    /// Closes it.
    #[inline(never)]
    pub(super) fn close(&mut self) {
        self.end();
    }

    /// Closes it, and hands it over.
    #[inline(never)]
    pub(super) fn end(&mut self) -> Element {
        match self.outer.pop() {
            Some(outer) => std::mem::replace(&mut self.here, outer),
            None => self.here.clone(),
        }
    }

    /// Sets an attribute of the open element.
    #[inline(never)]
    pub(super) fn set(&self, name: &str, value: &str) {
        set(&self.here, name, value);
    }

    /// Sets an attribute of the open element to a number.
    #[inline(never)]
    pub(super) fn number(&self, name: &str, value: usize) {
        self.set(name, &digits(value));
    }

    /// Says which language the text of the open element is in.
    #[inline(never)]
    pub(super) fn tongue(&self, language: Language) {
        mark_language(&self.here, language);
    }

    /// Puts a text at the end of the open element.
    #[inline(never)]
    pub(super) fn text(&self, text: &str) {
        self.here.append_with_str_1(text).unwrap_throw();
    }

    /// Puts a text of the dossier at the end of the open element, with what is looked for marked.
    #[inline(never)]
    pub(super) fn found(&mut self, text: &str) {
        let mut at = 0;
        if !self.query.is_empty() {
            for mark in self.query.marks(text) {
                self.text(text.get(at..mark.start).unwrap_or_default());
                self.open("mark");
                at = mark.end;
                self.text(text.get(mark).unwrap_or_default());
                self.close();
            }
        }
        self.text(text.get(at..).unwrap_or_default());
    }

    /// An element with a text of the dossier.
    #[inline(never)]
    pub(super) fn found_leaf(&mut self, words: &str, text: &str) {
        self.open(words);
        self.found(text);
        self.close();
    }

    /// An element with a text, left open.
    #[inline(never)]
    pub(super) fn start(&mut self, words: &str, text: &str) {
        self.open(words);
        self.text(text);
    }

    /// An element with a text.
    #[inline(never)]
    pub(super) fn leaf(&mut self, words: &str, text: &str) {
        self.start(words, text);
        self.close();
    }

    /// An element with a text in a language, left open.
    #[inline(never)]
    pub(super) fn start_in(&mut self, words: &str, language: Language, text: &str) {
        self.open(words);
        self.found(text);
        self.tongue(language);
    }

    /// An element with the words in the language asked for, or the nearest there is, marked with
    /// their own, left open.
    #[inline(never)]
    pub(super) fn start_wording(&mut self, words: &str, wording: &Wording) {
        let (language, text) = wording.get(self.language);
        self.start_in(words, language, text);
    }

    /// The same, closed; nothing for an empty wording.
    #[inline(never)]
    pub(super) fn wording(&mut self, words: &str, wording: &Wording) {
        if !wording.is_empty() {
            self.start_wording(words, wording);
            self.close();
        }
    }

    /// Texts that only a screen reader says.
    #[inline(never)]
    pub(super) fn hidden(&mut self, texts: &[&str]) {
        self.open("span hidden");
        for text in texts {
            self.text(text);
        }
        self.close();
    }
}
