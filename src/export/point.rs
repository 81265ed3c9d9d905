//! Dates as formats with numbers have them: year, month, day, time.

use crate::edtf::Edtf;
use crate::edtf::civil::{SECONDS_PER_DAY, civil_from_days};
use crate::edtf::{Bound, Precision};
use crate::join::push_number;

/// Year, month, day, hour, minute, second; the first so many are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Point {
    /// Astronomical: 0 is 1 BCE.
    pub(super) year: i64,
    /// From the month on.
    parts: [u8; 5],
    /// With the year; 0: there is no such point.
    known: usize,
    /// A day of the month where no month is known (`2024-XX-12`): TimelineJS has room for it.
    /// 0 is none.
    pub(super) lone_day: u8,
}

/// From one point to another, both the same where it is one date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    start: Point,
    end: Point,
    /// Whether the numbers say all that the date says.
    pub(super) exact: bool,
    /// Whether they do together with the lone days.
    pub(super) exact_in_parts: bool,
}

/// What stands before each part in ISO 8601.
const BEFORE: &[u8; 6] = b" --T::";

impl Point {
    /// A part, counted from 0 for the year, where it is known.
    #[inline(never)]
    pub(super) fn part(&self, place: usize) -> Option<i64> {
        match place {
            _ if place >= self.known => None,
            0 => Some(self.year),
            _ => self.parts.get(place - 1).map(|part| i64::from(*part)),
        }
    }

    /// The year as historians and TimelineJS count: -1 is 1 BCE, and there is no year 0.
    pub(super) fn historical_year(&self) -> i64 {
        if self.year > 0 { self.year } else { self.year - 1 }
    }

    /// ISO 8601: `2024`, `2024-03-12T14:30`, `-0099`, `+12024`. With so many parts at most; up to
    /// the day, as XML Schema has it, there is no plus sign.
    #[inline(never)]
    pub(super) fn iso(&self, parts: usize) -> String {
        let mut text = String::new();
        for (place, before) in BEFORE.iter().take(parts).enumerate() {
            let Some(part) = self.part(place) else { break };
            if place > 0 {
                text.push(char::from(*before));
            } else if part < 0 {
                text.push('-');
            } else if part > 9999 && parts > 3 {
                text.push('+');
            }
            push_padded(&mut text, part, if place == 0 { 4 } else { 2 });
        }
        text
    }

    /// Reads a date that is written in digits alone, perhaps with a time; says whether it ended
    /// with a time zone, which is not kept.
    fn read(text: &str) -> Option<(Self, bool)> {
        let mut point = Self { known: 1, ..Self::default() };
        let mut rest = text.strip_prefix("Y").unwrap_or(text);
        let is_long = rest.len() < text.len();
        let positive = rest;
        rest = rest.strip_prefix("-").unwrap_or(rest);
        let sign = if rest.len() < positive.len() { -1 } else { 1 };
        let year;
        (year, rest) = number(rest, if is_long { rest.len() } else { 4 })?;
        point.year = sign * year;
        if let Some(tail) = rest.strip_prefix("-XX-") {
            let day;
            (day, rest) = number(tail, 2)?;
            point.lone_day = u8::try_from(day).ok()?;
        }
        for (part, before) in point.parts.iter_mut().zip(BEFORE.iter().skip(1)) {
            // After the day, a hyphen begins the offset of a time zone.
            if rest.as_bytes().first() != Some(before) {
                break;
            }
            let value;
            (value, rest) = number(rest.get(1..)?, 2)?;
            *part = u8::try_from(value).ok()?;
            point.known += 1;
        }
        let [month, ..] = point.parts;
        let zoned = point.known > 3 && !rest.is_empty();
        // 21 and above are seasons and the like.
        (month <= 12 && (rest.is_empty() || zoned)).then_some((point, zoned))
    }

    /// The day, month or year that a bound lies in.
    fn at(bound: Bound, precision: Precision) -> Self {
        let Some(second) = bound.seconds() else { return Self::default() };
        let (year, month, day) = civil_from_days(second.div_euclid(SECONDS_PER_DAY));
        // What is not known is 0, so that two points in one month are the same.
        let (known, month, day) = if precision <= Precision::Year {
            (1, 0, 0)
        } else if precision < Precision::Day {
            (2, month, 0)
        } else {
            (3, month, day)
        };
        Self { year, parts: [month, day, 0, 0, 0], known, lone_day: 0 }
    }
}

impl Span {
    /// Of a date. What is not written in digits alone becomes the first and the last day, month
    /// or year that it allows, whichever unit is known: `2024-02-2X` February, `156X` 1560 to
    /// 1569, autumn 2023 September to November.
    #[inline(never)]
    pub(super) fn of(date: &Edtf) -> Self {
        let text = date.text();
        let Some(slash) = text.bytes().position(|byte| byte == b'/') else {
            return Self::of_single(&text);
        };
        let mut span = Self::of_single(text.get(..slash).unwrap_or_default());
        let last = Self::of_single(text.get(slash + 1..).unwrap_or_default());
        span.end = last.end;
        // From 2024 to 2024 is as long as 2024, but another date.
        let differ = span.start != span.end;
        span.exact &= last.exact && differ;
        span.exact_in_parts &= last.exact_in_parts && differ;
        span
    }

