//! What a file is, by its first bytes: names and types that servers give are often wrong.

use super::problem::{Code, Position, Problem};

/// No name before `=` in a script is longer, in bytes.
const LONGEST_NAME: usize = 100;

/// Before the first character.
const BEGINNING: Position = Position { line: 1, column: 0 };

/// What a file is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Format {
    Json,
    /// JSON in a script, which may end with a semicolon.
    Script,
    Csv,
}

/// The format, how many bytes come before the text, and where it begins; nothing while that cannot
/// be told from the bytes so far, unless they are `all`.
///
/// An object is JSON, also as the value of a variable (`storyjs_jsonp_data = {...}`, which old
/// timelines are); a web page or a binary file is refused; everything else is read as a table, whose
/// first row decides.
pub(super) fn format(
    bytes: &[u8],
    all: bool,
) -> Result<Option<(Format, usize, Position)>, Problem> {
    let start = match bytes {
        [0xEF, 0xBB, 0xBF, ..] => 3,
        [] | [_] | [0xEF, 0xBB] if !all => return Ok(None),
        _ => 0,
    };
    let refused = match bytes {
        [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] | [0, _, ..] | [_, 0, ..] => {
            "this file is in UTF-16: save it as UTF-8"
        }
        [b'P', b'K', 3, ..] => "this is a workbook or an archive: save its sheet as CSV (UTF-8)",
        [b'%', b'P', b'D', b'F', ..] => "this is a PDF: JSON or CSV is asked for",
        _ => "",
    };
    if !refused.is_empty() {
        return Err(problem(refused));
    }
    let text = bytes.get(start..).unwrap_or_default();
    let mut here = BEGINNING;
    let (mut named, mut assigned) = (false, false);
    for (offset, byte) in text.iter().enumerate() {
        match byte {
            b'{' if assigned => {
                return Ok(Some((Format::Script, start + offset, here)));
            }
            b'{' | b'[' if !named => return Ok(Some((Format::Json, start, BEGINNING))),
            b'<' if !named => {
                return Err(problem(
                    "this is a web page, not data: the address leads to something else",
                ));
            }
            b' ' | b'\t' | b'\r' | b'\n' if !named || assigned => {}
            b' ' => {}
            b'=' if named && !assigned => assigned = true,
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'$' | b'.'
                if !assigned && offset < LONGEST_NAME =>
            {
                named = true;
            }
            _ => return Ok(Some((Format::Csv, start, BEGINNING))),
        }
        here.column += 1;
        if *byte == b'\n' {
            here = Position { line: here.line + 1, column: 0 };
        }
    }
    if !all {
        return Ok(None);
    }
    if !named {
        return Err(problem("there is nothing in it: JSON or CSV is asked for"));
    }
    Ok(Some((Format::Csv, start, BEGINNING)))
}

/// A byte order mark.
const MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

/// The text, without a byte order mark, where it can be nothing but JSON.
pub(super) fn json(bytes: &[u8]) -> Option<&[u8]> {
    let text = bytes.strip_prefix(MARK).unwrap_or(bytes);
    matches!(text.trim_ascii_start(), [b'{' | b'[', ..]).then_some(text)
}

/// Whether more bytes could make JSON of what is none so far.
pub(super) fn is_open(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(MARK).unwrap_or(bytes);
    MARK.starts_with(bytes) || text.trim_ascii_start().is_empty()
}

fn problem(message: &str) -> Problem {
    Problem::new(Code::Format, "", Position { line: 1, column: 1 }, message.to_owned())
}
