// Unpacks the engine that travels inside the single file.
//
// A module of a few kilobytes does the work, since a script that was just loaded runs slowly and
// wasm does not. The crate `unpack` is its source; it travels as pairs of hexadecimal digits, which
// gzip packs better than it does base64.

/** The wasm that a text of letters carries. Throws where the text is damaged. */
export function unpack(letters, unpacker) {
  const module = Uint8Array.from(unpacker.match(/../g), (pair) => parseInt(pair, 16));
  const { memory, room, unpack } = new WebAssembly.Instance(new WebAssembly.Module(module)).exports;
  const text = room(letters.length);
  new TextEncoder().encodeInto(letters, new Uint8Array(memory.buffer, text));
  const unpacked = unpack(text, letters.length);
  if (!unpacked) throw new Error("its packed bytes are damaged");
  // Asked for only here: memory that has grown has another buffer.
  const [start, size] = new Uint32Array(memory.buffer, unpacked, 2);
  return new Uint8Array(memory.buffer, start, size);
}
