//! What a format cannot carry, counted place by place.

use super::sink::Sink;
use super::{Format, json};
use crate::dossier::{Code, Dossier, Position, Problem, Wording};
use crate::join::{digits, join};

/// How something is lost.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// All of it.
    Whole,
    /// All languages but one.
    Languages,
    /// What of a date numbers cannot say.
    Doubt,
}

const NO_DOUBT: &str = " has no place for doubt, seasons, open ends, unknown digits or time zones";

/// Counts what is lost.
pub(super) struct Losses {
    format: Format,
    counts: Vec<(String, Way, usize)>,
    /// Where the walk is: `events[].sources[]`.
    path: String,
    /// For all that is open, the length of the path before it.
    open: Vec<usize>,
    /// How much was open where something began that is lost as a whole.
    skipping: Option<usize>,
}

impl Losses {
    /// Goes through a dossier and counts what has no place among those that are carried.
    pub(super) fn of(dossier: &Dossier, format: Format) -> Self {
        let mut losses = Self {
            format,
            counts: Vec::new(),
            path: String::new(),
            open: Vec::new(),
            skipping: None,
        };
        json::fields(&mut losses, dossier);
        losses
    }

    /// Notes a date of which only the numbers are carried.
    #[inline(never)]
    pub(super) fn doubt(&mut self, path: &str) {
        self.count(path.to_owned(), Way::Doubt);
    }

    /// Notes something that is left out though its place is carried.
    #[inline(never)]
    pub(super) fn whole(&mut self, path: &str) {
        self.count(path.to_owned(), Way::Whole);
    }

    /// Takes back one that was counted as left out.
    #[inline(never)]
    pub(super) fn carried(&mut self, path: &str) {
        for (own, way, count) in &mut self.counts {
            if own == path && *way == Way::Whole {
                *count = count.saturating_sub(1);
            }
        }
    }

    /// A problem for each place and way.
    pub(super) fn problems(self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (path, way, count) in self.counts {
            if count == 0 {
                continue;
            }
            let (what, why) = match way {
                Way::Whole => (" left out: ", " has no place for this"),
                Way::Languages => (" in one language only: ", " has no place for a second"),
                Way::Doubt => (" in plain numbers: ", NO_DOUBT),
            };
            let message = join(&[&digits(count), what, self.format.title(), why]);
            problems.push(Problem::new(Code::NotCarried, &path, Position::default(), message));
        }
        problems
    }

    #[inline(never)]
    fn count(&mut self, path: String, way: Way) {
        for (own, own_way, count) in &mut self.counts {
            if *own == path && *own_way == way {
                *count += 1;
                return;
            }
        }
        self.counts.push((path, way, 1));
    }

    /// Where a value stands; nothing where what it belongs to is lost already.
    fn place(&self, key: &str) -> Option<String> {
        if self.skipping.is_some() {
            return None;
        }
        Some(match self.path.strip_suffix("[]") {
            Some(list) if key.is_empty() => list.to_owned(),
            _ => join(&[&self.path, if self.path.is_empty() { "" } else { "." }, key]),
        })
    }
}

impl Sink for Losses {
    fn open(&mut self, key: &str, closing: char) {
        let whole = self.open.is_empty();
        self.open.push(self.path.len());
        let Some(place) = self.place(key) else { return };
        if closing == ']' {
            self.path = place;
            self.path.push_str("[]");
        } else if !whole {
            if self.format.carries(&place) {
                if !key.is_empty() {
                    self.path = place;
                }
            } else {
                self.count(place, Way::Whole);
                self.skipping = Some(self.open.len());
            }
        }
    }

    fn close(&mut self) {
        if self.skipping == Some(self.open.len()) {
            self.skipping = None;
        }
        self.path.truncate(self.open.pop().unwrap_or_default());
    }

    fn text(&mut self, key: &str, _value: &str) {
        if let Some(place) = self.place(key)
            && !self.format.carries(&place)
        {
            self.count(place, Way::Whole);
        }
    }

    fn number(&mut self, key: &str, _value: i64) {
        self.text(key, "");
    }

    fn wording(&mut self, key: &str, wording: &Wording) {
        let Some(place) = self.place(key) else { return };
        if wording.is_empty() {
            return;
        }
        if !self.format.carries(&place) {
            self.count(place, Way::Whole);
        } else if !self.format.is_multilingual() && wording.entries().nth(1).is_some() {
            self.count(place, Way::Languages);
        }
    }
}
