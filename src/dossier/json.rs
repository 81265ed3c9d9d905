//! JSON text to rows: each value with the place where it stands, one row in memory at a time.

use std::mem::take;

use super::problem::{Code, Position, Problem};

/// Deeper than any dossier needs; a bomb of brackets ends here and not in the stack.
const DEEPEST: usize = 64;

/// A JSON value and where it begins. One shape for all types is less code to build, move and drop
/// than an enum with a payload for each.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) at: Position,
    /// The key that it stands under; empty in a list.
    pub(super) key: String,
    pub(super) holds: Type,
    /// The words of a text, the digits of a number. Numbers stay text: no field of the format
    /// computes with one, and reading floating point would cost 16 kB.
    pub(super) text: String,
    /// What stands in a list or an object.
    pub(super) parts: Vec<Node>,
}

/// What a node holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Null,
    Bool,
    Number,
    Text,
    List,
    Map,
}

impl Type {
    /// Whether it is a text, or a number, which is kept as one.
    pub(super) fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Number)
    }

    /// What it is called in a message.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "true or false",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::List => "a list",
            Self::Map => "an object",
        }
    }
}

/// Takes the pieces of the file, as large as can be handled alone: an element of a list at the top
/// (`events[12]`) with its place in the list, or any other value there (`title`).
pub(super) type Emit<'a> = &'a mut dyn FnMut(Option<usize>, Node);

/// What may come next, by RFC 8259.
#[derive(Clone, Copy)]
enum State {
    /// A value.
    Value,
    /// A value, or the end of the list that has just begun.
    ValueOrEnd,
    /// A key.
    Key,
    /// A key, or the end of the object that has just begun.
    KeyOrEnd,
    /// The colon after a key.
    Colon,
    /// A comma, or the end of the list or object.
    Comma,
    /// More of a text, or of a key.
    Text { key: bool },
    /// What follows a backslash.
    Escape { key: bool },
    /// So many more hexadecimal digits of `\uXXXX`.
    Unicode { key: bool, left: u8 },
    /// More of `true`, `false` or `null`.
    Word(&'static str, Type),
    /// More of a number, of which so much has been read.
    Number(Number),
    /// Nothing but white space.
    End,
}

/// Why the text cannot be read.
#[derive(Clone, Copy)]
enum Fault {
    Syntax,
    Unfinished,
    NoObject,
    TooDeep,
}

/// The last part of a number that has been read.
#[derive(Clone, Copy)]
enum Number {
    Minus,
    Zero,
    Integer,
    Point,
    Fraction,
    E,
    Sign,
    Exponent,
}

impl Number {
    /// The part that another byte makes; nothing where it does not belong to the number.
    fn with(self, byte: u8) -> Option<Self> {
        use Number::{E, Exponent, Fraction, Integer, Minus, Point, Sign, Zero};
        Some(match (self, byte) {
            (Minus, b'0') => Zero,
            (Minus | Integer, b'0'..=b'9') => Integer,
            (Zero | Integer, b'.') => Point,
            (Point | Fraction, b'0'..=b'9') => Fraction,
            (Zero | Integer | Fraction, b'e' | b'E') => E,
            (E, b'+' | b'-') => Sign,
            (E | Sign | Exponent, b'0'..=b'9') => Exponent,
            _ => return None,
        })
    }

    fn is_whole(self) -> bool {
        matches!(self, Self::Zero | Self::Integer | Self::Fraction | Self::Exponent)
    }
}

/// Turns bytes, in slices of any length, into [`Node`]s.
pub(super) struct Parser {
    state: State,
    /// The place of the byte just read, and of the beginning of the token it is in.
    here: Position,
    token: Position,
    /// The token so far, escapes resolved.
    bytes: Vec<u8>,
    /// The number that the digits of `\uXXXX` make.
    unit: u32,
    /// The first half of a surrogate pair, and where `bytes` ended with it.
    high: (u32, usize),
    /// How many surrogates of the token have no other half.
    halves: usize,
    /// Texts with bytes that are not UTF-8, or halves of surrogate pairs.
    pub(super) broken: Vec<Position>,
    begun: bool,
    /// Whether it may end as a statement of JavaScript does, with a semicolon.
    script: bool,
    /// Whether `{"timeline": {` is open, whose keys are read as if they stood at the top.
    inside: bool,
    /// The list at the top that is being read, and the number of its next element.
    list: Option<(String, usize)>,
    key: String,
    /// Lists and objects that are not closed yet.
    open: Vec<Node>,
}

impl Parser {
    pub(super) fn new() -> Self {
        let start = Position { line: 1, column: 0 };
        Self {
            state: State::Value,
            here: start,
            token: start,
            bytes: Vec::new(),
            unit: 0,
            high: (0, 0),
            halves: 0,
            broken: Vec::new(),
            begun: false,
            script: false,
            inside: false,
            list: None,
            key: String::new(),
            open: Vec::new(),
        }
    }

