//! Intervals and sets.

use super::Style;
use super::article::Preposition::{self, From, Label, LabelFrom, LabelTo, To, Until, When};
use super::lexicon::Word;
use super::noun::Noun;
use super::phrase::write;
use super::shared::Shared;
use crate::edtf::date::Date;
use crate::edtf::{End, Interval, Member, Set, Single};

/// One date that shares nothing with another.
fn alone(style: &Style<'_>, single: &Single, preposition: Preposition) -> String {
    write(style, single, Shared::Nothing, preposition)
}

/// An interval as a label, or after [`When`].
pub(super) fn write_interval(style: &Style<'_>, interval: &Interval, when: Preposition) -> String {
    let (start, end) = (&interval.start, &interval.end);
    if let (End::Date(start), End::Date(end)) = (start, end) {
        return write_range(style, start, end, when);
    }
    let mut text = Noun::new(style);
    let unknown = matches!(start, End::Unknown) || matches!(end, End::Unknown);
    if unknown && text.is_short() && when == Label {
        let label = |end: &End| match end {
            End::Date(single) => alone(style, single, Label),
            End::Open | End::Unknown => "?".to_owned(),
        };
        text.push_dashed(&label(start), &label(end), Shared::Nothing);
        return text.text;
    }
    let note = match (start, end) {
        (End::Date(start), _) => {
            text.put(Word::Since);
            text.push(&alone(style, start, From));
            if !unknown {
                text.put(Word::Onwards);
            }
            Word::EndUnknown
        }
        (_, End::Date(end)) => {
            text.push(&alone(style, end, Until));
            Word::StartUnknown
        }
        // The reader refuses an interval without a date.
        _ => return String::new(),
    };
    if unknown {
        text.put(note);
    }
    text.text
}

fn write_range(style: &Style<'_>, start: &Single, end: &Single, when: Preposition) -> String {
    let mut text = Noun::new(style);
    let shared = Shared::of(start, end);
    let short_label = text.is_short() && when == Label;
    if let (Shared::Day, Single::Date(first), Single::Date(last)) = (shared, start, end)
        && let (Some(from), Some(to)) = (first.time, last.time)
    {
        let day = Single::Date(Date { time: None, ..*first });
        text.push(&alone(style, &day, when));
        let before = if when == Label { Word::ClockFrom } else { Word::ClockFromInSentence };
        text.put_form(before, short_label.into());
        text.push_clock(from);
        text.put_form(Word::ClockTo, short_label.into());
        text.push_clock(to);
        text.push_zone(to.zone);
        return text.text;
    }
    // Written out, a time of day is joined by "at" or "à": a comma would part the ends.
    let (from, to) = match when {
        Label if short_label => (Label, Label),
        Label => (LabelFrom, LabelTo),
        _ => (From, To),
    };
    let start = write(style, start, shared, from);
    let end = alone(style, end, to);
    if short_label {
        text.push_dashed(&start, &end, shared);
    } else {
        text.push(&start);
        text.push(" ");
        text.push(&end);
    }
    text.text
}

/// A set as a label, or after [`When`].
pub(super) fn write_set(style: &Style<'_>, set: &Set, when: Preposition) -> String {
    let mut text = Noun::new(style);
    if let ([Member::Range(first, last)], false) = (set.members.as_slice(), set.all) {
        text.put(Word::Between);
        text.push(&write(style, first, Shared::of(first, last), Preposition::None));
        text.put(Word::And);
        text.push(&alone(style, last, Preposition::None));
        return text.text;
    }
    let plain = set.members.iter().all(|member| matches!(member, Member::Single(_)));
    let count = set.members.len();
    let simple = count == 1 || count == 2 && plain;
    let listed = !set.all && !text.is_short() && !simple;
    let link = if set.all { Word::And } else { Word::Or };
    if listed {
        if when == When {
            text.put(Word::On);
        }
        text.put(Word::OneOf);
    }
    let when = if listed { Label } else { when };
    for (index, member) in set.members.iter().enumerate() {
        if index > 0 && (listed || index + 1 < count) {
            text.push(", ");
        } else if index > 0 {
            text.put(link);
        }
        let (single, more) = match member {
            Member::Range(first, last) => {
                text.push(&write_range(style, first, last, when));
                continue;
            }
            Member::Single(single) => (single, None),
            Member::UpTo(single) => (single, Some(Word::Earlier)),
            Member::From(single) => (single, Some(Word::Later)),
        };
        text.push(&alone(style, single, when));
        if let Some(more) = more {
            text.put(link);
            text.put(more);
        }
    }
    text.text
}

impl Noun<'_> {
    /// Two ends with a dash between them, without spaces where it joins two words: "juin–déc.
    /// 2023".
    fn push_dashed(&mut self, start: &str, end: &str, shared: Shared) {
        let spaces = |text: &str| text.bytes().filter(|&byte| byte == b' ').count();
        let of_the_end = match shared {
            Shared::Nothing => 0,
            Shared::Year => 1,
            Shared::Unit | Shared::Month | Shared::Day => usize::MAX,
        };
        let tight = spaces(start) == 0 && (of_the_end == usize::MAX || spaces(end) == of_the_end);
        self.push(start);
        self.push(if tight { "–" } else { " – " });
        self.push(end);
    }
}
