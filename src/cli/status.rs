//! `redpencil status`: how far reviews have come.

use std::io;
use std::path::Path;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde_json::{Value, json};

use crate::claim::Standing;
use crate::cli::arguments::{ReportFormat, StatusOptions};
use crate::cli::exit_code;
use crate::cli::output::{Output, ended, tell};
use crate::desk::{self, Loaded, Weighed};
use crate::findings::{Facts, Severity, findings};
use crate::review::Progress;
use crate::text::{AmbiguousWidth, Article, Column, Problem, pad, width};

/// One claim file in figures.
struct Row {
    file: String,
    article: String,
    language: Option<String>,
    progress: Progress,
    stale: usize,
    findings: usize,
}

/// Runs the subcommand.
pub(crate) fn run(options: &StatusOptions) -> u8 {
    let files = match desk::claim_files(&options.paths) {
        Ok(files) => files,
        Err(problem) => {
            tell(&problem);
            return exit_code::BAD_INPUT;
        }
    };
    let mut code = exit_code::DONE;
    let loaded: Vec<Result<Row, Problem>> = files
        .par_iter()
        .map(|path| desk::weigh(path).map(|it| row(path, &it)))
        .collect();
    let mut rows = Vec::new();
    for answer in loaded {
        match answer {
            Ok(row) => rows.push(row),
            Err(problem) => {
                tell(&problem);
                code = exit_code::BAD_INPUT;
            }
        }
    }
    ended(match options.format {
        ReportFormat::Text => print_table(&rows, code),
        ReportFormat::Json => print_json(&rows, code),
    })
}

fn row(path: &Path, weighed: &Weighed) -> Row {
    let file = &weighed.file;
    let stale = |it: &&Standing| matches!(it, Standing::Changed(_) | Standing::Orphaned);
    let article = weighed.article.as_ref().ok();
    let found = findings(&Facts {
        file,
        standings: article.map(|_| weighed.standings.as_slice()),
        digest: article.map(Article::digest),
    });
    Row {
        file: path.display().to_string(),
        article: file.article.file.clone(),
        language: file.article.language.clone(),
        progress: Progress::of(&file.claims),
        stale: weighed.standings.iter().filter(stale).count(),
        findings: found
            .iter()
            .filter(|it| it.severity != Severity::Info)
            .count(),
    }
}

/// What the rules may look at in a loaded claim file.
pub(crate) fn facts(loaded: &Loaded) -> Facts<'_> {
    let article = loaded.article.as_ref().ok();
    Facts {
        file: loaded.document.file(),
        standings: article.map(|_| loaded.standings.as_slice()),
        digest: article.map(Article::digest),
    }
}

/// One column of figures: what it is called, and the figure of a row.
type Figure = (&'static str, fn(&Row) -> usize);

const FIGURES: [Figure; 8] = [
    ("claims", |it| it.progress.claims),
    ("verified", |it| it.progress.verified),
    ("disputed", |it| it.progress.disputed),
    ("unknown", |it| it.progress.unknown),
    ("unreviewed", |it| it.progress.unreviewed),
    ("contested", |it| it.progress.contested),
    ("stale", |it| it.stale),
    ("findings", |it| it.findings),
];

fn print_table(rows: &[Row], code: u8) -> io::Result<u8> {
    let mut output = Output::new();
    let total = "total";
    let names = rows
        .iter()
        .map(|it| it.file.as_str())
        .chain([total, "claim file"]);
    let narrow = AmbiguousWidth::default();
    let widest = names.map(|it| width(it, narrow)).max().unwrap_or(Column(0));
    let heads: Vec<_> = FIGURES.iter().map(|it| format!("  {}", it.0)).collect();
    output.line(&format!(
        "{}{}",
        pad("claim file", widest, narrow),
        heads.concat()
    ))?;
    for row in rows {
        let figures = FIGURES.map(|(name, of)| figure(of(row), name));
        output.line(&format!(
            "{}{}",
            pad(&row.file, widest, narrow),
            figures.concat()
        ))?;
    }
    if rows.len() > 1 {
        let figures = FIGURES.map(|(name, of)| figure(rows.iter().map(of).sum(), name));
        output.line(&format!(
            "{}{}",
            pad(total, widest, narrow),
            figures.concat()
        ))?;
    }
    output.finish(code)
}

fn figure(number: usize, name: &str) -> String {
    format!("  {number:>width$}", width = name.len())
}

fn print_json(rows: &[Row], code: u8) -> io::Result<u8> {
    let mut output = Output::new();
    let files: Vec<Value> = rows
        .iter()
        .map(|row| {
            let mut value =
                json!({"file": row.file, "article": row.article, "language": row.language});
            for (name, of) in FIGURES {
                value[name] = json!(of(row));
            }
            value
        })
        .collect();
    let mut total = json!({});
    for (name, of) in FIGURES {
        total[name] = json!(rows.iter().map(of).sum::<usize>());
    }
    output.json(&json!({"files": files, "total": total}))?;
    output.finish(code)
}
