//! The steps of a claim file's history, as git has them.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use crate::desk::articles::read_bounded;
use crate::desk::revisions::told;
use crate::git::{Blob, Commit, Repository};
use crate::text::Problem;

/// One commit's file and what it was in each of the commit's parents.
pub(super) struct Step {
    pub(super) path: PathBuf,
    /// None for what is not committed yet.
    pub(super) commit: Option<Commit>,
    pub(super) before: Vec<Blob>,
    pub(super) after: Content,
}

/// What a step made of the file.
pub(super) enum Content {
    /// A version that git has.
    Blob(Blob),
    /// What lies in the work tree.
    Bytes(Vec<u8>),
    /// There is no file any more.
    Gone,
}

impl Step {
    /// What the work tree has beyond the last commit.
    pub(super) fn work_tree(
        repository: &Repository,
        path: &Path,
        name: &Path,
    ) -> Result<Self, Problem> {
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

    pub(super) fn of_commits(
        repository: &Repository,
        commits: &[Commit],
        name: &Path,
    ) -> Result<Vec<Self>, Problem> {
        let mut asked = HashSet::new();
        let commits_and_parents = commits
            .iter()
            .flat_map(|it| it.parents.iter().chain([&it.id]));
        let wishes: Vec<(&str, &Path)> = commits_and_parents
            .filter(|it| asked.insert(it.as_str()))
            .map(|it| (it.as_str(), name))
            .collect();
        let blobs = repository.blobs(&wishes).map_err(|it| told(&it))?;
        let blobs = wishes.iter().map(|it| it.0).zip(blobs);
        let blobs: HashMap<&str, Blob> = blobs.filter_map(|(id, it)| Some((id, it?))).collect();
        let mut steps = Vec::with_capacity(commits.len());
        for commit in commits {
            let at = |id: &String| blobs.get(id.as_str()).cloned();
            let after = at(&commit.id).map_or(Content::Gone, Content::Blob);
            let before = commit.parents.iter().filter_map(at).collect();
            steps.push(Self {
                path: name.to_owned(),
                commit: Some(commit.clone()),
                before,
                after,
            });
        }
        Ok(steps)
    }

    pub(super) fn size(&self) -> u64 {
        let after = match &self.after {
            Content::Blob(blob) => blob.size,
            Content::Bytes(_) | Content::Gone => 0,
        };
        after + self.before.iter().map(|it| it.size).sum::<u64>()
    }
}

/// The texts of all versions, each once.
pub(super) struct Texts(pub(super) HashMap<String, Vec<u8>>);

impl Texts {
    pub(super) fn read(repository: &Repository, steps: &[Step]) -> Result<Self, Problem> {
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
}
