//! Commits one file, by git itself: identity, signing and hooks are the person's own.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output};

use crate::git::process::not_started;
use crate::git::repository::{GitFault, Repository};

/// Variables that would point git at another repository or index, as inside of
/// a hook.
const ELSEWHERE: &[&str] = &[
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
];

/// What may be under way while git refuses to commit one file alone: the name
/// that the other commit has meanwhile, and what it is called.
const UNDER_WAY: &[(&str, &str)] = &[
    ("MERGE_HEAD", "merge"),
    ("CHERRY_PICK_HEAD", "cherry-pick"),
    ("REVERT_HEAD", "revert"),
];

impl Repository {
    /// What is under way that git would commit as a whole, if anything.
    pub fn under_way(&self) -> Option<&'static str> {
        let found = UNDER_WAY.iter().find(|it| self.resolve(it.0).is_ok());
        found.map(|it| it.1)
    }

    /// Commits the file at `path` (from the top of the work tree) with
    /// `message`, and nothing else, whatever is staged. Answers with what git says.
    ///
    /// # Errors
    /// In git's words: no identity, a hook that refuses, nothing to commit.
    pub fn commit(&self, path: &Path, message: &str) -> Result<String, GitFault> {
        let is_new = !self
            .git(["ls-files", "--error-unmatch", "--"], path)?
            .status
            .success();
        if is_new {
            accepted(&self.git(["add", "--intent-to-add", "--"], path)?)?;
        }
        let arguments = [
            "commit",
            "--only",
            "--cleanup=whitespace",
            "-m",
            message,
            "--",
        ];
        let committed = accepted(&self.git(arguments, path)?);
        if committed.is_err() && is_new {
            // The index is as it was: the file was in it for this commit only.
            self.git(["reset", "--quiet", "--"], path)?;
        }
        committed
    }

    fn git<'a>(
        &self,
        arguments: impl IntoIterator<Item = &'a str>,
        path: &'a Path,
    ) -> Result<Output, GitFault> {
        let mut git = Command::new("git");
        for variable in ELSEWHERE {
            git.env_remove(variable);
        }
        git.arg("-C")
            .arg(self.top().unwrap_or(self.folder()))
            .args(["--no-pager", "--literal-pathspecs"])
            .args(
                arguments
                    .into_iter()
                    .map(OsStr::new)
                    .chain([path.as_os_str()]),
            )
            .output()
            .map_err(|it| not_started(&it))
    }
}

fn accepted(output: &Output) -> Result<String, GitFault> {
    let out = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    if output.status.success() {
        return Ok(out);
    }
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Err(GitFault::Other(if said.is_empty() { out } else { said }))
}
