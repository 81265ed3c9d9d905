//! Dossiers in the forms of others: TimelineJS JSON, today's and the old one, and spreadsheets.
//!
//! All of them tell a story in *slides*. Each form has a reader that fills a [`Slide`]; what becomes
//! of a slide is decided here, once.

mod moment;
mod sheet;
mod timelinejs;

use super::index::Kind;
use super::json::Node;
use super::problem::Code;
use super::row::Row;
use super::{Dossier, Entity, EntityKind, Era, Event, Language, Media, Wording};
use crate::collate::letters::{split_first, trim};
use crate::collate::vocabulary::Vocabulary;
use crate::edtf::Edtf;
use crate::join::join;
use crate::rich::{self, Part, plain};
use moment::Found;

pub(super) use sheet::{Columns, choose_languages, row as sheet_row};
pub(super) use timelinejs::is_slide;
use timelinejs::{era, event, old_era, old_event, old_title, title_of_list};

/// Reads a row of the list of that name, or without one what stands beside the lists; says whether
/// the row is kept.
pub(super) type Others = Box<dyn FnMut(&str, &mut Row, &mut Dossier) -> Option<()> + Send + Sync>;

/// Reads the rows of one file in a form of TimelineJS.
pub(super) fn others() -> Others {
    let mut made = Made::default();
    Box::new(move |list, row, dossier| slide(list, row, dossier, &mut made))
}

fn slide(list: &str, row: &mut Row, dossier: &mut Dossier, made: &mut Made) -> Option<()> {
    match list {
        // Before it had its name, the list of events was called slides.
        "events" | "slides" => event(row, dossier, made),
        "eras" => era(row, dossier),
        "title" => title_of_list(row, dossier),
        "date" => old_event(row, dossier, made),
        "era" => old_era(row, dossier),
        _ => {
            old_title(row, dossier);
            Some(())
        }
    }
}

/// The longest title that is made from other words, in characters.
const LONGEST_TITLE: usize = 80;

/// What was made once for many rows, by name: its place in the dossier's list.
#[derive(Default)]
pub(super) struct Made {
    topics: Known,
    speakers: Known,
    articles: Known,
    events: Known,
    quotes: Known,
}

/// Names and the places of what they name.
#[derive(Default)]
struct Known {
    names: Vocabulary,
    places: Vec<usize>,
}

impl Known {
    fn place(&self, name: &str) -> Option<usize> {
        self.places.get(self.names.find(name)? as usize).copied()
    }

    fn add(&mut self, name: &str, place: usize) {
        if self.names.number(name) as usize == self.places.len() {
            self.places.push(place);
        }
    }
}

/// What one slide says.
struct Slide {
    start: Found,
    end: Option<String>,
    /// Words in place of the date's own.
    date_text: String,
    /// The headline, without markup.
    title: String,
    /// HTML.
    text: String,
    media: Option<Media>,
    /// The name of the group.
    topic: String,
}

impl Slide {
    /// One that says nothing yet.
    fn empty() -> Self {
        let (date_text, title) = (String::new(), String::new());
        let (text, topic) = (String::new(), String::new());
        Self { start: Ok(None), end: None, date_text, title, text, media: None, topic }
    }

    /// The date, or the stretch from start to end. What is wrong is reported; without a start
    /// nothing comes back.
    fn date(&self, row: &mut Row, key: &str) -> Option<Edtf> {
        let Ok(start) = &self.start else { return None };
        let Some(start) = start else {
            let parts = ["the “", key, "” is missing: without a date this has no place"];
            row.problem(Code::Missing, &parts);
            return None;
        };
        if let Some(end) = &self.end
            && end != start
        {
            match Edtf::parse(&join(&[start, "/", end])) {
                Ok(date) => return Some(date),
                Err(error) => {
                    let why = error.message();
                    let parts = [
                        "“",
                        end,
                        "” cannot end what starts at “",
                        start,
                        "”: ",
                        &why,
                        "; left out",
                    ];
                    row.problem(Code::Mended, &parts);
                }
            }
        }
        Edtf::parse(start).ok()
    }

