//! Reading EDTF: one pass over the bytes, no backtracking.

mod date;
mod long_year;
mod set;
mod time;

use super::digits::{self, X};
use super::qualifier::{Marks, Part, Side};
use super::{Edtf, End, ErrorKind, Interval, ParseError, Single};

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
        let mut reader = Reader { bytes: text.as_bytes(), offset: 0 };
        let date = reader.whole()?;
        match reader.peek() {
            None => Ok(date),
            Some(_) => Err(reader.unexpected(ErrorKind::Trailing)),
        }
    }
}

fn error_at(offset: usize, kind: ErrorKind) -> ParseError {
    ParseError { kind, offset }
}

type Read<T> = Result<T, ParseError>;

struct Reader<'a> {
    bytes: &'a [u8],
    offset: usize,
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
        let found = self.bytes.get(self.offset..self.offset + 2) == Some(b"..");
        self.offset += if found { 2 } else { 0 };
        found
    }

    /// The error for the byte that comes now, more exact where the byte tells what was meant.
    fn unexpected(&self, kind: ErrorKind) -> ParseError {
        let rest = self.bytes.get(self.offset..).unwrap_or_default();
        let kind = match (kind, rest) {
            (ErrorKind::Year, [b'o', b'p', b'e', b'n', ..] | [b'u', b'n', b'k', ..]) => {
                ErrorKind::DraftWord
            }
            (ErrorKind::YearDigits | ErrorKind::TwoDigits, [b'x' | b'u', ..]) => {
                ErrorKind::UnspecifiedLetter
            }
            (ErrorKind::Trailing, [b'?' | b'~' | b'%', ..]) => ErrorKind::QualifiedTwice,
            (_, [b' ', ..]) => ErrorKind::Space,
            _ => kind,
        };
        error_at(self.offset, kind)
    }

    fn whole(&mut self) -> Read<Edtf> {
        match self.peek() {
            None => return Err(self.unexpected(ErrorKind::Empty)),
            Some(b'[' | b'{') => return self.set().map(|set| Edtf::Set(Box::new(set))),
            Some(_) => {}
        }
        let start = self.end_of_interval()?;
        let stroke = self.offset;
        if !self.take(b'/') {
            return match start {
                End::Date(single) => Ok(Edtf::Single(single)),
                End::Open | End::Unknown => Err(self.unexpected(ErrorKind::Year)),
            };
        }
        let end_offset = self.offset;
        let end = self.end_of_interval()?;
        match (&start, &end) {
            (End::Date(first), End::Date(last)) if first.earliest() > last.latest() => {
                Err(error_at(end_offset, ErrorKind::IntervalOrder))
            }
            (End::Date(_), _) | (_, End::Date(_)) => {
                Ok(Edtf::Interval(Box::new(Interval { start, end })))
            }
            _ => Err(error_at(stroke, ErrorKind::EndlessInterval)),
        }
    }

    fn end_of_interval(&mut self) -> Read<End> {
        if self.take_dots() {
            return Ok(End::Open);
        }
        match self.peek() {
            None | Some(b'/') => Ok(End::Unknown),
            Some(_) => self.single().map(End::Date),
        }
    }

    fn single(&mut self) -> Read<Single> {
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

    fn two_digits(&mut self) -> Read<u8> {
        let offset = self.offset;
        match self.digits(2) {
            // Two digits of four bits are a byte.
            (pattern, 2) => Ok((pattern & 0xFF) as u8),
            (_, 0) => Err(self.unexpected(ErrorKind::TwoDigits)),
            _ if matches!(self.peek(), Some(b'x' | b'u')) => {
                Err(self.unexpected(ErrorKind::TwoDigits))
            }
            _ => Err(error_at(offset, ErrorKind::TwoDigits)),
        }
    }

    /// A number of two digits, all known, at most `limit`.
    fn known_number(&mut self, limit: u16, kind: ErrorKind) -> Read<u8> {
        let offset = self.offset;
        let pattern = u16::from(self.two_digits()?);
        let number = digits::number(pattern, 9);
        match u8::try_from(number) {
            Ok(small) if number <= limit && digits::all_known(pattern) => Ok(small),
            _ => Err(error_at(offset, kind)),
        }
    }
}
