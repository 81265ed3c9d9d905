//! Dates as formats with numbers have them: year, month, day, time.

use crate::edtf::Edtf;
use crate::edtf::civil::{SECONDS_PER_DAY, civil_from_days};
use crate::edtf::{Bound, Precision};
use crate::join::push_number;

/// Year (astronomical: 0 is 1 BCE), month, day, hour, minute, second; the first so many are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    parts: [i64; 6],
    known: usize,
    /// A day of the month where no month is known (`2024-XX-12`): TimelineJS has room for it.
    pub(super) lone_day: Option<i64>,
}

/// From one point to another, both the same where it is one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// None: open, or not known.
    pub(super) start: Option<Point>,
    /// None: open, or not known.
    pub(super) end: Option<Point>,
    /// Whether the numbers say all that the date says.
    pub(super) exact: bool,
    /// Whether they do together with the lone days.
    pub(super) exact_in_parts: bool,
}

impl Point {
    /// What is known, from the year on.
    pub(super) fn parts(&self) -> &[i64] {
        self.parts.get(..self.known).unwrap_or_default()
    }

    /// The year, astronomical.
    pub(super) fn year(&self) -> i64 {
        let [year, ..] = self.parts;
        year
    }

    /// The year as historians and TimelineJS count: -1 is 1 BCE, and there is no year 0.
    pub(super) fn historical_year(&self) -> i64 {
        let year = self.year();
        if year > 0 { year } else { year - 1 }
    }

    /// ISO 8601: `2024`, `2024-03-12T14:30`, `-0099`, `+12024`.
    pub(super) fn iso(&self) -> String {
        let mut text = String::new();
        for (place, part) in self.parts().iter().enumerate() {
            text.push_str(["", "-", "-", "T", ":", ":"].get(place).copied().unwrap_or_default());
            if *part < 0 {
                text.push('-');
            } else if *part > 9999 {
                text.push('+');
            }
            push_padded(&mut text, *part, if place == 0 { 4 } else { 2 });
        }
        text
    }

    /// Reads a date that is written in digits alone, perhaps with a time; says whether it ended
    /// with a time zone, which is not kept.
    fn read(text: &str) -> Option<(Self, bool)> {
        let mut point = Self { parts: [0; 6], known: 1, lone_day: None };
        let (long, rest) = match text.strip_prefix('Y') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (sign, mut rest) = match rest.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, rest),
        };
        let year;
        (year, rest) = number(rest, if long { rest.len() } else { 4 })?;
        if let Some(day) = rest.strip_prefix("-XX-") {
            let (day, after) = number(day, 2)?;
            point.lone_day = Some(day);
            rest = after;
        }
        for (place, part) in point.parts.iter_mut().enumerate() {
            if place == 0 {
                *part = sign * year;
                continue;
            }
            let before = *b" --T::".get(place)?;
            let Some(after) = rest.strip_prefix(char::from(before)) else { break };
            // After the day, a hyphen begins the offset of a time zone.
            (*part, rest) = number(after, 2)?;
            point.known = place + 1;
        }
        let [_, month, ..] = point.parts;
        let zone = rest.bytes().next();
        let zoned = point.known > 3 && matches!(zone, Some(b'Z' | b'+' | b'-'));
        // 21 and above are seasons and the like.
        (month <= 12 && (zone.is_none() || zoned)).then_some((point, zoned))
    }

    /// The day, month or year that a second lies in.
    fn at(second: i64, precision: Precision) -> Self {
        let (year, month, day) = civil_from_days(second.div_euclid(SECONDS_PER_DAY));
        let known = if precision <= Precision::Year {
            1
        } else if precision < Precision::Day {
            2
        } else {
            3
        };
        Self { parts: [year, month.into(), day.into(), 0, 0, 0], known, lone_day: None }
    }
}

impl Span {
    /// Of a date. What is not written in digits alone becomes the first and the last day, month
    /// or year that it allows, whichever unit is known: `2024-02-2X` February, `156X` 1560 to
    /// 1569, autumn 2023 September to November.
    pub(super) fn of(date: &Edtf) -> Self {
        let text = date.text();
        let Some(slash) = text.bytes().position(|byte| byte == b'/') else {
            return Self::of_single(&text);
        };
        let first = Self::of_single(text.get(..slash).unwrap_or_default());
        let last = Self::of_single(text.get(slash + 1..).unwrap_or_default());
        // From 2024 to 2024 is as long as 2024, but another date.
        let differ = first.start != last.end;
        Self {
            start: first.start,
            end: last.end,
            exact: differ && first.exact && last.exact,
            exact_in_parts: differ && first.exact_in_parts && last.exact_in_parts,
        }
    }

    fn of_single(text: &str) -> Self {
        let mut digits = String::new();
        for letter in text.chars() {
            if !matches!(letter, '?' | '~' | '%') {
                digits.push(letter);
            }
        }
        if let Some((point, zoned)) = Point::read(&digits) {
            let exact_in_parts = !zoned && digits.len() == text.len();
            let exact = exact_in_parts && point.lone_day.is_none();
            return Self { start: Some(point), end: Some(point), exact, exact_in_parts };
        }
        // Neither `..` nor nothing is a date.
        let Ok(date) = Edtf::parse(text) else {
            return Self { start: None, end: None, exact: false, exact_in_parts: false };
        };
        let bounds = date.bounds();
        let at = |bound: Bound| Some(Point::at(bound.seconds()?, date.precision()));
        let (start, end) = (at(bounds.earliest), at(bounds.latest));
        Self { start, end, exact: false, exact_in_parts: false }
    }

    /// The one point that it is, where it is one.
    pub(super) fn single(&self) -> Option<Point> {
        self.start.filter(|_| self.start == self.end)
    }
}

/// Reads so many digits; hands back the number and what follows.
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
pub(super) fn push_padded(text: &mut String, number: i64, width: u32) {
    let number = usize::try_from(number.unsigned_abs()).unwrap_or(usize::MAX);
    let mut least = 10_usize.pow(width - 1);
    while least > number.max(1) {
        text.push('0');
        least /= 10;
    }
    push_number(text, number);
}
