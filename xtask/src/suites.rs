//! `test`: every test there is.

use crate::failure::Failure;

/// Tests that run together.
#[derive(Clone, Copy)]
pub(crate) enum Suite {
    Native,
    Browser,
    Pages,
}

impl Suite {
    pub(crate) const ALL: [Self; 3] = [Self::Native, Self::Browser, Self::Pages];
}

/// Runs the suites.
pub(crate) fn test(_suites: &[Suite]) -> Result<(), Failure> {
    Err(Failure::NotBuilt("test"))
}
