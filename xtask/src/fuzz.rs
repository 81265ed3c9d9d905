//! `fuzz`: inputs that libFuzzer makes up, handed to the targets in `fuzz/fuzz_targets/`.

use std::path::{Path, PathBuf};

use crate::{
    failure::Failure,
    root,
    run::{run, say},
    tools::{self, create_folder},
};

/// How long a target runs, unless said otherwise.
pub(crate) const SECONDS: &str = "60";

/// Runs one target, or all, one after the other. Beside the seeds in git it begins with what
/// earlier runs found worth keeping.
pub(crate) fn fuzz(target: Option<&str>, seconds: &str) -> Result<(), Failure> {
    if seconds.parse::<u32>().is_err() {
        return Err(Failure::Usage(format!("`{seconds}` is not a number of seconds.")));
    }
    let known = targets()?;
    let wanted: Vec<&String> =
        known.iter().filter(|name| target.is_none_or(|target| target == *name)).collect();
    if wanted.is_empty() {
        let known = known.join(", ");
        return Err(Failure::Usage(format!("There is no such target; there are {known}.")));
    }
    for name in wanted {
        say(&format!("\n== {name}, {seconds} seconds =="));
        let corpus = folder().join("corpus").join(name);
        create_folder(&corpus)?;
        let mut command = tools::cargo_fuzz()?;
        command.args(["fuzz", "run", "--fuzz-dir"]).arg(folder()).arg(name).arg(&corpus);
        command.arg(folder().join("seeds").join(name)).arg("--");
        command.args([&format!("-max_total_time={seconds}"), "-timeout=10"]);
        // The sanitizer needs options of rustc that only this opens on a stable one.
        run(command.env("RUSTC_BOOTSTRAP", "1").current_dir(root()))?;
    }
    Ok(())
}

fn folder() -> PathBuf {
    root().join("fuzz")
}

/// The names of the targets, in order.
fn targets() -> Result<Vec<String>, Failure> {
    let folder = folder().join("fuzz_targets");
    let cannot = |source| Failure::File { action: "read", path: folder.clone(), source };
    let mut names = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        names.extend(path.file_stem().map(|name| Path::new(name).display().to_string()));
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_is_declared_and_has_seeds() {
        let manifest = std::fs::read_to_string(folder().join("Cargo.toml")).unwrap();
        let targets = targets().unwrap();
        assert!(!targets.is_empty());
        for target in targets {
            assert!(manifest.contains(&format!("path = \"fuzz_targets/{target}.rs\"")), "{target}");
            assert!(folder().join("seeds").join(&target).is_dir(), "{target}");
        }
    }

    #[test]
    fn what_is_no_target_is_refused() {
        let failure = fuzz(Some("no-such-target"), "1").unwrap_err();
        assert!(failure.to_string().contains("there are collate, dossier, edtf"));
        assert!(fuzz(None, "soon").is_err());
    }
}
