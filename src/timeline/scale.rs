//! Seconds to pixels and back, and how zooming and panning move the window.
//!
//! All positions come from one pixel grid per zoom level, counted from 1970 and not from the
//! window's left edge. While the window pans, everything on it therefore moves by the same whole
//! number of pixels: nothing trembles, and what is derived from pixels (lanes) stays put.

/// Seconds since 1970-01-01T00:00:00 of the proleptic Gregorian calendar, without time zones.
pub type Second = i64;

/// Times further from 1970 than this are drawn as if they were this far: 31 thousand million years.
pub const LIMIT: Second = 1_000_000_000_000_000_000;

/// The shortest span that can be zoomed to, in seconds.
pub const SHORTEST: i64 = 60;

/// The widest drawing, in pixels.
pub const WIDEST_PX: i32 = 16_384;

/// Pixels from the left edge at which far-away positions are cut off, well inside what browsers
/// can lay out.
pub const FAR_PX: i32 = 1 << 20;

/// A stretch of time, the end not included. It holds at least one second and lies within
/// [`LIMIT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    start: Second,
    end: Second,
}

impl Window {
    /// From `start` up to `end`; an end at or before the start leaves one second.
    pub fn new(start: Second, end: Second) -> Self {
        let start = start.clamp(-LIMIT, LIMIT - 1);
        Self { start, end: end.max(start + 1).min(LIMIT) }
    }

    /// The first second inside.
    pub fn start(self) -> Second {
        self.start
    }

    /// The first second after it.
    pub fn end(self) -> Second {
        self.end
    }

    /// How many seconds it holds.
    pub fn span(self) -> i64 {
        self.end - self.start
    }

    /// Wider by `permille` thousandths of the span on either side.
    ///
    /// ```
    /// use quote_timeline::timeline::Window;
    /// assert_eq!(Window::new(0, 1000).padded(50), Window::new(-50, 1050));
    /// ```
    #[must_use]
    pub fn padded(self, permille: u16) -> Self {
        let margin = round_ratio(self.span(), permille.into(), 1000);
        Self::new(self.start - margin, self.end.saturating_add(margin))
    }

    /// The shortest window that holds both.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether they have a second in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// On the way to another window: `permille` thousandths of the way are done.
    ///
    /// ```
    /// use quote_timeline::timeline::Window;
    /// let (from, to) = (Window::new(0, 1000), Window::new(500, 600));
    /// assert_eq!(from.toward(to, 0), from);
    /// assert_eq!(from.toward(to, 500), Window::new(250, 800));
    /// assert_eq!(from.toward(to, 1000), to);
    /// ```
    #[must_use]
    pub fn toward(self, other: Self, permille: u16) -> Self {
        // A distance may be twice the limit: a thousandth is taken of it before it is multiplied.
        let part = |from: Second, to: Second| {
            let (whole, rest) = ((to - from) / 1000, (to - from) % 1000);
            from + whole * Second::from(permille) + rest * Second::from(permille) / 1000
        };
        Self::new(part(self.start, other.start), part(self.end, other.end))
    }

    /// As long as asked for, or as the limits allow, about the same middle.
    fn with_span(self, span: i64) -> Self {
        Self::starting(self.start - (span - self.span()) / 2, span)
    }

    /// `span` seconds from `start`, moved where they would leave the limits.
    fn starting(start: Second, span: i64) -> Self {
        let span = span.clamp(1, 2 * LIMIT);
        let start = start.min(LIMIT - span).max(-LIMIT);
        Self { start, end: start + span }
    }
}

/// A window drawn over so many pixels.
///
/// ```
/// use quote_timeline::timeline::{Scale, Window};
/// let scale = Scale::new(Window::new(0, 86_400), 240);
/// assert_eq!(scale.to_px(43_200), 120);
/// assert_eq!(scale.to_time(120), 43_200);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    window: Window,
    width_px: i32,
}

impl Scale {
    /// `window` over `width_px` pixels (1 to [`WIDEST_PX`]). A window that is too short is widened
    /// about its middle.
    ///
    /// Too short is less than [`SHORTEST`]; further than some thousand million years from 1970, a
    /// few times that, so that the pixel grid stays within 63 bits.
    pub fn new(window: Window, width_px: i32) -> Self {
        let width_px = width_px.clamp(1, WIDEST_PX);
        let finest = finest(window, width_px);
        let window = if window.span() < finest { window.with_span(finest) } else { window };
        Self { window, width_px }
    }

    /// The whole of `extent` with a margin of `padding_permille` thousandths on either side.
    pub fn fit(extent: Window, padding_permille: u16, width_px: i32) -> Self {
        Self::new(extent.padded(padding_permille), width_px)
    }

