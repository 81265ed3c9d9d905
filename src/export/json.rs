//! The project's own format, every field of the model: what the reader reads back is the same.

use super::json_text::JsonText;
use super::sink::Sink;
use crate::dossier::{
    Article, ArticleKind, Dossier, Entity, EntityKind, Era, Event, Figure, FigureReading, Id,
    Media, Part, Piece, Quote, Reading, Source, Status, Text, Translation, TranslatorKind,
};
use crate::edtf::Edtf;

#[inline(never)]
pub(super) fn write(dossier: &Dossier) -> String {
    let mut json = JsonText::default();
    fields(&mut json, dossier);
    json.finish()
}

// Each takes its struct apart, so that a field that is added to the model cannot be forgotten here.

/// Hands over every field.
pub(super) fn fields(to: &mut dyn Sink, dossier: &Dossier) {
    let Dossier {
        languages,
        title,
        summary,
        text,
        media,
        translator,
        articles,
        entities,
        events,
        eras,
        quotes,
        figures,
        parts,
    } = dossier;
    to.open("", '}');
    if !languages.is_empty() {
        to.open("languages", ']');
        for language in languages {
            to.text("", language.as_str());
        }
        to.close();
    }
    to.wording("title", title);
    to.wording("summary", summary);
    to.wording("text", text);
    self::media(to, media.as_ref());
    to.wording("translator", translator);
    list(to, "articles", articles, article);
    list(to, "entities", entities, entity);
    list(to, "events", events, event);
    list(to, "eras", eras, era);
    list(to, "quotes", quotes, quote);
    list(to, "figures", figures, figure);
    list(to, "parts", parts, part);
    to.close();
}

/// A list of objects; nothing where it is empty.
fn list<T>(to: &mut dyn Sink, key: &str, items: &[T], fields: fn(&mut dyn Sink, &T)) {
    if items.is_empty() {
        return;
    }
    to.open(key, ']');
    for item in items {
        to.open("", '}');
        fields(to, item);
        to.close();
    }
    to.close();
}

fn some(to: &mut dyn Sink, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        to.text(key, value);
    }
}

fn date(to: &mut dyn Sink, date: Option<&Edtf>) {
    some(to, "date", date.map(Edtf::text).as_deref());
}

fn reference(to: &mut dyn Sink, key: &str, id: Option<&Id>) {
    some(to, key, id.map(Id::as_str));
}

fn references(to: &mut dyn Sink, ids: &[Id]) {
    if ids.is_empty() {
        return;
    }
    to.open("entities", ']');
    for id in ids {
        to.text("", id.as_str());
    }
    to.close();
}

/// The word of the format for a value.
pub(super) fn word<T: PartialEq + 'static>(words: &[(&'static str, T)], value: &T) -> &'static str {
    words.iter().find(|(_, own)| own == value).map_or("", |(word, _)| word)
}

fn article(to: &mut dyn Sink, article: &Article) {
    let Article { id, outlet, headline, author, date, language, kind, url, file, note } = article;
    to.text("id", id.as_str());
    to.wording("outlet", outlet);
    some(to, "headline", headline.as_deref());
    some(to, "author", author.as_deref());
    self::date(to, date.as_ref());
    to.text("language", language.as_str());
    to.text("kind", word(&ArticleKind::ALL, kind));
    some(to, "url", url.as_deref());
    some(to, "file", file.as_deref());
    to.wording("note", note);
}

fn entity(to: &mut dyn Sink, entity: &Entity) {
    let Entity { id, name, kind, description, aliases } = entity;
    to.text("id", id.as_str());
    to.wording("name", name);
    to.text("kind", word(&EntityKind::ALL, kind));
    to.wording("description", description);
    if !aliases.is_empty() {
        to.open("aliases", ']');
        for alias in aliases {
            to.text("", alias);
        }
        to.close();
    }
}

