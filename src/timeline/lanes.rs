//! Labels side by side: which lane each gets, one tile of the pixel grid at a time.
//!
//! Giving every label the first free lane makes each depend on the one before it, back to the
//! beginning of time: start anywhere else and lanes change, so labels would jump while panning.
//! Here the pixel grid of a zoom level is cut into tiles that do not depend on the window, and
//! each tile is filled for itself. No label crosses the edge of its tile; one that would is moved
//! left until it fits (its end still reaches its mark, to within the gap). So the lanes of a
//! tile are the same from wherever it is looked at. The price: at the right end of a tile labels
//! stand further left than elsewhere, and lanes may change there from one tile to the next.

use std::ops::Range;

use super::{Index, Scale};

/// Bins in a tile; what finds no lane is counted bin by bin.
pub(super) const BINS: i64 = 16;

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

    /// The labels of a tile, by item, each in the first lane that is free. `selected` has
    /// a label in any case, if need be in the place of others.
    pub(super) fn tile(&self, tile: i64, selected: Option<usize>) -> Vec<Spot> {
        let mut spots: Vec<Spot> = Vec::new();
        let mut free = vec![i64::MIN; self.lanes.into()];
        for bin in tile * BINS..(tile + 1) * BINS {
            for item in self.items(bin).take(PER_BIN) {
                let mut spot = self.spot(tile, item);
                let lane = (0..).zip(&mut free).find(|(_, free)| **free <= spot.x);
                if let Some((lane, free)) = lane {
                    spot.lane = lane;
                    *free = spot.end() + i64::from(self.gap_px);
                    spots.push(spot);
                }
            }
        }
        let here = self.items(tile * BINS).start..self.items((tile + 1) * BINS).start;
        if let Some(item) = selected
            && here.contains(&item)
            && spots.iter().all(|spot| spot.item != item)
        {
            self.make_room(&mut spots, self.spot(tile, item));
        }
        spots
    }

    /// Puts `spot` where the fewest others have to go.
    fn make_room(&self, spots: &mut Vec<Spot>, mut spot: Spot) {
        let hit =
            |other: &Spot, lane| other.lane == lane && other.collides(&spot, self.gap_px.into());
        let hits = |lane: &u16| spots.iter().filter(|other| hit(other, *lane)).count();
        let lane = (0..self.lanes).min_by_key(hits).unwrap_or_default();
        spots.retain(|other| !hit(other, lane));
        spot.lane = lane;
        spots.insert(spots.partition_point(|other| other.item < spot.item), spot);
    }

    /// Where an item's label goes, but for the lane.
    fn spot(&self, tile: i64, item: usize) -> Spot {
        let tile_px = BINS * self.bin_px;
        let room = i32::try_from(tile_px).unwrap_or(i32::MAX) - self.gap_px;
        let width = (self.label_px)(item).min(room).max(1);
        let rightmost = (tile + 1) * tile_px - i64::from(self.gap_px + width);
        let start = self.index.extent(item).map_or(0, |extent| self.scale.grid_px(extent.earliest));
        Spot { item, lane: 0, x: start.min(rightmost), width }
    }
}
