//! Laws of the layout: nothing overlaps, nothing is lost, nothing jumps, nothing grows with the
//! number of events.
#![cfg(not(target_arch = "wasm32"))]

use std::cell::Cell;

use proptest::prelude::*;
use quote_timeline::timeline::{
    Cluster, Extent, Index, LIMIT, Layout, LayoutOptions, Placed, Scale, Visible, Window, layout,
};

const DAY: i64 = 86_400;

/// Labels of different widths, the same for the same item every time.
fn width(item: usize) -> i32 {
    40 + i32::try_from(item * 7919 % 160).unwrap_or_default()
}

fn options(lanes: u16, selected: Option<usize>) -> LayoutOptions<'static> {
    LayoutOptions { lanes, ongoing_lanes: 3, gap_px: 6, label_px: &width, selected }
}

fn index(mut extents: Vec<Extent>) -> Index {
    extents.sort_unstable_by_key(|extent| extent.earliest);
    Index::new(extents)
}

fn days(start: i64, hours: i64) -> Window {
    Window::new(start * DAY, start * DAY + hours * 3600)
}

/// Days, months, years and moments over about ten years; some stretches crowded.
fn extents() -> impl Strategy<Value = Vec<Extent>> {
    let one = (0_i64..3650, any::<bool>(), 0_usize..5).prop_map(|(day, crowded, length)| {
        let day = if crowded { 1000 + day / 40 } else { day };
        let days = [0, 1, 1, 30, 365].get(length).copied().unwrap_or_default();
        let earliest = day * DAY + if days == 0 { 40_000 } else { 0 };
        Extent { earliest, latest: earliest + (days * DAY - 1).max(0) }
    });
    proptest::collection::vec(one, 0..400)
}

/// A hundred thousand items, as a fixed recurrence spreads them.
fn many() -> Index {
    let mut seed: u64 = 7;
    let mut next = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((seed >> 33) % below).unwrap_or_default()
    };
    let one = |_| {
        let earliest = next(10_000 * 86_400);
        Extent { earliest, latest: earliest + next(3) * next(400 * 86_400) }
    };
    index((0..100_000).map(one).collect())
}

fn overlaps(index: &Index, item: usize, window: Window) -> bool {
    index.extent(item).is_some_and(|it| it.earliest < window.end() && it.latest >= window.start())
}

fn assert_no_overlap(labels: &[Placed], gap: i32) {
    for (n, a) in labels.iter().enumerate() {
        for b in labels.iter().skip(n + 1) {
            assert!(
                a.lane != b.lane || a.x >= b.x + b.width + gap || b.x >= a.x + a.width + gap,
                "{a:?} {b:?}"
            );
        }
    }
}

/// Every item in the window is in exactly one place, and the counts add up.
fn assert_all_there(index: &Index, scale: Scale, layout: &Layout) {
    let members: Vec<usize> =
        layout.clusters.iter().flat_map(|cluster| layout.members(cluster)).collect();
    let counted: usize = layout.clusters.iter().map(|cluster| cluster.count).sum();
    assert_eq!(members.len(), counted);
    let labelled = layout.labels.iter().chain(&layout.ongoing).map(|placed| placed.item);
    let mut shown: Vec<usize> = members.iter().copied().chain(labelled).collect();
    shown.sort_unstable();
    let before = shown.len();
    shown.dedup();
    assert_eq!(shown.len(), before, "something is shown twice");
    // What is in the window by brute force, but not shown, must be going on from before it.
    let window = scale.window();
    let mut missing = 0;
    for item in (0..index.len()).filter(|item| overlaps(index, *item, window)) {
        if shown.binary_search(&item).is_err() {
            assert!(index.extent(item).is_some_and(|it| it.earliest < window.start()), "{item}");
            missing += 1;
        }
    }
    assert!(missing <= layout.more_ongoing, "{missing} > {}", layout.more_ongoing);
    // A label may reach in from an item outside the window: those are not in the count.
    let outside = |label: &&Placed| label.end_px <= 0 || label.start_px >= scale.width_px();
    let outside = layout.labels.iter().filter(outside).count();
    let sum = before + layout.more_ongoing;
    assert!(layout.count <= sum && sum <= layout.count + outside, "{sum} {}", layout.count);
}

fn assert_budget(layout: &Layout) {
    let nodes = layout.labels.len() + layout.ongoing.len() + layout.clusters.len();
    assert!(nodes <= 200, "{nodes}");
}

