//! Reading years, months and days.

use super::{Read, Reader, error_at};
use crate::edtf::civil::days_in_month;
use crate::edtf::date::Date;
use crate::edtf::qualifier::{Marks, Part, Side};
use crate::edtf::{ErrorKind, digits};

impl Reader<'_> {
    pub(super) fn date(&mut self, marks: Marks) -> Read<Date> {
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
}
