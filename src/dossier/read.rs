//! Bytes to a dossier, read once and checked once.

use super::csv;
use super::foreign::{self, Columns, Made, Others};
use super::index::Kind;
use super::json::{self, Node, Type};
use super::problem::{Code, Position, Problem, path};
use super::references::Notes;
use super::row::Row;
use super::sniff::{self, Format};
use super::{
    Article, ArticleKind, Dossier, Entity, EntityKind, Era, Event, Figure, FigureReading, Language,
    Media, Part, Quote, Reading, Source, Status, Text, Translation, TranslatorKind, Wording,
};
use crate::collate::segments::segments;
use crate::edtf::Edtf;
use crate::join::{digits, join};

/// Reads a dossier that is there as a whole. See [`Reader`].
pub fn read(bytes: &[u8]) -> Result<(Dossier, Vec<Problem>), Problem> {
    let mut reader = Reader::new();
    reader.push(bytes)?;
    reader.finish()
}

/// Reads a dossier from bytes that arrive in slices of any length.
///
/// The bytes decide what they are: the project's own JSON, TimelineJS JSON of today or of old, or a
/// spreadsheet as CSV. Rows that are wrong are dropped or mended and reported one by one; only what
/// is none of these is an error as a whole.
///
/// ```
/// use quote_timeline::dossier::read;
///
/// let (dossier, problems) = read(b"Year,Month,Headline\n-44,3,The Ides\n1999,13,Never\n")?;
/// assert_eq!(dossier.events[0].date.to_string(), "-0043-03");
/// assert_eq!(problems[0].path, "row 3, column B (Month)");
/// # Ok::<(), quote_timeline::dossier::Problem>(())
/// ```
pub struct Reader {
    /// The first bytes, until they tell what the file is.
    start: Vec<u8>,
    format: Option<Format>,
    json: json::Parser,
    sheet: Sheet,
    rows: Rows,
}

impl Reader {
    /// Nothing read yet.
    pub fn new() -> Self {
        Self {
            start: Vec::new(),
            format: None,
            json: json::Parser::new(),
            sheet: Sheet {
                csv: csv::Parser::new(),
                columns: None,
                made: Made::default(),
                refused: None,
            },
            rows: Rows {
                forms: Forms { read: Some(foreign::others()), unread: false },
                ..Rows::default()
            },
        }
    }

    /// Takes in the next bytes.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        if self.format.is_some() {
            return self.feed(bytes, false);
        }
        self.start.extend_from_slice(bytes);
        self.begin(false)
    }

    /// Finds out what the file is, and reads its first bytes.
    fn begin(&mut self, all: bool) -> Result<(), Problem> {
        let Some((format, skip, at)) = sniff::format(&self.start, all)? else { return Ok(()) };
        self.format = Some(format);
        self.json.start(at, format == Format::Script);
        let start = std::mem::take(&mut self.start);
        self.feed(start.get(skip..).unwrap_or_default(), false)
    }

    /// Reads the next bytes, or the end.
    fn feed(&mut self, bytes: &[u8], end: bool) -> Result<(), Problem> {
        let Self { json, sheet, rows, .. } = self;
        if self.format == Some(Format::Csv) {
            return sheet.feed(bytes, end, rows);
        }
        rows.feed(json, bytes, end)
    }

    /// Hands back the dossier, and what was wrong with it, in the order of the text.
    pub fn finish(mut self) -> Result<(Dossier, Vec<Problem>), Problem> {
        if self.format.is_none() {
            self.begin(true)?;
        }
        self.feed(&[], true)?;
        let (mut dossier, problems) = self.rows.finish();
        if self.sheet.columns.is_some() {
            foreign::choose_languages(&mut dossier);
        }
        Ok((dossier, problems))
    }
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}