fn fully_visible(placed: &Placed, scale: Scale) -> bool {
    placed.x >= 0 && placed.x + placed.width <= scale.width_px()
}

proptest! {
    #[test]
    fn labels_do_not_overlap_and_nothing_is_lost(
        extents in extents(),
        start in -100_i64..3700,
        hours in 1_i64..20_000,
        width_px in 200..2500,
        lanes in 1_u16..12,
        selected in proptest::option::of(0_usize..400),
    ) {
        let index = index(extents);
        let scale = Scale::new(days(start, hours), width_px);
        let layout = layout(&index, scale, &options(lanes, selected));
        assert_no_overlap(&layout.labels, 6);
        assert_no_overlap(&layout.ongoing, 0);
        assert_all_there(&index, scale, &layout);
        assert_budget(&layout);
        for label in &layout.labels {
            prop_assert!(label.x <= label.start_px && label.start_px < label.x + label.width + 6);
            prop_assert!(label.lane < lanes && label.start_px <= label.end_px);
        }
    }

    #[test]
    fn the_selected_item_has_a_label_wherever_it_is_visible(
        extents in extents(),
        start in 0_i64..3650,
        hours in 1_i64..20_000,
        selected in 0_usize..400,
    ) {
        let index = index(extents);
        let scale = Scale::new(days(start, hours), 900);
        let layout = layout(&index, scale, &options(2, Some(selected)));
        if overlaps(&index, selected, scale.window()) {
            let placed = layout.labels.iter().chain(&layout.ongoing);
            let placed = placed.clone().find(|placed| placed.item == selected);
            prop_assert!(placed.is_some_and(|it| it.x <= 900 && it.x + it.width > 0), "{:?}", placed);
        }
    }

    #[test]
    fn labels_and_clusters_only_move_while_panning(
        extents in extents(),
        start in 0_i64..3650,
        hours in 1_i64..20_000,
        lanes in 1_u16..8,
        step in 1..60,
    ) {
        let index = index(extents);
        let first = Scale::new(days(start, hours), 700);
        let mut before = layout(&index, first, &options(lanes, None));
        let mut scale = first;
        for n in 1..40 {
            let next = first.pan(n * step);
            let after = layout(&index, next, &options(lanes, None));
            let moved = scale.to_px(start * DAY) - next.to_px(start * DAY);
            for label in before.labels.iter().filter(|label| fully_visible(label, scale)) {
                let moved = Placed {
                    x: label.x - moved,
                    start_px: label.start_px - moved,
                    end_px: label.end_px - moved,
                    ..*label
                };
                if fully_visible(&moved, next) {
                    let found = after.labels.iter().find(|after| after.item == label.item);
                    prop_assert_eq!(found, Some(&moved));
                }
            }
            for kept in &before.ongoing {
                if let Some(now) = after.ongoing.iter().find(|now| now.item == kept.item) {
                    prop_assert_eq!(now.lane, kept.lane);
                }
            }
            for cluster in &before.clusters {
                let px = cluster.px - moved;
                if (0..700).contains(&px) && (0..700).contains(&cluster.px) {
                    let same = |now: &&Cluster| now.items == cluster.items;
                    let now = after.clusters.iter().find(same);
                    prop_assert_eq!(now.map(|now| (now.count, now.px)), Some((cluster.count, px)));
                }
            }
            (before, scale) = (after, next);
        }
    }

    #[test]
    fn what_is_stretched_stays_the_same_and_with_its_time(
        extents in extents(),
        start in 0_i64..3650,
        hours in 24_i64..20_000,
        closer in 30_u16..=230,
        around in 0..700,
    ) {
        let index = index(extents);
        let from = Scale::new(days(start, hours), 700);
        let laid = layout(&index, from, &options(5, None));
        let to = from.zoom(closer, 100, around);
        prop_assert_eq!(laid.stretched(&index, from, from.pan(30)), None, "moved, not stretched");
        prop_assert_eq!(laid.stretched(&index, from, from.resized(701)), None, "of another width");
        let Some(now) = laid.stretched(&index, from, to) else {
            prop_assert!(closer <= 50 || closer == 100 || closer >= 200, "{closer} was to be stretched");
            return Ok(());
        };
        prop_assert!((50..=200).contains(&closer), "{closer} is too far from it");
        let items = |labels: &[Placed]| -> Vec<_> {
            labels.iter().map(|label| (label.item, label.lane, label.width)).collect()
        };
        prop_assert_eq!(items(&now.labels), items(&laid.labels));
        prop_assert_eq!(items(&now.ongoing), items(&laid.ongoing));
        for label in now.labels.iter().chain(&now.ongoing) {
            let extent = index.extent(label.item).unwrap();
            prop_assert_eq!(label.start_px, to.to_px(extent.earliest));
            prop_assert_eq!(label.end_px, to.to_px(extent.latest + 1));
        }
        for (now, before) in now.clusters.iter().zip(&laid.clusters) {
            prop_assert_eq!((&now.items, now.count, now.since), (&before.items, before.count, before.since));
            prop_assert_eq!(now.px, to.to_px(from.to_time(before.px)));
        }
        prop_assert_eq!(now.clusters.len(), laid.clusters.len());
    }

    #[test]
    fn the_index_finds_what_brute_force_finds(
        extents in extents(),
        start in -100_i64..3700,
        hours in 1_i64..20_000,
    ) {
        let index = index(extents);
        let window = days(start, hours);
        let found: Vec<usize> =
            (0..index.len()).filter(|item| overlaps(&index, *item, window)).collect();
        prop_assert_eq!(index.count(window), found.len());
        if found.len() > 10 {
            prop_assert_eq!(index.visible(window, 10), Visible::Many(found.len()));
        }
        prop_assert_eq!(index.visible(window, 400), Visible::Items(found));
    }
}

