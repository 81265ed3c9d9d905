//! TimelineJS JSON (timeline.knightlab.com, "JSON format"), and the form before it, in which all is
//! within `{"timeline": ...}`.

use super::super::json::Type;
use super::super::problem::Code;
use super::super::row::Row;
use super::super::{Dossier, Media};
use super::moment::{Found, PARTS, from_parts, from_text};
use super::{Made, Slide, media, plain_words, rich_text};

/// The keys of media: address, caption, credit, thumbnail, alternative text, title, link.
const MEDIA: [&str; 7] = ["url", "caption", "credit", "thumbnail", "alt", "title", "link"];
const ASSET: [&str; 7] = ["media", "caption", "credit", "thumbnail", "alt", "title", "link"];

/// Whether a row of `events` or `eras` is TimelineJS's rather than a dossier's own.
pub(in super::super) fn is_slide(row: &Row) -> bool {
    row.has("start_date")
        || row.has("unique_id")
        || !row.has("date") && row.holds_key("text", &["headline", "text"])
}

/// Reads an event.
pub(super) fn event(row: &mut Row, dossier: &mut Dossier, made: &mut Made) -> Option<()> {
    let slide = slide(row);
    let date = slide.date(row, "start_date")?;
    slide.add_event(row, (date, "unique_id"), dossier, made);
    Some(())
}

/// Reads an era.
pub(super) fn era(row: &mut Row, dossier: &mut Dossier) -> Option<()> {
    let slide = slide(row);
    let date = slide.date(row, "start_date")?;
    slide.add_era(row, date, dossier);
    Some(())
}

/// Reads the title slide.
fn title_slide(row: &mut Row, dossier: &mut Dossier) {
    row.foreign = true;
    let mut slide = words(row);
    slide.media = media_of(row, "media", MEDIA, &mut slide.text);
    slide.add_title(row, dossier);
}

/// Reads the title where it is in a list: its first element counts.
pub(super) fn title_of_list(row: &mut Row, dossier: &mut Dossier) -> Option<()> {
    if !(dossier.title.is_empty() && dossier.text.is_empty()) {
        row.problem(Code::Duplicate, &["a dossier has one title; this one is left out"]);
        return None;
    }
    title_slide(row, dossier);
    Some(())
}

/// Reads an event of the old form.
pub(super) fn old_event(row: &mut Row, dossier: &mut Dossier, made: &mut Made) -> Option<()> {
    let slide = old_slide(row);
    let date = slide.date(row, "startDate")?;
    slide.add_event(row, (date, "uniqueid"), dossier, made);
    Some(())
}

/// Reads an era of the old form.
pub(super) fn old_era(row: &mut Row, dossier: &mut Dossier) -> Option<()> {
    let slide = old_slide(row);
    let date = slide.date(row, "startDate")?;
    slide.add_era(row, date, dossier);
    Some(())
}

/// Reads what stands beside the lists, if that is not a dossier's own.
pub(super) fn old_title(row: &mut Row, dossier: &mut Dossier) {
    if row.has("timeline.headline") {
        dossier.title = super::wording(&plain_words(row, "timeline.headline"));
    }
    let mut text = rich_text(row, "timeline.text");
    if row.has("timeline.asset") {
        dossier.media = media_of(row, "timeline.asset", ASSET, &mut text);
    }
    if !text.is_empty() {
        let before = dossier.text.text(super::super::Language::UNDETERMINED);
        dossier.text = super::wording(&crate::join::join(&[before, &text]));
    }
}

fn slide(row: &mut Row) -> Slide {
    row.foreign = true;
    let mut slide = words(row);
    let display = plain_words(row, "display_date");
    let (mut from, mut to) = (String::new(), String::new());
    slide.start = date(row, "start_date", Code::Date, &mut from);
    slide.end = date(row, "end_date", Code::Mended, &mut to).ok().flatten();
    if !from.is_empty() && !to.is_empty() && from != to {
        from.push_str(" – ");
        from.push_str(&std::mem::take(&mut to));
    }
    slide.date_text = if display.is_empty() { from.clone() } else { display };
    for words in [from, to] {
        if !words.is_empty() && words != slide.date_text {
            let parts =
                ["“", &words, "” is left out: words are kept for the whole date or its start"];
            row.problem(Code::NotCarried, &parts);
        }
    }
    slide.media = media_of(row, "media", MEDIA, &mut slide.text);
    slide.topic = plain_words(row, "group");
    slide
}

/// The headline and the text.
fn words(row: &mut Row) -> Slide {
    let mut slide = Slide::empty();
    if row.holds("text").is_some_and(Type::is_text) {
        slide.text = rich_text(row, "text");
        return slide;
    }
    row.row("text", &mut |row| {
        row.foreign = true;
        slide.title = plain_words(row, "headline");
        slide.text = rich_text(row, "text");
        Some(())
    });
    slide
}

fn date(row: &mut Row, key: &str, code: Code, words: &mut String) -> Found {
    if row.holds(key).is_some_and(Type::is_text) {
        return match row.filled(key) {
            Some(node) => from_text(row, &node, key, code),
            None => Ok(None),
        };
    }
    let mut found = Ok(None);
    row.row(key, &mut |row| {
        row.foreign = true;
        *words = plain_words(row, "display_date");
        found = from_parts(row, &PARTS, "time", code);
        Some(())
    });
    found
}

fn media_of(row: &mut Row, key: &str, keys: [&str; 7], text: &mut String) -> Option<Media> {
    let mut found = None;
    if row.holds(key).is_some_and(Type::is_text) {
        return media(row, [key, "", "", "", "", "", ""], text);
    }
    row.row(key, &mut |row| {
        row.foreign = true;
        found = media(row, keys, text);
        Some(())
    });
    found
}

fn old_slide(row: &mut Row) -> Slide {
    row.foreign = true;
    let mut slide = Slide::empty();
    slide.title = plain_words(row, "headline");
    slide.text = rich_text(row, "text");
    slide.start = old_date(row, "startDate", Code::Date);
    slide.end = old_date(row, "endDate", Code::Mended).ok().flatten();
    slide.media = media_of(row, "asset", ASSET, &mut slide.text);
    slide.topic = plain_words(row, "tag");
    slide
}

fn old_date(row: &mut Row, key: &str, code: Code) -> Found {
    match row.filled(key) {
        Some(node) => from_text(row, &node, key, code),
        None => Ok(None),
    }
}
