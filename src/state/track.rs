//! The things on one band of the timeline, in order of time.

use crate::dossier::{Dossier, Kind, Target};
use crate::sort::sort;
use crate::timeline::{Extent, Index, Second, Window};

const DAY: Second = 86_400;

/// All events of a dossier, or all its quotes, in order of time. Dates are slow to compare, so this
/// is worked out once.
pub(super) struct Chronology {
    /// Numbers in the dossier; those without a date come last, in the dossier's order.
    order: Vec<usize>,
    /// For each number when that was, as far as its date says.
    extents: Vec<Option<Extent>>,
    /// The first and the last second that a date names; open ends name none.
    span: Option<(Second, Second)>,
}

impl Chronology {
    /// Of all so many events, or quotes, of a dossier.
    #[inline(never)]
    pub(super) fn new(dossier: &Dossier, kind: Kind, count: usize) -> Self {
        let mut order = Vec::new();
        let mut undated = Vec::new();
        let mut extents = Vec::new();
        let mut keys = Vec::new();
        let mut span = None;
        for number in 0..count {
            let Some(date) = super::date(dossier, Target { kind, number }) else {
                undated.push(number);
                extents.push(None);
                keys.push(None);
                continue;
            };
            let bounds = date.bounds();
            let (earliest, latest) = bounds.or_endless();
            order.push(number);
            extents.push(Some(Extent { earliest, latest }));
            // As dates compare themselves, but worked out once for each.
            keys.push(Some((earliest, latest, date.precision(), date.text())));
            let (first, last) = (bounds.earliest.seconds(), bounds.latest.seconds());
            span = joined(span, first.or(last).zip(last.or(first)));
        }
        sort(&mut order, &|one, other| keys.get(one) < keys.get(other));
        order.append(&mut undated);
        Self { order, extents, span }
    }

    /// When something was; nothing for what has no date.
    pub(super) fn extent(&self, number: usize) -> Option<Extent> {
        *self.extents.get(number)?
    }

    /// Those that are marked, in order of time.
    pub(super) fn marked(&self, marks: &[bool]) -> Vec<usize> {
        let mut numbers = Vec::new();
        for number in &self.order {
            if marks.get(*number) == Some(&true) {
                numbers.push(*number);
            }
        }
        numbers
    }
}

/// Events or quotes by their numbers in the dossier, sorted by date, and found again by time.
#[derive(Default)]
pub struct Track {
    items: Vec<usize>,
    shown: Vec<bool>,
    index: Index,
}

impl Track {
    /// Of those that are shown.
    pub(super) fn new(chronology: &Chronology, shown: Vec<bool>) -> Self {
        let items = chronology.marked(&shown);
        let mut extents = Vec::new();
        for number in &items {
            if let Some(extent) = chronology.extent(*number) {
                extents.push(extent);
            }
        }
        Self { items, shown, index: Index::new(extents) }
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
        self.shown.get(number).copied().unwrap_or(false)
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

/// From the first to the last day of the dossier; open ends reach no further than what is dated.
pub(super) fn extent(events: &Chronology, quotes: &Chronology) -> Window {
    let (first, last) = joined(events.span, quotes.span).unwrap_or((0, 0));
    // A dossier of one day still has a scale to stand on.
    let missing = (7 * DAY - (last.saturating_sub(first))).max(0) / 2;
    Window::new(first.saturating_sub(missing), last.saturating_add(missing + 1))
}

/// The shortest span that holds both.
fn joined(
    one: Option<(Second, Second)>,
    other: Option<(Second, Second)>,
) -> Option<(Second, Second)> {
    match (one, other) {
        (Some(one), Some(other)) => Some((one.0.min(other.0), one.1.max(other.1))),
        _ => one.or(other),
    }
}
