//! HTML in the texts of others becomes text that is safe to show.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::format_push_string,
    reason = "a test may stop at what is wrong"
)]

use proptest::prelude::*;
use quote_timeline::rich::{Part, address, left_out, plain, read};

/// The parts in a shorthand: `p(` for what opens, `)` for what closes, `a[address](` for a link.
fn shown(html: &str) -> String {
    let mut text = String::new();
    read(html, &mut |part| match part {
        Part::Open(mark) => {
            text.push_str(mark.element());
            text.push('(');
        }
        Part::Link(address) => text.push_str(&format!("a[{address}](")),
        Part::Close => text.push(')'),
        Part::Text(own) => text.push_str(own),
        Part::Break => text.push('|'),
        Part::Image { address, alt } => text.push_str(&format!("img[{address}]({alt})")),
        Part::LeftOut(_) => {}
    });
    text
}

#[test]
fn html_as_timelines_have_it() {
    for (html, wanted) in [
        ("", ""),
        ("Plain.", "p(Plain.)"),
        ("  Plain,\tspaced \r\n", "p(Plain, spaced)"),
        ("AT&amp;T &eacute;&nbsp;!", "p(AT&T é\u{A0}!)"),
        // Emphasis.
        ("<p>A <b>b</b> <I>c</I> d</p>", "p(A strong(b) em(c) d)"),
        ("<u>a</u><s>b</s><del>c</del><ins>d</ins>", "p(u(a)s(b)s(c)u(d))"),
        ("H<sub>2</sub>O m<sup>2</sup>", "p(Hsub(2)O msup(2))"),
        (
            "<small>a</small> <q>b</q> <cite>c</cite> <code>d</code>",
            "p(small(a) q(b) cite(c) code(d))",
        ),
        // Crossed and unclosed tags.
        ("<b>a<i>b</b>c</i>d", "p(strong(aem(b))em(c)d)"),
        ("<b>a<p>b</p>c", "p(strong(a))p(strong(b))p(strong(c))"),
        ("<p>a<p>b", "p(a)p(b)"),
        ("a</b></p></div>b", "p(a)p(b)"),
        // Space goes outside.
        ("<a href=x>link </a>text", "p(a[x](link) text)"),
        ("a<b> b</b>", "p(a strong(b))"),
        // Lines.
        ("a<br>b", "p(a|b)"),
        ("a<br/><br>b<br />", "p(a)p(b)"),
        ("<p>&nbsp;</p><p></p><p>a</p><div><br></div>", "p(a)"),
        ("<div>a<div>b</div>c</div>", "p(a)p(b)p(c)"),
        ("<hr>a<hr/>b", "p(a)p(b)"),
        ("<h2>Head</h2>text", "p(strong(Head))p(text)"),
        ("<h3><b>Head</b></h3><p>text", "p(strong(strong(Head)))p(text)"),
        ("<h3>Head<p>text", "p(strong(Head))p(text)"),
        ("<pre>\n a\n  b</pre>", "pre( a\n  b)"),
        // Lists.
        ("<ul><li>a</li>\n<li>b</li></ul>c", "ul(li(a)li(b))p(c)"),
        ("<ol><li>a<li>b</ol>", "ol(li(a)li(b))"),
        ("<li>a<li>b", "ul(li(a)li(b))"),
        ("<ul>a<ul><li>b</ul></ul>", "ul(li(aul(li(b))))"),
        ("<ul><li>a<ul><li>b</li></ul>c</li><li>d</ul>", "ul(li(aul(li(b))c)li(d))"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "ul(li(p(a)p(b)))"),
        ("<ul><li>a<div>b</div></ul>", "ul(li(a|b))"),
        ("<ul><li>a<p></p>b<ul><li>c</ul>d<p>e</p>f</ul>", "ul(li(a|bul(li(c))dp(e)f))"),
        ("<dl><dt>a<dd>b</dl>", "p(strong(a))p(b)"),
        // Quotations, tables.
        ("<blockquote>a<p>b</blockquote>c", "blockquote(p(a)p(b))p(c)"),
        ("<table><tr><th>a</th><td>b</td></tr>\n<tr><td>c<td>d</table>", "p(a · b)p(c · d)"),
        // Transparent ones.
        ("<font color=red><span style='x'>a</span></font><o:p>b</o:p>", "p(ab)"),
        (
            "<figure><img src=a.png alt=A><figcaption>b</figcaption></figure>",
            "p(img[a.png](A))p(b)",
        ),
        ("<center>a</center><BIG>b</BIG>", "p(a)p(b)"),
        // Links.
        ("<a href='http://a.b/?c&amp;d'>e</a>", "p(a[http://a.b/?c&d](e))"),
        ("<A HREF=//a.b TARGET=_top onclick=x()>e</A>", "p(a[//a.b](e))"),
        ("<a href=a>b<a href=c>d</a>e", "p(a[a](b)a[c](d)e)"),
        ("<a>b</a><a name=x></a><a href=''>c</a>", "p(bc)"),
        // What is dropped.
        ("a<script>if (1 < 2) document.write('<b>x</b>')</script>b", "p(ab)"),
        ("a<style>b{}</style><!-- c --><iframe src=x>d</iframe>e", "p(ae)"),
        ("a<object><param><b>b</b><object></object></object>c<embed src=x>", "p(ac)"),
        ("a<svg><script></svg></script></svg>b", "p(ab)"),
        ("<![CDATA[<b>a</b>]]>", "p(strong(a))"),
        ("a\0b", "p(ab)"),
        ("1 < 2 & 3 > 2 <3", "p(1 < 2 & 3 > 2 <3)"),
    ] {
        assert_eq!(shown(html), wanted, "{html}");
    }
}

