//! The place in an article where words stand: text fragments
//! (<https://wicg.github.io/scroll-to-text-fragment/>, `url#:~:text=start,end`).

use super::percent;
use crate::collate::letters::{cut, is_space, trim};
use crate::collate::search::holds;
use crate::dossier::{Article, Piece, Reading, Text};

/// So many characters of words are named whole; of longer ones beginning and end are enough.
const WHOLE: usize = 90;
/// At least so many characters of a beginning or an end are named.
const ENOUGH: usize = 28;
/// A stretch with fewer characters may stand anywhere in an article.
const TELLING: usize = 12;

/// The address of an article at the words that a reading prints; without the words where their
/// place cannot be said; nothing where the article has no address on the web.
///
/// A fragment of the address's own is kept, unless a page reads it as its own route (`#/`, `#!`),
/// or it has a directive already.
///
/// ```
/// use quote_timeline::{cite::passage, dossier::read};
///
/// let (affair, _) = read(include_bytes!("../../data/affair.json"))?;
/// let (article, reading) = (&affair.articles[0], &affair.quotes[2].readings[0]);
/// let address = passage::address(article, reading).unwrap();
/// assert!(address.contains("#:~:text=L%27activit%C3%A9%20commerciale%20nous%20permettra,"));
/// # Ok::<(), quote_timeline::dossier::Problem>(())
/// ```
pub fn address(article: &Article, reading: &Reading) -> Option<String> {
    let url = article.url.as_deref()?;
    if !is_web_address(url) {
        return None;
    }
    let mut address = url.to_owned();
    let own = cut(url, b'#').1;
    let taken =
        own.is_some_and(|own| matches!(own.as_bytes(), [b'/' | b'!', ..]) || holds(own, ":~:"));
    if let Some(directive) = directive(&reading.text).filter(|_| !taken) {
        address.push_str(if own.is_none() { "#:~:" } else { ":~:" });
        address.push_str(&directive);
    }
    Some(address)
}

/// Only addresses that a browser opens as a page: no script hides in a link.
pub fn is_web_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// The directive that finds words in a page, `text=start` or `text=start,end`; nothing for no
/// words.
///
/// Where the article's own words interrupt, the first stretch between them that is long enough to
/// be found is named, or else the longest.
///
/// ```
/// use quote_timeline::{cite::passage::directive, dossier::{Piece, Text}};
///
/// let text = Text(vec![
///     Piece::Words("Non, ".into()),
///     Piece::Outside("dit-il, ".into()),
///     Piece::Words("nous gardons deux gammes".into()),
/// ]);
/// assert_eq!(directive(&text).as_deref(), Some("text=nous%20gardons%20deux%20gammes"));
/// ```
pub fn directive(text: &Text) -> Option<String> {
    let stretch = stretch(text)?;
    let mut directive = String::from("text=");
    let (start, end) = ends(&stretch).unwrap_or((&stretch, ""));
    percent::encode(&mut directive, start, "._~");
    if !end.is_empty() {
        directive.push(',');
        percent::encode(&mut directive, end, "._~");
    }
    Some(directive)
}

/// The words that are looked for, as one line.
fn stretch(text: &Text) -> Option<String> {
    let mut stretches = vec![String::new()];
    for piece in &text.0 {
        match piece {
            Piece::Words(words) => stretches.last_mut()?.push_str(words),
            Piece::Outside(_) => stretches.push(String::new()),
        }
    }
    let mut longest = String::new();
    for stretch in stretches {
        let stretch = trim(&stretch);
        let length = letters(stretch);
        if length > letters(&longest) {
            stretch.clone_into(&mut longest);
            if length >= TELLING {
                break;
            }
        }
    }
    (!longest.is_empty()).then_some(longest)
}

/// How many characters a text has. (The standard library's way is quick, and large.)
fn letters(text: &str) -> usize {
    let mut count = 0;
    for byte in text.bytes() {
        // Every byte but those that go on with a character.
        count += usize::from(byte & 0xC0 != 0x80);
    }
    count
}

