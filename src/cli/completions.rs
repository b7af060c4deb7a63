//! `redpencil completions`: what a shell completes after `redpencil`.

use clap::CommandFactory as _;
use clap_complete::generate;

use crate::cli::arguments::{Arguments, CompletionsOptions};
use crate::cli::exit_code;
use crate::cli::output::{Output, ended};

/// Prints the shell's script.
pub(crate) fn run(options: &CompletionsOptions) -> u8 {
    let mut script = Vec::new();
    let mut command = Arguments::command();
    generate(options.shell, &mut command, "redpencil", &mut script);
    ended(print(&String::from_utf8_lossy(&script)))
}

fn print(script: &str) -> std::io::Result<u8> {
    let mut output = Output::new();
    for line in script.lines() {
        output.line(line)?;
    }
    output.finish(exit_code::DONE)
}
