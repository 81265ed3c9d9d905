//! TEI P5: the articles as witnesses, the quotations as `<cit>`, their wordings compared as
//! `<app>` with a `<rdg>` for each group of witnesses (parallel segmentation, TEI Guidelines 12).
//!
//! A `<cit>` gives the words of one article letter by letter. Below the readings of one language,
//! `<ab type="collation">` lays them side by side: what all print alike stands plain; where they
//! differ, `type` says whether in words (`substantive`) or only in typography (`typographic`).
//! `corresp` names the `<quote>` that a group of readings is taken from, since one article may
//! print a statement twice.

use super::apparatus::{Run, collation};
use super::escape::{address_character, name, push_replaced};
use super::first_language;
use super::json::word;
use super::lookup::Lookup;
use super::point::Span;
use super::xml::Xml;
use crate::dossier::{Article, Dossier, Language, Quote, Reading, Status, TranslatorKind, Wording};
use crate::edtf::Edtf;
use crate::join::push_number;

#[inline(never)]
pub(super) fn write(dossier: &Dossier) -> String {
    let look = Lookup::new(dossier);
    let first = first_language(dossier);
    let mut xml = Xml::default();
    let to = &mut xml;
    to.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    to.block("TEI");
    to.attribute("xmlns", "http://www.tei-c.org/ns/1.0");
    to.attribute("xml:lang", dossier.title.get(first).0.as_str());
    to.block("teiHeader");
    to.block("fileDesc");
    to.block("titleStmt");
    wording(to, "title", "", &dossier.title);
    if dossier.title.is_empty() {
        note(to, "title", "Quotations");
    }
    if !dossier.translator.is_empty() {
        to.block("respStmt");
        note(to, "resp", "translations");
        wording(to, "name", "", &dossier.translator);
        to.close_block();
    }
    to.close_block();
    to.block("publicationStmt");
    note(to, "p", "Exported from a dossier of Quote Timeline.");
    to.close_block();
    if !dossier.summary.is_empty() {
        to.block("notesStmt");
        wording(to, "note", "summary", &dossier.summary);
        to.close_block();
    }
    to.block("sourceDesc");
    if dossier.articles.is_empty() {
        note(to, "p", "No article is named.");
    } else {
        to.block("listWit");
        for article in &dossier.articles {
            witness(to, article);
        }
        to.close_block();
    }
    to.close_block();
    to.close_block();
    to.block("encodingDesc");
    to.block("variantEncoding");
    to.attribute("method", "parallel-segmentation");
    to.attribute("location", "internal");
    to.close();
    to.close_block();
    to.close_block();
    to.block("text");
    to.block("body");
    if dossier.quotes.is_empty() {
        note(to, "p", "No quotation.");
    }
    for quote in &dossier.quotes {
        self::quote(to, &look, quote);
    }
    for _ in 0..3 {
        to.close_block();
    }
    to.raw("\n");
    xml.finish()
}

/// A line of ours.
fn note(xml: &mut Xml, element: &'static str, words: &str) {
    xml.block(element);
    xml.attribute("xml:lang", "en");
    xml.close_with(words);
}

/// An element for each language.
#[inline(never)]
fn wording(xml: &mut Xml, element: &'static str, kind: &str, wording: &Wording) {
    for (language, text) in wording.entries() {
        xml.block(element);
        xml.attribute(if element == "title" { "level" } else { "type" }, kind);
        xml.attribute("xml:lang", language.as_str());
        xml.close_with(text);
    }
}

fn witness(xml: &mut Xml, article: &Article) {
    xml.block("witness");
    xml.attribute("xml:id", &name(article.id.as_str()));
    xml.block("bibl");
    if let Some(author) = &article.author {
        xml.block("author");
        xml.close_with(author);
    }
    if let Some(headline) = &article.headline {
        xml.block("title");
        xml.attribute("level", "a");
        xml.attribute("xml:lang", article.language.as_str());
        xml.close_with(headline);
    }
    wording(xml, "title", "j", &article.outlet);
    if let Some(date) = &article.date {
        self::date(xml, date);
    }
    if article.language != Language::UNDETERMINED {
        xml.block("textLang");
        xml.attribute("mainLang", article.language.as_str());
        xml.close();
    }
    if let Some(url) = &article.url {
        let mut address = String::new();
        push_replaced(&mut address, url, address_character);
        xml.block("ptr");
        xml.attribute("target", &address);
        xml.close();
    }
    wording(xml, "note", "", &article.note);
    xml.close_block();
    xml.close_block();
}

