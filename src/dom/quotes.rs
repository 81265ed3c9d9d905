//! One quote: who said it, what its readings are compared with, and the readings.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::calendar::Browser;
use super::cite;
use super::collation;
use super::markup::Writer;
use super::reading;
use super::variants;
use super::witness::witness_line;
use crate::dossier::{Kind, Language, Quote};
use crate::edtf::{Edtf, Length};
use crate::join::digits;
use crate::phrases::Phrases;
use crate::state::State;
use crate::state::side::side;

/// A date in the interface's language, written out.
#[inline(never)]
pub(super) fn date_text(date: &Edtf, words: &Phrases) -> String {
    words.date(date, Length::Long, &Browser(words.language))
}

/// A quote on the page.
pub(super) struct Listed {
    /// Its number in the dossier.
    pub(super) number: usize,
    /// All of it.
    pub(super) quote: Element,
    /// What changes when its readings are compared otherwise; the head, where one says how, stays.
    readings: Element,
}

impl Listed {
    /// Writes a quote with all its readings.
    #[inline(never)]
    pub(super) fn write(
        to: &mut Writer,
        state: &State,
        words: &Phrases,
        number: usize,
        quote: &Quote,
    ) -> Self {
        to.open("article quote part=quote");
        to.set("data-id", quote.id.as_str());
        head(to, state, words, quote);
        comparing(to, state, words, number, quote);
        to.open("div readings");
        readings(to, state, words, number, quote);
        let readings = to.end();
        Self { number, quote: to.end(), readings }
    }

    /// Writes the readings anew.
    pub(super) fn compare(&self, state: &State, words: &Phrases) {
        let Some(quote) = state.dossier().quotes.get(self.number) else { return };
        // A link may have chosen the base, and not the reader here.
        if let Ok(Some(base)) = self.quote.query_selector("[data-action=base]") {
            // A `select` has a value as an `input` has.
            base.unchecked_into::<HtmlInputElement>().set_value(&digits(state.base(self.number)));
        }
        self.readings.set_text_content(None);
        let query = &state.filter().query;
        let mut to = Writer::new(&self.readings, words.language).marking(query);
        readings(&mut to, state, words, self.number, quote);
    }
}

fn head(to: &mut Writer, state: &State, words: &Phrases, quote: &Quote) {
    to.open("header quote-head");
    match state.speaker(quote) {
        Some(entity) => to.start_wording("h3 speaker part=speaker", &entity.name),
        None => to.start("h3 speaker unnamed part=speaker", words.unknown_speaker),
    }
    to.close();
    to.wording("span role", &quote.role);
    to.open("span when");
    if let Some(date) = &quote.date {
        to.start("button type=button data-action=choose", &date_text(date, words));
        to.set("title", words.in_time);
        to.close();
    } else {
        to.text(words.undated);
    }
    if !quote.occasion.is_empty() {
        to.text(" · ");
        to.wording("span", &quote.occasion);
    }
    to.close();
    cite::button(to, words, Kind::Quote, quote.id.as_str());
    to.close();
}

/// The numbers of the readings that say something in a language.
#[inline(never)]
pub(super) fn speaking(quote: &Quote, language: Language) -> Vec<usize> {
    let mut numbers = Vec::new();
    for (number, reading) in quote.readings.iter().enumerate() {
        if side(reading, language).is_some() {
            numbers.push(number);
        }
    }
    numbers
}

/// Which reading the others are compared with, and what the marks mean; nothing where there is
/// nothing to compare.
fn comparing(to: &mut Writer, state: &State, words: &Phrases, number: usize, quote: &Quote) {
    let (left, right) = state.languages();
    if speaking(quote, left).len().max(speaking(quote, right).len()) < 2 {
        return;
    }
    to.open("div comparing");
    to.start("label", words.compared_with);
    to.text(" ");
    to.open("select data-action=base");
    to.number("data-number", number);
    let base = state.base(number);
    for (place, reading) in quote.readings.iter().enumerate() {
        to.start("option", &witness_line(state, words, reading));
        to.number("value", place);
        if place == base {
            to.set("selected", "");
        }
        to.close();
    }
    to.close();
    to.close();
    variants::legend(to, words);
    to.close();
}

fn readings(to: &mut Writer, state: &State, words: &Phrases, number: usize, quote: &Quote) {
    let base = state.base(number);
    let several = quote.readings.len() > 1;
    for (place, own) in quote.readings.iter().enumerate() {
        let base = quote.readings.get(base).filter(|_| place != base);
        reading::row(to, state, words, quote, own, base, several);
    }
    collation::tables(to, state, words, number, quote);
}
