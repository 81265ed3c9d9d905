//! Unpacks the engine in the browser: the first thing that runs of the single file.
//!
//! The engine travels as text: its wasm sorted into [`streams`], LZMA-compressed, written in
//! [`letters`]. A script that was just loaded runs slowly, in its engine's interpreter; wasm runs at
//! a quarter of its best speed or better from the first instruction on. So this crate is compiled to
//! a module of a few kilobytes, which unpacks the other one four times faster than JavaScript does.
//!
//! `cargo xtask build` packs, and checks by what is here that all comes back.

#![cfg_attr(all(target_arch = "wasm32", not(test)), no_std)]

extern crate alloc;

pub mod letters;
pub mod lzma;
#[cfg(all(target_arch = "wasm32", not(test)))]
mod page;
pub mod streams;

use alloc::vec::Vec;

/// The engine that a text carries: bytes, and the place from which on they are its wasm. Nothing
/// where the text is damaged.
pub fn unpack(text: &[u8]) -> Option<(Vec<u8>, usize)> {
    streams::join(lzma::decode(&letters::decode(text))?)
}
