//! Dates of TimelineJS and of spreadsheets, put into EDTF.

use super::super::json::{Node, Type};
use super::super::problem::{Code, Position};
use super::super::row::Row;
use crate::collate::letters::{cut, trim};
use crate::edtf::{Edtf, compose};
use crate::join::{digits, join};

/// The keys of a date's parts in TimelineJS, from the year down.
pub(super) const PARTS: [&str; 7] =
    ["year", "month", "day", "hour", "minute", "second", "millisecond"];

/// What is wrong with a date was reported.
pub(super) struct Reported;

/// A date in EDTF, where there is one.
pub(super) type Found = Result<Option<String>, Reported>;

/// Where a part of a date stands.
#[derive(Clone, Copy)]
struct Place<'k> {
    key: &'k str,
    at: Position,
}

/// The year, month, day, hour, minute, second and millisecond, and whether the time is UTC.
#[derive(Default)]
struct Moment<'k> {
    parts: [Option<(i64, Place<'k>)>; 7],
    utc: bool,
}

impl<'k> Moment<'k> {
    fn set(&mut self, part: usize, value: Option<i64>, place: Place<'k>) {
        if let (Some(to), Some(value)) = (self.parts.get_mut(part), value) {
            *to = Some((value, place));
        }
    }

    /// The date in EDTF. What is wrong is reported as `code`, and nothing comes back.
    ///
    /// TimelineJS counts the year before 1 as -1, as historians do; EDTF has a year 0 there.
    fn compose(&self, row: &mut Row, code: Code) -> Option<String> {
        let [year, mut month, mut day, hour, minute, second, millisecond] = self.parts;
        let (mut year, place) = year?;
        if year < 0 {
            year += 1;
        } else if year == 0 {
            let message = "there is no year 0 here; it is read as 1 BCE, the year before 1";
            row.problem_at(Code::Mended, place.key, place.at, &[message]);
        }
        for (part, last, range) in [(&mut month, 12, "1 to 12"), (&mut day, 31, "1 to 31")] {
            let Some((value, place)) = *part else { continue };
            if value == 0 {
                *part = None;
                let message = "0 is read as not known: months and days count from 1";
                row.problem_at(Code::Mended, place.key, place.at, &[message]);
            } else if value < 0 || value > last {
                let parts = ["a month or day is out of range: ", range, " is asked for"];
                row.problem_at(code, place.key, place.at, &parts);
                return None;
            }
        }
        let finest = second.or(minute).or(hour);
        if year.unsigned_abs() > 9999
            && let Some((_, place)) = finest.or(day).or(month)
        {
            let message = "a year of more than four digits has no months, so only it is kept";
            row.problem_at(Code::NotCarried, place.key, place.at, &[message]);
            return Some(compose::date(year, None, None));
        }
        let small = |part: Option<(i64, Place)>| u8::try_from(part?.0).ok();
        let mut text = compose::date(year, small(month), small(day));
        let mut last = day.or(month).map_or(place, |(_, place)| place);
        if let (None, Some((value, place))) = (month, day) {
            text.push_str("-XX-");
            text.push_str(&two(value));
            let message = "a day without a month is read as that day of some month";
            row.problem_at(Code::Mended, place.key, place.at, &[message]);
        }
        if let Some((_, place)) = finest {
            if month.is_some() && day.is_some() {
                last = place;
                self.push_time(&mut text);
            } else {
                let message = "a time of day needs a month and a day, so it is left out";
                row.problem_at(Code::NotCarried, place.key, place.at, &[message]);
            }
        }
        if let Some((1.., place)) = millisecond {
            let message = "fractions of a second are left out";
            row.problem_at(Code::NotCarried, place.key, place.at, &[message]);
        }
        match Edtf::parse(&text) {
            Ok(_) => Some(text),
            Err(error) => {
                let parts = ["“", &text, "” is not a date: ", &error.message()];
                row.problem_at(code, last.key, last.at, &parts);
                None
            }
        }
    }

    fn push_time(&self, text: &mut String) {
        let [.., hour, minute, second, _] = self.parts;
        text.push('T');
        text.push_str(&two(hour.map_or(0, |(hour, _)| hour)));
        text.push(':');
        text.push_str(&two(minute.map_or(0, |(minute, _)| minute)));
        text.push(':');
        text.push_str(&two(second.map_or(0, |(second, _)| second)));
        if self.utc {
            text.push('Z');
        }
    }
}

/// At least two digits; what is negative stays so, and is refused later.
fn two(value: i64) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let zero = if value.unsigned_abs() < 10 { "0" } else { "" };
    join(&[sign, zero, &digits(usize::try_from(value.unsigned_abs()).unwrap_or(usize::MAX))])
}

