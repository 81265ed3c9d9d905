//! The sources.

use crate::dossier::{Article, Wording};

use super::page::{Page, attributes, escape, escape_attribute, link};

pub(super) fn write(page: &mut Page<'_>) {
    let dossier = page.dossier;
    if dossier.articles.is_empty() {
        return;
    }
    page.line("<section>");
    page.heading(1, &escape(page.phrases.articles));
    page.line("<ol>");
    for article in &dossier.articles {
        write_article(page, article);
    }
    page.line("</ol>");
    page.line("</section>");
}

fn write_article(page: &mut Page<'_>, article: &Article) {
    page.line(&format!("<li data-id=\"{}\">", escape_attribute(article.id.as_str())));
    let headline = match &article.headline {
        Some(headline) => {
            format!("<cite{}>{}</cite>", attributes(article.language), escape(headline))
        }
        None => escape(page.phrases.headline_missing),
    };
    let mut parts = vec![link(article.url.as_deref(), &headline), page.outlet(article)];
    if let Some(author) = &article.author {
        parts.push(format!("{} {}", escape(page.phrases.author), escape(author)));
    }
    parts.push(match &article.date {
        Some(date) => page.date(date, &Wording::default()),
        None => escape(page.phrases.undated),
    });
    parts.push(escape(page.phrases.article_kind(article.kind)));
    page.line(&format!("<p>{}</p>", parts.join(", ")));
    page.paragraphs(&article.note);
    page.line("</li>");
}
