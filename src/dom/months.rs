//! The names of the months, from the browser.

use std::cell::RefCell;

use js_sys::{Array, Intl, Object};
use wasm_bindgen::JsValue;

use super::host::put;
use crate::dossier::Language as Tag;
use crate::edtf::{Builtin, Language, Length, MonthNames, name_in};

/// Milliseconds from 1970 to the middle of its first month, and from one middle to the next: never
/// near the end of a month, so that each is met once.
const MIDDLE_MS: f64 = 1_209_600_000.0;
const MONTH_MS: f64 = 2_629_800_000.0;

thread_local! {
    /// Names do not change while a page is open, and asking for a format takes long: each row is
    /// asked for once, whatever the number of widgets.
    static ROWS: RefCell<Vec<(Tag, bool, String)>> = const { RefCell::new(Vec::new()) };
}

/// `Intl.DateTimeFormat` in a language; the table of [`Builtin`] where it fails.
pub(super) struct Browser(pub(super) Tag);

impl MonthNames for Browser {
    fn month(&self, month: u8, language: Language, length: Length) -> String {
        let long = length == Length::Long;
        let name = ROWS.with_borrow_mut(|rows| {
            if !rows.iter().any(|(tag, own, _)| (*tag, *own) == (self.0, long)) {
                rows.push((self.0, long, row_of(self.0, long).unwrap_or_default()));
            }
            let row = rows.iter().find(|(tag, own, _)| (*tag, *own) == (self.0, long));
            row.map(|(_, _, row)| name_in(row, month))
        });
        match name {
            Some(name) if !name.is_empty() => name,
            _ => Builtin.month(month, language, length),
        }
    }
}

/// All twelve, a space before each. In UTC: in the reader's time zone, a month could end a day
/// early.
fn row_of(language: Tag, long: bool) -> Option<String> {
    let options = Object::new();
    let width = if long { "long" } else { "short" };
    put(&options, "month", &width.into());
    put(&options, "timeZone", &"UTC".into());
    let language = Array::of1(&language.as_str().into());
    let format = Intl::DateTimeFormat::new(&language, &options).format();
    let (mut row, mut middle) = (String::new(), MIDDLE_MS);
    for _ in 0..12 {
        row.push(' ');
        row.push_str(&format.call1(&JsValue::NULL, &middle.into()).ok()?.as_string()?);
        middle += MONTH_MS;
    }
    Some(row)
}