/// Reads a dossier in the project's own JSON alone; nothing where the text is in another form, which
/// [`read`] reads. A program that calls only this one has none of the code for the others.
///
/// ```
/// use quote_timeline::dossier::read_own;
///
/// let own = read_own(br#"{"events": [{"id": "ides", "date": "-0043-03", "title": "Ides"}]}"#)?;
/// assert_eq!(own.map(|(dossier, _)| dossier.events.len()), Some(1));
/// assert!(read_own(b"Year,Month,Headline\n-44,3,The Ides\n")?.is_none());
/// # Ok::<(), quote_timeline::dossier::Problem>(())
/// ```
pub fn read_own(bytes: &[u8]) -> Result<Option<(Dossier, Vec<Problem>)>, Problem> {
    let mut reader = OwnReader::new();
    if reader.push(bytes)? { reader.finish() } else { Ok(None) }
}

/// Reads one of the parts of a dossier: its rows may refer to what stands in another. What leads nowhere
/// is reported as ever, and kept.
///
/// ```
/// use quote_timeline::dossier::read_part;
///
/// let text = br#"{"quotes": [{"id": "q", "event": "in-another-file", "readings": [{"text": "Words"}]}]}"#;
/// let (dossier, problems) = read_part(text)?;
/// assert!(dossier.quotes[0].event.is_some());
/// assert_eq!(problems[0].path, "quotes[0].event");
/// # Ok::<(), quote_timeline::dossier::Problem>(())
/// ```
pub fn read_part(bytes: &[u8]) -> Result<(Dossier, Vec<Problem>), Problem> {
    let mut reader = OwnReader::new();
    reader.rows.is_part = true;
    let own = if reader.push(bytes)? { reader.finish()? } else { None };
    own.ok_or_else(|| Problem {
        code: Code::Syntax,
        severity: Code::Syntax.severity(),
        path: String::new(),
        line: 1,
        column: 1,
        message: "a part is a dossier in the project's own JSON".to_owned(),
    })
}

/// Reads a dossier in the project's own JSON alone, from bytes that arrive in slices of any length.
/// What is read does not depend on where they are cut.
///
/// ```
/// use quote_timeline::dossier::OwnReader;
///
/// let mut reader = OwnReader::new();
/// assert!(reader.push(br#"{"events": [{"id": "ides", "date": "-0043-03", "ti"#)?);
/// assert!(reader.push(br#"tle": "The Ides"}, {"id": "#)?);
/// assert_eq!(reader.so_far().events.len(), 1);
/// assert!(reader.push(br#""rubicon", "date": "-0048-01-10", "title": "The Rubicon"}]}"#)?);
/// let own = reader.finish()?;
/// assert_eq!(own.map(|(dossier, _)| dossier.events.len()), Some(2));
/// assert!(!OwnReader::new().push(b"Year,Month,Headline\n")?);
/// # Ok::<(), quote_timeline::dossier::Problem>(())
/// ```
#[derive(Default)]
pub struct OwnReader {
    /// The first bytes, until they tell whether it is JSON.
    start: Vec<u8>,
    json: Option<json::Parser>,
    rows: Rows,
}

impl OwnReader {
    /// Nothing read yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in the next bytes. `false`: the text is in another form, and more need not be told.
    pub fn push(&mut self, bytes: &[u8]) -> Result<bool, Problem> {
        let Self { start, json, rows } = self;
        let done = if let Some(json) = json {
            rows.feed(json, bytes, false)
        } else {
            start.extend_from_slice(bytes);
            let Some(text) = sniff::json(start) else { return Ok(sniff::is_open(start)) };
            rows.feed(json.insert(json::Parser::new()), text, false)
        };
        self.own(done)
    }

    /// Whether it is in the project's own form: what only looks broken may be whole in another.
    fn own(&mut self, done: Result<(), Problem>) -> Result<bool, Problem> {
        if self.rows.forms.unread {
            return Ok(false);
        }
        done.map(|()| true)
    }

    /// What has been read so far. References in it may still lead nowhere.
    pub fn so_far(&self) -> &Dossier {
        &self.rows.dossier
    }

