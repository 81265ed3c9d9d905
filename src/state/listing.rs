//! What the views ask the state for.

use std::ops::Range;

use super::{Filter, Outlet, State, Track};
use crate::dossier::{Dossier, Index, Kind, Language, Target};
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

    /// Whether words are looked for.
    pub fn is_searching(&self) -> bool {
        !self.filter.query.is_empty()
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

    /// Where on its track the event or the quote stands that is chosen.
    pub fn chosen_item(&self, kind: Kind) -> Option<usize> {
        self.item(self.selected.filter(|target| target.kind == kind)?)
    }

    /// Where on its track an event or a quote stands.
    pub fn item(&self, target: Target) -> Option<usize> {
        let track = if target.kind == Kind::Event { &self.events } else { &self.quotes };
        track.items().iter().position(|number| *number == target.number)
    }

    /// Whether there is more of the dossier than has been read.
    pub fn is_partial(&self) -> bool {
        self.unread.iter().any(|own| !own.is_empty())
    }

    /// The event whose quotes alone are listed.
    pub fn open_event(&self) -> Option<usize> {
        self.open_event
    }

    /// The quotes on the page that is listed, in order of time.
    pub fn listed(&self) -> &[usize] {
        self.on_page(&self.listed)
    }

    /// The events on that page where the dossier has no quotes: it is read event by event.
    pub fn told(&self) -> &[usize] {
        if self.reads_events() { self.on_page(self.events.items()) } else { &[] }
    }

    /// Whether there is more than is listed.
    pub fn has_more(&self) -> bool {
        let all = if self.reads_events() { self.events.items() } else { &self.listed };
        self.page.end < all.len()
    }

    /// How many rows of a list are shown at once; more come on demand, as of quotes.
    pub fn most_listed(&self) -> usize {
        self.page.len()
    }

    /// All events, and the quotes that belong to none, in order of time; what is undated comes last.
    pub fn chronicle(&self) -> Vec<Target> {
        let mut loose = vec![true; self.dossier.quotes.len()];
        for event in 0..self.dossier.events.len() {
            for quote in self.index.event_quotes(event) {
                if let Some(mark) = loose.get_mut(*quote) {
                    *mark = false;
                }
            }
        }
        let mut quotes = self.quote_times.marked(&loose).into_iter().peekable();
        let mut told = Vec::new();
        for number in self.event_times.marked(&vec![true; self.dossier.events.len()]) {
            let time = self.event_times.extent(number).map(|own| own.earliest);
            while let Some(quote) = quotes.next_if(|quote| {
                let own = self.quote_times.extent(*quote).map(|own| own.earliest);
                own.is_some() && (time.is_none() || own < time)
            }) {
                told.push(Target { kind: Kind::Quote, number: quote });
            }
            told.push(Target { kind: Kind::Event, number });
        }
        told.extend(quotes.map(|number| Target { kind: Kind::Quote, number }));
        told
    }

    fn reads_events(&self) -> bool {
        self.dossier.quotes.is_empty() && self.open_event.is_none()
    }

    fn on_page<'a>(&self, all: &'a [usize]) -> &'a [usize] {
        let Range { start, end } = self.page;
        all.get(start..end.min(all.len())).unwrap_or_default()
    }

    /// Time and pixels.
    pub fn scale(&self) -> Scale {
        self.scale
    }
}
