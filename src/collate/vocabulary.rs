//! Different words, numbered.

/// No word's number.
const FREE: u32 = u32::MAX;

/// The different words, numbered as they come: an open hash table over one string.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    text: String,
    /// Where each word ends in `text`.
    ends: Vec<usize>,
    /// Numbers of words at the places of their hashes, or the next free ones. At least half are
    /// free, [`FREE`]; the length is a power of two.
    slots: Vec<u32>,
}

impl Vocabulary {
    /// The word of a number; an empty one if there is none.
    pub(super) fn word(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(number).copied().unwrap_or(0);
        self.text.get(start.unwrap_or(0)..end).unwrap_or_default()
    }

    /// How many different words there are; they are numbered from 0.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The number of a word that is there.
    pub(crate) fn find(&self, word: &str) -> Option<u32> {
        self.slots.get(self.slot(word)).copied().filter(|number| *number != FREE)
    }

    /// The number of a word, a new one if need be: the next.
    pub(crate) fn number(&mut self, word: &str) -> u32 {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        if let Some(found) = self.find(word) {
            return found;
        }
        let slot = self.slot(word);
        let new = u32::try_from(self.ends.len()).unwrap_or(FREE);
        self.text.push_str(word);
        self.ends.push(self.text.len());
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = new;
        }
        new
    }

    /// Where a word is in `slots`, or where it belongs.
    fn slot(&self, word: &str) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        // FNV-1a.
        let hash = word
            .bytes()
            .fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let mut slot = hash as usize & mask;
        while let Some(&number) = self.slots.get(slot) {
            if number == FREE || self.word(number) == word {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![FREE; (self.slots.len() * 2).max(64)];
        for number in (0..).take(self.ends.len()) {
            let slot = self.slot(self.word(number));
            if let Some(slot) = self.slots.get_mut(slot) {
                *slot = number;
            }
        }
    }
}
