//! The axis: a row of ticks, and above them the longer unit they belong to.

use web_sys::Element;

use super::anchor::Anchor;
use super::calendar::Browser;
use super::markup::{append, forth, node, set, translate};
use super::quotes::date_text;
use crate::edtf::{Edtf, Language, Length, MonthNames, compose};
use crate::join::{digits, join};
use crate::phrases::Phrases;
use crate::state::State;
use crate::timeline::{Tick, TickLabel, ticks};

/// The least distance between two ticks, in pixels: a short month's name fits.
const GAP_PX: i32 = 52;
/// The classes of a tick in the upper row.
const MAJOR: &str = "tick major";

/// The strip between events and quotes.
pub(super) struct Axis {
    pub(super) strip: Element,
    /// What moves in it.
    row: Element,
    anchor: Anchor,
    ticks: Vec<Mark>,
}

/// A tick that is in the document, and what it says.
struct Mark {
    element: Element,
    label: TickLabel,
    major: bool,
    /// Where it is drawn, from the anchor.
    px: Option<i32>,
}

impl Axis {
    pub(super) fn new() -> Self {
        // The labels of the events say their dates; the axis is for the eye.
        let strip = node("div axis part=axis aria-hidden=true");
        let row = node("div");
        append(&strip, &row);
        Self { strip, row, anchor: Anchor::default(), ticks: Vec::new() }
    }

    pub(super) fn draw(&mut self, state: &State, words: &Phrases) {
        let axis = ticks(state.scale(), GAP_PX);
        let moved = self.anchor.hold(state.scale(), &[&self.row], forth(words));
        let mut before = std::mem::take(&mut self.ticks);
        let wanted = axis.minor.iter().map(|tick| (tick, false));
        let wanted: Vec<_> = wanted.chain(axis.major.iter().map(|tick| (tick, true))).collect();
        let is = |mark: &Mark, (tick, major): &(&Tick, bool)| {
            mark.label == tick.label && mark.major == *major
        };
        for own in &wanted {
            // While the window moves, the ticks that stay say what they said: nothing is laid out anew.
            let same = before.iter().position(|mark| is(mark, own));
            let free = || before.iter().position(|mark| !wanted.iter().any(|own| is(mark, own)));
            let mark = match same.or_else(free) {
                Some(place) => before.swap_remove(place),
                None => self.make(own.0.label),
            };
            self.ticks.push(Self::fit(mark, same.is_some(), own, moved, words));
        }
        for mark in before {
            mark.element.remove();
        }
    }

    fn make(&self, label: TickLabel) -> Mark {
        let element = node("span");
        append(&self.row, &element);
        Mark { element, label, major: false, px: None }
    }

    /// Puts a tick in its place, and has it say what it is, where it does not yet.
    fn fit(
        mark: Mark,
        same: bool,
        (tick, major): &(&Tick, bool),
        moved: i32,
        words: &Phrases,
    ) -> Mark {
        if !same {
            set(&mark.element, "class", if *major { MAJOR } else { "tick" });
            mark.element.set_text_content(Some(&label(tick.label, *major, words)));
        }
        let px = Some(tick.px + moved);
        if mark.px != px {
            translate(&mark.element, (tick.px + moved) * forth(words), 0);
        }
        Mark { label: tick.label, major: *major, px, ..mark }
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
        TickLabel::Month { month, .. } if !major => Browser(words.language).month(
            month,
            words.dates.unwrap_or(Language::English),
            Length::Short,
        ),
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
