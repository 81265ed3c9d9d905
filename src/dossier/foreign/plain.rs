//! HTML where a dossier has plain words: its text, without the markup.

use crate::collate::letters::{split_first, trim};

/// The elements that stand inside a word.
const INLINE: [&str; 12] =
    ["a", "abbr", "b", "em", "font", "i", "small", "span", "strong", "sub", "sup", "u"];

/// The words of a text in HTML in one line, and the address that a link in it leads to.
pub(super) fn words(html: &str) -> (String, Option<String>) {
    let (mut text, mut link) = (String::new(), None);
    let mut rest = html;
    while let Some((letter, after)) = split_first(rest) {
        rest = after;
        match letter {
            '<' if begins_tag(after) => {
                let end = after.find('>').unwrap_or(after.len());
                let (tag, left) = after.split_at_checked(end).unwrap_or_default();
                rest = left.strip_prefix('>').unwrap_or(left);
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
    let (_, value) = tag.split_once(name)?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let value = match value.strip_prefix(['"', '\'']) {
        Some(quoted) => quoted.split(['"', '\'']).next(),
        None => value.split([' ', '>']).next(),
    };
    value.map(|value| words(value).0)
}

fn begins_tag(text: &str) -> bool {
    let byte = text.as_bytes().first();
    byte.is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!'))
}

fn is_inline(tag: &str) -> bool {
    let name = tag.trim_start_matches('/');
    let end = name.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(name.len());
    let name = name.get(..end).unwrap_or_default();
    INLINE.iter().any(|own| own.eq_ignore_ascii_case(name))
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
    if !text.is_empty() && !text.ends_with(' ') {
        text.push(' ');
    }
}

/// The character that a reference stands for, and what follows it.
fn character(text: &str) -> Option<(char, &str)> {
    let (name, rest) = text.split_at_checked(text.bytes().take(10).position(|b| b == b';')?)?;
    let rest = rest.strip_prefix(';')?;
    let letter = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(number) => u32::from_str_radix(number, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    };
    Some((letter, rest))
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
