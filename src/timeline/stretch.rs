//! What is laid out, moved to another scale while a zoom is under way.

use super::{Index, Layout, Placed, Scale};

impl Layout {
    /// The same labels and clusters where another scale has them, a small part of the work of a new
    /// layout. They may come to lie over each other, so this is for the moments in which the scale changes on and
    /// on. Nothing where `to` is closer than twice, where `from` shows less than half of it, and where it only
    /// moves: then a layout is as quick.
    ///
    /// ```
    /// use quote_timeline::timeline::{Extent, Index, LayoutOptions, Scale, Window, layout};
    /// let index = Index::new(vec![Extent { earliest: 45_000, latest: 45_000 }]);
    /// let options = LayoutOptions {
    ///     lanes: 1,
    ///     ongoing_lanes: 1,
    ///     gap_px: 8,
    ///     label_px: &|_| 100,
    ///     selected: None,
    /// };
    /// let from = Scale::new(Window::new(0, 90_000), 600);
    /// let layout = layout(&index, from, &options);
    /// let to = from.zoom(3, 2, 0);
    /// assert_eq!((layout.labels[0].x, to.to_px(45_000)), (300, 450));
    /// assert_eq!(layout.stretched(&index, from, to).unwrap().labels[0].x, 450);
    /// assert_eq!(layout.stretched(&index, from, from.zoom(3, 1, 0)), None);
    /// ```
    pub fn stretched(&self, index: &Index, from: Scale, to: Scale) -> Option<Self> {
        let (before, now) = (from.window(), to.window());
        let common = before.end().min(now.end()) - before.start().max(now.start());
        if now.span() == before.span() || now.span() < before.span() / 2 || common < now.span() / 2
        {
            return None;
        }
        let mut next = self.clone();
        for label in &mut next.labels {
            stretch(label, index, to);
            label.x = label.start_px;
        }
        for label in &mut next.ongoing {
            stretch(label, index, to);
        }
        for cluster in &mut next.clusters {
            cluster.px = to.to_px(from.to_time(cluster.px));
        }
        Some(next)
    }
}

fn stretch(label: &mut Placed, index: &Index, to: Scale) {
    if let Some(extent) = index.extent(label.item) {
        label.start_px = to.to_px(extent.earliest);
        label.end_px = to.to_px(extent.latest + 1);
    }
}
