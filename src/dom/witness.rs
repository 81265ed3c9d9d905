//! Who prints a reading, when, and how the words came there.

use super::cards::witness_name;
use super::markup::Writer;
use super::quotes::date_text;
use crate::cite::passage;
use crate::dossier::{Quote, Reading, Status};
use crate::join::join;
use crate::phrases::Phrases;
use crate::state::State;

/// A witness in one line, for a list to choose from.
#[inline(never)]
pub(super) fn witness_line(state: &State, words: &Phrases, reading: &Reading) -> String {
    let article = state.article(reading.article.as_ref());
    // Isolated, lest a name written from right to left takes the date along.
    let mut line = join(&["\u{2068}", &witness_name(article, words), "\u{2069}"]);
    let named = article.filter(|article| !article.outlet.is_empty());
    if let Some(date) = named.and_then(|article| article.date.as_ref()) {
        line.push_str(&join(&[words.comma, &date_text(date, words)]));
    }
    let place = reading.place.text(words.language);
    let comma = if place.is_empty() { "" } else { words.comma };
    line.push_str(&join(&[" · ", words.status(reading.status), comma, place]));
    line
}

/// A witness in a word or two: its outlet, or else what kind of article it is.
#[inline(never)]
pub(super) fn short_name<'a>(state: &'a State, words: &'a Phrases, reading: &Reading) -> &'a str {
    let article = state.article(reading.article.as_ref());
    article.map_or(words.unknown_outlet, |article| {
        let outlet = article.outlet.text(words.language);
        if outlet.is_empty() { words.article_kind(article.kind) } else { outlet }
    })
}

/// The witness of a reading: outlet with a link to the article, date, status, path.
pub(super) fn witness(
    to: &mut Writer,
    state: &State,
    words: &Phrases,
    quote: &Quote,
    reading: &Reading,
    base: bool,
) {
    to.open("p witness");
    let article = state.article(reading.article.as_ref());
    let name = witness_name(article, words);
    // At the words themselves, where the browser can find them.
    match article.and_then(|article| passage::address(article, reading)) {
        Some(address) => {
            to.open("a outlet rel=noopener");
            to.found(&name);
            to.set("href", &address);
            to.set("title", words.see_in_article);
            to.close();
        }
        None => to.found_leaf("span outlet", &name),
    }
    to.note(state.article_number(reading.article.as_ref()));
    let named = article.filter(|article| !article.outlet.is_empty());
    if let Some(date) = named.and_then(|article| article.date.as_ref()) {
        to.leaf("span", &date_text(date, words));
    }
    let original = reading.status == Status::Original;
    let class = if original { "span status-tag is-original" } else { "span status-tag" };
    to.leaf(class, words.status(reading.status));
    to.wording("span", &reading.place);
    if base {
        to.leaf("span base-tag", words.base_text);
    }
    to.close();
    if !reading.via.is_empty() {
        descent(to, state, words, quote, reading);
    }
    to.wording("p witness-note", &reading.note);
}

/// The line of descent: from the speaker through every station to the article.
fn descent(to: &mut Writer, state: &State, words: &Phrases, quote: &Quote, reading: &Reading) {
    to.open("ol descent");
    to.set("aria-label", words.via);
    // The line goes the interface's way, each name its own.
    to.open("li");
    match state.speaker(quote) {
        Some(entity) => to.wording("span", &entity.name),
        None => to.text(words.unknown_speaker),
    }
    for station in &reading.via {
        to.close();
        to.open("li");
        to.wording("span", station);
    }
    to.close();
    to.found_leaf("li", short_name(state, words, reading));
    to.close();
}
