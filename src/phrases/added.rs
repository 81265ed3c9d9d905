//! Tables of further languages, handed over while the page is open.

use std::cell::RefCell;

use super::english::ENGLISH;
use super::{Phrases, built_in};
use crate::dossier::Language;
use crate::join::{digits, join};

thread_local! {
    /// A table stays as long as the page, since widgets hold on to it. What is added again is the one
    /// that is there, so that there are as many as a page has written; the last one counts.
    static ADDED: RefCell<Vec<Added>> = const { RefCell::new(Vec::new()) };
}

/// A table, the lines that it was read from, and what is wrong in them.
struct Added {
    lines: &'static str,
    phrases: &'static Phrases,
    problems: String,
}

/// The table that was added for a language.
pub(super) fn find(language: Language) -> Option<&'static Phrases> {
    ADDED.with_borrow(|all| {
        let mut all = all.iter().rev().map(|own| own.phrases);
        all.find(|own| language.matches(own.language))
    })
}

/// Whether the interface speaks a language.
///
/// ```
/// use quote_timeline::{dossier::Language, phrases::is_known};
/// assert!(is_known(Language::FRENCH));
/// assert!(!is_known(Language::new("de").unwrap()));
/// ```
pub fn is_known(language: Language) -> bool {
    built_in(language).is_some() || find(language).is_some()
}

/// Adds the interface's words in a language. Each line of `table` is a key and its texts, with tabs
/// between them: one text, or for something that is counted one for each of
/// [`CATEGORIES`](super::CATEGORIES), or as many as the table has in a row. `plural` tells the place
/// of a number's category.
///
/// What is not in the table is said in English. Returns what is missing or unknown, a line each.
///
/// ```
/// use quote_timeline::{dossier::Language, phrases::{Phrases, add}};
/// let german = Language::new("de").unwrap();
/// let problems = add(german, "search\tSuchen\nserach\tSuchen", |_, _| 5);
/// assert!(problems.contains("serach: there is no such key\n"));
/// assert!(problems.contains("clear: missing; it is said in English\n"));
/// assert_eq!(Phrases::of(german).language, german);
/// ```
pub fn add(language: Language, table: &str, plural: fn(Language, usize) -> usize) -> String {
    ADDED.with_borrow_mut(|all| {
        let is = |own: &Added| own.lines == table && own.phrases.language == language;
        let own = match all.iter().position(is) {
            Some(place) => all.remove(place),
            None => Added::new(language, table, plural),
        };
        let problems = own.problems.clone();
        all.push(own);
        problems
    })
}

impl Added {
    fn new(language: Language, table: &str, plural: fn(Language, usize) -> usize) -> Self {
        let lines: &'static str = table.to_owned().leak();
        let mut phrases = ENGLISH;
        phrases.language = language;
        phrases.dates = built_in(language).and_then(|own| own.dates);
        phrases.plural = plural;
        let mut problems = String::new();
        let mut places: Vec<_> = KEYS.split_ascii_whitespace().zip(phrases.places()).collect();
        for line in lines.lines() {
            let mut texts = line.split('\t');
            let key = texts.next().unwrap_or_default();
            let texts: Vec<&str> = texts.collect();
            let Some(number) = places.iter().position(|(own, _)| *own == key) else {
                problems.push_str(&join(&[key, ": there is no such key\n"]));
                continue;
            };
            let (_, place) = places.remove(number);
            if place.len() == texts.len() {
                place.copy_from_slice(&texts);
            } else {
                problems.push_str(&join(&[key, ": ", &digits(place.len()), " texts are wanted\n"]));
            }
        }
        for (key, _) in places {
            problems.push_str(&join(&[key, ": missing; it is said in English\n"]));
        }
        Self { lines, phrases: Box::leak(Box::new(phrases)), problems }
    }
}

