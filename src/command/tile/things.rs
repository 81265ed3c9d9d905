//! Articles and entities, which may stand anywhere in the input: kept in a file, found by identifier.

use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::line::Thing;
use super::row::{Place, read_text, write_text};
use super::wrong::{Noted, Wrong};
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
    pub(super) fn add(&mut self, thing: &Thing) -> Result<(), Failure> {
        let Thing { place, list, id, text } = thing;
        self.places.push((hash(id), self.end));
        let Self { to, path, end, .. } = self;
        place.write(to).map_err(|source| failed(path, source))?;
        *end += Place::BYTES;
        for part in [*list, id.as_str(), text.as_str()] {
            write_text(to, part).map_err(|source| failed(path, source))?;
            *end += 4 + part.len() as u64;
        }
        Ok(())
    }

    /// All have been added. What has the identifier of another is reported.
    pub(super) fn sort(&mut self, wrong: &mut Wrong) -> Result<(), Failure> {
        self.places.sort_unstable();
        let mut before = None;
        for number in 0..self.places.len() {
            let Some((hash, at)) = self.places.get(number).copied() else { break };
            if before == Some(hash) {
                let (place, _, id, _) = self.read(at)?;
                if self.place(&id)?.is_some_and(|first| first != at) {
                    wrong.note(place, &[Noted::used_before(&id)]);
                }
            }
            before = Some(hash);
        }
        Ok(())
    }

    /// The list that an identifier is in, and its JSON; nothing where the input has none of that name.
    pub(super) fn find(&mut self, id: &str) -> Result<Option<(String, String)>, Failure> {
        let Some(at) = self.place(id)? else { return Ok(None) };
        let (_, list, _, text) = self.read(at)?;
        Ok(Some((list, text)))
    }

    /// Where the first of an identifier stands.
    fn place(&mut self, id: &str) -> Result<Option<u64>, Failure> {
        let wanted = hash(id);
        let from = self.places.partition_point(|(own, _)| *own < wanted);
        for number in from..self.places.len() {
            let Some((_, at)) = self.places.get(number).copied().filter(|own| own.0 == wanted)
            else {
                break;
            };
            if self.read(at)?.2 == id {
                return Ok(Some(at));
            }
        }
        Ok(None)
    }

    fn read(&mut self, at: u64) -> Result<(Place, String, String, String), Failure> {
        let Self { path, to, .. } = self;
        let mut read = || {
            to.flush()?;
            let mut file = BufReader::new(to.get_ref());
            file.seek(SeekFrom::Start(at))?;
            let place = Place::read(&mut file)?;
            Ok((place, read_text(&mut file)?, read_text(&mut file)?, read_text(&mut file)?))
        };
        read().map_err(|source| failed(path, source))
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
