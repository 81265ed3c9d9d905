//! The timeline on end, for a narrow column: rows in order of time, under headings of the calendar.

use std::ops::Range;

use super::ticks::calendar;
use super::{Index, Scale, Second, TickLabel, Unread};

/// So many stretches of the calendar have headings, or a few more.
const MOST_HEADINGS: i64 = 14;
/// Most of what began before the window and goes on in it that has a row.
const MOST_ONGOING: usize = 3;

/// What stands on a timeline: events, or quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strand {
    /// Events.
    Events,
    /// Quotes.
    Quotes,
}

/// A row of the timeline on end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// What follows was in this year, month, day or hour; longer stretches have none.
    Heading(TickLabel),
    /// An item, by its number in its index.
    Item(Strand, usize),
    /// Items that there is no room for, in order of time.
    Cluster(Strand, Range<usize>),
    /// Items that are known by number only.
    Unread(Strand, Unread),
}

/// The rows for what `scale` shows of events and of quotes: headings, and below them `most` rows, or
/// two for each heading where that is more, however many items there are.
///
/// Every item that begins in the window is in one row. Where there are too many, each stretch
/// under a heading keeps its first ones, as many as fit everywhere alike, events before quotes, and
/// counts the others. The `chosen` event and quote have rows of their own.
///
/// ```
/// use quote_timeline::timeline::{Extent, Index, Row, Scale, Strand, Window, upright};
/// let (hour, day) = (3_600, 86_400);
/// let at = |earliest| Extent { earliest, latest: earliest };
/// let events = Index::new((0..9).map(|number| at(number * hour)).collect());
/// let scale = Scale::new(Window::new(0, day), 300);
/// let rows = upright(&events, &Index::default(), scale, 4, [None; 2]);
/// let items = rows.iter().filter(|row| matches!(row, Row::Item(Strand::Events, _))).count();
/// let clusters = rows.iter().filter(|row| matches!(row, Row::Cluster(..))).count();
/// assert_eq!((items, clusters), (3, 1));
/// ```
pub fn upright(
    events: &Index,
    quotes: &Index,
    scale: Scale,
    most: usize,
    chosen: [Option<usize>; 2],
) -> Vec<Row> {
    let window = scale.window();
    let headings = calendar(scale, MOST_HEADINGS);
    let strands = [(Strand::Events, events), (Strand::Quotes, quotes)];
    let groups: Vec<Group> = headings
        .iter()
        .enumerate()
        .map(|(place, (at, label))| {
            let end = headings.get(place + 1).map_or(window.end(), |(next, _)| *next);
            let range = |index: &Index| {
                let from = (*at).max(window.start());
                index.begun(from)..index.begun(end.min(window.end()))
            };
            let unread = |index: &Index| {
                index.unread_within((*at).max(window.start()), end.min(window.end()))
            };
            Group {
                label: *label,
                items: [range(events), range(quotes)],
                unread: [unread(events), unread(quotes)],
            }
        })
        .collect();

    let mut rows = Vec::new();
    for item in events.tracks().going_on(window.start()).flatten().take(MOST_ONGOING) {
        rows.push(Row::Item(Strand::Events, item));
    }
    let most = most.saturating_sub(rows.len());
    let counts = |strand: usize| groups.iter().filter_map(move |group| group.count(strand));
    let kept_events =
        fitting(most.saturating_sub(counts(1).filter(|count| *count > 0).count()), || counts(0));
    let used: usize = counts(0).map(|count| needed(count, kept_events)).sum();
    let kept_quotes = fitting(most.saturating_sub(used), || counts(1));

    for group in &groups {
        let mut timed: Vec<(Second, Row)> = Vec::new();
        for ((place, (strand, index)), kept) in
            strands.iter().enumerate().zip([kept_events, kept_quotes])
        {
            let Some(range) = group.items.get(place) else { continue };
            let chosen = chosen.get(place).copied().flatten();
            for row in strand_rows(*strand, range, kept, chosen) {
                let first = match &row {
                    Row::Item(_, item) => *item,
                    Row::Cluster(_, items) => items.start,
                    Row::Heading(_) | Row::Unread(..) => continue,
                };
                let time = index.extent(first).map_or(window.start(), |extent| extent.earliest);
                // Events before quotes of the same moment; each strand is in order already.
                let before =
                    timed.iter().rposition(|(own, _)| *own <= time).map_or(0, |own| own + 1);
                timed.insert(before, (time, row));
            }
        }
        let unread = group.unread.iter().zip(strands);
        let unread: Vec<Row> =
            unread.filter_map(|(own, (strand, _))| Some(Row::Unread(strand, (*own)?))).collect();
        if !timed.is_empty() || !unread.is_empty() {
            rows.extend(group.label.map(Row::Heading));
            rows.extend(timed.into_iter().map(|(_, row)| row));
            rows.extend(unread);
        }
    }
    rows
}

/// What is under one heading.
struct Group {
    label: Option<TickLabel>,
    /// Events, quotes.
    items: [Range<usize>; 2],
    unread: [Option<Unread>; 2],
}

