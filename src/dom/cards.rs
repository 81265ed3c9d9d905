//! An event, an entity, the articles.

use super::cite;
use super::figures;
use super::markup::Writer;
use super::media::story;
use super::quotes::date_text;
use crate::cite::passage::is_web_address;
use crate::dossier::{Article, Dossier, Event, Kind, Source};
use crate::join::join;
use crate::phrases::Phrases;
use crate::rich::plain;
use crate::state::State;

/// What an article is called in a list: its outlet, or else its kind and date.
#[inline(never)]
pub(super) fn article_name(article: &Article, words: &Phrases) -> String {
    if !article.outlet.is_empty() {
        return article.outlet.text(words.language).to_owned();
    }
    let date = article.date.as_ref().map_or_else(String::new, |date| date_text(date, words));
    let comma = if date.is_empty() { "" } else { words.comma };
    let kind = words.article_kind(article.kind);
    join(&[words.unknown_outlet, words.comma, kind, comma, &date])
}

/// What a witness is called; one that is not known, so.
#[inline(never)]
pub(super) fn witness_name(article: Option<&Article>, words: &Phrases) -> String {
    article.map_or_else(|| words.unknown_outlet.to_owned(), |known| article_name(known, words))
}

/// The chosen event: what, when, who says so.
#[inline(never)]
pub(super) fn chosen_event(to: &mut Writer, state: &State, words: &Phrases, number: usize) {
    let Some(own) = state.dossier().events.get(number) else { return };
    to.open("article card told event-card");
    close_button(to, "button close type=button data-action=leave", words.close);
    when(to, words, own);
    event(to, state, words, number, own);
}

/// One event after the other: its date leads to it on the timeline.
#[inline(never)]
pub(super) fn told_event(to: &mut Writer, state: &State, words: &Phrases, number: usize) {
    let Some(own) = state.dossier().events.get(number) else { return };
    to.open("article card told");
    to.set("data-id", own.id.as_str());
    to.open("button told-when type=button data-action=choose");
    to.set("title", words.in_time);
    when(to, words, own);
    to.close();
    event(to, state, words, number, own);
}

fn event(to: &mut Writer, state: &State, words: &Phrases, number: usize, event: &Event) {
    to.wording("h3", &event.title);
    to.wording("p", &event.summary);
    story(to, words, &event.text, event.media.as_ref());
    for figure in state.index().event_figures(number) {
        figures::figure(to, state, words, *figure);
    }
    if !event.sources.is_empty() {
        to.open("div card-foot");
        to.leaf("h4", words.sources);
        to.open("ul");
        for source in &event.sources {
            attested(to, state, words, source);
        }
        to.close();
        to.close();
    }
    let numbers = event.entities.iter().filter_map(|id| state.index().number(Kind::Entity, id));
    chips(to, state, &numbers.collect::<Vec<_>>());
    cite::button(to, words, Kind::Event, event.id.as_str());
    to.close();
}

/// Entities, each a button that shows what is about it.
fn chips(to: &mut Writer, state: &State, numbers: &[usize]) {
    to.open("div chips");
    for number in numbers {
        if let Some(entity) = state.dossier().entities.get(*number) {
            to.start_wording("button chip type=button data-action=about", &entity.name);
            to.number("data-number", *number);
            to.close();
        }
    }
    to.close();
}

/// The entities that the search found.
#[inline(never)]
pub(super) fn subjects(to: &mut Writer, state: &State, words: &Phrases) {
    let found = state.found_entities();
    if !found.is_empty() {
        to.open("section card subjects");
        to.leaf("h3 label", words.subjects);
        chips(to, state, &found);
        to.close();
    }
}

/// When it was, in the dossier's own words where it has some.
fn when(to: &mut Writer, words: &Phrases, event: &Event) {
    let date = date_text(&event.date, words);
    if event.date_text.is_empty() {
        to.leaf("span date", &date);
    } else {
        to.start_wording("span date", &event.date_text);
        to.set("title", &date);
        to.hidden(&[" (", &date, ")"]);
        to.close();
    }
}

