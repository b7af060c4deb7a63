//! Claim files of two points in history (or of two paths), side by side.

use std::path::{Component, Path, PathBuf};

use crate::compare::Change;
use crate::desk::articles::read_bounded;
use crate::desk::discover::{claim_files_of_work_tree, is_passed_over, named_claim_file};
use crate::desk::pairs::{Pair, compared, paired};
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
    /// One claim file of a revision: `REVISION:PATH`.
    FileAt(String, PathBuf),
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
    if let (Some(old), Some(new)) = (Named::of(from, to)?, Named::of(to, from)?) {
        // Two files that were named are one article's: no rename to tell of.
        let pair = Pair {
            path: new.path,
            was: None,
            old: Some(old.bytes),
            new: Some(new.bytes),
        };
        return compared(vec![pair]);
    }
    let (here, paths) = match (from, to) {
        // A file limits the other side to itself.
        (Point::File(file), _) | (_, Point::File(file)) => {
            let file = named_claim_file(file)?;
            (folder_of(&file).to_owned(), vec![file])
        }
        _ => (PathBuf::from("."), paths.to_vec()),
    };
    let repository = Repository::of(&here).map_err(|it| told(&it))?;
    let scope = Scope::new(&repository, &paths)?;
    let old = Side::of(from, &repository, &scope)?;
    let new = Side::of(to, &repository, &scope)?;
    compared(paired(old, new, &scope)?)
}

/// Whether the repository of the current folder has a revision of this name.
pub fn is_revision(name: &str) -> bool {
    Repository::of(Path::new(".")).is_ok_and(|it| it.resolve(name).is_ok())
}

/// A problem of git's, as it is told.
pub(crate) fn told(fault: &GitFault) -> Problem {
    let problem = Problem::error(fault.to_string());
    match fault {
        GitFault::NoRevision(_) => {
            problem.next_step("see the names with: git log --oneline, git branch")
        }
        GitFault::NoRepository(_) => problem.next_step(no_repository()),
        GitFault::Silent(_) => problem.next_step(
            "see whether git answers here: git status; in a very large repository give it longer: REDPENCIL_GIT_SECONDS=300",
        ),
        GitFault::NoGit
        | GitFault::Foreign(_)
        | GitFault::Elsewhere(_)
        | GitFault::NoCommit
        | GitFault::NoCommonAncestor(..)
        | GitFault::Unreadable(..)
        | GitFault::Other(_) => problem,
    }
}

/// What helps who is in no repository. Who has set `GIT_DIR` may think so.
fn no_repository() -> &'static str {
    if std::env::var_os("GIT_DIR").is_some() {
        "GIT_DIR does not count here: go into a folder of the repository"
    } else {
        "go into a folder of a repository, or name two claim files: redpencil diff A B"
    }
}

/// A claim file that was named, and its bytes.
struct Named {
    path: PathBuf,
    bytes: Vec<u8>,
}

impl Named {
    /// The one file at this point; none where the point has many. Where the
    /// other side is one file of a revision, the same path is meant on this side.
    fn of(point: &Point, other: &Point) -> Result<Option<Self>, Problem> {
        match (point, other) {
            (Point::File(path), Point::File(_) | Point::FileAt(..)) => {
                let path = named_claim_file(path)?;
                let bytes = read_bounded(&path)?;
                Ok(Some(Self { path, bytes }))
            }
            (Point::FileAt(revision, path), _) => Self::at(revision, path).map(Some),
            (Point::WorkTree, Point::FileAt(_, path)) => {
                Self::of(&Point::File(path.clone()), &Point::File(path.clone()))
            }
            (Point::Revision(revision), Point::FileAt(_, path)) => {
                Self::at(revision, path).map(Some)
            }
            (Point::MergeBase(..), Point::FileAt(..)) => Err(Problem::error(
                "a file of a revision is compared with one other file or revision",
            )),
            (Point::File(_) | Point::WorkTree | Point::Revision(_) | Point::MergeBase(..), _) => {
                Ok(None)
            }
        }
    }

    /// `path` at a revision: from the current folder, or from the top of the tree.
    fn at(revision: &str, path: &Path) -> Result<Self, Problem> {
        let repository = Repository::of(Path::new(".")).map_err(|it| told(&it))?;
        let resolved = resolve(&repository, revision)?;
        let from_here = below_top(&repository, path);
        let candidates: Vec<PathBuf> = from_here.into_iter().chain([path.to_owned()]).collect();
        let files = repository
            .files(&resolved, |it| candidates.iter().any(|path| path == it))
            .map_err(|it| told(&it))?;
        let found = candidates
            .iter()
            .find_map(|path| files.iter().find(|it| it.path == *path));
        let Some(found) = found else {
            return Err(
                Problem::error(format!("{revision} has no file {}", path.display()))
                    .next_step("see what it has with: git ls-tree -r --name-only"),
            );
        };
        let bytes = repository
            .read(std::slice::from_ref(found))
            .map_err(|it| told(&it))?;
        Ok(Self {
            path: found.path.clone(),
            bytes: bytes.into_iter().next().unwrap_or_default(),
        })
    }
}

