//! `size`: what the single file weighs.

use crate::failure::Failure;

/// Weighs the single file.
pub(crate) fn size() -> Result<(), Failure> {
    Err(Failure::NotBuilt("size"))
}
