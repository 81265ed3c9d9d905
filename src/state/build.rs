//! A state made of a dossier in steps, so that a page answers in between.

use super::texts::Texts;
use super::track::Dating;
use super::{Comparing, Filter, PAGE, State, Track, filter, languages, looking, track, whole};
use crate::dossier::{Dossier, Index, Kind, Target};
use crate::timeline::Unread;

/// So many rows are taken in a step: a few milliseconds.
const ROWS: usize = 256;

/// A state on its way, and what is searched in it: that can come after the state is shown.
///
/// ```
/// use quote_timeline::dossier::read;
/// use quote_timeline::state::Build;
///
/// let (dossier, _) = read(br#"{"events": [{"id": "a", "date": "1999", "title": "A"}]}"#)?;
/// let mut build = Build::new(dossier);
/// while build.step() {}
/// assert_eq!(build.finish(640).events().len(), 1);
/// # Ok::<(), quote_timeline::dossier::Problem>(())
/// ```
pub struct Build {
    dossier: Dossier,
    index: Index,
    texts: Texts,
    events: Dating,
    quotes: Dating,
    unread: [Vec<Unread>; 2],
    task: Task,
    kind: usize,
    row: usize,
}

/// What is done for one kind of rows after the other.
#[derive(Clone, Copy)]
enum Task {
    Name,
    Link,
    Date,
    Sort,
    Done,
}

impl Build {
    /// Nothing done yet.
    pub fn new(dossier: Dossier) -> Self {
        Self {
            dossier,
            index: Index::default(),
            texts: Texts::default(),
            events: Dating::default(),
            quotes: Dating::default(),
            unread: Default::default(),
            task: Task::Name,
            kind: 0,
            row: 0,
        }
    }

    /// Besides what the dossier has there are so many events, and so many quotes, of which no more is known.
    #[must_use]
    pub fn with_unread(self, unread: [Vec<Unread>; 2]) -> Self {
        Self { unread, ..self }
    }

    /// Goes on for a while; says whether there is more to do.
    pub fn step(&mut self) -> bool {
        let Self { dossier, index, events, quotes, task, kind, row, .. } = self;
        let Some(own) = Kind::ALL.get(*kind) else {
            *kind = 0;
            *task = match task {
                Task::Name => Task::Link,
                Task::Link => Task::Date,
                Task::Date => Task::Sort,
                Task::Sort | Task::Done => Task::Done,
            };
            return !matches!(task, Task::Done);
        };
        let rows = *row..*row + ROWS;
        let dating = match own {
            Kind::Event => Some(events),
            Kind::Quote => Some(quotes),
            _ => None,
        };
        let more = match task {
            Task::Name => index.name(dossier, *own, rows),
            Task::Link => index.link(dossier, *own, rows),
            Task::Date => dating.is_some_and(|dating| dating.add(dossier, *own, rows)),
            Task::Sort => dating.is_some_and(|dating| dating.sort(dossier, *own)),
            Task::Done => return false,
        };
        if more {
            *row += ROWS;
        } else {
            (*kind, *row) = (*kind + 1, 0);
        }
        true
    }

    /// Once the steps are done: takes in texts that are searched, for a while; says whether there are more.
    pub fn fold(&mut self) -> bool {
        self.texts.step(&self.dossier, &self.index)
    }

    /// The state: everything shown, nothing chosen. What is left to do is done, but for the texts that are
    /// searched: [`State::fold`] goes on with them.
    pub fn finish(mut self, width_px: i32) -> State {
        while self.step() {}
        let Self { dossier, index, texts, events, quotes, unread, .. } = self;
        let (event_times, quote_times) = (events.done(), quotes.done());
        let home = track::extent(&event_times, &quote_times, &unread);
        let mut state = State {
            outlets: filter::outlets(&dossier),
            search: texts,
            event_times,
            quote_times,
            unread,
            filter: Filter::default(),
            events: Track::default(),
            quotes: Track::default(),
            selected: None,
            open_event: None,
            listed: Vec::new(),
            page: 0..PAGE,
            home,
            scale: whole(home, width_px),
            trail: looking::Trail::default(),
            languages: languages(&dossier),
            comparing: Comparing::default(),
            index,
            dossier,
        };
        state.refilter();
        state
    }
}

impl State {
    /// Takes over what was chosen while other rows of this state's dossier were all there was: filters,
    /// selection, languages, how readings are compared, the stretch of time. What names a row that is
    /// no longer there falls away.
    pub fn resume(&mut self, before: Self) {
        if before.languages != languages(&before.dossier) {
            self.languages = before.languages;
        }
        let all = before.scale == before.whole();
        let now = |kind, number| match before.dossier.id(kind, number) {
            Some(id) => self.index.number(kind, id),
            // What names nothing lets nothing through, and goes on doing so.
            None => Some(number),
        };
        let filter = Filter {
            query: before.filter.query.clone(),
            speaker: before.filter.speaker.and_then(|number| now(Kind::Entity, number)),
            entity: before.filter.entity.and_then(|number| now(Kind::Entity, number)),
            outlet: before.filter.outlet.and_then(|number| self.outlet_of(&before, number)),
        };
        let open_event = before.open_event.and_then(|number| now(Kind::Event, number));
        let selected = before.selected.and_then(|target| {
            let number = now(target.kind, target.number)?;
            Some(Target { number, ..target })
        });
        let base = |(quote, reading): &(usize, usize)| Some((now(Kind::Quote, *quote)?, *reading));
        let bases = before.comparing.bases.iter().filter_map(base).collect();
        self.comparing = Comparing { bases, ..before.comparing };
        self.trail = before.trail;
        self.open_event = open_event;
        self.filter = filter;
        self.refilter();
        self.page = before.page;
        self.selected = selected.filter(|target| self.is_shown(*target));
        self.scale = self.scale.resized(before.scale.width_px());
        if all {
            self.scale = self.whole();
        } else {
            self.rescale(before.scale);
        }
    }

    /// Whether a part has what the reader holds on to: what is chosen, or filtered by.
    pub fn clings_to(&self, part: &Dossier) -> bool {
        let chosen = self.selected.and_then(|target| self.dossier.id(target.kind, target.number));
        let filter = &self.filter;
        let entity = |number: Option<usize>| self.dossier.id(Kind::Entity, number?);
        let events = part.events.iter().map(|own| &own.id);
        let quotes = part.quotes.iter().map(|own| &own.id);
        let mut entities = part.entities.iter().map(|own| &own.id);
        (chosen.is_some() && events.chain(quotes).any(|id| Some(id) == chosen))
            || entities
                .any(|id| Some(id) == entity(filter.speaker) || Some(id) == entity(filter.entity))
    }

    /// The number of another state's outlet here: they share an article. One that there was not stays one.
    fn outlet_of(&self, before: &Self, number: usize) -> Option<usize> {
        let Some(outlet) = before.outlets.get(number) else { return Some(number) };
        let article = outlet.articles.iter().find_map(|own| {
            self.index.number(Kind::Article, before.dossier.id(Kind::Article, *own)?)
        })?;
        self.outlets.iter().position(|own| own.articles.contains(&article))
    }
}
