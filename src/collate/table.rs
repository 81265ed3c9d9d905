//! Three or more readings of one quote in one table, a column per place.

use super::differences::Strictness;
use super::sequence::agreements;
use super::tokens::{INFLECTED, Token, Tokens, is_inflected};
use std::ops::Range;

/// Readings laid side by side: rows are readings, columns are places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// From the first word to the last.
    pub columns: Vec<Column>,
}

/// A place: the stretch of each reading that stands there.
///
/// Words that follow one another and on which the same readings agree share a column, as in the
/// parallel segmentation of the TEI (`<app>` with a `<rdg>` for each group of witnesses).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// For each reading its bytes, from a word to a word; `None` where it has nothing here.
    pub cells: Vec<Option<Range<usize>>>,
    /// For each reading the first reading that has the same words here, so that readings with the
    /// same number form a group; `None` where it has nothing.
    pub groups: Vec<Option<usize>>,
    /// Whether all readings have the same words here.
    pub agrees: bool,
    /// For each reading its words here as they are compared; empty where it has none.
    said: Vec<String>,
}

impl Table {
    /// Aligns readings of one quote in one language.
    ///
    /// The first reading is the base; each further one is aligned with the table of those before
    /// it and may match any of them, as in `CollateX`. Words in another order are shown as an
    /// omission in one place and an addition in the other.
    ///
    /// ```
    /// use quote_timeline::collate::{differences::Strictness, table::Table};
    ///
    /// let readings = [
    ///     "nous continuerons d'avoir deux gammes",
    ///     "Nous continuerons à travailler sur les deux pistes.",
    ///     "Et nous continuerons d’avoir deux gammes.",
    /// ];
    /// let table = Table::new(&readings, "fr", Strictness::Words);
    ///
    /// let row = |reading: usize| -> Vec<&str> {
    ///     let cells = table.columns.iter().map(|column| column.cells[reading].clone());
    ///     cells.map(|cell| cell.map_or("-", |range| &readings[reading][range])).collect()
    /// };
    /// assert_eq!(row(0), ["-", "nous continuerons", "d'avoir", "deux", "gammes"]);
    /// assert_eq!(row(1), ["-", "Nous continuerons", "à travailler sur les", "deux", "pistes"]);
    /// assert_eq!(row(2), ["Et", "nous continuerons", "d’avoir", "deux", "gammes"]);
    /// assert!(table.columns[1].agrees);
    /// assert_eq!(table.columns[2].groups, [Some(0), Some(1), Some(0)]);
    /// ```
    pub fn new(readings: &[&str], language: &str, strictness: Strictness) -> Self {
        let mut known: Vec<Tokens> = Vec::with_capacity(readings.len());
        let mut places: Vec<Place> = Vec::new();
        for reading in readings {
            let tokens = Tokens::new(reading, language, strictness);
            places = with_row(places, &known, &tokens);
            known.push(tokens);
        }
        Self { columns: columns(&places, &known) }
    }
}

impl Table {
    /// The table with columns gathered to places of variation: between two columns where nobody
    /// has other words than the first reading, all columns are one. So readings that differ much
    /// are not cut into crumbs.
    ///
    /// In [`Column::groups`], a reading that differs from the first is its own group.
    ///
    /// ```
    /// use quote_timeline::collate::{differences::Strictness, table::Table};
    ///
    /// let readings = ["Le but n'est pas d'abandonner", "Il dit ne pas vouloir abandonner"];
    /// let table = Table::new(&readings, "fr", Strictness::Words).gathered();
    ///
    /// let cells = |column: usize| table.columns[column].cells[1].clone().map(|it| &readings[1][it]);
    /// assert_eq!((cells(0), cells(1)), (Some("Il dit ne pas vouloir"), Some("abandonner")));
    /// assert_eq!(table.columns.len(), 2);
    /// ```
    #[must_use]
    pub fn gathered(self) -> Self {
        let mut columns: Vec<Column> = Vec::new();
        let mut open = false;
        for column in self.columns {
            let firm = column.is_firm();
            match columns.last_mut() {
                Some(last) if open && !firm => last.take_in(&column),
                _ => {
                    let mut first = column;
                    first.group_by_base();
                    columns.push(first);
                }
            }
            open = !firm;
        }
        Self { columns }
    }
}

