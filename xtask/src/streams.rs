//! The wasm sorted into streams, which LZMA packs a tenth smaller: like stands beside like.
//!
//! The idea is that of packers of executables ("split-stream" compression), as in Fabian Giesen's
//! kkrunchy. The code section comes apart, in this order:
//!
//! 1. One byte for each instruction of all functions: its opcode. [`FUNCTION`] stands before each
//!    function, whose last `end` is left out, and [`CODE`] behind the last of them.
//! 2. The operands as they were, sorted by [`key`]; those of one key in the order of the code.
//!    The locals of a function are the operand of its [`FUNCTION`].
//! 3. How many bytes of the module stand before the code section, in LEB128.
//! 4. The module without its code section.
//!
//! What follows from these is left out: the number of functions, and the lengths of each and of
//! the section. `pkg/streams.js` puts the wasm back together in the browser.

/// What stands before each function, in place of its last `end`. Wasm has no such opcode.
const FUNCTION: u8 = 0x16;

/// What stands behind the last function. Wasm has no such opcode.
const CODE: u8 = 0x17;

/// What every function ends with.
const END: u8 = 0x0b;

/// The number of the code section.
const SECTION: u8 = 10;

/// The most instructions for which the browser has numbers.
const MOST: usize = 1 << 19;

/// What every wasm file begins with.
const MAGIC: &[u8] = b"\0asm";

/// Sorts the wasm into streams. Leaves it as it is where it would not come back byte for byte:
/// with instructions that are not known here, or numbers that are written longer than needed; and
/// where there are too many instructions.
pub(crate) fn split(wasm: &[u8]) -> Vec<u8> {
    apart(wasm)
        .filter(|streams| join(streams).as_deref() == Some(wasm))
        .unwrap_or_else(|| wasm.to_vec())
}

/// An operand: the place of its instruction among all, whether it is the second, and its bytes.
type Operand<'a> = (usize, bool, &'a [u8]);

fn apart(wasm: &[u8]) -> Option<Vec<u8>> {
    let (before, code, after) = code_section(wasm)?;
    let mut rest = code;
    let mut opcodes = Vec::new();
    let mut operands: Vec<Operand> = Vec::new();
    let functions = take_number(&mut rest)?;
    for _ in 0..functions {
        let size = take_number(&mut rest)?;
        let mut body = take(&mut rest, size)?;
        operands.push((opcodes.len(), false, take_operand(&mut body, FUNCTION)?));
        opcodes.push(FUNCTION);
        while let Some((&opcode, behind)) = body.split_first() {
            body = behind;
            let second = [false, true].into_iter().take(operand_count(opcode));
            for second in second {
                operands.push((opcodes.len(), second, take_operand(&mut body, opcode)?));
            }
            opcodes.push(opcode);
        }
        opcodes.pop().filter(|&last| last == END)?;
    }
    opcodes.push(CODE);
    if opcodes.len() > MOST {
        return None;
    }
    operands.sort_by_key(|&(place, second, _)| key(&opcodes, place, second));

    let mut streams = opcodes;
    streams.extend(operands.iter().flat_map(|&(_, _, bytes)| bytes));
    put_number(&mut streams, before.len());
    streams.extend([before, after].concat());
    Some(streams)
}

