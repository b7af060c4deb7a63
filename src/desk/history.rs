//! Who judged what when, from git's history.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rayon::prelude::*;

use crate::claim::{ClaimFile, ClaimId, Particulars};
use crate::compare::{Change, diff, renamed};
use crate::desk::articles::read_bounded;
use crate::desk::bounds;
use crate::desk::revisions::{below_top, folder_of, told};
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
        let texts = Texts::read(&repository, batch)?;
        let judged: Vec<Result<Made, ()>> =
            batch.par_iter().map(|step| step.made(&texts)).collect();
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

/// What a step made of verdicts and ids.
#[derive(Default)]
struct Made {
    changes: Vec<Change>,
    /// Claims that had another id before: the id now, the id then.
    renamed: Vec<(ClaimId, ClaimId)>,
}

impl Made {
    /// Keeps what is about the claims of these `ids`, and adds the ids that they
    /// had before this step.
    fn follow(&mut self, ids: &mut HashSet<ClaimId>) {
        self.changes
            .retain(|it| it.claim.as_ref().is_some_and(|it| ids.contains(it)));
        for (now, then) in &self.renamed {
            if ids.contains(now) {
                ids.insert(then.clone());
            }
        }
    }
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
    fn made(&self, texts: &Texts) -> Result<Made, ()> {
        let after = match &self.after {
            Content::Blob(blob) => texts.of(blob)?,
            Content::Bytes(bytes) => std::str::from_utf8(bytes).map_err(|_| ())?,
            Content::Gone => return Ok(Made::default()),
        };
        let parents: Vec<&str> = if self.before.is_empty() {
            vec![""]
        } else {
            let texts: Result<_, ()> = self.before.iter().map(|it| texts.of(it)).collect();
            texts?
        };
        let mut made: Option<Made> = None;
        for before in parents {
            let found = made_between(before, after)?;
            made = Some(match made {
                None => found,
                Some(mut known) => {
                    known.changes.retain(|it| found.changes.contains(it));
                    known.renamed.extend(found.renamed);
                    known
                }
            });
        }
        Ok(made.unwrap_or_default())
    }
}

/// What became of verdicts and ids between two texts of a claim file.
fn made_between(before: &str, after: &str) -> Result<Made, ()> {
    if before == after {
        return Ok(Made::default());
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
    let (before, after) = (read(before)?, read(after)?);
    let mut changes = diff(&before, &after);
    changes.retain(|it| it.field.is_about_a_verdict());
    Ok(Made {
        changes,
        renamed: renamed(&before, &after),
    })
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
