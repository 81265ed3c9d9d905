//! Reading years, months and days.

use super::Reader;
use crate::edtf::civil::days_in_month;
use crate::edtf::date::Date;
use crate::edtf::qualifier::{Marks, Part, Side};
use crate::edtf::{ErrorKind, digits};

impl Reader<'_> {
    pub(super) fn date(&mut self, marks: Marks) -> Option<Date> {
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
            return self.refuse(ErrorKind::Year);
        }
        if count < 4 || matches!(self.peek(), Some(b'0'..=b'9' | b'X')) {
            return match self.peek() {
                Some(b'x' | b'u' | b' ') => self.refuse(ErrorKind::YearDigits),
                _ => self.fail(start, ErrorKind::YearDigits),
            };
        }
        if date.negative && year == 0 {
            return self.fail(start, ErrorKind::NegativeZero);
        }
        if self.peek() == Some(b'S') && !digits::all_known(year) {
            return self.fail(self.offset, ErrorKind::SignificantYearAlone);
        }
        date.significant = self.significant_digits()?;
        self.qualifier(&mut date.marks, Part::Year, Side::After);
        if self.take(b'-') {
            if date.significant > 0 {
                return self.fail(self.offset - 1, ErrorKind::SignificantYearAlone);
            }
            self.month_and_day(&mut date)?;
        }
        if self.peek() == Some(b'T') {
            self.time(&mut date)?;
        }
        Some(date)
    }

    fn month_and_day(&mut self, date: &mut Date) -> Option<()> {
        self.qualifier(&mut date.marks, Part::Month, Side::Before);
        let offset = self.offset;
        date.month = self.two_digits()?;
        let season = date.part_of_year().is_some();
        if !season && (date.month == 0 || date.extreme_day(false).is_none()) {
            return self.fail(offset, ErrorKind::Month);
        }
        self.qualifier(&mut date.marks, Part::Month, Side::After);
        if !self.take(b'-') {
            return Some(());
        }
        if season {
            return self.fail(self.offset, ErrorKind::DayOfSeason);
        }
        self.qualifier(&mut date.marks, Part::Day, Side::Before);
        let offset = self.offset;
        // A day 0 is no day; the field's 0 means that none is written.
        date.day = self.two_digits()?;
        if date.day == 0 || date.extreme_day(false).is_none() {
            let kind = match (date.known_year(), date.known_month()) {
                (Some(year), Some(month)) => ErrorKind::Day { last: days_in_month(year, month) },
                _ => ErrorKind::UnspecifiedDay,
            };
            return self.fail(offset, kind);
        }
        self.qualifier(&mut date.marks, Part::Day, Side::After);
        Some(())
    }
}
