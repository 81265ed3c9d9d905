//! HTML where a dossier has plain words: its text, without the markup.

use super::super::row::is_word_of;
use crate::collate::letters::{cut, split_first, trim};

/// The elements that stand inside a word.
const INLINE: &str = "a abbr b em font i small span strong sub sup u";

/// The words of a text in HTML in one line, and the address that a link in it leads to.
pub(super) fn words(html: &str) -> (String, Option<String>) {
    let (mut text, mut link) = (String::new(), None);
    let mut rest = html;
    while let Some((letter, after)) = split_first(rest) {
        rest = after;
        match letter {
            '<' if begins_tag(after) => {
                let (tag, left) = cut(after, b'>');
                rest = left.unwrap_or_default();
                link = link.or_else(|| attribute(tag, "href"));
                // A tag that shapes letters stands inside a word, others stand between words.
                if !is_inline(tag) {
                    space(&mut text);
                }
            }
            '&' => match character(after) {
                Some((letter, left)) => {
                    push(&mut text, letter);
                    rest = left;
                }
                None => text.push('&'),
            },
            _ => push(&mut text, letter),
        }
    }
    (trim(&text).to_owned(), link)
}

/// The value of an attribute of a tag: `src` of `iframe src="…"`.
pub(super) fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag;
    // From one `=` to the next: before it stands the name, after it the value.
    while let (before, Some(after)) = cut(rest, b'=') {
        let value = trim(after);
        let quote = value.as_bytes().first().filter(|byte| matches!(byte, b'"' | b'\''));
        let (found, next) = match quote {
            Some(quote) => cut(value.get(1..).unwrap_or_default(), *quote),
            None => cut(value, b' '),
        };
        if trim(before).as_bytes().ends_with(name.as_bytes()) {
            return Some(words(found).0);
        }
        rest = next.unwrap_or_default();
    }
    None
}

fn begins_tag(text: &str) -> bool {
    let byte = text.as_bytes().first();
    byte.is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!'))
}

fn is_inline(tag: &str) -> bool {
    let tag = tag.strip_prefix('/').unwrap_or(tag);
    let end = tag.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(tag.len());
    is_word_of(INLINE, tag.get(..end).unwrap_or_default())
}

/// White space of any kind and number is one space.
fn push(text: &mut String, letter: char) {
    if letter.is_ascii_whitespace() {
        space(text);
    } else {
        text.push(letter);
    }
}

fn space(text: &mut String) {
    if text.as_bytes().last().is_some_and(|last| *last != b' ') {
        text.push(' ');
    }
}

/// The character that a reference stands for, and what follows it.
fn character(text: &str) -> Option<(char, &str)> {
    let (name, rest) = cut(text, b';');
    let letter = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        _ => {
            let number = name.strip_prefix('#').filter(|number| number.len() < 8)?;
            let hexadecimal = number.strip_prefix(['x', 'X']);
            let base = if hexadecimal.is_some() { 16 } else { 10 };
            let mut code = 0;
            for digit in hexadecimal.unwrap_or(number).chars() {
                code = code * base + digit.to_digit(base)?;
            }
            char::from_u32(code)?
        }
    };
    Some((letter, rest?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_goes_and_words_stay() {
        let plain = |html| words(html).0;
        assert_eq!(plain("The <em>first</em><br>flight"), "The first flight");
        assert_eq!(
            plain("a<b>b</b>c &amp; 1 < 2 &lt;p&gt; &#233;&#xe9; AT&T"),
            "abc & 1 < 2 <p> éé AT&T"
        );
        assert_eq!(plain("<p> two\n words</p>"), "two words");
        let (text, link) = words("See <a class='x' href='https://a.example/?a=1&amp;b=2'>this</a>");
        assert_eq!(text, "See this");
        assert_eq!(link.as_deref(), Some("https://a.example/?a=1&b=2"));
        assert_eq!(
            attribute("iframe width=3 src=\"//v.example/1\"", "src").as_deref(),
            Some("//v.example/1")
        );
    }
}
