//! Ticks of the time axis: calendar-true, in two rows, few enough to be read.

use super::{LIMIT, Scale, Second};
use crate::edtf::civil::{civil_from_days, days_from_civil};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// The shortest a year can be.
const YEAR: i64 = 365 * DAY;

/// Ticks are never asked to stand closer than this, whatever the caller says.
const CLOSEST_PX: i32 = 8;

/// What a step of the axis counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Minutes, by 1, 5, 15 or 30.
    Minute,
    /// Hours, by 1, 3, 6 or 12.
    Hour,
    /// Days, by 1, 2 or 7; sevens begin on Mondays.
    Day,
    /// Months, by 1, 3 or 6.
    Month,
    /// Years, by 1, 2 or 5 times a power of ten.
    Year,
}

/// The parts of a tick's label; words are put to them elsewhere, by language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TickLabel {
    /// An astronomical year: 0 is 1 BCE.
    Year(i64),
    /// A month, 1 to 12, of a year.
    Month {
        /// The astronomical year.
        year: i64,
        /// 1 to 12.
        month: u8,
    },
    /// A day.
    Day {
        /// The astronomical year.
        year: i64,
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
    /// A time of day.
    Time {
        /// 0 to 23.
        hour: u8,
        /// 0 to 59.
        minute: u8,
    },
}

/// One line of the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The second at which the unit begins, even where that is left of the window.
    pub at: Second,
    /// Where to draw it, in pixels from the left edge.
    pub px: i32,
    /// What it is called.
    pub label: TickLabel,
}

/// The axis of one window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticks {
    /// What the lower row counts.
    pub unit: Unit,
    /// By how many of them.
    pub step: i64,
    /// The upper row: days above hours, months above days, years above months, nothing above years.
    /// Where a unit began before the window its tick stands at the left edge (`px` 0), unless the
    /// next one is too near.
    pub major: Vec<Tick>,
    /// The lower row: those inside the window.
    pub minor: Vec<Tick>,
}

/// The axis for `scale`, the ticks of its lower row at least `min_gap_px` apart.
///
/// There are at most `width / min_gap_px + 2` of them. The steps depend on the zoom level alone,
/// never on where the window stands.
///
/// ```
/// use quote_timeline::timeline::{Scale, TickLabel, Unit, Window, ticks};
/// let day = 86_400;
/// let axis = ticks(Scale::new(Window::new(-30 * day, 70 * day), 600), 60);
/// assert_eq!((axis.unit, axis.step), (Unit::Month, 1));
/// let labels: Vec<_> = axis.major.iter().map(|tick| (tick.px, tick.label)).collect();
/// assert_eq!(labels, [(0, TickLabel::Year(1969)), (180, TickLabel::Year(1970))]);
/// ```
pub fn ticks(scale: Scale, min_gap_px: i32) -> Ticks {
    let min_gap_px = min_gap_px.max(CLOSEST_PX);
    let (unit, step) = finest(scale, min_gap_px);
    let start = scale.window().start();
    let minor = lines(scale, unit, step, start);
    let above = match unit {
        Unit::Minute | Unit::Hour => Unit::Day,
        Unit::Day => Unit::Month,
        Unit::Month => Unit::Year,
        Unit::Year => return Ticks { unit, step, major: Vec::new(), minor },
    };
    let mut major = lines(scale, above, 1, Second::MIN);
    if let [first, rest @ ..] = major.as_mut_slice() {
        let crowded = rest.first().is_some_and(|next| next.px < min_gap_px);
        if first.px < 0 && crowded {
            major = lines(scale, above, 1, start);
        } else {
            first.px = first.px.max(0);
        }
    }
    Ticks { unit, step, major, minor }
}

