//! Claim files of two points in history (or of two paths), side by side.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::claim::{ClaimFile, ClaimId};
use crate::compare::{Change, diff};
use crate::desk::articles::read_bounded;
use crate::desk::discover::{claim_files, named_claim_file};
use crate::git::{Blob, GitFault, Repository, Revision};
use crate::store;
use crate::text::Problem;

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Point {
    /// The files as they lie in the work tree.
    WorkTree,
    /// A revision, by the name that the person gave it.
    Revision(String),
    /// Where two revisions went their ways.
    MergeBase(String, String),
    /// One claim file, wherever it is.
    File(PathBuf),
}

/// What changed in one claim file.
#[derive(Clone, Debug)]
pub struct FileChanges {
    /// Its path, later where it still is: from the top of the work tree, or as
    /// it was named.
    pub path: PathBuf,
    /// Its path before, where that was another one.
    pub was: Option<PathBuf>,
    /// Whether there was no such file before.
    pub is_new: bool,
    /// Whether there is no such file any more.
    pub is_gone: bool,
    /// What changed.
    pub changes: Vec<Change>,
}

/// What changed between `from` and `to` in the claim files under `paths` (all
/// when none is named), file by file in the order of their paths. Files without
/// a change are left out; a renamed file is followed by its claims.
pub fn changes_between(
    from: &Point,
    to: &Point,
    paths: &[PathBuf],
) -> Result<Vec<FileChanges>, Problem> {
    let (old, new) = match (from, to) {
        (Point::File(one), Point::File(other)) => {
            let (one, other) = (named_claim_file(one)?, named_claim_file(other)?);
            let pair = Pair {
                was: (one != other).then(|| one.clone()),
                old: Some(read_bounded(&one)?),
                new: Some(read_bounded(&other)?),
                path: other,
            };
            // Two files that were named are one article's: no rename to tell of.
            return compared(vec![Pair { was: None, ..pair }]);
        }
        (Point::File(file), other) => (side_at(file)?, Side::of_file(other, file)?),
        (other, Point::File(file)) => (Side::of_file(other, file)?, side_at(file)?),
        (from, to) => {
            let repository = Repository::of(Path::new(".")).map_err(|it| told(&it))?;
            let scope = Scope::new(&repository, paths)?;
            (
                Side::of(from, &repository, &scope)?,
                Side::of(to, &repository, &scope)?,
            )
        }
    };
    compared(paired(old, new)?)
}

/// A problem of git's, as it is told.
pub(crate) fn told(fault: &GitFault) -> Problem {
    let problem = Problem::error(fault.to_string());
    match fault {
        GitFault::NoRevision(_) => {
            problem.next_step("see the names with: git log --oneline, git branch")
        }
        GitFault::NoRepository(_) => problem.next_step("name two claim files: redpencil diff A B"),
        GitFault::NoGit
        | GitFault::Foreign(_)
        | GitFault::NoCommit
        | GitFault::NoCommonAncestor(..)
        | GitFault::Unreadable(..)
        | GitFault::Other(_) => problem,
    }
}

/// Which files of a repository are looked at: paths from the top of its tree.
struct Scope(Vec<PathBuf>);

impl Scope {
    fn new(repository: &Repository, paths: &[PathBuf]) -> Result<Self, Problem> {
        let wanted = paths.iter().map(|path| {
            below_top(repository, path)
                .ok_or_else(|| Problem::error("this path is not in the repository").in_file(path))
        });
        wanted.collect::<Result<_, _>>().map(Self)
    }

    fn covers(&self, path: &Path) -> bool {
        let is_under = |it: &PathBuf| path.starts_with(it);
        store::is_claim_file(path) && (self.0.is_empty() || self.0.iter().any(is_under))
    }
}

