//! Puts the engine back together, whose code travels sorted into streams.
//!
//! LZMA packs better where like stands beside like. So the wasm's code section is taken apart
//! before: first come the opcodes of all functions, then their operands, sorted by opcode. The
//! opcodes say which operands there are and how they were sorted; the lengths of functions follow
//! from what is in them. This takes a twelfth off the single file. How the parts lie is told in
//! `xtask/src/streams.rs`, which takes them apart.
//!
//! An operand has a number: twice the place of its instruction among all, plus one for the second
//! of two.

use alloc::{vec, vec::Vec};

/// What stands before each function, in place of its last `end`. Wasm has no such opcode.
pub const FUNCTION: u8 = 0x16;

/// What stands behind the last function. Wasm has no such opcode.
pub const CODE: u8 = 0x17;

/// What every function ends with.
pub const END: u8 = 0x0b;

/// The number of the code section.
pub const SECTION: u8 = 10;

/// How many operands of an instruction are kept apart: loads and stores have an alignment and an
/// offset, for all others what follows the opcode is one. The locals of a function are the operand
/// of its [`FUNCTION`].
pub fn operand_count(opcode: u8) -> usize {
    match opcode {
        0x28..=0x3e => 2,
        0x02..=0x04 | 0x0c..=0x0e | 0x10 | 0x11 | FUNCTION | 0x20..=0x26 | 0x3f..=0x44 | 0xfc => 1,
        _ => 0,
    }
}

/// Where an operand ends that begins at this place; beyond the bytes' own end where it is cut off.
pub fn operand_end(bytes: &[u8], mut at: usize, opcode: u8) -> usize {
    match opcode {
        // f32.const and f64.const
        0x43 => return at + 4,
        0x44 => return at + 8,
        _ => (),
    }
    let first = number(bytes, &mut at);
    let more = match opcode {
        // br_table: so many depths, and one for all else.
        0x0e => first.wrapping_add(1),
        // call_indirect: a type and a table.
        0x11 => 1,
        // Each kind of locals: how many, and their type.
        FUNCTION => first.wrapping_mul(2),
        // memory.copy, number 10, has two memories, memory.fill one.
        0xfc if first > 7 => 12_usize.wrapping_sub(first),
        _ => 0,
    };
    for _ in 0..more {
        if at > bytes.len() {
            break;
        }
        number(bytes, &mut at);
    }
    at
}

/// What operands are sorted by, pass by pass, the last the most weighty: the opcode and those around
/// it that tell most about them. What packs best was found by trying.
pub fn digit(opcodes: &[u8], operand: usize, pass: usize) -> u8 {
    let place = operand >> 1;
    let opcode = byte(opcodes, place);
    match pass {
        // The offsets of all loads and stores are alike.
        3 if operand & 1 == 1 => 0x3f,
        3 => opcode,
        _ if pass < first_pass(opcode) => 0,
        // What a number is good for, those after it know.
        0 => byte(opcodes, place.wrapping_sub(1)),
        1 => byte(opcodes, place + 2),
        _ => byte(opcodes, place + 1),
    }
}

/// In which pass the operands of an opcode are first told apart by a digit.
fn first_pass(opcode: u8) -> usize {
    match opcode {
        // Constants.
        0x41.. => 0,
        // local.get
        0x20 => 2,
        _ => 3,
    }
}