/// A short word has so many bytes at most.
const SHORT: usize = 3;

impl Column {
    /// Whether the first reading has words here, and nobody others. A lone short word says nothing.
    fn is_firm(&self) -> bool {
        let base = self.cells.first().and_then(Option::as_ref);
        base.is_some_and(|range| range.len() > SHORT)
            && self.groups.iter().all(|group| group.is_none_or(|first| first == 0))
    }

    /// Makes a group of its own of each reading that has not what the first has.
    fn group_by_base(&mut self) {
        self.groups.clear();
        for (row, (cell, said)) in self.cells.iter().zip(&self.said).enumerate() {
            let own = if Some(said) == self.said.first() { 0 } else { row };
            self.groups.push(cell.as_ref().map(|_| own));
        }
        self.agrees = self.groups.iter().all(|group| *group == Some(0));
    }

    /// Adds the next column.
    fn take_in(&mut self, next: &Self) {
        for (cell, other) in self.cells.iter_mut().zip(&next.cells) {
            match (cell.as_mut(), other) {
                (Some(cell), Some(other)) => cell.end = other.end,
                (None, Some(_)) => cell.clone_from(other),
                _ => {}
            }
        }
        for (said, more) in self.said.iter_mut().zip(&next.said) {
            said.push_str(more);
        }
        self.group_by_base();
    }
}

/// For each reading so far, its word at a place.
type Place = Vec<Option<usize>>;

fn token<'t>(readings: &'t [Tokens], row: usize, place: &Place) -> Option<&'t Token> {
    readings.get(row)?.list.get((*place.get(row)?)?)
}

/// The places with one more reading.
fn with_row(mut places: Vec<Place>, known: &[Tokens], tokens: &Tokens) -> Vec<Place> {
    let worth = |place: usize, word: usize| {
        let mut most = 0;
        if let (Some(place), Some(word)) = (places.get(place), tokens.list.get(word)) {
            for row in 0..known.len() {
                most = most.max(token(known, row, place).map_or(0, |own| likeness(own, word)));
            }
        }
        most
    };
    let mut agreed = agreements(places.len(), tokens.list.len(), &worth);
    agreed.push((places.len(), tokens.list.len()));

    let mut grown = Vec::with_capacity(places.len());
    let (mut place, mut word) = (0, 0);
    for (end, last) in agreed {
        loop {
            // Words that differ share the places up to here as they come, what is left over gets
            // places of its own; then the word stands under its like.
            let answered = place == end && word == last;
            let (joins, says) = (answered || place < end, answered || word < last);
            let shared = places.get_mut(place).filter(|_| joins).map(std::mem::take);
            let says = says && word < tokens.list.len();
            if shared.is_none() && !says {
                break;
            }
            let mut own = shared.unwrap_or_else(|| vec![None; known.len()]);
            own.push(says.then_some(word));
            grown.push(own);
            place += usize::from(joins);
            word += usize::from(says);
            if answered {
                break;
            }
        }
    }
    grown
}

/// What it is worth to put two words in one place: the same word, or one inflected otherwise.
/// More than in [`differences`](super::differences): in a table even a lone "est" must stand under "est".
fn likeness(one: &Token, other: &Token) -> i32 {
    if one.key == other.key {
        return 4 * one.weight;
    }
    if is_inflected(one, other) { INFLECTED } else { 0 }
}

