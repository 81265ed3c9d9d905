//! The command, started as a user does.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop at what is wrong")]

use std::{
    fs,
    io::Write,
    ops::Deref,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

/// A folder with the files of the manual, gone after the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("quote-timeline-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        copy(&repository().join("docs/command"), &folder);
        Self(folder)
    }

    /// Runs the command there.
    fn run(&self, words: &[&str]) -> Ran {
        self.run_with(words, b"")
    }

    /// Runs the command there with something on its standard input.
    fn run_with(&self, words: &[&str], input: &[u8]) -> Ran {
        let mut child = Command::new(program())
            .args(words)
            .current_dir(&self.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        // It may end without reading.
        let _ = child.stdin.take().expect("a pipe").write_all(input);
        Ran::from(child.wait_with_output().expect("it ends"))
    }
}

impl Deref for Folder {
    type Target = Path;
    fn deref(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

struct Ran {
    out: String,
    err: String,
    status: i32,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self {
            out: text(output.stdout),
            err: text(output.stderr),
            status: output.status.code().expect("a status"),
        }
    }
}

fn program() -> &'static str {
    env!("CARGO_BIN_EXE_quote-timeline")
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, target).expect("copied");
        }
    }
}

const CLEAN: &str = r#"{"events": [{"id": "a", "date": "2024", "title": "A"}]}"#;
const WARNING: &str = r#"{"events": [{"id": "a", "date": "2024", "title": "A", "colour": 1}]}"#;
const ERROR: &str = r#"{"events": [{"id": "a", "date": "2024-13", "title": "A"}]}"#;

/// Every console block of the manual: what is typed after `$`, and what is then printed. A line
/// `…` stands for any lines.
#[test]
#[cfg(unix)]
fn the_manual_says_what_happens() {
    let manual = fs::read_to_string(repository().join("docs/command.md")).expect("the manual");
    let mut typed = 0;
    for (number, block) in manual.split("```console\n").skip(1).enumerate() {
        let folder = Folder::new(&format!("manual-{number}"));
        let (block, _) = block.split_once("```").expect("the block ends");
        let commands: Vec<&str> =
            block.lines().filter_map(|line| line.strip_prefix("$ ")).collect();
        // Each command sees how the one before it ended.
        let script: Vec<String> = commands
            .iter()
            .map(|line| format!("cat <<'END'\n$ {line}\nEND\n(exit $status)\n{line}\nstatus=$?\n"))
            .collect();
        let directory = Path::new(program()).parent().expect("a folder").display().to_string();
        let path = std::env::var("PATH").unwrap_or_default();
        let output = Command::new("sh")
            .args(["-c", &format!("exec 2>&1\nstatus=0\n{}", script.concat())])
            .env("PATH", format!("{directory}:{path}"))
            .current_dir(&*folder)
            .output()
            .expect("a shell");
        let printed = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(fits(&printed, block), "the manual has:\n{block}\nprinted was:\n{printed}");
        typed += commands.len();
    }
    assert!(typed >= 8, "only {typed} commands in the manual");
}

#[cfg(unix)]
fn fits(printed: &str, expected: &str) -> bool {
    let mut parts: Vec<&str> = expected.split("…\n").collect();
    let last = parts.pop().unwrap_or_default();
    let Some((first, amid)) = parts.split_first() else { return printed == last };
    let Some(mut rest) = printed.strip_prefix(first) else { return false };
    for part in amid {
        let Some((_, after)) = rest.split_once(part) else { return false };
        rest = after;
    }
    rest.ends_with(last)
}

#[test]
fn the_affair_is_clean() {
    let folder = Folder::new("affair");
    let affair = repository().join("data/affair.json").display().to_string();
    let ran = folder.run(&["check", "--strict", &affair]);
    assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
    assert!(ran.out.ends_with("0 dropped; 0 errors, 0 warnings\n"), "{}", ran.out);
    assert_eq!(ran.err, "");
}

#[test]
fn the_status_says_how_bad_it_is() {
    let folder = Folder::new("status");
    for (words, input, status) in [
        (&["check", "-"][..], CLEAN, 0),
        (&["check", "-"], WARNING, 0),
        (&["check", "--strict", "-"], WARNING, 1),
        (&["check", "-"], ERROR, 1),
        (&["check", "-"], "{", 2),
        (&["check", "no-such-file", "-"], CLEAN, 2),
        (&["check"], CLEAN, 2),
        (&["--help"], "", 0),
        (&["--version"], "", 0),
        (&["czech"], "", 2),
    ] {
        let ran = folder.run_with(words, input.as_bytes());
        assert_eq!(ran.status, status, "{words:?}: {}{}", ran.out, ran.err);
    }
}

