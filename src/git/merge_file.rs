//! The merge by lines, as git does it where no merge driver is at hand.

use std::path::Path;

use crate::git::process::{answer, reading};

/// Merges `base`, `ours` and `theirs` by lines into `ours`; what does not fit
/// stands there between markers of `marker_size` characters.
///
/// # Errors
/// In git's words, where there is no git or it would not.
pub fn merge_lines(
    ours: &Path,
    base: &Path,
    theirs: &Path,
    marker_size: u16,
) -> Result<(), String> {
    let mut git = reading(Path::new("."));
    git.args([
        "merge-file",
        "-q",
        "-L",
        "ours",
        "-L",
        "base",
        "-L",
        "theirs",
    ])
    .arg(format!("--marker-size={marker_size}"))
    .arg("--")
    .args([ours, base, theirs])
    .stderr(std::process::Stdio::piped());
    let output = answer(&mut git).map_err(|it| it.to_string())?;
    // The code is the number of conflicts, at most 127; beyond, it failed.
    match output.status.code() {
        Some(0..=127) => Ok(()),
        Some(_) | None => Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
    }
}
