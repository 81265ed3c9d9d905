//! HTML as it is found in the texts of timelines, read into a few kinds of blocks and inlines that are
//! safe to show.
//!
//! [`read`] hands the parts over one by one: what opens is closed, blocks never stand inside inlines,
//! nothing is empty, and nothing nests deeper than a small bound, whatever the HTML is like. Everything
//! that is never shown comes as [`Part::LeftOut`], so that it can be reported.
//!
//! ```
//! use quote_timeline::rich::{left_out, plain};
//!
//! let html = "<p onclick=x()>Le <B>12&nbsp;mars<p>à <i>Paris</b></i><script>alert(1)</script>";
//! assert_eq!(plain(html), "Le 12\u{A0}mars\nà Paris");
//! assert_eq!(left_out(html), ["<script>"]);
//! ```
//!
//! The tokenizer is the project's own. The one that is kept best and smallest, `html5gum`, makes the
//! widget 36 kB larger as it is packed (a state for every case of the standard, and the 2231 names of
//! its character references); this one makes it about 5 kB larger. `html5gum` is what the tests hold
//! it against.

mod address;
mod builder;
mod cut;
mod elements;
pub mod media;
mod references;
mod table;
mod tokens;

pub use address::{address, file_address};

use builder::Builder;

/// A block or an inline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A paragraph.
    Paragraph,
    /// A quotation that stands by itself.
    Quotation,
    /// A list whose order says nothing.
    List,
    /// A list that is counted.
    Numbered,
    /// An item of a list.
    Item,
    /// Text whose spaces and line ends are kept.
    Preformatted,
    /// Strong.
    Strong,
    /// Emphasis.
    Emphasis,
    /// Underlined.
    Underline,
    /// Struck through.
    Strike,
    /// Small print.
    Small,
    /// Subscript.
    Sub,
    /// Superscript.
    Sup,
    /// A quotation in a text, its marks not in it.
    Quote,
    /// The title of a work.
    Cite,
    /// Code.
    Code,
}

impl Mark {
    /// Whether it is a block.
    pub fn is_block(self) -> bool {
        matches!(
            self,
            Self::Paragraph
                | Self::Quotation
                | Self::List
                | Self::Numbered
                | Self::Item
                | Self::Preformatted
        )
    }

    /// The element of HTML that says the same.
    pub fn element(self) -> &'static str {
        match self {
            Self::Paragraph => "p",
            Self::Quotation => "blockquote",
            Self::List => "ul",
            Self::Numbered => "ol",
            Self::Item => "li",
            Self::Preformatted => "pre",
            Self::Strong => "strong",
            Self::Emphasis => "em",
            Self::Underline => "u",
            Self::Strike => "s",
            Self::Small => "small",
            Self::Sub => "sub",
            Self::Sup => "sup",
            Self::Quote => "q",
            Self::Cite => "cite",
            Self::Code => "code",
        }
    }
}

/// One step of a text, in the order in which it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// A block or an inline begins.
    Open(Mark),
    /// A link begins, to an address that [`address`] lets through.
    Link(&'a str),
    /// What was opened last ends.
    Close,
    /// Text; never empty.
    Text(&'a str),
    /// The line ends.
    Break,
    /// A picture.
    Image {
        /// Its address, which [`file_address`] lets through.
        address: &'a str,
        /// What it shows.
        alt: &'a str,
    },
    /// Something that is never shown: `<script>`, or the scheme of a link.
    LeftOut(&'a str),
}

/// Reads HTML, part by part. Time and memory are linear in its length.
///
/// In text without any element that shapes lines, a blank line parts paragraphs; without any markup at
/// all, line ends are kept.
pub fn read(html: &str, take: &mut dyn FnMut(Part<'_>)) {
    let mut builder = Builder::new(html, take);
    if is_markup(html) {
        builder.markup(html);
    } else {
        builder.text(html);
    }
    builder.finish();
}

/// Whether a text can have markup or character references in it.
fn is_markup(text: &str) -> bool {
    !cut::until(text, b"<&").1.is_empty()
}

/// The words alone: a line for each block, and for each line of it.
pub fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut line_ends = false;
    // Of what is open, whether its end is marked.
    let mut quoted = Vec::new();
    read(html, &mut |part| {
        let own = match part {
            Part::Text(own) | Part::Image { alt: own, .. } => own,
            Part::Open(mark) => {
                line_ends |= mark.is_block();
                quoted.push(mark == Mark::Quote);
                if mark == Mark::Quote { "“" } else { "" }
            }
            Part::Link(_) => {
                quoted.push(false);
                ""
            }
            Part::Close if quoted.pop() == Some(true) => "”",
            Part::Break => {
                line_ends = true;
                ""
            }
            Part::Close | Part::LeftOut(_) => "",
        };
        if !own.is_empty() {
            if std::mem::take(&mut line_ends) && !text.is_empty() {
                text.push('\n');
            }
            text.push_str(own);
        }
    });
    text
}

/// What is never shown of a text: each once, in the order of the text.
pub fn left_out(html: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    if is_markup(html) {
        read(html, &mut |part| {
            if let Part::LeftOut(name) = part
                && names.len() < MOST_NAMED
                && !names.iter().any(|known| known == name)
            {
                names.push(name.to_owned());
            }
        });
    }
    names
}

/// No list of what is left out is longer.
const MOST_NAMED: usize = 20;