    /// The time that is shown.
    pub fn window(self) -> Window {
        self.window
    }

    /// The pixels that it is shown on.
    pub fn width_px(self) -> i32 {
        self.width_px
    }

    /// Where a second is drawn, in pixels from the left edge, cut off at [`FAR_PX`] either way.
    /// A later second is never further left.
    pub fn to_px(self, time: Second) -> i32 {
        self.from_grid(self.grid_px(time))
    }

    /// The first second that is drawn at `px` or right of it.
    ///
    /// `to_px(to_time(px)) == px` as long as a pixel is a second or more; where a second is
    /// several pixels wide, it is the next pixel at which a second begins.
    pub fn to_time(self, px: i32) -> Second {
        self.grid_time(self.left().saturating_add(px.into()))
    }

    /// Enlarged `num / den` times (a ratio below one shows more), the moment at `around_px` staying
    /// where it is.
    ///
    /// The moment does not wander, however often one zooms about the same pixel. Spans are whole
    /// seconds: one step and its inverse return both ends to within `1 + num / den` (or `den / num`
    /// if greater) seconds; a run of steps through a span of `s` seconds and back returns the
    /// span to within one part in `s` for each step.
    #[must_use]
    pub fn zoom(self, num: u16, den: u16, around_px: i32) -> Self {
        let (num, den) = (i64::from(num.max(1)), i64::from(den.max(1)));
        let longest = round_ratio(self.window.span(), den, num);
        // The limits are settled first: the moment must be held for the span that results.
        let span = Self::new(Window::starting(self.window.start, longest), self.width_px);
        let span = span.window.span();
        let (px, width) = (i64::from(around_px), i64::from(self.width_px));
        let moment = self.window.start.saturating_add(round_ratio(self.window.span(), px, width));
        let start = moment.saturating_sub(round_ratio(span, px, width));
        Self::new(Window::starting(start, span), self.width_px)
    }

    /// The window moved by `px` pixels, later for positive ones; the span stays.
    ///
    /// A pixel may be less than a second: while dragging, pan the scale at which the drag began by
    /// the whole distance, not the last scale by the last pixel.
    #[must_use]
    pub fn pan(self, px: i32) -> Self {
        let by = round_ratio(self.window.span(), px.into(), self.width_px.into());
        let start = self.window.start.saturating_add(by);
        Self::new(Window::starting(start, self.window.span()), self.width_px)
    }

    /// Moved, and if need be shortened, so that nothing outside `bounds` is shown.
    #[must_use]
    pub fn within(self, bounds: Window) -> Self {
        let span = self.window.span().max(finest(bounds, self.width_px));
        let window = if span >= bounds.span() {
            bounds
        } else {
            Window::starting(self.window.start.min(bounds.end - span).max(bounds.start), span)
        };
        Self::new(window, self.width_px)
    }

    /// The same window on another width.
    #[must_use]
    pub fn resized(self, width_px: i32) -> Self {
        Self::new(self.window, width_px)
    }

    /// How many seconds `px` pixels are, rounded up.
    pub(super) fn duration(self, px: i32) -> i64 {
        self.grid_time(px.into())
    }

    /// How many pixels the window has moved since it was another one; nothing where the zoom is another, or
    /// where that is further than [`FAR_PX`].
    ///
    /// ```
    /// use quote_timeline::timeline::{Scale, Window};
    /// let before = Scale::new(Window::new(0, 1000), 100);
    /// let now = Scale::new(Window::new(50, 1050), 100);
    /// assert_eq!(now.moved_from(before), Some(5));
    /// assert_eq!(now.zoom(2, 1, 50).moved_from(before), None);
    /// ```
    pub fn moved_from(self, before: Self) -> Option<i32> {
        let same = self.window.span() == before.window.span() && self.width_px == before.width_px;
        let moved = i32::try_from(self.left() - before.left()).ok()?;
        (same && moved.abs() <= FAR_PX).then_some(moved)
    }

    /// The left edge on the pixel grid.
    pub(super) fn left(self) -> i64 {
        self.grid_px(self.window.start)
    }

    /// Where a second lies on the pixel grid of this zoom level.
    pub(super) fn grid_px(self, time: Second) -> i64 {
        let grain = self.grain();
        let time = time.clamp(-LIMIT, LIMIT) >> grain;
        floor_ratio(time, self.width_px.into(), self.window.span() >> grain)
    }

    /// The first second at or after a line of the pixel grid.
    pub(super) fn grid_time(self, px: i64) -> Second {
        let grain = self.grain();
        let span = self.window.span() >> grain;
        // Rounded up: the negative of the negative rounded down.
        let time = floor_ratio(px.saturating_neg(), span, self.width_px.into()).saturating_neg();
        time.clamp(-LIMIT >> grain, LIMIT >> grain) << grain
    }

