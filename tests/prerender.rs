//! Prerendered pages, read as a browser reads them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop at what is wrong")]

use proptest::prelude::*;
use quote_timeline::dossier::{Dossier, Language, read};
use quote_timeline::prerender::{Options, html};
use scraper::{ElementRef, Html, Selector};

fn dossier(text: &str) -> Dossier {
    read(text.as_bytes()).expect("a dossier").0
}

fn affair() -> Dossier {
    dossier(include_str!("../data/affair.json"))
}

/// The page in a document without anything else; it has no error of HTML.
fn parsed(page: &str) -> Html {
    let document = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>t</title></head><body>{page}</body></html>"
    );
    let html = Html::parse_document(&document);
    assert_eq!(html.errors, [""; 0], "{page}");
    html
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn text(element: &ElementRef<'_>) -> String {
    element.text().collect()
}

#[test]
fn the_affair_is_a_page_that_reads_without_styles() {
    for language in [Language::FRENCH, Language::ENGLISH] {
        let affair = affair();
        let page = html(&affair, &Options::new(language));
        let html = parsed(&page);
        let rows = affair.events.len() + affair.quotes.len();
        assert_eq!(all(&html, "ol > li[data-id] > h4").len(), rows);
        assert_eq!(all(&html, "section").len(), 4);
        let readings: usize = affair.quotes.iter().map(|quote| quote.readings.len()).sum();
        assert_eq!(all(&html, "figure").len(), readings);
        assert_eq!(all(&html, "figure > blockquote[lang=fr]:first-child").len(), readings);
        assert_eq!(all(&html, "figure > blockquote[lang=en]").len(), readings);
        assert_eq!(all(&html, "figure > figcaption:last-child").len(), readings);
        assert!(!all(&html, "blockquote[cite^='https://']").is_empty());
        assert!(all(&html, "style, [style], script:not([type='application/ld+json'])").is_empty());
    }
}

#[test]
fn every_text_of_the_affair_is_there_in_its_language() {
    let affair = affair();
    let page = html(&affair, &Options::new(Language::ENGLISH));
    let html = parsed(&page);
    let in_language = |language: Language| -> Vec<String> {
        let selector = format!("[lang={}]", language.as_str());
        all(&html, &selector).iter().map(text).collect()
    };
    for language in [Language::FRENCH, Language::ENGLISH] {
        let texts = in_language(language);
        for event in &affair.events {
            assert!(texts.iter().any(|text| text == event.title.text(language)));
            assert!(texts.iter().any(|text| text == event.summary.text(language)));
        }
    }
    let french = in_language(Language::FRENCH);
    for reading in affair.quotes.iter().flat_map(|quote| &quote.readings) {
        assert!(french.contains(&reading.text.plain()));
    }
    for headline in affair.articles.iter().filter_map(|article| article.headline.as_deref()) {
        assert!(french.iter().any(|text| text == headline));
    }
}

#[test]
fn headings_follow_the_level_of_the_host() {
    for level in 1..=4 {
        let affair = affair();
        let options = Options { heading_level: level, ..Options::new(Language::ENGLISH) };
        let page = html(&affair, &options);
        let html = parsed(&page);
        assert_eq!(all(&html, &format!("h{level}")).len(), 1);
        let levels: Vec<u8> = all(&html, "h1, h2, h3, h4, h5, h6")
            .iter()
            .map(|heading| heading.value().name().as_bytes()[1] - b'0')
            .collect();
        assert_eq!(levels.first(), Some(&level));
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "none is left out");
    }
}

#[test]
fn with_the_element_it_is_ready_to_paste() {
    let options = Options {
        element: true,
        src: Some("a.json?x=1&y=\"2\""),
        script: Some("https://host.example/quote-timeline.js"),
        ..Options::new(Language::FRENCH)
    };
    let page = html(&affair(), &options);
    let html = parsed(&page);
    let element = all(&html, "quote-timeline");
    assert_eq!(element.len(), 1);
    assert_eq!(element[0].value().attr("src"), Some("a.json?x=1&y=\"2\""));
    assert_eq!(element[0].value().attr("lang"), Some("fr"));
    assert_eq!(all(&html, "quote-timeline > article[lang=fr] > h2").len(), 1);
    let script = all(&html, "quote-timeline + script[src]");
    assert_eq!(script[0].value().attr("src"), Some("https://host.example/quote-timeline.js"));
}

