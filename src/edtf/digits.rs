//! Decimal digits of which some may be unspecified (`156X`): four bits a digit, so that `0x156A`
//! reads as it is written. [`X`] stands for an unspecified digit.

/// The digit that stands for an unspecified one.
pub(super) const X: u16 = 0xA;

/// Two unspecified digits.
pub(super) const XX: u8 = 0xAA;

/// The four digits from left to right.
pub(super) fn each(pattern: u16) -> [u16; 4] {
    [pattern >> 12, pattern >> 8 & 0xF, pattern >> 4 & 0xF, pattern & 0xF]
}

/// Whether every digit is known.
pub(super) fn all_known(pattern: u16) -> bool {
    !each(pattern).contains(&X)
}

/// Whether the last `count` digits are all unspecified.
pub(super) fn ends_open(pattern: u16, count: u16) -> bool {
    (0..count).all(|place| pattern >> (place * 4) & 0xF == X)
}

/// The number that the digits write, an unspecified digit read as `fill`.
pub(super) fn number(pattern: u16, fill: u16) -> u16 {
    each(pattern).iter().fold(0, |sum, &digit| sum * 10 + if digit == X { fill } else { digit })
}

/// Whether `value`, at most 9999, has the digits of the pattern.
pub(super) fn matches(pattern: u16, mut value: u16) -> bool {
    each(pattern).iter().rev().all(|&digit| {
        let last = value % 10;
        value /= 10;
        digit == X || digit == last
    })
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
