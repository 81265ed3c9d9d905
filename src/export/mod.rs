//! A dossier written out in the formats that others read. What each carries is said in
//! `docs/exports.md`; what it cannot carry comes back as a list.
//!
//! ```
//! use quote_timeline::dossier::read;
//! use quote_timeline::export::{Format, write};
//!
//! let (dossier, _) = read(br#"{"articles": [
//!     {"id": "paper", "headline": "Bread & roses", "language": "en", "file": "paper.txt"}
//! ]}"#)?;
//! let export = write(&dossier, Format::BibTex);
//! assert!(export.text.contains(r"title = {{Bread \& roses}}"));
//! assert_eq!(export.lost[0].to_string(), "articles[].file: 1 left out: BibTeX has no place for this");
//!
//! assert_eq!("bibtex".parse(), Ok(Format::BibTex));
//! assert!("docx".parse::<Format>().is_err());
//! # Ok::<(), quote_timeline::dossier::Problem>(())
//! ```

mod apparatus;
mod bibtex;
mod carried;
mod csl;
mod csv;
mod escape;
pub mod exchange;
mod json;
mod json_ld;
mod json_text;
mod lookup;
mod lost;
mod point;
mod ris;
mod sink;
mod tei;
mod timeline_js;
mod web_annotation;
mod xml;

use std::fmt;
use std::str::FromStr;

use crate::dossier::{ArticleKind, Dossier, Language, Problem};
use crate::edtf;
use crate::join::join;
use lost::Losses;

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

    /// What it is called in a sentence.
    fn title(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::TimelineJs => "TimelineJS",
            Self::Csv => "a spreadsheet",
            Self::JsonLd => "schema.org",
            Self::WebAnnotation => "Web Annotation",
            Self::Csl => "CSL-JSON",
            Self::BibTex => "BibTeX",
            Self::Ris => "RIS",
            Self::Tei => "TEI",
        }
    }
}

/// A name that no format has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownFormat(String);

impl UnknownFormat {
    /// What is wrong and what would be right.
    pub fn message(&self) -> String {
        let mut message = join(&["“", &self.0, "” is not an export format; these are:"]);
        for (name, _) in Format::ALL {
            message.push(' ');
            message.push_str(name);
        }
        message
    }
}

impl fmt::Display for UnknownFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for UnknownFormat {}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        Self::named(name).ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}

/// A dossier written out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    /// The text of the file, in UTF-8.
    pub text: String,
    /// What the format cannot carry: for each place in the dossier (`events[].sources`) how often.
    pub lost: Vec<Problem>,
}

/// A dossier in the project's own format, which loses nothing. A program that calls only this one
/// has none of the code for the others.
pub fn own(dossier: &Dossier) -> String {
    json::write(dossier)
}

/// Writes a dossier in a format.
pub fn write(dossier: &Dossier, format: Format) -> Export {
    if format == Format::Json {
        return Export { text: own(dossier), lost: Vec::new() };
    }
    let mut lost = Losses::of(dossier, format);
    let text = match format {
        Format::Json => String::new(),
        Format::TimelineJs => timeline_js::write(dossier, &mut lost),
        Format::Csv => csv::write(dossier, &mut lost),
        Format::JsonLd => json_ld::write(dossier, &mut lost),
        Format::WebAnnotation => web_annotation::write(dossier, &mut lost),
        Format::Csl => csl::write(dossier, &mut lost),
        Format::BibTex => bibtex::write(dossier, &mut lost),
        Format::Ris => ris::write(dossier, &mut lost),
        Format::Tei => tei::write(dossier),
    };
    Export { text, lost: lost.problems() }
}

/// A text, or an empty one.
#[expect(clippy::ref_option, reason = "the fields of the model are handed over as they are")]
#[inline(never)]
fn or_nothing(text: &Option<Box<str>>) -> &str {
    text.as_deref().unwrap_or_default()
}

/// What sort of text an article is, in words.
fn genre(kind: ArticleKind) -> &'static str {
    match kind {
        ArticleKind::News => "news",
        ArticleKind::Agency => "news agency copy",
        ArticleKind::PressReview => "press review",
        ArticleKind::Interview => "interview",
    }
}

/// The language that formats with one language get: the dossier's first.
#[inline(never)]
fn first_language(dossier: &Dossier) -> Language {
    dossier.languages.first().copied().unwrap_or(Language::UNDETERMINED)
}

/// The language to word dates in.
fn dates_in(language: Language) -> edtf::Language {
    if language.matches(Language::FRENCH) {
        edtf::Language::French
    } else {
        edtf::Language::English
    }
}
