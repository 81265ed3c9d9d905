//! `build`: from Rust to what users get in `pkg/`.
//!
//! 1. wasm-pack compiles each engine, the widget's and that of the formats, into a staging folder
//!    under `target/`.
//! 2. Its files go to `pkg/`, beside the hand-written modules, which are in git.
//! 3. `pkg/classic.js` is bundled with the widget's wasm inlined, into the single file that one script
//!    tag loads, and `pkg/formats-classic.js` with the other wasm, into the file that it loads when it
//!    is needed. The wasm is stored sorted into streams, LZMA-compressed, as letters, and serving with
//!    gzip or brotli takes back what these cost. The crate `unpack`, a small wasm itself, undoes it;
//!    only the first file carries it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    compile::{self, Engine, Library},
    failure::Failure,
    letters, lzma, names, root,
    run::{run, say},
    streams,
    tools::{self, Tools, create_folder},
};

/// The hand-written files that the rest is assembled around.
const SOURCES: [&str; 10] = [
    "package.json",
    "element.js",
    "engine.js",
    "index.js",
    "classic.js",
    "unpack.js",
    "arrived.js",
    "beside.js",
    "formats.js",
    "formats-classic.js",
];

/// What wasm-pack makes of each engine, as it goes to `pkg/`; before each the engine's name.
const MADE: [&str; 4] = [".js", ".d.ts", "_bg.wasm", "_bg.wasm.d.ts"];

const ENGINES: [Engine; 2] = [Engine::Widget, Engine::Formats];

/// What the published package carries of the repository.
const OURS: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "data/dossier.schema.json"];

/// Where wasm-pack writes, and where the inlined wasm waits for the bundler.
fn staging() -> PathBuf {
    root().join("target").join("package")
}

/// The script of an engine: the single file that one script tag loads, or the one that it loads.
pub(crate) fn script(engine: Engine) -> PathBuf {
    root().join("pkg").join(match engine {
        Engine::Widget => "quote-timeline.js",
        Engine::Formats => "quote-timeline-formats.js",
    })
}

/// The wasm as users of modules get it.
fn wasm(engine: Engine) -> PathBuf {
    root().join("pkg").join(format!("{}_bg.wasm", engine.name()))
}

/// The wasm of the script; in the widget's, imports and exports have short names.
pub(crate) fn short_wasm(engine: Engine) -> PathBuf {
    staged(engine, "short.wasm")
}

/// The same, sorted into streams and packed, before it is written as letters.
pub(crate) fn packed_wasm(engine: Engine) -> PathBuf {
    staged(engine, "wasm.lzma")
}

/// A file of an engine in the staging folder.
fn staged(engine: Engine, name: &str) -> PathBuf {
    let prefix = match engine {
        Engine::Widget => "",
        Engine::Formats => "formats-",
    };
    staging().join(format!("{prefix}{name}"))
}

/// The wasm that unpacks the other in the page; not in the staging folder, where wasm-pack would
/// optimize it once more and miss the features that it says no more.
pub(crate) fn unpacker_wasm() -> PathBuf {
    root().join("target").join("unpack").join("unpack.wasm")
}

/// The wasm as rustc made it, with the names of its functions.
pub(crate) fn named_wasm(engine: Engine) -> PathBuf {
    staged(engine, "named.wasm")
}

