//! Web Annotation (W3C Recommendation, 23 February 2017): an `AnnotationCollection` with one page,
//! an annotation for each reading.
//!
//! The target is the words in the article (`TextQuoteSelector`), one target for each run of words
//! where the article puts its own in between. The bodies say who speaks (`identifying`), how the
//! words relate to those said (`classifying`) and give the translations (`describing`). The
//! characters before and after are not known here, so there is no `prefix` and no `suffix`.
//! An article without an address is named by a URN.

use super::escape::iri;
use super::first_language;
use super::json::word;
use super::json_text::JsonText;
use super::lookup::Lookup;
use super::lost::Losses;
use super::sink::Sink;
use crate::collate::letters::trim;
use crate::dossier::{
    Dossier, Language, Piece, Quote, Reading, Status, Translation, TranslatorKind,
};
use crate::join::{digits, join};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

#[inline(never)]
pub(super) fn write(dossier: &Dossier, lost: &mut Losses) -> String {
    let look = Lookup::new(dossier);
    let mut json = JsonText::for_script();
    json.open("", '}');
    json.text("@context", CONTEXT);
    json.text("id", &urn(":annotations"));
    json.text("type", "AnnotationCollection");
    json.some("label", dossier.title.text(first_language(dossier)));
    let mut total = 0;
    for quote in &dossier.quotes {
        total += quote.readings.len();
    }
    json.number("total", i64::try_from(total).unwrap_or_default());
    json.open("first", '}');
    json.text("id", &urn(":annotations/1"));
    json.text("type", "AnnotationPage");
    json.text("partOf", &urn(":annotations"));
    json.number("startIndex", 0);
    json.open("items", ']');
    for quote in &dossier.quotes {
        for (number, reading) in quote.readings.iter().enumerate() {
            annotation(&mut json, &look, quote, number, reading);
        }
    }
    json.close();
    json.close();
    json.close();
    for _ in 0..look.uncited() {
        lost.whole("articles");
    }
    json.finish()
}

/// An absolute IRI for what has no address.
fn urn(name: &str) -> String {
    join(&["urn:x-quote-timeline:", name])
}

fn annotation(json: &mut JsonText, look: &Lookup, quote: &Quote, number: usize, reading: &Reading) {
    json.open("", '}');
    // Each stands by itself as well.
    json.text("@context", CONTEXT);
    json.text("id", &urn(&join(&[&iri(quote.id.as_str()), "/", &digits(number + 1)])));
    json.text("type", "Annotation");
    json.open("motivation", ']');
    json.text("", "classifying");
    if !reading.translations.is_empty() {
        json.text("", "describing");
    }
    json.close();
    json.open("body", ']');
    if let Some(speaker) = look.entity(quote.speaker.as_ref()) {
        let (language, name) = speaker.name.get(first_language(look.dossier));
        body(json, "identifying", language, name);
        json.close();
    }
    body(json, "classifying", Language::UNDETERMINED, word(&Status::ALL, &reading.status));
    json.close();
    for translation in &reading.translations {
        body(json, "describing", translation.language, &translation.text.plain());
        translator(json, look, translation);
        json.close();
    }
    json.close();
    json.open("target", ']');
    let mut run = String::new();
    for piece in &reading.text.0 {
        match piece {
            Piece::Words(words) => run.push_str(words),
            Piece::Outside(_) => target(json, look, reading, &mut run),
        }
    }
    target(json, look, reading, &mut run);
    json.close();
    json.close();
}

/// A body of words; what else there is to say of it can follow.
fn body(json: &mut JsonText, purpose: &str, language: Language, value: &str) {
    json.open("", '}');
    json.text("type", "TextualBody");
    json.text("purpose", purpose);
    json.text("value", value);
    json.text("format", "text/plain");
    json.language("language", language);
}

fn translator(json: &mut JsonText, look: &Lookup, translation: &Translation) {
    let by = look.translator(translation);
    let kind = match translation.kind {
        TranslatorKind::Person => "Person",
        TranslatorKind::Machine => "Software",
        TranslatorKind::Dossier | TranslatorKind::Outlet => "Organization",
    };
    if !by.is_empty() {
        json.open("creator", '}');
        json.text("type", kind);
        json.text("name", by.text(translation.language));
        json.close();
    }
}

/// The words in the article; the run is empty afterwards.
fn target(json: &mut JsonText, look: &Lookup, reading: &Reading, run: &mut String) {
    let words = std::mem::take(run);
    let words = trim(&words);
    if words.is_empty() {
        return;
    }
    let article = look.article(reading.article.as_ref());
    json.open("", '}');
    json.text("type", "SpecificResource");
    let source = match article {
        Some(article) => match article.url.as_deref() {
            Some(url) if !url.is_empty() => url.to_owned(),
            _ => urn(&iri(article.id.as_str())),
        },
        None => urn(":unknown"),
    };
    json.text("source", &source);
    json.language("language", reading.language);
    json.open("selector", '}');
    json.text("type", "TextQuoteSelector");
    json.text("exact", words);
    json.close();
    json.close();
}
