//! Names looked up in a text: hundreds of pointers would cost more bytes than the names.

/// The character that a table has for a name.
///
/// A table is a text of entries, each a name of ASCII letters and digits with a character of another
/// sort right behind it. One space parts the entries; they are sorted by name, as bytes.
#[inline(never)]
pub(super) fn find(table: &str, name: &str) -> Option<char> {
    let mut table = table;
    loop {
        // The entry in the middle of what is left.
        let bytes = table.as_bytes();
        let (before, after) = bytes.split_at_checked(bytes.len() / 2)?;
        let start = before.iter().rposition(|byte| *byte == b' ').map_or(0, |space| space + 1);
        let end = after.iter().position(|byte| *byte == b' ');
        let end = end.map_or(bytes.len(), |length| before.len() + length);
        let entry = table.get(start..end)?;
        let length = entry.bytes().position(|byte| !byte.is_ascii_alphanumeric())?;
        let (own, value) = entry.split_at_checked(length)?;
        if own == name {
            return value.chars().next();
        }
        table =
            if own < name { table.get(end + 1..)? } else { table.get(..start.checked_sub(1)?)? };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_and_no_other() {
        let table = "a* b- bb+ c\u{A0} h1\n strong\t";
        for (name, value) in
            [("a", '*'), ("b", '-'), ("bb", '+'), ("c", '\u{A0}'), ("h1", '\n'), ("strong", '\t')]
        {
            assert_eq!(find(table, name), Some(value), "{name}");
        }
        for name in ["", "A", "aa", "bbb", "h", "h2", "stron", "strongs", "zz"] {
            assert_eq!(find(table, name), None, "{name}");
            assert_eq!(find("", name), None);
        }
    }
}
