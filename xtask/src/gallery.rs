//! `gallery`: a picture of every state in every engine, to be looked at.

use std::process::Command;

use crate::{browser::Engine, compile::Library, failure::Failure, npm, package, root, run::run};

/// Builds, then takes the pictures into `target/gallery/`.
pub(crate) fn gallery(library: Library, engines: &[Engine]) -> Result<(), Failure> {
    let node = npm::node()?;
    npm::packages(&root().join("tests").join("pages"))?;
    package::build(library)?;
    let mut command = Command::new(node);
    for engine in engines {
        engine.told(&mut command)?;
    }
    let names: Vec<String> = engines.iter().map(|engine| engine.tag()).collect();
    command.arg("tests/pages/gallery.mjs").env("ENGINES", names.join(","));
    run(command.current_dir(root()))
}
