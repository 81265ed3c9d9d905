//! Files and the standard streams.

use std::{
    fs,
    io::{self, Read, Write},
    path::{Component, Path},
};

use quote_timeline::dossier::{Dossier, Problem, read};

use crate::failure::Failure;

/// What stands for the standard input and output.
pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The file's name in messages.
pub(crate) fn name_of_input(path: &Path) -> String {
    if is_standard(path) { "<stdin>".to_owned() } else { path.display().to_string() }
}

/// All bytes of a file or the standard input.
pub(crate) fn contents(path: &Path) -> Result<Vec<u8>, Failure> {
    let read = if is_standard(path) {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    read.map_err(|source| Failure::File { name: name_of_input(path), action: "read", source })
}

/// The dossier in a file, and what is wrong with it.
pub(crate) fn dossier(path: &Path, bytes: &[u8]) -> Result<(Dossier, Vec<Problem>), Failure> {
    read(bytes).map_err(|problem| Failure::NoDossier { name: name_of_input(path), problem })
}

/// Writes a text to a file or the standard output.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let (name, done) = if is_standard(path) {
        let mut out = io::stdout().lock();
        let done = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        // Where nobody reads any more (`… | head`) there is nobody to tell.
        let closed = done.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::BrokenPipe);
        ("<stdout>".to_owned(), if closed { Ok(()) } else { done })
    } else {
        (path.display().to_string(), fs::write(path, text))
    };
    done.map_err(|source| Failure::File { name, action: "write", source })
}

/// Whether two names lead to one file, through whatever links.
pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
    if is_standard(one) || is_standard(other) {
        return false;
    }
    let canonical = one.canonicalize().ok().zip(other.canonicalize().ok());
    canonical.is_some_and(|(one, other)| one == other || is_same_inode(&one, &other))
}

#[cfg(unix)]
fn is_same_inode(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let place = |path: &Path| path.metadata().map(|file| (file.dev(), file.ino())).ok();
    place(one).is_some() && place(one) == place(other)
}

#[cfg(not(unix))]
fn is_same_inode(_: &Path, _: &Path) -> bool {
    false
}

/// The text of a file inside a folder; the name comes from a dossier and must not lead out of it.
pub(crate) fn text_inside(folder: &Path, name: &str) -> Option<String> {
    let name = Path::new(name);
    if !name.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    Some(String::from_utf8_lossy(&fs::read(folder.join(name)).ok()?).into_owned())
}
