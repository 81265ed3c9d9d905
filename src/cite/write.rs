//! A citation written out.

use super::{Citation, Format, Rendition};
use crate::collate::letters::{cut, trim};
use crate::dossier::{Language, Status};
use crate::edtf::{Calendar, Edtf, Length};
use crate::join::join;
use crate::phrases::{Phrases, quotation_marks};

impl Citation<'_> {
    /// The words, whose they are, where they stand, in the language of `words`, which is that of
    /// `calendar` too.
    ///
    /// ```
    /// use quote_timeline::cite::{Citation, Format};
    /// use quote_timeline::dossier::{Language, read};
    /// use quote_timeline::edtf::Builtin;
    /// use quote_timeline::phrases::Phrases;
    ///
    /// let (affair, _) = read(include_bytes!("../../data/affair.json"))?;
    /// let quote = &affair.quotes[4];
    /// let citation = Citation {
    ///     quote,
    ///     reading: &quote.readings[0],
    ///     speaker: affair.entities.iter().find(|own| Some(&own.id) == quote.speaker.as_ref()),
    ///     article: affair.articles.iter().find(|own| Some(&own.id) == quote.readings[0].article.as_ref()),
    ///     translator: &affair.translator,
    ///     languages: &[Language::FRENCH, Language::ENGLISH],
    ///     link: None,
    /// };
    /// let text = citation.write(Format::Text, Phrases::of(Language::ENGLISH), &Builtin);
    /// assert!(text.starts_with("«\u{202F}l’open source est la meilleure manière de rendre l’IA sûre\u{202F}»\n"));
    /// # Ok::<(), quote_timeline::dossier::Problem>(())
    /// ```
    pub fn write(&self, format: Format, words: &Phrases, calendar: &dyn Calendar) -> String {
        let mut paper = Paper { format, text: String::new() };
        paper.part(0);
        paper.language(words.language, None);
        paper.part(1);
        for rendition in &self.renditions() {
            self.words(&mut paper, rendition, words);
        }
        paper.part(9);
        paper.words(&self.attribution(words, calendar));
        paper.part(10);
        self.source(&mut paper, words, calendar);
        if let Some(link) = self.link {
            paper.part(11);
            paper.linked(words.permanent_link, link, words);
        }
        paper.part(12);
        paper.text
    }

    /// The words in one language between its quotation marks, and what is to be known of them.
    fn words(&self, paper: &mut Paper, own: &Rendition, words: &Phrases) {
        paper.part(2);
        paper.language(own.language, self.url().filter(|_| own.translation.is_none()));
        paper.part(3);
        let (open, close) = quotation_marks(own.language);
        paper.words(&join(&[open, trim(&own.text.plain()), close]));
        let made = own.translation.map(|translation| {
            let by = if translation.by.is_empty() { self.translator } else { &translation.by };
            words.translated(translation.kind, by.text(words.language), self.reading.language)
        });
        let status = self.reading.status;
        let told =
            made.or_else(|| (status != Status::Original).then(|| words.status(status).to_owned()));
        if let Some(told) = told {
            paper.part(5);
            paper.language(words.language, None);
            paper.part(6);
            paper.words(&told);
            paper.part(7);
        }
        paper.part(8);
    }

    /// Who said it, as what, where and when.
    fn attribution(&self, words: &Phrases, calendar: &dyn Calendar) -> String {
        let speaker =
            self.speaker.map_or(words.unknown_speaker, |own| own.name.text(words.language));
        let date = dated(self.quote.date.as_ref(), words, calendar);
        let role = self.quote.role.text(words.language);
        listed(words, &[speaker, role, self.quote.occasion.text(words.language), &date])
    }

    /// The article: outlet, headline, author, date, address.
    fn source(&self, paper: &mut Paper, words: &Phrases, calendar: &dyn Calendar) {
        let Some(article) = self.article else {
            paper.words(words.unknown_outlet);
            paper.text.push('.');
            return;
        };
        let outlet = article.outlet.text(words.language);
        let outlet = if outlet.is_empty() {
            join(&[words.unknown_outlet, words.comma, words.article_kind(article.kind)])
        } else {
            outlet.to_owned()
        };
        paper.words(&outlet);
        if let Some(headline) = &article.headline {
            paper.text.push_str(words.comma);
            let (open, close) = quotation_marks(article.language);
            let headline = join(&[open, headline, close]);
            match self.url().filter(|_| paper.format != Format::Text) {
                Some(url) => paper.linked(&headline, url, words),
                None => paper.words(&headline),
            }
        }
        let author = match &article.author {
            Some(author) => join(&[words.author, " ", author]),
            None => String::new(),
        };
        let rest = listed(words, &[&author, &dated(article.date.as_ref(), words, calendar)]);
        if !rest.is_empty() {
            paper.text.push_str(words.comma);
            paper.words(&rest);
        }
        match self.url() {
            Some(url) if paper.format == Format::Text => {
                paper.text.push_str(words.comma);
                paper.text.push_str(url);
            }
            Some(url) if article.headline.is_none() => {
                paper.text.push_str(words.comma);
                paper.linked(url, url, words);
            }
            _ => {}
        }
        // A point would become part of the address.
        if self.url().is_none() || paper.format != Format::Text {
            paper.text.push('.');
        }
    }

    fn url(&self) -> Option<&str> {
        self.article?.url.as_deref().filter(|url| super::passage::is_web_address(url))
    }
}

