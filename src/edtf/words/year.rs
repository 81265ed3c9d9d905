//! What the digits of a year say, before any language.

use crate::edtf::date::Date;
use crate::edtf::digits;

/// A year, as words tell it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum YearWords {
    /// All digits are known. Astronomical: 0 is 1 BCE.
    Known(i64),
    /// `156X`: the decade that starts with this year.
    Decade(u16),
    /// `15XX`: the 16th century.
    Century { number: u16, bce: bool },
    /// `1XXX`: the 2nd millennium.
    Millennium { number: u16, bce: bool },
    /// `-004X`, `000X`: ten years that no decade's name fits. From, to.
    Span(i64, i64),
    /// `XXXX`
    Unknown,
    /// `19X4`: nothing better than the digits.
    Digits(u16),
}

impl YearWords {
    pub(super) fn of(date: Date) -> Self {
        if let Some(year) = date.known_year() {
            return YearWords::Known(year);
        }
        let bce = date.negative;
        let open = date.open_year_digits();
        let tail_open =
            digits::each(date.year).iter().rev().take(open.into()).all(|&digit| digit == digits::X);
        let low = digits::number(date.year, 0);
        match open {
            _ if !tail_open => YearWords::Digits(date.year),
            1 if bce || low < 10 => {
                let (low, high) = date.year_range();
                YearWords::Span(low, high)
            }
            1 => YearWords::Decade(low),
            // The years -0199 to -0100 are 200 to 101 BCE: the 2nd century BCE to the year. After
            // the year 0, names and digits differ by one year, as they do in everyday use.
            2 => YearWords::Century { number: low / 100 + 1, bce },
            3 => YearWords::Millennium { number: low / 1000 + 1, bce },
            _ => YearWords::Unknown,
        }
    }
}