/// The wasm whose streams these bytes are, and the place from which on it is; a wasm that was left
/// whole stays as it is. Nothing where the bytes are neither.
pub fn join(bytes: Vec<u8>) -> Option<(Vec<u8>, usize)> {
    if bytes.first() != Some(&FUNCTION) {
        return Some((bytes, 0));
    }
    let count = bytes.iter().position(|&opcode| opcode == CODE)?;
    let opcodes = bytes.get(..=count)?;
    let mut at = count + 1;
    let begins = begins(&bytes, opcodes, &mut at)?;
    let before = number(&bytes, &mut at);
    let (before, after) = bytes.get(at..)?.split_at_checked(before)?;

    // From behind, because lengths stand before what they measure.
    let mut wasm = Behind::new(2 * bytes.len());
    wasm.put(after);
    let behind = wasm.top;
    let mut last = behind;
    let mut functions = 0;
    for (place, &opcode) in opcodes.iter().enumerate().rev() {
        for operand in (2 * place..2 * place + operand_count(opcode)).rev() {
            let begin = *begins.get(operand)?;
            wasm.put(bytes.get(begin..operand_end(&bytes, begin, opcode))?);
        }
        if opcode == FUNCTION {
            wasm.put_number(last.wrapping_sub(wasm.top));
            last = wasm.top;
            functions += 1;
        }
        if opcode != FUNCTION && opcode != CODE {
            wasm.put(&[opcode]);
        } else if place > 0 {
            wasm.put(&[END]);
        }
    }
    wasm.put_number(functions);
    wasm.put_number(behind.wrapping_sub(wasm.top));
    wasm.put(&[SECTION]);
    wasm.put(before);
    Some((wasm.bytes, wasm.top))
}

/// Where each operand begins, by its number; moves the place to behind the last.
fn begins(bytes: &[u8], opcodes: &[u8], at: &mut usize) -> Option<Vec<usize>> {
    let mut order = vec![0; 2 * opcodes.len()];
    let mut count = 0;
    // Those that all but the last pass would leave as they are stand in front, so that these need not
    // look at them: readers wait for this, and half of all are so.
    let mut starts = [0; 4];
    for (pass, start) in starts.iter_mut().enumerate().rev() {
        *start = count;
        for (place, &opcode) in opcodes.iter().enumerate() {
            if first_pass(opcode) == pass {
                for operand in 2 * place..2 * place + operand_count(opcode) {
                    *order.get_mut(count)? = operand;
                    count += 1;
                }
            }
        }
    }
    order.truncate(count);
    // Radix sort: pass by pass by one digit, which leaves those of one digit in their order.
    let mut room = vec![0; count];
    for (pass, start) in starts.into_iter().enumerate() {
        let order = order.get_mut(start..)?;
        let mut ends = [0; 0x100];
        for &operand in &*order {
            *ends.get_mut(usize::from(digit(opcodes, operand, pass)))? += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        for &operand in order.iter().rev() {
            let end = ends.get_mut(usize::from(digit(opcodes, operand, pass)))?;
            *end -= 1;
            *room.get_mut(*end)? = operand;
        }
        order.copy_from_slice(room.get(..order.len())?);
    }

    let mut begins = vec![0; 2 * opcodes.len()];
    for operand in order {
        *begins.get_mut(operand)? = *at;
        *at = operand_end(bytes, *at, byte(opcodes, operand >> 1));
    }
    Some(begins)
}

/// The byte at a place; zero where there is none.
fn byte(bytes: &[u8], place: usize) -> u8 {
    bytes.get(place).copied().unwrap_or(0)
}

/// A number in LEB128, whose place then moves on. Of one with a sign, or of more than 32 bits, the
/// length is right and the value is not asked for.
pub fn number(bytes: &[u8], at: &mut usize) -> usize {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = byte(bytes, *at);
        *at += 1;
        value |= usize::from(byte & 0x7f).wrapping_shl(shift);
        shift += 7;
        if byte < 0x80 {
            return value;
        }
    }
}

/// Bytes that are written from their end on.
struct Behind {
    bytes: Vec<u8>,
    top: usize,
}

impl Behind {
    fn new(size: usize) -> Self {
        Self { bytes: vec![0; size], top: size }
    }

    // Once is enough: the compiler would have a copy of it at each call.
    #[inline(never)]
    fn put(&mut self, bytes: &[u8]) {
        for &byte in bytes.iter().rev() {
            self.top = self.top.wrapping_sub(1);
            if let Some(place) = self.bytes.get_mut(self.top) {
                *place = byte;
            }
        }
    }

    /// Puts a number in LEB128.
    fn put_number(&mut self, number: usize) {
        let mut more = 0;
        for shift in [28, 21, 14, 7, 0] {
            let part = number >> shift;
            if part > 0 || shift == 0 {
                self.put(&[part.to_le_bytes()[0] & 0x7f | more]);
                more = 0x80;
            }
        }
    }
}