#[test]
fn line_ends_count_where_no_element_shapes_lines() {
    assert_eq!(shown("a\nb\r\n\r\nc &amp; d"), "p(a|b)p(c & d)");
    assert_eq!(shown("a\nb\n \n<b>c</b>"), "p(a b)p(strong(c))");
    assert_eq!(shown("<p>a\n\nb</p>"), "p(a b)");
    assert_eq!(shown("a<br>\n\nb"), "p(a|b)");
}

#[test]
fn links_lead_to_pages_and_mailboxes_only() {
    for href in [
        "javascript:alert(1)",
        "JaVa&#83;cript:alert(1)",
        "&#1;javascript&colon;alert(1)",
        "java&Tab;script&#58;alert(1)",
        "java\nscript:alert(1)",
        " data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:msgbox",
        "file:///etc/passwd",
    ] {
        let html = format!("a <a href=\"{href}\">b</a>");
        assert_eq!(shown(&html), "p(a b)", "{href}");
        assert_eq!(left_out(&html).len(), 1, "{href}");
    }
    assert_eq!(left_out("<a href='JavaScript:x()'>b</a>"), ["<a href=\"javascript:…\">"]);
}

#[test]
fn pictures_come_from_addresses_and_do_not_count_readers() {
    assert_eq!(shown("<img src='data:image/png;base64,AAAA' alt=A>"), "p(A)");
    assert_eq!(shown("a<img src=//t.example/p.gif width=1 height=1>"), "p(a)");
    assert_eq!(left_out("<img src='data:,'><img src=x width=1>"), ["<img>"]);
    assert_eq!(shown("<a href=b><img src=//a.b/c.png></a>"), "p(a[b](img[https://a.b/c.png]()))");
}

#[test]
fn what_is_left_out_is_named_once() {
    let html = "<SCRIPT>x</SCRIPT><script></script><form><input></form><blink>a</blink><p style=x>b<a href=\"";
    assert_eq!(left_out(html), ["<script>", "<form>", "<input>", "<blink>", "<a…"]);
    assert_eq!(left_out("Nothing & <b>nothing</b>"), [""; 0]);
}

#[test]
fn plain_text_has_a_line_for_each_block() {
    let html = "<h1>Head</h1><ul><li>a<br>b</li><li><q>c</q></li></ul><p><img src=x alt='A map'> d";
    assert_eq!(plain(html), "Head\na\nb\n“c”\nA map d");
    assert_eq!(plain("\u{202E}right\u{202C}"), "\u{202E}right\u{202C}");
}

#[test]
fn hostile_sizes_are_read_in_one_pass() {
    for piece in [
        "<",
        "</",
        "<a",
        "<!--",
        "<!",
        "&",
        "&#",
        "&#1",
        "&eacute",
        "<b>",
        "</b>",
        "<ul><li>",
        "<a href='",
        "<svg>",
        "<script>",
        "<![CDATA[",
        "]]>",
        "<p>",
        "<br>",
        "<a a a a",
        "-",
        "--!",
        "\n",
        "<td>",
        "<b></i>",
        "<blockquote>",
        "<a href=x>y",
    ] {
        // What is quadratic would take hours.
        let html = piece.repeat(40_000);
        let mut parts = 0_usize;
        read(&html, &mut |_| parts += 1);
        assert!(parts <= 20 * html.len() + 20, "{piece}");
        left_out(&html);
    }
}

