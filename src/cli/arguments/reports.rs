//! What subcommands that only tell something are asked for.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::claim::{Kind, Status};
use crate::cli::arguments::ColourOptions;
use crate::cli::arguments::words::{conditions, kind, requirement, status};
use crate::review::{Conditions, Requirement};

#[derive(Debug, Args)]
pub(crate) struct StatusOptions {
    /// Claim files, articles or folders; the current folder when none is named.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// A table for people, or JSON.
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub(crate) format: ReportFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For people.
    Text,
    /// For programs: one JSON object.
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct ListOptions {
    /// Claim files, articles or folders; the current folder when none is named.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Only claims of this status: unreviewed, verified, disputed, unknown, contested.
    #[arg(long, value_parser = status)]
    pub(crate) status: Option<Status>,
    /// Only claims of this kind: ratio, money, quote, …
    #[arg(long, value_parser = kind)]
    pub(crate) kind: Option<Kind>,
    /// Only claims that this reviewer has judged.
    #[arg(long, value_name = "NAME")]
    pub(crate) reviewer: Option<String>,
    /// Only claims that meet these conditions, as in the interface; see below.
    #[arg(long, value_name = "CONDITIONS", value_parser = conditions, allow_hyphen_values = true)]
    pub(crate) filter: Option<Conditions>,
    /// Also claims that were dismissed.
    #[arg(long)]
    pub(crate) all: bool,
    /// Below each claim of a list for people: how much it deserves checking, and why.
    #[arg(long)]
    pub(crate) reasons: bool,
    /// How to print them.
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(crate) format: ListFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// For people.
    Text,
    /// One JSON object per claim.
    Jsonl,
    /// Comma-separated values with a header.
    Csv,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Example: redpencil diff main...ana --verdicts-only    what Ana's branch decided\n\
                  The first line is the summary; exit code 1 with --exit-code where something changed."
)]
pub(crate) struct DiffOptions {
    /// Nothing (HEAD and the work tree), A, A B, A..B, A...B (from where they parted): revisions, files, REVISION:PATH.
    #[arg(value_name = "A B")]
    pub(crate) points: Vec<String>,
    /// Only claim files below these paths.
    #[arg(value_name = "PATH", last = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub(crate) format: DiffFormat,
    /// Only verdicts, with their reasons, corrections and notes.
    #[arg(long)]
    pub(crate) verdicts_only: bool,
    /// Only figures, a line per file, in every format.
    #[arg(long)]
    pub(crate) stat: bool,
    /// Answer with exit code 1 where something changed.
    #[arg(long)]
    pub(crate) exit_code: bool,
    #[command(flatten)]
    pub(crate) colour: ColourOptions,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people.
    Text,
    /// For programs: one JSON object.
    Json,
    /// For a pull request.
    Markdown,
}

#[derive(Debug, Args)]
pub(crate) struct LogOptions {
    /// A claim's id (or its beginning), a claim file, an article or a folder, also one that is gone; else the current folder.
    #[arg(value_name = "ID|FILE")]
    pub(crate) subject: Option<String>,
    /// Only so many, the newest.
    #[arg(short, long, value_name = "NUMBER")]
    pub(crate) number: Option<usize>,
    /// For people, or JSON.
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub(crate) format: ReportFormat,
    #[command(flatten)]
    pub(crate) colour: ColourOptions,
}

#[derive(Debug, Args)]
pub(crate) struct AgreeOptions {
    /// Claim files, articles or folders of the reviewers; one is enough if several judged in it.
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Compare the files, each by what its reviewers agree on, instead of reviewers.
    #[arg(long)]
    pub(crate) by_file: bool,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = AgreeFormat::Text)]
    pub(crate) format: AgreeFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AgreeFormat {
    /// For people.
    Text,
    /// For programs: one JSON object.
    Json,
    /// One row per claim with every reviewer's verdict.
    Csv,
}

#[derive(Debug, Args)]
pub(crate) struct CheckOptions {
    /// Claim files, articles or folders; the current folder when none is named.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// What must hold: reviewed, evidence, second-reader, no-contested, no-disputed, signed.
    #[arg(long, value_name = "REQUIREMENT", value_delimiter = ',', value_parser = requirement)]
    pub(crate) require: Vec<Requirement>,
    /// How to print what was found.
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// For people.
    Text,
    /// For programs: one JSON object.
    Json,
    /// Annotations on a pull request, as GitHub's workflows read them.
    Github,
}
