//! The claim file under review and the repository that it lies in.

use std::path::{Path, PathBuf};

use crate::claim::ClaimFile;
use crate::desk::revisions::{below_top, told};
use crate::git::Repository;
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
        let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
        let repository =
            Repository::of(folder.unwrap_or(Path::new("."))).map_err(|it| told(&it))?;
        let name = below_top(&repository, path).ok_or_else(|| {
            Problem::error("this claim file is not in the repository").in_file(path)
        })?;
        Ok(Self { repository, name })
    }

    /// What the claim file said at a revision; nothing where it was not there.
    pub(crate) fn at(&self, revision: &str) -> Result<Option<ClaimFile>, Problem> {
        let revision = self.repository.resolve(revision).map_err(|it| told(&it))?;
        let files = self.repository.files(&revision, |it| it == self.name);
        let files = files.map_err(|it| told(&it))?;
        let contents = self.repository.read(&files).map_err(|it| told(&it))?;
        let Some(bytes) = contents.first() else {
            return Ok(None);
        };
        let mut name = self.name.as_os_str().to_owned();
        name.push(format!(" ({})", revision.name));
        store::read(bytes, Path::new(&name)).map(|it| Some(it.into_file()))
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
