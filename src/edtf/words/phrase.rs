//! One date with what is said of it: about, uncertain, which part is doubted.

use super::article::{Article, Preposition};
use super::date::push_zone;
use super::lexicon::Word;
use super::noun::Noun;
use super::shared::Shared;
use crate::edtf::Single;
use crate::edtf::date::Date;
use crate::edtf::part_of_year::{PartOfYear, Unit};
use crate::edtf::qualifier::{Part, Qualifier};

/// A date after a preposition. What it shares with another is left out.
pub(super) fn write(
    phrase: &mut Noun<'_>,
    single: &Single,
    shared: Shared,
    mut preposition: Preposition,
) {
    let (mut noun, mut notes) = (Noun::new(phrase.style), Noun::new(phrase.style));
    let short = noun.is_short();
    let (whole, range, significant) = match single {
        Single::LongYear(year) => {
            noun.push_long_year(year);
            let whole = Some(year.marks.qualifier(Part::Year));
            (whole, year.year_range(), year.open_digits() > 0)
        }
        Single::Date(date) => {
            let whole = whole_qualifier(date);
            // After "vers", the preposition is no longer the noun's.
            let about = whole.is_some_and(|qualifier| qualifier.approximate);
            noun.push_date(date, shared, if about { Preposition::None } else { preposition });
            if let Some(time) = date.time {
                if preposition == Preposition::Label && !about || short {
                    noun.push(", ");
                } else {
                    noun.put(Word::At);
                }
                noun.push_clock(time);
                push_zone(&mut noun.text, time.zone);
            }
            (whole, date.year_range(), date.significant > 0)
        }
    };
    let qualifier = match whole {
        Some(qualifier) => qualifier,
        None if short => single.marks().any(),
        None => Qualifier::default(),
    };
    let counted = range.0 > i64::MIN && range.1 < i64::MAX;
    if significant && counted && !short {
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
}

/// What is said of a date as a whole, if it is the same for all its parts.
fn whole_qualifier(date: &Date) -> Option<Qualifier> {
    let first = date.marks.qualifier(Part::Year);
    date.parts().iter().all(|&part| date.marks.qualifier(part) == first).then_some(first)
}

fn name_of(part: Part, date: &Date) -> Word {
    match (part, date.part_of_year().map(PartOfYear::unit)) {
        (Part::Year, _) => Word::YearPart,
        (Part::Month, None) => Word::MonthPart,
        (Part::Month, Some(Unit::Season)) => Word::SeasonPart,
        (Part::Month, Some(_)) => Word::PeriodPart,
        (Part::Day, _) => Word::DayPart,
    }
}

impl Noun<'_> {
    /// The short form of a note is only a mark.
    fn start_note(&mut self) {
        if !self.is_short() {
            self.push(if self.text.is_empty() { " (" } else { ", " });
        }
    }

    /// "year uncertain", "year and month approximate".
    fn push_part_notes(&mut self, date: &Date) {
        let parts = date.parts();
        for (index, &part) in parts.iter().enumerate() {
            let said = date.marks.qualifier(part);
            let alike = |other: &&Part| date.marks.qualifier(**other) == said;
            if said.is_none() || parts.iter().take(index).any(|other| alike(&other)) {
                continue;
            }
            let Qualifier { uncertain, approximate } = said;
            self.start_note();
            let mut word = name_of(part, date);
            self.put_form(word, 0);
            // At most one more: what is said of all is said of the whole.
            if let Some(&other) = parts.iter().skip(index + 1).find(alike) {
                self.put(Word::And);
                self.put_form(name_of(other, date), 0);
                word = Word::TwoParts;
            }
            self.push(" ");
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
