//! One quote: who said it, and every reading of it beside its translation, rows level.

use web_sys::Element;

use super::cards::witness_name;
use super::markup::Writer;
use crate::collate::segments::segments;
use crate::dossier::{Language, Quote, Reading, Status, Text, Translation};
use crate::edtf::{Builtin, Edtf, Length, words as date_words};
use crate::join::join;
use crate::phrases::{Phrases, quotation_marks};
use crate::state::State;
use crate::state::differing::differing;
use crate::state::runs::{Run, runs};

/// A date in the interface's language, written out.
#[inline(never)]
pub(super) fn date_text(date: &Edtf, words: &Phrases) -> String {
    date_words(date, words.dates, Length::Long, &Builtin)
}

/// A quote with all its readings; hands back its element.
#[inline(never)]
pub(super) fn quote(to: &mut Writer, state: &State, words: &Phrases, quote: &Quote) -> Element {
    to.open("article quote part=quote");
    to.set("data-id", quote.id.as_str());
    head(to, state, words, quote);
    let base = quote.readings.first();
    for (number, reading) in quote.readings.iter().enumerate() {
        row(to, state, words, reading, base.filter(|_| number > 0));
    }
    to.end()
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
    to.close();
}

/// The words of a reading in one language, and whose they are.
struct Side<'a> {
    language: Language,
    text: &'a Text,
    translation: Option<&'a Translation>,
}

/// What a reading has in a language: its own words, or a translation.
#[inline(never)]
fn side(reading: &Reading, language: Language) -> Option<Side<'_>> {
    if reading.language.matches(language) {
        return Some(Side { language: reading.language, text: &reading.text, translation: None });
    }
    let translation = reading.translations.iter().find(|own| own.language.matches(language))?;
    Some(Side {
        language: translation.language,
        text: &translation.text,
        translation: Some(translation),
    })
}

/// One reading: its witness, then both languages.
fn row(to: &mut Writer, state: &State, words: &Phrases, reading: &Reading, base: Option<&Reading>) {
    to.open("div reading part=reading");
    witness(to, state, words, reading);
    to.open("div reading-words");
    let (left, right) = state.languages();
    for (language, other) in [(left, right), (right, left)] {
        to.open("div cell");
        match side(reading, language) {
            Some(own) => {
                let base = base.and_then(|base| side(base, language));
                // Segments are numbered by the translation, whichever column it is in.
                let translation =
                    own.translation.or_else(|| side(reading, other).and_then(|it| it.translation));
                let numbers = numbers(reading, translation, own.translation.is_some());
                printed(to, state, &own, &numbers, base.as_ref());
                if let Some(translation) = own.translation {
                    to.leaf("p made", &translator(state, translation, words));
                }
            }
            None => to.leaf("p made", words.no_translation),
        }
        to.close();
    }
    to.close();
    to.close();
}

/// The segment of each piece, of the reading or of its translation.
fn numbers(reading: &Reading, translation: Option<&Translation>, target: bool) -> Vec<Option<u16>> {
    let Some(translation) = translation else { return Vec::new() };
    let (here, there) = (reading.text.0.len(), translation.text.0.len());
    let aligned = segments(here, there, translation.segments.as_deref()).unwrap_or_default();
    if target { aligned.target } else { aligned.source }
}

/// Whose translation it is.
fn translator(state: &State, translation: &Translation, words: &Phrases) -> String {
    let by = if translation.by.is_empty() { &state.dossier().translator } else { &translation.by };
    words.translator(translation.kind, by.text(words.language))
}

/// The words as a run of segments between the quotation marks of their language.
fn printed(
    to: &mut Writer,
    state: &State,
    side: &Side,
    numbers: &[Option<u16>],
    base: Option<&Side>,
) {
    let original = side.translation.is_none();
    to.open(if original {
        "blockquote words part=original"
    } else {
        "blockquote words rendering part=translation"
    });
    to.tongue(side.language);
    let differing = base.map_or_else(Vec::new, |base| differing(base.text, side.text));
    let (open, close) = quotation_marks(side.language);
    to.leaf("span guillemet", open);
    // One stop a quote; arrow keys go on from there.
    let mut reachable = original;
    let mut spaced = true;
    for run in runs(side.text, numbers, &state.filter().query, &differing) {
        let starts = run.parts.first().is_some_and(|part| part.text.starts_with(' '));
        if !spaced && !starts {
            to.text(" ");
        }
        piece(to, &run, &mut reachable);
        let ends = run.parts.last().is_none_or(|part| part.text.ends_with(' '));
        // Words inside run on as the article prints them; words outside stand apart.
        spaced = ends || !run.outside;
    }
    to.leaf("span guillemet", close);
    to.close();
}

fn piece(to: &mut Writer, run: &Run, reachable: &mut bool) {
    to.open(if run.outside { "span outside" } else { "span seg" });
    if let Some(number) = run.segment {
        to.number("data-seg", number.into());
        to.set("tabindex", if std::mem::take(reachable) { "0" } else { "-1" });
    }
    if run.parts.is_empty() {
        to.text("…");
    }
    for part in &run.parts {
        if part.found {
            to.open("mark");
        }
        if part.differs {
            to.leaf("span differs", part.text);
        } else {
            to.text(part.text);
        }
        if part.found {
            to.close();
        }
    }
    to.close();
}

/// Who prints the words, when, and how they came there.
fn witness(to: &mut Writer, state: &State, words: &Phrases, reading: &Reading) {
    to.open("p witness");
    let article = state.article(reading.article.as_ref());
    to.leaf("span outlet", &witness_name(article, words));
    let named = article.filter(|article| !article.outlet.is_empty());
    if let Some(date) = named.and_then(|article| article.date.as_ref()) {
        to.leaf("span", &date_text(date, words));
    }
    let original = reading.status == Status::Original;
    let class = if original { "span status-tag is-original" } else { "span status-tag" };
    to.leaf(class, words.status(reading.status));
    to.wording("span", &reading.place);
    if !reading.via.is_empty() {
        let mut path = join(&[words.via, words.colon]);
        for (number, station) in reading.via.iter().enumerate() {
            if number > 0 {
                path.push_str(" → ");
            }
            path.push_str(station.text(words.language));
        }
        to.leaf("span", &path);
    }
    to.close();
    to.wording("p witness-note", &reading.note);
}
