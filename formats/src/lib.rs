//! The second engine of a page: it reads dossiers in the forms of others and writes them.
//!
//! Few pages need it, and none for what it shows first. So it is a file of its own, which the first
//! engine's script loads when a text is not in the project's own form, or when a page asks for an
//! export. Texts go in and texts come out; see `quote_timeline::export::exchange`.
#![cfg(target_arch = "wasm32")]

use quote_timeline::export::exchange::{read_foreign, write_foreign};
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Reads a dossier in any form: JSON with its text in the project's own, and what was wrong.
#[wasm_bindgen]
pub fn read(text: &str) -> String {
    read_foreign(text)
}

/// Writes a dossier in the project's own form in another: JSON with the text, and what is lost.
#[wasm_bindgen]
pub fn write(dossier: &str, format: &str) -> String {
    write_foreign(dossier, format)
}
