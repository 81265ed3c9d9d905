//! What passes between the two engines of a page: texts.
//!
//! The first engine shows dossiers, and reads and writes the project's own JSON alone. The second,
//! `formats`, turns what others write into that JSON, and that JSON into what others read. Its
//! answers are JSON too.

use super::json_text::JsonText;
use super::sink::Sink;
use super::{Format, own, write};
use crate::dossier::{Problem, dropped, read, read_own};

/// A dossier in any form, as `{"dossier", "dropped", "problems"}`: its text in the project's own
/// JSON, how many rows were dropped, and what was wrong. Where nothing could be read, there are only
/// `problems`, with the one that says why.
///
/// ```
/// use quote_timeline::export::exchange::read_foreign;
///
/// let answer = read_foreign("Year,Headline\n1999,One\n");
/// assert!(answer.starts_with("{\n  \"dossier\": \"{\\n  \\\"events"), "{answer}");
/// assert!(read_foreign("").starts_with("{\n  \"problems\": ["));
/// ```
pub fn read_foreign(text: &str) -> String {
    let mut answer = JsonText::default();
    answer.open("", '}');
    match read(text.as_bytes()) {
        Ok((dossier, found)) => {
            answer.text("dossier", &own(&dossier));
            answer.number("dropped", number(dropped(&found)));
            list(&mut answer, "problems", &found);
        }
        Err(problem) => list(&mut answer, "problems", &[problem]),
    }
    answer.close();
    answer.finish()
}

/// A dossier in the project's own JSON written in a format, as `{"text", "lost"}`: the text, and what
/// the format cannot carry. Nothing is in it where the text is no dossier or there is no such format.
///
/// ```
/// use quote_timeline::export::exchange::write_foreign;
///
/// let answer = write_foreign(r#"{"events": [{"id": "a", "date": "1999", "title": "A"}]}"#, "csv");
/// assert!(answer.starts_with("{\n  \"text\": \"Year,Month,Day,Time,"), "{answer}");
/// ```
pub fn write_foreign(dossier: &str, format: &str) -> String {
    let mut answer = JsonText::default();
    answer.open("", '}');
    if let (Ok(Some((dossier, _))), Some(format)) =
        (read_own(dossier.as_bytes()), Format::named(format))
    {
        let export = write(&dossier, format);
        answer.text("text", &export.text);
        list(&mut answer, "lost", &export.lost);
    }
    answer.close();
    answer.finish()
}

/// The problems as a list in JSON.
///
/// ```
/// use quote_timeline::dossier::read;
/// use quote_timeline::export::exchange::problems;
///
/// let (_, found) = read(br#"{"events": [{"id": "a", "title": "A"}]}"#)?;
/// assert!(problems(&found).contains("\"path\": \"events[0]\""));
/// assert_eq!(problems(&[]), "[]\n");
/// # Ok::<(), quote_timeline::dossier::Problem>(())
/// ```
pub fn problems(found: &[Problem]) -> String {
    let mut text = JsonText::default();
    list(&mut text, "", found);
    text.finish()
}

fn list(to: &mut JsonText, key: &str, problems: &[Problem]) {
    to.open(key, ']');
    for problem in problems {
        to.open("", '}');
        fields(to, problem);
        to.close();
    }
    to.close();
}

/// One problem as an object in JSON.
pub fn problem(problem: &Problem) -> String {
    let mut text = JsonText::default();
    text.open("", '}');
    fields(&mut text, problem);
    text.close();
    text.finish()
}

fn fields(to: &mut JsonText, problem: &Problem) {
    let Problem { code, severity, path, line, column, message } = problem;
    to.text("code", code.as_str());
    to.text("severity", severity.as_str());
    to.text("path", path);
    to.number("line", i64::from(*line));
    to.number("column", i64::from(*column));
    to.text("message", message);
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
