//! Labels side by side: which lane each gets, one tile of the pixel grid at a time.
//!
//! Giving every label the first free lane makes each depend on the one before it, back to the
//! beginning of time: start anywhere else and lanes change, so labels would jump while panning.
//! Here the pixel grid of a zoom level is cut into tiles that do not depend on the window. Every
//! second tile is filled for itself, and its labels may reach into the next. Those in between
//! are filled afterwards, around what reaches in from the left and stands to the right. So each
//! tile depends on its two neighbours at most, and its lanes are the same from wherever it is
//! looked at. The price: lanes may change from one tile to the next.

use std::ops::Range;

use super::{Index, Scale};

/// Bins in a tile; what finds no lane is counted bin by bin.
pub(super) const BINS: i64 = 16;

/// More lanes than this are not filled.
pub(super) const MOST_LANES: u16 = 24;

/// Labels tried in one bin; the rest are counted. This bounds the work, and what is drawn.
const PER_BIN: usize = 8;

/// The tiles of one zoom level.
#[derive(Clone, Copy)]
pub(super) struct Grid<'a> {
    pub(super) index: &'a Index,
    pub(super) scale: Scale,
    pub(super) lanes: u16,
    pub(super) gap_px: i32,
    pub(super) label_px: &'a dyn Fn(usize) -> i32,
    /// Pixels of a bin.
    pub(super) bin_px: i64,
}

/// A label's place on the pixel grid.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub(super) item: usize,
    pub(super) lane: u16,
    pub(super) x: i64,
    pub(super) width: i32,
}

impl Spot {
    pub(super) fn end(&self) -> i64 {
        self.x + i64::from(self.width)
    }

    fn collides(&self, other: &Self, gap: i64) -> bool {
        self.x < other.end() + gap && other.x < self.end() + gap
    }
}

impl Grid<'_> {
    /// The items that begin in a bin.
    pub(super) fn items(&self, bin: i64) -> Range<usize> {
        let begun = |bin: i64| self.index.begun(self.scale.grid_time(bin * self.bin_px));
        begun(bin)..begun(bin + 1)
    }

    /// The labels of some tiles, by item, each in the first lane that is free.
    pub(super) fn tiles(&self, first: i64, last: i64) -> Vec<Spot> {
        let even = |tile: i64| tile.rem_euclid(2) == 0;
        let mut left = if even(first) { Vec::new() } else { self.fill(first - 1, &[], &[]) };
        let mut spots = Vec::new();
        let mut tile = first;
        while tile <= last {
            if even(tile) {
                left = self.fill(tile, &[], &[]);
                spots.extend_from_slice(&left);
            } else {
                let right = self.fill(tile + 1, &[], &[]);
                spots.extend_from_slice(&self.fill(tile, &left, &right));
                if tile < last {
                    spots.extend_from_slice(&right);
                }
                left = right;
                tile += 1;
            }
            tile += 1;
        }
        spots
    }

    fn fill(&self, tile: i64, left: &[Spot], right: &[Spot]) -> Vec<Spot> {
        let gap = i64::from(self.gap_px);
        let mut spots: Vec<Spot> = Vec::new();
        let mut free = [i64::MIN; MOST_LANES as usize];
        let free = free.get_mut(..self.lanes.into()).unwrap_or_default();
        for spot in left {
            if let Some(free) = free.get_mut(usize::from(spot.lane)) {
                *free = (*free).max(spot.end() + gap);
            }
        }
        for bin in tile * BINS..(tile + 1) * BINS {
            for item in self.items(bin).take(PER_BIN) {
                let x = self.x(item);
                // Where all lanes are full no width is asked for: measuring is not free.
                if free.iter().all(|free| *free > x) {
                    continue;
                }
                let mut spot = self.spot(item);
                let taken = |lane| {
                    right.iter().any(|other| other.lane == lane && other.x < spot.end() + gap)
                };
                let lane =
                    (0..).zip(&mut *free).find(|(lane, free)| **free <= spot.x && !taken(*lane));
                if let Some((lane, free)) = lane {
                    spot.lane = lane;
                    *free = spot.end() + gap;
                    spots.push(spot);
                }
            }
        }
        spots
    }

    /// Gives the selected item a label where it has none, in the place of the fewest others.
    pub(super) fn make_room(&self, spots: &mut Vec<Spot>, item: usize) {
        if spots.iter().any(|spot| spot.item == item) {
            return;
        }
        let spot = self.spot(item);
        let hit =
            |other: &Spot, lane| other.lane == lane && other.collides(&spot, self.gap_px.into());
        let (mut fewest, mut chosen) = (usize::MAX, 0);
        for lane in 0..self.lanes {
            let hits = spots.iter().filter(|other| hit(other, lane)).count();
            if hits < fewest {
                (fewest, chosen) = (hits, lane);
            }
        }
        let mut kept = Vec::new();
        let mut before = true;
        let spot = Spot { lane: chosen, ..spot };
        for other in spots.iter() {
            if before && other.item > item {
                before = false;
                kept.push(spot);
            }
            if !hit(other, chosen) {
                kept.push(*other);
            }
        }
        if before {
            kept.push(spot);
        }
        *spots = kept;
    }

    /// Where an item's label goes, but for the lane.
    fn spot(&self, item: usize) -> Spot {
        // No label reaches further than the next tile.
        let room = i32::try_from(BINS * self.bin_px).unwrap_or(i32::MAX) - self.gap_px;
        let width = (self.label_px)(item).min(room).max(1);
        Spot { item, lane: 0, x: self.x(item), width }
    }

    /// Where an item's label begins: at its mark.
    fn x(&self, item: usize) -> i64 {
        self.index.extent(item).map_or(0, |extent| self.scale.grid_px(extent.earliest))
    }
}
