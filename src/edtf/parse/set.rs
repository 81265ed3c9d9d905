//! Reading sets.

use super::{Read, Reader, error_at};
use crate::edtf::{ErrorKind, Member, Set, Single};

impl Reader<'_> {
    pub(super) fn set(&mut self) -> Read<Set> {
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
}
