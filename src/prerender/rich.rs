//! Texts in HTML, written anew from what of them is safe.

use crate::rich::{Mark, Part, read};

use super::page::{escape, escape_attribute, link};

/// A text in HTML with nothing left in it but text, its shape, and links. Pictures become links:
/// a page that is only read asks no other server for anything.
pub(super) fn html(text: &str) -> String {
    let mut html = String::new();
    let mut open: Vec<&str> = Vec::new();
    read(text, &mut |part| match part {
        Part::Open(mark) => {
            html.push_str(&["<", mark.element(), ">"].concat());
            // A line break right after this tag is not read.
            if mark == Mark::Preformatted {
                html.push('\n');
            }
            open.push(mark.element());
        }
        Part::Link(address) => {
            html.push_str(&["<a href=\"", &escape_attribute(address), "\">"].concat());
            open.push("a");
        }
        Part::Close => html.push_str(&["</", open.pop().unwrap_or_default(), ">"].concat()),
        Part::Text(words) => html.push_str(&escape(words)),
        Part::Break => html.push_str("<br>"),
        Part::Image { address, alt } => {
            let alt = escape(if alt.is_empty() { address } else { alt });
            // A link in a link would end it.
            let linked = open.contains(&"a");
            html.push_str(&if linked { alt } else { link(Some(address), &alt) });
        }
        Part::LeftOut(_) => {}
    });
    html
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn shape_and_links_are_kept_and_nothing_else() {
        assert_eq!(
            html(
                "<p class=x>Le <b onclick=y()>but</b> &amp; <a href='/a?b&c'>un lien</a><script>z()</script></p>"
            ),
            "<p>Le <strong>but</strong> &amp; <a href=\"/a?b&amp;c\">un lien</a></p>"
        );
        let picture = html("<a href=/a><img src=b.jpg alt='une carte'></a><img src=c.jpg>");
        assert!(picture.contains("<a href=\"/a\">une carte</a>"), "{picture}");
        assert!(picture.contains("<a href=\"c.jpg\">c.jpg</a>"), "{picture}");
        assert!(!html("<a href='javascript:x()'>no</a>").contains("href"));
    }
}
