//! Character references: `&eacute;`, `&#233;`, `&#xE9;`.
//!
//! WHATWG HTML, 13.2.5.72 to 80. Of its 2231 names those are known that texts have: all of HTML 4, the
//! letters of Latin Extended-A and ASCII punctuation. A name that is not known stays as it is written.

use super::table::find;

/// Names with their characters, sorted as [`find`] asks for.
const NAMES: &str = "\
    AEligÆ AMP& AacuteÁ AbreveĂ AcircÂ AgraveÀ AlphaΑ AmacrĀ AogonĄ AringÅ AtildeÃ AumlÄ BetaΒ \
    COPY© CacuteĆ CcaronČ CcedilÇ CcircĈ CdotĊ ChiΧ Dagger‡ DcaronĎ DeltaΔ DstrokĐ ENGŊ ETHÐ \
    EacuteÉ EcaronĚ EcircÊ EdotĖ EgraveÈ EmacrĒ EogonĘ EpsilonΕ EtaΗ EumlË GT> GammaΓ GbreveĞ \
    GcedilĢ GcircĜ GdotĠ Hat^ HcircĤ HstrokĦ IJligĲ IacuteÍ IcircÎ Idotİ IgraveÌ ImacrĪ IogonĮ \
    IotaΙ ItildeĨ IumlÏ JcircĴ KappaΚ KcedilĶ LT< LacuteĹ LambdaΛ LcaronĽ LcedilĻ LmidotĿ LstrokŁ \
    MuΜ NacuteŃ NcaronŇ NcedilŅ NewLine\n NtildeÑ NuΝ OEligŒ OacuteÓ OcircÔ OdblacŐ OgraveÒ OmacrŌ \
    OmegaΩ OmicronΟ OslashØ OtildeÕ OumlÖ PhiΦ PiΠ Prime″ PsiΨ QUOT\" REG® RacuteŔ RcaronŘ RcedilŖ \
    RhoΡ SacuteŚ ScaronŠ ScedilŞ ScircŜ SigmaΣ THORNÞ Tab\t TauΤ TcaronŤ TcedilŢ ThetaΘ TstrokŦ \
    UacuteÚ UbreveŬ UcircÛ UdblacŰ UgraveÙ UmacrŪ UogonŲ UpsilonΥ UringŮ UtildeŨ UumlÜ WcircŴ XiΞ \
    YacuteÝ YcircŶ YumlŸ ZacuteŹ ZcaronŽ ZdotŻ ZetaΖ aacuteá abreveă acircâ acute´ aeligæ agraveà \
    alefsymℵ alphaα amacrā amp& and∧ ang∠ aogoną apos' aringå ast* asymp≈ atildeã aumlä bdquo„ \
    betaβ brvbar¦ bsol\\ bull• cacuteć cap∩ ccaronč ccedilç ccircĉ cdotċ cedil¸ cent¢ chiχ circˆ \
    clubs♣ colon: comma, commat@ cong≅ copy© crarr↵ cup∪ curren¤ dArr⇓ dagger† darr↓ dcaronď deg° \
    deltaδ diams♦ divide÷ dollar$ dstrokđ eacuteé ecaroně ecircê edotė egraveè emacrē empty∅ \
    emsp\u{2003} engŋ ensp\u{2002} eogonę epsilonε equals= equiv≡ etaη ethð eumlë euro€ excl! \
    exist∃ fnofƒ forall∀ frac12½ frac14¼ frac34¾ frasl⁄ gammaγ gbreveğ gcircĝ gdotġ ge≥ grave` gt> \
    hArr⇔ harr↔ hcircĥ hearts♥ hellip… hstrokħ iacuteí icircî iexcl¡ igraveì ijligĳ imacrī imageℑ \
    imathı infin∞ int∫ iogonį iotaι iquest¿ isin∈ itildeĩ iumlï jcircĵ kappaκ kcedilķ kgreenĸ \
    lArr⇐ lacuteĺ lambdaλ lang⟨ laquo« larr← lcaronľ lcedilļ lceil⌈ lcub{ ldquo“ le≤ lfloor⌊ \
    lmidotŀ lowast∗ lowbar_ loz◊ lpar( lrm\u{200E} lsaquo‹ lsqb[ lsquo‘ lstrokł lt< macr¯ mdash— \
    microµ middot· minus− muμ nabla∇ nacuteń naposŉ nbsp\u{A0} ncaronň ncedilņ ndash– ne≠ ni∋ not¬ \
    notin∉ nsub⊄ ntildeñ nuν num# oacuteó ocircô odblacő oeligœ ograveò oline‾ omacrō omegaω \
    omicronο oplus⊕ or∨ ordfª ordmº oslashø otildeõ otimes⊗ oumlö para¶ part∂ percnt% period. \
    permil‰ perp⊥ phiφ piπ pivϖ plus+ plusmn± pound£ prime′ prod∏ prop∝ psiψ quest? quot\" rArr⇒ \
    racuteŕ radic√ rang⟩ raquo» rarr→ rcaronř rcedilŗ rceil⌉ rcub} rdquo” realℜ reg® rfloor⌋ rhoρ \
    rlm\u{200F} rpar) rsaquo› rsqb] rsquo’ sacuteś sbquo‚ scaronš scedilş scircŝ sdot⋅ sect§ semi; \
    shy\u{AD} sigmaσ sigmafς sim∼ sol/ spades♠ sub⊂ sube⊆ sum∑ sup⊃ sup1¹ sup2² sup3³ supe⊇ szligß \
    tauτ tcaronť tcedilţ there4∴ thetaθ thetasymϑ thinsp\u{2009} thornþ tilde˜ times× trade™ \
    tstrokŧ uArr⇑ uacuteú uarr↑ ubreveŭ ucircû udblacű ugraveù umacrū uml¨ uogonų upsihϒ upsilonυ \
    uringů utildeũ uumlü verbar| wcircŵ weierp℘ xiξ yacuteý ycircŷ yen¥ yumlÿ zacuteź zcaronž \
    zdotż zetaζ zwj\u{200D} zwnj\u{200C}";

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
    if let Some(after) = text.strip_prefix('&')
        && let Some(found) = reference(after, in_attribute)
    {
        return Some(found);
    }
    let mut letters = text.chars();
    Some((letters.next()?, letters.as_str()))
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
    if let Some(number) = text.strip_prefix('#') {
        return match number.strip_prefix(['x', 'X']) {
            Some(number) => numeric(number, 16),
            None => numeric(number, 10),
        };
    }
    let letters = text.bytes().take(LONGEST + 1);
    let length = letters.take_while(u8::is_ascii_alphanumeric).count();
    let (name, rest) = text.split_at_checked(length)?;
    if let Some(after) = rest.strip_prefix(';') {
        return Some((find(NAMES, name)?, after));
    }
    if in_attribute && (length > LONGEST || rest.starts_with('=')) {
        return None;
    }
    // The names of HTML 2 may lack the semicolon; the longest counts: `&notit` is “¬it”.
    for end in (2..=length.min(LONGEST_BARE)).rev() {
        let (name, rest) = text.split_at_checked(end)?;
        if let Some(letter @ ('"' | '&' | '<' | '>' | '\u{A0}'..='\u{FF}')) = find(NAMES, name) {
            return (!in_attribute || end == length).then_some((letter, rest));
        }
    }
    None
}

/// The character of a number, and the text behind it.
fn numeric(text: &str, base: u32) -> Option<(char, &str)> {
    let mut code = None;
    let mut rest = text;
    while let Some(digit) = rest.chars().next().and_then(|digit| digit.to_digit(base)) {
        let so_far: u32 = code.unwrap_or_default();
        code = Some(so_far.saturating_mul(base).saturating_add(digit));
        rest = rest.get(1..).unwrap_or_default();
    }
    let code = code?;
    let letter = match code {
        0 => None,
        0x80..=0x9F => WINDOWS_1252.chars().nth(code as usize - 0x80),
        _ => char::from_u32(code),
    };
    Some((letter.unwrap_or(char::REPLACEMENT_CHARACTER), rest.strip_prefix(';').unwrap_or(rest)))
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
