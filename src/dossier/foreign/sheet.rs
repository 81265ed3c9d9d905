//! Rows of a spreadsheet: the columns of TimelineJS, and further ones for quotations.

use super::super::index::Kind;
use super::super::json::Node;
use super::super::problem::{Code, Position, Problem};
use super::super::row::{Row, is_word_of};
use super::super::{
    Article, ArticleKind, Dossier, EntityKind, Language, Piece, Quote, Reading, Source, Status,
    Text, Translation, TranslatorKind, Wording,
};
use super::moment::{Found, PARTS, from_parts, from_text};
use super::{Made, Slide, media, named, plain_words, rich_text, wording};
use crate::collate::letters::{cut, lower, split_first, trim};
use crate::edtf::Edtf;
use crate::join::join;

/// The names of columns: what one is called here, and what else it may be called; in small letters,
/// without what is not a letter.
const COLUMNS: &str = "year startyear année annee|month startmonth mois|day startday jour\
    |time starttime heure|endyear annéefin annéedefin anneefin|endmonth moisfin moisdefin\
    |endday jourfin jourdefin|endtime heurefin heuredefin|displaydate dateaffichée\
    |date startdate datedébut datededébut|enddate datefin datedefin\
    |headline titre|text texte|type titleslide|group tag groupe|background arrièreplan fond\
    |media|mediacredit crédit credit|mediacaption légende legende caption\
    |mediathumbnail vignette thumbnail|alttext mediaalttext mediaalt alt textealternatif\
    |link medialink lien|id uniqueid identifiant\
    |speaker locuteur|quote citation|quoteid idcitation|language langue|status statut\
    |translation traduction|translationlanguage languetraduction languedelatraduction\
    |translator traducteur|outlet média journal|address adresse url|author auteur\
    |articledate datearticle datedelarticle|role rôle|occasion";

const END: [&str; 3] = ["endyear", "endmonth", "endday"];

const MEDIA: [&str; 7] =
    ["media", "mediacaption", "mediacredit", "mediathumbnail", "alttext", "", "link"];

const NO_EVENT: &str = "without a headline and a date there is no event";

/// The first row of a spreadsheet.
pub(in super::super) struct Columns {
    /// As written there.
    pub(in super::super) headers: Vec<String>,
    /// What each is called here; what is not known keeps its name.
    keys: Vec<String>,
}

impl Columns {
    /// Reads the first row.
    pub(in super::super) fn read(cells: Vec<Node>) -> Result<Self, Problem> {
        let mut columns = Self { headers: Vec::new(), keys: Vec::new() };
        let mut known = false;
        let at = cells.first().map_or(Position { line: 1, column: 1 }, |cell| cell.at);
        for cell in cells {
            while columns.headers.len() + 1 < cell.at.column as usize {
                columns.headers.push(String::new());
                columns.keys.push(String::new());
            }
            let key = called(&cell.text);
            known |= key.is_some_and(|key| is_word_of("year date headline quote", key));
            columns.keys.push(key.unwrap_or(&cell.text).to_owned());
            columns.headers.push(cell.text);
        }
        if known {
            return Ok(columns);
        }
        let message = "this is neither JSON, which begins with {, nor a table: its first row has \
            no column that is called Year, Date, Headline or Quote";
        Err(Problem::new(Code::Format, "", at, message.to_owned()))
    }

    /// Puts each cell under the name of its column.
    pub(in super::super) fn name(&self, cells: &mut [Node]) {
        for cell in cells {
            let key = self.keys.get((cell.at.column as usize).wrapping_sub(1));
            cell.key = key.cloned().unwrap_or_default();
        }
    }
}

/// What a column is called here.
fn called(header: &str) -> Option<&'static str> {
    let mut name = String::new();
    let mut rest = header;
    while let Some((letter, after)) = split_first(rest) {
        rest = after;
        if letter.is_ascii_alphanumeric()
            || !letter.is_ascii() && letter > '\u{BF}' && letter < '\u{2000}'
        {
            name.push(lower(letter));
        }
    }
    let mut columns = Some(COLUMNS);
    while let Some(rest) = columns {
        let (names, after) = cut(rest, b'|');
        if is_word_of(names, &name) {
            return Some(cut(names, b' ').0);
        }
        columns = after;
    }
    None
}

