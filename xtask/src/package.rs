//! `build`: from Rust to what users get in `pkg/`.
//!
//! 1. wasm-pack compiles the crate into a staging folder under `target/`.
//! 2. Its files go to `pkg/`, beside the hand-written modules, which are in git.
//! 3. `pkg/classic.js` is bundled with the wasm inlined, into the single file that one script tag
//!    loads. The wasm is stored sorted into streams, LZMA-compressed, as letters, and serving with
//!    gzip or brotli takes back what these cost. The crate `unpack`, a small wasm itself, undoes it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    compile::{self, Library},
    failure::Failure,
    letters, lzma, names, root,
    run::{run, say},
    streams,
    tools::{self, Tools, create_folder},
};

/// The hand-written files that the rest is assembled around.
const SOURCES: [&str; 5] = ["package.json", "element.js", "index.js", "classic.js", "unpack.js"];

/// What wasm-pack makes, as it goes to `pkg/`.
const MADE: [&str; 4] = [
    "quote_timeline.js",
    "quote_timeline.d.ts",
    "quote_timeline_bg.wasm",
    "quote_timeline_bg.wasm.d.ts",
];

/// What the published package carries of the repository.
const OURS: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "data/dossier.schema.json"];

/// Where wasm-pack writes, and where the inlined wasm waits for the bundler.
fn staging() -> PathBuf {
    root().join("target").join("package")
}

/// The single file that one script tag loads.
pub(crate) fn single_file() -> PathBuf {
    root().join("pkg").join("quote-timeline.js")
}

/// The wasm as users get it.
pub(crate) fn wasm() -> PathBuf {
    root().join("pkg").join("quote_timeline_bg.wasm")
}

/// The wasm of the single file, whose imports and exports have short names.
pub(crate) fn short_wasm() -> PathBuf {
    staging().join("short.wasm")
}

/// The same, sorted into streams and packed, before it is written as letters.
pub(crate) fn packed_wasm() -> PathBuf {
    staging().join("wasm.lzma")
}

/// The wasm that unpacks the other in the page; not in the staging folder, where wasm-pack would
/// optimize it once more and miss the features that it says no more.
pub(crate) fn unpacker_wasm() -> PathBuf {
    root().join("target").join("unpack").join("unpack.wasm")
}

/// The wasm as rustc made it, with the names of its functions.
pub(crate) fn named_wasm() -> PathBuf {
    staging().join("named.wasm")
}

/// Builds everything in `pkg/`.
pub(crate) fn build(library: Library) -> Result<(), Failure> {
    let tools = Tools::ready()?;
    let esbuild = tools::esbuild();
    sources()?;
    let compiled = compile::compile(&tools, library, &staging())?;
    copy(&compiled, &named_wasm())?;
    create_folder(&root().join("target").join("unpack"))?;
    compile::unpacker(&tools, &unpacker_wasm())?;
    assemble()?;
    bundle(&esbuild?)?;
    say("pkg/ is ready.");
    Ok(())
}

/// Are the hand-written files there, and still ours?
fn sources() -> Result<(), Failure> {
    for name in SOURCES {
        if !root().join("pkg").join(name).is_file() {
            return Err(Failure::Missing {
                what: format!("pkg/{name}"),
                advice: "It is in git: git checkout pkg".to_owned(),
            });
        }
    }
    let manifest = read(&root().join("pkg").join("package.json"))?;
    if !String::from_utf8_lossy(&manifest).contains("\"exports\"") {
        return Err(Failure::Missing {
            what: "\"exports\" in pkg/package.json".to_owned(),
            advice: "A plain wasm-pack build writes its own package.json over ours; restore ours: \
                     git checkout pkg/package.json"
                .to_owned(),
        });
    }
    Ok(())
}

