//! Days, months, seasons and times of day.

use super::year::{beside, in_year, two_years, year_words};
use crate::edtf::date::Date;
use crate::edtf::digits::XX;
use crate::edtf::part_of_year::{Hemisphere, PartOfYear};
use crate::edtf::time::Time;
use crate::edtf::words::grammar::{Article, Noun};
use crate::edtf::words::numerals::{decimal, english_ordinal};
use crate::edtf::words::year::YearWords;
use crate::edtf::words::{DayWords, Form, Language, Shared, Style, hinted, push_two};

pub(super) fn date_noun(date: Date, shared: Shared, style: Style<'_>) -> Noun {
    let year = YearWords::of(date);
    if date.month == 0 {
        let (text, the) = match (year, style.form) {
            (YearWords::Unknown, Form::Sentence) => ("an unknown year".into(), false),
            _ => year_words(year, shared, style.is_short()),
        };
        Noun::new(if the { Article::InThe } else { Article::In }, text)
    } else if let Some(part) = date.part_of_year() {
        part_noun(part, year, shared, style.is_short())
    } else if let Some(month) = date.known_month() {
        let name = style.months.month(month, Language::English, style.length);
        month_noun(date, name, year, shared, style.is_short())
    } else if style.is_short() {
        let (text, the) = year_words(year, Shared::Nothing, true);
        Noun::new(if the { Article::InThe } else { Article::In }, text)
    } else {
        unknown_month_noun(date, year)
    }
}

fn month_noun(date: Date, name: &str, year: YearWords, shared: Shared, short: bool) -> Noun {
    let (article, text) = match DayWords::of(date) {
        DayWords::Known(day) if shared == Shared::Month => (Article::On, decimal(day.into())),
        DayWords::Known(day) => (Article::On, [&decimal(day.into()), " ", name].concat()),
        DayWords::Absent => (Article::In, name.into()),
        DayWords::Unknown if short => (Article::In, name.into()),
        DayWords::Unknown => (Article::On, [&hinted("a day", date.day), " in ", name].concat()),
        DayWords::Early => (Article::In, ["early ", name].concat()),
        DayWords::Middle => (Article::In, ["mid-", name].concat()),
        DayWords::Late => (Article::In, ["late ", name].concat()),
    };
    Noun::new(article, if shared == Shared::Nothing { beside(&text, year, short) } else { text })
}

fn unknown_month_noun(date: Date, year: YearWords) -> Noun {
    let month = hinted("a month", date.month);
    let day = DayWords::of(date);
    let (article, text) = match day {
        DayWords::Absent => (Article::In, month),
        DayWords::Unknown if (date.month, date.day) == (XX, XX) => (Article::On, "a day".into()),
        DayWords::Unknown => (Article::On, [&hinted("a day", date.day), " in ", &month].concat()),
        DayWords::Early => (Article::None, ["early in ", &month].concat()),
        DayWords::Middle => (Article::InThe, ["middle of ", &month].concat()),
        DayWords::Late => (Article::None, ["late in ", &month].concat()),
        DayWords::Known(day) => {
            (Article::OnThe, [&english_ordinal(day.into()), " of ", &month].concat())
        }
    };
    let of_month = matches!(day, DayWords::Unknown | DayWords::Known(_));
    let preposition = if of_month { " in " } else { " of " };
    Noun::new(article, in_year(&text, preposition, year, false))
}

fn part_noun(part: PartOfYear, year: YearWords, shared: Shared, short: bool) -> Noun {
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
    Noun::new(if the { Article::InThe } else { Article::In }, text)
}

/// "14:30", "23:20:30".
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
