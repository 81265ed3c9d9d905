//! English, with the day before the month and the 24-hour clock.

use super::numerals::{decimal, english_ordinal, grouped};
use super::year::YearWords;
use super::{
    DayWords, Form, Language, Shared, Style, dashed, join, push_two, push_zone, raw_digits,
    whole_qualifier,
};
use crate::edtf::date::{Date, Hemisphere, LongYear, Part, PartOfYear, Qualifier, Time};
use crate::edtf::{Edtf, End, Interval, Member, Set, Single};

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

/// "1985", "44 BCE", "14 CE".
fn year_text(year: i64) -> String {
    if year <= 0 {
        return grouped(1_u64.saturating_add(year.unsigned_abs()), ',') + " BCE";
    }
    let text = grouped(year.unsigned_abs(), ',');
    if year < 100 { text + " CE" } else { text }
}

fn long_year(year: LongYear) -> String {
    match year.value() {
        i64::MAX | i64::MIN => {
            let sign = if year.mantissa < 0 { "−" } else { "" };
            let mantissa = grouped(year.mantissa.unsigned_abs(), ',');
            let exponent = decimal(year.exponent.unwrap_or(0).into());
            ["year ", sign, &mantissa, " × 10^", &exponent].concat()
        }
        value @ 1.. => "year ".to_owned() + &year_text(value),
        value => year_text(value),
    }
}

/// The words for a year, and whether "the" goes before them.
fn year_words(year: YearWords, shared: Shared, short: bool) -> (String, bool) {
    if shared == Shared::Unit {
        return match year {
            YearWords::Century { number, .. } | YearWords::Millennium { number, .. } => {
                (english_ordinal(number), true)
            }
            YearWords::Known(year) => (decimal(1 + year.unsigned_abs()), false),
            _ => year_words(year, Shared::Nothing, short),
        };
    }
    let era = |text: String, bce| if bce { text + " BCE" } else { text };
    match year {
        YearWords::Known(year) => (year_text(year), false),
        YearWords::Decade(first) => {
            let end = if first < 100 { "s CE" } else { "s" };
            (decimal(first.into()) + end, true)
        }
        YearWords::Century { number, bce } => {
            let word = if short { " c." } else { " century" };
            (era(english_ordinal(number) + word, bce), true)
        }
        YearWords::Millennium { number, bce } => {
            let word = if short { " mill." } else { " millennium" };
            (era(english_ordinal(number) + word, bce), true)
        }
        YearWords::Span(from, to) if to <= 0 => {
            let first = decimal(1_u64.saturating_add(from.unsigned_abs()));
            ([&first, "–", &year_text(to)].concat(), false)
        }
        YearWords::Span(from, to) => ([&year_text(from), " – ", &year_text(to)].concat(), false),
        YearWords::Unknown if short => ("year?".into(), false),
        YearWords::Unknown => ("year unknown".into(), false),
        YearWords::Digits(digits) => (raw_digits(digits, 4), false),
    }
}

/// The year next to a month: "March 2024", "December, 1560s".
fn beside(text: &str, year: YearWords, short: bool) -> String {
    let known = matches!(year, YearWords::Known(_) | YearWords::Digits(_));
    [text, if known { " " } else { ", " }, &year_words(year, Shared::Nothing, short).0].concat()
}

/// The year that something is in: "a month in 2004", "a day in the 1560s".
fn in_year(text: &str, preposition: &str, year: YearWords, short: bool) -> String {
    match (year, year_words(year, Shared::Nothing, short)) {
        (YearWords::Unknown, _) => beside(text, year, short),
        (_, (words, true)) => [text, preposition, "the ", &words].concat(),
        (_, (words, false)) => [text, preposition, &words].concat(),
    }
}

