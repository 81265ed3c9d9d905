//! What happened, in the dossier's order.

use crate::dossier::{Event, Source};

use super::page::{Page, attributes, escape, escape_attribute};

pub(super) fn write(page: &mut Page<'_>) {
    let dossier = page.dossier;
    if dossier.events.is_empty() && dossier.eras.is_empty() {
        return;
    }
    page.line("<section>");
    page.heading(1, &escape(page.phrases.events));
    if !dossier.eras.is_empty() {
        page.line("<ul>");
        for era in &dossier.eras {
            let date = page.date(&era.date, &crate::dossier::Wording::default());
            let title = page.wording(&era.title);
            page.line(&format!("<li>{date}, {title}"));
            page.paragraphs(&era.summary);
            page.line("</li>");
        }
        page.line("</ul>");
    }
    if !dossier.events.is_empty() {
        page.line("<ol>");
        for event in in_time(&dossier.events) {
            write_event(page, event);
        }
        page.line("</ol>");
    }
    page.line("</section>");
}

/// The events from the earliest to the latest.
fn in_time(events: &[Event]) -> Vec<&Event> {
    let mut sorted: Vec<&Event> = events.iter().collect();
    sorted.sort_by(|one, other| one.date.cmp(&other.date));
    sorted
}

fn write_event(page: &mut Page<'_>, event: &Event) {
    page.line(&format!("<li data-id=\"{}\">", escape_attribute(event.id.as_str())));
    page.heading(2, &page.wording(&event.title));
    let date = page.date(&event.date, &event.date_text);
    page.line(&format!("<p>{date}</p>"));
    page.paragraphs(&event.summary);
    page.rich(&event.text);
    if let Some(media) = &event.media {
        let media = page.media(media);
        page.line(&media);
    }
    let sources: Vec<String> = event.sources.iter().filter_map(|each| source(page, each)).collect();
    if !sources.is_empty() {
        page.line(&format!("<p>{}</p>", escape(page.phrases.sources)));
        page.line("<ul>");
        for source in sources {
            page.line(&format!("<li>{source}</li>"));
        }
        page.line("</ul>");
    }
    page.line("</li>");
}

fn source(page: &Page<'_>, source: &Source) -> Option<String> {
    let article = page.article(source.article.as_ref());
    let mut parts = Vec::new();
    parts.extend(article.map(|article| page.citation(article)));
    if let Some(words) = &source.words {
        let language = article.map_or_else(String::new, |article| attributes(article.language));
        parts.push(format!("<q{language}>{}</q>", escape(words)));
    }
    if !source.note.is_empty() {
        parts.push(page.wording(&source.note));
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}
