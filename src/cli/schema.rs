//! `redpencil schema`: the JSON Schema of claim files.

use crate::cli::exit_code;
use crate::cli::output::{Output, ended};
use crate::store;

/// Prints the schema.
pub(crate) fn run() -> u8 {
    ended(print())
}

fn print() -> std::io::Result<u8> {
    let mut output = Output::new();
    for line in store::schema().lines() {
        output.line(line)?;
    }
    output.finish(exit_code::DONE)
}
