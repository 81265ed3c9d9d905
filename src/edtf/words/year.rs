//! Years.

use super::article::Article::{An, During, En, In, InThe, LeAu, Les};
use super::article::Preposition;
use super::lexicon::Word;
use super::noun::Noun;
use crate::edtf::date::Date;
use crate::edtf::digits;
use crate::edtf::long_year::LongYear;

/// A year, as words tell it.
#[derive(Clone, Copy)]
pub(super) enum YearWords {
    /// All digits are known. Astronomical: 0 is 1 BCE.
    Known(i64),
    /// `156X`: the decade that starts with this year.
    Decade(u16),
    /// `15XX`: the 16th century. `1XXX`: the 2nd millennium.
    Ordinal { number: u8, unit: YearUnit, bce: bool },
    /// `-004X`, `000X`: ten years that no decade's name fits. From, to.
    Span(i64, i64),
    /// `XXXX`
    Unknown,
    /// `19X4`: nothing better than the digits.
    Digits { digits: u16, negative: bool },
}

/// What years are counted in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum YearUnit {
    Century,
    Millennium,
}

impl YearWords {
    pub(super) fn of(date: &Date) -> Self {
        if let Some(year) = date.known_year() {
            return YearWords::Known(year);
        }
        let bce = date.negative;
        let open = date.open_year_digits();
        let tail_open = digits::ends_open(date.year, open);
        let low = digits::number(date.year, 0);
        // The years -0199 to -0100 are 200 to 101 BCE: the 2nd century BCE to the year. After the
        // year 0, names and digits differ by one year, as they do in everyday use.
        let ordinal = |length: u16, unit| {
            let number = u8::try_from(low / length + 1).unwrap_or(0);
            YearWords::Ordinal { number, unit, bce }
        };
        match open {
            _ if !tail_open => YearWords::Digits { digits: date.year, negative: bce },
            1 if bce || low < 10 => {
                let (low, high) = date.year_range();
                YearWords::Span(low, high)
            }
            1 => YearWords::Decade(low),
            2 => ordinal(100, YearUnit::Century),
            3 => ordinal(1000, YearUnit::Millennium),
            _ => YearWords::Unknown,
        }
    }
}

impl Noun<'_> {
    /// "1985", "44 BCE", "14 CE".
    pub(super) fn push_year_number(&mut self, year: i64) {
        let before = year <= 0;
        self.push_grouped(year.unsigned_abs().saturating_add(before.into()));
        if before {
            self.put(Word::Bce);
        } else if year < 100 {
            self.put(Word::Ce);
        }
    }

    /// "2023–2024", "45–44 BCE", "1 BCE – 1 CE".
    pub(super) fn push_years(&mut self, first: i64, last: i64, dash: &str) {
        if first <= 0 && last > 0 {
            self.push_year_number(first);
            self.push(" – ");
        } else {
            self.push_decimal(first.unsigned_abs() + u64::from(first <= 0));
            self.push(dash);
        }
        self.push_year_number(last);
    }

    pub(super) fn push_long_year(&mut self, year: &LongYear) {
        self.take_article(An, InThe);
        match year.value() {
            i64::MAX | i64::MIN => {
                self.put(Word::LongYear);
                // U+2212, the minus sign.
                self.push(if year.mantissa < 0 { "−" } else { "" });
                self.push_grouped(year.mantissa.unsigned_abs());
                self.push(" × 10^");
                self.push_decimal(year.exponent.unwrap_or(0).into());
            }
            value => {
                if value <= 0 {
                    self.take_article(En, In);
                } else if !self.is_short() || year.open_digits() == 0 {
                    self.put(Word::LongYear);
                }
                self.push_year_number(value);
            }
        }
    }

    fn take_article_of_year(&mut self, year: &YearWords) {
        match year {
            YearWords::Decade(_) => self.take_article(Les, InThe),
            YearWords::Ordinal { .. } => self.take_article(LeAu, InThe),
            YearWords::Unknown => self.take_article(During, In),
            _ => self.take_article(En, In),
        }
    }

    /// A year; where `number_only` tells so, without what it is counted in and from.
    pub(super) fn push_year(&mut self, year: &YearWords, number_only: bool) {
        self.take_article_of_year(year);
        match year {
            YearWords::Known(year) if number_only => self.push_decimal(1 + year.unsigned_abs()),
            YearWords::Known(year) => self.push_year_number(*year),
            YearWords::Decade(first) => {
                self.put(Word::Decade);
                self.push_decimal((*first).into());
                self.put(Word::DecadeEnd);
                if *first < 100 {
                    self.put(Word::Ce);
                }
            }
            YearWords::Ordinal { number, unit, bce } => {
                self.push_ordinal(*number, true);
                if !number_only {
                    self.put(match unit {
                        YearUnit::Century => Word::Century,
                        YearUnit::Millennium => Word::Millennium,
                    });
                    if *bce {
                        self.put(Word::Bce);
                    } else if *number == 1 {
                        self.put(Word::Ce);
                    }
                }
            }
            YearWords::Span(first, last) => self.push_years(*first, *last, "–"),
            YearWords::Unknown => self.put(Word::UnknownYear),
            YearWords::Digits { digits, negative } => {
                if *negative {
                    self.put(Word::LongYear);
                    // U+2212, the minus sign.
                    self.push("−");
                }
                digits::push_digits(&mut self.text, *digits, 4, '?');
            }
        }
    }

    /// The year next to a month: "mars 2024", "décembre, années 1560"; in a sentence "décembre, dans
    /// les années 1560", "décembre d’une année inconnue".
    pub(super) fn push_year_beside(&mut self, year: &YearWords, joined: Preposition) {
        let article = self.article;
        match (year, joined) {
            (YearWords::Known(_) | YearWords::Digits { .. }, _) => self.push(" "),
            (YearWords::Unknown, Preposition::When) => {
                self.push(" ");
                self.take_article_of_year(year);
                let noun = Word::AnUnknownYear.form(self.style.language, 0);
                self.push_joined(Preposition::Of, noun);
                self.push(noun);
                self.article = article;
                return;
            }
            (_, Preposition::When) => {
                self.push(",");
                return self.push_year_after(Preposition::When, year);
            }
            _ => self.push(", "),
        }
        self.push_year(year, false);
        self.article = article;
    }

    /// The year that something is in: "un mois de 2004", "a day in the 1560s".
    pub(super) fn push_year_after(&mut self, preposition: Preposition, year: &YearWords) {
        if matches!(year, YearWords::Unknown) {
            return self.push_year_beside(year, Preposition::Label);
        }
        let article = self.article;
        self.take_article_of_year(year);
        self.push(" ");
        self.push_joined(preposition, "");
        self.push_year(year, false);
        self.article = article;
    }
}
