//! `verify`: is every quotation, word for word, in the article that it names?

use std::path::Path;

use quote_timeline::dossier::read;
use quote_timeline::dossier::verify::{Missing, Reason, verify as look_up};

use crate::failure::Failure;
use crate::package::read as contents;
use crate::root;
use crate::run::say;

/// Checks every quotation of the embedded dossier against the articles' texts in `directory`.
pub(crate) fn verify(directory: &Path) -> Result<(), Failure> {
    if !directory.is_dir() {
        return Err(Failure::NoArticles(directory.to_owned()));
    }
    let bytes = contents(&root().join("data").join("affair.json"))?;
    let (dossier, problems) =
        read(&bytes).map_err(|problem| Failure::Dossier(problem.to_string()))?;
    for problem in &problems {
        say(&format!("data/affair.json, {problem}"));
    }
    let done = look_up(&dossier, &|article| {
        std::fs::read_to_string(directory.join(article.file.as_deref()?)).ok()
    });
    for missing in &done.missing {
        say(&sentence(missing));
    }
    say(&format!("{} runs of words found in {} articles.", done.found, dossier.articles.len()));
    match done.missing.len() + problems.len() {
        0 => Ok(()),
        count => Err(Failure::NotVerified(count)),
    }
}

fn sentence(missing: &Missing) -> String {
    let Missing { path, words, article, reason } = missing;
    match reason {
        Reason::NoText => {
            format!("{path}: the text of “{article}” is not in the folder: “{words}”")
        }
        Reason::NotInText => format!("{path}: “{article}” does not have “{words}”"),
        Reason::OutOfOrder => {
            format!("{path}: “{article}” has “{words}”, but not after the words before it")
        }
    }
}
