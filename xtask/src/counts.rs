//! How many tests ran, read from what the test programs print.

use std::ops::AddAssign;

/// How many tests passed, failed, and were skipped (ignored, filtered out, to do).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Counts {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    pub(crate) skipped: u32,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// Tests that one file or target holds.
pub(crate) type Group = (String, Counts);

/// The groups in what `cargo test` printed.
///
/// Cargo announces each group (`Running tests/dates.rs (target/…)`, `Doc-tests quote_timeline`);
/// the programs it then starts sum up with one or more lines `test result: …`, or print no sum at
/// all where they hold no test.
pub(crate) fn of_cargo(lines: &[String]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for line in lines {
        if let Some(name) = announced(line) {
            groups.push((name, Counts::default()));
        } else if let Some(counts) = summed_up(line)
            && let Some((_, sum)) = groups.last_mut()
        {
            *sum += counts;
        }
    }
    groups
}

/// `     Running unittests src/lib.rs (target/debug/deps/quote_timeline-0123456789abcdef)`
fn announced(line: &str) -> Option<String> {
    let line = line.trim_start();
    if let Some(krate) = line.strip_prefix("Doc-tests ") {
        return Some(format!("{krate}: doctests"));
    }
    let (source, program) = line.strip_prefix("Running ")?.strip_suffix(')')?.rsplit_once(" (")?;
    if !source.starts_with("unittests ") {
        return Some(source.to_owned());
    }
    let program = program.rsplit(['/', '\\']).next()?;
    let krate = program.rsplit_once('-').map_or(program, |(krate, _hash)| krate);
    Some(format!("{krate}: unit tests"))
}

/// `test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s`
fn summed_up(line: &str) -> Option<Counts> {
    let (_verdict, numbers) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
    let mut counts = Counts::default();
    for part in numbers.split("; ") {
        let Some((number, what)) = part.split_once(' ') else { continue };
        let Ok(number) = number.parse::<u32>() else { continue };
        match what {
            "passed" => counts.passed += number,
            "failed" => counts.failed += number,
            "ignored" | "filtered out" => counts.skipped += number,
            _ => {}
        }
    }
    Some(counts)
}

/// The groups in what our reporter for Node.js wrote: one line a test, `passed tests/pages/x.js`.
pub(crate) fn of_node(report: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (outcome, file) in report.lines().filter_map(|line| line.split_once(' ')) {
        let counts = match outcome {
            "passed" => Counts { passed: 1, ..Counts::default() },
            "failed" => Counts { failed: 1, ..Counts::default() },
            _ => Counts { skipped: 1, ..Counts::default() },
        };
        match groups.iter_mut().find(|(name, _)| name == file) {
            Some((_, sum)) => *sum += counts,
            None => groups.push((file.to_owned(), counts)),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn each_group_of_cargo_has_its_own_counts() {
        let groups = of_cargo(&lines(
            "     Running unittests src/lib.rs (target/debug/deps/quote_timeline-eb7cd40e33af0f1d)

running 3 tests
test tests::one ... ok
test result: FAILED. 1 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s

     Running tests/dates.rs (target/debug/deps/dates-e1e506893bab05a6)
test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 4 filtered out; finished in 0.00s
   Doc-tests quote_timeline
test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
        ));
        let counts = |passed, failed, skipped| Counts { passed, failed, skipped };
        assert_eq!(
            groups,
            [
                ("quote_timeline: unit tests".to_owned(), counts(1, 1, 1)),
                ("tests/dates.rs".to_owned(), counts(12, 0, 4)),
                ("quote_timeline: doctests".to_owned(), counts(7, 0, 0)),
            ]
        );
    }

    #[test]
    fn a_browser_file_that_skips_everything_counts_nothing() {
        let groups = of_cargo(&lines(
            "     Running tests/browser_a.rs (target/wasm32-unknown-unknown/debug/deps/browser_a-9.wasm)
This test suite is only configured to run in node.js, but we're only running
    browser tests so skipping. If you'd like to run the tests in a browser
     Running tests/browser_b.rs (target/wasm32-unknown-unknown/debug/deps/browser_b-9.wasm)
Running headless tests in Chrome on `http://127.0.0.1:34613/`
test result: ok. 2 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.01s",
        ));
        assert_eq!(groups[0], ("tests/browser_a.rs".to_owned(), Counts::default()));
        assert_eq!(groups[1].1, Counts { passed: 2, ..Counts::default() });
        assert_eq!(groups.len(), 2);
    }

    #[test]
    fn the_reports_of_node_are_summed_by_file() {
        let groups =
            of_node("passed a.test.js\nfailed b.test.js\npassed a.test.js\nskipped a.test.js\n");
        assert_eq!(
            groups[0],
            ("a.test.js".to_owned(), Counts { passed: 2, failed: 0, skipped: 1 })
        );
        assert_eq!(groups[1].1, Counts { failed: 1, ..Counts::default() });
    }
}
