//! One date with what is said of it: about, uncertain, which part is doubted.

use super::grammar::{Grammar, Noun, Preposition};
use super::shared::Shared;
use super::{Form, Style, push_zone, whole_qualifier};
use crate::edtf::Single;
use crate::edtf::date::Date;
use crate::edtf::qualifier::{Part, Qualifier};

/// A noun with what is said of it.
pub(super) struct Phrase<'a> {
    grammar: &'a Grammar,
    noun: Noun,
    approximate: bool,
    /// " (date incertaine)"
    notes: String,
    short: bool,
}

impl<'a> Phrase<'a> {
    pub(super) fn new(
        grammar: &'a Grammar,
        single: &Single,
        shared: Shared,
        style: Style<'_>,
    ) -> Self {
        let (mut noun, whole, range, significant) = match single {
            Single::LongYear(year) => (
                (grammar.long_year)(**year),
                Some(year.marks.qualifier(Part::Year)),
                year.year_range(),
                year.open_digits() > 0,
            ),
            Single::Date(date) => (
                (grammar.date_noun)(*date, shared, style),
                whole_qualifier(*date),
                date.year_range(),
                date.significant > 0,
            ),
        };
        let short = style.is_short();
        if let Single::Date(Date { time: Some(time), .. }) = single {
            let joined = style.form == Form::Sentence && !short;
            noun.text.push_str(if joined { grammar.at } else { ", " });
            noun.text.push_str(&(grammar.clock_text)(*time));
            push_zone(&mut noun.text, time.zone);
        }
        let qualifier = match whole {
            Some(qualifier) => qualifier,
            None if short => single.any_qualifier(),
            None => Qualifier::default(),
        };
        let mut notes = String::new();
        if short && qualifier.uncertain {
            notes.push_str(grammar.question);
        } else if !short {
            if significant {
                let [from, to] = [range.0, range.1].map(grammar.year_text);
                push_note(&mut notes, &[grammar.between, &from, grammar.and, &to]);
            }
            if qualifier.uncertain {
                push_note(&mut notes, &[grammar.uncertain]);
            }
            if let (None, Single::Date(date)) = (whole, single) {
                push_part_notes(&mut notes, grammar, *date);
            }
            if !notes.is_empty() {
                notes.push(')');
            }
        }
        let approximate = qualifier.approximate || significant;
        Phrase { grammar, noun, approximate, notes, short }
    }

    pub(super) fn in_form(self, form: Form) -> String {
        match (self.approximate, form) {
            (true, Form::Label) if self.short => {
                [self.grammar.circa, &self.noun.text, &self.notes].concat()
            }
            (true, _) => self.after(Preposition::About),
            (false, Form::Label) => self.noun.text + &self.notes,
            (false, Form::Sentence) => self.after(Preposition::When),
        }
    }

    pub(super) fn after(&self, preposition: Preposition) -> String {
        (self.grammar.after)(&self.noun, preposition, self.approximate) + &self.notes
    }
}

fn push_note(notes: &mut String, words: &[&str]) {
    notes.push_str(if notes.is_empty() { " (" } else { ", " });
    for word in words {
        notes.push_str(word);
    }
}

/// "year uncertain", "day approximate".
fn push_part_notes(notes: &mut String, grammar: &Grammar, date: Date) {
    let [year, month, day, season] = &grammar.parts;
    for &part in date.parts() {
        let [name, uncertain, approximate] = match part {
            Part::Year => year,
            Part::Month if date.part_of_year().is_some() => season,
            Part::Month => month,
            Part::Day => day,
        };
        let qualifier = date.marks.qualifier(part);
        match (qualifier.uncertain, qualifier.approximate) {
            (false, false) => {}
            (true, false) => push_note(notes, &[name, uncertain]),
            (false, true) => push_note(notes, &[name, approximate]),
            (true, true) => push_note(notes, &[name, uncertain, grammar.and, approximate]),
        }
    }
}
