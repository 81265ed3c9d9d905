//! Reading EDTF: one pass over the bytes, no backtracking.

mod date;
mod long_year;
mod set;
mod time;

use super::digits::{self, X};
use super::qualifier::{Marks, Part, Side};
use super::{Bound, Edtf, End, ErrorKind, Interval, ParseError, Single};

impl Edtf {
    /// Reads a date of any level of EDTF.
    ///
    /// What cannot be is refused: the 29th of February 1900, an interval that ends before it
    /// starts, the 1st day of a summer.
    ///
    /// ```
    /// use quote_timeline::edtf::{Edtf, ErrorKind};
    /// assert!(Edtf::parse("[1667,1668,1670..1672]").is_ok());
    /// assert_eq!(Edtf::parse("2002/2001").unwrap_err().kind, ErrorKind::IntervalOrder);
    /// ```
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        let error = ParseError { kind: ErrorKind::Empty, offset: 0 };
        let mut reader = Reader { bytes: text.as_bytes(), offset: 0, error };
        reader.whole().ok_or(reader.error)
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    offset: usize,
    /// Why reading stopped.
    error: ParseError,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.offset).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.offset += usize::from(found);
        found
    }

    fn take_dots(&mut self) -> bool {
        let found = self.peek() == Some(b'.') && self.bytes.get(self.offset + 1) == Some(&b'.');
        self.offset += if found { 2 } else { 0 };
        found
    }

    /// Ends the reading.
    fn fail<T>(&mut self, offset: usize, kind: ErrorKind) -> Option<T> {
        self.note(offset, kind);
        None
    }

    /// Ends the reading because of the byte that comes now.
    fn refuse<T>(&mut self, kind: ErrorKind) -> Option<T> {
        self.note_next(kind);
        None
    }

    #[inline(never)]
    fn note(&mut self, offset: usize, kind: ErrorKind) {
        self.error = ParseError { kind, offset };
    }

    /// More exact where the byte that comes now tells what was meant.
    #[inline(never)]
    fn note_next(&mut self, kind: ErrorKind) {
        let rest = self.bytes.get(self.offset..).unwrap_or_default();
        let exact = match (kind, rest) {
            (ErrorKind::Year, _) if rest.starts_with(b"open") || rest.starts_with(b"unk") => {
                ErrorKind::DraftWord
            }
            (ErrorKind::YearDigits | ErrorKind::TwoDigits, [b'x' | b'u', ..]) => {
                ErrorKind::UnspecifiedLetter
            }
            (ErrorKind::Year, [b'y', ..])
            | (ErrorKind::Trailing, [b'e' | b'p' | b's' | b't' | b'z', ..]) => {
                ErrorKind::SmallLetter
            }
            (ErrorKind::Trailing, [b'?' | b'~' | b'%', ..]) => ErrorKind::QualifiedTwice,
            (ErrorKind::Trailing, [b'^', ..]) => ErrorKind::SeasonPlace,
            (_, [b'(', ..]) => ErrorKind::Parenthesis,
            // U+2010 to U+2015, and U+2212.
            (_, [0xE2, 0x80, 0x90..=0x95, ..] | [0xE2, 0x88, 0x92, ..]) => ErrorKind::Dash,
            // U+00A0, and the spaces of U+2000 to U+200B and U+202F.
            (
                _,
                [b' ' | b'\t' | b'\n' | b'\r', ..]
                | [0xC2, 0xA0, ..]
                | [0xE2, 0x80, 0x80..=0x8B | 0xAF, ..],
            ) => ErrorKind::Space,
            _ => kind,
        };
        self.note(self.offset, exact);
    }

    fn whole(&mut self) -> Option<Edtf> {
        let date = match self.peek() {
            None => return self.refuse(ErrorKind::Empty),
            Some(b'[' | b'{') => Edtf::Set(Box::new(self.set()?)),
            Some(_) => self.single_or_interval()?,
        };
        if self.peek().is_some() { self.refuse(ErrorKind::Trailing) } else { Some(date) }
    }

    fn single_or_interval(&mut self) -> Option<Edtf> {
        let start = self.end_of_interval()?;
        let stroke = self.offset;
        if !self.take(b'/') {
            return match start {
                End::Date(single) => Some(Edtf::Single(single)),
                _ if self.peek().is_some() => self.refuse(ErrorKind::Trailing),
                _ => self.fail(0, ErrorKind::DotsAlone),
            };
        }
        let end = self.end_of_interval()?;
        match (start.bound(false), end.bound(true)) {
            (Bound::At(first), Bound::At(last)) if first > last => {
                self.fail(stroke + 1, ErrorKind::IntervalOrder)
            }
            _ => Some(Edtf::Interval(Box::new(Interval { start, end }))),
        }
    }

    fn end_of_interval(&mut self) -> Option<End> {
        let after_dots = self.take_dots();
        if matches!(self.peek(), None | Some(b'/')) {
            return Some(if after_dots { End::Open } else { End::Unknown });
        }
        let single = self.single()?;
        Some(if after_dots {
            End::UpTo(single)
        } else if self.take_dots() {
            End::From(single)
        } else {
            End::Date(single)
        })
    }

    #[inline(never)]
    fn single(&mut self) -> Option<Single> {
        let mut marks = Marks::default();
        self.qualifier(&mut marks, Part::Year, Side::Before);
        if self.take(b'Y') {
            self.long_year(marks).map(|year| Single::LongYear(Box::new(year)))
        } else {
            self.date(marks).map(Single::Date)
        }
    }

    /// Notes the qualifying character that may come here.
    fn qualifier(&mut self, marks: &mut Marks, part: Part, side: Side) {
        let bits = match self.peek() {
            Some(b'?') => 1,
            Some(b'~') => 2,
            Some(b'%') => 3,
            _ => return,
        };
        self.offset += 1;
        marks.set(part, side, bits);
    }

    /// The digits that come now, unspecified ones included; at most `limit`.
    fn digits(&mut self, limit: usize) -> (u16, usize) {
        let (mut pattern, mut count) = (0, 0);
        while count < limit {
            let digit = match self.peek() {
                Some(byte @ b'0'..=b'9') => u16::from(byte - b'0'),
                Some(b'X') => X,
                _ => break,
            };
            self.offset += 1;
            pattern = pattern << 4 | digit;
            count += 1;
        }
        (pattern, count)
    }

    fn two_digits(&mut self) -> Option<u8> {
        let offset = self.offset;
        match self.digits(2) {
            // Two digits of four bits are a byte.
            (pattern, 2) => Some((pattern & 0xFF) as u8),
            (_, 1) if !matches!(self.peek(), Some(b'x' | b'u')) => {
                self.fail(offset, ErrorKind::TwoDigits)
            }
            _ => self.refuse(ErrorKind::TwoDigits),
        }
    }

    /// A number of two digits, all known, at most `limit`.
    fn known_number(&mut self, limit: u8, kind: ErrorKind) -> Option<u8> {
        let offset = self.offset;
        match digits::known(self.two_digits()?) {
            Some(number) if number <= limit => Some(number),
            _ => self.fail(offset, kind),
        }
    }
}
