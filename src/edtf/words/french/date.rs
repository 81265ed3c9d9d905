//! Days, months, seasons and times of day.

use super::year::{beside, of, of_year, two_years, year_noun};
use crate::edtf::date::Date;
use crate::edtf::digits::XX;
use crate::edtf::part_of_year::{Hemisphere, PartOfYear};
use crate::edtf::time::Time;
use crate::edtf::words::grammar::{Article, Noun};
use crate::edtf::words::numerals::{decimal, french_ordinal};
use crate::edtf::words::year::YearWords;
use crate::edtf::words::{DayWords, Form, Language, Shared, Style, hinted, push_two};

pub(super) fn date_noun(date: Date, shared: Shared, style: Style<'_>) -> Noun {
    let year = YearWords::of(date);
    if date.month == 0 {
        match (year, style.form) {
            (YearWords::Unknown, Form::Sentence) => Noun::new(Article::None, "une année inconnue"),
            _ => year_noun(year, shared, style.is_short()),
        }
    } else if let Some(part) = date.part_of_year() {
        part_noun(part, year, shared, style.is_short())
    } else if let Some(month) = date.known_month() {
        let name = style.months.month(month, Language::French, style.length);
        month_noun(date, name, year, shared, style.is_short())
    } else if style.is_short() {
        year_noun(year, Shared::Nothing, true)
    } else {
        unknown_month_noun(date, year)
    }
}

fn month_noun(date: Date, name: &str, year: YearWords, shared: Shared, short: bool) -> Noun {
    let (article, mut text) = match DayWords::of(date) {
        DayWords::Known(day) => {
            let day = if day == 1 { "1er".into() } else { decimal(day.into()) };
            let month = if shared == Shared::Month { ["", ""] } else { [" ", name] };
            (Article::Le, day + &month.concat())
        }
        DayWords::Absent => (Article::En, name.into()),
        DayWords::Unknown if short => (Article::En, name.into()),
        DayWords::Unknown => {
            let month = of(&Noun::new(Article::En, name));
            (Article::None, [&hinted("un jour", date.day), " ", &month].concat())
        }
        DayWords::Early => (Article::None, ["début ", name].concat()),
        DayWords::Middle => (Article::La, ["mi-", name].concat()),
        DayWords::Late => (Article::None, ["fin ", name].concat()),
    };
    if shared == Shared::Nothing {
        text = beside(text, year, short);
    }
    Noun::new(article, text)
}

fn unknown_month_noun(date: Date, year: YearWords) -> Noun {
    let month = hinted("un mois", date.month);
    let (article, text) = match DayWords::of(date) {
        DayWords::Absent => (Article::During, month),
        DayWords::Unknown if (date.month, date.day) == (XX, XX) => {
            (Article::None, "un jour".into())
        }
        DayWords::Unknown => {
            (Article::None, [&hinted("un jour", date.day), " d’", &month].concat())
        }
        DayWords::Early => (Article::None, ["début d’", &month].concat()),
        DayWords::Middle => (Article::Le, ["milieu d’", &month].concat()),
        DayWords::Late => (Article::None, ["fin d’", &month].concat()),
        DayWords::Known(1) => (Article::Le, ["1er d’", &month].concat()),
        DayWords::Known(day) => (Article::Le, [&decimal(day.into()), " d’", &month].concat()),
    };
    Noun::new(article, of_year(&text, year))
}

fn part_noun(part: PartOfYear, year: YearWords, shared: Shared, short: bool) -> Noun {
    let ordinal = |number: u8, unit: &str| {
        let unit = if shared == Shared::Unit { ["", ""] } else { [" ", unit] };
        french_ordinal(number.into()) + &unit.concat()
    };
    let (article, mut text) = match part {
        PartOfYear::Season(season, _) => match season {
            0 => (Article::LeAu, "printemps".to_owned()),
            1 => (Article::LEn, "été".to_owned()),
            2 => (Article::L, "automne".to_owned()),
            _ => (Article::LEn, "hiver".to_owned()),
        },
        PartOfYear::Quarter(number) if short => {
            (Article::LeAu, "T".to_owned() + &decimal(number.into()))
        }
        PartOfYear::Semester(number) if short => {
            (Article::LeAu, "S".to_owned() + &decimal(number.into()))
        }
        PartOfYear::Quadrimester(number) if short => (Article::LeAu, ordinal(number, "quadr.")),
        PartOfYear::Quarter(number) => (Article::LeAu, ordinal(number, "trimestre")),
        PartOfYear::Quadrimester(number) => (Article::LeAu, ordinal(number, "quadrimestre")),
        PartOfYear::Semester(number) => (Article::LeAu, ordinal(number, "semestre")),
    };
    match year {
        _ if shared != Shared::Nothing => {}
        YearWords::Known(first) if part.spans_new_year() => {
            text.push(' ');
            text.push_str(&two_years(first));
        }
        _ => text = beside(text, year, short),
    }
    if let PartOfYear::Season(_, place @ (Hemisphere::North | Hemisphere::South)) = part {
        text.push_str(match (place, short) {
            (Hemisphere::South, true) => " (sud)",
            (Hemisphere::South, false) => " (hémisphère sud)",
            (_, true) => " (nord)",
            (_, false) => " (hémisphère nord)",
        });
    }
    Noun::new(article, text)
}

/// "14 h 30", "23 h 20 min 30 s".
pub(super) fn clock_text(time: Time) -> String {
    let mut text = decimal(time.hour.into()) + "\u{202f}h";
    let seconds = time.second != Time::NO_SECOND && time.second > 0;
    if seconds {
        let minute = decimal(time.minute.into());
        let second = decimal(time.second.into());
        text += &["\u{202f}", &minute, "\u{202f}min\u{202f}", &second, "\u{202f}s"].concat();
    } else if time.minute > 0 {
        text.push('\u{202f}');
        push_two(&mut text, time.minute);
    }
    text
}
