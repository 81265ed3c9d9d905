//! One object of the file, read key by key; what does not fit is reported and nothing else is lost.

use std::mem::take;

use super::index::Kind;
use super::json::{Node, Type};
use super::problem::{Code, Position, path};
use super::references::Notes;
use super::{Id, Language, Piece, Wording};
use crate::collate::letters::{cut, trim};
use crate::edtf::Edtf;
use crate::join::{digits, join};
use crate::rich::left_out;
use crate::rich::media::{Show, show};

/// Keys and columns of other formats that a dossier has no place for; whatever else nobody asks for
/// is unknown.
const NOT_CARRIED: &str = "asset autolink background classname end_date format group language \
    link_target media occasion quoteid role scale startDate start_date status tag text translation \
    translationlanguage translator type unique_id";

/// An object whose keys are taken one by one; what is left in the end is unknown. A row of a
/// spreadsheet is one too: its keys are the names of the columns.
pub(super) struct Row<'a> {
    notes: &'a mut Notes,
    path: String,
    at: Position,
    entries: Vec<Node>,
    /// The first row of the spreadsheet, as written there.
    headers: Option<&'a [String]>,
    /// Whether it is in the form of others: there, an empty value is the same as none.
    pub(super) foreign: bool,
}

impl<'a> Row<'a> {
    /// Of a node that should be an object.
    pub(super) fn new(node: &mut Node, path: String, notes: &'a mut Notes) -> Option<Self> {
        if node.holds == Type::Map {
            let entries = take(&mut node.parts);
            return Some(Self { notes, path, at: node.at, entries, headers: None, foreign: false });
        }
        let parts = ["this is ", node.holds.name(), "; an object is asked for"];
        notes.problem(Code::Type, path, node.at, &parts);
        None
    }

    /// Of one key at the top of the file.
    pub(super) fn of(node: Node, notes: &'a mut Notes) -> Self {
        let (path, at, entries) = (String::new(), node.at, vec![node]);
        Self { notes, path, at, entries, headers: None, foreign: false }
    }

