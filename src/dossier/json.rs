//! JSON text to rows: each value with the place where it stands, one row in memory at a time.

use actson::feeder::JsonFeeder;
use actson::options::JsonParserOptionsBuilder;
use actson::{JsonEvent, JsonParser};

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

/// Bytes waiting to be parsed, and the place of the token that is being read.
#[derive(Default)]
struct Feeder {
    bytes: Vec<u8>,
    next: usize,
    done: bool,
    here: Position,
    token: Option<Position>,
}

impl JsonFeeder for Feeder {
    fn has_input(&self) -> bool {
        self.next < self.bytes.len()
    }

    fn is_done(&self) -> bool {
        self.done && !self.has_input()
    }

    fn next_input(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.next)?;
        self.next += 1;
        if byte == b'\n' {
            self.here = Position { line: self.here.line + 1, column: 0 };
        } else if byte & 0xC0 != 0x80 {
            self.here.column += 1;
            if self.token.is_none() && !matches!(byte, b' ' | b'\t' | b'\r' | b',' | b':') {
                self.token = Some(self.here);
            }
        }
        Some(byte)
    }
}

/// Turns bytes, in slices of any length, into [`Node`]s.
pub(super) struct Parser {
    tokens: JsonParser<Feeder>,
    begun: bool,
    /// The list at the top that is being read, and the number of its next element.
    list: Option<(String, usize)>,
    key: String,
    /// Lists and objects that are not closed yet.
    open: Vec<Node>,
}

impl Parser {
    pub(super) fn new() -> Self {
        let feeder = Feeder { here: Position { line: 1, column: 0 }, ..Feeder::default() };
        let options = JsonParserOptionsBuilder::default().with_max_depth(2 * DEEPEST).build();
        Self {
            tokens: JsonParser::new_with_options(feeder, options),
            begun: false,
            list: None,
            key: String::new(),
            open: Vec::new(),
        }
    }

    /// Takes in the next bytes; each piece that they complete goes to `emit`.
    pub(super) fn push(&mut self, bytes: &[u8], emit: Emit<'_>) -> Result<(), Problem> {
        let feeder = &mut self.tokens.feeder;
        // What was taken in before has been parsed to its end.
        feeder.bytes.clear();
        feeder.bytes.extend_from_slice(bytes);
        feeder.next = 0;
        self.run(emit)
    }

    /// Says that no more bytes come.
    pub(super) fn finish(&mut self, emit: Emit<'_>) -> Result<(), Problem> {
        self.tokens.feeder.done = true;
        self.run(emit)
    }

    fn run(&mut self, emit: Emit<'_>) -> Result<(), Problem> {
        loop {
            let event = match self.tokens.next_event() {
                Ok(None | Some(JsonEvent::NeedMoreInput)) => return Ok(()),
                Ok(Some(event)) => event,
                Err(_) => return Err(self.syntax_error()),
            };
            let at = self.tokens.feeder.token.take().unwrap_or(self.tokens.feeder.here);
            self.take(event, at, emit)?;
        }
    }

    fn take(&mut self, event: JsonEvent, at: Position, emit: Emit<'_>) -> Result<(), Problem> {
        if !self.begun {
            self.begun = true;
            return match event {
                JsonEvent::StartObject => Ok(()),
                _ => Err(Problem::new(
                    Code::Format,
                    "",
                    at,
                    "a dossier is an object: it begins with {".into(),
                )),
            };
        }
        let holds = match event {
            JsonEvent::NeedMoreInput => return Ok(()),
            JsonEvent::FieldName => {
                self.key = self.text();
                return Ok(());
            }
            JsonEvent::StartArray if self.open.is_empty() && self.list.is_none() => {
                self.list = Some((std::mem::take(&mut self.key), 0));
                return Ok(());
            }
            JsonEvent::EndArray | JsonEvent::EndObject => {
                match self.open.pop() {
                    Some(node) => self.close(node, emit),
                    None => self.list = None,
                }
                return Ok(());
            }
            JsonEvent::StartArray => Type::List,
            JsonEvent::StartObject => Type::Map,
            JsonEvent::ValueString => Type::Text,
            JsonEvent::ValueInt | JsonEvent::ValueFloat => Type::Number,
            JsonEvent::ValueTrue | JsonEvent::ValueFalse => Type::Bool,
            JsonEvent::ValueNull => Type::Null,
        };
        let mut node = Node {
            at,
            key: std::mem::take(&mut self.key),
            holds,
            text: String::new(),
            parts: Vec::new(),
        };
        if matches!(holds, Type::List | Type::Map) {
            if self.open.len() >= DEEPEST {
                let message = "lists and objects stand in one another more than 64 deep";
                return Err(Problem::new(Code::Format, "", at, message.into()));
            }
            self.open.push(node);
        } else {
            if matches!(holds, Type::Text | Type::Number) {
                node.text = self.text();
            }
            self.close(node, emit);
        }
        Ok(())
    }

    /// A value is complete: it goes to the list or object around it, or out.
    fn close(&mut self, mut node: Node, emit: Emit<'_>) {
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

    /// The text of the token just read. Bytes that are not UTF-8 become U+FFFD, so that one bad
    /// character does not lose its row.
    fn text(&self) -> String {
        self.tokens.current_str().map_or_else(|_| "\u{FFFD}".to_owned(), str::to_owned)
    }

    fn syntax_error(&self) -> Problem {
        let feeder = &self.tokens.feeder;
        let message = if feeder.is_done() {
            "the text ends before the dossier does: a closing } or ] is missing"
        } else {
            "this is not JSON: look for a missing comma or quotation mark just before"
        };
        Problem::new(Code::Syntax, "", feeder.here, message.into())
    }
}
