//! Reading times of day.

use super::Reader;
use crate::edtf::ErrorKind;
use crate::edtf::date::Date;
use crate::edtf::qualifier::{Part, Side};
use crate::edtf::time::{Time, Zone};

/// The farthest that a clock is from UTC: the Line Islands, 14 hours ahead.
const MOST_HOURS: u8 = 14;

impl Reader<'_> {
    pub(super) fn time(&mut self, date: &mut Date) -> Option<()> {
        let complete = date.known_year().is_some()
            && date.known_month().is_some()
            && date.known_day().is_some()
            && date.marks.get(Part::Day, Side::After) == 0;
        if !complete {
            return self.fail(self.offset, ErrorKind::TimeNeedsDay);
        }
        self.take(b'T');
        let start = self.offset;
        let hour = self.known_number(24, ErrorKind::Hour)?;
        if !self.take(b':') {
            return self.refuse(ErrorKind::MinutesMissing);
        }
        let minute = self.known_number(59, ErrorKind::Minute)?;
        let offset = self.offset + 1;
        let second = if self.take(b':') {
            self.known_number(60, ErrorKind::Second)?
        } else {
            Time::NO_SECOND
        };
        if hour == 24 && (minute > 0 || !matches!(second, 0 | Time::NO_SECOND)) {
            return self.fail(start, ErrorKind::Hour);
        }
        // Two dots may go on with a set.
        if self.peek() == Some(b'.') && self.bytes.get(self.offset + 1) != Some(&b'.') {
            return self.fail(self.offset, ErrorKind::Fraction);
        }
        let zone = self.zone()?;
        let time = Time { hour, minute, second, zone };
        if second == 60 && !time.may_leap() {
            return self.fail(offset, ErrorKind::Second);
        }
        date.time = Some(time);
        self.qualifier(&mut date.marks, Part::Day, Side::After);
        Some(())
    }

    fn zone(&mut self) -> Option<Zone> {
        let offset = self.offset;
        if self.take(b'Z') {
            return Some(Zone::Utc);
        }
        let negative = self.take(b'-');
        if !negative && !self.take(b'+') {
            return Some(Zone::Local);
        }
        let sign = if negative { -1 } else { 1 };
        let hours = i16::from(self.known_number(MOST_HOURS, ErrorKind::Offset)?);
        let (minutes, zone) = if self.take(b':') {
            let minutes = hours * 60 + i16::from(self.known_number(59, ErrorKind::Offset)?);
            (minutes, Zone::Minutes(sign * minutes))
        } else {
            // At most 14.
            (hours, Zone::Hours(i8::try_from(sign * hours).unwrap_or(0)))
        };
        // `+00:00` is right, `-00:00` is not (ISO 8601-1, 4.3.13). A digit stands where a colon
        // should.
        if negative && minutes == 0
            || minutes > i16::from(MOST_HOURS) * 60
            || matches!(self.peek(), Some(b'0'..=b'9'))
        {
            return self.fail(offset, ErrorKind::Offset);
        }
        Some(zone)
    }
}
