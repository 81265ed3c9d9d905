//! What is doubted or estimated in a date: the characters `?`, `~` and `%`.

/// What a part of a date is qualified as (ISO 8601-2, 8.2): `?`, `~`, or `%` for both.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Qualifier {
    /// `?`: the source is doubted.
    pub uncertain: bool,
    /// `~`: the value is an estimate.
    pub approximate: bool,
}

impl Qualifier {
    /// Whether nothing is doubted or estimated.
    pub const fn is_none(self) -> bool {
        !self.uncertain && !self.approximate
    }

    const fn from_bits(bits: u16) -> Self {
        Qualifier { uncertain: bits & 1 != 0, approximate: bits & 2 != 0 }
    }
}

/// The qualifying characters of a date, as written. Four bits for each of year, month and day: the
/// two lower for the character before the part (it qualifies this part), the two upper for the one
/// after it (it qualifies the part and all to its left).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Marks(u16);

/// A part of a date, numbered from the left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    Year = 0,
    Month = 1,
    Day = 2,
}

/// Which side of a part a qualifying character stands on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Before = 0,
    After = 2,
}

impl Marks {
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// `bits`: 1 for `?`, 2 for `~`, 3 for `%`.
    pub(super) fn set(&mut self, part: Part, side: Side, bits: u16) {
        self.0 |= bits << (part as u16 * 4 + side as u16);
    }

    /// Takes in the characters of another date.
    pub(super) fn add(&mut self, other: Marks) {
        self.0 |= other.0;
    }

    pub(super) fn get(self, part: Part, side: Side) -> u16 {
        self.0 >> (part as u16 * 4 + side as u16) & 3
    }

    /// What the characters mean for one part.
    pub(super) fn qualifier(self, part: Part) -> Qualifier {
        let own = self.0 >> (part as u16 * 4);
        let after = own >> 2;
        Qualifier::from_bits(own | after | after >> 4 | after >> 8)
    }

    /// What is said of any part.
    pub(super) fn any(self) -> Qualifier {
        let parts = self.0 | self.0 >> 4 | self.0 >> 8;
        Qualifier::from_bits(parts | parts >> 2)
    }
}
