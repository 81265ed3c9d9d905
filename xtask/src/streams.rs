//! The wasm sorted into streams, which LZMA packs a tenth smaller: like stands beside like.
//!
//! The idea is that of packers of executables ("split-stream" compression), as in Fabian Giesen's
//! kkrunchy. The code section comes apart, in this order:
//!
//! 1. One byte for each instruction of all functions: its opcode. [`FUNCTION`] stands before each
//!    function, whose last `end` is left out, and [`CODE`] behind the last of them.
//! 2. The operands as they were, sorted by their [`digit`]s; those of one key in the order of the code.
//!    The locals of a function are the operand of its [`FUNCTION`].
//! 3. How many bytes of the module stand before the code section, in LEB128.
//! 4. The module without its code section.
//!
//! What follows from these is left out: the number of functions, and the lengths of each and of
//! the section. The crate `unpack` puts the wasm back together in the browser; what both have to know stands there.

use unpack::streams::{CODE, END, FUNCTION, SECTION, digit, number, operand_count, operand_end};

/// What every wasm file begins with.
const MAGIC: &[u8] = b"\0asm";

/// Sorts the wasm into streams. Leaves it as it is where it would not come back byte for byte:
/// with instructions that are not known here, or numbers that are written longer than needed.
pub(crate) fn split(wasm: &[u8]) -> Vec<u8> {
    apart(wasm)
        .filter(|streams| join(streams).as_deref() == Some(wasm))
        .unwrap_or_else(|| wasm.to_vec())
}

/// The wasm that was split, or left whole, by the rules by which the browser puts it together.
fn join(streams: &[u8]) -> Option<Vec<u8>> {
    let (mut wasm, from) = unpack::streams::join(streams.to_vec())?;
    wasm.drain(..from);
    Some(wasm)
}

/// An operand: twice the place of its instruction among all, and one more for the second of two;
/// and its bytes.
type Operand<'a> = (usize, &'a [u8]);

fn apart(wasm: &[u8]) -> Option<Vec<u8>> {
    let (before, code, after) = code_section(wasm)?;
    let mut rest = code;
    let mut opcodes = Vec::new();
    let mut operands: Vec<Operand> = Vec::new();
    let functions = take_number(&mut rest)?;
    for _ in 0..functions {
        let size = take_number(&mut rest)?;
        let mut body = take(&mut rest, size)?;
        operands.push((2 * opcodes.len(), take_operand(&mut body, FUNCTION)?));
        opcodes.push(FUNCTION);
        while let Some((&opcode, behind)) = body.split_first() {
            body = behind;
            for second in 0..operand_count(opcode) {
                operands.push((2 * opcodes.len() + second, take_operand(&mut body, opcode)?));
            }
            opcodes.push(opcode);
        }
        opcodes.pop().filter(|&last| last == END)?;
    }
    opcodes.push(CODE);
    operands.sort_by_key(|&(operand, _)| [3, 2, 1, 0].map(|pass| digit(&opcodes, operand, pass)));

    let mut streams = opcodes;
    streams.extend(operands.iter().flat_map(|&(_, bytes)| bytes));
    put_number(&mut streams, before.len());
    streams.extend([before, after].concat());
    Some(streams)
}

/// Takes one operand of this instruction off the front of the bytes.
fn take_operand<'a>(bytes: &mut &'a [u8], opcode: u8) -> Option<&'a [u8]> {
    take(bytes, operand_end(bytes, 0, opcode))
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

/// Takes a number in LEB128 off the front.
fn take_number(bytes: &mut &[u8]) -> Option<usize> {
    let mut end = 0;
    let value = number(bytes, &mut end);
    take(bytes, end)?;
    Some(value)
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
        let no_code = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0".to_vec();
        for wasm in [
            padded_length,
            padded_count,
            marker,
            unfinished,
            cut_operand,
            no_functions,
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