    /// The grid is reckoned in units of two to this power seconds, so that its products fit into 63
    /// bits: 0 up to spans of nine million years, at most 13.
    fn grain(self) -> u32 {
        (i64::BITS - self.window.span().leading_zeros()).saturating_sub(48)
    }

    /// From the pixel grid to pixels from the left edge.
    #[allow(clippy::cast_possible_truncation)] // clamped to a far smaller range
    #[allow(clippy::wrong_self_convention)] // "from the grid to the screen"
    pub(super) fn from_grid(self, px: i64) -> i32 {
        px.saturating_sub(self.left()).clamp(-i64::from(FAR_PX), FAR_PX.into()) as i32
    }
}

/// The shortest span, in seconds, at which all of `window` lies within 2^62 pixels of 1970.
fn finest(window: Window, width_px: i32) -> i64 {
    let reach = window.start.abs().max(window.end.abs());
    (reach / ((1 << 62) / i64::from(width_px)) + 1).max(SHORTEST)
}

/// `value * num / den` rounded down, saturated. `den` is positive, `den * num` within 63 bits.
fn floor_ratio(value: i64, num: i64, den: i64) -> i64 {
    let rest = (value.rem_euclid(den) * num).div_euclid(den);
    value.div_euclid(den).saturating_mul(num).saturating_add(rest)
}

/// `value * num / den` to the nearest, halves away from zero: the same for `-num`, negated.
/// `value` and `den` are positive, `den * num` within 62 bits.
fn round_ratio(value: i64, num: i64, den: i64) -> i64 {
    let rest = (value % den * num + den / 2 * num.signum()) / den;
    (value / den).saturating_mul(num).saturating_add(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400;

    #[test]
    fn an_empty_window_holds_a_second_and_a_scale_a_minute() {
        assert_eq!(Window::new(5, 5).span(), 1);
        assert_eq!(Window::new(5, -5).span(), 1);
        assert_eq!(Window::new(i64::MAX, i64::MIN).span(), 1);
        let scale = Scale::new(Window::new(1000, 1001), 600);
        assert_eq!(scale.window().span(), SHORTEST);
        assert!(scale.window().start() < 1000 && scale.window().end() > 1000);
    }

    #[test]
    fn far_times_are_cut_off_and_stay_in_order() {
        let scale = Scale::new(Window::new(0, DAY), 1000);
        assert_eq!(scale.to_px(i64::MIN), -FAR_PX);
        assert_eq!(scale.to_px(i64::MAX), FAR_PX);
        assert_eq!(scale.to_time(i32::MAX), (i64::from(i32::MAX) * DAY + 999) / 1000);
    }

    #[test]
    fn zooming_about_a_pixel_keeps_its_moment() {
        let scale = Scale::new(Window::new(0, 1000 * DAY), 1000);
        let near = scale.zoom(10, 1, 250);
        assert_eq!(near.window().span(), 100 * DAY);
        assert_eq!(near.to_time(250), 250 * DAY);
        assert_eq!(near.zoom(1, 10, 250), scale);
    }

    #[test]
    fn a_run_of_steps_in_and_out_does_not_wander() {
        let first = Scale::new(Window::new(-20_000 * DAY, 7 * DAY), 977);
        let mut scale = first;
        for _ in 0..30 {
            scale = scale.zoom(5, 4, 700);
        }
        for _ in 0..30 {
            scale = scale.zoom(4, 5, 700);
        }
        assert!((scale.window().start() - first.window().start()).abs() < 600);
        assert!((scale.window().end() - first.window().end()).abs() < 600);
    }

    #[test]
    fn bounds_hold_the_window() {
        let bounds = Window::new(0, 100 * DAY);
        let scale = Scale::new(Window::new(90 * DAY, 99 * DAY), 900);
        let right = scale.pan(900).within(bounds);
        assert_eq!(right.window(), Window::new(91 * DAY, 100 * DAY));
        assert_eq!(scale.zoom(1, 1000, 0).within(bounds).window(), bounds);
        assert_eq!(Scale::fit(Window::new(0, 1000), 100, 50).window(), Window::new(-100, 1100));
    }

    #[test]
    fn everything_moves_by_the_same_pixels_when_panning() {
        let scale = Scale::new(Window::new(12_345, 12_345 + 7 * DAY), 1013);
        let times = [0, 20_000, 50_001, 3 * DAY + 7];
        for px in 0..200 {
            let moved = scale.pan(px);
            let by = times.map(|time| scale.to_px(time) - moved.to_px(time));
            assert!(by.iter().all(|each| *each == by[0]), "{px}: {by:?}");
        }
    }
}
