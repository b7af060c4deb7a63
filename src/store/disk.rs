//! Every call by which the store changes the disk: one place, so that a test
//! can make each of them fail.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _};
use std::os::unix::fs::{FileExt as _, OpenOptionsExt as _};
use std::path::Path;

use rustix::fs::{CWD, OFlags, RenameFlags, renameat_with};
use rustix::io::Errno;
use rustix::process::{Signal, getpid, kill_process};

use crate::store::bounds;
use crate::store::failpoint::{self, Fault};

/// Makes a file that is not there yet, with the permissions `mode` as far as
/// the person's mask lets it.
pub(super) fn create_new(path: &Path, mode: u32) -> io::Result<File> {
    pass()?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(mode);
    options.open(path)
}

/// Opens a file that is there, to write over it. A link that has come into its
/// place is not followed: it may lead anywhere.
pub(super) fn open_to_write(path: &Path) -> io::Result<File> {
    pass()?;
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    options.custom_flags(flags(OFlags::NOFOLLOW | OFlags::NONBLOCK));
    options.open(path)
}

/// Opens a regular file to read it. What is none is refused without waiting for
/// anything: a pipe may have come into the place of a file since it was looked at.
pub fn open_regular(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    options.custom_flags(flags(OFlags::NONBLOCK | OFlags::NOCTTY));
    let file = options.open(path)?;
    if file.metadata()?.is_file() {
        return Ok(file);
    }
    Err(io::Error::other("this is no regular file"))
}

/// The bytes of a regular file; of one that is larger than any claim file, its
/// beginning, which is no claim file either.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = bounds::MOST_BYTES as u64 + 1;
    open_regular(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn flags(flags: OFlags) -> i32 {
    // The bits of an open(2) flag are the same, signed or not.
    flags.bits().cast_signed()
}

/// Writes all of `bytes` from byte `at` of the file on.
pub(super) fn write_at(file: &File, bytes: &[u8], at: u64) -> io::Result<()> {
    let Some(fault) = failpoint::reached() else {
        return file.write_all_at(bytes, at);
    };
    let (first, rest) = bytes.split_at(bytes.len() / 2);
    if fault != Fault::Kill {
        file.write_all_at(first, at)?;
    }
    suffer(fault)?;
    file.write_all_at(rest, at + first.len() as u64)
}

/// Makes the file end behind `length` bytes.
pub(super) fn cut(file: &File, length: u64) -> io::Result<()> {
    pass()?;
    file.set_len(length)
}

/// Waits until the bytes of the file, and all that is known about it, are on the disk.
pub(super) fn sync(file: &File) -> io::Result<()> {
    pass()?;
    file.sync_all()
}

/// Waits until the bytes of the file are on the disk.
pub(super) fn sync_data(file: &File) -> io::Result<()> {
    pass()?;
    file.sync_data()
}

/// Waits until the names in `folder` are on the disk.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    pass()?;
    match File::open(folder)?.sync_all() {
        // Some file systems keep names safe by themselves and know no such call.
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()),
        synced => synced,
    }
}

/// Lets `from` take the name and place of `to`.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    pass()?;
    fs::rename(from, to)
}

/// Lets `from` take the name `to`, which nothing may have.
pub(super) fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    pass()?;
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        // A file system, or a system, that knows no such call.
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {}
        done => return done.map_err(io::Error::from),
    }
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // Nor second names: what is left is to look, and to be quick.
        Err(_) if fs::symlink_metadata(to).is_ok() => Err(Errno::EXIST.into()),
        Err(_) => fs::rename(from, to),
    }
}

/// Removes a file.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    pass()?;
    fs::remove_file(path)
}

fn pass() -> io::Result<()> {
    failpoint::reached().map_or(Ok(()), suffer)
}

fn suffer(fault: Fault) -> io::Result<()> {
    match fault {
        Fault::Kill | Fault::Tear => {
            // Nothing is told and nothing tidied up: a process killed has no time for either.
            let _ = kill_process(getpid(), Signal::KILL);
            Ok(())
        }
        Fault::Short => Ok(()),
        Fault::Panic => panic!("a fault that a test planned: a\u{1b}]0;pwned\u{7}b"),
        Fault::Error(number) => Err(io::Error::from_raw_os_error(number)),
    }
}