/// Builds everything in `pkg/`.
pub(crate) fn build(library: Library) -> Result<(), Failure> {
    let tools = Tools::ready()?;
    let esbuild = tools::esbuild();
    sources()?;
    for engine in ENGINES {
        // A folder for each: wasm-pack optimizes every wasm that it finds there.
        let out = staging().join(engine.name());
        let compiled = compile::compile(&tools, engine, library, &out)?;
        for ending in MADE {
            let name = format!("{}{ending}", engine.name());
            copy(&out.join(&name), &root().join("pkg").join(name))?;
        }
        copy(&compiled, &named_wasm(engine))?;
    }
    create_folder(&root().join("target").join("unpack"))?;
    compile::unpacker(&tools, &unpacker_wasm())?;
    assemble()?;
    let esbuild = esbuild?;
    say("Bundling pkg/quote-timeline.js and pkg/quote-timeline-formats.js…");
    bundle_widget(&esbuild)?;
    bundle_formats(&esbuild)?;
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

fn bundle_widget(esbuild: &Path) -> Result<(), Failure> {
    let engine = Engine::Widget;
    let (short, names) = names::shorten(&read(&wasm(engine))?)
        .map_err(|what| Failure::Wasm(wasm(engine), format!("it has {what}")))?;
    // esbuild takes the names from here, and adds its own for other properties of the glue.
    let cache = staging().join("names.json");
    let entries: Vec<_> =
        names.iter().map(|(long, short)| format!("{long:?}: {short:?}")).collect();
    write(&cache, format!("{{{}}}\n", entries.join(",\n")).as_bytes())?;

    let mut command = esbuild_of(esbuild, engine, "classic.js");
    command.arg(format!("--mangle-props={}", names::PATTERN));
    command.arg(format!("--mangle-cache={}", cache.display()));
    let script = bundle(command, engine, &short)?;
    // The module's name is a key in quotes, which esbuild leaves alone.
    let [long, short] = [names::MODULE, names::SHORT_MODULE].map(|name| format!("\"{name}\":"));
    let script = script.replacen(&long, &short, 1);
    let script = script.replacen(UNPACKER_HERE, &hexadecimal(&read(&unpacker_wasm())?), 1);
    write(&self::script(engine), script.as_bytes())
}

fn bundle_formats(esbuild: &Path) -> Result<(), Failure> {
    let engine = Engine::Formats;
    let command = esbuild_of(esbuild, engine, "formats-classic.js");
    let script = bundle(command, engine, &read(&wasm(engine))?)?;
    write(&self::script(engine), script.as_bytes())
}

/// esbuild, to make one classic script of a module and all that it imports.
fn esbuild_of(esbuild: &Path, engine: Engine, from: &str) -> Command {
    let mut command = Command::new(esbuild);
    command.current_dir(root()).arg(format!("pkg/{from}")).args([
        "--bundle",
        "--minify",
        "--format=iife",
        "--target=es2022",
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=warning",
        // A classic script has no `import.meta`; modules ask for it to fetch what lies beside them.
        "--define:import.meta.url=undefined",
        // Nor does it fetch through the glue, run in Node.js, or dispose of a widget by `using`:
        // without these names esbuild sees that much of the glue is never reached.
        "--define:Response=undefined",
        "--define:Request=undefined",
        "--define:global=undefined",
        "--define:Symbol.dispose=undefined",
    ]);
    let unpacker = match engine {
        Engine::Widget => format!("const digitsOfTheUnpacker=\"{UNPACKER_HERE}\";"),
        Engine::Formats => String::new(),
    };
    let version = env!("CARGO_PKG_VERSION");
    command.arg(format!(
        "--banner:js=/*! Quote Timeline {version} | MIT OR Apache-2.0 */\"use strict\";\
         (lettersOfTheEngine=>{{{unpacker}"
    ));
    command.arg(format!("--footer:js=}})(\"{LETTERS_HERE}\");"));
    command
}

/// Bundles the script of an engine, whose wasm this is, and returns it.
fn bundle(mut command: Command, engine: Engine, wasm: &[u8]) -> Result<String, Failure> {
    let packed = lzma::pack(&streams::split(wasm)).map_err(|source| Failure::File {
        action: "pack",
        path: self::wasm(engine),
        source,
    })?;
    write(&short_wasm(engine), wasm)?;
    write(&packed_wasm(engine), &packed)?;
    // The letters come last, as an argument: behind the code they leave gzip a block of their own.
    let module = staged(engine, "wasm.js");
    write(
        &module,
        match engine {
            Engine::Widget => {
                "export const unpacker = digitsOfTheUnpacker, packed = lettersOfTheEngine;\n"
            }
            Engine::Formats => "export const packed = lettersOfTheEngine;\n",
        }
        .as_bytes(),
    )?;
    command.arg(format!("--alias:quote-timeline:wasm={}", module.display()));
    command.arg(format!("--outfile={}", script(engine).display()));
    run(&mut command)?;
    let script = String::from_utf8_lossy(&read(&script(engine))?).into_owned();
    Ok(script.replacen(LETTERS_HERE, &letters::encode(&packed), 1))
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
