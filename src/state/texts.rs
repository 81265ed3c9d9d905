//! Everything that can be searched, folded once.

use super::State;
use super::filter::{mark, number_of};
use crate::collate::{index, search::Query};
use crate::dossier::{Dossier, Entity, Figure, Id, Index, Kind, Quote, Wording};
use crate::rich::plain;

/// The texts of each event, quote, article and entity.
///
/// An event is found by its own words, those of its figures, the names of whom it concerns and
/// the dating words that articles print for it; a quote by its words in every reading and every
/// translation, its speaker and its witnesses; articles and entities by what they are called.
#[derive(Default)]
pub(super) struct Texts {
    events: Pile,
    quotes: Pile,
    articles: Pile,
    entities: Pile,
    /// How many kinds of rows are taken in whole.
    kinds: usize,
}

/// So many rows are taken in a step: a few milliseconds, in an engine that has just been started.
const ROWS: u32 = 64;

/// For each event and each quote whether the search found it.
pub(super) struct Found {
    pub(super) events: Vec<bool>,
    pub(super) quotes: Vec<bool>,
}

impl Texts {
    /// Whether the texts of all rows are taken in.
    pub(super) fn is_whole(&self) -> bool {
        self.kinds == Kind::ALL.len()
    }

    /// Takes in the texts of some more rows; says whether there are more.
    pub(super) fn step(&mut self, dossier: &Dossier, index: &Index) -> bool {
        let Some(kind) = Kind::ALL.get(self.kinds) else { return false };
        let pile = match kind {
            Kind::Event => Some(&mut self.events),
            Kind::Quote => Some(&mut self.quotes),
            Kind::Article => Some(&mut self.articles),
            Kind::Entity => Some(&mut self.entities),
            // Found by the events that they belong to.
            Kind::Figure => None,
        };
        let more = pile.is_some_and(|pile| {
            (0..ROWS).all(|_| pile.row(dossier, index, *kind, pile.entries as usize).is_some())
        });
        self.kinds += usize::from(!more);
        !self.is_whole()
    }

    /// The events and quotes that have the words looked for.
    pub(super) fn find(&self, dossier: &Dossier, query: &Query) -> Found {
        let (events, quotes) = (dossier.events.len(), dossier.quotes.len());
        if query.is_empty() {
            return Found { events: vec![true; events], quotes: vec![true; quotes] };
        }
        Found {
            events: marks(events, &self.events.index.search(query)),
            quotes: marks(quotes, &self.quotes.index.search(query)),
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
    /// Adds the texts of a row; nothing where there is none.
    fn row(&mut self, dossier: &Dossier, index: &Index, kind: Kind, number: usize) -> Option<()> {
        match kind {
            Kind::Article => {
                let article = dossier.articles.get(number)?;
                self.wording(&article.outlet);
                self.wording(&article.note);
                self.some(article.headline.as_deref());
                self.some(article.author.as_deref());
            }
            Kind::Entity => {
                let entity = dossier.entities.get(number)?;
                self.entity(Some(entity));
                self.wording(&entity.description);
            }
            Kind::Event => self.event(dossier, index, number)?,
            Kind::Quote => self.quote(dossier, index, dossier.quotes.get(number)?),
            Kind::Figure => return None,
        }
        self.index.close(self.entries);
        self.entries += 1;
        Some(())
    }

    fn event(&mut self, dossier: &Dossier, index: &Index, number: usize) -> Option<()> {
        let event = dossier.events.get(number)?;
        for wording in [&event.title, &event.summary, &event.date_text] {
            self.wording(wording);
        }
        self.rich(&event.text);
        if let Some(media) = &event.media {
            self.rich(&media.caption);
            self.wording(&media.alt);
        }
        for id in &event.entities {
            self.entity(named(dossier, index, Some(id)));
        }
        for source in &event.sources {
            self.some(source.words.as_deref());
        }
        for figure in index.event_figures(number) {
            if let Some(figure) = dossier.figures.get(*figure) {
                self.figure(figure);
            }
        }
        Some(())
    }

    fn quote(&mut self, dossier: &Dossier, index: &Index, quote: &Quote) {
        self.wording(&quote.role);
        self.wording(&quote.occasion);
        self.entity(named(dossier, index, quote.speaker.as_ref()));
        for reading in &quote.readings {
            self.some(Some(&reading.text.plain()));
            for translation in &reading.translations {
                self.some(Some(&translation.text.plain()));
            }
            for wording in reading.via.iter().chain([&reading.place]) {
                self.wording(wording);
            }
            let article = number_of(index, Kind::Article, reading.article.as_ref());
            if let Some(article) = article.and_then(|number| dossier.articles.get(number)) {
                self.wording(&article.outlet);
            }
        }
    }

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
}

fn named<'a>(dossier: &'a Dossier, index: &Index, id: Option<&Id>) -> Option<&'a Entity> {
    dossier.entities.get(number_of(index, Kind::Entity, id)?)
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
        self.found(&self.search.articles.index)
    }

    /// The entities that the search found; none where nothing is looked for.
    pub fn found_entities(&self) -> Vec<usize> {
        self.found(&self.search.entities.index)
    }

    fn found(&self, index: &index::Index) -> Vec<usize> {
        let query = &self.filter.query;
        if query.is_empty() { Vec::new() } else { numbers(&index.search(query)) }
    }
}
