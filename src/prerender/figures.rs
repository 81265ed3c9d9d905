//! Numbers that articles give for the same thing.

use super::page::{Page, attributes, escape, escape_attribute};

pub(super) fn write(page: &mut Page<'_>) {
    let dossier = page.dossier;
    if dossier.figures.is_empty() {
        return;
    }
    page.line("<section>");
    page.heading(1, &escape(page.phrases.figures));
    page.line("<ul>");
    for figure in &dossier.figures {
        page.line(&format!("<li data-id=\"{}\">", escape_attribute(figure.id.as_str())));
        page.heading(2, &page.wording(&figure.title));
        page.line("<ul>");
        for reading in &figure.readings {
            let article = page.article(reading.article.as_ref());
            let language = article.map_or_else(String::new, |article| attributes(article.language));
            let words = format!("<q{language}>{}</q>", escape(&reading.text));
            let who = article.map_or_else(
                || escape(page.phrases.unknown_outlet),
                |article| page.citation(article),
            );
            let more: Vec<String> = [&reading.translation, &reading.note]
                .into_iter()
                .filter(|words| !words.is_empty())
                .map(|words| format!(", {}", page.wording(words)))
                .collect();
            page.line(&format!("<li>{who}, {words}{}</li>", more.concat()));
        }
        page.line("</ul>");
        page.line("</li>");
    }
    page.line("</ul>");
    page.line("</section>");
}
