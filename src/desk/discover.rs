//! Which claim files a person means by a path.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::desk::articles::unreadable;
use crate::store;
use crate::text::Problem;

/// Folders that hold other people's files or what programs made.
const SKIPPED: &[&str] = &["target", "node_modules", "vendor"];

/// The claim files that `paths` mean: a claim file itself, an article's claim
/// file, all claim files below a folder. No path means the current folder.
///
/// Finding nothing is a problem: what was not looked at is not in order.
pub fn claim_files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Problem> {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here[..] } else { paths };
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            below(path, &mut found);
        } else {
            found.push(named_claim_file(path)?);
        }
    }
    found.sort();
    found.dedup();
    if found.is_empty() {
        let places: Vec<_> = paths.iter().map(|it| it.display().to_string()).collect();
        return Err(Problem::error(format!(
            "there is no claim file below {}",
            places.join(", ")
        ))
        .next_step("make one with: redpencil split ARTICLE"));
    }
    Ok(found)
}

/// The claim file that the file `path` means: itself, or the article's.
pub fn named_claim_file(path: &Path) -> Result<PathBuf, Problem> {
    let claims = if store::is_claim_file(path) {
        path.to_owned()
    } else {
        store::claim_file_of(path)
    };
    if claims.is_file() {
        return Ok(claims);
    }
    if path.is_file() {
        return Err(Problem::error(format!(
            "this article has no claim file yet ({})",
            claims.display()
        ))
        .in_file(path)
        .next_step("make one with: redpencil split ARTICLE"));
    }
    Err(Problem::error("there is no such file")
        .in_file(path)
        .next_step("check the spelling of the path"))
}

fn below(folder: &Path, found: &mut Vec<PathBuf>) {
    let wanted = |entry: &DirEntry| entry.depth() == 0 || !is_skipped(entry);
    for entry in WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(wanted)
    {
        // A folder that may not be read is passed over, as `grep -r` would.
        let Ok(entry) = entry else { continue };
        if entry.file_type().is_file() && store::is_claim_file(entry.path()) {
            let path = entry.into_path();
            found.push(path.strip_prefix(".").map(Path::to_owned).unwrap_or(path));
        }
    }
}

fn is_skipped(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') || (entry.file_type().is_dir() && SKIPPED.contains(&&*name))
}

/// The articles that lie in `folder` itself, in the order of their names.
pub fn articles_in(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let paths = entries.filter_map(|it| Some(it.ok()?.path()));
    let mut articles: Vec<_> = paths
        .filter(|it| store::is_article(it) && it.is_file())
        .collect();
    articles.sort();
    Ok(articles)
}
