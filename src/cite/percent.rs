//! Percent-encoding (RFC 3986, section 2.1).

/// Appends a text in which every byte but ASCII letters, digits and those of `kept` is escaped.
///
/// ```
/// use quote_timeline::cite::percent;
///
/// let mut text = String::new();
/// percent::encode(&mut text, "l’open-source, oui", "");
/// assert_eq!(text, "l%E2%80%99open%2Dsource%2C%20oui");
/// assert_eq!(percent::decode(&text).as_deref(), Some("l’open-source, oui"));
/// ```
#[inline(never)]
pub fn encode(to: &mut String, text: &str, kept: &str) {
    for byte in text.bytes() {
        let letter = char::from(byte);
        if letter.is_ascii_alphanumeric() || kept.as_bytes().contains(&byte) {
            to.push(letter);
        } else {
            to.push('%');
            for digit in [byte >> 4, byte & 15] {
                let digit = char::from_digit(digit.into(), 16).unwrap_or('0');
                to.push(digit.to_ascii_uppercase());
            }
        }
    }
}

/// The text that was encoded; nothing where an escape is not two hexadecimal digits, or where the
/// bytes are not UTF-8.
pub fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        bytes.push(match (byte, rest) {
            (b'%', [high, low, after @ ..]) => {
                rest = after;
                hex(*high)? << 4 | hex(*low)?
            }
            (b'%', _) => return None,
            (byte, _) => *byte,
        });
    }
    match bytes.utf8_chunks().next() {
        None => Some(String::new()),
        Some(text) => text.invalid().is_empty().then(|| text.valid().to_owned()),
    }
}

fn hex(digit: u8) -> Option<u8> {
    u8::try_from(char::from(digit).to_digit(16)?).ok()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_escape_is_refused() {
        for text in ["%", "%2", "%G0", "%FF", "%+1"] {
            assert_eq!(decode(text), None, "{text}");
        }
        assert_eq!(decode("a%2Db").as_deref(), Some("a-b"));
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in ".{0,20}", bytes in "[%0-9A-F]{0,9}") {
            let mut encoded = String::new();
            encode(&mut encoded, &text, "-._~");
            prop_assert!(encoded.is_ascii());
            prop_assert_eq!(decode(&encoded), Some(text));
            let _ = decode(&bytes);
        }
    }
}
