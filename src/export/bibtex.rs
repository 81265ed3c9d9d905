//! BibTeX: the articles as `@article` entries, which BibTeX and biblatex both know.
//!
//! `date` is for biblatex (it may be approximate or doubted, EDTF level 1), `year` and `month` for
//! BibTeX; of both, biblatex takes `date`. Texts are UTF-8; what TeX takes as a command is escaped,
//! titles keep their capitals by a second pair of braces.

use super::escape::{address_character, name, push_replaced};
use super::lost::Losses;
use super::point::Span;
use super::{first_language, or_nothing};
use crate::dossier::{ArticleKind, Dossier};
use crate::edtf::Edtf;

#[inline(never)]
pub(super) fn write(dossier: &Dossier, lost: &mut Losses) -> String {
    let mut text = String::new();
    let language = first_language(dossier);
    for article in &dossier.articles {
        text.push_str("@article{");
        text.push_str(&name(article.id.as_str()));
        field(&mut text, "author", "{", or_nothing(&article.author));
        field(&mut text, "title", "{", or_nothing(&article.headline));
        field(&mut text, "journal", "", article.outlet.text(language));
        if article.kind == ArticleKind::News {
            lost.carried("articles[].kind");
        }
        if let Some(date) = &article.date {
            dates(&mut text, date, lost);
        }
        if let Some(url) = &article.url {
            begin(&mut text, "url");
            push_replaced(&mut text, url, address_character);
            text.push('}');
        }
        field(&mut text, "language", "", article.language.as_str());
        field(&mut text, "note", "", article.note.text(language));
        text.push_str("\n}\n\n");
    }
    text
}

/// A field of words; `brace` is a second opening brace, or nothing.
#[inline(never)]
fn field(text: &mut String, key: &str, brace: &str, value: &str) {
    if value.is_empty() || value == "und" {
        return;
    }
    begin(text, key);
    text.push_str(brace);
    push_replaced(text, value, tex_character);
    text.push_str(if brace.is_empty() { "}" } else { "}}" });
}

fn begin(text: &mut String, key: &str) {
    text.push_str(",\n  ");
    text.push_str(key);
    text.push_str(" = {");
}

fn dates(text: &mut String, date: &Edtf, lost: &mut Losses) {
    let span = Span::of(date);
    let (first, written) = (span.first(), date.text());
    let mut value = String::new();
    if let Some(start) = span.start() {
        value = start.iso(6);
    }
    if !span.is_single() {
        value.push('/');
        if let Some(end) = span.end() {
            value.push_str(&end.iso(6));
        }
    }
    // A mark at the end is the whole date's: biblatex knows it.
    let mark = written.as_bytes().last().copied().unwrap_or_default();
    let marked = matches!(mark, b'?' | b'~' | b'%') && written.starts_with(&value);
    if marked && written.len() == value.len() + 1 {
        value.push(char::from(mark));
    } else if !span.exact {
        lost.doubt("articles[].date");
    }
    begin(text, "date");
    text.push_str(&value);
    text.push('}');
    begin(text, "year");
    text.push_str(&first.iso(1));
    text.push('}');
    if let Some(month) = first.part(1).and_then(|month| usize::try_from(month).ok()) {
        text.push_str(",\n  month = ");
        let names = "xxxjanfebmaraprmayjunjulaugsepoctnovdec";
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
