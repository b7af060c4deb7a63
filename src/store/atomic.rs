//! Replaces a file whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::text::Problem;

/// Why a file was not saved; it is as it was.
#[derive(Debug)]
pub enum SaveError {
    /// It no longer holds what the caller took for its content.
    ChangedUnderneath,
    /// The system would not.
    Failed(Problem),
}

/// Puts `bytes` into the file at `path`, which must still hold `expected`, or
/// not be there where that is none. When this returns, the new content has
/// reached the disk; when it fails, or the power does, the old content stays.
///
/// Links are followed first, permissions are kept. A file that has several
/// names (hard links) is written in place, because replacing it would part
/// the names: it alone is not safe from a power cut.
pub fn save(path: &Path, bytes: &[u8], expected: Option<&[u8]>) -> Result<(), SaveError> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let told = |doing: &str, error: &io::Error| SaveError::Failed(failed(path, doing, error));
    let about = match fs::metadata(&target) {
        Ok(about) if !about.is_file() => {
            let problem = Problem::error("this is no regular file").in_file(path);
            return Err(SaveError::Failed(
                problem.next_step("name another claim file"),
            ));
        }
        Ok(about) if about.permissions().readonly() => {
            let problem = Problem::error("this file is read-only").in_file(path);
            return Err(SaveError::Failed(
                problem.next_step("make it writable: chmod u+w"),
            ));
        }
        Ok(about) => Some(about),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(told("could not be looked at", &error)),
    };
    let before = match &about {
        Some(_) => Some(fs::read(&target).map_err(|it| told("could not be read", &it))?),
        None => None,
    };
    if before.as_deref() != expected {
        return Err(SaveError::ChangedUnderneath);
    }
    if about.as_ref().is_some_and(has_several_names) {
        return write_in_place(&target, bytes).map_err(|it| told("could not be written", &it));
    }
    let folder = folder_of(&target);
    let temporary = temporary_beside(&target);
    let written = write_new(&temporary, bytes, about.as_ref())
        .and_then(|()| fs::rename(&temporary, &target))
        .and_then(|()| File::open(folder)?.sync_all());
    written.map_err(|error| {
        // Gone already where the rename went through.
        let _ = fs::remove_file(&temporary);
        told("could not be saved", &error)
    })
}

/// The folder of a file; that of a bare name is the current one.
fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|it| !it.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// A name that `.gitignore` can know and no other process takes.
fn temporary_beside(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.redpencil-{}", std::process::id()))
}

fn write_new(path: &Path, bytes: &[u8], like: Option<&fs::Metadata>) -> io::Result<()> {
    // One that a killed process of the same number left behind is ours to remove.
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    if let Some(like) = like {
        file.set_permissions(like.permissions())?;
        keep_owner(&file, like);
    }
    file.write_all(bytes)?;
    file.sync_all()
}

fn write_in_place(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).truncate(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(unix)]
fn has_several_names(about: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(about) > 1
}

#[cfg(not(unix))]
fn has_several_names(_: &fs::Metadata) -> bool {
    false
}

/// Only the superuser may give files away, so this is tried and not required.
#[cfg(unix)]
fn keep_owner(file: &File, like: &fs::Metadata) {
    use std::os::unix::fs::MetadataExt as _;
    let _ = std::os::unix::fs::fchown(file, Some(like.uid()), Some(like.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &fs::Metadata) {}

fn failed(path: &Path, doing: &str, error: &io::Error) -> Problem {
    let next_step = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "make room on the disk",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "check that you may write in its folder"
        }
        io::ErrorKind::NotFound => "check that its folder is there",
        _ => "check the disk",
    };
    let problem = Problem::error(format!("it {doing}: {error}")).in_file(path);
    problem.next_step(format!("{next_step}; the file is as it was"))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn folder() -> TempDir {
        TempDir::new().expect("a temporary folder")
    }

    #[test]
    fn a_file_is_made_and_replaced_and_nothing_is_left_beside_it() {
        let folder = folder();
        let path = folder.path().join("a.yaml");
        save(&path, b"one", None).expect("a save");
        save(&path, b"two", Some(b"one")).expect("a save");
        assert_eq!(fs::read(&path).expect("a file"), b"two");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    #[test]
    fn what_another_program_wrote_is_not_overwritten() {
        let folder = folder();
        let path = folder.path().join("a.yaml");
        fs::write(&path, "theirs").expect("a file");
        for expected in [None, Some(&b"ours"[..])] {
            let refused = save(&path, b"new", expected);
            assert!(matches!(refused, Err(SaveError::ChangedUnderneath)));
        }
        assert_eq!(fs::read(&path).expect("a file"), b"theirs");
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_stay() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = folder();
        let (path, link) = (
            folder.path().join("a.yaml"),
            folder.path().join("link.yaml"),
        );
        fs::write(&path, "one").expect("a file");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("permissions");
        std::os::unix::fs::symlink(&path, &link).expect("a link");
        save(&link, b"two", Some(b"one")).expect("a save");
        assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
        assert_eq!(fs::read(&path).expect("a file"), b"two");
        let mode = fs::metadata(&path).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
        let name = folder.path().join("second.yaml");
        fs::hard_link(&path, &name).expect("a second name");
        save(&path, b"three", Some(b"two")).expect("a save");
        assert_eq!(fs::read(&name).expect("a file"), b"three");
    }

    #[test]
    fn what_cannot_be_written_is_told_and_stays() {
        let folder = folder();
        let path = folder.path().join("a.yaml");
        fs::write(&path, "one").expect("a file");
        let mut permissions = fs::metadata(&path).expect("a file").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).expect("permissions");
        let Err(SaveError::Failed(problem)) = save(&path, b"two", Some(b"one")) else {
            panic!("a read-only file was replaced");
        };
        assert!(problem.to_string().contains("read-only"), "{problem}");
        let Err(SaveError::Failed(problem)) = save(&path.join("b"), b"", None) else {
            panic!("a file below a file");
        };
        assert!(
            problem
                .what_next()
                .is_some_and(|it| it.contains("as it was")),
            "{problem}"
        );
    }
}
