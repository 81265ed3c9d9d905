//! Time to pixels and back: the scale, its ticks, how dense the events lie, where labels go.
//!
//! Integers only: a [`Second`] counts from 1970-01-01T00:00:00 without time zones, a pixel is a
//! CSS pixel from the left edge of what is shown.

mod density;
mod eras;
mod index;
mod lanes;
mod layout;
mod scale;
mod spans;
mod stretch;
mod ticks;
mod unread;
mod upright;

pub use density::{Density, DensityByGroup};
pub use eras::era_rows;
pub use index::{Extent, Index, Visible};
pub use layout::{Cluster, Layout, LayoutOptions, Placed, layout};
pub use scale::{FAR_PX, LIMIT, SHORTEST, Scale, Second, WIDEST_PX, Window};
pub use ticks::{Tick, TickLabel, Ticks, Unit, ticks};
pub use unread::Unread;
pub use upright::{Row, Strand, upright};