    /// Hands back the dossier, and what was wrong with it, in the order of the text; nothing where it
    /// is in another form.
    pub fn finish(mut self) -> Result<Option<(Dossier, Vec<Problem>)>, Problem> {
        let Some(json) = &mut self.json else { return Ok(None) };
        let done = self.rows.feed(json, &[], true);
        Ok(self.own(done)?.then(|| self.rows.finish()))
    }
}

/// A spreadsheet.
struct Sheet {
    csv: csv::Parser,
    /// What the first row says.
    columns: Option<Columns>,
    made: Made,
    /// Why the file is no table.
    refused: Option<Problem>,
}

impl Sheet {
    /// Reads the next bytes, or the end.
    fn feed(&mut self, bytes: &[u8], end: bool, rows: &mut Rows) -> Result<(), Problem> {
        let Self { csv, columns, made, refused } = self;
        let emit = &mut |line, mut cells| {
            let Some(columns) = columns else {
                if refused.is_none() {
                    match Columns::read(cells) {
                        Ok(read) => *columns = Some(read),
                        Err(problem) => *refused = Some(problem),
                    }
                }
                return;
            };
            columns.name(&mut cells);
            let Rows { notes, dossier, .. } = rows;
            let at = Position { line, column: 1 };
            let row = Row::of_cells(at, cells, &columns.headers, notes);
            row.read(&mut |row| foreign::sheet_row(row, dossier, made));
        };
        csv.push(bytes, emit);
        let open = if end { csv.finish(emit) } else { None };
        for at in csv.broken.drain(..) {
            rows.note_broken(at, of_row(at));
        }
        if let Some(at) = open {
            let message = "a quotation mark is opened here and never closed, so all that \
                follows is in this cell";
            rows.notes.problem(Code::Mended, of_row(at), at, &[message]);
        }
        refused.take().map_or(Ok(()), Err)
    }
}

/// The path of a row of a spreadsheet.
fn of_row(at: Position) -> String {
    join(&["row ", &digits(at.line as usize)])
}

/// The rows read so far.
#[derive(Default)]
struct Rows {
    notes: Notes,
    dossier: Dossier,
    forms: Forms,
    /// Whether references may lead to what is in other files.
    is_part: bool,
}

impl Rows {
    /// Reads the next bytes of a JSON file, or its end.
    fn feed(&mut self, json: &mut json::Parser, bytes: &[u8], end: bool) -> Result<(), Problem> {
        let emit = &mut |place, node| self.take(place, node);
        let done = if end { json.finish(emit) } else { json.push(bytes, emit) };
        for at in json.broken.drain(..) {
            self.note_broken(at, String::new());
        }
        done
    }

    /// Takes a piece of a JSON file.
    fn take(&mut self, place: Option<usize>, mut node: Node) {
        let Self { notes, dossier, forms, .. } = self;
        let Some(place) = place else {
            // A row of one key shares the reading and the reports with all other rows.
            Row::of(node, notes).read(&mut |row| {
                whole(row, dossier, forms);
                Some(())
            });
            return;
        };
        let key = std::mem::take(&mut node.key);
        let path = path("", &key, Some(place));
        // The lists of the old form are one level down; some keep today's there too.
        let old = key.strip_prefix("timeline.");
        let name = old.unwrap_or(&key);
        match (name, node.holds) {
            ("languages", _) => {
                language(dossier, notes, path, &node);
                return;
            }
            ("title", Type::Text) if dossier.title.is_empty() => {
                let message = "a title is not a list; the first text in it is the title";
                notes.problem(Code::Mended, path, node.at, &[message]);
                dossier.title = Wording::plain(&node.text);
                return;
            }
            (
                "articles" | "entities" | "events" | "eras" | "quotes" | "figures" | "parts"
                | "title",
                _,
            ) => {}
            ("date" | "era" | "slides", _) if old.is_some() => {}
            _ => {
                let message = "this list is not part of the format, so it is left out";
                notes.problem(Code::UnknownKey, path, node.at, &[message]);
                return;
            }
        }
        let Some(row) = Row::new(&mut node, path, notes) else {
            notes.drop_row();
            return;
        };
        row.read(&mut |row| match name {
            "articles" => article(row, dossier),
            "entities" => entity(row, dossier),
            "events" if !foreign::is_slide(row) => event(row, dossier),
            "eras" if !foreign::is_slide(row) => era(row, dossier),
            "quotes" => quote(row, dossier),
            "figures" => figure(row, dossier),
            "parts" => part(row, dossier),
            _ => forms.row(name, row, dossier),
        });
    }

