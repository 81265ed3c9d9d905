//! Character references: `&eacute;`, `&#233;`, `&#xE9;`.
//!
//! WHATWG HTML, 13.2.5.72 to 80. Of its 2231 names those are known that texts have: all of HTML 4, the
//! letters of Latin Extended-A and ASCII punctuation. A name that is not known stays as it is written.

use super::cut::{after, behind};
use super::table::find;
use crate::collate::letters::{accent, bare, lower, split_first as split_letter};

/// Names with their characters, but for those of accented letters, sorted as [`find`] asks for.
const NAMES: &str = "\
    AEligÆ AMP& AbreveĂ AlphaΑ BetaΒ COPY© CcedilÇ ChiΧ Dagger‡ DeltaΔ DstrokĐ ENGŊ ETHÐ EpsilonΕ \
    EtaΗ GT> GammaΓ GbreveĞ GcedilĢ Hat^ HstrokĦ IJligĲ Idotİ IotaΙ KappaΚ KcedilĶ LT< LambdaΛ \
    LcedilĻ LmidotĿ LstrokŁ MuΜ NcedilŅ NewLine\n NuΝ OEligŒ OmegaΩ OmicronΟ OslashØ PhiΦ PiΠ \
    Prime″ PsiΨ QUOT\" REG® RcedilŖ RhoΡ ScedilŞ SigmaΣ THORNÞ Tab\t TauΤ TcedilŢ ThetaΘ TstrokŦ \
    UbreveŬ UpsilonΥ XiΞ ZetaΖ abreveă acute´ aeligæ alefsymℵ alphaα amp& and∧ ang∠ apos' ast* \
    asymp≈ bdquo„ betaβ brvbar¦ bsol\\ bull• cap∩ ccedilç cedil¸ cent¢ chiχ circˆ clubs♣ colon: \
    comma, commat@ cong≅ copy© crarr↵ cup∪ curren¤ dArr⇓ dagger† darr↓ deg° deltaδ diams♦ divide÷ \
    dollar$ dstrokđ empty∅ emsp\u{2003} engŋ ensp\u{2002} epsilonε equals= equiv≡ etaη ethð euro€ \
    excl! exist∃ fnofƒ forall∀ frac12½ frac14¼ frac34¾ frasl⁄ gammaγ gbreveğ ge≥ grave` gt> hArr⇔ \
    harr↔ hearts♥ hellip… hstrokħ iexcl¡ ijligĳ imageℑ imathı infin∞ int∫ iotaι iquest¿ isin∈ \
    kappaκ kcedilķ kgreenĸ lArr⇐ lambdaλ lang⟨ laquo« larr← lcedilļ lceil⌈ lcub{ ldquo“ le≤ \
    lfloor⌊ lmidotŀ lowast∗ lowbar_ loz◊ lpar( lrm\u{200E} lsaquo‹ lsqb[ lsquo‘ lstrokł lt< macr¯ \
    mdash— microµ middot· minus− muμ nabla∇ naposŉ nbsp\u{A0} ncedilņ ndash– ne≠ ni∋ not¬ notin∉ \
    nsub⊄ nuν num# oeligœ oline‾ omegaω omicronο oplus⊕ or∨ ordfª ordmº oslashø otimes⊗ para¶ \
    part∂ percnt% period. permil‰ perp⊥ phiφ piπ pivϖ plus+ plusmn± pound£ prime′ prod∏ prop∝ psiψ \
    quest? quot\" rArr⇒ radic√ rang⟩ raquo» rarr→ rcedilŗ rceil⌉ rcub} rdquo” realℜ reg® rfloor⌋ \
    rhoρ rlm\u{200F} rpar) rsaquo› rsqb] rsquo’ sbquo‚ scedilş sdot⋅ sect§ semi; shy\u{AD} sigmaσ \
    sigmafς sim∼ sol/ spades♠ sub⊂ sube⊆ sum∑ sup⊃ sup1¹ sup2² sup3³ supe⊇ szligß tauτ tcedilţ \
    there4∴ thetaθ thetasymϑ thinsp\u{2009} thornþ tilde˜ times× trade™ tstrokŧ uArr⇑ uarr↑ \
    ubreveŭ uml¨ upsihϒ upsilonυ verbar| weierp℘ xiξ yen¥ zetaζ zwj\u{200D} zwnj\u{200C}";

/// Accents as names say them, each with its mark: those whose names the standard has for every letter
/// of Latin-1 and Latin Extended-A that bears them.
const ACCENTS: &str = "acute\u{301} caron\u{30C} circ\u{302} dblac\u{30B} dot\u{307} grave\u{300} \
    macr\u{304} ogon\u{328} ring\u{30A} tilde\u{303} uml\u{308}";

/// What the numbers 128 to 159 mean: the characters that windows-1252 has there (13.2.5.80).
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";

/// The longest name without a semicolon, `frac12` or `Aacute`, in letters.
const LONGEST_BARE: usize = 6;

/// The longest name of all, `thetasym` or `Epsilon;`, in letters.
const LONGEST: usize = 8;

/// The first character of a text, a reference replaced by what it means, and the text behind it.
///
/// In an attribute a name without semicolon is not a reference where a letter, a digit or `=` follows:
/// `?a=1&copy=2` is an address.
pub(super) fn split_first(text: &str, in_attribute: bool) -> Option<(char, &str)> {
    if let Some(name) = after(text, b'&')
        && let Some(found) = reference(name, in_attribute)
    {
        return Some(found);
    }
    split_letter(text)
}