#[test]
fn languages_from_right_to_left_say_so() {
    let page = html(
        &dossier(
            r#"{"languages": ["ar", "fr"], "articles": [{"id": "a", "language": "ar"}],
            "quotes": [{"id": "q", "readings": [{"article": "a", "text": "نعم",
            "translations": [{"language": "fr", "text": "Oui"}]}]}]}"#,
        ),
        &Options::new(Language::FRENCH),
    );
    let html = parsed(&page);
    assert_eq!(all(&html, "blockquote[lang=ar][dir=rtl]").len(), 1);
    assert_eq!(all(&html, "blockquote[lang=fr]:not([dir])").len(), 1);
}

/// A dossier with the same words everywhere.
fn everywhere(words: &str) -> Dossier {
    let words = serde_json::to_string(words).expect("JSON");
    dossier(&format!(
        r#"{{"languages": ["fr", "en"], "title": {words}, "summary": {{"fr": {words}}},
        "text": {{"fr": {words}}}, "translator": {words}, "media": {{"url": {words}, "alt": {words}, "credit": {words}}},
        "articles": [{{"id": "a", "outlet": {words}, "headline": {words}, "author": {words},
            "date": "2024", "language": "fr", "url": {words}, "note": {words}}}],
        "entities": [{{"id": {words}, "name": {words}, "kind": "person"}}],
        "events": [{{"id": "e", "date": "2024", "date_text": {words}, "title": {{"fr": {words}}},
            "summary": {words}, "text": {words}, "media": {{"url": {words}, "caption": {words}}},
            "sources": [{{"article": "a", "words": {words}, "note": {words}}}]}}],
        "eras": [{{"date": "2024/2025", "title": {words}, "summary": {words}}}],
        "quotes": [{{"id": "q", "speaker": {words}, "role": {words}, "occasion": {words},
            "readings": [{{"article": "a", "text": [{words}, {{"outside": {words}}}], "place": {words},
                "via": [{words}], "note": {words},
                "translations": [{{"language": "en", "by": {words}, "kind": "person", "text": {words}}}]}}]}}],
        "figures": [{{"id": "f", "title": {words}, "readings": [{{"article": "a", "text": {words},
            "translation": {words}, "note": {words}}}]}}]}}"#
    ))
}

/// What only an injection could bring in.
fn is_harmless(page: &str) {
    let html = parsed(page);
    let foreign = "img, iframe, object, embed, svg, math, form, input, style, base, meta[http-equiv], \
        script:not([type='application/ld+json'])";
    let found: Vec<String> =
        all(&html, &format!("body :is({foreign})")).iter().map(ElementRef::html).collect();
    assert_eq!(found, [""; 0], "{page}");
    for element in all(&html, "body *") {
        for (name, value) in element.value().attrs() {
            let known = ["lang", "dir", "data-id", "datetime", "href", "cite", "type"];
            assert!(known.contains(&name), "{name}={value} in {page}");
            if matches!(name, "href" | "cite") {
                let scheme = value.split(['/', '?', '#', '\\']).next().unwrap_or_default();
                let scheme = scheme.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
                assert!(
                    scheme.is_none_or(|scheme| ["http", "https", "mailto"].contains(&&*scheme)),
                    "{value}"
                );
            }
        }
    }
}

#[test]
fn no_text_becomes_markup() {
    for words in [
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "<!--",
        "-->",
        "]]>",
        "</article></quote-timeline><style>*{}</style>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<svg/onload=alert(1)>",
        "\u{0}\u{1}\u{7f}\u{85}\u{FFFE}\u{202e}",
        "</p></li></ol>",
        "<",
        "&",
        "&#x3c;img src=x onerror=alert(1)&#x3e;",
    ] {
        is_harmless(&html(&everywhere(words), &Options::new(Language::ENGLISH)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_words_whatever_become_markup(words in r#"[<>"'&/!;a-z:= \n-]{1,30}"#, any in any::<String>()) {
        is_harmless(&html(&everywhere(&words), &Options::new(Language::ENGLISH)));
        is_harmless(&html(&everywhere(&any), &Options::new(Language::FRENCH)));
    }
}
