//! From one stretch of time to another in a few frames, so that the reader sees where it goes.

use crate::timeline::Window;

/// Milliseconds: long enough to be followed by the eye, too short to be waited for.
const LASTS_MS: f64 = 220.0;

/// A window on its way.
pub(super) struct Glide {
    from: Window,
    pub(super) to: Window,
    /// The time of the first frame, in milliseconds.
    begun: Option<f64>,
}

impl Glide {
    pub(super) fn new(from: Window, to: Window) -> Self {
        Self { from, to, begun: None }
    }

    /// What is shown at a frame's time, and whether that is the end of the way.
    pub(super) fn at(&mut self, time: f64) -> (Window, bool) {
        let begun = *self.begun.get_or_insert(time);
        let left = 1.0 - ((time - begun) / LASTS_MS).clamp(0.0, 1.0);
        // Quick at first and slow at the end, as a hand moves.
        let permille = permille(1.0 - left * left * left);
        (self.from.toward(self.to, permille), left <= 0.0)
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to 1")]
fn permille(part: f64) -> u16 {
    (part * 1000.0) as u16
}

/// Whether the reader asked the system for less motion.
pub(super) fn is_unwanted() -> bool {
    let query = web_sys::window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok()?);
    query.is_some_and(|query| query.matches())
}
