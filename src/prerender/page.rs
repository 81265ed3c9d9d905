//! HTML written piece by piece, everything in it escaped.

use crate::dossier::{Article, Dossier, Entity, Id, Index, Kind, Language, Wording};
use crate::edtf::{Builtin, Edtf, Language as DateLanguage, Length, words};
use crate::phrases::Phrases;
use crate::rich::{address, plain};

use super::rich;
use super::time::datetime;

/// A page that is being written.
pub(super) struct Page<'a> {
    pub(super) html: String,
    pub(super) dossier: &'a Dossier,
    pub(super) phrases: &'static Phrases,
    index: Index,
    level: u8,
}

impl<'a> Page<'a> {
    pub(super) fn new(dossier: &'a Dossier, language: Language, level: u8) -> Self {
        let level = level.clamp(1, 4);
        let (phrases, index) = (Phrases::of(language), Index::new(dossier));
        Self { html: String::new(), dossier, phrases, index, level }
    }

    /// A line of markup, written as it is.
    pub(super) fn line(&mut self, markup: &str) {
        self.html.push_str(markup);
        self.html.push('\n');
    }

    pub(super) fn title(&mut self) {
        let dossier = self.dossier;
        if !dossier.title.is_empty() {
            self.heading(0, &self.wording(&dossier.title));
        }
        self.paragraphs(&dossier.summary);
        self.rich(&dossier.text);
        if let Some(media) = &dossier.media {
            let link = self.media(media);
            self.line(&link);
        }
    }

    /// A heading so many levels below the title's, around markup.
    pub(super) fn heading(&mut self, below: u8, markup: &str) {
        let level = self.level + below;
        self.line(&format!("<h{level}>{markup}</h{level}>"));
    }

    /// A paragraph in each language that is shown.
    pub(super) fn paragraphs(&mut self, wording: &Wording) {
        for (language, text) in self.shown(wording) {
            let markup = format!("<p{}>{}</p>", attributes(language), escape(text));
            self.line(&markup);
        }
    }

    /// A text in HTML in each language that is shown.
    pub(super) fn rich(&mut self, wording: &Wording) {
        for (language, html) in self.shown(wording) {
            let markup = format!("<div{}>{}</div>", attributes(language), rich::html(html));
            self.line(&markup);
        }
    }

    /// A wording inside a line, in each language that is shown.
    pub(super) fn wording(&self, wording: &Wording) -> String {
        let runs: Vec<String> =
            self.shown(wording).into_iter().map(|(language, text)| run(language, text)).collect();
        runs.join(" · ")
    }

