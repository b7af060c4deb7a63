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
    let (from, to, more) = match points(&options.points) {
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
        DiffFormat::Json => json::print(&mut out, files)?,
        DiffFormat::Markdown => markdown::print(&mut out, files)?,
    }
    out.finish(code)
}

/// From where to where, and the paths among what was named: `A B`, `A..B`,
/// `A...B`, `A` (to the work tree), nothing (from HEAD to the work tree), or files.
fn points(named: &[String]) -> Result<(Point, Point, Vec<PathBuf>), String> {
    let head = || Point::Revision("HEAD".to_owned());
    Ok(match named {
        [] => (head(), Point::WorkTree, Vec::new()),
        [one] => match point(one) {
            Point::File(file) => (head(), Point::WorkTree, vec![file]),
            Point::MergeBase(one, other) => {
                let to = Point::Revision(other.clone());
                (Point::MergeBase(one, other), to, Vec::new())
            }
            from => match one.split_once("..") {
                Some((from, to)) => (revision(from), revision(to), Vec::new()),
                None => (from, Point::WorkTree, Vec::new()),
            },
        },
        [one, other] => (point(one), point(other), Vec::new()),
        _ => return Err("at most two points can be compared; paths stand behind `--`".to_owned()),
    })
}

/// What a word means: a claim file or an article that is there, else a revision.
fn point(word: &str) -> Point {
    let path = Path::new(word);
    if path.is_file() && (store::is_claim_file(path) || store::is_article(path)) {
        return Point::File(path.to_owned());
    }
    match word.split_once("...") {
        Some((one, other)) => Point::MergeBase(or_head(one), or_head(other)),
        None => Point::Revision(word.to_owned()),
    }
}

fn revision(word: &str) -> Point {
    Point::Revision(or_head(word))
}

fn or_head(word: &str) -> String {
    if word.is_empty() { "HEAD" } else { word }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_read_as_git_reads_them() {
        let revision = |it: &str| Point::Revision(it.to_owned());
        let read = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(|it| (*it).to_owned()).collect();
            points(&words).map(|it| (it.0, it.1))
        };
        assert_eq!(read(&[]), Ok((revision("HEAD"), Point::WorkTree)));
        assert_eq!(read(&["v1"]), Ok((revision("v1"), Point::WorkTree)));
        assert_eq!(read(&["v1", "v2"]), Ok((revision("v1"), revision("v2"))));
        assert_eq!(read(&["v1.."]), Ok((revision("v1"), revision("HEAD"))));
        let base = Point::MergeBase("main".to_owned(), "ana".to_owned());
        assert_eq!(read(&["main...ana"]), Ok((base, revision("ana"))));
        assert!(read(&["a", "b", "c"]).is_err());
    }
}
