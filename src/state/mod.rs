//! What the reader sees now, and how a message changes it.
//!
//! [`State::update`] is the only place where anything changes; it says what did, and each view
//! redraws no more than that.

mod build;
mod comparing;
pub mod comparison;
mod filter;
mod listing;
mod looking;
mod place;
pub mod runs;
pub mod side;
mod texts;
mod track;

pub use build::Build;
pub use comparing::{Comparing, Shown};
pub use filter::{Filter, Outlet};
pub use place::Place;
pub use track::Track;

use std::ops::Range;

use track::Chronology;

use crate::collate::search::Query;
use crate::dossier::{Dossier, Index, Kind, Language, Target};
use crate::edtf::Edtf;
use crate::timeline::{Extent, Scale, Second, Unread, Window};

/// How many quotes are listed at once; more come on demand.
pub const PAGE: usize = 40;

/// Something the reader, or the page, asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// Show only what has these words.
    Search(String),
    /// Show only what this entity said; nothing: whoever.
    Speaker(Option<usize>),
    /// Show only what this outlet printed (a number of [`State::outlets`]).
    Outlet(Option<usize>),
    /// Show only what concerns this entity.
    Entity(Option<usize>),
    /// Take all filters away.
    Clear,
    /// Choose an event or a quote, or nothing.
    Select(Option<Target>),
    /// Go back from an event to all quotes.
    Leave,
    /// Show this stretch of time.
    Look(Window),
    /// The same, as one of a stream of messages that are one step: dragging.
    Drag(Window),
    /// On the way from one stretch of time to another, this one is drawn; it is no step.
    Glide(Window),
    /// Enlarge `num / den` times about a pixel.
    Zoom {
        /// Numerator.
        num: u16,
        /// Denominator.
        den: u16,
        /// The pixel whose moment stays, from the left edge; nothing: the selection, else the middle.
        around: Option<i32>,
    },
    /// Move by so many pixels, later for positive ones.
    Pan(i32),
    /// The same, turned by a wheel: a stream of such is one step.
    Wheel(i32),
    /// Show everything.
    Fit,
    /// Show what is chosen from near.
    ToSelection,
    /// Show the stretch of time that was shown before.
    Back,
    /// The timeline has this width now, in pixels.
    Resize(i32),
    /// List more quotes.
    More,
    /// Put these two languages side by side.
    Languages(Language, Language),
    /// Compare the readings of a quote with this one of them.
    Base {
        /// The quote's number.
        quote: usize,
        /// The reading's, in the quote.
        reading: usize,
    },
    /// Whether apostrophes, guillemets, spaces and capitals count where readings are compared.
    Typography(bool),
    /// Show both sides of readings, or one.
    Show(Shown),
}

/// What an update changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a set of flags, any of which can stand")]
pub struct Changes {
    /// Which events and quotes are shown.
    pub shown: bool,
    /// What is chosen.
    pub selection: bool,
    /// The stretch of time, or the width it is drawn on.
    pub scale: bool,
    /// Which quotes are listed.
    pub listing: bool,
    /// How their readings are compared, or which side of them is shown.
    pub readings: bool,
}

impl Changes {
    /// Everything: for the first drawing.
    pub const ALL: Self =
        Self { shown: true, selection: true, scale: true, listing: true, readings: true };
    const NONE: Self =
        Self { shown: false, selection: false, scale: false, listing: false, readings: false };
    const READINGS: Self = Self { readings: true, ..Self::NONE };

    /// What either changed.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            shown: self.shown || other.shown,
            selection: self.selection || other.selection,
            scale: self.scale || other.scale,
            listing: self.listing || other.listing,
            readings: self.readings || other.readings,
        }
    }
}

/// What the reader sees now.
pub struct State {
    dossier: Dossier,
    index: Index,
    languages: (Language, Language),
    outlets: Vec<Outlet>,
    search: texts::Texts,
    filter: Filter,
    event_times: Chronology,
    quote_times: Chronology,
    /// Events and quotes of which only the number is known.
    unread: [Vec<Unread>; 2],
    events: Track,
    quotes: Track,
    selected: Option<Target>,
    open_event: Option<usize>,
    listed: Vec<usize>,
    page: Range<usize>,
    home: Window,
    scale: Scale,
    trail: looking::Trail,
    comparing: Comparing,
}

