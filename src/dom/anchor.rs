//! What stands on a strip of time moves with it as one: the browser is told of each thing only when the zoom
//! changes.

use web_sys::Element;

use super::markup::translate;
use crate::timeline::Scale;

/// The scale that places are reckoned from.
#[derive(Default)]
pub(super) struct Anchor {
    scale: Option<Scale>,
    moved: i32,
}

impl Anchor {
    /// Moves the layers with the window, `forth` as time runs; gives how many pixels are to be added to
    /// each place on them.
    pub(super) fn hold(&mut self, scale: Scale, layers: &[&Element], forth: i32) -> i32 {
        let moved = self.scale.and_then(|anchor| scale.moved_from(anchor));
        if moved.is_none() {
            self.scale = Some(scale);
        }
        let moved = moved.unwrap_or(0);
        if moved != self.moved {
            self.moved = moved;
            for layer in layers {
                translate(layer, -moved * forth, 0);
            }
        }
        moved
    }
}
