//! The names of the months, from the browser.

use std::cell::OnceCell;

use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::edtf::{Builtin, Language, Length, MonthNames};

/// Milliseconds from 1970 to the first middle of a month, and from each to the next: never near
/// the end of one, so that each month is met once.
const MIDDLE_MS: i64 = 14 * 86_400_000;
const MONTH_MS: i64 = 2_629_800_000;

thread_local! {
    /// Names do not change while a page is open, and asking for a format takes long: each is asked
    /// for once, whatever the number of widgets.
    static NAMES: [OnceCell<Vec<String>>; 4] = const { [const { OnceCell::new() }; 4] };
}

/// `Intl.DateTimeFormat`; the table of [`Builtin`] where it fails.
pub(super) struct Browser;

impl MonthNames for Browser {
    fn month(&self, month: u8, language: Language, length: Length) -> String {
        let index =
            usize::from(language == Language::French) * 2 + usize::from(length == Length::Long);
        let name = NAMES.with(|all| {
            let names = all.get(index)?.get_or_init(|| names(language, length).unwrap_or_default());
            names.get(usize::from(month).checked_sub(1)?).cloned()
        });
        name.unwrap_or_else(|| Builtin.month(month, language, length))
    }
}

/// All twelve, in UTC: in the reader's time zone, a month could end a day early.
fn names(language: Language, length: Length) -> Option<Vec<String>> {
    let options = Object::new();
    let width = if length == Length::Long { "long" } else { "short" };
    for (key, value) in [("month", width), ("timeZone", "UTC")] {
        Reflect::set(&options, &key.into(), &value.into()).ok()?;
    }
    let language = if language == Language::French { "fr" } else { "en" };
    let format = Intl::DateTimeFormat::new(&Array::of1(&language.into()), &options).format();
    let name = |month: i64| {
        #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
        let middle = (MIDDLE_MS + month * MONTH_MS) as f64;
        format.call1(&JsValue::NULL, &middle.into()).ok()?.as_string()
    };
    (0..12).map(name).collect()
}
