//! A folder with articles, and redpencil run in it.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// An article of our own, with a heading, a question, an opinion and figures.
pub(crate) const ARTICLE: &str = "\
Harbour staff threaten to walk out
On Monday 212 of 230 harbour employees signed a letter to the board. \
The port authority lost $40 million last year.
Was it worth it?
";

/// A working folder that goes when it is dropped.
pub(crate) struct Desk {
    folder: TempDir,
}

/// What a run of redpencil gave.
#[derive(Debug)]
pub(crate) struct Ran {
    /// The exit code.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

impl Desk {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self {
            folder: TempDir::new().expect("a temporary folder"),
        }
    }

    /// A folder with [`ARTICLE`] as `harbour.txt`.
    pub(crate) fn with_article() -> Self {
        let desk = Self::empty();
        desk.write("harbour.txt", ARTICLE);
        desk
    }

    /// A folder with the article already split.
    pub(crate) fn with_claims() -> Self {
        let desk = Self::with_article();
        assert_eq!(desk.run(&["split", "harbour.txt"]).code, 0);
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a file")
    }

    /// The claim file of `harbour.txt`.
    pub(crate) fn claims(&self) -> String {
        self.read("harbour.claims.yaml")
    }

    /// The id of the first claim whose line in `list` holds `words`.
    pub(crate) fn id_of(&self, words: &str) -> String {
        let listed = self.run(&["list"]).out;
        let line = listed
            .lines()
            .find(|it| it.contains(words))
            .expect("a claim with these words");
        line.split_whitespace().nth(1).expect("an id").to_owned()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, b"")
    }

    /// Runs redpencil with `input` on standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &[u8]) -> Ran {
        let mut child = redpencil(self.folder.path())
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("redpencil starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        // A command that does not read its input may end before it is written.
        let _ = stdin.write_all(input);
        drop(stdin);
        let output = child.wait_with_output().expect("redpencil ends");
        Ran {
            code: output.status.code().expect("an exit code"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

/// redpencil in `folder`, with an environment of its own.
fn redpencil(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_redpencil"));
    command
        .current_dir(folder)
        .env("HOME", folder)
        .env("XDG_STATE_HOME", folder.join(".state"))
        .env("XDG_CONFIG_HOME", folder.join(".config"))
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("USER", "Ana Ruiz");
    command
}