    /// Reports a text with something in it that is no character.
    fn note_broken(&mut self, at: Position, row: String) {
        let message = "what is not UTF-8 here is shown as �: save the file as UTF-8";
        self.notes.problem(Code::Encoding, row, at, &[message]);
    }

    fn finish(mut self) -> (Dossier, Vec<Problem>) {
        let problems = self.notes.finish();
        if !self.is_part && problems.iter().any(|problem| problem.code == Code::Reference) {
            self.drop_dangling();
        }
        (self.dossier, problems)
    }

    /// Takes out the references that lead nowhere; each is reported by now.
    fn drop_dangling(&mut self) {
        let Self { notes, dossier, .. } = self;
        for event in &mut dossier.events {
            notes.keep(&mut event.entities, Kind::Entity);
            for source in &mut event.sources {
                notes.keep_one(&mut source.article, Kind::Article);
            }
        }
        for quote in &mut dossier.quotes {
            notes.keep_one(&mut quote.speaker, Kind::Entity);
            notes.keep_one(&mut quote.event, Kind::Event);
            notes.keep(&mut quote.entities, Kind::Entity);
            for reading in &mut quote.readings {
                notes.keep_one(&mut reading.article, Kind::Article);
            }
        }
        for figure in &mut dossier.figures {
            notes.keep_one(&mut figure.event, Kind::Event);
            notes.keep(&mut figure.entities, Kind::Entity);
            for reading in &mut figure.readings {
                notes.keep_one(&mut reading.article, Kind::Article);
            }
        }
    }
}

/// The forms of others: what reads them, where anything does.
#[derive(Default)]
struct Forms {
    read: Option<Others>,
    /// Whether something was met that nothing reads.
    unread: bool,
}

impl Forms {
    /// Reads a row of the list of that name, or what stands beside the lists.
    fn row(&mut self, name: &str, row: &mut Row, dossier: &mut Dossier) -> Option<()> {
        let Some(read) = &mut self.read else {
            self.unread = true;
            return None;
        };
        read(name, row, dossier)
    }
}

/// Reads one key at the top of a JSON file.
fn whole(row: &mut Row, dossier: &mut Dossier, forms: &mut Forms) {
    if row.holds_key("title", &["text", "media", "headline", "background", "unique_id"]) {
        row.row("title", &mut |row| forms.row("title", row, dossier));
    }
    for (key, wording) in [
        ("title", &mut dossier.title),
        ("summary", &mut dossier.summary),
        ("translator", &mut dossier.translator),
    ] {
        if row.has(key) && wording.is_empty() {
            *wording = row.wording(key);
        }
        row.repeated(key);
    }
    if row.has("text") && dossier.text.is_empty() {
        dossier.text = row.rich("text");
    }
    row.repeated("text");
    if row.has("media") && dossier.media.is_none() {
        dossier.media = media(row);
    }
    row.repeated("media");
    row.foreign = true;
    if ["timeline.headline", "timeline.text", "timeline.asset"].iter().any(|key| row.has(key)) {
        forms.row("", row, dossier);
    }
}

