//! A dossier on its way into the widget: bytes, rows, a state, a drawing, in small steps.
//!
//! The element's shim has the clock: it asks for step after step for some milliseconds, lets the page
//! answer, and goes on.

use crate::dossier::{Dossier, OwnReader, Problem, dropped, read_part};
use crate::parts::Parts;
use crate::state::{Build, State};
use crate::timeline::Scale;

/// The width that is drawn for until the widget has been measured, in pixels.
const UNMEASURED_PX: i32 = 640;

/// What has come so far.
#[derive(Default)]
pub(super) struct Loading {
    reader: OwnReader,
    build: Option<Build>,
    /// What further files there are, where the dossier names any.
    parts: Option<Parts>,
    /// More parts have come than the state that is shown, or being made, has.
    stale: bool,
    /// Parts were given up, so that rows have other numbers now.
    pub(super) renumbered: bool,
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
        if dossier.parts.is_empty() {
            self.build = Some(Build::new(dossier));
        } else {
            let parts = self.parts.insert(Parts::new(dossier));
            self.build = Some(build(parts));
        }
        Ok(true)
    }

    /// Goes on for a while; says whether there is more to do before the state can be had. Where the reader
    /// searches, that takes the texts too, lest what was found be gone for a while.
    pub(super) fn step(&mut self, searching: bool) -> bool {
        if std::mem::take(&mut self.stale) {
            self.build = self.parts.as_ref().map(build);
        }
        self.build.as_mut().is_some_and(|build| build.step() || (searching && build.fold()))
    }

    /// The state that was begun.
    pub(super) fn state(&mut self) -> Option<State> {
        Some(self.build.take()?.finish(UNMEASURED_PX))
    }

    /// The addresses of the parts that are to be fetched for what is shown; nothing where there are no
    /// parts at all.
    pub(super) fn wanted(&mut self, scale: Scale) -> Option<Vec<String>> {
        Some(self.parts.as_mut()?.wanted(scale))
    }

    /// Takes in a part. Whether a part that is long out of sight can be given up for it, `is_kept` says.
    pub(super) fn part(&mut self, address: &str, bytes: &[u8], is_kept: &dyn Fn(&Dossier) -> bool) {
        let Some(parts) = &mut self.parts else { return };
        match read_part(bytes) {
            Ok((dossier, _)) => {
                parts.take(address, dossier);
                self.renumbered |= parts.give_up(is_kept);
                self.stale = true;
            }
            Err(_) => parts.fail(address),
        }
    }

    /// A part could not be fetched.
    pub(super) fn missed(&mut self, address: &str) {
        if let Some(parts) = &mut self.parts {
            parts.fail(address);
        }
    }

    /// Whether the dossier is in parts, and whether one could not be had; nothing where it is not.
    pub(super) fn lacks(&self) -> Option<bool> {
        self.parts.as_ref().map(Parts::has_failed)
    }
}

/// Begins a state of what has been read, which counts what has not.
fn build(parts: &Parts) -> Build {
    Build::new(parts.dossier()).with_unread(parts.unread())
}
