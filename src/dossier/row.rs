//! One object of the file, read key by key; what does not fit is reported and nothing else is lost.

use std::mem::take;

use super::index::Kind;
use super::json::{Node, Type};
use super::problem::{Code, Position, path};
use super::references::Notes;
use super::{Id, Language, Piece, Wording};
use crate::collate::letters::trim;
use crate::edtf::Edtf;

/// An object whose keys are taken one by one; what is left in the end is unknown.
pub(super) struct Row<'a> {
    notes: &'a mut Notes,
    path: String,
    at: Position,
    entries: Vec<Node>,
}

impl<'a> Row<'a> {
    /// Of a node that should be an object.
    pub(super) fn new(node: &mut Node, path: String, notes: &'a mut Notes) -> Option<Self> {
        if node.holds == Type::Map {
            return Some(Self { notes, path, at: node.at, entries: take(&mut node.parts) });
        }
        let parts = ["this is ", node.holds.name(), "; an object is asked for"];
        notes.problem(Code::Type, path, node.at, &parts);
        None
    }

    /// Of one key at the top of the file.
    pub(super) fn of(node: Node, notes: &'a mut Notes) -> Self {
        Self { notes, path: String::new(), at: node.at, entries: vec![node] }
    }

    /// Whether the key is there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|node| node.key == key)
    }

    /// Reports something about the row itself, in words put together from parts.
    pub(super) fn problem(&mut self, code: Code, parts: &[&str]) {
        self.notes.problem(code, self.path.clone(), self.at, parts);
    }

    /// Reports something about one key.
    fn problem_at(&mut self, code: Code, key: &str, at: Position, parts: &[&str]) {
        self.notes.problem(code, path(&self.path, key, None), at, parts);
    }

    fn wrong_type(&mut self, key: &str, node: &Node, wanted: &str) {
        let parts = ["this is ", node.holds.name(), "; ", wanted, " is asked for"];
        self.problem_at(Code::Type, key, node.at, &parts);
    }

    /// The value of a key; null is the same as nothing.
    fn take(&mut self, key: &str) -> Option<Node> {
        let place = self.entries.iter().position(|node| node.key == key)?;
        let node = self.entries.swap_remove(place);
        if node.holds == Type::Null { None } else { Some(node) }
    }

    /// The value of a key where it is a text; a number is taken as it is written.
    fn text(&mut self, key: &str) -> Option<Node> {
        let node = self.take(key)?;
        if matches!(node.holds, Type::Text | Type::Number) {
            return Some(node);
        }
        self.wrong_type(key, &node, "a text");
        None
    }

    /// A text; it is never changed.
    pub(super) fn fixed(&mut self, key: &str) -> Option<Box<str>> {
        Some(self.text(key)?.text.into())
    }

    /// The row's own identifier, made up from its place where there is none. Nothing where another
    /// row has it already: the row is then to be dropped.
    pub(super) fn id(&mut self, kind: Kind) -> Option<Id> {
        let Some(node) = self.text("id") else {
            let missing = "an “id” is missing: one is made up, but links to it may break";
            self.problem(Code::NoId, &[missing]);
            return Some(self.notes.make_up(&self.path, kind));
        };
        let id = self.notes.define(&node.text, kind);
        if id.is_none() {
            let parts = ["“", &node.text, "” is used before: an identifier names one thing"];
            self.problem_at(Code::Duplicate, "id", node.at, &parts);
        }
        id
    }

    /// A reference to something that may stand further down.
    pub(super) fn reference(&mut self, key: &str, to: Kind) -> Option<Id> {
        let node = self.text(key)?;
        Some(self.notes.refer(&node.text, to, node.at, &|| path(&self.path, key, None)))
    }

    /// A list of references.
    pub(super) fn references(&mut self, key: &str, to: Kind) -> Vec<Id> {
        let mut ids = Vec::new();
        for (number, node) in self.list(key).iter().enumerate() {
            let path = || path(&self.path, key, Some(number));
            if node.holds == Type::Text {
                ids.push(self.notes.refer(&node.text, to, node.at, &path));
            } else {
                let parts = ["this is ", node.holds.name(), "; an identifier is asked for"];
                self.notes.problem(Code::Type, path(), node.at, &parts);
            }
        }
        ids
    }

    /// A list of values of any kind; nothing where the key is absent.
    fn list(&mut self, key: &str) -> Vec<Node> {
        let Some(node) = self.take(key) else { return Vec::new() };
        if node.holds == Type::List {
            return node.parts;
        }
        self.wrong_type(key, &node, "a list");
        Vec::new()
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, key: &str) -> Vec<Box<str>> {
        let mut texts = Vec::new();
        for node in &mut self.list(key) {
            if matches!(node.holds, Type::Text | Type::Number) {
                texts.push(take(&mut node.text).into());
            } else {
                self.wrong_type(key, node, "a text");
            }
        }
        texts
    }

    /// Words in pieces: one text, or a list of pieces.
    pub(super) fn pieces(&mut self, key: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let Some(mut node) = self.take(key) else { return pieces };
        let nodes = if node.holds == Type::List {
            node.parts.as_mut_slice()
        } else {
            std::slice::from_mut(&mut node)
        };
        for node in nodes {
            match piece(node) {
                Some(piece) => pieces.push(piece),
                None => self.problem_at(
                    Code::Type,
                    key,
                    node.at,
                    &["a piece is a text, or {\"outside\": \"the article's words\"}"],
                ),
            }
        }
        pieces
    }

    /// Reads a list of objects, each with `read`, which says whether it keeps the row: a dropped
    /// row is not asked for its unknown keys.
    pub(super) fn rows(&mut self, key: &str, read: &mut dyn FnMut(&mut Row<'_>) -> Option<()>) {
        for (number, node) in self.list(key).iter_mut().enumerate() {
            let path = path(&self.path, key, Some(number));
            if let Some(row) = Row::new(node, path, self.notes) {
                row.read(read);
            }
        }
    }

    /// Reads an object under a key, as [`Row::rows`] does each of a list.
    pub(super) fn row(&mut self, key: &str, read: &mut dyn FnMut(&mut Row<'_>) -> Option<()>) {
        let Some(mut node) = self.take(key) else { return };
        if let Some(row) = Row::new(&mut node, path(&self.path, key, None), self.notes) {
            row.read(read);
        }
    }

    /// Reads the row with `read`, which says whether it keeps it, and reports what nobody asked for.
    pub(super) fn read(mut self, read: &mut dyn FnMut(&mut Row<'_>) -> Option<()>) {
        if read(&mut self).is_none() {
            return;
        }
        for node in &take(&mut self.entries) {
            if node.key != "$schema" && node.key != "$comment" {
                let message = "this key is not part of the format, so it is left out";
                self.problem_at(Code::UnknownKey, &node.key, node.at, &[message]);
            }
        }
    }

    /// Words in several languages, or the same in all.
    pub(super) fn wording(&mut self, key: &str) -> Wording {
        match self.take(key) {
            Some(mut node) => self.wording_of(key, &mut node),
            None => Wording::default(),
        }
    }

    /// A list of wordings.
    pub(super) fn wordings(&mut self, key: &str) -> Vec<Wording> {
        let mut wordings = Vec::new();
        for node in &mut self.list(key) {
            wordings.push(self.wording_of(key, node));
        }
        wordings
    }

    #[inline(never)]
    fn wording_of(&mut self, key: &str, node: &mut Node) -> Wording {
        let mut words = Vec::new();
        match node.holds {
            Type::Text | Type::Number => {
                words.push((Language::UNDETERMINED, take(&mut node.text).into()));
            }
            Type::Map => {
                for part in &mut node.parts {
                    match Language::new(&part.key) {
                        Some(language) if part.holds == Type::Text => {
                            words.push((language, take(&mut part.text).into()));
                        }
                        _ => {
                            let path = path(&path(&self.path, key, None), &part.key, None);
                            let message =
                                "words are given by language: {\"fr\": \"…\", \"en\": \"…\"}";
                            self.notes.problem(Code::Language, path, part.at, &[message]);
                        }
                    }
                }
            }
            _ => self.wrong_type(key, node, "a text, or an object from language to text,"),
        }
        Wording::new(words)
    }

    /// A date.
    pub(super) fn date(&mut self, key: &str) -> Option<Edtf> {
        let node = self.text(key)?;
        match Edtf::parse(trim(&node.text)) {
            Ok(date) => Some(date),
            Err(error) => {
                let parts = ["“", &node.text, "” is not a date: ", &error.message()];
                self.problem_at(Code::Date, key, node.at, &parts);
                None
            }
        }
    }

    /// A language tag.
    pub(super) fn language(&mut self, key: &str) -> Option<Language> {
        let node = self.text(key)?;
        let language = Language::new(&node.text);
        if language.is_none() {
            let parts = ["“", &node.text, "” is not a language tag such as “fr” or “pt-BR”"];
            self.problem_at(Code::Language, key, node.at, &parts);
        }
        language
    }

    /// One of a few words; `otherwise` where there is none of them.
    pub(super) fn word<T: Copy>(
        &mut self,
        key: &str,
        words: &'static [(&'static str, T)],
        otherwise: T,
    ) -> T {
        let place = self.place(key, &|place| words.get(place).map(|(word, _)| *word));
        place.and_then(|place| words.get(place)).map_or(otherwise, |(_, value)| *value)
    }

    /// Which of a few words it is.
    #[inline(never)]
    fn place(&mut self, key: &str, word: &dyn Fn(usize) -> Option<&'static str>) -> Option<usize> {
        let node = self.text(key)?;
        let mut known = String::new();
        for place in 0.. {
            let Some(word) = word(place) else { break };
            if word == node.text {
                return Some(place);
            }
            known.push(' ');
            known.push_str(word);
        }
        let parts = ["“", &node.text, "” is not known here; one of these would be:", &known];
        self.problem_at(Code::UnknownWord, key, node.at, &parts);
        None
    }
}

/// A piece of words: a text, or the article's words in an object.
fn piece(node: &mut Node) -> Option<Piece> {
    match (node.holds, node.parts.as_mut_slice()) {
        (Type::Text, _) => Some(Piece::Words(take(&mut node.text).into())),
        (Type::Map, [part]) if part.holds == Type::Text && part.key == "outside" => {
            Some(Piece::Outside(take(&mut part.text).into()))
        }
        _ => None,
    }
}
