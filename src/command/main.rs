//! The command `quote-timeline`: a dossier checked, converted, verified against its articles,
//! written out as plain HTML, or cut into parts.

mod arguments;
mod check;
mod convert;
mod failure;
mod files;
mod prerender;
mod report;
mod tile;
mod verify;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Task};

/// How a command ended, as an exit status.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// 0: all is well.
    Well,
    /// 1: the work was done, and something is wrong with the dossier.
    Wrong,
    /// 2: the work was not done.
    Unreadable,
}

fn main() -> ExitCode {
    // Clap ends the program by itself on `--help` (0) and on arguments it cannot read (2).
    let done = match Arguments::parse().task {
        Task::Check(task) => check::check(&task),
        Task::Convert(task) => convert::convert(&task),
        Task::Prerender(task) => prerender::prerender(&task),
        Task::Tile(task) => tile::tile(&task),
        Task::Verify(task) => verify::verify(&task),
    };
    let outcome = done.unwrap_or_else(|failure| {
        report::complain(&failure.to_string());
        Outcome::Unreadable
    });
    ExitCode::from(match outcome {
        Outcome::Well => 0,
        Outcome::Wrong => 1,
        Outcome::Unreadable => 2,
    })
}
