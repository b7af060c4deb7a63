//! A repository with a reviewed article.

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const ARTICLE: &str = "\
Harbour staff threaten to walk out
By Monday morning 212 of the 230 people on the payroll had put their name to the letter.
The port handled 4.2 million tonnes last year.
";

pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// A repository in a temporary folder.
pub(crate) struct Repository {
    folder: TempDir,
    home: TempDir,
}

impl Repository {
    /// One commit, with an article and its fresh claim file.
    pub(crate) fn new() -> Self {
        let it = Self::empty();
        it.split();
        it
    }

    /// Writes the article and its claim file, and commits both.
    pub(crate) fn split(&self) {
        let it = self;
        fs::write(it.path("harbour.txt"), ARTICLE).expect("written");
        it.redpencil(&["split", "harbour.txt"]);
        it.commit("split the article");
    }

    pub(crate) fn empty() -> Self {
        Self::with(&["init", "-q", "-b", "main"])
    }

    /// A repository that git makes so.
    pub(crate) fn with(init: &[&str]) -> Self {
        let it = Self {
            folder: TempDir::new().expect("a folder"),
            home: TempDir::new().expect("a folder"),
        };
        it.git(init);
        it.git(&["config", "user.name", "Ana"]);
        it.git(&["config", "user.email", "ana@example.org"]);
        it
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn commit(&self, subject: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "--allow-empty", "-m", subject]);
    }

    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        let output = self.git_output(arguments);
        assert!(output.status.success(), "git {arguments:?}: {output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// The same with something on standard input.
    pub(crate) fn git_fed(&self, arguments: &[&str], words: &str) {
        let mut git = Command::new("git")
            .current_dir(self.folder())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .args(arguments)
            .stdin(Stdio::piped())
            .spawn()
            .expect("git runs");
        let mut input = git.stdin.take().expect("standard input");
        input.write_all(words.as_bytes()).expect("written");
        drop(input);
        assert!(git.wait().expect("an end").success(), "git {arguments:?}");
    }

    /// Whether git was content.
    pub(crate) fn try_git(&self, arguments: &[&str]) -> bool {
        self.git_output(arguments).status.success()
    }

    fn git_output(&self, arguments: &[&str]) -> Output {
        Command::new("git")
            .current_dir(self.folder())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .args(arguments)
            .output()
            .expect("git runs")
    }

    /// Runs the program in the repository, with the hostile environment that a
    /// hook would have.
    pub(crate) fn redpencil(&self, arguments: &[&str]) -> Ran {
        self.redpencil_in(".", arguments)
    }

    /// The same in a folder below.
    pub(crate) fn redpencil_in(&self, below: &str, arguments: &[&str]) -> Ran {
        self.ran(below, &[], arguments)
    }

    /// The same with more in the environment.
    pub(crate) fn redpencil_with(&self, more: &[(&str, &OsStr)], arguments: &[&str]) -> Ran {
        self.ran(".", more, arguments)
    }

    fn ran(&self, below: &str, more: &[(&str, &OsStr)], arguments: &[&str]) -> Ran {
        let output = Command::new(env!("CARGO_BIN_EXE_redpencil"))
            .current_dir(self.path(below))
            .env("HOME", self.home.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_DIR", "/nowhere")
            .envs(more.iter().copied())
            .args(arguments)
            .output()
            .expect("redpencil runs");
        Ran {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// The ids of the claims, in article order.
    pub(crate) fn ids(&self) -> Vec<String> {
        let text = fs::read_to_string(self.path("harbour.claims.yaml")).expect("a claim file");
        text.lines()
            .filter_map(|it| Some(it.strip_prefix("- id: ")?.to_owned()))
            .collect()
    }

    pub(crate) fn mark(&self, at: usize, verdict: &str, name: &str) {
        let ids = self.ids();
        let ran = self.redpencil(&["mark", &ids[at], verdict, "--reviewer", name]);
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
}
