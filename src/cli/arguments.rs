//! The command line as it is typed.

mod reports;
mod words;

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use crate::claim::{Reason, Verdict};
use crate::cli::arguments::words::{language, list_help, mark, reason, when_colour};
use crate::config::WhenColour;
use crate::text::Language;

pub(crate) use reports::{
    AgreeFormat, AgreeOptions, CheckFormat, CheckOptions, DiffFormat, DiffOptions, ListFormat,
    ListOptions, LogOptions, ReportFormat, StatusOptions,
};

/// A fact-check workbench for the terminal.
///
/// Give it an article (plain text, Markdown or HTML): it is split into single
/// checkable claims, which you judge by keyboard. Verdicts are kept in one YAML
/// file per article, made for `git diff`.
#[derive(Debug, Parser)]
#[command(
    name = "redpencil",
    version,
    arg_required_else_help = true,
    args_conflicts_with_subcommands = true,
    after_help = "Exit codes: 0 done, 1 the answer is \"no\", 2 wrong use, 3 bad input, 4 the system failed.\n\
                  Example: redpencil article.txt    open an article and judge its claims"
)]
pub struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) review: ReviewOptions,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Open an article and judge its claims (what `redpencil ARTICLE` does).
    Review(ReviewOptions),
    /// Split articles into claims and write their claim files.
    Split(SplitOptions),
    /// Show how far reviews have come.
    Status(StatusOptions),
    /// List claims.
    #[command(after_long_help = list_help())]
    List(ListOptions),
    /// Judge one claim, as a key press does.
    Mark(MarkOptions),
    /// Show what changed in verdicts, sources and claims between revisions or files.
    Diff(DiffOptions),
    /// Show who judged what when, from git's history, newest first.
    Log(LogOptions),
    /// Say how far reviewers agree: per cent, Cohen's κ, Fleiss' κ, Krippendorff's α.
    Agree(AgreeOptions),
    /// Step through the differences of two claim files and write the settled one.
    Settle(SettleOptions),
    /// Merge three claim files by claim, reviewer and source; git's merge driver calls it.
    Merge(MergeOptions),
    /// Make redpencil git's merge and diff driver for claim files.
    #[command(subcommand)]
    Git(GitCommand),
    /// Check claim files, for CI.
    Check(CheckOptions),
    /// Learn the interface in ten steps, at a sample article.
    Tutor(TutorOptions),
    /// Show or make the file of your settings.
    Config(ConfigOptions),
    /// Print the JSON Schema of claim files.
    Schema,
    /// Print completions for a shell.
    Completions(CompletionsOptions),
    /// Print a page of the manual, for `man`.
    Man(ManOptions),
}

