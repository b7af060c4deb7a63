//! A repository and what stands in its revisions, read by git's plumbing.
//!
//! Nothing a repository says is run by it: neither hooks nor filters, pagers,
//! text conversions or external diffs take part in these subcommands, and
//! [`reading`] switches off the rest.

use std::ffi::OsStr;
use std::io::{BufReader, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use crate::git::process::{answer, end, fault, not_started, patience, reading, stream};

/// Bytes of the largest file that is read from a revision: as much as the
/// largest claim file that is read from a disk.
const MOST_BYTES: u64 = 128 << 20;

/// Why git could not be asked, or what it answered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GitFault {
    /// There is no git on this machine.
    #[error("git is not installed, and revisions are read by it")]
    NoGit,
    /// The folder is in no repository.
    #[error("{0} is in no git repository")]
    NoRepository(PathBuf),
    /// Somebody else owns the repository, and git refuses to read it.
    #[error(
        "the repository at {0} belongs to somebody else; if you trust it: git config --global --add safe.directory {0}"
    )]
    Foreign(PathBuf),
    /// The repository's own configuration says that its files are elsewhere.
    #[error(
        "core.worktree in the configuration of this repository leads away to {0}: its files are not read there"
    )]
    Elsewhere(PathBuf),
    /// There is no commit yet.
    #[error("the repository has no commit yet")]
    NoCommit,
    /// No revision has this name.
    #[error("{0:?} is no revision of this repository, and no file")]
    NoRevision(String),
    /// Two revisions share no history.
    #[error("{0} and {1} have no common ancestor here; in a shallow clone: git fetch --unshallow")]
    NoCommonAncestor(String, String),
    /// A file of a revision is not in this clone, or too large.
    #[error("{0} cannot be read from the repository: {1}")]
    Unreadable(PathBuf, String),
    /// Git said nothing for so many seconds.
    #[error("git said nothing for {0} s and was ended")]
    Silent(u64),
    /// Anything else, in git's words.
    #[error("git: {0}")]
    Other(String),
}

/// A repository, found from one of its folders.
#[derive(Clone, Debug)]
pub struct Repository {
    folder: PathBuf,
    /// The top of the work tree; none in a bare repository.
    top: Option<PathBuf>,
}

/// A commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// What the person calls it.
    pub name: String,
    id: String,
}

/// A regular file of a revision.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Blob {
    /// Its path from the top of the work tree.
    pub path: PathBuf,
    /// Its object id: equal content has equal ids.
    pub id: String,
    /// Its bytes.
    pub size: u64,
}

impl Revision {
    pub(super) fn id(&self) -> &str {
        &self.id
    }
}

impl Repository {
    /// The repository that `folder` lies in. `GIT_DIR` and its like are left
    /// out of account: the folder says which repository is meant.
    pub fn of(folder: &Path) -> Result<Self, GitFault> {
        let it = Self {
            folder: folder.to_owned(),
            top: None,
        };
        match it.ask(&["rev-parse", "--show-toplevel"]) {
            Ok(top) => {
                let top = path_of(top.strip_suffix(b"\n").unwrap_or(&top));
                if !is_in(folder, &top) {
                    return Err(GitFault::Elsewhere(top));
                }
                Ok(Self {
                    top: Some(top),
                    ..it
                })
            }
            Err(GitFault::Other(said)) if said.contains("must be run in a work tree") => Ok(it),
            Err(fault) => Err(fault),
        }
    }

    /// The top of the work tree; none in a bare repository.
    pub fn top(&self) -> Option<&Path> {
        self.top.as_deref()
    }

    /// The commit that a person calls `name`: `HEAD~2`, a branch, a tag.
    pub fn resolve(&self, name: &str) -> Result<Revision, GitFault> {
        let wanted = format!("{name}^{{commit}}");
        let arguments = [
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &wanted,
        ];
        match self.ask(&arguments) {
            Ok(id) => Ok(Revision {
                name: name.to_owned(),
                id: String::from_utf8_lossy(&id).trim().to_owned(),
            }),
            Err(GitFault::Other(said)) if said.is_empty() && name == "HEAD" => {
                Err(GitFault::NoCommit)
            }
            Err(GitFault::Other(said)) if said.is_empty() => {
                Err(GitFault::NoRevision(name.to_owned()))
            }
            Err(fault) => Err(fault),
        }
    }

    /// The commit from which both revisions went their ways.
    pub fn merge_base(&self, one: &Revision, other: &Revision) -> Result<Revision, GitFault> {
        let none = || GitFault::NoCommonAncestor(one.name.clone(), other.name.clone());
        match self.ask(&["merge-base", &one.id, &other.id]) {
            Ok(id) => Ok(Revision {
                name: format!("{}...{}", one.name, other.name),
                id: String::from_utf8_lossy(&id).trim().to_owned(),
            }),
            Err(GitFault::Other(said)) if said.is_empty() => Err(none()),
            Err(fault) => Err(fault),
        }
    }

