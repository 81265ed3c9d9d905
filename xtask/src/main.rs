//! The commands a contributor types: `cargo xtask` lists them.

mod anatomy;
mod bench;
mod browser;
mod compile;
mod counts;
mod failure;
mod fuzz;
mod gallery;
mod letters;
mod lzma;
#[path = "../../build/minify.rs"]
mod minify;
mod names;
mod npm;
mod package;
mod report;
mod run;
mod serve;
mod size;
mod streams;
mod suites;
mod tools;
mod verify;

use std::{path::Path, process::ExitCode};

use browser::Engine;
use compile::Library;
use failure::Failure;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  build                          install what is missing, build the wasm, assemble pkg/
  demo [--port N]                build, then serve the pages in www/ on this machine (port 8080)
  test [native|browser|pages]    run every test, or one suite
       [--engines=LIST]          in these engines only: chromium, firefox, webkitgtk
  size                           build, then weigh the two scripts in pkg/ and their parts
  bench alignment                hold automatic alignment against texts aligned by hand
  bench [OPTIONS]                measure beside other timelines, into docs/performance.md
  gallery [--engines=LIST]       take a picture of every state, into target/gallery/
  fuzz [TARGET [SECONDS]]        hand made-up inputs to fuzz/fuzz_targets/, each for 60 seconds
  verify DIR                     check every quotation against the articles' texts in DIR

  With --plain-std, the wasm is built with Rust's standard library as rustup ships it, not with
  one compiled for size: quicker the first time, and larger.";

/// The option that every command which builds takes.
const PLAIN_STD: &str = "--plain-std";

fn main() -> ExitCode {
    let words: Vec<String> =
        std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        // The table and the closing line have said it; nothing comes after them.
        Err(Failure::Tests) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("\n{failure}");
            if matches!(failure, Failure::Usage(_)) {
                eprintln!("`cargo xtask` alone lists the commands.");
                return ExitCode::from(2);
            }
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Result<(), Failure> {
    let library = if words.contains(&PLAIN_STD) { Library::Plain } else { Library::Small };
    let mut engines = Engine::ALL.to_vec();
    let mut rest = Vec::new();
    for &word in words.iter().filter(|&&word| word != PLAIN_STD) {
        match word.strip_prefix("--engines=") {
            Some(names) => engines = names.split(',').map(str::parse).collect::<Result<_, _>>()?,
            None => rest.push(word),
        }
    }
    let words = rest;
    match *words.as_slice() {
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        ["build"] => package::build(library),
        ["demo", ref options @ ..] => {
            let listener = serve::listen(port(options)?)?;
            package::build(library)?;
            serve::serve(&listener)
        }
        ["test"] => suites::test(&suites::Suite::ALL, library, &engines),
        ["test", "native"] => suites::test(&[suites::Suite::Native], library, &engines),
        ["test", "browser"] => suites::test(&[suites::Suite::Browser], library, &engines),
        ["test", "pages"] => suites::test(&[suites::Suite::Pages], library, &engines),
        ["test", suite, ..] => Err(Failure::Usage(format!(
            "There is no suite `{suite}`; the suites are native, browser and pages."
        ))),
        ["size"] => size::size(library),
        ["bench", "alignment"] => suites::alignment(),
        ["bench", ref options @ ..] => bench::bench(options, library),
        ["gallery"] => gallery::gallery(library, &engines),
        ["fuzz"] => fuzz::fuzz(None, fuzz::SECONDS),
        ["fuzz", target] => fuzz::fuzz(Some(target), fuzz::SECONDS),
        ["fuzz", target, seconds] => fuzz::fuzz(Some(target), seconds),
        ["verify", directory] => verify::verify(Path::new(directory)),
        ["verify", ..] => Err(Failure::Usage(
            "`verify` takes one word: the folder that holds the articles' texts.".to_owned(),
        )),
        ["build" | "size" | "fuzz" | "gallery", word, ..] => {
            Err(Failure::Usage(format!("`{word}` is one word too many.")))
        }
        [command, ..] => Err(Failure::Usage(format!("There is no command `{command}`."))),
    }
}

fn port(options: &[&str]) -> Result<u16, Failure> {
    let number = match *options {
        [] => return Ok(serve::PORT),
        ["--port", number] => number,
        [option] if option.starts_with("--port=") => option.trim_start_matches("--port="),
        _ => return Err(Failure::Usage("`demo` takes only --port and a number.".to_owned())),
    };
    number.parse().map_err(|_| {
        Failure::Usage(format!("`{number}` is not a port; a port is a number from 0 to 65535."))
    })
}

/// The folder of the repository.
fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_may_be_given_in_both_common_ways() {
        assert_eq!(port(&["--port", "9000"]).unwrap(), 9000);
        assert_eq!(port(&["--port=9000"]).unwrap(), 9000);
        assert_eq!(port(&[]).unwrap(), serve::PORT);
    }

    #[test]
    fn what_is_no_port_is_refused_in_a_sentence() {
        for options in [&["--port", "http"][..], &["--port", "70000"]] {
            assert!(port(options).unwrap_err().to_string().contains("is not a port"));
        }
        assert!(port(&["--porte", "1"]).is_err());
    }

    #[test]
    fn an_unknown_command_is_named() {
        let failure = dispatch(&["biuld"]).unwrap_err();
        assert_eq!(failure.to_string(), "There is no command `biuld`.");
    }
}
