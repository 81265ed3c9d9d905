//! The commands a contributor types.

fn main() {}
