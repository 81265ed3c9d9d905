//! A spreadsheet: the columns of TimelineJS, then ours for quotations (RFC 4180: lines end in
//! CR LF, quotation marks are doubled).
//!
//! A row is the title, an era, or an event with the first reading of its first quote; further
//! readings follow in rows that repeat date and headline, as the reader of spreadsheets takes them
//! together. Readings of one quote share its `Quote ID`.
//!
//! Spreadsheet programs run a cell that begins with `=`, `+`, `-` or `@` as a formula. Such a text
//! gets an apostrophe before it, which those programs take for "this is text", and which the
//! reader takes off again. The columns of dates are numbers and stay: `-99` is a year.

use super::escape::{html, push_replaced};
use super::json::word;
use super::lookup::Lookup;
use super::lost::Losses;
use super::or_nothing;
use super::point::{Point, Span, push_padded, push_signed};
use super::timeline_js::{body, display_date, groups};
use crate::dossier::{
    Dossier, Era, Event, Id, Language, Media, Quote, Reading, Status, TranslatorKind, Wording,
};

const COLUMNS: [&str; 34] = [
    "Year",
    "Month",
    "Day",
    "Time",
    "End Year",
    "End Month",
    "End Day",
    "End Time",
    "Display Date",
    "Headline",
    "Text",
    "Media",
    "Media Credit",
    "Media Caption",
    "Media Thumbnail",
    "Type",
    "Group",
    "Alt Text",
    "Media Link",
    "ID",
    "Speaker",
    "Role",
    "Occasion",
    "Quote ID",
    "Quote",
    "Language",
    "Status",
    "Translation",
    "Translation Language",
    "Translator",
    "Outlet",
    "Author",
    "Article Date",
    "Address",
];

#[inline(never)]
pub(super) fn write(dossier: &Dossier, lost: &mut Losses) -> String {
    let mut sheet = Sheet {
        text: String::new(),
        cells: vec![String::new(); COLUMNS.len()],
        look: Lookup::new(dossier),
        language: super::first_language(dossier),
        named: vec![false; dossier.articles.len()],
        lost,
    };
    for name in COLUMNS {
        sheet.set(name, name);
    }
    sheet.end_row();
    sheet.title(dossier);
    for era in &dossier.eras {
        sheet.era(era);
    }
    for (number, event) in dossier.events.iter().enumerate() {
        sheet.event(dossier, number, event);
    }
    for quote in &dossier.quotes {
        if quote.event.is_none() {
            for (place, reading) in quote.readings.iter().enumerate() {
                if let Some(date) = &quote.date {
                    sheet.dates(&Span::of(date));
                }
                sheet.reading(quote, place, reading);
                sheet.end_row();
            }
        }
    }
    for _ in sheet.named.iter().filter(|named| !**named) {
        sheet.lost.whole("articles");
    }
    groups(dossier, sheet.lost);
    sheet.text
}

struct Sheet<'a> {
    text: String,
    /// The cells of the row that is being filled.
    cells: Vec<String>,
    look: Lookup<'a>,
    language: Language,
    /// Which articles a row names.
    named: Vec<bool>,
    lost: &'a mut Losses,
}

