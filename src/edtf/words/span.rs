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
    let dated = (start.date().is_some(), end.date().is_some());
    let short_label = text.is_short() && when == Label;
    if dated == (false, false) {
        text.put(if matches!(start, End::Open) { Word::NoStart } else { Word::StartUnknown });
        text.push(", ");
        text.put(if matches!(end, End::Open) { Word::NoEnd } else { Word::EndUnknown });
    } else if short_label && (unknown || dated == (true, true)) {
        let (start, end) = (write_end(style, start, Label), write_end(style, end, Label));
        text.push_dashed(&start, &end, Shared::Nothing);
    } else if dated == (true, true) {
        let (from, to) = if when == Label { (LabelFrom, LabelTo) } else { (From, To) };
        text.push(&write_end(style, start, from));
        text.push(" ");
        text.push(&write_end(style, end, to));
    } else {
        let note = if dated.0 {
            text.put(Word::Since);
            text.push(&write_end(style, start, From));
            if !unknown {
                text.put(Word::Onwards);
            }
            Word::EndUnknown
        } else {
            text.push(&write_end(style, end, Until));
            Word::StartUnknown
        };
        if unknown {
            text.push(" (");
            text.put(note);
            text.push(")");
        }
    }
    text.text
}

impl End {
    /// With whether it may also be earlier or later.
    fn date(&self) -> Option<(&Single, Option<Word>)> {
        match self {
            End::Date(single) => Some((single, None)),
            End::UpTo(single) => Some((single, Some(Word::Earlier))),
            End::From(single) => Some((single, Some(Word::Later))),
            End::Open | End::Unknown => None,
        }
    }
}

/// "juin 2004 ou avant"; "?" for an end without a date.
fn write_end(style: &Style<'_>, end: &End, preposition: Preposition) -> String {
    let mut text = Noun::new(style);
    let Some((single, more)) = end.date() else { return "?".to_owned() };
    text.push(&alone(style, single, preposition));
    if let Some(more) = more {
        text.put(Word::Or);
        text.put(more);
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
    // "1er et 3e trimestre" would need a plural.
    let shared = match shared_by_all(&set.members) {
        Shared::Unit if set.all => Shared::Nothing,
        shared => shared,
    };
    let mut before_has_link = false;
    let link = if set.all { Word::And } else { Word::Or };
    let count = set.members.len();
    for (index, member) in set.members.iter().enumerate() {
        let last = index + 1 == count;
        if index > 0 {
            // "1984 or earlier, or 1990"
            text.push(if last && !before_has_link { "" } else { "," });
            if last {
                text.put(link);
            } else {
                text.push(" ");
            }
        }
        before_has_link = matches!(member, Member::UpTo(_) | Member::Range(..));
        match member {
            Member::Single(single) => {
                // English says its preposition once: "on 12 or 14 March".
                let once = index > 0 && shared != Shared::Nothing && !text.is_french();
                let when = if once && when == When { Preposition::None } else { when };
                let shared = if last { Shared::Nothing } else { shared };
                text.push(&write(style, single, shared, when));
            }
            Member::Range(first, end) if set.all || text.is_short() && count > 1 => {
                text.push(&write_range(style, first, end, when));
            }
            Member::Range(first, end) => {
                text.put(Word::Between);
                text.push(&write(style, first, Shared::of(first, end), Preposition::None));
                text.put(Word::And);
                text.push(&alone(style, end, Preposition::None));
            }
            Member::From(single) if count > 1 => {
                text.put(Word::Since);
                text.push(&alone(style, single, From));
                text.put(Word::Onwards);
            }
            Member::UpTo(single) | Member::From(single) => {
                text.push(&alone(style, single, when));
                text.put(link);
                let later = matches!(member, Member::From(_));
                text.put(if later { Word::Later } else { Word::Earlier });
            }
        }
    }
    text.text
}

/// What each date of a list has in common with the last, where that is the same for all.
fn shared_by_all(members: &[Member]) -> Shared {
    let Some((Member::Single(last), others)) = members.split_last() else { return Shared::Nothing };
    let mut common = None;
    for member in others {
        let Member::Single(single) = member else { return Shared::Nothing };
        common = match (common, Shared::of(single, last)) {
            (_, Shared::Nothing | Shared::Day) => return Shared::Nothing,
            (None, shared) => Some(shared),
            (Some(before), shared) if before == shared => Some(shared),
            (Some(Shared::Unit), _) | (_, Shared::Unit) => return Shared::Nothing,
            _ => Some(Shared::Year),
        };
    }
    common.unwrap_or(Shared::Nothing)
}

impl Noun<'_> {
    /// Two ends with a dash between them, without spaces where it joins two words: "juin–déc.
    /// 2023".
    fn push_dashed(&mut self, start: &str, end: &str, shared: Shared) {
        // 0xAF ends U+202F, which no letter here does.
        let spaces = |text: &str| text.bytes().filter(|&byte| matches!(byte, b' ' | 0xAF)).count();
        let of_the_end = match shared {
            Shared::Nothing => 0,
            // The year's, and that of its era: "44 BCE".
            Shared::Year => 1 + usize::from(matches!(end.as_bytes().last(), Some(b'E' | b'.'))),
            Shared::Unit | Shared::Month | Shared::Day => usize::MAX,
        };
        let tight = spaces(start) == 0 && (of_the_end == usize::MAX || spaces(end) == of_the_end);
        self.push(start);
        self.push(if tight { "–" } else { " – " });
        self.push(end);
    }
}
