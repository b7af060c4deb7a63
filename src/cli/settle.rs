//! `redpencil settle`: two claim files become one, difference by difference.

use std::path::Path;

use crate::app::Settling;
use crate::claim::ClaimFile;
use crate::cli::arguments::SettleOptions;
use crate::cli::output::{Output, counted, ended, tell};
use crate::cli::review::ended_with;
use crate::cli::{config, exit_code, reviewer};
use crate::compare;
use crate::desk::{self, Reading, United};
use crate::tui::{self, Manner};

/// Runs the subcommand.
pub(crate) fn run(options: &SettleOptions) -> u8 {
    let united = match desk::unite(&options.left, &options.right, options.out.as_deref()) {
        Ok(united) => united,
        Err(problem) => {
            tell(&problem);
            return exit_code::BAD_INPUT;
        }
    };
    let United {
        article,
        claims,
        settlement,
    } = united;
    let setup = match config::setup(options.colour) {
        Ok(setup) => setup,
        Err(problem) => {
            tell(&problem);
            return exit_code::BAD_INPUT;
        }
    };
    let folder = article.parent().filter(|it| it.is_dir());
    let asked = reviewer::ask(
        options.reviewer.as_deref(),
        &setup.settings,
        folder.unwrap_or(Path::new(".")),
    );
    let settling = Settling::new(settlement, &options.left, &options.right);
    let manner = Manner::Settle(Box::new(settling));
    let code = ended_with(tui::run(
        &article,
        Some(&claims),
        Reading::default(),
        manner,
        &setup,
        || asked.answer(),
    ));
    if code != exit_code::DONE {
        return code;
    }
    match desk::read_claims(&claims) {
        Ok(document) => ended(report(document.file(), &claims)),
        Err(problem) => {
            tell(&problem);
            exit_code::BAD_INPUT
        }
    }
}

/// Says what was settled, where reviewers were overruled, and what is left.
fn report(file: &ClaimFile, path: &Path) -> std::io::Result<u8> {
    let mut out = Output::new();
    let settled = file
        .claims
        .iter()
        .filter(|it| it.verdicts.iter().any(|it| it.settles));
    out.line(&format!(
        "{}: {} settled",
        path.display(),
        counted(settled.count(), "claim", "claims")
    ))?;
    for it in compare::overruled(file) {
        out.line(&format!(
            "{}: overruled on {} of {}",
            it.reviewer,
            it.claims.len(),
            it.settled
        ))?;
        for claim in file
            .claims
            .iter()
            .filter(|claim| it.claims.contains(&claim.id))
        {
            out.line(&format!("  {}  {}", claim.id, claim.wording.trim_end()))?;
        }
    }
    let is_open = |it: &&crate::claim::Claim| {
        it.conflict.is_some() || it.status() == crate::claim::Status::Contested
    };
    let open = file.claims.iter().filter(is_open).count();
    if open > 0 {
        out.line(&format!(
            "{} still open; the same command goes on",
            counted(open, "claim is", "claims are")
        ))?;
    }
    out.finish(exit_code::DONE)
}
