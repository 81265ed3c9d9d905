//! Everything that can be searched, folded once.

use super::State;
use super::filter::{mark, number_of};
use crate::collate::{index, search::Query};
use crate::dossier::{Article, Dossier, Entity, Figure, Id, Index, Kind, Wording};
use crate::rich::plain;

/// The texts of each event, quote, article and entity.
///
/// An event is found by its own words, those of its figures, the names of whom it concerns and
/// the dating words that articles print for it; a quote by its words in every reading and every
/// translation, its speaker and its witnesses; articles and entities by what they are called.
pub(super) struct Texts {
    events: index::Index,
    quotes: index::Index,
    articles: index::Index,
    entities: index::Index,
}

/// For each event and each quote whether the search found it.
pub(super) struct Found {
    pub(super) events: Vec<bool>,
    pub(super) quotes: Vec<bool>,
}

impl Texts {
    pub(super) fn new(dossier: &Dossier, index: &Index) -> Self {
        let article = |id: Option<&Id>| -> Option<&Article> {
            dossier.articles.get(number_of(index, Kind::Article, id)?)
        };
        let entity = |id: Option<&Id>| -> Option<&Entity> {
            dossier.entities.get(number_of(index, Kind::Entity, id)?)
        };
        let mut events = Pile::default();
        for (number, event) in dossier.events.iter().enumerate() {
            for wording in [&event.title, &event.summary, &event.date_text] {
                events.wording(wording);
            }
            events.rich(&event.text);
            if let Some(media) = &event.media {
                events.rich(&media.caption);
                events.wording(&media.alt);
            }
            for id in &event.entities {
                events.entity(entity(Some(id)));
            }
            for source in &event.sources {
                events.some(source.words.as_deref());
            }
            for figure in index.event_figures(number) {
                if let Some(figure) = dossier.figures.get(*figure) {
                    events.figure(figure);
                }
            }
            events.close();
        }
        let mut quotes = Pile::default();
        for quote in &dossier.quotes {
            quotes.wording(&quote.role);
            quotes.wording(&quote.occasion);
            quotes.entity(entity(quote.speaker.as_ref()));
            for reading in &quote.readings {
                quotes.some(Some(&reading.text.plain()));
                for translation in &reading.translations {
                    quotes.some(Some(&translation.text.plain()));
                }
                for wording in reading.via.iter().chain([&reading.place]) {
                    quotes.wording(wording);
                }
                if let Some(article) = article(reading.article.as_ref()) {
                    quotes.wording(&article.outlet);
                }
            }
            quotes.close();
        }
        let mut articles = Pile::default();
        for article in &dossier.articles {
            articles.wording(&article.outlet);
            articles.wording(&article.note);
            articles.some(article.headline.as_deref());
            articles.some(article.author.as_deref());
            articles.close();
        }
        let mut entities = Pile::default();
        for entity in &dossier.entities {
            entities.entity(Some(entity));
            entities.wording(&entity.description);
            entities.close();
        }
        Self {
            events: events.index,
            quotes: quotes.index,
            articles: articles.index,
            entities: entities.index,
        }
    }

    /// The events and quotes that have the words looked for.
    pub(super) fn find(&self, dossier: &Dossier, query: &Query) -> Found {
        Found {
            events: marks(dossier.events.len(), &self.events.search(query)),
            quotes: marks(dossier.quotes.len(), &self.quotes.search(query)),
        }
    }
}

/// Texts on their way into an index, entry by entry.
#[derive(Default)]
struct Pile {
    index: index::Index,
    entries: u32,
}

impl Pile {
    #[inline(never)]
    fn some(&mut self, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.index.add(text);
        }
    }

    #[inline(never)]
    fn wording(&mut self, wording: &Wording) {
        for (_, text) in wording.entries() {
            self.some(Some(text));
        }
    }

    fn rich(&mut self, wording: &Wording) {
        for (_, html) in wording.entries() {
            self.some(Some(&plain(html)));
        }
    }

    fn entity(&mut self, entity: Option<&Entity>) {
        if let Some(entity) = entity {
            self.wording(&entity.name);
            for alias in &entity.aliases {
                self.some(Some(alias));
            }
        }
    }

    fn figure(&mut self, figure: &Figure) {
        self.wording(&figure.title);
        for reading in &figure.readings {
            self.some(Some(&reading.text));
            self.wording(&reading.translation);
        }
    }

    fn close(&mut self) {
        self.index.close(self.entries);
        self.entries += 1;
    }
}

fn marks(count: usize, numbers: &[u32]) -> Vec<bool> {
    let mut marks = vec![false; count];
    for number in numbers {
        mark(&mut marks, *number as usize);
    }
    marks
}

fn numbers(found: &[u32]) -> Vec<usize> {
    let mut numbers = Vec::new();
    for number in found {
        numbers.push(*number as usize);
    }
    numbers
}

impl State {
    /// The articles that the search found; none where nothing is looked for.
    pub fn found_articles(&self) -> Vec<usize> {
        self.found(&self.search.articles)
    }

    /// The entities that the search found; none where nothing is looked for.
    pub fn found_entities(&self) -> Vec<usize> {
        self.found(&self.search.entities)
    }

    fn found(&self, index: &index::Index) -> Vec<usize> {
        let query = &self.filter.query;
        if query.is_empty() { Vec::new() } else { numbers(&index.search(query)) }
    }
}
