//! Language tags.

use serde::{Serialize, Serializer};

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
        let first = tag.split('-').next()?;
        let well_formed = tag.len() <= LONGEST
            && first.len() >= 2
            && first.bytes().all(|byte| byte.is_ascii_alphabetic())
            && tag.split('-').all(|run| {
                (1..=8).contains(&run.len()) && run.bytes().all(|byte| byte.is_ascii_alphanumeric())
            });
        if !well_formed {
            return None;
        }
        let mut bytes = [0; LONGEST];
        for (to, from) in bytes.iter_mut().zip(tag.bytes()) {
            *to = from;
        }
        Some(Self { bytes, length: u8::try_from(tag.len()).ok()? })
    }

    /// The tag as it was written.
    pub fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..usize::from(self.length)).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    /// The language without region or script: `pt` of `pt-BR`.
    pub fn primary(&self) -> &str {
        self.as_str().split('-').next().unwrap_or_default()
    }

    /// Whether both are the same language, whatever the region: `fr` and `fr-CA`.
    pub fn matches(self, other: Self) -> bool {
        self.primary().eq_ignore_ascii_case(other.primary())
    }

    /// Whether the language is written from right to left (by its usual script, CLDR 45).
    pub fn is_right_to_left(self) -> bool {
        matches!(
            self.primary(),
            "ar" | "dv" | "fa" | "he" | "ks" | "ps" | "sd" | "ug" | "ur" | "yi"
        )
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
