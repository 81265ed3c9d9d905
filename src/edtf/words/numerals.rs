//! Numbers in words.

use crate::edtf::long_year::LongYear;
use core::fmt::Write;

/// A number in decimal digits.
pub(super) fn decimal(number: u64) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write!(text, "{number}");
    text
}

/// A number, with a separator between groups of three digits from five digits on.
pub(super) fn grouped(number: u64, separator: char) -> String {
    let digits = decimal(number);
    if digits.len() < 5 {
        return digits;
    }
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// A year too far away to be counted: "−17 × 10^400".
pub(super) fn power(year: LongYear, separator: char) -> String {
    let sign = if year.mantissa < 0 { "−" } else { "" };
    let mantissa = grouped(year.mantissa.unsigned_abs(), separator);
    [sign, &mantissa, " × 10^", &decimal(year.exponent.unwrap_or(0).into())].concat()
}

/// The parts of a Roman numeral, largest first.
const STEPS: [(u16, &str); 9] = [
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// A Roman numeral, for 1 to 100: centuries and millennia.
pub(super) fn roman(mut number: u16) -> String {
    let mut text = String::new();
    for (value, letters) in STEPS {
        while number >= value {
            number -= value;
            text.push_str(letters);
        }
    }
    text
}

/// "1st", "2nd", "11th", "23rd".
pub(super) fn english_ordinal(number: u16) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    decimal(number.into()) + ending
}

/// "1er", "2e", "3e".
pub(super) fn french_ordinal(number: u16) -> String {
    decimal(number.into()) + if number == 1 { "er" } else { "e" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_they_are_read() {
        assert_eq!(grouped(9999, ','), "9999");
        assert_eq!(grouped(170_000_002, ','), "170,000,002");
        assert_eq!((roman(1), roman(19), roman(44)), ("I".into(), "XIX".into(), "XLIV".into()));
        let ordinals: Vec<_> = [1, 2, 3, 4, 11, 12, 21, 112].map(english_ordinal).into();
        assert_eq!(ordinals.join(" "), "1st 2nd 3rd 4th 11th 12th 21st 112th");
    }
}