/// The wasm that was split, or left whole; nothing where the bytes are neither. For checking that
/// [`split`] loses nothing, by the rules by which the browser puts them together.
fn join(streams: &[u8]) -> Option<Vec<u8>> {
    if streams.first() != Some(&FUNCTION) {
        return Some(streams.to_vec());
    }
    let count = streams.iter().position(|&opcode| opcode == CODE)?;
    let (opcodes, mut rest) = streams.split_at_checked(count.checked_add(1)?)?;
    let mut operands: Vec<Operand> = Vec::new();
    for (place, &opcode) in opcodes.iter().enumerate() {
        let second = [false, true].into_iter().take(operand_count(opcode));
        operands.extend(second.map(|second| (place, second, streams)));
    }
    operands.sort_by_key(|&(place, second, _)| key(opcodes, place, second));
    for (place, _, bytes) in &mut operands {
        *bytes = take_operand(&mut rest, *opcodes.get(*place)?)?;
    }
    operands.sort_by_key(|&(place, second, _)| (place, second));

    let mut operands = operands.into_iter().peekable();
    let mut functions = 0;
    let mut bodies = Vec::new();
    let mut body = Vec::new();
    for (place, &opcode) in opcodes.iter().enumerate() {
        let mut bytes = Vec::new();
        while let Some((_, _, operand)) = operands.next_if(|&(of, _, _)| of == place) {
            bytes.extend(operand);
        }
        if opcode == FUNCTION || opcode == CODE {
            if place > 0 {
                functions += 1;
                body.push(END);
                put_number(&mut bodies, body.len());
                bodies.append(&mut body);
            }
        } else {
            body.push(opcode);
        }
        body.append(&mut bytes);
    }

    let mut code = Vec::new();
    put_number(&mut code, functions);
    code.append(&mut bodies);
    let before = take_number(&mut rest)?;
    let mut wasm = take(&mut rest, before)?.to_vec();
    wasm.push(SECTION);
    put_number(&mut wasm, code.len());
    Some([wasm.as_slice(), &code, rest].concat())
}

/// What the operands of the code are sorted by: the opcode and those around it that tell most about
/// them. What packs best was found by trying.
fn key(opcodes: &[u8], place: usize, second: bool) -> [u8; 4] {
    // One before the instruction, itself, and two behind.
    let mut around = opcodes.iter().copied().skip(place.saturating_sub(1));
    let before = if place > 0 { around.next() } else { None };
    let mut opcode = || around.next().unwrap_or_default();
    match opcode() {
        // The offsets of all loads and stores are alike.
        0x28..=0x3e if second => [0x3f, 0, 0, 0],
        // What a number is good for, those after it know.
        constant @ 0x41..=u8::MAX => [constant, opcode(), opcode(), before.unwrap_or_default()],
        get @ 0x20 => [get, opcode(), 0, 0],
        other => [other, 0, 0, 0],
    }
}

/// How many operands of an instruction are kept apart: loads and stores have an alignment and an
/// offset, for all others what follows the opcode is one.
fn operand_count(opcode: u8) -> usize {
    match opcode {
        0x28..=0x3e => 2,
        0x02..=0x04 | 0x0c..=0x0e | 0x10 | 0x11 | FUNCTION | 0x20..=0x26 | 0x3f..=0x44 | 0xfc => 1,
        _ => 0,
    }
}

/// Takes one operand of this instruction off the front of the bytes.
fn take_operand<'a>(bytes: &mut &'a [u8], opcode: u8) -> Option<&'a [u8]> {
    let mut rest = *bytes;
    let size = match opcode {
        // f32.const and f64.const
        0x43 => 4,
        0x44 => 8,
        _ => {
            let first = take_number(&mut rest)?;
            let more = match opcode {
                // br_table: so many depths, and one for all else.
                0x0e => first.checked_add(1)?,
                // call_indirect: a type and a table.
                0x11 => 1,
                // Each kind of locals: how many, and their type.
                FUNCTION => first.checked_mul(2)?,
                // memory.copy, number 10, has two memories, memory.fill one.
                0xfc if first > 7 => 12_usize.checked_sub(first)?,
                _ => 0,
            };
            for _ in 0..more {
                take_number(&mut rest)?;
            }
            bytes.len().checked_sub(rest.len())?
        }
    };
    take(bytes, size)
}

/// What stands before the code section, what is in it, and what stands behind.
fn code_section(wasm: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let mut rest = wasm.strip_prefix(MAGIC)?;
    // The version.
    take(&mut rest, 4)?;
    loop {
        let before = wasm.len().checked_sub(rest.len())?;
        let (&section, behind) = rest.split_first()?;
        rest = behind;
        let size = take_number(&mut rest)?;
        let content = take(&mut rest, size)?;
        if section == SECTION {
            return Some((wasm.get(..before)?, content, rest));
        }
    }
}

fn take<'a>(bytes: &mut &'a [u8], size: usize) -> Option<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(size)?;
    *bytes = rest;
    Some(taken)
}

