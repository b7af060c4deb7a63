//! Brings back what a session that ended badly had not saved, and the way back.

use std::io;
use std::path::{Path, PathBuf};

use crate::claim::ClaimFile;
use crate::desk::bounds;
use crate::review::{Review, Step};
use crate::store::{self, Document, Journal, Recovered};
use crate::text::Problem;

/// A review as it goes on, and the journal that it goes on in.
pub(super) struct Resumed {
    pub(super) review: Review,
    /// None where no journal can be kept.
    pub(super) journal: Option<Journal>,
    /// Steps in the journal.
    pub(super) steps: usize,
    /// Whether the review holds something that the claim file does not.
    pub(super) unsaved: bool,
    /// What the person should know.
    pub(super) notice: Option<String>,
}

/// Goes on with the review of `file`, which is what the claim file at `claims`
/// says, or what was just split where `document` is none.
pub(super) fn resume(claims: &Path, document: Option<&Document>, file: &ClaimFile) -> Resumed {
    let text = document.map_or("", Document::text);
    let digest = store::digest(text);
    let mut resumed = Resumed {
        review: Review::new(file.clone()),
        journal: None,
        steps: 0,
        unsaved: false,
        notice: None,
    };
    let path = match store::journal_path(claims) {
        Ok(path) => path,
        Err(problem) => {
            resumed.notice = Some(told_no_journal(&problem));
            return resumed;
        }
    };
    let mut base = document.map_or_else(|| store::write(file), |it| it.text().to_owned());
    let mut steps = Vec::new();
    // How many of the steps the claim file has.
    let mut saved = 0;
    let found = store::recover(&path);
    if !matches!(found, Ok(Some(_))) && keep_aside(&path) {
        resumed.notice = Some(told_unreadable(&path));
    }
    if let Ok(Some(found)) = found {
        let known = found.steps_in(&digest);
        saved = known.unwrap_or(found.saved);
        let left = found.steps.len() - saved;
        let review = known.and_then(|_| replayed(claims, &found));
        match review {
            Some(_) if left == 0 && found.steps.len() >= bounds::STEPS => saved = 0,
            Some(review) => {
                resumed.review = review;
                resumed.unsaved = left > 0;
                resumed.notice = (left > 0).then(|| told_came_back(left));
                base = found.base;
                steps = found.steps;
            }
            None => {
                if left > 0 {
                    keep_aside(&path);
                    steps = put_onto(&mut resumed.review, &found.steps[saved..]);
                    resumed.unsaved = !steps.is_empty();
                    resumed.notice = Some(told_put_onto(left, steps.len()));
                }
                saved = 0;
            }
        }
    }
    resumed.steps = steps.len();
    let begun = Journal::begin(&path, claims, &digest, &base, &steps)
        // The base may be older than the file, and the digest is the file's.
        .and_then(|it| it.saved(saved, &digest).map(|()| it));
    match begun {
        Ok(journal) => resumed.journal = Some(journal),
        Err(error) => resumed.notice = Some(told_no_journal(&error)),
    }
    resumed
}

/// The review with its whole history; none where the journal does not fit itself.
fn replayed(claims: &Path, found: &Recovered) -> Option<Review> {
    let document = store::read_text(&found.base, claims).ok()?;
    let mut review = Review::new(document.into_file());
    for step in &found.steps {
        review.take(step.clone()).ok()?;
    }
    Some(review)
}

/// Takes the steps that still fit a claim file that was changed elsewhere.
fn put_onto(review: &mut Review, steps: &[Step]) -> Vec<Step> {
    let fits = |step: &&Step| review.take((*step).clone()).is_ok();
    steps.iter().filter(fits).cloned().collect()
}

/// The journal stays beside the new one, for the case that somebody misses
/// something. Answers whether there was one and it does.
fn keep_aside(path: &Path) -> bool {
    std::fs::rename(path, aside(path)).is_ok()
}

fn aside(path: &Path) -> PathBuf {
    let mut old = path.as_os_str().to_owned();
    old.push(".old");
    PathBuf::from(old)
}

fn told_unreadable(path: &Path) -> String {
    format!(
        "the journal of the last session cannot be read; it is kept as {}",
        aside(path).display()
    )
}

fn told_came_back(left: usize) -> String {
    format!("{} that had not been saved came back", changes(left))
}

fn told_put_onto(left: usize, taken: usize) -> String {
    format!(
        "the claim file was changed elsewhere; of {} that had not been saved {taken} were put onto it",
        changes(left)
    )
}

fn told_no_journal(why: &impl std::fmt::Display) -> String {
    format!("no journal can be kept ({why}): only the claim file holds your work")
}

fn changes(number: usize) -> String {
    format!(
        "{number} {}",
        if number == 1 { "change" } else { "changes" }
    )
}

/// A step that could not be written down, in words.
pub(super) fn not_journalled(error: &io::Error) -> Problem {
    Problem::error(format!("this change is not in the journal: {error}"))
        .next_step("it stays on the screen and is saved as soon as that works")
}
