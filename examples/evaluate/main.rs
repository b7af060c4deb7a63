//! Measures the splitter on a folder of labelled data and prints the figures.
//!
//! ```text
//! cargo run --release --example evaluate -- DIR [--level sentences|mentions|quotations|claims|worth]
//! ```
//!
//! `DIR` holds one folder per level (`segmentation`, `mentions`, `quotations`,
//! `claims`, `checkworthiness`), each with its rows (`*.jsonl`) and its scorer
//! (`score_*.py`, plain Python 3). Rows are answered in this process, just as
//! `redpencil split --from jsonl` answers them; scorers only compare.

mod digest;
mod levels;
mod scorer;
mod table;
mod targets;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use redpencil::cli::Level;
use redpencil::desk::today;

/// Measures the splitter on a folder of labelled data.
#[derive(Debug, Parser)]
struct Arguments {
    /// The folder with `segmentation`, `mentions`, `quotations`, `claims` and `checkworthiness`.
    data: PathBuf,
    /// Measures one level only.
    #[arg(long)]
    level: Option<Level>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if !arguments.data.is_dir() {
        eprintln!(
            "{}: no such folder; name the one that holds the labelled data",
            arguments.data.display()
        );
        return ExitCode::from(3);
    }
    match digest::of_folder(&arguments.data) {
        Ok(digest) => println!("Measured on {}, {digest}.\n", today()),
        Err(error) => {
            eprintln!("{}: {error}", arguments.data.display());
            return ExitCode::from(3);
        }
    }
    let mut failed = false;
    for level in Level::value_variants() {
        if arguments.level.is_some_and(|wanted| wanted != *level) {
            continue;
        }
        match levels::measure(*level, &arguments.data) {
            Ok(tables) => {
                for table in tables {
                    println!("{table}");
                }
            }
            Err(message) => {
                eprintln!("{message}");
                failed = true;
            }
        }
    }
    if failed {
        ExitCode::from(4)
    } else {
        ExitCode::SUCCESS
    }
}
