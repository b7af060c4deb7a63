//! One writer at a time.

use std::fmt::Display;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::Path;

use crate::store::bounds;
use crate::store::state::lock_path;

/// That this process, and no other redpencil of this person, writes a claim
/// file. Given back when dropped; the system gives back that of a dead process.
#[derive(Debug)]
pub struct Lock {
    // None where no lock can be kept: saving compares what is on disk anyway.
    _file: Option<File>,
    why_not: Option<String>,
}

/// Somebody else has the claim file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Who, in words: "another redpencil (process 4711)".
    pub by: String,
}

impl Lock {
    /// Takes the lock on the claim file at `claims`, which need not be there yet.
    pub fn take(claims: &Path) -> Result<Self, Held> {
        let path = match lock_path(claims) {
            Ok(path) => path,
            Err(problem) => return Ok(Self::not_kept(&problem.what())),
        };
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).read(true).write(true);
        let mut file = match options.open(path) {
            Ok(file) => file,
            Err(error) => return Ok(Self::not_kept(&error)),
        };
        match file.try_lock() {
            Ok(()) => {
                // Who holds it is a courtesy; the lock holds without it.
                let _ = file.set_len(0);
                let _ = file.rewind();
                let _ = write!(file, "{}", std::process::id());
                Ok(Self {
                    _file: Some(file),
                    why_not: None,
                })
            }
            Err(TryLockError::WouldBlock) => Err(Held { by: holder(file) }),
            // As some network drives answer.
            Err(TryLockError::Error(error)) => Ok(Self::not_kept(&error)),
        }
    }

    fn not_kept(why: &dyn Display) -> Self {
        Self {
            _file: None,
            why_not: Some(why.to_string()),
        }
    }

    /// Why no lock could be kept, if so: then a second redpencil on the claim
    /// file goes unnoticed until one of the two saves.
    pub fn why_not(&self) -> Option<&str> {
        self.why_not.as_deref()
    }
}

fn holder(file: File) -> String {
    let mut words = String::new();
    let read = file.take(bounds::LOCK_BYTES).read_to_string(&mut words);
    match (read, words.trim().parse::<u32>()) {
        (Ok(_), Ok(process)) => format!("another redpencil (process {process})"),
        _ => "another redpencil".to_owned(),
    }
}
