//! The axis: a row of ticks, and above them the longer unit they belong to.

use web_sys::Element;

use super::markup::{append, node, set, translate};
use super::months::Browser;
use super::quotes::date_text;
use crate::edtf::{Edtf, Length, MonthNames, compose};
use crate::join::{digits, join};
use crate::phrases::Phrases;
use crate::state::State;
use crate::timeline::{TickLabel, ticks};

/// The least distance between two ticks, in pixels: a short month's name fits.
const GAP_PX: i32 = 52;
/// The classes of a tick in the upper row.
const MAJOR: &str = "tick major";

/// The strip between events and quotes.
pub(super) struct Axis {
    pub(super) strip: Element,
    ticks: Vec<Element>,
}

impl Axis {
    pub(super) fn new() -> Self {
        // The labels of the events say their dates; the axis is for the eye.
        let strip = node("div axis part=axis aria-hidden=true");
        Self { strip, ticks: Vec::new() }
    }

    pub(super) fn draw(&mut self, state: &State, words: &Phrases) {
        let axis = ticks(state.scale(), GAP_PX);
        let mut used = 0;
        for (ticks, class) in [(&axis.minor, "tick"), (&axis.major, MAJOR)] {
            for tick in ticks {
                if used >= self.ticks.len() {
                    let made = node("span");
                    append(&self.strip, &made);
                    self.ticks.push(made);
                }
                let Some(element) = self.ticks.get(used) else { break };
                used += 1;
                set(element, "class", class);
                element.set_text_content(Some(&label(tick.label, class == MAJOR, words)));
                translate(element, tick.px, 0);
            }
        }
        while self.ticks.len() > used {
            if let Some(gone) = self.ticks.pop() {
                gone.remove();
            }
        }
    }
}

/// What a stretch of the calendar is called in full.
pub(super) fn said(label: TickLabel, words: &Phrases) -> String {
    self::label(label, true, words)
}

fn label(label: TickLabel, major: bool, words: &Phrases) -> String {
    match label {
        TickLabel::Year(year) if year > 0 => compose::years(year),
        TickLabel::Year(year) => join(&[&compose::years(1 - year), words.before_christ]),
        TickLabel::Month { month, .. } if !major => {
            Browser(words.language).month(month, words.dates, Length::Short)
        }
        TickLabel::Day { day, .. } if !major => digits(day.into()),
        TickLabel::Month { year, month } => {
            in_words(&compose::date(year, Some(month), None), words)
        }
        TickLabel::Day { year, month, day } => {
            in_words(&compose::date(year, Some(month), Some(day)), words)
        }
        TickLabel::Time { hour, minute } => {
            let mut text = digits(hour.into());
            text.push_str(words.hour_mark);
            if minute < 10 {
                text.push('0');
            }
            text.push_str(&digits(minute.into()));
            text
        }
    }
}

fn in_words(text: &str, words: &Phrases) -> String {
    Edtf::parse(text).map_or_else(|_| String::new(), |date| date_text(&date, words))
}
