//! Which commits touched a file, and what it was in each.

use std::io::{Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::git::process::{answer, reading};
use crate::git::repository::{Blob, GitFault, Repository, Revision, path_of};

/// A commit that touched a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Its id.
    pub id: String,
    /// Its parents' ids.
    pub parents: Vec<String>,
    /// Who wrote it.
    pub author: String,
    /// When, in seconds since 1970 (UTC).
    pub written: i64,
    /// The first line of its message.
    pub subject: String,
}

/// Between the parts of a commit, and between commits: in no name or subject.
const PART: char = '\u{1f}';
const END: char = '\u{1e}';

impl Repository {
    /// The commits up to `revision` that touched `path` (from the top of the
    /// work tree), newest first. A merge is among them only where the file is
    /// otherwise than in each of its parents.
    pub fn commits(&self, revision: &Revision, path: &Path) -> Result<Vec<Commit>, GitFault> {
        self.commits_of(revision.id(), path)
    }

    /// The same from a commit's id.
    pub fn commits_of(&self, id: &str, path: &Path) -> Result<Vec<Commit>, GitFault> {
        let format = format!("--format={END}%H{PART}%P{PART}%an{PART}%at{PART}%s");
        let path = path.as_os_str();
        let arguments = [
            "rev-list",
            "--topo-order",
            &format,
            "--end-of-options",
            id,
            "--",
        ];
        let arguments = arguments.iter().map(std::ffi::OsStr::new).chain([path]);
        let listed = self.ask_top(arguments)?;
        let listed = String::from_utf8_lossy(&listed);
        Ok(listed.split(END).skip(1).filter_map(commit).collect())
    }

    /// The file at `path` in each of these commits; none where it is not there.
    pub fn blobs(&self, wishes: &[(&str, &Path)]) -> Result<Vec<Option<Blob>>, GitFault> {
        let mut file = tempfile::tempfile().map_err(|it| GitFault::Other(it.to_string()))?;
        let mut lines = Vec::new();
        for (commit, path) in wishes {
            let path = path.to_string_lossy();
            // A line break would be the end of the wish.
            let path = if path.contains('\n') { "" } else { &path };
            lines.extend_from_slice(format!("{commit}:{path}\n").as_bytes());
        }
        let written = file.write_all(&lines).and_then(|()| file.rewind());
        written.map_err(|it| GitFault::Other(it.to_string()))?;
        let mut git = reading(self.folder());
        git.args(["cat-file", "--batch-check"]);
        let output = answer(git.stdin(Stdio::from(file)))?;
        let answers = String::from_utf8_lossy(&output.stdout);
        let blob = |(answer, wish): (&str, &(&str, &Path))| {
            let mut words = answer.split(' ');
            let (id, kind, size) = (words.next()?, words.next()?, words.next()?);
            (kind == "blob").then(|| Blob {
                path: wish.1.to_owned(),
                id: id.to_owned(),
                size: size.parse().unwrap_or_default(),
            })
        };
        Ok(answers.lines().zip(wishes).map(blob).collect())
    }

    /// The path that a file had before `commit` gave it the name `path`, if it
    /// was renamed there.
    pub fn renamed_from(&self, commit: &Commit, path: &Path) -> Result<Option<PathBuf>, GitFault> {
        let Some(parent) = commit.parents.first() else {
            return Ok(None);
        };
        let arguments = ["diff-tree", "-r", "-M", "-z", "--raw", parent, &commit.id];
        let listed = self.ask_top(arguments.iter().map(std::ffi::OsStr::new))?;
        let mut parts = listed.split(|it| *it == 0);
        while let Some(about) = parts.next() {
            let is_rename = String::from_utf8_lossy(about)
                .rsplit(' ')
                .next()
                .is_some_and(|it| it.starts_with('R'));
            let Some(was) = parts.next() else { break };
            if is_rename && parts.next().is_some_and(|it| path_of(it) == path) {
                return Ok(Some(path_of(was)));
            }
        }
        Ok(None)
    }
}

fn commit(words: &str) -> Option<Commit> {
    // Before each comes a line `commit …` that says nothing more.
    let words = words.rsplit_once("\ncommit ").map_or(words, |it| it.0);
    let mut parts = words.trim_end().split(PART);
    let (id, parents) = (parts.next()?, parts.next()?);
    let (author, written) = (parts.next()?, parts.next()?);
    Some(Commit {
        id: id.to_owned(),
        parents: parents.split_whitespace().map(str::to_owned).collect(),
        author: author.to_owned(),
        written: written.parse().ok()?,
        subject: parts.next().unwrap_or_default().to_owned(),
    })
}
