//! XML, written element by element.

use super::escape::push_xml;

/// An XML text that grows. No space is added inside of elements with words in them.
#[derive(Default)]
pub(super) struct Xml {
    text: String,
    /// The names of the elements that are open.
    open: Vec<&'static str>,
    /// Whether the innermost can take attributes still.
    in_tag: bool,
}

impl Xml {
    /// A line break and the indentation that belongs there.
    fn line(&mut self) {
        self.end_tag();
        self.text.push('\n');
        for _ in &self.open {
            self.text.push_str("  ");
        }
    }

    fn end_tag(&mut self) {
        if self.in_tag {
            self.text.push('>');
        }
        self.in_tag = false;
    }

    /// An element begins on a line of its own.
    #[inline(never)]
    pub(super) fn block(&mut self, name: &'static str) {
        self.line();
        self.start(name);
    }

    /// An element begins where it stands.
    #[inline(never)]
    pub(super) fn start(&mut self, name: &'static str) {
        self.end_tag();
        self.text.push('<');
        self.text.push_str(name);
        self.open.push(name);
        self.in_tag = true;
    }

    /// An attribute of the element that has just begun; left out where it is empty.
    #[inline(never)]
    pub(super) fn attribute(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.text.push(' ');
            self.text.push_str(key);
            self.text.push_str("=\"");
            push_xml(&mut self.text, value);
            self.text.push('"');
        }
    }

    /// Words.
    #[inline(never)]
    pub(super) fn text(&mut self, words: &str) {
        self.end_tag();
        push_xml(&mut self.text, words);
    }

    /// XML that is written already.
    #[inline(never)]
    pub(super) fn raw(&mut self, xml: &str) {
        if !xml.is_empty() {
            self.end_tag();
            self.text.push_str(xml);
        }
    }

    /// The innermost element ends.
    #[inline(never)]
    pub(super) fn close(&mut self) {
        let Some(name) = self.open.pop() else { return };
        if self.in_tag {
            self.in_tag = false;
            self.text.push_str("/>");
        } else {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
    }

    /// The innermost element ends, on a line of its own.
    #[inline(never)]
    pub(super) fn close_block(&mut self) {
        if let Some(name) = self.open.pop() {
            self.line();
            self.open.push(name);
            self.close();
        }
    }

    /// The innermost element has these words and ends.
    #[inline(never)]
    pub(super) fn close_with(&mut self, words: &str) {
        self.text(words);
        self.close();
    }

    /// What has been written.
    pub(super) fn finish(self) -> String {
        self.text
    }
}