/// A date as EDTF writes it, its numbers beside it.
fn date(xml: &mut Xml, date: &Edtf) {
    let span = Span::of(date);
    xml.block("date");
    if span.is_single() {
        xml.attribute("when", &span.first().iso(3));
    } else {
        let interval = date.is_interval();
        if let Some(start) = span.start() {
            xml.attribute(if interval { "from" } else { "notBefore" }, &start.iso(3));
        }
        if let Some(end) = span.end() {
            xml.attribute(if interval { "to" } else { "notAfter" }, &end.iso(3));
        }
    }
    if date.is_uncertain() {
        xml.attribute("cert", "low");
    }
    xml.close_with(&date.text());
}

fn quote(xml: &mut Xml, look: &Lookup, quote: &Quote) {
    let id = name(quote.id.as_str());
    xml.block("div");
    xml.attribute("type", "quotation");
    xml.attribute("xml:id", &id);
    if let Some(speaker) = look.entity(quote.speaker.as_ref()) {
        let (language, name) = speaker.name.get(first_language(look.dossier));
        xml.block("head");
        xml.attribute("xml:lang", language.as_str());
        xml.close_with(name);
    }
    wording(xml, "note", "role", &quote.role);
    wording(xml, "note", "occasion", &quote.occasion);
    if let Some(date) = &quote.date {
        xml.block("note");
        xml.attribute("type", "date");
        self::date(xml, date);
        xml.close();
    }
    let mut runs = Vec::new();
    for (number, reading) in quote.readings.iter().enumerate() {
        let mut run = Run::new(&reading.text);
        if let Some(article) = &reading.article {
            run.witness = pointer(&name(article.as_str()));
        }
        run.quote = pointer(&id);
        push_place(&mut run.quote, number);
        self::reading(xml, look, reading, &run);
        runs.push(run);
    }
    let mut compared: Vec<Language> = Vec::new();
    for reading in &quote.readings {
        let language = reading.language;
        if compared.iter().any(|other| other.matches(language)) {
            continue;
        }
        compared.push(language);
        let mut alike = Vec::new();
        for (other, run) in quote.readings.iter().zip(&runs) {
            if other.language.matches(language) {
                alike.push(run);
            }
        }
        collation(xml, language, &alike);
    }
    xml.close_block();
}

/// `#` and a name.
fn pointer(name: &str) -> String {
    let mut pointer = String::from("#");
    pointer.push_str(name);
    pointer
}

/// What is named by its place in a list, counted from 1.
fn push_place(id: &mut String, number: usize) {
    id.push('.');
    push_number(id, number + 1);
}

fn reading(xml: &mut Xml, look: &Lookup, reading: &Reading, run: &Run) {
    xml.block("cit");
    words(xml, &run.quote, reading.language, word(&Status::ALL, &reading.status));
    xml.raw(&run.whole());
    xml.close();
    if let Some(article) = look.article(reading.article.as_ref()) {
        let outlet = article.outlet.text(first_language(look.dossier));
        xml.block("bibl");
        xml.start("ref");
        xml.attribute("target", &run.witness);
        xml.close_with(if outlet.is_empty() { article.id.as_str() } else { outlet });
        xml.close();
    }
    wording(xml, "note", "", &reading.note);
    for (number, translation) in reading.translations.iter().enumerate() {
        let mut own = run.quote.clone();
        push_place(&mut own, number);
        words(xml, &own, translation.language, "translation");
        xml.attribute("corresp", &run.quote);
        xml.raw(&Run::new(&translation.text).whole());
        xml.close();
        if let Some((language, by)) = look.translator(translation).entries().next() {
            xml.block("note");
            xml.attribute("type", "translator");
            xml.attribute("subtype", word(&TranslatorKind::ALL, &translation.kind));
            xml.attribute("target", &own);
            xml.attribute("xml:lang", language.as_str());
            xml.close_with(by);
        }
    }
    xml.close_block();
}

/// A `<quote>` begins.
fn words(xml: &mut Xml, pointer: &str, language: Language, kind: &str) {
    xml.block("quote");
    xml.attribute("xml:id", pointer.get(1..).unwrap_or_default());
    xml.attribute("xml:lang", language.as_str());
    xml.attribute("type", kind);
}
