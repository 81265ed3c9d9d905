//! Dossiers of any shape: every field, every kind of date, words with anything in them.

use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use quote_timeline::dossier::{
    Article, ArticleKind, Dossier, Entity, EntityKind, Era, Event, Figure, FigureReading, Id,
    Language, Media, Part, Piece, Quote, Reading, Source, Status, Text, Translation,
    TranslatorKind, Wording,
};
use quote_timeline::edtf::Edtf;

/// Words as files have them: markup, escapes, line breaks, NUL, right-to-left overrides.
fn words() -> BoxedStrategy<String> {
    prop_oneof![
        8 => "[a-zA-Zé’ ]{1,12}[a-z]",
        2 => "<p>[a-z]{1,4} <a href=\"https://[a-z]{2}\\.example\">[a-z]&amp;</a></p>",
        1 => "[\"\\\\/\n\r\t\u{0}\u{1F}\u{7F}\u{202E}\u{FFFD}\u{1F600}«»,;]{1,6}",
    ]
    .boxed()
}

fn short() -> BoxedStrategy<Box<str>> {
    words().prop_map(Into::into).boxed()
}

fn language() -> BoxedStrategy<Language> {
    select(vec!["fr", "en", "de", "pt-BR", "und"]).prop_filter_map("a tag", Language::new).boxed()
}

fn wording() -> BoxedStrategy<Wording> {
    prop_oneof![
        words().prop_map(|text| Wording::plain(&text)),
        (words(), words()).prop_map(|(french, english)| Wording::new(vec![
            (Language::FRENCH, french.into()),
            (Language::ENGLISH, english.into()),
        ])),
    ]
    .boxed()
}

/// A wording, or none.
fn perhaps() -> BoxedStrategy<Wording> {
    prop_oneof![Just(Wording::default()), wording()].boxed()
}

fn date() -> BoxedStrategy<Edtf> {
    let dates = [
        "2024-03-12",
        "2024-02",
        "2024-02-2X",
        "2023-23",
        "2023-04~",
        "2024-03-12?",
        "-0099",
        "2023-06/2023-12",
        "../2021",
        "Y-13799999999",
        "156X",
        "[1667,1668,1670..1672]",
        "2011-12-10T07:02:10",
        "2011-12-10T07:02:10Z",
        "1985/",
        "2021-36",
    ];
    select(dates.to_vec()).prop_filter_map("a date", |text| Edtf::parse(text).ok()).boxed()
}

/// Where a medium is; of others than these it is reported that they are not shown.
fn address() -> BoxedStrategy<Box<str>> {
    prop_oneof![
        "(https://[a-z]{3}\\.example/)?[a-z]{1,6}\\.(jpg|mp3)",
        "<iframe src=\"https://[a-z]{3}\\.example/[a-z]{3}\"></iframe>",
    ]
    .prop_map(Into::into)
    .boxed()
}

fn media() -> BoxedStrategy<Media> {
    (address(), perhaps(), perhaps(), perhaps(), of(short()), of(short()))
        .prop_map(|(url, alt, caption, credit, link, thumbnail)| Media {
            url,
            alt,
            caption,
            credit,
            link,
            thumbnail,
        })
        .boxed()
}

fn text() -> BoxedStrategy<Text> {
    let piece = prop_oneof![
        3 => short().prop_map(Piece::Words),
        1 => short().prop_map(Piece::Outside),
    ];
    prop::collection::vec(piece, 1..4).prop_map(Text).boxed()
}

/// So many rows of a kind, each with its identifier.
fn ids(kind: &'static str) -> BoxedStrategy<Vec<Id>> {
    (0..3_usize)
        .prop_map(move |count| {
            (0..count).map(|number| format!("{kind}-{number}").as_str().into()).collect()
        })
        .boxed()
}

fn one_of(ids: &[Id]) -> BoxedStrategy<Option<Id>> {
    if ids.is_empty() { Just(None).boxed() } else { of(select(ids.to_vec())).boxed() }
}

fn some_of(ids: &[Id]) -> BoxedStrategy<Vec<Id>> {
    prop::sample::subsequence(ids.to_vec(), 0..=ids.len()).boxed()
}

fn each<T, S>(ids: &[Id], make: impl Fn(Id) -> S) -> BoxedStrategy<Vec<T>>
where
    T: std::fmt::Debug,
    S: Strategy<Value = T> + 'static,
{
    ids.iter().map(|id| make(id.clone())).collect::<Vec<_>>().boxed()
}

fn article(id: Id) -> BoxedStrategy<Article> {
    let url = of("https://[a-z]{2,6}\\.example/[a-z]{0,4}".prop_map(Into::into));
    let said = (perhaps(), of(short()), of(short()), of(date()), language(), url);
    let more = (select(ArticleKind::ALL.to_vec()), of(short()), perhaps());
    (said, more)
        .prop_map(move |((outlet, headline, author, date, language, url), more)| {
            let ((_, kind), file, note) = more;
            let id = id.clone();
            Article { id, outlet, headline, author, date, language, kind, url, file, note }
        })
        .boxed()
}

