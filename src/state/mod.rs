//! What the reader sees now.
