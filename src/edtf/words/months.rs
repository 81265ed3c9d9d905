//! The names of the months.

use super::lexicon::field;
use super::{Calendar, Language, Length};
use crate::edtf::civil::{SECONDS_PER_DAY, civil_from_days};
use crate::edtf::{Precision, compose};
use crate::join::join;

/// Where the names of the months come from: a table ([`Builtin`]), or a browser's `Intl`.
pub trait MonthNames {
    /// The name of a month, 1 to 12, as it stands inside a date.
    fn month(&self, month: u8, language: Language, length: Length) -> String;
}

/// The names of the months in French and English.
#[derive(Clone, Copy, Debug, Default)]
pub struct Builtin;

impl MonthNames for Builtin {
    fn month(&self, month: u8, language: Language, length: Length) -> String {
        let names = match (language, length) {
            (Language::French, Length::Long) => FRENCH,
            (Language::French, Length::Short) => FRENCH_SHORT,
            (Language::English, Length::Long) => ENGLISH,
            (Language::English, Length::Short) => ENGLISH_SHORT,
        };
        name_in(names, month)
    }
}

/// Of no language: digits, as ISO 8601 has them.
impl Calendar for Builtin {
    fn stretch(&self, first: i64, last: i64, unit: Precision, _: Length) -> Option<String> {
        let digits = |second: i64| {
            let (year, month, day) = civil_from_days(second.div_euclid(SECONDS_PER_DAY));
            match unit {
                Precision::Year => compose::date(year, None, None),
                Precision::Month => compose::date(year, Some(month), None),
                Precision::Day => compose::date(year, Some(month), Some(day)),
                // As it was written.
                _ => return None,
            }
            .into()
        };
        let (first, last): (String, String) = (digits(first)?, digits(last)?);
        Some(if first == last { first } else { join(&[&first, "–", &last]) })
    }

    fn list(&self, dates: &[String], _: bool) -> String {
        dates.join(", ")
    }
}

/// The name of a month, 1 to 12, in a row of twelve that each have a space before them.
fn name_in(row: &str, month: u8) -> String {
    field(row, b' ', month.into()).to_owned()
}

// The space before the first makes it the 1st.
const FRENCH: &str = " janvier février mars avril mai juin juillet août septembre octobre novembre \
                      décembre";
const FRENCH_SHORT: &str = " janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.";
const ENGLISH: &str = " January February March April May June July August September October \
                       November December";
const ENGLISH_SHORT: &str = " Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
