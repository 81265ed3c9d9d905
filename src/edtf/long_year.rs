//! Years of more than four digits.

use super::qualifier::Marks;

/// A year written with `Y`: more than four digits, or an exponent (ISO 8601-2, 4.4.1).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LongYear {
    /// The digits before the exponent, with the sign.
    pub(super) mantissa: i64,
    /// The power of ten, where one is written.
    pub(super) exponent: Option<u16>,
    /// Significant digits; 0 where they are not written.
    pub(super) significant: u16,
    pub(super) marks: Marks,
}

impl LongYear {
    /// The year that is named, at most what an `i64` holds.
    pub(super) fn value(&self) -> i64 {
        (0..self.exponent.unwrap_or(0).min(19))
            .fold(self.mantissa, |value, _| value.saturating_mul(10))
    }

    /// How many digits the year has when written out.
    pub(super) fn digit_count(&self) -> u16 {
        let digits = self.mantissa.unsigned_abs().checked_ilog10().unwrap_or(0) + 1;
        self.exponent.unwrap_or(0).saturating_add(u16::try_from(digits).unwrap_or(0))
    }

    /// How many of its last digits are not significant.
    pub(super) fn open_digits(&self) -> u16 {
        if self.significant == 0 { 0 } else { self.digit_count().saturating_sub(self.significant) }
    }

    /// The least and the greatest year that the significant digits allow.
    pub(super) fn year_range(&self) -> (i64, i64) {
        let value = self.value();
        let unit = (0..self.open_digits().min(19)).fold(1_i64, |unit, _| unit.saturating_mul(10));
        let nearest_zero = value - value % unit;
        let farthest = nearest_zero.saturating_add((unit - 1) * value.signum());
        (nearest_zero.min(farthest), nearest_zero.max(farthest))
    }
}
