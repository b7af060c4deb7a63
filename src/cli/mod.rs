//! Row 9: the command line. One file per subcommand: parse, call, print.
//!
//! Results go to standard output, messages to standard error, the answer into
//! the exit code. A subcommand decides nothing that a lower room could decide.

mod agree;
mod arguments;
mod check;
mod completions;
mod config;
mod corpus;
mod diff;
mod exit_code;
mod git;
mod list;
mod log;
mod man;
mod mark;
mod merge;
mod output;
mod plain;
mod review;
mod reviewer;
mod schema;
mod settle;
mod split;
mod status;
mod tutor;

use std::backtrace::{Backtrace, BacktraceStatus};
use std::ffi::OsString;
use std::panic;
use std::process::ExitCode;

use clap::Parser;

use crate::text::Visible;

use arguments::Command;
use output::say;

pub use arguments::{Arguments, Level};
pub use corpus::{CorpusFault, answer_rows};

/// Runs the program on `arguments`, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    tell_of_panics_in_marks();
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(told) => {
            let code = if told.use_stderr() {
                exit_code::WRONG_USE
            } else {
                exit_code::DONE
            };
            tell_of_arguments(&told);
            return ExitCode::from(code);
        }
    };
    ExitCode::from(match &arguments.command {
        None => review::run(&arguments.review),
        Some(Command::Review(options)) => review::run(options),
        Some(Command::Split(options)) => split::run(options),
        Some(Command::Status(options)) => status::run(options),
        Some(Command::List(options)) => list::run(options),
        Some(Command::Mark(options)) => mark::run(options),
        Some(Command::Agree(options)) => agree::run(options),
        Some(Command::Diff(options)) => diff::run(options),
        Some(Command::Log(options)) => log::run(options),
        Some(Command::Git(command)) => git::run(command),
        Some(Command::Settle(options)) => settle::run(options),
        Some(Command::Merge(options)) => merge::run(options),
        Some(Command::Check(options)) => check::run(options),
        Some(Command::Tutor(options)) => tutor::run(options),
        Some(Command::Config(options)) => config::run(options),
        Some(Command::Schema) => schema::run(),
        Some(Command::Completions(options)) => completions::run(options),
        Some(Command::Man(options)) => man::run(options),
    })
}

/// Prints help, or what is wrong with the arguments. These may be names of files,
/// put there by a pattern: what a terminal would obey is shown as marks.
fn tell_of_arguments(told: &clap::Error) {
    let words = told.render().to_string();
    if Visible::text(&words).marks() > 0 {
        say(&words);
        return;
    }
    // A closed pipe under `--help` is no failure worth a second message.
    let _ = told.print();
}

/// Has a panic told in marks: its message may repeat a stranger's words.
fn tell_of_panics_in_marks() {
    panic::set_hook(Box::new(|what| {
        say(&format!("redpencil {what}"));
        say(
            "this is a fault of redpencil's own, please report it; what a review had \
             shown is in its journal and comes back when the article is opened again",
        );
        let trace = Backtrace::capture();
        if trace.status() == BacktraceStatus::Captured {
            say(&trace.to_string());
        }
    }));
}
