//! `redpencil check`: whether claim files are in order, for CI.

use std::io;
use std::path::Path;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde_json::{Value, json};

use crate::claim::ClaimId;
use crate::cli::arguments::{CheckFormat, CheckOptions};
use crate::cli::exit_code;
use crate::cli::output::{Output, counted, ended, say, tell};
use crate::cli::status::facts;
use crate::desk::{self, Loaded};
use crate::findings::{Severity, findings};
use crate::text::{LineColumn, Problem};

/// One thing to tell, with its place.
struct Told {
    code: &'static str,
    severity: Severity,
    message: String,
    claims: Vec<ClaimId>,
    file: String,
    place: Option<LineColumn>,
}

/// Runs the subcommand.
pub(crate) fn run(options: &CheckOptions) -> u8 {
    let files = match desk::claim_files(&options.paths) {
        Ok(files) => files,
        Err(problem) => {
            tell(&problem);
            return exit_code::BAD_INPUT;
        }
    };
    let answers: Vec<(Vec<Told>, bool)> =
        files.par_iter().map(|path| check(path, options)).collect();
    let unreadable = answers.iter().any(|it| it.1);
    let told: Vec<Told> = answers.into_iter().flat_map(|it| it.0).collect();
    let errors = told
        .iter()
        .filter(|it| it.severity == Severity::Error)
        .count();
    let code = match (unreadable, errors) {
        (true, _) => exit_code::BAD_INPUT,
        (false, 0) => exit_code::DONE,
        (false, _) => exit_code::NO,
    };
    let result = print(&told, options.format, code);
    if options.format == CheckFormat::Text {
        let warnings = told
            .iter()
            .filter(|it| it.severity == Severity::Warning)
            .count();
        say(&format!(
            "{} checked: {}, {}",
            counted(files.len(), "claim file", "claim files"),
            counted(errors, "error", "errors"),
            counted(warnings, "warning", "warnings")
        ));
    }
    ended(result)
}

/// What there is to tell of one file, and whether it could not be read.
fn check(path: &Path, options: &CheckOptions) -> (Vec<Told>, bool) {
    let file = path.display().to_string();
    let loaded = match desk::load(path) {
        Ok(loaded) => loaded,
        Err(problem) => return (vec![invalid(file, &problem)], true),
    };
    let mut told: Vec<Told> = Vec::new();
    if let Err(problem) = &loaded.article {
        told.push(Told {
            code: "article-missing",
            severity: Severity::Error,
            message: problem.to_string(),
            claims: Vec::new(),
            file: file.clone(),
            place: None,
        });
    }
    for finding in findings(&facts(&loaded)) {
        let place = finding.claims.first().and_then(|id| place_of(&loaded, id));
        told.push(Told {
            code: finding.code,
            severity: finding.severity,
            message: finding.message,
            claims: finding.claims,
            file: file.clone(),
            place,
        });
    }
    for requirement in &options.require {
        for shortfall in requirement.shortfalls(loaded.document.file()) {
            told.push(Told {
                code: requirement.name(),
                severity: Severity::Error,
                message: shortfall.told(),
                claims: shortfall.claim.iter().map(|it| it.id.clone()).collect(),
                file: file.clone(),
                place: shortfall.claim.and_then(|it| place_of(&loaded, &it.id)),
            });
        }
    }
    (told, false)
}

fn invalid(file: String, problem: &Problem) -> Told {
    Told {
        code: "invalid-file",
        severity: Severity::Error,
        message: problem.to_string(),
        claims: Vec::new(),
        file,
        place: problem.place(),
    }
}

fn place_of(loaded: &Loaded, id: &ClaimId) -> Option<LineColumn> {
    loaded.document.place_of(id)
}

fn print(told: &[Told], format: CheckFormat, code: u8) -> io::Result<u8> {
    let mut output = Output::new();
    match format {
        CheckFormat::Text => {
            for it in told.iter().filter(|it| it.severity != Severity::Info) {
                for line in text(it).lines() {
                    output.line(line)?;
                }
            }
        }
        CheckFormat::Json => {
            let rows: Vec<Value> = told.iter().map(json_row).collect();
            output.json(&json!({"findings": rows}))?;
        }
        CheckFormat::Github => {
            for it in told {
                output.line(&annotation(it))?;
            }
        }
    }
    output.finish(code)
}

fn text(it: &Told) -> String {
    // A problem of the file itself says where it is.
    if it.code == "invalid-file" {
        return it.message.clone();
    }
    let place = it.place.map(|it| format!(":{it}")).unwrap_or_default();
    format!(
        "{}{place}: {}: {} [{}]",
        it.file,
        it.severity.name(),
        it.message,
        it.code
    )
}

fn json_row(it: &Told) -> Value {
    json!({
        "code": it.code,
        "severity": it.severity.name(),
        "message": it.message,
        "claims": it.claims,
        "file": it.file,
        "line": it.place.map(|it| it.line),
        "column": it.place.map(|it| it.column),
    })
}

/// One workflow command. Source: GitHub Docs, "Workflow commands for GitHub
/// Actions": `%`, CR and LF are escaped in the message, `:` and `,` in properties too.
fn annotation(it: &Told) -> String {
    let level = match it.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let message = it
        .message
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A");
    let file = it
        .file
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A");
    let file = file.replace(':', "%3A").replace(',', "%2C");
    let place = it
        .place
        .map(|it| format!(",line={},col={}", it.line, it.column))
        .unwrap_or_default();
    format!("::{level} file={file}{place},title={}::{message}", it.code)
}
