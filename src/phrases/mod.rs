//! The words of the interface, in one place: a table a language.

mod added;
mod english;
mod french;

pub use added::{add, is_known};
use english::ENGLISH;
use french::FRENCH;

use crate::dossier::{ArticleKind, EntityKind, Language, Status, TranslatorKind};
use crate::edtf::{self, Calendar, Edtf, Frames, Length};
use crate::join::{digits, join};

/// The forms of a thing that is counted, by the plural categories of CLDR: zero, one, two, few, many,
/// other. A language has two to six of them.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    forms: [&'static str; 6],
}

/// The plural categories, in the order of [`Counted`]'s forms.
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
const ONE: usize = 1;
const OTHER: usize = 5;

impl Counted {
    /// One form for one thing, another for all other numbers.
    const fn new(one: &'static str, other: &'static str) -> Self {
        Self { forms: [other, one, other, other, other, other] }
    }
}

/// Everything the interface says in one language.
#[derive(Clone, Copy, Debug)]
pub struct Phrases {
    /// The language they are in.
    pub language: Language,
    /// The language that dates are written out in, word by word; that of the calendar where there is
    /// none.
    pub dates: Option<edtf::Language>,
    /// The place in [`CATEGORIES`] of a number's, in a language.
    pub(crate) plural: fn(Language, usize) -> usize,
    /// Opening and closing quotation mark, with the spaces that go inside.
    pub quotation_marks: [&'static str; 2],
    /// What stands before a colon's explanation, with its spaces.
    pub colon: &'static str,
    /// What stands between things that are told one after the other, with its space.
    pub(crate) comma: &'static str,
    pub(crate) search: &'static str,
    pub(crate) search_hint: &'static str,
    pub(crate) speaker: &'static str,
    pub(crate) all_speakers: &'static str,
    pub(crate) outlet: &'static str,
    pub(crate) all_outlets: &'static str,
    pub(crate) entity: &'static str,
    pub(crate) all_entities: &'static str,
    pub(crate) filters: &'static str,
    pub(crate) clear: &'static str,
    pub(crate) timeline: &'static str,
    /// What the group of its buttons is called.
    pub(crate) controls: &'static str,
    pub(crate) timeline_keys: &'static str,
    pub(crate) help: &'static str,
    /// For each line of the help its keys or gesture, and what that does. The first ten are those of
    /// `dom::keys`, in its order.
    pub(crate) keys: [[&'static str; 2]; 17],
    pub(crate) wheel_hint: &'static str,
    pub(crate) wheel_hint_mac: &'static str,
    pub(crate) to_selection: &'static str,
    pub(crate) back: &'static str,
    pub(crate) event_clusters: &'static str,
    pub(crate) quote_clusters: &'static str,
    pub(crate) events: &'static str,
    pub(crate) quotes: &'static str,
    pub(crate) zoom_in: &'static str,
    pub(crate) zoom_out: &'static str,
    pub(crate) earlier: &'static str,
    pub(crate) later: &'static str,
    pub(crate) fit: &'static str,
    pub(crate) event_count: Counted,
    pub(crate) quote_count: Counted,
    pub(crate) article_count: Counted,
    /// How much of a dossier in parts has been read.
    pub(crate) read_count: Counted,
    pub(crate) part_failed: &'static str,
    pub(crate) dropped_count: Counted,
    pub(crate) entity_count: Counted,
    pub(crate) cite: &'static str,
    pub(crate) cite_reading: &'static str,
    pub(crate) cite_languages: &'static str,
    pub(crate) both_languages: &'static str,
    /// Copy as text, as HTML, as Markdown, in the order of [`crate::cite::Format`].
    pub(crate) copy_as: [&'static str; 3],
    pub(crate) copy_link: &'static str,
    pub(crate) copied: &'static str,
    pub(crate) copy_by_hand: &'static str,
    pub(crate) permanent_link: &'static str,
    pub(crate) see_in_article: &'static str,
    pub(crate) nothing_found: &'static str,
    pub(crate) nothing_found_hint: &'static str,
    pub(crate) no_quote_found: &'static str,
    pub(crate) clear_search: &'static str,
    pub(crate) subjects: &'static str,
    pub(crate) show_everything: &'static str,
    pub(crate) no_quotes: &'static str,
    pub(crate) show_all: &'static str,
    pub(crate) show_more: &'static str,
    pub(crate) in_time: &'static str,
    pub(crate) unknown_speaker: &'static str,
    pub(crate) unknown_outlet: &'static str,
    pub(crate) no_translation: &'static str,
    pub(crate) compared_with: &'static str,
    pub(crate) base_text: &'static str,
    /// What kinds of variants are called: substitution, addition, omission, transposition.
    pub(crate) variants: [&'static str; 4],
    /// What stands between the reading's words and the base's, for each kind.
    pub(crate) variants_said: [&'static str; 4],
    pub(crate) differences: &'static str,
    pub(crate) left_out: &'static str,
    pub(crate) articles_words: &'static str,
    /// What stands before and after the percentage of the base's words that a reading keeps.
    pub(crate) keeps: [&'static str; 2],
    pub(crate) same_words: &'static str,
    pub(crate) other_words: &'static str,
    pub(crate) word_by_word: &'static str,
    pub(crate) show: &'static str,
    /// Both languages, the original, the translation.
    pub(crate) shown: [&'static str; 3],
    pub(crate) typography: &'static str,
    pub(crate) original: &'static str,
    pub(crate) as_printed: &'static str,
    pub(crate) aligned_automatically: &'static str,
    /// That a text is translated, where it is not known from what.
    rendered: &'static str,
    /// What stands before the language that a text is translated from.
    from: &'static str,
    /// The same before a vowel.
    from_vowel: &'static str,
    by: &'static str,
    makers: &'static str,
    machine: &'static str,
    /// Languages by tag.
    languages: &'static str,
    pub(crate) via: &'static str,
    pub(crate) sources: &'static str,
    pub(crate) figures: &'static str,
    pub(crate) figures_hint: &'static str,
    pub(crate) figures_differ: &'static str,
    pub(crate) figures_agree: &'static str,
    pub(crate) one_article: &'static str,
    pub(crate) units_differ: &'static str,
    pub(crate) from_to: &'static str,
    pub(crate) thousands: &'static str,
    pub(crate) decimal_point: &'static str,
    /// What follows a year before the first, and what stands between hours and minutes.
    pub(crate) before_christ: &'static str,
    pub(crate) hour_mark: &'static str,
    /// What a calendar does not say, `{}` in the date's place.
    date_about: &'static str,
    date_uncertain: &'static str,
    date_until: &'static str,
    date_since: &'static str,
    /// Spring to winter of a year.
    date_seasons: [&'static str; 4],
    pub(crate) articles: &'static str,
    pub(crate) author: &'static str,
    pub(crate) undated: &'static str,
    pub(crate) headline_missing: &'static str,
    pub(crate) close: &'static str,
    pub(crate) cluster: &'static str,
    pub(crate) introduction: &'static str,
    pub(crate) eras: &'static str,
    pub(crate) play_on: &'static str,
    pub(crate) show_of: &'static str,
    pub(crate) loads: &'static str,
    pub(crate) open_on: &'static str,
    pub(crate) open_file: &'static str,
    pub(crate) picture_missing: &'static str,
    pub(crate) statuses: [&'static str; 5],
    pub(crate) article_kinds: [&'static str; 4],
    pub(crate) entity_kinds: [&'static str; 9],
}

impl Phrases {
    /// The table of a language, one that was [added](add) first; English where there is none.
    ///
    /// ```
    /// use quote_timeline::{dossier::Language, phrases::Phrases};
    ///
    /// let french = Phrases::of(Language::new("fr-BE").unwrap());
    /// assert_eq!(french.quotation_marks[0], "«\u{202F}");
    /// assert_eq!(Phrases::of(Language::new("ja").unwrap()).language, Language::ENGLISH);
    /// ```
    pub fn of(language: Language) -> &'static Self {
        added::find(language).or_else(|| built_in(language)).unwrap_or(&ENGLISH)
    }

    /// A date in words. `calendar` is that of this language, and has the names of the months.
    ///
    /// ```
    /// use quote_timeline::{dossier::Language, edtf::{Builtin, Edtf, Length}, phrases::Phrases};
    /// let date = Edtf::parse("2024-03-12~")?;
    /// let told = |language| Phrases::of(language).date(&date, Length::Long, &Builtin);
    /// assert_eq!(told(Language::FRENCH), "vers le 12 mars 2024");
    /// # Ok::<(), quote_timeline::edtf::ParseError>(())
    /// ```
    pub fn date(&self, date: &Edtf, length: Length, calendar: &dyn Calendar) -> String {
        if let Some(language) = self.dates {
            return edtf::words(date, language, length, calendar);
        }
        let frames = Frames {
            about: self.date_about,
            uncertain: self.date_uncertain,
            until: self.date_until,
            since: self.date_since,
            seasons: self.date_seasons,
        };
        edtf::words_by(date, &frames, length, calendar)
    }

    /// A number and the thing counted: "1 quote", "12 quotes".
    pub fn count(&self, number: usize, thing: Counted) -> String {
        let form = (self.plural)(self.language, number);
        let word = thing.forms.get(form).copied().unwrap_or_default();
        join(&[&digits(number), "\u{A0}", word])
    }

    /// What a reading's status is called.
    pub fn status(&self, status: Status) -> &'static str {
        named(Status::ALL.iter().position(|(_, own)| *own == status), &self.statuses)
    }

    /// What an article's kind is called.
    pub fn article_kind(&self, kind: ArticleKind) -> &'static str {
        named(ArticleKind::ALL.iter().position(|(_, own)| *own == kind), &self.article_kinds)
    }

    /// What a group of entities of a kind is called.
    pub fn entity_kind(&self, kind: EntityKind) -> &'static str {
        named(EntityKind::ALL.iter().position(|(_, own)| *own == kind), &self.entity_kinds)
    }

    /// Whose translation it is, a machine's or a person's, and from which language: "translated
    /// from French by Anna Weber". From which language is left out where it is not known.
    ///
    /// ```
    /// use quote_timeline::{dossier::{Language, TranslatorKind}, phrases::Phrases};
    ///
    /// let words = Phrases::of(Language::FRENCH);
    /// let told = |from| words.translated(TranslatorKind::Machine, "DeepL", from);
    /// assert_eq!(told(Language::ENGLISH), "traduit de l’anglais par une machine, DeepL");
    /// assert_eq!(told(Language::UNDETERMINED), "traduit par une machine, DeepL");
    /// ```
    pub fn translated(&self, kind: TranslatorKind, name: &str, from: Language) -> String {
        let language = self.language_name(from);
        let vowel = matches!(language.as_bytes().first(), Some(b'a' | b'e' | b'i' | b'o' | b'u'));
        let before = if vowel { self.from_vowel } else { self.from };
        let language = if language.is_empty() { from.as_str() } else { language };
        let by = match kind {
            TranslatorKind::Dossier => self.makers,
            TranslatorKind::Machine => self.machine,
            TranslatorKind::Person | TranslatorKind::Outlet => name,
        };
        let mut text = match from {
            Language::UNDETERMINED => self.rendered.to_owned(),
            _ => join(&[before, language]),
        };
        if !by.is_empty() {
            text.push_str(&join(&[self.by, by]));
        }
        if !name.is_empty() && by != name {
            text.push_str(&join(&[self.comma, name]));
        }
        text
    }

    /// What a language is called in this one; empty where that is not known here.
    pub fn language_name(&self, language: Language) -> &'static str {
        entry(self.languages, language).unwrap_or_default()
    }
}

/// The table of a language that is there without being added.
fn built_in(language: Language) -> Option<&'static Phrases> {
    [&FRENCH, &ENGLISH].into_iter().find(|own| language.matches(own.language))
}

fn named(place: Option<usize>, names: &[&'static str]) -> &'static str {
    place.and_then(|place| names.get(place)).copied().unwrap_or_default()
}

/// Quotation marks of the language that a text is in, whatever the interface's.
///
/// ```
/// use quote_timeline::{dossier::Language, phrases::quotation_marks};
///
/// assert_eq!(quotation_marks(Language::FRENCH), ("«\u{202F}", "\u{202F}»"));
/// assert_eq!(quotation_marks(Language::ENGLISH), ("“", "”"));
/// ```
pub fn quotation_marks(language: Language) -> (&'static str, &'static str) {
    // CLDR 45, delimiters, for the languages most read; the others get English ones.
    const MARKS: &str = "fr=«\u{202F}|\u{202F}» de=„|“ es=«|» it=«|» pt=«|» ru=«|» uk=«|» pl=„|” \
        ja=「|」 zh=「|」";
    entry(MARKS, language).and_then(|marks| marks.split_once('|')).unwrap_or(("“", "”"))
}

/// What a language calls itself; nothing where that is not known here.
///
/// ```
/// use quote_timeline::{dossier::Language, phrases::own_name};
///
/// assert_eq!(own_name(Language::FRENCH), Some("Français"));
/// ```
pub fn own_name(language: Language) -> Option<&'static str> {
    const NAMES: &str = "ar=العربية de=Deutsch en=English es=Español fr=Français it=Italiano \
        ja=日本語 pl=Polski pt=Português ru=Русский uk=Українська zh=中文";
    entry(NAMES, language)
}

/// What a table `tag=value tag=value ...` has for a language.
fn entry(table: &'static str, language: Language) -> Option<&'static str> {
    for entry in table.split_ascii_whitespace() {
        if let Some((tag, value)) = entry.split_once('=')
            && tag == language.primary()
        {
            return Some(value);
        }
    }
    None
}
