// The streams inside the single file: the wasm comes back from them as it was. That the real one
// does, of thousands of functions, is asserted in lzma.test.mjs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { decode } from "../../pkg/letters.js";
import { unpack } from "../../pkg/lzma.js";
import { join } from "../../pkg/streams.js";

// A version, a type section; a data section.
const before = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0];
const after = [11, 1, 0];

const joined = (...streams) => [...join(new Uint8Array([...streams, before.length, ...before, ...after]))];
const wasm = (...code) => [...before, 10, code.length, ...code, ...after];

test("operands return to their opcodes", () => {
  // Two functions: (local.get 7, local.set 9, local.get 8) and, with a local, (drop).
  assert.deepEqual(
    joined(0x16, 0x20, 0x21, 0x20, 0x16, 0x1a, 0x17, 0, 1, 1, 0x7f, 8, 7, 9),
    wasm(2, 8, 0, 0x20, 7, 0x21, 9, 0x20, 8, 0x0b, 5, 1, 1, 0x7f, 0x1a, 0x0b),
  );
});

for (const [name, ...instruction] of [
  ["a block", 0x02, 0x40],
  ["a branch table", 0x0e, 2, 0x80, 1, 1, 2],
  ["an indirect call", 0x11, 5, 0],
  ["a large constant", 0x41, 0x80, 0x80, 0x80, 0x80, 0x78],
  ["a constant of 64 bits", 0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f],
  ["a float", 0x43, 1, 2, 3, 0xff],
  ["a double", 0x44, 1, 2, 3, 4, 5, 6, 7, 0xff],
  ["a load", 0x28, 2, 0x90, 3],
  ["a copy of memory", 0xfc, 10, 0, 0],
  ["a filling of memory", 0xfc, 11, 0],
  ["a conversion behind a prefix", 0xfc, 2],
]) {
  test(`${name} comes back`, () => {
    const [opcode, ...operands] = instruction;
    // The locals' key lies between those of low opcodes and those of high ones.
    const streams = opcode < 0x16 ? [...operands, 0] : [0, ...operands];
    // An alignment and an offset are two operands, in this order here too.
    assert.deepEqual(
      joined(0x16, opcode, 0x17, ...streams),
      wasm(1, instruction.length + 2, 0, ...instruction, 0x0b),
    );
  });
}

test("a function of 200 bytes has its length in two", () => {
  const nops = Array(197).fill(1);
  const code = [1, 199, 1, 0, ...nops, 0x0b];
  assert.deepEqual(joined(0x16, ...nops, 0x17, 0), [...before, 10, 202, 1, ...code, ...after]);
});

test("a wasm that was left whole stays as it is", () => {
  const whole = new Uint8Array(wasm(1, 2, 0, 0x0b));
  assert.equal(join(whole), whole);
});

test("the single file's wasm travels in streams", () => {
  const script = readFileSync(new URL("../../pkg/quote-timeline.js", import.meta.url)).toString();
  const packed = script.split('"').reduce((longest, string) => (string.length > longest.length ? string : longest));
  const streams = unpack(decode(packed));
  assert.notDeepEqual(streams.slice(0, 4), new Uint8Array([0, 0x61, 0x73, 0x6d]));
  assert.ok(WebAssembly.validate(join(streams)));
});
