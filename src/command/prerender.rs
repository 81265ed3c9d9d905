//! `prerender`: a dossier as plain HTML.

use std::path::Path;

use quote_timeline::dossier::{Language, Severity};
use quote_timeline::prerender::{Options, html};

use crate::Outcome;
use crate::arguments::{Interface, Prerender};
use crate::failure::Failure;
use crate::files::{contents, dossier, is_same, name_of_input, write};
use crate::report::{complain, count, line};

pub(crate) fn prerender(task: &Prerender) -> Result<Outcome, Failure> {
    let output = task.output.as_deref().unwrap_or(Path::new("-"));
    if is_same(&task.dossier, output) {
        return Err(Failure::SameFile(output.to_owned()));
    }
    let bytes = contents(&task.dossier)?;
    let (dossier, problems) = dossier(&task.dossier, &bytes)?;
    for problem in &problems {
        complain(&line(&name_of_input(&task.dossier), problem));
    }
    let options = Options {
        language: match task.lang {
            Interface::Fr => Language::FRENCH,
            Interface::En => Language::ENGLISH,
        },
        heading_level: task.heading_level,
        element: task.element,
        src: task.src.as_deref(),
        script: task.script.as_deref(),
    };
    write(output, &html(&dossier, &options))?;
    let dropped = count(&problems, Severity::Error) > 0;
    Ok(if dropped { Outcome::Wrong } else { Outcome::Well })
}