/// A date in EDTF from its parts, each under one of the keys, or the time of day in one text. What
/// is wrong is reported as `code`.
pub(super) fn from_parts(row: &mut Row, keys: &[&str], time: &str, code: Code) -> Found {
    let mut moment = Moment::default();
    // Exporters pad with zeros what has no time of day; TimelineJS shows none either.
    let (mut padded, mut broken) = (true, false);
    for (part, key) in keys.iter().enumerate() {
        let Some(node) = row.filled(key) else { continue };
        let place = Place { key, at: node.at };
        let value = integer(&node.text);
        if value.is_none() && part == 0 && moment.parts.iter().all(Option::is_none) {
            // A whole date in the column of the year.
            return from_text(row, &node, key, code);
        }
        if value.is_none() {
            let parts = ["“", trim(&node.text), "” is not a whole number"];
            row.problem_at(code, key, node.at, &parts);
            broken = true;
        }
        if part > 2 {
            padded &= node.holds == Type::Number && value == Some(0);
        }
        moment.set(part, value, place);
    }
    if padded {
        for part in moment.parts.iter_mut().skip(3) {
            *part = None;
        }
    }
    if let Some(node) = row.filled(time) {
        let place = Place { key: time, at: node.at };
        if !time_of_day(&mut moment, &node.text, place) {
            let parts = ["“", trim(&node.text), "” is not a time of day such as 14:30"];
            row.problem_at(Code::Mended, time, node.at, &parts);
        }
    }
    if broken {
        return Err(Reported);
    }
    let Some((_, place)) = moment.parts.iter().flatten().next() else { return Ok(None) };
    if moment.parts[0].is_none() {
        row.problem_at(code, place.key, place.at, &["the year is missing, so there is no date"]);
    }
    moment.compose(row, code).map(Some).ok_or(Reported)
}

/// A date in EDTF from a text: EDTF itself, `2011,12,10,07,02,10`, `12/10/2011`, `2011/12/10`,
/// `10.12.2011`, `2011-5-1`, a year; but for the first, a time of day may follow.
pub(super) fn from_text(row: &mut Row, node: &Node, key: &str, code: Code) -> Found {
    let text = trim(&node.text);
    if Edtf::parse(text).is_ok() {
        return Ok(Some(text.to_owned()));
    }
    let place = Place { key, at: node.at };
    let mut moment = Moment::default();
    let mut ambiguous = false;
    let found = read_text(text, &mut moment, &mut ambiguous, place);
    if found.is_none() {
        let parts = ["“", text, "” is not a date: write 2011-12-10, or EDTF"];
        row.problem_at(code, key, node.at, &parts);
        return Err(Reported);
    }
    let date = moment.compose(row, code).ok_or(Reported)?;
    if ambiguous {
        let parts = ["“", text, "” is read month first, as ", &date, "; write that if it is right"];
        row.problem_at(Code::Mended, key, node.at, &parts);
    }
    Ok(Some(date))
}

fn read_text<'k>(
    text: &str,
    moment: &mut Moment<'k>,
    ambiguous: &mut bool,
    place: Place<'k>,
) -> Option<()> {
    if let Some(number) = integer(text)
        && cut(text, b',').1.is_none()
    {
        if text.len() == 8 && number > 9_999_999 {
            // The basic format of ISO 8601.
            for (part, value) in
                [number / 10_000, number / 100 % 100, number % 100].into_iter().enumerate()
            {
                moment.set(part, Some(value), place);
            }
        } else {
            moment.set(0, Some(number), place);
        }
        return Some(());
    }
    let bytes = text.as_bytes();
    let end = bytes.iter().position(|byte| matches!(byte, b' ' | b'T')).unwrap_or(bytes.len());
    let (date, time) = text.split_at_checked(end)?;
    // The comma of the old form may have a space behind it.
    let (date, time) = if date.ends_with(',') { (text, "") } else { (date, time) };
    let unsigned = date.strip_prefix('-');
    let rest = unsigned.unwrap_or(date);
    let separator = rest.bytes().find(|byte| !byte.is_ascii_digit())?;
    let mut values = [None; 7];
    let mut count = 0;
    let mut parts = Some(rest);
    while let Some(rest) = parts {
        let (part, after) = cut(rest, separator);
        let part = trim(part);
        parts = after;
        let value = if part.is_empty() && separator == b',' { None } else { Some(integer(part)?) };
        *values.get_mut(count)? = value;
        count += 1;
    }
    let order = match (separator, values) {
        (b',', _) => [0, 1, 2],
        (b'-', _) | (b'/', [Some(32..), ..]) if count <= 3 => [0, 1, 2],
        (b'/', _) if count == 2 => [1, 0, 2],
        (b'/' | b'.', [Some(first), Some(second), Some(100..), ..]) if count == 3 => {
            if separator == b'.' || first > 12 && second <= 12 {
                [2, 1, 0]
            } else {
                *ambiguous = second <= 12 && first != second;
                [1, 2, 0]
            }
        }
        _ => return None,
    };
    for (number, value) in values.into_iter().enumerate() {
        // In the old form a time of zeros is none.
        let value = value.filter(|value| number < 3 || *value != 0);
        let part = order.get(number).copied().unwrap_or(number);
        let sign = if part == 0 && unsigned.is_some() { -1 } else { 1 };
        moment.set(part, value.map(|value| sign * value), place);
    }
    let [year, ..] = moment.parts;
    year?;
    (time.is_empty() || time_of_day(moment, time, place)).then_some(())
}

