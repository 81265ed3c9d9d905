//! JSON, written value by value.

use super::escape::push_hex;
use super::point::push_signed;
use super::sink::Sink;
use crate::dossier::{Language, Wording};

/// A JSON text that grows, indented by two spaces.
#[derive(Default)]
pub(super) struct JsonText {
    text: String,
    /// The brackets that close what is open.
    open: Vec<char>,
    /// Whether the next value is not the first in its list or object.
    follows: bool,
    /// Whether the text must be able to stand in a script element of a page.
    for_script: bool,
}

impl JsonText {
    /// A text that can also stand in `<script type="application/ld+json">`: no `<` in it.
    pub(super) fn for_script() -> Self {
        Self { for_script: true, ..Self::default() }
    }

    /// The text, with a line break at its end.
    pub(super) fn finish(mut self) -> String {
        self.text.push('\n');
        self.text
    }

    fn line(&mut self) {
        self.text.push('\n');
        for _ in &self.open {
            self.text.push_str("  ");
        }
    }

    /// All that stands before a value: comma, line break, key.
    #[inline(never)]
    fn begin(&mut self, key: &str) {
        if self.follows {
            self.text.push(',');
        }
        self.follows = true;
        if !self.open.is_empty() {
            self.line();
        }
        if !key.is_empty() {
            self.quote(key);
            self.text.push_str(": ");
        }
    }

    fn quote(&mut self, value: &str) {
        self.text.push('"');
        for letter in value.chars() {
            match letter {
                '"' | '\\' => {
                    self.text.push('\\');
                    self.text.push(letter);
                }
                '\n' => self.text.push_str("\\n"),
                '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => {
                    self.escape(letter);
                }
                '<' if self.for_script => self.escape(letter),
                _ => self.text.push(letter),
            }
        }
        self.text.push('"');
    }

    fn escape(&mut self, letter: char) {
        self.text.push_str("\\u");
        let code = u32::from(letter);
        for byte in [code >> 8, code & 0xFF] {
            push_hex(&mut self.text, byte);
        }
    }

    /// A list or an object with one text in it.
    #[inline(never)]
    pub(super) fn wrap(&mut self, key: &str, closing: char, inner: &str, value: &str) {
        self.open(key, closing);
        self.text(inner, value);
        self.close();
    }

    /// A text, where there is one.
    #[inline(never)]
    pub(super) fn some(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.text(key, value);
        }
    }

    /// A language, where it is known.
    #[inline(never)]
    pub(super) fn language(&mut self, key: &str, language: Language) {
        if language != Language::UNDETERMINED {
            self.text(key, language.as_str());
        }
    }
}

impl Sink for JsonText {
    #[inline(never)]
    fn open(&mut self, key: &str, closing: char) {
        self.begin(key);
        self.text.push(if closing == ']' { '[' } else { '{' });
        self.open.push(closing);
        self.follows = false;
    }

    #[inline(never)]
    fn close(&mut self) {
        let Some(closing) = self.open.pop() else { return };
        if self.follows {
            self.line();
        }
        self.text.push(closing);
        self.follows = true;
    }

    #[inline(never)]
    fn text(&mut self, key: &str, value: &str) {
        self.begin(key);
        self.quote(value);
    }

    #[inline(never)]
    fn number(&mut self, key: &str, number: i64) {
        self.begin(key);
        push_signed(&mut self.text, number);
    }

    fn wording(&mut self, key: &str, wording: &Wording) {
        let mut entries = wording.entries();
        match (entries.next(), entries.next()) {
            (None, _) => {}
            (Some((Language::UNDETERMINED, text)), None) => self.text(key, text),
            _ => {
                self.open(key, '}');
                for (language, text) in wording.entries() {
                    self.text(language.as_str(), text);
                }
                self.close();
            }
        }
    }
}
