//! The embedded dossier, held against what it must contain.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop at what is wrong")]

use std::path::PathBuf;

use quote_timeline::collate::segments::segments;
use quote_timeline::dossier::verify::{Run, Verdict, verify};
use quote_timeline::dossier::{ArticleKind, Dossier, Language, Quote, Status, read};
use quote_timeline::edtf::Edtf;

fn affair() -> Dossier {
    let (dossier, problems) = read(include_bytes!("../data/affair.json")).expect("readable");
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, [""; 0]);
    dossier
}

fn quote<'a>(dossier: &'a Dossier, words: &str) -> &'a Quote {
    let has =
        |quote: &&Quote| quote.readings.iter().any(|reading| reading.text.plain().contains(words));
    dossier.quotes.iter().find(has).unwrap_or_else(|| panic!("no quote says “{words}”"))
}

#[test]
fn all_five_articles_are_there_and_say_what_they_do_not_say() {
    let dossier = affair();
    let kinds: Vec<ArticleKind> = dossier.articles.iter().map(|article| article.kind).collect();
    assert_eq!(kinds.len(), 5);
    for kind in [ArticleKind::Agency, ArticleKind::PressReview, ArticleKind::Interview] {
        assert!(kinds.contains(&kind));
    }
    for article in &dossier.articles {
        assert!(article.file.is_some(), "{:?} names its file", article.id);
        let silent = article.outlet.is_empty() || article.headline.is_none();
        let inferred = article.date.as_ref().is_none_or(Edtf::is_uncertain);
        if silent || inferred {
            for language in [Language::FRENCH, Language::ENGLISH] {
                assert_eq!(article.note.get(language).0, language, "{:?} has a note", article.id);
            }
        }
    }
}

#[test]
fn every_reading_has_its_english_aligned_piece_by_piece() {
    for quote in &affair().quotes {
        for reading in &quote.readings {
            let english = reading
                .translations
                .iter()
                .find(|own| own.language == Language::ENGLISH)
                .unwrap_or_else(|| panic!("“{}” has no English", reading.text.plain()));
            let pieces = (reading.text.0.len(), english.text.0.len());
            let aligned = segments(pieces.0, pieces.1, english.segments.as_deref()).unwrap();
            assert!(aligned.count > 0, "“{}” is aligned", reading.text.plain());
        }
    }
}

#[test]
fn the_four_statements_that_several_articles_print_are_one_quote_each() {
    let dossier = affair();
    for (words, at_least) in [
        ("Le but n'est pas", 2),
        ("ouvrir le capot", 2),
        ("financer la recherche coûteuse", 3),
        ("d'avoir deux gammes", 3),
    ] {
        let readings = &quote(&dossier, words).readings;
        assert!(readings.len() >= at_least, "{words}: {}", readings.len());
        let agency = readings.iter().filter(|reading| reading.status == Status::BackTranslation);
        assert!(agency.count() >= 1, "{words}: the agency's reading is a back-translation");
    }
}

#[test]
fn short_quotations_are_not_forgotten() {
    let dossier = affair();
    for words in [
        "bluffants",
        "abandonner",
        "vivier d'innovation",
        "technologie révolutionnaire",
        "tourne le dos à l'open source",
        "Nous allons examiner",
        "virage stratégique aux allures de séisme",
    ] {
        // Apostrophes are kept as printed, straight or curly.
        let curly = words.replace('\'', "’");
        let said = dossier.quotes.iter().flat_map(|quote| &quote.readings);
        let mut said = said.map(|reading| reading.text.plain());
        assert!(said.any(|text| text.contains(words) || text.contains(&curly)), "{words}");
    }
}

#[test]
fn every_title_is_in_both_languages_and_every_event_has_a_source() {
    let dossier = affair();
    let both = [Language::FRENCH, Language::ENGLISH];
    for event in &dossier.events {
        assert!(!event.sources.is_empty(), "{:?}", event.id);
        assert!(event.sources.iter().all(|source| source.article.is_some()));
        for language in both {
            assert_eq!(event.title.get(language).0, language, "{:?}", event.id);
            assert_eq!(event.summary.get(language).0, language, "{:?}", event.id);
        }
    }
    for entity in &dossier.entities {
        for language in both {
            assert_eq!(entity.description.get(language).0, language, "{:?}", entity.id);
        }
    }
    let dates: Vec<String> = dossier.events.iter().map(|event| event.date.to_string()).collect();
    for imprecise in ["2023-04", "2023-23", "2023-12", "2024-02-2X"] {
        assert!(dates.iter().any(|date| date.starts_with(imprecise)), "{imprecise} in {dates:?}");
    }
}

#[test]
fn the_figures_that_differ_stand_reading_by_reading() {
    let dossier = affair();
    let printed: Vec<&str> = dossier
        .figures
        .iter()
        .flat_map(|figure| &figure.readings)
        .map(|reading| reading.text.as_ref())
        .collect();
    for words in ["16 millions de dollars", "15 millions d'euros", "2 milliards", "5 milliards"] {
        assert!(printed.iter().any(|text| text.contains(words)), "{words} in {printed:?}");
    }
}

/// Where the articles are at hand, every word is looked up in them; a clone without them passes.
#[test]
fn every_word_is_in_its_article() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    if !folder.is_dir() {
        return;
    }
    let runs = verify(&affair(), &|article| {
        std::fs::read_to_string(folder.join(article.file.as_deref()?)).ok()
    });
    let other: Vec<&Run> = runs.iter().filter(|run| run.verdict != Verdict::Exact).collect();
    assert_eq!(other, [] as [&Run; 0]);
    assert!(runs.len() > 100, "{} runs were looked up", runs.len());
}
