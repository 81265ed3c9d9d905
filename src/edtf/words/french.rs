//! French.
//!
//! A date is a noun that knows its article, so that prepositions contract with it: "du 12 mars",
//! "d’avril", "à l’automne", "des années 1560", "jusqu’en 2021".

use super::numerals::{decimal, french_ordinal, grouped, roman};
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

/// The article of a noun, which decides how prepositions join it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Article {
    /// None, and "en" to say when: "en mars 2024".
    En,
    /// None at all: "fin mars 2024".
    None,
    /// "le", and "le" to say when: "le 12 mars 2024".
    Le,
    /// "le", and "au" to say when: "au printemps 2023".
    LeAu,
    /// "l’", and "à l’" to say when: "à l’automne 2023".
    L,
    /// "l’", and "en" to say when: "en hiver".
    LEn,
    /// "l’", and "en l’" to say when: "en l’an 12 000".
    An,
    /// None, and "au cours de" to say when: "au cours d’un mois de 2004".
    During,
    /// "la": "à la mi-février".
    La,
    /// "les", and "dans les" to say when: "dans les années 1560".
    Les,
}

#[derive(Clone, Copy)]
enum Preposition {
    /// Only the article, as after "avant", "vers" and "entre".
    Bare,
    De,
    À,
    Jusque,
    /// What says when.
    When,
}

struct Noun {
    text: String,
    article: Article,
}

impl Noun {
    fn new(article: Article, text: impl Into<String>) -> Self {
        Noun { text: text.into(), article }
    }

    fn after(&self, preposition: Preposition) -> String {
        use Preposition::{Bare, De, Jusque, When, À};
        let vowel = self.text.starts_with(['a', 'o', 'u', 'é']);
        let words = match (self.article, preposition) {
            (Article::En | Article::None | Article::During, Bare) | (Article::None, When) => "",
            (Article::En | Article::None | Article::During, De) if vowel => "d’",
            (Article::En | Article::None | Article::During, De) => "de ",
            (Article::En | Article::None | Article::During, À) => "à ",
            (Article::None | Article::During, Jusque) => "jusqu’à ",
            (Article::During, When) => "au cours d’",
            (Article::En, Jusque) => "jusqu’en ",
            (Article::En | Article::LEn, When) => "en ",
            (Article::Le, Bare | When) | (Article::LeAu, Bare) => "le ",
            (Article::Le | Article::LeAu, De) => "du ",
            (Article::Le | Article::LeAu, À) | (Article::LeAu, When) => "au ",
            (Article::Le | Article::LeAu, Jusque) => "jusqu’au ",
            (Article::L | Article::LEn | Article::An, Bare) => "l’",
            (Article::L | Article::LEn | Article::An, De) => "de l’",
            (Article::L | Article::LEn | Article::An, À) | (Article::L, When) => "à l’",
            (Article::L | Article::LEn | Article::An, Jusque) => "jusqu’à l’",
            (Article::An, When) => "en l’",
            (Article::La, Bare) => "la ",
            (Article::La, De) => "de la ",
            (Article::La, À | When) => "à la ",
            (Article::La, Jusque) => "jusqu’à la ",
            (Article::Les, Bare) => "les ",
            (Article::Les, De) => "des ",
            (Article::Les, À) => "aux ",
            (Article::Les, Jusque) => "jusqu’aux ",
            (Article::Les, When) => "dans les ",
        };
        [words, &self.text].concat()
    }
}

/// A noun with what is said of it.
struct Phrase {
    noun: Noun,
    approximate: bool,
    /// " (date incertaine)"
    notes: String,
    short: bool,
}

impl Phrase {
    fn in_form(&self, style: Style<'_>) -> String {
        let text = match (self.approximate, style.form) {
            (true, Form::Label) if self.short => ["v. ", &self.noun.text].concat(),
            (true, _) => ["vers ", &self.noun.after(Preposition::Bare)].concat(),
            (false, Form::Label) => self.noun.text.clone(),
            (false, Form::Sentence) => self.noun.after(Preposition::When),
        };
        text + &self.notes
    }

