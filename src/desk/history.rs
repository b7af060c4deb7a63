//! Who judged what when, from git's history.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rayon::prelude::*;

use crate::claim::{ClaimFile, ClaimId, Particulars};
use crate::compare::{Change, diff};
use crate::desk::articles::read_bounded;
use crate::desk::bounds;
use crate::desk::revisions::{below_top, told};
use crate::git::{Blob, Commit, Repository};
use crate::store;
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
/// first; a file that was renamed is followed. Revisions that cannot be read
/// are passed over, and their number is the second answer.
pub fn judgements(path: &Path, id: Option<&ClaimId>) -> Result<(Vec<Judged>, usize), Problem> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let repository = Repository::of(folder.unwrap_or(Path::new("."))).map_err(|it| told(&it))?;
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
    for batch in batches(&steps) {
        let texts = Texts::read(&repository, batch)?;
        let judged: Vec<Result<Vec<Judged>, ()>> = batch
            .par_iter()
            .map(|step| step.judged(&texts, id))
            .collect();
        unreadable += judged.iter().filter(|it| it.is_err()).count();
        found.extend(judged.into_iter().flatten().flatten());
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

/// One commit's file and what it was in each of the commit's parents.
struct Step {
    path: PathBuf,
    commit: Option<Commit>,
    before: Vec<Blob>,
    after: Content,
}

enum Content {
    Blob(Blob),
    Bytes(Vec<u8>),
    Gone,
}

impl Step {
    /// What the work tree has beyond the last commit.
    fn work_tree(repository: &Repository, path: &Path, name: &Path) -> Result<Self, Problem> {
        let before = repository
            .blobs(&[("HEAD", name)])
            .map_err(|it| told(&it))?;
        Ok(Self {
            path: name.to_owned(),
            commit: None,
            before: before.into_iter().flatten().collect(),
            after: if path.is_file() {
                Content::Bytes(read_bounded(path)?)
            } else {
                Content::Gone
            },
        })
    }

    fn of_commits(
        repository: &Repository,
        commits: &[Commit],
        name: &Path,
    ) -> Result<Vec<Self>, Problem> {
        let wishes: Vec<(&str, &Path)> = commits
            .iter()
            .flat_map(|it| std::iter::once(&it.id).chain(&it.parents))
            .map(|it| (it.as_str(), name))
            .collect();
        let blobs = repository.blobs(&wishes).map_err(|it| told(&it))?;
        let mut blobs = blobs.into_iter();
        let mut steps = Vec::with_capacity(commits.len());
        for commit in commits {
            let after = blobs.next().flatten().map_or(Content::Gone, Content::Blob);
            let before = blobs
                .by_ref()
                .take(commit.parents.len())
                .flatten()
                .collect();
            steps.push(Self {
                path: name.to_owned(),
                commit: Some(commit.clone()),
                before,
                after,
            });
        }
        Ok(steps)
    }

    fn size(&self) -> u64 {
        let after = match &self.after {
            Content::Blob(blob) => blob.size,
            Content::Bytes(_) | Content::Gone => 0,
        };
        after + self.before.iter().map(|it| it.size).sum::<u64>()
    }

    /// What it changed in the verdicts: of a merge, what no parent had.
    fn judged(&self, texts: &Texts, id: Option<&ClaimId>) -> Result<Vec<Judged>, ()> {
        let after = match &self.after {
            Content::Blob(blob) => texts.of(blob)?,
            Content::Bytes(bytes) => std::str::from_utf8(bytes).map_err(|_| ())?,
            Content::Gone => return Ok(Vec::new()),
        };
        let mut changes: Option<Vec<Change>> = None;
        let parents: Vec<&str> = if self.before.is_empty() {
            vec![""]
        } else {
            let texts: Result<_, ()> = self.before.iter().map(|it| texts.of(it)).collect();
            texts?
        };
        for before in parents {
            let found = verdicts(before, after, id)?;
            changes = Some(match changes {
                None => found,
                Some(known) => known.into_iter().filter(|it| found.contains(it)).collect(),
            });
        }
        let judged = changes.into_iter().flatten().map(|change| Judged {
            path: self.path.clone(),
            commit: self.commit.clone(),
            change,
        });
        Ok(judged.collect())
    }
}

/// The changes of verdicts between two texts of a claim file.
fn verdicts(before: &str, after: &str, id: Option<&ClaimId>) -> Result<Vec<Change>, ()> {
    if before == after {
        return Ok(Vec::new());
    }
    let cut;
    let (before, after) = match store::differing_blocks(before, after) {
        Some(texts) => {
            cut = texts;
            (cut.0.as_str(), cut.1.as_str())
        }
        None => (before, after),
    };
    let read = |text: &str| -> Result<ClaimFile, ()> {
        if text.is_empty() {
            return Ok(ClaimFile::new(Particulars::default(), Vec::new()));
        }
        let document = store::read_text(text, Path::new("")).map_err(|_| ())?;
        Ok(document.into_file())
    };
    let mut changes = diff(&read(before)?, &read(after)?);
    changes.retain(|it| {
        it.field.is_about_a_verdict() && id.is_none_or(|id| it.claim.as_ref() == Some(id))
    });
    Ok(changes)
}

/// The texts of all versions, each once.
struct Texts(HashMap<String, Vec<u8>>);

impl Texts {
    fn read(repository: &Repository, steps: &[Step]) -> Result<Self, Problem> {
        let mut blobs: HashMap<&str, &Blob> = HashMap::new();
        for step in steps {
            let after = match &step.after {
                Content::Blob(blob) => Some(blob),
                Content::Bytes(_) | Content::Gone => None,
            };
            for blob in step.before.iter().chain(after) {
                blobs.insert(&blob.id, blob);
            }
        }
        let blobs: Vec<Blob> = blobs.into_values().cloned().collect();
        let bytes = repository.read(&blobs).map_err(|it| told(&it))?;
        Ok(Self(blobs.into_iter().map(|it| it.id).zip(bytes).collect()))
    }

    fn of(&self, blob: &Blob) -> Result<&str, ()> {
        let bytes = self.0.get(&blob.id).ok_or(())?;
        std::str::from_utf8(bytes).map_err(|_| ())
    }
}
