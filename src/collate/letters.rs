//! Letters: their small forms, the letters under their accents, what separates them.
//!
//! The tables follow the decompositions of the Unicode Character Database for the letters that
//! newspapers print; `char::to_lowercase` would bring 11 kB of tables for all the others.

/// The first character of a text and what follows it. Decoding UTF-8 is some hundred bytes of code,
/// so it is done here for all who read a text to its end.
#[inline(never)]
pub(crate) fn split_first(text: &str) -> Option<(char, &str)> {
    let mut letters = text.chars();
    Some((letters.next()?, letters.as_str()))
}

/// What stands before the first of these ASCII characters, and what after it, where there is one.
#[inline(never)]
pub(crate) fn cut(text: &str, at: u8) -> (&str, Option<&str>) {
    match text.bytes().position(|byte| byte == at) {
        Some(end) => (text.get(..end).unwrap_or_default(), text.get(end + 1..)),
        None => (text, None),
    }
}

/// A text without the characters of a kind at its beginning.
#[inline(never)]
pub(crate) fn skip<'t>(text: &'t str, kind: &dyn Fn(char) -> bool) -> &'t str {
    let mut rest = text;
    while let Some((letter, after)) = split_first(rest)
        && kind(letter)
    {
        rest = after;
    }
    rest
}

/// A text without the characters of a kind at its end.
#[inline(never)]
pub(crate) fn skip_back<'t>(text: &'t str, kind: &dyn Fn(char) -> bool) -> &'t str {
    let mut text = text;
    while let Some(last) = text.chars().next_back()
        && kind(last)
    {
        text = text.get(..text.len() - last.len_utf8()).unwrap_or_default();
    }
    text
}

/// Whether a character is the space of the keyboard.
pub(crate) fn is_blank(letter: char) -> bool {
    letter == ' '
}

/// A text without the white space around it.
pub(crate) fn trim(text: &str) -> &str {
    skip_back(skip(text, &is_space), &is_space)
}

/// The small form of a letter: Latin, Greek, Cyrillic, Armenian and full-width Latin.
/// Final sigma becomes sigma. Other characters are returned as they are.
pub(crate) fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let small = match code {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F => {
            code + 0x20
        }
        0xFF21..=0xFF3A => code + 0x20,
        0x130 => 0x69,
        // Capital and small take turns, the capital on the even number ...
        0x100..=0x137 | 0x14A..=0x177 | 0x1DE..=0x1EF | 0x1F8..=0x21F | 0x222..=0x233 => code | 1,
        0x460..=0x481 | 0x48A..=0x4BF | 0x4D0..=0x52F | 0x1E00..=0x1E95 | 0x1EA0..=0x1EFF => {
            code | 1
        }
        // ... or on the odd one.
        0x139..=0x148 | 0x179..=0x17E | 0x1CD..=0x1DC | 0x4C1..=0x4CE => code + (code & 1),
        0x198 | 0x1A0 | 0x1AF | 0x1B3 | 0x1F4 => code + 1,
        0x178 => 0xFF,
        0x1E9E => 0xDF,
        // Letters of African languages and Azerbaijani.
        0x181 => 0x253,
        0x186 => 0x254,
        0x189 => 0x256,
        0x18A => 0x257,
        0x18F => 0x259,
        0x190 => 0x25B,
        0x386 => 0x3AC,
        0x388..=0x38A => code + 0x25,
        0x38C => 0x3CC,
        0x38E | 0x38F => code + 0x3F,
        0x3C2 => 0x3C3,
        0x400..=0x40F => code + 0x50,
        0x4C0 => 0x4CF,
        0x531..=0x556 => code + 0x30,
        _ => return letter,
    };
    char::from_u32(small).unwrap_or(letter)
}

/// The letters under the accents of U+00E0 to U+023F, a point where there is none.
const LATIN: &[u8; 352] = b"\
    aaaaaa.ceeeeiiiidnooooo.ouuuuy.y.a.a.a.c.c.c.c.d.d.e.e.e.e.e.g.g\
    .g.g.h.h.i.i.i.i.i...j.k..l.l.l.l.l.n.n.n....o.o.o...r.r.r.s.s.s\
    .s.t.t.t.u.u.u.u.u.u.w.y..z.z.zsb.................f.............\
    .o..............u.....z.......................a.i.o.u.u.u.u.u..a\
    .a...g.g.k.o.o..j....g...n.a...o.a.a.e.e.i.i.o.o.r.r.u.u.s.t...h\
    .......a.e.o.o.o.o.y............";

