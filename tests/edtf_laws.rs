//! Laws that hold for any date, checked on generated ones.
#![cfg(not(target_arch = "wasm32"))]

use core::cmp::Ordering;
use proptest::prelude::*;
use quote_timeline::edtf::{Builtin, Edtf, Language, Length, words, words_in_sentence};

/// Texts that read as one date; most are dates, some are not.
fn single() -> impl Strategy<Value = String> {
    let mark = "[?~%]?";
    let year = prop_oneof!["-?[0-2X][0-9X]{3}", "[0-9]{4}", "19[0-9]{2}S[1-4]"];
    let month = "(0[1-9X]|1[0-2X]|XX|X[0-9]|2[1-9]|3[0-9]|4[01])";
    let day = "(0[1-9X]|[12][0-9X]|3[01X]|XX|X[0-9])";
    let time =
        "(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-](0[1-9]|1[0-9])(:[0-5][0-9])?)?)?";
    let up_to_day = (mark, year, mark, mark, month, mark, mark, day, time, mark, 0..3_u8);
    let date =
        up_to_day.prop_map(|(a, year, b, c, month, d, e, day, time, f, parts)| match parts {
            0 => format!("{a}{year}{b}"),
            1 => format!("{a}{year}{b}-{c}{month}{d}"),
            _ if time.is_empty() => format!("{a}{year}{b}-{c}{month}{d}-{e}{day}{f}"),
            _ => format!("{a}{year}-{c}{month}-{e}{day}{time}{f}"),
        });
    prop_oneof![9 => date, 1 => "Y-?[1-9][0-9]{4,17}(E[1-9][0-9]{0,3})?(S[1-5])?[?~%]?"]
}

/// Texts that read as any EDTF.
fn text() -> impl Strategy<Value = String> {
    let members = prop::collection::vec((single(), prop::option::of(single())), 1..4);
    let set =
        (members, "(\\.\\.)?", "(\\.\\.)?", any::<bool>()).prop_map(|(members, from, to, all)| {
            let members: Vec<String> = members
                .into_iter()
                .map(|(first, last)| last.map_or(first.clone(), |last| format!("{first}..{last}")))
                .collect();
            let (left, right) = if all { ('{', '}') } else { ('[', ']') };
            format!("{left}{from}{}{to}{right}", members.join(","))
        });
    let end = || prop_oneof![8 => single(), 1 => Just("..".to_owned()), 1 => Just(String::new())];
    prop_oneof![
        4 => single(),
        2 => (end(), end()).prop_map(|(start, end)| format!("{start}/{end}")),
        1 => set,
    ]
}

/// Dates of all kinds.
fn date() -> impl Strategy<Value = Edtf> {
    text().prop_filter_map("not a date", |text| Edtf::parse(&text).ok())
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 1_000_000, ..ProptestConfig::default() })]

    #[test]
    fn what_is_read_is_written_back(text in text()) {
        if let Ok(date) = Edtf::parse(&text) {
            let written = date.to_string();
            prop_assert_eq!(&written, &text);
            prop_assert_eq!(Edtf::parse(&written), Ok(date));
        }
    }

    #[test]
    fn any_text_is_read_or_refused_at_a_place_in_it(text: String) {
        if let Err(error) = Edtf::parse(&text) {
            prop_assert!(text.is_char_boundary(error.offset));
        }
    }

    #[test]
    fn text_of_the_right_characters_is_read_or_refused(text in r"[0-9XYEST?~%:Z+./,\[\]{}-]{0,24}") {
        if let Err(error) = Edtf::parse(&text) {
            prop_assert!(error.offset <= text.len());
        }
    }

    #[test]
    fn the_earliest_is_never_after_the_latest(date in date()) {
        let (earliest, latest) = date.bounds().or_endless();
        prop_assert!(earliest <= latest, "{}", date);
    }

    #[test]
    fn every_date_has_words(date in date()) {
        for language in [Language::French, Language::English] {
            for length in [Length::Long, Length::Short] {
                for text in [
                    words(&date, language, length, &Builtin),
                    words_in_sentence(&date, language, length, &Builtin),
                ] {
                    prop_assert!(!text.is_empty());
                    prop_assert!(!text.contains("  ") && text.trim() == text, "{:?}", text);
                    prop_assert!(!text.contains('\''), "{}", text);
                }
            }
        }
    }

    #[test]
    fn the_order_is_total(a in date(), b in date(), c in date()) {
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a.cmp(&b) == Ordering::Equal, a == b);
        let mut sorted = [a, b, c];
        sorted.sort();
        let [a, b, c] = sorted;
        prop_assert!(a <= b && b <= c && a <= c);
        prop_assert!(a.bounds().or_endless() <= c.bounds().or_endless());
    }
}
