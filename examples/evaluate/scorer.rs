//! Runs a scorer beside the data: predictions in, its figures out.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Hands `predictions` to `script` and answers with what it printed.
///
/// Errors are sentences for the person at the terminal: what failed and what
/// to do.
pub(crate) fn score(
    script: &Path,
    arguments: &[&str],
    gold: &[PathBuf],
    predictions: &[u8],
) -> Result<String, String> {
    if !script.is_file() {
        return Err(format!(
            "{}: the scorer is missing; it lies beside the data it scores",
            script.display()
        ));
    }
    let mut child = Command::new("python3")
        .arg(script)
        .args(arguments)
        .args(gold)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => {
                "python3 is not installed; the scorers need it, nothing else of Python".to_owned()
            }
            _ => format!("python3: {error}"),
        })?;
    // A scorer reads all of its input before it prints a table of some lines,
    // so writing first cannot block on a full pipe. One that stops early
    // (a fault in the gold file) says why on its standard error.
    let written = child
        .stdin
        .take()
        .expect("standard input was asked to be a pipe")
        .write_all(predictions);
    let output = child
        .wait_with_output()
        .map_err(|error| format!("{}: {error}", script.display()))?;
    if !output.status.success() {
        return Err(format!(
            "{} failed ({}): {}",
            script.display(),
            output.status,
            String::from_utf8_lossy(&output.stderr).trim_end()
        ));
    }
    written.map_err(|error| format!("{}: {error}", script.display()))?;
    String::from_utf8(output.stdout).map_err(|error| format!("{}: {error}", script.display()))
}

/// The files of `folder` whose names start with `prefix` and end in `.jsonl`,
/// in the order of their names.
pub(crate) fn rows_in(folder: &Path, prefix: &str) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries {
        let path = entry
            .map_err(|error| format!("{}: {error}", folder.display()))?
            .path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let is_rows = path.extension().is_some_and(|it| it == "jsonl");
        if is_rows && name.starts_with(prefix) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The name of a set: the file's, up to its first dot, without `prefix`.
pub(crate) fn set_name(file: &Path, prefix: &str) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.split('.').next().unwrap_or_default();
    stem.strip_prefix(prefix).unwrap_or(stem).to_owned()
}