    /// The title; where there is none, one from other words of the slide.
    fn title(&mut self, row: &mut Row) -> String {
        if self.title.is_empty() {
            let caption = self.media.as_ref().map(|media| media.caption.entries().next());
            let caption = caption.flatten().map_or("", |(_, caption)| caption);
            let text = words_of(&self.text);
            let caption = words_of(caption);
            let date = self.start.as_ref().ok().and_then(Option::as_deref).unwrap_or_default();
            for words in [&text, &self.date_text, &caption, date] {
                if !words.is_empty() {
                    shorten(words, &mut self.title);
                    break;
                }
            }
            if !self.title.is_empty() {
                let parts = [
                    "there is no headline; the title is made from other words: “",
                    &self.title,
                    "”",
                ];
                row.problem(Code::Mended, &parts);
            }
        }
        std::mem::take(&mut self.title)
    }

    /// Adds an event; hands back its place.
    fn add_event(
        mut self,
        row: &mut Row,
        (date, id_key): (Edtf, &str),
        dossier: &mut Dossier,
        made: &mut Made,
    ) -> usize {
        let title = self.title(row);
        let mut entities = Vec::new();
        if !self.topic.is_empty() {
            entities.push(named(row, &self.topic, EntityKind::Topic, dossier, &mut made.topics));
        }
        let place = dossier.events.len();
        dossier.events.push(Event {
            id: row.id_or(id_key, &title, Kind::Event),
            date,
            date_text: wording(&self.date_text),
            title: wording(&title),
            summary: Wording::default(),
            text: wording(&self.text),
            media: self.media,
            entities,
            sources: Vec::new(),
        });
        place
    }

    /// Adds an era. It has no text of its own, but a summary, in plain words.
    fn add_era(mut self, row: &mut Row, date: Edtf, dossier: &mut Dossier) {
        if self.end.is_none() && !date.is_interval() {
            row.problem(Code::Mended, &["an era without an end is as long as its start"]);
        }
        let title = self.title(row);
        let summary = words_of(&self.text);
        let link = links(&self.text);
        dossier.eras.push(Era { date, title: wording(&title), summary: wording(&summary) });
        self.text = link;
        (self.start, self.end) = (Ok(None), None);
        self.report_rest(row, "an era has only a date, a title and a summary");
    }

    /// Makes it the title of the dossier.
    fn add_title(mut self, row: &mut Row, dossier: &mut Dossier) {
        dossier.title = wording(&self.title(row));
        dossier.text = wording(&std::mem::take(&mut self.text));
        dossier.media = self.media.take();
        self.report_rest(row, "a title has no date and no group");
    }

    /// Reports what is left in it as left out.
    fn report_rest(&self, row: &mut Row, why: &str) {
        let start = self.start.as_ref().ok().and_then(Option::as_deref).unwrap_or_default();
        let end = self.end.as_deref().unwrap_or_default();
        let mut report = |words: &str| {
            if !words.is_empty() {
                row.problem(Code::NotCarried, &["“", words, "” is left out: ", why]);
            }
        };
        for words in [start, end, &self.date_text, &self.title, &self.text, &self.topic] {
            report(words);
        }
        if let Some(media) = &self.media {
            report(&media.url);
            for words in [&media.alt, &media.caption, &media.credit] {
                report(words.text(Language::UNDETERMINED));
            }
            for words in [&media.link, &media.thumbnail] {
                report(words.as_deref().unwrap_or_default());
            }
        }
    }
}

/// The entity of a name, made where there is none.
fn named(
    row: &mut Row,
    name: &str,
    kind: EntityKind,
    dossier: &mut Dossier,
    known: &mut Known,
) -> super::Id {
    if let Some(place) = known.place(name)
        && let Some(entity) = dossier.entities.get(place)
    {
        return entity.id.clone();
    }
    known.add(name, dossier.entities.len());
    let id = row.coin_id(name, Kind::Entity);
    dossier.entities.push(Entity {
        id: id.clone(),
        name: wording(name),
        kind,
        description: Wording::default(),
        aliases: Vec::new(),
    });
    id
}

/// Words of an unknown language, if there are any.
fn wording(text: &str) -> Wording {
    if text.is_empty() { Wording::default() } else { Wording::plain(text) }
}