    fn after(&self, preposition: Preposition) -> String {
        let about = if self.approximate { " environ" } else { "" };
        [&self.noun.after(preposition), about, &self.notes].concat()
    }
}

fn phrase(single: &Single, shared: Shared, style: Style<'_>) -> Phrase {
    let (noun, whole, mut notes) = match single {
        Single::LongYear(year) => {
            (long_year(**year), Some(year.marks.qualifier(Part::Year)), Vec::new())
        }
        Single::Date(date) => (date_noun(*date, shared, style), whole_qualifier(*date), Vec::new()),
    };
    let (range, significant) = match single {
        Single::LongYear(year) => (year.year_range(), year.open_digits() > 0),
        Single::Date(date) => (date.year_range(), date.significant > 0),
    };
    let qualifier = match whole {
        Some(qualifier) => qualifier,
        None if style.is_short() => single.any_qualifier(),
        None => Qualifier::default(),
    };
    if significant && !style.is_short() {
        notes.push(["entre ", &year_text(range.0), " et ", &year_text(range.1)].concat());
    }
    if qualifier.uncertain && !style.is_short() {
        notes.push("date incertaine".into());
    }
    if let (None, Single::Date(date), false) = (whole, single, style.is_short()) {
        notes.extend(part_notes(*date));
    }
    let mut text = String::new();
    if !notes.is_empty() {
        text = [" (", &notes.join(", "), ")"].concat();
    } else if qualifier.uncertain {
        text.push_str("\u{202f}?");
    }
    Phrase {
        noun,
        approximate: qualifier.approximate || significant,
        notes: text,
        short: style.is_short(),
    }
}

/// "année incertaine", "jour approximatif".
fn part_notes(date: Date) -> impl Iterator<Item = String> {
    date.parts().iter().filter_map(move |&part| {
        let (name, uncertain, approximate) = match part {
            Part::Year => ("année ", "incertaine", "approximative"),
            Part::Month if date.part_of_year().is_some() => {
                ("saison ", "incertaine", "approximative")
            }
            Part::Month => ("mois ", "incertain", "approximatif"),
            Part::Day => ("jour ", "incertain", "approximatif"),
        };
        let qualifier = date.marks.qualifier(part);
        let what = match (qualifier.uncertain, qualifier.approximate) {
            (false, false) => return None,
            (true, false) => [name, uncertain].concat(),
            (false, true) => [name, approximate].concat(),
            (true, true) => [name, uncertain, " et ", approximate].concat(),
        };
        Some(what)
    })
}

/// "1985", "44 av. J.-C.", "14 apr. J.-C.".
fn year_text(year: i64) -> String {
    if year <= 0 {
        let before = 1_u64.saturating_add(year.unsigned_abs());
        return grouped(before, '\u{202f}') + " av.\u{a0}J.-C.";
    }
    let text = grouped(year.unsigned_abs(), '\u{202f}');
    if year < 100 { text + " apr.\u{a0}J.-C." } else { text }
}

fn long_year(year: LongYear) -> Noun {
    match year.value() {
        i64::MAX | i64::MIN => Noun::new(Article::An, ["an ", &power(year)].concat()),
        value @ 1.. => Noun::new(Article::An, ["an ", &year_text(value)].concat()),
        value => Noun::new(Article::En, year_text(value)),
    }
}

/// A year too far away to be counted: "−17 × 10^400".
fn power(year: LongYear) -> String {
    let sign = if year.mantissa < 0 { "−" } else { "" };
    let mantissa = grouped(year.mantissa.unsigned_abs(), '\u{202f}');
    [sign, &mantissa, " × 10^", &decimal(year.exponent.unwrap_or(0).into())].concat()
}