/// The stretches of the calendar that a window touches, no more than `most` and some: where each
/// begins, the first before the window perhaps, and what it is called. They are whole hours, days,
/// months or years; or powers of ten of years, which go by no name.
pub(super) fn calendar(scale: Scale, most: i64) -> Vec<(Second, Option<TickLabel>)> {
    let least = scale.window().span() / most.max(1);
    let units = [(Unit::Hour, HOUR), (Unit::Day, DAY), (Unit::Month, 31 * DAY)];
    let mut step = 1;
    let unit = units.iter().find(|(_, long)| *long >= least).map_or(Unit::Year, |(unit, _)| *unit);
    while unit == Unit::Year && step * YEAR < least {
        step *= 10;
    }
    let lines = lines(scale, unit, step, Second::MIN);
    lines.into_iter().map(|tick| (tick.at, (step == 1).then_some(tick.label))).collect()
}

/// The steps below a year, finest first, and the shortest each can be, in seconds.
const STEPS: [(Unit, i64, i64); 14] = [
    (Unit::Minute, 1, MINUTE),
    (Unit::Minute, 5, 5 * MINUTE),
    (Unit::Minute, 15, 15 * MINUTE),
    (Unit::Minute, 30, 30 * MINUTE),
    (Unit::Hour, 1, HOUR),
    (Unit::Hour, 3, 3 * HOUR),
    (Unit::Hour, 6, 6 * HOUR),
    (Unit::Hour, 12, 12 * HOUR),
    (Unit::Day, 1, DAY),
    (Unit::Day, 2, 2 * DAY),
    (Unit::Day, 7, 7 * DAY),
    (Unit::Month, 1, 28 * DAY),
    (Unit::Month, 3, 90 * DAY),
    (Unit::Month, 6, 181 * DAY),
];

/// The finest step whose ticks stand at least `gap_px` apart.
fn finest(scale: Scale, gap_px: i32) -> (Unit, i64) {
    let gap = scale.duration(gap_px);
    for (unit, step, shortest) in &STEPS {
        if *shortest >= gap {
            return (*unit, *step);
        }
    }
    let mut power = 1;
    loop {
        for step in [power, 2 * power, 5 * power] {
            if step * YEAR >= gap {
                return (Unit::Year, step);
            }
        }
        power *= 10;
    }
}

/// The ticks from the last one at or before the window to the last one in it, without those before
/// `earliest`.
#[inline(never)]
fn lines(scale: Scale, unit: Unit, step: i64, earliest: Second) -> Vec<Tick> {
    let mut ticks = Vec::new();
    let mut count = number(scale.window().start().max(-LIMIT + YEAR), unit).div_euclid(step);
    loop {
        let at = begin(count * step, unit);
        if at >= scale.window().end() {
            return ticks;
        }
        if at >= earliest {
            ticks.push(Tick { at, px: scale.to_px(at), label: label(at, unit) });
        }
        count += 1;
    }
}

/// The Monday from which weeks are counted, 1970-01-05, in days after 1970-01-01. Counting days
/// from it as well keeps every second day on the same days in every window.
const MONDAY: i64 = 4;

/// Which minute, hour, day (from [`MONDAY`]), month or year (from year 0) a second is in.
fn number(time: Second, unit: Unit) -> i64 {
    let day = time.div_euclid(DAY);
    match unit {
        Unit::Minute => time.div_euclid(MINUTE),
        Unit::Hour => time.div_euclid(HOUR),
        Unit::Day => day - MONDAY,
        Unit::Month => {
            let (year, month, _) = civil_from_days(day);
            year * 12 + i64::from(month) - 1
        }
        Unit::Year => civil_from_days(day).0,
    }
}

/// The first second of a unit, given its number.
fn begin(number: i64, unit: Unit) -> Second {
    match unit {
        Unit::Minute => number * MINUTE,
        Unit::Hour => number * HOUR,
        Unit::Day => (number + MONDAY) * DAY,
        Unit::Month => {
            let month = u8::try_from(number.rem_euclid(12)).unwrap_or_default() + 1;
            days_from_civil(number.div_euclid(12), month, 1) * DAY
        }
        Unit::Year => days_from_civil(number, 1, 1) * DAY,
    }
}

