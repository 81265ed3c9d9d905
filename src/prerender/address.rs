//! Addresses that a link may lead to.

/// The address where it is relative, or of the web; nothing where following it could run a script.
///
/// Browsers leave out tabs and line breaks inside addresses and spaces before them, so that
/// `java\nscript:` runs; addresses with such characters are refused.
pub(super) fn safe(address: &str) -> Option<&str> {
    let odd = |letter: char| letter.is_control() || letter.is_whitespace();
    if address.is_empty() || address.contains(odd) {
        return None;
    }
    let scheme = address.split(['/', '?', '#']).next().unwrap_or_default().split_once(':');
    match scheme {
        None => Some(address),
        Some((scheme, _)) => ["http", "https"]
            .iter()
            .any(|known| scheme.eq_ignore_ascii_case(known))
            .then_some(address),
    }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn only_the_web_is_linked_to() {
        for address in [
            "https://a.example/x?y#z",
            "HTTP://a.example",
            "/2024/x.html",
            "x:y".get(2..).unwrap(),
            "a/b:c",
            "?a:b",
            "#x",
        ] {
            assert_eq!(safe(address), Some(address));
        }
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:x",
            "java\nscript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc",
            "\u{1}javascript:x",
            "",
        ] {
            assert_eq!(safe(address), None, "{address}");
        }
    }
}
