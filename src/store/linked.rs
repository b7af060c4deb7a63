//! Files with several names.
//!
//! Replacing such a file would part its names, so it is written over in place.
//! What it shall hold and what it held lie beside it until that is through: a
//! write that was cut short is known by them and completed.

use std::io::{self, Read as _};
use std::path::Path;

use crate::store::disk;
use crate::store::temporary::{
    Temporary, folder_of, is_alive, leftovers, resolved, sweep, temporary_path,
};

const NEW: &str = "new";
const BEFORE: &str = "before";

/// Writes `bytes` over the file at `target`, which holds `before`.
pub(super) fn write_over(target: &Path, bytes: &[u8], before: &[u8]) -> io::Result<()> {
    let process = std::process::id();
    let new = temporary_path(target, process, NEW);
    let old = temporary_path(target, process, BEFORE);
    let kept = keep(target, &new, bytes).and_then(|()| keep(target, &old, before));
    if let Err(error) = kept.and_then(|()| disk::sync_folder(folder_of(target))) {
        let _ = disk::remove(&old);
        let _ = disk::remove(&new);
        return Err(error);
    }
    let written = put(target, bytes, before);
    if written.is_err() && put(target, before, bytes).is_err() {
        // Both copies stay, and the next save or the next start makes it whole.
        return written;
    }
    let _ = disk::remove(&old);
    let _ = disk::remove(&new);
    written
}

/// Puts a copy of `bytes` at `path`, whole or not at all.
fn keep(target: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let copy = Temporary::beside(target, 0o600)?;
    match copy
        .fill(bytes)
        .and_then(|()| disk::rename(&copy.path, path))
    {
        Ok(()) => Ok(()),
        Err(error) => {
            copy.discard();
            Err(error)
        }
    }
}

/// Writes `bytes` over the file, which holds `before` or part of what goes over it.
fn put(target: &Path, bytes: &[u8], before: &[u8]) -> io::Result<()> {
    let mut file = disk::open_to_write(target)?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::other("this is no regular file any more"));
    }
    let mut now = Vec::new();
    let most = bytes.len().max(before.len()) as u64;
    (&mut file).take(most + 1).read_to_end(&mut now)?;
    if now != before && !is_mixed(&now, bytes, before) {
        return Err(io::Error::other("another file has come into its place"));
    }
    disk::write_at(&file, bytes, 0)?;
    disk::cut(&file, bytes.len() as u64)?;
    disk::sync(&file)
}

/// Completes a write over the claim file at `path` that was cut short, and
/// removes what lies beside the file because of it. Nothing is done to a file
/// that somebody has changed since. Answers whether the file was changed.
pub fn mend(path: &Path) -> io::Result<bool> {
    let target = resolved(path);
    sweep(&target);
    let mut is_mended = false;
    for left in leftovers(&target) {
        if is_alive(left.process) && left.process != std::process::id() {
            continue;
        }
        if left.what == BEFORE && !temporary_path(&target, left.process, NEW).exists() {
            // What is left of a write that was completed, perhaps just now.
            match disk::remove(&left.path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        if left.what != NEW {
            continue;
        }
        let old = temporary_path(&target, left.process, BEFORE);
        if let Ok(before) = disk::read(&old) {
            let (new, now) = (disk::read(&left.path)?, disk::read(&target)?);
            if now != new && now != before && is_mixed(&now, &new, &before) {
                put(&target, &new, &before)?;
                is_mended = true;
            }
            disk::remove(&old)?;
        }
        disk::remove(&left.path)?;
    }
    Ok(is_mended)
}

/// Whether `now` is what a write of `new` over `before` leaves when it is cut
/// short: by a kill its beginning is new, by a power cut any page of it may be.
fn is_mixed(now: &[u8], new: &[u8], before: &[u8]) -> bool {
    let (least, most) = (new.len().min(before.len()), new.len().max(before.len()));
    (least..=most).contains(&now.len())
        && now
            .iter()
            .enumerate()
            .all(|(place, byte)| new.get(place) == Some(byte) || before.get(place) == Some(byte))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::store::failpoint::with_fault;

    const DEAD: u32 = 2_000_000_000;

    #[test]
    fn a_write_cut_short_is_completed_and_a_later_change_is_left_alone() {
        let table: [(&[u8], &[u8]); 4] = [
            (b"old words", b"old words"),
            (b"new words of mine", b"new words of mine"),
            (b"new words", b"new words of mine"),
            (b"somebody else's", b"somebody else's"),
        ];
        for (found, made_of_it) in table {
            let folder = TempDir::new().expect("a temporary folder");
            let path = folder.path().join("a.yaml");
            fs::write(&path, found).expect("a file");
            let new = temporary_path(&path, DEAD, NEW);
            fs::write(new, "new words of mine").expect("a file");
            fs::write(temporary_path(&path, DEAD, BEFORE), "old words").expect("a file");
            mend(&path).expect("a disk");
            assert_eq!(fs::read(&path).expect("a file"), made_of_it);
            assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
        }
    }

    #[test]
    fn a_failure_at_any_call_leaves_the_old_content_or_a_way_to_the_new() {
        for from in 1..20 {
            let folder = TempDir::new().expect("a temporary folder");
            let path = folder.path().join("a.yaml");
            fs::write(&path, "old words").expect("a file");
            let plan = format!("io@{from}-99");
            let (written, _) = with_fault(&plan, || write_over(&path, b"new", b"old words"));
            let found = fs::read(&path).expect("a file");
            if found == b"old words" {
                assert!(written.is_err(), "{plan}");
            } else {
                mend(&path).expect("a disk");
                assert_eq!(fs::read(&path).expect("a file"), b"new", "{plan}");
            }
        }
    }
}
