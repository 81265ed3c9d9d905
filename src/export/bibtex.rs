//! BibTeX: the articles as `@article` entries, which BibTeX and biblatex both know.
//!
//! `date` is for biblatex (it may be approximate or doubted, EDTF level 1), `year` and `month` for
//! BibTeX; of both, biblatex takes `date`. Texts are UTF-8; what TeX takes as a command is escaped,
//! titles keep their capitals by a second pair of braces.

use super::escape::{name, push_replaced};
use super::lost::Losses;
use super::point::Span;
use super::{ARTICLE_FIELDS, first_language};
use crate::dossier::{ArticleKind, Dossier};
use crate::edtf::Edtf;
use crate::join::join;

pub(super) const CARRIED: &[&str] = &ARTICLE_FIELDS;

pub(super) fn write(dossier: &Dossier, lost: &mut Losses) -> String {
    let mut text = String::new();
    let language = first_language(dossier);
    for article in &dossier.articles {
        text.push_str("@article{");
        text.push_str(&name(article.id.as_str()));
        field(&mut text, "author", "{", article.author.as_deref().unwrap_or_default());
        field(&mut text, "title", "{", article.headline.as_deref().unwrap_or_default());
        field(&mut text, "journal", "", article.outlet.text(language));
        if article.kind == ArticleKind::News {
            lost.carried("articles[].kind");
        }
        if let Some(date) = &article.date {
            dates(&mut text, date, lost);
        }
        if let Some(url) = &article.url {
            text.push_str(",\n  url = {");
            push_replaced(&mut text, url, url_character);
            text.push('}');
        }
        field(&mut text, "language", "", article.language.as_str());
        field(&mut text, "note", "", article.note.text(language));
        text.push_str("\n}\n\n");
    }
    text
}

/// A field of words; `brace` is a second opening brace, or nothing.
fn field(text: &mut String, key: &str, brace: &str, value: &str) {
    if value.is_empty() || value == "und" {
        return;
    }
    for part in [",\n  ", key, " = {", brace] {
        text.push_str(part);
    }
    push_replaced(text, value, tex_character);
    text.push_str(if brace.is_empty() { "}" } else { "}}" });
}

fn dates(text: &mut String, date: &Edtf, lost: &mut Losses) {
    let span = Span::of(date);
    let written = date.text();
    let iso =
        |point: Option<super::point::Point>| point.map_or("..".to_owned(), |point| point.iso());
    // A mark at the end is the whole date's: biblatex knows it.
    let plain = written.get(..written.len() - 1).unwrap_or_default();
    let marked = written.ends_with(['?', '~', '%']);
    let mut exact = span.exact;
    let value = match span.single() {
        Some(point) if marked && point.iso() == plain => {
            exact = true;
            written
        }
        Some(point) => point.iso(),
        None => join(&[&iso(span.start), "/", &iso(span.end)]),
    };
    if !exact {
        lost.doubt("articles[].date");
    }
    for part in [",\n  date = {", &value, "}"] {
        text.push_str(part);
    }
    let Some(point) = span.start.or(span.end) else { return };
    text.push_str(",\n  year = {");
    text.push_str(
        value.split(['-', '/', '?', '~', '%']).find(|year| !year.is_empty()).unwrap_or_default(),
    );
    text.push('}');
    let month = point.parts().get(1).and_then(|month| usize::try_from(month - 1).ok());
    if let Some(month) = month {
        text.push_str(",\n  month = ");
        let names = "janfebmaraprmayjunjulaugsepoctnovdec";
        text.push_str(names.get(month * 3..month * 3 + 3).unwrap_or_default());
    }
}

/// A character of text. BibTeX counts braces even behind a backslash, so they get names.
fn tex_character(letter: char) -> &'static str {
    match letter {
        '\\' => "\\textbackslash{}",
        '{' => "\\textbraceleft{}",
        '}' => "\\textbraceright{}",
        '$' => "\\$",
        '&' => "\\&",
        '#' => "\\#",
        '%' => "\\%",
        '_' => "\\_",
        '^' => "\\textasciicircum{}",
        '~' => "\\textasciitilde{}",
        '\0'..='\u{1F}' | '\u{7F}' => " ",
        _ => "",
    }
}

/// A character of an address, which is taken as it is.
fn url_character(letter: char) -> &'static str {
    match letter {
        '{' => "%7B",
        '}' => "%7D",
        '\\' => "%5C",
        '\0'..=' ' | '\u{7F}' => "%20",
        _ => "",
    }
}