/// Checks that what opens is closed, nests little and holds what it may hold.
fn check(html: &str) {
    let mut open: Vec<(&'static str, bool)> = Vec::new();
    let mut before = String::new();
    read(html, &mut |part| {
        let inside = open.last().copied();
        match part {
            Part::Open(mark) => {
                let block = mark.is_block();
                assert!(!block || inside.is_none_or(|(_, block)| block), "block in inline");
                assert!(block || inside.is_some_and(|(name, _)| name != "ul" && name != "ol"));
                let item = mark.element() == "li";
                let in_list = inside.is_some_and(|(name, _)| name == "ul" || name == "ol");
                assert_eq!(item, in_list, "items stand in lists, and nothing else does");
                assert!(!block || inside.is_none_or(|(name, _)| name != "p" && name != "pre"));
                open.push((mark.element(), block));
            }
            Part::Link(href) => {
                assert_eq!(address(href).as_deref(), Some(href));
                let scheme = href.split([':', '/', '?', '#', '\\']).next().unwrap();
                if href[scheme.len()..].starts_with(':') {
                    let scheme = scheme.to_lowercase();
                    assert!(["http", "https", "mailto"].contains(&scheme.as_str()), "{href}");
                }
                assert!(!href.chars().next().unwrap().is_control());
                assert!(open.iter().all(|(name, _)| *name != "a"), "a link in a link");
                assert!(inside.is_some());
                open.push(("a", false));
            }
            Part::Close => {
                assert!(before != "open", "something empty");
                open.pop().unwrap();
            }
            Part::Text(text) => {
                assert!(!text.is_empty() && !text.contains('\0') && before != "text");
                assert!(inside.is_some());
            }
            Part::Break | Part::Image { .. } => assert!(inside.is_some()),
            Part::LeftOut(name) => assert!(name.chars().count() <= 40),
        }
        assert!(open.len() <= 18);
        before = match part {
            Part::Open(_) | Part::Link(_) => "open".to_owned(),
            Part::Text(_) => "text".to_owned(),
            Part::LeftOut(_) => before.clone(),
            _ => String::new(),
        };
    });
    assert!(open.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn any_text_becomes_parts_that_nest(html in "\\PC{0,60}") {
        check(&html);
    }

    #[test]
    fn any_soup_of_tags_becomes_parts_that_nest(
        soup in prop::collection::vec(
            prop::sample::select(vec![
                "<b>", "</b>", "<i>", "</i>", "<p>", "</p>", "<br>", "<ul>", "</ul>", "<ol>", "</ol>",
                "<li>", "</li>", "<blockquote>", "</blockquote>", "<h2>", "</h2>", "<a href=x>",
                "<a href='javascript:x'>", "</a>", "<div>", "</div>", "<table>", "<tr>", "<td>", "</table>",
                "<pre>", "</pre>", "<dt>", "<dd>", "<img src=a alt=b>", "<script>", "</script>", "<svg>",
                "</svg>", "<![CDATA[", "]]>", "x", " ", "\n", "&nbsp;", "&lt;", "é", "<", "\0", "<q>", "</q>",
            ]),
            0..40,
        )
    ) {
        let html = soup.concat();
        check(&html);
        // What is plain stays as it is, but for spaces that were kept.
        let text = plain(&html);
        prop_assume!(!html.contains("<pre>"));
        prop_assert_eq!(plain(&text.replace('&', "&amp;").replace('<', "&lt;")), text);
    }

    #[test]
    fn disguised_schemes_are_refused(
        letters in prop::collection::vec(
            prop::sample::select(vec!["", "", "", "\t", "\n", "&#9;", "&Tab;", "&NewLine;", "\r"]), 11),
        before in prop::sample::select(vec!["", " ", "\u{1}", "&#x1F;", "\n"]),
        upper in any::<u16>(),
    ) {
        let mut href = before.to_owned();
        for (place, letter) in "javascript:".chars().enumerate() {
            let letter = if upper >> place & 1 == 1 { letter.to_ascii_uppercase() } else { letter };
            href.push(letter);
            href.push_str(letters[place]);
        }
        let html = format!("<a href=\"{href}alert(1)\">x</a>");
        prop_assert_eq!(shown(&html), "p(x)");
    }
}
