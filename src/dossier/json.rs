//! JSON text to rows: each value with the place where it stands, one row in memory at a time.

use actson::feeder::JsonFeeder;
use actson::options::JsonParserOptionsBuilder;
use actson::{JsonEvent, JsonParser};

use super::problem::{Code, Position, Problem};

/// Deeper than any dossier needs; a bomb of brackets ends here and not in the stack.
const DEEPEST: usize = 64;

/// A JSON value and where it begins.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) at: Position,
    pub(super) value: Value,
}

/// What a node holds. Numbers stay text: no field of the format computes with one, and reading
/// floating point would cost 16 kB.
#[derive(Debug)]
pub(super) enum Value {
    Null,
    Bool,
    Number(String),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl Value {
    /// What it is called in a message.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Map(_) => "an object",
        }
    }
}

/// A piece of the file, as large as can be handled alone.
#[derive(Debug)]
pub(super) enum Item {
    /// An element of a list at the top: `events[12]`.
    Row { key: String, number: usize, node: Node },
    /// Any other value at the top: `title`.
    Value { key: String, node: Node },
}

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

/// A list or an object that is not closed yet, and the key it will stand under.
struct Open {
    key: String,
    node: Node,
}

/// Turns bytes, in slices of any length, into [`Item`]s.
pub(super) struct Parser {
    parser: JsonParser<Feeder>,
    begun: bool,
    /// The list at the top that is being read, and the number of its next element.
    list: Option<(String, usize)>,
    key: String,
    open: Vec<Open>,
}

impl Parser {
    pub(super) fn new() -> Self {
        let feeder = Feeder { here: Position { line: 1, column: 0 }, ..Feeder::default() };
        let options = JsonParserOptionsBuilder::default().with_max_depth(2 * DEEPEST).build();
        Self {
            parser: JsonParser::new_with_options(feeder, options),
            begun: false,
            list: None,
            key: String::new(),
            open: Vec::new(),
        }
    }

    /// Takes in the next bytes; each item that they complete goes to `emit`.
    pub(super) fn push(&mut self, bytes: &[u8], emit: &mut dyn FnMut(Item)) -> Result<(), Problem> {
        let feeder = &mut self.parser.feeder;
        // What was taken in before has been parsed to its end.
        feeder.bytes.clear();
        feeder.bytes.extend_from_slice(bytes);
        feeder.next = 0;
        self.run(emit)
    }

    /// Says that no more bytes come.
    pub(super) fn finish(&mut self, emit: &mut dyn FnMut(Item)) -> Result<(), Problem> {
        self.parser.feeder.done = true;
        self.run(emit)
    }

    fn run(&mut self, emit: &mut dyn FnMut(Item)) -> Result<(), Problem> {
        loop {
            let event = match self.parser.next_event() {
                Ok(None | Some(JsonEvent::NeedMoreInput)) => return Ok(()),
                Ok(Some(event)) => event,
                Err(_) => return Err(self.syntax_error()),
            };
            let at = self.parser.feeder.token.take().unwrap_or(self.parser.feeder.here);
            self.take(event, at, emit)?;
        }
    }

    fn take(
        &mut self,
        event: JsonEvent,
        at: Position,
        emit: &mut dyn FnMut(Item),
    ) -> Result<(), Problem> {
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
        let value = match event {
            JsonEvent::NeedMoreInput => return Ok(()),
            JsonEvent::FieldName => {
                self.key = self.text();
                return Ok(());
            }
            JsonEvent::StartArray if self.open.is_empty() && self.list.is_none() => {
                self.list = Some((std::mem::take(&mut self.key), 0));
                return Ok(());
            }
            JsonEvent::StartArray => return self.open(Value::List(Vec::new()), at),
            JsonEvent::StartObject => return self.open(Value::Map(Vec::new()), at),
            JsonEvent::EndArray | JsonEvent::EndObject => {
                match self.open.pop() {
                    Some(Open { key, node }) => self.close(key, node, emit),
                    None => self.list = None,
                }
                return Ok(());
            }
            JsonEvent::ValueString => Value::Text(self.text()),
            JsonEvent::ValueInt | JsonEvent::ValueFloat => Value::Number(self.text()),
            JsonEvent::ValueTrue | JsonEvent::ValueFalse => Value::Bool,
            JsonEvent::ValueNull => Value::Null,
        };
        let key = std::mem::take(&mut self.key);
        self.close(key, Node { at, value }, emit);
        Ok(())
    }

    fn open(&mut self, value: Value, at: Position) -> Result<(), Problem> {
        if self.open.len() >= DEEPEST {
            return Err(Problem::new(
                Code::Format,
                "",
                at,
                format!("lists and objects stand in one another more than {DEEPEST} deep"),
            ));
        }
        self.open.push(Open { key: std::mem::take(&mut self.key), node: Node { at, value } });
        Ok(())
    }

    /// A value is complete: it goes to the list or object around it, or out.
    fn close(&mut self, key: String, node: Node, emit: &mut dyn FnMut(Item)) {
        match self.open.last_mut().map(|open| &mut open.node.value) {
            Some(Value::List(list)) => list.push(node),
            Some(Value::Map(map)) => map.push((key, node)),
            _ => match &mut self.list {
                Some((key, count)) => {
                    let number = *count;
                    *count += 1;
                    emit(Item::Row { key: key.clone(), number, node });
                }
                None => emit(Item::Value { key, node }),
            },
        }
    }

    /// The text of the token just read. Bytes that are not UTF-8 become U+FFFD, so that one bad
    /// character does not lose its row.
    fn text(&self) -> String {
        self.parser.current_str().map_or_else(|_| "\u{FFFD}".to_owned(), str::to_owned)
    }

    fn syntax_error(&self) -> Problem {
        let feeder = &self.parser.feeder;
        let message = if feeder.is_done() {
            "the text ends before the dossier does: a closing } or ] is missing"
        } else {
            "this is not JSON: look for a missing comma or quotation mark just before"
        };
        Problem::new(Code::Syntax, "", feeder.here, message.into())
    }
}