/// The keys of a table, and for each where its texts stand.
macro_rules! keys {
    ($($one:ident)*; $($counted:ident)*; $($row:ident)*; $($pairs:ident)*) => {
        /// The keys of a table are the names of the fields, a space after each.
        const KEYS: &str = concat!(
            $(stringify!($one), " ",)* $(stringify!($counted), " ",)*
            $(stringify!($row), " ",)* $(stringify!($pairs), " ",)*
        );

        impl Phrases {
            /// The texts of each key, in their order.
            fn places(&mut self) -> Vec<&mut [&'static str]> {
                vec![
                    $(std::slice::from_mut(&mut self.$one),)*
                    $(&mut self.$counted.forms,)*
                    $(&mut self.$row,)*
                    $(self.$pairs.as_flattened_mut(),)*
                ]
            }
        }
    };
}

keys! {
        colon
        comma
        controls
        part_failed
        search
        search_hint
        speaker
        all_speakers
        outlet
        all_outlets
        entity
        all_entities
        filters
        clear
        timeline
        timeline_keys
        help
        wheel_hint
        wheel_hint_mac
        to_selection
        back
        event_clusters
        quote_clusters
        events
        quotes
        zoom_in
        zoom_out
        earlier
        later
        fit
        cite
        cite_reading
        cite_languages
        both_languages
        copy_link
        copied
        copy_by_hand
        permanent_link
        see_in_article
        nothing_found
        nothing_found_hint
        no_quote_found
        clear_search
        subjects
        show_everything
        no_quotes
        show_all
        show_more
        in_time
        unknown_speaker
        unknown_outlet
        no_translation
        compared_with
        base_text
        differences
        left_out
        articles_words
        same_words
        other_words
        word_by_word
        show
        typography
        original
        as_printed
        aligned_automatically
        rendered
        from
        from_vowel
        by
        makers
        machine
        languages
        via
        sources
        figures
        figures_hint
        figures_differ
        figures_agree
        one_article
        units_differ
        from_to
        thousands
        decimal_point
        before_christ
        hour_mark
        date_about
        date_uncertain
        date_until
        date_since
        articles
        author
        undated
        headline_missing
        close
        cluster
        introduction
        eras
        play_on
        show_of
        loads
        open_on
        open_file
        picture_missing;
        event_count
        quote_count
        article_count
        read_count dropped_count
        entity_count;
        copy_as
        variants
        variants_said
        shown
        date_seasons
        statuses
        article_kinds
        entity_kinds
        quotation_marks
        keeps;
        keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_types_for_pages_name_every_key() {
        let types = include_str!("../../pkg/element.d.ts");
        for key in KEYS.split_ascii_whitespace() {
            assert!(types.contains(&format!("\n  {key}?: ")), "{key} is not in element.d.ts");
        }
    }

    #[test]
    fn forms_go_by_the_category_and_the_last_table_counts() {
        let polish = Language::new("pl").unwrap();
        let category = |_, number| match number {
            1 => 1,
            2..=4 => 3,
            _ => 4,
        };
        let table = "event_count\t-\twydarzenie\t-\twydarzenia\twydarzeń\twydarzenia";
        add(polish, "search\tSzukaj", |_, _| 5);
        add(polish, table, category);
        let words = Phrases::of(Language::new("pl-PL").unwrap());
        let told = |number| words.count(number, words.event_count);
        assert_eq!(told(1), "1\u{A0}wydarzenie");
        assert_eq!(told(3), "3\u{A0}wydarzenia");
        assert_eq!(told(7), "7\u{A0}wydarzeń");
        assert_eq!(words.search, "Search", "a table replaces another whole");
    }

    #[test]
    fn a_table_that_is_there_is_not_kept_twice() {
        let czech = Language::new("cs").unwrap();
        let said = || Phrases::of(czech);
        add(czech, "search\tHledat", |_, _| 5);
        let first = said();
        add(czech, "search\tNajít", |_, _| 5);
        assert_eq!(said().search, "Najít");
        for _ in 0..3 {
            let problems = add(czech, "search\tHledat", |_, _| 5);
            assert!(problems.contains("clear: missing; it is said in English\n"));
            assert!(std::ptr::eq(said(), first), "the same table");
        }
        let kept = ADDED.with_borrow(Vec::len);
        assert_eq!(kept, 2, "two tables were written");
    }

    #[test]
    fn texts_are_counted() {
        let problems = add(Language::new("nl").unwrap(), "copy_as\tEen", |_, _| 5);
        assert!(problems.contains("copy_as: 3 texts are wanted\n"), "{problems:?}");
    }
}
