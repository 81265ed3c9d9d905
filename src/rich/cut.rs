//! Texts taken apart at single ASCII characters. The searches of the standard library, made for any
//! pattern, cost a kilobyte of WebAssembly for each sort of it.

/// What stands before the first of these characters, and what behind it; all and nothing where there is
/// none of them.
#[inline(never)]
pub(super) fn cut<'a>(text: &'a str, at: &[u8]) -> (&'a str, &'a str) {
    match text.bytes().position(|byte| at.contains(&byte)) {
        Some(end) => (text.get(..end).unwrap_or_default(), text.get(end + 1..).unwrap_or_default()),
        None => (text, ""),
    }
}

/// What stands before the last of a character, and what behind it; nothing and all where there is none.
#[inline(never)]
pub(super) fn cut_last(text: &str, at: u8) -> (&str, &str) {
    match text.bytes().rposition(|byte| byte == at) {
        Some(end) => (text.get(..end).unwrap_or_default(), text.get(end + 1..).unwrap_or_default()),
        None => ("", text),
    }
}

/// The parts of a text between these characters, but for empty ones.
pub(super) fn parts<'a>(text: &'a str, at: &'static [u8]) -> Parts<'a> {
    Parts { rest: text, at }
}

/// See [`parts`].
pub(super) struct Parts<'a> {
    rest: &'a str,
    at: &'static [u8],
}

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'a str> {
        while !self.rest.is_empty() {
            let (part, rest) = cut(self.rest, self.at);
            self.rest = rest;
            if !part.is_empty() {
                return Some(part);
            }
        }
        None
    }
}
