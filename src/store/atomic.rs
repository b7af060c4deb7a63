//! Replaces a file whole or not at all.

use std::fs::{self, File, Metadata};
use std::io;
use std::os::unix::fs::{MetadataExt as _, fchown};
use std::path::Path;

use rustix::fs::{Access, access};

use crate::store::temporary::{Temporary, folder_of, resolved};
use crate::store::{disk, linked};
use crate::text::Problem;

/// Why a file was not saved.
#[derive(Debug)]
pub enum SaveError {
    /// It no longer holds what the caller took for its content.
    ChangedUnderneath,
    /// The system would not.
    Failed(Problem),
}

/// What a file that is new may be used for, before the person's mask: as `touch` does.
const NEW_FILE: u32 = 0o666;

/// Permissions of a copy until it has those of the file that it replaces.
const OWN: u32 = 0o600;

/// Puts `bytes` into the file at `path`, which must still hold `expected`, or
/// not be there where that is none. When this returns, the new content has
/// reached the disk; when it fails, or the power does, the old content stays.
///
/// Links are followed first; permissions are kept, and the owner where the
/// person may give files away. The content is compared twice, the second time
/// right before the file is replaced; a file that appears at a free name is
/// never replaced. A file that holds `bytes` already is made safe, no more.
pub fn save(path: &Path, bytes: &[u8], expected: Option<&[u8]>) -> Result<(), SaveError> {
    let target = resolved(path);
    let told = |error: io::Error| SaveError::Failed(failed(path, &error, AS_IT_WAS));
    let about = look_at(&target).map_err(told)?;
    if let Some(about) = &about {
        refuse_unwritable(path, &target, about)?;
        if about.nlink() > 1 {
            linked::mend(&target).map_err(told)?;
        }
    }
    let before = content(&target).map_err(told)?;
    let placed = |error: io::Error| SaveError::Failed(failed(path, &error, IN_PLACE));
    if before.as_deref() == Some(bytes) {
        // As after a save of which only the very end failed.
        return File::open(&target)
            .and_then(|it| disk::sync(&it))
            .and_then(|()| disk::sync_folder(folder_of(&target)))
            .map_err(placed);
    }
    if before.as_deref() != expected {
        return Err(SaveError::ChangedUnderneath);
    }
    if let (Some(about), Some(before)) = (&about, &before)
        && about.nlink() > 1
    {
        return linked::write_over(&target, bytes, before).map_err(told);
    }
    replace(&target, bytes, expected, about.as_ref()).map_err(|error| match error {
        Replacing::ChangedUnderneath => SaveError::ChangedUnderneath,
        Replacing::Failed(error) => told(error),
    })?;
    disk::sync_folder(folder_of(&target)).map_err(placed)
}

/// Why a file was not replaced.
enum Replacing {
    ChangedUnderneath,
    Failed(io::Error),
}

impl From<io::Error> for Replacing {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

fn replace(
    target: &Path,
    bytes: &[u8],
    expected: Option<&[u8]>,
    about: Option<&Metadata>,
) -> Result<(), Replacing> {
    let temporary = Temporary::beside(target, about.map_or(NEW_FILE, |_| OWN))?;
    let replaced = fill_and_rename(&temporary, target, bytes, expected, about);
    if replaced.is_err() {
        temporary.discard();
    }
    replaced
}

fn fill_and_rename(
    temporary: &Temporary,
    target: &Path,
    bytes: &[u8],
    expected: Option<&[u8]>,
    about: Option<&Metadata>,
) -> Result<(), Replacing> {
    if let Some(like) = about {
        // Only the superuser may give files away: this is tried and not required.
        let _ = fchown(&temporary.file, Some(like.uid()), Some(like.gid()));
        temporary.file.set_permissions(like.permissions())?;
    }
    temporary.fill(bytes)?;
    // Whoever wrote in the meantime is not overwritten.
    if content(target)?.as_deref() != expected {
        return Err(Replacing::ChangedUnderneath);
    }
    if expected.is_some() {
        return Ok(disk::rename(&temporary.path, target)?);
    }
    match disk::rename_new(&temporary.path, target) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(Replacing::ChangedUnderneath)
        }
        renamed => Ok(renamed?),
    }
}

fn look_at(target: &Path) -> io::Result<Option<Metadata>> {
    none_where_missing(fs::metadata(target))
}

fn content(target: &Path) -> io::Result<Option<Vec<u8>>> {
    none_where_missing(disk::read(target))
}

fn none_where_missing<T>(found: io::Result<T>) -> io::Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn refuse_unwritable(path: &Path, target: &Path, about: &Metadata) -> Result<(), SaveError> {
    let refused = |what: &str, next: &str| {
        let problem = Problem::error(what).in_file(path).next_step(next);
        Err(SaveError::Failed(problem))
    };
    if !about.is_file() {
        return refused("this is no regular file", "name another claim file");
    }
    if about.permissions().readonly() {
        return refused("this file is read-only", "make it writable: chmod u+w");
    }
    // Its folder may let it be replaced all the same, and that is not meant.
    if access(target, Access::WRITE_OK).is_err() {
        return refused(
            "you may not write this file",
            "ask its owner, or copy it and name the copy with --claims",
        );
    }
    Ok(())
}

const AS_IT_WAS: &str = "the file is as it was";
const IN_PLACE: &str = "the file is written, but the disk has not confirmed that it keeps it";

fn failed(path: &Path, error: &io::Error, state: &str) -> Problem {
    let next_step = match error.kind() {
        io::ErrorKind::StorageFull => "make room on the disk",
        io::ErrorKind::QuotaExceeded => "your share of the disk is used up: remove something",
        io::ErrorKind::PermissionDenied => "check that you may make files in its folder",
        io::ErrorKind::ReadOnlyFilesystem => "this disk can only be read: copy the file elsewhere",
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "check that its folder is there",
        io::ErrorKind::InvalidFilename => "give it a shorter name",
        _ => "check the disk",
    };
    Problem::error(format!("it could not be saved: {error}"))
        .in_file(path)
        .next_step(format!("{next_step}; {state}"))
}

#[cfg(test)]
mod tests;
