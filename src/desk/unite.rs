//! Puts two reviewers' claim files into one, to be settled.

use std::path::{Path, PathBuf};

use crate::compare::Settlement;
use crate::desk::articles::read_bounded;
use crate::desk::discover::named_claim_file;
use crate::store::{self, Document, Held, Lock, SaveError};
use crate::text::Problem;

/// Two claim files that are one now.
#[derive(Debug)]
pub struct United {
    /// The article.
    pub article: PathBuf,
    /// The claim file with all that both sides say.
    pub claims: PathBuf,
    /// What each side said.
    pub settlement: Settlement,
}

/// Writes all that `left` and `right` say into `out`, or into `left` where none
/// is named. Verdicts and sources are united; nothing is dropped.
///
/// An `out` that is there already is refused unless it is one of the two: it
/// may hold somebody's work.
pub fn unite(left: &Path, right: &Path, out: Option<&Path>) -> Result<United, Problem> {
    let (left, right) = (named_claim_file(left)?, named_claim_file(right)?);
    let out = out.map_or_else(|| left.clone(), Path::to_owned);
    let is_one_of_them = [&left, &right].into_iter().any(|it| is_same_file(it, &out));
    if out.exists() && !is_one_of_them {
        return Err(Problem::error("this file is there already")
            .in_file(&out)
            .next_step("name a new file with --out, or one of the two sides"));
    }
    let _lock = Lock::take(&out).map_err(|Held { by }| {
        Problem::error(format!("{by} has this claim file open"))
            .in_file(&out)
            .next_step("quit it there first")
    })?;
    let bytes = read_bounded(&left)?;
    let document = store::read(&bytes, &left)?;
    let theirs = store::read(&read_bounded(&right)?, &right)?;
    let article = store::article_of(&left, document.file())?;
    let settlement = Settlement::of(document.file(), theirs.file());
    let mut file = settlement.united.file.clone();
    file.article.file = store::article_as_named(&out, &article);
    let empty = Document::new(
        &crate::claim::ClaimFile::new(file.article.clone(), Vec::new()),
        &out,
    )?;
    let united = document.merged(&empty, &theirs, &file, &out)?;
    let before = if out.exists() {
        Some(read_bounded(&out)?)
    } else {
        None
    };
    store::save(&out, &united.bytes(), before.as_deref()).map_err(|error| match error {
        SaveError::ChangedUnderneath => Problem::error("this file was changed in this very moment")
            .in_file(&out)
            .next_step("run the command again"),
        SaveError::Failed(problem) => problem,
    })?;
    Ok(United {
        article,
        claims: out,
        settlement,
    })
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
