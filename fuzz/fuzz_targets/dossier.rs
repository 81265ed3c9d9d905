//! Any bytes are read the same whole and in slices, and what was read survives out and in.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quote_timeline::dossier::{Reader, read};

/// The first byte says how long the slices are.
fuzz_target!(|bytes: &[u8]| {
    let Some((length, bytes)) = bytes.split_first() else { return };
    let whole = read(bytes);
    let mut reader = Reader::new();
    let pushed = bytes.chunks(usize::from(*length).max(1)).try_for_each(|slice| reader.push(slice));
    let sliced = pushed.and_then(|()| reader.finish());
    assert_eq!(whole, sliced);
    let Ok((dossier, _)) = whole else { return };
    let written = serde_json::to_vec(&dossier).unwrap();
    let (again, problems) = read(&written).unwrap();
    assert_eq!(again, dossier, "{problems:?}");
});