#[test]
fn a_hundred_thousand_items_cost_what_is_drawn() {
    let index = many();
    let whole = index.whole().unwrap();
    let mut scale = Scale::fit(whole, 20, 1200);
    for _ in 0..40 {
        let asked = Cell::new(0);
        let label_px = |item| {
            asked.set(asked.get() + 1);
            width(item)
        };
        let options = LayoutOptions { label_px: &label_px, ..options(8, Some(54_321)) };
        let laid_out = layout(&index, scale, &options);
        assert!(asked.get() <= 400, "{}", asked.get());
        assert_eq!(laid_out, layout(&index, scale, &options));
        assert_budget(&laid_out);
        assert_no_overlap(&laid_out.labels, 6);
        scale = scale.zoom(3, 2, 400);
    }
    let scale = Scale::fit(whole, 20, 1200);
    assert_all_there(&index, scale, &layout(&index, scale, &options(8, None)));
    let scale = scale.zoom(200, 1, 700);
    assert_all_there(&index, scale, &layout(&index, scale, &options(8, Some(60_000))));
}

/// As a reader turns the wheel: by a twentieth of what is shown, to a hundredth of it.
fn each_step_in(index: &Index, mut seen: impl FnMut((Scale, &Layout), (Scale, &Layout))) {
    let mut scale = Scale::new(index.whole().unwrap_or(Window::new(0, DAY)), 1200);
    let mut before = layout(index, scale, &options(5, None));
    for _ in 0..90 {
        let next = scale.zoom(21, 20, 600);
        let after = layout(index, next, &options(5, None));
        seen((scale, &before), (next, &after));
        (scale, before) = (next, after);
    }
}

#[test]
fn most_labels_stay_while_it_zooms_in() {
    let index = many();
    let (mut kept, mut all) = (0, 0);
    each_step_in(&index, |(_, before), (scale, after)| {
        let still = |label: &Placed| {
            let px = index.extent(label.item).map(|extent| scale.to_px(extent.earliest));
            px.is_some_and(|px| (0..1200).contains(&px))
        };
        for label in before.labels.iter().filter(|label| still(label)) {
            all += 1;
            kept += usize::from(after.labels.iter().any(|own| own.item == label.item));
        }
    });
    assert!(kept * 10 > all * 8, "{kept} of {all}");
}

#[test]
fn clusters_count_the_same_stretches_until_the_scale_has_doubled() {
    let index = many();
    let mut cut = 0;
    each_step_in(&index, |(_, before), (scale, after)| {
        let inside = |cluster: &&Cluster| (100..1100).contains(&scale.to_px(cluster.since));
        let same = |cluster: &Cluster| after.clusters.iter().any(|own| own.since == cluster.since);
        assert!(before.clusters.iter().filter(inside).all(same), "each begins one still");
        let new =
            |cluster: &&Cluster| !before.clusters.iter().any(|own| own.since == cluster.since);
        cut += usize::from(after.clusters.iter().filter(inside).any(|own| new(&own)));
    });
    // The scale grew by 1.05 to the power of 90: it doubled six times.
    assert!((5..=7).contains(&cut), "{cut}");
}

