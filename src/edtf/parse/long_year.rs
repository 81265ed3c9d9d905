//! Reading years with `Y`.

use super::{Read, Reader, error_at};
use crate::edtf::ErrorKind;
use crate::edtf::long_year::LongYear;
use crate::edtf::qualifier::{Marks, Part, Side};

impl Reader<'_> {
    /// A whole number of at most 18 digits.
    pub(super) fn number(&mut self) -> Read<i64> {
        let start = self.offset;
        let mut number = 0_i64;
        while let Some(byte @ b'0'..=b'9') = self.peek() {
            number = number.saturating_mul(10).saturating_add(i64::from(byte - b'0'));
            self.offset += 1;
        }
        if self.offset == start {
            Err(self.unexpected(ErrorKind::NumberMissing))
        } else if number >= 1_000_000_000_000_000_000 {
            Err(error_at(start, ErrorKind::NumberTooLarge))
        } else {
            Ok(number)
        }
    }

    pub(super) fn long_year(&mut self, marks: Marks) -> Read<LongYear> {
        let start = self.offset;
        let sign = if self.take(b'-') { -1 } else { 1 };
        let mantissa = sign * self.number()?;
        if matches!(self.peek(), Some(b'X')) {
            return Err(error_at(self.offset, ErrorKind::LongYearUnspecified));
        }
        let mut year = LongYear { mantissa, exponent: None, significant: 0, marks };
        let exponent = self.offset;
        if self.take(b'E') {
            year.exponent = match u16::try_from(self.number()?) {
                Ok(power @ ..=9999) => Some(power),
                _ => return Err(error_at(exponent + 1, ErrorKind::NumberTooLarge)),
            };
        }
        if year.value().unsigned_abs() <= 9999 {
            return Err(error_at(start, ErrorKind::LongYearTooShort));
        }
        let significant = self.offset;
        if self.take(b'S') {
            year.significant = match u16::try_from(self.number()?) {
                Ok(count) if count > 0 && count <= year.digit_count() => count,
                _ => return Err(error_at(significant, ErrorKind::SignificantDigits)),
            };
        }
        self.qualifier(&mut year.marks, Part::Year, Side::After);
        if matches!(self.peek(), Some(b'-' | b'T')) {
            return Err(error_at(self.offset, ErrorKind::LongYearAlone));
        }
        Ok(year)
    }
}
