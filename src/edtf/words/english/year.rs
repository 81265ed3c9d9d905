//! Years.

use crate::edtf::long_year::LongYear;
use crate::edtf::words::grammar::{Article, Noun};
use crate::edtf::words::numerals::{decimal, english_ordinal, grouped, power};
use crate::edtf::words::year::YearWords;
use crate::edtf::words::{Shared, raw_digits};

/// "1985", "44 BCE", "14 CE".
pub(super) fn year_text(year: i64) -> String {
    if year <= 0 {
        return grouped(1_u64.saturating_add(year.unsigned_abs()), ',') + " BCE";
    }
    let text = grouped(year.unsigned_abs(), ',');
    if year < 100 { text + " CE" } else { text }
}

pub(super) fn long_year(year: LongYear) -> Noun {
    match year.value() {
        i64::MAX | i64::MIN => Noun::new(Article::InThe, "year ".to_owned() + &power(year, ',')),
        value @ 1.. => Noun::new(Article::InThe, "year ".to_owned() + &year_text(value)),
        value => Noun::new(Article::In, year_text(value)),
    }
}

/// The words for a year, and whether "the" goes before them.
pub(super) fn year_words(year: YearWords, shared: Shared, short: bool) -> (String, bool) {
    if shared == Shared::Unit {
        return match year {
            YearWords::Century { number, .. } | YearWords::Millennium { number, .. } => {
                (english_ordinal(number), true)
            }
            YearWords::Known(year) => (decimal(1 + year.unsigned_abs()), false),
            _ => year_words(year, Shared::Nothing, short),
        };
    }
    let era = |text: String, bce| if bce { text + " BCE" } else { text };
    match year {
        YearWords::Known(year) => (year_text(year), false),
        YearWords::Decade(first) => {
            let end = if first < 100 { "s CE" } else { "s" };
            (decimal(first.into()) + end, true)
        }
        YearWords::Century { number, bce } => {
            let word = if short { " c." } else { " century" };
            (era(english_ordinal(number) + word, bce), true)
        }
        YearWords::Millennium { number, bce } => {
            let word = if short { " mill." } else { " millennium" };
            (era(english_ordinal(number) + word, bce), true)
        }
        YearWords::Span(from, to) if to <= 0 => {
            let first = decimal(1_u64.saturating_add(from.unsigned_abs()));
            ([&first, "–", &year_text(to)].concat(), false)
        }
        YearWords::Span(from, to) => ([&year_text(from), " – ", &year_text(to)].concat(), false),
        YearWords::Unknown if short => ("year?".into(), false),
        YearWords::Unknown => ("year unknown".into(), false),
        YearWords::Digits(digits) => (raw_digits(digits, 4), false),
    }
}

/// The year next to a month: "March 2024", "December, 1560s".
pub(super) fn beside(text: &str, year: YearWords, short: bool) -> String {
    let known = matches!(year, YearWords::Known(_) | YearWords::Digits(_));
    [text, if known { " " } else { ", " }, &year_words(year, Shared::Nothing, short).0].concat()
}

/// The year that something is in: "a month in 2004", "a day in the 1560s".
pub(super) fn in_year(text: &str, preposition: &str, year: YearWords, short: bool) -> String {
    match (year, year_words(year, Shared::Nothing, short)) {
        (YearWords::Unknown, _) => beside(text, year, short),
        (_, (words, true)) => [text, preposition, "the ", &words].concat(),
        (_, (words, false)) => [text, preposition, &words].concat(),
    }
}

/// "2023–2024", "45–44 BCE".
pub(super) fn two_years(first: i64) -> String {
    match first {
        ..0 => [&decimal(1 + first.unsigned_abs()), "–", &year_text(first + 1)].concat(),
        0 => [&year_text(0), " – ", &year_text(1)].concat(),
        _ => [&decimal(first.unsigned_abs()), "–", &year_text(first + 1)].concat(),
    }
}
