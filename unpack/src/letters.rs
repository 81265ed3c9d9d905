//! Letters back into bytes.
//!
//! The letters are printable ASCII without the quotation mark and the backslash. The first 58 stand
//! for seven bits, the other 35 for six: as likely as their bits are many, so that gzip takes back
//! what writing bytes as letters costs. `xtask/src/letters.rs` writes them and says more.

use alloc::{vec, vec::Vec};

/// Letters that stand for seven bits; the others stand for six.
pub const LONG: u32 = 58;

/// The bytes that a text of letters stands for.
///
/// ```
/// // Seven times the first letter: seven bits of zeros each, six bytes and one bit.
/// assert_eq!(unpack::letters::decode(b"       "), [0; 6]);
/// ```
pub fn decode(text: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0; (text.len() * 7) >> 3];
    let mut size = 0;
    let (mut held, mut bits) = (0_u32, 0);
    for &letter in text {
        let code = u32::from(letter);
        let number = code.wrapping_sub(32 + u32::from(code > 34) + u32::from(code > 92));
        if number < LONG {
            held = held << 7 | number;
            bits += 7;
        } else {
            held = held << 6 | number.wrapping_sub(LONG / 2);
            bits += 6;
        }
        if bits >= 8 {
            bits -= 8;
            if let Some(byte) = bytes.get_mut(size) {
                *byte = (held >> bits).to_le_bytes()[0];
            }
            size += 1;
        }
    }
    bytes.truncate(size);
    bytes
}
