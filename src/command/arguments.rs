//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Check, convert, verify and prerender dossiers of Quote Timeline.
#[derive(Parser)]
#[command(name = "quote-timeline", version, after_help = EXIT)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) task: Task,
}

const EXIT: &str = "\
Exit status: 0 all is well; 1 something is wrong with the dossier; 2 a file cannot be read or
written, or the command is not understood.";

#[derive(Subcommand)]
pub(crate) enum Task {
    /// Say everything that is wrong with dossiers, with line and column
    Check(Check),
    /// Write a dossier in another format
    Convert(Convert),
    /// Write a dossier as plain HTML, to stand in the page until the widget is ready
    Prerender(Prerender),
    /// Cut a corpus of any size into parts that any static host serves
    Tile(Tile),
    /// Look every printed word up in the articles
    Verify(Verify),
}

#[derive(Args)]
pub(crate) struct Check {
    /// Dossiers: its own JSON, TimelineJS JSON, CSV; `-` for the standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Fail on warnings too
    #[arg(long)]
    pub(crate) strict: bool,
    /// How to say it
    #[arg(long, value_enum, default_value_t = Style::Text, value_name = "STYLE")]
    pub(crate) format: Style,
}

#[derive(Args)]
pub(crate) struct Convert {
    /// The dossier; `-` for the standard input
    pub(crate) from: PathBuf,
    /// The file to write; `-` for the standard output
    pub(crate) to: PathBuf,
    /// What the dossier is written in: json, timelinejs, csv [default: its content says]
    #[arg(long = "from", value_name = "FORMAT")]
    pub(crate) from_format: Option<String>,
    /// What to write: json, timelinejs, csv, jsonld, web-annotation, csl, bibtex, ris, tei
    /// [default: the file's ending says]
    #[arg(long = "to", value_name = "FORMAT")]
    pub(crate) to_format: Option<String>,
    /// Write nothing where something would be lost
    #[arg(long)]
    pub(crate) strict: bool,
}

#[derive(Args)]
pub(crate) struct Prerender {
    /// The dossier; `-` for the standard input
    pub(crate) dossier: PathBuf,
    /// The language of the headings and of dates
    #[arg(long, value_enum, default_value_t = Interface::En, value_name = "LANGUAGE")]
    pub(crate) lang: Interface,
    /// The level of the title's heading; the others follow it
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=4), value_name = "LEVEL")]
    pub(crate) heading_level: u8,
    /// Wrap it into `<quote-timeline>`, ready to paste
    #[arg(long)]
    pub(crate) element: bool,
    /// With --element: the address of the dossier, for the attribute `src`
    #[arg(long, requires = "element", value_name = "ADDRESS")]
    pub(crate) src: Option<String>,
    /// With --element: the address of quote-timeline.js, for a script tag after the element
    #[arg(long, requires = "element", value_name = "ADDRESS")]
    pub(crate) script: Option<String>,
    /// The file to write [default: the standard output]
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Tile {
    /// Newline-delimited JSON: events, quotes, articles, entities, or records of Quotebank; `-` for the
    /// standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) inputs: Vec<PathBuf>,
    /// The folder to write: new, empty, or with parts, which are replaced
    #[arg(long, short, value_name = "FOLDER")]
    pub(crate) output: PathBuf,
    /// What the dossier is called
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
    /// The pair of languages that is shown side by side: "fr en"
    #[arg(long, value_delimiter = ' ', value_name = "TAGS")]
    pub(crate) languages: Vec<String>,
    /// The language of Quotebank's records
    #[arg(long, default_value = "en", value_name = "TAG")]
    pub(crate) lang: String,
    /// Rows in a file
    #[arg(long, default_value_t = 512, value_name = "COUNT")]
    pub(crate) rows: usize,
    /// Megabytes of rows in memory, to sort them; the rest waits on disk
    #[arg(long, default_value_t = 256, value_name = "MB")]
    pub(crate) memory: usize,
    /// Write nothing where a line is wrong
    #[arg(long)]
    pub(crate) strict: bool,
}

#[derive(Args)]
pub(crate) struct Verify {
    /// The dossier; `-` for the standard input
    pub(crate) dossier: PathBuf,
    /// The folder of the articles' texts, each under the name in its `file`, else its `id` and .txt
    pub(crate) articles: PathBuf,
    /// Fail on differences of typography too
    #[arg(long)]
    pub(crate) strict: bool,
    /// How to say it
    #[arg(long, value_enum, default_value_t = Style::Text, value_name = "STYLE")]
    pub(crate) format: Style,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Style {
    /// Lines for people and editors
    Text,
    /// One JSON value for programs
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Interface {
    /// French
    Fr,
    /// English
    En,
}
