//! Numbers that articles give for the same thing: whether they agree, and how far they are apart.
//!
//! Values are decimal digits as the dossier gives them. They are compared as integers, scaled to
//! the most decimals that any of them has; nothing is rounded but what is drawn.

use crate::dossier::{Figure, FigureReading};

/// What the readings of a figure come to, side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Whether two articles give something different.
    pub disputed: bool,
    /// Whether their units differ: such numbers cannot be held against one another.
    pub units_differ: bool,
    /// For each reading its part of the greatest, in thousandths. Empty unless there are two or
    /// more, all in one unit, none negative, and the greatest is not zero.
    pub shares: Vec<u16>,
    /// How many times the lowest the greatest is, in tenths, rounded; nothing where they are
    /// equal, or cannot be held against one another.
    pub times_tenths: Option<u64>,
}

/// Compares what articles give for a figure.
///
/// ```
/// use quote_timeline::collate::figures::compare;
/// use quote_timeline::dossier::read;
///
/// let (affair, _) = read(include_bytes!("../../data/affair.json"))?;
/// let valuation = compare(&affair.figures[1]);
/// assert!(valuation.disputed && !valuation.units_differ);
/// assert_eq!(valuation.shares, [400, 400, 1000]);
/// assert_eq!(valuation.times_tenths, Some(25));
/// # Ok::<(), quote_timeline::dossier::Problem>(())
/// ```
pub fn compare(figure: &Figure) -> Comparison {
    let mut found = Comparison::default();
    let Some((first, others)) = figure.readings.split_first() else { return found };
    for reading in others {
        found.units_differ |= unit(reading) != unit(first);
        found.disputed |= differ(first, reading);
    }
    if others.is_empty() || found.units_differ {
        return found;
    }
    let Some(values) = scaled(&figure.readings) else { return found };
    let greatest = values.iter().copied().max().unwrap_or(0);
    let lowest = values.iter().copied().min().unwrap_or(0);
    for value in values {
        // Fails for a greatest of zero, and where the product is too large to draw.
        let share = value.checked_mul(1000).and_then(|product| product.checked_div(greatest));
        let Some(share) = share.and_then(|share| u16::try_from(share).ok()) else {
            found.shares.clear();
            return found;
        };
        found.shares.push(share);
    }
    if greatest > lowest && lowest > 0 {
        // Half of the lowest is added so that what is cut off was rounded.
        let tenths = greatest.saturating_mul(10).saturating_add(lowest / 2) / lowest;
        found.times_tenths = Some(tenths);
    }
    found
}

/// Whether two readings say something different: another number, another unit, or, where one of
/// them has no number, other words.
fn differ(one: &FigureReading, other: &FigureReading) -> bool {
    match (&one.value, &other.value) {
        (Some(a), Some(b)) => unit(one) != unit(other) || plain(a) != plain(b),
        _ => one.text != other.text,
    }
}

fn unit(reading: &FigureReading) -> &str {
    reading.unit.as_deref().unwrap_or_default()
}

/// A number without zeros that say nothing: in front, and at the end of its decimals.
fn plain(value: &str) -> (&str, &str) {
    let (whole, decimals) = value.split_once('.').unwrap_or((value, ""));
    (whole.trim_start_matches('0'), decimals.trim_end_matches('0'))
}

/// The numbers as integers of the same scale; nothing where one is missing, negative, none, or
/// too large.
fn scaled(readings: &[FigureReading]) -> Option<Vec<u64>> {
    let mut places = 0;
    for reading in readings {
        places = places.max(plain(reading.value.as_deref()?).1.len());
    }
    let mut values = Vec::new();
    for reading in readings {
        let (whole, decimals) = plain(reading.value.as_deref()?);
        let mut value = 0_u64;
        for byte in whole.bytes().chain(decimals.bytes()) {
            value = value.checked_mul(10)?.checked_add(digit(byte)?)?;
        }
        for _ in decimals.len()..places {
            value = value.checked_mul(10)?;
        }
        values.push(value);
    }
    Some(values)
}

fn digit(byte: u8) -> Option<u64> {
    byte.checked_sub(b'0').filter(|digit| *digit < 10).map(u64::from)
}

