//! Numbers to EDTF text.

use super::civil::{SECONDS_PER_DAY, civil_from_days};
use super::numerals::{push_decimal, push_hours, push_two};

/// A year, a month of it, or a day of that, as EDTF (levels 0 and 1); nothing for a part leaves
/// out what follows.
///
/// ```
/// use quote_timeline::edtf::compose::date;
///
/// assert_eq!(date(2024, Some(3), Some(12)), "2024-03-12");
/// assert_eq!(date(-43, Some(3), None), "-0043-03");
/// assert_eq!(date(123_456, None, None), "Y123456");
/// ```
pub fn date(year: i64, month: Option<u8>, day: Option<u8>) -> String {
    let mut text = String::new();
    if year.unsigned_abs() > 9999 {
        // Such a year has no months in EDTF.
        text.push('Y');
        text.push_str(if year < 0 { "-" } else { "" });
        push_decimal(&mut text, year.unsigned_abs());
        return text;
    }
    if year < 0 {
        text.push('-');
    }
    push_two(&mut text, year.unsigned_abs() / 100);
    push_two(&mut text, year.unsigned_abs() % 100);
    if let Some(month) = month {
        text.push('-');
        push_two(&mut text, month.into());
        if let Some(day) = day {
            text.push('-');
            push_two(&mut text, day.into());
        }
    }
    text
}

/// A second since 1970 as EDTF: its day, or with `fine` the moment itself, of no time zone.
///
/// ```
/// use quote_timeline::edtf::compose::moment;
///
/// assert_eq!(moment(-1, false), "1969-12-31");
/// assert_eq!(moment(-1, true), "1969-12-31T23:59:59");
/// ```
pub fn moment(second: i64, fine: bool) -> String {
    let (year, month, day) = civil_from_days(second.div_euclid(SECONDS_PER_DAY));
    let mut text = date(year, Some(month), Some(day));
    if fine && !text.starts_with('Y') {
        let time = second.rem_euclid(SECONDS_PER_DAY).unsigned_abs();
        text.push('T');
        push_hours(&mut text, time / 60);
        text.push(':');
        push_two(&mut text, time % 60);
    }
    text
}

/// A count of years in decimal digits, for a label.
#[cfg_attr(
    not(all(target_arch = "wasm32", feature = "widget")),
    expect(dead_code, reason = "only `dom` has labels")
)]
pub(crate) fn years(count: i64) -> String {
    let mut text = String::new();
    push_decimal(&mut text, count.unsigned_abs());
    text
}