fn year_noun(year: YearWords, shared: Shared, short: bool) -> Noun {
    if shared == Shared::Unit {
        return match year {
            YearWords::Century { number, .. } | YearWords::Millennium { number, .. } => {
                Noun::new(Article::LeAu, century_number(number))
            }
            YearWords::Known(year) => Noun::new(Article::En, decimal(1 + year.unsigned_abs())),
            _ => year_noun(year, Shared::Nothing, short),
        };
    }
    let era = |text: String, bce| if bce { text + " av.\u{a0}J.-C." } else { text };
    match year {
        YearWords::Known(year) => Noun::new(Article::En, year_text(year)),
        YearWords::Decade(first) => {
            let end = if first < 100 { " apr.\u{a0}J.-C." } else { "" };
            Noun::new(Article::Les, ["années ", &decimal(first.into()), end].concat())
        }
        YearWords::Century { number, bce } => {
            let word = if short { " s." } else { " siècle" };
            Noun::new(Article::LeAu, era(century_number(number) + word, bce))
        }
        YearWords::Millennium { number, bce } => {
            let word = if short { " mill." } else { " millénaire" };
            Noun::new(Article::LeAu, era(century_number(number) + word, bce))
        }
        YearWords::Span(from, to) if to <= 0 => {
            let first = decimal(1_u64.saturating_add(from.unsigned_abs()));
            Noun::new(Article::En, [&first, "–", &year_text(to)].concat())
        }
        YearWords::Span(from, to) => {
            Noun::new(Article::En, [&year_text(from), " – ", &year_text(to)].concat())
        }
        YearWords::Unknown if short => Noun::new(Article::None, "année\u{202f}?"),
        YearWords::Unknown => Noun::new(Article::None, "année inconnue"),
        YearWords::Digits(digits) => Noun::new(Article::En, raw_digits(digits, 4)),
    }
}

/// The Roman ordinal of a century.
fn century_number(number: u16) -> String {
    roman(number) + if number == 1 { "er" } else { "e" }
}

/// The year next to a month: "mars 2024", "décembre, années 1560".
fn beside(mut text: String, year: YearWords, short: bool) -> String {
    let known = matches!(year, YearWords::Known(_) | YearWords::Digits(_));
    text.push_str(if known { " " } else { ", " });
    text.push_str(&year_noun(year, Shared::Nothing, short).text);
    text
}

/// The year that something is of: "un mois de 2004", "un jour des années 1560".
fn of_year(text: &str, year: YearWords) -> String {
    match year {
        YearWords::Unknown => beside(text.into(), year, false),
        _ => [text, " ", &year_noun(year, Shared::Nothing, false).after(Preposition::De)].concat(),
    }
}

fn date_noun(date: Date, shared: Shared, style: Style<'_>) -> Noun {
    let year = YearWords::of(date);
    let mut noun = if date.month == 0 {
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
    };
    if let Some(time) = date.time {
        let joined = style.form == Form::Sentence && !style.is_short();
        noun.text.push_str(if joined { " à " } else { ", " });
        noun.text.push_str(&time_text(time));
    }
    noun
}

