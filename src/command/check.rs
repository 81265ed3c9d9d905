//! `check`: everything that is wrong with dossiers.

use std::path::Path;

use quote_timeline::dossier::{Dossier, Problem, Severity, dropped, read};
use serde::Serialize;

use crate::Outcome;
use crate::arguments::{Check, Style};
use crate::failure::Failure;
use crate::files::{contents, name_of_input};
use crate::report::{complain, count, counted, line, rows, say, say_json, visible};

/// What was found in one file.
#[derive(Serialize)]
struct Found {
    file: String,
    rows_read: usize,
    rows_dropped: usize,
    problems: Vec<Problem>,
    #[serde(skip)]
    dossier: Option<Dossier>,
    #[serde(skip)]
    outcome: Outcome,
}

pub(crate) fn check(task: &Check) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Well;
    let mut all = Vec::new();
    for path in &task.files {
        match contents(path) {
            Ok(bytes) => {
                let found = look(path, &bytes, task.strict);
                outcome = outcome.max(found.outcome);
                if task.format == Style::Text {
                    say_text(&found);
                } else {
                    all.push(found);
                }
            }
            Err(failure) => {
                complain(&failure.to_string());
                outcome = Outcome::Unreadable;
            }
        }
    }
    if task.format == Style::Json {
        say_json(&all)?;
    }
    Ok(outcome)
}

fn look(path: &Path, bytes: &[u8], strict: bool) -> Found {
    let (dossier, problems) = match read(bytes) {
        Ok((dossier, problems)) => (Some(dossier), problems),
        Err(problem) => (None, vec![problem]),
    };
    let outcome = if dossier.is_none() {
        Outcome::Unreadable
    } else if count(&problems, Severity::Error) > 0 || strict && !problems.is_empty() {
        Outcome::Wrong
    } else {
        Outcome::Well
    };
    let kept: usize = dossier.iter().flat_map(rows).map(|(_, count)| count).sum();
    let rows_dropped = dropped(&problems);
    let rows_read = kept + rows_dropped;
    Found { file: name_of_input(path), rows_read, rows_dropped, problems, dossier, outcome }
}

fn say_text(found: &Found) {
    for problem in &found.problems {
        say(&line(&found.file, problem));
    }
    let file = visible(&found.file);
    let Some(dossier) = &found.dossier else {
        say(&format!("{file}: nothing could be read"));
        return;
    };
    let errors = counted(count(&found.problems, Severity::Error), "error", "errors");
    let warnings = counted(count(&found.problems, Severity::Warning), "warning", "warnings");
    let kinds: Vec<String> = rows(dossier)
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| format!("{kind} {count}"))
        .collect();
    let kinds = if kinds.is_empty() { "none kept".to_owned() } else { kinds.join(", ") };
    let read = counted(found.rows_read, "row", "rows");
    say(&format!(
        "{file}: {read} read ({kinds}), {} dropped; {errors}, {warnings}",
        found.rows_dropped
    ));
}
