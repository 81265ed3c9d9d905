//! Days, months, seasons and times of day.

use super::article::Article::{Bare, During, En, In, InThe, L, LEn, La, Le, LeAu, On, OnThe, Sans};
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

impl Noun<'_> {
    /// A date without its time of day.
    pub(super) fn push_date(&mut self, date: &Date, shared: Shared, joined: Preposition) {
        let year = &YearWords::of(date);
        if date.month == 0 {
            self.push_year_alone(year, shared, joined);
        } else if let Some(part) = date.part_of_year() {
            self.push_part_of_year(part, year, shared);
        } else if let Some(month) = date.known_month() {
            self.push_month(date, month, year, shared);
        } else if self.is_short() {
            self.push_year(year, false);
        } else {
            self.push_unknown_month(date, year);
        }
    }

    fn push_year_alone(&mut self, year: &YearWords, shared: Shared, joined: Preposition) {
        if matches!(year, YearWords::Unknown) && joined != Label {
            self.take_article(Sans, In);
            self.put(Word::AnUnknownYear);
        } else {
            self.push_year(year, shared == Shared::Unit);
        }
    }

    fn push_month(&mut self, date: &Date, month: u8, year: &YearWords, shared: Shared) {
        let months = self.style.months;
        let name = months.month(month, self.style.language, self.style.length);
        // Early and late months have none either.
        self.take_article(Sans, In);
        match DayWords::of(date) {
            DayWords::Known(day) => {
                self.take_article(Le, On);
                self.push_day(day);
                if shared != Shared::Month {
                    self.push(" ");
                }
            }
            DayWords::Unknown if !self.is_short() => {
                self.put_hinted(Word::ADay, date.day);
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
            self.push_year_beside(year);
        }
    }

    /// "1er", "12".
    fn push_day(&mut self, day: u8) {
        if self.is_french() && day == 1 {
            self.push_ordinal(day, false);
        } else {
            self.push_decimal(day.into());
        }
    }

    fn push_unknown_month(&mut self, date: &Date, year: &YearWords) {
        let (mut year_after, mut month_said) = (Of, true);
        self.take_article(Sans, Bare);
        match DayWords::of(date) {
            DayWords::Absent => self.take_article(During, In),
            DayWords::Unknown => {
                self.take_article(Sans, On);
                self.put_hinted(Word::ADay, date.day);
                year_after = When;
                // Nothing is known of either: "a day in 1985".
                month_said = (date.month, date.day) != (XX, XX);
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
            DayWords::Known(day) => {
                self.take_article(Le, OnThe);
                if self.is_french() {
                    self.push_day(day);
                } else {
                    self.push_ordinal(day, false);
                }
                self.put(Word::OfMonth);
                year_after = When;
            }
        }
        if month_said {
            self.put_hinted(Word::AMonth, date.month);
        }
        self.push_year_after(if self.is_french() { Of } else { year_after }, year);
    }

    fn push_part_of_year(&mut self, part: PartOfYear, year: &YearWords, shared: Shared) {
        let (number, short) = (part.number(), self.is_short());
        let unit = match part.unit() {
            Unit::Season => {
                let (word, french) = match number {
                    1 => (Word::Spring, LeAu),
                    2 => (Word::Summer, LEn),
                    3 => (Word::Autumn, L),
                    _ => (Word::Winter, LEn),
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
                self.push_ordinal(number, false);
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
            _ => self.push_year_beside(year),
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

    /// " UTC+04:30"; nothing for a local time.
    pub(super) fn push_zone(&mut self, zone: Zone) {
        if matches!(zone, Zone::Local) {
            return;
        }
        self.push(" UTC");
        if !matches!(zone, Zone::Utc) {
            let minutes = zone.offset_minutes();
            // U+2212, the minus sign.
            self.push(if minutes < 0 { "−" } else { "+" });
            push_hours(&mut self.text, minutes.unsigned_abs().into());
        }
    }
}

/// Which third of a month the unspecified day `0X`, `1X`, `2X` or `3X` is in.
enum DayWords {
    /// None is written.
    Absent,
    /// `XX`, `X5`
    Unknown,
    Early,
    Middle,
    Late,
    Known(u8),
}

impl DayWords {
    fn of(date: &Date) -> Self {
        match (date.day, date.known_day()) {
            (0, _) => DayWords::Absent,
            (_, Some(day)) => DayWords::Known(day),
            (0x0A, _) => DayWords::Early,
            (0x1A, _) => DayWords::Middle,
            (0x2A | 0x3A, _) => DayWords::Late,
            _ => DayWords::Unknown,
        }
    }
}
