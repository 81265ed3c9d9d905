//! The folder that is written: the root last, so that half a folder is never taken for a whole one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::failure::Failure;

/// The name of the root.
pub(super) const ROOT: &str = "index.json";
/// The folder with what is put aside; gone at the end.
const SCRATCH: &str = ".tile";
/// The folder in it with the parts, until they are whole.
const DRAFT: &str = "parts";

/// What was written.
#[derive(Clone, Copy, Default)]
pub(super) struct Written {
    pub(super) files: usize,
    pub(super) bytes: u64,
    pub(super) largest: u64,
    pub(super) root: u64,
}

/// A folder of parts. All that is written waits beside what is there until it is whole.
pub(super) struct Sheaf {
    folder: PathBuf,
    /// Whether the folder was made here and nothing has been put into it yet.
    is_new: bool,
    written: Written,
}

impl Sheaf {
    /// A folder that is new, empty, or has parts already, which are replaced in the end.
    pub(super) fn open(folder: &Path) -> Result<Self, Failure> {
        let is_new = !folder.exists();
        let own = Self { folder: folder.to_owned(), is_new, written: Written::default() };
        if !is_new && !holds_parts_only(folder).map_err(|source| own.failed("read", source))? {
            return Err(Failure::OtherFolder(folder.to_owned()));
        }
        // What an earlier run that was killed had put aside.
        let _ = fs::remove_dir_all(folder.join(SCRATCH));
        let made = fs::create_dir_all(folder.join(SCRATCH).join(DRAFT));
        made.map_err(|source| own.failed("write", source))?;
        Ok(own)
    }

    /// A folder for what is put aside.
    pub(super) fn scratch(&self) -> PathBuf {
        self.folder.join(SCRATCH)
    }

    /// Writes a part.
    pub(super) fn write(&mut self, name: &str, text: &str) -> Result<(), Failure> {
        let bytes = text.len() as u64;
        self.written.files += 1;
        self.written.bytes += bytes;
        self.written.largest = self.written.largest.max(bytes);
        if name == ROOT {
            self.written.root = bytes;
        }
        let path = self.scratch().join(DRAFT).join(name);
        let written = path.parent().map_or(Ok(()), fs::create_dir_all);
        written.and_then(|()| fs::write(&path, text)).map_err(|source| self.failed("write", source))
    }

    /// Puts all that was written in the place of what was there: its root goes first and the new one
    /// comes last, so that whatever has a root is whole.
    pub(super) fn close(mut self) -> Result<Written, Failure> {
        self.replace().map_err(|source| self.failed("write", source))?;
        self.is_new = false;
        Ok(self.written)
    }

    fn replace(&self) -> io::Result<()> {
        let draft = self.scratch().join(DRAFT);
        match fs::remove_file(self.folder.join(ROOT)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        for name in names(&self.folder)?.iter().filter(|name| is_number(name)) {
            fs::remove_dir_all(self.folder.join(name))?;
        }
        for name in names(&draft)?.iter().filter(|name| *name != ROOT) {
            fs::rename(draft.join(name), self.folder.join(name))?;
        }
        fs::rename(draft.join(ROOT), self.folder.join(ROOT))
    }

    fn failed(&self, action: &'static str, source: io::Error) -> Failure {
        Failure::File { name: self.folder.display().to_string(), action, source }
    }
}

impl Drop for Sheaf {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.scratch());
        if self.is_new {
            let _ = fs::remove_dir(&self.folder);
        }
    }
}

/// Whether nothing is in a folder but a root with its parts, or nothing at all: whatever else has
/// folders named by numbers must not be taken for it.
fn holds_parts_only(folder: &Path) -> io::Result<bool> {
    let mut names = names(folder)?;
    names.retain(|name| name != SCRATCH);
    if names.is_empty() {
        return Ok(true);
    }
    for name in names.iter().filter(|name| *name != ROOT) {
        if !is_number(name) || !fs::symlink_metadata(folder.join(name))?.is_dir() {
            return Ok(false);
        }
        let files = self::names(&folder.join(name))?;
        if !files.iter().all(|file| file.strip_suffix(".json").is_some_and(is_number)) {
            return Ok(false);
        }
    }
    let text = fs::read(folder.join(ROOT)).unwrap_or_default();
    Ok(serde_json::from_slice(&text).is_ok_and(|root: Value| {
        ["parts", "events", "quotes"].iter().any(|list| root.get(list).is_some_and(Value::is_array))
    }))
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    fs::read_dir(folder)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect()
}

fn is_number(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit())
}