    /// Says where the text begins, and whether it is part of a script.
    pub(super) fn start(&mut self, here: Position, script: bool) {
        (self.here, self.script) = (here, script);
    }

    /// Takes in the next bytes; each piece that they complete goes to `emit`.
    pub(super) fn push(&mut self, bytes: &[u8], emit: Emit<'_>) -> Result<(), Problem> {
        for byte in bytes {
            if *byte == b'\n' {
                self.here = Position { line: self.here.line + 1, column: 0 };
            } else if byte & 0xC0 != 0x80 {
                self.here.column += 1;
            }
            if let Err(fault) = self.read(*byte, emit) {
                return Err(self.problem(fault));
            }
        }
        Ok(())
    }

    /// Says that no more bytes come.
    pub(super) fn finish(&mut self, emit: Emit<'_>) -> Result<(), Problem> {
        let done = match self.state {
            State::End => return Ok(()),
            State::Number(_) if !self.begun => self.value(Type::Number, emit),
            _ => Ok(()),
        };
        Err(self.problem(done.err().unwrap_or(Fault::Unfinished)))
    }

    fn problem(&self, fault: Fault) -> Problem {
        let (code, at, message) = match fault {
            Fault::Syntax => (
                Code::Syntax,
                self.here,
                "this is not JSON: look for a missing comma or quotation mark just before",
            ),
            Fault::Unfinished => (
                Code::Syntax,
                self.here,
                "the text ends before the dossier does: a closing } or ] is missing",
            ),
            Fault::NoObject => {
                (Code::Format, self.token, "a dossier is an object: it begins with {")
            }
            Fault::TooDeep => (
                Code::Format,
                self.token,
                "lists and objects stand in one another more than 64 deep",
            ),
        };
        Problem::new(code, "", at, message.to_owned())
    }

    /// Reads a byte.
    fn read(&mut self, byte: u8, emit: Emit<'_>) -> Result<(), Fault> {
        match self.state {
            State::Text { key } => match byte {
                b'"' if key => {
                    self.key = self.text();
                    self.state = State::Colon;
                }
                b'"' => self.value(Type::Text, emit)?,
                b'\\' => self.state = State::Escape { key },
                0..=31 => return Err(Fault::Syntax),
                _ => self.bytes.push(byte),
            },
            State::Escape { key } => {
                self.state = State::Text { key };
                self.bytes.push(match byte {
                    b'"' | b'\\' | b'/' => byte,
                    b'b' => 8,
                    b'f' => 12,
                    b'n' => b'\n',
                    b'r' => b'\r',
                    b't' => b'\t',
                    b'u' => {
                        self.unit = 0;
                        self.state = State::Unicode { key, left: 4 };
                        return Ok(());
                    }
                    _ => return Err(Fault::Syntax),
                });
            }
            State::Unicode { key, left } => {
                let Some(digit) = char::from(byte).to_digit(16) else { return Err(Fault::Syntax) };
                self.unit = self.unit << 4 | digit;
                self.state = State::Unicode { key, left: left - 1 };
                if left == 1 {
                    self.push_unit();
                    self.state = State::Text { key };
                }
            }
            State::Word(rest, holds) => match rest.as_bytes() {
                [next] if *next == byte => self.value(holds, emit)?,
                [next, ..] if *next == byte => {
                    self.state = State::Word(rest.get(1..).unwrap_or_default(), holds);
                }
                _ => return Err(Fault::Syntax),
            },
            State::Number(number) => match number.with(byte) {
                Some(number) => {
                    self.bytes.push(byte);
                    self.state = State::Number(number);
                }
                None if number.is_whole() => {
                    self.value(Type::Number, emit)?;
                    return self.between(byte, emit);
                }
                None => return Err(Fault::Syntax),
            },
            _ => return self.between(byte, emit),
        }
        Ok(())
    }

