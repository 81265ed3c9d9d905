//! CSL-JSON (citation-style-language/schema, `csl-data.json` 1.0.2): the articles, for citation
//! managers.
//!
//! Every article is an `article-newspaper`; agency copy, press reviews and interviews say so in
//! `genre`. The type `interview` would cite the one who was asked as the author. Bylines are given
//! as printed (`literal`): nobody guesses which word is the family name.

use super::first_language;
use super::json::word;
use super::json_text::JsonText;
use super::lost::Losses;
use super::point::Span;
use super::sink::Sink;
use crate::dossier::{ArticleKind, Dossier};
use crate::edtf::Edtf;

pub(super) const CARRIED: &[&str] = &[
    "articles",
    "articles[].id",
    "articles[].outlet",
    "articles[].headline",
    "articles[].author",
    "articles[].date",
    "articles[].language",
    "articles[].kind",
    "articles[].url",
    "articles[].note",
];

pub(super) fn write(dossier: &Dossier, lost: &mut Losses) -> String {
    let mut json = JsonText::default();
    let language = first_language(dossier);
    json.open("", ']');
    for article in &dossier.articles {
        json.open("", '}');
        json.text("id", article.id.as_str());
        json.text("type", "article-newspaper");
        if article.kind != ArticleKind::News {
            json.text("genre", word(&ArticleKind::ALL, &article.kind));
        }
        json.some("title", article.headline.as_deref().unwrap_or_default());
        if let Some(author) = &article.author {
            json.open("author", ']');
            json.wrap("", '}', "literal", author);
            json.close();
        }
        json.some("container-title", article.outlet.text(language));
        if let Some(date) = &article.date {
            issued(&mut json, date, lost);
        }
        json.some("URL", article.url.as_deref().unwrap_or_default());
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
    let ends = [span.start.or(span.end), span.end.filter(|_| span.single().is_none())];
    for point in ends.into_iter().flatten() {
        json.open("", ']');
        json.number("", point.historical_year());
        for part in point.parts().iter().take(3).skip(1) {
            json.number("", *part);
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