fn dated(date: Option<&Edtf>, words: &Phrases, calendar: &dyn Calendar) -> String {
    date.map_or_else(String::new, |date| words.date(date, Length::Long, calendar))
}

/// Those that say something, with commas.
fn listed(words: &Phrases, parts: &[&str]) -> String {
    let mut line = String::new();
    for part in parts {
        if !part.is_empty() {
            if !line.is_empty() {
                line.push_str(words.comma);
            }
            line.push_str(part);
        }
    }
    line
}

/// What stands between the words, numbered by [`Paper::part`]: text, HTML, Markdown.
const PARTS: [&str; 3] = [
    "||||| (||)|\n|— |\n|\n|",
    "<figure|>\n|<blockquote|><p>|| <small|>(|)</small>|</p></blockquote>\n|<figcaption>|. | |</figcaption>\n</figure>\n",
    "||> ||| *(||)*|\n>\n|> — |\n\n| |\n",
];

/// What is written on.
struct Paper {
    format: Format,
    text: String,
}

impl Paper {
    /// A part of [`PARTS`].
    #[inline(never)]
    fn part(&mut self, number: usize) {
        let [text, html, markdown] = PARTS;
        let mut parts = Some(match self.format {
            Format::Text => text,
            Format::Html => html,
            Format::Markdown => markdown,
        });
        for at in 0..=number {
            let Some(all) = parts else { break };
            let (part, after) = cut(all, b'|');
            if at == number {
                self.text.push_str(part);
            }
            parts = after;
        }
    }

    /// Words, with what means something in the format escaped. They are one line.
    #[inline(never)]
    fn words(&mut self, words: &str) {
        for letter in words.chars() {
            let letter = if letter < ' ' { ' ' } else { letter };
            match (self.format, letter) {
                (Format::Html, '&') => self.text.push_str("&amp;"),
                (Format::Html, '<') => self.text.push_str("&lt;"),
                (Format::Html, '>') => self.text.push_str("&gt;"),
                (Format::Html, '"') => self.text.push_str("&quot;"),
                (
                    Format::Markdown,
                    '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '~' | '|',
                ) => {
                    self.text.push('\\');
                    self.text.push(letter);
                }
                _ => self.text.push(letter),
            }
        }
    }

    /// A text that leads to an address.
    fn linked(&mut self, text: &str, url: &str, words: &Phrases) {
        match self.format {
            Format::Text => self.text.push_str(&join(&[text, words.colon, url])),
            Format::Html => {
                self.text.push_str("<a href=\"");
                self.words(url);
                self.text.push_str("\">");
                self.words(text);
                self.text.push_str("</a>");
            }
            Format::Markdown => {
                self.text.push('[');
                self.words(text);
                self.text.push_str("](<");
                // Between angle brackets only these three mean something, and a line's end.
                for letter in url.chars() {
                    match letter {
                        '<' => self.text.push_str("%3C"),
                        '>' => self.text.push_str("%3E"),
                        '\\' => self.text.push_str("%5C"),
                        '\0'..=' ' => {}
                        letter => self.text.push(letter),
                    }
                }
                self.text.push_str(">)");
            }
        }
    }

    /// The attributes of an element in HTML: its language, its direction, its source.
    fn language(&mut self, language: Language, source: Option<&str>) {
        if self.format != Format::Html {
            return;
        }
        self.text.push_str(&join(&[" lang=\"", language.as_str(), "\""]));
        if language.is_right_to_left() {
            self.text.push_str(" dir=\"rtl\"");
        }
        if let Some(source) = source {
            self.text.push_str(" cite=\"");
            self.words(source);
            self.text.push('"');
        }
    }
}
