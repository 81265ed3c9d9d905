//! What to draw in a window: labels in lanes, those going on from before, and clusters.

use std::ops::Range;

use super::lanes::{BINS, Grid, MOST_LANES, Spot};
use super::spans::TRACKS;
use super::{Index, Scale, Second, Window};

/// A tile is at least as wide as the window, and this wide, so that a label fits on it.
const NARROWEST_TILE_PX: i32 = 512;
/// Two to this power seconds are a sixteenth of all time and more.
const LONGEST_BITS: u32 = 57;
/// Labels are not kept further apart than this.
const WIDEST_GAP_PX: i32 = 64;

/// How to lay out.
#[derive(Clone, Copy)]
pub struct LayoutOptions<'a> {
    /// Lanes for labels, 1 to 24.
    pub lanes: u16,
    /// Lanes for what goes on from before the window, 1 to 8; they are numbered for themselves.
    pub ongoing_lanes: u16,
    /// Pixels kept free between two labels in one lane, 0 to 64.
    pub gap_px: i32,
    /// The width of an item's label in pixels. Asked for a few hundred items at most.
    pub label_px: &'a dyn Fn(usize) -> i32,
    /// An item that has a label wherever it is visible.
    pub selected: Option<usize>,
}

/// A label to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The item's number in the index.
    pub item: usize,
    /// The lane, counted from 0.
    pub lane: u16,
    /// The label's left edge, in pixels from the window's.
    pub x: i32,
    /// The label's width in pixels.
    pub width: i32,
    /// Where the item's extent begins, in pixels, possibly far outside.
    pub start_px: i32,
    /// Where it ends; never before `start_px`, the same for what is shorter than a pixel.
    pub end_px: i32,
}

/// Items that found no lane, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// From the first of its items to the last; those in between that have a label are not in it.
    pub items: Range<usize>,
    /// How many are in it, with those that are known by number only.
    pub count: usize,
    /// Where those are that are known by number only.
    pub unread: Option<Window>,
    /// When the stretch of time begins that is counted: while it zooms, too, what begins here is the
    /// same cluster.
    pub since: Second,
    /// The middle between where its first and its last item begin, in pixels.
    pub px: i32,
}

/// All that is to be drawn: about 200 labels and clusters at most, however many items there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Labels at their marks, by item. Those that are cut by the window's edge are here too.
    pub labels: Vec<Placed>,
    /// Labels at the left edge (`x` 0) for what began before the window and goes on in it.
    pub ongoing: Vec<Placed>,
    /// How many more go on that have no label.
    pub more_ongoing: usize,
    /// The rest, counted, by item.
    pub clusters: Vec<Cluster>,
    /// How many items are visible in the window, widened to whole bins (an eighth of it at most, or
    /// 64 pixels): each is in one of the above. The bins do not move with the window, so no count
    /// flickers.
    pub count: usize,
}

impl Layout {
    /// The items of one of its clusters.
    pub fn members(&self, cluster: &Cluster) -> impl Iterator<Item = usize> {
        cluster.items.clone().filter(|item| !self.has_label(*item))
    }

    fn has_label(&self, item: usize) -> bool {
        self.labels.iter().chain(&self.ongoing).any(|placed| placed.item == item)
    }
}

/// Lays out what `scale` shows of `index`.
///
/// The work depends on the width and, by binary search, on the logarithm of the number of items.
/// At one zoom level and width the lanes of `labels` and the clusters do not depend on where the
/// window stands: while it pans, they only move. While it zooms, most labels stay as well: what has
/// one has it by its rank, and clusters count the same stretches of time until the scale has doubled.
///
/// A label leaves `labels` for `ongoing` when its left edge leaves the window and its item goes on
/// for at least the label's width.
///
/// ```
/// use quote_timeline::timeline::{Extent, Index, LayoutOptions, Scale, Window, layout};
/// let index = Index::new(vec![
///     Extent { earliest: 0, latest: 90_000 },
///     Extent { earliest: 40_000, latest: 40_000 },
///     Extent { earliest: 40_001, latest: 40_001 },
/// ]);
/// let options = LayoutOptions {
///     lanes: 1,
///     ongoing_lanes: 1,
///     gap_px: 8,
///     label_px: &|_| 100,
///     selected: None,
/// };
/// let layout = layout(&index, Scale::new(Window::new(10_000, 100_000), 600), &options);
/// assert_eq!(layout.ongoing[0].item, 0);
/// assert_eq!(layout.labels[0].item, 2);
/// assert_eq!((layout.clusters[0].items.clone(), layout.clusters[0].count), (1..2, 1));
/// ```
pub fn layout(index: &Index, scale: Scale, options: &LayoutOptions<'_>) -> Layout {
    let tile_px = scale.width_px().max(NARROWEST_TILE_PX);
    let grid = Grid {
        index,
        scale,
        lanes: options.lanes.clamp(1, MOST_LANES),
        gap_px: options.gap_px.clamp(0, WIDEST_GAP_PX),
        label_px: options.label_px,
        bits: bits(scale, tile_px),
        tile_px,
    };
    let (left, last) = (scale.left(), scale.grid_px(scale.window().end() - 1));
    // Whole pixels: what is drawn at the edge is counted, if it begins between two of them.
    let first_bin = scale.grid_time(left) >> grid.bits;
    let last_bin = (scale.grid_time(last + 1) - 1) >> grid.bits;
    let widened = Window::new(grid.time(first_bin), grid.time(last_bin + 1));
    let tiles = (first_bin.div_euclid(BINS), last_bin.div_euclid(BINS));
    // A label of the tile before may reach into the first.
    let mut spots = grid.tiles(tiles.0 - 1, tiles.1);
    let seen = grid.items(first_bin).start..grid.items(last_bin).end;
    if let Some(item) = options.selected.filter(|item| seen.contains(item)) {
        grid.make_room(&mut spots, item);
    }

    // Items before `begun` began before the first bin.
    let begun = index.begun(widened.start());
    let mut layout = Layout { count: index.count(widened), ..Layout::default() };
    for bin in first_bin..=last_bin {
        if let Some(cluster) = cluster(&grid, bin, &spots) {
            layout.clusters.push(cluster);
        }
    }
    let end = index.begun(widened.end());
    for spot in &spots {
        if ((begun..end).contains(&spot.item) || (spot.x <= last && spot.end() > left))
            && let Some(label) =
                placed(&grid, spot.item, spot.lane, scale.from_grid(spot.x), spot.width)
        {
            layout.labels.push(label);
        }
    }
    keep_ongoing(&mut layout, &grid, options, begun);

    let mut more = begun - index.ended(widened.start());
    for labels in [&layout.labels, &layout.ongoing] {
        for label in labels {
            let extent = index.extent(label.item).filter(|_| label.item < begun);
            let reaches = extent.is_some_and(|extent| extent.latest >= widened.start());
            more = more.saturating_sub(reaches.into());
        }
    }
    layout.more_ongoing = more;
    layout
}

