//! Node.js, and what comes from npm.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    failure::Failure,
    root,
    run::{ask, on_path, say, typed, watch},
    tools::{NODE, create_folder, is_version, not_installed},
};

/// Node.js, which runs wasm-opt, esbuild's launcher and the page tests.
pub(crate) fn node() -> Result<PathBuf, Failure> {
    let missing = |here: &str| Failure::Missing {
        what: format!("Node.js {NODE} or newer"),
        advice: format!("{here}Install it with npm (https://nodejs.org), then run this again."),
    };
    let node = on_path("node").ok_or_else(|| missing(""))?;
    let version = ask(Command::new(&node).arg("--version")).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|n| n.parse().ok());
    if major.is_none_or(|major: u32| major < NODE) {
        return Err(missing(&format!("The one on the PATH is {version}. ")));
    }
    npm()?;
    Ok(node)
}

fn npm() -> Result<PathBuf, Failure> {
    on_path("npm").ok_or_else(|| Failure::Missing {
        what: "npm".to_owned(),
        advice: "It comes with Node.js; on Debian and Ubuntu: apt-get install npm.".to_owned(),
    })
}

/// A program of an npm package, found or installed; `None` where it could not be installed.
pub(crate) fn tool(
    folder: &Path,
    program: &str,
    package: &str,
    version: &str,
) -> Result<Option<PathBuf>, Failure> {
    // binaryen calls itself "version 132", its package 132.0.0.
    let short = version.trim_end_matches(".0.0");
    if let Some(file) = on_path(program).filter(|file| is_version(file, short)) {
        return Ok(Some(file));
    }
    let modules = folder.join("node_modules");
    let ending = if cfg!(windows) { ".cmd" } else { "" };
    let ours = modules.join(".bin").join(format!("{program}{ending}"));
    let manifest = modules.join(package).join("package.json");
    let fits = || {
        let text = fs::read_to_string(&manifest).unwrap_or_default();
        text.contains(&format!("\"version\": \"{version}\"")) && ours.exists()
    };
    if fits() {
        return Ok(Some(ours));
    }
    say(&format!("Installing {package} {version} from npm (once, a few seconds)…"));
    create_folder(folder)?;
    let wanted = format!("{package}@{version}");
    let installed = install(folder, &["install", "--save-exact", &wanted]);
    Ok(Some(ours.clone()).filter(|_| installed.is_ok() && fits()))
}

/// The packages that the scripts of a folder import, as its lock file has them.
pub(crate) fn packages(folder: &Path) -> Result<(), Failure> {
    let list =
        Command::new(npm()?).args(["ls", "--prefix"]).arg(folder).current_dir(folder).output();
    if list.is_ok_and(|output| output.status.success()) {
        return Ok(());
    }
    let name = folder.strip_prefix(root()).unwrap_or(folder).display();
    say(&format!("Installing the packages of {name} from npm (once, a few seconds)…"));
    install(folder, &["ci"])
        .map_err(|_| not_installed("the packages in", &format!("{name}/package.json"), "npm"))
}

/// Runs npm in a folder, without scripts of packages; of its messages only the reason it failed.
fn install(folder: &Path, words: &[&str]) -> Result<(), Failure> {
    let mut command = Command::new(npm()?);
    command.args(words).arg("--prefix").arg(folder).current_dir(folder);
    command.args(["--ignore-scripts", "--no-audit", "--no-fund"]);
    // Versions are exact, so what npm has kept need not be asked for again.
    command.args(["--prefer-offline", "--fetch-retries=1"]);
    let (succeeded, lines) = watch(&mut command, |_| ())?;
    if succeeded {
        return Ok(());
    }
    // The rest is where in npm's own code it happened.
    lines.iter().filter(|line| line.starts_with("npm error")).take(4).for_each(|line| say(line));
    Err(Failure::Ended { command: typed(&command), status: "see above".to_owned() })
}
