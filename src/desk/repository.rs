//! The claim file under review and the repository that it lies in.

use std::path::{Path, PathBuf};

use crate::claim::ClaimFile;
use crate::desk::articles::read_bounded;
use crate::desk::revisions::{below_top, folder_of, told};
use crate::git::{Blob, GitFault, Repository};
use crate::store;
use crate::text::Problem;

/// A claim file in its repository.
pub(crate) struct Tracked {
    repository: Repository,
    /// From the top of the work tree.
    name: PathBuf,
}

impl Tracked {
    pub(crate) fn new(path: &Path) -> Result<Self, Problem> {
        let repository = Repository::of(folder_of(path)).map_err(|it| told(&it))?;
        let name = below_top(&repository, path).ok_or_else(|| {
            Problem::error("this claim file is not in the repository").in_file(path)
        })?;
        Ok(Self { repository, name })
    }

    /// What the claim file said at a revision; nothing where it was not there.
    pub(crate) fn at(&self, revision: &str) -> Result<Option<ClaimFile>, Problem> {
        let Some(bytes) = self.bytes_at(revision)? else {
            return Ok(None);
        };
        let document = store::read(&bytes, &self.name_at(revision))?;
        Ok(Some(document.into_file()))
    }

    /// The claim file's bytes at a revision; none where it was not there.
    pub(crate) fn bytes_at(&self, revision: &str) -> Result<Option<Vec<u8>>, Problem> {
        let revision = self.repository.resolve(revision).map_err(|it| told(&it))?;
        let files = self.repository.files(&revision, |it| it == self.name);
        let files = files.map_err(|it| told(&it))?;
        let contents = self.repository.read(&files).map_err(|it| told(&it))?;
        Ok(contents.into_iter().next())
    }

    /// What messages call the claim file at a revision.
    pub(crate) fn name_at(&self, revision: &str) -> PathBuf {
        let mut name = self.name.as_os_str().to_owned();
        name.push(format!(" ({revision})"));
        name.into()
    }

    /// The one claim file of the current folder's repository that is otherwise
    /// in `one` than in `other`, as a path of the work tree.
    pub(crate) fn differing(one: &str, other: &str) -> Result<PathBuf, Problem> {
        let repository = Repository::of(Path::new(".")).map_err(|it| told(&it))?;
        let files = |name: &str| -> Result<Vec<Blob>, Problem> {
            let revision = repository.resolve(name).map_err(|it| told(&it))?;
            let files = repository.files(&revision, store::is_claim_file);
            files.map_err(|it| told(&it))
        };
        let (ones, others) = (files(one)?, files(other)?);
        let differs = |it: &&Blob| {
            others
                .iter()
                .any(|other| other.path == it.path && other.id != it.id)
        };
        let found: Vec<&Blob> = ones.iter().filter(differs).collect();
        let top = repository.top().unwrap_or(Path::new("."));
        match found.as_slice() {
            [only] => Ok(top.join(&only.path)),
            [] => Err(Problem::error(format!(
                "no claim file is otherwise in {one} than in {other}"
            ))
            .next_step("there is nothing to settle; see with: redpencil diff")),
            [first, ..] => Err(Problem::error(format!(
                "{} claim files are otherwise in {one} than in {other}",
                found.len()
            ))
            .next_step(format!("name one: {one}:{} {other}", first.path.display()))),
        }
    }

    /// Whether the claim file at `path` is otherwise than in the last commit, or
    /// not in it. Nothing is, before there is such a file.
    pub(crate) fn differs_from_head(&self, path: &Path) -> Result<bool, Problem> {
        if !path.exists() {
            return Ok(false);
        }
        let committed = match self.repository.resolve("HEAD") {
            Err(GitFault::NoCommit) => None,
            Err(fault) => return Err(told(&fault)),
            Ok(_) => self.bytes_at("HEAD")?,
        };
        Ok(committed != Some(read_bounded(path)?))
    }

    /// Refuses where git can only commit everything or nothing.
    pub(crate) fn may_commit(&self) -> Result<(), Problem> {
        match self.repository.under_way() {
            None => Ok(()),
            Some(what) => Err(Problem::error(format!(
                "a {what} is under way, and git would commit everything with it"
            ))
            .next_step(format!(
                "end it in the shell: git add {}, git commit",
                self.name.display()
            ))),
        }
    }

    /// Commits the claim file and nothing else.
    pub(crate) fn commit(&self, message: &str) -> Result<String, Problem> {
        self.repository
            .commit(&self.name, message)
            .map_err(|it| told(&it))
    }
}

/// Makes redpencil the merge and diff driver of the repository of the current
/// folder; answers with what was changed.
pub fn install(program: &str) -> Result<Vec<String>, Problem> {
    let repository = Repository::of(Path::new(".")).map_err(|it| told(&it))?;
    repository.install(program).map_err(|it| told(&it))
}

/// Takes back what [`install`] did.
pub fn uninstall() -> Result<Vec<String>, Problem> {
    let repository = Repository::of(Path::new(".")).map_err(|it| told(&it))?;
    repository.uninstall().map_err(|it| told(&it))
}

/// How a shell calls this program: by its name where that finds it, else by its path.
pub fn called() -> String {
    let name = "redpencil";
    let own = std::env::current_exe()
        .and_then(|it| it.canonicalize())
        .ok();
    let on_path = std::env::var_os("PATH").and_then(|path| {
        let mut found = std::env::split_paths(&path).map(|it| it.join(name));
        found.find(|it| it.is_file())?.canonicalize().ok()
    });
    match own {
        Some(own) if on_path.as_ref() != Some(&own) => quoted(&own.to_string_lossy()),
        Some(_) | None => name.to_owned(),
    }
}

/// One word for a POSIX shell.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', r"'\''"))
}
