//! The things on one band of the timeline, in order of time.

use std::cmp::Ordering;
use std::ops::Range;

use crate::dossier::{Dossier, Kind, Target};
use crate::edtf::{Edtf, Precision};
use crate::sort::Sorting;
use crate::timeline::{Extent, Index, Second, Unread, Window};

const DAY: Second = 86_400;

/// All events of a dossier, or all its quotes, in order of time. Dates are slow to compare, so this
/// is worked out once.
#[derive(Default)]
pub(super) struct Chronology {
    /// Numbers in the dossier; those without a date come last, in the dossier's order.
    order: Vec<usize>,
    /// For each number when that was, as far as its date says.
    extents: Vec<Option<Extent>>,
    /// The first and the last second that a date names; open ends name none.
    span: Option<(Second, Second)>,
}

/// A chronology on its way, with what its dates are sorted by.
#[derive(Default)]
pub(super) struct Dating {
    of: Chronology,
    undated: Vec<usize>,
    precisions: Vec<Option<Precision>>,
    sorting: Option<Sorting>,
}

impl Dating {
    /// Takes in the dates of these rows; says whether there are more.
    #[inline(never)]
    pub(super) fn add(&mut self, dossier: &Dossier, kind: Kind, rows: Range<usize>) -> bool {
        let Self { of: Chronology { order, extents, span }, undated, precisions, .. } = self;
        for number in rows {
            if dossier.id(kind, number).is_none() {
                return false;
            }
            let Some(date) = super::date(dossier, Target { kind, number }) else {
                undated.push(number);
                extents.push(None);
                precisions.push(None);
                continue;
            };
            let bounds = date.bounds();
            let (earliest, latest) = bounds.or_endless();
            order.push(number);
            extents.push(Some(Extent { earliest, latest }));
            precisions.push(Some(date.precision()));
            let (first, last) = (bounds.earliest.seconds(), bounds.latest.seconds());
            *span = joined(*span, first.or(last).zip(last.or(first)));
        }
        true
    }

    /// Sorts on for a while; says whether there is more to do.
    pub(super) fn sort(&mut self, dossier: &Dossier, kind: Kind) -> bool {
        let Self { of: Chronology { order, extents, .. }, precisions, sorting, .. } = self;
        // As dates compare themselves, but with what is slow worked out once for each.
        let key = |number: usize| {
            let Extent { earliest, latest } = (*extents.get(number)?)?;
            Some((earliest, latest, *precisions.get(number)?))
        };
        let date = |number| super::date(dossier, Target { kind, number });
        sorting.get_or_insert_with(|| Sorting::new(std::mem::take(order))).step(&|one, other| {
            match key(one).cmp(&key(other)) {
                Ordering::Equal => {
                    let (one, other) = (date(one), date(other));
                    one != other && one.map(Edtf::text) < other.map(Edtf::text)
                }
                order => order == Ordering::Less,
            }
        })
    }

    /// The chronology, once all is sorted.
    pub(super) fn done(self) -> Chronology {
        let Self { mut of, mut undated, sorting, .. } = self;
        of.order = sorting.map_or(of.order, |sorting| sorting.numbers);
        of.order.append(&mut undated);
        of
    }
}

impl Chronology {
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
    /// Of those that are shown, and those that are known by number only.
    pub(super) fn new(chronology: &Chronology, shown: Vec<bool>, unread: &[Unread]) -> Self {
        let items = chronology.marked(&shown);
        let mut extents = Vec::new();
        for number in &items {
            if let Some(extent) = chronology.extent(*number) {
                extents.push(extent);
            }
        }
        Self { items, shown, index: Index::new(extents).with_unread(unread) }
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

    /// How many there are, with those that are known by number only.
    pub fn size(&self) -> usize {
        self.len() - self.index.len() + self.index.size()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

/// From the first to the last day of the dossier; open ends reach no further than what is dated.
pub(super) fn extent(
    events: &Chronology,
    quotes: &Chronology,
    unread: &[Vec<Unread>; 2],
) -> Window {
    let unread = unread.iter().flatten().map(|own| own.window);
    let unread = unread.reduce(Window::joined).map(|own| (own.start(), own.end() - 1));
    let (first, last) = joined(joined(events.span, quotes.span), unread).unwrap_or((0, 0));
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
