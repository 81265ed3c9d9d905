//! Items that are known by number only, because the file that holds them has not been read.

use super::{Index, Second, Window};
use crate::sort::sort;

/// So many items begin in a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Where they begin.
    pub window: Window,
    /// How many there are.
    pub count: usize,
}

impl Unread {
    /// Where they are counted: the stretch is not parted.
    fn middle(self) -> Second {
        self.window.start() + self.window.span() / 2
    }

    /// Both together.
    fn joined(self, other: Self) -> Self {
        Self { window: self.window.joined(other.window), count: self.count + other.count }
    }
}

impl Index {
    /// Counts these along with the items, in any order.
    ///
    /// ```
    /// use quote_timeline::timeline::{Extent, Index, Unread, Window};
    /// let unread = Unread { window: Window::new(100, 200), count: 7 };
    /// let index = Index::new(vec![Extent { earliest: 300, latest: 300 }]).with_unread(&[unread]);
    /// assert_eq!(index.size(), 8);
    /// assert_eq!(index.place(0), 7);
    /// assert_eq!(index.unread_within(0, 1000), Some(unread));
    /// ```
    #[must_use]
    pub fn with_unread(mut self, unread: &[Unread]) -> Self {
        let middle = |number: usize| unread.get(number).map(|own| own.middle());
        let mut order = (0..unread.len()).collect();
        sort(&mut order, &|one, other| middle(one) < middle(other));
        self.unread = order.iter().filter_map(|number| unread.get(*number)).copied().collect();
        self
    }

    /// What is known by number only, in order of the middles.
    pub fn unread(&self) -> &[Unread] {
        &self.unread
    }

    /// How many items there are, with those that are known by number only.
    pub fn size(&self) -> usize {
        self.unread.iter().fold(self.len(), |sum, own| sum + own.count)
    }

    /// How many items come before one of them, with those that are known by number only.
    pub fn place(&self, item: usize) -> usize {
        let time = self.extent(item).map_or(Second::MAX, |extent| extent.earliest);
        let before = self.unread.iter().take_while(|own| own.middle() < time);
        before.fold(item, |sum, own| sum + own.count)
    }

    /// All that is counted from one moment until before another, together; nothing where there is none.
    pub fn unread_within(&self, from: Second, until: Second) -> Option<Unread> {
        let begun = |time| self.unread.partition_point(|own| own.middle() < time);
        let within = self.unread.get(begun(from)..begun(until))?;
        within.iter().copied().reduce(Unread::joined)
    }
}
