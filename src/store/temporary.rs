//! The files beside a claim file while it is being saved, and those that a
//! process left there which died over it.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use rustix::process::{Pid, geteuid, test_kill_process};

use crate::store::{digest, disk};

/// Bytes of a file's name that its temporary ones repeat: every file system
/// takes names of 143 bytes, most of 255.
const NAME_BYTES: usize = 100;

/// Temporary files of one claim file and process that may be there at once.
const MOST_NUMBERS: usize = 100;

/// Links that are followed to a file that is not there yet: as many as Linux follows.
const MOST_LINKS: usize = 40;

/// A new file in the folder of another.
pub(super) struct Temporary {
    pub(super) path: PathBuf,
    pub(super) file: File,
}

impl Temporary {
    /// Makes one beside `target`. A name that is taken, be it by a link that
    /// somebody put there, is left alone.
    pub(super) fn beside(target: &Path, mode: u32) -> io::Result<Self> {
        let mut number = 0;
        loop {
            let path = temporary_path(target, std::process::id(), &number.to_string());
            match disk::create_new(&path, mode) {
                Ok(file) => return Ok(Self { path, file }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    number += 1;
                    if number == MOST_NUMBERS {
                        return Err(error);
                    }
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Writes `bytes` into it; they are on the disk when this returns.
    pub(super) fn fill(&self, bytes: &[u8]) -> io::Result<()> {
        disk::write_at(&self.file, bytes, 0)?;
        disk::sync(&self.file)
    }

    /// Removes it. Where that fails it is swept away another day.
    pub(super) fn discard(self) {
        let _ = disk::remove(&self.path);
    }
}

/// The name that process `process` gives a file beside `target`, for `.gitignore`
/// and for [`sweep`] to know.
pub(super) fn temporary_path(target: &Path, process: u32, what: &str) -> PathBuf {
    target.with_file_name(format!("{}{process}-{what}", beginning(target)))
}

/// What the names of all temporary files of `target` begin with.
fn beginning(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    if name.len() <= NAME_BYTES {
        return format!(".{name}.redpencil-");
    }
    // Cropped names could be equal; their digests are not.
    let cropped = &name[..name.floor_char_boundary(NAME_BYTES - 10)];
    format!(".{cropped}~{}.redpencil-", &digest(&name)[..8])
}

/// A file that a process made beside a claim file.
pub(super) struct Leftover {
    pub(super) path: PathBuf,
    pub(super) process: u32,
    /// What stands behind the process: a number, or what the file is for.
    pub(super) what: String,
}

/// The temporary files of `target` that are this person's own.
pub(super) fn leftovers(target: &Path) -> Vec<Leftover> {
    let beginning = beginning(target);
    let Ok(entries) = fs::read_dir(folder_of(target)) else {
        return Vec::new();
    };
    let leftover = |name: &OsStr| {
        let (process, what) = name.to_str()?.strip_prefix(&beginning)?.split_once('-')?;
        let path = target.with_file_name(name);
        let about = fs::symlink_metadata(&path).ok()?;
        let is_ours = about.is_file() && about.uid() == geteuid().as_raw();
        is_ours.then_some(Leftover {
            path,
            process: process.parse().ok()?,
            what: what.to_owned(),
        })
    };
    entries
        .filter_map(|it| leftover(&it.ok()?.file_name()))
        .collect()
}

/// Removes what dead processes left beside the claim file at `path` when they
/// were stopped in the middle of a save. It was never the file itself.
pub fn sweep(path: &Path) {
    let target = resolved(path);
    for left in leftovers(&target) {
        if left.what.parse::<usize>().is_ok() && !is_alive(left.process) {
            // Nobody misses it, and nobody minds where it stays.
            let _ = disk::remove(&left.path);
        }
    }
}

/// Whether a process of this number runs, if only that of somebody else.
pub(super) fn is_alive(process: u32) -> bool {
    let number = i32::try_from(process).ok().and_then(Pid::from_raw);
    number.is_some_and(|it| test_kill_process(it) != Err(rustix::io::Errno::SRCH))
}

/// The file that `path` means, through every link, though it is not there yet.
pub(super) fn resolved(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        if let Ok(real) = path.canonicalize() {
            return real;
        }
        let Ok(to) = fs::read_link(&path) else {
            break;
        };
        path = folder_of(&path).join(to);
    }
    path
}

/// The folder of a file; that of a bare name is the current one.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|it| !it.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    /// No process has it: Linux counts to 2^22.
    const DEAD: u32 = 2_000_000_000;

    #[test]
    fn what_the_dead_left_is_swept_and_nothing_else() {
        let folder = TempDir::new().expect("a temporary folder");
        let path = folder.path().join("a.yaml");
        // Whether or not there is a file yet.
        let first = temporary_path(&path, DEAD, "1");
        fs::write(&first, "").expect("a file");
        sweep(&path);
        assert!(!first.exists());
        let living = std::process::id();
        let stay = [
            "a.yaml".to_owned(),
            ".b.yaml.redpencil-2000000000-0".to_owned(),
            ".a.yaml.redpencil-2000000000-new".to_owned(),
            ".a.yaml.redpencil-x-0".to_owned(),
            format!(".a.yaml.redpencil-{living}-0"),
        ];
        for name in &stay {
            fs::write(folder.path().join(name), "").expect("a file");
        }
        let left = temporary_path(&path, DEAD, "0");
        fs::write(&left, "").expect("a file");
        sweep(&path);
        assert!(!left.exists());
        for name in &stay {
            assert!(folder.path().join(name).exists(), "{name}");
        }
    }

    #[test]
    fn a_name_that_is_taken_is_left_alone() {
        let folder = TempDir::new().expect("a temporary folder");
        let path = folder.path().join("a.yaml");
        let planted = temporary_path(&path, std::process::id(), "0");
        let elsewhere = folder.path().join("elsewhere");
        std::os::unix::fs::symlink(&elsewhere, &planted).expect("a link");
        let temporary = Temporary::beside(&path, 0o600).expect("a file");
        temporary.fill(b"x").expect("a disk");
        assert_ne!(temporary.path, planted);
        assert!(!elsewhere.exists());
    }

    #[test]
    fn long_names_are_cropped_between_characters_and_stay_apart() {
        let (one, two) = ("港".repeat(84) + "a", "港".repeat(84) + "b");
        let names = [&one, &two].map(|it| temporary_path(Path::new(it), DEAD, "before"));
        assert_ne!(names[0], names[1]);
        assert!(names[0].as_os_str().len() <= 143, "{names:?}");
    }
}
