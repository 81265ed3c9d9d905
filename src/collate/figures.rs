//! Numbers that articles give for the same thing: whether they agree, and how far they are apart.
//!
//! Values are decimal digits as the dossier gives them. They are compared as integers, scaled to
//! the most decimals that any of them has; nothing is rounded but what is drawn.

use super::letters::cut;
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
    let mut numbers = vec![number(first)];
    for reading in others {
        let own = number(reading);
        let units_differ = reading.unit != first.unit;
        let same = match numbers.first() {
            Some(Some(first)) if own.is_some() => own == Some(*first),
            // Where one of them has no number, words are all there is.
            _ => reading.value == first.value && reading.text == first.text,
        };
        found.units_differ |= units_differ;
        found.disputed |= units_differ || !same;
        numbers.push(own);
    }
    if !others.is_empty() && !found.units_differ {
        draw(&numbers, &mut found);
    }
    found
}

/// Says of numbers in one unit how large each is beside the greatest; nothing where one of them
/// is none, or too large.
fn draw(numbers: &[Option<Number>], found: &mut Comparison) -> Option<()> {
    let mut places = 0;
    for number in numbers {
        places = places.max((*number)?.places);
    }
    let mut values = Vec::new();
    let (mut lowest, mut greatest) = (u64::MAX, 0);
    for number in numbers {
        let Number { mut digits, places: own } = (*number)?;
        for _ in own..places {
            digits = digits.checked_mul(10)?;
        }
        lowest = lowest.min(digits);
        greatest = greatest.max(digits);
        values.push(digits);
    }
    // So that a thousand times the greatest can be said.
    if greatest == 0 || greatest > u64::MAX / 1000 {
        return None;
    }
    for value in values {
        found.shares.push(u16::try_from(value * 1000 / greatest).ok()?);
    }
    if greatest > lowest && lowest > 0 {
        // Half of the lowest is added so that what is cut off was rounded.
        found.times_tenths = Some((greatest * 10 + lowest / 2) / lowest);
    }
    Some(())
}

/// A number that is not negative: `digits` divided by ten so many times as there are `places`.
#[derive(Clone, Copy, PartialEq)]
struct Number {
    digits: u64,
    places: u32,
}

/// The number of a reading; nothing where it has none, or one that is negative or too large.
fn number(reading: &FigureReading) -> Option<Number> {
    let mut number = Number { digits: 0, places: 0 };
    let mut behind = None;
    let mut any = false;
    for byte in reading.value.as_deref()?.bytes() {
        if byte == b'.' && behind.is_none() {
            behind = Some(());
            continue;
        }
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        number.digits = number.digits.checked_mul(10)?.checked_add(digit.into())?;
        number.places += u32::from(behind.is_some());
        any = true;
    }
    // Zeros at the end of decimals say nothing.
    while number.places > 0 && number.digits.is_multiple_of(10) {
        number.digits /= 10;
        number.places -= 1;
    }
    any.then_some(number)
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
    let (sign, bare) = match cut(value, b'-') {
        ("", Some(bare)) => ("−", bare),
        _ => ("", value),
    };
    let (whole, decimals) = cut(bare, b'.');
    let decimals = decimals.unwrap_or_default();
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_digits(whole) || !is_digits(decimals) {
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
        for values in [["-2", "3"], ["many", "3"], ["", "3"], ["1", "99999999999999999999999"]] {
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
