//! Minifies the texts that are embedded into the wasm.

mod minify;

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    embed("data/affair.json", minify::json)?;
    embed("src/dom/style.css", minify::css)
}

/// Puts a minified copy where `include_str!` finds it: into the folder `OUT_DIR`.
fn embed(file: &str, minify: fn(&str) -> String) -> io::Result<()> {
    println!("cargo::rerun-if-changed={file}");
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    let name = Path::new(file).file_name().unwrap_or_default();
    fs::write(Path::new(&folder).join(name), minify(&fs::read_to_string(file)?))
}
