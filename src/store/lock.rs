//! One writer at a time.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::Path;

use crate::store::state::lock_path;

/// That this process, and no other redpencil of this person, writes a claim
/// file. Given back when dropped; the system gives back that of a dead process.
#[derive(Debug)]
pub struct Lock {
    // None where no lock can be kept: saving compares what is on disk anyway.
    _file: Option<File>,
}

/// Somebody else has the claim file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Who, in words: "another redpencil (process 4711)".
    pub by: String,
}

/// Bytes of a lock file that are read: a process number is shorter.
const MOST_BYTES: u64 = 32;

impl Lock {
    /// Takes the lock on the claim file at `claims`, which need not be there yet.
    pub fn take(claims: &Path) -> Result<Self, Held> {
        let Ok(path) = lock_path(claims) else {
            return Ok(Self { _file: None });
        };
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).read(true).write(true);
        let Ok(mut file) = options.open(path) else {
            return Ok(Self { _file: None });
        };
        match file.try_lock() {
            Ok(()) => {
                // Who holds it is a courtesy; the lock holds without it.
                let _ = file.set_len(0);
                let _ = file.rewind();
                let _ = write!(file, "{}", std::process::id());
                Ok(Self { _file: Some(file) })
            }
            Err(TryLockError::WouldBlock) => Err(Held { by: holder(file) }),
            Err(TryLockError::Error(_)) => Ok(Self { _file: None }),
        }
    }
}

fn holder(file: File) -> String {
    let mut words = String::new();
    let read = file.take(MOST_BYTES).read_to_string(&mut words);
    match (read, words.trim().parse::<u32>()) {
        (Ok(_), Ok(process)) => format!("another redpencil (process {process})"),
        _ => "another redpencil".to_owned(),
    }
}
