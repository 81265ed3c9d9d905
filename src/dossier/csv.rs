//! CSV (RFC 4180) to rows: each cell with its place in the spreadsheet, one row in memory at a time.

use std::mem::take;

use super::json::{Node, Type, text_of};
use super::problem::Position;
use crate::collate::letters::trim;

/// What may come next.
#[derive(Clone, Copy, PartialEq)]
enum State {
    /// A cell begins.
    Start,
    /// More of a cell.
    Plain,
    /// More of a cell in quotation marks.
    Quoted,
    /// What follows a quotation mark in such a cell: another one, or its end.
    Closing,
}

/// Turns bytes, in slices of any length, into rows of cells. Cells are separated by commas,
/// semicolons or tabs, whichever the first row has most of, and rows by CR, LF or both. Blank cells
/// are left out.
pub(super) struct Parser {
    state: State,
    /// The row and the column of the cell that is read, both from 1.
    here: Position,
    separator: u8,
    /// The first row, until its separator is known.
    first: Vec<u8>,
    in_quotes: bool,
    after_return: bool,
    cell: Vec<u8>,
    cells: Vec<Node>,
    /// Where a quotation mark was opened.
    opened: Position,
    /// Cells with bytes that are not UTF-8.
    pub(super) broken: Vec<Position>,
}

/// Takes the cells of a row that has any, and the number of the row.
pub(super) type Emit<'a> = &'a mut dyn FnMut(u32, Vec<Node>);

impl Parser {
    pub(super) fn new() -> Self {
        let start = Position { line: 1, column: 1 };
        Self {
            state: State::Start,
            here: start,
            separator: 0,
            first: Vec::new(),
            in_quotes: false,
            after_return: false,
            cell: Vec::new(),
            cells: Vec::new(),
            opened: start,
            broken: Vec::new(),
        }
    }

    /// Takes in the next bytes; each row that they complete goes to `emit`.
    pub(super) fn push(&mut self, bytes: &[u8], emit: Emit<'_>) {
        for byte in bytes {
            if self.separator > 0 {
                self.read(*byte, emit);
                continue;
            }
            self.first.push(*byte);
            self.in_quotes ^= *byte == b'"';
            if matches!(byte, b'\n' | b'\r') && !self.in_quotes && !is_blank(&self.first) {
                self.begin(emit);
            }
        }
    }

    /// Says that no more bytes come; hands back where a quotation mark was opened and never closed.
    pub(super) fn finish(&mut self, emit: Emit<'_>) -> Option<Position> {
        if self.separator == 0 {
            self.begin(emit);
        }
        let open = self.state == State::Quoted;
        self.end_cell();
        self.end_row(emit);
        open.then_some(self.opened)
    }

    /// The first row is there: finds its separator and reads it. Excel may say the separator in a
    /// row of its own before it, `sep=;`.
    fn begin(&mut self, emit: Emit<'_>) {
        let first = take(&mut self.first);
        if let [b's', b'e', b'p', b'=', separator, b'\n' | b'\r', ..] = first.as_slice() {
            self.separator = *separator;
            self.after_return = first.last() == Some(&b'\r');
            self.here.line += 1;
            return;
        }
        let mut most = 0;
        self.separator = b',';
        for separator in *b",;\t" {
            let (mut count, mut quoted) = (0, false);
            for byte in &first {
                quoted ^= *byte == b'"';
                count += usize::from(!quoted && *byte == separator);
            }
            if count > most {
                (most, self.separator) = (count, separator);
            }
        }
        for byte in first {
            self.read(byte, emit);
        }
    }

    fn read(&mut self, byte: u8, emit: Emit<'_>) {
        let after_return = take(&mut self.after_return);
        match (self.state, byte) {
            (State::Quoted, b'"') => self.state = State::Closing,
            (State::Quoted, _) => self.cell.push(byte),
            (State::Closing, b'"') => {
                self.cell.push(byte);
                self.state = State::Quoted;
            }
            (State::Start, b'"') => {
                self.opened = self.here;
                self.state = State::Quoted;
            }
            (State::Start, b'\n') if after_return => {}
            (_, b'\n' | b'\r') => {
                self.after_return = byte == b'\r';
                self.end_cell();
                self.end_row(emit);
            }
            _ if byte == self.separator => self.end_cell(),
            _ => {
                self.cell.push(byte);
                self.state = State::Plain;
            }
        }
    }

    fn end_cell(&mut self) {
        let (text, whole) = text_of(&self.cell);
        if !whole {
            self.broken.push(self.here);
        }
        let mut text = trim(&text);
        // Written before what spreadsheet programs would run as a formula.
        if let [b'\'', b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r', ..] = text.as_bytes() {
            text = text.get(1..).unwrap_or_default();
        }
        if !text.is_empty() {
            self.cells.push(Node {
                at: self.here,
                key: String::new(),
                holds: Type::Text,
                text: text.to_owned(),
                parts: Vec::new(),
            });
        }
        self.cell.clear();
        self.state = State::Start;
        self.here.column += 1;
    }

    fn end_row(&mut self, emit: Emit<'_>) {
        let cells = take(&mut self.cells);
        if !cells.is_empty() {
            emit(self.here.line, cells);
        }
        self.here = Position { line: self.here.line + 1, column: 1 };
    }
}

fn is_blank(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b';'))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The rows, each cell as `column=text`.
    fn read(text: &[u8], slice: usize) -> Vec<String> {
        let mut rows = Vec::new();
        let mut emit = |line: u32, cells: Vec<Node>| {
            let cells = cells.iter().map(|cell| format!("{}={}", cell.at.column, cell.text));
            rows.push(format!("{line}: {}", cells.collect::<Vec<_>>().join("|")));
        };
        let mut parser = Parser::new();
        for bytes in text.chunks(slice) {
            parser.push(bytes, &mut emit);
        }
        parser.finish(&mut emit);
        rows
    }

    #[test]
    fn rows_are_read_whatever_separates_them() {
        let expected = ["1: 1=a|2=b", "2: 2=c d", "4: 1=e|3=f"];
        for text in ["a,b\n,c d\n\ne,,f", "a;b\r\n;c d\r\n\r\ne;;f\r\n", "a\tb\r\tc d\r\re\t\tf\r"]
        {
            assert_eq!(read(text.as_bytes(), 99), expected, "{text:?}");
        }
        assert_eq!(read(b"sep=;\r\na;b,c", 99), ["2: 1=a|2=b,c"]);
    }

    #[test]
    fn quotation_marks_keep_separators_and_line_breaks() {
        let text = b"a,b\n\"x, \"\"y\"\"\nz\",5\" disk\n\"q\" r,\"\"\n";
        assert_eq!(read(text, 99), ["1: 1=a|2=b", "2: 1=x, \"y\"\nz|2=5\" disk", "3: 1=q r"]);
        let mut parser = Parser::new();
        parser.push(b"a,b\n1,\"open\n2,3", &mut |_, _| {});
        let open = parser.finish(&mut |_, _| {});
        assert_eq!(open, Some(Position { line: 2, column: 2 }));
    }

    proptest! {
        #[test]
        fn slices_do_not_matter(text in "[ab,;\t\"\r\n ]{0,40}", slice in 1_usize..9) {
            prop_assert_eq!(read(text.as_bytes(), slice), read(text.as_bytes(), 999));
        }
    }
}
