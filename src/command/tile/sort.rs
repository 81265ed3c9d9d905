//! Rows sorted by time in bounded memory: runs that fit are sorted and put aside, then merged
//! (Knuth, *The Art of Computer Programming* 3, 5.4.1).

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Write};
use std::path::PathBuf;

use super::row::{Key, Row};
use crate::failure::Failure;

/// So many runs are merged at once: more open files than that not every system allows.
const MOST_RUNS: usize = 64;

/// Takes rows in any order.
pub(super) struct Sorter {
    folder: PathBuf,
    /// Bytes of rows that may be in memory.
    most: usize,
    rows: Vec<Row>,
    size: usize,
    runs: Vec<PathBuf>,
    /// How many runs have been written, those that are merged by now included.
    written: usize,
}

impl Sorter {
    pub(super) fn new(folder: PathBuf, most: usize) -> Self {
        Self { folder, most, rows: Vec::new(), size: 0, runs: Vec::new(), written: 0 }
    }

    pub(super) fn push(&mut self, row: Row) -> Result<(), Failure> {
        self.size += row.size();
        self.rows.push(row);
        if self.size > self.most { self.put_aside() } else { Ok(()) }
    }

    fn put_aside(&mut self) -> Result<(), Failure> {
        // Keys are all different, and a stable sort would take half as much memory again.
        self.rows.sort_unstable_by_key(Row::key);
        let rows = std::mem::take(&mut self.rows);
        self.size = 0;
        self.write(rows.into_iter().map(Ok))
    }

    /// Writes a run.
    fn write(&mut self, rows: impl Iterator<Item = Result<Row, Failure>>) -> Result<(), Failure> {
        let path = self.folder.join(format!("run-{}", self.written));
        let wrong = |source| failed(&path, "write", source);
        let mut to = BufWriter::with_capacity(1 << 18, File::create(&path).map_err(wrong)?);
        for row in rows {
            row?.write(&mut to).map_err(wrong)?;
        }
        to.flush().map_err(wrong)?;
        self.written += 1;
        self.runs.push(path);
        Ok(())
    }

    /// All rows, in order of time; of those of one moment the first stays first.
    pub(super) fn sorted(mut self) -> Result<impl Iterator<Item = Result<Row, Failure>>, Failure> {
        if !self.runs.is_empty() && !self.rows.is_empty() {
            self.put_aside()?;
        }
        while self.runs.len() > MOST_RUNS {
            let runs: Vec<PathBuf> = self.runs.drain(..MOST_RUNS).collect();
            self.write(Merge::new(&runs)?)?;
            for path in runs {
                fs::remove_file(&path).map_err(|source| failed(&path, "remove", source))?;
            }
        }
        self.rows.sort_unstable_by_key(Row::key);
        Ok(self.rows.into_iter().map(Ok).chain(Merge::new(&self.runs)?))
    }
}

/// A run: its name, what is left of it, its next row.
type Run = (PathBuf, BufReader<File>, Option<Row>);

struct Merge {
    runs: Vec<Run>,
    /// The keys of the next rows of all runs, and which run that is.
    heads: BinaryHeap<Reverse<(Key, usize)>>,
}

impl Merge {
    fn new(paths: &[PathBuf]) -> Result<Self, Failure> {
        let mut merge = Self { runs: Vec::new(), heads: BinaryHeap::new() };
        for path in paths {
            let file = File::open(path).map_err(|source| failed(path, "read", source))?;
            merge.runs.push((path.clone(), BufReader::with_capacity(1 << 16, file), None));
            merge.advance(merge.runs.len() - 1)?;
        }
        Ok(merge)
    }

    fn advance(&mut self, run: usize) -> Result<(), Failure> {
        let Some((path, file, next)) = self.runs.get_mut(run) else { return Ok(()) };
        *next = Row::read(file).map_err(|source| failed(path, "read", source))?;
        if let Some(row) = next {
            self.heads.push(Reverse((row.key(), run)));
        }
        Ok(())
    }
}

impl Iterator for Merge {
    type Item = Result<Row, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        let Reverse((_, run)) = self.heads.pop()?;
        let row = self.runs.get_mut(run)?.2.take()?;
        Some(self.advance(run).map(|()| row))
    }
}

fn failed(path: &std::path::Path, action: &'static str, source: io::Error) -> Failure {
    Failure::File { name: path.display().to_string(), action, source }
}
