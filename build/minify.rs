//! Leaves out of a text what only its authors need: comments, and white space.

/// JSON without the white space between its tokens.
pub(crate) fn json(text: &str) -> String {
    minify(text, |_, _| false)
}

/// CSS without comments, and with white space only where it may mean something: as a combinator of
/// selectors, between values, around the `+` and `-` of `calc()`.
pub(crate) fn css(text: &str) -> String {
    let spaced = |before, after| !"{};:,(>".contains(before) && !"{};,)>".contains(after);
    minify(text, spaced).replace(";}", "}")
}

/// Strings stay as they are; elsewhere one space is left of a gap between two characters where
/// `spaced` says so.
fn minify(text: &str, spaced: fn(char, char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut gap = false;
    while let Some(first) = rest.chars().next() {
        let (token, after) = rest.split_at(match first {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' => string(rest, first),
            _ => first.len_utf8(),
        });
        rest = after;
        if first.is_ascii_whitespace() || token.starts_with("/*") {
            gap = true;
            continue;
        }
        if gap && out.chars().next_back().is_some_and(|last| spaced(last, first)) {
            out.push(' ');
        }
        gap = false;
        out.push_str(token);
    }
    out
}

/// How many bytes the string takes that the text begins with, its quotes included.
fn string(text: &str, quote: char) -> usize {
    let mut escaped = false;
    let end = text.char_indices().skip(1).find(|&(_, letter)| {
        let ends = letter == quote && !escaped;
        escaped = letter == '\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |(at, _)| at + quote.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_of_json_stay_as_they_are() {
        assert_eq!(
            json("{\n  \"a b\": [1, -2.5e3,\tnull],\r\n \"c\": {} }\n"),
            r#"{"a b":[1,-2.5e3,null],"c":{}}"#
        );
        assert_eq!(
            json(r#"{ "a \" , b": "\\" , "/* c": "d */" }"#),
            r#"{"a \" , b":"\\","/* c":"d */"}"#
        );
        assert_eq!(json("[ \"l’été  «\u{a0}oui\u{a0}»\" ]"), "[\"l’été  «\u{a0}oui\u{a0}»\"]");
    }

    #[test]
    fn minified_twice_is_minified_once() {
        for file in ["data/affair.json", "src/dom/style.css"] {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file);
            let text = std::fs::read_to_string(path).unwrap();
            let minify = if file.ends_with("json") { json } else { css };
            let once = minify(&text);
            assert!(once.len() < text.len());
            assert_eq!(minify(&once), once);
        }
    }

    #[test]
    fn css_keeps_white_space_that_means_something() {
        for (long, short) in [
            (
                ".a .b > .c + .d ~ .e, p :hover { x: 1 ; y: 2; }\n",
                ".a .b>.c + .d ~ .e,p :hover{x:1;y:2}",
            ),
            (
                "a { width: calc(1px + (2em - var( --b )) * 3) }",
                "a{width:calc(1px + (2em - var(--b)) * 3)}",
            ),
            (
                "@media (a: b) and (width < 9px) { p { margin: 0 -1px } }",
                "@media (a:b) and (width < 9px){p{margin:0 -1px}}",
            ),
            ("a { font: 1em/0 \"A;  } B\", 'it\\'s  '; }", "a{font:1em/0 \"A;  } B\",'it\\'s  '}"),
            ("/* one { */ a/* two */b { /* ; */ }", "a b{}"),
            ("* { display: none !important }", "*{display:none !important}"),
        ] {
            assert_eq!(css(long), short);
        }
    }
}
