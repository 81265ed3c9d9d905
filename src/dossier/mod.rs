//! Everything one widget shows: the model, reading it in, checking it, writing it out.
//!
//! There is one way in: bytes go through [`Reader`], which hands back a [`Dossier`] that is whole
//! (every reference in it leads somewhere) and the list of [`Problem`]s met on the way. The
//! embedded dossier takes that way too. The format is described in `docs/dossier.md`.
//!
//! ```
//! use quote_timeline::dossier::read;
//!
//! let (dossier, problems) = read(br#"{"events": [
//!     {"id": "founded", "date": "2023-04", "title": "Mistral AI is founded"},
//!     {"id": "shown", "date": "2024-13", "title": "Month 13"}
//! ]}"#)?;
//! assert_eq!(dossier.events.len(), 1);
//! assert_eq!(problems[0].path, "events[1].date");
//! assert_eq!((problems[0].line, problems[0].column), (3, 29));
//! # Ok::<(), quote_timeline::dossier::Problem>(())
//! ```

mod csv;
mod foreign;
mod id;
mod index;
mod json;
mod language;
mod model;
mod problem;
mod read;
mod references;
mod row;
mod sniff;
pub mod verify;
mod wording;

pub use id::Id;
pub use index::{Index, Kind, Target};
pub use language::Language;
pub use model::{
    Article, ArticleKind, Dossier, Entity, EntityKind, Era, Event, Figure, FigureReading, Media,
    Part, Piece, Quote, Reading, Source, Status, Text, Translation, TranslatorKind,
};
pub use problem::{Code, Position, Problem, Severity, dropped};
pub use read::{OwnReader, Reader, read, read_own, read_part};
pub use wording::Wording;
