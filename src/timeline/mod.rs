//! Time to pixels and back.
