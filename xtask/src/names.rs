//! Short names for what the wasm of the single file imports and exports.
//!
//! wasm-bindgen gives each import a hash, as in `__wbg_closest_39824b16065066bc`. Those of a hundred
//! imports are a kilobyte that no compression takes away, in the wasm and once more in the glue.

use std::collections::BTreeMap;

/// What the glue calls the only module that is imported from.
pub(crate) const MODULE: &str = "./quote_timeline_bg.js";
/// What it is called instead.
pub(crate) const SHORT_MODULE: &str = "_";
/// The properties of the glue that have these names, and some of its own; for esbuild.
pub(crate) const PATTERN: &str = "^_*(wbg|wbindgen|externref|wasm_bindgen|widget)_";

/// By long name, the short one.
pub(crate) type Names = BTreeMap<String, String>;

/// The wasm with short names, and which they are; the error says what in it was not expected.
pub(crate) fn shorten(wasm: &[u8]) -> Result<(Vec<u8>, Names), &'static str> {
    let mut names = Names::new();
    let mut reader = Reader(wasm);
    let mut out = reader.take(8)?.to_vec();
    while !reader.0.is_empty() {
        let section = reader.byte()?;
        let size = reader.number()?;
        let content = reader.take(size)?;
        let content = match section {
            2 => imports(content, &mut names)?,
            7 => exports(content, &mut names)?,
            _ => content.to_vec(),
        };
        out.push(section);
        put(&content, &mut out);
    }
    Ok((out, names))
}

fn imports(content: &[u8], names: &mut Names) -> Result<Vec<u8>, &'static str> {
    let mut reader = Reader(content);
    let count = reader.number()?;
    let mut out = Vec::new();
    put_number(count, &mut out);
    for _ in 0..count {
        if reader.string()? != MODULE.as_bytes() {
            return Err("an import from another module than the glue");
        }
        put(SHORT_MODULE.as_bytes(), &mut out);
        put(short(reader.string()?, names).as_bytes(), &mut out);
        let kind = reader.byte()?;
        if kind != 0 {
            return Err("an import that is no function");
        }
        out.push(kind);
        put_number(reader.number()?, &mut out);
    }
    Ok(out)
}

fn exports(content: &[u8], names: &mut Names) -> Result<Vec<u8>, &'static str> {
    let mut reader = Reader(content);
    let count = reader.number()?;
    let mut out = Vec::new();
    put_number(count, &mut out);
    for _ in 0..count {
        let name = reader.string()?;
        // The one name that does not come from wasm-bindgen.
        if name == b"memory" {
            put(name, &mut out);
        } else {
            put(short(name, names).as_bytes(), &mut out);
        }
        out.push(reader.byte()?);
        put_number(reader.number()?, &mut out);
    }
    Ok(out)
}

/// The short name for a long one: a letter and a digit or none, so `a`, `b`, … `z`, `a1`, …
fn short(long: &[u8], names: &mut Names) -> String {
    let number = names.len();
    let long = String::from_utf8_lossy(long).into_owned();
    let letter = (b'a'..=b'z').nth(number % 26).map_or('a', char::from);
    let round = number / 26;
    let new = || if round == 0 { letter.to_string() } else { format!("{letter}{round}") };
    names.entry(long).or_insert_with(new).clone()
}

/// Reads the parts of a wasm file one after the other.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, size: usize) -> Result<&'a [u8], &'static str> {
        let (taken, rest) = self.0.split_at_checked(size).ok_or("an early end")?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, &'static str> {
        self.take(1)?.first().copied().ok_or("an early end")
    }

    /// A number in LEB128: seven bits a byte, the lowest first.
    fn number(&mut self) -> Result<usize, &'static str> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err("a number without an end")
    }

    fn string(&mut self) -> Result<&'a [u8], &'static str> {
        let size = self.number()?;
        self.take(size)
    }
}

fn put_number(mut number: usize, out: &mut Vec<u8>) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            return out.push(low);
        }
        out.push(low | 0x80);
    }
}

/// The bytes after their number.
fn put(bytes: &[u8], out: &mut Vec<u8>) {
    put_number(bytes.len(), out);
    out.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An import `__wbg_a_00`, exports `memory` and `__wbindgen_free`, and a custom section.
    const WASM: &[u8] = b"\0asm\x01\0\0\0\
        \x02\x26\x01\x16./quote_timeline_bg.js\x0a__wbg_a_00\0\x85\x01\
        \x07\x1c\x02\x06memory\x02\0\x0f__wbindgen_free\0\x07\
        \0\x02\x01x";

    #[test]
    fn imports_and_exports_get_short_names() {
        let (wasm, names) = shorten(WASM).unwrap();
        assert_eq!(
            wasm,
            b"\0asm\x01\0\0\0\
              \x02\x08\x01\x01_\x01a\0\x85\x01\
              \x07\x0e\x02\x06memory\x02\0\x01b\0\x07\
              \0\x02\x01x"
        );
        let names: Vec<_> = names.iter().map(|(long, short)| (&**long, &**short)).collect();
        assert_eq!(names, [("__wbg_a_00", "a"), ("__wbindgen_free", "b")]);
    }

    #[test]
    fn short_names_differ() {
        let mut names = Names::new();
        for number in 0..200 {
            short(number.to_string().as_bytes(), &mut names);
        }
        let mut all: Vec<_> = names.values().collect();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 200);
    }

    #[test]
    fn what_is_not_expected_is_an_error() {
        assert!(shorten(b"no").is_err());
        assert!(shorten(WASM.strip_suffix(b"x").unwrap()).is_err());
        let other = String::from_utf8_lossy(WASM).replace("./quote", "./other");
        assert!(shorten(other.as_bytes()).is_err());
    }
}
