//! Dates of ISO 8601-2 (EDTF).

pub mod civil;
