//! One quote: who said it, and every reading of it beside its translation, rows level.

use web_sys::Element;

use super::cards::article_name;
use super::markup::{Build, append, append_text, button, mark_language, node, set, worded};
use crate::collate::segments::segments;
use crate::dossier::{Language, Quote, Reading, Text, Translation};
use crate::edtf::{Builtin, Edtf, Length, words as date_words};
use crate::phrases::{Phrases, quotation_marks};
use crate::state::State;
use crate::state::runs::{Run, differing, runs};

/// A date in the interface's language.
pub(super) fn date_text(date: &Edtf, length: Length, words: &Phrases) -> String {
    let language = if words.language.matches(Language::FRENCH) {
        crate::edtf::Language::French
    } else {
        crate::edtf::Language::English
    };
    date_words(date, language, length, &Builtin)
}

/// A quote with all its readings.
pub(super) fn quote(state: &State, words: &Phrases, quote: &Quote) -> Element {
    let article = node("article", "quote").with("part", "quote").with("data-id", quote.id.as_str());
    append(&article, &head(state, words, quote));
    for (number, reading) in quote.readings.iter().enumerate() {
        let base = quote.readings.first().filter(|_| number > 0);
        append(&article, &row(state, words, reading, base));
    }
    article
}

fn head(state: &State, words: &Phrases, quote: &Quote) -> Element {
    let head = node("header", "quote-head");
    let speaker = quote.speaker.as_ref().and_then(|id| {
        let number = state.index().number(crate::dossier::Kind::Entity, id)?;
        state.dossier().entities.get(number)
    });
    match speaker {
        Some(entity) => {
            let name = worded("h3", "speaker", &entity.name, words.language);
            append(&head, &name.with("part", "speaker"));
        }
        None => append(&head, &node("h3", "speaker").says(words.unknown_speaker)),
    }
    if !quote.role.is_empty() {
        append(&head, &worded("span", "role", &quote.role, words.language));
    }
    let when = node("span", "when");
    if let Some(date) = &quote.date {
        let date = date_text(date, Length::Long, words);
        let locate = button("", "locate")
            .with("data-locate", quote.id.as_str())
            .with("title", words.in_time)
            .says(&date);
        append(&when, &locate);
    } else {
        append_text(&when, words.undated);
    }
    if !quote.occasion.is_empty() {
        append_text(&when, " · ");
        append(&when, &worded("span", "", &quote.occasion, words.language));
    }
    append(&head, &when);
    head
}

/// The words of a reading in one language, and whose they are.
struct Side<'a> {
    language: Language,
    text: &'a Text,
    translation: Option<&'a Translation>,
}

/// What a reading has in a language: its own words, or a translation.
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
fn row(state: &State, words: &Phrases, reading: &Reading, base: Option<&Reading>) -> Element {
    let row = node("div", "reading").with("part", "reading");
    append(&row, &witness(state, words, reading));
    let both = node("div", "reading-words");
    let (left, right) = state.languages();
    let sides = [side(reading, left), side(reading, right)];
    let aligned = sides
        .iter()
        .flatten()
        .find_map(|side| side.translation)
        .and_then(|translation| {
            let (here, there) = (reading.text.0.len(), translation.text.0.len());
            segments(here, there, translation.segments.as_deref()).ok()
        })
        .unwrap_or_default();
    for (side, language) in sides.iter().zip([left, right]) {
        let cell = node("div", "cell");
        match side {
            Some(own) => {
                let base = base.and_then(|base| side_of_base(base, language));
                let numbers =
                    if own.translation.is_some() { &aligned.target } else { &aligned.source };
                append(&cell, &printed(state, own, numbers, base.as_ref()));
                if let Some(translation) = own.translation {
                    let by = translator(state, translation, words);
                    append(&cell, &node("p", "made").says(&by));
                }
            }
            None => append(&cell, &node("p", "made").says(words.no_translation)),
        }
        append(&both, &cell);
    }
    append(&row, &both);
    row
}

fn side_of_base(base: &Reading, language: Language) -> Option<Side<'_>> {
    side(base, language)
}

