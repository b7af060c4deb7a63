//! Runs git so that nothing in a repository can make it run something else.

use std::env;
use std::path::Path;
use std::process::{Command, Stdio};

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
