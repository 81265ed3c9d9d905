//! RIS: the articles as `NEWS` references. Lines end in CR LF, a value is one line.

use super::escape::push_replaced;
use super::lost::Losses;
use super::point::{Span, push_padded};
use super::{dates_in, first_language, or_nothing};
use crate::dossier::{ArticleKind, Dossier, Language};
use crate::edtf::{Builtin, Edtf, Length, words};

#[inline(never)]
pub(super) fn write(dossier: &Dossier, lost: &mut Losses) -> String {
    let mut text = String::new();
    let language = first_language(dossier);
    for article in &dossier.articles {
        let to = &mut text;
        line(to, "TY", "NEWS");
        line(to, "ID", article.id.as_str());
        line(to, "TI", or_nothing(&article.headline));
        line(to, "AU", or_nothing(&article.author));
        line(to, "T2", article.outlet.text(language));
        if article.kind == ArticleKind::News {
            lost.carried("articles[].kind");
        }
        if let Some(date) = &article.date {
            dates(to, date, language, lost);
        }
        line(to, "UR", or_nothing(&article.url));
        if article.language != Language::UNDETERMINED {
            line(to, "LA", article.language.as_str());
        }
        line(to, "N1", article.note.text(language));
        to.push_str("ER  - \r\n\r\n");
    }
    text
}

#[inline(never)]
fn line(text: &mut String, tag: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    text.push_str(tag);
    text.push_str("  - ");
    push_replaced(text, value, |letter| match letter {
        '\0'..='\u{1F}' | '\u{7F}' | '\u{85}' | '\u{2028}' | '\u{2029}' => " ",
        _ => "",
    });
    text.push_str("\r\n");
}

/// `PY` has the year, `DA` is year/month/day/other: what numbers cannot say stands in the last.
fn dates(text: &mut String, date: &Edtf, language: Language, lost: &mut Losses) {
    let span = Span::of(date);
    let mut value = String::new();
    for place in 0..3 {
        if let Some(part) = span.first().part(place) {
            push_padded(&mut value, part, if place == 0 { 4 } else { 2 });
        }
        if place == 0 {
            line(text, "PY", &value);
        }
        if place < 2 || !span.exact {
            value.push('/');
        }
    }
    if !span.exact {
        value.push_str(&words(date, dates_in(language), Length::Long, &Builtin));
        lost.doubt("articles[].date");
    }
    line(text, "DA", &value);
}