impl Sheet<'_> {
    #[inline(never)]
    fn set(&mut self, column: &str, value: &str) {
        for (name, cell) in COLUMNS.iter().zip(&mut self.cells) {
            if *name == column {
                value.clone_into(cell);
            }
        }
    }

    /// Plain words where the reader takes HTML.
    fn words(&mut self, column: &str, wording: &Wording) {
        self.set(column, &html(wording.text(self.language)));
    }

    fn end_row(&mut self) {
        for (place, cell) in self.cells.iter_mut().enumerate() {
            if place > 0 {
                self.text.push(',');
            }
            // The first eight are numbers.
            let runs = place > 7 && cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            let quoted = runs || cell.contains([',', ';', '\t', '"', '\r', '\n']);
            if quoted {
                self.text.push('"');
            }
            if runs {
                self.text.push('\'');
            }
            push_replaced(&mut self.text, cell, |letter| if letter == '"' { "\"\"" } else { "" });
            if quoted {
                self.text.push('"');
            }
            cell.clear();
        }
        self.text.push_str("\r\n");
    }

    fn title(&mut self, dossier: &Dossier) {
        let Dossier { title, summary, text, media, .. } = dossier;
        if title.is_empty() && summary.is_empty() && text.is_empty() && media.is_none() {
            return;
        }
        self.set("Type", "title");
        self.slide(title, summary, text, media.as_ref());
        self.end_row();
    }

    fn era(&mut self, era: &Era) {
        self.set("Type", "era");
        let span = Span::of(&era.date);
        self.dates(&span);
        if !span.exact_in_parts {
            self.lost.doubt("eras[].date");
        }
        self.slide(&era.title, &era.summary, &Wording::default(), None);
        self.end_row();
    }

    fn event(&mut self, dossier: &Dossier, number: usize, event: &Event) {
        let span = Span::of(&event.date);
        self.dates(&span);
        if !span.exact_in_parts {
            self.lost.doubt("events[].date");
        }
        if let Some(words) = display_date(self.language, &event.date_text, &event.date, &span) {
            self.set("Display Date", &words);
        }
        self.set("ID", event.id.as_str());
        self.slide(&event.title, &event.summary, &event.text, event.media.as_ref());
        if let Some(topic) = self.look.topic(event) {
            self.words("Group", &topic.name);
            self.lost.carried("events[].entities");
        }
        let mut begun = true;
        for quote in self.look.quotes_of(number) {
            let Some(quote) = dossier.quotes.get(quote) else { continue };
            for (place, reading) in quote.readings.iter().enumerate() {
                if !begun {
                    self.dates(&span);
                    self.words("Headline", &event.title);
                }
                begun = false;
                self.reading(quote, place, reading);
                self.end_row();
            }
        }
        if begun {
            let article = event.sources.first().and_then(|source| source.article.as_ref());
            self.article(article);
            self.end_row();
        }
    }

    fn dates(&mut self, span: &Span) {
        self.date(0, Some(span.first()));
        self.date(4, span.last());
    }

    /// Fills four columns.
    fn date(&mut self, column: usize, point: Option<&Point>) {
        let Some(point) = point else { return };
        for place in 0..6 {
            let (Some(part), Some(cell)) =
                (point.part(place), self.cells.get_mut(column + place.min(3)))
            else {
                break;
            };
            if place == 0 {
                push_signed(cell, point.historical_year());
                continue;
            }
            if place > 3 {
                cell.push(':');
            }
            push_padded(cell, part, if place < 3 { 1 } else { 2 });
        }
        if point.lone_day > 0
            && let Some(cell) = self.cells.get_mut(column + 2)
        {
            push_padded(cell, point.lone_day.into(), 1);
        }
    }

    fn slide(&mut self, title: &Wording, summary: &Wording, text: &Wording, media: Option<&Media>) {
        self.words("Headline", title);
        self.set("Text", &body(self.language, summary, text));
        let Some(Media { url, alt, caption, credit, link, thumbnail }) = media else { return };
        self.set("Media", url);
        self.set("Media Credit", credit.text(self.language));
        self.set("Media Caption", caption.text(self.language));
        self.set("Media Thumbnail", or_nothing(thumbnail));
        self.set("Alt Text", alt.text(self.language));
        self.set("Media Link", or_nothing(link));
    }

    /// The first reading of a quote also says whose it is.
    fn reading(&mut self, quote: &Quote, place: usize, reading: &Reading) {
        self.set("Quote ID", quote.id.as_str());
        if let Some(speaker) = self.look.entity(quote.speaker.as_ref()) {
            self.words("Speaker", &speaker.name);
        }
        if place == 0 {
            self.words("Role", &quote.role);
            self.words("Occasion", &quote.occasion);
        }
        self.set("Quote", &reading.text.plain());
        if reading.language != Language::UNDETERMINED {
            self.set("Language", reading.language.as_str());
        }
        self.set("Status", word(&Status::ALL, &reading.status));
        if let Some(translation) = reading.translations.first() {
            // As the reader takes it: who is named is a person.
            let kind = if translation.by.is_empty() {
                TranslatorKind::Dossier
            } else {
                TranslatorKind::Person
            };
            if translation.kind == kind {
                self.lost.carried("quotes[].readings[].translations[].kind");
            }
            self.set("Translation", &translation.text.plain());
            if translation.language != Language::UNDETERMINED {
                self.set("Translation Language", translation.language.as_str());
            }
            self.words("Translator", &translation.by);
        }
        for _ in reading.translations.iter().skip(1) {
            self.lost.whole("quotes[].readings[].translations");
        }
        self.article(reading.article.as_ref());
    }

    fn article(&mut self, id: Option<&Id>) {
        let Some((number, article)) = self.look.numbered_article(id) else { return };
        if let Some(named) = self.named.get_mut(number) {
            *named = true;
        }
        self.words("Outlet", &article.outlet);
        self.set("Author", &html(or_nothing(&article.author)));
        if let Some(date) = &article.date {
            self.set("Article Date", &date.text());
        }
        self.set("Address", or_nothing(&article.url));
    }
}
