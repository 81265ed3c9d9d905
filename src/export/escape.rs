//! Texts and identifiers made fit for where they are put.

/// Two hexadecimal digits.
#[inline(never)]
pub(super) fn push_hex(to: &mut String, byte: u32) {
    for digit in [byte >> 4, byte & 15] {
        to.push(char::from_digit(digit, 16).unwrap_or('0').to_ascii_uppercase());
    }
}

/// Appends a text, each character replaced where `replace` says so; an empty text says no.
#[inline(never)]
pub(super) fn push_replaced(to: &mut String, text: &str, replace: fn(char) -> &'static str) {
    for letter in text.chars() {
        let other = replace(letter);
        if other.is_empty() {
            to.push(letter);
        } else {
            to.push_str(other);
        }
    }
}

/// For XML, in element and attribute alike. What XML forbids (XML 1.0, 2.2) becomes U+FFFD; a
/// carriage return as it is would be read back as a line break.
fn xml_character(letter: char) -> &'static str {
    match letter {
        '\r' => "&#13;",
        '\n' | '\t' => "",
        '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => "\u{FFFD}",
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => "",
    }
}

/// Appends plain text as XML.
pub(super) fn push_xml(to: &mut String, text: &str) {
    push_replaced(to, text, xml_character);
}

/// Plain text as HTML, as little changed as can be: an ampersand that begins no reference stays.
#[inline(never)]
pub(super) fn html(text: &str) -> String {
    let mut escaped = String::new();
    for (at, letter) in text.char_indices() {
        let mut after = text.bytes().skip(at).take(12);
        match letter {
            '<' => escaped.push_str("&lt;"),
            '&' if after.any(|byte| byte == b';') => escaped.push_str("&amp;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// A character of an address, without what would break it apart in XML or BibTeX.
pub(super) fn address_character(letter: char) -> &'static str {
    match letter {
        '{' => "%7B",
        '}' => "%7D",
        '\\' => "%5C",
        '\0'..=' ' | '\u{7F}'..='\u{A0}' => "%20",
        _ => "",
    }
}

/// An identifier as an XML name without colon (`NCName`) and a `BibTeX` key: ASCII letters, digits
/// and hyphens as they are, any other byte as `_HH_`, at the beginning all but letters. Two
/// identifiers never get one name, and no name has a point in it.
///
/// `2024.a` becomes `_32_024_2E_a`.
#[inline(never)]
pub(super) fn name(id: &str) -> String {
    encode(id, "_", "_")
}

/// An identifier in the end of an IRI (RFC 3986): all but ASCII letters, digits and `-._~` in
/// percents, so that a slash can be put behind it.
#[inline(never)]
pub(super) fn iri(id: &str) -> String {
    encode(id, "%", "")
}

#[inline(never)]
fn encode(id: &str, before: &str, after: &str) -> String {
    let mut name = String::new();
    let is_name = !after.is_empty();
    for byte in id.bytes() {
        let stays = match byte {
            b'-' | b'0'..=b'9' => !is_name || !name.is_empty(),
            b'.' | b'_' | b'~' => !is_name,
            _ => byte.is_ascii_alphabetic(),
        };
        if stays {
            name.push(byte.into());
        } else {
            name.push_str(before);
            push_hex(&mut name, byte.into());
            name.push_str(after);
        }
    }
    if is_name && name.is_empty() {
        // There is no name without a letter.
        name.push('_');
    }
    name
}
