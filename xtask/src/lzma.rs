//! The wasm as it travels inside the single file: in the .lzma format, as small as it gets.
//!
//! The crate `unpack` unpacks it in the browser, whose own `DecompressionStream` knows only deflate.

use std::io::{Result, Write};

use lzma_rust2::{EncodeMode, LzmaOptions, LzmaWriter, MfType};

/// One parameter of the encoder, with the values worth trying.
type Choice = (fn(&mut LzmaOptions) -> &mut u32, &'static [u32]);

/// What decides the size, the most weighty first: bits of the byte before and of the position that
/// a literal's odds depend on, bits of the position that all odds depend on, and the length at
/// which a match is taken without looking further.
const CHOICES: [Choice; 4] = [
    (|options| &mut options.lc, &[0, 1, 2, 4]),
    (|options| &mut options.pb, &[1, 2]),
    (|options| &mut options.lp, &[1, 2]),
    (|options| &mut options.nice_len, &[64, 128, 192]),
];

/// The smallest .lzma file of `bytes` that was found.
pub(crate) fn pack(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut best = LzmaOptions::new(
        u32::try_from(bytes.len().next_power_of_two().max(4096)).unwrap_or(1 << 30),
        3,
        0,
        0,
        EncodeMode::Normal,
        LzmaOptions::NICE_LEN_MAX,
        MfType::Bt4,
        1000,
    );
    let mut smallest = encode(bytes, &best)?;
    for (parameter, values) in CHOICES {
        for &value in values {
            let mut options = best.clone();
            *parameter(&mut options) = value;
            // The format allows both together no more than four bits.
            if options.lc.saturating_add(options.lp) > 4 {
                continue;
            }
            let packed = encode(bytes, &options)?;
            if packed.len() < smallest.len() {
                (best, smallest) = (options, packed);
            }
        }
    }
    Ok(smallest)
}

fn encode(bytes: &[u8], options: &LzmaOptions) -> Result<Vec<u8>> {
    // The size in the header spares the mark at the end.
    let size = u64::try_from(bytes.len()).ok();
    let mut writer = LzmaWriter::new_use_header(Vec::new(), options, size)?;
    writer.write_all(bytes)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_back() {
        for text in ["", "a", &"timeline ".repeat(1000)] {
            let packed = pack(text.as_bytes()).unwrap();
            assert_eq!(unpack::lzma::decode(&packed).unwrap(), text.as_bytes());
        }
    }

    #[test]
    fn it_comes_back_in_steps_of_any_length() {
        let text: Vec<u8> =
            (0..3000_u32).flat_map(|number| number.to_string().into_bytes()).collect();
        let packed = pack(&text).unwrap();
        for most in [1, 7, 300, 1 << 15] {
            let mut decoder = unpack::lzma::Decoder::new(packed.clone()).unwrap();
            while decoder.step(most).unwrap() {}
            assert_eq!(decoder.into_bytes(), text, "{most} bytes a step");
        }
    }

    #[test]
    fn repetition_packs_to_almost_nothing() {
        assert!(pack("timeline ".repeat(1000).as_bytes()).unwrap().len() < 100);
    }
}