    /// The texts of a wording in the dossier's languages; the first there is where it has none of
    /// them, all of it where the dossier names no languages. Nothing that is empty.
    fn shown<'w>(&self, wording: &'w Wording) -> Vec<(Language, &'w str)> {
        let all: Vec<(Language, &str)> =
            wording.entries().filter(|(_, text)| !text.trim().is_empty()).collect();
        if self.dossier.languages.is_empty() {
            return all;
        }
        let of = |language: &Language| all.iter().find(|(own, _)| own.matches(*language)).copied();
        let mut shown: Vec<(Language, &str)> =
            self.dossier.languages.iter().filter_map(of).collect();
        if shown.is_empty() {
            shown.extend(all.first());
        }
        shown
    }

    /// A date in words, for machines too where HTML has a form for it.
    pub(super) fn date(&self, date: &Edtf, text: &Wording) -> String {
        let language = if self.phrases.language.matches(Language::FRENCH) {
            DateLanguage::French
        } else {
            DateLanguage::English
        };
        let shown = if text.is_empty() {
            escape(&words(date, language, Length::Long, &Builtin))
        } else {
            self.wording(text)
        };
        match datetime(date) {
            Some(datetime) => format!("<time datetime=\"{datetime}\">{shown}</time>"),
            None => shown,
        }
    }

    pub(super) fn article(&self, id: Option<&Id>) -> Option<&'a Article> {
        self.dossier.articles.get(self.index.number(Kind::Article, id?)?)
    }

    pub(super) fn entity(&self, id: Option<&Id>) -> Option<&'a Entity> {
        self.dossier.entities.get(self.index.number(Kind::Entity, id?)?)
    }

    /// An article's outlet and date in a line, with a link where its address is known.
    pub(super) fn citation(&self, article: &Article) -> String {
        let mut label = self.outlet(article);
        if let Some(date) = &article.date {
            label.push_str(", ");
            label.push_str(&self.date(date, &Wording::default()));
        }
        link(article.url.as_deref(), &label)
    }

    pub(super) fn outlet(&self, article: &Article) -> String {
        if article.outlet.is_empty() {
            escape(self.phrases.unknown_outlet)
        } else {
            self.wording(&article.outlet)
        }
    }

    /// A label, its colon, and markup.
    pub(super) fn labelled(&self, label: &str, markup: &str) -> String {
        [&escape(label), &escape(self.phrases.colon), markup].concat()
    }

    /// A picture, sound or film as a link: nothing is fetched from elsewhere before a reader asks.
    pub(super) fn media(&self, media: &crate::dossier::Media) -> String {
        let caption = without_markup(&media.caption);
        let label = [&caption, &media.alt].into_iter().find(|words| !words.is_empty());
        let label = label.map_or_else(|| escape(&media.url), |words| self.wording(words));
        let mut markup = link(Some(&media.url), &label);
        let credit = without_markup(&media.credit);
        if !credit.is_empty() {
            markup = format!("{markup} <small>{}</small>", self.wording(&credit));
        }
        format!("<p>{markup}</p>")
    }
}

/// A run of text with its language.
pub(super) fn run(language: Language, text: &str) -> String {
    match attributes(language).as_str() {
        "" => escape(text),
        attributes => format!("<span{attributes}>{}</span>", escape(text)),
    }
}

/// The attributes of a language, with a space before each; none where the words are the same in
/// all, as names are.
pub(super) fn attributes(language: Language) -> String {
    if language == Language::UNDETERMINED {
        return String::new();
    }
    let direction = if language.is_right_to_left() { " dir=\"rtl\"" } else { "" };
    format!(" lang=\"{}\"{direction}", escape_attribute(language.as_str()))
}

/// Markup as a link, where the address may be followed.
pub(super) fn link(to: Option<&str>, markup: &str) -> String {
    match to.and_then(address) {
        Some(address) => format!("<a href=\"{}\">{markup}</a>", escape_attribute(&address)),
        None => markup.to_owned(),
    }
}

/// A text as it stands between tags. Characters that HTML does not allow become U+FFFD.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            _ if is_forbidden(letter) => escaped.push('\u{FFFD}'),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// A text as it stands in an attribute between double quotation marks.
pub(super) fn escape_attribute(text: &str) -> String {
    escape(text).replace('"', "&quot;")
}

/// Control characters but tab and line break, and code points that are no characters (HTML
/// Standard, 13.2.3.5).
fn is_forbidden(letter: char) -> bool {
    let control = letter.is_control() && !matches!(letter, '\t' | '\n');
    control || matches!(letter, '\u{FDD0}'..='\u{FDEF}') || u32::from(letter) & 0xFFFE == 0xFFFE
}

/// The words of a text in HTML, in one line.
pub(super) fn without_markup(wording: &Wording) -> Wording {
    let words = |(own, html)| (own, plain(html).replace('\n', " ").into());
    Wording::new(wording.entries().map(words).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_escaped_can_end_what_it_stands_in() {
        assert_eq!(escape("</p><script>&amp;\0"), "&lt;/p&gt;&lt;script&gt;&amp;amp;\u{FFFD}");
        assert_eq!(escape_attribute("\" onload=\""), "&quot; onload=&quot;");
        assert_eq!(escape("a\u{FFFE}b\u{1FFFF}"), "a\u{FFFD}b\u{FFFD}");
    }
}
