//! Days, months, seasons and times of day.

use super::article::Article::{Bare, During, En, In, InThe, L, La, Le, LeAu, On, OnThe, Sans};
use super::article::Preposition::{self, From, Label, Of, When};
use super::lexicon::Word;
use super::noun::Noun;
use super::shared::Shared;
use super::year::YearWords;
use crate::edtf::date::Date;
use crate::edtf::digits::XX;
use crate::edtf::numerals::{push_hours, push_two};
use crate::edtf::part_of_year::{Hemisphere, PartOfYear, Unit};
use crate::edtf::time::{Time, Zone};
use crate::join::join;

impl Noun<'_> {
    /// A date without its time of day.
    pub(super) fn push_date(&mut self, date: &Date, shared: Shared, joined: Preposition) {
        let year = &YearWords::of(date);
        if date.month == 0 {
            self.push_year_alone(year, shared, joined);
        } else if let Some(part) = date.part_of_year() {
            self.push_part_of_year(part, year, shared, joined);
        } else {
            match MonthWords::of(date.month) {
                MonthWords::Known(month) => {
                    self.push_month(date, &self.month(month), year, shared, joined);
                }
                MonthWords::Either(month, other) => {
                    let or = Word::Or.form(self.style.language, 0);
                    let name = join(&[&self.month(month), or, &self.month(other)]);
                    self.push_month(date, &name, year, shared, joined);
                }
                MonthWords::Between(first, last) => {
                    self.push_unknown_month(date, Some((first, last)), year, joined);
                }
                MonthWords::Unknown if self.is_short() => self.push_year(year, false),
                MonthWords::Unknown => self.push_unknown_month(date, None, year, joined),
            }
        }
    }

    fn month(&self, month: u8) -> String {
        self.style.months.month(month, self.style.language, self.style.length)
    }

    fn push_year_alone(&mut self, year: &YearWords, shared: Shared, joined: Preposition) {
        let a_mark = joined == Label || joined == Preposition::None && self.is_short();
        if matches!(year, YearWords::Unknown) && !a_mark {
            self.take_article(During, In);
            self.put(Word::AnUnknownYear);
        } else {
            self.push_year(year, shared == Shared::Unit);
        }
    }

    fn push_month(
        &mut self,
        date: &Date,
        name: &str,
        year: &YearWords,
        shared: Shared,
        joined: Preposition,
    ) {
        // Early and late months have none either.
        self.take_article(Sans, In);
        match DayWords::of(date) {
            DayWords::Some => {
                self.take_article(Le, On);
                self.push_days(date, false);
                if shared != Shared::Month {
                    self.push(" ");
                }
            }
            DayWords::Unknown if !self.is_short() => {
                self.put(Word::ADay);
                self.push(" ");
                self.take_article(En, In);
                self.push_joined(if self.is_french() { From } else { When }, name);
                self.take_article(Sans, On);
            }
            DayWords::Absent | DayWords::Unknown => self.take_article(En, In),
            DayWords::Early => self.put(Word::Early),
            DayWords::Middle => {
                self.take_article(La, In);
                self.put(Word::Middle);
            }
            DayWords::Late => self.put(Word::Late),
        }
        if shared != Shared::Month {
            self.push(name);
        }
        if shared == Shared::Nothing {
            self.push_year_beside(year, joined);
        }
    }

    /// "1er", "12", "5, 15 ou 25".
    fn push_days(&mut self, date: &Date, ordinal: bool) {
        let mut left = 0;
        for _ in date.days() {
            left += 1;
        }
        for day in date.days() {
            if ordinal || self.is_french() && day == 1 {
                self.push_ordinal(day, false);
            } else {
                self.push_decimal(day.into());
            }
            left -= 1;
            match left {
                0 => {}
                1 => self.put(Word::Or),
                _ => self.push(", "),
            }
        }
    }

    /// `between`: what is known of the month.
    fn push_unknown_month(
        &mut self,
        date: &Date,
        between: Option<(u8, u8)>,
        year: &YearWords,
        joined: Preposition,
    ) {
        let (mut year_after, mut month_said, mut unknown) = (Of, true, between.is_none());
        self.take_article(Sans, Bare);
        match DayWords::of(date) {
            DayWords::Absent => {
                self.take_article(During, In);
                // "a month in 2004", but "in a month of 2004"
                year_after = if joined == Label { When } else { Of };
                unknown = false;
                // "between October and December 1984"
                month_said = between.is_none() || !matches!(joined, Label | When);
                if !month_said {
                    self.take_article(Sans, Bare);
                }
            }
            DayWords::Unknown => {
                self.take_article(Sans, On);
                self.put(Word::ADay);
                year_after = When;
                // Nothing is known of either: "a day in 1985".
                month_said = between.is_some();
                if month_said {
                    self.put(Word::InMonth);
                }
            }
            DayWords::Early => self.put(Word::EarlyInMonth),
            DayWords::Middle => {
                self.take_article(Le, InThe);
                self.put(Word::MiddleOfMonth);
            }
            DayWords::Late => self.put(Word::LateInMonth),
            DayWords::Some => {
                self.take_article(Le, OnThe);
                if joined == Label {
                    self.push_joined(Preposition::None, "");
                }
                self.push_days(date, !self.is_french());
                self.put(Word::OfMonth);
                year_after = When;
            }
        }
        if month_said {
            self.put_form(Word::AMonth, unknown.into());
            if between.is_some() {
                self.push(" ");
            }
        }
        if let Some((first, last)) = between {
            self.put(Word::Between);
            self.push(&self.month(first));
            self.put(Word::And);
            self.push(&self.month(last));
            self.push_year_beside(year, joined);
        } else {
            self.push_year_after(if self.is_french() { Of } else { year_after }, year);
        }
    }

    fn push_part_of_year(
        &mut self,
        part: PartOfYear,
        year: &YearWords,
        shared: Shared,
        joined: Preposition,
    ) {
        let (number, short) = (part.number(), self.is_short());
        let unit = match part.unit() {
            Unit::Season => {
                let (word, french) = match number {
                    1 => (Word::Spring, LeAu),
                    2 => (Word::Summer, L),
                    3 => (Word::Autumn, L),
                    _ => (Word::Winter, L),
                };
                self.take_article(french, In);
                self.put(word);
                None
            }
            Unit::Quarter => Some((Word::Quarter, short)),
            Unit::Quadrimester => Some((Word::Quadrimester, false)),
            Unit::Semester => Some((Word::Semester, short)),
        };
        if let Some((word, letter)) = unit {
            self.take_article(LeAu, if letter { In } else { InThe });
            if letter {
                self.put(word);
                self.push_decimal(number.into());
            } else {
                if self.is_french() {
                    self.push_ordinal(number, false);
                } else {
                    // The last third.
                    let last = number == 3 && part.unit() == Unit::Quadrimester;
                    self.put_form(Word::Ordinal, if last { 4 } else { usize::from(number) - 1 });
                }
                if shared != Shared::Unit {
                    self.put(word);
                }
            }
        }
        match year {
            _ if shared != Shared::Nothing => {}
            &YearWords::Known(first) if part.spans_new_year() => {
                self.push(" ");
                let dash = if self.is_french() { "-" } else { "–" };
                self.push_years(first, first + 1, dash);
            }
            _ if self.article == InThe => self.push_year_after(Of, year),
            _ => self.push_year_beside(year, joined),
        }
        match part.hemisphere() {
            Hemisphere::Unsaid => {}
            Hemisphere::North => self.put(Word::North),
            Hemisphere::South => self.put(Word::South),
        }
    }

    /// "14 h 30", "23 h 20 min 30 s"; "14:30", "23:20:30".
    pub(super) fn push_clock(&mut self, time: Time) {
        let seconds = time.second != Time::NO_SECOND && time.second > 0;
        if !self.is_french() {
            push_hours(&mut self.text, u64::from(time.hour) * 60 + u64::from(time.minute));
            if seconds {
                self.push(":");
                push_two(&mut self.text, time.second.into());
            }
            return;
        }
        self.push_decimal(time.hour.into());
        self.push("\u{202f}h");
        if seconds {
            self.push("\u{202f}");
            self.push_decimal(time.minute.into());
            self.push("\u{202f}min\u{202f}");
            self.push_decimal(time.second.into());
            self.push("\u{202f}s");
        } else if time.minute > 0 {
            self.push("\u{202f}");
            push_two(&mut self.text, time.minute.into());
        }
    }
}

