//! Any dossier is written in every format; own JSON is the same dossier again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quote_timeline::dossier::read;
use quote_timeline::export::{Format, write};

fuzz_target!(|bytes: &[u8]| {
    let Ok((dossier, _)) = read(bytes) else { return };
    for (name, format) in Format::ALL {
        let export = write(&dossier, format);
        match name {
            "json" => {
                assert!(export.lost.is_empty());
                let (again, problems) = read(export.text.as_bytes()).unwrap();
                assert_eq!(again, dossier, "{problems:?}");
            }
            "timelinejs" | "jsonld" | "web-annotation" | "csl" => {
                serde_json::from_str::<serde_json::Value>(&export.text).expect(name);
            }
            _ => {}
        }
    }
});
