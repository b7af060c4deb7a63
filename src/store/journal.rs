//! The journal of one claim file: every step, on disk before it is on the screen.
//!
//! A journal begins with the claims as the review began, then holds one line a
//! step, and a line whenever steps are about to be saved. Each line carries a
//! checksum: a power cut can tear the last one, and what is torn is left out. A
//! journal is input like any other: it is bounded and never trusted.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::review::Step;
use crate::store::temporary::folder_of;
use crate::store::{bounds, disk};

/// One line of a journal.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Line {
    /// What the review began with.
    Base {
        /// The path of the claim file, for people who look into the journal.
        claims: PathBuf,
        /// The digest of the claim file's text; of no text where there was no file.
        digest: String,
        /// The claims as a claim file, freshly split where there was none.
        text: String,
    },
    /// What the reviewer did.
    Step(Step),
    /// So many steps are in the claim file where it has this digest. Written
    /// before the file is: whenever the process dies, the file's own content
    /// tells how much it holds. Counted, because a step may be written down
    /// while those before it are being saved.
    Saving {
        /// How many, from the base.
        steps: usize,
        /// The digest that the claim file's text will have.
        digest: String,
    },
    /// The same, when the claim file is written.
    Saved {
        /// How many, from the base.
        steps: usize,
        /// The digest of the claim file's text.
        digest: String,
    },
}

/// A journal that is being written; its clones write the same one.
#[derive(Clone, Debug)]
pub struct Journal {
    tail: Arc<Mutex<Tail>>,
}

/// The end of a journal.
#[derive(Debug)]
struct Tail {
    file: File,
    /// Where the last whole line ends: what a failed write left behind it is
    /// written over.
    end: u64,
    /// Lines that could not be written yet. Those that follow make sense only
    /// behind them.
    waiting: String,
}

/// What a journal held.
#[derive(Debug, PartialEq, Eq)]
pub struct Recovered {
    /// The claims from which the steps began, as a claim file.
    pub base: String,
    /// Every step since, in order.
    pub steps: Vec<Step>,
    /// How many of the steps were surely saved.
    pub saved: usize,
    /// The states that the claim file can be in if nobody else changed it: how
    /// many steps it has, and its digest. First the last that is sure, then
    /// those that were about to be saved.
    pub states: Vec<(usize, String)>,
}

impl Recovered {
    /// The journal in `bytes`, up to the first line that is torn or wrong; none
    /// where its first line is not one.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut lines = bytes.split_inclusive(|it| *it == b'\n').map_while(line);
        let Line::Base {
            text: base, digest, ..
        } = lines.next()?
        else {
            return None;
        };
        let mut recovered = Self {
            base,
            steps: Vec::new(),
            saved: 0,
            states: vec![(0, digest)],
        };
        for line in lines {
            match line {
                Line::Base { .. } => break,
                Line::Step(step) => recovered.steps.push(step),
                Line::Saving { steps, digest } => {
                    let steps = steps.min(recovered.steps.len());
                    recovered.states.push((steps, digest));
                }
                Line::Saved { steps, digest } => {
                    recovered.saved = steps.min(recovered.steps.len());
                    recovered.states = vec![(recovered.saved, digest)];
                }
            }
        }
        Some(recovered)
    }

    /// How many of the steps are in the claim file whose text has this digest;
    /// none where somebody else made it so.
    pub fn steps_in(&self, digest: &str) -> Option<usize> {
        let state = self.states.iter().rev().find(|it| it.1 == digest);
        state.map(|it| it.0)
    }
}

impl Journal {
    /// Begins a journal at `path` for the claim file `claims`, whose text has
    /// this digest; the review began with `base` and has taken `steps`. A
    /// journal that was there is replaced in one stroke.
    pub fn begin(
        path: &Path,
        claims: &Path,
        digest: &str,
        base: &str,
        steps: &[Step],
    ) -> io::Result<Self> {
        let mut next = path.as_os_str().to_owned();
        next.push(".new");
        let next = PathBuf::from(next);
        // One that a killed process left: whoever begins a journal holds the lock.
        match fs::remove_file(&next) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let tail = Tail {
            file: disk::create_new(&next, 0o600)?,
            end: 0,
            waiting: String::new(),
        };
        let journal = Self {
            tail: Arc::new(Mutex::new(tail)),
        };
        let base = Line::Base {
            claims: claims.to_owned(),
            digest: digest.to_owned(),
            text: base.to_owned(),
        };
        let lines = std::iter::once(base).chain(steps.iter().cloned().map(Line::Step));
        journal.append(lines)?;
        disk::rename(&next, path)?;
        disk::sync_folder(folder_of(path))?;
        Ok(journal)
    }

