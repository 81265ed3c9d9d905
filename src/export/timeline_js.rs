//! TimelineJS JSON, as its documentation has it today (timeline.knightlab.com/docs/json-format).
//!
//! What came from TimelineJS goes back unchanged. Of anything else the dates become numbers, with
//! the date in words beside them where numbers do not say it all, and the words are those of the
//! dossier's first language.

use super::escape::html;
use super::json_text::JsonText;
use super::lookup::Lookup;
use super::lost::Losses;
use super::point::{Point, Span, push_signed};
use super::sink::Sink;
use super::{dates_in, first_language, or_nothing};
use crate::dossier::{Dossier, Language, Media, Wording};
use crate::edtf::{Builtin, Edtf, Length, words};
use crate::join::join;

/// Beyond these years, browsers' dates end and TimelineJS needs another scale.
const HUMAN_YEARS: i64 = 200_000;

#[inline(never)]
pub(super) fn write(dossier: &Dossier, lost: &mut Losses) -> String {
    let mut json = JsonText::default();
    let language = first_language(dossier);
    let look = Lookup::new(dossier);
    json.open("", '}');
    if dossier.events.iter().map(|event| &event.date).any(is_cosmological) {
        json.text("scale", "cosmological");
    }
    let Dossier { title, summary, text, .. } = dossier;
    let worded = !(title.is_empty() && summary.is_empty() && text.is_empty());
    if worded || dossier.media.is_some() {
        json.open("title", '}');
        words_of(&mut json, language, title, summary, text);
        media(&mut json, language, dossier.media.as_ref());
        json.close();
    }
    json.open("events", ']');
    for event in &dossier.events {
        json.open("", '}');
        json.text("unique_id", event.id.as_str());
        let span = Span::of(&event.date);
        // An event without a beginning stands at its end.
        date(&mut json, "start_date", Some(span.first()));
        date(&mut json, "end_date", span.last());
        if let Some(words) = display_date(language, &event.date_text, &event.date, &span) {
            json.text("display_date", &words);
        }
        if !span.exact_in_parts {
            lost.doubt("events[].date");
        }
        words_of(&mut json, language, &event.title, &event.summary, &event.text);
        media(&mut json, language, event.media.as_ref());
        if let Some(topic) = look.topic(event) {
            json.text("group", &html(topic.name.text(language)));
            lost.carried("events[].entities");
        }
        json.close();
    }
    json.close();
    groups(dossier, lost);
    if !dossier.eras.is_empty() {
        json.open("eras", ']');
        for era in &dossier.eras {
            json.open("", '}');
            let span = Span::of(&era.date);
            date(&mut json, "start_date", Some(span.first()));
            date(&mut json, "end_date", span.last().or(Some(span.first())));
            if !span.exact_in_parts {
                lost.doubt("eras[].date");
            }
            words_of(&mut json, language, &era.title, &era.summary, &Wording::default());
            json.close();
        }
        json.close();
    }
    json.close();
    json.finish()
}

/// Themes, which are groups here, are carried as far as they are nothing but a name.
pub(super) fn groups(dossier: &Dossier, lost: &mut Losses) {
    let look = Lookup::new(dossier);
    let mut used = Vec::new();
    for event in &dossier.events {
        if let Some(topic) = look.topic(event)
            && topic.description.is_empty()
            && topic.aliases.is_empty()
            && !used.contains(&&topic.id)
        {
            used.push(&topic.id);
            lost.carried("entities");
        }
    }
}

fn is_cosmological(date: &Edtf) -> bool {
    let span = Span::of(date);
    let last = span.last().unwrap_or(span.first());
    span.first().year.abs() > HUMAN_YEARS || last.year.abs() > HUMAN_YEARS
}

/// A date in numbers, as texts like in TimelineJS's own examples: readers take a time of three
/// zeros for none.
fn date(json: &mut JsonText, key: &str, point: Option<&Point>) {
    let Some(point) = point else { return };
    json.open(key, '}');
    number(json, "year", point.historical_year());
    for (place, key) in ["month", "day", "hour", "minute", "second"].into_iter().enumerate() {
        if let Some(part) = point.part(place + 1) {
            number(json, key, part);
        }
    }
    if point.lone_day > 0 {
        number(json, "day", point.lone_day.into());
    }
    json.close();
}

fn number(json: &mut JsonText, key: &str, number: i64) {
    let mut text = String::new();
    push_signed(&mut text, number);
    json.text(key, &text);
}

/// What is shown in place of the date: its own words, or those that numbers cannot say.
pub(super) fn display_date(
    language: Language,
    own: &Wording,
    date: &Edtf,
    span: &Span,
) -> Option<String> {
    let own = own.text(language);
    if !own.is_empty() {
        Some(html(own))
    } else if !span.exact_in_parts {
        Some(words(date, dates_in(language), Length::Long, &Builtin))
    } else {
        None
    }
}

/// What stands above and below: the summary is plain text, the text HTML.
fn words_of(
    json: &mut JsonText,
    language: Language,
    title: &Wording,
    summary: &Wording,
    text: &Wording,
) {
    json.open("text", '}');
    if !title.is_empty() {
        json.text("headline", &html(title.text(language)));
    }
    json.some("text", &body(language, summary, text));
    json.close();
}

/// Summary and text in one.
pub(super) fn body(language: Language, summary: &Wording, text: &Wording) -> String {
    let text = text.text(language);
    if summary.is_empty() {
        return text.to_owned();
    }
    let summary = html(summary.text(language));
    if text.is_empty() { summary } else { join(&["<p>", &summary, "</p>", text]) }
}

fn media(json: &mut JsonText, language: Language, media: Option<&Media>) {
    let Some(media) = media else { return };
    json.open("media", '}');
    json.text("url", &media.url);
    json.some("caption", media.caption.text(language));
    json.some("credit", media.credit.text(language));
    json.some("thumbnail", or_nothing(&media.thumbnail));
    json.some("alt", media.alt.text(language));
    json.some("link", or_nothing(&media.link));
    json.close();
}