fn label(at: Second, unit: Unit) -> TickLabel {
    let (year, month, day) = civil_from_days(at.div_euclid(DAY));
    let minutes = at.rem_euclid(DAY) / MINUTE;
    let part = |value: i64| u8::try_from(value).unwrap_or_default();
    match unit {
        Unit::Minute | Unit::Hour => {
            TickLabel::Time { hour: part(minutes / 60), minute: part(minutes % 60) }
        }
        Unit::Day => TickLabel::Day { year, month, day },
        Unit::Month => TickLabel::Month { year, month },
        Unit::Year => TickLabel::Year(year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Window;

    fn date(year: i64, month: u8, day: u8) -> Second {
        days_from_civil(year, month, day) * DAY
    }

    fn axis(start: Second, end: Second) -> Ticks {
        ticks(Scale::new(Window::new(start, end), 1000), 60)
    }

    #[test]
    fn each_span_has_its_step() {
        let start = date(2024, 2, 28);
        let cases = [
            (60, Unit::Minute, 1),
            (HOUR, Unit::Minute, 5),
            (4 * HOUR, Unit::Minute, 15),
            (DAY, Unit::Hour, 3),
            (7 * DAY, Unit::Hour, 12),
            (14 * DAY, Unit::Day, 1),
            (31 * DAY, Unit::Day, 2),
            (90 * DAY, Unit::Day, 7),
            (YEAR, Unit::Month, 1),
            (4 * YEAR, Unit::Month, 3),
            (8 * YEAR, Unit::Month, 6),
            (16 * YEAR, Unit::Year, 1),
            (100 * YEAR, Unit::Year, 10),
            (2000 * YEAR, Unit::Year, 200),
            (10_000_000 * YEAR, Unit::Year, 1_000_000),
            (13_000_000_000 * YEAR, Unit::Year, 1_000_000_000),
        ];
        for (span, unit, step) in cases {
            let axis = axis(start, start + span);
            assert_eq!((axis.unit, axis.step), (unit, step), "{span}");
        }
    }

    #[test]
    fn weeks_begin_on_mondays_and_february_has_its_leap_day() {
        let weeks = axis(date(2024, 2, 1), date(2024, 5, 1));
        // 2024-02-05 was a Monday.
        assert_eq!(weeks.minor[0].label, TickLabel::Day { year: 2024, month: 2, day: 5 });
        assert!(weeks.minor.windows(2).all(|pair| pair[1].at - pair[0].at == 7 * DAY));
        let days = axis(date(2024, 2, 28), date(2024, 3, 2));
        assert_eq!(days.unit, Unit::Hour);
        assert!(
            days.major
                .iter()
                .any(|tick| tick.label == TickLabel::Day { year: 2024, month: 2, day: 29 })
        );
    }

    #[test]
    fn the_upper_label_sticks_to_the_left_edge_unless_the_next_is_near() {
        let months = axis(date(2023, 5, 10), date(2024, 5, 10));
        let labels: Vec<_> = months.major.iter().map(|tick| tick.label).collect();
        assert_eq!(labels, [TickLabel::Year(2023), TickLabel::Year(2024)]);
        assert_eq!((months.major[0].px, months.major[0].at), (0, date(2023, 1, 1)));
        let crowded = axis(date(2023, 12, 25), date(2024, 12, 25));
        assert_eq!(crowded.major[0].label, TickLabel::Year(2024));
    }

    #[test]
    fn years_before_the_common_era_are_counted_down() {
        let axis = axis(date(-3, 1, 1), date(4, 1, 1) + 9 * YEAR);
        let years: Vec<_> = axis.minor.iter().map(|tick| tick.label).collect();
        assert_eq!(years[..4], [-3, -2, -1, 0].map(TickLabel::Year));
    }

    #[test]
    fn the_ends_of_time_have_ticks_too() {
        for (start, end) in
            [(-LIMIT, LIMIT), (-LIMIT, 0), (-LIMIT, -LIMIT + 60), (LIMIT - 60, LIMIT)]
        {
            let axis = axis(start, end);
            assert!(axis.minor.len() <= 18, "{axis:?}");
        }
        assert!(axis(-LIMIT, LIMIT).minor.len() > 3);
    }
}
