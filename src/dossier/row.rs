//! One object of the file, read key by key; what does not fit is reported and nothing else is lost.

use super::index::Kind;
use super::json::{Node, Value};
use super::problem::{Code, Position};
use super::read::piece;
use super::references::Notes;
use super::{Id, Language, Piece, Wording};
use crate::edtf::Edtf;

/// An object whose keys are taken one by one; what is left in the end is unknown.
pub(super) struct Row<'a> {
    notes: &'a Notes,
    path: String,
    at: Position,
    entries: Vec<(String, Node)>,
}

impl<'a> Row<'a> {
    /// Of a node that should be an object.
    pub(super) fn new(node: Node, path: String, notes: &'a Notes) -> Option<Self> {
        let at = node.at;
        match node.value {
            Value::Map(entries) => Some(Self { notes, path, at, entries }),
            other => {
                let message = format!("this is {}; an object is asked for", other.name());
                notes.problem(Code::Type, &path, at, message);
                None
            }
        }
    }

    /// Whether the key is there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(own, _)| own == key)
    }

    /// Reports something about the row itself.
    pub(super) fn problem(&self, code: Code, message: String) {
        self.notes.problem(code, &self.path, self.at, message);
    }

    /// Reports something about one key.
    fn problem_at(&self, code: Code, key: &str, at: Position, message: String) {
        self.notes.problem(code, &self.below(key), at, message);
    }

    fn below(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn wrong_type(&self, key: &str, node: &Node, wanted: &str) {
        let message = format!("this is {}; {wanted} is asked for", node.value.name());
        self.problem_at(Code::Type, key, node.at, message);
    }

    /// The value of a key; null is the same as nothing.
    pub(super) fn take(&mut self, key: &str) -> Option<Node> {
        let place = self.entries.iter().position(|(own, _)| own == key)?;
        let (_, node) = self.entries.swap_remove(place);
        (!matches!(node.value, Value::Null)).then_some(node)
    }

    fn text_at(&mut self, key: &str) -> Option<(String, Position)> {
        let node = self.take(key)?;
        match node.value {
            Value::Text(text) | Value::Number(text) => Some((text, node.at)),
            _ => {
                self.wrong_type(key, &node, "a text");
                None
            }
        }
    }

    /// A text; a number is taken as it is written.
    pub(super) fn text(&mut self, key: &str) -> Option<String> {
        self.text_at(key).map(|(text, _)| text)
    }

    /// A text that is boxed because it is never changed.
    pub(super) fn fixed(&mut self, key: &str) -> Option<Box<str>> {
        self.text(key).map(String::into_boxed_str)
    }

    /// The row's own identifier, made up from its place where there is none. Nothing where another
    /// row has it already: the row is then to be dropped.
    pub(super) fn id(&mut self, kind: Kind) -> Option<Id> {
        let id = match self.text_at("id") {
            Some((text, at)) => {
                let id = self.notes.share(&text);
                if !self.notes.define(&id, kind) {
                    let message = format!("“{text}” is used before: an identifier names one thing");
                    self.problem_at(Code::Duplicate, "id", at, message);
                    return None;
                }
                return Some(id);
            }
            None => self.notes.share(&self.path),
        };
        self.notes.define(&id, kind);
        self.problem(
            Code::NoId,
            "an “id” is missing: one is made up, but links to it may break".to_owned(),
        );
        Some(id)
    }

    /// A reference to something that may stand further down.
    pub(super) fn reference(&mut self, key: &str, to: Kind) -> Option<Id> {
        let (text, at) = self.text_at(key)?;
        let id = self.notes.share(&text);
        self.notes.refer(&id, to, at, &self.below(key));
        Some(id)
    }

    /// A list of references.
    pub(super) fn references(&mut self, key: &str, to: Kind) -> Vec<Id> {
        let mut ids = Vec::new();
        for (number, node) in self.list(key).into_iter().enumerate() {
            let path = format!("{}[{number}]", self.below(key));
            if let Value::Text(text) = node.value {
                let id = self.notes.share(&text);
                self.notes.refer(&id, to, node.at, &path);
                ids.push(id);
            } else {
                let message = format!("this is {}; an identifier is asked for", node.value.name());
                self.notes.problem(Code::Type, &path, node.at, message);
            }
        }
        ids
    }

    /// A list of values of any kind; nothing where the key is absent.
    pub(super) fn list(&mut self, key: &str) -> Vec<Node> {
        let Some(node) = self.take(key) else { return Vec::new() };
        if let Value::List(list) = node.value {
            return list;
        }
        self.wrong_type(key, &node, "a list");
        Vec::new()
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, key: &str) -> Vec<Box<str>> {
        let mut texts = Vec::new();
        for node in self.list(key) {
            match node.value {
                Value::Text(text) | Value::Number(text) => texts.push(text.into()),
                _ => self.wrong_type(key, &node, "a text"),
            }
        }
        texts
    }

    /// Words in pieces: one text, or a list of pieces.
    pub(super) fn pieces(&mut self, key: &str) -> Vec<Piece> {
        let nodes = match self.take(key) {
            Some(Node { value: Value::List(list), .. }) => list,
            node => node.into_iter().collect(),
        };
        let mut pieces = Vec::new();
        for node in nodes {
            let at = node.at;
            match piece(node) {
                Some(piece) => pieces.push(piece),
                None => self.problem_at(
                    Code::Type,
                    key,
                    at,
                    "a piece is a text, or {\"outside\": \"the article's words\"}".to_owned(),
                ),
            }
        }
        pieces
    }

    /// A list of objects.
    pub(super) fn rows(&mut self, key: &str) -> Vec<Row<'a>> {
        let notes = self.notes;
        let list = self.list(key);
        let path = self.below(key);
        list.into_iter()
            .enumerate()
            .filter_map(|(number, node)| Row::new(node, format!("{path}[{number}]"), notes))
            .collect()
    }

    /// Words in several languages, or the same in all.
    pub(super) fn wording(&mut self, key: &str) -> Wording {
        let Some(node) = self.take(key) else { return Wording::default() };
        self.wording_of(key, node)
    }

    /// A list of wordings.
    pub(super) fn wordings(&mut self, key: &str) -> Vec<Wording> {
        self.list(key).into_iter().map(|node| self.wording_of(key, node)).collect()
    }

    fn wording_of(&self, key: &str, node: Node) -> Wording {
        match node.value {
            Value::Text(text) | Value::Number(text) => Wording::plain(&text),
            Value::Map(entries) => {
                let mut words = Vec::new();
                for (tag, node) in entries {
                    let path = format!("{key}.{tag}");
                    let (Some(language), Value::Text(text)) = (Language::new(&tag), &node.value)
                    else {
                        let message = "words are given by language: {\"fr\": \"…\", \"en\": \"…\"}";
                        self.problem_at(Code::Language, &path, node.at, message.to_owned());
                        continue;
                    };
                    words.push((language, text.as_str().into()));
                }
                Wording::new(words)
            }
            _ => {
                self.wrong_type(key, &node, "a text, or an object from language to text,");
                Wording::default()
            }
        }
    }

    /// A date.
    pub(super) fn date(&mut self, key: &str) -> Option<Edtf> {
        let (text, at) = self.text_at(key)?;
        match Edtf::parse(text.trim()) {
            Ok(date) => Some(date),
            Err(error) => {
                self.problem_at(Code::Date, key, at, format!("“{text}” is not a date: {error}"));
                None
            }
        }
    }

    /// A language tag.
    pub(super) fn language(&mut self, key: &str) -> Option<Language> {
        let (text, at) = self.text_at(key)?;
        let language = Language::new(&text);
        if language.is_none() {
            let message = format!("“{text}” is not a language tag such as “fr” or “pt-BR”");
            self.problem_at(Code::Language, key, at, message);
        }
        language
    }

    /// One of a few words.
    pub(super) fn word<T: Copy>(&mut self, key: &str, words: &[(&str, T)]) -> Option<T> {
        let (text, at) = self.text_at(key)?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let mut message = format!("“{text}” is not known here; one of these would be:");
            for (word, _) in words {
                message.push(' ');
                message.push_str(word);
            }
            self.problem_at(Code::UnknownWord, key, at, message);
        }
        found
    }

    /// Reports what nobody asked for.
    pub(super) fn finish(self) {
        for (key, node) in &self.entries {
            if !matches!(key.as_str(), "$schema" | "$comment") {
                let message = "this key is not part of the format, so it is left out".to_owned();
                self.problem_at(Code::UnknownKey, key, node.at, message);
            }
        }
    }
}
