//! `tile`: a corpus of any size as a tree of files that any static host serves.
//!
//! Rows are sorted by time outside of memory, then one pass over them makes the tree: see [`tree`].

mod line;
mod quotebank;
mod row;
mod sheaf;
mod sort;
mod things;
mod tree;

use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use crate::Outcome;
use crate::arguments::Tile;
use crate::failure::Failure;
use crate::files::{is_standard, name_of_input};
use crate::report::{complain, counted, say, visible};
use line::Line;
use sheaf::Sheaf;
use sort::Sorter;
use things::Things;
use tree::Tree;

/// So many lines that are wrong are told one by one.
const MOST_TOLD: usize = 20;

pub(crate) fn tile(task: &Tile) -> Result<Outcome, Failure> {
    let mut sheaf = Sheaf::open(&task.output)?;
    let scratch = sheaf.scratch();
    let mut sorter = Sorter::new(scratch.clone(), task.memory.saturating_mul(1 << 20));
    let mut things = Things::new(&scratch)?;
    let mut wrong = Wrong::default();
    for path in &task.inputs {
        take(path, task, &mut sorter, &mut things, &mut wrong)?;
    }
    wrong.sum_up();
    if task.strict && wrong.count > 0 {
        return Ok(Outcome::Wrong);
    }
    things.sort();
    let (title, languages) = (task.title.as_deref(), &task.languages);
    let mut tree =
        Tree::new(&mut sheaf, &mut things, task.rows.max(tree::FEWEST), title, languages);
    let mut rows = 0_usize;
    for row in sorter.sorted()? {
        tree.push(row?)?;
        rows += 1;
    }
    let levels = tree.finish()?;
    if rows == 0 {
        return Err(Failure::NoRows);
    }
    let written = sheaf.close()?;
    say(&format!(
        "{}: {} in {}, {}; {} bytes, the largest {}, the first {}",
        visible(&task.output.display().to_string()),
        counted(rows, "row", "rows"),
        counted(written.files, "file", "files"),
        counted(levels, "level", "levels"),
        written.bytes,
        written.largest,
        written.root,
    ));
    Ok(if wrong.count > 0 { Outcome::Wrong } else { Outcome::Well })
}

/// Reads one input, line by line.
fn take(
    path: &Path,
    task: &Tile,
    sorter: &mut Sorter,
    things: &mut Things,
    wrong: &mut Wrong,
) -> Result<(), Failure> {
    let name = name_of_input(path);
    let failed = |source| Failure::File { name: name.clone(), action: "read", source };
    let mut input: Box<dyn BufRead> = if is_standard(path) {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::with_capacity(1 << 20, fs::File::open(path).map_err(failed)?))
    };
    let mut bytes = Vec::new();
    for number in 1_usize.. {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes).map_err(failed)? == 0 {
            break;
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match line::read(&bytes, number, &task.lang) {
            Ok((Line::Row(row), noted)) => {
                wrong.note(&name, number, &noted);
                sorter.push(row)?;
            }
            Ok((Line::Thing { list, id, text }, noted)) => {
                wrong.note(&name, number, &noted);
                things.add(list, &id, &text)?;
            }
            Err(why) => wrong.note(&name, number, &[why]),
        }
    }
    Ok(())
}

/// Lines that could not be taken whole.
#[derive(Default)]
struct Wrong {
    count: usize,
}

impl Wrong {
    fn note(&mut self, name: &str, line: usize, problems: &[String]) {
        for problem in problems {
            self.count += 1;
            if self.count <= MOST_TOLD {
                complain(&format!("{name}:{line}: {problem}"));
            }
        }
    }

    fn sum_up(&self) {
        if self.count > MOST_TOLD {
            complain(&format!("and {} more such lines", self.count - MOST_TOLD));
        }
    }
}
