//! `verify`: is every quotation, word for word, in the article that it names?

use std::path::Path;

use quote_timeline::dossier::read;
use quote_timeline::dossier::verify::{Verdict, verify as look_up};

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
    let runs = look_up(&dossier, &|article| {
        std::fs::read_to_string(directory.join(article.file.as_deref()?)).ok()
    });
    let (found, missing): (Vec<_>, Vec<_>) =
        runs.iter().partition(|run| run.verdict == Verdict::Exact);
    for run in &missing {
        let (path, verdict) = (&run.path, run.verdict.as_str());
        say(&format!("{path}: {verdict} in “{}”: “{}”", run.article, run.words));
    }
    say(&format!("{} runs of words found in {} articles.", found.len(), dossier.articles.len()));
    match missing.len() + problems.len() {
        0 => Ok(()),
        count => Err(Failure::NotVerified(count)),
    }
}
