//! Changes one claim file at once, without the interface.

use std::path::{Path, PathBuf};

use crate::claim::{Claim, ClaimId};
use crate::desk::articles::read_bounded;
use crate::review::{Command, Review, Step};
use crate::store::{self, Held, Lock, SaveError};
use crate::text::Problem;

/// What `mark` did.
#[derive(Debug)]
pub struct Marked {
    /// The claim file.
    pub path: PathBuf,
    /// The claim as it was.
    pub before: Claim,
    /// The claim as it is now.
    pub after: Claim,
}

/// Applies the command that `change` makes of the claim `id` in the claim file
/// at `path`, and saves it. The same command as a key press.
pub fn mark(
    path: &Path,
    id: &ClaimId,
    change: impl FnOnce(&Claim) -> Command,
) -> Result<Marked, Problem> {
    let _lock = Lock::take(path).map_err(|Held { by }| {
        Problem::error(format!("{by} has this claim file open"))
            .in_file(path)
            .next_step("quit it there, or mark the claim there")
    })?;
    // What cannot be mended is told when it is read.
    let _ = store::mend(path);
    let document = store::read(&read_bounded(path)?, path)?;
    if document.read_only() {
        return Err(Problem::error("a newer redpencil wrote this claim file")
            .in_file(path)
            .next_step("update redpencil"));
    }
    let mut review = Review::new(document.file().clone());
    let missing = || Problem::error(format!("there is no claim {id}")).in_file(path);
    let before = review.claim(id).ok_or_else(missing)?.clone();
    review
        .take(Step::Do(change(&before)))
        .map_err(|it| Problem::error(it.to_string()).in_file(path))?;
    let next = document.with(review.file(), path)?;
    store::save(path, &next.bytes(), Some(&document.bytes())).map_err(|error| match error {
        SaveError::ChangedUnderneath => {
            Problem::error("the claim file was changed in this very moment")
                .in_file(path)
                .next_step("run the command again")
        }
        SaveError::Failed(problem) => problem,
    })?;
    let after = review.claim(id).ok_or_else(missing)?.clone();
    Ok(Marked {
        path: path.to_owned(),
        before,
        after,
    })
}
