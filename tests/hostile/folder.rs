//! A folder with a stranger's files, and redpencil run in it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

/// A claim file with nothing wrong in it.
pub(crate) const CLAIMS: &str = "\
redpencil: 1
article:
  file: harbour.txt
claims:
- id: a1b2c3
  quote:
    exact: 212 of 230 employees signed
  claim: 212 of 230 employees signed

- id: d4e5f6
  quote:
    exact: The port lost $40 million
  claim: The port lost $40 million
";

pub(crate) const ARTICLE: &str =
    "212 of 230 employees signed. The port lost $40 million in 2023.\n";

/// The longest that any command may take. The slowest needs seven seconds of a
/// processor; on a machine with thirty other jobs that was more than a minute.
const PATIENCE: Duration = Duration::from_mins(10);

pub(crate) struct Folder {
    folder: TempDir,
}

/// What a run of redpencil gave.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) told: String,
}

impl Folder {
    /// With a good article.
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        fs::write(folder.path().join("harbour.txt"), ARTICLE).expect("an article");
        Self { folder }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn file(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: impl AsRef<Path>, bytes: impl AsRef<[u8]>) {
        fs::write(self.file(name), bytes).expect("a file");
    }

    /// Every regular file that is not redpencil's own, with its bytes.
    pub(crate) fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let entries = fs::read_dir(self.path()).expect("a folder");
        let paths = entries.map(|it| it.expect("an entry").path());
        paths
            .filter(|it| it.is_file())
            .map(|it| (it.clone(), fs::read(it).expect("a file")))
            .collect()
    }

    /// Runs redpencil without a terminal. It ends, by itself and in time, with an
    /// exit code of its own, without a panic.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        let mut child = Command::new(env!("CARGO_BIN_EXE_redpencil"))
            .args(arguments)
            .current_dir(self.path())
            .env("HOME", self.path())
            .env("XDG_STATE_HOME", self.file(".state"))
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env("USER", "Ana Ruiz")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("redpencil starts");
        let (sender, ended) = channel();
        // Two threads: a full pipe that nobody reads would stop it.
        let out = child.stdout.take().expect("a pipe");
        let err = child.stderr.take().expect("a pipe");
        hear(out, sender.clone());
        hear(err, sender);
        let mut told = Vec::new();
        for _ in 0..2 {
            let Ok(words) = ended.recv_timeout(PATIENCE) else {
                child.kill().expect("our own child");
                panic!("{arguments:?} takes too long");
            };
            told.extend(words);
        }
        let status = child.wait().expect("an end");
        assert_eq!(status.signal(), None, "{arguments:?}");
        let told = String::from_utf8_lossy(&told).into_owned();
        assert!(!told.contains("panicked"), "{arguments:?}: {told}");
        let code = status.code().expect("an exit code");
        assert!((0..=4).contains(&code), "{arguments:?}: {code}: {told}");
        Ran { code, told }
    }
}

fn hear(mut pipe: impl Read + Send + 'static, sender: Sender<Vec<u8>>) {
    thread::spawn(move || {
        let mut told = Vec::new();
        // Cut short when the program is killed, or when nobody waits any longer.
        let _ = pipe.read_to_end(&mut told);
        let _ = sender.send(told);
    });
}
