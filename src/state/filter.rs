//! Which events and quotes are shown.

use super::State;
use super::texts::Found;
use crate::collate::{figures::compare, search::Query};
use crate::dossier::{Article, Dossier, Entity, Id, Index, Kind, Quote, Wording};

/// What the reader narrows to; all conditions hold at once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Words to be found, in either language.
    pub query: Query,
    /// An entity that speaks.
    pub speaker: Option<usize>,
    /// An outlet, by its number in [`State::outlets`].
    pub outlet: Option<usize>,
    /// An entity that takes part, speaks, or is spoken of.
    pub entity: Option<usize>,
}

impl Filter {
    /// Whether everything is shown.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Articles of the same outlet; one that names none stands alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlet {
    /// The name; empty where the article does not say.
    pub name: Wording,
    /// Its articles, by number.
    pub articles: Vec<usize>,
}

pub(super) fn outlets(dossier: &Dossier) -> Vec<Outlet> {
    let mut outlets: Vec<Outlet> = Vec::new();
    for (number, article) in dossier.articles.iter().enumerate() {
        let name = &article.outlet;
        match outlets.iter_mut().find(|outlet| outlet.name == *name && !name.is_empty()) {
            Some(outlet) => outlet.articles.push(number),
            None => outlets.push(Outlet { name: name.clone(), articles: vec![number] }),
        }
    }
    outlets
}

pub(super) fn number_of(index: &Index, kind: Kind, id: Option<&Id>) -> Option<usize> {
    index.number(kind, id?)
}

/// For each event and each quote that the search found whether the other filters let it through.
pub(super) fn apply(state: &State, found: Found) -> (Vec<bool>, Vec<bool>) {
    let State { dossier, index, filter, .. } = state;
    let Filter { speaker, outlet, entity, .. } = filter;
    let articles = outlet.map(|number| match state.outlets.get(number) {
        Some(outlet) => outlet.articles.as_slice(),
        None => &[],
    });
    let printed = |article: &Option<Id>| match articles {
        None => true,
        Some(articles) => number_of(index, Kind::Article, article.as_ref())
            .is_some_and(|number| articles.contains(&number)),
    };
    let is = |id: &Id, wanted: usize| index.number(Kind::Entity, id) == Some(wanted);
    let spoken = |quote: &Quote, wanted: usize| {
        quote.speaker.as_ref().is_some_and(|speaker| is(speaker, wanted))
    };
    let among = |ids: &[Id], wanted: usize| ids.iter().any(|id| is(id, wanted));

    let Found { mut events, mut quotes } = found;
    for (shown, quote) in quotes.iter_mut().zip(&dossier.quotes) {
        *shown = *shown
            && speaker.is_none_or(|wanted| spoken(quote, wanted))
            && entity.is_none_or(|wanted| spoken(quote, wanted) || among(&quote.entities, wanted))
            && quote.readings.iter().any(|reading| printed(&reading.article));
    }

    for (number, (shown, event)) in events.iter_mut().zip(&dossier.events).enumerate() {
        let speaks = |wanted: usize| {
            let quotes = index.event_quotes(number).iter();
            quotes.filter_map(|quote| dossier.quotes.get(*quote)).any(|quote| spoken(quote, wanted))
        };
        *shown = *shown
            && speaker.is_none_or(|wanted| among(&event.entities, wanted) || speaks(wanted))
            && entity.is_none_or(|wanted| among(&event.entities, wanted))
            && (articles.is_none() || event.sources.iter().any(|source| printed(&source.article)));
    }
    (events, quotes)
}

/// Marks a number.
pub(super) fn mark(marks: &mut [bool], number: usize) {
    if let Some(mark) = marks.get_mut(number) {
        *mark = true;
    }
}

impl State {
    /// The entities that speak, in the dossier's order, and how many quotes each has.
    pub fn speakers(&self) -> Vec<(usize, usize)> {
        let mut counts = vec![0; self.dossier.entities.len()];
        for quote in &self.dossier.quotes {
            let speaker = number_of(&self.index, Kind::Entity, quote.speaker.as_ref());
            if let Some(count) = speaker.and_then(|number| counts.get_mut(number)) {
                *count += 1;
            }
        }
        let mut speakers = Vec::new();
        for (number, count) in counts.iter().enumerate() {
            if *count > 0 {
                speakers.push((number, *count));
            }
        }
        speakers
    }

    /// Who says a quote.
    #[inline(never)]
    pub fn speaker(&self, quote: &Quote) -> Option<&Entity> {
        self.dossier.entities.get(number_of(&self.index, Kind::Entity, quote.speaker.as_ref())?)
    }

    /// Whether articles differ on a number that belongs to an event.
    pub fn is_disputed(&self, event: usize) -> bool {
        let figures = self.index.event_figures(event).iter();
        figures
            .filter_map(|number| self.dossier.figures.get(*number))
            .any(|own| compare(own).disputed)
    }

    /// The article of a witness.
    #[inline(never)]
    pub fn article(&self, id: Option<&Id>) -> Option<&Article> {
        self.dossier.articles.get(self.article_number(id)?)
    }

    /// Its number.
    pub fn article_number(&self, id: Option<&Id>) -> Option<usize> {
        number_of(&self.index, Kind::Article, id)
    }
}
