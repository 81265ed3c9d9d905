//! Everything one widget shows.
