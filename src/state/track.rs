//! The things on one band of the timeline, in order of time.

use crate::dossier::{Dossier, Quote};
use crate::edtf::Edtf;
use crate::timeline::{Extent, Index, Second, Window};

const DAY: Second = 86_400;

/// Events or quotes by their numbers in the dossier, sorted by date, and found again by time.
#[derive(Default)]
pub struct Track {
    items: Vec<usize>,
    sorted: Vec<usize>,
    index: Index,
}

impl Track {
    pub(super) fn of_events(dossier: &Dossier, mut shown: Vec<usize>) -> Self {
        sort_by_date(&mut shown, |number| dossier.events.get(number).map(|event| &event.date));
        Self::new(shown, |number| dossier.events.get(number).map(|event| &event.date))
    }

    pub(super) fn of_quotes(dossier: &Dossier, mut shown: Vec<usize>) -> Self {
        let date =
            |number| dossier.quotes.get(number).and_then(|quote: &Quote| quote.date.as_ref());
        sort_by_date(&mut shown, date);
        Self::new(shown, date)
    }

    fn new<'a>(items: Vec<usize>, date: impl Fn(usize) -> Option<&'a Edtf>) -> Self {
        let extents = items.iter().map_while(|number| {
            let (earliest, latest) = date(*number)?.bounds().or_endless();
            Some(Extent { earliest, latest })
        });
        let index = Index::new(extents.collect());
        let mut sorted = items.clone();
        sorted.sort_unstable();
        Self { items, sorted, index }
    }

    /// The numbers, in order of time; those without a date come last.
    pub fn items(&self) -> &[usize] {
        &self.items
    }

    /// Where in time the dated ones lie; its items are places in [`Track::items`].
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Whether it is among them.
    pub fn contains(&self, number: usize) -> bool {
        self.sorted.binary_search(&number).is_ok()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

/// Those without a date go to the end, where they were before.
fn sort_by_date<'a>(items: &mut [usize], date: impl Fn(usize) -> Option<&'a Edtf>) {
    items.sort_by(|one, other| {
        let (one, other) = (date(*one), date(*other));
        one.is_none().cmp(&other.is_none()).then_with(|| one.cmp(&other))
    });
}

/// These quotes in order of time.
pub(super) fn in_order(dossier: &Dossier, quotes: &[usize]) -> Vec<usize> {
    let mut sorted = quotes.to_vec();
    sort_by_date(&mut sorted, |number| {
        dossier.quotes.get(number).and_then(|quote| quote.date.as_ref())
    });
    sorted
}

/// From the first to the last day of the dossier; open ends reach no further than what is dated.
pub(super) fn extent(dossier: &Dossier) -> Window {
    let dates = dossier.events.iter().map(|event| &event.date);
    let dates = dates.chain(dossier.quotes.iter().filter_map(|quote| quote.date.as_ref()));
    let mut span: Option<(Second, Second)> = None;
    for date in dates {
        let bounds = date.bounds();
        let (Some(start), Some(end)) = (
            bounds.earliest.seconds().or(bounds.latest.seconds()),
            bounds.latest.seconds().or(bounds.earliest.seconds()),
        ) else {
            continue;
        };
        let (first, last) = span.unwrap_or((start, end));
        span = Some((first.min(start), last.max(end)));
    }
    let (first, last) = span.unwrap_or((0, 0));
    // A dossier of one day still has a scale to stand on.
    let missing = (7 * DAY - (last.saturating_sub(first))).max(0) / 2;
    Window::new(first.saturating_sub(missing), last.saturating_add(missing + 1))
}
