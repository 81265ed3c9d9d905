//! `size`: what the two scripts weigh, and what in them weighs how much.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    anatomy::{self, Anatomy},
    compile::{Engine, Library},
    failure::Failure,
    minify, npm,
    package::{self, read, write},
    root,
    run::{ask, run, say},
    tools::{Tools, WASM_OPT, create_folder},
};

/// The scripts, and what each may weigh after gzip -9, in bytes.
const BUDGETS: [(Engine, u64); 2] = [(Engine::Widget, 157_000), (Engine::Formats, 70_000)];

/// How much heavier each may be where the standard library could not be compiled for size.
const PLAIN_LIBRARY: u64 = 8_000;

/// A text in the wasm, and what the build script does to it.
type Embedded = (&'static str, fn(&str) -> String);

const EMBEDDED: [Embedded; 2] =
    [("data/affair.json", minify::json), ("src/dom/style.css", minify::css)];

/// Bytes of one part: plain, after gzip -9, after brotli 11.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Weight {
    plain: u64,
    gzip: u64,
    brotli: u64,
}

/// Weighs each script part by part, and fails where one is over its budget.
pub(crate) fn size(library: Library) -> Result<(), Failure> {
    package::build(library)?;
    let mut weighed = Vec::new();
    for (engine, budget) in BUDGETS {
        weighed.push((engine, say_parts(engine)?, budget));
    }
    for (engine, gzip, budget) in weighed {
        check(engine, gzip, budget)?;
        let name = name(engine);
        say(&format!("\n{name}: {gzip} bytes after gzip -9, within the budget of {budget}."));
    }
    Ok(())
}

/// Says what a script and its parts weigh; returns what it does after gzip -9.
fn say_parts(engine: Engine) -> Result<u64, Failure> {
    let script = read(&package::script(engine))?;
    let path = package::short_wasm(engine);
    let wasm = read(&path)?;
    let anatomy = Anatomy::of(&wasm).map_err(|why| Failure::Wasm(path, why))?;

    let mut parts = vec![(name(engine), script.clone())];
    match engine {
        Engine::Widget => parts.extend([
            ("  JavaScript: element and glue".to_owned(), without_wasm(&script, 2)),
            ("  wasm that unpacks the other".to_owned(), read(&package::unpacker_wasm())?),
        ]),
        Engine::Formats => parts.push(("  JavaScript: glue".to_owned(), without_wasm(&script, 1))),
    }
    parts.extend([
        ("  wasm, packed, as it is stored".to_owned(), read(&package::packed_wasm(engine))?),
        ("  wasm, unpacked".to_owned(), wasm),
        ("    code".to_owned(), anatomy.code.clone()),
        ("    data".to_owned(), anatomy.data.clone()),
    ]);
    for (name, bytes) in embedded(&anatomy.data)? {
        parts.push((format!("      of it {name}"), bytes));
    }
    parts.push(("    types, imports, exports and the rest".to_owned(), anatomy.rest.clone()));

    let (names, contents): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
    let weights = weigh(&contents)?;
    say(&format!(
        "\n{:<42} {:>9} {:>9} {:>9}",
        "bytes, each part by itself", "plain", "gzip -9", "brotli"
    ));
    for (name, Weight { plain, gzip, brotli }) in names.iter().zip(&weights) {
        say(&format!("{name:<42} {plain:>9} {gzip:>9} {brotli:>9}"));
    }
    say_code(engine)?;
    Ok(weights.first().map_or(0, |weight| weight.gzip))
}

/// What a script is called in a sentence.
fn name(engine: Engine) -> String {
    package::script(engine).strip_prefix(root()).unwrap_or(Path::new("")).display().to_string()
}

/// Whether the scripts, as built last, keep to their budgets.
pub(crate) fn within_budget() -> Result<(), Failure> {
    let small = crate::compile::source_is_there();
    for (engine, budget) in BUDGETS {
        let weights = weigh(&[read(&package::script(engine))?])?;
        let most = budget + if small { 0 } else { PLAIN_LIBRARY };
        check(engine, weights.first().map_or(0, |weight| weight.gzip), most)?;
    }
    Ok(())
}

fn check(engine: Engine, gzip: u64, most: u64) -> Result<(), Failure> {
    if gzip > most { Err(Failure::OverBudget(name(engine), gzip, most)) } else { Ok(()) }
}