#[test]
fn the_narrowest_labels_on_the_widest_screen_are_few() {
    let index = many();
    for width_px in [1, 320, 700, 1920, 16_384] {
        let scale = Scale::fit(index.whole().unwrap(), 0, width_px);
        for zoom in [1, 30, 1000, 30_000] {
            let options = LayoutOptions {
                lanes: 1000,
                ongoing_lanes: 1000,
                gap_px: 0,
                label_px: &|_| 1,
                selected: Some(0),
            };
            for px in 0..20 {
                assert_budget(&layout(
                    &index,
                    scale.zoom(zoom, 1, width_px / 2).pan(px * 7),
                    &options,
                ));
            }
        }
    }
}

#[test]
fn ten_thousand_equal_dates_are_some_labels_and_one_cluster() {
    let index = index(vec![Extent { earliest: 5 * DAY, latest: 6 * DAY - 1 }; 10_000]);
    let scale = Scale::new(Window::new(0, 10 * DAY), 800);
    let layout = layout(&index, scale, &options(4, Some(9_000)));
    assert_eq!(layout.labels.len(), 4);
    assert!(layout.labels.iter().any(|label| label.item == 9_000));
    assert_eq!(layout.clusters.len(), 1);
    assert_eq!(layout.clusters[0].count, 9_996);
    assert_eq!(index.starts(layout.clusters[0].items.clone()).map(Window::span), Some(1));
}

#[test]
fn none_and_one() {
    let scale = Scale::new(Window::new(0, 10 * DAY), 800);
    let empty = Index::new(Vec::new());
    assert_eq!(layout(&empty, scale, &options(4, Some(0))), Layout::default());
    assert_eq!((empty.whole(), empty.is_empty()), (None, true));
    let one = index(vec![Extent { earliest: 5 * DAY, latest: 6 * DAY - 1 }]);
    let placed = Placed { item: 0, lane: 0, x: 400, width: 40, start_px: 400, end_px: 480 };
    let expected = Layout { labels: vec![placed], count: 1, ..Layout::default() };
    assert_eq!(layout(&one, scale, &options(4, None)), expected);
    assert_eq!(layout(&one, scale.pan(2000), &options(4, None)), Layout::default());
}

#[test]
fn what_began_before_the_window_is_labelled_at_its_edge() {
    let year = Extent { earliest: 0, latest: 365 * DAY - 1 };
    let month = Extent { earliest: 90 * DAY, latest: 120 * DAY - 1 };
    let index = index(vec![year, month]);
    let scale = Scale::new(Window::new(100 * DAY, 107 * DAY), 700);
    let layout = layout(&index, scale, &options(4, None));
    let ongoing: Vec<_> = layout.ongoing.iter().map(|it| (it.item, it.lane, it.x)).collect();
    assert_eq!(ongoing, [(0, 0, 0), (1, 1, 0)]);
    assert_eq!((layout.labels.len(), layout.more_ongoing, layout.count), (0, 0, 2));
}

#[test]
fn more_going_on_than_lanes_is_counted() {
    let index = index(vec![Extent { earliest: 0, latest: 365 * DAY }; 5_000]);
    let scale = Scale::new(Window::new(100 * DAY, 107 * DAY), 700);
    let layout = layout(&index, scale, &options(4, Some(4_000)));
    assert_eq!((layout.ongoing.len(), layout.more_ongoing), (3, 4_997));
    assert!(layout.ongoing.iter().any(|it| it.item == 4_000));
}

#[test]
fn the_ends_of_time_are_laid_out() {
    let far = 10_i64.pow(17);
    let index = index(vec![
        Extent { earliest: i64::MIN, latest: i64::MAX },
        Extent { earliest: -far, latest: -far + DAY },
        Extent { earliest: 0, latest: 0 },
        Extent { earliest: far, latest: far + 100 * DAY },
        Extent { earliest: LIMIT, latest: LIMIT },
    ]);
    for (start, end) in [
        (-LIMIT, LIMIT),
        (-far, far),
        (-far, -far + 60),
        (far - DAY, far + DAY),
        (LIMIT - 60, LIMIT),
        (-LIMIT, -LIMIT + 60),
    ] {
        for width_px in [1, 320, 1000, 16_384] {
            let scale = Scale::new(Window::new(start, end), width_px);
            let layout = layout(&index, scale, &options(4, Some(3)));
            assert_no_overlap(&layout.labels, 6);
            assert_all_there(&index, scale, &layout);
        }
    }
}
