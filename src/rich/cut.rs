//! Texts taken apart at single ASCII characters. The searches of the standard library, made for any
//! pattern, cost a kilobyte of WebAssembly for each sort of it.

/// What stands before the first of these characters, and the rest from it on; all and nothing where
/// there is none of them.
#[inline(never)]
pub(super) fn until<'a>(text: &'a str, ends: &[u8]) -> (&'a str, &'a str) {
    let end = text.bytes().position(|byte| ends.contains(&byte));
    end.and_then(|end| text.split_at_checked(end)).unwrap_or((text, ""))
}

/// A text without its first bytes, which are ASCII.
#[inline(never)]
pub(super) fn behind(text: &str, bytes: usize) -> &str {
    text.get(bytes..).unwrap_or_default()
}

/// What stands behind an ASCII character that a text begins with.
#[inline(never)]
pub(super) fn after(text: &str, first: u8) -> Option<&str> {
    if text.as_bytes().first() == Some(&first) { Some(behind(text, 1)) } else { None }
}

/// What stands before the first of these characters, and what behind it; all and nothing where there is
/// none of them.
#[inline(never)]
pub(super) fn cut<'a>(text: &'a str, at: &[u8]) -> (&'a str, &'a str) {
    let (before, rest) = until(text, at);
    (before, behind(rest, 1))
}

/// What stands before the last of a character, and what behind it; nothing and all where there is none.
#[inline(never)]
pub(super) fn cut_last(text: &str, at: u8) -> (&str, &str) {
    match text.bytes().rposition(|byte| byte == at) {
        Some(end) => (text.get(..end).unwrap_or_default(), behind(text, end + 1)),
        None => ("", text),
    }
}

/// Whether a word is one of a list, with a space between two.
#[inline(never)]
pub(super) fn is_one_of(word: &str, words: &'static str) -> bool {
    parts(words, b" ").any(|own| own == word)
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
