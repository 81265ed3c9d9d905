//! Which stretch of time is shown: moving, enlarging, and going back to what was shown before.

use super::{BEYOND_PERMILLE, Changes, Message, State, whole};
use crate::timeline::{Scale, Window};

/// So many windows can be gone back to.
const MOST_BACK: usize = 32;

/// About a chosen thing of a day's length, so much is shown: it fills an eighth of the width.
const ROOM_PERMILLE: u16 = 3500;

/// The windows that were shown before.
#[derive(Default)]
pub(super) struct Trail {
    windows: Vec<Window>,
    /// Whether the last change was one of a stream: dragging, or turning the wheel.
    streaming: bool,
}

impl Trail {
    fn remember(&mut self, window: Window, streaming: bool) {
        // A drag arrives as a hundred messages and is one step to whoever goes back.
        let same = streaming && self.streaming;
        self.streaming = streaming;
        if same {
            return;
        }
        if self.windows.len() == MOST_BACK {
            self.windows.remove(0);
        }
        self.windows.push(window);
    }
}

impl State {
    /// Shows another stretch of time. Nothing where the message does not ask for one.
    pub(super) fn look(&mut self, message: &Message) -> Option<Changes> {
        let scale = self.scale;
        let (next, streaming) = match *message {
            Message::Look(window) => (Scale::new(window, scale.width_px()), false),
            Message::Drag(window) => (Scale::new(window, scale.width_px()), true),
            Message::Zoom { num, den, around } => {
                // The wheel names a pixel; a button or a key does not.
                (scale.zoom(num, den, around.unwrap_or_else(|| self.focus_px())), around.is_some())
            }
            Message::Pan(px) => (scale.pan(px), false),
            Message::Wheel(px) => (scale.pan(px), true),
            Message::Fit => (self.whole(), false),
            Message::ToSelection => (self.to_selection()?, false),
            Message::Back => {
                self.trail.streaming = false;
                let Some(window) = self.trail.windows.pop() else { return Some(Changes::NONE) };
                return Some(self.rescale(Scale::new(window, scale.width_px())));
            }
            Message::Glide(window) => {
                self.scale = Scale::new(window, scale.width_px());
                return Some(Changes { scale: true, ..Changes::NONE });
            }
            _ => return None,
        };
        let changes = self.rescale(next);
        if changes.scale {
            self.trail.remember(scale.window(), streaming);
        }
        Some(changes)
    }

    /// Whether there is a window to go back to.
    pub fn can_go_back(&self) -> bool {
        !self.trail.windows.is_empty()
    }

    pub(super) fn rescale(&mut self, scale: Scale) -> Changes {
        let scale = scale.within(self.home.padded(BEYOND_PERMILLE));
        let changed = scale != self.scale;
        self.scale = scale;
        Changes { scale: changed, ..Changes::NONE }
    }

    /// What is chosen and some time about it; the event that is open where nothing is.
    fn to_selection(&self) -> Option<Scale> {
        let (start, end) = self.extent(self.selected?)?;
        let window = Window::new(start, end.saturating_add(1)).padded(ROOM_PERMILLE);
        Some(Scale::new(window, self.scale.width_px()))
    }

    /// Where keyboard zooming holds on: the selection where it is in view, else the middle.
    fn focus_px(&self) -> i32 {
        let window = self.scale.window();
        self.selected
            .and_then(|target| self.extent(target))
            .map(|(start, end)| start.saturating_add(end.saturating_sub(start) / 2))
            .filter(|middle| (window.start()..window.end()).contains(middle))
            .map_or(self.scale.width_px() / 2, |middle| self.scale.to_px(middle))
    }

    /// The scale at which everything is shown.
    pub fn whole(&self) -> Scale {
        whole(self.home, self.scale.width_px())
    }
}