fn entity(id: Id) -> BoxedStrategy<Entity> {
    // Two aliases that are the same would be one too many.
    let aliases = prop::collection::btree_set(short(), 0..3);
    (wording(), select(EntityKind::ALL.to_vec()), perhaps(), aliases)
        .prop_map(move |(name, (_, kind), description, aliases)| {
            let aliases = aliases.into_iter().collect();
            Entity { id: id.clone(), name, kind, description, aliases }
        })
        .boxed()
}

fn event(id: Id, articles: &[Id], entities: &[Id]) -> BoxedStrategy<Event> {
    let source = (one_of(articles), of(short()), perhaps())
        .prop_map(|(article, words, note)| Source { article, words, note });
    let sources = prop::collection::vec(source, 0..3);
    let own = (date(), perhaps(), wording(), perhaps(), perhaps(), of(media()));
    (own, some_of(entities), sources)
        .prop_map(move |(own, entities, sources)| {
            let (date, date_text, title, summary, text, media) = own;
            let id = id.clone();
            Event { id, date, date_text, title, summary, text, media, entities, sources }
        })
        .boxed()
}

fn translation() -> BoxedStrategy<Translation> {
    (language(), perhaps(), select(TranslatorKind::ALL.to_vec()), text())
        .prop_map(|(language, by, (_, kind), text)| Translation {
            language,
            by,
            kind,
            text,
            segments: Some("0-0".into()),
        })
        .boxed()
}

fn reading(articles: &[Id]) -> BoxedStrategy<Reading> {
    let own = (one_of(articles), language(), select(Status::ALL.to_vec()), text(), perhaps());
    let via = prop::collection::vec(wording(), 0..3);
    let translations = prop::collection::vec(translation(), 0..2);
    (own, via, perhaps(), translations)
        .prop_map(|(own, via, note, translations)| {
            let (article, language, (_, status), text, place) = own;
            Reading { article, language, status, text, place, via, note, translations }
        })
        .boxed()
}

fn quote(id: Id, names: &[Vec<Id>; 3]) -> BoxedStrategy<Quote> {
    let [articles, entities, events] = names;
    let own = (one_of(entities), perhaps(), perhaps(), of(date()), one_of(events));
    let readings = prop::collection::vec(reading(articles), 1..3);
    (own, some_of(entities), readings)
        .prop_map(move |(own, entities, readings)| {
            let (speaker, role, occasion, date, event) = own;
            Quote { id: id.clone(), speaker, role, occasion, date, event, entities, readings }
        })
        .boxed()
}

fn figure(id: Id, names: &[Vec<Id>; 3]) -> BoxedStrategy<Figure> {
    let [articles, entities, events] = names;
    let value = of("-?[0-9]{1,9}(\\.[0-9]{1,2})?".prop_map(Into::into));
    let reading = (one_of(articles), short(), value, of(short()), perhaps(), perhaps()).prop_map(
        |(article, text, value, unit, translation, note)| FigureReading {
            article,
            text,
            value,
            unit,
            translation,
            note,
        },
    );
    let readings = prop::collection::vec(reading, 1..3);
    (wording(), some_of(entities), one_of(events), readings)
        .prop_map(move |(title, entities, event, readings)| Figure {
            id: id.clone(),
            title,
            entities,
            event,
            readings,
        })
        .boxed()
}

fn era() -> BoxedStrategy<Era> {
    (date(), wording(), perhaps())
        .prop_map(|(date, title, summary)| Era { date, title, summary })
        .boxed()
}

fn part() -> BoxedStrategy<Part> {
    let counts = || prop::collection::vec(0_u32..9, 0..3);
    let address = "[a-z]{1,3}[.]json".prop_map(Into::into);
    (address, date(), date(), counts(), counts())
        .prop_map(|(src, start, end, events, quotes)| Part { src, start, end, events, quotes })
        .boxed()
}

/// A dossier in which every reference leads somewhere.
pub(crate) fn dossier() -> BoxedStrategy<Dossier> {
    let names = [ids("article"), ids("entity"), ids("event")];
    (names, ids("quote"), ids("figure"))
        .prop_flat_map(|(names, quotes, figures)| {
            let languages =
                prop_oneof![Just(Vec::new()), Just(vec![Language::FRENCH, Language::ENGLISH]),];
            let head = (languages, perhaps(), perhaps(), perhaps(), of(media()), perhaps());
            let [articles, entities, events] = &names;
            let rows = (
                each(articles, article),
                each(entities, entity),
                each(events, |id| event(id, articles, entities)),
                (prop::collection::vec(era(), 0..2), prop::collection::vec(part(), 0..2)),
                each(&quotes, |id| quote(id, &names)),
                each(&figures, |id| figure(id, &names)),
            );
            (head, rows).prop_map(|(head, rows)| {
                let (languages, title, summary, text, media, translator) = head;
                let (articles, entities, events, (eras, parts), quotes, figures) = rows;
                Dossier {
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
                }
            })
        })
        .boxed()
}