/// The way from the top of the work tree to `path`, which need not exist any more.
pub(crate) fn below_top(repository: &Repository, path: &Path) -> Option<PathBuf> {
    let top = repository.top()?.canonicalize().ok()?;
    // An article that was named means its claim file.
    let named = if path.is_file() {
        named_claim_file(path).ok()?
    } else {
        path.to_owned()
    };
    let mut missing = Vec::new();
    let mut known = std::path::absolute(named).ok()?;
    while !known.exists() {
        missing.push(known.file_name()?.to_owned());
        known.pop();
    }
    let mut full = known.canonicalize().ok()?;
    full.extend(missing.iter().rev());
    full.strip_prefix(top).map(Path::to_owned).ok()
}

/// The claim files of one point.
enum Side {
    Revision(Repository, Vec<Blob>),
    Files(Vec<(PathBuf, PathBuf)>),
}

impl Side {
    fn of(point: &Point, repository: &Repository, scope: &Scope) -> Result<Self, Problem> {
        let revision = match point {
            Point::WorkTree => return Self::work_tree(repository, scope),
            Point::File(_) => return Ok(Self::Files(Vec::new())),
            Point::Revision(name) => resolve(repository, name)?,
            Point::MergeBase(one, other) => {
                let (one, other) = (resolve(repository, one)?, resolve(repository, other)?);
                repository
                    .merge_base(&one, &other)
                    .map_err(|it| told(&it))?
            }
        };
        let files = repository.files(&revision, |it| scope.covers(it));
        Ok(Self::Revision(
            repository.clone(),
            files.map_err(|it| told(&it))?,
        ))
    }

    /// The one file at this point that is `file` in the work tree.
    fn of_file(point: &Point, file: &Path) -> Result<Self, Problem> {
        let file = named_claim_file(file)?;
        let folder = file.parent().filter(|it| !it.as_os_str().is_empty());
        let repository =
            Repository::of(folder.unwrap_or(Path::new("."))).map_err(|it| told(&it))?;
        let scope = Scope::new(&repository, std::slice::from_ref(&file))?;
        let side = Self::of(point, &repository, &scope)?;
        // Under the name that the person used, so that the two are one file.
        Ok(match side {
            Self::Revision(repository, blobs) => {
                let blobs = blobs.into_iter().map(|it| Blob {
                    path: file.clone(),
                    ..it
                });
                Self::Revision(repository, blobs.collect())
            }
            Self::Files(_) => Self::Files(vec![(file.clone(), file)]),
        })
    }

    fn work_tree(repository: &Repository, scope: &Scope) -> Result<Self, Problem> {
        let Some(top) = repository.top() else {
            return Err(Problem::error("a bare repository has no work tree")
                .next_step("name two revisions: redpencil diff A B"));
        };
        // No claim file at all is an answer here, not a mistake.
        let found = claim_files(&[top.to_owned()]).unwrap_or_default();
        let files = found.into_iter().filter_map(|path| {
            let below = path.strip_prefix(top).ok()?.to_owned();
            scope.covers(&below).then_some((below, path))
        });
        Ok(Self::Files(files.collect()))
    }

    /// The bytes of the files, by path, without those at the paths in `skip`.
    fn contents(self, skip: &HashSet<PathBuf>) -> Result<Vec<(PathBuf, Vec<u8>)>, Problem> {
        match self {
            Self::Revision(repository, blobs) => {
                let blobs: Vec<Blob> = blobs
                    .into_iter()
                    .filter(|it| !skip.contains(&it.path))
                    .collect();
                let bytes = repository.read(&blobs).map_err(|it| told(&it))?;
                Ok(blobs.into_iter().map(|it| it.path).zip(bytes).collect())
            }
            Self::Files(files) => files
                .into_iter()
                .map(|(name, path)| Ok((name, read_bounded(&path)?)))
                .collect(),
        }
    }
}

fn side_at(file: &Path) -> Result<Side, Problem> {
    let file = named_claim_file(file)?;
    Ok(Side::Files(vec![(file.clone(), file)]))
}

fn resolve(repository: &Repository, name: &str) -> Result<Revision, Problem> {
    repository.resolve(name).map_err(|it| told(&it))
}

