//! Runs git so that nothing in a repository can make it run something else.

use std::env;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::time::Duration;

use crate::git::patience::{Patient, read_both};
use crate::git::repository::GitFault;

/// What git needs of the environment. All else is left out: inside a hook git
/// exports `GIT_DIR` and friends, which would point at another repository.
const KEPT: &[&str] = &[
    "PATH",
    "HOME",
    "USER",
    "LOGNAME",
    "XDG_CONFIG_HOME",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM",
    "SYSTEMROOT",
    "TMPDIR",
];

/// What is set instead. A lazy fetch in a partial clone can run a command that
/// the repository names, and no protocol setting prevents it; this does.
const SET: &[(&str, &str)] = &[
    ("GIT_OPTIONAL_LOCKS", "0"),
    ("GIT_TERMINAL_PROMPT", "0"),
    ("GIT_NO_LAZY_FETCH", "1"),
    ("GIT_NO_REPLACE_OBJECTS", "1"),
    ("GIT_LITERAL_PATHSPECS", "1"),
    ("LC_ALL", "C"),
];

/// A git command in `folder`, to which only reading subcommands may be added:
/// `rev-parse`, `cat-file`, `rev-list`, `merge-base`, `ls-tree`, `config --get`.
pub(super) fn reading(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.env_clear()
        .envs(
            KEPT.iter()
                .filter_map(|name| Some((name, env::var_os(name)?))),
        )
        .envs(SET.iter().copied())
        .args([
            "--no-pager",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=/dev/null",
        ])
        .arg("-C")
        .arg(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    git
}

/// Runs `git` to its end and answers with all that it says, once it has said it:
/// one that keeps silent for too long is ended.
pub(super) fn answer(git: &mut Command) -> Result<Output, GitFault> {
    let child = git.spawn().map_err(|it| not_started(&it))?;
    end_of(child, patience())
}

/// What a git that was started says to its end.
pub(super) fn end_of(mut child: Child, patience: Duration) -> Result<Output, GitFault> {
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    match read_both(stdout, stderr, patience) {
        Ok((stdout, stderr)) => {
            // Whose outputs are closed is at its end.
            let status = child.wait().map_err(|it| GitFault::Other(it.to_string()))?;
            Ok(Output {
                status,
                stdout,
                stderr,
            })
        }
        Err(error) => {
            end(&mut child);
            Err(fault(&error, patience))
        }
    }
}

/// What git says while it goes on, to be read as it comes.
pub(super) fn stream(child: &mut Child) -> Option<Patient<ChildStdout>> {
    Some(Patient::new(child.stdout.take()?, patience()))
}

/// Ends a git that nobody waits for any longer.
pub(super) fn end(child: &mut Child) {
    // It may have ended by itself.
    let _ = child.kill();
    let _ = child.wait();
}

/// A failure to read what git says, in our words.
pub(super) fn fault(error: &std::io::Error, patience: Duration) -> GitFault {
    if error.kind() == std::io::ErrorKind::TimedOut {
        GitFault::Silent(patience.as_secs())
    } else {
        GitFault::Other(error.to_string())
    }
}

pub(super) fn not_started(error: &std::io::Error) -> GitFault {
    if error.kind() == std::io::ErrorKind::NotFound {
        GitFault::NoGit
    } else {
        GitFault::Other(error.to_string())
    }
}

/// How long git may keep silent. In a very large repository on a slow disk it
/// looks for the commits that touched a file for many seconds before it names
/// the first; one that never answers is told from it by nothing else.
pub(super) fn patience() -> Duration {
    let seconds = env::var(PATIENCE).ok().and_then(|it| it.parse().ok());
    Duration::from_secs(seconds.filter(|it| *it > 0).unwrap_or(SECONDS))
}

/// Names another number of seconds for [`patience`].
const PATIENCE: &str = "REDPENCIL_GIT_SECONDS";

/// Seconds for which git may keep silent, where nobody says otherwise.
const SECONDS: u64 = 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_git_that_keeps_silent_is_ended_and_one_that_speaks_is_heard() {
        let spawn = |script: &str| {
            let mut shell = Command::new("sh");
            shell
                .args(["-c", script])
                .stdout(Stdio::piped())
                .stderr(Stdio::piped());
            shell.spawn().expect("a shell")
        };
        let folder = tempfile::tempdir().expect("a folder");
        let pipe = folder.path().join("pipe");
        let made = Command::new("mkfifo").arg(&pipe).status();
        assert!(made.expect("mkfifo").success());
        let hangs = spawn(&format!("exec cat {}", pipe.display()));
        let fault = end_of(hangs, Duration::from_millis(1)).expect_err("nobody writes");
        assert_eq!(fault, GitFault::Silent(0));
        // More than a pipe holds, on both.
        let speaks = spawn("head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2; exit 3");
        let output = end_of(speaks, Duration::from_mins(10)).expect("an answer");
        assert_eq!(output.status.code(), Some(3));
        assert_eq!(
            (output.stdout.len(), output.stderr.len()),
            (300_000, 300_000)
        );
    }

    #[test]
    fn the_page_for_people_says_the_same() {
        let page = include_str!("../../docs/LIMITS.md");
        for words in [format!("{SECONDS} seconds"), format!("`{PATIENCE}`")] {
            assert!(page.contains(&words), "docs/LIMITS.md lacks {words}");
        }
    }
}
