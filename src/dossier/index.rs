//! Who is connected with whom, by number.

use std::ops::Range;

use super::{Dossier, Id};
use crate::collate::vocabulary::Vocabulary;

/// The five kinds of things that have identifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An article.
    Article,
    /// An entity.
    Entity,
    /// An event.
    Event,
    /// A quote.
    Quote,
    /// A figure.
    Figure,
}

impl Kind {
    /// All of them. Rows refer only to rows of kinds that come before their own.
    pub(crate) const ALL: [Self; 5] =
        [Self::Article, Self::Entity, Self::Event, Self::Quote, Self::Figure];

    /// Its name with an article, for messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Article => "an article",
            Self::Entity => "an entity",
            Self::Event => "an event",
            Self::Quote => "a quote",
            Self::Figure => "a figure",
        }
    }

    /// Its name in the public contract (`detail.kind`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Entity => "entity",
            Self::Event => "event",
            Self::Quote => "quote",
            Self::Figure => "figure",
        }
    }
}

/// What an identifier names: its kind and its number in the dossier's list of that kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// Which list.
    pub kind: Kind,
    /// Which place in it.
    pub number: usize,
}

/// Built once from a dossier: identifiers to numbers, and the connections that references make,
/// both ways.
#[derive(Clone, Debug, Default)]
pub struct Index {
    names: Vocabulary,
    /// What each name stands for, by its number.
    targets: Vec<Target>,
    /// The quotes that belong to each event.
    event_quotes: Vec<Vec<usize>>,
    /// The figures that belong to each event.
    event_figures: Vec<Vec<usize>>,
    /// The events of each entity.
    entity_events: Vec<Vec<usize>>,
    /// The quotes of each entity: by it, or about it.
    entity_quotes: Vec<Vec<usize>>,
    /// The figures of each entity.
    entity_figures: Vec<Vec<usize>>,
}

impl Index {
    /// Of a dossier.
    pub fn new(dossier: &Dossier) -> Self {
        let mut index = Self::default();
        for kind in Kind::ALL {
            index.name(dossier, kind, 0..usize::MAX);
        }
        for kind in Kind::ALL {
            index.link(dossier, kind, 0..usize::MAX);
        }
        index
    }

    /// Notes what these rows are called; says whether there are more. All rows are named before any
    /// is linked, as a row may refer to one further down.
    pub(crate) fn name(&mut self, dossier: &Dossier, kind: Kind, rows: Range<usize>) -> bool {
        for number in rows {
            let Some(id) = dossier.id(kind, number) else { return false };
            self.add(kind, number, id);
        }
        true
    }

    /// Notes what these rows refer to; says whether there are more.
    pub(crate) fn link(&mut self, dossier: &Dossier, kind: Kind, rows: Range<usize>) -> bool {
        for number in rows {
            if dossier.id(kind, number).is_none() {
                return false;
            }
            match kind {
                Kind::Article => {}
                Kind::Entity => {
                    self.entity_events.push(Vec::new());
                    self.entity_quotes.push(Vec::new());
                    self.entity_figures.push(Vec::new());
                }
                Kind::Event => {
                    self.event_quotes.push(Vec::new());
                    self.event_figures.push(Vec::new());
                    for entity in dossier.events.get(number).iter().flat_map(|own| &own.entities) {
                        self.connect(|index| &mut index.entity_events, entity, number);
                    }
                }
                Kind::Quote => {
                    let Some(quote) = dossier.quotes.get(number) else { return false };
                    for entity in quote.speaker.iter().chain(&quote.entities) {
                        self.connect(|index| &mut index.entity_quotes, entity, number);
                    }
                    if let Some(event) = &quote.event {
                        self.connect(|index| &mut index.event_quotes, event, number);
                    }
                }
                Kind::Figure => {
                    let Some(figure) = dossier.figures.get(number) else { return false };
                    for entity in &figure.entities {
                        self.connect(|index| &mut index.entity_figures, entity, number);
                    }
                    if let Some(event) = &figure.event {
                        self.connect(|index| &mut index.event_figures, event, number);
                    }
                }
            }
        }
        true
    }

    #[inline(never)]
    fn add(&mut self, kind: Kind, number: usize, id: &Id) {
        let name = self.names.number(id.as_str()) as usize;
        let target = Target { kind, number };
        match self.targets.get_mut(name) {
            Some(known) => *known = target,
            None => self.targets.push(target),
        }
    }

    /// Notes once that a row refers to a thing.
    #[inline(never)]
    fn connect(&mut self, lists: fn(&mut Self) -> &mut Vec<Vec<usize>>, id: &Id, row: usize) {
        let Some(Target { number, .. }) = self.target(id.as_str()) else { return };
        if let Some(list) = lists(self).get_mut(number)
            && list.last() != Some(&row)
        {
            list.push(row);
        }
    }

    /// What an identifier names.
    pub fn target(&self, id: &str) -> Option<Target> {
        self.targets.get(self.names.find(id)? as usize).copied()
    }

    /// The number of what an identifier names, where it is of the kind.
    pub fn number(&self, kind: Kind, id: &Id) -> Option<usize> {
        self.target(id.as_str()).filter(|target| target.kind == kind).map(|target| target.number)
    }

    /// The quotes that belong to an event, in the dossier's order.
    pub fn event_quotes(&self, event: usize) -> &[usize] {
        self.event_quotes.get(event).map_or(&[], Vec::as_slice)
    }

    /// The figures that belong to an event.
    pub fn event_figures(&self, event: usize) -> &[usize] {
        self.event_figures.get(event).map_or(&[], Vec::as_slice)
    }

    /// The events that an entity takes part in.
    pub fn entity_events(&self, entity: usize) -> &[usize] {
        self.entity_events.get(entity).map_or(&[], Vec::as_slice)
    }

    /// The quotes by an entity or about it.
    pub fn entity_quotes(&self, entity: usize) -> &[usize] {
        self.entity_quotes.get(entity).map_or(&[], Vec::as_slice)
    }

    /// The figures about an entity.
    pub fn entity_figures(&self, entity: usize) -> &[usize] {
        self.entity_figures.get(entity).map_or(&[], Vec::as_slice)
    }
}
