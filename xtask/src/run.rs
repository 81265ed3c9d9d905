//! Running another program, with an error that reads as a sentence.

use std::{
    io::{self, BufRead, BufReader, Write},
    path::PathBuf,
    process::{Command, ExitStatus, Stdio},
};

use crate::failure::Failure;

/// Tells the contributor what is going on, at once.
pub(crate) fn say(sentence: &str) {
    let mut out = io::stdout().lock();
    // Where nobody reads any more (a closed pipe) there is nobody to tell.
    let _ = writeln!(out, "{sentence}").and_then(|()| out.flush());
}

/// Runs a program whose output goes straight to the screen.
pub(crate) fn run(command: &mut Command) -> Result<(), Failure> {
    let status = command.status().map_err(|source| not_started(command, source))?;
    succeeded(command, status)
}

/// Runs a program in silence and returns what it printed; `None` where it failed or is not there.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    if !output.status.success() {
        return None;
    }
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a program, passes on each line as it comes, and returns all of them with whether it
/// succeeded.
///
/// Both output streams share one pipe, so the lines keep their order.
pub(crate) fn watch(
    command: &mut Command,
    show: impl Fn(&str),
) -> Result<(bool, Vec<String>), Failure> {
    let (reader, writer) = io::pipe().map_err(|source| not_started(command, source))?;
    let second = writer.try_clone().map_err(|source| not_started(command, source))?;
    command.stdin(Stdio::null()).stdout(writer).stderr(second);
    let mut child = command.spawn().map_err(|source| not_started(command, source))?;
    // The command holds our copies of the pipe's writing end; only without them does reading end.
    command.stdout(Stdio::null()).stderr(Stdio::null());

    let mut lines = Vec::new();
    let mut bytes = Vec::new();
    let mut reader = BufReader::new(reader);
    while let Ok(1..) = reader.read_until(b'\n', &mut bytes) {
        let line = String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']).to_owned();
        bytes.clear();
        show(&line);
        lines.push(line);
    }
    let status = child.wait().map_err(|source| not_started(command, source))?;
    Ok((status.success(), lines))
}

/// The program of that name on the PATH.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    std::env::split_paths(&path)
        .flat_map(|folder| endings.iter().map(move |end| folder.join(format!("{program}{end}"))))
        .find(|file| is_program(file))
}

#[cfg(unix)]
fn is_program(file: &std::path::Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(file: &std::path::Path) -> bool {
    file.is_file()
}

fn succeeded(command: &Command, status: ExitStatus) -> Result<(), Failure> {
    if status.success() {
        return Ok(());
    }
    Err(Failure::Ended { command: typed(command), status: status.to_string() })
}

fn not_started(command: &Command, source: io::Error) -> Failure {
    Failure::NotStarted { program: command.get_program().to_string_lossy().into_owned(), source }
}

/// The command as one would type it; a long one is cut off.
pub(crate) fn typed(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let program = program.file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    let words: Vec<_> = words.take(7).map(|word| word.to_string_lossy()).collect();
    let rest = if command.get_args().len() >= 7 { " …" } else { "" };
    format!("{}{rest}", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_streams_arrive_in_order() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two >&2; echo three; exit 3"]);
        let (succeeded, lines) = watch(&mut command, |_| ()).unwrap();
        assert!(!succeeded);
        assert_eq!(lines, ["one", "two", "three"]);
    }

    #[test]
    fn a_missing_program_is_named() {
        let failure = run(&mut Command::new("no-such-program")).unwrap_err();
        assert!(failure.to_string().starts_with("no-such-program could not be started"));
    }

    #[test]
    fn a_failing_program_is_shown_as_typed() {
        let mut command = Command::new("sh");
        command.args(["-c", "exit 3"]);
        let failure = run(&mut command).unwrap_err();
        assert_eq!(failure.to_string(), "`sh -c exit 3` failed (exit status: 3).");
    }

    #[test]
    fn a_long_command_is_cut_off() {
        let mut command = Command::new("/usr/bin/cargo");
        command.args(["a", "b", "c", "d", "e", "f"]);
        assert_eq!(typed(&command), "cargo a b c d e f");
        assert_eq!(typed(command.arg("g")), "cargo a b c d e f …");
    }
}