#[test]
fn each_problem_is_a_line_that_editors_understand() {
    let folder = Folder::new("line");
    let ran = folder.run_with(&["check", "-"], ERROR.as_bytes());
    let first = ran.out.lines().next().unwrap_or_default();
    assert!(
        first.starts_with("<stdin>:1:33: error[date] events[0].date: “2024-13” is not a date"),
        "{first}"
    );
    assert!(ran.out.ends_with("<stdin>: 1 row read (none kept), 1 dropped; 1 error, 0 warnings\n"));
}

#[test]
fn a_dossier_cannot_write_on_the_terminal() {
    let folder = Folder::new("terminal");
    let dossier =
        "{\"events\": [{\"id\": \"a\", \"date\": \"\\u001b[2J\\n\\u202ex\", \"title\": \"A\"}]}";
    let ran = folder.run_with(&["check", "-"], dossier.as_bytes());
    assert!(!ran.out.contains(['\u{1b}', '\u{202e}']), "{:?}", ran.out);
    assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
}

#[test]
fn programs_get_json() {
    let folder = Folder::new("json");
    let ran = folder.run(&["check", "--format", "json", "canteen.json"]);
    assert_eq!(ran.status, 1);
    let files: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(files[0]["file"], "canteen.json");
    assert_eq!(files[0]["rows_dropped"], 1);
    assert_eq!(files[0]["problems"][0]["path"], "events[1].date");
    let ran = folder.run(&["verify", "--format", "json", "canteen.json", "articles"]);
    let runs: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let verdicts: Vec<&str> =
        runs.as_array().expect("a list").iter().filter_map(|run| run["verdict"].as_str()).collect();
    assert_eq!(verdicts, ["exact", "exact", "typography", "different"]);
    assert_eq!(runs[2]["differs_in"][0], "apostrophes");
}

#[test]
fn files_that_cannot_be_read_are_named_in_a_line() {
    let folder = Folder::new("unreadable");
    for (words, expected) in [
        (&["check", "none.json"][..], "none.json: cannot read this: there is no such file\n"),
        (&["check", "articles"], "articles: cannot read this: it is a folder, not a file\n"),
        (
            &["convert", "none.json", "x.csv"],
            "none.json: cannot read this: there is no such file\n",
        ),
        (
            &["verify", "canteen.json", "none"],
            "none: there is no such folder; name the one that holds the articles' texts\n",
        ),
        (&["prerender", "none.json"], "none.json: cannot read this: there is no such file\n"),
    ] {
        let ran = folder.run(words);
        assert_eq!((ran.err.as_str(), ran.status), (expected, 2));
        assert_eq!(ran.out, "");
    }
    let ran = folder.run_with(&["prerender", "-"], b"{\n [");
    assert_eq!(ran.status, 2);
    assert!(ran.err.starts_with("<stdin>:2:2: "), "{}", ran.err);
}

#[test]
fn a_conversion_never_overwrites_what_it_reads() {
    let folder = Folder::new("overwrite");
    let before = fs::read(folder.join("canteen.json")).expect("there");
    let mut names = vec!["canteen.json", "./canteen.json", "articles/../canteen.json"];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("canteen.json", folder.join("link.json")).expect("a link");
        fs::hard_link(folder.join("canteen.json"), folder.join("hard.json")).expect("a link");
        names.extend(["link.json", "hard.json"]);
    }
    for name in names {
        let ran = folder.run(&["convert", "canteen.json", name]);
        assert_eq!(ran.status, 2, "{name}");
        assert!(ran.err.contains("would overwrite the dossier itself"), "{}", ran.err);
        let ran = folder.run(&["prerender", "canteen.json", "--output", name]);
        assert_eq!(ran.status, 2, "{name}");
    }
    assert_eq!(fs::read(folder.join("canteen.json")).expect("there"), before);
}

