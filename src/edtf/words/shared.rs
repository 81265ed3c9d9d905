//! What the two ends of an interval have in common, said only once.

use super::year::YearWords::{self, Known, Ordinal};
use crate::edtf::Single;
use crate::edtf::date::Date;
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
        if !start.marks.any().is_none() || !end.marks.any().is_none() {
            Shared::Nothing
        } else if same_unit(start, end) {
            Shared::Unit
        } else if start.known_year().is_none()
            || start.known_year() != end.known_year()
            || start.month == 0
            || end.month == 0
            || winter(start)
            || winter(end)
        {
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
fn same_unit(start: &Date, end: &Date) -> bool {
    if start.significant > 0 || end.significant > 0 {
        return false;
    }
    match (start.part_of_year(), end.part_of_year()) {
        (Some(first), Some(last)) => {
            first.unit() != Unit::Season
                && first.unit() == last.unit()
                && start.known_year().is_some()
                && start.known_year() == end.known_year()
        }
        _ if start.month != 0 || end.month != 0 => false,
        _ => match (YearWords::of(start), YearWords::of(end)) {
            (
                Ordinal { unit: first, bce: first_bce, .. },
                Ordinal { unit: last, bce: last_bce, .. },
            ) => first == last && first_bce == last_bce,
            (Known(first), Known(last)) => first <= 0 && last <= 0,
            _ => false,
        },
    }
}
