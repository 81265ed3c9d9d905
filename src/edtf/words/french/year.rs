//! Years.

use crate::edtf::long_year::LongYear;
use crate::edtf::words::grammar::{Article, Noun, Preposition};
use crate::edtf::words::numerals::{decimal, grouped, power, roman};
use crate::edtf::words::year::YearWords;
use crate::edtf::words::{Shared, raw_digits};

/// "1985", "44 av. J.-C.", "14 apr. J.-C.".
pub(super) fn year_text(year: i64) -> String {
    if year <= 0 {
        let before = 1_u64.saturating_add(year.unsigned_abs());
        return grouped(before, '\u{202f}') + " av.\u{a0}J.-C.";
    }
    let text = grouped(year.unsigned_abs(), '\u{202f}');
    if year < 100 { text + " apr.\u{a0}J.-C." } else { text }
}

pub(super) fn long_year(year: LongYear) -> Noun {
    match year.value() {
        i64::MAX | i64::MIN => Noun::new(Article::An, ["an ", &power(year, '\u{202f}')].concat()),
        value @ 1.. => Noun::new(Article::An, ["an ", &year_text(value)].concat()),
        value => Noun::new(Article::En, year_text(value)),
    }
}

pub(super) fn year_noun(year: YearWords, shared: Shared, short: bool) -> Noun {
    if shared == Shared::Unit {
        return match year {
            YearWords::Century { number, .. } | YearWords::Millennium { number, .. } => {
                Noun::new(Article::LeAu, century_number(number))
            }
            YearWords::Known(year) => Noun::new(Article::En, decimal(1 + year.unsigned_abs())),
            _ => year_noun(year, Shared::Nothing, short),
        };
    }
    let era = |text: String, bce| if bce { text + " av.\u{a0}J.-C." } else { text };
    match year {
        YearWords::Known(year) => Noun::new(Article::En, year_text(year)),
        YearWords::Decade(first) => {
            let end = if first < 100 { " apr.\u{a0}J.-C." } else { "" };
            Noun::new(Article::Les, ["années ", &decimal(first.into()), end].concat())
        }
        YearWords::Century { number, bce } => {
            let word = if short { " s." } else { " siècle" };
            Noun::new(Article::LeAu, era(century_number(number) + word, bce))
        }
        YearWords::Millennium { number, bce } => {
            let word = if short { " mill." } else { " millénaire" };
            Noun::new(Article::LeAu, era(century_number(number) + word, bce))
        }
        YearWords::Span(from, to) if to <= 0 => {
            let first = decimal(1_u64.saturating_add(from.unsigned_abs()));
            Noun::new(Article::En, [&first, "–", &year_text(to)].concat())
        }
        YearWords::Span(from, to) => {
            Noun::new(Article::En, [&year_text(from), " – ", &year_text(to)].concat())
        }
        YearWords::Unknown if short => Noun::new(Article::None, "année\u{202f}?"),
        YearWords::Unknown => Noun::new(Article::None, "année inconnue"),
        YearWords::Digits(digits) => Noun::new(Article::En, raw_digits(digits, 4)),
    }
}

/// The Roman ordinal of a century.
pub(super) fn century_number(number: u16) -> String {
    roman(number) + if number == 1 { "er" } else { "e" }
}

/// The year next to a month: "mars 2024", "décembre, années 1560".
pub(super) fn beside(mut text: String, year: YearWords, short: bool) -> String {
    let known = matches!(year, YearWords::Known(_) | YearWords::Digits(_));
    text.push_str(if known { " " } else { ", " });
    text.push_str(&year_noun(year, Shared::Nothing, short).text);
    text
}

/// A noun after "de".
pub(super) fn of(noun: &Noun) -> String {
    super::after(noun, Preposition::From, false)
}

/// The year that something is of: "un mois de 2004", "un jour des années 1560".
pub(super) fn of_year(text: &str, year: YearWords) -> String {
    match year {
        YearWords::Unknown => beside(text.into(), year, false),
        _ => [text, " ", &of(&year_noun(year, Shared::Nothing, false))].concat(),
    }
}

/// "2023-2024", "45-44 av. J.-C.".
pub(super) fn two_years(first: i64) -> String {
    if first < 0 {
        return [&decimal(1 + first.unsigned_abs()), "-", &year_text(first + 1)].concat();
    }
    let separator = if first == 0 { " – " } else { "-" };
    let text = if first == 0 { year_text(0) } else { decimal(first.unsigned_abs()) };
    [&text, separator, &year_text(first + 1)].concat()
}