/// " UTC+04:30"; nothing for a local time.
pub(super) fn push_zone(text: &mut String, zone: Zone) {
    if matches!(zone, Zone::Local) {
        return;
    }
    text.push_str(" UTC");
    if !matches!(zone, Zone::Utc) {
        let minutes = zone.offset_minutes();
        // U+2212, the minus sign.
        text.push_str(if minutes < 0 { "−" } else { "+" });
        push_hours(text, minutes.unsigned_abs().into());
    }
}

/// A day of the month, as words tell it.
enum DayWords {
    /// None is written.
    Absent,
    /// `XX`
    Unknown,
    /// `0X`
    Early,
    /// `1X`
    Middle,
    /// `2X`
    Late,
    /// It is known, or one of a few: `X5`, `3X`.
    Some,
}

impl DayWords {
    fn of(date: &Date) -> Self {
        match date.day {
            0 => DayWords::Absent,
            XX => DayWords::Unknown,
            0x0A => DayWords::Early,
            0x1A => DayWords::Middle,
            0x2A => DayWords::Late,
            _ => DayWords::Some,
        }
    }
}

/// A month, as words tell it.
enum MonthWords {
    /// It is written, or no other has its digit: `X3`.
    Known(u8),
    /// `X1`, `X2`
    Either(u8, u8),
    /// `0X`, `1X`
    Between(u8, u8),
    /// `XX`
    Unknown,
}

impl MonthWords {
    fn of(pattern: u8) -> Self {
        match (pattern >> 4, pattern & 0xF) {
            (0, 0xA) => MonthWords::Between(1, 9),
            (1, 0xA) => MonthWords::Between(10, 12),
            (0xA, 0xA) => MonthWords::Unknown,
            (0xA, 0) => MonthWords::Known(10),
            (0xA, ones @ (1 | 2)) => MonthWords::Either(ones, 10 + ones),
            (0xA, ones) => MonthWords::Known(ones),
            (tens, ones) => MonthWords::Known(tens * 10 + ones),
        }
    }
}