    /// Of the cells of a row of a spreadsheet, each under the name of its column.
    pub(super) fn of_cells(
        at: Position,
        entries: Vec<Node>,
        headers: &'a [String],
        notes: &'a mut Notes,
    ) -> Self {
        let path = join(&["row ", &digits(at.line as usize)]);
        Self { notes, path, at, entries, headers: Some(headers), foreign: true }
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
    pub(super) fn problem_at(&mut self, code: Code, key: &str, at: Position, parts: &[&str]) {
        let path = match self.headers {
            Some(headers) => join(&[&self.path, ", column ", &column(headers, at)]),
            None => path(&self.path, key, None),
        };
        self.notes.problem(code, path, at, parts);
    }

    /// Reports what is wrong with a text, which the message quotes first.
    #[inline(never)]
    fn wrong_text(&mut self, code: Code, key: &str, node: &Node, what: &str, more: &str) {
        self.problem_at(code, key, node.at, &["“", &node.text, what, more]);
    }

    fn wrong_type(&mut self, key: &str, node: &Node, wanted: &str) {
        let parts = ["this is ", node.holds.name(), "; ", wanted, " is asked for"];
        self.problem_at(Code::Type, key, node.at, &parts);
    }

    fn find(&self, key: &str) -> Option<usize> {
        self.entries.iter().position(|node| node.key == key)
    }

    /// What kind of value a key has.
    pub(super) fn holds(&self, key: &str) -> Option<Type> {
        Some(self.entries.get(self.find(key)?)?.holds)
    }

    /// Whether the value of a key is an object that has one of these keys.
    pub(super) fn holds_key(&self, key: &str, keys: &[&str]) -> bool {
        let node = self.find(key).and_then(|place| self.entries.get(place));
        node.is_some_and(|node| {
            node.holds == Type::Map
                && node.parts.iter().any(|part| keys.contains(&part.key.as_str()))
        })
    }

    /// The value of a key; null is the same as nothing. Where the key stands twice, the first.
    fn take(&mut self, key: &str) -> Option<Node> {
        let node = self.entries.remove(self.find(key)?);
        self.repeated(key);
        if node.holds == Type::Null { None } else { Some(node) }
    }

    /// Reports a key that stands there although it was read already.
    pub(super) fn repeated(&mut self, key: &str) {
        while let Some(place) = self.find(key) {
            let again = self.entries.remove(place);
            if !(self.foreign && is_blank(&again)) {
                let message = "this stands here a second time: the first counts, this is left out";
                self.problem_at(Code::UnknownKey, key, again.at, &[message]);
            }
        }
    }

    /// A text of a foreign format: a number as it is written, a list of texts in one line; nothing
    /// where it is empty.
    pub(super) fn filled(&mut self, key: &str) -> Option<Node> {
        let mut node = self.take(key)?;
        if is_blank(&node) {
            return None;
        }
        if node.holds == Type::List && node.parts.iter().all(|part| part.holds.is_text()) {
            for part in &node.parts {
                if !node.text.is_empty() {
                    node.text.push(' ');
                }
                node.text.push_str(&part.text);
            }
            let message = "this is a list; a text is asked for, so the texts in it are joined";
            self.problem_at(Code::Mended, key, node.at, &[message]);
            return Some(node);
        }
        if node.holds.is_text() {
            return Some(node);
        }
        self.wrong_type(key, &node, "a text");
        None
    }

    /// A text of a foreign format; an empty one where there is none.
    pub(super) fn filled_text(&mut self, key: &str) -> String {
        self.filled(key).map_or_else(String::new, |node| node.text)
    }

    /// An identifier for what has none, made from words and used by nothing else so far.
    pub(super) fn coin_id(&mut self, words: &str, kind: Kind) -> Id {
        self.notes.coin(words, kind)
    }

    /// The identifier under a key; where there is none, or another row has it, one made from words.
    pub(super) fn id_or(&mut self, key: &str, words: &str, kind: Kind) -> Id {
        match self.filled(key) {
            Some(node) => self.define_or_coin(key, &node, kind),
            None => self.notes.coin(words, kind),
        }
    }

    /// The identifier that a value is; where another row has it, one like it.
    pub(super) fn define_or_coin(&mut self, key: &str, node: &Node, kind: Kind) -> Id {
        let wanted = trim(&node.text);
        if let Some(id) = self.notes.define(wanted, kind) {
            return id;
        }
        let id = self.notes.coin(wanted, kind);
        let parts = ["“", wanted, "” is used before; this gets the identifier “", id.as_str(), "”"];
        self.problem_at(Code::NoId, key, node.at, &parts);
        id
    }

    /// Remembers the language of an article.
    pub(super) fn speaks(&mut self, article: &Id, language: Language) {
        self.notes.speaks(article, language);
    }

    /// The language of an article that stands above.
    pub(super) fn language_of(&self, article: &Id) -> Option<Language> {
        self.notes.language_of(article)
    }

    /// The value of a key where it is a text; a number is taken as it is written.
    fn text(&mut self, key: &str) -> Option<Node> {
        let node = self.take(key)?;
        if node.holds.is_text() {
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
            let message = "” is used before: an identifier names one thing";
            self.wrong_text(Code::Duplicate, "id", &node, message, "");
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
        ids.shrink_to_fit();
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
            if node.holds.is_text() {
                texts.push(take(&mut node.text).into());
            } else {
                self.wrong_type(key, node, "a text");
            }
        }
        texts
    }

    /// How many there are of something: a number, or a list of numbers.
    pub(super) fn counts(&mut self, key: &str) -> Vec<u32> {
        let mut counts = Vec::new();
        let Some(mut node) = self.take(key) else { return counts };
        for node in one_or_more(&mut node) {
            match node.text.parse() {
                Ok(count) if node.holds == Type::Number => counts.push(count),
                _ => self.wrong_type(key, node, "a whole number, or a list of them,"),
            }
        }
        counts
    }

    /// Words in pieces: one text, or a list of pieces.
    pub(super) fn pieces(&mut self, key: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let Some(mut node) = self.take(key) else { return pieces };
        for node in one_or_more(&mut node) {
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
        pieces.shrink_to_fit();
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
        if self.foreign && is_blank(&node) {
            return;
        }
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
            if node.key == "$schema" || node.key == "$comment" || self.foreign && is_blank(node) {
                continue;
            }
            let key = node.key.strip_prefix("timeline.").unwrap_or(&node.key);
            let (code, message) = if self.foreign && is_word_of(NOT_CARRIED, key) {
                (Code::NotCarried, "a dossier has no place for this, so it is left out")
            } else {
                (Code::UnknownKey, "this key is not part of the format, so it is left out")
            };
            self.problem_at(code, &node.key, node.at, &[message]);
        }
    }

    /// Words in several languages, or the same in all.
    pub(super) fn wording(&mut self, key: &str) -> Wording {
        match self.take(key) {
            Some(mut node) => self.wording_of(key, &mut node),
            None => Wording::default(),
        }
    }

    /// Words in HTML: what is never shown of them is reported.
    pub(super) fn rich(&mut self, key: &str) -> Wording {
        let place = self.entries.iter().find(|node| node.key == key).map(|node| node.at);
        let wording = self.wording(key);
        for (_, html) in wording.entries() {
            self.markup(key, place.unwrap_or_default(), html);
        }
        wording
    }

    /// The address of a medium, or the HTML in its place: what is never shown of it is reported.
    pub(super) fn medium(&mut self, key: &str) -> Option<Box<str>> {
        let node = self.text(key)?;
        self.check_medium(key, &node);
        Some(node.text.into())
    }

    /// Reports what is never shown of a medium.
    pub(super) fn check_medium(&mut self, key: &str, node: &Node) {
        match show(&node.text) {
            Show::Nothing => {
                let wanted = "only addresses of “https” and “http”, and relative ones, are shown";
                self.problem_at(Code::NotCarried, key, node.at, &[wanted]);
            }
            Show::Quotation => self.markup(key, node.at, &node.text),
            _ => {}
        }
    }

    /// Reports what is never shown of a text in HTML.
    pub(super) fn markup(&mut self, key: &str, at: Position, html: &str) {
        let mut message = String::new();
        for name in left_out(html) {
            message.push_str(if message.is_empty() { "this is left out: " } else { ", " });
            message.push_str(&name);
        }
        if !message.is_empty() {
            let shown = "; text, links, emphasis, lists, quotations and pictures are shown";
            self.problem_at(Code::Markup, key, at, &[&message, shown]);
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
                self.wrong_text(Code::Date, key, &node, "” is not a date: ", &error.message());
                None
            }
        }
    }

