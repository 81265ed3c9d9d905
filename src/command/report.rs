//! Lines on the screen.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use quote_timeline::dossier::{Dossier, Problem, Severity};
use serde::Serialize;

use crate::failure::Failure;

/// A line to the standard output.
pub(crate) fn say(line: &str) {
    // Where nobody reads any more (`… | head`) there is nobody to tell.
    let _ = writeln!(io::stdout().lock(), "{line}");
}

/// A line to the standard error.
pub(crate) fn complain(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", visible(line));
}

/// A value as JSON to the standard output.
pub(crate) fn say_json(value: &impl Serialize) -> Result<(), Failure> {
    say(&serde_json::to_string_pretty(value).map_err(Failure::Report)?);
    Ok(())
}

/// A problem as compilers print theirs: `FILE:line:column: severity[code] path: message`.
pub(crate) fn line(file: &str, problem: &Problem) -> String {
    let mut line = file.to_owned();
    // What is lost on the way out has no place in a text.
    if problem.line > 0 {
        let _ = write!(line, ":{}:{}", problem.line, problem.column);
    }
    let _ = write!(line, ": {}[{}]", problem.severity.as_str(), problem.code.as_str());
    if !problem.path.is_empty() {
        let _ = write!(line, " {}", problem.path);
    }
    let _ = write!(line, ": {}", problem.message);
    visible(&line)
}

/// A text in which nothing can break the line, colour the terminal or turn the direction.
pub(crate) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        let hidden = letter.is_control()
            || matches!(letter, '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        if hidden {
            shown.extend(letter.escape_unicode());
        } else {
            shown.push(letter);
        }
    }
    shown
}

/// How many rows of each kind a dossier has.
pub(crate) fn rows(dossier: &Dossier) -> [(&'static str, usize); 6] {
    [
        ("articles", dossier.articles.len()),
        ("entities", dossier.entities.len()),
        ("events", dossier.events.len()),
        ("eras", dossier.eras.len()),
        ("quotes", dossier.quotes.len()),
        ("figures", dossier.figures.len()),
    ]
}

/// How many problems there are of a severity.
pub(crate) fn count(problems: &[Problem], severity: Severity) -> usize {
    problems.iter().filter(|problem| problem.severity == severity).count()
}

/// A number and what is counted.
pub(crate) fn counted(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}