/// Takes a number in LEB128 off the front. Of one with a sign, or of more than 32 bits, the length
/// is right and the value is not asked for.
fn take_number(bytes: &mut &[u8]) -> Option<usize> {
    let mut value = 0;
    for shift in (0..70).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        if shift < 32 {
            value |= usize::from(byte & 0x7f) << shift;
        }
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

fn put_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        bytes.push(u8::try_from(number & 0x7f).unwrap_or_default() | 0x80);
        number >>= 7;
    }
    bytes.push(u8::try_from(number).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with this code section, between the type section and a data section.
    fn module(code: &[u8]) -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x0a".to_vec();
        put_number(&mut wasm, code.len());
        wasm.extend(code);
        wasm.extend(b"\x0b\x01\0");
        wasm
    }

    /// A code section of one function with these locals and instructions and its `end`.
    fn function(locals: &[u8], instructions: &[u8]) -> Vec<u8> {
        let mut code = vec![1];
        put_number(&mut code, locals.len() + instructions.len() + 1);
        code.extend([locals, instructions, &[END]].concat());
        code
    }

    /// Asserts that the wasm is split, and that it comes back.
    #[track_caller]
    fn assert_comes_back(wasm: &[u8]) -> Vec<u8> {
        let streams = split(wasm);
        assert_ne!(streams, wasm, "left whole");
        assert_eq!(join(&streams).unwrap(), wasm);
        streams
    }

    #[test]
    fn opcodes_come_first_then_operands_by_opcode() {
        // Two functions: (local.get 7, local.set 9, local.get 8) and, with a local, (drop).
        let wasm = module(b"\x02\x08\0\x20\x07\x21\x09\x20\x08\x0b\x05\x01\x01\x7f\x1a\x0b");
        assert_eq!(
            assert_comes_back(&wasm),
            [
                &[FUNCTION, 0x20, 0x21, 0x20, FUNCTION, 0x1a, CODE] as &[u8],
                &[0, 1, 1, 0x7f, 8, 7, 9, 14],
                b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x0b\x01\0",
            ]
            .concat()
        );
    }

    #[test]
    fn every_kind_of_operand_comes_back() {
        let instructions: [&[u8]; 14] = [
            &[0x02, 0x40, 0x0b],
            &[0x0d, 0x01],
            &[0x0e, 0x02, 0x00, 0x01, 0x02],
            &[0x10, 0x80, 0x01],
            &[0x11, 0x05, 0x00],
            &[0x23, 0x00],
            &[0x28, 0x02, 0x90, 0x03],
            &[0x3f, 0x00],
            &[0x41, 0x80, 0x80, 0x80, 0x80, 0x78],
            &[0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f],
            &[0x43, 1, 2, 3, 0xff],
            &[0x44, 1, 2, 3, 4, 5, 6, 7, 0xff],
            &[0xfc, 0x0a, 0x00, 0x00, 0xfc, 0x0b, 0x00, 0xfc, 0x02],
            &[0x6a, 0x1a, 0xc0],
        ];
        for one in instructions {
            assert_comes_back(&module(&function(&[0], one)));
        }
        assert_comes_back(&module(&function(&[2, 1, 0x7f, 0x80, 1, 0x7e], &instructions.concat())));
    }

    #[test]
    fn what_would_not_come_back_is_left_whole() {
        let padded_length = module(&[1, 0x82, 0x00, 0, END]);
        let padded_count = module(&[0x81, 0x00, 2, 0, END]);
        let marker = module(&function(&[0], &[CODE]));
        let unfinished = module(&[1, 2, 0, 0x01]);
        let cut_operand = module(&[1, 3, 0, 0x41, 0x80]);
        let no_functions = module(&[0]);
        let too_many = module(&function(&[0], &vec![1; MOST]));
        let no_code = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0".to_vec();
        for wasm in [
            padded_length,
            padded_count,
            marker,
            unfinished,
            cut_operand,
            no_functions,
            too_many,
            no_code,
            Vec::new(),
        ] {
            assert_eq!(split(&wasm), wasm);
            assert_eq!(join(&wasm).unwrap(), wasm);
        }
    }

    #[test]
    fn bytes_that_are_no_streams_are_told() {
        assert_eq!(join(&[FUNCTION]), None);
        assert_eq!(join(&[FUNCTION, 0x41, CODE]), None);
        assert_eq!(join(&[FUNCTION, CODE, 0, 9]), None);
    }
}
