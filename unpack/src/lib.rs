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

/// Bytes that are decoded at a time: a few milliseconds' work, after which the page may have its
/// turn.
const STEP: usize = 1 << 15;

/// An engine on its way out of the text that carries it.
pub struct Unpacking(lzma::Decoder);

impl Unpacking {
    /// Nothing where the text has no beginning.
    pub fn new(text: &[u8]) -> Option<Self> {
        lzma::Decoder::new(letters::decode(text)).map(Self)
    }

    /// Goes a step on; whether there are more. Nothing where the text is damaged.
    pub fn step(&mut self) -> Option<bool> {
        self.0.step(STEP)
    }

    /// After the last step: bytes, and the place from which on they are the engine's wasm. Nothing
    /// where the text is damaged.
    pub fn finish(self) -> Option<(Vec<u8>, usize)> {
        streams::join(self.0.into_bytes())
    }
}