#[derive(Debug, Args)]
#[command(
    after_help = "Example: redpencil completions fish > ~/.config/fish/completions/redpencil.fish"
)]
pub(crate) struct CompletionsOptions {
    /// The shell.
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
#[command(after_help = "Example: redpencil man diff | man -l -")]
pub(crate) struct ManOptions {
    /// The command that the page is about; all of them in short when not given.
    #[arg(value_name = "COMMAND")]
    pub(crate) about: Option<String>,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct ConfigOptions {
    /// Write a commented file with all settings, where there is none yet.
    #[arg(long)]
    pub(crate) init: bool,
    /// Print the settings that hold.
    #[arg(long)]
    pub(crate) show: bool,
    /// Print where the file is.
    #[arg(long)]
    pub(crate) path: bool,
}

/// Whether there are colours.
#[derive(Clone, Copy, Debug, Default, Args)]
pub(crate) struct ColourOptions {
    /// Colours: auto (unless `NO_COLOR` is set), always or never.
    #[arg(long = "color", value_name = "WHEN", value_parser = when_colour)]
    pub(crate) when: Option<WhenColour>,
}

/// How an article is read.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct ReadingOptions {
    /// Read bytes that are no text in any known encoding as the mark U+FFFD.
    #[arg(long)]
    pub(crate) lossy: bool,
    /// The article's language (a BCP 47 tag such as zh-Hant or en), instead of guessing it.
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub(crate) language: Option<Language>,
    /// The day of publication (YYYY-MM-DD), from which "yesterday" is counted.
    #[arg(long, value_name = "DATE")]
    pub(crate) published: Option<NaiveDate>,
    /// Split by redpencil's own rules, even where your settings name a splitter.
    #[arg(long)]
    pub(crate) built_in: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ReviewOptions {
    /// The article, or its claim file; several, or a folder, are listed.
    #[arg(value_name = "ARTICLE")]
    pub(crate) articles: Vec<PathBuf>,
    /// Use this claim file instead of the one that belongs to the article.
    #[arg(long, value_name = "FILE")]
    pub(crate) claims: Option<PathBuf>,
    /// The reviewer's name, instead of the one that git knows.
    #[arg(long, value_name = "NAME")]
    pub(crate) reviewer: Option<String>,
    /// Hide other reviewers' verdicts until you have judged every claim.
    #[arg(long)]
    pub(crate) blind: bool,
    /// Lines in, lines out: for screen readers and scripts. Nothing is drawn.
    #[arg(long)]
    pub(crate) plain: bool,
    #[command(flatten)]
    pub(crate) reading: ReadingOptions,
    #[command(flatten)]
    pub(crate) colour: ColourOptions,
}

#[derive(Debug, Args)]
pub(crate) struct TutorOptions {
    /// The tutor's language: en or zh; the system's when not given.
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub(crate) language: Option<Language>,
    #[command(flatten)]
    pub(crate) colour: ColourOptions,
}

#[derive(Debug, Args)]
pub(crate) struct SplitOptions {
    /// The articles; `-` reads one from standard input.
    #[arg(value_name = "ARTICLE", required_unless_present = "from")]
    pub(crate) articles: Vec<PathBuf>,
    /// Write claim files, or print one row per claim.
    #[arg(long, value_enum, default_value_t = SplitFormat::Yaml)]
    pub(crate) format: SplitFormat,
    /// With `--format jsonl`: also print what was left out, with the reason.
    #[arg(long)]
    pub(crate) all: bool,
    /// Write to this claim file instead of the one that belongs to the article.
    #[arg(long, value_name = "FILE", conflicts_with = "from")]
    pub(crate) claims: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) reading: ReadingOptions,
    /// Corpus mode: read rows from standard input and answer each with one row.
    #[arg(
        long,
        value_name = "FORMAT",
        requires = "level",
        conflicts_with = "articles"
    )]
    pub(crate) from: Option<CorpusFormat>,
    /// Corpus mode: what to find in each row.
    #[arg(long, requires = "from")]
    pub(crate) level: Option<Level>,
    /// Corpus mode, sentences: keep a quotation of several sentences whole.
    #[arg(long, requires = "level")]
    pub(crate) keep_quotations: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SplitFormat {
    /// Claim files, one per article.
    Yaml,
    /// JSON Lines on standard output, one row per claim.
    Jsonl,
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

#[derive(Debug, Args)]
pub(crate) struct MarkOptions {
    /// The claim's id, or enough of its beginning.
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// verified, disputed or unknown; `clear` takes your verdict away.
    #[arg(value_name = "VERDICT", value_parser = mark)]
    pub(crate) verdict: Mark,
    /// Why it is disputed: wrong, misleading, outdated, misattributed, "conflicting sources".
    #[arg(long, value_parser = reason)]
    pub(crate) reason: Option<Reason>,
    /// The wording that you propose instead.
    #[arg(long, value_name = "WORDING")]
    pub(crate) correction: Option<String>,
    /// What you have to say about the verdict.
    #[arg(long, value_name = "WORDS")]
    pub(crate) note: Option<String>,
    /// The reviewer's name, instead of the one that git knows.
    #[arg(long, value_name = "NAME")]
    pub(crate) reviewer: Option<String>,
    /// Where to look for the claim; the current folder when none is named.
    #[arg(long = "in", value_name = "PATH", action = ArgAction::Append)]
    pub(crate) paths: Vec<PathBuf>,
}

/// What git is told.
#[derive(Debug, Subcommand)]
pub(crate) enum GitCommand {
    /// Set up merging and showing of claim files in this repository; says what it changed.
    Install(InstallOptions),
    /// Print a claim file with each claim's wording beside its id, for `git diff`.
    Textconv(TextconvOptions),
}

#[derive(Debug, Args)]
pub(crate) struct InstallOptions {
    /// Take it back.
    #[arg(long)]
    pub(crate) uninstall: bool,
}

#[derive(Debug, Args)]
pub(crate) struct TextconvOptions {
    /// The claim file.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct SettleOptions {
    /// The left side: a claim file, its article, a revision, or REVISION:PATH.
    #[arg(value_name = "A")]
    pub(crate) left: String,
    /// The right side: likewise.
    #[arg(value_name = "B")]
    pub(crate) right: String,
    /// Where the settled claim file goes; into A when that is a file. Naming it again goes on.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Who settles, instead of the one that git knows.
    #[arg(long, value_name = "NAME")]
    pub(crate) reviewer: Option<String>,
    #[command(flatten)]
    pub(crate) colour: ColourOptions,
}

#[derive(Debug, Args)]
pub(crate) struct MergeOptions {
    /// What both sides were made from; an empty file where they share nothing.
    #[arg(value_name = "BASE")]
    pub(crate) base: PathBuf,
    /// Our side; the merged file takes its place.
    #[arg(value_name = "OURS")]
    pub(crate) ours: PathBuf,
    /// Their side.
    #[arg(value_name = "THEIRS")]
    pub(crate) theirs: PathBuf,
    /// Where the claim file stands, where the three are temporary files.
    #[arg(long, value_name = "PATH")]
    pub(crate) path: Option<PathBuf>,
    /// Print the merged file instead of writing it over OURS.
    #[arg(long)]
    pub(crate) stdout: bool,
    /// Characters of a conflict marker, for files that can only be merged by lines.
    #[arg(long, value_name = "NUMBER", default_value_t = 7)]
    pub(crate) marker_size: u16,
}

/// What `mark` does to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Give a verdict.
    Judge(Verdict),
    /// Take the reviewer's verdict away.
    Clear,
}