fn event(to: &mut dyn Sink, event: &Event) {
    let Event { id, date, date_text, title, summary, text, media, entities, sources } = event;
    to.text("id", id.as_str());
    self::date(to, Some(date));
    to.wording("date_text", date_text);
    to.wording("title", title);
    to.wording("summary", summary);
    to.wording("text", text);
    self::media(to, media.as_ref());
    references(to, entities);
    list(to, "sources", sources, source);
}

fn source(to: &mut dyn Sink, source: &Source) {
    let Source { article, words, note } = source;
    reference(to, "article", article.as_ref());
    some(to, "words", words.as_deref());
    to.wording("note", note);
}

fn media(to: &mut dyn Sink, media: Option<&Media>) {
    let Some(Media { url, alt, caption, credit, link, thumbnail }) = media else { return };
    to.open("media", '}');
    to.text("url", url);
    to.wording("alt", alt);
    to.wording("caption", caption);
    to.wording("credit", credit);
    some(to, "link", link.as_deref());
    some(to, "thumbnail", thumbnail.as_deref());
    to.close();
}

fn era(to: &mut dyn Sink, era: &Era) {
    let Era { date, title, summary } = era;
    self::date(to, Some(date));
    to.wording("title", title);
    to.wording("summary", summary);
}

fn part(to: &mut dyn Sink, part: &Part) {
    let Part { src, start, end, events, quotes } = part;
    to.text("src", src);
    to.text("start", &start.text());
    to.text("end", &end.text());
    for (key, counts) in [("events", events), ("quotes", quotes)] {
        if counts.is_empty() {
            continue;
        }
        to.open(key, ']');
        for count in counts {
            to.number("", (*count).into());
        }
        to.close();
    }
}

fn quote(to: &mut dyn Sink, quote: &Quote) {
    let Quote { id, speaker, role, occasion, date, event, entities, readings } = quote;
    to.text("id", id.as_str());
    reference(to, "speaker", speaker.as_ref());
    to.wording("role", role);
    to.wording("occasion", occasion);
    self::date(to, date.as_ref());
    reference(to, "event", event.as_ref());
    references(to, entities);
    list(to, "readings", readings, reading);
}

fn reading(to: &mut dyn Sink, reading: &Reading) {
    let Reading { article, language, status, text, place, via, note, translations } = reading;
    reference(to, "article", article.as_ref());
    to.text("language", language.as_str());
    to.text("status", word(&Status::ALL, status));
    pieces(to, text);
    to.wording("place", place);
    if !via.is_empty() {
        to.open("via", ']');
        for station in via {
            if station.entries().next().is_none() {
                // A station of which nothing is said is still one.
                to.open("", '}');
                to.close();
            }
            to.wording("", station);
        }
        to.close();
    }
    to.wording("note", note);
    list(to, "translations", translations, translation);
}

fn translation(to: &mut dyn Sink, translation: &Translation) {
    let Translation { language, by, kind, text, segments } = translation;
    to.text("language", language.as_str());
    to.wording("by", by);
    to.text("kind", word(&TranslatorKind::ALL, kind));
    pieces(to, text);
    some(to, "segments", segments.as_deref());
}

fn pieces(to: &mut dyn Sink, text: &Text) {
    if let [Piece::Words(words)] = text.0.as_slice() {
        to.text("text", words);
        return;
    }
    to.open("text", ']');
    for piece in &text.0 {
        match piece {
            Piece::Words(words) => to.text("", words),
            Piece::Outside(words) => {
                to.open("", '}');
                to.text("outside", words);
                to.close();
            }
        }
    }
    to.close();
}

fn figure(to: &mut dyn Sink, figure: &Figure) {
    let Figure { id, title, entities, event, readings } = figure;
    to.text("id", id.as_str());
    to.wording("title", title);
    references(to, entities);
    reference(to, "event", event.as_ref());
    list(to, "readings", readings, figure_reading);
}

fn figure_reading(to: &mut dyn Sink, reading: &FigureReading) {
    let FigureReading { article, text, value, unit, translation, note } = reading;
    reference(to, "article", article.as_ref());
    to.text("text", text);
    some(to, "value", value.as_deref());
    some(to, "unit", unit.as_deref());
    to.wording("translation", translation);
    to.wording("note", note);
}