    #[inline(never)]
    fn of_single(text: &str) -> Self {
        let mut digits = String::new();
        for letter in text.chars() {
            if !matches!(letter, '?' | '~' | '%') {
                digits.push(letter);
            }
        }
        if let Some((point, zoned)) = Point::read(&digits) {
            let exact_in_parts = !zoned && digits.len() == text.len();
            let exact = exact_in_parts && point.lone_day == 0;
            return Self { start: point, end: point, exact, exact_in_parts };
        }
        // Neither `..` nor nothing is a date.
        let Ok(date) = Edtf::parse(text) else { return Self::default() };
        let (bounds, precision) = (date.bounds(), date.precision());
        Self {
            start: Point::at(bounds.earliest, precision),
            end: Point::at(bounds.latest, precision),
            ..Self::default()
        }
    }

    /// Whether it is one point.
    pub(super) fn is_single(&self) -> bool {
        self.start == self.end && self.start.known > 0
    }

    /// The start, or the end where it has no start: in many formats everything has a start.
    pub(super) fn first(&self) -> &Point {
        if self.start.known > 0 { &self.start } else { &self.end }
    }

    /// The end, where it is another than the first.
    pub(super) fn last(&self) -> Option<&Point> {
        (self.start.known > 0 && self.end.known > 0 && !self.is_single()).then_some(&self.end)
    }

    /// The start, where there is one.
    pub(super) fn start(&self) -> Option<&Point> {
        (self.start.known > 0).then_some(&self.start)
    }

    /// The end, where there is one.
    pub(super) fn end(&self) -> Option<&Point> {
        (self.end.known > 0).then_some(&self.end)
    }
}

/// Reads so many digits; hands back the number and what follows.
#[inline(never)]
fn number(text: &str, digits: usize) -> Option<(i64, &str)> {
    let (digits, rest) = text.split_at_checked(digits)?;
    let mut number: i64 = 0;
    for byte in digits.bytes() {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
    }
    Some((number, rest))
}

/// A number with its sign.
pub(super) fn push_signed(text: &mut String, number: i64) {
    if number < 0 {
        text.push('-');
    }
    push_padded(text, number, 1);
}

/// A number without its sign, in at least so many digits.
#[inline(never)]
pub(super) fn push_padded(text: &mut String, number: i64, width: u32) {
    let number = usize::try_from(number.unsigned_abs()).unwrap_or(usize::MAX);
    for (digits, least) in [(2, 10), (3, 100), (4, 1000)] {
        if width >= digits && number < least {
            text.push('0');
        }
    }
    push_number(text, number);
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::*;

    /// Start and end in ISO 8601, and whether they say it all.
    fn span(date: &str) -> (String, String, bool) {
        let span = Span::of(&Edtf::parse(date).unwrap());
        let iso = |point: Option<&Point>| point.map_or("none".to_owned(), |point| point.iso(6));
        (iso(span.start()), iso(span.end()), span.exact)
    }

    #[test]
    fn dates_become_numbers_at_their_precision() {
        for (date, start, end, exact) in [
            ("2024", "2024", "2024", true),
            ("2024-03-12", "2024-03-12", "2024-03-12", true),
            ("2024-03-12T14:30", "2024-03-12T14:30", "2024-03-12T14:30", true),
            ("2024-03-12T14:30:05+01:00", "2024-03-12T14:30:05", "2024-03-12T14:30:05", false),
            ("-0099", "-0099", "-0099", true),
            ("Y-13800000000", "-13800000000", "-13800000000", true),
            ("2024-03-12?", "2024-03-12", "2024-03-12", false),
            ("2024-?03", "2024-03", "2024-03", false),
            ("2024-02-2X", "2024-02", "2024-02", false),
            ("156X", "1560", "1569", false),
            ("2023-23", "2023-09", "2023-11", false),
            ("2023-24", "2023-12", "2024-02", false),
            ("2023-04/2024-02", "2023-04", "2024-02", true),
            ("2023-04/..", "2023-04", "none", false),
            ("/2023-04", "none", "2023-04", false),
            ("2024-XX-12", "2024", "2024", false),
            ("[1667,1668]", "1667", "1668", false),
            ("Y170000002", "+170000002", "+170000002", true),
        ] {
            assert_eq!(span(date), (start.to_owned(), end.to_owned(), exact), "{date}");
        }
    }

    #[test]
    fn there_is_no_year_0_for_historians() {
        for (date, year) in [("0001", 1), ("0000", -1), ("-0099", -100)] {
            let span = Span::of(&Edtf::parse(date).unwrap());
            assert_eq!(span.first().historical_year(), year, "{date}");
        }
    }
}
