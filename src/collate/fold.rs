//! Folding: case, accents and typography taken away, so that a reader finds what was meant.

use super::letters::{bare, cut, is_invisible, is_mark, is_space, lower, split_first};
use std::ops::Range;

/// What one character folds to.
pub(super) enum Plain {
    /// One character, often itself.
    One(char),
    /// Several, as œ does.
    Many(&'static str),
    /// Nothing: a mark, or a character that is not seen.
    Nothing,
}

/// What one character folds to, its accent left on: small letters, plain quotation marks,
/// apostrophes, hyphens and spaces, ligatures spelt out.
pub(super) fn plain(letter: char) -> Plain {
    if letter.is_ascii_alphanumeric() {
        return Plain::One(letter.to_ascii_lowercase());
    }
    if is_space(letter) {
        return Plain::One(' ');
    }
    if is_invisible(letter) {
        return Plain::Nothing;
    }
    // Only where such characters are: the table is read from its start.
    if matches!(letter,
        '`' | '\u{80}'..'\u{C0}' | 'Æ' | 'Þ' | 'ß' | 'æ' | 'þ' | '\u{131}'..'\u{300}'
        | '\u{1D00}'..'\u{1E00}' | 'ẞ' | '\u{2000}'..'\u{3020}' | '\u{FB00}'..='\u{FB06}'
        | '\u{FF00}'..='\u{FF70}')
        && let Some(spelt) = spelt(letter)
    {
        return match split_first(spelt) {
            Some((one, "")) => Plain::One(one),
            _ => Plain::Many(spelt),
        };
    }
    Plain::One(match letter {
        '،' => ',',
        '؛' => ';',
        '؟' => '?',
        // Arabic letters that writers use for one another, as Lucene's normaliser has them.
        'ة' => 'ه',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        // Digits: Arabic, Persian; then full-width ASCII.
        '\u{660}'..='\u{669}' => shifted(letter, 0x660 - 0x30),
        '\u{6F0}'..='\u{6F9}' => shifted(letter, 0x6F0 - 0x30),
        '\u{FF01}'..='\u{FF5E}' => shifted(letter, 0xFF01 - 0x21).to_ascii_lowercase(),
        _ => lower(letter),
    })
}

/// Characters that are written otherwise, each with what is written for it.
const SPELT: &str = "\
    ’' «\" »\" –- œoe Œoe …... “\" ”\" ‘' —- ‑- ‐- `' ´' ‚' ‛' ʹ' ʻ' ʼ' ʽ' ′' ＇' ｀' ‹\" ›\" „\" ‟\" ″\" 「\" \
    」\" 『\" 』\" 〝\" 〞\" 〟\" ＂\" ‒- ―- −- －- 。. ．. ｡. 、, ､, æae Æae ǽae Ǽae ǣae Ǣae ßss ẞss þth Þth \
    ĳij Ĳij Ǆdz ǅdz ǆdz Ǳdz ǲdz ǳdz Ǉlj ǈlj ǉlj Ǌnj ǋnj ǌnj ŉ'n ﬀff ﬁfi ﬂfl ﬃffi ﬄffl ﬅst ﬆst №no ‥.. \
    ªa ºo ¹1 ²2 ³3 ᵈd ᵉe ʳr ˢs";

/// What is written for a character, the raised letters of ordinals (2ᵉ, 1ᵉʳ) among them.
fn spelt(letter: char) -> Option<&'static str> {
    let mut rest = Some(SPELT);
    while let Some(text) = rest {
        let (entry, after) = cut(text, b' ');
        if let Some((first, spelt)) = split_first(entry)
            && first == letter
        {
            return Some(spelt);
        }
        rest = after;
    }
    None
}

/// The character so many places further down.
fn shifted(letter: char, down: u32) -> char {
    char::from_u32(u32::from(letter) - down).unwrap_or(letter)
}

/// A text without case, accents and typography.
///
/// Apostrophes and quotation marks become `'` and `"`, dashes `-`, an ellipsis three points,
/// white space of any width and number one space; œ becomes `oe`, ß `ss`; combining marks and
/// invisible characters go. Latin, Greek, Cyrillic and Arabic are covered as far as newspapers
/// use them; other scripts pass unchanged. Folding twice changes nothing more.
///
/// ```
/// use quote_timeline::collate::fold::fold;
///
/// assert_eq!(fold("L’Œuvre\u{a0}: « ÉTÉ »…"), "l'oeuvre : \" ete \"...");
/// assert_eq!(fold("Straße, Łódź, Ελλάδα, Ёлка"), "strasse, lodz, ελλαδα, елка");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded, &mut |_, _| {});
    folded
}

/// Appends the folded text and tells, for each character that leaves something, where it stood
/// and how many bytes it left.
pub(super) fn fold_into(text: &str, folded: &mut String, left: &mut dyn FnMut(usize, usize)) {
    let mut spaced = false;
    let mut rest = text;
    while let Some((letter, after)) = split_first(rest) {
        let (at, before) = (text.len() - rest.len(), folded.len());
        rest = after;
        match plain(letter) {
            Plain::Nothing => continue,
            Plain::One(' ') if spaced => continue,
            Plain::One(mark) if is_mark(mark) => continue,
            Plain::One(letter) => folded.push(bare(letter)),
            Plain::Many(letters) => folded.push_str(letters),
        }
        spaced = folded.as_bytes().last() == Some(&b' ');
        left(at, folded.len() - before);
    }
}

