//! Intervals and sets.

use super::date::{clock_text, time_text};
use super::phrase;
use crate::edtf::date::Date;
use crate::edtf::words::{Form, Shared, Style, dashed, join};
use crate::edtf::{End, Interval, Member, Set, Single};

pub(super) fn write_interval(interval: &Interval, style: Style<'_>) -> String {
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

pub(super) fn write_range(start: &Single, end: &Single, style: Style<'_>) -> String {
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

pub(super) fn write_set(set: &Set, style: Style<'_>) -> String {
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
