//! The folder that is written: the root last, so that half a folder is never taken for a whole one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The name of the root.
pub(super) const ROOT: &str = "index.json";
/// The folder with what is put aside; gone at the end.
const SCRATCH: &str = ".tile";

/// What was written.
#[derive(Clone, Copy, Default)]
pub(super) struct Written {
    pub(super) files: usize,
    pub(super) bytes: u64,
    pub(super) largest: u64,
    pub(super) root: u64,
}

/// A folder of parts.
pub(super) struct Sheaf {
    folder: PathBuf,
    root: Option<String>,
    written: Written,
}

impl Sheaf {
    /// A folder that is new, empty, or has parts already, which are replaced.
    pub(super) fn open(folder: &Path) -> Result<Self, Failure> {
        let own = Self { folder: folder.to_owned(), root: None, written: Written::default() };
        fs::create_dir_all(folder).map_err(|source| own.failed("write", source))?;
        let entries = fs::read_dir(folder).map_err(|source| own.failed("read", source))?;
        let names: Vec<String> = entries
            .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
            .collect();
        let is_ours = |name: &String| {
            name == ROOT || name == SCRATCH || name.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !names.iter().all(is_ours) {
            return Err(Failure::OtherFolder(folder.to_owned()));
        }
        // The root goes first: without it the rest is no dossier.
        let _ = fs::remove_file(folder.join(ROOT));
        for name in names.iter().filter(|name| *name != ROOT) {
            fs::remove_dir_all(folder.join(name)).map_err(|source| own.failed("empty", source))?;
        }
        Ok(own)
    }

    /// A folder for what is put aside.
    pub(super) fn scratch(&self) -> Result<PathBuf, Failure> {
        let path = self.folder.join(SCRATCH);
        fs::create_dir_all(&path).map_err(|source| self.failed("write", source))?;
        Ok(path)
    }

    /// Writes a part; the root is kept until all else is there.
    pub(super) fn write(&mut self, name: &str, text: String) -> Result<(), Failure> {
        let bytes = text.len() as u64;
        self.written.files += 1;
        self.written.bytes += bytes;
        self.written.largest = self.written.largest.max(bytes);
        if name == ROOT {
            self.written.root = bytes;
            self.root = Some(text);
            return Ok(());
        }
        let path = self.folder.join(name);
        let written = path.parent().map_or(Ok(()), fs::create_dir_all);
        written.and_then(|()| fs::write(&path, text)).map_err(|source| self.failed("write", source))
    }

    /// Writes the root, under its own name only when it is whole.
    pub(super) fn close(mut self) -> Result<Written, Failure> {
        let draft = self.folder.join(SCRATCH).join(ROOT);
        let text = self.root.take().unwrap_or_default();
        let written = fs::write(&draft, text);
        let written = written.and_then(|()| fs::rename(&draft, self.folder.join(ROOT)));
        written.map_err(|source| self.failed("write", source))?;
        Ok(self.written)
    }

    fn failed(&self, action: &'static str, source: io::Error) -> Failure {
        Failure::File { name: self.folder.display().to_string(), action, source }
    }
}

impl Drop for Sheaf {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.folder.join(SCRATCH));
    }
}
