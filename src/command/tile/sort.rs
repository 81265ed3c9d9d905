//! Rows sorted by time in bounded memory: runs that fit are sorted and put aside, then merged
//! (Knuth, *The Art of Computer Programming* 3, 5.4.1).

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};
use std::path::PathBuf;

use super::row::Row;
use crate::failure::Failure;

/// Takes rows in any order.
pub(super) struct Sorter {
    folder: PathBuf,
    /// Bytes of rows that may be in memory.
    most: usize,
    rows: Vec<Row>,
    size: usize,
    runs: Vec<PathBuf>,
}

impl Sorter {
    pub(super) fn new(folder: PathBuf, most: usize) -> Self {
        Self { folder, most, rows: Vec::new(), size: 0, runs: Vec::new() }
    }

    pub(super) fn push(&mut self, row: Row) -> Result<(), Failure> {
        self.size += row.size();
        self.rows.push(row);
        if self.size > self.most { self.put_aside() } else { Ok(()) }
    }

    fn put_aside(&mut self) -> Result<(), Failure> {
        let path = self.folder.join(format!("run-{}", self.runs.len()));
        self.rows.sort_by_key(Row::key);
        let write = || -> io::Result<()> {
            let mut to = BufWriter::with_capacity(1 << 18, File::create(&path)?);
            for row in &self.rows {
                row.write(&mut to)?;
            }
            to.flush()
        };
        write().map_err(|source| failed(&path, "write", source))?;
        self.runs.push(path);
        self.rows.clear();
        self.size = 0;
        Ok(())
    }

    /// All rows, in order of time; of those of one moment the first stays first.
    pub(super) fn sorted(mut self) -> Result<impl Iterator<Item = Result<Row, Failure>>, Failure> {
        if !self.runs.is_empty() && !self.rows.is_empty() {
            self.put_aside()?;
        }
        self.rows.sort_by_key(Row::key);
        let mut merge = Merge { runs: Vec::new(), heads: BinaryHeap::new() };
        for path in self.runs {
            let file = File::open(&path).map_err(|source| failed(&path, "read", source))?;
            merge.runs.push((path, BufReader::with_capacity(1 << 16, file), None));
            merge.advance(merge.runs.len() - 1)?;
        }
        Ok(self.rows.into_iter().map(Ok).chain(merge))
    }
}

/// A run: its name, what is left of it, its next row.
type Run = (PathBuf, BufReader<File>, Option<Row>);

struct Merge {
    runs: Vec<Run>,
    /// The keys of the next rows of all runs, and which run that is.
    heads: BinaryHeap<Reverse<((i64, i64), usize)>>,
}

impl Merge {
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
