//! Reading EDTF: one pass over the bytes, no backtracking.

use super::civil::days_in_month;
use super::date::{Date, LongYear, Marks, Part, Side, Time, Zone};
use super::digits::{self, X};
use super::{Edtf, End, ErrorKind, Interval, Member, ParseError, Set, Single};

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

    fn set(&mut self) -> Read<Set> {
        let all = self.take(b'{');
        let close = if all {
            b'}'
        } else {
            self.take(b'[');
            b']'
        };
        let mut members: Vec<Member> = Vec::new();
        loop {
            if matches!(members.last(), Some(Member::From(_))) {
                return Err(error_at(self.offset, ErrorKind::OpenMember));
            }
            let offset = self.offset;
            let member = self.member(close)?;
            if matches!(member, Member::UpTo(_)) && !members.is_empty() {
                return Err(error_at(offset, ErrorKind::OpenMember));
            }
            members.push(member);
            if self.take(close) {
                return Ok(Set { all, members });
            }
            if !self.take(b',') {
                return Err(self.unexpected(ErrorKind::Unclosed));
            }
        }
    }

    fn member(&mut self, close: u8) -> Read<Member> {
        if self.take_dots() {
            return self.member_date(close).map(Member::UpTo);
        }
        let first = self.member_date(close)?;
        if !self.take_dots() {
            return Ok(Member::Single(first));
        }
        if matches!(self.peek(), Some(b',' | b']' | b'}') | None) {
            return Ok(Member::From(first));
        }
        let offset = self.offset;
        let last = self.single()?;
        if first.precision() != last.precision() {
            return Err(error_at(offset, ErrorKind::RangePrecision));
        }
        if first.earliest() > last.latest() {
            return Err(error_at(offset, ErrorKind::RangeOrder));
        }
        Ok(Member::Range(first, last))
    }

    fn member_date(&mut self, close: u8) -> Read<Single> {
        match self.peek() {
            Some(byte) if byte != close && byte != b',' => self.single(),
            _ => Err(error_at(self.offset, ErrorKind::MemberMissing)),
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

    fn date(&mut self, marks: Marks) -> Read<Date> {
        let start = self.offset;
        let mut date = Date {
            year: 0,
            month: 0,
            day: 0,
            marks,
            negative: self.take(b'-'),
            significant: 0,
            time: None,
        };
        let (year, count) = self.digits(4);
        date.year = year;
        if count == 0 {
            return Err(self.unexpected(ErrorKind::Year));
        }
        if count < 4 || matches!(self.peek(), Some(b'0'..=b'9' | b'X')) {
            let short = error_at(start, ErrorKind::YearDigits);
            let letter = matches!(self.peek(), Some(b'x' | b'u'));
            return Err(if letter { self.unexpected(ErrorKind::YearDigits) } else { short });
        }
        if date.negative && year == 0 {
            return Err(error_at(start, ErrorKind::NegativeZero));
        }
        self.significant_digits_of(&mut date)?;
        self.qualifier(&mut date.marks, Part::Year, Side::After);
        if self.take(b'-') {
            if date.significant > 0 {
                return Err(error_at(self.offset - 1, ErrorKind::SignificantYearAlone));
            }
            self.month_and_day(&mut date)?;
        }
        if self.peek() == Some(b'T') {
            self.time(&mut date)?;
        }
        Ok(date)
    }

    fn significant_digits_of(&mut self, date: &mut Date) -> Read<()> {
        let offset = self.offset;
        if !self.take(b'S') {
            return Ok(());
        }
        if !digits::all_known(date.year) {
            return Err(error_at(offset, ErrorKind::SignificantYearAlone));
        }
        date.significant = match u8::try_from(self.number()?) {
            Ok(count @ 1..=4) => count,
            _ => return Err(error_at(offset, ErrorKind::SignificantDigits)),
        };
        Ok(())
    }

    fn month_and_day(&mut self, date: &mut Date) -> Read<()> {
        self.qualifier(&mut date.marks, Part::Month, Side::Before);
        let offset = self.offset;
        date.month = self.two_digits()?;
        let season = date.part_of_year().is_some();
        if !season && (date.month == 0 || date.extreme_day(false).is_none()) {
            return Err(error_at(offset, ErrorKind::Month));
        }
        self.qualifier(&mut date.marks, Part::Month, Side::After);
        if !self.take(b'-') {
            return Ok(());
        }
        if season {
            return Err(error_at(self.offset, ErrorKind::DayOfSeason));
        }
        self.qualifier(&mut date.marks, Part::Day, Side::Before);
        let offset = self.offset;
        let day = self.two_digits()?;
        // A day 0 is no day; the field's 0 means that none is written.
        date.day = day;
        if day == 0 || date.extreme_day(false).is_none() {
            let kind = match (date.known_year(), date.known_month()) {
                (Some(year), Some(month)) => ErrorKind::Day { last: days_in_month(year, month) },
                _ => ErrorKind::UnspecifiedDay,
            };
            return Err(error_at(offset, kind));
        }
        self.qualifier(&mut date.marks, Part::Day, Side::After);
        Ok(())
    }

    fn time(&mut self, date: &mut Date) -> Read<()> {
        let complete = date.known_year().is_some()
            && date.known_month().is_some()
            && date.known_day().is_some()
            && date.marks.get(Part::Day, Side::After) == 0;
        if !complete {
            return Err(error_at(self.offset, ErrorKind::TimeNeedsDay));
        }
        self.take(b'T');
        let hour = self.known_number(23, ErrorKind::Hour)?;
        if !self.take(b':') {
            return Err(self.unexpected(ErrorKind::MinutesMissing));
        }
        let minute = self.known_number(59, ErrorKind::Minute)?;
        let second = if self.take(b':') {
            self.known_number(59, ErrorKind::Second)?
        } else {
            Time::NO_SECOND
        };
        // Two dots may go on with a set.
        if self.peek() == Some(b'.') && self.bytes.get(self.offset + 1) != Some(&b'.') {
            return Err(error_at(self.offset, ErrorKind::Fraction));
        }
        let zone = self.zone()?;
        date.time = Some(Time { hour, minute, second, zone });
        self.qualifier(&mut date.marks, Part::Day, Side::After);
        Ok(())
    }

    fn zone(&mut self) -> Read<Zone> {
        let offset = self.offset;
        if self.take(b'Z') {
            return Ok(Zone::Utc);
        }
        let negative = self.take(b'-');
        if !negative && !self.take(b'+') {
            return Ok(Zone::Local);
        }
        let sign = if negative { -1 } else { 1 };
        let hours = i16::from(self.known_number(23, ErrorKind::Offset)?);
        let (minutes, zone) = if self.take(b':') {
            let minutes = hours * 60 + i16::from(self.known_number(59, ErrorKind::Offset)?);
            (minutes, Zone::Minutes(sign * minutes))
        } else {
            // At most 23.
            (hours, Zone::Hours(i8::try_from(sign * hours).unwrap_or(0)))
        };
        // `+00:00` is right, `-00:00` is not (ISO 8601-1, 4.3.13).
        if negative && minutes == 0 {
            return Err(error_at(offset, ErrorKind::Offset));
        }
        Ok(zone)
    }

    /// A whole number of at most 18 digits.
    fn number(&mut self) -> Read<i64> {
        let start = self.offset;
        let mut number = 0_i64;
        while let Some(byte @ b'0'..=b'9') = self.peek() {
            number = number.saturating_mul(10).saturating_add(i64::from(byte - b'0'));
            self.offset += 1;
        }
        if self.offset == start {
            Err(self.unexpected(ErrorKind::NumberMissing))
        } else if number >= 1_000_000_000_000_000_000 {
            Err(error_at(start, ErrorKind::NumberTooLarge))
        } else {
            Ok(number)
        }
    }

    fn long_year(&mut self, marks: Marks) -> Read<LongYear> {
        let start = self.offset;
        let sign = if self.take(b'-') { -1 } else { 1 };
        let mantissa = sign * self.number()?;
        if matches!(self.peek(), Some(b'X')) {
            return Err(error_at(self.offset, ErrorKind::LongYearUnspecified));
        }
        let mut year = LongYear { mantissa, exponent: None, significant: 0, marks };
        let exponent = self.offset;
        if self.take(b'E') {
            year.exponent = match u16::try_from(self.number()?) {
                Ok(power @ ..=9999) => Some(power),
                _ => return Err(error_at(exponent + 1, ErrorKind::NumberTooLarge)),
            };
        }
        if year.value().unsigned_abs() <= 9999 {
            return Err(error_at(start, ErrorKind::LongYearTooShort));
        }
        let significant = self.offset;
        if self.take(b'S') {
            year.significant = match u16::try_from(self.number()?) {
                Ok(count) if count > 0 && count <= year.digit_count() => count,
                _ => return Err(error_at(significant, ErrorKind::SignificantDigits)),
            };
        }
        self.qualifier(&mut year.marks, Part::Year, Side::After);
        if matches!(self.peek(), Some(b'-' | b'T')) {
            return Err(error_at(self.offset, ErrorKind::LongYearAlone));
        }
        Ok(year)
    }
}
