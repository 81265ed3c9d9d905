//! What was found wrong while a dossier was read.

use std::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::collate::letters::cut;
use crate::join::{join, push_number};

/// A place in the text read: line and column, both counted from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in characters (not bytes).
    pub column: u32,
}

/// How much was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The row is kept; something in it was left out or mended.
    Warning,
    /// The row is dropped.
    Error,
    /// Nothing could be read.
    Fatal,
}

impl Severity {
    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
            Self::Fatal => "fatal",
        }
    }
}

/// What kind of problem it is: stable names that programs can rely on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The text is not JSON.
    Syntax,
    /// The text is JSON, but not a dossier.
    Format,
    /// A value has another type than is asked for.
    Type,
    /// Something that must be there is not.
    Missing,
    /// A key that the format does not know.
    UnknownKey,
    /// A word that is not one of those allowed.
    UnknownWord,
    /// A date that is not EDTF, or impossible.
    Date,
    /// A row without an identifier: it gets one, but no link to it will last.
    NoId,
    /// An identifier given twice.
    Duplicate,
    /// A reference that leads nowhere.
    Reference,
    /// A language tag that is none.
    Language,
    /// Segments that do not fit their pieces.
    Segments,
    /// HTML that is never shown: a script, a form, an unknown element.
    Markup,
    /// Bytes or escapes that stand for no character.
    Encoding,
    /// A value that was read as the nearest thing that makes sense.
    Mended,
    /// Something that another format has and this one does not, or the other way round.
    NotCarried,
}

impl Code {
    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Format => "format",
            Self::Type => "type",
            Self::Missing => "missing",
            Self::UnknownKey => "unknown-key",
            Self::UnknownWord => "unknown-word",
            Self::Date => "date",
            Self::NoId => "no-id",
            Self::Duplicate => "duplicate",
            Self::Reference => "reference",
            Self::Language => "language",
            Self::Segments => "segments",
            Self::Markup => "markup",
            Self::Encoding => "encoding",
            Self::Mended => "mended",
            Self::NotCarried => "not-carried",
        }
    }

    /// How much is lost with it.
    pub fn severity(self) -> Severity {
        match self {
            Self::Syntax | Self::Format => Severity::Fatal,
            Self::Missing | Self::Date | Self::Duplicate => Severity::Error,
            _ => Severity::Warning,
        }
    }
}

/// One thing that was wrong: where it stands, what it is, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What kind.
    pub code: Code,
    /// What it cost.
    pub severity: Severity,
    /// Where in the dossier: `events[12].date`; in a spreadsheet `row 12, column C (Year)`.
    pub path: String,
    /// Line in the text, from 1; in a spreadsheet the row.
    pub line: u32,
    /// Column in the text, from 1, in characters; in a spreadsheet the number of the column.
    pub column: u32,
    /// What is wrong and what would be right, as a sentence in English.
    pub message: String,
}

impl Problem {
    /// A problem of the kind's own severity.
    pub fn new(code: Code, path: &str, position: Position, message: String) -> Self {
        Self {
            code,
            severity: code.severity(),
            path: path.to_owned(),
            line: position.line,
            column: position.column,
            message,
        }
    }
}

// As a map: a struct's keys would be kept in a table of their own, at 3 kB.
impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(6))?;
        map.serialize_entry("code", self.code.as_str())?;
        map.serialize_entry("severity", self.severity.as_str())?;
        map.serialize_entry("path", &self.path)?;
        map.serialize_entry("line", &self.line)?;
        map.serialize_entry("column", &self.column)?;
        map.serialize_entry("message", &self.message)?;
        map.end()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What is lost on the way out has no place in a text.
        if self.line > 0 {
            write!(f, "line {}, column {}: ", self.line, self.column)?;
        }
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}

/// How many rows were dropped: what a reader of the page misses. A row with several errors counts
/// once; `problems` are in the order of the text.
///
/// ```
/// use quote_timeline::dossier::{dropped, read};
///
/// let (_, problems) = read(br#"{"events": [{"id": "a"}, {"date": "2024", "title": "B"}]}"#)?;
/// assert_eq!((problems.len(), dropped(&problems)), (3, 1));
/// # Ok::<(), quote_timeline::dossier::Problem>(())
/// ```
pub fn dropped(problems: &[Problem]) -> usize {
    let mut count = 0;
    let mut last = None;
    for problem in problems {
        if problem.severity == Severity::Error {
            // `events[12]` of `events[12].date`, `row 12` of `row 12, column C (Year)`.
            let mut row = cut(&problem.path, b',').0;
            row = cut(row, b']').0;
            count += usize::from(last != Some(row));
            last = Some(row);
        }
    }
    count
}

/// What stands under a key, or at a place of the list under it: `events[12].date`.
pub(super) fn path(above: &str, key: &str, place: Option<usize>) -> String {
    let mut path = join(&[above, if above.is_empty() { "" } else { "." }, key]);
    if let Some(place) = place {
        path.push('[');
        push_number(&mut path, place);
        path.push(']');
    }
    path
}
