//! What the two ends of an interval have in common, said only once.

use crate::edtf::Single;
use crate::edtf::date::Date;
use crate::edtf::digits::ends_open;
use crate::edtf::part_of_year::{PartOfYear, Unit};

/// How much of a date the other end of an interval says already.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shared {
    Nothing,
    /// What follows the number: "100 to 44 BCE", "1er au 3e trimestre 2023".
    Unit,
    Year,
    Month,
    Day,
}

impl Shared {
    /// What the two ends of an interval have in common. Nothing where one is qualified: whose the
    /// qualifier is would be lost.
    pub(super) fn of(start: &Single, end: &Single) -> Self {
        let (Single::Date(start), Single::Date(end)) = (start, end) else { return Shared::Nothing };
        let winter = |date: &Date| date.part_of_year().is_some_and(PartOfYear::spans_new_year);
        let same_year =
            start.has_known_year() && (start.year, start.negative) == (end.year, end.negative);
        if !start.marks.is_empty() || !end.marks.is_empty() {
            Shared::Nothing
        } else if same_unit(start, end, same_year) {
            Shared::Unit
        } else if !same_year || start.month == 0 || end.month == 0 || winter(start) || winter(end) {
            Shared::Nothing
        } else if start.known_day().is_none()
            || end.known_day().is_none()
            || start.month != end.month
            || start.known_month().is_none()
        {
            Shared::Year
        } else if let (Some(from), Some(to)) = (start.time, end.time) {
            if start.day == end.day && from.zone == to.zone { Shared::Day } else { Shared::Year }
        } else if start.time.is_some() || end.time.is_some() {
            Shared::Year
        } else {
            Shared::Month
        }
    }
}

/// Whether both are centuries, or years BCE, or quarters of one year, or the like.
fn same_unit(start: &Date, end: &Date, same_year: bool) -> bool {
    if start.significant > 0 || end.significant > 0 {
        return false;
    }
    match (start.part_of_year(), end.part_of_year()) {
        (Some(first), Some(last)) => {
            first.unit() != Unit::Season && first.unit() == last.unit() && same_year
        }
        _ if start.month != 0 || end.month != 0 => false,
        _ => {
            let open = start.open_year_digits();
            let alike = open == end.open_year_digits()
                && ends_open(start.year, open)
                && ends_open(end.year, open);
            match open {
                0 => alike && start.is_bce() && end.is_bce(),
                2 | 3 => alike && start.negative == end.negative,
                _ => false,
            }
        }
    }
}
