//! Numbers as text.

/// A number in decimal digits, with a separator between groups of three of them.
fn push_groups(text: &mut String, number: u64, separator: &str, place: u32) {
    if number >= 10 {
        push_groups(text, number / 10, separator, place + 1);
    }
    // A digit.
    text.push(char::from(b'0' + (number % 10) as u8));
    if place > 0 && place.is_multiple_of(3) {
        text.push_str(separator);
    }
}

/// A number in decimal digits.
pub(super) fn push_decimal(text: &mut String, number: u64) {
    push_groups(text, number, "", 0);
}

/// A number, with a separator between groups of three digits from five digits on.
pub(super) fn push_grouped(text: &mut String, number: u64, separator: &str) {
    push_groups(text, number, if number < 10_000 { "" } else { separator }, 0);
}

/// Two digits.
#[inline(never)]
pub(super) fn push_two(text: &mut String, number: u64) {
    if number < 10 {
        text.push('0');
    }
    push_decimal(text, number);
}

/// Minutes as hours and minutes: "04:30".
#[inline(never)]
pub(super) fn push_hours(text: &mut String, minutes: u64) {
    push_two(text, minutes / 60);
    text.push(':');
    push_two(text, minutes % 60);
}

/// The parts of a Roman numeral, largest first.
const STEPS: [(u8, &str); 9] = [
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
pub(super) fn push_roman(text: &mut String, mut number: u8) {
    for (value, letters) in STEPS {
        while number >= value {
            number -= value;
            text.push_str(letters);
        }
    }
}

/// The ending of an English ordinal: "1st", "2nd", "11th", "23rd".
pub(super) fn english_ending(number: u8) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(push: impl Fn(&mut String)) -> String {
        let mut text = String::new();
        push(&mut text);
        text
    }

    #[test]
    fn numbers_are_written_as_they_are_read() {
        let grouped = |number| written(|text| push_grouped(text, number, ","));
        assert_eq!(grouped(9999), "9999");
        assert_eq!(grouped(10_000), "10,000");
        assert_eq!(grouped(170_000_002), "170,000,002");
        let roman = |number| written(|text| push_roman(text, number));
        assert_eq!((roman(1), roman(19), roman(44)), ("I".into(), "XIX".into(), "XLIV".into()));
        let ordinals = [1, 2, 3, 4, 11, 12, 21, 112].map(english_ending);
        assert_eq!(ordinals, ["st", "nd", "rd", "th", "th", "th", "st", "th"]);
    }
}
