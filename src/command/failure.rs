//! Why a command could not do its work, in one line.

use std::{fmt, io, path::PathBuf};

use quote_timeline::dossier::Problem;

/// Why a command could not do its work.
pub(crate) enum Failure {
    /// A file or folder could not be read or written.
    File {
        /// As the user named it.
        name: String,
        /// What was tried, as in "read".
        action: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// The folder of articles is none.
    NoFolder(PathBuf),
    /// The file is not a dossier at all.
    NoDossier {
        /// As the user named it.
        name: String,
        /// What is wrong, and where.
        problem: Problem,
    },
    /// There is no format of that name.
    UnknownFormat(String),
    /// The ending of a file name says no format.
    NoFormat(PathBuf),
    /// The format can be written, and not read.
    NotRead(String),
    /// The file holds something else than it is said to.
    OtherFormat {
        /// As the user named it.
        name: String,
        /// The format that was named.
        said: String,
    },
    /// The output would overwrite the input.
    SameFile(PathBuf),
    /// The folder to be written holds something else.
    OtherFolder(PathBuf),
    /// No line of a corpus is a row.
    NoRows,
    /// With --strict: the format cannot carry all of it.
    WouldLose(usize),
    /// The report could not be put together.
    Report(serde_json::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { name, action, source } => {
                write!(f, "{name}: cannot {action} this: ")?;
                match source.kind() {
                    io::ErrorKind::NotFound => f.write_str("there is no such file"),
                    io::ErrorKind::PermissionDenied => f.write_str("permission is denied"),
                    io::ErrorKind::IsADirectory => f.write_str("it is a folder, not a file"),
                    _ => write!(f, "{source}"),
                }
            }
            Self::NoFolder(path) => write!(
                f,
                "{}: there is no such folder; name the one that holds the articles' texts",
                path.display()
            ),
            Self::NoDossier { name, problem } => {
                write!(f, "{name}:{}:{}: {}", problem.line, problem.column, problem.message)
            }
            Self::UnknownFormat(name) => write!(
                f,
                "there is no format “{name}”; there are json, timelinejs, csv, jsonld, \
                 web-annotation, csl, bibtex, ris and tei"
            ),
            Self::NoFormat(path) => write!(
                f,
                "{}: the name does not say which format to write; say it with --to",
                path.display()
            ),
            Self::NotRead(name) => write!(
                f,
                "{name} can be written, not read; what can be read is json, timelinejs and csv"
            ),
            Self::OtherFormat { name, said } => {
                write!(f, "{name}: this is not {said}; without --from, the content says what it is")
            }
            Self::SameFile(path) => write!(
                f,
                "{}: this would overwrite the dossier itself; name another file",
                path.display()
            ),
            Self::OtherFolder(path) => write!(
                f,
                "{}: there are other things in this folder; name one that is new, empty, or has \
                 parts in it",
                path.display()
            ),
            Self::NoRows => {
                f.write_str("there is no row: a line is an event or a quote; nothing was written")
            }
            Self::WouldLose(1) => {
                f.write_str("1 thing would be lost, said above; nothing was written")
            }
            Self::WouldLose(count) => {
                write!(f, "{count} things would be lost, said above; nothing was written")
            }
            Self::Report(source) => write!(f, "the report could not be written: {source}"),
        }
    }
}
