//! Articles and entities, which may stand anywhere in the input: kept in a file, found by identifier.

use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::row::{read_text, write_text};
use crate::failure::Failure;

/// Keeps 16 bytes of memory for each.
pub(super) struct Things {
    path: PathBuf,
    to: BufWriter<File>,
    end: u64,
    /// Hashes of identifiers, and where in the file each stands.
    places: Vec<(u64, u64)>,
}

impl Things {
    pub(super) fn new(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join("things");
        let file = File::options().create(true).truncate(true).read(true).write(true).open(&path);
        let file = file.map_err(|source| failed(&path, source))?;
        Ok(Self { path, to: BufWriter::new(file), end: 0, places: Vec::new() })
    }

    /// Adds one; of several with one identifier the first counts.
    pub(super) fn add(&mut self, list: &str, id: &str, text: &str) -> Result<(), Failure> {
        self.places.push((hash(id), self.end));
        let Self { to, path, end, .. } = self;
        for part in [list, id, text] {
            write_text(to, part).map_err(|source| failed(path, source))?;
            *end += 4 + part.len() as u64;
        }
        Ok(())
    }

    /// All have been added.
    pub(super) fn sort(&mut self) {
        self.places.sort_unstable();
    }

    /// The list that an identifier is in, and its JSON; nothing where the input has none of that name.
    pub(super) fn find(&mut self, id: &str) -> Result<Option<(String, String)>, Failure> {
        let wanted = hash(id);
        let from = self.places.partition_point(|(own, _)| *own < wanted);
        for (own, place) in self.places.iter().skip(from) {
            if *own != wanted {
                break;
            }
            let read = || -> io::Result<(String, String, String)> {
                self.to.flush()?;
                let mut file = BufReader::new(self.to.get_ref());
                file.seek(SeekFrom::Start(*place))?;
                Ok((read_text(&mut file)?, read_text(&mut file)?, read_text(&mut file)?))
            };
            let mut read = read;
            let (list, found, text) = read().map_err(|source| failed(&self.path, source))?;
            if found == id {
                return Ok(Some((list, text)));
            }
        }
        Ok(None)
    }
}

fn hash(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

fn failed(path: &Path, source: io::Error) -> Failure {
    Failure::File { name: path.display().to_string(), action: "keep things in", source }
}
