// Puts the engine back together, whose code travels sorted into streams.
//
// LZMA packs better where like stands beside like. So the wasm's code section is taken apart before:
// first come the opcodes of all functions, then their operands, sorted by opcode. The opcodes say
// which operands there are and how they were sorted; the lengths of functions follow from what is in
// them. This takes a twelfth off the single file. How the parts lie is told in `xtask/src/streams.rs`,
// which takes them apart.

// Opcodes that wasm leaves free: before each function, whose last `end` is left out; behind the last.
const FUNCTION = 0x16;
const CODE = 0x17;
const END = 0x0b;

// By opcode, the operands that follow it: 1 a number, 2 two numbers, 3 a table of branches, 4 the
// function's locals, 6 an alignment and an offset, 7 four bytes, 8 eight bytes. And 5, what follows
// the prefix 0xfc: another opcode, and its operands.
const SHAPES = "001110000000113012000040000000001111111066666666666666666666666111178";
const PREFIX = 0xfc;

/** A number in LEB128. */
function leb(number) {
  return number > 127 ? [(number & 127) | 128, ...leb(number >> 7)] : [number];
}

/** The wasm whose streams these bytes are; a wasm that was left whole stays as it is. */
export function join(bytes) {
  if (bytes[0] !== FUNCTION) return bytes;

  const shapes = new Uint8Array(256);
  for (let opcode = 0; opcode < SHAPES.length; opcode++) shapes[opcode] = SHAPES[opcode];
  shapes[PREFIX] = 5;

  const count = bytes.indexOf(CODE);
  // An operand's number is twice its opcode's place, plus one for the second of two: 20 bits. The
  // key that it is sorted by stands above that, 32 bits, in one float.
  const operands = [];
  for (let place = 0; place < count; place++) {
    const opcode = bytes[place];
    const shape = shapes[opcode];
    if (shape) {
      let key = opcode * 2 ** 24;
      // Constants and the locals that are read: also by the opcodes around them.
      if (opcode > 0x40 || opcode === 0x20) key += bytes[place + 1] << 16;
      if (opcode > 0x40) key += (bytes[place + 2] << 8) | bytes[place - 1];
      operands.push(key * 2 ** 20 + 2 * place);
      if (shape === 6) operands.push(0x3f * 2 ** 44 + 2 * place + 1);
    }
  }

  let at = count + 1;
  function number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }

  // Where each operand's bytes begin and end.
  const begin = new Uint32Array(2 * count);
  const end = new Uint32Array(2 * count);
  for (const numbered of new Float64Array(operands).sort()) {
    const operand = numbered % 2 ** 20;
    const shape = shapes[bytes[operand >> 1]];
    begin[operand] = at;
    if (shape > 6) {
      at += shape < 8 ? 4 : 8;
    } else {
      const first = number();
      let more = 0;
      if (shape === 2) more = 1;
      if (shape === 3) more = first + 1;
      if (shape === 4) more = 2 * first;
      // memory.copy, the tenth behind the prefix, takes two memories; memory.fill takes one.
      if (shape === 5 && first > 7) more = 12 - first;
      for (; more > 0; more--) number();
    }
    end[operand] = at;
  }

  // From behind, because lengths stand before what they measure.
  const before = number() + at;
  const wasm = new Uint8Array(bytes.length * 2);
  let top = wasm.length;
  const put = (list) => wasm.set(list, (top -= list.length));
  put(bytes.subarray(before));
  const behind = top;
  let last = top;
  let functions = 0;
  wasm[--top] = END;
  for (let place = count - 1; place >= 0; place--) {
    for (let operand = 2 * place + 1; operand >= 2 * place; operand--) {
      for (let from = end[operand]; from > begin[operand]; ) wasm[--top] = bytes[--from];
    }
    if (bytes[place] === FUNCTION) {
      put(leb(last - top));
      last = top;
      functions++;
      if (place) wasm[--top] = END;
    } else {
      wasm[--top] = bytes[place];
    }
  }
  put(leb(functions));
  put(leb(behind - top));
  put([10]);
  put(bytes.subarray(at, before));
  return wasm.subarray(top);
}
