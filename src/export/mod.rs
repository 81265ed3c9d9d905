//! A dossier written out in the formats that others read.
//!
//! ```
//! use quote_timeline::export::Format;
//!
//! assert_eq!(Format::named("bibtex"), Some(Format::BibTex));
//! assert_eq!(Format::named("docx"), None);
//! ```

use crate::dossier::{Dossier, Problem};

/// A format to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The project's own.
    Json,
    /// TimelineJS JSON (timeline.knightlab.com, "JSON format").
    TimelineJs,
    /// A TimelineJS spreadsheet with further columns for quotes (RFC 4180).
    Csv,
    /// JSON-LD with the vocabulary of schema.org.
    JsonLd,
    /// Web Annotation (W3C Recommendation, 2017): each reading as a selection in its article.
    WebAnnotation,
    /// CSL-JSON: the articles, for citation managers.
    Csl,
    /// BibTeX: the articles.
    BibTex,
    /// RIS: the articles.
    Ris,
    /// TEI P5: quotations and their critical apparatus.
    Tei,
}

impl Format {
    /// Each with its name in the public contract.
    pub const ALL: [(&'static str, Self); 9] = [
        ("json", Self::Json),
        ("timelinejs", Self::TimelineJs),
        ("csv", Self::Csv),
        ("jsonld", Self::JsonLd),
        ("web-annotation", Self::WebAnnotation),
        ("csl", Self::Csl),
        ("bibtex", Self::BibTex),
        ("ris", Self::Ris),
        ("tei", Self::Tei),
    ];

    /// The format of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(own, _)| *own == name).map(|(_, format)| *format)
    }
}

/// A dossier written out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    /// The text of the file, in UTF-8.
    pub text: String,
    /// What the format cannot carry, each with its path in the dossier.
    pub lost: Vec<Problem>,
}

/// Writes a dossier in a format.
pub fn write(_dossier: &Dossier, _format: Format) -> Export {
    Export::default()
}