impl State {
    /// Everything shown, nothing chosen. [`Build`] does the same in steps.
    pub fn new(dossier: Dossier, width_px: i32) -> Self {
        let mut state = Build::new(dossier).finish(width_px);
        while state.fold().is_some() {}
        state
    }

    /// Takes in texts that are searched, for a while, and says what that changed; nothing once it has all.
    /// Until then a search finds what has been taken in.
    pub fn fold(&mut self) -> Option<Changes> {
        if self.search.is_whole() {
            return None;
        }
        if self.search.step(&self.dossier, &self.index) || self.filter.query.is_empty() {
            return Some(Changes::NONE);
        }
        self.refilter();
        Some(Changes { shown: true, listing: true, ..Changes::NONE })
    }

    /// Changes what the message asks for and says what changed.
    pub fn update(&mut self, message: Message) -> Changes {
        if let Some(changes) = self.look(&message) {
            return changes;
        }
        let mut filter = self.filter.clone();
        match message {
            Message::Search(words) => filter.query = Query::new(&words),
            Message::Speaker(entity) => filter.speaker = entity,
            Message::Outlet(outlet) => filter.outlet = outlet,
            Message::Entity(entity) => filter.entity = entity,
            Message::Clear => filter = Filter::default(),
            Message::Select(target) => return self.select(target),
            Message::Leave => return self.leave(),
            Message::Resize(width_px) => return self.rescale(self.scale.resized(width_px)),
            Message::More => {
                self.page.end += PAGE;
                return Changes { listing: true, ..Changes::NONE };
            }
            Message::Languages(left, right) => {
                self.languages = (left, right);
                return Changes { listing: true, selection: true, ..Changes::NONE };
            }
            Message::Base { quote, reading } => {
                self.comparing.bases.retain(|(own, _)| *own != quote);
                self.comparing.bases.push((quote, reading));
                return Changes::READINGS;
            }
            Message::Typography(counts) => {
                self.comparing.typography = counts;
                return Changes::READINGS;
            }
            Message::Show(shown) => {
                self.comparing.shown = shown;
                return Changes::READINGS;
            }
            // What is left is about time, and was answered above.
            _ => return Changes::NONE,
        }
        self.narrow(filter)
    }

    fn narrow(&mut self, filter: Filter) -> Changes {
        if self.filter == filter {
            return Changes::NONE;
        }
        self.filter = filter;
        self.open_event = None;
        self.refilter();
        if self.selected.is_some_and(|target| !self.is_shown(target)) {
            self.selected = None;
        }
        Changes { scale: false, ..Changes::ALL }
    }

    fn refilter(&mut self) {
        let found = self.search.find(&self.dossier, &self.filter.query);
        let (events, quotes) = filter::apply(self, found);
        // Whether what has not been read fits the filter is not known.
        let unread = self.unread.each_ref().map(Vec::as_slice);
        let [some_events, some_quotes] =
            if self.filter.is_empty() { unread } else { Default::default() };
        self.events = Track::new(&self.event_times, events, some_events);
        self.quotes = Track::new(&self.quote_times, quotes, some_quotes);
        self.relist();
    }

    fn select(&mut self, target: Option<Target>) -> Changes {
        let Some(target) = target else {
            let changed = self.selected.take().is_some();
            return Changes { selection: changed, ..self.leave() };
        };
        let mut changes = Changes { selection: true, ..Changes::NONE };
        if !self.is_shown(target) {
            self.filter = Filter::default();
            self.refilter();
            changes = Changes { scale: false, ..Changes::ALL };
        }
        self.selected = Some(target);
        let open = match target.kind {
            Kind::Event => Some(target.number),
            _ => self
                .open_event
                .filter(|event| self.index.event_quotes(*event).contains(&target.number)),
        };
        if open != self.open_event {
            self.open_event = open;
            self.relist();
            changes.listing = true;
        }
        if target.kind == Kind::Quote
            && let Some(place) = self.listed.iter().position(|quote| *quote == target.number)
            && !self.page.contains(&place)
        {
            let start = place - place % PAGE;
            self.page = start..start + PAGE;
            changes.listing = true;
        }
        changes.and(self.reveal(target))
    }

