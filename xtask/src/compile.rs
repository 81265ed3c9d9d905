//! From Rust to wasm: wasm-pack, with the flags that make the wasm small and the same everywhere.
//!
//! Rust's own standard library is compiled along where that is possible: for size, with panics
//! that stop at once and say nothing, which no reader sees anyway. That needs its source
//! and flags that are not stable yet, so it is never required.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    failure::Failure,
    root,
    run::{ask, run, say},
    tools::{TARGET, Tools, WASM_OPT},
};

/// A wasm that pages run: the widget, or what reads and writes other formats for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Engine {
    /// The crate of the repository itself.
    Widget,
    /// The crate in `formats/`.
    Formats,
}

impl Engine {
    /// Where its crate is.
    fn folder(self) -> &'static str {
        match self {
            Self::Widget => ".",
            Self::Formats => "formats",
        }
    }

    /// What its files begin with.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Widget => "quote_timeline",
            Self::Formats => "quote_timeline_formats",
        }
    }
}

/// The standard library to build with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Library {
    /// Compiled along, for size; the plain one where that fails.
    Small,
    /// As rustup ships it.
    Plain,
}

impl Library {
    /// Its own folder under `target/`, so that neither makes the other build anew.
    fn folder(self) -> PathBuf {
        let target =
            env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
        target.join(match self {
            Self::Small => "small-std",
            Self::Plain => "plain-std",
        })
    }

    /// Arguments for cargo.
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Small => {
                &["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]
            }
            Self::Plain => &[],
        }
    }

    /// Flags for rustc.
    fn flags(self) -> &'static [&'static str] {
        match self {
            Self::Small => &[
                "-Zunstable-options",
                "-Cpanic=immediate-abort",
                "-Zlocation-detail=none",
                "-Zfmt-debug=none",
                // Handles of JavaScript values are numbers then: 0.8 kB less than a table of them.
                "-Ctarget-feature=-reference-types,-multivalue",
                // No second counters in loops, no loads written twice: 1.6 kB less as packed.
                "-Cllvm-args=-disable-lsr",
                "-Cllvm-args=-enable-pre=false",
                "-Cllvm-args=-enable-load-pre=false",
            ],
            Self::Plain => &[],
        }
    }
}

/// Compiles the crate into the folder, and returns the wasm as rustc made it, with its names.
pub(crate) fn compile(
    tools: &Tools,
    engine: Engine,
    library: Library,
    out: &Path,
) -> Result<PathBuf, Failure> {
    say(&format!("Compiling {}.wasm (a minute the first time)…", engine.name()));
    if library == Library::Small {
        if source_is_there() && compile_with(tools, engine, Library::Small, out).is_ok() {
            return Ok(compiled(engine, Library::Small));
        }
        say(
            "The standard library could not be compiled for size: building with the usual one, so \
             the file will be larger.",
        );
    }
    compile_with(tools, engine, Library::Plain, out)?;
    Ok(compiled(engine, Library::Plain))
}

fn compiled(engine: Engine, library: Library) -> PathBuf {
    library.folder().join(TARGET).join("release").join(engine.name()).with_extension("wasm")
}

fn compile_with(
    tools: &Tools,
    engine: Engine,
    library: Library,
    out: &Path,
) -> Result<(), Failure> {
    let mut command = tools.wasm_pack();
    // Its own remarks would repeat ours, and warn that it cannot ask for a newer version of itself.
    command.args(["--log-level", "error"]);
    command.args(["build", "--target", "web", "--release", "--no-pack", "--out-dir"]).arg(out);
    if tools.wasm_opt().is_none() {
        command.arg("--no-opt");
    }
    command.args([engine.folder(), "--"]).args(library.arguments());
    let own = env::var("RUSTFLAGS").unwrap_or_default();
    let mut flags: Vec<String> = own.split_whitespace().map(str::to_owned).collect();
    flags.extend(library.flags().iter().copied().map(str::to_owned));
    flags.extend(
        short_names()
            .iter()
            .map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display())),
    );
    // This variable, unlike `RUSTFLAGS`, allows for spaces in paths.
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    command.env("CARGO_TARGET_DIR", library.folder());
    if library == Library::Small {
        // Lets a stable compiler take the flags above.
        command.env("RUSTC_BOOTSTRAP", "1");
    }
    run(&mut command)
}

/// Compiles the crate that unpacks the engine in the page. It uses nothing of the standard library,
/// so that it is the same with either.
pub(crate) fn unpacker(tools: &Tools, out: &Path) -> Result<(), Failure> {
    let mut command = Command::new("cargo");
    command.current_dir(root()).args(["rustc", "--quiet", "--release", "--package", "unpack"]);
    command.args(["--target", TARGET, "--crate-type", "cdylib"]);
    // A quarter quicker than the smallest, for a hundred bytes; it runs once, and readers wait.
    command.args(["--config", "profile.release.opt-level='s'"]);
    command.args(["--", "-Clink-arg=-zstack-size=8192"]);
    command.env("CARGO_TARGET_DIR", Library::Plain.folder());
    run(&mut command)?;
    let made = Library::Plain.folder().join(TARGET).join("release").join("unpack.wasm");
    let Some(mut optimizer) = tools.wasm_opt() else {
        return fs::copy(&made, out).map(|_| ()).map_err(|source| Failure::File {
            action: "copy",
            path: made,
            source,
        });
    };
    optimizer
        .arg(&made)
        .args(WASM_OPT)
        .args(["--strip-target-features", "--strip-producers", "--output"])
        .arg(out);
    run(&mut optimizer)
}

/// Whether the source of the standard library is there, or could be installed.
pub(crate) fn source_is_there() -> bool {
    let there = || {
        sysroot()
            .is_some_and(|folder| folder.join("lib/rustlib/src/rust/library/Cargo.lock").is_file())
    };
    there() || {
        say("Adding the Rust component rust-src (once)…");
        ask(Command::new("rustup").args(["component", "add", "rust-src"]).current_dir(root()));
        there()
    }
}

fn sysroot() -> Option<PathBuf> {
    ask(Command::new("rustc").args(["--print", "sysroot"]).current_dir(root())).map(PathBuf::from)
}

/// Folders of this machine, and what stands for them in the wasm's messages: shorter, the same on
/// every machine, and nobody's business. Of several that fit, rustc takes the last.
fn short_names() -> Vec<(PathBuf, &'static str)> {
    let mut names = vec![(root().to_owned(), "quote-timeline")];
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    if let Some(home) = home {
        let registries = home.join("registry").join("src");
        names.push((home, "cargo"));
        let registries = fs::read_dir(registries).into_iter().flatten().flatten();
        names.extend(registries.map(|registry| (registry.path(), "crates")));
    }
    if let Some(sysroot) = sysroot() {
        let library = sysroot.join("lib/rustlib/src/rust/library");
        names.extend([(sysroot, "toolchain"), (library, "rust")]);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_libraries_share_no_folder() {
        assert_ne!(Library::Small.folder(), Library::Plain.folder());
    }

    #[test]
    fn no_short_name_says_where_it_was() {
        for (path, name) in short_names() {
            assert!(path.is_absolute(), "{}", path.display());
            assert!(!name.contains(['/', '\\']), "{name}");
        }
    }

    #[test]
    fn the_folder_of_crates_comes_after_the_one_that_holds_it() {
        let names = short_names();
        let place = |wanted| names.iter().position(|&(_, name)| name == wanted);
        assert!(place("cargo") < place("crates"));
        assert!(place("toolchain") < place("rust"));
    }
}
