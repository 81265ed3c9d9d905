//! Laws that hold for any date, checked on generated ones.
#![cfg(not(target_arch = "wasm32"))]

use core::cmp::Ordering;
use proptest::prelude::*;
use quote_timeline::edtf::civil::{SECONDS_PER_DAY, days_from_civil, days_in_month};
use quote_timeline::edtf::{Builtin, Edtf, Language, Length, words, words_in_sentence};

/// Texts that read as one date; most are dates, some are not.
fn single() -> impl Strategy<Value = String> {
    let mark = "[?~%]?";
    let year = prop_oneof!["-?[0-2X][0-9X]{3}", "[0-9]{4}", "19[0-9]{2}S[1-4]"];
    let month = "(0[1-9X]|1[0-2X]|XX|X[0-9]|2[1-9]|3[0-9]|4[01])";
    let day = "(0[1-9X]|[12][0-9X]|3[01X]|XX|X[0-9])";
    let time =
        "(T([01][0-9]|2[0-4]):[0-5][0-9](:[0-6][0-9])?(Z|[+-](0[1-9]|1[0-9])(:[0-5][0-9])?)?)?";
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
    let end = || {
        prop_oneof![
            8 => single(),
            1 => single().prop_map(|date| format!("..{date}")),
            1 => single().prop_map(|date| format!("{date}..")),
            1 => Just("..".to_owned()),
            1 => Just(String::new()),
        ]
    };
    prop_oneof![
        4 => single(),
        2 => (end(), end()).prop_map(|(start, end)| format!("{start}/{end}")),
        1 => set,
    ]
}

/// Dates so close to one another that many have the same bounds.
fn close_text() -> impl Strategy<Value = String> {
    let part = "(-(0[1-2X]|24|33)(-(0[1-2X]|XX))?)?";
    let single = move || (Just("202"), "[34X]", part, "[?~]?");
    let single = move || single().prop_map(|(a, b, c, d)| format!("{a}{b}{c}{d}"));
    prop_oneof![
        6 => single(),
        1 => (single(), single()).prop_map(|(start, end)| format!("{start}/{end}")),
        1 => single().prop_map(|start| format!("{start}/")),
        1 => single().prop_map(|start| format!("{start}/..")),
        1 => single().prop_map(|end| format!("../{end}")),
        1 => single().prop_map(|end| format!("..{end}/..")),
        1 => (single(), single()).prop_map(|(a, b)| format!("[{a},{b}]")),
        1 => Just("2024-01-01T00:00:00".to_owned()),
        1 => Just("2023-12-31T24:00:00".to_owned()),
        1 => Just("2023-12-31T23:59:60".to_owned()),
    ]
}

fn dates_of(texts: impl Strategy<Value = String>) -> impl Strategy<Value = Edtf> {
    texts.prop_filter_map("not a date", |text| Edtf::parse(&text).ok())
}

/// Dates of all kinds.
fn date() -> impl Strategy<Value = Edtf> {
    prop_oneof![dates_of(text()), dates_of(close_text())]
}

/// The first and the last day, from 1970, whose text has the digits of `pattern`, found by trying
/// them all.
fn days_tried(pattern: &str) -> Option<(i64, i64)> {
    let (sign, digits) = pattern.strip_prefix('-').map_or((1, pattern), |digits| (-1, digits));
    let fits = |text: &str, pattern: &str| {
        text.bytes().zip(pattern.bytes()).all(|(found, asked)| asked == b'X' || asked == found)
    };
    let mut found: Option<(i64, i64)> = None;
    for year in (0..=9999).filter(|year| fits(&format!("{year:04}"), digits)) {
        if sign < 0 && year == 0 {
            continue;
        }
        for month in 1..=12 {
            for day in 1..=days_in_month(sign * year, month) {
                if fits(&format!("{year:04}-{month:02}-{day:02}"), digits) {
                    let day = days_from_civil(sign * year, month, day);
                    found =
                        Some(found.map_or((day, day), |(low, high)| (low.min(day), high.max(day))));
                }
            }
        }
    }
    found
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
    fn of_two_dates_one_comes_first_unless_they_are_the_same(a in date(), b in date()) {
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a.partial_cmp(&b), Some(a.cmp(&b)));
        prop_assert_eq!(a.cmp(&b) == Ordering::Equal, a == b);
        prop_assert_eq!(a == b, a.to_string() == b.to_string());
    }

    #[test]
    fn what_comes_before_the_one_before_comes_before(
        a in dates_of(close_text()), b in dates_of(close_text()), c in dates_of(close_text()),
    ) {
        for [first, second, third] in [[&a, &b, &c], [&b, &c, &a], [&c, &a, &b], [&c, &b, &a]] {
            prop_assert!(!(first <= second && second <= third) || first <= third);
        }
    }

    #[test]
    fn dates_are_in_order_of_their_bounds(a in date(), b in date()) {
        let (first, second) = if a <= b { (a, b) } else { (b, a) };
        prop_assert!(first.bounds().or_endless() <= second.bounds().or_endless());
    }

    #[test]
    fn bounds_are_the_first_and_last_day_that_fits(
        year in "-?([0-9]{4}|[0-9]{3}X|[0-9]{2}X[0-9]|X[0-9]X[0-9])",
        month in "(0[1-9X]|1[0-2X]|XX|X[0-9])",
        day in "(0[1-9X]|[12][0-9X]|3[01X]|XX|X[0-9])",
        parts in 1..=3_usize,
    ) {
        let text = [year, month, day][..parts].join("-");
        match Edtf::parse(&text) {
            Ok(date) => {
                let (first, last) = days_tried(&text).expect(&text);
                let bounds = (first * SECONDS_PER_DAY, (last + 1) * SECONDS_PER_DAY - 1);
                prop_assert_eq!(date.bounds().or_endless(), bounds, "{}", text);
            }
            Err(error) => {
                prop_assert!(text == "-0000" || text.starts_with("-0000-") || days_tried(&text).is_none(), "{text}: {error}");
            }
        }
    }

    #[test]
    fn a_part_of_an_interval_or_a_set_needs_no_higher_level(a in single(), b in single()) {
        let level = |text: &str| Edtf::parse(text).map(|date| date.level());
        for whole in [format!("{a}/{b}"), format!("{a}/.."), format!("[{a},{b}]")] {
            if let (Ok(of_part), Ok(of_whole)) = (level(&a), level(&whole)) {
                prop_assert!(of_part <= of_whole, "{} in {}", a, whole);
            }
        }
    }
}
