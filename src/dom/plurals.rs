//! Which form of a word goes with a number, by the browser.

use js_sys::{Array, Intl, Object};

use crate::dossier::Language;
use crate::phrases::CATEGORIES;

/// The place of a number's category among [`CATEGORIES`], by `Intl.PluralRules`. French and English
/// have their own rule, which needs no browser.
pub(super) fn place(language: Language, number: usize) -> usize {
    let rules = Intl::PluralRules::new(&Array::of1(&language.as_str().into()), &Object::new());
    let number = f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    let category = rules.select(number);
    let place = CATEGORIES.iter().position(|own| category == *own);
    place.unwrap_or(CATEGORIES.len() - 1)
}