/// The words of a text where plain words are wanted; a link among them is reported.
fn plain_words(row: &mut Row, key: &str) -> String {
    let Some(node) = row.filled(key) else { return String::new() };
    let links = links(&node.text);
    if !links.is_empty() {
        let parts = ["“", &links, "” is left out: these are plain words in a dossier"];
        row.problem_at(Code::NotCarried, key, node.at, &parts);
    }
    words_of(&node.text)
}

/// The words of a text in HTML, in one line.
fn words_of(html: &str) -> String {
    let text = plain(html);
    let (mut words, mut rest) = (String::new(), text.as_str());
    while let Some((letter, after)) = split_first(rest) {
        rest = after;
        if !letter.is_ascii_whitespace() {
            words.push(letter);
        } else if words.as_bytes().last().is_some_and(|last| *last != b' ') {
            words.push(' ');
        }
    }
    trim(&words).to_owned()
}

/// What a text in HTML has beside its words: the addresses of links and pictures, and the names of
/// what is never shown.
fn links(html: &str) -> String {
    let mut found = String::new();
    rich::read(html, &mut |part| {
        if let Part::Link(name) | Part::Image { address: name, .. } | Part::LeftOut(name) = part {
            found.push_str(if found.is_empty() { "" } else { ", " });
            found.push_str(name);
        }
    });
    found
}

/// The first words, and a sign where some were left out.
fn shorten(words: &str, to: &mut String) {
    let (mut rest, mut count) = (words, 0);
    let mut cut = words;
    while let Some((letter, after)) = split_first(rest) {
        if letter == ' ' {
            cut = rest;
        }
        count += 1;
        if count > LONGEST_TITLE {
            let end = if cut.len() == words.len() { rest.len() } else { cut.len() };
            to.push_str(words.get(..words.len() - end).unwrap_or_default());
            to.push('…');
            return;
        }
        rest = after;
    }
    to.push_str(words);
}

/// A picture, a sound or a film from its parts, each under one of the keys: address (or HTML in its
/// place), caption, credit, thumbnail, alternative text, title, link. Caption and credit without an
/// address go to the end of the text.
fn media(row: &mut Row, keys: [&str; 7], text: &mut String) -> Option<Media> {
    let [url, caption, credit, thumbnail, mut alt, title, link] =
        keys.map(|key| if key.is_empty() { None } else { row.filled(key) });
    let [url_key, caption_key, credit_key, thumbnail_key, alt_key, title_key, link_key] = keys;
    if let Some(title) = title {
        if alt.is_some() {
            let parts = ["“", &title.text, "” is left out: there is an alternative text already"];
            row.problem_at(Code::NotCarried, title_key, title.at, &parts);
        } else {
            alt = Some(title);
        }
    }
    for (key, node) in [(caption_key, &caption), (credit_key, &credit)] {
        if let Some(node) = node {
            row.markup(key, node.at, &node.text);
        }
    }
    let Some(url) = url else {
        for (key, node) in [(caption_key, caption), (credit_key, credit)] {
            let Some(node) = node else { continue };
            text.push_str(&join(&["<p>", &node.text, "</p>"]));
            let message = "there is no address of media; this goes to the end of the text";
            row.problem_at(Code::Mended, key, node.at, &[message]);
        }
        for (key, node) in [(thumbnail_key, thumbnail), (alt_key, alt), (link_key, link)] {
            if let Some(node) = node {
                let parts = ["“", &node.text, "” is left out: there is no picture that it is of"];
                row.problem_at(Code::NotCarried, key, node.at, &parts);
            }
        }
        return None;
    };
    row.check_medium(url_key, &url);
    let words = |node: Option<Node>| node.map_or_else(Wording::default, |it| wording(&it.text));
    let place = |node: Option<Node>| node.map(|it| trim(&it.text).into());
    Some(Media {
        url: trim(&url.text).into(),
        alt: words(alt),
        caption: words(caption),
        credit: words(credit),
        link: place(link),
        thumbnail: place(thumbnail),
    })
}

/// A text in HTML; what is never shown of it is reported.
fn rich_text(row: &mut Row, key: &str) -> String {
    let Some(node) = row.filled(key) else { return String::new() };
    row.markup(key, node.at, &node.text);
    node.text
}
