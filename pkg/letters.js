// Turns the letters that carry the engine in the single file back into bytes.
//
// The letters are printable ASCII without the quotation mark and the backslash. The first 58 stand
// for seven bits, the other 35 for six: as likely as their bits are many, so that gzip takes back
// what writing bytes as letters costs. `xtask/src/letters.rs` writes them and says more.

const LONG = 58;

/** The bytes that a text of letters stands for. */
export function decode(text) {
  const bytes = new Uint8Array((text.length * 7) >> 3);
  let held = 0;
  let bits = 0;
  let size = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const letter = code - 32 - (code > 34) - (code > 92);
    const short = letter >= LONG;
    held = short ? (held << 6) | (letter - LONG / 2) : (held << 7) | letter;
    bits += short ? 6 : 7;
    if (bits >= 8) {
      bits -= 8;
      bytes[size++] = held >> bits;
    }
  }
  return bytes.subarray(0, size);
}
