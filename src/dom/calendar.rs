//! The calendar of a language, from the browser: the names of months, and whole dates.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use super::lists::{AND, OR, joined, options};
use crate::dossier::Language as Tag;
use crate::edtf::{Builtin, Calendar, Language, Length, MonthNames, Precision};
use crate::join::join;

/// Milliseconds from 1970 to the middle of its first month, and from one middle to the next: never
/// near the end of a month, so that each is met once.
const MIDDLE_MS: f64 = 1_209_600_000.0;
const MONTH_MS: f64 = 2_629_800_000.0;

/// The first second of the year 100: years before it are told with their era.
const TOLD_WITHOUT_ERA: i64 = -59_011_459_200;

#[wasm_bindgen]
extern "C" {
    /// `Intl.DateTimeFormat` (ECMA-402, 11).
    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Clone)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &JsValue) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn format(this: &DateTimeFormat, ms: f64) -> Result<String, JsValue>;
    #[wasm_bindgen(method, catch, js_name = formatRange)]
    fn format_range(this: &DateTimeFormat, from_ms: f64, to_ms: f64) -> Result<String, JsValue>;
}

thread_local! {
    /// Names do not change while a page is open, and asking for a format takes long: each is
    /// asked for once, by its language and what it is to tell, whatever the number of widgets.
    static FORMATS: RefCell<Vec<(Tag, String, DateTimeFormat)>> = const { RefCell::new(Vec::new()) };
}

/// `Intl.DateTimeFormat` in a language; the names of [`Builtin`] where it fails.
pub(super) struct Browser(pub(super) Tag);

impl MonthNames for Browser {
    fn month(&self, month: u8, language: Language, length: Length) -> String {
        let format = format_for(self.0, String::new(), Precision::Month, length);
        let middle = MIDDLE_MS + MONTH_MS * f64::from(month - 1);
        let name = format.and_then(|format| format.format(middle).ok());
        name.unwrap_or_else(|| Builtin.month(month, language, length))
    }
}

impl Calendar for Browser {
    fn stretch(&self, first: i64, last: i64, unit: Precision, length: Length) -> Option<String> {
        let era = if first < TOLD_WITHOUT_ERA { ",\"era\":\"short\"" } else { "" };
        let told = join(&[",\"year\":\"numeric\"", era]);
        let format = format_for(self.0, told, unit, length)?;
        format.format_range(milliseconds(first)?, milliseconds(last)?).ok()
    }

    fn list(&self, dates: &[String], all: bool) -> String {
        joined(self.0, if all { AND } else { OR }, dates)
    }
}

/// Beyond 32 bits of days no calendar of a browser goes.
fn milliseconds(second: i64) -> Option<f64> {
    const DAY: i64 = 86_400;
    let days = i32::try_from(second.div_euclid(DAY)).ok()?;
    let rest = i32::try_from(second.rem_euclid(DAY)).ok()?;
    Some((f64::from(days) * 86_400.0 + f64::from(rest)) * 1000.0)
}

/// A format that tells something, and all down to a unit. In UTC: in the reader's time zone, a date
/// could be the day before. In the calendar and the digits that dossiers and counts are in, whatever
/// those of the language are.
fn format_for(
    language: Tag,
    mut told: String,
    unit: Precision,
    length: Length,
) -> Option<DateTimeFormat> {
    let month = if length == Length::Long { MONTH } else { MONTH_SHORT };
    for (finest, field) in [
        (Precision::Month, month),
        (Precision::Day, ",\"day\":\"numeric\""),
        (Precision::Minute, ",\"hour\":\"numeric\",\"minute\":\"numeric\""),
        (Precision::Second, ",\"second\":\"numeric\""),
    ] {
        if unit >= finest {
            told.push_str(field);
        }
    }
    FORMATS.with_borrow_mut(|formats| {
        if let Some((.., format)) = formats.iter().find(|own| own.0 == language && own.1 == told) {
            return Some(format.clone());
        }
        let options = options(&join(&[COMMON, &told, "}"]));
        let format = DateTimeFormat::new(language.as_str(), &options).ok()?;
        formats.push((language, told, format.clone()));
        Some(format)
    })
}

const COMMON: &str = "{\"timeZone\":\"UTC\",\"calendar\":\"gregory\",\"numberingSystem\":\"latn\"";
const MONTH: &str = ",\"month\":\"long\"";
const MONTH_SHORT: &str = ",\"month\":\"short\"";
