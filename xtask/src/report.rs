//! The table that closes `test`: what ran, and what should have run but did not.

use std::fmt::{Display, Write as _};

use crate::counts::{Counts, Group};

/// One line of the closing table.
pub(crate) struct Row {
    suite: &'static str,
    name: String,
    /// What ran; `None` where nothing is counted because it passes or fails as a whole.
    counts: Option<Counts>,
    /// What is wrong, if anything.
    problem: Option<String>,
}

/// The rows of a suite: what ran, and what should have run but did not.
pub(crate) fn rows(
    suite: &'static str,
    succeeded: bool,
    groups: Vec<Group>,
    wanted: &[String],
) -> Vec<Row> {
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
            Row { suite, name, counts: Some(counts), problem: problem.map(str::to_owned) }
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
pub(crate) fn whole(suite: &'static str, name: &str, problem: Option<impl Display>) -> Row {
    let problem = problem.map(|problem| problem.to_string());
    Row { suite, name: name.to_owned(), counts: None, problem }
}

/// The closing table, and how many tests failed; skipping and not running are failing too.
pub(crate) fn table(rows: &[Row]) -> (String, u32) {
    let width = rows.iter().map(|row| row.name.chars().count()).max().unwrap_or_default();
    let mut text = format!(
        "\n{:<9} {:<width$} {:>6} {:>6} {:>7}\n",
        "suite", "tests", "passed", "failed", "skipped"
    );
    let (mut passed, mut failed) = (0, 0);
    for row in rows {
        let Row { suite, name, counts, problem } = row;
        let _ = write!(text, "{suite:<9} {name:<width$}");
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

#[cfg(test)]
mod tests {
    use super::*;

    fn group(name: &str, passed: u32, failed: u32, skipped: u32) -> Group {
        (name.to_owned(), Counts { passed, failed, skipped })
    }

    fn closing(succeeded: bool, groups: Vec<Group>, wanted: &[&str]) -> (String, u32) {
        let wanted: Vec<String> = wanted.iter().map(|&name| name.to_owned()).collect();
        let (text, failed) = table(&rows("native", succeeded, groups, &wanted));
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
}
