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

/// The claim files of the work tree at `top`, without those of repositories
/// that lie in it: submodules, clones, linked work trees.
pub(super) fn claim_files_of_work_tree(top: &Path) -> Vec<PathBuf> {
    let is_another = |it: &DirEntry| it.file_type().is_dir() && it.path().join(".git").exists();
    WalkDir::new(top)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|it| it.depth() == 0 || !(is_skipped(it) || is_another(it)))
        .filter_map(Result::ok)
        .filter(|it| it.file_type().is_file() && store::is_claim_file(it.path()))
        .map(DirEntry::into_path)
        .collect()
}

/// Whether `path` leads through a folder in which nobody looks for claim files.
pub(super) fn is_passed_over(path: &Path) -> bool {
    let folders = path.parent().into_iter().flat_map(Path::iter);
    let mut names = folders.map(|it| it.to_string_lossy());
    names.any(|it| it.starts_with('.') || SKIPPED.contains(&&*it))
        || path
            .file_name()
            .is_some_and(|it| it.to_string_lossy().starts_with('.'))
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
    found.extend(regular_files_below(folder).filter(|it| store::is_claim_file(it)));
}

/// The articles and claim files at `path`: itself, or what lies below the folder,
/// found one by one, in the order of their names.
pub(super) fn files_below(path: &Path) -> Box<dyn Iterator<Item = PathBuf> + '_> {
    if !path.is_dir() {
        return Box::new(std::iter::once(path.to_owned()));
    }
    let wanted = |it: &PathBuf| store::is_claim_file(it) || store::is_article(it);
    Box::new(regular_files_below(path).filter(wanted))
}

/// The claim files below `folder`, at most so many folders down: 1 is the folder
/// alone.
pub(super) fn claim_files_below(folder: &Path, depth: usize) -> impl Iterator<Item = PathBuf> {
    files_to_depth(folder, depth).filter(|it| store::is_claim_file(it))
}

fn regular_files_below(folder: &Path) -> impl Iterator<Item = PathBuf> {
    files_to_depth(folder, usize::MAX)
}

fn files_to_depth(folder: &Path, depth: usize) -> impl Iterator<Item = PathBuf> {
    let wanted = |entry: &DirEntry| entry.depth() == 0 || !is_skipped(entry);
    WalkDir::new(folder)
        .max_depth(depth)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(wanted)
        // A folder that may not be read is passed over, as `grep -r` would.
        .filter_map(Result::ok)
        .filter(|it| it.file_type().is_file())
        .map(|entry| {
            let path = entry.into_path();
            path.strip_prefix(".").map(Path::to_owned).unwrap_or(path)
        })
}

fn is_skipped(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') || (entry.file_type().is_dir() && SKIPPED.contains(&&*name))
}

/// What a person who names `folder` wants to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderContent {
    /// Nothing lies there that could be reviewed.
    Nothing,
    /// One article, or one claim file.
    One(PathBuf),
    /// More than one.
    Several,
}

/// Looks into `folder` as far as needed to tell one article from several.
pub fn content_of(folder: &Path) -> Result<FolderContent, Problem> {
    fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let mut one: Option<PathBuf> = None;
    for path in files_below(folder) {
        // An article and its claim file are one.
        let path = if store::is_claim_file(&path) {
            path
        } else {
            let claims = store::claim_file_of(&path);
            if claims.is_file() { claims } else { path }
        };
        match &one {
            Some(known) if known.canonicalize().ok() == path.canonicalize().ok() => {}
            Some(_) => return Ok(FolderContent::Several),
            None => one = Some(path),
        }
    }
    Ok(one.map_or(FolderContent::Nothing, FolderContent::One))
}