/// Says how much of the wasm's code comes from which crate, and of ours from which module.
///
/// The wasm of users has no names. So that from rustc, which has them, goes once more through the
/// same tools with its names kept: the code comes out the same.
fn say_code(engine: Engine) -> Result<(), Failure> {
    let path = named_wasm(engine)?;
    let wrong = |why| Failure::Wasm(path.clone(), why);
    let shares = anatomy::code_shares(&read(&path)?).map_err(wrong)?;
    let total: u64 = shares.iter().map(|(_, bytes)| bytes).sum();
    say(&format!("\n{:<42} {:>9} {:>9}", "wasm code by origin", "plain", "share"));
    for (origin, bytes) in shares {
        let tenths = (bytes * 1000).checked_div(total).unwrap_or(0);
        say(&format!("{origin:<42} {bytes:>9} {:>7}.{}%", tenths / 10, tenths % 10));
    }
    Ok(())
}

fn named_wasm(engine: Engine) -> Result<PathBuf, Failure> {
    let tools = Tools::ready()?;
    let mut bindgen = tools.wasm_bindgen();
    bindgen
        .arg(package::named_wasm(engine))
        .args(["--target", "web", "--no-demangle", "--no-typescript", "--out-dir"])
        .arg(scratch()?);
    run(&mut bindgen)?;
    let file = package::named_wasm(engine);
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let bound = scratch()?.join(format!("{stem}_bg.wasm"));
    let Some(mut optimizer) = tools.wasm_opt() else { return Ok(bound) };
    let named = scratch()?.join("named.wasm");
    optimizer.arg(&bound).args(WASM_OPT).args(["--debuginfo", "--output"]).arg(&named);
    run(&mut optimizer)?;
    Ok(named)
}

/// The folder where parts are put to be weighed.
fn scratch() -> Result<PathBuf, Failure> {
    let folder = root().join("target").join("size");
    create_folder(&folder)?;
    Ok(folder)
}

/// Weighs each of the contents; by Node.js, whose compressors are those of the web's servers.
fn weigh(contents: &[Vec<u8>]) -> Result<Vec<Weight>, Failure> {
    let folder = scratch()?;
    let mut command = Command::new(npm::node()?);
    command.arg(root().join("xtask").join("weigh.mjs"));
    for (number, content) in contents.iter().enumerate() {
        let path = folder.join(number.to_string());
        write(&path, content)?;
        command.arg(path);
    }
    let printed = ask(&mut command).unwrap_or_default();
    let weights: Vec<Weight> = printed.lines().filter_map(weight).collect();
    if weights.len() == contents.len() {
        return Ok(weights);
    }
    Err(Failure::Ended {
        command: "node xtask/weigh.mjs".to_owned(),
        status: "no figures".to_owned(),
    })
}

fn weight(line: &str) -> Option<Weight> {
    let mut numbers = line.split(' ').map(str::parse);
    let mut next = || numbers.next()?.ok();
    Some(Weight { plain: next()?, gzip: next()?, brotli: next()? })
}

/// The texts that are embedded minified, as they are in the data of the wasm.
fn embedded(data: &[u8]) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut found = Vec::new();
    for (file, minify) in EMBEDDED {
        let text = String::from_utf8_lossy(&read(&root().join(file))?).into_owned();
        let bytes = minify(&text).into_bytes();
        if data.windows(bytes.len().max(1)).any(|window| window == bytes) {
            found.push((format!("{file}, minified"), bytes));
        }
    }
    Ok(found)
}

/// The script without its longest strings, which are wasm.
fn without_wasm(script: &[u8], count: usize) -> Vec<u8> {
    let text = String::from_utf8_lossy(script);
    let mut strings: Vec<&str> = text.split('"').collect();
    strings.sort_by_key(|string| string.len());
    let wasm = strings.iter().rev().take(count);
    wasm.fold(text.to_string(), |text, string| text.replacen(string, "", 1)).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wasm_is_no_part_of_the_javascript() {
        assert_eq!(
            without_wasm(b"(c=>{f(c,\"\")})(\"0061736d01000000\",\"TU9FuhQxEK5xxW=b$Dx*\")", 2),
            b"(c=>{f(c,\"\")})(\"\",\"\")"
        );
    }

    #[test]
    fn over_the_budget_is_a_failure_that_says_by_how_much() {
        assert!(check(Engine::Widget, 100, 100).is_ok());
        assert_eq!(
            check(Engine::Widget, 112, 100).unwrap_err().to_string(),
            "pkg/quote-timeline.js is 112 bytes after gzip -9, 12 over the budget of 100."
        );
    }
}
