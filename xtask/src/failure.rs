//! Why a command stopped, in a sentence that says what to do.

use std::{error::Error, fmt, io, path::PathBuf};

/// Why a command stopped.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line could not be understood.
    Usage(String),
    /// Something must be installed or restored by hand first.
    Missing {
        /// What is missing.
        what: String,
        /// A sentence: what to do about it.
        advice: String,
    },
    /// A program could not be started.
    NotStarted {
        /// The program's name.
        program: String,
        /// What the system said.
        source: io::Error,
    },
    /// A program ran and reported failure; its own messages are already on the screen.
    Ended {
        /// The command as one would type it.
        command: String,
        /// How it ended, as in "exit status: 1".
        status: String,
    },
    /// A file could not be read or written.
    File {
        /// What was tried, as in "read".
        action: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Another program is listening on the port.
    PortTaken(u16),
    /// The server could not listen on the port for another reason.
    Port(u16, io::Error),
    /// A wasm file does not have the expected form.
    Wasm(PathBuf, String),
    /// A script is larger than its budget, both in bytes.
    OverBudget(String, u64, u64),
    /// Some tests failed or did not run; the table has said which.
    Tests,
    /// There is no folder of articles.
    NoArticles(PathBuf),
    /// The dossier could not be read; the problem says where.
    Dossier(String),
    /// So many words were not found in their articles; each was named.
    NotVerified(usize),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(sentence) => f.write_str(sentence),
            Self::Missing { what, advice } => write!(f, "{what} is missing. {advice}"),
            Self::NotStarted { program, source } => {
                write!(f, "{program} could not be started: {source}.")
            }
            Self::Ended { command, status } => write!(f, "`{command}` failed ({status})."),
            Self::File { action, path, source } => {
                write!(f, "Could not {action} {}: {source}.", path.display())
            }
            Self::PortTaken(port) => write!(
                f,
                "Port {port} is taken by another program. Stop that program, or choose another \
                 port: cargo xtask demo --port {}",
                port.checked_add(1).unwrap_or(8080)
            ),
            Self::Port(port, source) => {
                write!(f, "Could not listen on port {port}: {source}. Choose another with --port.")
            }
            Self::Wasm(path, why) => write!(f, "Could not understand {}: {why}.", path.display()),
            Self::OverBudget(script, bytes, budget) => write!(
                f,
                "{script} is {bytes} bytes after gzip -9, {} over the budget of \
                 {budget}.",
                bytes.saturating_sub(*budget)
            ),
            Self::Tests => f.write_str("Not every test passed; the table says where."),
            Self::NoArticles(folder) => write!(
                f,
                "There is no folder {}. Name the one that holds the articles' texts.",
                folder.display()
            ),
            Self::Dossier(problem) => write!(f, "data/affair.json cannot be read: {problem}"),
            Self::NotVerified(1) => f.write_str("1 run of words is not as it should be."),
            Self::NotVerified(count) => {
                write!(f, "{count} runs of words are not as they should be.")
            }
        }
    }
}

impl Error for Failure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::NotStarted { source, .. } | Self::File { source, .. } | Self::Port(_, source) => {
                Some(source)
            }
            _ => None,
        }
    }
}
