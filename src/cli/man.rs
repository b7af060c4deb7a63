//! `redpencil man`: pages of the manual, made from the arguments.

use clap::{Command, CommandFactory as _};
use clap_mangen::Man;

use crate::cli::arguments::{Arguments, ManOptions};
use crate::cli::exit_code;
use crate::cli::output::{Output, ended, say};

/// Prints the page.
pub(crate) fn run(options: &ManOptions) -> u8 {
    let mut all = Arguments::command();
    // Only then the commands know that they are redpencil's.
    all.build();
    let command = match &options.about {
        None => Some(all.clone()),
        Some(name) => all.find_subcommand(name).cloned(),
    };
    let Some(command) = command else {
        let names: Vec<&str> = all.get_subcommands().map(Command::get_name).collect();
        say(&format!(
            "there is no such command; the manual has pages for: {}",
            names.join(", ")
        ));
        return exit_code::WRONG_USE;
    };
    let mut page = Vec::new();
    ended(
        Man::new(command)
            .render(&mut page)
            .and_then(|()| print(&String::from_utf8_lossy(&page))),
    )
}

fn print(page: &str) -> std::io::Result<u8> {
    let mut output = Output::new();
    for line in page.lines() {
        output.line(line)?;
    }
    output.finish(exit_code::DONE)
}
