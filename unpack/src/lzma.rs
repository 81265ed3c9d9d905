//! A decoder of the .lzma format.
//!
//! Source: Igor Pavlov, "LZMA specification", 2015, whose names stand in brackets below. A range
//! coder spends a fraction of a bit on what was probable, each bit of the format having odds of its
//! own that learn from what came. The bits say: a literal byte, or the distance and the length of
//! a match, that is of bytes that were there before. Wasm takes a sixth less room so than deflated.

use alloc::{vec, vec::Vec};

// Where each kind of odds begins; in brackets the number of them.
const IS_MATCH: usize = 0; // [12 << 4]
const IS_REPEATED: usize = 192; // [12] (IsRep)
const IS_OLDER: usize = 204; // [12] (IsRepG0)
const IS_OLDER_THAN_1: usize = 216; // [12] (IsRepG1)
const IS_OLDER_THAN_2: usize = 228; // [12] (IsRepG2)
const IS_LONGER: usize = 240; // [12 << 4] (IsRep0Long)
const SLOT: usize = 432; // [4 << 6] (PosSlotDecoder)
const DISTANCE: usize = 688; // [115] (PosDecoders)
const ALIGN: usize = 803; // [16] (AlignDecoder)
const LENGTH: usize = 819; // [514] (LenDecoder)
const REPEATED_LENGTH: usize = 1333; // [514] (RepLenDecoder)
const LITERAL: usize = 1847; // [0x300 << (lc + lp)] (LitProbs)

// Within the odds of lengths: two choices, then lengths of 2-9, 10-17, 18-273.
const SHORT: usize = 2; // [16 << 3]
const MEDIUM: usize = 130; // [16 << 3]
const LONG: usize = 258; // [1 << 8]

/// The range decoder, and the odds of all bits. Behind the end it reads zeros.
struct Coder {
    packed: Vec<u8>,
    next: usize,
    range: u32,
    code: u32,
    odds: Vec<u16>,
}

impl Coder {
    fn take_byte(&mut self) {
        let byte = self.packed.get(self.next).copied().unwrap_or(0);
        self.next += 1;
        self.code = self.code << 8 | u32::from(byte);
    }

    /// Keeps the range above 24 bits.
    fn normalize(&mut self) {
        if self.range >> 24 == 0 {
            self.range <<= 8;
            self.take_byte();
        }
    }

    fn bit(&mut self, index: usize) -> usize {
        let Some(odd) = self.odds.get_mut(index) else { return 0 };
        let bound = (self.range >> 11) * u32::from(*odd);
        let is = usize::from(self.code >= bound);
        if is == 0 {
            self.range = bound;
            *odd += (2048 - *odd) >> 5;
        } else {
            self.code -= bound;
            self.range -= bound;
            *odd -= *odd >> 5;
        }
        self.normalize();
        is
    }

    /// A number of so many bits, the highest first; each bit's odds depend on those above it.
    fn tree(&mut self, index: usize, bits: u32) -> usize {
        let mut node = 1;
        while node >> bits == 0 {
            node = node << 1 | self.bit(index + node);
        }
        node - (1 << bits)
    }

    /// The same, the lowest bit first.
    fn reversed(&mut self, index: usize, bits: u32) -> usize {
        let (mut node, mut number) = (1, 0);
        for place in 0..bits {
            let is = self.bit(index + node);
            node = node << 1 | is;
            number |= is << place;
        }
        number
    }

    fn length(&mut self, index: usize, place: usize) -> usize {
        if self.bit(index) == 0 {
            2 + self.tree(index + SHORT + (place << 3), 3)
        } else if self.bit(index + 1) == 0 {
            10 + self.tree(index + MEDIUM + (place << 3), 3)
        } else {
            18 + self.tree(index + LONG, 8)
        }
    }

    fn distance(&mut self, length: usize) -> usize {
        let slot = self.tree(SLOT + ((length - 2).min(3) << 6), 6);
        if slot < 4 {
            return slot + 1;
        }
        let mut bits = (slot >> 1) - 1;
        let mut far = (2 | slot & 1) << bits;
        let (index, reversed) = if slot < 14 {
            (DISTANCE + far - slot, bits)
        } else {
            // The middle bits have no odds: each halves the range.
            while bits > 4 {
                bits -= 1;
                self.range >>= 1;
                if self.code >= self.range {
                    self.code -= self.range;
                    far |= 1 << bits;
                }
                self.normalize();
            }
            (ALIGN, 4)
        };
        far + self.reversed(index, u32::from(reversed.to_le_bytes()[0])) + 1
    }
}

/// A .lzma file on its way to the bytes that are in it.
pub struct Decoder {
    coder: Coder,
    out: Vec<u8>,
    at: usize,
    /// What came last decides which odds hold: below 7 a literal, 0 after several of them.
    state: usize,
    /// The distances of the last four different matches, the latest first.
    distances: [usize; 4],
    literal_bits: u32,   // lc
    literal_mask: usize, // lp
    place_mask: usize,   // pb
}

