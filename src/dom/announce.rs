//! How many things are shown, read by the eye; and what changed, said politely by a screen reader.

use gloo::timers::callback::Timeout;
use web_sys::Element;

use super::lists::{COUNTS, joined};
use super::markup::{Writer, node};
use crate::dossier::Dossier;
use crate::phrases::Phrases;
use crate::state::State;

/// The line under the toolbar.
pub(super) struct Status {
    pub(super) line: Element,
    /// What the eye reads, at once.
    counts: Element,
    /// What a screen reader says, once the typing has come to rest.
    spoken: Element,
    said: String,
    /// A part of the dossier could not be had.
    pub(super) lacks: bool,
    timer: Option<Timeout>,
}

/// Milliseconds without a change after which something is said. Most people who type take less
/// from key to key.
const REST_MS: u32 = 500;

impl Status {
    pub(super) fn new(words: &Phrases, dropped: usize) -> Self {
        let line = node("p status part=status role=status");
        let mut to = Writer::new(&line, words.language);
        to.open("span aria-hidden=true");
        let counts = to.end();
        to.open("span hidden");
        let spoken = to.end();
        if dropped > 0 {
            to.leaf("span notice", &words.count(dropped, words.dropped_count));
        }
        Self { line, counts, spoken, said: String::new(), lacks: false, timer: None }
    }

    pub(super) fn draw(&mut self, state: &State, words: &Phrases) {
        let (events, quotes) = (state.events().size(), state.quotes().size());
        let mut articles = state.found_articles().len();
        let entities = state.found_entities().len();
        let mut text = words.nothing_found.to_owned();
        if events + quotes + articles + entities > 0 {
            let mut counted = vec![words.count(events, words.event_count)];
            if state.filter().is_empty() {
                articles = state.dossier().articles.len();
            }
            let has_quotes = quotes > 0 || !state.dossier().quotes.is_empty();
            for (number, thing, told) in [
                (quotes, words.quote_count, has_quotes),
                (articles, words.article_count, articles > 0),
                (entities, words.entity_count, entities > 0),
            ] {
                if told {
                    counted.push(words.count(number, thing));
                }
            }
            text = joined(words.language, COUNTS, &counted);
        }
        if state.is_partial() {
            let Dossier { events, quotes, .. } = state.dossier();
            text.push_str(words.comma);
            text.push_str(&words.count(events.len() + quotes.len(), words.read_count));
        }
        if self.lacks {
            text.push_str(". ");
            text.push_str(words.part_failed);
        }
        // Setting the same text again would make a screen reader repeat it.
        if self.said != text {
            self.counts.set_text_content(Some(&text));
            if self.said.is_empty() {
                self.spoken.set_text_content(Some(&text));
            } else {
                self.say(text.clone());
            }
            self.said = text;
        }
    }

    /// Has a screen reader say something, once what the reader does has come to rest.
    pub(super) fn say(&mut self, text: String) {
        let spoken = self.spoken.clone();
        // One that waits is dropped, and with it what it would have said.
        self.timer = Some(Timeout::new(REST_MS, move || spoken.set_text_content(Some(&text))));
    }
}