    /// Reads a byte that does not belong to a text, word or number that was begun.
    fn between(&mut self, byte: u8, emit: Emit<'_>) -> Result<(), Fault> {
        let begins = matches!(self.state, State::Value | State::ValueOrEnd);
        self.state = match byte {
            b' ' | b'\t' | b'\n' | b'\r' => return Ok(()),
            b';' if self.script && matches!(self.state, State::End) => return Ok(()),
            b':' if matches!(self.state, State::Colon) => State::Value,
            b',' if matches!(self.state, State::Comma) => {
                if self.in_list() {
                    State::Value
                } else {
                    State::Key
                }
            }
            b']' if matches!(self.state, State::Comma | State::ValueOrEnd) && self.in_list() => {
                self.end(emit);
                return Ok(());
            }
            b'}' if matches!(self.state, State::Comma | State::KeyOrEnd) && !self.in_list() => {
                self.end(emit);
                return Ok(());
            }
            b'"' if begins => State::Text { key: false },
            b'"' if matches!(self.state, State::Key | State::KeyOrEnd) => State::Text { key: true },
            _ if !begins => return Err(Fault::Syntax),
            b'{' | b'[' => {
                self.token = self.here;
                self.open(if byte == b'{' { Type::Map } else { Type::List })?;
                return Ok(());
            }
            b't' => State::Word("rue", Type::Bool),
            b'f' => State::Word("alse", Type::Bool),
            b'n' => State::Word("ull", Type::Null),
            b'-' => State::Number(Number::Minus),
            b'0' => State::Number(Number::Zero),
            b'1'..=b'9' => State::Number(Number::Integer),
            _ => return Err(Fault::Syntax),
        };
        if !matches!(self.state, State::Value | State::Key) {
            self.token = self.here;
            self.high.1 = 0;
            self.bytes.clear();
            if matches!(self.state, State::Number(_)) {
                self.bytes.push(byte);
            }
        }
        Ok(())
    }

    /// Whether the innermost thing that is open is a list.
    fn in_list(&self) -> bool {
        match self.open.last() {
            Some(node) => node.holds == Type::List,
            None => self.list.is_some(),
        }
    }

    /// Adds the character that `\uXXXX` stands for. Half a surrogate pair is U+FFFD, until the
    /// other half follows.
    fn push_unit(&mut self) {
        let (high, end) = self.high;
        let mut code = self.unit;
        if code & 0xFC00 == 0xDC00 && end > 0 && end == self.bytes.len() {
            self.bytes.truncate(end.saturating_sub('\u{FFFD}'.len_utf8()));
            code = 0x1_0000 + ((high & 0x3FF) << 10 | code & 0x3FF);
            self.halves -= 1;
        }
        self.halves += usize::from(code & 0xF800 == 0xD800 && code < 0x1_0000);
        let letter = char::from_u32(code).unwrap_or('\u{FFFD}');
        self.bytes.extend_from_slice(String::from(letter).as_bytes());
        if code & 0xFC00 == 0xD800 {
            self.high = (code, self.bytes.len());
        }
    }

    /// A value that begins.
    fn node(&mut self, holds: Type) -> Result<Node, Fault> {
        if !self.begun {
            return Err(Fault::NoObject);
        }
        let mut key = take(&mut self.key);
        if self.inside && self.open.is_empty() && self.list.is_none() {
            key.insert_str(0, "timeline.");
        }
        Ok(Node { at: self.token, key, holds, text: String::new(), parts: Vec::new() })
    }

    /// A text, number or word is complete.
    fn value(&mut self, holds: Type, emit: Emit<'_>) -> Result<(), Fault> {
        let mut node = self.node(holds)?;
        if matches!(holds, Type::Text | Type::Number) {
            node.text = self.text();
        }
        self.close(node, emit);
        Ok(())
    }

    /// A list or object begins.
    fn open(&mut self, holds: Type) -> Result<(), Fault> {
        self.state = if holds == Type::Map { State::KeyOrEnd } else { State::ValueOrEnd };
        if !self.begun && holds == Type::Map {
            self.begun = true;
            return Ok(());
        }
        let top = self.open.is_empty() && self.list.is_none() && !self.inside;
        if top && holds == Type::Map && self.key == "timeline" {
            self.inside = true;
            return Ok(());
        }
        let node = self.node(holds)?;
        if self.open.is_empty() && self.list.is_none() && holds == Type::List {
            self.list = Some((node.key, 0));
        } else if self.open.len() >= DEEPEST {
            return Err(Fault::TooDeep);
        } else {
            self.open.push(node);
        }
        Ok(())
    }

    /// The innermost list or object ends.
    fn end(&mut self, emit: Emit<'_>) {
        self.state = State::Comma;
        match self.open.pop() {
            Some(node) => self.close(node, emit),
            None if self.list.take().is_some() => {}
            None if self.inside => self.inside = false,
            None => self.state = State::End,
        }
    }

