//! `redpencil split`: articles into claims.

use crate::cli::arguments::SplitOptions;
use crate::cli::{corpus, exit_code};

/// Runs the subcommand.
pub(crate) fn run(options: &SplitOptions) -> u8 {
    match options.level {
        Some(level) => corpus::run(level),
        None => exit_code::WRONG_USE,
    }
}