fn month_noun(date: Date, name: &str, year: YearWords, shared: Shared, short: bool) -> Noun {
    let (article, mut text) = match DayWords::of(date) {
        DayWords::Known(day) => {
            let day = if day == 1 { "1er".into() } else { decimal(day.into()) };
            let month = if shared == Shared::Month { ["", ""] } else { [" ", name] };
            (Article::Le, day + &month.concat())
        }
        DayWords::Absent => (Article::En, name.into()),
        DayWords::Unknown | DayWords::Digits if short => (Article::En, name.into()),
        DayWords::Unknown => (
            Article::None,
            "un jour ".to_owned() + &Noun::new(Article::En, name).after(Preposition::De),
        ),
        DayWords::Digits => {
            let month = Noun::new(Article::En, name).after(Preposition::De);
            let day = raw_digits(date.day.into(), 2);
            (Article::None, ["un jour (", &day, ") ", &month].concat())
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
    let month = if date.month == 0xAA {
        "un mois".to_owned()
    } else {
        ["un mois (", &raw_digits(date.month.into(), 2), ")"].concat()
    };
    let (article, text) = match DayWords::of(date) {
        DayWords::Absent => (Article::During, month),
        DayWords::Unknown if date.month == 0xAA => (Article::None, "un jour".to_owned()),
        DayWords::Unknown => (Article::None, ["un jour d’", &month].concat()),
        DayWords::Digits => {
            let day = raw_digits(date.day.into(), 2);
            (Article::None, ["un jour (", &day, ") d’", &month].concat())
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

/// "2023-2024", "45-44 av. J.-C.".
fn two_years(first: i64) -> String {
    if first < 0 {
        return [&decimal(1 + first.unsigned_abs()), "-", &year_text(first + 1)].concat();
    }
    let separator = if first == 0 { " – " } else { "-" };
    let text = if first == 0 { year_text(0) } else { decimal(first.unsigned_abs()) };
    [&text, separator, &year_text(first + 1)].concat()
}

/// "14 h 30", "23 h 20 min 30 s".
fn time_text(time: Time) -> String {
    let mut text = clock_text(time);
    push_zone(&mut text, time.zone);
    text
}

fn clock_text(time: Time) -> String {
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

fn write_interval(interval: &Interval, style: Style<'_>) -> String {
    let inner = style.with(Form::Sentence);
    let until = |end| phrase(end, Shared::Nothing, inner).after(Preposition::Jusque);
    let since = |start| {
        "à partir ".to_owned() + &phrase(start, Shared::Nothing, inner).after(Preposition::De)
    };
    let label = |end| phrase(end, Shared::Nothing, style).in_form(style.with(Form::Label));
    let short_label = style.is_short() && style.form == Form::Label;
    match (&interval.start, &interval.end) {
        (End::Date(start), End::Date(end)) => write_range(start, end, style),
        (End::Open, End::Date(end)) => until(end),
        (End::Unknown, End::Date(end)) if short_label => dashed("?", &label(end), Shared::Nothing),
        (_, End::Date(end)) => until(end) + " (début inconnu)",
        (End::Date(start), End::Open) => since(start),
        (End::Date(start), _) if short_label => dashed(&label(start), "?", Shared::Nothing),
        (End::Date(start), _) => since(start) + " (fin inconnue)",
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
        return if short_label {
            [&day, ", ", &from, " – ", &to].concat()
        } else {
            [&day, ", de ", &from, " à ", &to].concat()
        };
    }
    let form = if short_label { Form::Label } else { Form::Sentence };
    let start = phrase(start, shared, style.with(form));
    let end = phrase(end, Shared::Nothing, style.with(form));
    if short_label {
        dashed(&start.in_form(style), &end.in_form(style), shared)
    } else {
        [&start.after(Preposition::De), " ", &end.after(Preposition::À)].concat()
    }
}

fn write_set(set: &Set, style: Style<'_>) -> String {
    if let ([Member::Range(first, last)], false) = (set.members.as_slice(), set.all) {
        let shared = Shared::of(first, last);
        let inner = style.with(Form::Sentence);
        let first = phrase(first, shared, inner).after(Preposition::Bare);
        let last = phrase(last, Shared::Nothing, inner).after(Preposition::Bare);
        return ["entre ", &first, " et ", &last].concat();
    }
    let listed = !set.all
        && !style.is_short()
        && (set.members.len() > 2
            || set.members.len() > 1
                && set.members.iter().any(|member| !matches!(member, Member::Single(_))));
    let inner = if listed { style.with(Form::Label) } else { style };
    let link = if set.all { " et " } else { " ou " };
    let items: Vec<String> = set
        .members
        .iter()
        .map(|member| match member {
            Member::Single(single) => phrase(single, Shared::Nothing, inner).in_form(inner),
            Member::Range(first, last) => write_range(first, last, inner),
            Member::UpTo(single) => {
                phrase(single, Shared::Nothing, inner).in_form(inner) + link + "avant"
            }
            Member::From(single) => {
                phrase(single, Shared::Nothing, inner).in_form(inner) + link + "après"
            }
        })
        .collect();
    match (listed, style.form) {
        (true, Form::Label) => "l’une de ces dates\u{a0}: ".to_owned() + &join(&items, ", "),
        (true, Form::Sentence) => "à l’une de ces dates\u{a0}: ".to_owned() + &join(&items, ", "),
        _ => join(&items, link),
    }
}
