//! The tools that build and test this repository, each at one version.
//!
//! A tool is taken from the PATH where its version fits, else from the project's own `.tools/`,
//! else it is installed there. So a second run installs nothing and needs no network, and nothing
//! is ever installed outside the repository but the Rust target and, for the tests, the browser.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    failure::Failure,
    npm, root,
    run::{ask, on_path, run, say},
};

/// Drives cargo, wasm-bindgen and wasm-opt.
const WASM_PACK: &str = "0.15.0";
/// Ships wasm-opt; those of Linux distributions are too old for the output of today's rustc.
const BINARYEN: &str = "132.0.0";
/// Bundles the single classic script.
const ESBUILD: &str = "0.28.2";
/// Drives Firefox.
const GECKODRIVER: &str = "0.37.1";
/// Drives libFuzzer.
const CARGO_FUZZ: &str = "0.13.2";
/// The oldest Node.js that will do.
pub(crate) const NODE: u32 = 20;
/// The options of wasm-opt, the same as wasm-pack reads in Cargo.toml.
pub(crate) const WASM_OPT: [&str; 6] =
    ["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--one-caller-inline-max-function-size=20"];
/// What Rust compiles to.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The programs needed to build.
pub(crate) struct Tools {
    pack: PathBuf,
    bindgen: PathBuf,
    /// Absent where it could not be installed: the build works without it, the result is larger.
    optimizer: Option<PathBuf>,
}

impl Tools {
    /// Finds or installs what compiles the wasm.
    pub(crate) fn ready() -> Result<Self, Failure> {
        npm::node()?;
        rust_target()?;
        let pack = cargo_tool("wasm-pack", "wasm-pack", WASM_PACK)?;
        let bindgen = cargo_tool("wasm-bindgen", "wasm-bindgen-cli", &bindgen_version()?)?;
        Ok(Self { pack, bindgen, optimizer: wasm_opt() })
    }

    /// wasm-pack, with the other tools first on its PATH, where it looks for them.
    pub(crate) fn wasm_pack(&self) -> Command {
        self.with_tools(Command::new(&self.pack))
    }

    /// The same on a screen that nobody sees, for a browser that needs one.
    pub(crate) fn wasm_pack_on_a_screen(&self) -> Command {
        let mut command = Command::new("xvfb-run");
        command.arg("--auto-servernum").arg(&self.pack);
        self.with_tools(command)
    }

    fn with_tools(&self, mut command: Command) -> Command {
        let tools = [self.optimizer.as_deref(), Some(&self.bindgen)];
        let folders = tools.into_iter().flatten().filter_map(Path::parent).map(PathBuf::from);
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(folders.chain(std::env::split_paths(&path)));
        command.current_dir(root()).env("PATH", path.unwrap_or_else(|_| OsString::new()));
        command
    }

    /// wasm-bindgen by itself.
    pub(crate) fn wasm_bindgen(&self) -> Command {
        Command::new(&self.bindgen)
    }

    /// wasm-opt by itself, where it is to be had.
    pub(crate) fn wasm_opt(&self) -> Option<Command> {
        self.optimizer.as_ref().map(Command::new)
    }
}

/// geckodriver, found or installed.
pub(crate) fn geckodriver() -> Result<PathBuf, Failure> {
    cargo_tool("geckodriver", "geckodriver", GECKODRIVER)
}

/// cargo-fuzz, found or installed.
pub(crate) fn cargo_fuzz() -> Result<Command, Failure> {
    cargo_tool("cargo-fuzz", "cargo-fuzz", CARGO_FUZZ).map(Command::new)
}

/// esbuild, found or installed.
pub(crate) fn esbuild() -> Result<PathBuf, Failure> {
    let launcher = npm::tool(&folder(), "esbuild", "esbuild", ESBUILD)?
        .ok_or_else(|| not_installed("esbuild", ESBUILD, "npm"))?;
    // The launcher adds a trace of its own calls to every message; the program proper does not.
    // Its package is the only one there: npm installs that of the system it runs on.
    let packages = folder().join("node_modules").join("@esbuild");
    let programs = fs::read_dir(packages).into_iter().flatten().flatten();
    let mut programs = programs.map(|package| package.path().join("bin").join("esbuild"));
    Ok(programs.find(|program| is_version(program, ESBUILD)).unwrap_or(launcher))
}