/// A text with its references replaced.
pub(super) fn decoded(text: &str, in_attribute: bool) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((letter, after)) = split_first(rest, in_attribute) {
        out.push(letter);
        rest = after;
    }
    out
}

/// The reference that begins behind an ampersand.
#[inline(never)]
fn reference(text: &str, in_attribute: bool) -> Option<(char, &str)> {
    if let Some(number) = after(text, b'#') {
        return match after(number, b'x').or_else(|| after(number, b'X')) {
            Some(number) => numeric(number, 16),
            None => numeric(number, 10),
        };
    }
    let letters = text.bytes().take(LONGEST + 1);
    let length = letters.take_while(u8::is_ascii_alphanumeric).count();
    let (name, rest) = text.split_at_checked(length)?;
    if let Some(rest) = after(rest, b';') {
        return Some((named(name)?, rest));
    }
    if in_attribute && (length > LONGEST || after(rest, b'=').is_some()) {
        return None;
    }
    // The names of HTML 2 may lack the semicolon; the longest counts: `&notit` is “¬it”.
    for end in (2..=length.min(LONGEST_BARE)).rev() {
        let (name, rest) = text.split_at_checked(end)?;
        if let Some(letter @ ('"' | '&' | '<' | '>' | '\u{A0}'..='\u{FF}')) = named(name) {
            return (!in_attribute || end == length).then_some((letter, rest));
        }
    }
    None
}

/// What a name means.
#[inline(never)]
fn named(name: &str) -> Option<char> {
    find(NAMES, name).or_else(|| accented(name))
}

/// The letter of a name such as `eacute`.
fn accented(name: &str) -> Option<char> {
    let (letter, mark) = split_letter(name)?;
    let mark = find(ACCENTS, mark)?;
    let small = lower(letter);
    for code in 0xC0..0x180 {
        let made = char::from_u32(code)?;
        let made_small = lower(made);
        if bare(made_small) == small
            && accent(made_small) == Some(mark)
            && (made == made_small) == (letter == small)
        {
            return Some(made);
        }
    }
    None
}

/// The character of a number, and the text behind it.
fn numeric(text: &str, base: u32) -> Option<(char, &str)> {
    let mut code = None;
    let mut rest = text;
    while let Some(digit) = rest.bytes().next().and_then(|digit| char::from(digit).to_digit(base)) {
        let so_far: u32 = code.unwrap_or_default();
        code = Some(so_far.saturating_mul(base).saturating_add(digit));
        rest = behind(rest, 1);
    }
    let code = code?;
    let letter = match code {
        0 => None,
        0x80..=0x9F => {
            let mut row = WINDOWS_1252;
            for _ in 0x80..code {
                row = split_letter(row)?.1;
            }
            Some(split_letter(row)?.0)
        }
        _ => char::from_u32(code),
    };
    Some((letter.unwrap_or(char::REPLACEMENT_CHARACTER), after(rest, b';').unwrap_or(rest)))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    fn text(source: &str) -> String {
        decoded(source, false)
    }

    #[test]
    fn every_name_means_what_a_browser_takes_it_for() {
        for entry in NAMES.split(' ') {
            let end = entry.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap();
            let (name, letter) = entry.split_at(end);
            let source = format!("&{name};");
            assert_eq!(text(&source), letter, "{name}");
            let html5gum::Token::String(browser) =
                html5gum::Tokenizer::new(source.as_str()).next().unwrap().unwrap()
            else {
                panic!("{name} is no text")
            };
            assert_eq!(std::str::from_utf8(&browser).unwrap(), letter, "{name}");
        }
    }

    #[test]
    fn letters_and_accents_are_put_together_as_browsers_do() {
        for letter in ('A'..='Z').chain('a'..='z') {
            for entry in ACCENTS.split(' ') {
                let accent = entry.trim_end_matches(|mark: char| !mark.is_ascii());
                let source = format!("&{letter}{accent};");
                let mut browser = String::new();
                for Ok(token) in html5gum::Tokenizer::new(source.as_str()) {
                    if let html5gum::Token::String(part) = token {
                        browser.push_str(std::str::from_utf8(&part).unwrap());
                    }
                }
                let latin = browser.chars().count() == 1 && *browser < *"\u{180}";
                let own = text(&source);
                assert!(own == browser || own == source && !latin, "{source} is {own}");
            }
        }
        assert_eq!(text("&Eacute;&yuml;&Yuml;&Odblac;&uring"), "ÉÿŸŐ&uring");
    }

    #[test]
    fn numbers_are_read_as_browsers_read_them() {
        for (source, wanted) in [
            ("&#233;&#xE9;&#XE9;", "ééé"),
            ("&#233&#xe9 ", "éé "),
            ("&#150;&#x92;", "–’"),
            ("&#0;&#xD800;&#x110000;&#99999999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("&#;&#x;&#xg;", "&#;&#x;&#xg;"),
        ] {
            assert_eq!(text(source), wanted, "{source}");
        }
    }

    #[test]
    fn what_is_no_reference_stays_as_it_is_written() {
        for source in ["&", "AT&T", "a & b", "&unheardof;", "&eacut;", "R&D;", "&;", "&é;"] {
            assert_eq!(text(source), source);
        }
    }

    #[test]
    fn old_names_need_no_semicolon_but_in_addresses() {
        assert_eq!(text("&eacutet&eacute &AMP&notit"), "été &¬it");
        assert_eq!(text("&hellip &pi"), "&hellip &pi");
        assert_eq!(decoded("?a=1&copy=2&amp;b&reg1", true), "?a=1&copy=2&b&reg1");
        assert_eq!(decoded("&eacute", true), "é");
    }
}
