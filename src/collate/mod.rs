//! Readings compared.
