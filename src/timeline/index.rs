//! Which items are visible: answered from sorted times, without looking at the others.

use std::ops::Range;

use super::spans::Tracks;
use super::{LIMIT, Second, Unread, Window};
use crate::sort::sort;

/// Items are looked through in blocks of this many when those that reach in are listed.
const BLOCK: usize = 256;

/// When an item happened, as far as its date says: from the first second it may mean to the last,
/// both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The first second.
    pub earliest: Second,
    /// The last second, included.
    pub latest: Second,
}

/// The items that a window shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Visible {
    /// Their numbers, ascending.
    Items(Vec<usize>),
    /// More than the limit: only how many.
    Many(usize),
}

/// All items in order of time. An item is named by its number in that order.
///
/// Takes 24 bytes an item, as many again for one that lasts; built in one pass and one sort.
#[derive(Clone, Debug, Default)]
pub struct Index {
    earliest: Vec<Second>,
    latest: Vec<Second>,
    /// `latest`, sorted: how many items have ended before a moment is one binary search.
    ends: Vec<Second>,
    /// The last end in each [`BLOCK`] of items.
    block_ends: Vec<Second>,
    tracks: Tracks,
    /// Items that are known by number only, by the middle of where they begin.
    pub(super) unread: Vec<Unread>,
}

impl Index {
    /// The items' extents, sorted by `earliest` (and whatever the caller sorts by beyond that, such
    /// as the identifier: it is kept).
    ///
    /// Times are cut off at [`LIMIT`]. An item that is out of order counts as beginning with the
    /// one before it, one that ends before it begins as ending where it begins.
    ///
    /// ```
    /// use quote_timeline::timeline::{Extent, Index, Visible, Window};
    /// let index = Index::new(vec![
    ///     Extent { earliest: 0, latest: 999 },
    ///     Extent { earliest: 100, latest: 100 },
    ///     Extent { earliest: 500, latest: 600 },
    /// ]);
    /// let window = Window::new(400, 550);
    /// assert_eq!(index.count(window), 2);
    /// assert_eq!(index.visible(window, 10), Visible::Items(vec![0, 2]));
    /// assert_eq!(index.visible(window, 1), Visible::Many(2));
    /// ```
    #[inline(never)]
    pub fn new(extents: Vec<Extent>) -> Self {
        let mut index = Self::default();
        let mut by_end = Vec::new();
        let mut before = -LIMIT;
        for (item, extent) in extents.into_iter().enumerate() {
            let earliest = extent.earliest.max(before).min(LIMIT - 1);
            let latest = extent.latest.max(earliest).min(LIMIT - 1);
            index.tracks.push(item, earliest, latest);
            index.earliest.push(earliest);
            index.latest.push(latest);
            match index.block_ends.last_mut() {
                Some(end) if item % BLOCK > 0 => *end = latest.max(*end),
                _ => index.block_ends.push(latest),
            }
            by_end.push(item);
            before = earliest;
        }
        sort(&mut by_end, &|one, other| index.latest.get(one) < index.latest.get(other));
        for item in &by_end {
            if let Some(end) = index.latest.get(*item) {
                index.ends.push(*end);
            }
        }
        index
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.earliest.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.earliest.is_empty()
    }

    /// When an item happened.
    pub fn extent(&self, item: usize) -> Option<Extent> {
        let (earliest, latest) = (*self.earliest.get(item)?, *self.latest.get(item)?);
        Some(Extent { earliest, latest })
    }

    /// The window that holds all items whole; `None` where there are none.
    pub fn whole(&self) -> Option<Window> {
        Some(Window::new(*self.earliest.first()?, *self.ends.last()? + 1))
    }

    /// The window in which the items of `range` begin: what to zoom to, to open a cluster.
    pub fn starts(&self, range: Range<usize>) -> Option<Window> {
        let starts = self.earliest.get(range)?;
        Some(Window::new(*starts.first()?, *starts.last()? + 1))
    }

    /// The seconds at which items begin, ascending.
    pub fn earliest(&self) -> &[Second] {
        &self.earliest
    }

    /// How many items overlap `window`: two binary searches.
    pub fn count(&self, window: Window) -> usize {
        self.begun(window.end()) - self.ended(window.start())
    }

    /// The items that overlap `window`, or their number where that is more than `limit`.
    ///
    /// Those that began earlier and reach in are found among blocks of items: at most
    /// `len / 256 + 256 * found` steps.
    pub fn visible(&self, window: Window, limit: usize) -> Visible {
        let count = self.count(window);
        if count > limit {
            return Visible::Many(count);
        }
        let first = self.begun(window.start());
        let mut items = Vec::with_capacity(count);
        for (block, end) in self.block_ends.iter().enumerate() {
            let from = block * BLOCK;
            if from >= first || items.len() == count {
                break;
            }
            if *end >= window.start() {
                let latest = self.latest.iter().enumerate().take(first).skip(from).take(BLOCK);
                let reaching = latest.filter(|(_, latest)| **latest >= window.start());
                items.extend(reaching.map(|(item, _)| item));
            }
        }
        items.extend(first..self.begun(window.end()));
        Visible::Items(items)
    }

    /// How many items begin before `time`: also the number of the first that does not.
    pub(super) fn begun(&self, time: Second) -> usize {
        self.earliest.partition_point(|earliest| *earliest < time)
    }

    /// How many items have ended before `time`.
    pub(super) fn ended(&self, time: Second) -> usize {
        self.ends.partition_point(|end| *end < time)
    }

    /// Items that do not overlap one another, track by track.
    pub(super) fn tracks(&self) -> &Tracks {
        &self.tracks
    }
}
