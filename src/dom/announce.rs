//! How many things are shown: read by the eye, and said politely by a screen reader.

use web_sys::Element;

use super::markup::{Build, append, node};
use crate::phrases::Phrases;
use crate::state::State;

/// The line under the toolbar.
pub(super) struct Status {
    pub(super) line: Element,
    counts: Element,
}

impl Status {
    pub(super) fn new(words: &Phrases, problems: usize) -> Self {
        let counts = node("span", "");
        let line = node("p", "status").with("part", "status").with("role", "status").holds(&counts);
        if problems > 0 {
            let notice = words.count(problems, words.problem_count);
            append(&line, &node("span", "notice").says(&notice));
        }
        Self { line, counts }
    }

    pub(super) fn draw(&self, state: &State, words: &Phrases) {
        let (events, quotes) = (state.events().len(), state.quotes().len());
        let text = if events + quotes == 0 {
            words.nothing_found.to_owned()
        } else {
            let mut text = words.count(events, words.event_count);
            text.push_str(", ");
            text.push_str(&words.count(quotes, words.quote_count));
            if state.filter().is_empty() {
                let articles = state.dossier().articles.len();
                text.push_str(", ");
                text.push_str(&words.count(articles, words.article_count));
            }
            text
        };
        // Setting the same text again would make a screen reader repeat it.
        if self.counts.text_content().as_deref() != Some(&text) {
            self.counts.set_text_content(Some(&text));
        }
    }
}