/// Which files of a repository are looked at: paths from the top of its tree.
pub(super) struct Scope(Vec<PathBuf>);

impl Scope {
    fn new(repository: &Repository, paths: &[PathBuf]) -> Result<Self, Problem> {
        let wanted = paths.iter().map(|path| {
            below_top(repository, path)
                .ok_or_else(|| Problem::error("this path is not in the repository").in_file(path))
        });
        wanted.collect::<Result<_, _>>().map(Self)
    }

    pub(super) fn covers(&self, path: &Path) -> bool {
        self.0.is_empty() || self.0.iter().any(|it| path.starts_with(it))
    }
}

/// The way from the top of the work tree to `path`, which need not exist any
/// more. A bare repository has no folders: there, paths are from its top.
pub(crate) fn below_top(repository: &Repository, path: &Path) -> Option<PathBuf> {
    let Some(top) = repository.top() else {
        let is_below = |it: Component<'_>| matches!(it, Component::Normal(_) | Component::CurDir);
        let normal = |it: &Component<'_>| matches!(it, Component::Normal(_));
        let below = path.components().all(is_below);
        return below.then(|| path.components().filter(normal).collect());
    };
    let top = top.canonicalize().ok()?;
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

/// The folder that a file lies in.
pub(crate) fn folder_of(file: &Path) -> &Path {
    let folder = file.parent().filter(|it| !it.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// The claim files of one point.
pub(super) enum Side {
    /// Of a revision.
    Revision(Repository, Vec<Blob>),
    /// On disk: their paths from the top of the work tree, and where they are.
    Files(Vec<(PathBuf, PathBuf)>),
}

impl Side {
    fn of(point: &Point, repository: &Repository, scope: &Scope) -> Result<Self, Problem> {
        let revision = match point {
            Point::WorkTree => return Self::work_tree(repository),
            // The scope is this file alone; named so, the two sides are one file.
            Point::File(file) => {
                let file = named_claim_file(file)?;
                let below = scope.0.first().cloned().unwrap_or_default();
                return Ok(Self::Files(vec![(below, file)]));
            }
            Point::Revision(name) | Point::FileAt(name, _) => resolve(repository, name)?,
            Point::MergeBase(one, other) => {
                let (one, other) = (resolve(repository, one)?, resolve(repository, other)?);
                repository
                    .merge_base(&one, &other)
                    .map_err(|it| told(&it))?
            }
        };
        let files = repository.files(&revision, |it| {
            store::is_claim_file(it) && !is_passed_over(it)
        });
        Ok(Self::Revision(
            repository.clone(),
            files.map_err(|it| told(&it))?,
        ))
    }

    fn work_tree(repository: &Repository) -> Result<Self, Problem> {
        let Some(top) = repository.top() else {
            return Err(Problem::error("a bare repository has no work tree")
                .next_step("name two revisions: redpencil diff A B"));
        };
        let files = claim_files_of_work_tree(top)
            .into_iter()
            .filter_map(|path| {
                let below = path.strip_prefix(top).ok()?.to_owned();
                Some((below, path))
            });
        Ok(Self::Files(files.collect()))
    }

    /// The paths of the files, from the top of the work tree.
    pub(super) fn paths(&self) -> Vec<&Path> {
        match self {
            Self::Revision(_, blobs) => blobs.iter().map(|it| it.path.as_path()).collect(),
            Self::Files(files) => files.iter().map(|it| it.0.as_path()).collect(),
        }
    }

    /// The bytes of the files, by path, of those whose paths `wanted` takes.
    pub(super) fn contents(
        self,
        wanted: impl Fn(&Path) -> bool,
    ) -> Result<Vec<(PathBuf, Vec<u8>)>, Problem> {
        match self {
            Self::Revision(repository, blobs) => {
                let blobs: Vec<Blob> = blobs.into_iter().filter(|it| wanted(&it.path)).collect();
                let bytes = repository.read(&blobs).map_err(|it| told(&it))?;
                Ok(blobs.into_iter().map(|it| it.path).zip(bytes).collect())
            }
            Self::Files(files) => files
                .into_iter()
                .filter(|it| wanted(&it.0))
                .map(|(name, path)| Ok((name, read_bounded(&path)?)))
                .collect(),
        }
    }
}

fn resolve(repository: &Repository, name: &str) -> Result<Revision, Problem> {
    repository.resolve(name).map_err(|it| told(&it))
}
