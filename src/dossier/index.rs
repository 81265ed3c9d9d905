//! Who is connected with whom, by number.

use std::collections::BTreeMap;

use super::{Dossier, Id};

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
    targets: BTreeMap<Id, Target>,
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
        let mut index = Self {
            targets: BTreeMap::new(),
            event_quotes: vec![Vec::new(); dossier.events.len()],
            event_figures: vec![Vec::new(); dossier.events.len()],
            entity_events: vec![Vec::new(); dossier.entities.len()],
            entity_quotes: vec![Vec::new(); dossier.entities.len()],
            entity_figures: vec![Vec::new(); dossier.entities.len()],
        };
        index.add(Kind::Article, dossier.articles.iter().map(|row| &row.id));
        index.add(Kind::Entity, dossier.entities.iter().map(|row| &row.id));
        index.add(Kind::Event, dossier.events.iter().map(|row| &row.id));
        index.add(Kind::Quote, dossier.quotes.iter().map(|row| &row.id));
        index.add(Kind::Figure, dossier.figures.iter().map(|row| &row.id));
        for (number, event) in dossier.events.iter().enumerate() {
            for entity in &event.entities {
                connect(&index.targets, &mut index.entity_events, entity, number);
            }
        }
        for (number, quote) in dossier.quotes.iter().enumerate() {
            for entity in quote.speaker.iter().chain(&quote.entities) {
                connect(&index.targets, &mut index.entity_quotes, entity, number);
            }
            if let Some(event) = &quote.event {
                connect(&index.targets, &mut index.event_quotes, event, number);
            }
        }
        for (number, figure) in dossier.figures.iter().enumerate() {
            for entity in &figure.entities {
                connect(&index.targets, &mut index.entity_figures, entity, number);
            }
            if let Some(event) = &figure.event {
                connect(&index.targets, &mut index.event_figures, event, number);
            }
        }
        index
    }

    fn add<'a>(&mut self, kind: Kind, ids: impl Iterator<Item = &'a Id>) {
        self.targets
            .extend(ids.enumerate().map(|(number, id)| (id.clone(), Target { kind, number })));
    }

    /// What an identifier names.
    pub fn target(&self, id: &str) -> Option<Target> {
        self.targets.get(id).copied()
    }

    /// The number of what an identifier names, where it is of the kind.
    pub fn number(&self, kind: Kind, id: &Id) -> Option<usize> {
        self.targets.get(id).filter(|target| target.kind == kind).map(|target| target.number)
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

/// Notes once that a row refers to a thing.
fn connect(targets: &BTreeMap<Id, Target>, lists: &mut [Vec<usize>], id: &Id, row: usize) {
    let list = targets.get(id).and_then(|target| lists.get_mut(target.number));
    if let Some(list) = list
        && list.last() != Some(&row)
    {
        list.push(row);
    }
}
