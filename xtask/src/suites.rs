//! `test`: every test there is, counted.
//!
//! A suite that ran nothing is a failure: test programs report success when they found no test.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    browser::Engine,
    compile::Library,
    counts,
    failure::Failure,
    npm, package,
    report::{self, Row, whole},
    root,
    run::{run, say, typed, watch},
    size,
    tools::{self, TARGET, Tools},
};

/// Checks or tests that run together.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Suite {
    /// Formatting and lints.
    Style,
    /// Everything that needs no browser, doctests included.
    Native,
    /// The wasm in a headless browser.
    Browser,
    /// Whole pages.
    Pages,
}

impl Suite {
    pub(crate) const ALL: [Self; 4] = [Self::Style, Self::Native, Self::Browser, Self::Pages];

    fn name(self) -> &'static str {
        match self {
            Self::Style => "style",
            Self::Native => "native",
            Self::Browser => "browser",
            Self::Pages => "pages",
        }
    }

    fn run(self, library: Library, engines: &[Engine]) -> Result<Vec<Row>, Failure> {
        match self {
            Self::Style => style(),
            Self::Native => native(),
            Self::Browser => browser(engines),
            Self::Pages => pages(library, engines),
        }
    }
}

/// Runs the suites, all of them even where one fails, and closes with a table of what ran.
pub(crate) fn test(suites: &[Suite], library: Library, engines: &[Engine]) -> Result<(), Failure> {
    let mut rows = Vec::new();
    for &suite in suites {
        say(&format!("\n== {} ==", suite.name()));
        match suite.run(library, engines) {
            Ok(some) => rows.extend(some),
            Err(failure) => {
                say(&failure.to_string());
                rows.push(whole(suite.name(), "the suite", Some("not run; the reason is above")));
            }
        }
    }
    let (text, failed) = report::table(&rows);
    say(&text);
    if failed > 0 { Err(Failure::Tests) } else { Ok(()) }
}

fn style() -> Result<Vec<Row>, Failure> {
    tools::rust_target()?;
    tools::rust_component("fmt", "rustfmt")?;
    tools::rust_component("clippy", "clippy")?;
    let checks: [(&str, &[&str]); 5] = [
        ("formatting", &["fmt", "--all", "--check"]),
        (
            "lints",
            &["clippy", "--workspace", "--all-features", "--all-targets", "--", "-D", "warnings"],
        ),
        ("lints, wasm", &["clippy", "--all-targets", "--target", TARGET, "--", "-D", "warnings"]),
        (
            "lints, formats",
            &["clippy", "-p", "quote-timeline-formats", "--target", TARGET, "--", "-D", "warnings"],
        ),
        (
            "lints, unpacker",
            &["clippy", "-p", "unpack", "--target", TARGET, "--", "-D", "warnings"],
        ),
    ];
    let row = |(name, words): (&str, &[&str])| {
        let mut command = cargo(words);
        say(&format!("{}…", typed(&command)));
        whole(Suite::Style.name(), name, run(&mut command).err().map(|_| "failed"))
    };
    Ok(checks.map(row).into())
}

fn native() -> Result<Vec<Row>, Failure> {
    let mut wanted = files(&root().join("tests"), is_native)?;
    wanted.extend(["quote_timeline: unit tests", "quote_timeline: doctests"].map(str::to_owned));
    let mut command = cargo(&["test", "--workspace", "--all-features", "--no-fail-fast"]);
    let (succeeded, lines) = watch(&mut command, say)?;
    Ok(report::rows(Suite::Native.name(), succeeded, counts::of_cargo(&lines), &wanted))
}

/// `bench alignment`: prints precision and recall of automatic alignment, text by text.
pub(crate) fn alignment() -> Result<(), Failure> {
    let words = ["test", "--quiet", "--test", "collate_align", "texts_align", "--", "--nocapture"];
    run(&mut cargo(&words))
}

/// The suite in the wasm, in each engine.
fn browser(engines: &[Engine]) -> Result<Vec<Row>, Failure> {
    let tools = Tools::ready()?;
    let mut rows = Vec::new();
    for &engine in engines {
        say(&format!("{}…", engine.name()));
        match browser_in(&tools, engine) {
            Ok(some) => rows.extend(some),
            // The other engines still have their turn.
            Err(failure) => {
                say(&failure.to_string());
                rows.push(whole(engine.name(), "the suite", Some("not run; the reason is above")));
            }
        }
    }
    Ok(rows)
}