/// The same for U+1E00 to U+1EFF, where Vietnamese lives.
const LATIN_ADDITIONAL: &[u8; 256] = b"\
    .a.b.b.b.c.d.d.d.d.d.e.e.e.e.e.f.g.h.h.h.h.h.i.i.k.k.k.l.l.l.l.m\
    .m.m.n.n.n.n.o.o.o.o.p.p.r.r.r.r.s.s.s.s.s.t.t.t.t.u.u.u.u.u.v.v\
    .w.w.w.w.w.x.x.y.z.z.zhtwy.s.....a.a.a.a.a.a.a.a.a.a.a.a.e.e.e.e\
    .e.e.e.e.i.i.o.o.o.o.o.o.o.o.o.o.o.o.u.u.u.u.u.u.u.y.y.y.y......";

/// The accents of U+00E0 to U+017F, in shorthand that [`accent`] spells out.
const ACCENTS: &[u8; 160] = b"\
    `'^~:o ,`'^:`'^:/~`'^~: /`'^:' : - u ; ' ^ . v v / - u . ; v ^ u\
    \x20. , ^ / ~ - u ; /   ^ ,  ' , v / / ' , v    - u \"   ' , v ' ^ ,\
    \x20v , v / ~ - u o \" ; ^ ^  ' . v/";

/// The letter under the accents of a small letter; the letter itself where it has none.
pub(crate) fn bare(small: char) -> char {
    let code = u32::from(small) as usize;
    let latin = match code {
        0xE0..=0x23F => LATIN.get(code - 0xE0),
        0x1E00..=0x1EFF => LATIN_ADDITIONAL.get(code - 0x1E00),
        _ => None,
    };
    if let Some(&letter) = latin {
        return if letter == b'.' { small } else { char::from(letter) };
    }
    match small {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'й' | 'ѝ' => 'и',
        'ё' | 'ѐ' => 'е',
        'ї' => 'і',
        'ў' => 'у',
        'ѓ' => 'г',
        'ќ' => 'к',
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ئ' => 'ي',
        _ => small,
    }
}

/// The combining mark on a small letter that [`bare`] takes away, where it tells words apart:
/// Latin up to U+017F, Greek, Cyrillic. A stroke counts as a mark.
pub(crate) fn accent(small: char) -> Option<char> {
    let shorthand = match small {
        'й' | 'ў' => b'u',
        'ё' | 'ї' | 'ϊ' | 'ϋ' => b':',
        'ѐ' | 'ѝ' => b'`',
        'ѓ' | 'ќ' | 'ά' | 'έ' | 'ή' | 'ί' | 'ό' | 'ύ' | 'ώ' => b'\'',
        _ => *ACCENTS.get((u32::from(small) as usize).checked_sub(0xE0)?)?,
    };
    Some(match shorthand {
        b'`' => '\u{300}',
        b'\'' => '\u{301}',
        b'^' => '\u{302}',
        b'~' => '\u{303}',
        b'-' => '\u{304}',
        b'u' => '\u{306}',
        b'.' => '\u{307}',
        b':' => '\u{308}',
        b'o' => '\u{30A}',
        b'"' => '\u{30B}',
        b'v' => '\u{30C}',
        b',' => '\u{327}',
        b';' => '\u{328}',
        b'/' => '\u{338}',
        _ => return None,
    })
}

/// A mark that combines with the letter before it, in the scripts that fold drops them from.
pub(super) fn is_mark(mark: char) -> bool {
    matches!(mark,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}' | '\u{5BF}'
        | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' | '\u{5C7}' | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}'
        | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}' | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// A character that is not seen: soft hyphen, joiners, directions, variation selectors, and the
/// stroke that stretches an Arabic word.
pub(super) fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{AD}' | '\u{640}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// White space of any width, whether a line may break there or not.
pub(crate) fn is_space(letter: char) -> bool {
    matches!(letter,
        '\t'..='\r' | ' ' | '\u{85}' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}'
        | '\u{2028}' | '\u{2029}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_are_those_of_unicode() {
        for code in (0..0x250).chain(0x370..0x557).chain(0x1E00..0x1F00) {
            let Some(letter) = char::from_u32(code) else { continue };
            let mut unicode = letter.to_lowercase();
            let small = lower(letter);
            if small != letter && !matches!(letter, 'İ' | 'ς') {
                assert_eq!(Some(small), unicode.next(), "{letter} U+{code:04X}");
            }
            assert_eq!(lower(small), small, "{letter} U+{code:04X}");
        }
        for pair in ["ÉÀÇŒÆŸŁŠŽĐØÞ", "ΑΩΆΈΏΫ", "АЯЁЇҐҒ", "ƏƠƯǍẾ", "ԱՖ"]
        {
            assert_eq!(pair.chars().map(lower).collect::<String>(), pair.to_lowercase());
        }
    }
}
