//! Labels side by side: which lane each gets, one tile of time at a time.
//!
//! Giving every label the first free lane makes each depend on the one before it, back to the
//! beginning of time: start anywhere else and lanes change, so labels would jump while panning.
//! Here time is cut into tiles that do not depend on the window. Every second tile is filled for
//! itself, and its labels may reach into the next. Those in between are filled afterwards, around
//! what reaches in from the left and stands to the right. So each tile depends on its two
//! neighbours at most, and its lanes are the same from wherever it is looked at. The price: lanes
//! may change from one tile to the next.
//!
//! While it zooms, as little as possible changes too. A tile lasts a power of two of seconds: it is
//! the same until the scale has doubled, and is then cut in the middle. And items have their turn
//! by rank, the same at every scale, as towns have on a map: what has a label from afar keeps it
//! from near.

use std::ops::Range;

use super::{Index, Scale, Second};
use crate::sort::sort;

/// Bins in a tile; what finds no lane is counted bin by bin.
pub(super) const BINS: i64 = 16;

/// More lanes than this are not filled.
pub(super) const MOST_LANES: u16 = 24;

/// Labels tried in one bin; the rest are counted. This bounds the work, and what is drawn.
const PER_BIN: usize = 5;
/// Labels tried in one tile: where all bins are full, those of the lowest ranks are not.
const PER_TILE: usize = 72;

/// The tiles of one zoom level.
#[derive(Clone, Copy)]
pub(super) struct Grid<'a> {
    pub(super) index: &'a Index,
    pub(super) scale: Scale,
    pub(super) lanes: u16,
    pub(super) gap_px: i32,
    pub(super) label_px: &'a dyn Fn(usize) -> i32,
    /// A bin lasts two to this power seconds.
    pub(super) bits: u32,
    /// A tile is at least so wide, in pixels.
    pub(super) tile_px: i32,
}

/// An item's rank: how often its number can be halved, the first item's being the highest. Of the
/// items of any stretch of time few rank high and half of them lowest, and each half of it has some
/// of both.
fn rank(item: usize) -> u32 {
    item.trailing_zeros()
}

/// The items of a range that rank highest, so many at most.
fn foremost(items: Range<usize>, most: usize) -> Vec<usize> {
    let mut found: Vec<usize> = items.clone().take(1).filter(|item| *item == 0).collect();
    for rank in (0..=items.end.checked_ilog2().unwrap_or(0)).rev() {
        // The numbers that can be halved so often: the odd multiples of a power of two.
        let mut item = ((items.start.div_ceil(1 << rank)) | 1) << rank;
        while item < items.end && found.len() < most {
            found.push(item);
            item += 2 << rank;
        }
    }
    found
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
    /// When a bin begins.
    pub(super) fn time(&self, bin: i64) -> Second {
        bin << self.bits
    }

    /// The items that begin in a bin.
    pub(super) fn items(&self, bin: i64) -> Range<usize> {
        self.index.begun(self.time(bin))..self.index.begun(self.time(bin + 1))
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
        let full = (1_u32 << self.lanes) - 1;
        let mut items = Vec::new();
        for bin in tile * BINS..(tile + 1) * BINS {
            items.extend(foremost(self.items(bin), PER_BIN));
        }
        sort(&mut items, &|one, other| rank(one) > rank(other));
        items.truncate(PER_TILE);
        let mut spots: Vec<Spot> = Vec::new();
        for item in items {
            // The lanes, as bits, in which a label of this place and width meets another.
            let taken = |spot: &Spot| {
                let others = left.iter().chain(right).chain(&spots);
                others
                    .filter(|other| spot.collides(other, gap))
                    .fold(0, |all, own| all | 1 << own.lane)
            };
            // Where all lanes are full no width is asked for: measuring is not free.
            let point = Spot { item, lane: 0, x: self.x(item), width: 1 };
            if taken(&point) == full {
                continue;
            }
            let spot = self.spot(item);
            let taken = taken(&spot);
            if let Some(lane) = (0..self.lanes).find(|lane| taken & (1 << lane) == 0) {
                spots.push(Spot { lane, ..spot });
            }
        }
        let mut order: Vec<usize> = (0..spots.len()).collect();
        let at = |place: usize| spots.get(place).map(|spot| spot.item);
        sort(&mut order, &|one, other| at(one) < at(other));
        order.iter().filter_map(|place| spots.get(*place).copied()).collect()
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
        let width = (self.label_px)(item).min(self.tile_px - self.gap_px).max(1);
        Spot { item, lane: 0, x: self.x(item), width }
    }

    /// Where an item's label begins: at its mark.
    fn x(&self, item: usize) -> i64 {
        self.index.extent(item).map_or(0, |extent| self.scale.grid_px(extent.earliest))
    }
}
