//! `redpencil config`: the user's settings, and what they make of a terminal.

use crate::cli::arguments::{ColourOptions, ConfigOptions};
use crate::cli::exit_code;
use crate::cli::output::{Output, ended, tell};
use crate::config::{self, Splitter, Surroundings, WhenColour};
use crate::text::Problem;
use crate::tui::Setup;

/// Runs the subcommand.
pub(crate) fn run(options: &ConfigOptions) -> u8 {
    match page(options) {
        Ok(page) => ended(print(&page)),
        Err(problem) => {
            tell(&problem);
            exit_code::BAD_INPUT
        }
    }
}

/// What is to be printed.
fn page(options: &ConfigOptions) -> Result<String, Problem> {
    if options.show {
        return Ok(config::settings_page(&config::load()?));
    }
    let path = if options.init {
        config::write_first()?
    } else {
        config::file()?
    };
    Ok(path.display().to_string())
}

fn print(page: &str) -> std::io::Result<u8> {
    let mut output = Output::new();
    for line in page.lines() {
        output.line(line)?;
    }
    output.finish(exit_code::DONE)
}

/// The splitter that the settings name, unless redpencil's own rules are wanted.
pub(super) fn splitter(is_built_in: bool) -> Result<Option<Splitter>, Problem> {
    if is_built_in {
        return Ok(None);
    }
    Ok(config::load()?.splitter)
}

/// When a result is coloured: as the command line says, else the settings.
pub(super) fn when(colour: ColourOptions) -> Result<WhenColour, Problem> {
    match colour.when {
        Some(when) => Ok(when),
        None => Ok(config::load()?.color),
    }
}

/// How the interface looks and answers: the settings, and what the command
/// line says of colours.
pub(super) fn setup(colour: ColourOptions) -> Result<Setup, Problem> {
    let settings = config::load()?;
    let when = colour.when.unwrap_or(settings.color);
    let theme = config::theme_for(settings.theme, when, &Surroundings::here());
    Ok(Setup { settings, theme })
}