fn language(dossier: &mut Dossier, notes: &mut Notes, path: String, node: &Node) {
    match Language::new(&node.text) {
        Some(language) if node.holds == Type::Text => dossier.languages.push(language),
        _ => {
            let message = "a language tag such as “fr” or “pt-BR” is asked for";
            notes.problem(Code::Language, path, node.at, &[message]);
        }
    }
}

// The identifier is read when nothing else can drop the row: that of a dropped row names nothing.
//
// Each of these adds what it reads to a list, or returns nothing where the row is dropped: values
// of some hundred bytes are written once, where they stay.

fn article(row: &mut Row, dossier: &mut Dossier) -> Option<()> {
    let id = row.id(Kind::Article)?;
    let language = row.language("language").unwrap_or(Language::UNDETERMINED);
    row.speaks(&id, language);
    dossier.articles.push(Article {
        id,
        outlet: row.wording("outlet"),
        headline: row.fixed("headline"),
        author: row.fixed("author"),
        date: row.date("date"),
        language,
        kind: row.word("kind", &ArticleKind::ALL, ArticleKind::News),
        url: row.fixed("url"),
        file: row.fixed("file"),
        note: row.wording("note"),
    });
    Some(())
}

fn entity(row: &mut Row, dossier: &mut Dossier) -> Option<()> {
    let name = named(row, "name")?;
    dossier.entities.push(Entity {
        id: row.id(Kind::Entity)?,
        name,
        kind: row.word("kind", &EntityKind::ALL, EntityKind::Organisation),
        description: row.wording("description"),
        aliases: row.texts("aliases"),
    });
    Some(())
}

fn event(row: &mut Row, dossier: &mut Dossier) -> Option<()> {
    let title = named(row, "title");
    let date = dated(row);
    let (date, title) = (date?, title?);
    dossier.events.push(Event {
        id: row.id(Kind::Event)?,
        date,
        date_text: row.wording("date_text"),
        title,
        summary: row.wording("summary"),
        text: row.rich("text"),
        media: media(row),
        entities: row.references("entities", Kind::Entity),
        sources: sources(row),
    });
    Some(())
}

fn era(row: &mut Row, dossier: &mut Dossier) -> Option<()> {
    let title = named(row, "title");
    let date = dated(row);
    let summary = row.wording("summary");
    dossier.eras.push(Era { date: date?, title: title?, summary });
    Some(())
}

fn media(row: &mut Row) -> Option<Media> {
    let mut media = None;
    row.row("media", &mut |row| {
        let url = row.medium("url");
        if url.is_none() {
            let message = "the “url” is missing: there is nothing to show, so this is left out";
            row.problem(Code::NotCarried, &[message]);
        }
        media = Some(Media {
            url: url?,
            alt: row.wording("alt"),
            caption: row.rich("caption"),
            credit: row.rich("credit"),
            link: row.fixed("link"),
            thumbnail: row.fixed("thumbnail"),
        });
        Some(())
    });
    media
}

fn sources(row: &mut Row) -> Vec<Source> {
    let mut sources = Vec::new();
    row.rows("sources", &mut |row| {
        sources.push(Source {
            article: row.reference("article", Kind::Article),
            words: row.fixed("words"),
            note: row.wording("note"),
        });
        Some(())
    });
    sources.shrink_to_fit();
    sources
}

fn quote(row: &mut Row, dossier: &mut Dossier) -> Option<()> {
    let readings = readings(row);
    if readings.is_empty() {
        row.problem(Code::Missing, &["a quote needs a reading: the words of one article"]);
        return None;
    }
    dossier.quotes.push(Quote {
        id: row.id(Kind::Quote)?,
        speaker: row.reference("speaker", Kind::Entity),
        role: row.wording("role"),
        occasion: row.wording("occasion"),
        date: row.date("date"),
        event: row.reference("event", Kind::Event),
        entities: row.references("entities", Kind::Entity),
        readings,
    });
    Some(())
}