/// Reads `14:30`, `14:30:05.250`, `1430`, `14h30`, `2:30 p.m.`; says whether it could.
fn time_of_day<'k>(moment: &mut Moment<'k>, text: &str, place: Place<'k>) -> bool {
    let mut values = [None; 4];
    let (mut count, mut figures, mut half) = (0, 0, 0);
    for byte in trim(text).bytes() {
        match byte {
            b'0'..=b'9' if count < 4 && figures < 9 && half == 0 && !moment.utc => {
                let before = values.get(count).copied().flatten().unwrap_or(0);
                if let Some(value) = values.get_mut(count) {
                    *value = Some(before * 10 + i64::from(byte - b'0'));
                }
                figures += 1;
            }
            b':' | b'.' | b',' | b'h' | b'H' if half == 0 && figures > 0 => {
                (count, figures) = (count + 1, 0);
            }
            b'a' | b'A' | b'p' | b'P' if half == 0 => half = byte | 32,
            b'Z' => moment.utc = true,
            b'm' | b'M' | b'.' if half > 0 => {}
            b' ' | b'T' => {}
            _ => return false,
        }
    }
    let [hour, minute, ..] = &mut values;
    if count == 0 && minute.is_none() && (3..=4).contains(&figures) {
        *minute = hour.map(|hour| hour % 100);
        *hour = hour.map(|hour| hour / 100);
    }
    match (half, *hour) {
        (_, None) => return false,
        (b'p', Some(1..=11)) => *hour = hour.map(|hour| hour + 12),
        (b'a', Some(12)) => *hour = Some(0),
        _ => {}
    }
    for (part, value) in values.into_iter().enumerate() {
        moment.set(part + 3, value, place);
    }
    true
}

/// A whole number: `-100`, `2,011`, `2011.0`, `-1.38e10`. Commas and spaces group its digits.
fn integer(text: &str) -> Option<i64> {
    let (mut value, mut decimals, mut any) = (0_i64, None, false);
    let text = trim(text);
    let unsigned = text.strip_prefix('-');
    let negative = unsigned.is_some();
    let mut power = 0;
    let mut letters = unsigned.unwrap_or(text).chars();
    while let Some(letter) = letters.next() {
        match letter {
            '0'..='9' => {
                let digit = i64::from(u32::from(letter) - u32::from('0'));
                value = value.checked_mul(10)?.checked_add(digit)?;
                decimals = decimals.map(|count: u32| count + 1);
                any = true;
            }
            '.' if decimals.is_none() => decimals = Some(0),
            ',' | ' ' | '\u{A0}' | '\u{202F}' | '\'' if any && decimals.is_none() => {}
            'e' | 'E' if any => {
                let exponent = letters.as_str();
                for digit in exponent.strip_prefix('+').unwrap_or(exponent).bytes() {
                    // A value that is not 0 has no room for more.
                    power = (power * 10 + char::from(digit).to_digit(10)?).min(99);
                }
                break;
            }
            _ => return None,
        }
    }
    let mut decimals = decimals.unwrap_or(0);
    while decimals > power {
        if value % 10 != 0 {
            return None;
        }
        (value, decimals) = (value / 10, decimals - 1);
    }
    for _ in decimals..power {
        value = value.checked_mul(10)?;
    }
    any.then_some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_read_however_they_are_written() {
        for (text, number) in [
            ("2011", 2011),
            (" -100 ", -100),
            ("2,011", 2011),
            ("2011.0", 2011),
            ("-1.38e10", -13_800_000_000),
            ("-4.5E+9", -4_500_000_000),
            ("1.0e0", 1),
            ("0e999999999", 0),
        ] {
            assert_eq!(integer(text), Some(number), "{text}");
        }
        for text in ["", "-", "2011.5", "12a", "c. 1500", "1e99", "1e-3", "99999999999999999999"] {
            assert_eq!(integer(text), None, "{text}");
        }
    }

    #[test]
    fn times_of_day_are_read_however_they_are_written() {
        let read = |text: &str| {
            let mut moment = Moment::default();
            let place = Place { key: "time", at: Position::default() };
            let done = time_of_day(&mut moment, text, place);
            done.then(|| moment.parts.iter().flatten().map(|(value, _)| *value).collect::<Vec<_>>())
        };
        assert_eq!(read("14:30"), Some(vec![14, 30]));
        assert_eq!(read("2:30 p.m."), Some(vec![14, 30]));
        assert_eq!(read("12 AM"), Some(vec![0]));
        assert_eq!(read("1430"), Some(vec![14, 30]));
        assert_eq!(read("14h30"), Some(vec![14, 30]));
        assert_eq!(read("07:02:10.250Z"), Some(vec![7, 2, 10, 250]));
        assert_eq!(read("noon"), None);
        assert_eq!(read(""), None);
    }
}
