//! `convert`: a dossier in another format.

use std::path::Path;

use quote_timeline::dossier::Severity;
use quote_timeline::export::{self, Format};

use crate::Outcome;
use crate::arguments::Convert;
use crate::failure::Failure;
use crate::files::{contents, dossier, is_same, is_standard, name_of_input, write};
use crate::report::{complain, count, line};

pub(crate) fn convert(task: &Convert) -> Result<Outcome, Failure> {
    let format = match &task.to_format {
        Some(name) => named(name)?,
        None => of_name(&task.to)?,
    };
    let source = task.from_format.as_deref().map(readable).transpose()?;
    if is_same(&task.from, &task.to) {
        return Err(Failure::SameFile(task.to.clone()));
    }
    let bytes = contents(&task.from)?;
    let name = name_of_input(&task.from);
    if let Some(said) = source
        && (said == Format::Csv) == begins_as_json(&bytes)
    {
        let said = task.from_format.clone().unwrap_or_default();
        return Err(Failure::OtherFormat { name, said });
    }
    let (dossier, problems) = dossier(&task.from, &bytes)?;
    let exported = export::write(&dossier, format);
    for problem in problems.iter().chain(&exported.lost) {
        complain(&line(&name, problem));
    }
    let lost = problems.len() + exported.lost.len();
    if task.strict && lost > 0 {
        complain(&Failure::WouldLose(lost).to_string());
        return Ok(Outcome::Wrong);
    }
    write(&task.to, &exported.text)?;
    let dropped = count(&problems, Severity::Error) > 0;
    Ok(if dropped { Outcome::Wrong } else { Outcome::Well })
}

fn named(name: &str) -> Result<Format, Failure> {
    Format::named(name).ok_or_else(|| Failure::UnknownFormat(name.to_owned()))
}

fn readable(name: &str) -> Result<Format, Failure> {
    match named(name)? {
        format @ (Format::Json | Format::TimelineJs | Format::Csv) => Ok(format),
        _ => Err(Failure::NotRead(name.to_owned())),
    }
}

/// The format that the ending of a name says: `quotes.csv`, `affair.timelinejs.json`.
fn of_name(path: &Path) -> Result<Format, Failure> {
    let unknown = || Failure::NoFormat(path.to_owned());
    if is_standard(path) {
        return Err(unknown());
    }
    let name = path.file_name().and_then(|name| name.to_str()).ok_or_else(unknown)?;
    let (stem, ending) = name.rsplit_once('.').ok_or_else(unknown)?;
    match ending.to_ascii_lowercase().as_str() {
        "json" => {
            let inner = stem.rsplit_once('.').and_then(|(_, inner)| Format::named(inner));
            Ok(inner.unwrap_or(Format::Json))
        }
        "bib" => Ok(Format::BibTex),
        "xml" => Ok(Format::Tei),
        ending => Format::named(ending).ok_or_else(unknown),
    }
}

/// Whether the first character that is no space is one that JSON begins with.
fn begins_as_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    matches!(first, Some(b'{' | b'['))
}