/// wasm-opt, found or installed; says so where it can be neither.
fn wasm_opt() -> Option<PathBuf> {
    let found = npm::tool(&folder(), "wasm-opt", "binaryen", BINARYEN).ok().flatten();
    if found.is_none() {
        say("wasm-opt could not be installed: building without it, so the file will be larger.");
    }
    found
}

/// The folder for the tools that are installed for this repository only.
fn folder() -> PathBuf {
    root().join(".tools")
}

/// What compiles to wasm: Rust's standard library for that target.
pub(crate) fn rust_target() -> Result<(), Failure> {
    let installed =
        ask(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))
            .is_some_and(|folder| Path::new(&folder).is_dir());
    if installed {
        return Ok(());
    }
    let Some(rustup) = on_path("rustup") else {
        return Err(Failure::Missing {
            what: format!("Rust's standard library for {TARGET}"),
            advice:
                "Install Rust through rustup (https://rustup.rs), which this command then uses \
                     to add it."
                    .to_owned(),
        });
    };
    say(&format!("Adding the Rust target {TARGET} (once)…"));
    run(Command::new(rustup).args(["target", "add", TARGET]).current_dir(root()))
        .map_err(|_| not_installed("the Rust target", TARGET, "rustup"))
}

/// A part of the Rust toolchain that a minimal installation lacks: rustfmt or clippy.
pub(crate) fn rust_component(subcommand: &str, component: &str) -> Result<(), Failure> {
    if ask(Command::new("cargo").args([subcommand, "--version"])).is_some() {
        return Ok(());
    }
    say(&format!("Adding the Rust component {component} (once)…"));
    run(Command::new("rustup").args(["component", "add", component]).current_dir(root()))
        .map_err(|_| not_installed("the Rust component", component, "rustup"))
}

/// A program of a crate, found or installed.
fn cargo_tool(program: &str, krate: &str, version: &str) -> Result<PathBuf, Failure> {
    let ours = folder().join("bin").join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    let fits = |file: &PathBuf| is_version(file, version);
    if let Some(file) = on_path(program).filter(fits).or_else(|| Some(ours.clone()).filter(fits)) {
        return Ok(file);
    }
    say(&format!("Installing {krate} {version} (once, two or three minutes)…"));
    let install = |lock: &[&str]| {
        let mut command = Command::new("cargo");
        command.args(["install", krate, "--version", version, "--force"]).args(lock);
        // These tools run for seconds: compiling them quickly matters more than their speed.
        command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        command.env("CARGO_PROFILE_RELEASE_LTO", "off");
        run(command.arg("--root").arg(folder()).current_dir(root()))
    };
    // A lock file may name a version that was withdrawn since; the newest then have to do.
    install(&["--locked"])
        .or_else(|_| install(&[]))
        .map_err(|_| not_installed(krate, version, "cargo"))?;
    Ok(ours)
}

/// Whether the program says that it is of this version.
pub(crate) fn is_version(program: &Path, version: &str) -> bool {
    ask(Command::new(program).arg("--version"))
        .is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

/// The version of wasm-bindgen in Cargo.lock: the command-line tool must be exactly the same.
fn bindgen_version() -> Result<String, Failure> {
    let path = root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(|source| Failure::File {
        action: "read",
        path: path.clone(),
        source,
    })?;
    locked_version(&lock, "wasm-bindgen").map(str::to_owned).ok_or_else(|| Failure::Missing {
        what: "The version of wasm-bindgen in Cargo.lock".to_owned(),
        advice: "Restore the file: git checkout Cargo.lock".to_owned(),
    })
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

/// Creates a folder and those above it.
pub(crate) fn create_folder(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|source| Failure::File {
        action: "create",
        path: path.to_owned(),
        source,
    })
}

pub(crate) fn not_installed(what: &str, version: &str, installer: &str) -> Failure {
    Failure::Missing {
        what: format!("{what} {version}"),
        advice: format!(
            "{installer} could not install it; its own message is above. Check the network (and \
             the proxy, if there is one), then run this again."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_package_itself() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }

    #[test]
    fn wasm_pack_and_size_optimize_alike() {
        let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
        let options = WASM_OPT.map(|option| format!("\"{option}\"")).join(", ");
        assert!(manifest.contains(&format!("wasm-opt = [{options}]")));
    }

    #[test]
    fn the_lock_file_names_a_version() {
        assert!(bindgen_version().unwrap().starts_with("0."));
    }
}
