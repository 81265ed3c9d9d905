//! Bytes as text that gzip takes back: a script can only carry its wasm as letters.
//!
//! The 93 letters are those of printable ASCII that need no escape in a string. Bits are read seven
//! at a time: the first 58 letters stand for the values below 58; what is not below takes six bits
//! alone, and the other 35 letters stand for those. So a letter is as likely as its bits are
//! many, as in a Huffman code (Huffman 1952), and gzip's own code for the letters takes all but a
//! trace back; of the 64 letters of base64 it does not, since it needs codes for other things too,
//! and finds short repetitions that do not pay.

use unpack::letters::LONG;

/// The bytes as letters, for the crate `unpack` to turn back.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 5 / 4 + 2);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 7 {
            text.push(next(&mut held, &mut bits));
        }
    }
    if bits > 0 {
        // Zeros fill the last letter up; they never make another byte.
        let (mut held, mut bits) = (held << 7, bits + 7);
        text.push(next(&mut held, &mut bits));
    }
    text
}

/// Takes the bits of one letter away.
fn next(held: &mut u32, bits: &mut u32) -> char {
    let seven = *held >> (*bits - 7) & 0x7F;
    let (number, taken) = if seven < LONG { (seven, 7) } else { ((seven >> 1) + LONG / 2, 6) };
    *bits -= taken;
    *held &= (1 << *bits) - 1;
    letter(number)
}

/// Printable ASCII without the quotation mark and the backslash.
fn letter(number: u32) -> char {
    let code = match number {
        0..2 => number + 32,
        2..59 => number + 33,
        _ => number + 34,
    };
    char::from_u32(code).unwrap_or(' ')
}

#[cfg(test)]
#[allow(clippy::cast_possible_truncation)] // the low byte is meant
mod tests {
    use unpack::letters::decode;

    use super::*;

    #[test]
    fn bytes_come_back_from_letters_that_need_no_escape() {
        for length in 0..200_usize {
            let bytes: Vec<u8> =
                (0..length).map(|at| (at * at * 167 + length * 31) as u8).collect();
            let text = encode(&bytes);
            assert!(text.bytes().all(|letter| (32..127).contains(&letter)));
            assert!(!text.contains(['"', '\\']));
            assert_eq!(decode(text.as_bytes()), bytes, "{length} bytes");
        }
        assert_eq!(decode(encode(&[0xFF; 50]).as_bytes()), [0xFF; 50]);
    }
}
