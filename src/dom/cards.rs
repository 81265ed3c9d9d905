//! An event, an entity, the figures that differ, the articles.

use web_sys::Element;

use super::markup::{Build, append, append_text, button, mark_language, node, worded};
use super::quotes::date_text;
use crate::dossier::{Article, Figure, FigureReading, Kind};
use crate::edtf::Length;
use crate::phrases::Phrases;
use crate::state::State;

/// What an article is called in a list: its outlet, or else its kind and date.
pub(super) fn article_name(article: &Article, words: &Phrases) -> String {
    if !article.outlet.is_empty() {
        return article.outlet.text(words.language).to_owned();
    }
    let mut name = words.unknown_outlet.to_owned();
    name.push_str(" (");
    name.push_str(words.article_kind(article.kind));
    if let Some(date) = &article.date {
        name.push_str(", ");
        name.push_str(&date_text(date, Length::Long, words));
    }
    name.push(')');
    name
}

/// The chosen event: what, when, who says so.
pub(super) fn event(state: &State, words: &Phrases, number: usize) -> Element {
    let card = node("article", "card event-card");
    let Some(event) = state.dossier().events.get(number) else { return card };
    append(&card, &button("close", "leave").with("aria-label", words.close).says("×"));
    append(&card, &node("p", "date").says(&date_text(&event.date, Length::Long, words)));
    append(&card, &worded("h3", "", &event.title, words.language));
    if !event.summary.is_empty() {
        append(&card, &worded("p", "", &event.summary, words.language));
    }
    for figure in state.index().event_figures(number) {
        if let Some(figure) = state.dossier().figures.get(*figure) {
            append(&card, &figure_values(state, words, figure));
        }
    }
    if !event.sources.is_empty() {
        let sources = node("ul", "");
        for source in &event.sources {
            let line = node("li", "");
            let article = state.article(source.article.as_ref());
            let name = article.map_or_else(
                || words.unknown_outlet.to_owned(),
                |(_, article)| article_name(article, words),
            );
            append_text(&line, &name);
            if let Some(printed) = &source.words {
                append_text(&line, ", ");
                append_text(&line, words.printed_as);
                append_text(&line, " ");
                let (open, close) = words.quotation_marks;
                append_text(&line, open);
                let quoted = node("q", "").says(printed);
                if let Some((_, article)) = article {
                    mark_language(&quoted, article.language);
                }
                append(&line, &quoted);
                append_text(&line, close);
            }
            if !source.note.is_empty() {
                append_text(&line, ". ");
                append(&line, &worded("span", "", &source.note, words.language));
            }
            append(&sources, &line);
        }
        let foot = node("div", "card-foot");
        append(&foot, &node("h4", "").says(words.sources));
        append(&card, &foot.holds(&sources));
    }
    let chips = node("div", "chips");
    for id in &event.entities {
        let number = state.index().number(Kind::Entity, id);
        let entity = number.and_then(|number| state.dossier().entities.get(number));
        if let (Some(number), Some(entity)) = (number, entity) {
            let chip = button("chip", "about").with("data-number", &number.to_string());
            let (language, name) = entity.name.get(words.language);
            append(&chips, &chip.says_in(language, name));
        }
    }
    if chips.child_element_count() > 0 {
        append(&card, &chips);
    }
    card
}

/// What the dossier says of an entity.
pub(super) fn entity(state: &State, words: &Phrases, number: usize) -> Element {
    let card = node("article", "card event-card");
    let Some(entity) = state.dossier().entities.get(number) else { return card };
    append(&card, &button("close", "clear").with("aria-label", words.clear).says("×"));
    append(&card, &worded("h3", "", &entity.name, words.language));
    if !entity.description.is_empty() {
        append(&card, &worded("p", "", &entity.description, words.language));
    }
    for figure in state.index().entity_figures(number) {
        if let Some(figure) = state.dossier().figures.get(*figure) {
            append(&card, &figure_values(state, words, figure));
        }
    }
    card
}

/// All figures, reading by reading.
pub(super) fn figures(state: &State, words: &Phrases) -> Element {
    let section = node("section", "card");
    if state.dossier().figures.is_empty() {
        return section.with("hidden", "");
    }
    append(&section, &node("h3", "section-title").says(words.figures));
    append(&section, &node("p", "label").says(words.figures_hint));
    for figure in &state.dossier().figures {
        append(&section, &figure_values(state, words, figure));
    }
    section
}

fn figure_values(state: &State, words: &Phrases, figure: &Figure) -> Element {
    let values = node("ul", "figure-values");
    for reading in &figure.readings {
        append(&values, &figure_value(state, words, reading));
    }
    node("div", "figure")
        .with("part", "figure")
        .with("data-id", figure.id.as_str())
        .holds(&worded("h4", "", &figure.title, words.language))
        .holds(&values)
}

fn figure_value(state: &State, words: &Phrases, reading: &FigureReading) -> Element {
    let item = node("li", "");
    let article = state.article(reading.article.as_ref()).map(|(_, article)| article);
    let value = node("p", "value").says(&reading.text);
    if let Some(article) = article {
        mark_language(&value, article.language);
    }
    append(&item, &value);
    // The other of the two languages, whichever the article's is.
    let (left, right) = state.languages();
    let own = article.map(|article| article.language);
    let other = if own.is_some_and(|own| own.matches(left)) { right } else { left };
    if !reading.translation.is_empty() {
        append(&item, &worded("p", "value-other", &reading.translation, other));
    }
    let name = article
        .map_or_else(|| words.unknown_outlet.to_owned(), |article| article_name(article, words));
    append(&item, &node("p", "label").says(&name));
    if !reading.note.is_empty() {
        append(&item, &worded("p", "label", &reading.note, words.language));
    }
    item
}

/// The sources of the dossier.
pub(super) fn articles(state: &State, words: &Phrases) -> Element {
    let section = node("section", "card");
    append(&section, &node("h3", "section-title").says(words.articles));
    for article in &state.dossier().articles {
        append(&section, &source(article, words));
    }
    section
}

fn source(article: &Article, words: &Phrases) -> Element {
    let item = node("div", "article").with("data-id", article.id.as_str());
    let headline = match &article.headline {
        Some(text) => node("p", "headline").says_in(article.language, text),
        None => node("p", "headline").says(words.headline_missing),
    };
    match article.url.as_deref().filter(|url| is_web_address(url)) {
        Some(url) => {
            let link = node("a", "").with("href", url).with("rel", "noopener").holds(&headline);
            append(&item, &link);
        }
        None => append(&item, &headline),
    }
    let mut line = if article.outlet.is_empty() {
        words.unknown_outlet.to_owned()
    } else {
        article.outlet.text(words.language).to_owned()
    };
    line.push_str(" · ");
    line.push_str(words.article_kind(article.kind));
    line.push_str(" · ");
    match &article.date {
        Some(date) => line.push_str(&date_text(date, Length::Long, words)),
        None => line.push_str(words.undated),
    }
    if let Some(author) = &article.author {
        line.push_str(" · ");
        line.push_str(words.author);
        line.push(' ');
        line.push_str(author);
    }
    append(&item, &node("p", "label").says(&line));
    if !article.note.is_empty() {
        append(&item, &worded("p", "label", &article.note, words.language));
    }
    item
}

/// Only addresses that a browser opens as a page: no script hides in a link.
fn is_web_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
