//! XML, written element by element.

use super::escape::push_xml;

/// An XML text that grows. No space is added inside of elements with words in them.
#[derive(Default)]
pub(super) struct Xml {
    text: String,
    /// The names of the elements that are open.
    open: Vec<&'static str>,
}

impl Xml {
    /// A document begins.
    pub(super) fn document() -> Self {
        let mut xml = Self::default();
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        xml
    }

    /// XML that is written already.
    pub(super) fn raw(&mut self, xml: &str) {
        self.text.push_str(xml);
    }

    /// What has been written, of a part of a document.
    pub(super) fn part(self) -> String {
        self.text
    }

    /// A line break and the indentation that belongs there.
    pub(super) fn line(&mut self) {
        self.text.push('\n');
        for _ in &self.open {
            self.text.push_str("  ");
        }
    }

    /// An element begins on a line of its own.
    pub(super) fn block(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.line();
        self.open(name, attributes);
    }

    /// An element begins where it stands. Attributes that are empty are left out.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text.push('>');
        self.open.push(name);
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (key, value) in attributes {
            if !value.is_empty() {
                for part in [" ", key, "=\""] {
                    self.text.push_str(part);
                }
                push_xml(&mut self.text, value);
                self.text.push('"');
            }
        }
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text.push_str("/>");
    }

    /// Words.
    pub(super) fn text(&mut self, words: &str) {
        push_xml(&mut self.text, words);
    }

    /// The innermost element ends.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            for part in ["</", name, ">"] {
                self.text.push_str(part);
            }
        }
    }

    /// The innermost element ends, on a line of its own.
    pub(super) fn close_block(&mut self) {
        if let Some(name) = self.open.pop() {
            self.line();
            self.open.push(name);
            self.close();
        }
    }

    /// An element with words in it, on a line of its own; nothing where there are none.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: &[(&str, &str)], words: &str) {
        if !words.is_empty() {
            self.block(name, attributes);
            self.text(words);
            self.close();
        }
    }

    /// The document.
    pub(super) fn finish(mut self) -> String {
        self.text.push('\n');
        self.text
    }
}
