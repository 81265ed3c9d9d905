//! Reading years with `Y`.

use super::Reader;
use crate::edtf::ErrorKind;
use crate::edtf::long_year::LongYear;
use crate::edtf::qualifier::{Marks, Part, Side};

/// The first number with 19 digits.
const TOO_LARGE: i64 = 1_000_000_000_000_000_000;

impl Reader<'_> {
    /// A whole number of at most 18 digits.
    fn number(&mut self) -> Option<i64> {
        let start = self.offset;
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

    /// How many digits are significant, at most `most`; 0 where it is not written.
    pub(super) fn significant_digits(&mut self, most: u16) -> Option<u16> {
        let offset = self.offset;
        if self.take(b'S') {
            self.number_within(1, most, (offset, ErrorKind::SignificantDigits))
        } else {
            Some(0)
        }
    }

    fn number_within(
        &mut self,
        least: u16,
        most: u16,
        (offset, kind): (usize, ErrorKind),
    ) -> Option<u16> {
        match u16::try_from(self.number()?) {
            Ok(number) if number >= least && number <= most => Some(number),
            _ => self.fail(offset, kind),
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
        if self.take(b'E') {
            let offset = self.offset;
            year.exponent =
                Some(self.number_within(0, 9999, (offset, ErrorKind::NumberTooLarge))?);
        }
        if year.value().unsigned_abs() <= 9999 {
            return self.fail(start, ErrorKind::LongYearTooShort);
        }
        year.significant = self.significant_digits(year.digit_count())?;
        self.qualifier(&mut year.marks, Part::Year, Side::After);
        if matches!(self.peek(), Some(b'-' | b'T')) {
            return self.fail(self.offset, ErrorKind::LongYearAlone);
        }
        Some(year)
    }
}
