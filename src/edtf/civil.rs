//! Calendar arithmetic on the proleptic Gregorian calendar with astronomical years (year 0 is
//! 1 BCE), in integers.
//!
//! The algorithms are Howard Hinnant's (*chrono-Compatible Low-Level Date Algorithms*), arranged
//! so that no step overflows: the day count is exact wherever it fits an `i64`, and saturates
//! beyond.

/// Seconds in a day. There are no leap seconds here.
pub const SECONDS_PER_DAY: i64 = 86_400;

/// Days in the 400 years after which the calendar repeats.
const DAYS_PER_ERA: i64 = 146_097;

/// 1970-01-01 is day 135080 of the fifth era that starts on the 1st of March of year 0.
const EPOCH_ERA: i64 = 4;
const EPOCH_DAY_OF_ERA: i64 = 135_080;

/// Days from 1970-01-01 to the date; negative before it. Saturates at the ends of `i64`, some
/// 25 quadrillion years away.
///
/// `month` is 1 to 12 and `day` 1 to 31.
///
/// ```
/// use quote_timeline::edtf::civil::days_from_civil;
/// assert_eq!(days_from_civil(1970, 1, 1), 0);
/// assert_eq!(days_from_civil(2024, 3, 12), 19_794);
/// assert_eq!(days_from_civil(0, 2, 29), -719_469);
/// ```
pub const fn days_from_civil(year: i64, month: u8, day: u8) -> i64 {
    // Years start in March here, so that the leap day is the last of the year.
    let mut era = year.div_euclid(400);
    let mut year_of_era = year.rem_euclid(400);
    if month <= 2 {
        year_of_era -= 1;
        if year_of_era < 0 {
            era -= 1;
            year_of_era = 399;
        }
    }
    let month_from_march = (month as i64 + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day as i64 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    let eras = era - EPOCH_ERA;
    let days = day_of_era - EPOCH_DAY_OF_ERA;
    // Both terms get the same sign, so that the sum saturates only where the result does.
    let (eras, days) = if eras < 0 && days > 0 {
        (eras + 1, days - DAYS_PER_ERA)
    } else if eras > 0 && days < 0 {
        (eras - 1, days + DAYS_PER_ERA)
    } else {
        (eras, days)
    };
    times(eras, DAYS_PER_ERA).saturating_add(days)
}

/// A product that saturates. Where there are no such instructions, they are many: one copy is
/// enough.
#[inline(never)]
pub(super) const fn times(count: i64, unit: i64) -> i64 {
    count.saturating_mul(unit)
}

/// The date, as year, month and day, that lies `days` days after 1970-01-01.
///
/// ```
/// use quote_timeline::edtf::civil::civil_from_days;
/// assert_eq!(civil_from_days(19_794), (2024, 3, 12));
/// assert_eq!(civil_from_days(-719_529), (-1, 12, 31));
/// ```
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 1..=12 and 1..=31
pub const fn civil_from_days(days: i64) -> (i64, u8, u8) {
    let mut era = days.div_euclid(DAYS_PER_ERA) + EPOCH_ERA;
    let mut day_of_era = days.rem_euclid(DAYS_PER_ERA) + EPOCH_DAY_OF_ERA;
    if day_of_era >= DAYS_PER_ERA {
        day_of_era -= DAYS_PER_ERA;
        era += 1;
    }
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524
        - day_of_era / (DAYS_PER_ERA - 1))
        / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + if month <= 2 { 1 } else { 0 };
    (year, month as u8, day as u8)
}

/// The day of the week of a day counted from 1970-01-01, as ISO 8601 numbers them: 1 is Monday,
/// 7 is Sunday.
///
/// ```
/// use quote_timeline::edtf::civil::weekday;
/// assert_eq!(weekday(0), 4); // 1970-01-01 was a Thursday
/// assert_eq!(weekday(-4), 7);
/// ```
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 1..=7
pub const fn weekday(days: i64) -> u8 {
    ((days.rem_euclid(7) + 3) % 7 + 1) as u8
}

/// Whether the year has a 29th of February.
pub const fn is_leap_year(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The number of days of a month, 28 to 31. `month` is 1 to 12.
///
/// ```
/// use quote_timeline::edtf::civil::days_in_month;
/// assert_eq!(days_in_month(1900, 2), 28);
/// assert_eq!(days_in_month(2000, 2), 29);
/// ```
pub const fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        2 if is_leap_year(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_ends_of_the_count_are_exact() {
        for days in [i64::MIN, i64::MIN + 1, i64::MAX - 1, i64::MAX] {
            let (year, month, day) = civil_from_days(days);
            assert_eq!(days_from_civil(year, month, day), days);
        }
        assert_eq!(days_from_civil(i64::MAX, 12, 31), i64::MAX);
        assert_eq!(days_from_civil(i64::MIN, 1, 1), i64::MIN);
    }

    #[test]
    fn every_day_of_an_era_follows_the_one_before() {
        let (mut year, mut month, mut day) = (1800, 1, 1);
        for days in days_from_civil(1800, 1, 1)..days_from_civil(2201, 1, 1) {
            assert_eq!(civil_from_days(days), (year, month, day));
            assert_eq!(days_from_civil(year, month, day), days);
            day += 1;
            if day > days_in_month(year, month) {
                (day, month) = (1, month + 1);
            }
            if month > 12 {
                (month, year) = (1, year + 1);
            }
        }
    }

    proptest! {
        #[test]
        fn days_and_dates_are_the_same_thing(days: i64) {
            let (year, month, day) = civil_from_days(days);
            prop_assert!((1..=12).contains(&month));
            prop_assert!(day >= 1 && day <= days_in_month(year, month));
            prop_assert_eq!(days_from_civil(year, month, day), days);
        }

        #[test]
        fn a_week_has_seven_days(days in i64::MIN..i64::MAX - 7) {
            prop_assert_eq!(weekday(days), weekday(days + 7));
            prop_assert_eq!(weekday(days) % 7 + 1, weekday(days + 1));
        }
    }
}
