//! `redpencil log`: who judged what when, from git's history.

use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::claim::{ClaimId, Reviewer};
use crate::cli::arguments::{LogOptions, ReportFormat};
use crate::cli::mark::{Missing, claim_named};
use crate::cli::output::{Output, Tint, counted, ended, say, tell, tint_of};
use crate::cli::{config, exit_code};
use crate::compare::Field;
use crate::config::WhenColour;
use crate::desk::{self, Judged};
use crate::store;
use crate::text::Problem;

/// Runs the subcommand.
pub(crate) fn run(options: &LogOptions) -> u8 {
    let found = config::when(options.colour).and_then(|when| Ok((when, gathered(options)?)));
    match found {
        Ok((when, judged)) => ended(match options.format {
            ReportFormat::Text => text(&judged, when),
            ReportFormat::Json => as_json(&judged),
        }),
        Err(problem) => {
            tell(&problem);
            exit_code::BAD_INPUT
        }
    }
}

/// All judgements that are asked for, newest first.
fn gathered(options: &LogOptions) -> Result<Vec<Judged>, Problem> {
    let mut judged = Vec::new();
    let mut unreadable = 0;
    let subjects = Subjects::of(options.subject.as_deref())?;
    for (path, id) in &subjects.files {
        let (found, not_read) = desk::judgements(path, id.as_ref())?;
        judged.extend(found.into_iter().filter(|it| subjects.takes(it)));
        unreadable += not_read;
    }
    subjects.are_met(&judged)?;
    if unreadable > 0 {
        say(&format!(
            "{} could not be read",
            counted(unreadable, "revision", "revisions")
        ));
    }
    // Each file's are in order already; what is not committed is newest.
    judged
        .sort_by_key(|it| std::cmp::Reverse(it.commit.as_ref().map_or(i64::MAX, |it| it.written)));
    if let Some(number) = options.number {
        judged.truncate(number);
    }
    Ok(judged)
}

/// What the history is asked for.
struct Subjects {
    /// The claim files that are meant, and the claim.
    files: Vec<(PathBuf, Option<ClaimId>)>,
    /// The beginning of the id of a claim that is in none of the files now.
    gone: Option<String>,
}

impl Subjects {
    /// What `named` means: a file, a folder, an id; a file or a claim that is gone.
    fn of(named: Option<&str>) -> Result<Self, Problem> {
        let whole = |files: Vec<PathBuf>| Self {
            files: files.into_iter().map(|it| (it, None)).collect(),
            gone: None,
        };
        match named {
            None => desk::claim_files(&[]).map(whole),
            Some(path) if Path::new(path).exists() => {
                desk::claim_files(&[PathBuf::from(path)]).map(whole)
            }
            Some(path) if store::is_claim_file(Path::new(path)) => {
                Ok(whole(vec![PathBuf::from(path)]))
            }
            Some(id) => match claim_named(id, &[]) {
                Ok((path, id)) => Ok(Self {
                    files: vec![(path, Some(id))],
                    gone: None,
                }),
                Err(Missing::None(_)) => Ok(Self {
                    gone: Some(id.to_owned()),
                    ..whole(desk::claim_files(&[])?)
                }),
                Err(Missing::Other(problem)) => Err(problem),
            },
        }
    }

    fn takes(&self, judged: &Judged) -> bool {
        let id = judged.change.claim.as_ref().map_or("", ClaimId::as_str);
        self.gone.as_ref().is_none_or(|it| id.starts_with(it))
    }

    /// A claim that never was is a slip of the person's.
    fn are_met(&self, judged: &[Judged]) -> Result<(), Problem> {
        match &self.gone {
            Some(id) if judged.is_empty() => Err(Problem::error(format!(
                "no claim, now or before, has an id that begins with {id:?}"
            ))
            .next_step("see the ids with: redpencil list")),
            Some(_) | None => Ok(()),
        }
    }
}

fn text(judged: &[Judged], when: WhenColour) -> io::Result<u8> {
    let mut out = Output::new().coloured(when);
    for it in judged {
        let (commit, when, author) = match &it.commit {
            Some(commit) => {
                let short = commit.id.get(..8).unwrap_or(&commit.id);
                (
                    short.to_owned(),
                    date(commit.written),
                    commit.author.clone(),
                )
            }
            None => (
                "(now)   ".to_owned(),
                "not committed   ".to_owned(),
                String::new(),
            ),
        };
        let change = &it.change;
        let id = change.claim.as_ref().map_or("", ClaimId::as_str);
        let reviewer = change.reviewer.as_ref().map_or("", Reviewer::as_str);
        // Who judged is worth a word of its own where somebody else committed it.
        let by = if author.is_empty() || author == reviewer {
            reviewer.to_owned()
        } else {
            format!("{reviewer} (committed by {author})")
        };
        let from = change.from.as_deref().unwrap_or("unreviewed");
        let to = change.to.as_deref().unwrap_or("unreviewed");
        let line = change.wording.lines().next().unwrap_or_default();
        let what = if change.field == Field::Verdict {
            String::new()
        } else {
            format!("{}: ", change.field.name())
        };
        let [from, to] = if change.field == Field::Verdict {
            [from, to]
        } else {
            [
                change.from.as_deref().unwrap_or("none"),
                change.to.as_deref().unwrap_or("none"),
            ]
        };
        out.tinted(&[
            (Tint::Dim, &format!("{commit}  {when}  ")),
            (Tint::Plain, &format!("{id}  {what}")),
            (tint_of(from), from),
            (Tint::Plain, " → "),
            (tint_of(to), to),
            (Tint::Plain, &format!("  {by}  ")),
            (Tint::Dim, line),
        ])?;
    }
    out.finish(exit_code::DONE)
}

fn date(seconds: i64) -> String {
    let time = DateTime::<Utc>::from_timestamp(seconds, 0).unwrap_or_default();
    time.format("%Y-%m-%d %H:%M").to_string()
}

fn as_json(judged: &[Judged]) -> io::Result<u8> {
    let rows: Vec<Value> = judged
        .iter()
        .map(|it| {
            let commit = it.commit.as_ref();
            let change = &it.change;
            let time = |it: i64| DateTime::<Utc>::from_timestamp(it, 0);
            json!({
                "file": it.path.display().to_string(),
                "commit": commit.map(|it| it.id.as_str()),
                "author": commit.map(|it| it.author.as_str()),
                "date": commit.and_then(|it| time(it.written)).map(|it| it.to_rfc3339()),
                "subject": commit.map(|it| it.subject.as_str()),
                "id": change.claim.as_ref().map(ClaimId::as_str),
                "claim": change.wording,
                "field": change.field.name(),
                "from": change.from,
                "to": change.to,
                "reviewer": change.reviewer.as_ref().map(Reviewer::as_str),
                "at": change.at.map(|it| it.to_string()),
            })
        })
        .collect();
    let mut out = Output::new();
    out.json(&json!({"judgements": rows}))?;
    out.finish(exit_code::DONE)
}
