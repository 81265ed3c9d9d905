//! A time of day.

/// How a time of day relates to UTC. Offsets are kept as written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Zone {
    /// Nothing is written: the time of the place.
    Local,
    /// `Z`
    Utc,
    /// `+04`, in hours.
    Hours(i8),
    /// `+04:30`, in minutes.
    Minutes(i16),
}

impl Zone {
    /// Minutes to subtract to reach UTC; none where the time is local.
    pub(super) fn offset_minutes(self) -> i16 {
        match self {
            Zone::Local | Zone::Utc => 0,
            Zone::Hours(hours) => i16::from(hours) * 60,
            Zone::Minutes(minutes) => minutes,
        }
    }
}

/// A time of day, to the minute or to the second.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Time {
    pub(super) hour: u8,
    pub(super) minute: u8,
    /// [`Time::NO_SECOND`] where the time is written to the minute.
    pub(super) second: u8,
    pub(super) zone: Zone,
}

impl Time {
    pub(super) const NO_SECOND: u8 = u8::MAX;

    /// Whether a leap second can end this minute: in UTC it is 23:59 (ISO 8601-1, 4.3.10). Local
    /// clocks differ from UTC by quarters of an hour.
    pub(super) fn may_leap(self) -> bool {
        if matches!(self.zone, Zone::Local) {
            return self.minute % 15 == 14;
        }
        let minute = i16::from(self.hour) * 60 + i16::from(self.minute);
        (minute - self.zone.offset_minutes()).rem_euclid(24 * 60) == 24 * 60 - 1
    }
}