/// Neighbouring places on which the same readings agree become one column.
fn columns(places: &[Place], readings: &[Tokens]) -> Vec<Column> {
    let mut columns = Vec::new();
    let mut start = 0;
    let mut before = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let own = partition(place, readings);
        if own != before && at > 0 {
            columns.push(column(places.get(start..at).unwrap_or_default(), readings));
            start = at;
        }
        before = own;
    }
    if !places.is_empty() {
        columns.push(column(places.get(start..).unwrap_or_default(), readings));
    }
    columns
}

/// For each reading the first that has the same word at a place, or like it none.
fn partition(place: &Place, readings: &[Tokens]) -> Vec<Option<usize>> {
    let key = |row| token(readings, row, place).map(|token| token.key.as_str());
    let mut first = Vec::with_capacity(place.len());
    for row in 0..place.len() {
        first.push((0..row).find(|other| key(*other) == key(row)));
    }
    first
}

#[inline(never)]
fn column(run: &[Place], readings: &[Tokens]) -> Column {
    let (cells, groups, said) = (Vec::new(), Vec::new(), Vec::<String>::new());
    let mut column = Column { cells, groups, agrees: true, said };
    for row in 0..readings.len() {
        let mut cell: Option<Range<usize>> = None;
        let mut words = String::new();
        for place in run {
            if let Some(token) = token(readings, row, place) {
                // A space before each, lest two words be one of the same letters.
                words.push(' ');
                words.push_str(&token.key);
                let start = cell.map_or(token.range.start, |cell| cell.start);
                cell = Some(start..token.range.end);
            }
        }
        let first = column.said.iter().position(|other| *other == words).unwrap_or(row);
        let group = cell.as_ref().map(|_| first);
        column.said.push(words);
        column.agrees &= group == Some(0);
        column.cells.push(cell);
        column.groups.push(group);
    }
    column
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Rows of a table, columns divided by bars.
    fn rows(readings: &[&str]) -> Vec<String> {
        let table = Table::new(readings, "fr", Strictness::Words);
        let row = |(row, reading): (usize, &&str)| {
            let cells = table.columns.iter().map(|column| column.cells[row].clone());
            cells
                .map(|cell| cell.map_or("-", |range| &reading[range]))
                .collect::<Vec<_>>()
                .join(" | ")
        };
        readings.iter().enumerate().map(row).collect()
    }

    #[test]
    fn three_outlets_on_research() {
        let readings = [
            "L'activité commerciale nous permettra de financer la recherche coûteuse nécessaire au développement de modèles",
            "L'activité commerciale nous permettra de financer les recherches coûteuses nécessaires au développement de nouveaux modèles",
            "l’activité commerciale nous permettra de financer la recherche coûteuse nécessaire au développement de modèles.",
        ];
        assert_eq!(
            rows(&readings),
            [
                "L'activité commerciale nous permettra de financer | la recherche coûteuse nécessaire | au développement de | - | modèles",
                "L'activité commerciale nous permettra de financer | les recherches coûteuses nécessaires | au développement de | nouveaux | modèles",
                "l’activité commerciale nous permettra de financer | la recherche coûteuse nécessaire | au développement de | - | modèles",
            ]
        );
    }

    #[test]
    fn a_third_reading_may_follow_the_second() {
        assert_eq!(
            rows(&["Le but est clair", "L'objectif principal est clair", "L'objectif est évident"]),
            [
                "Le but | - | est | clair",
                "L'objectif | principal | est | clair",
                "L'objectif | - | est | évident"
            ]
        );
    }

    #[test]
    fn an_inflected_word_stands_under_its_like() {
        assert_eq!(
            rows(&["la recherche", "toutes nos belles recherches", "nos recherches"]),
            [
                "la | - | - | recherche",
                "toutes | nos | belles | recherches",
                "- | nos | - | recherches"
            ]
        );
    }

    #[test]
    fn words_set_apart_still_agree_once_joined() {
        let readings = ["demande demande a", "deux demander", "demander a"];
        for column in Table::new(&readings, "fr", Strictness::Words).columns {
            let text = |row: usize| column.cells[row].clone().map(|range| &readings[row][range]);
            assert_eq!(column.groups[1] == column.groups[2], text(1) == text(2));
        }
    }

    #[test]
    fn a_word_is_the_same_wherever_in_a_gathered_place_it_stood() {
        let readings =
            ["demande a aa", "deux demander demande", "demande deux demander demander", "demande"];
        let table = Table::new(&readings, "fr", Strictness::Words).gathered();
        let said = |column: &Column, row: usize| {
            column.cells[row].clone().map(|range| readings[row][range].to_owned())
        };
        for column in table.columns.iter().filter(|own| own.cells[0].is_some()) {
            assert_eq!(column.groups[3] == Some(0), said(column, 3) == said(column, 0));
        }
    }

    #[test]
    fn few_readings() {
        assert_eq!(Table::new(&[], "fr", Strictness::Words).columns, []);
        assert_eq!(Table::new(&["", "« »"], "fr", Strictness::Words).columns, []);
        assert_eq!(rows(&["Le but"]), ["Le but"]);
        assert_eq!(rows(&["", "Le but"]), ["-", "Le but"]);
    }

    proptest! {
        #[test]
        fn every_word_stands_in_one_place(
            readings in prop::collection::vec("([a-c]{1,2} |demande |demander |deux ){0,7}", 0..5),
        ) {
            let readings: Vec<&str> = readings.iter().map(String::as_str).collect();
            let table = Table::new(&readings, "fr", Strictness::Words);
            for (row, reading) in readings.iter().enumerate() {
                let cells: Vec<&str> =
                    table.columns.iter().filter_map(|column| column.cells[row].clone()).map(|range| &reading[range]).collect();
                prop_assert_eq!(cells.join(" "), reading.trim_end());
            }
            for column in &table.columns {
                prop_assert!(column.cells.iter().any(Option::is_some));
                for row in 0..readings.len() {
                    let text = |row: usize| column.cells[row].clone().map(|range| &readings[row][range]);
                    let first = (0..readings.len()).find(|&other| text(other) == text(row));
                    prop_assert_eq!(column.groups[row], first.filter(|_| text(row).is_some()));
                }
                prop_assert_eq!(column.agrees, column.groups.iter().all(|group| *group == Some(0)));
            }
        }

        #[test]
        fn gathering_loses_no_word(
            readings in prop::collection::vec("([a-c]{1,2} |demande |demander |deux ){0,7}", 0..5),
        ) {
            let readings: Vec<&str> = readings.iter().map(String::as_str).collect();
            let table = Table::new(&readings, "fr", Strictness::Words).gathered();
            for (row, reading) in readings.iter().enumerate() {
                let cells: Vec<&str> =
                    table.columns.iter().filter_map(|column| column.cells[row].clone()).map(|range| &reading[range]).collect();
                prop_assert_eq!(cells.join(" "), reading.trim_end());
            }
            for column in &table.columns {
                for row in 0..readings.len() {
                    let text = |row: usize| column.cells[row].clone().map(|range| &readings[row][range]);
                    let same = text(row).is_some() && text(row) == text(0);
                    prop_assert_eq!(column.groups[row].is_some(), text(row).is_some());
                    if row > 0 && text(0).is_some() {
                        prop_assert!(!same || column.groups[row] == Some(0));
                        prop_assert!(same || column.groups[row] != Some(0));
                    }
                }
            }
        }

        #[test]
        fn readings_that_agree_need_one_column(reading in "([a-c]{1,3} ){1,7}", times in 1_usize..4) {
            let table = Table::new(&vec![reading.as_str(); times], "fr", Strictness::Words);
            prop_assert_eq!(table.columns.len(), 1);
            prop_assert!(table.columns[0].agrees);
        }
    }
}
