//! JSON-LD with the vocabulary of schema.org: a graph of `NewsArticle`, `Event`, `Quotation` and
//! those they are about.
//!
//! Everything has a fragment for its name (`#paris-event`), so that the graph is about the page
//! that it stands in. A quote is a `Quotation` with the words of its first reading; further
//! readings are `Quotation`s under `workExample` (`#paris-event/2`), each `isPartOf` the article
//! that prints it. A translation is the `workTranslation` of its reading. `recordedIn` leads from
//! an event to the quotations that were recorded at it, as schema.org has it.

use super::escape::iri;
use super::json::word;
use super::json_text::JsonText;
use super::lookup::Lookup;
use super::lost::Losses;
use super::point::Span;
use super::sink::Sink;
use super::{genre, or_nothing};
use crate::dossier::{
    Article, ArticleKind, Dossier, Entity, EntityKind, Event, Id, Language, Quote, Reading, Status,
    Translation, TranslatorKind, Wording,
};
use crate::edtf::Edtf;
use crate::join::{digits, join};

#[inline(never)]
pub(super) fn write(dossier: &Dossier, lost: &mut Losses) -> String {
    let look = Lookup::new(dossier);
    let mut graph = Graph { json: JsonText::for_script(), dossier, look, lost };
    graph.json.open("", '}');
    graph.json.text("@context", "https://schema.org");
    graph.json.open("@graph", ']');
    graph.whole();
    for article in &dossier.articles {
        graph.article(article);
    }
    for entity in &dossier.entities {
        graph.entity(entity);
    }
    for (number, event) in dossier.events.iter().enumerate() {
        graph.event(number, event);
    }
    for quote in &dossier.quotes {
        graph.quote(quote);
    }
    graph.json.close();
    graph.json.close();
    graph.json.finish()
}

struct Graph<'a> {
    json: JsonText,
    dossier: &'a Dossier,
    look: Lookup<'a>,
    lost: &'a mut Losses,
}

impl<'a> Graph<'a> {
    /// A node begins. Its name follows a `#`.
    fn open(&mut self, key: &str, kind: &str, name: &str) {
        self.json.open(key, '}');
        if !name.is_empty() {
            self.json.text("@id", &join(&["#", name]));
        }
        self.json.text("@type", kind);
    }

    /// Words, each with its language.
    fn wording(&mut self, key: &str, wording: &Wording) {
        if wording.is_empty() {
            return;
        }
        let several = wording.entries().nth(1).is_some();
        if several {
            self.json.open(key, ']');
        }
        let key = if several { "" } else { key };
        for (language, text) in wording.entries() {
            if language == Language::UNDETERMINED {
                self.json.text(key, text);
            } else {
                self.json.open(key, '}');
                self.json.text("@language", language.as_str());
                self.json.text("@value", text);
                self.json.close();
            }
        }
        if several {
            self.json.close();
        }
    }

    /// A node that only has a name.
    fn named(&mut self, key: &str, kind: &str, name: &Wording) {
        if !name.is_empty() {
            self.open(key, kind, "");
            self.wording("name", name);
            self.json.close();
        }
    }

    fn reference(&mut self, key: &str, id: Option<&Id>) {
        if let Some(id) = id {
            self.json.wrap(key, '}', "@id", &join(&["#", &iri(id.as_str())]));
        }
    }

    /// References to several things.
    fn references(&mut self, key: &str, ids: &[&Id]) {
        if ids.is_empty() {
            return;
        }
        self.json.open(key, ']');
        for id in ids {
            self.reference("", Some(id));
        }
        self.json.close();
    }

    fn about(&mut self, entities: &[Id]) {
        let mut ids = Vec::new();
        ids.extend(entities);
        self.references("about", &ids);
    }

    /// One date, at the precision that it has; schema.org asks for ISO 8601.
    fn date(&mut self, key: &str, date: Option<&Edtf>, path: &str) {
        let Some(date) = date else { return };
        let span = Span::of(date);
        if span.is_single() {
            self.json.text(key, &span.first().iso(6));
        }
        if !span.exact {
            self.lost.doubt(path);
        }
    }

    fn whole(&mut self) {
        let dossier = self.dossier;
        self.open("", "CreativeWork", "");
        self.wording("name", &dossier.title);
        self.wording("abstract", &dossier.summary);
        if !dossier.languages.is_empty() {
            self.json.open("inLanguage", ']');
            for language in &dossier.languages {
                self.json.text("", language.as_str());
            }
            self.json.close();
        }
        self.named("translator", "Organization", &dossier.translator);
        self.json.close();
    }

