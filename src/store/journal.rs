//! The journal of one claim file: every step, on disk before it is on the screen.
//!
//! A journal begins with the claims as the review began, then holds one line a
//! step, and a line whenever steps were saved. Each line carries a checksum: a
//! power cut can tear the last one, and what is torn is left out. A journal is
//! input like any other: it is bounded and never trusted.

use std::fmt::Write as _;
use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::review::Step;

/// Bytes of the largest journal that is read: twice the largest claim file.
const MOST_BYTES: u64 = 128 << 20;

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
    /// So many steps are about to be put into the claim file. A process that is
    /// killed between the file and its `Saved` line left the file with this digest.
    Saving {
        /// How many, from the base.
        steps: usize,
        /// The digest that the claim file's text will have.
        digest: String,
    },
    /// So many steps are in the claim file. Counted, because a step may be
    /// written down while those before it are being saved.
    Saved {
        /// How many, from the base.
        steps: usize,
        /// The digest of the claim file's text.
        digest: String,
    },
}

/// A journal that is being written.
#[derive(Debug)]
pub struct Journal {
    file: File,
}

/// What a journal held.
#[derive(Debug, PartialEq, Eq)]
pub struct Recovered {
    /// The claims from which the steps began, as a claim file.
    pub base: String,
    /// Every step since, in order.
    pub steps: Vec<Step>,
    /// How many of the steps are in the claim file.
    pub saved: usize,
    /// The digest of the claim file when it was last saved, or when it was read.
    pub digest: String,
    /// A save that was begun and not noted as done: how many steps, and the
    /// digest of what it would have written.
    pub(super) begun: Option<(usize, String)>,
}

impl Recovered {
    /// Looks at the claim file, whose text has this digest: a save that reached
    /// it and was not noted before the end is noted now.
    #[must_use]
    pub fn beside(mut self, digest: &str) -> Self {
        if let Some((steps, begun)) = self.begun.take()
            && begun == digest
        {
            self.saved = steps;
            self.digest = begun;
        }
        self
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
        let mut options = OpenOptions::new();
        options.create(true).truncate(true).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut journal = Self {
            file: options.open(&next)?,
        };
        let base = Line::Base {
            claims: claims.to_owned(),
            digest: digest.to_owned(),
            text: base.to_owned(),
        };
        let lines = std::iter::once(base).chain(steps.iter().cloned().map(Line::Step));
        journal.append(lines)?;
        std::fs::rename(&next, path)?;
        Ok(journal)
    }

    /// Writes a step down; when this returns it survives a crash and a power cut.
    pub fn step(&mut self, step: &Step) -> io::Result<()> {
        self.append(std::iter::once(Line::Step(step.clone())))
    }

    /// Notes that the first `steps` steps are about to be put into the claim
    /// file, which will hold `text`.
    pub fn saving(&mut self, steps: usize, text: &str) -> io::Result<()> {
        let digest = digest(text);
        self.append(std::iter::once(Line::Saving { steps, digest }))
    }

    /// Notes that the first `steps` steps are in the claim file, which holds `text`.
    pub fn saved(&mut self, steps: usize, text: &str) -> io::Result<()> {
        let digest = digest(text);
        self.append(std::iter::once(Line::Saved { steps, digest }))
    }

    /// A second handle on the same journal, for the thread that saves.
    pub fn share(&self) -> io::Result<Self> {
        Ok(Self {
            file: self.file.try_clone()?,
        })
    }

    fn append(&mut self, lines: impl Iterator<Item = Line>) -> io::Result<()> {
        let mut words = String::new();
        for line in lines {
            let json = serde_json::to_string(&line).map_err(io::Error::other)?;
            writeln!(words, "{} {json}", checksum(json.as_bytes())).map_err(io::Error::other)?;
        }
        // One write: two threads' lines never mix, and a torn line is the last one.
        self.file.write_all(words.as_bytes())?;
        self.file.sync_data()
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
    file.take(MOST_BYTES).read_to_end(&mut bytes)?;
    Ok(read(&bytes))
}

/// The journal in `bytes`, up to the first line that is torn or wrong.
fn read(bytes: &[u8]) -> Option<Recovered> {
    let mut lines = bytes.split_inclusive(|it| *it == b'\n').map_while(line);
    let Line::Base {
        text: base, digest, ..
    } = lines.next()?
    else {
        return None;
    };
    let mut recovered = Recovered {
        base,
        digest,
        steps: Vec::new(),
        saved: 0,
        begun: None,
    };
    for line in lines {
        match line {
            Line::Base { .. } => break,
            Line::Step(step) => recovered.steps.push(step),
            Line::Saving { steps, digest } => {
                recovered.begun = Some((steps.min(recovered.steps.len()), digest));
            }
            Line::Saved { steps, digest } => {
                recovered.begun = None;
                recovered.saved = steps.min(recovered.steps.len());
                recovered.digest = digest;
            }
        }
    }
    Some(recovered)
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
    use crate::review::{ClaimChange, Command};

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
        let mut journal =
            Journal::begin(&path, claims, &digest(""), "base", &[note("一")]).expect("a journal");
        journal.step(&Step::Undo).expect("a line");
        journal.saved(2, "saved").expect("a line");
        journal.step(&note("two\nlines")).expect("a line");
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
        assert_eq!((recovered.saved, recovered.digest), (2, digest("saved")));
    }

    #[test]
    fn a_save_that_was_not_noted_is_known_by_the_file() {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("journal");
        let mut journal = Journal::begin(&path, Path::new("a.yaml"), &digest(""), "base", &[])
            .expect("a journal");
        journal.step(&note("one")).expect("a line");
        journal.saving(1, "saved").expect("a line");
        let recovered = || recover(&path).expect("a file").expect("a journal");
        assert_eq!(recovered().beside(&digest("saved")).saved, 1);
        assert_eq!(recovered().beside(&digest("")).saved, 0);
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
        let whole = read(bytes).expect("a journal").steps;
        let first = bytes
            .iter()
            .position(|it| *it == b'\n')
            .expect("a first line");
        for end in 0..bytes.len() {
            let torn = read(&bytes[..end]).map(|it| it.steps);
            assert_eq!(torn.is_some(), end > first);
            assert!(whole.starts_with(&torn.unwrap_or_default()));
        }
    }

    proptest! {
        #[test]
        fn a_flipped_bit_never_invents_a_step(at in any::<proptest::sample::Index>(), bit in 0..8_u32) {
            let mut bytes = BYTES.clone();
            let whole = read(&bytes).expect("a journal").steps;
            let at = at.index(bytes.len());
            bytes[at] ^= 1_u8 << bit;
            let steps = read(&bytes).map(|it| it.steps).unwrap_or_default();
            prop_assert!(whole.starts_with(&steps));
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes in any::<Vec<u8>>()) {
            let _ = read(&bytes);
        }
    }
}
