//! A dossier as plain HTML: what stands in a page until the widget is ready, and where it never is.
//!
//! ```
//! use quote_timeline::dossier::{Language, read};
//! use quote_timeline::prerender::{Options, html};
//!
//! let (dossier, _) = read(r#"{"languages": ["fr", "en"], "title": {"fr": "Été", "en": "Summer"},
//!     "events": [{"id": "e", "date": "2024-02-2X", "title": "<b>"}]}"#.as_bytes())?;
//! let page = html(&dossier, &Options::new(Language::ENGLISH));
//! assert!(page.contains("<h2><span lang=\"fr\">Été</span> · <span lang=\"en\">Summer</span></h2>"));
//! assert!(page.contains("<time datetime=\"2024-02\">late February 2024</time>"));
//! assert!(page.contains("<h4>&lt;b&gt;</h4>"));
//! # Ok::<(), quote_timeline::dossier::Problem>(())
//! ```

mod articles;
mod events;
mod figures;
mod page;
mod quotes;
mod rich;
mod time;

use crate::dossier::{Dossier, Language};
use crate::export::{self, Format};
use crate::rich::address;
use page::{Page, escape_attribute};

/// How to write.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The language of headings, labels and dates: French or English.
    pub language: Language,
    /// The level of the title's heading, 1 to 4; headings go two levels deeper.
    pub heading_level: u8,
    /// Whether to wrap it into `<quote-timeline>`.
    pub element: bool,
    /// The element's attribute `src`.
    pub src: Option<&'a str>,
    /// The address of the widget's script, for a tag after the element.
    pub script: Option<&'a str>,
}

impl Options<'_> {
    /// A title of level 2 and no element around it.
    pub fn new(language: Language) -> Self {
        Self { language, heading_level: 2, element: false, src: None, script: None }
    }
}

/// The dossier as HTML, without styles and scripts: an `<article>` with all texts in the languages
/// that it shows, each marked with its language, and the same as JSON-LD for search engines.
///
/// No plain text of the dossier becomes markup; texts in HTML become what [`crate::rich`] lets
/// through, their pictures links. No address that could run a script becomes a link.
pub fn html(dossier: &Dossier, options: &Options<'_>) -> String {
    let mut page = Page::new(dossier, options.language, options.heading_level);
    page.line(&format!(
        "<article lang=\"{}\" dir=\"ltr\">",
        escape_attribute(options.language.as_str())
    ));
    page.title();
    events::write(&mut page);
    quotes::write(&mut page);
    figures::write(&mut page);
    articles::write(&mut page);
    structured_data(&mut page, dossier);
    page.line("</article>");
    if options.element { in_element(&page.html, options) } else { page.html }
}

fn in_element(inside: &str, options: &Options<'_>) -> String {
    let language = escape_attribute(options.language.as_str());
    let src =
        options.src.map_or_else(String::new, |src| format!(" src=\"{}\"", escape_attribute(src)));
    let script = options.script.and_then(address).map_or_else(String::new, |script| {
        format!("<script src=\"{}\"></script>\n", escape_attribute(&script))
    });
    format!("<quote-timeline lang=\"{language}\"{src}>\n{inside}</quote-timeline>\n{script}")
}

/// What search engines read. No `<` is left in it, so nothing in it can end the element.
fn structured_data(page: &mut Page<'_>, dossier: &Dossier) {
    let data = export::write(dossier, Format::JsonLd).text;
    if data.is_empty() {
        return;
    }
    let data = data.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    page.line("<script type=\"application/ld+json\">");
    page.line(data.trim_end());
    page.line("</script>");
}