/// A number as people of a language write it: its digits in threes, `separator` between them,
/// `point` before its decimals. What is not a number in digits stays as it is.
///
/// ```
/// use quote_timeline::collate::figures::grouped;
///
/// assert_eq!(grouped("15000000", "\u{202F}", ","), "15\u{202F}000\u{202F}000");
/// assert_eq!(grouped("-1234.50", ",", "."), "−1,234.50");
/// assert_eq!(grouped("2024", ",", "."), "2,024");
/// assert_eq!(grouped("a dozen", ",", "."), "a dozen");
/// ```
pub fn grouped(value: &str, separator: &str, point: &str) -> String {
    let (sign, bare) = match value.strip_prefix('-') {
        Some(bare) => ("−", bare),
        None => ("", value),
    };
    let (whole, decimals) = bare.split_once('.').unwrap_or((bare, ""));
    if whole.is_empty() || !whole.bytes().chain(decimals.bytes()).all(|byte| byte.is_ascii_digit())
    {
        return value.to_owned();
    }
    let mut text = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            text.push_str(separator);
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push_str(point);
        text.push_str(decimals);
    }
    text
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::dossier::Wording;
    use proptest::prelude::*;

    fn figure(readings: &[(&str, Option<&str>, Option<&str>)]) -> Figure {
        let reading = |(text, value, unit): &(&str, Option<&str>, Option<&str>)| FigureReading {
            article: None,
            text: (*text).into(),
            value: value.map(Into::into),
            unit: unit.map(Into::into),
            translation: Wording::default(),
            note: Wording::default(),
        };
        Figure {
            id: "it".into(),
            title: Wording::plain("it"),
            entities: Vec::new(),
            event: None,
            readings: readings.iter().map(reading).collect(),
        }
    }

    fn of(values: &[&str]) -> Comparison {
        compare(&figure(
            &values.iter().map(|value| ("", Some(*value), Some("EUR"))).collect::<Vec<_>>(),
        ))
    }

    #[test]
    fn numbers_are_compared_as_numbers() {
        assert!(!of(&["2.50", "2.5", "02.5"]).disputed);
        assert_eq!(of(&["2.5", "10"]).shares, [250, 1000]);
        assert_eq!(of(&["2.5", "10"]).times_tenths, Some(40));
        assert_eq!(of(&["3", "2"]).times_tenths, Some(15));
        assert_eq!(of(&["2", "2"]).times_tenths, None);
        assert_eq!(of(&["7"]), Comparison::default());
        assert_eq!(of(&[]), Comparison::default());
    }

    #[test]
    fn what_cannot_be_drawn_is_still_disputed() {
        for values in [["-2", "3"], ["many", "3"], ["1", "99999999999999999999999"]] {
            let found = of(&values);
            assert!(found.disputed && found.shares.is_empty(), "{values:?}");
        }
        assert!(of(&["0", "0"]).shares.is_empty());
    }

    #[test]
    fn units_and_words_differ_too() {
        let euros_and_dollars =
            compare(&figure(&[("", Some("15"), Some("EUR")), ("", Some("15"), Some("USD"))]));
        assert!(euros_and_dollars.disputed && euros_and_dollars.units_differ);
        assert!(euros_and_dollars.shares.is_empty());
        assert!(compare(&figure(&[("dozens", None, None), ("hundreds", None, None)])).disputed);
        assert!(!compare(&figure(&[("dozens", None, None), ("dozens", None, None)])).disputed);
    }

    proptest! {
        #[test]
        fn the_greatest_is_drawn_whole_and_order_does_not_matter(
            mut values in prop::collection::vec(1_u64..1_000_000_000_000, 2..6),
        ) {
            let texts = |values: &[u64]| values.iter().map(u64::to_string).collect::<Vec<_>>();
            let found = |values: &[u64]| of(&texts(values).iter().map(String::as_str).collect::<Vec<_>>());
            let one = found(&values);
            prop_assert_eq!(one.shares.iter().max(), Some(&1000));
            prop_assert_eq!(one.disputed, values.iter().any(|value| *value != values[0]));
            values.reverse();
            let other = found(&values);
            prop_assert_eq!(one.times_tenths, other.times_tenths);
            prop_assert!(one.shares.iter().eq(other.shares.iter().rev()));
        }

        #[test]
        fn no_value_panics(one in ".{0,12}", other in "[0-9.-]{0,30}") {
            of(&[&one, &other]);
            grouped(&one, " ", ",");
            grouped(&other, " ", ",");
        }
    }
}
