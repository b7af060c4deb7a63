//! Tells git who merges and shows claim files, and takes it back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::git::repository::{GitFault, Repository};

/// The line above ours in `.gitattributes`.
const COMMENT: &str = "# redpencil: claim files are merged and shown claim by claim.";

/// Which files are claim files, as redpencil itself tells them.
const PATTERNS: &[&str] = &["*.claims.yaml", "**/claims/*.yaml"];

/// What git calls the driver.
const NAME: &str = "redpencil";

/// What was changed, in sentences; nothing where all was so already.
pub(super) type Done = Vec<String>;

impl Repository {
    /// Names redpencil as the merge and diff driver of claim files:
    /// `.gitattributes` for everybody, the programs in this clone's own
    /// configuration. `program` is how a shell calls redpencil.
    pub fn install(&self, program: &str) -> Result<Done, GitFault> {
        let mut done = Vec::new();
        let attributes = self.attributes()?;
        let before = read(&attributes)?;
        let mut after = without_ours(&before);
        if !after.is_empty() && !after.ends_with('\n') {
            after.push('\n');
        }
        after.push_str(&lines());
        if !before.contains(&lines()) {
            write(&attributes, &after)?;
            done.push(format!(
                "{}: claim files are {NAME}'s",
                attributes.display()
            ));
        }
        for (key, value) in settings(program) {
            if self.setting(&key)?.as_deref() != Some(value.as_str()) {
                self.ask_top(["config", "--local", "--replace-all", &key, &value])?;
                done.push(format!("{key} = {value}"));
            }
        }
        Ok(done)
    }

    /// Takes back what [`install`](Self::install) did.
    pub fn uninstall(&self) -> Result<Done, GitFault> {
        let mut done = Vec::new();
        let attributes = self.attributes()?;
        let before = read(&attributes)?;
        let after = without_ours(&before);
        if after != before {
            if after.trim().is_empty() {
                fs::remove_file(&attributes).map_err(|it| told(&attributes, &it))?;
                done.push(format!(
                    "{}: removed, nothing else was in it",
                    attributes.display()
                ));
            } else {
                write(&attributes, &after)?;
                done.push(format!("{}: our lines are gone", attributes.display()));
            }
        }
        for section in ["merge", "diff"] {
            let section = format!("{section}.{NAME}");
            let is_there = settings("")
                .iter()
                .filter(|it| it.0.starts_with(&format!("{section}.")))
                .any(|it| matches!(self.setting(&it.0), Ok(Some(_))));
            if is_there {
                self.ask_top(["config", "--local", "--remove-section", &section])?;
                done.push(format!(
                    "[{section}]: removed from this clone's configuration"
                ));
            }
        }
        Ok(done)
    }

    /// Where attributes stand. A link is refused: git does not follow it, and in
    /// a stranger's repository it may lead to a file of one's own.
    fn attributes(&self) -> Result<PathBuf, GitFault> {
        let top = self.top().ok_or_else(|| {
            let told = "a bare repository has no work tree to install into";
            GitFault::Other(told.to_owned())
        })?;
        let path = top.join(".gitattributes");
        let is_file = |it: fs::Metadata| it.is_file();
        if fs::symlink_metadata(&path).is_ok_and(|it| !is_file(it)) {
            return Err(GitFault::Other(format!(
                "{} is no regular file, and git would not read it",
                path.display()
            )));
        }
        Ok(path)
    }

    /// A setting of this clone alone.
    fn setting(&self, key: &str) -> Result<Option<String>, GitFault> {
        match self.ask_top(["config", "--local", "--get", key]) {
            Ok(value) => Ok(Some(
                String::from_utf8_lossy(&value)
                    .trim_end_matches('\n')
                    .to_owned(),
            )),
            Err(GitFault::Other(said)) if said.is_empty() => Ok(None),
            Err(fault) => Err(fault),
        }
    }
}

/// The keys of the configuration with their values.
fn settings(program: &str) -> Vec<(String, String)> {
    // Where the program is gone (126 and 127 are the shell's), git would keep our
    // side without a word: the merge by lines leaves markers instead.
    let driver = format!(
        "{program} merge %O %A %B --path %P --marker-size %L; code=$?; \
         if [ $code -ge 126 ]; then git merge-file --marker-size=%L %A %O %B; code=$?; fi; exit $code"
    );
    vec![
        (
            format!("merge.{NAME}.name"),
            "claims by claim, reviewer and source".to_owned(),
        ),
        (format!("merge.{NAME}.driver"), driver),
        // The line that `git textconv` writes: id and wording.
        (format!("diff.{NAME}.xfuncname"), "^- id: (.*)$".to_owned()),
        (
            format!("diff.{NAME}.textconv"),
            format!("{program} git textconv"),
        ),
    ]
}

fn lines() -> String {
    let lines = PATTERNS
        .iter()
        .map(|it| format!("{it} merge={NAME} diff={NAME}\n"));
    std::iter::once(format!("{COMMENT}\n"))
        .chain(lines)
        .collect()
}

/// The text without the lines that we have put there.
fn without_ours(text: &str) -> String {
    let ours = |line: &str| {
        line == COMMENT
            || PATTERNS
                .iter()
                .any(|it| line == format!("{it} merge={NAME} diff={NAME}"))
    };
    text.split_inclusive('\n')
        .filter(|it| !ours(it.trim_end()))
        .collect()
}

fn read(path: &Path) -> Result<String, GitFault> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(told(path, &error)),
    }
}

fn write(path: &Path, text: &str) -> Result<(), GitFault> {
    fs::write(path, text).map_err(|it| told(path, &it))
}

fn told(path: &Path, error: &io::Error) -> GitFault {
    GitFault::Other(format!("{}: {error}", path.display()))
}