/// The introduction of the dossier; a long one can be folded away.
#[inline(never)]
pub(super) fn introduction(to: &mut Writer, state: &State, words: &Phrases) {
    let Dossier { text, media, .. } = state.dossier();
    if text.is_empty() && media.is_none() {
        return;
    }
    let long = plain(text.text(words.language)).len() > LONG;
    to.open("section card introduction");
    to.set("aria-label", words.introduction);
    if long {
        to.open("details");
        to.leaf("summary", words.introduction);
    }
    story(to, words, text, media.as_ref());
    if long {
        to.close();
    }
    to.close();
}

/// An introduction of more bytes is folded.
const LONG: usize = 900;

/// An article that attests an event, and the dating words that it prints.
fn attested(to: &mut Writer, state: &State, words: &Phrases, source: &Source) {
    let article = state.article(source.article.as_ref());
    to.open("li");
    to.found(&witness_name(article, words));
    to.note(state.article_number(source.article.as_ref()));
    if let Some(printed) = &source.words {
        let [open, close] = words.quotation_marks;
        to.text(&join(&[words.colon, open]));
        to.open("span printed");
        to.found(printed);
        if let Some(article) = article {
            to.tongue(article.language);
        }
        to.close();
        to.text(close);
    }
    if !source.note.is_empty() {
        // Outside the note, which runs its own way: in an interface from right to left the dash would
        // stand at its far end.
        to.text(" — ");
        to.wording("span", &source.note);
    }
    to.close();
}

/// What the dossier says of an entity.
#[inline(never)]
pub(super) fn entity(to: &mut Writer, state: &State, words: &Phrases, number: usize) {
    let Some(entity) = state.dossier().entities.get(number) else { return };
    to.open("article card told event-card");
    close_button(to, "button close type=button data-action=clear", words.clear);
    to.wording("h3", &entity.name);
    to.wording("p", &entity.description);
    for figure in state.index().entity_figures(number) {
        figures::figure(to, state, words, *figure);
    }
    to.close();
}

fn close_button(to: &mut Writer, button: &str, name: &str) {
    to.start(button, "×");
    to.set("aria-label", name);
    to.close();
}

/// Sources of the dossier, by number.
#[inline(never)]
pub(super) fn articles(to: &mut Writer, state: &State, words: &Phrases, numbers: &[usize]) {
    if numbers.is_empty() {
        return;
    }
    to.open("section card");
    to.leaf("h3 section-title", words.articles);
    for number in numbers {
        let Some(article) = state.dossier().articles.get(*number) else { continue };
        to.open("div article");
        to.note(Some(*number));
        to.set("data-id", article.id.as_str());
        let url = article.url.as_deref().filter(|url| is_web_address(url));
        if let Some(url) = url {
            to.open("a rel=noopener");
            to.set("href", url);
        }
        match &article.headline {
            Some(text) => {
                to.start_in("p headline", article.language, text);
                to.close();
            }
            None => to.leaf("p headline", words.headline_missing),
        }
        if url.is_some() {
            to.close();
        }
        to.found_leaf("p label", &imprint(article, words));
        to.wording("p label note", &article.note);
        to.close();
    }
    to.close();
}

/// Outlet, kind, date, author.
fn imprint(article: &Article, words: &Phrases) -> String {
    let outlet = article.outlet.text(words.language);
    let outlet = if outlet.is_empty() { words.unknown_outlet } else { outlet };
    let date = article.date.as_ref().map(|date| date_text(date, words));
    let date = date.as_deref().unwrap_or(words.undated);
    let kind = words.article_kind(article.kind);
    let mut line = join(&[outlet, " · ", kind, " · ", date]);
    if let Some(author) = &article.author {
        line.push_str(&join(&[" · ", words.author, " ", author]));
    }
    line
}
