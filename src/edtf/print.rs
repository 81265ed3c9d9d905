//! Writing a date back as EDTF.

use super::date::Date;
use super::digits::push_digits;
use super::long_year::LongYear;
use super::numerals::{push_decimal, push_hours, push_two};
use super::qualifier::{Marks, Part, Side};
use super::time::{Time, Zone};
use super::{Edtf, End, Member, Single};
use core::fmt::{Display, Formatter, Result};

/// The text that was read, to the letter.
impl Display for Edtf {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        out.write_str(&self.text())
    }
}

impl Edtf {
    /// The text that was read. Written to a string, which cannot fail, rather than to a formatter,
    /// which may at each character.
    #[inline(never)]
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        match self {
            Edtf::Single(single) => single.print(&mut text),
            Edtf::Interval(interval) => {
                interval.start.print(&mut text);
                text.push('/');
                interval.end.print(&mut text);
            }
            Edtf::Set(set) => {
                text.push(if set.all { '{' } else { '[' });
                for (index, member) in set.members.iter().enumerate() {
                    if index > 0 {
                        text.push(',');
                    }
                    member.print(&mut text);
                }
                text.push(if set.all { '}' } else { ']' });
            }
        }
        text
    }
}

impl End {
    fn print(&self, text: &mut String) {
        match self {
            End::Date(single) => single.print(text),
            End::UpTo(single) => {
                text.push_str("..");
                single.print(text);
            }
            End::From(single) => {
                single.print(text);
                text.push_str("..");
            }
            End::Open => text.push_str(".."),
            End::Unknown => {}
        }
    }
}

impl Member {
    fn print(&self, text: &mut String) {
        let (first, last) = match self {
            Member::Single(single) => return single.print(text),
            Member::Range(first, last) => (Some(first), Some(last)),
            Member::UpTo(last) => (None, Some(last)),
            Member::From(first) => (Some(first), None),
        };
        if let Some(first) = first {
            first.print(text);
        }
        text.push_str("..");
        if let Some(last) = last {
            last.print(text);
        }
    }
}

impl Single {
    #[inline(never)]
    fn print(&self, text: &mut String) {
        match self {
            Single::Date(date) => date.print(text),
            Single::LongYear(year) => year.print(text),
        }
    }
}

fn print_mark(marks: Marks, part: Part, side: Side, text: &mut String) {
    text.push_str(match marks.get(part, side) {
        1 => "?",
        2 => "~",
        3 => "%",
        _ => "",
    });
}

/// "S2"; nothing for 0.
fn print_significant(count: u16, text: &mut String) {
    if count > 0 {
        text.push('S');
        push_decimal(text, count.into());
    }
}

impl Date {
    fn print(&self, text: &mut String) {
        let parts = self.parts();
        for (index, &part) in parts.iter().enumerate() {
            if index > 0 {
                text.push('-');
            }
            print_mark(self.marks, part, Side::Before, text);
            match part {
                Part::Year => {
                    if self.negative {
                        text.push('-');
                    }
                    push_digits(text, self.year, 4, 'X');
                    print_significant(self.significant.into(), text);
                }
                Part::Month => push_digits(text, self.month.into(), 2, 'X'),
                Part::Day => push_digits(text, self.day.into(), 2, 'X'),
            }
            // A time of day stands inside what the character after the whole qualifies.
            if index + 1 == parts.len()
                && let Some(time) = self.time
            {
                time.print(text);
            }
            print_mark(self.marks, part, Side::After, text);
        }
    }
}

impl Time {
    fn print(self, text: &mut String) {
        text.push('T');
        push_hours(text, u64::from(self.hour) * 60 + u64::from(self.minute));
        if self.second != Time::NO_SECOND {
            text.push(':');
            push_two(text, self.second.into());
        }
        let minutes = self.zone.offset_minutes();
        match self.zone {
            Zone::Local => return,
            Zone::Utc => return text.push('Z'),
            Zone::Hours(_) | Zone::Minutes(_) => {}
        }
        text.push(if minutes < 0 { '-' } else { '+' });
        let minutes = u64::from(minutes.unsigned_abs());
        if matches!(self.zone, Zone::Hours(_)) {
            push_two(text, minutes / 60);
        } else {
            push_hours(text, minutes);
        }
    }
}

impl LongYear {
    fn print(&self, text: &mut String) {
        print_mark(self.marks, Part::Year, Side::Before, text);
        text.push_str(if self.mantissa < 0 { "Y-" } else { "Y" });
        push_decimal(text, self.mantissa.unsigned_abs());
        if let Some(exponent) = self.exponent {
            text.push('E');
            push_decimal(text, exponent.into());
        }
        print_significant(self.significant, text);
        print_mark(self.marks, Part::Year, Side::After, text);
    }
}
