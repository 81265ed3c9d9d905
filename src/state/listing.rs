//! What the views ask the state for.

use std::ops::Range;

use super::{Filter, Outlet, State, Track};
use crate::dossier::{Dossier, Index, Language, Target};
use crate::timeline::Scale;

impl State {
    /// The dossier that is shown.
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// Who is connected with whom in it.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The languages of the left and the right column.
    pub fn languages(&self) -> (Language, Language) {
        self.languages
    }

    /// The outlets that one can filter by.
    pub fn outlets(&self) -> &[Outlet] {
        &self.outlets
    }

    /// The filters in force.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The events shown, in order of time.
    pub fn events(&self) -> &Track {
        &self.events
    }

    /// The quotes shown, in order of time.
    pub fn quotes(&self) -> &Track {
        &self.quotes
    }

    /// What is chosen.
    pub fn selected(&self) -> Option<Target> {
        self.selected
    }

    /// The event whose quotes alone are listed.
    pub fn open_event(&self) -> Option<usize> {
        self.open_event
    }

    /// The quotes on the page that is listed, in order of time.
    pub fn listed(&self) -> &[usize] {
        let Range { start, end } = self.page;
        self.listed.get(start..end.min(self.listed.len())).unwrap_or_default()
    }

    /// Whether there are more quotes than are listed.
    pub fn has_more(&self) -> bool {
        self.page.end < self.listed.len()
    }

    /// Time and pixels.
    pub fn scale(&self) -> Scale {
        self.scale
    }

    /// The scale at which everything is shown.
    pub fn whole(&self) -> Scale {
        super::whole(self.home, self.scale.width_px())
    }
}
