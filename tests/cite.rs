//! What is copied when a quote is cited, and where links lead.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at what is wrong"
)]

use std::fmt::Write;

use proptest::prelude::*;
use quote_timeline::cite::{Citation, Format};
use quote_timeline::dossier::{Kind, Language, read};
use quote_timeline::edtf::Builtin;
use quote_timeline::phrases::Phrases;
use quote_timeline::state::{Message, State};

fn state() -> State {
    State::new(read(include_bytes!("../data/affair.json")).unwrap().0, 1200)
}

/// A reading of a quote of the affair, cited.
fn cited(
    quote: &str,
    reading: usize,
    format: Format,
    interface: &str,
    languages: &[&str],
) -> String {
    written(&state(), quote, reading, format, interface, languages, None)
}

fn written(
    state: &State,
    quote: &str,
    reading: usize,
    format: Format,
    interface: &str,
    languages: &[&str],
    link: Option<&str>,
) -> String {
    let language = |tag: &str| Language::new(tag).unwrap();
    let target = state.index().target(quote).unwrap();
    let quote = &state.dossier().quotes[target.number];
    let languages: Vec<Language> = languages.iter().map(|tag| language(tag)).collect();
    let reading = &quote.readings[reading];
    Citation {
        quote,
        reading,
        speaker: state.speaker(quote),
        article: state.article(reading.article.as_ref()),
        translator: &state.dossier().translator,
        languages: &languages,
        link,
    }
    .write(format, Phrases::of(language(interface)), &Builtin)
}

#[test]
fn text_in_french() {
    let link = Some("https://journal.example/affaire#open-source-safe");
    assert_eq!(
        written(&state(), "open-source-safe", 0, Format::Text, "fr", &["fr", "en"], link),
        "«\u{202F}l’open source est la meilleure manière de rendre l’IA sûre\u{202F}»\n\
         “open source is the best way to make AI safe” (traduit du français par les auteurs du dossier, Quote Timeline)\n\
         — Arthur Mensch, cofondateur de Mistral AI, entretien au Monde, fin février 2024\n\
         Média non précisé, revue de presse, «\u{202F}Le vent de l’open source tourne chez Mistral AI\u{202F}», \
         28 février 2024, https://www.image7.fr/document/le-vent-de-lopen-source-tourne-chez-mistral-ai\n\
         Lien permanent\u{A0}: https://journal.example/affaire#open-source-safe"
    );
}

#[test]
fn text_in_english_in_one_language() {
    assert_eq!(
        cited("open-source-safe", 0, Format::Text, "en", &["en"]).lines().next(),
        Some(
            "“open source is the best way to make AI safe” (translated from French by the makers of this dossier, Quote Timeline)"
        )
    );
    let french = cited("open-source-safe", 0, Format::Text, "en", &["fr"]);
    assert_eq!(french.lines().count(), 3, "{french}");
    assert!(french.contains("— Arthur Mensch, co-founder of Mistral AI, interview with Le Monde, late February 2024\n"), "{french}");
    let none = cited("open-source-safe", 0, Format::Text, "en", &["ja"]);
    assert!(
        none.starts_with("«\u{202F}l’open"),
        "words in none of the languages wanted are as printed: {none}"
    );
}

#[test]
fn words_that_were_not_said_so_are_called_what_they_are() {
    let text = cited("no-abandonment", 0, Format::Text, "fr", &["fr", "en"]);
    assert!(text.lines().next().unwrap().ends_with("\u{202F}» (paraphrase)"), "{text}");
    let text = cited("optimised-models", 0, Format::Text, "en", &["fr"]);
    assert!(text.contains("[plus puissants]\u{202F}» (excerpt)"), "{text}");
}

#[test]
fn html() {
    let html = cited("open-source-safe", 0, Format::Html, "en", &["fr", "en"]);
    assert_eq!(
        html,
        "<figure lang=\"en\">\n\
         <blockquote lang=\"fr\" cite=\"https://www.image7.fr/document/le-vent-de-lopen-source-tourne-chez-mistral-ai\">\
         <p>«\u{202F}l’open source est la meilleure manière de rendre l’IA sûre\u{202F}»</p></blockquote>\n\
         <blockquote lang=\"en\"><p>“open source is the best way to make AI safe” \
         <small lang=\"en\">(translated from French by the makers of this dossier, Quote Timeline)</small></p></blockquote>\n\
         <figcaption>Arthur Mensch, co-founder of Mistral AI, interview with Le Monde, late February 2024. \
         Outlet not named, press review, \
         <a href=\"https://www.image7.fr/document/le-vent-de-lopen-source-tourne-chez-mistral-ai\">\
         «\u{202F}Le vent de l’open source tourne chez Mistral AI\u{202F}»</a>, 28 February 2024.</figcaption>\n\
         </figure>\n"
    );
}

#[test]
fn markdown() {
    let link = Some("https://journal.example/a_b#open-source-safe");
    let text =
        written(&state(), "open-source-safe", 0, Format::Markdown, "en", &["fr", "en"], link);
    assert_eq!(
        text,
        "> «\u{202F}l’open source est la meilleure manière de rendre l’IA sûre\u{202F}»\n>\n\
         > “open source is the best way to make AI safe” *(translated from French by the makers of this dossier, Quote Timeline)*\n>\n\
         > — Arthur Mensch, co-founder of Mistral AI, interview with Le Monde, late February 2024\n\n\
         Outlet not named, press review, [«\u{202F}Le vent de l’open source tourne chez Mistral AI\u{202F}»]\
         (<https://www.image7.fr/document/le-vent-de-lopen-source-tourne-chez-mistral-ai>), 28 February 2024. \
         [Permanent link](<https://journal.example/a_b#open-source-safe>)\n"
    );
}

