//! Decimal digits of which some may be unspecified (`156X`): four bits a digit, so that `0x156A`
//! reads as it is written. [`X`] stands for an unspecified digit.

/// The digit that stands for an unspecified one.
pub(super) const X: u16 = 0xA;

/// Two unspecified digits.
pub(super) const XX: u8 = 0xAA;

/// The digit at a place, from 0 for the last.
pub(super) fn digit(pattern: u16, place: u16) -> u16 {
    pattern >> (place * 4) & 0xF
}

/// The last `count` digits, `unknown` for one that is not known.
pub(super) fn push_digits(text: &mut String, pattern: u16, count: u16, unknown: char) {
    for place in (0..count).rev() {
        let digit = digit(pattern, place);
        text.push(if digit == X { unknown } else { char::from(b'0' + (digit & 0xF) as u8) });
    }
}

/// Whether every digit is known.
pub(super) fn all_known(pattern: u16) -> bool {
    (0..4).all(|place| digit(pattern, place) != X)
}

/// Whether the last `count` digits are all unspecified.
pub(super) fn ends_open(pattern: u16, count: u16) -> bool {
    (0..count).all(|place| digit(pattern, place) == X)
}

/// The number that the digits write, an unspecified digit read as `fill`.
pub(super) fn number(pattern: u16, fill: u16) -> u16 {
    let mut number = 0;
    for place in (0..4).rev() {
        let digit = digit(pattern, place);
        number = number * 10 + if digit == X { fill } else { digit };
    }
    number
}

/// The number that two digits write, where both are known.
pub(super) fn known(pattern: u8) -> Option<u8> {
    let (tens, ones) = (pattern >> 4, pattern & 0xF);
    if tens < 10 && ones < 10 { Some(tens * 10 + ones) } else { None }
}

/// Whether `value`, at most 9999, has the digits of the pattern.
pub(super) fn matches(pattern: u16, mut value: u16) -> bool {
    for place in 0..4 {
        let digit = digit(pattern, place);
        if digit != X && digit != value % 10 {
            return false;
        }
        value /= 10;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_matches_the_numbers_that_it_writes() {
        assert!(matches(0x156A, 1560) && matches(0x156A, 1569) && !matches(0x156A, 1570));
        assert!(matches(0xA1, 21) && !matches(0xA1, 22) && !matches(0xA1, 121));
        assert_eq!((number(0x156A, 0), number(0x156A, 9)), (1560, 1569));
        assert!(all_known(0x1985) && !all_known(0x198A));
    }
}