    /// Writes a step down; when this returns it survives a crash and a power cut.
    /// Where it fails, the step is written together with the next one.
    pub fn step(&self, step: &Step) -> io::Result<()> {
        self.append(std::iter::once(Line::Step(step.clone())))
    }

    /// Notes that the claim file, once its text has this digest, has the first
    /// `steps` steps.
    pub fn saving(&self, steps: usize, digest: &str) -> io::Result<()> {
        let digest = digest.to_owned();
        self.append(std::iter::once(Line::Saving { steps, digest }))
    }

    /// Notes that the claim file's text has this digest and so the first `steps` steps.
    pub fn saved(&self, steps: usize, digest: &str) -> io::Result<()> {
        let digest = digest.to_owned();
        self.append(std::iter::once(Line::Saved { steps, digest }))
    }

    /// Whether every step that was given to it is on the disk.
    pub fn holds_all(&self) -> bool {
        let tail = self.tail.lock().unwrap_or_else(PoisonError::into_inner);
        tail.waiting.is_empty()
    }

    fn append(&self, lines: impl Iterator<Item = Line>) -> io::Result<()> {
        let mut words = String::new();
        for line in lines {
            let json = serde_json::to_string(&line).map_err(io::Error::other)?;
            writeln!(words, "{} {json}", checksum(json.as_bytes())).map_err(io::Error::other)?;
        }
        // Whoever panicked while writing left a line that will be written over.
        let mut tail = self.tail.lock().unwrap_or_else(PoisonError::into_inner);
        tail.append(&words)
    }
}

impl Tail {
    fn append(&mut self, words: &str) -> io::Result<()> {
        self.waiting.push_str(words);
        disk::write_at(&self.file, self.waiting.as_bytes(), self.end)?;
        disk::sync_data(&self.file)?;
        self.end += self.waiting.len() as u64;
        self.waiting.clear();
        Ok(())
    }
}

