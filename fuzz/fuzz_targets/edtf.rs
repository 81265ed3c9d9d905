//! A date that can be read is printed as it was written, has its bounds in order, and words.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quote_timeline::edtf::{Bound, Builtin, Edtf, Language, Length, words, words_in_sentence};

fuzz_target!(|text: &str| {
    let Ok(date) = Edtf::parse(text) else { return };
    let printed = date.to_string();
    assert_eq!(printed, text);
    assert_eq!(Edtf::parse(&printed).as_ref(), Ok(&date));
    let bounds = date.bounds();
    if let (Bound::At(earliest), Bound::At(latest)) = (bounds.earliest, bounds.latest) {
        assert!(earliest <= latest, "{text}: {earliest} > {latest}");
    }
    for language in [Language::French, Language::English] {
        for length in [Length::Long, Length::Short] {
            assert!(!words(&date, language, length, &Builtin).is_empty());
            assert!(!words_in_sentence(&date, language, length, &Builtin).is_empty());
        }
    }
});
