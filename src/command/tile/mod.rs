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
mod wrong;

use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use crate::Outcome;
use crate::arguments::Tile;
use crate::failure::Failure;
use crate::files::{is_standard, name_of_input};
use crate::report::{counted, say, visible};
use line::Line;
use row::Place;
use sheaf::Sheaf;
use sort::Sorter;
use things::Things;
use tree::Tree;
use wrong::Wrong;

pub(crate) fn tile(task: &Tile) -> Result<Outcome, Failure> {
    let mut sheaf = Sheaf::open(&task.output)?;
    let scratch = sheaf.scratch();
    let mut sorter = Sorter::new(scratch.clone(), task.memory.saturating_mul(1 << 20));
    let mut things = Things::new(&scratch)?;
    let names = task.inputs.iter().map(|path| name_of_input(path));
    let mut wrong = Wrong::new(names.collect());
    for (file, path) in (0_u32..).zip(&task.inputs) {
        take(file, path, task, &mut sorter, &mut things, &mut wrong)?;
    }
    things.sort(&mut wrong)?;
    if task.strict && wrong.count > 0 {
        wrong.sum_up();
        return Ok(Outcome::Wrong);
    }
    let (title, languages) = (task.title.as_deref(), &task.languages);
    let most = task.rows.max(tree::FEWEST);
    let mut tree = Tree::new(&mut sheaf, &mut things, &mut wrong, most, title, languages);
    for row in sorter.sorted()? {
        tree.push(row?)?;
    }
    let (levels, rows) = tree.finish()?;
    wrong.sum_up();
    if task.strict && wrong.count > 0 {
        return Ok(Outcome::Wrong);
    }
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
    file: u32,
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
    for line in 1_u64.. {
        let place = Place { file, line };
        bytes.clear();
        if input.read_until(b'\n', &mut bytes).map_err(failed)? == 0 {
            break;
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match line::read(&bytes, place, &task.lang) {
            Ok((Line::Row(row), noted)) => {
                wrong.note(place, &noted);
                sorter.push(row)?;
            }
            Ok((Line::Thing(thing), noted)) => {
                wrong.note(place, &noted);
                things.add(&thing)?;
            }
            Err(noted) => wrong.note(place, &noted),
        }
    }
    Ok(())
}
