//! Reading sets.

use super::Reader;
use crate::edtf::{ErrorKind, Member, Set, Single};

impl Reader<'_> {
    pub(super) fn set(&mut self) -> Option<Set> {
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
                return self.fail(self.offset, ErrorKind::OpenMember);
            }
            let offset = self.offset;
            let member = self.member(close)?;
            if matches!(member, Member::UpTo(_)) && !members.is_empty() {
                return self.fail(offset, ErrorKind::OpenMember);
            }
            members.push(member);
            if self.take(close) {
                return Some(Set { all, members });
            }
            if !self.take(b',') {
                return self.refuse(ErrorKind::Unclosed);
            }
        }
    }

    fn member(&mut self, close: u8) -> Option<Member> {
        if self.take_dots() {
            return self.member_date(close).map(Member::UpTo);
        }
        let first = self.member_date(close)?;
        if !self.take_dots() {
            return Some(Member::Single(first));
        }
        if matches!(self.peek(), Some(b',' | b']' | b'}') | None) {
            return Some(Member::From(first));
        }
        let offset = self.offset;
        let last = self.single()?;
        if first.precision() != last.precision() {
            return self.fail(offset, ErrorKind::RangePrecision);
        }
        if first.bound(false) > last.bound(true) {
            return self.fail(offset, ErrorKind::RangeOrder);
        }
        Some(Member::Range(first, last))
    }

    fn member_date(&mut self, close: u8) -> Option<Single> {
        match self.peek() {
            Some(byte) if byte != close && byte != b',' => self.single(),
            _ => self.fail(self.offset, ErrorKind::MemberMissing),
        }
    }
}
