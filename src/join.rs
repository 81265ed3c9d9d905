//! Texts put together from parts: the standard library's `format!` costs some 100 bytes of
//! WebAssembly at every use.

/// The parts one after the other.
#[inline(never)]
pub(crate) fn join(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// Appends a number in decimal digits.
pub(crate) fn push_number(text: &mut String, number: usize) {
    if number > 9 {
        push_number(text, number / 10);
    }
    text.push(char::from(b'0' + u8::try_from(number % 10).unwrap_or_default()));
}

/// A number in decimal digits.
pub(crate) fn digits(number: usize) -> String {
    let mut text = String::new();
    push_number(&mut text, number);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_standard_library_does() {
        for number in [0, 9, 10, 101, 65_535, usize::MAX] {
            assert_eq!(digits(number), number.to_string());
        }
    }
}
