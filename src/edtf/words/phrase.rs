//! One date with what is said of it: about, uncertain, which part is doubted.

use super::Style;
use super::article::{Article, Preposition};
use super::lexicon::Word;
use super::noun::Noun;
use super::shared::Shared;
use crate::edtf::Single;
use crate::edtf::date::Date;
use crate::edtf::qualifier::{Part, Qualifier};

/// A date after a preposition. What it shares with another is left out.
pub(super) fn write(
    style: &Style<'_>,
    single: &Single,
    shared: Shared,
    mut preposition: Preposition,
) -> String {
    let (mut noun, mut notes, mut phrase) = (Noun::new(style), Noun::new(style), Noun::new(style));
    let short = noun.is_short();
    let (whole, range, significant) = match single {
        Single::LongYear(year) => {
            noun.push_long_year(year);
            let whole = Some(year.marks.qualifier(Part::Year));
            (whole, year.year_range(), year.open_digits() > 0)
        }
        Single::Date(date) => {
            noun.push_date(date, shared, preposition);
            if let Some(time) = date.time {
                if preposition == Preposition::Label || short {
                    noun.push(", ");
                } else {
                    noun.put(Word::At);
                }
                noun.push_clock(time);
                noun.push_zone(time.zone);
            }
            (whole_qualifier(date), date.year_range(), date.significant > 0)
        }
    };
    let qualifier = match whole {
        Some(qualifier) => qualifier,
        None if short => single.marks().any(),
        None => Qualifier::default(),
    };
    if significant && !short {
        notes.start_note();
        notes.put(Word::Between);
        notes.push_year_number(range.0);
        notes.put(Word::And);
        notes.push_year_number(range.1);
    }
    if qualifier.uncertain {
        notes.start_note();
        notes.put(Word::Uncertain);
    }
    if let (None, Single::Date(date), false) = (whole, single, short) {
        notes.push_part_notes(date);
    }
    if !short && !notes.text.is_empty() {
        notes.push(")");
    }

    let approximate = qualifier.approximate || significant;
    // In French, only what no other preposition stands before.
    let about = approximate
        && (!noun.is_french() || matches!(preposition, Preposition::Label | Preposition::When));
    if about {
        phrase.push(Article::Bare.after(preposition, ""));
        let brief = short && preposition == Preposition::Label;
        phrase.put_form(Word::About, brief.into());
        preposition = if brief { Preposition::Label } else { Preposition::None };
    }
    phrase.push(noun.article.after(preposition, &noun.text));
    phrase.push(&noun.text);
    if approximate && !about {
        phrase.put(Word::Roughly);
    }
    phrase.push(&notes.text);
    phrase.text
}

/// What is said of a date as a whole, if it is the same for all its parts.
fn whole_qualifier(date: &Date) -> Option<Qualifier> {
    let first = date.marks.qualifier(Part::Year);
    date.parts().iter().all(|&part| date.marks.qualifier(part) == first).then_some(first)
}

impl Noun<'_> {
    /// The short form of a note is only a mark.
    fn start_note(&mut self) {
        if !self.is_short() {
            self.push(if self.text.is_empty() { " (" } else { ", " });
        }
    }

    /// "year uncertain", "day approximate".
    fn push_part_notes(&mut self, date: &Date) {
        for &part in date.parts() {
            let Qualifier { uncertain, approximate } = date.marks.qualifier(part);
            if !uncertain && !approximate {
                continue;
            }
            let word = match part {
                Part::Year => Word::YearPart,
                Part::Month if date.part_of_year().is_some() => Word::SeasonPart,
                Part::Month => Word::MonthPart,
                Part::Day => Word::DayPart,
            };
            self.start_note();
            self.put(word);
            if uncertain {
                self.put_form(word, 1);
            }
            if uncertain && approximate {
                self.put(Word::And);
            }
            if approximate {
                self.put_form(word, 2);
            }
        }
    }
}
