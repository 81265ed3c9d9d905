//! `bench`: the widget beside other timelines, and the page that says how they compare.

use std::process::Command;

use crate::{browser::Browser, compile::Library, failure::Failure, npm, package, root, run::run};

/// Runs the benchmark with its own options and writes `docs/performance.md`.
pub(crate) fn bench(options: &[&str], library: Library) -> Result<(), Failure> {
    let node = npm::node()?;
    let browser = Browser::ready()?;
    npm::packages(&root().join("bench"))?;
    package::build(library)?;
    let mut command = Command::new(&node);
    command.arg("bench/run.mjs").args(options).env("CHROMIUM", browser.chromium);
    run(command.current_dir(root()))?;
    run(Command::new(node).arg("bench/table.mjs").current_dir(root()))
}
