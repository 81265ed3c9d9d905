//! Any text is folded and searched: folding twice is folding once, and what is marked holds what
//! was looked for.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quote_timeline::collate::fold::{find_all, fold};
use quote_timeline::collate::search::Query;

/// The first line is what is typed, the rest the text.
fuzz_target!(|input: &str| {
    let (typed, text) = input.split_once('\n').unwrap_or((input, ""));
    let folded = fold(text);
    assert_eq!(fold(&folded), folded);
    let query = Query::new(typed);
    let mut end = 0;
    for range in query.marks(text) {
        assert!(range.start >= end && range.start < range.end);
        assert!(text.get(range.clone()).is_some());
        end = range.end;
    }
    if query.matches(&[text]) && !query.is_empty() {
        for term in query.terms() {
            assert!(folded.contains(term.as_str()));
        }
    }
    for needle in query.terms() {
        for range in find_all(text, needle) {
            assert!(fold(&text[range]).contains(needle.as_str()));
        }
    }
});