    /// A language tag.
    pub(super) fn language(&mut self, key: &str) -> Option<Language> {
        let node = self.text(key)?;
        let language = Language::new(&node.text);
        if language.is_none() {
            let message = "” is not a language tag such as “fr” or “pt-BR”";
            self.wrong_text(Code::Language, key, &node, message, "");
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
        let message = "” is not known here; one of these would be:";
        self.wrong_text(Code::UnknownWord, key, &node, message, &known);
        None
    }
}

/// The values of a list, or the one that stands in its stead.
fn one_or_more(node: &mut Node) -> &mut [Node] {
    if node.holds == Type::List { &mut node.parts } else { std::slice::from_mut(node) }
}

/// Whether nothing is said: an empty text, or a list or object of nothing but such.
pub(super) fn is_blank(node: &Node) -> bool {
    match node.holds {
        Type::Null => true,
        Type::Text => trim(&node.text).is_empty(),
        Type::List | Type::Map => node.parts.iter().all(is_blank),
        Type::Bool | Type::Number => false,
    }
}

/// Whether one of the words is this one.
pub(super) fn is_word_of(words: &str, word: &str) -> bool {
    let mut rest = Some(words);
    while let Some(words) = rest {
        let (first, after) = cut(words, b' ');
        if first == word && !word.is_empty() {
            return true;
        }
        rest = after;
    }
    false
}

/// The column as a spreadsheet shows it, and its name: `AB (Headline)`.
fn column(headers: &[String], at: Position) -> String {
    let mut rest = at.column as usize;
    let mut text = String::new();
    while let Some(above) = rest.checked_sub(1) {
        text.insert(0, char::from(b'A' + u8::try_from(above % 26).unwrap_or_default()));
        rest = above / 26;
    }
    if let Some(name) = headers.get((at.column as usize).wrapping_sub(1))
        && !name.is_empty()
    {
        text = join(&[&text, " (", name, ")"]);
    }
    text
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