fn readings(row: &mut Row) -> Vec<Reading> {
    let mut readings = Vec::new();
    row.rows("readings", &mut |row| {
        let article = row.reference("article", Kind::Article);
        let language = row.language("language");
        let language = language.or_else(|| row.language_of(article.as_ref()?));
        let text = text(row);
        let pieces = text.as_ref().map_or(0, |text| text.0.len());
        let status = row.word("status", &Status::ALL, Status::Original);
        let place = row.wording("place");
        let via = row.wordings("via");
        let note = row.wording("note");
        let translations = translations(row, pieces);
        readings.push(Reading {
            article,
            language: language.unwrap_or(Language::UNDETERMINED),
            status,
            text: text?,
            place,
            via,
            note,
            translations,
        });
        Some(())
    });
    readings.shrink_to_fit();
    readings
}

fn translations(row: &mut Row, source_pieces: usize) -> Vec<Translation> {
    let mut translations = Vec::new();
    row.rows("translations", &mut |row| {
        let text = text(row)?;
        let mut pairs = row.fixed("segments");
        if let Err(error) = segments(source_pieces, text.0.len(), pairs.as_deref()) {
            let parts = ["the segments do not fit the pieces: ", &error.message()];
            row.problem(Code::Segments, &parts);
            pairs = None;
        }
        translations.push(Translation {
            language: row.language("language").unwrap_or(Language::UNDETERMINED),
            by: row.wording("by"),
            kind: row.word("kind", &TranslatorKind::ALL, TranslatorKind::Dossier),
            text,
            segments: pairs,
        });
        Some(())
    });
    translations.shrink_to_fit();
    translations
}

fn text(row: &mut Row) -> Option<Text> {
    let text = Text(row.pieces("text"));
    if text.0.is_empty() {
        row.problem(Code::Missing, &["the “text” is missing"]);
        return None;
    }
    Some(text)
}

fn figure(row: &mut Row, dossier: &mut Dossier) -> Option<()> {
    let title = named(row, "title")?;
    dossier.figures.push(Figure {
        id: row.id(Kind::Figure)?,
        title,
        entities: row.references("entities", Kind::Entity),
        event: row.reference("event", Kind::Event),
        readings: figure_readings(row),
    });
    Some(())
}

fn figure_readings(row: &mut Row) -> Vec<FigureReading> {
    let mut readings = Vec::new();
    row.rows("readings", &mut |row| {
        let text = row.fixed("text");
        if text.is_none() {
            row.problem(Code::Missing, &["the “text” that the article prints is missing"]);
        }
        readings.push(FigureReading {
            article: row.reference("article", Kind::Article),
            text: text?,
            value: row.fixed("value"),
            unit: row.fixed("unit"),
            translation: row.wording("translation"),
            note: row.wording("note"),
        });
        Some(())
    });
    readings.shrink_to_fit();
    readings
}

fn part(row: &mut Row, dossier: &mut Dossier) -> Option<()> {
    let src = row.fixed("src");
    if src.is_none() {
        row.problem(Code::Missing, &["the “src” is missing: the address of the part's file"]);
    }
    for key in ["start", "end"] {
        if !row.has(key) {
            row.problem(
                Code::Missing,
                &["the “", key, "” is missing: a part is found by its time"],
            );
        }
    }
    let (start, end) = (row.date("start"), row.date("end"));
    let (events, quotes) = (row.counts("events"), row.counts("quotes"));
    dossier.parts.push(Part { src: src?, start: start?, end: end?, events, quotes });
    Some(())
}

/// A date that must be there.
fn dated(row: &mut Row) -> Option<Edtf> {
    if !row.has("date") {
        row.problem(Code::Missing, &["a “date” is missing: without one it has no place"]);
    }
    row.date("date")
}

/// A wording that must be there.
fn named(row: &mut Row, key: &str) -> Option<Wording> {
    let wording = row.wording(key);
    if wording.is_empty() {
        row.problem(Code::Missing, &["the “", key, "” is missing"]);
        return None;
    }
    Some(wording)
}
