//! Reading years with `Y`.

use super::Reader;
use crate::edtf::ErrorKind;
use crate::edtf::long_year::LongYear;
use crate::edtf::qualifier::{Marks, Part, Side};

/// The first number with 19 digits.
const TOO_LARGE: i64 = 1_000_000_000_000_000_000;

impl Reader<'_> {
    /// A whole number of at most 18 digits, from 1.
    fn number(&mut self) -> Option<i64> {
        let start = self.offset;
        if self.peek() == Some(b'0') {
            return self.refuse(ErrorKind::LeadingZero);
        }
        let mut number = 0_i64;
        while let Some(byte @ b'0'..=b'9') = self.peek() {
            let digit = i64::from(byte - b'0');
            number = if number < TOO_LARGE / 10 { number * 10 + digit } else { TOO_LARGE };
            self.offset += 1;
        }
        if self.offset == start {
            self.refuse(ErrorKind::NumberMissing)
        } else if number >= TOO_LARGE {
            self.fail(start, ErrorKind::NumberTooLarge)
        } else {
            Some(number)
        }
    }

    /// How many digits are significant; 0 where it is not written. More than the year has are all
    /// that it has.
    pub(super) fn significant_digits(&mut self) -> Option<u8> {
        if self.take(b'S') {
            self.number_to(99).and_then(|count| count.try_into().ok())
        } else {
            Some(0)
        }
    }

    fn number_to(&mut self, most: u16) -> Option<u16> {
        let start = self.offset;
        match u16::try_from(self.number()?) {
            Ok(number) if number <= most => Some(number),
            _ => self.fail(start, ErrorKind::NumberTooLarge),
        }
    }

    pub(super) fn long_year(&mut self, marks: Marks) -> Option<LongYear> {
        let start = self.offset;
        let sign = if self.take(b'-') { -1 } else { 1 };
        let mantissa = sign * self.number()?;
        if matches!(self.peek(), Some(b'X')) {
            return self.fail(self.offset, ErrorKind::LongYearUnspecified);
        }
        let mut year = LongYear { mantissa, exponent: None, significant: 0, marks };
        if self.peek() == Some(b'e') {
            return self.refuse(ErrorKind::Trailing);
        }
        if self.take(b'E') {
            year.exponent = Some(self.number_to(9999)?);
        } else if mantissa.unsigned_abs() <= 9999 {
            return self.fail(start, ErrorKind::LongYearTooShort);
        }
        year.significant = self.significant_digits()?.into();
        self.qualifier(&mut year.marks, Part::Year, Side::After);
        if matches!(self.peek(), Some(b'-' | b'T')) {
            return self.fail(self.offset, ErrorKind::LongYearAlone);
        }
        Some(year)
    }
}