/// A dossier of one quote with hostile words everywhere.
fn hostile(words: &str) -> State {
    let quoted = |text: &str| {
        let mut escaped = String::from("\"");
        for letter in text.chars() {
            write!(escaped, "\\u{:04x}", u32::from(letter).min(0xFFFF)).unwrap();
        }
        escaped + "\""
    };
    let words = quoted(words);
    let json = format!(
        r#"{{"languages": ["fr", "ar"], "translator": {words},
        "articles": [{{"id": "a", "outlet": {words}, "headline": {words}, "author": {words},
          "date": "2024", "language": "fr", "kind": "news", "url": "https://a.example/\"><b>(x)"}}],
        "entities": [{{"id": "e", "name": {words}, "kind": "person"}}],
        "quotes": [{{"id": "q", "speaker": "e", "role": {words}, "occasion": {words},
          "readings": [{{"article": "a", "status": "original", "text": {words},
            "translations": [{{"language": "ar", "text": {words}}}]}}]}}]}}"#
    );
    State::new(read(json.as_bytes()).unwrap().0, 1200)
}

/// Everything between angle brackets.
fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).filter_map(|rest| rest.split('>').next()).collect()
}

#[test]
fn right_to_left_runs_right_to_left() {
    let html = written(&hostile("سلام"), "q", 0, Format::Html, "en", &["fr", "ar"], None);
    assert!(html.contains("<blockquote lang=\"ar\" dir=\"rtl\">"), "{html}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_words_become_markup(words in "[<>&\"'a-z\\[\\]()*_`\\\\! ]{1,24}") {
        let state = hostile(&words);
        let html = written(&state, "q", 0, Format::Html, "en", &["fr", "ar"], None);
        let names: Vec<&str> = tags(&html).iter().map(|tag| tag.split(' ').next().unwrap()).collect();
        prop_assert_eq!(names, [
            "figure", "blockquote", "p", "/p", "/blockquote",
            "blockquote", "p", "small", "/small", "/p", "/blockquote",
            "figcaption", "a", "/a", "/figcaption", "/figure",
        ]);
        let markdown = written(&state, "q", 0, Format::Markdown, "en", &["fr"], None);
        let mut before = ' ';
        let mut brackets = 0;
        for letter in markdown.chars() {
            if before == '\\' {
                before = ' ';
                continue;
            }
            brackets += u32::from(letter == '[');
            before = letter;
        }
        prop_assert_eq!(brackets, 1, "{}", markdown);
    }

    #[test]
    fn every_fragment_leads_back(widget in "[a-z:~%é ]{0,6}", base in 0_usize..4) {
        let mut state = state();
        for kind in [Kind::Event, Kind::Quote] {
            let number = base * 3;
            let target = quote_timeline::dossier::Target { kind, number };
            let several = kind == Kind::Quote && base < state.dossier().quotes[number].readings.len();
            if several {
                state.update(Message::Base { quote: number, reading: base });
            }
            let fragment = state.fragment(target, &widget).unwrap();
            let place = state.place(&fragment, &widget).unwrap();
            prop_assert_eq!(place.target, target);
            prop_assert_eq!(place.base, several.then_some(base));
            prop_assert!(fragment.is_ascii() && !fragment.contains([' ', '#']));
        }
    }

    #[test]
    fn fragments_of_the_page_name_nothing_here(fragment in "[a-z:~%0-9]{0,12}") {
        // No identifier of the affair is one word of twelve letters.
        prop_assert_eq!(state().place(&fragment, ""), None);
    }
}

#[test]
fn a_comparison_is_named_by_its_base() {
    let mut state = state();
    let target = state.index().target("two-ranges").unwrap();
    assert_eq!(state.fragment(target, "").as_deref(), Some("two-ranges"));
    for (reading, fragment) in [
        (0, "two-ranges~press-review-2024-02-28"),
        (1, "two-ranges~maddyness-2024-03-12"),
        // The same article again, in a subheading: it has no name of its own.
        (2, "two-ranges~3"),
    ] {
        state.update(Message::Base { quote: target.number, reading });
        assert_eq!(state.fragment(target, "").as_deref(), Some(fragment));
        assert_eq!(state.place(fragment, "").unwrap().base, Some(reading));
    }
    assert_eq!(state.fragment(target, "left").as_deref(), Some("left:two-ranges~3"));
    assert!(state.place("left:two-ranges", "right").is_none());
    assert!(state.place("left:two-ranges", "").is_none());
    assert!(state.place("two-ranges", "left").is_some(), "a link from before there were two");
    for foreign in ["", "comments", "mistral-ai", "maddyness-2024-03-12", "paris-event~2", "%", ":"]
    {
        assert_eq!(state.place(foreign, ""), None, "{foreign}");
    }
    assert_eq!(state.place("two-ranges~nobody", "").unwrap().base, None, "the quote at least");
}
