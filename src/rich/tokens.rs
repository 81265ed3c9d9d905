//! HTML into texts and tags, as browsers take it apart (WHATWG HTML, 13.2.5).
//!
//! Tags come out only as far as they matter: comments, declarations and processing instructions are
//! passed over. Of CDATA sections, which browsers take for comments and feeds wrap texts in, only the
//! markers are.

use super::address::starts_with;
use super::cut::{after, behind, until};
use super::references::decoded;

/// What ends the name of an element.
const NAME_ENDS: &[u8] = b" \t\n\x0C\r/>";

/// What a text in HTML consists of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// Text, its character references not replaced yet.
    Text(&'a str),
    /// A start tag.
    Open(Tag<'a>),
    /// An end tag: its name.
    Close(&'a str),
    /// A tag that the text ends in: its name. Browsers show nothing of it.
    Unfinished(&'a str),
}

/// A start tag.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tag<'a> {
    /// As it is written, in whatever case.
    pub(super) name: &'a str,
    /// What stands between the name and the end of the tag, or of the text.
    attributes: &'a str,
}

impl Tag<'_> {
    /// The value of an attribute, its first where it is given twice.
    pub(super) fn attribute(self, name: &str) -> Option<String> {
        let mut rest = self.attributes;
        while let Next::Attribute(own, value, after) = attribute(rest) {
            if own.eq_ignore_ascii_case(name) {
                return Some(decoded(value, true));
            }
            rest = after;
        }
        None
    }

    /// The same, empty where it is not given.
    #[inline(never)]
    pub(super) fn value(self, name: &str) -> String {
        self.attribute(name).unwrap_or_default()
    }
}

/// Takes a text apart.
pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// Inside a CDATA section, whose end is still to be passed over.
    in_cdata: bool,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(html: &'a str) -> Self {
        Self { rest: html, in_cdata: false }
    }

    /// Passes over what an element holds that has no markup in it, such as a script, up to its end tag.
    pub(super) fn skip_raw(&mut self, name: &str) {
        loop {
            self.rest = until(self.rest, b"<").1;
            let tag = behind(self.rest, 1);
            let end = after(tag, b'/').filter(|end| starts_with(end, name));
            let ends = |end| until(behind(end, name.len()), NAME_ENDS).0.is_empty();
            if self.rest.is_empty() || end.is_some_and(ends) {
                return;
            }
            self.rest = tag;
        }
    }

    /// The tag that begins behind `<` or `</`.
    #[inline(never)]
    fn tag(&mut self, text: &'a str, closes: bool) -> Token<'a> {
        let (name, attributes) = until(text, NAME_ENDS);
        let mut rest = attributes;
        loop {
            match attribute(rest) {
                Next::Attribute(_, _, after) => rest = after,
                Next::End(after) => {
                    self.rest = after;
                    return if closes {
                        Token::Close(name)
                    } else {
                        Token::Open(Tag { name, attributes })
                    };
                }
                Next::Unfinished => {
                    self.rest = "";
                    return Token::Unfinished(name);
                }
            }
        }
    }

    /// Passes over a comment, a declaration or the like, which begins behind `<`.
    #[inline(never)]
    fn skip_declaration(&mut self, text: &'a str) {
        let Some(comment) = text.strip_prefix("!--") else {
            self.rest = behind(until(text, b">").1, 1);
            return;
        };
        // The two hyphens that begin it do not end it; `--!>` ends it, too.
        let mut end = after(comment, b'>').or_else(|| comment.strip_prefix("->"));
        self.rest = comment;
        while end.is_none() && !self.rest.is_empty() {
            self.rest = behind(until(self.rest, b"-").1, 1);
            let second = after(self.rest, b'-');
            end = second.and_then(|rest| after(rest, b'>').or_else(|| rest.strip_prefix("!>")));
        }
        self.rest = end.unwrap_or_default();
    }

    /// Text up to the next `<`, from some byte on.
    #[inline(never)]
    fn text(&mut self, text: &'a str, from: usize) -> Token<'a> {
        let rest = until(behind(text, from), b"<").1;
        let (own, mut rest) = parted(text, rest);
        let mut own = own;
        if self.in_cdata
            && let Some(end) = own.as_bytes().windows(3).position(|three| three == b"]]>")
        {
            self.in_cdata = false;
            (own, rest) = parted(text, behind(text, end));
            rest = behind(rest, 3);
        }
        self.rest = rest;
        Token::Text(own)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let text = self.rest;
            let after = behind(text, 1);
            match text.as_bytes() {
                [] => return None,
                [b'<', b'a'..=b'z' | b'A'..=b'Z', ..] => return Some(self.tag(after, false)),
                [b'<', b'/', b'a'..=b'z' | b'A'..=b'Z', ..] => {
                    return Some(self.tag(behind(after, 1), true));
                }
                [b'<', b'!' | b'?', ..] => match after.strip_prefix("![CDATA[") {
                    Some(inside) => (self.rest, self.in_cdata) = (inside, true),
                    None => self.skip_declaration(after),
                },
                [b'<', b'/', _, ..] => self.skip_declaration(after),
                [first, ..] => return Some(self.text(text, usize::from(*first == b'<'))),
            }
        }
    }
}

/// What comes next in a tag.
enum Next<'a> {
    /// A name, a value with its references not replaced yet, and what stands behind them.
    Attribute(&'a str, &'a str, &'a str),
    /// The end of the tag, and what stands behind it.
    End(&'a str),
    /// Nothing: the text ends in the tag.
    Unfinished,
}

#[inline(never)]
fn attribute(text: &str) -> Next<'_> {
    let text = past(text, b" \t\n\x0C\r/");
    if let Some(after) = after(text, b'>') {
        return Next::End(after);
    }
    // An equals sign where a name should begin belongs to it.
    let rest = after(text, b'=').unwrap_or(text);
    let (name, rest) = parted(text, until(rest, b" \t\n\x0C\r/>=").1);
    let Some(value) = after(past(rest, SPACES), b'=') else {
        return if rest.is_empty() { Next::Unfinished } else { Next::Attribute(name, "", rest) };
    };
    let value = past(value, SPACES);
    if let Some(quote @ (b'"' | b'\'')) = value.as_bytes().first() {
        let (value, end) = until(behind(value, 1), &[*quote]);
        if end.is_empty() {
            return Next::Unfinished;
        }
        return Next::Attribute(name, value, behind(end, 1));
    }
    let (value, after) = until(value, b" \t\n\x0C\r>");
    Next::Attribute(name, value, after)
}

/// A text from the first byte on that is none of these.
#[inline(never)]
fn past<'a>(text: &'a str, these: &[u8]) -> &'a str {
    let start = text.bytes().position(|byte| !these.contains(&byte));
    behind(text, start.unwrap_or(text.len()))
}