/// The first and the last words of a long stretch, whole ones, that do not overlap; nothing for a
/// short one, and for one in which words cannot be told apart.
fn ends(stretch: &str) -> Option<(&str, &str)> {
    let mut left = letters(stretch);
    if left <= WHOLE {
        return None;
    }
    let (mut start, mut end) = (None, None);
    for (seen, (at, letter)) in stretch.char_indices().enumerate() {
        left -= 1;
        if is_edge(letter) {
            // A mark such as 。 belongs to the words before it, a space to none.
            let until = if is_space(letter) { at } else { at + letter.len_utf8() };
            if seen >= ENOUGH && start.is_none() {
                start = Some(until);
            } else if left >= ENOUGH && start.is_some() {
                end = Some(at + letter.len_utf8());
            }
        }
    }
    let (start, end) = (stretch.get(..start?)?, stretch.get(end?..)?);
    Some((trim(start), trim(end)))
}

/// Whether words end at a character, in every browser's eyes.
fn is_edge(letter: char) -> bool {
    is_space(letter) || matches!(letter, '。' | '、' | '，' | '！' | '？' | '；' | '：')
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::dossier::read;
    use proptest::prelude::*;

    fn words(text: &str) -> Text {
        Text(vec![Piece::Words(text.into())])
    }

    #[test]
    fn an_address_keeps_its_own_fragment_but_a_route() {
        let (dossier, _) = read(include_bytes!("../../data/affair.json")).unwrap();
        let reading = &dossier.quotes[4].readings[0];
        let at = |url: &str| {
            let mut article = dossier.articles[0].clone();
            article.url = Some(url.into());
            address(&article, reading)
        };
        let text = "text=l%E2%80%99open%20source%20est%20la%20meilleure%20mani%C3%A8re%20de%20rendre%20l%E2%80%99IA%20s%C3%BBre";
        assert_eq!(at("https://a.fr/b"), Some(format!("https://a.fr/b#:~:{text}")));
        assert_eq!(at("https://a.fr/b#c"), Some(format!("https://a.fr/b#c:~:{text}")));
        for own in ["https://a.fr/#/b", "https://a.fr/#!b", "https://a.fr/#:~:text=b"] {
            assert_eq!(at(own).as_deref(), Some(own));
        }
        assert_eq!(at("javascript:alert(1)"), None);
        assert_eq!(at("b.html"), None);
    }

    #[test]
    fn hyphens_commas_and_ampersands_are_never_bare() {
        let directive = directive(&words("peut-être, R&D — oui")).unwrap();
        assert_eq!(directive, "text=peut%2D%C3%AAtre%2C%20R%26D%20%E2%80%94%20oui");
    }

    #[test]
    fn long_words_without_spaces_are_cut_at_their_marks() {
        let sentence = "私たちはオープンソースを放棄しません。そしてモデルを公開し続けます。";
        let long = sentence.repeat(4);
        let found = directive(&words(&long)).unwrap();
        assert!(found.contains(',') && found.len() < long.len() * 3, "{found}");
        let unmarked = "漢".repeat(120);
        assert!(!directive(&words(&unmarked)).unwrap().contains(','));
        assert_eq!(directive(&words(" ")), None);
        assert_eq!(directive(&Text(vec![Piece::Outside("rien".into())])), None);
    }

    fn text() -> impl Strategy<Value = Text> {
        let piece = prop_oneof![
            4 => "([a-zéœ’,&%\\-«» \u{a0}]{1,12} ?){1,12}".prop_map(|words| Piece::Words(words.into())),
            1 => "[a-z ]{0,9}".prop_map(|words| Piece::Outside(words.into())),
        ];
        prop::collection::vec(piece, 0..8).prop_map(Text)
    }

    proptest! {
        #[test]
        fn a_directive_names_words_of_the_reading_in_their_order(text in text()) {
            let Some(found) = directive(&text) else { return Ok(()) };
            let found = found.strip_prefix("text=").unwrap();
            let parts: Vec<String> =
                found.split(',').map(|part| percent::decode(part).unwrap()).collect();
            prop_assert!(parts.len() <= 2 && !found.contains(['-', '&']));
            let runs: Vec<String> = text.0.split(|piece| matches!(piece, Piece::Outside(_)))
                .map(|run| run.iter().map(|piece| match piece {
                    Piece::Words(words) | Piece::Outside(words) => &**words,
                }).collect())
                .collect();
            let inside = |run: &String| {
                let Some((_, after)) = run.split_once(&parts[0]) else { return false };
                parts.get(1).is_none_or(|end| after.contains(end.as_str()))
            };
            prop_assert!(runs.iter().any(inside), "{parts:?} in {runs:?}");
        }
    }
}