/// Reads a row.
pub(in super::super) fn row(row: &mut Row, dossier: &mut Dossier, made: &mut Made) -> Option<()> {
    let kind = row.filled("type");
    let word = kind.as_ref().map_or(String::new(), |kind| small(&kind.text));
    let is_title = matches!(word.as_str(), "title" | "start" | "titre");
    let is_first = is_title && dossier.title.is_empty() && dossier.text.is_empty();
    let mut slide = slide(row, if is_first { Code::Mended } else { Code::Date });
    match word.as_str() {
        _ if is_first => {
            slide.add_title(row, dossier);
            return Some(());
        }
        _ if is_title => {
            if let Ok(None) = slide.start {
                row.problem(Code::Duplicate, &["a dossier has one title; this one is left out"]);
                return None;
            }
            row.problem(Code::Mended, &["a dossier has one title; this one is read as an event"]);
        }
        "era" | "époque" => {
            let date = slide.date(row, "Year")?;
            slide.add_era(row, date, dossier);
            return Some(());
        }
        "" | "event" | "événement" => {}
        _ => {
            if let Some(kind) = &kind {
                let parts =
                    ["“", &kind.text, "” is not known: title, era or event; this is an event"];
                row.problem_at(Code::UnknownWord, "type", kind.at, &parts);
            }
        }
    }
    let quote = row.filled("quote");
    let dated = !matches!(slide.start, Ok(None));
    let mut date = None;
    if dated || quote.is_none() {
        date = Some(slide.date(row, "Year")?);
    }
    let speaker = plain_words(row, "speaker");
    let speaker = (!speaker.is_empty())
        .then(|| named(row, &speaker, EntityKind::Person, dossier, &mut made.speakers));
    let language = row.language("language");
    let article = article(row, language, dossier, made);
    let mut event = None;
    if quote.is_none() || !slide.title.is_empty() {
        match date.clone() {
            Some(date) => {
                event = Some(add_event(row, (slide, date, quote.is_some()), dossier, made));
            }
            None => slide.report_rest(row, NO_EVENT),
        }
    } else {
        (slide.start, slide.end) = (Ok(None), None);
        slide.report_rest(row, NO_EVENT);
    }
    let event = event.and_then(|place| dossier.events.get_mut(place));
    let event_id = event.as_ref().map(|event| event.id.clone());
    if let Some(event) = event {
        if article.is_some() && !event.sources.iter().any(|source| source.article == article) {
            let note = Wording::default();
            event.sources.push(Source { article: article.clone(), words: None, note });
        }
        if let Some(speaker) = speaker.clone().filter(|_| quote.is_none())
            && !event.entities.contains(&speaker)
        {
            event.entities.push(speaker);
        }
    }
    if let Some(words) = quote {
        let reading = reading(row, &words, language, article);
        let quote = Quote {
            id: "".into(),
            speaker,
            role: wording(&plain_words(row, "role")),
            occasion: wording(&plain_words(row, "occasion")),
            date,
            event: event_id,
            entities: Vec::new(),
            readings: vec![reading],
        };
        add_quote(row, quote, &words.text, dossier, made);
    }
    Some(())
}

/// Adds the event that the row tells, or finds it where a row above told it.
fn add_event(
    row: &mut Row,
    (slide, date, of_quote): (Slide, Edtf, bool),
    dossier: &mut Dossier,
    made: &mut Made,
) -> usize {
    let name = join(&[&date.to_string(), " ", &slide.title]);
    if !slide.title.is_empty()
        && slide.text.is_empty()
        && slide.media.is_none()
        && slide.date_text.is_empty()
        && slide.topic.is_empty()
        && of_quote
        && let Some(place) = made.events.place(&name)
    {
        return place;
    }
    let place = slide.add_event(row, (date, "id"), dossier, made);
    made.events.add(&name, place);
    place
}

fn slide(row: &mut Row, code: Code) -> Slide {
    let mut slide = Slide::empty();
    slide.title = plain_words(row, "headline");
    slide.text = rich_text(row, "text");
    slide.date_text = plain_words(row, "displaydate");
    slide.topic = plain_words(row, "group");
    let [year, month, day, ..] = PARTS;
    slide.start = date(row, [year, month, day], "time", "date", code);
    slide.end = date(row, END, "endtime", "enddate", Code::Mended).ok().flatten();
    slide.media = media(row, MEDIA, &mut slide.text);
    slide
}

/// A date from the columns of its parts, or from one column.
fn date(row: &mut Row, parts: [&str; 3], time: &str, whole: &str, code: Code) -> Found {
    let Some(node) = row.filled(whole) else { return from_parts(row, &parts, time, code) };
    if !row.has(parts[0]) {
        return from_text(row, &node, whole, code);
    }
    let parts_say = from_parts(row, &parts, time, code);
    let said = from_text(row, &node, whole, Code::Mended);
    if let (Ok(Some(one)), Ok(Some(other))) = (&parts_say, said)
        && *one != other
    {
        let parts = ["“", &other, "” is left out: the other columns say ", one];
        row.problem_at(Code::NotCarried, whole, node.at, &parts);
    }
    parts_say
}

