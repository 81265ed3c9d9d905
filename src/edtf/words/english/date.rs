//! Days, months, seasons and times of day.

use super::year::{beside, in_year, two_years, year_words};
use super::{Phrase, plain};
use crate::edtf::date::Date;
use crate::edtf::part_of_year::{Hemisphere, PartOfYear};
use crate::edtf::time::Time;
use crate::edtf::words::numerals::{decimal, english_ordinal};
use crate::edtf::words::year::YearWords;
use crate::edtf::words::{
    DayWords, Form, Language, Shared, Style, push_two, push_zone, raw_digits,
};

pub(super) fn date_phrase(date: Date, shared: Shared, style: Style<'_>) -> Phrase {
    let year = YearWords::of(date);
    let mut phrase = if date.month == 0 {
        let (text, the) = match (year, style.form) {
            (YearWords::Unknown, Form::Sentence) => ("an unknown year".into(), false),
            _ => year_words(year, shared, style.is_short()),
        };
        Phrase { the, ..plain("in ", text) }
    } else if let Some(part) = date.part_of_year() {
        part_phrase(part, year, shared, style.is_short())
    } else if let Some(month) = date.known_month() {
        let name = style.months.month(month, Language::English, style.length);
        month_phrase(date, name, year, shared, style.is_short())
    } else if style.is_short() {
        let (text, the) = year_words(year, Shared::Nothing, true);
        Phrase { the, ..plain("in ", text) }
    } else {
        unknown_month_phrase(date, year)
    };
    if let Some(time) = date.time {
        let joined = style.form == Form::Sentence && !style.is_short();
        phrase.text.push_str(if joined { " at " } else { ", " });
        phrase.text.push_str(&time_text(time));
    }
    phrase
}

pub(super) fn month_phrase(
    date: Date,
    name: &str,
    year: YearWords,
    shared: Shared,
    short: bool,
) -> Phrase {
    let (when, text) = match DayWords::of(date) {
        DayWords::Known(day) if shared == Shared::Month => ("on ", decimal(day.into())),
        DayWords::Known(day) => ("on ", [&decimal(day.into()), " ", name].concat()),
        DayWords::Absent => ("in ", name.into()),
        DayWords::Unknown | DayWords::Digits if short => ("in ", name.into()),
        DayWords::Unknown => ("on ", ["a day in ", name].concat()),
        DayWords::Digits => {
            ("on ", ["a day (", &raw_digits(date.day.into(), 2), ") in ", name].concat())
        }
        DayWords::Early => ("in ", ["early ", name].concat()),
        DayWords::Middle => ("in ", ["mid-", name].concat()),
        DayWords::Late => ("in ", ["late ", name].concat()),
    };
    plain(when, if shared == Shared::Nothing { beside(&text, year, short) } else { text })
}

pub(super) fn unknown_month_phrase(date: Date, year: YearWords) -> Phrase {
    let month = if date.month == 0xAA {
        "a month".to_owned()
    } else {
        ["a month (", &raw_digits(date.month.into(), 2), ")"].concat()
    };
    let day = DayWords::of(date);
    let (when, the, text) = match day {
        DayWords::Absent => ("in ", false, month),
        DayWords::Unknown if date.month == 0xAA => ("on ", false, "a day".to_owned()),
        DayWords::Unknown => ("on ", false, ["a day in ", &month].concat()),
        DayWords::Digits => {
            let day = raw_digits(date.day.into(), 2);
            ("on ", false, ["a day (", &day, ") in ", &month].concat())
        }
        DayWords::Early => ("", false, ["early in ", &month].concat()),
        DayWords::Middle => ("in ", true, ["middle of ", &month].concat()),
        DayWords::Late => ("", false, ["late in ", &month].concat()),
        DayWords::Known(day) => {
            ("on ", true, [&english_ordinal(day.into()), " of ", &month].concat())
        }
    };
    let of_month = matches!(day, DayWords::Unknown | DayWords::Digits | DayWords::Known(_));
    let preposition = if of_month { " in " } else { " of " };
    Phrase { the, ..plain(when, in_year(&text, preposition, year, false)) }
}

pub(super) fn part_phrase(
    part: PartOfYear,
    year: YearWords,
    shared: Shared,
    short: bool,
) -> Phrase {
    let ordinal = |number: u8, unit: &str| {
        let unit = if shared == Shared::Unit { ["", ""] } else { [" ", unit] };
        english_ordinal(number.into()) + &unit.concat()
    };
    let (the, text) = match part {
        PartOfYear::Season(0, _) => (false, "spring".to_owned()),
        PartOfYear::Season(1, _) => (false, "summer".to_owned()),
        PartOfYear::Season(2, _) => (false, "autumn".to_owned()),
        PartOfYear::Season(..) => (false, "winter".to_owned()),
        PartOfYear::Quarter(number) if short => (false, "Q".to_owned() + &decimal(number.into())),
        PartOfYear::Semester(number) if short => (false, "H".to_owned() + &decimal(number.into())),
        PartOfYear::Quadrimester(number) if short => (true, ordinal(number, "third")),
        PartOfYear::Quarter(number) => (true, ordinal(number, "quarter")),
        PartOfYear::Quadrimester(number) => (true, ordinal(number, "third")),
        PartOfYear::Semester(number) => (true, ordinal(number, "half")),
    };
    let mut text = match year {
        _ if shared != Shared::Nothing => text,
        YearWords::Known(first) if part.spans_new_year() => {
            [&text, " ", &two_years(first)].concat()
        }
        _ if the => in_year(&text, " of ", year, short),
        _ => beside(&text, year, short),
    };
    if let PartOfYear::Season(_, place @ (Hemisphere::North | Hemisphere::South)) = part {
        text.push_str(match (place, short) {
            (Hemisphere::South, true) => " (south)",
            (Hemisphere::South, false) => " (Southern Hemisphere)",
            (_, true) => " (north)",
            (_, false) => " (Northern Hemisphere)",
        });
    }
    Phrase { the, ..plain("in ", text) }
}

/// "14:30", "23:20:30 UTC".
pub(super) fn time_text(time: Time) -> String {
    let mut text = clock_text(time);
    push_zone(&mut text, time.zone);
    text
}

pub(super) fn clock_text(time: Time) -> String {
    let mut text = String::new();
    push_two(&mut text, time.hour);
    text.push(':');
    push_two(&mut text, time.minute);
    if time.second != Time::NO_SECOND && time.second > 0 {
        text.push(':');
        push_two(&mut text, time.second);
    }
    text
}
