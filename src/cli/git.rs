//! `redpencil git`: what git is told of claim files.

use std::collections::HashMap;
use std::io;
use std::path::Path;

use crate::cli::arguments::{GitCommand, InstallOptions, TextconvOptions};
use crate::cli::exit_code;
use crate::cli::output::{Output, ended, tell};
use crate::desk;
use crate::text::Problem;

/// Runs the subcommand.
pub(crate) fn run(command: &GitCommand) -> u8 {
    match command {
        GitCommand::Install(options) => install(options),
        GitCommand::Textconv(options) => textconv(options),
    }
}

fn install(options: &InstallOptions) -> u8 {
    let done = if options.uninstall {
        desk::uninstall()
    } else {
        desk::install(&desk::called())
    };
    match done {
        Ok(done) => ended(told(&done)),
        Err(problem) => {
            tell(&problem);
            exit_code::BAD_INPUT
        }
    }
}

fn told(done: &[String]) -> io::Result<u8> {
    let mut out = Output::new();
    if done.is_empty() {
        out.line("nothing to change")?;
    }
    for line in done {
        out.line(line)?;
    }
    out.finish(exit_code::DONE)
}

/// The claim file with each claim's wording beside its id, so that the header of
/// a hunk names the claim in words. What is no claim file is printed as it is.
fn textconv(options: &TextconvOptions) -> u8 {
    let bytes = match desk::read_file(&options.file) {
        Ok(bytes) => bytes,
        Err(problem) => {
            tell(&problem);
            return exit_code::BAD_INPUT;
        }
    };
    ended(print(&bytes, &options.file))
}

fn print(bytes: &[u8], path: &Path) -> io::Result<u8> {
    let mut out = Output::new();
    let text = String::from_utf8_lossy(bytes);
    let wordings: HashMap<String, String> = wordings(bytes, path).unwrap_or_default();
    for line in text.lines() {
        let id = line.strip_prefix("- id: ").map(str::trim_end);
        match id.and_then(|it| wordings.get(it)) {
            Some(wording) => out.line(&format!("{line}  # {wording}"))?,
            None => out.line(line)?,
        }
    }
    out.finish(exit_code::DONE)
}

fn wordings(bytes: &[u8], path: &Path) -> Result<HashMap<String, String>, Problem> {
    let file = desk::claims_of(bytes, path)?;
    let line = |wording: &str| wording.lines().next().unwrap_or_default().to_owned();
    Ok(file
        .claims
        .iter()
        .map(|it| (it.id.to_string(), line(&it.wording)))
        .collect())
}
