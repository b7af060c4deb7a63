//! The command line as it is typed.

use clap::{Args, Parser, Subcommand, ValueEnum};

/// A fact-check workbench for the terminal.
#[derive(Debug, Parser)]
#[command(name = "redpencil", version, about)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Split articles into claims.
    Split(SplitOptions),
}

#[derive(Debug, Args)]
pub(crate) struct SplitOptions {
    /// Read rows of a corpus from standard input and answer each with one row.
    #[arg(long, value_name = "FORMAT", requires = "level")]
    pub(crate) from: Option<CorpusFormat>,
    /// What to find in each row of the corpus.
    #[arg(long, requires = "from")]
    pub(crate) level: Option<Level>,
}

/// The form of a corpus on standard input.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum CorpusFormat {
    /// JSON Lines: `{"id","text","lang"?,"reference_time"?}`.
    Jsonl,
}

/// What corpus mode finds in each row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Level {
    /// Sentences.
    Sentences,
    /// Figures, amounts and times with their values.
    Mentions,
    /// Quotations with their speakers.
    Quotations,
    /// Claims.
    Claims,
    /// Check-worthiness of the whole row.
    Worth,
}