impl Decoder {
    /// Nothing where the file's header is cut off.
    pub fn new(packed: Vec<u8>) -> Option<Self> {
        // Of the header's 13 bytes: lc, lp, pb in one; the size of the dictionary, which is the
        // whole output here; the size of the output, of whose 8 bytes the lower 4 are enough.
        let properties = u32::from(*packed.first()?);
        let literal_bits = properties % 9;
        let mut size = 0;
        for &byte in packed.get(5..9)?.iter().rev() {
            size = size << 8 | usize::from(byte);
        }
        let odds = vec![1024; LITERAL + (0x300 << (literal_bits + 4))];
        // After the header, the coder's first byte is always zero.
        let mut coder = Coder { packed, next: 14, range: u32::MAX, code: 0, odds };
        for _ in 0..4 {
            coder.take_byte();
        }
        Some(Self {
            coder,
            out: vec![0_u8; size],
            at: 0,
            state: 0,
            distances: [1; 4],
            literal_bits,
            literal_mask: !(usize::MAX << (properties / 9 % 5)),
            place_mask: !(usize::MAX << (properties / 45)),
        })
    }

    /// Decodes so many bytes more, or a match's length beyond; whether there are further ones.
    /// Nothing where the file is damaged or cut off.
    pub fn step(&mut self, most: usize) -> Option<bool> {
        let Self { coder, out, literal_bits, literal_mask, place_mask, .. } = self;
        let (mut at, mut state) = (self.at, self.state);
        let [mut last, mut second, mut third, mut fourth] = self.distances;
        let end = at.saturating_add(most).min(out.len());
        while at < end {
            let place = at & *place_mask;
            let mut count = 1;
            if coder.bit(IS_MATCH + (state << 4) + place) == 0 {
                let before = out.get(at.wrapping_sub(1)).copied().unwrap_or(0);
                let context = ((at & *literal_mask) << *literal_bits)
                    + (usize::from(before) << *literal_bits >> 8);
                let index = LITERAL + 0x300 * context;
                let mut node = 1;
                // After a match, the byte that would have continued it is a hint, until it proves wrong.
                let mut hint = 0;
                let mut odds = 0;
                if state > 6 {
                    hint = usize::from(*out.get(at.wrapping_sub(last))?);
                    odds = 0x100;
                }
                while node < 0x100 {
                    hint <<= 1;
                    let hinted = hint & odds;
                    let is = coder.bit(index + odds + hinted + node);
                    node = node << 1 | is;
                    if is << 8 != hinted {
                        odds = 0;
                    }
                }
                *out.get_mut(at)? = node.to_le_bytes()[0];
                at += 1;
                state = match state {
                    0..4 => 0,
                    4..10 => state - 3,
                    _ => state - 6,
                };
                continue;
            }
            if coder.bit(IS_REPEATED + state) == 0 {
                (second, third, fourth) = (last, second, third);
                count = coder.length(LENGTH, place);
                last = coder.distance(count);
                state = if state < 7 { 7 } else { 10 };
            } else {
                let mut longer = true;
                if coder.bit(IS_OLDER + state) == 0 {
                    longer = coder.bit(IS_LONGER + (state << 4) + place) != 0;
                } else {
                    let mut older = second;
                    if coder.bit(IS_OLDER_THAN_1 + state) != 0 {
                        older = third;
                        if coder.bit(IS_OLDER_THAN_2 + state) != 0 {
                            older = fourth;
                            fourth = third;
                        }
                        third = second;
                    }
                    (last, second) = (older, last);
                }
                if longer {
                    count = coder.length(REPEATED_LENGTH, place);
                }
                state = if state > 6 {
                    11
                } else if longer {
                    8
                } else {
                    9
                };
            }
            for _ in 0..count {
                // Nothing is there before the beginning, nor behind the end: the bytes are damaged.
                let byte = *out.get(at.wrapping_sub(last))?;
                *out.get_mut(at)? = byte;
                at += 1;
            }
        }
        (self.at, self.state) = (at, state);
        self.distances = [last, second, third, fourth];
        if at < self.out.len() {
            return Some(true);
        }
        // A whole stream leaves the coder at zero; after any damage it does not, but for one in
        // 2 ** 32.
        let Coder { code, next, packed, .. } = &self.coder;
        (*code == 0 && *next <= packed.len()).then_some(false)
    }

    /// The bytes, once there are no further ones.
    pub fn into_bytes(self) -> Vec<u8> {
        self.out
    }
}

/// The bytes in a .lzma file; nothing where it is damaged or cut off.
pub fn decode(packed: &[u8]) -> Option<Vec<u8>> {
    let mut decoder = Decoder::new(packed.to_vec())?;
    while decoder.step(usize::MAX)? {}
    Some(decoder.into_bytes())
}
