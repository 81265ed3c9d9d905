//! Language tags.

use serde::{Serialize, Serializer};

use super::json::utf8;

const LONGEST: usize = 15;

/// A language tag (BCP 47), such as `fr` or `pt-BR`, kept in place: every run of text carries one.
///
/// ```
/// use quote_timeline::dossier::Language;
///
/// let language = Language::new("fr-CA").unwrap();
/// assert_eq!(language.as_str(), "fr-CA");
/// assert!(language.matches(Language::FRENCH));
/// assert_eq!(Language::new("not a tag"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    bytes: [u8; LONGEST],
    length: u8,
}

impl Language {
    /// `fr`
    pub const FRENCH: Self = Self::two(*b"fr");
    /// `en`
    pub const ENGLISH: Self = Self::two(*b"en");
    /// `und`: the language is not said.
    pub const UNDETERMINED: Self = Self { bytes: *b"und\0\0\0\0\0\0\0\0\0\0\0\0", length: 3 };

    const fn two(tag: [u8; 2]) -> Self {
        let mut bytes = [0; LONGEST];
        bytes[0] = tag[0];
        bytes[1] = tag[1];
        Self { bytes, length: 2 }
    }

    /// Reads a tag: letters and digits in runs of up to eight, joined by hyphens, the first run of
    /// at least two letters; 15 bytes at most.
    pub fn new(tag: &str) -> Option<Self> {
        let mut language = Self { bytes: [0; LONGEST], length: 0 };
        // The length of the run so far, and the least it must have: the first run is letters only.
        let (mut run, mut least) = (0, 2);
        for byte in tag.bytes() {
            *language.bytes.get_mut(usize::from(language.length))? = byte;
            language.length += 1;
            if byte == b'-' && run >= least {
                (run, least) = (0, 1);
                continue;
            }
            run += 1;
            let fits = byte.is_ascii_alphabetic() || least == 1 && byte.is_ascii_digit();
            if !fits || run > 8 {
                return None;
            }
        }
        (run >= least).then_some(language)
    }

    /// The tag as it was written.
    pub fn as_str(&self) -> &str {
        self.start(self.length.into())
    }

    /// The language without region or script: `pt` of `pt-BR`.
    pub fn primary(&self) -> &str {
        let end = self.bytes.iter().position(|byte| matches!(byte, b'-' | 0));
        self.start(end.unwrap_or(LONGEST))
    }

    #[inline(never)]
    fn start(&self, length: usize) -> &str {
        utf8(self.bytes.get(..length).unwrap_or_default()).unwrap_or_default()
    }

    /// Whether both are the same language, whatever the region: `fr` and `fr-CA`.
    pub fn matches(self, other: Self) -> bool {
        self.primary().eq_ignore_ascii_case(other.primary())
    }

    /// Whether the language is written from right to left (by its usual script, CLDR 45).
    pub fn is_right_to_left(self) -> bool {
        const CODES: &[u8] = b"ardvfahekspssduguryi";
        CODES.chunks(2).any(|code| code == self.primary().as_bytes())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