/// What stands before the rest of a text, and that.
#[inline(never)]
fn parted<'a>(text: &'a str, rest: &'a str) -> (&'a str, &'a str) {
    text.split_at_checked(text.len().saturating_sub(rest.len())).unwrap_or((text, ""))
}

/// White space as HTML has it.
const SPACES: &[u8] = b" \t\n\x0C\r";

/// White space as HTML has it.
pub(super) fn is_space(byte: u8) -> bool {
    SPACES.contains(&byte)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A text, or a tag with its attributes, as both tokenizers can say them.
    #[derive(Debug, PartialEq)]
    enum Said {
        Text(String),
        Open(String, Vec<(String, String)>),
        Close(String),
    }

    fn push(said: &mut Vec<Said>, text: &str) {
        match said.last_mut() {
            Some(Said::Text(before)) => before.push_str(text),
            _ if text.is_empty() => {}
            _ => said.push(Said::Text(text.to_owned())),
        }
    }

    fn own(html: &str) -> Vec<Said> {
        let mut said = Vec::new();
        for token in Tokens::new(html) {
            match token {
                Token::Text(text) => push(&mut said, &decoded(text, false)),
                Token::Open(tag) => {
                    let mut attributes = Vec::new();
                    let mut rest = tag.attributes;
                    while let Next::Attribute(name, _, after) = attribute(rest) {
                        attributes.push((name.to_ascii_lowercase(), tag.attribute(name).unwrap()));
                        rest = after;
                    }
                    attributes.sort();
                    attributes.dedup();
                    said.push(Said::Open(tag.name.to_ascii_lowercase(), attributes));
                }
                Token::Close(name) => said.push(Said::Close(name.to_ascii_lowercase())),
                Token::Unfinished(_) => {}
            }
        }
        said
    }

    fn browser(html: &str) -> Vec<Said> {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let mut emitter = html5gum::emitters::default::DefaultEmitter::default();
        emitter.naively_switch_states(false);
        let mut said = Vec::new();
        for Ok(token) in html5gum::Tokenizer::new_with_emitter(html, emitter) {
            match token {
                html5gum::Token::String(own) => push(&mut said, &text(&own)),
                html5gum::Token::StartTag(tag) => {
                    let mut attributes: Vec<_> = tag
                        .attributes
                        .iter()
                        .map(|(name, value)| (text(name), text(value)))
                        .collect();
                    attributes.sort();
                    said.push(Said::Open(text(&tag.name), attributes));
                }
                html5gum::Token::EndTag(tag) => said.push(Said::Close(text(&tag.name))),
                _ => {}
            }
        }
        said
    }

    #[test]
    fn tags_are_what_they_are_to_browsers() {
        for html in [
            "a < b <3 <> </> <é> </é>x",
            "<p>x</p >y< /p>",
            "<A HREF=x>y</A>",
            "<a href = 'a>b' title=\"c'd\" x=y/z>e",
            "<a href=>x",
            "<a =b=c>x",
            "<a b='1'c=\"2\"d=3>x",
            "<br/><br / ><img src=a/>",
            "<a b b=2>x",
            "<a href=\"x>lost",
            "<a",
            "x<",
            "x</",
            "<!-- a > b -->c<!--->d<!-->e<!-- - -- --!>f<!---->g<!--a--->h",
            "<!-- never closed <b>x",
            "<!DOCTYPE html><?xml version='1.0'?>x</ a>y",
            "<a href='?a=1&copy=2&amp;lt=3&lt'>&copy2",
            "<p/x>y",
        ] {
            assert_eq!(own(html), browser(html), "{html}");
        }
    }

    #[test]
    fn what_a_cdata_section_wraps_is_shown() {
        assert_eq!(
            own("<![CDATA[<b>a</b> b]]> c ]]>"),
            own("<b>a</b> b c ]]>"),
            "its markers are not"
        );
        assert_eq!(own("<![CDATA[a"), own("a"));
    }

    #[test]
    fn a_script_ends_where_its_own_end_tag_is() {
        let mut tokens = Tokens::new("if (a</b/) </scripts></SCRIPT x>c");
        tokens.skip_raw("script");
        assert_eq!(tokens.collect::<Vec<_>>(), [Token::Close("SCRIPT"), Token::Text("c")]);
        let mut tokens = Tokens::new("a</script");
        tokens.skip_raw("script");
        assert_eq!(tokens.next(), Some(Token::Unfinished("script")));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn any_soup_is_to_us_what_it_is_to_browsers(
            soup in prop::collection::vec(
                prop::sample::select(vec![
                    "<", ">", "/", "</", "<!--", "-->", "--!>", "-", "!", "?", "<!", "=", "'", "\"",
                    " ", "\n", "a", "B", "href", "p", "é", "&", "&amp;", "&lt", "&#65", "x",
                    "&eacute;", "<a href=", "<b>", "</b>", "<br/>", "[", "]",
                ]),
                0..24,
            )
        ) {
            let html = soup.concat();
            // Those are looked into; browsers take them for comments.
            prop_assume!(!html.contains("<!["));
            prop_assert_eq!(own(&html), browser(&html), "{}", html);
        }
    }
}