/// The smallest bin, as the power of two that its seconds are, of which a tile is wide enough.
fn bits(scale: Scale, tile_px: i32) -> u32 {
    let (span, width_px) = (scale.window().span(), i64::from(scale.width_px()));
    let tile_px = i64::from(tile_px);
    // Divided first: the longest spans leave no room to multiply.
    let tile = (span / width_px).saturating_mul(tile_px) + span % width_px * tile_px / width_px;
    (i64::BITS - (tile / BINS).leading_zeros()).min(LONGEST_BITS)
}

/// The items of a bin that have no label.
fn cluster(grid: &Grid<'_>, bin: i64, spots: &[Spot]) -> Option<Cluster> {
    let all = grid.items(bin);
    let mut items = all.clone();
    let has_label = |item: usize| spots.iter().any(|spot| spot.item == item);
    while !items.is_empty() && has_label(items.start) {
        items.start += 1;
    }
    while !items.is_empty() && has_label(items.end - 1) {
        items.end -= 1;
    }
    let (from, until) = (grid.time(bin), grid.time(bin + 1));
    let unread = grid.index.unread_within(from, until);
    let mut count = all.len() + unread.map_or(0, |own| own.count);
    for spot in spots {
        count -= usize::from(all.contains(&spot.item));
    }
    let unread = unread.map(|own| own.window);
    let begun = grid.index.starts(items.clone());
    let window = match (begun, unread) {
        (Some(one), Some(other)) => one.joined(other),
        (one, other) => one.or(other)?,
    };
    // A stretch of which only the number is known may reach far out of the bin it is counted in.
    let px = |time: Second| grid.scale.to_px(time.clamp(from, until));
    let px = i32::midpoint(px(window.start()), px(window.end() - 1));
    Some(Cluster { items, count, unread, since: from, px })
}

/// Gives what began before the window its label at the left edge.
fn keep_ongoing(layout: &mut Layout, grid: &Grid<'_>, options: &LayoutOptions<'_>, begun: usize) {
    let start = grid.scale.window().start();
    let lanes = usize::from(options.ongoing_lanes).clamp(1, TRACKS);
    let wants = |layout: &Layout, item: usize| {
        match layout.labels.iter().find(|label| label.item == item) {
            Some(label) => {
                label.x < 0 && (label.end_px >= label.width || label.x + label.width <= 0)
            }
            // What began in a bin that is still visible is counted there.
            None => item < begun,
        }
    };
    let mut going_on = [None; TRACKS];
    let going_on = going_on.get_mut(..lanes).unwrap_or_default();
    for (place, item) in going_on.iter_mut().zip(grid.index.tracks().going_on(start)) {
        *place = item.filter(|item| wants(layout, *item));
    }
    if let Some(item) = options.selected
        && grid.index.extent(item).is_some_and(|it| it.earliest < start && it.latest >= start)
        && wants(layout, item)
        && !going_on.contains(&Some(item))
        && let Some(last) = going_on.last_mut()
    {
        *last = Some(item);
    }
    for (lane, item) in (0..).zip(going_on) {
        let Some(item) = *item else { continue };
        let width = (grid.label_px)(item).min(grid.scale.width_px()).max(1);
        if let Some(label) = layout.labels.iter().position(|label| label.item == item) {
            layout.labels.remove(label);
        }
        if let Some(label) = placed(grid, item, lane, 0, width) {
            layout.ongoing.push(label);
        }
    }
}

fn placed(grid: &Grid<'_>, item: usize, lane: u16, x: i32, width: i32) -> Option<Placed> {
    let extent = grid.index.extent(item)?;
    let start_px = grid.scale.to_px(extent.earliest);
    // The second after the last: a day ends where the next one begins.
    let end_px = grid.scale.to_px(extent.latest + 1);
    Some(Placed { item, lane, x, width, start_px, end_px })
}
