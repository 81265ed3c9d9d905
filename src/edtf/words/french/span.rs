//! Intervals and sets.

use super::date::{clock_text, time_text};
use super::noun::Preposition;
use super::phrase;
use crate::edtf::date::Date;
use crate::edtf::words::{Form, Shared, Style, dashed, join};
use crate::edtf::{End, Interval, Member, Set, Single};

pub(super) fn write_interval(interval: &Interval, style: Style<'_>) -> String {
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

pub(super) fn write_range(start: &Single, end: &Single, style: Style<'_>) -> String {
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

pub(super) fn write_set(set: &Set, style: Style<'_>) -> String {
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