/// Whose translation it is.
fn translator(state: &State, translation: &Translation, words: &Phrases) -> String {
    let by = if translation.by.is_empty() { &state.dossier().translator } else { &translation.by };
    words.translator(translation.kind, by.text(words.language))
}

/// The words as a run of segments between the quotation marks of their language.
fn printed(state: &State, side: &Side, numbers: &[Option<u16>], base: Option<&Side>) -> Element {
    let (class, part) = match side.translation {
        Some(_) => ("words rendering", "translation"),
        None => ("words", "original"),
    };
    let line = node("blockquote", class).with("part", part);
    mark_language(&line, side.language);
    let differing =
        base.map_or_else(Vec::new, |base| differing(base.text, side.text, side.language));
    let (open, close) = quotation_marks(side.language);
    append(&line, &node("span", "marks-open").says(open));
    let mut reachable = side.translation.is_none();
    let mut gap = false;
    for run in runs(side.text, numbers, &state.filter().query, &differing) {
        let spaced = starts_with_space(&run);
        if (gap || (run.outside && line_goes_on(&line))) && !spaced {
            append_text(&line, " ");
        }
        let piece = piece(&run);
        if run.segment.is_some() && reachable {
            // One stop a quote; arrow keys go on from there.
            set(&piece, "tabindex", "0");
            reachable = false;
        }
        gap = run.outside && !ends_with_space(&run);
        append(&line, &piece);
    }
    append(&line, &node("span", "marks-close").says(close));
    line
}

fn line_goes_on(line: &Element) -> bool {
    !line.text_content().unwrap_or_default().ends_with(char::is_whitespace)
}

fn starts_with_space(run: &Run) -> bool {
    run.parts.first().is_some_and(|part| part.text.starts_with(char::is_whitespace))
}

fn ends_with_space(run: &Run) -> bool {
    run.parts.last().is_some_and(|part| part.text.ends_with(char::is_whitespace))
}

fn piece(run: &Run) -> Element {
    let piece = node("span", if run.outside { "outside" } else { "seg" });
    if let Some(number) = run.segment {
        set(&piece, "data-seg", &number.to_string());
        set(&piece, "tabindex", "-1");
    }
    if run.outside && run.parts.iter().all(|part| part.text.trim().is_empty()) {
        return piece.says("…");
    }
    for part in &run.parts {
        let mut inner: Option<Element> = None;
        for (on, name, class) in [(part.found, "mark", ""), (part.differs, "span", "differs")] {
            if on {
                let made = node(name, class);
                match inner.take() {
                    Some(around) => inner = Some(made.holds(&around)),
                    None => inner = Some(made.says(part.text)),
                }
            }
        }
        match inner {
            Some(inner) => append(&piece, &inner),
            None => append_text(&piece, part.text),
        }
    }
    piece
}

/// Who prints the words, when, and how they came there.
fn witness(state: &State, words: &Phrases, reading: &Reading) -> Element {
    let line = node("p", "witness");
    let article = state.article(reading.article.as_ref()).map(|(_, article)| article);
    let name = article
        .map_or_else(|| words.unknown_outlet.to_owned(), |article| article_name(article, words));
    append(&line, &node("span", "outlet").says(&name));
    if let Some(date) =
        article.filter(|own| !own.outlet.is_empty()).and_then(|own| own.date.as_ref())
    {
        append(&line, &node("span", "").says(&date_text(date, Length::Long, words)));
    }
    let class = match reading.status {
        crate::dossier::Status::Original => "status-tag original",
        _ => "status-tag",
    };
    append(&line, &node("span", class).says(words.status(reading.status)));
    if !reading.place.is_empty() {
        append(&line, &worded("span", "", &reading.place, words.language));
    }
    if !reading.via.is_empty() {
        let mut path = format!("{}{}", words.via, words.colon);
        for (number, station) in reading.via.iter().enumerate() {
            if number > 0 {
                path.push_str(" → ");
            }
            path.push_str(station.text(words.language));
        }
        append(&line, &node("span", "").says(&path));
    }
    if !reading.note.is_empty() {
        append(&line, &worded("span", "", &reading.note, words.language));
    }
    line
}
