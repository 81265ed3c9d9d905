//! What becomes of each element.

use super::Mark;
use super::table::find;

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A block that holds others.
    Block(Mark),
    /// Shapes the text in it.
    Inline(Mark),
    /// A paragraph of its own.
    Paragraph,
    /// A paragraph that is strong: a heading, a term.
    Heading,
    /// Stands apart from what is around it, and has no shape of its own.
    Apart,
    /// A cell of a table: parted from the one before it in its row.
    Cell,
    /// Ends a line.
    Break,
    Link,
    Image,
    /// The text in it is shown as if it were not there.
    Transparent,
    /// As [`Role::Transparent`], but what it does is lost: a form, an element nobody knows.
    Unknown,
    /// Never shown; it has no end tag.
    Void,
    /// Never shown, with all that is in it, up to its end tag.
    Dropped,
    /// The same, and there is no markup in it.
    Raw,
}

/// The elements with a sign for what becomes of each, sorted as [`find`] asks for.
const ELEMENTS: &str = "\
    a@ abbr= acronym= address| applet& article| aside| audio& b* base! bdi= bdo= big= blockquote> br~ \
    button? canvas& caption| center| cite( code` col= colgroup| command! data= datalist& dd¶ del- \
    details| dfn/ dir• div| dl| dt# em/ embed! fieldset| figcaption| figure| font= footer| form? \
    frame! frameset& h1# h2# h3# h4# h5# h6# head| header| hgroup| hr| html| i/ iframe% img$ input! \
    ins_ kbd` label= legend| li; link! main| map= mark= math& menu• meta! nav| nobr= noembed% \
    noframes% noscript% object& ol№ optgroup& option& output= p¶ param! picture= pre' q\" rb= rp= rt= \
    ruby= s- samp` script% search| section| select& small, source= span= strike- strong* style% sub. \
    summary| sup^ svg& table| tbody| td+ template& textarea% tfoot| th+ thead| time= title% tr| track= \
    tt` u_ ul• var/ video& wbr= xmp%";

/// The signs, but for that of elements that are known to be lost.
static ROLES: [(char, Role); 26] = [
    ('>', Role::Block(Mark::Quotation)),
    ('•', Role::Block(Mark::List)),
    ('№', Role::Block(Mark::Numbered)),
    ('\'', Role::Block(Mark::Preformatted)),
    (';', Role::Block(Mark::Item)),
    ('*', Role::Inline(Mark::Strong)),
    ('/', Role::Inline(Mark::Emphasis)),
    ('_', Role::Inline(Mark::Underline)),
    ('-', Role::Inline(Mark::Strike)),
    (',', Role::Inline(Mark::Small)),
    ('.', Role::Inline(Mark::Sub)),
    ('^', Role::Inline(Mark::Sup)),
    ('"', Role::Inline(Mark::Quote)),
    ('(', Role::Inline(Mark::Cite)),
    ('`', Role::Inline(Mark::Code)),
    ('¶', Role::Paragraph),
    ('#', Role::Heading),
    ('|', Role::Apart),
    ('+', Role::Cell),
    ('~', Role::Break),
    ('@', Role::Link),
    ('$', Role::Image),
    ('=', Role::Transparent),
    ('!', Role::Void),
    ('&', Role::Dropped),
    ('%', Role::Raw),
];

/// The longest name above, in letters.
const LONGEST: usize = 10;

/// What becomes of the element of a name, in whatever case.
pub(super) fn role(name: &str) -> Role {
    if name.len() > LONGEST {
        return Role::Unknown;
    }
    let small = name.to_ascii_lowercase();
    let sign = find(ELEMENTS, &small);
    let known = ROLES.iter().find(|(own, _)| sign == Some(*own));
    known.map_or(Role::Unknown, |(_, role)| *role)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_name_is_found() {
        let mut before = "";
        for entry in ELEMENTS.split(' ') {
            let end = entry.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap();
            let (name, sign) = entry.split_at(end);
            assert!(before < name && name.len() <= LONGEST, "{name}");
            assert_eq!(find(ELEMENTS, name), sign.chars().next());
            before = name;
        }
        assert_eq!(role("STRONG"), Role::Inline(Mark::Strong));
        assert_eq!(role("li"), Role::Block(Mark::Item));
        assert_eq!(role("o:p"), Role::Unknown);
        assert_eq!(role("marquee"), Role::Unknown);
    }
}
