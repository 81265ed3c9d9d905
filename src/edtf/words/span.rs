//! Intervals and sets.

use super::grammar::{Grammar, Preposition};
use super::phrase::Phrase;
use super::shared::Shared;
use super::{Form, Style, dashed, join, push_zone};
use crate::edtf::date::Date;
use crate::edtf::{End, Interval, Member, Set, Single};

/// One date that shares nothing with another.
fn alone<'a>(grammar: &'a Grammar, single: &Single, style: Style<'_>) -> Phrase<'a> {
    Phrase::new(grammar, single, Shared::Nothing, style)
}

pub(super) fn write_interval(grammar: &Grammar, interval: &Interval, style: Style<'_>) -> String {
    let (start, end) = (&interval.start, &interval.end);
    if let (End::Date(start), End::Date(end)) = (start, end) {
        return write_range(grammar, start, end, style);
    }
    let unknown = *start == End::Unknown || *end == End::Unknown;
    if unknown && style.is_short() && style.form == Form::Label {
        let [start, end] = [start, end].map(|end| match end {
            End::Date(single) => alone(grammar, single, style).in_form(Form::Label),
            End::Open | End::Unknown => "?".to_owned(),
        });
        return dashed(&start, &end, Shared::Nothing);
    }
    let inner = style.with(Form::Sentence);
    let (mut text, note) = match (start, end) {
        (End::Date(start), _) => {
            let [before, after] = grammar.since;
            let start = alone(grammar, start, inner).after(Preposition::From);
            let after = if unknown { "" } else { after };
            ([before, &start, after].concat(), grammar.end_unknown)
        }
        (_, End::Date(end)) => {
            (alone(grammar, end, inner).after(Preposition::Until), grammar.start_unknown)
        }
        // The reader refuses an interval without a date.
        _ => return String::new(),
    };
    if unknown {
        text.push_str(note);
    }
    text
}

fn write_range(grammar: &Grammar, start: &Single, end: &Single, style: Style<'_>) -> String {
    let shared = Shared::of(start, end);
    let short_label = style.is_short() && style.form == Form::Label;
    if let (Shared::Day, Single::Date(first), Single::Date(last)) = (shared, start, end)
        && let (Some(from), Some(to)) = (first.time, last.time)
    {
        let day = Single::Date(Date { time: None, ..*first });
        let mut text = alone(grammar, &day, style).in_form(style.form);
        let [in_label, in_sentence] = grammar.clock_from;
        let (before, between) = match style.form {
            Form::Label if short_label => (", ", grammar.clock_dash),
            Form::Label => (in_label, grammar.clock_to),
            Form::Sentence => (in_sentence, grammar.clock_to),
        };
        let [from, until] = [from, to].map(grammar.clock_text);
        text += &[before, &from, between, &until].concat();
        push_zone(&mut text, to.zone);
        return text;
    }
    // Written out, a time of day is joined by "at" or "à": a comma would part the ends.
    let inner = style.with(if short_label { Form::Label } else { Form::Sentence });
    let start = Phrase::new(grammar, start, shared, inner);
    let end = alone(grammar, end, inner);
    if short_label {
        return dashed(&start.in_form(Form::Label), &end.in_form(Form::Label), shared);
    }
    let (from, to) = match style.form {
        Form::Label => (Preposition::LabelFrom, Preposition::LabelTo),
        Form::Sentence => (Preposition::From, Preposition::To),
    };
    [&start.after(from), " ", &end.after(to)].concat()
}

pub(super) fn write_set(grammar: &Grammar, set: &Set, style: Style<'_>) -> String {
    if let ([Member::Range(first, last)], false) = (set.members.as_slice(), set.all) {
        let inner = style.with(Form::Sentence);
        let shared = Shared::of(first, last);
        let first = Phrase::new(grammar, first, shared, inner).after(Preposition::Bare);
        let last = alone(grammar, last, inner).after(Preposition::Bare);
        return [grammar.between, &first, grammar.and, &last].concat();
    }
    let plain = set.members.iter().all(|member| matches!(member, Member::Single(_)));
    let simple = set.members.len() == 1 || set.members.len() == 2 && plain;
    let listed = !set.all && !style.is_short() && !simple;
    let inner = if listed { style.with(Form::Label) } else { style };
    let link = if set.all { grammar.and } else { grammar.or };
    let mut items = Vec::new();
    for member in &set.members {
        let (single, more) = match member {
            Member::Range(first, last) => {
                items.push(write_range(grammar, first, last, inner));
                continue;
            }
            Member::Single(single) => (single, ["", ""]),
            Member::UpTo(single) => (single, [link, grammar.earlier]),
            Member::From(single) => (single, [link, grammar.later]),
        };
        items.push(alone(grammar, single, inner).in_form(inner.form) + &more.concat());
    }
    let [on, one_of] = grammar.one_of;
    match (listed, style.form) {
        (true, Form::Label) => one_of.to_owned() + &join(&items, ", "),
        (true, Form::Sentence) => [on, one_of, &join(&items, ", ")].concat(),
        _ => join(&items, link),
    }
}
