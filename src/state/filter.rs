//! Which events and quotes are shown.

use super::State;
use crate::collate::{index, search::Query};
use crate::dossier::{Article, Dossier, Id, Kind, Quote, Text, Wording};

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
        let same =
            |outlet: &&mut Outlet| !article.outlet.is_empty() && outlet.name == article.outlet;
        match outlets.iter_mut().find(same) {
            Some(outlet) => outlet.articles.push(number),
            None => outlets.push(Outlet { name: article.outlet.clone(), articles: vec![number] }),
        }
    }
    outlets
}

/// Everything that can be searched, folded once.
pub(super) struct Texts {
    events: index::Index,
    quotes: index::Index,
}

impl Texts {
    pub(super) fn new(dossier: &Dossier) -> Self {
        let mut texts = Self { events: index::Index::default(), quotes: index::Index::default() };
        let entity = |id: &Id| dossier.entities.iter().find(|entity| entity.id == *id);
        let mut parts: Vec<String> = Vec::new();
        for (event, number) in dossier.events.iter().zip(0..) {
            parts.clear();
            parts.extend(said(&event.title).chain(said(&event.summary)));
            texts.events.push(number, &borrowed(&parts));
        }
        for (quote, number) in dossier.quotes.iter().zip(0..) {
            parts.clear();
            parts.extend(said(&quote.role).chain(said(&quote.occasion)));
            for speaker in quote.speaker.iter().filter_map(entity) {
                parts.extend(said(&speaker.name));
                parts.extend(speaker.aliases.iter().map(ToString::to_string));
            }
            for reading in &quote.readings {
                let translations = reading.translations.iter().map(|other| &other.text);
                parts.extend(std::iter::once(&reading.text).chain(translations).map(Text::plain));
            }
            texts.quotes.push(number, &borrowed(&parts));
        }
        texts
    }
}

fn borrowed(parts: &[String]) -> Vec<&str> {
    parts.iter().map(String::as_str).collect()
}

fn said(wording: &Wording) -> impl Iterator<Item = String> {
    wording.entries().map(|(_, text)| text.to_owned())
}

/// The numbers of the events and the quotes that the filter lets through.
pub(super) fn apply(state: &State) -> (Vec<usize>, Vec<usize>) {
    let State { dossier, index: links, filter, search, .. } = state;
    let found = |texts: &index::Index, count: usize| -> Vec<usize> {
        if filter.query.is_empty() {
            return (0..count).collect();
        }
        texts.search(&filter.query).into_iter().map(|number| number as usize).collect()
    };
    let id = |entity: Option<usize>| {
        entity.map(|number| dossier.entities.get(number).map(|entity| &entity.id))
    };
    let (speaker, entity) = (id(filter.speaker), id(filter.entity));
    let articles: Option<Vec<&Id>> = filter.outlet.map(|number| {
        let outlet = state.outlets.get(number);
        let articles = outlet.iter().flat_map(|outlet| &outlet.articles);
        articles.filter_map(|number| dossier.articles.get(*number)).map(article_id).collect()
    });
    let printed = |article: &Option<Id>| {
        articles.as_ref().is_none_or(|all| article.as_ref().is_some_and(|id| all.contains(&id)))
    };

    let mut quotes = found(&search.quotes, dossier.quotes.len());
    quotes.retain(|number| {
        let Some(quote) = dossier.quotes.get(*number) else { return false };
        speaker.is_none_or(|speaker| quote.speaker.as_ref() == speaker)
            && entity.is_none_or(|entity| entity.is_some_and(|id| concerns(quote, id)))
            && quote.readings.iter().any(|reading| printed(&reading.article))
    });

    let mut events = found(&search.events, dossier.events.len());
    events.retain(|number| {
        let Some(event) = dossier.events.get(*number) else { return false };
        let takes_part = |wanted: Option<&Id>| wanted.is_some_and(|id| event.entities.contains(id));
        let speaks = |wanted: Option<&Id>| {
            links.event_quotes(*number).iter().any(|quote| {
                dossier.quotes.get(*quote).is_some_and(|quote| quote.speaker.as_ref() == wanted)
            })
        };
        speaker.is_none_or(|speaker| speaks(speaker) || takes_part(speaker))
            && entity.is_none_or(takes_part)
            && (articles.is_none() || event.sources.iter().any(|source| printed(&source.article)))
    });
    (events, quotes)
}

fn article_id(article: &Article) -> &Id {
    &article.id
}

fn concerns(quote: &Quote, entity: &Id) -> bool {
    quote.speaker.as_ref() == Some(entity) || quote.entities.contains(entity)
}

impl State {
    /// The entities that speak, in the dossier's order, and how many quotes each has.
    pub fn speakers(&self) -> Vec<(usize, usize)> {
        let count = |entity: &crate::dossier::Entity| {
            let spoken = |quote: &&Quote| quote.speaker.as_ref() == Some(&entity.id);
            self.dossier.quotes.iter().filter(spoken).count()
        };
        let counts = self.dossier.entities.iter().map(count).enumerate();
        counts.filter(|(_, count)| *count > 0).collect()
    }

    /// The article of a witness.
    pub fn article(&self, id: Option<&Id>) -> Option<&Article> {
        self.dossier.articles.get(self.index.number(Kind::Article, id?)?)
    }
}
