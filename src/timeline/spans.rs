//! Items that last: sorted into tracks once, so that those still going on at a moment are found by
//! one search a track and keep their place however the window moves.

use super::Second;

/// As many tracks as are kept; more than this many items going on at once are only counted.
pub(super) const TRACKS: usize = 8;

/// The items that last longer than a second, each on the first track that is free when it begins
/// (greedy interval partitioning). Two items on one track never overlap.
#[derive(Clone, Debug, Default)]
pub(super) struct Tracks {
    tracks: [Vec<Span>; TRACKS],
}

#[derive(Clone, Copy, Debug)]
struct Span {
    item: usize,
    earliest: Second,
    latest: Second,
}

impl Tracks {
    /// Adds an item; items come in order of `earliest`.
    pub(super) fn push(&mut self, item: usize, earliest: Second, latest: Second) {
        if earliest == latest {
            return;
        }
        let free = |track: &&mut Vec<Span>| track.last().is_none_or(|last| last.latest < earliest);
        if let Some(track) = self.tracks.iter_mut().find(free) {
            track.push(Span { item, earliest, latest });
        }
    }

    /// For each track the item that began before `time` and goes on at `time`.
    pub(super) fn going_on(&self, time: Second) -> impl Iterator<Item = Option<usize>> {
        self.tracks.iter().map(move |track| {
            let begun = track.partition_point(|span| span.earliest < time);
            let span = track.get(begun.checked_sub(1)?)?;
            (span.latest >= time).then_some(span.item)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_items_are_on_different_tracks() {
        let mut tracks = Tracks::default();
        for (item, (earliest, latest)) in
            [(0, 100), (10, 20), (15, 15), (20, 50), (21, 30)].into_iter().enumerate()
        {
            tracks.push(item, earliest, latest);
        }
        let at = |time| tracks.going_on(time).take(3).collect::<Vec<_>>();
        assert_eq!(at(0), [None, None, None]);
        assert_eq!(at(12), [Some(0), Some(1), None]);
        assert_eq!(at(25), [Some(0), Some(4), Some(3)]);
        assert_eq!(at(100), [Some(0), None, None]);
        assert_eq!(at(101), [None, None, None]);
    }
}
