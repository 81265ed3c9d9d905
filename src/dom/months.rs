//! The names of the months, from the browser.

use std::cell::OnceCell;

use js_sys::{Array, Intl, Object};
use wasm_bindgen::JsValue;

use super::host::put;
use crate::edtf::{Builtin, Language, Length, MonthNames, name_in};

/// Milliseconds from 1970 to the middle of its first month, and from one middle to the next: never
/// near the end of a month, so that each is met once.
const MIDDLE_MS: f64 = 1_209_600_000.0;
const MONTH_MS: f64 = 2_629_800_000.0;

thread_local! {
    /// Names do not change while a page is open, and asking for a format takes long: each row is
    /// asked for once, whatever the number of widgets.
    static ROWS: [OnceCell<String>; 4] = const { [const { OnceCell::new() }; 4] };
}

/// `Intl.DateTimeFormat`; the table of [`Builtin`] where it fails.
pub(super) struct Browser;

impl MonthNames for Browser {
    fn month(&self, month: u8, language: Language, length: Length) -> String {
        let row =
            usize::from(language == Language::French) * 2 + usize::from(length == Length::Long);
        let name = ROWS.with(|rows| {
            let row = rows.get(row)?.get_or_init(|| row_of(language, length).unwrap_or_default());
            Some(name_in(row, month))
        });
        match name {
            Some(name) if !name.is_empty() => name,
            _ => Builtin.month(month, language, length),
        }
    }
}

/// All twelve, a space before each. In UTC: in the reader's time zone, a month could end a day
/// early.
fn row_of(language: Language, length: Length) -> Option<String> {
    let options = Object::new();
    let width = if length == Length::Long { "long" } else { "short" };
    put(&options, "month", &width.into());
    put(&options, "timeZone", &"UTC".into());
    let language = if language == Language::French { "fr" } else { "en" };
    let format = Intl::DateTimeFormat::new(&Array::of1(&language.into()), &options).format();
    let (mut row, mut middle) = (String::new(), MIDDLE_MS);
    for _ in 0..12 {
        row.push(' ');
        row.push_str(&format.call1(&JsValue::NULL, &middle.into()).ok()?.as_string()?);
        middle += MONTH_MS;
    }
    Some(row)
}
