//! What the page calls, and the memory that it shares with what is here.
//!
//! This is the only unsafe code of the project. Memory has to come from somewhere, and an allocator
//! is unsafe by its definition in Rust; the one here is the least there can be. And the page hands
//! over a text by address, which only it can promise to be right.
#![allow(unsafe_code)]

use alloc::{boxed::Box, vec};
use core::{
    alloc::{GlobalAlloc, Layout},
    arch::wasm32,
    cell::Cell,
    panic::PanicInfo,
    ptr, slice,
};

use crate::Unpacking;

/// Hands out memory and takes none back: the module is dropped whole once the engine is there.
struct Bump {
    /// Where the next piece begins; 0: nothing was handed out yet.
    next: Cell<usize>,
}

// SAFETY: the module has one thread.
unsafe impl Sync for Bump {}

#[global_allocator]
static MEMORY: Bump = Bump { next: Cell::new(0) };

unsafe extern "C" {
    /// Where the linker says that memory is free from.
    static __heap_base: u8;
}

// SAFETY: pieces lie behind one another, each within the memory that is there, so that none
// overlap. They begin at multiples of 8, more than anything here asks for. Nothing was in them, and
// the memory of wasm is zero at first.
unsafe impl GlobalAlloc for Bump {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let next = match self.next.get() {
            0 => (&raw const __heap_base).addr(),
            next => next,
        };
        let start = next.wrapping_add(7) & !7;
        let end = start.saturating_add(layout.size());
        let pages = (end >> 16) + 1;
        let there = wasm32::memory_size(0);
        if pages > there && wasm32::memory_grow(0, pages - there) == usize::MAX {
            return ptr::null_mut();
        }
        self.next.set(end);
        ptr::with_exposed_provenance_mut(start)
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise is the same.
        unsafe { self.alloc(layout) }
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}

/// Nothing here panics but for want of memory, which the page is told as any trap.
#[panic_handler]
fn stop(_: &PanicInfo) -> ! {
    wasm32::unreachable()
}

/// Room for a text of so many bytes.
#[unsafe(no_mangle)]
extern "C" fn room(size: usize) -> *mut u8 {
    vec![0; size].leak().as_mut_ptr()
}

/// Begins to unpack the text that the page has written into its [`room`]; null, where the text is
/// damaged.
#[unsafe(no_mangle)]
extern "C" fn begin(text: *const u8, size: usize) -> *mut Unpacking {
    // SAFETY: the page hands over what `room` gave it, and the size that it asked for.
    let text = unsafe { slice::from_raw_parts(text, size) };
    Unpacking::new(text).map_or(ptr::null_mut(), |own| Box::leak(Box::new(own)))
}

/// Goes a step on: 1, there are more to go; the address of two numbers, where the wasm begins and its
/// size; or 0, the text is damaged.
#[unsafe(no_mangle)]
extern "C" fn step(unpacking: *mut Unpacking) -> usize {
    // SAFETY: the page hands over what `begin` gave it.
    match unsafe { &mut *unpacking }.step() {
        Some(true) => 1,
        // SAFETY: as above, and the page goes no step further.
        Some(false) => finish(unsafe { ptr::read(unpacking) }).unwrap_or(0),
        None => 0,
    }
}

fn finish(unpacking: Unpacking) -> Option<usize> {
    let (bytes, from) = unpacking.finish()?;
    let wasm = bytes.leak().get(from..)?;
    Some(Box::leak(Box::new([wasm.as_ptr().addr(), wasm.len()])).as_ptr().addr())
}
