//! The order in which dates stand on a list.

use super::Edtf;
use core::cmp::Ordering;

/// A total order: by earliest second, then by latest, then the coarser date first, then by text.
/// An open or unknown start comes before all dates, an open or unknown end after all. Two dates are
/// equal only if they are written alike.
///
/// Each comparison works out the bounds; to sort many dates, use
/// [`sort_by_cached_key`](slice::sort_by_cached_key) with the bounds
/// ([`Bounds::or_endless`](super::Bounds::or_endless)).
impl Ord for Edtf {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.bounds().or_endless().cmp(&other.bounds().or_endless()))
            .then_with(|| self.precision().cmp(&other.precision()))
            .then_with(|| self.text().cmp(&other.text()))
    }
}

impl PartialOrd for Edtf {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
