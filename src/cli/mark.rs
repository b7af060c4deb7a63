//! `redpencil mark`: one verdict, as a key press gives it.

use std::path::{Path, PathBuf};

use crate::claim::{Claim, ClaimId, Reviewer, Verdict};
use crate::cli::arguments::{Mark, MarkOptions};
use crate::cli::output::{Output, ended, say, tell};
use crate::cli::{exit_code, reviewer};
use crate::config;
use crate::desk::{self, Marked};
use crate::review::{ClaimChange, Command};
use crate::text::Problem;

/// Runs the subcommand.
pub(crate) fn run(options: &MarkOptions) -> u8 {
    let disputed = options.verdict == Mark::Judge(Verdict::Disputed);
    if (options.reason.is_some() || options.correction.is_some()) && !disputed {
        say("--reason and --correction belong to the verdict \"disputed\"");
        return exit_code::WRONG_USE;
    }
    let settings = match config::load() {
        Ok(settings) => settings,
        Err(problem) => {
            tell(&problem);
            return exit_code::BAD_INPUT;
        }
    };
    let asked = reviewer::ask(options.reviewer.as_deref(), &settings, Path::new("."));
    let named = claim_named(&options.id, &options.paths).map_err(Problem::from);
    let marked = named.and_then(|(path, id)| {
        let reviewer = asked.answer()?;
        desk::mark(&path, &id, |claim| change(claim, &reviewer, options))
    });
    match marked {
        Ok(marked) => ended(told(&marked)),
        Err(problem) => {
            tell(&problem);
            exit_code::BAD_INPUT
        }
    }
}

/// Why a claim was not found by its id.
pub(crate) enum Missing {
    /// No id begins so.
    None(Problem),
    /// Several do, or a file cannot be read.
    Other(Problem),
}

impl From<Problem> for Missing {
    fn from(problem: Problem) -> Self {
        Self::Other(problem)
    }
}

impl From<Missing> for Problem {
    fn from(missing: Missing) -> Self {
        match missing {
            Missing::None(problem) | Missing::Other(problem) => problem,
        }
    }
}

/// The claim whose id begins with `word`, where exactly one does in the claim
/// files at `paths`.
pub(crate) fn claim_named(word: &str, paths: &[PathBuf]) -> Result<(PathBuf, ClaimId), Missing> {
    let mut found = Vec::new();
    for path in desk::claim_files(paths)? {
        let document = desk::read_claims(&path)?;
        for claim in &document.file().claims {
            if claim.id.as_str() == word {
                return Ok((path, claim.id.clone()));
            }
            if claim.id.as_str().starts_with(word) {
                found.push((path.clone(), claim.id.clone()));
            }
        }
    }
    match found.len() {
        0 => Err(Missing::None(
            Problem::error(format!("no claim has an id that begins with {word:?}"))
                .next_step("see the ids with: redpencil list"),
        )),
        1 => Ok(found.remove(0)),
        _ => {
            let ids: Vec<_> = found.iter().map(|it| it.1.as_str()).collect();
            Err(Problem::error(format!(
                "several claims begin with {:?}: {}",
                word,
                ids.join(", ")
            ))
            .next_step("write more of the id")
            .into())
        }
    }
}

fn change(claim: &Claim, reviewer: &Reviewer, options: &MarkOptions) -> Command {
    let Mark::Judge(verdict) = options.verdict else {
        return Command::change(claim.id.clone(), ClaimChange::Unjudge(reviewer.clone()));
    };
    let mut judgement = claim.judged_by(reviewer, verdict, desk::now());
    judgement.reason = options.reason.or(judgement.reason);
    judgement.correction = options.correction.clone().or(judgement.correction);
    judgement.note = options.note.clone().or(judgement.note);
    Command::change(claim.id.clone(), ClaimChange::Judge(Box::new(judgement)))
}

fn told(marked: &Marked) -> std::io::Result<u8> {
    let mut output = Output::new();
    output.line(&format!(
        "{}: {}: {} → {}",
        marked.path.display(),
        marked.after.id,
        marked.before.status().name(),
        marked.after.status().name()
    ))?;
    output.finish(exit_code::DONE)
}
