//! Dates in any other language: what they name is written by a [`Calendar`] of that language, and
//! stands in the few [`Frames`] that no calendar has.
//!
//! What has no name in every language, the end of a month, a quarter or a century, is said by its
//! first and its last month, day or year: calendars know how to write a stretch of time.

use super::date::push_zone;
use super::{Length, MonthNames};
use crate::edtf::date::Date;
use crate::edtf::part_of_year::Hemisphere;
use crate::edtf::time::Zone;
use crate::edtf::{Edtf, End, Member, Precision, Single, digits};
use crate::join::join;

/// What a language's calendar is called upon for, such as a browser's `Intl`.
pub trait Calendar: MonthNames {
    /// The time from one second since 1970 to another, both UTC, told in years, months, days,
    /// minutes or seconds: one date where both are in the same. None where the calendar cannot.
    fn stretch(&self, first: i64, last: i64, unit: Precision, length: Length) -> Option<String>;

    /// Dates one after the other, joined by "and" where `all` are meant, else by "or".
    fn list(&self, dates: &[String], all: bool) -> String;
}

/// The words around a date; `{}` in each is where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Frames {
    /// "around {}"
    pub about: &'static str,
    /// "{} (uncertain)"
    pub uncertain: &'static str,
    /// "until {}"
    pub until: &'static str,
    /// "from {}"
    pub since: &'static str,
    /// Spring to winter of a year: "spring {}".
    pub seasons: [&'static str; 4],
}

/// The date as a label, by a calendar.
///
/// ```
/// use quote_timeline::dossier::Language;
/// use quote_timeline::edtf::{Builtin, Edtf, Frames, Length, words_by};
/// let frames = Frames {
///     about: "um {}",
///     uncertain: "{} (unsicher)",
///     until: "bis {}",
///     since: "ab {}",
///     seasons: ["Frühjahr {}", "Sommer {}", "Herbst {}", "Winter {}"],
/// };
/// let german = |text| Ok::<_, quote_timeline::edtf::ParseError>(
///     words_by(&Edtf::parse(text)?, &frames, Length::Long, &Builtin));
/// assert_eq!(german("2023-23~")?, "um Herbst 2023");
/// assert_eq!(german("2024/..")?, "ab 2024");
/// # Ok::<(), quote_timeline::edtf::ParseError>(())
/// ```
pub fn words_by(date: &Edtf, frames: &Frames, length: Length, calendar: &dyn Calendar) -> String {
    let pen = Pen { frames, length, calendar };
    match date {
        Edtf::Single(single) => pen.single(single),
        Edtf::Interval(interval) => pen.interval(&interval.start, &interval.end),
        Edtf::Set(set) => {
            let members: Vec<String> = set.members.iter().map(|own| pen.member(own)).collect();
            calendar.list(&members, set.all)
        }
    }
}

struct Pen<'a> {
    frames: &'a Frames,
    length: Length,
    calendar: &'a dyn Calendar,
}

impl Pen<'_> {
    fn single(&self, single: &Single) -> String {
        self.range(single, single)
    }

    /// From one date to another; one alone where they are the same.
    fn range(&self, first: &Single, last: &Single) -> String {
        let alone = std::ptr::eq(first, last);
        let (unit, zone) = (told_in(first), zone(first));
        // A calendar writes both at once where they are told alike: "3 to 5 May".
        let at_once = alone
            || unit == told_in(last)
                && unit != Some(Precision::Season)
                && zone == self::zone(last)
                && first.marks().is_empty()
                && last.marks().is_empty();
        let text = unit.filter(|_| at_once).and_then(|unit| {
            // A clock shows the time of its place.
            let offset = i64::from(zone.offset_minutes()) * 60;
            let (from, to) = (first.bound(false) + offset, last.bound(true) + offset);
            // A winter goes on in the next year.
            let unit = if unit == Precision::Season { Precision::Year } else { unit };
            let mut text = self.calendar.stretch(from, to, unit, self.length)?;
            push_zone(&mut text, zone);
            Some(text)
        });
        let mut text = match text {
            Some(text) => text,
            None if !alone => return join(&[&self.single(first), " – ", &self.single(last)]),
            // Where no calendar has words, what is written is said.
            None => return Edtf::Single(first.clone()).text(),
        };
        if unit == Some(Precision::Season) {
            text = framed(season(first).and_then(|own| self.frames.seasons.get(own)), &text);
        }
        let doubt = first.marks().any();
        if alone && doubt.approximate {
            text = framed(Some(&self.frames.about), &text);
        }
        if alone && doubt.uncertain {
            text = framed(Some(&self.frames.uncertain), &text);
        }
        text
    }

    fn interval(&self, start: &End, end: &End) -> String {
        match (start, end) {
            (End::Date(start), End::Date(end)) => self.range(start, end),
            (End::Open, End::Date(end)) => self.until(end),
            (End::Date(start), End::Open) => self.since(start),
            _ => join(&[&self.end(start), " – ", &self.end(end)]),
        }
    }

    fn end(&self, end: &End) -> String {
        match end {
            End::Date(single) => self.single(single),
            End::UpTo(single) => self.until(single),
            End::From(single) => self.since(single),
            End::Open => "…".to_owned(),
            End::Unknown => "?".to_owned(),
        }
    }

    #[inline(never)]
    fn until(&self, end: &Single) -> String {
        framed(Some(&self.frames.until), &self.single(end))
    }

    #[inline(never)]
    fn since(&self, start: &Single) -> String {
        framed(Some(&self.frames.since), &self.single(start))
    }

    fn member(&self, member: &Member) -> String {
        match member {
            Member::Single(single) => self.single(single),
            Member::Range(first, last) => self.range(first, last),
            Member::UpTo(single) => self.until(single),
            Member::From(single) => self.since(single),
        }
    }
}

/// A text in a frame's place for it.
#[inline(never)]
fn framed(frame: Option<&&str>, text: &str) -> String {
    let frame = frame.copied().unwrap_or_default();
    let (before, after) = frame.split_once("{}").unwrap_or((frame, ""));
    join(&[before, text, after])
}

/// A season's number, from 0 for spring.
fn season(single: &Single) -> Option<usize> {
    let Single::Date(date) = single else { return None };
    Some(usize::from(date.part_of_year()?.number()) - 1)
}

fn zone(single: &Single) -> Zone {
    match single {
        Single::Date(Date { time: Some(time), .. }) => time.zone,
        _ => Zone::Local,
    }
}

/// What a date is told in: its own unit, or the one in which its first and its last can be told. None
/// where it has a gap, as `2024-XX-12`.
fn told_in(single: &Single) -> Option<Precision> {
    let Single::Date(date) = single else { return Some(Precision::Year) };
    let known = |pattern: u8| pattern != 0 && pattern != digits::XX;
    let (month, day) = (known(date.month), known(date.day));
    Some(match single.precision() {
        Precision::Coarser => return None,
        precision if precision < Precision::Year && month => return None,
        precision if precision <= Precision::Year && day => return None,
        precision if precision <= Precision::Year && !month => Precision::Year,
        Precision::Season if date.part_of_year()?.hemisphere() != Hemisphere::South => {
            Precision::Season
        }
        Precision::Month if day => Precision::Day,
        precision @ (Precision::Day | Precision::Minute | Precision::Second) => precision,
        // Quarters and the like, and `2024-1X`.
        _ => Precision::Month,
    })
}