fn date_phrase(date: Date, shared: Shared, style: Style<'_>) -> Phrase {
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

fn month_phrase(date: Date, name: &str, year: YearWords, shared: Shared, short: bool) -> Phrase {
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

fn unknown_month_phrase(date: Date, year: YearWords) -> Phrase {
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

fn part_phrase(part: PartOfYear, year: YearWords, shared: Shared, short: bool) -> Phrase {
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

/// "2023–2024", "45–44 BCE".
fn two_years(first: i64) -> String {
    match first {
        ..0 => [&decimal(1 + first.unsigned_abs()), "–", &year_text(first + 1)].concat(),
        0 => [&year_text(0), " – ", &year_text(1)].concat(),
        _ => [&decimal(first.unsigned_abs()), "–", &year_text(first + 1)].concat(),
    }
}

/// "14:30", "23:20:30 UTC".
fn time_text(time: Time) -> String {
    let mut text = clock_text(time);
    push_zone(&mut text, time.zone);
    text
}

fn clock_text(time: Time) -> String {
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

fn write_interval(interval: &Interval, style: Style<'_>) -> String {
    let inner = style.with(Form::Sentence);
    let bounded = |end, preposition| phrase(end, Shared::Nothing, inner).after(preposition);
    let label = |end| phrase(end, Shared::Nothing, style).in_form(style.with(Form::Label));
    let short_label = style.is_short() && style.form == Form::Label;
    match (&interval.start, &interval.end) {
        (End::Date(start), End::Date(end)) => write_range(start, end, style),
        (End::Open, End::Date(end)) => bounded(end, "until "),
        (End::Unknown, End::Date(end)) if short_label => dashed("?", &label(end), Shared::Nothing),
        (_, End::Date(end)) => bounded(end, "until ") + " (start unknown)",
        (End::Date(start), End::Open) => bounded(start, "from ") + " on",
        (End::Date(start), _) if short_label => dashed(&label(start), "?", Shared::Nothing),
        (End::Date(start), _) => bounded(start, "from ") + " (end unknown)",
        // The reader refuses an interval without a date.
        _ => String::new(),
    }
}

fn write_range(start: &Single, end: &Single, style: Style<'_>) -> String {
    let shared = Shared::of(start, end);
    let short_label = style.is_short() && style.form == Form::Label;
    if let (Shared::Day, Single::Date(first), Single::Date(last)) = (shared, start, end)
        && let (Some(from), Some(to)) = (first.time, last.time)
    {
        let day = Single::Date(Date { time: None, ..*first });
        let day = phrase(&day, Shared::Nothing, style).in_form(style);
        let (from, to) = (clock_text(from), time_text(to));
        return match (short_label, style.form) {
            (true, _) => [&day, ", ", &from, "–", &to].concat(),
            (_, Form::Label) => [&day, ", ", &from, " to ", &to].concat(),
            (_, Form::Sentence) => [&day, " from ", &from, " to ", &to].concat(),
        };
    }
    // Written out, a time of day is joined by "at": a comma would part the ends.
    let inner = style.with(if short_label { Form::Label } else { Form::Sentence });
    let start = phrase(start, shared, inner);
    let end = phrase(end, Shared::Nothing, inner);
    if short_label {
        dashed(&start.in_form(style), &end.in_form(style), shared)
    } else if style.form == Form::Label {
        [&start.in_form(style), " to ", &end.in_form(style)].concat()
    } else {
        start.after("from ") + &end.after(" to ")
    }
}

fn write_set(set: &Set, style: Style<'_>) -> String {
    if let ([Member::Range(first, last)], false) = (set.members.as_slice(), set.all) {
        let first = phrase(first, Shared::of(first, last), style.with(Form::Sentence));
        let last = phrase(last, Shared::Nothing, style.with(Form::Sentence));
        return first.after("between ") + &last.after(" and ");
    }
    let listed = !set.all
        && !style.is_short()
        && (set.members.len() > 2
            || set.members.len() > 1
                && set.members.iter().any(|member| !matches!(member, Member::Single(_))));
    let inner = if listed { style.with(Form::Label) } else { style };
    let link = if set.all { " and " } else { " or " };
    let alone = |single| phrase(single, Shared::Nothing, inner).in_form(inner);
    let items: Vec<String> = set
        .members
        .iter()
        .map(|member| match member {
            Member::Single(single) => alone(single),
            Member::Range(first, last) => write_range(first, last, inner),
            Member::UpTo(single) => alone(single) + link + "earlier",
            Member::From(single) => alone(single) + link + "later",
        })
        .collect();
    match (listed, style.form) {
        (true, Form::Label) => "one of these dates: ".to_owned() + &join(&items, ", "),
        (true, Form::Sentence) => "on one of these dates: ".to_owned() + &join(&items, ", "),
        _ => join(&items, link),
    }
}
