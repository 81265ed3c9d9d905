//! What was said, as each article prints it.

use crate::dossier::{Language, Quote, Reading, Text, Wording};

use crate::rich::address;

use super::page::{Page, attributes, escape, escape_attribute};

pub(super) fn write(page: &mut Page<'_>) {
    let dossier = page.dossier;
    if dossier.quotes.is_empty() {
        return;
    }
    page.line("<section>");
    page.heading(1, &escape(page.phrases.quotes));
    page.line("<ol>");
    for quote in &dossier.quotes {
        write_quote(page, quote);
    }
    page.line("</ol>");
    page.line("</section>");
}

fn write_quote(page: &mut Page<'_>, quote: &Quote) {
    page.line(&format!("<li data-id=\"{}\">", escape_attribute(quote.id.as_str())));
    let speaker = match page.entity(quote.speaker.as_ref()) {
        Some(entity) => page.wording(&entity.name),
        None => escape(page.phrases.unknown_speaker),
    };
    page.heading(2, &speaker);
    let mut circumstances: Vec<String> = [&quote.role, &quote.occasion]
        .into_iter()
        .filter(|words| !words.is_empty())
        .map(|words| page.wording(words))
        .collect();
    circumstances.extend(quote.date.as_ref().map(|date| page.date(date, &Wording::default())));
    if !circumstances.is_empty() {
        page.line(&format!("<p>{}</p>", circumstances.join(", ")));
    }
    for reading in &quote.readings {
        write_reading(page, reading);
    }
    page.line("</li>");
}

fn write_reading(page: &mut Page<'_>, reading: &Reading) {
    let article = page.article(reading.article.as_ref());
    let cite = article.and_then(|article| address(article.url.as_deref()?));
    page.line("<figure>");
    page.line(&quotation(reading.language, &reading.text, cite.as_deref()));
    for translation in &reading.translations {
        page.line(&quotation(translation.language, &translation.text, None));
    }
    page.line("<figcaption>");
    let mut caption = Vec::new();
    caption.push(match article {
        Some(article) => page.citation(article),
        None => escape(page.phrases.unknown_outlet),
    });
    caption.push(escape(page.phrases.status(reading.status)));
    if !reading.place.is_empty() {
        caption.push(page.wording(&reading.place));
    }
    page.line(&format!("<p>{}</p>", caption.join(", ")));
    if !reading.via.is_empty() {
        let stations: Vec<String> = reading.via.iter().map(|words| page.wording(words)).collect();
        let path = page.labelled(page.phrases.via, &stations.join(" → "));
        page.line(&format!("<p>{path}</p>"));
    }
    for translation in &reading.translations {
        let by = [&translation.by, &page.dossier.translator].into_iter().find(|by| !by.is_empty());
        let by = by.map_or("", |by| by.text(page.phrases.language));
        let credit = escape(&page.phrases.translated(translation.kind, by, reading.language));
        page.line(&format!("<p>{} ({})</p>", credit, escape(translation.language.as_str())));
    }
    page.paragraphs(&reading.note);
    page.line("</figcaption>");
    page.line("</figure>");
}

fn quotation(language: Language, text: &Text, cite: Option<&str>) -> String {
    // The words of a quotation have some language; where it is not said, it is not the page's.
    let language = match attributes(language) {
        none if none.is_empty() => " lang=\"\"".to_owned(),
        attributes => attributes,
    };
    let cite =
        cite.map_or_else(String::new, |cite| format!(" cite=\"{}\"", escape_attribute(cite)));
    format!("<blockquote{language}{cite}><p>{}</p></blockquote>", escape(&text.plain()))
}
