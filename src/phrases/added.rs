//! Tables of further languages, handed over while the page is open.

use std::cell::RefCell;

use super::Phrases;
use super::english::ENGLISH;
use crate::dossier::Language;
use crate::join::{digits, join};

thread_local! {
    /// A table stays as long as the page: widgets hold on to it, and there are as many as languages.
    static ADDED: RefCell<Vec<&'static Phrases>> = const { RefCell::new(Vec::new()) };
}

/// The table that was added for a language.
pub(super) fn find(language: Language) -> Option<&'static Phrases> {
    ADDED.with_borrow(|all| all.iter().rev().find(|own| language.matches(own.language)).copied())
}

/// Whether the interface speaks a language.
///
/// ```
/// use quote_timeline::{dossier::Language, phrases::is_known};
/// assert!(is_known(Language::FRENCH));
/// assert!(!is_known(Language::new("de").unwrap()));
/// ```
pub fn is_known(language: Language) -> bool {
    let own = [Language::FRENCH, Language::ENGLISH];
    own.iter().any(|known| language.matches(*known)) || find(language).is_some()
}

/// Adds the interface's words in a language. Each line of `table` is a key and its texts, with tabs
/// between them: one text, or for something that is counted one for each of
/// [`CATEGORIES`](super::CATEGORIES), or as many as the table has in a row. `plural` tells the place
/// of a number's category.
///
/// What is not in the table is said in English. Returns what is missing or unknown, a sentence each.
///
/// ```
/// use quote_timeline::{dossier::Language, phrases::{Phrases, add}};
/// let german = Language::new("de").unwrap();
/// let problems = add(german, "search\tSuchen\nserach\tSuchen", |_, _| 5);
/// assert!(problems.contains(&"serach: there is no such key".to_owned()));
/// assert!(problems.contains(&"clear: missing; it is said in English".to_owned()));
/// assert_eq!(Phrases::of(german).language, german);
/// ```
pub fn add(language: Language, table: &str, plural: fn(Language, usize) -> usize) -> Vec<String> {
    let mut phrases = Phrases { language, plural, ..ENGLISH.clone() };
    let mut problems = Vec::new();
    let mut given = Vec::new();
    for line in table.lines() {
        let mut texts = line.split('\t');
        let key = texts.next().unwrap_or_default();
        let texts: Vec<&str> = texts.collect();
        let Some(places) = phrases.places(key) else {
            problems.push(join(&[key, ": there is no such key"]));
            continue;
        };
        if places.len() != texts.len() {
            problems.push(join(&[key, ": ", &digits(places.len()), " texts are wanted"]));
            continue;
        }
        for (place, text) in places.into_iter().zip(texts) {
            *place = text.to_owned().leak();
        }
        given.push(key);
    }
    for key in KEYS.iter().filter(|key| !given.contains(key)) {
        problems.push(join(&[key, ": missing; it is said in English"]));
    }
    let phrases: &'static Phrases = Box::leak(Box::new(phrases));
    ADDED.with_borrow_mut(|all| all.push(phrases));
    problems
}

/// The keys of a table, and for each where its texts stand.
macro_rules! keys {
    ($($one:ident)*; $($counted:ident)*; $($row:ident)*; $($pair:ident)*; $($pairs:ident)*) => {
        /// The keys of a table are the names of the fields.
        pub(super) const KEYS: &[&str] = &[
            $(stringify!($one),)* $(stringify!($counted),)* $(stringify!($row),)*
            $(stringify!($pair),)* $(stringify!($pairs),)*
        ];

        impl Phrases {
            fn places(&mut self, key: &str) -> Option<Vec<&mut &'static str>> {
                Some(match key {
                    $(stringify!($one) => vec![&mut self.$one],)*
                    $(stringify!($counted) => self.$counted.forms.iter_mut().collect(),)*
                    $(stringify!($row) => self.$row.iter_mut().collect(),)*
                    $(stringify!($pair) => vec![&mut self.$pair.0, &mut self.$pair.1],)*
                    $(stringify!($pairs) => {
                        self.$pairs.iter_mut().flat_map(|(one, other)| [one, other]).collect()
                    })*
                    _ => return None,
                })
            }
        }
    };
}

keys! {
        colon
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
        statuses
        article_kinds
        entity_kinds;
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
        for key in KEYS {
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
    fn texts_are_counted() {
        let problems = add(Language::new("nl").unwrap(), "copy_as\tEen", |_, _| 5);
        assert!(problems.contains(&"copy_as: 3 texts are wanted".to_owned()), "{problems:?}");
    }
}
