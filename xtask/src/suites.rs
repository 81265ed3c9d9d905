//! `test`: every test there is, counted.
//!
//! A suite that ran nothing is a failure: test programs report success when they found no test.

use std::{
    fmt::{Display, Write as _},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    browser::Browser,
    counts::{self, Counts, Group},
    failure::Failure,
    package, root,
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

/// One line of the closing table.
struct Row {
    suite: &'static str,
    name: String,
    /// What ran; `None` where nothing is counted because it passes or fails as a whole.
    counts: Option<Counts>,
    /// What is wrong, if anything.
    problem: Option<String>,
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

    fn run(self) -> Result<Vec<Row>, Failure> {
        match self {
            Self::Style => style(),
            Self::Native => native(),
            Self::Browser => browser(),
            Self::Pages => pages(),
        }
    }
}

/// Runs the suites, all of them even where one fails, and closes with a table of what ran.
pub(crate) fn test(suites: &[Suite]) -> Result<(), Failure> {
    let mut rows = Vec::new();
    for &suite in suites {
        say(&format!("\n== {} ==", suite.name()));
        match suite.run() {
            Ok(some) => rows.extend(some),
            Err(failure) => {
                say(&failure.to_string());
                rows.push(whole(suite, "the suite", Some("not run; the reason is above")));
            }
        }
    }
    let (text, failed) = table(&rows);
    say(&text);
    if failed > 0 { Err(Failure::Tests) } else { Ok(()) }
}

fn style() -> Result<Vec<Row>, Failure> {
    tools::rust_target()?;
    tools::rust_component("fmt", "rustfmt")?;
    tools::rust_component("clippy", "clippy")?;
    let checks: [(&str, &[&str]); 3] = [
        ("formatting", &["fmt", "--all", "--check"]),
        ("lints", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
        ("lints, wasm", &["clippy", "--all-targets", "--target", TARGET, "--", "-D", "warnings"]),
    ];
    let row = |(name, words): (&str, &[&str])| {
        let mut command = cargo(words);
        say(&format!("{}…", typed(&command)));
        whole(Suite::Style, name, run(&mut command).err().map(|_| "failed"))
    };
    Ok(checks.map(row).into())
}

fn native() -> Result<Vec<Row>, Failure> {
    let mut wanted = files(&root().join("tests"), is_native)?;
    wanted.extend(["quote_timeline: unit tests", "quote_timeline: doctests"].map(str::to_owned));
    let mut command = cargo(&["test", "--workspace", "--no-fail-fast"]);
    let (succeeded, lines) = watch(&mut command, say)?;
    Ok(rows(Suite::Native, succeeded, counts::of_cargo(&lines), &wanted))
}

fn browser() -> Result<Vec<Row>, Failure> {
    let browser = Browser::ready()?;
    let tools = Tools::ready()?;
    let wanted = files(&root().join("tests"), is_browser)?;
    let mut command = tools.wasm_pack();
    command.args(["--log-level", "error", "test", "--headless", "--chrome", "--chromedriver"]);
    // The library and the browser's files only: the others hold nothing for this target.
    command.arg(browser.driver).args([".", "--lib"]);
    for file in &wanted {
        command.arg("--test").args(Path::new(file).file_stem());
    }
    // Seconds for one file; the default of 20 is short where others share the machine.
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    let (succeeded, lines) = watch(&mut command, say)?;
    Ok(rows(Suite::Browser, succeeded, counts::of_cargo(&lines), &wanted))
}

fn pages() -> Result<Vec<Row>, Failure> {
    let node = tools::node()?;
    let browser = Browser::ready()?;
    let folder = root().join("tests").join("pages");
    tools::page_packages(&folder)?;
    package::build()?;
    let wanted = files(&folder, is_page)?;
    let report = root().join("target").join("pages.txt");
    package::write(&report, b"")?;
    let mut command = Command::new(node);
    command.args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout"]);
    command.args(["--test-reporter=./xtask/reporter.mjs", "--test-reporter-destination"]);
    command.arg(&report).args(&wanted).env("CHROMIUM", browser.chromium);
    let (succeeded, _) = watch(command.current_dir(root()), say)?;
    let report = String::from_utf8_lossy(&package::read(&report)?).into_owned();
    let mut rows = rows(Suite::Pages, succeeded, counts::of_node(&report), &wanted);
    rows.push(whole(Suite::Pages, "size of the single file", size::within_budget().err()));
    Ok(rows)
}

/// The rows of a suite: what ran, and what should have run but did not.
fn rows(suite: Suite, succeeded: bool, groups: Vec<Group>, wanted: &[String]) -> Vec<Row> {
    let absent = wanted.iter().filter(|name| groups.iter().all(|(group, _)| group != *name));
    let absent: Vec<Group> = absent.map(|name| (name.clone(), Counts::default())).collect();
    let mut rows: Vec<Row> = groups
        .into_iter()
        .chain(absent)
        .filter(|(name, counts)| *counts != Counts::default() || wanted.contains(name))
        .map(|(name, counts)| {
            let problem = match counts {
                Counts { failed: 1.., .. } => Some("failed"),
                Counts { skipped: 1.., .. } => Some("skipped tests"),
                Counts { passed: 0, .. } => Some("ran no test"),
                Counts { .. } => None,
            };
            Row {
                suite: suite.name(),
                name,
                counts: Some(counts),
                problem: problem.map(str::to_owned),
            }
        })
        .collect();
    if rows.is_empty() {
        rows.push(whole(suite, "no test was found", Some("ran no test")));
    } else if !succeeded && rows.iter().all(|row| row.problem.is_none()) {
        rows.push(whole(suite, "the command", Some("failed; its message is above")));
    }
    rows
}

/// A row for what is not counted: it is well or not as a whole.
fn whole(suite: Suite, name: &str, problem: Option<impl Display>) -> Row {
    let problem = problem.map(|problem| problem.to_string());
    Row { suite: suite.name(), name: name.to_owned(), counts: None, problem }
}

/// The closing table, and how many tests failed; skipping and not running are failing too.
fn table(rows: &[Row]) -> (String, u32) {
    let width = rows.iter().map(|row| row.name.chars().count()).max().unwrap_or_default();
    let mut text = format!(
        "\n{:<8} {:<width$} {:>6} {:>6} {:>7}\n",
        "suite", "tests", "passed", "failed", "skipped"
    );
    let (mut passed, mut failed) = (0, 0);
    for row in rows {
        let Row { suite, name, counts, problem } = row;
        let _ = write!(text, "{suite:<8} {name:<width$}");
        if let Some(Counts { passed, failed, skipped }) = counts {
            let _ = write!(text, " {passed:>6} {failed:>6} {skipped:>7}");
        }
        match problem {
            Some(problem) => {
                let _ = writeln!(text, "  ! {problem}");
            }
            None if counts.is_none() => text.push_str("  clean\n"),
            None => text.push('\n'),
        }
        let counts = counts.unwrap_or_default();
        passed += counts.passed;
        failed += (counts.failed + counts.skipped).max(u32::from(problem.is_some()));
    }
    let _ = write!(text, "\n{passed} passed, {failed} failed");
    (text, failed)
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

    fn group(name: &str, passed: u32, failed: u32, skipped: u32) -> Group {
        (name.to_owned(), Counts { passed, failed, skipped })
    }

    fn closing(succeeded: bool, groups: Vec<Group>, wanted: &[&str]) -> (String, u32) {
        let wanted: Vec<String> = wanted.iter().map(|&name| name.to_owned()).collect();
        let (text, failed) = table(&rows(Suite::Native, succeeded, groups, &wanted));
        (text.lines().last().unwrap().to_owned(), failed)
    }

    #[test]
    fn all_well_ends_in_a_plain_line() {
        let groups = vec![group("a", 3, 0, 0), group("empty", 0, 0, 0), group("b", 4, 0, 0)];
        assert_eq!(closing(true, groups, &["a", "b"]), ("7 passed, 0 failed".to_owned(), 0));
    }

    #[test]
    fn what_was_to_run_and_did_not_has_failed() {
        assert_eq!(closing(true, vec![group("a", 3, 0, 0)], &["a", "b"]).1, 1);
        assert_eq!(closing(true, vec![group("a", 0, 0, 0)], &["a"]).1, 1);
        assert_eq!(closing(true, vec![], &[]).1, 1);
    }

    #[test]
    fn a_skipped_test_has_failed() {
        assert_eq!(closing(true, vec![group("a", 3, 0, 2)], &["a"]).1, 2);
    }

    #[test]
    fn a_failing_command_has_failed_even_where_every_count_is_well() {
        assert_eq!(closing(false, vec![group("a", 3, 0, 0)], &["a"]).1, 1);
        assert_eq!(closing(false, vec![group("a", 3, 1, 0)], &["a"]).1, 1);
    }

    #[test]
    fn every_test_file_belongs_to_one_suite() {
        for name in ["browser.rs", "browser_list.rs", "dates.rs", "a.test.js", "a.test.mjs"] {
            let suites = [is_native(name), is_browser(name), is_page(name)];
            assert_eq!(suites.into_iter().filter(|&is| is).count(), 1, "{name}");
        }
        assert!(!is_page("server.mjs"));
    }
}
