//! English, with the day before the month and the 24-hour clock.

mod date;
mod span;
mod year;

use super::{Form, Shared, Style, whole_qualifier};
use crate::edtf::date::Date;
use crate::edtf::qualifier::{Part, Qualifier};
use crate::edtf::{Edtf, Single};
use date::date_phrase;
use span::{write_interval, write_set};
use year::{long_year, year_text};

pub(super) fn write(date: &Edtf, style: Style<'_>) -> String {
    match date {
        Edtf::Single(single) => phrase(single, Shared::Nothing, style).in_form(style),
        Edtf::Interval(interval) => write_interval(interval, style),
        Edtf::Set(set) => write_set(set, style),
    }
}

/// A date, with its preposition and its article kept apart.
struct Phrase {
    /// "on " or "in ".
    when: &'static str,
    /// Whether "the" goes before it in a sentence.
    the: bool,
    text: String,
    approximate: bool,
    /// " (uncertain)"
    notes: String,
    short: bool,
}

impl Phrase {
    fn in_form(&self, style: Style<'_>) -> String {
        match (self.approximate, style.form) {
            (true, Form::Label) if self.short => ["c. ", &self.text, &self.notes].concat(),
            (false, Form::Label) => [&*self.text, &self.notes].concat(),
            (true, _) => self.after(""),
            (false, Form::Sentence) => self.after(self.when),
        }
    }

    fn after(&self, preposition: &str) -> String {
        let about = if self.approximate { "about " } else { "" };
        let the = if self.the { "the " } else { "" };
        [preposition, about, the, &self.text, &self.notes].concat()
    }
}

fn phrase(single: &Single, shared: Shared, style: Style<'_>) -> Phrase {
    let (mut phrase, whole, range, significant) = match single {
        Single::LongYear(year) => {
            let whole = Some(year.marks.qualifier(Part::Year));
            let phrase = Phrase { the: year.mantissa > 0, ..plain("in ", long_year(**year)) };
            (phrase, whole, year.year_range(), year.open_digits() > 0)
        }
        Single::Date(date) => {
            let phrase = date_phrase(*date, shared, style);
            (phrase, whole_qualifier(*date), date.year_range(), date.significant > 0)
        }
    };
    phrase.short = style.is_short();
    let qualifier = match whole {
        Some(qualifier) => qualifier,
        None if style.is_short() => single.any_qualifier(),
        None => Qualifier::default(),
    };
    phrase.approximate = qualifier.approximate || significant;
    if style.is_short() {
        if qualifier.uncertain {
            phrase.notes.push('?');
        }
        return phrase;
    }
    let mut notes = Vec::new();
    if significant {
        notes.push(["between ", &year_text(range.0), " and ", &year_text(range.1)].concat());
    }
    if qualifier.uncertain {
        notes.push("uncertain".into());
    }
    if let (None, Single::Date(date)) = (whole, single) {
        notes.extend(part_notes(*date));
    }
    if !notes.is_empty() {
        phrase.notes = [" (", &notes.join(", "), ")"].concat();
    }
    phrase
}

fn plain(when: &'static str, text: impl Into<String>) -> Phrase {
    Phrase {
        when,
        the: false,
        text: text.into(),
        approximate: false,
        notes: String::new(),
        short: false,
    }
}

/// "year uncertain", "day approximate".
fn part_notes(date: Date) -> impl Iterator<Item = String> {
    date.parts().iter().filter_map(move |&part| {
        let name = match part {
            Part::Year => "year ",
            Part::Month if date.part_of_year().is_some() => "season ",
            Part::Month => "month ",
            Part::Day => "day ",
        };
        let qualifier = date.marks.qualifier(part);
        let what = match (qualifier.uncertain, qualifier.approximate) {
            (false, false) => return None,
            (true, false) => "uncertain",
            (false, true) => "approximate",
            (true, true) => "uncertain and approximate",
        };
        Some([name, what].concat())
    })
}
