//! CSL-JSON (citation-style-language/schema, `csl-data.json` 1.0.2): the articles, for citation
//! managers.
//!
//! Every article is an `article-newspaper`; agency copy, press reviews and interviews say so in
//! `genre`. The type `interview` would cite the one who was asked as the author. Bylines are given
//! as printed (`literal`): nobody guesses which word is the family name.

use super::json_text::JsonText;
use super::lost::Losses;
use super::point::Span;
use super::sink::Sink;
use super::{first_language, genre, or_nothing};
use crate::dossier::{ArticleKind, Dossier};
use crate::edtf::Edtf;

#[inline(never)]
pub(super) fn write(dossier: &Dossier, lost: &mut Losses) -> String {
    let mut json = JsonText::default();
    let language = first_language(dossier);
    json.open("", ']');
    for article in &dossier.articles {
        json.open("", '}');
        json.text("id", article.id.as_str());
        json.text("type", "article-newspaper");
        if article.kind != ArticleKind::News {
            json.text("genre", genre(article.kind));
        }
        json.some("title", or_nothing(&article.headline));
        if let Some(author) = &article.author {
            json.open("author", ']');
            json.wrap("", '}', "literal", author);
            json.close();
        }
        json.some("container-title", article.outlet.text(language));
        if let Some(date) = &article.date {
            issued(&mut json, date, lost);
        }
        json.some("URL", or_nothing(&article.url));
        json.language("language", article.language);
        json.some("note", article.note.text(language));
        json.close();
    }
    json.close();
    json.finish()
}

fn issued(json: &mut JsonText, date: &Edtf, lost: &mut Losses) {
    let span = Span::of(date);
    json.open("issued", '}');
    json.open("date-parts", ']');
    // An open end has no number: the other end stands for it.
    for point in [Some(span.first()), span.last()].into_iter().flatten() {
        json.open("", ']');
        json.number("", point.historical_year());
        for place in 1..3 {
            if let Some(part) = point.part(place) {
                json.number("", part);
            }
        }
        json.close();
    }
    json.close();
    if date.is_approximate() {
        json.number("circa", 1);
    }
    if !span.exact {
        lost.doubt("articles[].date");
    }
    json.close();
}
