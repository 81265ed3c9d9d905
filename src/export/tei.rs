//! TEI P5: the articles as witnesses, the quotations as `<cit>`, their wordings compared as
//! `<app>` with a `<rdg>` for each group of witnesses (parallel segmentation, TEI Guidelines 12).
//!
//! A `<cit>` gives the words of one article letter by letter. Below the readings of one language,
//! `<ab type="collation">` lays them side by side: what all print alike stands plain; where they
//! differ, `type` says whether in words (`substantive`) or only in typography (`typographic`).
//! `corresp` names the `<quote>` that a group of readings is taken from, since one article may
//! print a statement twice.

use super::apparatus::{Run, collation};
use super::escape::name;
use super::first_language;
use super::json::word;
use super::lookup::Lookup;
use super::point::Span;
use super::xml::Xml;
use crate::dossier::{
    Article, Dossier, Id, Language, Quote, Reading, Status, TranslatorKind, Wording,
};
use crate::edtf::Edtf;
use crate::join::{digits, join};

pub(super) const CARRIED: &[&str] = &[
    "title",
    "summary",
    "translator",
    "articles",
    "articles[].id",
    "articles[].outlet",
    "articles[].headline",
    "articles[].author",
    "articles[].date",
    "articles[].language",
    "articles[].url",
    "articles[].note",
    "quotes",
    "quotes[].id",
    "quotes[].speaker",
    "quotes[].role",
    "quotes[].occasion",
    "quotes[].date",
    "quotes[].readings",
    "quotes[].readings[].article",
    "quotes[].readings[].language",
    "quotes[].readings[].status",
    "quotes[].readings[].text",
    "quotes[].readings[].text[].outside",
    "quotes[].readings[].note",
    "quotes[].readings[].translations",
    "quotes[].readings[].translations[].language",
    "quotes[].readings[].translations[].by",
    "quotes[].readings[].translations[].kind",
    "quotes[].readings[].translations[].text",
    "quotes[].readings[].translations[].text[].outside",
];

pub(super) fn write(dossier: &Dossier) -> String {
    let look = Lookup::new(dossier);
    let mut xml = Xml::document();
    let first = first_language(dossier);
    let language = dossier.title.get(first).0;
    xml.block("TEI", &[("xmlns", "http://www.tei-c.org/ns/1.0"), ("xml:lang", language.as_str())]);
    xml.block("teiHeader", &[]);
    xml.block("fileDesc", &[]);
    xml.block("titleStmt", &[]);
    wording(&mut xml, "title", "", &dossier.title);
    if dossier.title.is_empty() {
        xml.leaf("title", &[], "Quotations");
    }
    if !dossier.translator.is_empty() {
        xml.block("respStmt", &[]);
        xml.leaf("resp", &[("xml:lang", "en")], "translations");
        wording(&mut xml, "name", "", &dossier.translator);
        xml.close_block();
    }
    xml.close_block();
    xml.block("publicationStmt", &[]);
    xml.leaf("p", &[("xml:lang", "en")], "Exported from a dossier of Quote Timeline.");
    xml.close_block();
    if !dossier.summary.is_empty() {
        xml.block("notesStmt", &[]);
        wording(&mut xml, "note", "summary", &dossier.summary);
        xml.close_block();
    }
    xml.block("sourceDesc", &[]);
    if dossier.articles.is_empty() {
        xml.leaf("p", &[("xml:lang", "en")], "No article is named.");
    } else {
        xml.block("listWit", &[]);
        for article in &dossier.articles {
            witness(&mut xml, article);
        }
        xml.close_block();
    }
    xml.close_block();
    xml.close_block();
    xml.block("encodingDesc", &[]);
    xml.line();
    xml.empty("variantEncoding", &[("method", "parallel-segmentation"), ("location", "internal")]);
    xml.close_block();
    xml.close_block();
    xml.block("text", &[]);
    xml.block("body", &[]);
    if dossier.quotes.is_empty() {
        xml.leaf("p", &[("xml:lang", "en")], "No quotation.");
    }
    for quote in &dossier.quotes {
        self::quote(&mut xml, (dossier, &look), quote);
    }
    for _ in 0..3 {
        xml.close_block();
    }
    xml.finish()
}

/// An element for each language.
fn wording(xml: &mut Xml, element: &'static str, kind: &str, wording: &Wording) {
    for (language, text) in wording.entries() {
        xml.leaf(element, &[("type", kind), ("xml:lang", language.as_str())], text);
    }
}

fn witness(xml: &mut Xml, article: &Article) {
    xml.block("witness", &[("xml:id", &name(article.id.as_str()))]);
    xml.block("bibl", &[]);
    let language = article.language.as_str();
    xml.leaf("author", &[], article.author.as_deref().unwrap_or_default());
    let headline = article.headline.as_deref().unwrap_or_default();
    xml.leaf("title", &[("level", "a"), ("xml:lang", language)], headline);
    for (language, outlet) in article.outlet.entries() {
        xml.leaf("title", &[("level", "j"), ("xml:lang", language.as_str())], outlet);
    }
    if let Some(date) = &article.date {
        xml.line();
        self::date(xml, date);
    }
    if article.language != Language::UNDETERMINED {
        xml.line();
        xml.empty("textLang", &[("mainLang", language)]);
    }
    if let Some(url) = &article.url {
        xml.line();
        xml.empty("ptr", &[("target", &address(url))]);
    }
    wording(xml, "note", "", &article.note);
    xml.close_block();
    xml.close_block();
}

