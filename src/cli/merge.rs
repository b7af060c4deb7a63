//! `redpencil merge`: three claim files become one, as git's merge driver.

use std::path::Path;

use crate::claim::{ClaimFile, ClaimId};
use crate::cli::arguments::MergeOptions;
use crate::cli::exit_code;
use crate::cli::output::{Output, counted, ended, say, tell};
use crate::desk::{self, Outcome, Three};

/// Runs the subcommand.
pub(crate) fn run(options: &MergeOptions) -> u8 {
    let name = options.path.as_deref().unwrap_or(&options.ours);
    let three = Three {
        base: &options.base,
        ours: &options.ours,
        theirs: &options.theirs,
        name,
    };
    match desk::merge(three) {
        Ok(outcome) => finished(&outcome, options, name),
        Err(problem) => {
            tell(&problem);
            if options.stdout {
                return exit_code::BAD_INPUT;
            }
            // Git would take a driver that only fails for one that merged, and
            // the other side would be gone: markers keep both.
            match desk::merge_lines(three, options.marker_size) {
                Ok(()) => say("the lines were merged as git does it: look for conflict markers"),
                Err(problem) => tell(&problem),
            }
            exit_code::BAD_INPUT
        }
    }
}

fn finished(outcome: &Outcome, options: &MergeOptions, name: &Path) -> u8 {
    let code = if outcome.merged.conflicts.is_empty() {
        exit_code::DONE
    } else {
        exit_code::NO
    };
    if options.stdout {
        let printed = print(outcome).map(|it| if it == exit_code::DONE { code } else { it });
        report(outcome, name);
        return ended(printed);
    }
    if let Err(problem) = outcome.save(&options.ours) {
        tell(&problem);
        return exit_code::SYSTEM;
    }
    report(outcome, name);
    code
}

fn print(outcome: &Outcome) -> std::io::Result<u8> {
    let mut output = Output::new();
    for line in outcome.document.text().lines() {
        output.line(line)?;
    }
    output.finish(exit_code::DONE)
}

/// Says what a person has to look at; nothing when there is nothing.
fn report(outcome: &Outcome, name: &Path) {
    let merged = &outcome.merged;
    let name = name.display();
    if !merged.contested.is_empty() {
        let count = counted(merged.contested.len(), "claim is", "claims are");
        say(&format!("{name}: {count} contested now:"));
        for id in &merged.contested {
            say(&format!("  {id}  {}", wording(&merged.file, id)));
        }
    }
    if !merged.conflicts.is_empty() {
        let count = counted(merged.conflicts.len(), "field", "fields");
        say(&format!(
            "{name}: both sides changed {count} differently; choose with: redpencil {name}"
        ));
        for (id, field) in &merged.conflicts {
            match id {
                Some(id) => say(&format!("  {id}  {field}: {}", wording(&merged.file, id))),
                None => say(&format!("  article  {field}")),
            }
        }
    }
}

fn wording<'a>(file: &'a ClaimFile, id: &ClaimId) -> &'a str {
    let claim = file.claims.iter().find(|it| it.id == *id);
    claim.map_or("", |it| it.wording.as_str())
}
