//! Which data was measured: a digest over its files, so that figures can be compared.

use std::fmt::{self, Write as _};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

/// What identifies a folder of data.
pub(crate) struct FolderDigest {
    files: usize,
    /// SHA-256 over each file's path and digest, in the order of the paths.
    sha256: String,
}

impl fmt::Display for FolderDigest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Twelve digits tell any two versions of one folder apart.
        let short = self.sha256.get(..12).unwrap_or(&self.sha256);
        write!(out, "data of {} files, sha256 {short}…", self.files)
    }
}

/// Reads every row and scorer (`*.jsonl`, `*.py`) below `folder`.
pub(crate) fn of_folder(folder: &Path) -> io::Result<FolderDigest> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.sort();
    let mut whole = Sha256::new();
    for file in &files {
        let name = file.strip_prefix(folder).unwrap_or(file);
        whole.update(name.to_string_lossy().as_bytes());
        whole.update(Sha256::digest(fs::read(file)?));
    }
    let mut sha256 = String::new();
    for byte in whole.finalize() {
        write!(sha256, "{byte:02x}").map_err(io::Error::other)?;
    }
    Ok(FolderDigest {
        files: files.len(),
        sha256,
    })
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_data = path
            .extension()
            .is_some_and(|it| it == "jsonl" || it == "py");
        if path.is_dir() {
            collect(&path, files)?;
        } else if is_data {
            files.push(path);
        }
    }
    Ok(())
}
