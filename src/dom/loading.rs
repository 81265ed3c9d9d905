//! A dossier on its way into the widget: bytes, rows, a state, a drawing, in small steps.
//!
//! The element's shim has the clock: it asks for step after step for some milliseconds, lets the page
//! answer, and goes on.

use crate::dossier::{OwnReader, Problem, dropped};
use crate::state::{Build, State};

/// The width that is drawn for until the widget has been measured, in pixels.
const UNMEASURED_PX: i32 = 640;

/// What has come so far.
#[derive(Default)]
pub(super) struct Loading {
    reader: OwnReader,
    build: Option<Build>,
    /// How many rows were dropped, once that is known.
    pub(super) dropped: usize,
    pub(super) problems: Vec<Problem>,
}

impl Loading {
    /// Takes in the next bytes. `false`: they are in the form of another.
    pub(super) fn push(&mut self, bytes: &[u8]) -> Result<bool, Problem> {
        self.reader.push(bytes)
    }

    /// How many events and quotes there are so far.
    pub(super) fn rows(&self) -> usize {
        let dossier = self.reader.so_far();
        dossier.events.len() + dossier.quotes.len()
    }

    /// Begins to make a state of what there is so far.
    pub(super) fn preview(&mut self) {
        self.build = Some(Build::new(self.reader.so_far().clone()));
    }

    /// No more bytes come: begins to make a state of all. `false`: they are in the form of another.
    pub(super) fn end(&mut self, dropped: Option<usize>) -> Result<bool, Problem> {
        let Some((dossier, problems)) = std::mem::take(&mut self.reader).finish()? else {
            return Ok(false);
        };
        self.dropped = dropped.unwrap_or_else(|| self::dropped(&problems));
        self.problems = problems;
        self.build = Some(Build::new(dossier));
        Ok(true)
    }

    /// Goes on for a while; says whether there is more to do before the state can be had.
    pub(super) fn step(&mut self) -> bool {
        self.build.as_mut().is_some_and(Build::step)
    }

    /// The state that was begun.
    pub(super) fn state(&mut self) -> Option<State> {
        Some(self.build.take()?.finish(UNMEASURED_PX))
    }
}
