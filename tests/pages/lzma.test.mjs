// The decoder inside the single file: it gives back the wasm that went in, and fails on anything else.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { decode } from "../../pkg/letters.js";
import { unpack } from "../../pkg/lzma.js";
import { join } from "../../pkg/streams.js";

const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));
const wasm = file("target/package/short.wasm");
// The longest string of the script is the packed wasm.
const letters = file("pkg/quote-timeline.js")
  .toString()
  .split('"')
  .reduce((longest, string) => (string.length > longest.length ? string : longest));
const packed = decode(letters);
const { length } = packed;

/** The packed wasm, its bytes changed by the function. */
function changed(change) {
  const bytes = Uint8Array.from(packed);
  return change(bytes) ?? bytes;
}

test("the single file holds the wasm, byte for byte", () => {
  assert.equal(Buffer.compare(wasm, join(unpack(packed))), 0);
});

test("a file that was cut off is an error", () => {
  for (const kept of [0, 5, 13, 18, 1000, length >> 1, length - 1]) {
    assert.throws(() => unpack(changed((bytes) => bytes.subarray(0, kept))), Error, `${kept} bytes kept`);
  }
});

test("a changed byte anywhere is an error", () => {
  for (let part = 0; part < 20; part++) {
    // Behind the header and the coder's first byte, which carry nothing that this decoder needs.
    const at = 14 + Math.floor(((length - 15) * part) / 19);
    assert.throws(() => unpack(changed((bytes) => void (bytes[at] ^= 0x10))), Error, `byte ${at}`);
  }
});

test("what is no .lzma file is an error", () => {
  assert.throws(() => unpack(new Uint8Array(5000).fill(0xff)), Error);
  assert.throws(() => unpack(new Uint8Array(0)), Error);
});

test("the letters need no escape, and give back the packed file", () => {
  assert.match(letters, /^[ !#-[\]-~]+$/);
  assert.equal(Buffer.compare(packed, file("target/package/wasm.lzma")), 0);
});