/// An address without the spaces that would make two of it.
fn address(url: &str) -> String {
    let mut address = String::new();
    super::escape::push_replaced(&mut address, url, |letter| match letter {
        '\0'..=' ' | '\u{7F}'..='\u{A0}' => "%20",
        _ => "",
    });
    address
}

/// A date as EDTF writes it, its numbers beside it.
fn date(xml: &mut Xml, date: &Edtf) {
    let span = Span::of(date);
    // XML Schema has no time without seconds and no plus sign.
    let day = |point: Option<super::point::Point>| {
        let iso = point.map_or(String::new(), |point| point.iso());
        let day = iso.split('T').next().unwrap_or_default();
        day.trim_start_matches('+').to_owned()
    };
    let single = day(span.single());
    let (mut start, mut end) = (String::new(), String::new());
    if single.is_empty() {
        (start, end) = (day(span.start), day(span.end));
    }
    let cert = if date.is_uncertain() { "low" } else { "" };
    let interval = date.is_interval();
    let (from, to) = if interval { ("from", "to") } else { ("notBefore", "notAfter") };
    xml.open("date", &[("when", &single), (from, &start), (to, &end), ("cert", cert)]);
    xml.text(&date.text());
    xml.close();
}

fn quote(xml: &mut Xml, (dossier, look): (&Dossier, &Lookup), quote: &Quote) {
    let id = name(quote.id.as_str());
    xml.block("div", &[("type", "quotation"), ("xml:id", &id)]);
    if let Some(speaker) = look.entity(quote.speaker.as_ref()) {
        let (language, name) = speaker.name.get(first_language(dossier));
        xml.leaf("head", &[("xml:lang", language.as_str())], name);
    }
    wording(xml, "note", "role", &quote.role);
    wording(xml, "note", "occasion", &quote.occasion);
    if let Some(date) = &quote.date {
        xml.block("note", &[("type", "date")]);
        self::date(xml, date);
        xml.close();
    }
    let mut runs = Vec::new();
    for (number, reading) in quote.readings.iter().enumerate() {
        let own = join(&[&id, ".", &digits(number + 1)]);
        let run = Run::new(&reading.text);
        self::reading(xml, (dossier, look), reading, &own, &run);
        runs.push((own, run));
    }
    for (number, reading) in quote.readings.iter().enumerate() {
        let language = reading.language;
        let mut readings = quote.readings.iter();
        if readings.position(|other| other.language.matches(language)) == Some(number) {
            let mut alike = Vec::new();
            for (other, (own, run)) in quote.readings.iter().zip(&runs) {
                if other.language.matches(language) {
                    alike.push((pointer(other.article.as_ref()), join(&["#", own]), run));
                }
            }
            collation(xml, language, &alike);
        }
    }
    xml.close_block();
}

/// `#` and the name of an article; nothing where none is known.
fn pointer(article: Option<&Id>) -> String {
    article.map_or(String::new(), |id| join(&["#", &name(id.as_str())]))
}

fn reading(
    xml: &mut Xml,
    (dossier, look): (&Dossier, &Lookup),
    reading: &Reading,
    id: &str,
    run: &Run,
) {
    xml.block("cit", &[]);
    let status = word(&Status::ALL, &reading.status);
    let language = reading.language.as_str();
    xml.block("quote", &[("xml:id", id), ("xml:lang", language), ("type", status)]);
    xml.raw(&run.whole());
    xml.close();
    if let Some(article) = look.article(reading.article.as_ref()) {
        let outlet = article.outlet.text(first_language(dossier));
        let target = pointer(Some(&article.id));
        let shown = if outlet.is_empty() { article.id.as_str() } else { outlet };
        xml.block("bibl", &[]);
        xml.open("ref", &[("target", &target)]);
        xml.text(shown);
        xml.close();
        xml.close();
    }
    wording(xml, "note", "", &reading.note);
    for (number, translation) in reading.translations.iter().enumerate() {
        let own = join(&[id, ".", &digits(number + 1)]);
        let attributes = [
            ("xml:id", own.as_str()),
            ("xml:lang", translation.language.as_str()),
            ("type", "translation"),
            ("corresp", &join(&["#", id])),
        ];
        xml.block("quote", &attributes);
        xml.raw(&Run::new(&translation.text).whole());
        xml.close();
        let by = match translation.kind {
            TranslatorKind::Dossier if translation.by.is_empty() => &dossier.translator,
            _ => &translation.by,
        };
        let kind = word(&TranslatorKind::ALL, &translation.kind);
        for (language, by) in by.entries().take(1) {
            let attributes = [
                ("type", "translator"),
                ("subtype", kind),
                ("target", &join(&["#", &own])),
                ("xml:lang", language.as_str()),
            ];
            xml.leaf("note", &attributes, by);
        }
    }
    xml.close_block();
}
