//! French.
//!
//! A date is a noun that knows its article, so that prepositions contract with it: "du 12 mars",
//! "d’avril", "à l’automne", "des années 1560", "jusqu’en 2021".

mod date;
mod noun;
mod span;
mod year;

use super::{Form, Shared, Style, whole_qualifier};
use crate::edtf::date::Date;
use crate::edtf::qualifier::{Part, Qualifier};
use crate::edtf::{Edtf, Single};
use date::date_noun;
use noun::{Noun, Preposition};
use span::{write_interval, write_set};
use year::{long_year, year_text};

pub(super) fn write(date: &Edtf, style: Style<'_>) -> String {
    match date {
        Edtf::Single(single) => phrase(single, Shared::Nothing, style).in_form(style),
        Edtf::Interval(interval) => write_interval(interval, style),
        Edtf::Set(set) => write_set(set, style),
    }
}

/// A noun with what is said of it.
struct Phrase {
    noun: Noun,
    approximate: bool,
    /// " (date incertaine)"
    notes: String,
    short: bool,
}

impl Phrase {
    fn in_form(&self, style: Style<'_>) -> String {
        let text = match (self.approximate, style.form) {
            (true, Form::Label) if self.short => ["v. ", &self.noun.text].concat(),
            (true, _) => ["vers ", &self.noun.after(Preposition::Bare)].concat(),
            (false, Form::Label) => self.noun.text.clone(),
            (false, Form::Sentence) => self.noun.after(Preposition::When),
        };
        text + &self.notes
    }

    fn after(&self, preposition: Preposition) -> String {
        let about = if self.approximate { " environ" } else { "" };
        [&self.noun.after(preposition), about, &self.notes].concat()
    }
}

fn phrase(single: &Single, shared: Shared, style: Style<'_>) -> Phrase {
    let (noun, whole, mut notes) = match single {
        Single::LongYear(year) => {
            (long_year(**year), Some(year.marks.qualifier(Part::Year)), Vec::new())
        }
        Single::Date(date) => (date_noun(*date, shared, style), whole_qualifier(*date), Vec::new()),
    };
    let (range, significant) = match single {
        Single::LongYear(year) => (year.year_range(), year.open_digits() > 0),
        Single::Date(date) => (date.year_range(), date.significant > 0),
    };
    let qualifier = match whole {
        Some(qualifier) => qualifier,
        None if style.is_short() => single.any_qualifier(),
        None => Qualifier::default(),
    };
    if significant && !style.is_short() {
        notes.push(["entre ", &year_text(range.0), " et ", &year_text(range.1)].concat());
    }
    if qualifier.uncertain && !style.is_short() {
        notes.push("date incertaine".into());
    }
    if let (None, Single::Date(date), false) = (whole, single, style.is_short()) {
        notes.extend(part_notes(*date));
    }
    let mut text = String::new();
    if !notes.is_empty() {
        text = [" (", &notes.join(", "), ")"].concat();
    } else if qualifier.uncertain {
        text.push_str("\u{202f}?");
    }
    Phrase {
        noun,
        approximate: qualifier.approximate || significant,
        notes: text,
        short: style.is_short(),
    }
}

/// "année incertaine", "jour approximatif".
fn part_notes(date: Date) -> impl Iterator<Item = String> {
    date.parts().iter().filter_map(move |&part| {
        let (name, uncertain, approximate) = match part {
            Part::Year => ("année ", "incertaine", "approximative"),
            Part::Month if date.part_of_year().is_some() => {
                ("saison ", "incertaine", "approximative")
            }
            Part::Month => ("mois ", "incertain", "approximatif"),
            Part::Day => ("jour ", "incertain", "approximatif"),
        };
        let qualifier = date.marks.qualifier(part);
        let what = match (qualifier.uncertain, qualifier.approximate) {
            (false, false) => return None,
            (true, false) => [name, uncertain].concat(),
            (false, true) => [name, approximate].concat(),
            (true, true) => [name, uncertain, " et ", approximate].concat(),
        };
        Some(what)
    })
}