/// What the journal at `path` holds; none where there is no journal or where
/// its first line is not one.
pub fn recover(path: &Path) -> io::Result<Option<Recovered>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::new();
    file.take(bounds::JOURNAL_BYTES + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > bounds::JOURNAL_BYTES {
        // Half of it would look like all of it.
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(Recovered::read(&bytes))
}

fn line(bytes: &[u8]) -> Option<Line> {
    let words = std::str::from_utf8(bytes.strip_suffix(b"\n")?).ok()?;
    let (sum, json) = words.split_once(' ')?;
    (sum == checksum(json.as_bytes())).then(|| serde_json::from_str(json).ok())?
}

/// The digest by which a saved claim file is known again.
pub fn digest(text: &str) -> String {
    hexadecimal(&Sha256::digest(text.as_bytes()))
}

/// Enough of a hash to tell a torn line; nobody is kept from forging one.
fn checksum(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes)[..4])
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut words, byte| {
        // A String takes all that is written to it.
        let _ = write!(words, "{byte:02x}");
        words
    })
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::{any, prop_assert, proptest};
    use tempfile::TempDir;

    use super::*;
    use crate::claim::{Judgement, Reviewer, Verdict};
    use crate::review::{ClaimChange, Command};
    use crate::store::failpoint::with_fault;

    fn note(words: &str) -> Step {
        let id = "k4q7zd".parse().expect("an id");
        Step::Do(Command::change(
            id,
            ClaimChange::SetNote(Some(words.to_owned())),
        ))
    }

    /// A journal with two saved steps and one that is not.
    fn written(folder: &TempDir) -> PathBuf {
        let path = folder.path().join("journal");
        let claims = Path::new("a.yaml");
        let journal =
            Journal::begin(&path, claims, &digest(""), "base", &[note("一")]).expect("a journal");
        journal.step(&Step::Undo).expect("a line");
        journal.saved(2, &digest("saved")).expect("a line");
        journal.step(&note("two\nlines")).expect("a line");
        journal.saving(3, &digest("saving")).expect("a line");
        path
    }

    /// The same in memory, for tests that damage it.
    static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let folder = TempDir::new().expect("a folder");
        std::fs::read(written(&folder)).expect("a journal")
    });

    #[test]
    fn what_was_written_comes_back_in_order() {
        let folder = TempDir::new().expect("a folder");
        let recovered = recover(&written(&folder))
            .expect("a file")
            .expect("a journal");
        assert_eq!(recovered.base, "base");
        assert_eq!(
            recovered.steps,
            [note("一"), Step::Undo, note("two\nlines")]
        );
        assert_eq!(recovered.saved, 2);
        let states = ["", "saved", "saving", "another"].map(|it| recovered.steps_in(&digest(it)));
        assert_eq!(states, [None, Some(2), Some(3), None]);
    }

    #[test]
    fn steps_come_back_in_their_order_though_the_clock_was_set_back() {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("journal");
        let journal = Journal::begin(&path, Path::new("a.yaml"), "", "base", &[]);
        let journal = journal.expect("a journal");
        let hours = [
            "2199-01-01T00:00:00Z",
            "2024-03-05T09:12:44Z",
            "1970-01-01T00:00:00Z",
        ];
        let steps = hours.map(|hour| {
            let reviewer = Reviewer::new("Ana");
            let hour = hour.parse().expect("a time");
            let judgement = Judgement::new(Verdict::Unknown, reviewer, hour);
            let id = "k4q7zd".parse().expect("an id");
            Step::Do(Command::change(id, ClaimChange::Judge(Box::new(judgement))))
        });
        for step in &steps {
            journal.step(step).expect("a line");
        }
        let recovered = recover(&path).expect("a file").expect("a journal");
        assert_eq!(recovered.steps, steps);
    }

    #[test]
    fn what_a_failed_write_left_is_written_over_and_no_step_is_missing() {
        for fault in ["nospace", "io", "short"] {
            for call in 1..=8 {
                let folder = TempDir::new().expect("a folder");
                let path = folder.path().join("journal");
                let journal = Journal::begin(&path, Path::new("a.yaml"), "", "base", &[]);
                let journal = journal.expect("a journal");
                let all: Vec<Step> = (0..4).map(|it| note(&"長".repeat(9 - it))).collect();
                let plan = format!("{fault}@{call}-{}", call + 1);
                let (failed, _) = with_fault(&plan, || {
                    all.iter().filter(|it| journal.step(it).is_err()).count()
                });
                assert!((failed > 0) == (fault != "short"), "{plan}");
                journal.step(&Step::Undo).expect("room again");
                let steps = recover(&path).expect("a file").expect("a journal").steps;
                assert_eq!(steps, [&all[..], &[Step::Undo]].concat(), "{plan}");
            }
        }
    }

    #[test]
    fn a_save_that_was_not_noted_is_known_by_the_file() {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("journal");
        let journal = Journal::begin(&path, Path::new("a.yaml"), &digest(""), "base", &[])
            .expect("a journal");
        journal.step(&note("one")).expect("a line");
        journal.saving(1, &digest("saved")).expect("a line");
        let recovered = recover(&path).expect("a file").expect("a journal");
        assert_eq!(recovered.steps_in(&digest("saved")), Some(1));
        assert_eq!(recovered.steps_in(&digest("")), Some(0));
    }

    #[test]
    fn no_journal_is_no_fault() {
        let folder = TempDir::new().expect("a folder");
        assert_eq!(
            recover(&folder.path().join("none")).expect("no fault"),
            None
        );
    }

    #[test]
    fn a_journal_torn_at_any_byte_gives_its_beginning() {
        let bytes = &*BYTES;
        let whole = Recovered::read(bytes).expect("a journal").steps;
        let first = bytes
            .iter()
            .position(|it| *it == b'\n')
            .expect("a first line");
        for end in 0..bytes.len() {
            let torn = Recovered::read(&bytes[..end]).map(|it| it.steps);
            assert_eq!(torn.is_some(), end > first);
            assert!(whole.starts_with(&torn.unwrap_or_default()));
        }
    }

    proptest! {
        #[test]
        fn a_flipped_bit_never_invents_a_step(at in any::<proptest::sample::Index>(), bit in 0..8_u32) {
            let mut bytes = BYTES.clone();
            let whole = Recovered::read(&bytes).expect("a journal").steps;
            let at = at.index(bytes.len());
            bytes[at] ^= 1_u8 << bit;
            let steps = Recovered::read(&bytes).map(|it| it.steps).unwrap_or_default();
            prop_assert!(whole.starts_with(&steps));
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes in any::<Vec<u8>>()) {
            let _ = Recovered::read(&bytes);
        }
    }
}
