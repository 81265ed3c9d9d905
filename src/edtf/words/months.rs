//! The names of the months.

use super::lexicon::field;
use super::{Language, Length};

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

/// The name of a month, 1 to 12, in a row of twelve that each have a space before them.
pub(crate) fn name_in(row: &str, month: u8) -> String {
    field(row, b' ', month.into()).to_owned()
}

// The space before the first makes it the 1st.
const FRENCH: &str = " janvier février mars avril mai juin juillet août septembre octobre novembre \
                      décembre";
const FRENCH_SHORT: &str = " janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.";
const ENGLISH: &str = " January February March April May June July August September October \
                       November December";
const ENGLISH_SHORT: &str = " Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