    /// Moves the window, at the same zoom, so that the target can be seen.
    fn reveal(&mut self, target: Target) -> Changes {
        let Some((start, end)) = self.extent(target) else { return Changes::NONE };
        let window = self.scale.window();
        if start >= window.start() && end < window.end() {
            return Changes::NONE;
        }
        let middle = start.saturating_add(end.saturating_sub(start) / 2);
        if (window.start()..window.end()).contains(&middle) && end - start > window.span() {
            return Changes::NONE;
        }
        let from = middle.saturating_sub(window.span() / 2);
        let window = Window::new(from, from.saturating_add(window.span()));
        self.rescale(Scale::new(window, self.scale.width_px()))
    }

    fn leave(&mut self) -> Changes {
        if self.open_event.take().is_none() {
            return Changes::NONE;
        }
        if self.selected.is_some_and(|target| target.kind == Kind::Event) {
            self.selected = None;
        }
        self.relist();
        Changes { selection: true, listing: true, ..Changes::NONE }
    }

    fn relist(&mut self) {
        self.listed = match self.open_event {
            Some(event) => {
                let mut marks = vec![false; self.dossier.quotes.len()];
                for quote in self.index.event_quotes(event) {
                    filter::mark(&mut marks, *quote);
                }
                self.quote_times.marked(&marks)
            }
            None => self.quotes.items().to_vec(),
        };
        self.page = 0..PAGE;
    }

    /// First and last second of an event or a quote, within what the dossier covers.
    pub fn extent(&self, target: Target) -> Option<(Second, Second)> {
        let times = match target.kind {
            Kind::Event => &self.event_times,
            Kind::Quote => &self.quote_times,
            _ => return None,
        };
        let Extent { earliest, latest } = times.extent(target.number)?;
        Some((earliest.max(self.home.start()), latest.min(self.home.end())))
    }

    /// The date of an event or a quote.
    pub fn date(&self, target: Target) -> Option<&Edtf> {
        date(&self.dossier, target)
    }

    /// The identifier of an event or a quote.
    pub fn id(&self, target: Target) -> Option<&str> {
        match target.kind {
            Kind::Event => Some(self.dossier.events.get(target.number)?.id.as_str()),
            Kind::Quote => Some(self.dossier.quotes.get(target.number)?.id.as_str()),
            _ => None,
        }
    }

    fn is_shown(&self, target: Target) -> bool {
        match target.kind {
            Kind::Event => self.events.contains(target.number),
            Kind::Quote => self.quotes.contains(target.number),
            _ => false,
        }
    }
}

/// The pair that a dossier asks to be shown side by side.
fn languages(dossier: &Dossier) -> (Language, Language) {
    match dossier.languages.as_slice() {
        [left, right, ..] => (*left, *right),
        _ => (Language::FRENCH, Language::ENGLISH),
    }
}

#[inline(never)]
fn date(dossier: &Dossier, target: Target) -> Option<&Edtf> {
    match target.kind {
        Kind::Event => Some(&dossier.events.get(target.number)?.date),
        Kind::Quote => dossier.quotes.get(target.number)?.date.as_ref(),
        _ => None,
    }
}

/// Everything, with a margin before it, and after it room for the labels of what came last.
fn whole(home: Window, width_px: i32) -> Scale {
    let span = home.span();
    let label_px = (width_px / 4).min(LABEL_PX);
    let free_px = i64::from((width_px - label_px).max(1));
    let after = span.saturating_mul(i64::from(label_px)) / free_px;
    let before = span / 40;
    let window = Window::new(home.start().saturating_sub(before), home.end().saturating_add(after));
    Scale::new(window, width_px)
}

/// Room for a label, in pixels.
const LABEL_PX: i32 = 200;

/// How far one can look beyond what there is.
const BEYOND_PERMILLE: u16 = 500;
