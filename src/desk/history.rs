//! Who judged what when, from git's history.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::claim::ClaimId;
use crate::compare::Change;
use crate::desk::bounds;
use crate::desk::made::made_by;
use crate::desk::revisions::{below_top, folder_of, told};
use crate::desk::steps::{Step, Texts};
use crate::git::{Commit, Repository};
use crate::text::Problem;

/// A judgement as a commit (or the work tree) made it.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The claim file's path in that commit.
    pub path: PathBuf,
    /// The commit; none for what is not committed yet.
    pub commit: Option<Commit>,
    /// What changed.
    pub change: Change,
}

/// The verdicts of a claim file, or of one claim, through history, newest
/// first; a file that was renamed is followed, and so is a claim that had
/// another id before the article was split again. Revisions that cannot be read
/// are passed over, and their number is the second answer.
pub fn judgements(path: &Path, id: Option<&ClaimId>) -> Result<(Vec<Judged>, usize), Problem> {
    let repository = Repository::of(folder_of(path)).map_err(|it| told(&it))?;
    let Some(name) = below_top(&repository, path) else {
        return Err(Problem::error("this path is not in the repository").in_file(path));
    };
    let head = repository.resolve("HEAD").map_err(|it| told(&it))?;
    let mut steps = Vec::new();
    let mut commits = repository.commits(&head, &name).map_err(|it| told(&it))?;
    let mut name = name;
    steps.push(Step::work_tree(&repository, path, &name)?);
    // A chain of renames ends; a bound keeps a strange history from never ending.
    for _ in 0..bounds::RENAMES {
        steps.extend(Step::of_commits(&repository, &commits, &name)?);
        let Some(first) = commits.last() else { break };
        let was = repository
            .renamed_from(first, &name)
            .map_err(|it| told(&it))?;
        let (Some(was), Some(parent)) = (was, first.parents.first()) else {
            break;
        };
        // What the rename itself changed.
        if let Some(step) = steps.last_mut() {
            let before = repository
                .blobs(&[(parent, &was)])
                .map_err(|it| told(&it))?;
            step.before = before.into_iter().flatten().collect();
        }
        commits = repository
            .commits_of(parent, &was)
            .map_err(|it| told(&it))?;
        name = was;
    }
    let (mut found, mut unreadable) = (Vec::new(), 0);
    let mut ids: Option<HashSet<ClaimId>> = id.map(|it| HashSet::from([it.clone()]));
    for batch in batches(&steps) {
        let judged = made_by(&Texts::read(&repository, batch)?, batch);
        unreadable += judged.iter().filter(|it| it.is_err()).count();
        for (step, made) in batch.iter().zip(judged) {
            let Ok(mut made) = made else { continue };
            if let Some(ids) = &mut ids {
                made.follow(ids);
            }
            found.extend(made.changes.into_iter().map(|change| Judged {
                path: step.path.clone(),
                commit: step.commit.clone(),
                change,
            }));
        }
    }
    Ok((found, unreadable))
}

/// The steps in parts whose versions fit into memory together.
fn batches(steps: &[Step]) -> Vec<&[Step]> {
    let mut batches = Vec::new();
    let (mut start, mut bytes) = (0, 0);
    for (at, step) in steps.iter().enumerate() {
        let size = step.size();
        if bytes + size > bounds::HISTORY_BYTES && at > start {
            batches.push(&steps[start..at]);
            (start, bytes) = (at, 0);
        }
        bytes += size;
    }
    batches.push(&steps[start..]);
    batches
}

/// The judgements of one claim as lines for people, newest first.
pub(crate) fn history_rows(path: &Path, id: &ClaimId) -> Result<Vec<String>, Problem> {
    let (judged, _) = judgements(path, Some(id))?;
    let row = |it: &Judged| {
        let when = match &it.commit {
            Some(commit) => {
                let time = DateTime::<Utc>::from_timestamp(commit.written, 0).unwrap_or_default();
                let short = commit.id.get(..8).unwrap_or(&commit.id);
                format!(
                    "{}  {short}  {}",
                    time.format("%Y-%m-%d %H:%M"),
                    commit.author
                )
            }
            None => "not committed".to_owned(),
        };
        let change = &it.change;
        let side = |it: &Option<String>| it.clone().unwrap_or_else(|| "none".to_owned());
        let who = change
            .reviewer
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default();
        let what = format!(
            "{} {} → {}",
            change.field.name(),
            side(&change.from),
            side(&change.to)
        );
        format!("{when}: {what} ({who})")
    };
    Ok(judged.iter().map(row).collect())
}