    /// The regular files of a revision whose path `wanted` takes. Links and
    /// submodules are none.
    pub fn files(
        &self,
        revision: &Revision,
        wanted: impl Fn(&Path) -> bool,
    ) -> Result<Vec<Blob>, GitFault> {
        let listed = self.ask(&["ls-tree", "-r", "-l", "-z", "--full-tree", &revision.id])?;
        let blob = |entry: &[u8]| {
            let tab = entry.iter().position(|it| *it == b'\t')?;
            let about = std::str::from_utf8(&entry[..tab]).ok()?;
            let mut about = about.split_ascii_whitespace();
            let (mode, kind, id) = (about.next()?, about.next()?, about.next()?);
            let size = about.next()?.parse().unwrap_or_default();
            let path = path_of(&entry[tab + 1..]);
            let is_file = kind == "blob" && mode.starts_with("100");
            (is_file && wanted(&path)).then(|| Blob {
                path,
                id: id.to_owned(),
                size,
            })
        };
        Ok(listed.split(|it| *it == 0).filter_map(blob).collect())
    }

    /// The contents of `blobs`, in their order, all by one process.
    pub fn read(&self, blobs: &[Blob]) -> Result<Vec<Vec<u8>>, GitFault> {
        if blobs.is_empty() {
            return Ok(Vec::new());
        }
        let wishes = wishes(blobs).map_err(|it| GitFault::Other(it.to_string()))?;
        let mut git = reading(&self.folder)
            .args(["cat-file", "--batch"])
            .stdin(wishes)
            .spawn()
            .map_err(|it| not_started(&it))?;
        let contents = stream(&mut git)
            .map(BufReader::new)
            .map(|mut answers| blobs.iter().map(|it| content(&mut answers, it)).collect());
        if let Some(Err(_)) = contents {
            // What else it would say nobody reads.
            end(&mut git);
        }
        // Where git ended early the answers have said so.
        let _ = git.wait();
        contents.unwrap_or_else(|| Err(GitFault::Other("it gave no answer".to_owned())))
    }

    /// The folder from which the repository was found.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// What git answers at the top of the work tree, where paths begin.
    pub(super) fn ask_top<A: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = A>,
    ) -> Result<Vec<u8>, GitFault> {
        self.ask_in(self.top.as_ref().unwrap_or(&self.folder), arguments)
    }

    /// What git answers in the folder from which the repository was found.
    fn ask(&self, arguments: &[&str]) -> Result<Vec<u8>, GitFault> {
        self.ask_in(&self.folder, arguments)
    }

    /// What git answers; where it fails, what it says.
    fn ask_in<A: AsRef<OsStr>>(
        &self,
        folder: &Path,
        arguments: impl IntoIterator<Item = A>,
    ) -> Result<Vec<u8>, GitFault> {
        let mut git = reading(folder);
        let output = answer(git.args(arguments).stderr(Stdio::piped()))?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        Err(self.fault(&output))
    }

    fn fault(&self, output: &Output) -> GitFault {
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.trim();
        if said.contains("not a git repository") {
            return GitFault::NoRepository(self.folder.clone());
        }
        if said.contains("dubious ownership") {
            return GitFault::Foreign(self.folder.clone());
        }
        GitFault::Other(said.strip_prefix("fatal: ").unwrap_or(said).to_owned())
    }
}

/// Whether `folder` lies in `top`, links resolved.
fn is_in(folder: &Path, top: &Path) -> bool {
    match (folder.canonicalize(), top.canonicalize()) {
        (Ok(folder), Ok(top)) => folder.starts_with(top),
        _ => false,
    }
}

/// The ids to ask for. They come from a file, not from a pipe: git answers
/// before it has read them all, and two full pipes would wait for each other.
fn wishes(blobs: &[Blob]) -> std::io::Result<Stdio> {
    let mut file = tempfile::tempfile()?;
    let ids: String = blobs.iter().flat_map(|it| [it.id.as_str(), "\n"]).collect();
    file.write_all(ids.as_bytes())?;
    file.rewind()?;
    Ok(Stdio::from(file))
}

/// One answer of `cat-file --batch`: a line with the size, the bytes, a line break.
fn content(answers: &mut impl std::io::BufRead, blob: &Blob) -> Result<Vec<u8>, GitFault> {
    let unreadable = |why: &str| GitFault::Unreadable(blob.path.clone(), why.to_owned());
    let failed = |error: &std::io::Error| match fault(error, patience()) {
        GitFault::Other(why) => unreadable(&why),
        fault => fault,
    };
    let mut head = String::new();
    answers.read_line(&mut head).map_err(|it| failed(&it))?;
    let size = head
        .trim_end()
        .rsplit(' ')
        .next()
        .and_then(|it| it.parse::<u64>().ok());
    let Some(size) = size.filter(|_| !head.ends_with("missing\n")) else {
        return Err(unreadable("it is not in this clone"));
    };
    if size > MOST_BYTES {
        return Err(unreadable("it is larger than any claim file may be"));
    }
    let mut bytes = Vec::new();
    let read = answers.take(size + 1).read_to_end(&mut bytes);
    match read {
        Ok(_) if bytes.pop() == Some(b'\n') => Ok(bytes),
        Ok(_) => Err(unreadable("git ended too early")),
        Err(error) => Err(failed(&error)),
    }
}

#[cfg(unix)]
pub(super) fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt as _;
    PathBuf::from(OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
pub(super) fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}
