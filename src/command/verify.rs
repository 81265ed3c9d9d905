//! `verify`: every printed word, looked up in its article.

use std::path::Path;

use quote_timeline::dossier::verify::{Run, Verdict, verify as look_up};
use quote_timeline::dossier::{Article, Dossier, Severity};
use serde_json::{Value, json};

use crate::Outcome;
use crate::arguments::{Style, Verify};
use crate::failure::Failure;
use crate::files::{contents, dossier, name_of_input, text_inside};
use crate::report::{complain, count, counted, line, say, say_json, visible};

pub(crate) fn verify(task: &Verify) -> Result<Outcome, Failure> {
    if !task.articles.is_dir() {
        return Err(Failure::NoFolder(task.articles.clone()));
    }
    let bytes = contents(&task.dossier)?;
    let (dossier, problems) = dossier(&task.dossier, &bytes)?;
    for problem in &problems {
        complain(&line(&name_of_input(&task.dossier), problem));
    }
    let runs = look_up(&dossier, &|article| text_inside(&task.articles, &file(article)));
    match task.format {
        Style::Text => say_text(&task.articles, &dossier, &runs),
        Style::Json => say_json(&runs.iter().map(as_json).collect::<Vec<_>>())?,
    }
    let holds = |run: &Run| match run.verdict {
        Verdict::Exact => true,
        Verdict::Typography { .. } => !task.strict,
        _ => false,
    };
    // What was dropped from the dossier could not be looked up.
    let well = runs.iter().all(holds) && count(&problems, Severity::Error) == 0;
    Ok(if well { Outcome::Well } else { Outcome::Wrong })
}

/// The name of the file that holds an article's text.
fn file(article: &Article) -> String {
    match &article.file {
        Some(file) => file.to_string(),
        None => format!("{}.txt", article.id.as_str()),
    }
}

fn say_text(folder: &Path, dossier: &Dossier, runs: &[Run]) {
    for run in runs.iter().filter(|run| run.verdict != Verdict::Exact) {
        let article = dossier.articles.iter().find(|article| article.id.as_str() == run.article);
        let place = article.map_or_else(
            || "no article is named".to_owned(),
            |article| folder.join(file(article)).display().to_string(),
        );
        let line = run.line.map_or_else(String::new, |line| format!(":{line}"));
        let verdict = run.verdict.as_str();
        say(&visible(&format!("{place}{line}: {verdict}: {}{}", run.path, reason(run))));
        say(&visible(&format!("    dossier: {}", run.words)));
        match &run.verdict {
            Verdict::Typography { printed, .. } => {
                say(&visible(&format!("    article: {printed}")));
            }
            Verdict::Different { printed, differences } => {
                say(&visible(&format!("    article: {printed}")));
                for each in differences {
                    let (dossier, article) = (quoted(&each.dossier), quoted(&each.article));
                    say(&visible(&format!(
                        "    {dossier} in the dossier, {article} in the article"
                    )));
                }
            }
            _ => {}
        }
    }
    let counts: Vec<String> =
        ["exact", "typography", "different", "absent", "out-of-order", "no-text"]
            .into_iter()
            .map(|name| (name, runs.iter().filter(|run| run.verdict.as_str() == name).count()))
            // The four of the manual are always said.
            .filter(|(name, count)| *count > 0 || !name.contains('-'))
            .map(|(name, count)| format!("{name} {count}"))
            .collect();
    let runs = counted(runs.len(), "run", "runs");
    let articles = counted(dossier.articles.len(), "article", "articles");
    say(&format!("{runs} of words looked up in {articles}: {}", counts.join(", ")));
}

fn reason(run: &Run) -> String {
    match &run.verdict {
        Verdict::Typography { kinds, .. } => {
            let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
            format!(" ({})", names.join(", "))
        }
        Verdict::OutOfOrder => " (it stands before the words that come before it)".to_owned(),
        Verdict::NoText => " (there is no text of the article)".to_owned(),
        Verdict::Exact | Verdict::Different { .. } | Verdict::Absent => String::new(),
    }
}

fn quoted(words: &str) -> String {
    if words.is_empty() { "nothing".to_owned() } else { format!("“{words}”") }
}

fn as_json(run: &Run) -> Value {
    let mut value = json!({
        "path": run.path,
        "article": run.article,
        "verdict": run.verdict.as_str(),
        "line": run.line,
        "words": run.words,
    });
    let more = match &run.verdict {
        Verdict::Typography { printed, kinds } => {
            let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
            json!({"printed": printed, "differs_in": names})
        }
        Verdict::Different { printed, differences } => {
            let pairs: Vec<Value> = differences
                .iter()
                .map(|each| json!({"dossier": each.dossier, "article": each.article}))
                .collect();
            json!({"printed": printed, "differences": pairs})
        }
        _ => return value,
    };
    if let (Value::Object(value), Value::Object(more)) = (&mut value, more) {
        value.extend(more);
    }
    value
}
