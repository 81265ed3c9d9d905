//! Reading times of day.

use super::Reader;
use crate::edtf::ErrorKind;
use crate::edtf::date::Date;
use crate::edtf::qualifier::{Part, Side};
use crate::edtf::time::{Time, Zone};

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
        let hour = self.known_number(23, ErrorKind::Hour)?;
        if !self.take(b':') {
            return self.refuse(ErrorKind::MinutesMissing);
        }
        let minute = self.known_number(59, ErrorKind::Minute)?;
        let second = if self.take(b':') {
            self.known_number(59, ErrorKind::Second)?
        } else {
            Time::NO_SECOND
        };
        // Two dots may go on with a set.
        if self.peek() == Some(b'.') && self.bytes.get(self.offset + 1) != Some(&b'.') {
            return self.fail(self.offset, ErrorKind::Fraction);
        }
        let zone = self.zone()?;
        date.time = Some(Time { hour, minute, second, zone });
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
            return self.fail(offset, ErrorKind::Offset);
        }
        Some(zone)
    }
}
