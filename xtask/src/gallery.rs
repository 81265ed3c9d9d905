//! `gallery`: a picture of every state, to be looked at.

use std::process::Command;

use crate::{browser::Browser, compile::Library, failure::Failure, npm, package, root, run::run};

/// Builds, then takes the pictures into `target/gallery/`.
pub(crate) fn gallery(library: Library) -> Result<(), Failure> {
    let node = npm::node()?;
    let browser = Browser::ready()?;
    npm::packages(&root().join("tests").join("pages"))?;
    package::build(library)?;
    let mut command = Command::new(node);
    command.arg("tests/pages/gallery.mjs").env("CHROMIUM", browser.chromium);
    run(command.current_dir(root()))
}
