//! `redpencil list`: claims, by what became of them.

use std::collections::HashSet;
use std::io;

use serde_json::{Value, json};

use crate::claim::{Claim, ClaimId, Reviewer, Status, Verdict};
use crate::cli::arguments::{ListFormat, ListOptions};
use crate::cli::exit_code;
use crate::cli::output::{Output, ended, tell};
use crate::desk;
use crate::review::{Filter, Seen};
use crate::split::{CheckWorthiness, check_worthiness};
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
        let seen = Seen::everything(language.and_then(Language::from_tag));
        // Where quotes stand is asked of the article only for conditions that need it.
        let standings = if filter.conditions.ask_for_findings() {
            desk::standings_of(path, file).unwrap_or_default()
        } else {
            Vec::new()
        };
        let ids: HashSet<&ClaimId> = file.claims.iter().map(|it| &it.id).collect();
        let is_listed = |(at, it): &(usize, &Claim)| {
            let standing = standings.get(*at).copied();
            let seen = seen.about(it, standing, |id| ids.contains(id));
            filter.lists(it, it.status(), seen)
        };
        let listed = file.claims.iter().enumerate().filter(is_listed);
        for claim in listed.map(|it| it.1).filter(|it| is_wanted(it, options)) {
            let listed = Listed::of(&name, claim, seen.language);
            match options.format {
                ListFormat::Text => output.line(&text_line(&listed))?,
                ListFormat::Jsonl => output.json(&json_row(&listed))?,
                ListFormat::Csv => output.line(&csv_line(&COLUMNS.map(|it| (it.1)(&listed))))?,
            }
            if options.reasons && options.format == ListFormat::Text {
                output.line(&worth_line(&listed))?;
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

/// A claim as it is listed.
struct Listed<'a> {
    file: &'a str,
    claim: &'a Claim,
    /// Told from the article's words, so that it says the same as in the interface.
    worth: CheckWorthiness,
}

impl<'a> Listed<'a> {
    fn of(file: &'a str, claim: &'a Claim, language: Option<Language>) -> Self {
        let words = &claim.quote.exact;
        let language = language.unwrap_or_else(|| Language::detect(words));
        Self {
            file,
            claim,
            worth: check_worthiness(words, language),
        }
    }

    fn reasons(&self) -> Vec<&'static str> {
        self.worth.signals.iter().map(|it| it.reason).collect()
    }
}

/// `0.82: a ratio, a name`.
fn worth_line(listed: &Listed<'_>) -> String {
    let (score, reasons) = (listed.worth.score, listed.reasons());
    if reasons.is_empty() {
        format!("    {score:.2}")
    } else {
        format!("    {score:.2}: {}", reasons.join(", "))
    }
}

fn text_line(listed: &Listed<'_>) -> String {
    let claim = listed.claim;
    let status = claim.status();
    format!(
        "{}  {}  {} {:<10}  {}",
        listed.file,
        claim.id,
        glyph(status),
        status.name(),
        claim.wording
    )
}

fn json_row(listed: &Listed<'_>) -> Value {
    let claim = listed.claim;
    json!({
        "file": listed.file,
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
        "check_worthiness": {"score": listed.worth.score, "reasons": listed.reasons()},
    })
}

/// One column of the table: its head, and what stands there for a claim.
type Field = (&'static str, fn(&Listed<'_>) -> String);

const COLUMNS: [Field; 10] = [
    ("file", |it| it.file.to_owned()),
    ("id", |it| it.claim.id.to_string()),
    ("status", |it| it.claim.status().name().to_owned()),
    ("kinds", |it| {
        let kinds: Vec<&str> = it.claim.kinds.iter().map(|it| it.name()).collect();
        kinds.join(" ")
    }),
    ("claim", |it| it.claim.wording.clone()),
    ("exact", |it| it.claim.quote.exact.clone()),
    ("reviewers", |it| {
        let verdicts = it.claim.verdicts.iter();
        let reviewers: Vec<&str> = verdicts.map(|it| it.reviewer.as_str()).collect();
        reviewers.join("; ")
    }),
    ("evidence", |it| it.claim.evidence.len().to_string()),
    ("worth", |it| format!("{:.2}", it.worth.score)),
    ("reasons", |it| it.reasons().join("; ")),
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