    fn article(&mut self, article: &Article) {
        self.open("", "NewsArticle", &iri(article.id.as_str()));
        self.json.some("headline", or_nothing(&article.headline));
        if let Some(author) = &article.author {
            self.named("author", "Person", &Wording::plain(author));
        }
        self.date("datePublished", article.date.as_ref(), "articles[].date");
        self.json.language("inLanguage", article.language);
        self.json.some("url", or_nothing(&article.url));
        self.named("publisher", "NewsMediaOrganization", &article.outlet);
        if article.kind != ArticleKind::News {
            self.json.text("genre", genre(article.kind));
        }
        self.wording("description", &article.note);
        self.json.close();
    }

    fn entity(&mut self, entity: &Entity) {
        let kind = match entity.kind {
            EntityKind::Person => "Person",
            EntityKind::Organisation => "Organization",
            EntityKind::Outlet => "NewsMediaOrganization",
            EntityKind::Model => "SoftwareApplication",
            EntityKind::Product => "Product",
            EntityKind::Law => "Legislation",
            EntityKind::Licence => "CreativeWork",
            EntityKind::Place => "Place",
            EntityKind::Topic => "DefinedTerm",
        };
        self.open("", kind, &iri(entity.id.as_str()));
        self.wording("name", &entity.name);
        self.wording("description", &entity.description);
        if !entity.aliases.is_empty() {
            self.json.open("alternateName", ']');
            for alias in &entity.aliases {
                self.json.text("", alias);
            }
            self.json.close();
        }
        self.json.close();
    }

    fn event(&mut self, number: usize, event: &Event) {
        let dossier = self.dossier;
        self.open("", "Event", &iri(event.id.as_str()));
        self.wording("name", &event.title);
        let span = Span::of(&event.date);
        if let Some(start) = span.start() {
            self.json.text("startDate", &start.iso(6));
        }
        if let Some(end) = span.end() {
            self.json.text("endDate", &end.iso(6));
        }
        if !span.exact {
            self.lost.doubt("events[].date");
        }
        self.wording("description", &event.summary);
        self.about(&event.entities);
        let mut articles = Vec::new();
        for source in &event.sources {
            articles.extend(&source.article);
        }
        self.references("subjectOf", &articles);
        let mut quotes = Vec::new();
        for number in self.look.quotes_of(number) {
            quotes.extend(dossier.quotes.get(number).map(|quote| &quote.id));
        }
        self.references("recordedIn", &quotes);
        self.json.close();
    }

    fn quote(&mut self, quote: &'a Quote) {
        let id = iri(quote.id.as_str());
        self.open("", "Quotation", &id);
        self.reference("creator", quote.speaker.as_ref());
        self.date("dateCreated", quote.date.as_ref(), "quotes[].date");
        self.reference("recordedAt", quote.event.as_ref());
        self.about(&quote.entities);
        for (number, reading) in quote.readings.iter().enumerate() {
            if number == 0 {
                self.reading(reading, &id);
                continue;
            }
            if number == 1 {
                self.json.open("workExample", ']');
            }
            let id = join(&[&id, "/", &digits(number + 1)]);
            self.open("", "Quotation", &id);
            self.reference("creator", quote.speaker.as_ref());
            self.reading(reading, &id);
            self.json.close();
        }
        if quote.readings.len() > 1 {
            self.json.close();
        }
        self.json.close();
    }

    fn reading(&mut self, reading: &'a Reading, id: &str) {
        self.json.text("text", &reading.text.plain());
        self.json.language("inLanguage", reading.language);
        self.json.text("keywords", word(&Status::ALL, &reading.status));
        self.reference("isPartOf", reading.article.as_ref());
        if reading.translations.is_empty() {
            return;
        }
        self.json.open("workTranslation", ']');
        for (number, translation) in reading.translations.iter().enumerate() {
            self.open("", "Quotation", &join(&[id, "/t", &digits(number + 1)]));
            self.json.wrap("translationOfWork", '}', "@id", &join(&["#", id]));
            self.translation(translation);
            self.json.close();
        }
        self.json.close();
    }

    fn translation(&mut self, translation: &'a Translation) {
        let Translation { language, by, kind, text, .. } = translation;
        let maker = self.look.translator(translation);
        self.json.text("text", &text.plain());
        self.json.language("inLanguage", *language);
        match kind {
            TranslatorKind::Person => self.named("translator", "Person", by),
            TranslatorKind::Outlet => self.named("translator", "NewsMediaOrganization", by),
            // Neither a person nor an organisation, which `translator` asks for.
            TranslatorKind::Machine => self.wording("creditText", by),
            TranslatorKind::Dossier => self.named("translator", "Organization", maker),
        }
    }
}