impl Group {
    fn count(&self, strand: usize) -> Option<usize> {
        self.items.get(strand).map(ExactSizeIterator::len)
    }
}

/// How many rows so many items take where `kept` of them have one each. A cluster of one is an item.
fn needed(count: usize, kept: usize) -> usize {
    count.min(kept + 1)
}

/// The most items that can be kept of each count so that the rows fit.
fn fitting<C: Iterator<Item = usize>>(most: usize, counts: impl Fn() -> C) -> usize {
    let fits = |kept: usize| counts().map(|count| needed(count, kept)).sum::<usize>() <= most;
    (1..=most).rev().find(|kept| fits(*kept)).unwrap_or(0)
}

/// The rows of one strand under one heading.
fn strand_rows(
    strand: Strand,
    items: &Range<usize>,
    kept: usize,
    chosen: Option<usize>,
) -> Vec<Row> {
    let shown = if items.len() <= kept + 1 && !(kept == 0 && items.len() > 1) {
        items.clone()
    } else {
        items.start..(items.start + kept).min(items.end)
    };
    let mut rows: Vec<Row> = shown.clone().map(|item| Row::Item(strand, item)).collect();
    let mut cluster = |range: Range<usize>| match range.len() {
        0 => {}
        1 => rows.push(Row::Item(strand, range.start)),
        _ => rows.push(Row::Cluster(strand, range)),
    };
    let rest = shown.end..items.end;
    match chosen.filter(|item| rest.contains(item)) {
        Some(item) => {
            cluster(rest.start..item);
            cluster(item..item + 1);
            cluster(item + 1..rest.end);
        }
        None => cluster(rest),
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::{Extent, Window};

    const DAY: Second = 86_400;

    fn index(times: &[Second]) -> Index {
        Index::new(times.iter().map(|time| Extent { earliest: *time, latest: *time }).collect())
    }

    /// Every item that a strand's rows hold, in their order.
    fn held(rows: &[Row], wanted: Strand) -> Vec<usize> {
        let items = rows.iter().flat_map(|row| match row {
            Row::Item(strand, item) if *strand == wanted => *item..*item + 1,
            Row::Cluster(strand, items) if *strand == wanted => items.clone(),
            _ => 0..0,
        });
        items.collect()
    }

    #[test]
    fn every_visible_item_is_in_one_row_in_order_however_few_rows_there_are() {
        // Bursts and gaps, from a simple generator.
        let mut seed = 7_u64;
        let mut random = |below: u64| {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % below
        };
        for round in 0..200 {
            let mut times = || {
                let count = random(400);
                let mut times: Vec<Second> = (0..count)
                    .map(|_| i64::try_from(random(2_000) * random(3)).unwrap() * DAY / 3)
                    .collect();
                times.sort_unstable();
                times
            };
            let (events, quotes) = (times(), times());
            let start = i64::try_from(random(600)).unwrap() * DAY;
            let window = Window::new(start, start + i64::try_from(random(900) + 1).unwrap() * DAY);
            let scale = Scale::new(window, 340);
            let most = usize::try_from(random(20)).unwrap();
            let chosen = [Some(events.len() / 2), Some(quotes.len() / 2)];
            let rows = upright(&index(&events), &index(&quotes), scale, most, chosen);
            for (strand, times) in [(Strand::Events, &events), (Strand::Quotes, &quotes)] {
                let inside = |time: &Second| (window.start()..window.end()).contains(time);
                let wanted: Vec<usize> = times
                    .iter()
                    .enumerate()
                    .filter(|(_, time)| inside(time))
                    .map(|(item, _)| item)
                    .collect();
                assert_eq!(held(&rows, strand), wanted, "round {round}");
            }
            let counted = rows.iter().filter(|row| !matches!(row, Row::Heading(_))).count();
            assert!(counted <= most.max(2 * 17) + 4, "{counted} rows for {most}");
        }
    }

    #[test]
    fn headings_stand_only_over_what_there_is() {
        let rows = upright(
            &index(&[0, 100 * DAY]),
            &index(&[]),
            Scale::new(Window::new(0, 365 * DAY), 300),
            10,
            [None; 2],
        );
        let headings = rows.iter().filter(|row| matches!(row, Row::Heading(_))).count();
        assert_eq!(headings, 2, "{rows:?}");
        assert!(matches!(rows.first(), Some(Row::Heading(_))));
    }

    #[test]
    fn what_is_chosen_has_a_row_of_its_own() {
        let times: Vec<Second> = (0..100).map(|item| item * 60).collect();
        let rows = upright(
            &index(&times),
            &index(&[]),
            Scale::new(Window::new(0, DAY), 300),
            3,
            [Some(50), None],
        );
        assert!(rows.contains(&Row::Item(Strand::Events, 50)), "{rows:?}");
    }

    #[test]
    fn what_goes_on_from_before_stands_first() {
        let long = Index::new(vec![Extent { earliest: 0, latest: 100 * DAY }]);
        let rows = upright(
            &long,
            &Index::default(),
            Scale::new(Window::new(50 * DAY, 60 * DAY), 300),
            5,
            [None; 2],
        );
        assert_eq!(rows, [Row::Item(Strand::Events, 0)]);
    }
}
