// Unpacks the engine that travels inside the single file: a decoder of the .lzma format.
//
// Source: Igor Pavlov, "LZMA specification", 2015, whose names stand in brackets below. A range
// coder spends a fraction of a bit on what was probable, each bit of the format having odds of its
// own that learn from what came. The bits say: a literal byte, or the distance and the length of
// a match, that is of bytes that were there before. Wasm takes a sixth less room so than deflated,
// which is fifteen times what this decoder weighs.

// Where each kind of odds begins; in brackets the number of them.
const IS_MATCH = 0; // [12 << 4]
const IS_REPEATED = 192; // [12] (IsRep)
const IS_OLDER = 204; // [12] (IsRepG0)
const IS_OLDER_THAN_1 = 216; // [12] (IsRepG1)
const IS_OLDER_THAN_2 = 228; // [12] (IsRepG2)
const IS_LONGER = 240; // [12 << 4] (IsRep0Long)
const SLOT = 432; // [4 << 6] (PosSlotDecoder)
const DISTANCE = 688; // [115] (PosDecoders)
const ALIGN = 803; // [16] (AlignDecoder)
const LENGTH = 819; // [514] (LenDecoder)
const REPEATED_LENGTH = 1333; // [514] (RepLenDecoder)
const LITERAL = 1847; // [0x300 << (lc + lp)] (LitProbs)

// Within the odds of lengths: two choices, then lengths of 2-9, 10-17, 18-273.
const SHORT = 2; // [16 << 3]
const MEDIUM = 130; // [16 << 3]
const LONG = 258; // [1 << 8]

/** The bytes in a .lzma file, given as bytes. Throws where it is damaged or cut off. */
export function unpack(packed) {
  // Of the header's 13 bytes: lc, lp, pb in one; the size of the dictionary, which is the whole
  // output here; the size of the output, of whose 8 bytes the lower 4 are enough.
  const properties = packed[0];
  const literalBits = properties % 9; // lc
  const literalMask = (1 << ((properties / 9) | 0) % 5) - 1; // lp
  const placeMask = (1 << ((properties / 45) | 0)) - 1; // pb
  let size = 0;
  for (let index = 8; index > 4; index--) size = (size << 8) | packed[index];

  const out = new Uint8Array(size);
  const odds = new Uint16Array(LITERAL + (0x300 << (literalBits + 4))).fill(1024);
  // The range coder's state: 32 bits without a sign, kept as engines keep integers, with one.
  let range = -1;
  let code = 0;
  let next = 14; // After the header, the coder's first byte is always zero.
  for (; next < 18; next++) code = (code << 8) | packed[next];

  function bit(index) {
    const odd = odds[index];
    const bound = ((range >>> 11) * odd) | 0;
    const is = code >>> 0 < bound >>> 0 ? 0 : 1;
    if (is) {
      code = (code - bound) | 0;
      range = (range - bound) | 0;
      odds[index] = odd - (odd >> 5);
    } else {
      range = bound;
      odds[index] = odd + ((2048 - odd) >> 5);
    }
    if (range >>> 0 < 0x1000000) {
      range <<= 8;
      code = (code << 8) | packed[next++];
    }
    return is;
  }

  /** A number of so many bits, the highest first; each bit's odds depend on those above it. */
  function tree(index, bits) {
    let node = 1;
    for (let left = bits; left; left--) node = (node << 1) | bit(index + node);
    return node - (1 << bits);
  }

  /** The same, the lowest bit first. */
  function reversed(index, bits) {
    let node = 1;
    let number = 0;
    for (let place = 0; place < bits; place++) {
      const is = bit(index + node);
      node = (node << 1) | is;
      number |= is << place;
    }
    return number;
  }

  function length(index, place) {
    if (!bit(index)) return 2 + tree(index + SHORT + (place << 3), 3);
    if (!bit(index + 1)) return 10 + tree(index + MEDIUM + (place << 3), 3);
    return 18 + tree(index + LONG, 8);
  }

  function distance(length) {
    const slot = tree(SLOT + (Math.min(length - 2, 3) << 6), 6);
    if (slot < 4) return slot + 1;
    let bits = (slot >> 1) - 1;
    let far = (2 | (slot & 1)) << bits;
    if (slot < 14) return far + reversed(DISTANCE + far - slot, bits) + 1;
    // The middle bits have no odds: each halves the range.
    for (; bits > 4; ) {
      range = (range >>> 1) | 0;
      const is = code >>> 0 < range >>> 0 ? 0 : 1;
      if (is) code = (code - range) | 0;
      far += is << --bits;
      if (range >>> 0 < 0x1000000) {
        range <<= 8;
        code = (code << 8) | packed[next++];
      }
    }
    return far + reversed(ALIGN, 4) + 1;
  }

  let at = 0;
  // What came last decides which odds hold: below 7 a literal, 0 after several of them.
  let state = 0;
  // The distances of the last four different matches, the latest first.
  let last = 1;
  let second = 1;
  let third = 1;
  let fourth = 1;

  function literal() {
    const before = at ? out[at - 1] >> (8 - literalBits) : 0;
    const index = LITERAL + 0x300 * (((at & literalMask) << literalBits) + before);
    let node = 1;
    // After a match, the byte that would have continued it is a hint, until it proves wrong.
    if (state > 6) {
      let hint = out[at - last];
      let same = true;
      while (same && node < 256) {
        const hinted = (hint >> 7) & 1;
        const is = bit(index + ((1 + hinted) << 8) + node);
        node = (node << 1) | is;
        hint <<= 1;
        same = is === hinted;
      }
    }
    while (node < 256) node = (node << 1) | bit(index + node);
    out[at++] = node;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  }

  function match(place) {
    let count;
    if (!bit(IS_REPEATED + state)) {
      fourth = third;
      third = second;
      second = last;
      count = length(LENGTH, place);
      last = distance(count);
      state = state < 7 ? 7 : 10;
    } else {
      let short = false;
      if (!bit(IS_OLDER + state)) {
        short = !bit(IS_LONGER + (state << 4) + place);
      } else {
        let older = second;
        if (bit(IS_OLDER_THAN_1 + state)) {
          older = third;
          if (bit(IS_OLDER_THAN_2 + state)) {
            older = fourth;
            fourth = third;
          }
          third = second;
        }
        second = last;
        last = older;
      }
      count = short ? 1 : length(REPEATED_LENGTH, place);
      state = state > 6 ? 11 : short ? 9 : 8;
    }
    const end = Math.min(at + count, size);
    // Nothing is there before the beginning: the bytes are damaged.
    if (last > at) at = size + 1;
    for (; at < end; at++) out[at] = out[at - last];
  }

  while (at < size) {
    const place = at & placeMask;
    if (bit(IS_MATCH + (state << 4) + place)) match(place);
    else literal();
  }
  // A whole stream leaves the coder at zero; after any damage it does not, but for one in 2 ** 32.
  if (at !== size || code || next > packed.length) throw new Error("its packed bytes are damaged");
  return out;
}