/// One claim file before and after.
struct Pair {
    path: PathBuf,
    was: Option<PathBuf>,
    old: Option<Vec<u8>>,
    new: Option<Vec<u8>>,
}

/// Files of the same path are one file; those left over are one if they share
/// most claims.
fn paired(old: Side, new: Side) -> Result<Vec<Pair>, Problem> {
    let same = unchanged(&old, &new);
    let mut before: HashMap<PathBuf, Vec<u8>> = old.contents(&same)?.into_iter().collect();
    let mut pairs: Vec<Pair> = Vec::new();
    for (path, bytes) in new.contents(&same)? {
        let old = before.remove(&path);
        if old.as_ref() != Some(&bytes) {
            pairs.push(Pair {
                path,
                was: None,
                old,
                new: Some(bytes),
            });
        }
    }
    let mut left: Vec<(PathBuf, Vec<u8>)> = before.into_iter().collect();
    left.sort();
    for pair in pairs.iter_mut().filter(|it| it.old.is_none()) {
        let ids = pair.new.as_ref().map(|it| ids(it)).unwrap_or_default();
        let shared = |it: &(PathBuf, Vec<u8>)| {
            let others = self::ids(&it.1);
            let shared = ids.intersection(&others).count();
            (shared * 2 > ids.len().max(others.len())).then_some(shared)
        };
        let best = (0..left.len())
            .filter_map(|at| Some((shared(&left[at])?, at)))
            .max();
        if let Some((_, at)) = best {
            let (was, bytes) = left.remove(at);
            pair.was = Some(was);
            pair.old = Some(bytes);
        }
    }
    pairs.extend(left.into_iter().map(|(path, bytes)| Pair {
        path,
        was: None,
        old: Some(bytes),
        new: None,
    }));
    pairs.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(pairs)
}

/// Paths at which both revisions have the same object.
fn unchanged(old: &Side, new: &Side) -> HashSet<PathBuf> {
    let (Side::Revision(_, old), Side::Revision(_, new)) = (old, new) else {
        return HashSet::new();
    };
    let known: HashSet<&Blob> = old.iter().collect();
    let same = new.iter().filter(|it| known.contains(it));
    same.map(|it| it.path.clone()).collect()
}

fn ids(bytes: &[u8]) -> HashSet<ClaimId> {
    let document = store::read(bytes, Path::new(""));
    let claims = document.map(|it| it.into_file().claims).unwrap_or_default();
    claims.into_iter().map(|it| it.id).collect()
}

fn compared(pairs: Vec<Pair>) -> Result<Vec<FileChanges>, Problem> {
    let one = |pair: Pair| -> Result<Option<FileChanges>, Problem> {
        let label = |which: &str| {
            let mut name = pair.path.as_os_str().to_owned();
            name.push(format!(" ({which})"));
            PathBuf::from(name)
        };
        let alone = |bytes: &[u8], which: &str| -> Result<ClaimFile, Problem> {
            store::read(bytes, &label(which)).map(store::Document::into_file)
        };
        let (old, new) = match (&pair.old, &pair.new) {
            (Some(old), Some(new)) => {
                let (was, is) = (label("before"), label("after"));
                store::read_differing((old, &was), (new, &is))?
            }
            (Some(old), None) => {
                let old = alone(old, "before")?;
                (old.clone(), ClaimFile::new(old.article, Vec::new()))
            }
            (None, Some(new)) => {
                let new = alone(new, "after")?;
                (ClaimFile::new(new.article.clone(), Vec::new()), new)
            }
            (None, None) => return Ok(None),
        };
        let changes = diff(&old, &new);
        let is_told = !changes.is_empty() || pair.was.is_some();
        Ok(is_told.then_some(FileChanges {
            path: pair.path,
            was: pair.was,
            is_new: pair.old.is_none(),
            is_gone: pair.new.is_none(),
            changes,
        }))
    };
    let found: Vec<Result<Option<FileChanges>, Problem>> = pairs.into_par_iter().map(one).collect();
    found.into_iter().filter_map(Result::transpose).collect()
}
