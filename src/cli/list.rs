//! `redpencil list`: claims, by what became of them.

use std::io;

use serde_json::{Value, json};

use crate::claim::{Claim, Reviewer, Status, Verdict};
use crate::cli::arguments::{ListFormat, ListOptions};
use crate::cli::exit_code;
use crate::cli::output::{Output, ended, tell};
use crate::desk;
use crate::review::{Filter, Seen, Sight};
use crate::text::Language;

/// Runs the subcommand.
pub(crate) fn run(options: &ListOptions) -> u8 {
    match desk::claim_files(&options.paths) {
        Ok(files) => ended(print(&files, options)),
        Err(problem) => {
            tell(&problem);
            exit_code::BAD_INPUT
        }
    }
}

fn print(files: &[std::path::PathBuf], options: &ListOptions) -> io::Result<u8> {
    let conditions = options.filter.clone().unwrap_or_default();
    let filter = Filter {
        status: options.status,
        dismissed: options.all || conditions.ask_for_dismissed(),
        conditions,
        ..Filter::default()
    };
    let mut output = Output::new();
    let mut code = exit_code::DONE;
    if options.format == ListFormat::Csv {
        output.line(&csv_line(&COLUMNS.map(|it| it.0.to_owned())))?;
    }
    for path in files {
        let document = match desk::read_claims(path) {
            Ok(document) => document,
            Err(problem) => {
                tell(&problem);
                code = exit_code::BAD_INPUT;
                continue;
            }
        };
        let name = path.display().to_string();
        let file = document.file();
        let language = file.article.language.as_deref();
        let seen = Seen {
            sight: &Sight::All,
            language: language.and_then(Language::from_tag),
        };
        let is_listed = |it: &&Claim| filter.lists(it, it.status(), seen);
        for claim in file
            .claims
            .iter()
            .filter(is_listed)
            .filter(|it| is_wanted(it, options))
        {
            match options.format {
                ListFormat::Text => output.line(&text_line(&name, claim))?,
                ListFormat::Jsonl => output.json(&json_row(&name, claim))?,
                ListFormat::Csv => {
                    output.line(&csv_line(&COLUMNS.map(|it| (it.1)(&name, claim))))?;
                }
            }
        }
    }
    output.finish(code)
}

fn is_wanted(claim: &Claim, options: &ListOptions) -> bool {
    options.kind.is_none_or(|it| claim.kinds.contains(&it))
        && options
            .reviewer
            .as_deref()
            .is_none_or(|it| claim.judgement_of(&Reviewer::new(it)).is_some())
}

/// The sign that stands beside the word, so that neither colour nor language is needed.
pub(crate) fn glyph(status: Status) -> &'static str {
    match status {
        Status::Unreviewed => "·",
        Status::Agreed(Verdict::Verified) => "✓",
        Status::Agreed(Verdict::Disputed) => "✗",
        Status::Agreed(Verdict::Unknown) => "?",
        Status::Contested => "!",
    }
}

fn text_line(file: &str, claim: &Claim) -> String {
    let status = claim.status();
    format!(
        "{file}  {}  {} {:<10}  {}",
        claim.id,
        glyph(status),
        status.name(),
        claim.wording
    )
}

fn json_row(file: &str, claim: &Claim) -> Value {
    json!({
        "file": file,
        "id": claim.id,
        "status": claim.status().name(),
        "dismissed": claim.dismissed,
        "kinds": claim.kinds,
        "claim": claim.wording,
        "exact": claim.quote.exact,
        "verdicts": claim.verdicts,
        "evidence": claim.evidence.len(),
        "note": claim.note,
        "query": claim.query,
    })
}

/// One column of the table: its head, and what stands there for a claim of a file.
type Field = (&'static str, fn(&str, &Claim) -> String);

const COLUMNS: [Field; 8] = [
    ("file", |file, _| file.to_owned()),
    ("id", |_, it| it.id.to_string()),
    ("status", |_, it| it.status().name().to_owned()),
    ("kinds", |_, it| {
        it.kinds
            .iter()
            .map(|it| it.name())
            .collect::<Vec<_>>()
            .join(" ")
    }),
    ("claim", |_, it| it.wording.clone()),
    ("exact", |_, it| it.quote.exact.clone()),
    ("reviewers", |_, it| {
        it.verdicts
            .iter()
            .map(|it| it.reviewer.as_str())
            .collect::<Vec<_>>()
            .join("; ")
    }),
    ("evidence", |_, it| it.evidence.len().to_string()),
];

/// One row as RFC 4180 has it, without its line break.
fn csv_line(fields: &[String]) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer
        .write_record(fields.iter().map(|it| guarded(it)))
        .expect("memory takes all rows");
    let bytes = writer.into_inner().expect("memory takes all rows");
    let line = String::from_utf8(bytes).expect("the fields were UTF-8");
    line.trim_end_matches('\n').to_owned()
}

/// A spreadsheet would run a field that begins like a formula; an apostrophe
/// before it makes it words. Source: OWASP, "CSV Injection".
fn guarded(field: &str) -> String {
    if field.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{field}")
    } else {
        field.to_owned()
    }
}