#[test]
fn formats_that_are_not_there_are_refused() {
    let folder = Folder::new("formats");
    for (words, expected) in [
        (&["canteen.json", "x.docx"][..], "the name does not say which format"),
        (&["canteen.json", "-"], "the name does not say which format"),
        (&["canteen.json", "x", "--to", "docx"], "there is no format “docx”"),
        (&["canteen.json", "x.csv", "--from", "tei"], "can be written, not read"),
        (&["canteen.json", "x.csv", "--from", "csv"], "this is not csv"),
    ] {
        let words: Vec<&str> = ["convert"].iter().chain(words).copied().collect();
        let ran = folder.run(&words);
        assert_eq!(ran.status, 2, "{words:?}");
        assert!(ran.err.contains(expected), "{}", ran.err);
    }
}

#[test]
fn every_format_is_written_and_those_that_can_be_read_are_read_again() {
    let folder = Folder::new("convert");
    let affair = repository().join("data/affair.json").display().to_string();
    for (name, begins) in [
        ("affair.json", "{"),
        ("affair.timelinejs.json", "{"),
        ("affair.csv", ""),
        ("affair.jsonld", "{"),
        ("affair.web-annotation.json", "{"),
        ("affair.csl.json", "["),
        ("affair.bib", "@"),
        ("affair.ris", "TY  - "),
        ("affair.tei", "<"),
        ("affair.xml", "<"),
    ] {
        let ran = folder.run(&["convert", &affair, name]);
        assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{name}: {}", ran.err);
        let text = fs::read_to_string(folder.join(name)).expect("written");
        assert!(text.len() > 500 && text.starts_with(begins), "{name}: {text}");
    }
    for name in ["affair.json", "affair.timelinejs.json", "affair.csv"] {
        let ran = folder.run(&["check", name]);
        assert_eq!(ran.status, 0, "{}", ran.out);
    }
    let ran = folder.run(&["convert", "--strict", "affair.json", "again.json"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let contents = |name: &str| fs::read(folder.join(name)).expect("written");
    assert_eq!(contents("again.json"), contents("affair.json"));
    let ran = folder.run(&["convert", "--strict", "affair.json", "strict.bib"]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.ends_with("nothing was written\n"), "{}", ran.err);
    assert!(!folder.join("strict.bib").exists());
}

#[test]
fn a_spreadsheet_goes_through_the_standard_streams() {
    let folder = Folder::new("streams");
    let sheet = "Year,Month,Headline\n-44,3,The Ides\n1999,13,Never\n";
    let ran =
        folder.run_with(&["convert", "--from", "csv", "--to", "json", "-", "-"], sheet.as_bytes());
    assert_eq!(ran.status, 1, "a row was dropped");
    assert!(ran.out.contains("\"-0043-03\""), "{}", ran.out);
    assert!(ran.err.starts_with("<stdin>:3:"), "{}", ran.err);
    let ran = folder.run_with(&["check", "-"], sheet.as_bytes());
    assert!(ran.out.contains("2 rows read (events 1), 1 dropped; 1 error"), "{}", ran.out);
}

#[test]
fn a_file_name_in_a_dossier_does_not_lead_out_of_the_folder() {
    let folder = Folder::new("outside");
    fs::write(folder.join("secret.txt"), "secret").expect("written");
    for file in ["../secret.txt", "/etc/hostname", "./../secret.txt"] {
        let dossier = format!(
            r#"{{"articles": [{{"id": "a", "language": "en", "file": "{file}", "headline": "secret"}}]}}"#
        );
        let ran = folder.run_with(&["verify", "-", "articles"], dossier.as_bytes());
        assert_eq!(ran.status, 1, "{file}");
        assert!(ran.out.contains("no-text"), "{}", ran.out);
    }
}

#[test]
fn typography_is_noted_and_fails_only_where_asked_to() {
    let folder = Folder::new("typography");
    let dossier = r#"{"articles": [{"id": "gazette", "language": "fr"}], "quotes": [{"id": "q",
        "readings": [{"article": "gazette", "text": "Le surgelé, c’est fini"}]}]}"#;
    for (words, status) in
        [(&["verify", "-", "articles"][..], 0), (&["verify", "--strict", "-", "articles"], 1)]
    {
        let ran = folder.run_with(words, dossier.as_bytes());
        assert_eq!(ran.status, status);
        assert!(
            ran.out.contains("gazette.txt:3: typography: quotes[0].readings[0].text (apostrophes)")
        );
    }
}

#[test]
fn of_a_dossier_that_lost_rows_not_everything_is_verified() {
    let folder = Folder::new("lost");
    let ran = folder.run_with(&["verify", "-", "articles"], ERROR.as_bytes());
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("error[date]"));
}
