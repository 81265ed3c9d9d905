//! What a wasm file is made of: its sections, and its code by where it comes from.

use std::{collections::BTreeMap, ops::Range};

use wasmparser::{BinaryReaderError, KnownCustom, Name, Parser, Payload, SectionLimited, TypeRef};

/// The bytes of a wasm file by section.
pub(crate) struct Anatomy {
    pub(crate) code: Vec<u8>,
    pub(crate) data: Vec<u8>,
    /// Types, imports, exports, tables, custom sections.
    pub(crate) rest: Vec<u8>,
}

impl Anatomy {
    /// Takes a wasm file apart; the error is what the parser found wrong.
    pub(crate) fn of(wasm: &[u8]) -> Result<Self, String> {
        let mut code: Range<u64> = 0..0;
        let mut data: Range<u64> = 0..0;
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.map_err(sentence)? {
                Payload::CodeSectionStart { unchecked_range, .. } => code = unchecked_range,
                Payload::DataSection(section) => data = section.range(),
                _ => {}
            }
        }
        let mut anatomy = Self { code: Vec::new(), data: Vec::new(), rest: Vec::new() };
        for (offset, &byte) in (0..).zip(wasm) {
            let section = match offset {
                _ if code.contains(&offset) => &mut anatomy.code,
                _ if data.contains(&offset) => &mut anatomy.data,
                _ => &mut anatomy.rest,
            };
            section.push(byte);
        }
        Ok(anatomy)
    }
}

/// How many bytes of code come from where, most first, by the names of the functions.
pub(crate) fn code_shares(wasm: &[u8]) -> Result<Vec<(String, u64)>, String> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(sentence)? {
            Payload::ImportSection(imports) => imported = imported_functions(imports)?,
            Payload::CodeSectionEntry(body) => bodies.push(body.range()),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(sections) = section.as_known() else { continue };
                for section in sections {
                    if let Name::Function(functions) = section.map_err(sentence)? {
                        for function in functions {
                            let function = function.map_err(sentence)?;
                            names.insert(function.index, function.name);
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let mut shares: BTreeMap<String, u64> = BTreeMap::new();
    // Imported functions come first in the numbering, and have no code.
    for (index, range) in (imported..).zip(bodies) {
        let origin = names.get(&index).map_or_else(|| NO_PATH.to_owned(), |name| origin(name));
        *shares.entry(origin).or_default() += range.end.saturating_sub(range.start);
    }
    let mut shares: Vec<_> = shares.into_iter().collect();
    shares.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    Ok(shares)
}

fn imported_functions(imports: SectionLimited<'_, wasmparser::Imports<'_>>) -> Result<u32, String> {
    let mut count = 0;
    for import in imports.into_imports() {
        if matches!(import.map_err(sentence)?.ty, TypeRef::Func(_)) {
            count += 1;
        }
    }
    Ok(count)
}

#[expect(clippy::needless_pass_by_value, reason = "the form that `map_err` calls")]
fn sentence(error: BinaryReaderError) -> String {
    error.to_string()
}

const OURS: &str = "quote_timeline";
/// Functions without a Rust path: those that JavaScript calls, and the compiler's own.
const NO_PATH: &str = "exports, with what is inlined there";
/// Types of the language itself; what is done with them is of the crate core.
const PRIMITIVES: [&str; 16] = [
    "bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64",
    "i128", "isize", "T",
];

/// Where a function comes from: its crate, and in ours the module too.
fn origin(symbol: &str) -> String {
    let Ok(name) = rustc_demangle::try_demangle(symbol) else { return NO_PATH.to_owned() };
    // `{:#}` leaves the hash out.
    let name = format!("{name:#}");
    // `<alloc::vec::Vec<T> as core::clone::Clone>::clone` is of alloc.
    let path = name.trim_start_matches(['<', '&', '[', '(', '*']);
    let path = ["mut ", "const ", "dyn "]
        .iter()
        .fold(path, |path, word| path.strip_prefix(word).unwrap_or(path));
    let mut words = path.split("::").map(|word| {
        word.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
    });
    match (words.next(), words.next()) {
        (Some(OURS), Some(module)) if module.starts_with(char::is_lowercase) => {
            format!("{OURS}::{module}")
        }
        (Some(primitive), _) if PRIMITIVES.contains(&primitive) => "core".to_owned(),
        (Some(krate), Some(_)) => krate.to_owned(),
        _ => NO_PATH.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_its_crate_and_ours_to_their_module() {
        for (symbol, expected) in [
            ("_ZN14quote_timeline4edtf5parse17h0123456789abcdefE", "quote_timeline::edtf"),
            ("_ZN4core3ptr4read17h0123456789abcdefE", "core"),
            (
                "_ZN55_$LT$quote_timeline..dossier..Quote$u20$as$u20$Drop$GT$4drop17h0123456789abcdefE",
                "quote_timeline::dossier",
            ),
            ("_ZN31_$LT$str$u20$as$u20$Display$GT$3fmt17h0123456789abcdefE", "core"),
            ("__wbindgen_malloc", NO_PATH),
        ] {
            assert_eq!(origin(symbol), expected);
        }
    }

    /// A module with one function of one byte of code after the head, one byte of data.
    const WASM: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x04\x01\x60\0\0\
        \x03\x02\x01\0\
        \x05\x03\x01\0\x01\
        \x0a\x04\x01\x02\0\x0b\
        \x0b\x07\x01\0\x41\0\x0b\x01x\
        \0\x0d\x04name\x01\x06\x01\0\x03foo";

    #[test]
    fn a_wasm_file_falls_into_its_sections() {
        let anatomy = Anatomy::of(WASM).unwrap();
        assert_eq!(anatomy.code, b"\x01\x02\0\x0b");
        assert_eq!(anatomy.data, b"\x01\0\x41\0\x0b\x01x");
        assert_eq!(anatomy.code.len() + anatomy.data.len() + anatomy.rest.len(), WASM.len());
    }

    #[test]
    fn code_is_counted_by_origin() {
        assert_eq!(code_shares(WASM).unwrap(), [(NO_PATH.to_owned(), 2)]);
        assert!(code_shares(b"no wasm").is_err());
    }
}
