//! Addresses that are safe to follow or to fetch.

use super::cut::{after, until};

/// An address as a browser would read it, where it leads to a page or to a mailbox: `http`, `https`,
/// `mailto`, or relative to the page. Nothing for any other scheme, however it is disguised.
///
/// ```
/// use quote_timeline::rich::address;
///
/// assert_eq!(address(" //example.org/a b "), Some("//example.org/a b".to_owned()));
/// assert_eq!(address("java\nscript:alert(1)"), None);
/// ```
pub fn address(text: &str) -> Option<String> {
    // What the URL standard takes away before it looks for a scheme (WHATWG URL, 4.4).
    let mut address = String::new();
    for letter in text.chars() {
        let begins = letter > ' ' || !address.is_empty();
        if begins && !matches!(letter, '\t' | '\n' | '\r') {
            address.push(letter);
        }
    }
    while address.as_bytes().last().is_some_and(|last| *last <= b' ') {
        address.pop();
    }
    let (scheme, rest) = until(&address, b":/?#\\");
    let safe = after(rest, b':').is_none()
        || ["https", "http", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    (safe && !address.is_empty()).then_some(address)
}

/// The same for what is fetched: a picture, a sound, a film. Mailboxes are none.
pub fn file_address(text: &str) -> Option<String> {
    let mut address = address(text)?;
    if starts_with(&address, "mailto:") {
        return None;
    }
    // A page of a file system would take it for a file.
    if address.starts_with("//") {
        address.insert_str(0, "https:");
    }
    Some(address)
}

/// Whether a text begins with another, whatever the case of ASCII letters.
#[inline(never)]
pub(super) fn starts_with(text: &str, start: &str) -> bool {
    text.split_at_checked(start.len()).is_some_and(|(own, _)| own.eq_ignore_ascii_case(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_mailboxes_are_led_to() {
        for kept in [
            "https://example.org/a?b=c#d",
            "HTTP://EXAMPLE.ORG/",
            "mailto:desk@example.org",
            "//example.org/x",
            "/archive/1",
            "../a.html",
            "a.html",
            "?page=2",
            "#note",
            "/a:b",
            "a/b:c",
            "?a:b",
        ] {
            assert_eq!(address(kept).as_deref(), Some(kept));
        }
    }

    #[test]
    fn scripts_and_data_are_not_whatever_their_disguise() {
        for refused in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " \u{1}\u{1F}javascript:alert(1)",
            "java\tscript:alert(1)",
            "java\r\nscript\n:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "blob:https://example.org/1",
            "file:///etc/passwd",
            "intent://x",
            "feed:https://x",
            "view-source:https://x",
            ":x",
            "java\u{0}script:x",
            "é:x",
            "",
            "  ",
        ] {
            assert_eq!(address(refused), None, "{refused:?}");
        }
    }

    #[test]
    fn files_are_fetched_not_written_to() {
        assert_eq!(file_address("mailto:a@b.c"), None);
        assert_eq!(file_address("//a.org/b.png").as_deref(), Some("https://a.org/b.png"));
        assert_eq!(file_address("b.png").as_deref(), Some("b.png"));
    }
}