/// The article that the row names, made where no row above named it.
fn article(
    row: &mut Row,
    language: Option<Language>,
    dossier: &mut Dossier,
    made: &mut Made,
) -> Option<super::super::Id> {
    let outlet = plain_words(row, "outlet");
    let url = row.filled_text("address");
    let author = plain_words(row, "author");
    let date = match row.filled("articledate") {
        Some(node) => from_text(row, &node, "articledate", Code::Mended).ok().flatten(),
        None => None,
    };
    let date = date.unwrap_or_default();
    let name = join(&[&url, "\n", &outlet, "\n", &date, "\n", &author]);
    if name.len() == 3 {
        return None;
    }
    if let Some(place) = made.articles.place(&name) {
        return dossier.articles.get(place).map(|article| article.id.clone());
    }
    made.articles.add(&name, dossier.articles.len());
    let words = if outlet.is_empty() { "article" } else { &outlet };
    let id = row.coin_id(&join(&[words, " ", &date]), Kind::Article);
    dossier.articles.push(Article {
        id: id.clone(),
        outlet: wording(&outlet),
        headline: None,
        author: (!author.is_empty()).then(|| author.into()),
        date: Edtf::parse(&date).ok(),
        language: language.unwrap_or(Language::UNDETERMINED),
        kind: ArticleKind::News,
        url: (!url.is_empty()).then(|| url.into()),
        file: None,
        note: Wording::default(),
    });
    Some(id)
}

fn reading(
    row: &mut Row,
    words: &Node,
    language: Option<Language>,
    article: Option<super::super::Id>,
) -> Reading {
    let language = language.unwrap_or(Language::UNDETERMINED);
    let by = plain_words(row, "translator");
    let own = row.language("translationlanguage");
    let mut translations = Vec::new();
    if let Some(text) = row.filled("translation") {
        translations.push(Translation {
            language: own.unwrap_or_else(|| other(language)),
            kind: if by.is_empty() { TranslatorKind::Dossier } else { TranslatorKind::Person },
            by: wording(&by),
            text: said(&text.text),
            segments: None,
        });
    }
    Reading {
        article,
        language,
        status: row.word("status", &Status::ALL, Status::Original),
        text: said(&words.text),
        place: Wording::default(),
        via: Vec::new(),
        note: Wording::default(),
        translations,
    }
}

/// The language that a text of a language is shown beside: French and English.
fn other(language: Language) -> Language {
    if language.matches(Language::FRENCH) {
        Language::ENGLISH
    } else if language.matches(Language::ENGLISH) {
        Language::FRENCH
    } else {
        Language::UNDETERMINED
    }
}

/// The words of a quote without the quotation marks around the whole: the page sets its own.
fn said(words: &str) -> Text {
    const MARKS: [(&str, &str); 6] =
        [("«", "»"), ("“", "”"), ("„", "“"), ("‘", "’"), ("\"", "\""), ("「", "」")];
    let whole = trim(words);
    let inside = MARKS.iter().find_map(|(open, close)| {
        let inside = whole.strip_prefix(open)?.strip_suffix(close)?;
        // Two quotations with words between them are not one.
        (!inside.contains(open) && !inside.contains(close)).then_some(trim(inside))
    });
    let inside = inside.filter(|inside| !inside.is_empty());
    Text(vec![Piece::Words(inside.unwrap_or(words).into())])
}

/// Puts the languages side by side that the first translation is from and into.
pub(in super::super) fn choose_languages(dossier: &mut Dossier) {
    for quote in &dossier.quotes {
        for reading in &quote.readings {
            if let [translation, ..] = reading.translations.as_slice()
                && dossier.languages.is_empty()
                && ![reading.language, translation.language].contains(&Language::UNDETERMINED)
            {
                dossier.languages = vec![reading.language, translation.language];
            }
        }
    }
}

/// Adds a quote, or a reading to the quote of the same name.
fn add_quote(row: &mut Row, mut quote: Quote, words: &str, dossier: &mut Dossier, made: &mut Made) {
    let name = row.filled("quoteid");
    if let Some(name) = &name
        && let Some(known) =
            made.quotes.place(&name.text).and_then(|place| dossier.quotes.get_mut(place))
    {
        known.readings.append(&mut quote.readings);
        let same = known.speaker == quote.speaker || quote.speaker.is_none();
        if !same || known.date != quote.date && quote.date.is_some() {
            let message = "speaker and date are those of the first row of the quote";
            row.problem_at(Code::NotCarried, "quoteid", name.at, &[message]);
        }
        return;
    }
    quote.id = match &name {
        Some(name) => row.define_or_coin("quoteid", name, Kind::Quote),
        None => row.coin_id(words, Kind::Quote),
    };
    if let Some(name) = name {
        made.quotes.add(&name.text, dossier.quotes.len());
    }
    dossier.quotes.push(quote);
}

/// A word in small letters.
fn small(text: &str) -> String {
    let mut word = String::new();
    let mut rest = text;
    while let Some((letter, after)) = split_first(rest) {
        word.push(lower(letter));
        rest = after;
    }
    word
}
