//! Any text in HTML is read into parts that nest: what opens is closed, and no link is dangerous.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quote_timeline::rich::{Part, address, file_address, left_out, plain, read};

fuzz_target!(|html: &str| {
    let mut open = Vec::new();
    let mut length = 0;
    read(html, &mut |part| match part {
        Part::Open(mark) => {
            let inside_inline = open.iter().any(|around| *around == Some(false));
            assert!(!mark.is_block() || !inside_inline, "a block inside an inline");
            open.push(Some(mark.is_block()));
            assert!(open.len() < 100, "nests deeply");
        }
        Part::Link(to) => {
            assert_eq!(address(to).as_deref(), Some(to));
            assert!(!open.contains(&None), "a link in a link");
            open.push(None);
        }
        Part::Close => assert!(open.pop().is_some(), "nothing is open"),
        Part::Text(text) => {
            assert!(!text.is_empty());
            length += text.len();
        }
        Part::Image { address, .. } => assert!(file_address(address).is_some()),
        Part::Break | Part::LeftOut(_) => {}
    });
    assert!(open.is_empty(), "not closed: {open:?}");
    // A character reference is never shorter than what it stands for, but for a few of four bytes.
    assert!(length <= html.len() * 4);
    let _ = (plain(html), left_out(html));
});
