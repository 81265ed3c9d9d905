//! How many things are shown: read by the eye, and said politely by a screen reader.

use web_sys::Element;

use super::markup::{Writer, node};
use crate::phrases::Phrases;
use crate::state::State;

/// The line under the toolbar.
pub(super) struct Status {
    pub(super) line: Element,
    counts: Element,
    said: String,
}

impl Status {
    pub(super) fn new(words: &Phrases, dropped: usize) -> Self {
        let line = node("p status part=status role=status");
        let mut to = Writer::new(&line, words.language);
        to.open("span");
        let counts = to.end();
        if dropped > 0 {
            to.leaf("span notice", &words.count(dropped, words.dropped_count));
        }
        Self { line, counts, said: String::new() }
    }

    pub(super) fn draw(&mut self, state: &State, words: &Phrases) {
        let (events, quotes) = (state.events().len(), state.quotes().len());
        let mut text = words.nothing_found.to_owned();
        if events + quotes > 0 {
            text = words.count(events, words.event_count);
            text.push_str(", ");
            text.push_str(&words.count(quotes, words.quote_count));
            if state.filter().is_empty() {
                text.push_str(", ");
                text.push_str(&words.count(state.dossier().articles.len(), words.article_count));
            }
        }
        // Setting the same text again would make a screen reader repeat it.
        if self.said != text {
            self.counts.set_text_content(Some(&text));
            self.said = text;
        }
    }
}
