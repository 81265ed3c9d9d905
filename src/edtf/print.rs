//! Writing a date back as EDTF.

use super::date::Date;
use super::long_year::LongYear;
use super::qualifier::{Marks, Part, Side};
use super::time::{Time, Zone};
use super::{Edtf, End, Member, Single};
use core::fmt::{Display, Formatter, Result, Write};

/// The text that was read. Only needless zeros of a `Y` year, an exponent or a count of significant
/// digits are left out.
impl Display for Edtf {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        match self {
            Edtf::Single(single) => single.print(out),
            Edtf::Interval(interval) => {
                interval.start.print(out)?;
                out.write_char('/')?;
                interval.end.print(out)
            }
            Edtf::Set(set) => {
                out.write_char(if set.all { '{' } else { '[' })?;
                for (index, member) in set.members.iter().enumerate() {
                    if index > 0 {
                        out.write_char(',')?;
                    }
                    member.print(out)?;
                }
                out.write_char(if set.all { '}' } else { ']' })
            }
        }
    }
}

impl End {
    fn print(&self, out: &mut Formatter<'_>) -> Result {
        match self {
            End::Date(single) => single.print(out),
            End::Open => out.write_str(".."),
            End::Unknown => Ok(()),
        }
    }
}

impl Member {
    fn print(&self, out: &mut Formatter<'_>) -> Result {
        match self {
            Member::Single(single) => single.print(out),
            Member::Range(first, last) => {
                first.print(out)?;
                out.write_str("..")?;
                last.print(out)
            }
            Member::UpTo(single) => {
                out.write_str("..")?;
                single.print(out)
            }
            Member::From(single) => {
                single.print(out)?;
                out.write_str("..")
            }
        }
    }
}

impl Single {
    fn print(&self, out: &mut Formatter<'_>) -> Result {
        match self {
            Single::Date(date) => date.print(out),
            Single::LongYear(year) => year.print(out),
        }
    }
}

fn print_mark(marks: Marks, part: Part, side: Side, out: &mut Formatter<'_>) -> Result {
    match marks.get(part, side) {
        1 => out.write_char('?'),
        2 => out.write_char('~'),
        3 => out.write_char('%'),
        _ => Ok(()),
    }
}

/// The last `count` digits of a pattern.
fn print_digits(pattern: u16, count: u16, out: &mut Formatter<'_>) -> Result {
    for place in (0..count).rev() {
        let digit = pattern >> (place * 4) & 0xF;
        out.write_char(char::from_digit(digit.into(), 10).unwrap_or('X'))?;
    }
    Ok(())
}

/// A number below 100, with two digits.
fn print_two(number: u8, out: &mut Formatter<'_>) -> Result {
    out.write_char(char::from(b'0' + number / 10 % 10))?;
    out.write_char(char::from(b'0' + number % 10))
}

impl Date {
    fn print(&self, out: &mut Formatter<'_>) -> Result {
        let parts = self.parts();
        for (index, &part) in parts.iter().enumerate() {
            if index > 0 {
                out.write_char('-')?;
            }
            print_mark(self.marks, part, Side::Before, out)?;
            match part {
                Part::Year => {
                    if self.negative {
                        out.write_char('-')?;
                    }
                    print_digits(self.year, 4, out)?;
                    if self.significant > 0 {
                        write!(out, "S{}", u64::from(self.significant))?;
                    }
                }
                Part::Month => print_digits(self.month.into(), 2, out)?,
                Part::Day => print_digits(self.day.into(), 2, out)?,
            }
            // A time of day stands inside what the character after the whole qualifies.
            if index + 1 == parts.len()
                && let Some(time) = self.time
            {
                time.print(out)?;
            }
            print_mark(self.marks, part, Side::After, out)?;
        }
        Ok(())
    }
}

impl Time {
    fn print(self, out: &mut Formatter<'_>) -> Result {
        out.write_char('T')?;
        print_two(self.hour, out)?;
        out.write_char(':')?;
        print_two(self.minute, out)?;
        if self.second != Time::NO_SECOND {
            out.write_char(':')?;
            print_two(self.second, out)?;
        }
        self.zone.print(out)
    }
}

impl Zone {
    fn print(self, out: &mut Formatter<'_>) -> Result {
        match self {
            Zone::Local => Ok(()),
            Zone::Utc => out.write_char('Z'),
            Zone::Hours(hours) => {
                out.write_char(if hours < 0 { '-' } else { '+' })?;
                print_two(hours.unsigned_abs(), out)
            }
            Zone::Minutes(minutes) => {
                out.write_char(if minutes < 0 { '-' } else { '+' })?;
                let minutes = minutes.unsigned_abs();
                print_two(u8::try_from(minutes / 60).unwrap_or(0), out)?;
                out.write_char(':')?;
                print_two(u8::try_from(minutes % 60).unwrap_or(0), out)
            }
        }
    }
}

impl LongYear {
    fn print(&self, out: &mut Formatter<'_>) -> Result {
        print_mark(self.marks, Part::Year, Side::Before, out)?;
        out.write_str(if self.mantissa < 0 { "Y-" } else { "Y" })?;
        // One integer type throughout: each has its own formatting code.
        write!(out, "{}", self.mantissa.unsigned_abs())?;
        if let Some(exponent) = self.exponent {
            write!(out, "E{}", u64::from(exponent))?;
        }
        if self.significant > 0 {
            write!(out, "S{}", u64::from(self.significant))?;
        }
        print_mark(self.marks, Part::Year, Side::After, out)
    }
}
