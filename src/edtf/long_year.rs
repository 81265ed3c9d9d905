//! Years of more than four digits.

use super::qualifier::Marks;

/// A year written with `Y`: of more than four digits, or with an exponent (ISO 8601-2, 4.7).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LongYear {
    /// The digits before the exponent, with the sign.
    pub(super) mantissa: i64,
    /// The power of ten, where one is written; at least 1.
    pub(super) exponent: Option<u16>,
    /// Significant digits; 0 where they are not written.
    pub(super) significant: u16,
    pub(super) marks: Marks,
}

impl LongYear {
    /// The year that is named, at most what an `i64` holds.
    pub(super) fn value(&self) -> i64 {
        times_power_of_ten(self.mantissa, self.exponent.unwrap_or(0))
    }

    /// How many digits the year has when written out.
    pub(super) fn digit_count(&self) -> u16 {
        let (mut rest, mut count) = (self.mantissa / 10, 1);
        while rest != 0 {
            rest /= 10;
            count += 1;
        }
        self.exponent.unwrap_or(0).saturating_add(count)
    }

    /// How many of its last digits are not significant.
    pub(super) fn open_digits(&self) -> u16 {
        if self.significant == 0 { 0 } else { self.digit_count().saturating_sub(self.significant) }
    }

    /// The least and the greatest year that the significant digits allow.
    pub(super) fn year_range(&self) -> (i64, i64) {
        let value = self.value();
        let unit = times_power_of_ten(1, self.open_digits());
        let nearest_zero = value - value % unit;
        if value < 0 {
            (nearest_zero.saturating_sub(unit - 1), nearest_zero)
        } else {
            (nearest_zero, nearest_zero.saturating_add(unit - 1))
        }
    }
}

/// Saturates at the ends of `i64`.
fn times_power_of_ten(mut value: i64, power: u16) -> i64 {
    const LIMIT: i64 = i64::MAX / 10;
    for _ in 0..power {
        value = if value > LIMIT {
            i64::MAX
        } else if value < -LIMIT {
            i64::MIN
        } else {
            value * 10
        };
    }
    value
}
