//! `redpencil diff`: what changed in the verdicts between two points.

mod json;
mod markdown;
mod summary;
mod text;
mod words;

use std::io;
use std::path::{Path, PathBuf};

use crate::cli::arguments::{DiffFormat, DiffOptions};
use crate::cli::output::{Output, ended, say, tell};
use crate::cli::{config, exit_code};
use crate::config::WhenColour;
use crate::desk::{self, FileChanges, Point};
use crate::store;

/// Runs the subcommand.
pub(crate) fn run(options: &DiffOptions) -> u8 {
    let (from, to, more) = match points(&options.points, &desk::is_revision) {
        Ok(points) => points,
        Err(wrong) => {
            say(&wrong);
            return exit_code::WRONG_USE;
        }
    };
    let paths: Vec<PathBuf> = options.paths.iter().cloned().chain(more).collect();
    let mut files = match desk::changes_between(&from, &to, &paths) {
        Ok(files) => files,
        Err(problem) => {
            tell(&problem);
            return exit_code::BAD_INPUT;
        }
    };
    if options.verdicts_only {
        for file in &mut files {
            file.changes.retain(|it| it.field.is_about_a_verdict());
        }
        files.retain(|it| !it.changes.is_empty());
    }
    let code = if options.exit_code && !files.is_empty() {
        exit_code::NO
    } else {
        exit_code::DONE
    };
    let when = match config::when(options.colour) {
        Ok(when) => when,
        Err(problem) => {
            tell(&problem);
            return exit_code::BAD_INPUT;
        }
    };
    ended(print(&files, options, when, code))
}

fn print(
    files: &[FileChanges],
    options: &DiffOptions,
    when: WhenColour,
    code: u8,
) -> io::Result<u8> {
    let mut out = Output::new().coloured(when);
    match options.format {
        DiffFormat::Text => text::print(&mut out, files, options.stat)?,
        DiffFormat::Json => json::print(&mut out, files, options.stat)?,
        DiffFormat::Markdown => markdown::print(&mut out, files, options.stat)?,
    }
    out.finish(code)
}

/// What was named: from where to where, and the paths that limit it.
type Named = (Point, Point, Vec<PathBuf>);

/// Reads what was named: `A B`, `A..B`, `A...B`, `A` (to the work tree), nothing
/// (from HEAD to the work tree), files, and paths behind them. `is_revision` is
/// asked of a word that names a folder: a branch may be called like it.
fn points(named: &[String], is_revision: &dyn Fn(&str) -> bool) -> Result<Named, String> {
    let head = || Point::Revision("HEAD".to_owned());
    let is_folder = |it: &String| Path::new(it).is_dir() && !is_revision(it);
    if let Some((range, rest)) = named
        .split_first()
        .and_then(|(one, rest)| Some((range(one)?, rest)))
    {
        return Ok((range.0, range.1, limits(rest)?));
    }
    let (folders, words): (Vec<String>, Vec<String>) = named.iter().cloned().partition(is_folder);
    let mut limits: Vec<PathBuf> = limits(words.get(2..).unwrap_or_default())?;
    limits.extend(folders.into_iter().map(PathBuf::from));
    Ok(match words.as_slice() {
        [] => (head(), Point::WorkTree, limits),
        [one] => match point(one) {
            Point::File(file) => {
                limits.push(file);
                (head(), Point::WorkTree, limits)
            }
            from => (from, Point::WorkTree, limits),
        },
        [one, other, ..] => (point(one), point(other), limits),
    })
}

/// `A..B` or `A...B`, a missing side being HEAD.
fn range(word: &str) -> Option<(Point, Point)> {
    if Path::new(word).exists() {
        return None;
    }
    let or_head = |it: &str| if it.is_empty() { "HEAD" } else { it }.to_owned();
    if let Some((one, other)) = word.split_once("...") {
        let to = Point::Revision(or_head(other));
        return Some((Point::MergeBase(or_head(one), or_head(other)), to));
    }
    let (one, other) = word.split_once("..")?;
    // A path such as ../x is no range.
    let is_path = |it: &str| it.starts_with('/') || it.ends_with('/');
    let revision = |it: &str| Point::Revision(or_head(it));
    (!is_path(one) && !is_path(other)).then(|| (revision(one), revision(other)))
}

/// What a word means: a claim file or an article that is there, a file of a
/// revision, else a revision.
fn point(word: &str) -> Point {
    let path = Path::new(word);
    if path.is_file() && (store::is_claim_file(path) || store::is_article(path)) {
        return Point::File(path.to_owned());
    }
    match word.split_once(':') {
        Some((revision, path)) if !revision.is_empty() && !path.is_empty() => {
            Point::FileAt(revision.to_owned(), PathBuf::from(path))
        }
        Some(_) | None => Point::Revision(word.to_owned()),
    }
}

/// Words behind the two points: paths that are there.
fn limits(words: &[String]) -> Result<Vec<PathBuf>, String> {
    let path = |it: &String| {
        let path = PathBuf::from(it);
        let wrong = || format!("at most two points can be compared, and {it:?} is no path here");
        path.exists().then_some(path).ok_or_else(wrong)
    };
    words.iter().map(path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<(Point, Point), String> {
        let words: Vec<String> = words.iter().map(|it| (*it).to_owned()).collect();
        points(&words, &|_| false).map(|it| (it.0, it.1))
    }

    #[test]
    fn points_are_read_as_git_reads_them() {
        let revision = |it: &str| Point::Revision(it.to_owned());
        assert_eq!(read(&[]), Ok((revision("HEAD"), Point::WorkTree)));
        assert_eq!(read(&["v1"]), Ok((revision("v1"), Point::WorkTree)));
        assert_eq!(read(&["v1", "v2"]), Ok((revision("v1"), revision("v2"))));
        assert_eq!(read(&["v1.."]), Ok((revision("v1"), revision("HEAD"))));
        let base = Point::MergeBase("main".to_owned(), "ana".to_owned());
        assert_eq!(read(&["main...ana"]), Ok((base, revision("ana"))));
        assert!(read(&["a", "b", "c"]).is_err());
    }

    #[test]
    fn a_file_of_a_revision_and_folders_are_told_from_revisions() {
        let file = Point::FileAt("v1".to_owned(), PathBuf::from("claims/a.yaml"));
        assert_eq!(read(&["v1:claims/a.yaml"]), Ok((file, Point::WorkTree)));
        let named = |words: &[&str], is_revision: bool| {
            let words: Vec<String> = words.iter().map(|it| (*it).to_owned()).collect();
            points(&words, &|_| is_revision).map(|it| (it.0, it.2))
        };
        let head = || Point::Revision("HEAD".to_owned());
        assert_eq!(
            named(&["src"], false),
            Ok((head(), vec![PathBuf::from("src")]))
        );
        let branch = Point::Revision("src".to_owned());
        assert_eq!(named(&["src"], true), Ok((branch, Vec::new())));
        let limits = vec![PathBuf::from("src")];
        let base = Point::MergeBase("a".to_owned(), "b".to_owned());
        assert_eq!(named(&["a...b", "src"], false), Ok((base, limits)));
    }
}