fn browser_in(tools: &Tools, engine: Engine) -> Result<Vec<Row>, Failure> {
    let wanted = files(&root().join("tests"), is_browser)?;
    let mut command = tools.wasm_pack();
    if engine == Engine::WebKit {
        command = tools.wasm_pack_on_a_screen();
        // Its sandbox needs what containers and root do not have; these pages are our own.
        command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    }
    command.args(["--log-level", "error", "test", "--headless"]).args(engine.options()?);
    // The library and the browser's files only: the others hold nothing for this target.
    command.args([".", "--lib"]);
    for file in &wanted {
        command.arg("--test").args(Path::new(file).file_stem());
    }
    // Seconds for one file; the default of 20 is short where others share the machine.
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    let (succeeded, lines) = watch(&mut command, say)?;
    Ok(report::rows(engine.name(), succeeded, counts::of_cargo(&lines), &wanted))
}

/// Whole pages, in each engine.
fn pages(library: Library, engines: &[Engine]) -> Result<Vec<Row>, Failure> {
    let node = npm::node()?;
    let folder = root().join("tests").join("pages");
    npm::packages(&folder)?;
    package::build(library)?;
    let wanted = files(&folder, is_page)?;
    if wanted.is_empty() {
        // Without files named to it, Node.js looks for tests everywhere.
        return Ok(report::rows(Suite::Pages.name(), true, Vec::new(), &wanted));
    }
    let mut rows =
        vec![whole(Suite::Pages.name(), "size of the single file", size::within_budget().err())];
    for &engine in engines {
        match pages_in(engine, &node, &wanted) {
            Ok(some) => rows.extend(some),
            // The other engines still have their turn.
            Err(failure) => {
                say(&failure.to_string());
                rows.push(whole(engine.name(), "pages", Some("not run; the reason is above")));
            }
        }
    }
    Ok(rows)
}

fn pages_in(engine: Engine, node: &Path, wanted: &[String]) -> Result<Vec<Row>, Failure> {
    say(&format!("\nPages in {}…", engine.name()));
    let mut command = Command::new(node);
    engine.told(&mut command)?;
    page_rows(command, engine.name(), wanted)
}

/// Runs page tests by Node.js, and counts them.
fn page_rows(
    mut node: Command,
    suite: &'static str,
    wanted: &[String],
) -> Result<Vec<Row>, Failure> {
    let report = root().join("target").join("pages.txt");
    package::write(&report, b"")?;
    node.args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout"]);
    node.args(["--test-reporter=./xtask/reporter.mjs", "--test-reporter-destination"]);
    let (succeeded, _) = watch(node.arg(&report).args(wanted).current_dir(root()), say)?;
    let report = String::from_utf8_lossy(&package::read(&report)?).into_owned();
    Ok(report::rows(suite, succeeded, counts::of_node(&report), wanted))
}

/// The files of a folder whose name pleases, relative to the repository, in order.
fn files(folder: &Path, pleases: fn(&str) -> bool) -> Result<Vec<String>, Failure> {
    let cannot = |source| Failure::File { action: "read", path: folder.to_owned(), source };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path: PathBuf = entry.map_err(cannot)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if pleases(&name) {
            let path = path.strip_prefix(root()).unwrap_or(&path);
            files.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
    files.sort();
    Ok(files)
}

fn is_browser(name: &str) -> bool {
    name.starts_with("browser") && name.strip_suffix(".rs").is_some()
}

fn is_native(name: &str) -> bool {
    !is_browser(name) && name.strip_suffix(".rs").is_some()
}

fn is_page(name: &str) -> bool {
    name.ends_with(".test.js") || name.ends_with(".test.mjs")
}

fn cargo(words: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(words).current_dir(root());
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_test_file_belongs_to_one_suite() {
        for name in ["browser.rs", "browser_list.rs", "dates.rs", "a.test.js", "a.test.mjs"] {
            let suites = [is_native(name), is_browser(name), is_page(name)];
            assert_eq!(suites.into_iter().filter(|&is| is).count(), 1, "{name}");
        }
        assert!(!is_page("server.mjs"));
    }
}
