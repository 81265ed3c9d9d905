//! How many things are shown: read by the eye, and said politely by a screen reader.

use web_sys::Element;

use super::markup::{Writer, node};
use crate::phrases::Phrases;
use crate::state::State;

/// The line under the toolbar.
pub(super) struct Status {
    pub(super) line: Element,
    counts: Element,
}

impl Status {
    pub(super) fn new(words: &Phrases, problems: usize) -> Self {
        let line = node("p", "status");
        let mut to = Writer::new(line.clone(), words.language);
        to.set("part", "status");
        to.set("role", "status");
        to.open("span", "");
        let counts = to.here();
        to.close();
        if problems > 0 {
            to.leaf("span", "notice", &words.count(problems, words.problem_count));
        }
        Self { line, counts }
    }

    pub(super) fn draw(&self, state: &State, words: &Phrases) {
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
        if self.counts.text_content().as_deref() != Some(&text) {
            self.counts.set_text_content(Some(&text));
        }
    }
}
