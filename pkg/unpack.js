// Unpacks the engine that travels inside the single file.
//
// A module of a few kilobytes does the work, since a script that was just loaded runs slowly and
// wasm does not. The crate `unpack` is its source; it travels as pairs of hexadecimal digits, which
// gzip packs better than it does base64.

import { breath, turns } from "./turns.js";

/** The wasm that a text of letters carries, between whose steps the page answers. Rejects where the text is damaged. */
export async function unpack(letters, unpacker) {
  // What runs the script has had its turn.
  await breath();
  const module = Uint8Array.from(unpacker.match(/../g), (pair) => parseInt(pair, 16));
  const { memory, room, begin, step } = new WebAssembly.Instance(new WebAssembly.Module(module)).exports;
  const text = room(letters.length);
  new TextEncoder().encodeInto(letters, new Uint8Array(memory.buffer, text));
  const rest = turns();
  const unpacking = begin(text, letters.length);
  let unpacked = unpacking && 1;
  while (unpacked === 1) {
    await rest();
    unpacked = step(unpacking);
  }
  if (!unpacked) throw new Error("its packed bytes are damaged");
  // What compiles it begins in a task of its own.
  await breath();
  // Asked for only here: memory that has grown has another buffer.
  const [start, size] = new Uint32Array(memory.buffer, unpacked, 2);
  return new Uint8Array(memory.buffer, start, size);
}
