//! Intervals and sets.

use super::article::Preposition::{self, From, Label, LabelFrom, LabelTo, To, Until, When};
use super::date::push_zone;
use super::lexicon::Word;
use super::noun::Noun;
use super::phrase::write;
use super::shared::Shared;
use crate::edtf::date::Date;
use crate::edtf::{End, Interval, Member, Set, Single};

/// One date that shares nothing with another.
fn alone(text: &mut Noun<'_>, single: &Single, preposition: Preposition) {
    write(text, single, Shared::Nothing, preposition);
}

/// An interval as a label, or after [`When`].
pub(super) fn write_interval(text: &mut Noun<'_>, interval: &Interval, when: Preposition) {
    let (start, end) = (&interval.start, &interval.end);
    if let (End::Date(start), End::Date(end)) = (start, end) {
        return write_range(text, start, end, when);
    }
    let unknown = matches!(start, End::Unknown) || matches!(end, End::Unknown);
    let dated = (start.date().is_some(), end.date().is_some());
    let short_label = text.is_short() && when == Label;
    if dated == (false, false) {
        text.put(if matches!(start, End::Open) { Word::NoStart } else { Word::StartUnknown });
        text.push(", ");
        text.put(if matches!(end, End::Open) { Word::NoEnd } else { Word::EndUnknown });
    } else if short_label && (unknown || dated == (true, true)) {
        let (mut from, mut to) = (Noun::new(text.style), Noun::new(text.style));
        write_end(&mut from, start, Label);
        write_end(&mut to, end, Label);
        text.push_dashed(&from.text, &to.text, Shared::Nothing);
    } else if dated == (true, true) {
        let (from, to) = if when == Label { (LabelFrom, LabelTo) } else { (From, To) };
        write_end(text, start, from);
        text.push(" ");
        write_end(text, end, to);
    } else {
        let note = if dated.0 {
            text.put(Word::Since);
            write_end(text, start, From);
            if !unknown {
                text.put(Word::Onwards);
            }
            Word::EndUnknown
        } else {
            write_end(text, end, Until);
            Word::StartUnknown
        };
        if unknown {
            text.push(" (");
            text.put(note);
            text.push(")");
        }
    }
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
fn write_end(text: &mut Noun<'_>, end: &End, preposition: Preposition) {
    let Some((single, more)) = end.date() else { return text.push("?") };
    alone(text, single, preposition);
    if let Some(more) = more {
        text.put(Word::Or);
        text.put(more);
    }
}

fn write_range(text: &mut Noun<'_>, start: &Single, end: &Single, when: Preposition) {
    let shared = Shared::of(start, end);
    let short_label = text.is_short() && when == Label;
    if let (Shared::Day, Single::Date(first), Single::Date(last)) = (shared, start, end)
        && let (Some(from), Some(to)) = (first.time, last.time)
    {
        let day = Single::Date(Date { time: None, ..*first });
        alone(text, &day, when);
        let before = if when == Label { Word::ClockFrom } else { Word::ClockFromInSentence };
        text.put_form(before, short_label.into());
        text.push_clock(from);
        text.put_form(Word::ClockTo, short_label.into());
        text.push_clock(to);
        push_zone(&mut text.text, to.zone);
        return;
    }
    // Written out, a time of day is joined by "at" or "à": a comma would part the ends.
    let (from, to) = match when {
        Label if short_label => (Label, Label),
        Label => (LabelFrom, LabelTo),
        _ => (From, To),
    };
    if short_label {
        let (mut first, mut last) = (Noun::new(text.style), Noun::new(text.style));
        write(&mut first, start, shared, from);
        alone(&mut last, end, to);
        text.push_dashed(&first.text, &last.text, shared);
    } else {
        write(text, start, shared, from);
        text.push(" ");
        alone(text, end, to);
    }
}

/// A set as a label, or after [`When`].
pub(super) fn write_set(text: &mut Noun<'_>, set: &Set, when: Preposition) {
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
                write(text, single, shared, when);
            }
            Member::Range(first, end) if set.all || text.is_short() && count > 1 => {
                write_range(text, first, end, when);
            }
            Member::Range(first, end) => {
                text.put(Word::Between);
                write(text, first, Shared::of(first, end), Preposition::None);
                text.put(Word::And);
                alone(text, end, Preposition::None);
            }
            Member::From(single) if count > 1 => {
                text.put(Word::Since);
                alone(text, single, From);
                text.put(Word::Onwards);
            }
            Member::UpTo(single) | Member::From(single) => {
                alone(text, single, when);
                text.put(link);
                let later = matches!(member, Member::From(_));
                text.put(if later { Word::Later } else { Word::Earlier });
            }
        }
    }
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
        let spaces = |text: &str| {
            let mut count = 0;
            for byte in text.bytes() {
                count += usize::from(matches!(byte, b' ' | 0xAF));
            }
            count
        };
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
