//! Saves the claim file, off the interface's thread.

use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use crate::claim::{Claim, ClaimFile, ClaimId};
use crate::review::Review;
use crate::store::{self, Document, Journal, SaveError};
use crate::text::Problem;

/// How a save ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// Everything up to now is on disk.
    Saved,
    /// It is not; the next change tries again.
    Failed(Problem),
}

/// What there is to save, as the saver hears of it.
#[derive(Debug)]
pub(super) struct Job {
    what: Changed,
    /// How many steps of the journal are done with it.
    steps: usize,
}

#[derive(Debug)]
enum Changed {
    /// Claims that changed inside.
    Claims(Vec<Claim>),
    /// Claims were added or removed, or the particulars changed.
    Whole(Box<ClaimFile>),
}

impl Job {
    /// What there is to save after a step that touched these claims.
    pub(super) fn of(review: &Review, touched: &[ClaimId], steps: usize) -> Self {
        let claims: Option<Vec<Claim>> =
            touched.iter().map(|id| review.claim(id).cloned()).collect();
        match claims {
            Some(claims) if !claims.is_empty() => Self {
                what: Changed::Claims(claims),
                steps,
            },
            // A claim that is gone, or a change of no claim at all.
            _ => Self::whole(review, steps),
        }
    }

    /// Everything.
    pub(super) fn whole(review: &Review, steps: usize) -> Self {
        Self {
            what: Changed::Whole(Box::new(review.file().clone())),
            steps,
        }
    }
}

/// A thread that writes the claim file, at most one save behind.
pub(super) struct Saver {
    jobs: Sender<Job>,
    thread: JoinHandle<Result<(), Problem>>,
}

impl fmt::Debug for Saver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Saver")
    }
}

impl Saver {
    /// Starts a saver for the claim file at `path`: `document` is what was read
    /// from there, none where there is no file yet; `file` is what the review began with.
    pub(super) fn start(
        path: PathBuf,
        document: Option<Document>,
        file: ClaimFile,
        journal: Option<Journal>,
        report: impl Fn(Report) + Send + 'static,
    ) -> Self {
        let (jobs, inbox) = channel();
        let thread = std::thread::spawn(move || {
            let mut desk = Keeper {
                path,
                document,
                file,
                journal,
                steps: 0,
            };
            desk.keep(&inbox, &report)
        });
        Self { jobs, thread }
    }

    pub(super) fn send(&self, job: Job) {
        // The thread ends only when this end is dropped.
        let _ = self.jobs.send(job);
    }

    /// Saves what is left and answers whether everything is on disk.
    pub(super) fn finish(self) -> Result<(), Problem> {
        drop(self.jobs);
        self.thread.join().unwrap_or_else(|_| {
            Err(Problem::error("saving stopped")
                .next_step("look at the claim file before you go on"))
        })
    }
}

/// What the saver's thread knows.
struct Keeper {
    path: PathBuf,
    document: Option<Document>,
    file: ClaimFile,
    journal: Option<Journal>,
    /// How many steps of the journal `file` has taken.
    steps: usize,
}

impl Keeper {
    fn keep(&mut self, inbox: &Receiver<Job>, report: &impl Fn(Report)) -> Result<(), Problem> {
        let mut unsaved = None;
        while let Ok(first) = inbox.recv() {
            self.take(std::iter::once(first).chain(inbox.try_iter()));
            unsaved = self.save().err();
            report(unsaved.clone().map_or(Report::Saved, Report::Failed));
        }
        match unsaved {
            None => Ok(()),
            Some(_) => self.save().map_err(|problem| self.rescue(problem)),
        }
    }

    /// Brings the file up to date with everything that waits.
    fn take(&mut self, jobs: impl Iterator<Item = Job>) {
        let mut changed: HashMap<ClaimId, Claim> = HashMap::new();
        for job in jobs {
            self.steps = job.steps;
            match job.what {
                Changed::Claims(claims) => {
                    changed.extend(claims.into_iter().map(|it| (it.id.clone(), it)));
                }
                Changed::Whole(file) => {
                    self.file = *file;
                    changed.clear();
                }
            }
        }
        for claim in &mut self.file.claims {
            if let Some(newer) = changed.remove(&claim.id) {
                *claim = newer;
            }
        }
    }

    fn save(&mut self) -> Result<(), Problem> {
        let next = match &self.document {
            Some(document) => document.with(&self.file, &self.path)?,
            None => Document::new(&self.file, &self.path)?,
        };
        let before = self.document.as_ref().map(Document::bytes);
        match store::save(&self.path, &next.bytes(), before.as_deref()) {
            Ok(()) => {
                if let Some(journal) = &mut self.journal {
                    // Not noted means replayed once more, which changes nothing.
                    let _ = journal.saved(self.steps, next.text());
                }
                self.document = Some(next);
                Ok(())
            }
            Err(SaveError::ChangedUnderneath) => Err(Problem::error(
                "the claim file was changed by another program since it was read",
            )
            .in_file(&self.path)
            .next_step("nothing of it was overwritten; your work goes on in memory")),
            Err(SaveError::Failed(problem)) => Err(problem),
        }
    }

    /// The last resort at the end of a session: what could not be saved goes
    /// into a file of its own, and nothing on disk is touched.
    fn rescue(&self, problem: Problem) -> Problem {
        let text = store::write(&self.file);
        for number in 1..100 {
            let path = rescue_path(&self.path, number);
            if path.exists() {
                continue;
            }
            return match store::save(&path, text.as_bytes(), None) {
                Ok(()) => problem.next_step(format!("your work is in {}", path.display())),
                Err(_) => problem,
            };
        }
        problem
    }
}

fn rescue_path(path: &Path, number: usize) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{name}.rescued-{number}"))
}