/// A folded text that knows where each of its bytes came from.
///
/// ```
/// use quote_timeline::collate::fold::Folded;
///
/// let folded = Folded::new("Le cœur net");
/// assert_eq!(folded.text(), "le coeur net");
/// assert_eq!(folded.original(3..8), 3..8); // "coeur" is "cœur": five bytes each
/// assert_eq!(folded.original(4..5), 4..6); // "o" is the first half of "œ"
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, where the character it comes from begins; then the length of the
    /// original. What folds to nothing belongs to the character before it.
    from: Vec<usize>,
}

impl Folded {
    /// Folds a text, keeping the way back.
    pub fn new(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut from = Vec::with_capacity(original.len() + 1);
        fold_into(original, &mut text, &mut |at, bytes| {
            from.resize(from.len() + bytes, at);
        });
        from.push(original.len());
        Self { text, from }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that a range of the folded text comes from: whole characters
    /// with the marks that follow them. An empty or foreign range gives an empty one.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let end_of_text = self.from.last().copied().unwrap_or(0);
        let start = self.from.get(range.start).copied().unwrap_or(end_of_text);
        let last = range.end.checked_sub(1).filter(|_| !range.is_empty());
        let Some((last, rest)) = last.and_then(|last| self.from.get(last..)?.split_first()) else {
            return start..start;
        };
        start..*rest.iter().find(|next| *next > last).unwrap_or(&end_of_text)
    }
}

/// Where a folded needle occurs in a text: ranges of the text's own bytes, to be marked.
///
/// Ranges are in order, do not overlap and lie on character boundaries. Each folds to the needle,
/// or to a little more where the needle ends inside a ligature. An empty needle occurs nowhere.
///
/// ```
/// use quote_timeline::collate::fold::{find_all, fold};
///
/// let text = "L’objectif n’est pas d’abandonner l’open\u{a0}source";
/// let found = find_all(text, &fold("l'objectif"));
/// assert_eq!(found, [0..12]);
/// let found = find_all(text, &fold("Open source"));
/// assert_eq!(found.len(), 1);
/// assert_eq!(&text[found[0].clone()], "open\u{a0}source");
/// ```
pub fn find_all(haystack: &str, needle_folded: &str) -> Vec<Range<usize>> {
    let folded = Folded::new(haystack);
    let mut found: Vec<Range<usize>> = Vec::new();
    if needle_folded.is_empty() {
        return found;
    }
    let (bytes, needle) = (folded.text.as_bytes(), needle_folded.as_bytes());
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| rest.len() >= needle.len()) {
        let mut step = 1;
        if rest.starts_with(needle) {
            let range = folded.original(at..at + needle.len());
            if found.last().is_none_or(|last| last.end <= range.start) {
                found.push(range);
                step = needle.len();
            }
        }
        at += step;
    }
    found
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marked<'t>(text: &'t str, query: &str) -> Vec<&'t str> {
        find_all(text, &fold(query)).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn typography_does_not_matter() {
        assert_eq!(fold("« l’“open source” »"), "\" l'\"open source\" \"");
        assert_eq!(fold("8\u{202f}% –\u{a0}GPT‑4…"), "8 % - gpt-4...");
        assert_eq!(fold("à  la\n\tune"), "a la une");
        assert_eq!(fold("２０２４年、ＡＩ。"), "2024年,ai.");
        assert_eq!(fold("Ｍistral\u{ad}\u{200b}"), "mistral");
    }

    #[test]
    fn arabic_is_found_without_its_vowels() {
        assert_eq!(fold("المَصْدَر المفتوـــح ٢٠٢٤"), fold("المصدر المفتوح 2024"));
        assert_eq!(fold("أإآ"), "ااا");
    }

    #[test]
    fn what_the_reader_typed_is_what_is_marked() {
        assert_eq!(
            marked("l’open source, L’OPEN  SOURCE", "open source"),
            ["open source", "OPEN  SOURCE"]
        );
        assert_eq!(marked("Le cœur", "coe"), ["cœ"]);
        assert_eq!(marked("Le cœur", "co"), ["cœ"]);
        assert_eq!(marked("e\u{301}te\u{301} !", "ete"), ["e\u{301}te\u{301}"]);
        assert_eq!(marked("Attendez…", "."), ["…"]);
        assert_eq!(marked("aaa", "aa"), ["aa"]);
        assert!(marked("rien", "").is_empty());
    }

    fn text() -> impl Strategy<Value = String> {
        let letter = prop_oneof![
            4 => prop::char::range('a', 'e'),
            2 => prop::sample::select("ÉéœŒßﬃ…’«» \u{a0}\u{202f}\u{301}\u{327}\u{ad}—İıΆςЙё٣ـَأＡ漢が\n".chars().collect::<Vec<_>>()),
            1 => any::<char>(),
        ];
        prop::collection::vec(letter, 0..24).prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in text()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
            prop_assert_eq!(Folded::new(&text).text, once);
        }

        #[test]
        fn a_mark_covers_what_was_searched(text in text(), start in 0_usize..20, length in 1_usize..4) {
            let needle: String = fold(&text).chars().skip(start).take(length).collect();
            let found = find_all(&text, &needle);
            prop_assert_eq!(found.is_empty(), needle.is_empty());
            let mut end = 0;
            for range in found {
                prop_assert!(range.start >= end && !range.is_empty());
                end = range.end;
                // `get` is None off a character boundary.
                let folded = text.get(range.clone()).map(fold).unwrap_or_default();
                prop_assert!(folded.contains(&needle), "{:?} in {:?}", needle, folded);
                let next = text[range.end..].chars().next();
                prop_assert!(!next.is_some_and(is_mark));
            }
        }
    }
}
