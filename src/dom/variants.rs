//! What differs from the base, marked in the words, and said to those who do not see the marks.
//!
//! The words of a reading stay as printed: what the base has instead is shown beside them as
//! generated content, so that it is neither copied nor found with them. A list that only screen
//! readers say names each variant after the words.

use super::markup::Writer;
use crate::collate::differences::Change;
use crate::phrases::{Phrases, quotation_marks};
use crate::state::comparison::{Comparison, Variant};
use crate::state::runs::Part;
use crate::state::side::{Side, joined};

/// The kinds of variants in the order of [`Phrases::variants`], with the element that marks them.
const KINDS: [(Change, &str); 4] = [
    (Change::Changed, "ins changed"),
    (Change::Added, "ins added"),
    (Change::Omitted, "del"),
    (Change::MovedHere, "ins moved"),
];

#[inline(never)]
fn kind(change: Change) -> usize {
    KINDS.iter().position(|(own, _)| *own == change).unwrap_or(0)
}

/// The element that marks words.
pub(super) fn element(change: Change) -> &'static str {
    KINDS.get(kind(change)).map_or("ins", |(_, element)| element)
}

/// Words of a reading that look the same, marked where they are a variant. `marked` is the variant
/// of the part before: what the base has instead is shown once.
pub(super) fn part(to: &mut Writer, part: Part, variants: &[Variant], marked: &mut Option<usize>) {
    let variant = part.variant.and_then(|number| variants.get(number));
    let first = part.variant != *marked;
    *marked = part.variant;
    if let Some(variant) = variant.filter(|own| first && !own.instead.is_empty()) {
        to.open("del");
        to.set("data-words", &variant.instead);
        to.close();
    }
    if part.text.is_empty() {
        return;
    }
    if let Some(variant) = variant {
        to.open(element(variant.change));
        if first {
            to.set("data-first", "");
        }
    }
    if part.found {
        to.leaf("mark", part.text);
    } else {
        to.text(part.text);
    }
    if variant.is_some() {
        to.close();
    }
}

/// What the marks mean, each looking like what it names.
pub(super) fn legend(to: &mut Writer, words: &Phrases) {
    to.open("p legend");
    for ((_, element), name) in KINDS.iter().zip(words.variants) {
        to.open(element);
        to.set("data-first", "");
        if *element == "del" {
            // Not as generated content: here it is a name.
            to.leaf("span", name);
        } else {
            to.text(name);
        }
        to.close();
        to.text(" ");
    }
    to.leaf("span outside", words.articles_words);
    to.close();
}

/// Every variant in words: "“L’objectif” instead of “Le but”".
pub(super) fn said(to: &mut Writer, words: &Phrases, side: &Side, compared: &Comparison) {
    if compared.variants.is_empty() {
        return;
    }
    let (text, _) = joined(side.text);
    to.open("ul hidden");
    to.set("aria-label", words.differences);
    for variant in &compared.variants {
        to.open("li");
        let own = text.get(variant.range.clone()).unwrap_or_default();
        quoted(to, side, own);
        let said = words.variants_said.get(kind(variant.change)).copied().unwrap_or_default();
        to.text(said);
        quoted(to, side, &variant.instead);
        to.close();
    }
    to.close();
}

fn quoted(to: &mut Writer, side: &Side, words: &str) {
    if words.is_empty() {
        return;
    }
    let (open, close) = quotation_marks(side.language);
    to.start_in("q", side.language, open);
    to.text(words);
    to.text(close);
    to.close();
}
