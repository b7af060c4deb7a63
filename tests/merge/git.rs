//! A real repository in a temporary folder.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

const NAME: &str = "vote.claims.yaml";

/// The program under test.
pub(crate) fn redpencil(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_redpencil"));
    command.args(arguments);
    command
}

/// A repository with one claim file.
pub(crate) struct Repository(TempDir);

impl Repository {
    pub(crate) fn new() -> Self {
        let it = Self(tempfile::tempdir().expect("a folder"));
        it.git(&["init", "-q", "-b", "main"]);
        it.git(&["config", "user.name", "Test"]);
        it.git(&["config", "user.email", "test@example.org"]);
        it.git(&["config", "commit.gpgsign", "false"]);
        it.git(&["config", "gc.auto", "0"]);
        it
    }

    /// Lets git merge claim files with redpencil.
    pub(crate) fn use_redpencil(&self) {
        fs::write(
            self.0.path().join(".gitattributes"),
            "*.claims.yaml merge=redpencil\n",
        )
        .expect("written");
        let program = env!("CARGO_BIN_EXE_redpencil");
        let driver = format!("'{program}' merge %O %A %B --path %P --marker-size %L");
        self.git(&["config", "merge.redpencil.driver", &driver]);
    }

    /// The text of the claim file after `git merge`, and whether git was content.
    pub(crate) fn merge(&self, base: &str, ours: &str, theirs: &str) -> (String, bool) {
        self.git(&["checkout", "-q", "-f", "--orphan", "base"]);
        self.commit(base);
        self.git(&["checkout", "-q", "-B", "theirs"]);
        self.commit(theirs);
        self.git(&["checkout", "-q", "-B", "ours", "base"]);
        self.commit(ours);
        let is_clean = self.run(&["merge", "-q", "--no-edit", "theirs"]);
        let text = fs::read_to_string(self.path()).expect("the merged file");
        self.git(&["reset", "-q", "--hard"]);
        self.git(&["branch", "-q", "-D", "base"]);
        (text, is_clean)
    }

    /// Puts another file beside the claim file.
    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).expect("written");
    }

    fn path(&self) -> std::path::PathBuf {
        self.0.path().join(NAME)
    }

    fn commit(&self, text: &str) {
        fs::write(self.path(), text).expect("written");
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "--allow-empty", "-m", "work"]);
    }

    fn git(&self, arguments: &[&str]) {
        assert!(self.run(arguments), "git {arguments:?}");
    }

    fn run(&self, arguments: &[&str]) -> bool {
        let output = Command::new("git")
            .current_dir(self.0.path())
            .env("GIT_CONFIG_GLOBAL", Path::new("/dev/null"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .args(arguments)
            .output()
            .expect("git runs");
        output.status.success()
    }
}
