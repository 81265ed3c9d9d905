//! `demo`: the pages of the repository on a loopback address.

use crate::failure::Failure;

/// The port where none is given.
pub(crate) const PORT: u16 = 8080;

/// Serves the pages.
pub(crate) fn serve(_port: u16) -> Result<(), Failure> {
    Err(Failure::NotBuilt("demo"))
}