fn assemble() -> Result<(), Failure> {
    for name in MADE {
        copy(&staging().join(name), &root().join("pkg").join(name))?;
    }
    for name in OURS {
        let from = root().join(name);
        copy(&from, &root().join("pkg").join(from.file_name().unwrap_or_default()))?;
    }
    Ok(())
}

/// Stands in the script for the letters until it is bundled.
const LETTERS_HERE: &str = "letters here";

/// Stands in the script for the unpacker until it is bundled.
const UNPACKER_HERE: &str = "unpacker here";

fn bundle(esbuild: &Path) -> Result<(), Failure> {
    say("Bundling pkg/quote-timeline.js…");
    create_folder(&staging())?;
    let module = staging().join("wasm.js");
    let (short, names) = names::shorten(&read(&wasm())?)
        .map_err(|what| Failure::Wasm(wasm(), format!("it has {what}")))?;
    let packed = lzma::pack(&streams::split(&short)).map_err(|source| Failure::File {
        action: "pack",
        path: wasm(),
        source,
    })?;
    write(&short_wasm(), &short)?;
    write(&packed_wasm(), &packed)?;
    // The letters come last, as an argument: behind the code they leave gzip a block of their own.
    let exports = "export const unpacker = digitsOfTheUnpacker, packed = lettersOfTheEngine;\n";
    write(&module, exports.as_bytes())?;
    // esbuild takes the names from here, and adds its own for other properties of the glue.
    let cache = staging().join("names.json");
    let entries: Vec<_> =
        names.iter().map(|(long, short)| format!("{long:?}: {short:?}")).collect();
    write(&cache, format!("{{{}}}\n", entries.join(",\n")).as_bytes())?;

    let mut command = Command::new(esbuild);
    command.current_dir(root()).arg("pkg/classic.js").args([
        "--bundle",
        "--minify",
        "--format=iife",
        "--target=es2022",
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=warning",
        // A classic script has no `import.meta`; the glue asks for it only to fetch the wasm.
        "--define:import.meta.url=undefined",
        // Nor does it fetch through the glue, run in Node.js, or dispose of a widget by `using`:
        // without these names esbuild sees that much of the glue is never reached.
        "--define:Response=undefined",
        "--define:Request=undefined",
        "--define:global=undefined",
        "--define:Symbol.dispose=undefined",
    ]);
    let version = env!("CARGO_PKG_VERSION");
    command.arg(format!(
        "--banner:js=/*! Quote Timeline {version} | MIT OR Apache-2.0 */\"use strict\";\
         (lettersOfTheEngine=>{{const digitsOfTheUnpacker=\"{UNPACKER_HERE}\";"
    ));
    command.arg(format!("--footer:js=}})(\"{LETTERS_HERE}\");"));
    command.arg(format!("--alias:quote-timeline:wasm={}", module.display()));
    command.arg(format!("--mangle-props={}", names::PATTERN));
    command.arg(format!("--mangle-cache={}", cache.display()));
    command.arg(format!("--outfile={}", single_file().display()));
    run(&mut command)?;
    // The module's name is a key in quotes, which esbuild leaves alone.
    let script = String::from_utf8_lossy(&read(&single_file())?).into_owned();
    let [long, short] = [names::MODULE, names::SHORT_MODULE].map(|name| format!("\"{name}\":"));
    let script = script.replacen(&long, &short, 1);
    let script = script.replacen(UNPACKER_HERE, &hexadecimal(&read(&unpacker_wasm())?), 1);
    let letters = letters::encode(&packed);
    write(&single_file(), script.replacen(LETTERS_HERE, &letters, 1).as_bytes())
}

/// Two digits for each byte: a repetition of bytes is one of digits too, so that gzip finds it.
fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(value.into(), 16);
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(digit).collect()
}

/// Reads a whole file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|source| Failure::File { action: "read", path: path.to_owned(), source })
}

/// Writes a whole file.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|source| Failure::File {
        action: "write",
        path: path.to_owned(),
        source,
    })
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    write(to, &read(from)?)
}