    /// A value is complete: it goes to the list or object around it, or out.
    fn close(&mut self, mut node: Node, emit: Emit<'_>) {
        self.state = State::Comma;
        if let Some(around) = self.open.last_mut() {
            around.parts.push(node);
            return;
        }
        let mut place = None;
        if let Some((key, count)) = &mut self.list {
            node.key.push_str(key);
            place = Some(*count);
            *count += 1;
        }
        emit(place, node);
    }

    /// The text of the token just read. What is no character becomes U+FFFD, so that it does not
    /// cost its row, and is noted.
    fn text(&mut self) -> String {
        let (text, whole) = text_of(&self.bytes);
        if !whole || self.halves > 0 {
            self.halves = 0;
            self.broken.push(self.token);
        }
        text
    }
}

/// The text that bytes are, U+FFFD in place of those that are not UTF-8, and whether there are none.
#[inline(never)]
pub(super) fn text_of(bytes: &[u8]) -> (String, bool) {
    let (mut text, mut whole) = (String::with_capacity(bytes.len()), true);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push('\u{FFFD}');
            whole = false;
        }
    }
    (text, whole)
}

/// The text that bytes are, if they are UTF-8. `str::from_utf8` is quicker and more code.
#[inline(never)]
pub(super) fn utf8(bytes: &[u8]) -> Option<&str> {
    match bytes.utf8_chunks().next() {
        Some(chunk) if !chunk.invalid().is_empty() => None,
        Some(chunk) => Some(chunk.valid()),
        None => Some(""),
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What is read of a text that arrives in slices of so many bytes: every node, or the error.
    fn read(text: &[u8], slice: usize) -> String {
        let mut found = Vec::new();
        let mut parser = Parser::new();
        let mut emit = |place, node| found.push(format!("{place:?} {node:?}"));
        let done = text.chunks(slice).try_for_each(|bytes| parser.push(bytes, &mut emit));
        match done.and_then(|()| parser.finish(&mut emit)) {
            Ok(()) => found.join("\n"),
            Err(problem) => problem.to_string(),
        }
    }

    /// The text of the first value.
    fn first(value: &str) -> Option<String> {
        let mut texts = Vec::new();
        let mut parser = Parser::new();
        let text = format!("{{\"key\":{value}}}");
        parser.push(text.as_bytes(), &mut |_, node| texts.push(node.text)).ok()?;
        texts.into_iter().next()
    }

    #[test]
    fn texts_and_numbers_are_those_of_the_standard() {
        assert_eq!(first(r#""\"\\\/\b\f\n\r\t""#).unwrap(), "\"\\/\u{8}\u{c}\n\r\t");
        assert_eq!(first(r#""\u00e9\uD83D\uDE00é""#).unwrap(), "é\u{1F600}é");
        assert_eq!(first(r#""\uD83Da\uDE00""#).unwrap(), "\u{FFFD}a\u{FFFD}");
        for number in ["0", "-0", "10", "-0.50", "1e5", "12.5E-07", "0e+0"] {
            assert_eq!(first(number).as_deref(), Some(number));
        }
        for wrong in
            ["01", "1.", ".5", "-", "+1", "1e", "1e+", "tru", "nul", "NaN", "\"\t\"", "[1,]"]
        {
            assert_eq!(first(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn errors_say_where() {
        for (text, message) in [
            ("{\"a\": 1,\n \"b\" 2}", "line 2, column 6: this is not JSON"),
            ("{\"é\":]", "line 1, column 6: this is not JSON"),
            ("{} {}", "line 1, column 4: this is not JSON"),
            ("{\"a\": [1}", "line 1, column 9: this is not JSON"),
            ("{\"a\": [", "line 1, column 7: the text ends"),
            ("", "line 1, column 0: the text ends"),
            (" [1]", "line 1, column 2: a dossier is an object"),
            ("12", "line 1, column 1: a dossier is an object"),
        ] {
            let found = read(text.as_bytes(), 9);
            assert!(found.starts_with(message), "{text}: {found}");
        }
        let bomb = format!("{{\"a\":{}", "[".repeat(100));
        assert!(read(bomb.as_bytes(), 9).contains("more than 64 deep"));
    }

    proptest! {
        #[test]
        fn slices_do_not_matter(
            text in r#"\{("[ab]":(\[(1|"é\\n"|\{\}|,){0,4}\]|-?[01.e]{1,3}|null),?){0,3}\}"#,
            slice in 1_usize..9,
        ) {
            prop_assert_eq!(read(text.as_bytes(), slice), read(text.as_bytes(), 999));
        }
    }
}
