//! Reads what the list of articles shows, on all cores, and tells of it as it goes.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::app::{ArticleRow, ArticleState};
use crate::claim::ClaimFile;
use crate::desk::articles::read_bounded;
use crate::desk::discover::files_below;
use crate::desk::loaded::read_claims;
use crate::store::{self, Document};
use crate::text::Problem;

/// What was found of the articles that the list shows.
#[derive(Debug)]
pub enum Gathered {
    /// Some of them.
    Rows(Vec<ArticleRow>),
    /// There are no others.
    All,
}

/// Files that are read and told of together: few enough that the first ones are
/// on the screen at once, enough that not every file makes a frame.
const PORTION: usize = 32;

/// Looks for articles and claim files at `paths`, files or folders, and reads
/// them in the background; `report` hears of them from other threads.
pub fn gather(paths: Vec<PathBuf>, report: impl Fn(Gathered) + Clone + Send + 'static) {
    let (portions, inbox) = channel();
    thread::spawn(move || find(&paths, &portions));
    let inbox = Arc::new(Mutex::new(inbox));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::spawn(move || {
        let readers: Vec<_> = (0..cores)
            .map(|_| {
                let (inbox, report) = (Arc::clone(&inbox), report.clone());
                thread::spawn(move || read(&inbox, &report))
            })
            .collect();
        for reader in readers {
            // A reader that broke off has told of what it had read.
            let _ = reader.join();
        }
        report(Gathered::All);
    });
}

/// The article of the list that `path` is: an article or a claim file.
pub fn article_row(path: &Path) -> ArticleRow {
    if store::is_claim_file(path) {
        return claim_file_row(path);
    }
    let claims = store::claim_file_of(path);
    if claims.is_file() {
        return claim_file_row(&claims);
    }
    let place = path.display().to_string();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    ArticleRow {
        opens: path.to_owned(),
        article: path.canonicalize().ok(),
        title: name.into_owned(),
        place,
        language: None,
        state: ArticleState::NotSplit,
    }
}

/// Names the files at `paths`, portion by portion, each once.
fn find(paths: &[PathBuf], portions: &Sender<Vec<PathBuf>>) {
    let mut seen = HashSet::new();
    let mut portion = Vec::with_capacity(PORTION);
    for path in paths.iter().flat_map(|it| files_below(it)) {
        // A claim file may lie elsewhere than the article that led to it.
        let path = if store::is_claim_file(&path) {
            path
        } else {
            let claims = store::claim_file_of(&path);
            if claims.is_file() { claims } else { path }
        };
        if !seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())) {
            continue;
        }
        portion.push(path);
        if portion.len() == PORTION && portions.send(std::mem::take(&mut portion)).is_err() {
            return;
        }
    }
    // Nobody reads any more when the list was left.
    let _ = portions.send(portion);
}

/// Reads portions until there are no more.
fn read(inbox: &Mutex<Receiver<Vec<PathBuf>>>, report: &impl Fn(Gathered)) {
    loop {
        // The lock is held while waiting: the next portion has one reader anyway.
        let Ok(Ok(portion)) = inbox.lock().map(|it| it.recv()) else {
            return;
        };
        let rows = portion.iter().map(|it| article_row(it)).collect();
        report(Gathered::Rows(rows));
    }
}

fn claim_file_row(path: &Path) -> ArticleRow {
    let place = path.display().to_string();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match overview(path) {
        Ok(file) => ArticleRow {
            opens: path.to_owned(),
            article: article_of(path, &file),
            place,
            title: title(&file),
            language: file.article.language.clone(),
            state: ArticleState::of(&file),
        },
        Err(problem) => ArticleRow {
            opens: path.to_owned(),
            article: None,
            place,
            title: name.into_owned(),
            language: None,
            state: ArticleState::Unreadable(told(&problem)),
        },
    }
}

/// What the list needs to know of a claim file. Thousands are read at once, so
/// only those that are not as redpencil writes them are read in full.
fn overview(path: &Path) -> Result<ClaimFile, Problem> {
    let skimmed = read_bounded(path).ok().and_then(|it| store::skim(&it));
    match skimmed {
        Some(file) => Ok(file),
        None => read_claims(path).map(Document::into_file),
    }
}

fn article_of(claims: &Path, file: &ClaimFile) -> Option<PathBuf> {
    store::article_of(claims, file).ok()?.canonicalize().ok()
}

fn title(file: &ClaimFile) -> String {
    let article = &file.article;
    article
        .title
        .clone()
        .unwrap_or_else(|| article.file.clone())
}

fn told(problem: &Problem) -> String {
    let next = problem.what_next().map(|it| format!("; {it}"));
    format!("{}{}", problem.headline(), next.unwrap_or_default())
}
