//! Saves the claim file and watches it, off the interface's thread.

use std::fmt;
use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;

use crate::app::{ArticleOnDisk, OutsideChange};
use crate::claim::{Claim, ClaimFile, ClaimId};
use crate::desk::keeper::Keeper;
use crate::desk::watch::{Watch, watch};
use crate::review::Review;
use crate::store::{Document, Journal};
use crate::text::Problem;

/// What the interface should hear of the claim file on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// Everything up to now is on disk.
    Saved,
    /// It is not; the next change tries again.
    Failed(Problem),
    /// Another program changed the file: nothing is saved until the review has
    /// taken that in.
    Changed(Box<OutsideChange>),
    /// The article's file is otherwise than it was a moment before.
    Article(ArticleOnDisk),
    /// Something else that the person should know.
    Told(String),
}

/// What there is to save, as the saver hears of it.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) what: Changed,
    /// How many steps of the journal are done with it.
    pub(super) steps: usize,
    /// The number of the outside change that the review has taken in with it.
    pub(super) adopted: Option<usize>,
}

#[derive(Debug)]
pub(super) enum Changed {
    /// Claims that changed inside. They are in the file already.
    Claims(Vec<Claim>),
    /// Claims were added or removed, or the particulars changed.
    Whole(Box<ClaimFile>),
}

impl Job {
    /// What there is to save after a step that touched these claims from inside
    /// alone; everything where none are given.
    pub(super) fn of(review: &Review, touched: Option<&[ClaimId]>, steps: usize) -> Self {
        let known = |id| review.claim(id).cloned();
        let claims: Option<Vec<Claim>> =
            touched.and_then(|touched| touched.iter().map(known).collect());
        match claims {
            Some(claims) => Self {
                what: Changed::Claims(claims),
                steps,
                adopted: None,
            },
            None => Self::whole(review, steps),
        }
    }

    /// Everything.
    pub(super) fn whole(review: &Review, steps: usize) -> Self {
        Self {
            what: Changed::Whole(Box::new(review.file().clone())),
            steps,
            adopted: None,
        }
    }

    /// Everything, with what another program changed.
    pub(super) fn adopted(review: &Review, steps: usize, number: usize) -> Self {
        Self {
            adopted: Some(number),
            ..Self::whole(review, steps)
        }
    }
}

/// What the thread hears.
#[derive(Debug)]
pub(super) enum Letter {
    /// There is something to save.
    Job(Job),
    /// Something happened to the file on disk.
    Stirred,
    /// Something happened to the article's file.
    ArticleStirred,
    /// Everything shall be saved; the answer says whether it is.
    Flush(Sender<Result<(), Problem>>),
    /// The session ends.
    End,
}

/// A thread that writes the claim file, at most one save behind.
pub(super) struct Saver {
    letters: Sender<Letter>,
    thread: JoinHandle<Result<(), Problem>>,
    // They end with the saver.
    _watches: [Option<Watch>; 2],
}

impl fmt::Debug for Saver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Saver")
    }
}

/// What a saver begins with.
#[derive(Debug)]
pub(super) struct Start {
    /// Where the claim file is.
    pub(super) path: PathBuf,
    /// The article's path.
    pub(super) article: PathBuf,
    /// The digest of the article that the review is about.
    pub(super) article_digest: String,
    /// What was read from `path`, none where there is no file yet.
    pub(super) document: Option<Document>,
    /// What the review began with.
    pub(super) file: ClaimFile,
    /// Where saves are noted.
    pub(super) journal: Option<Journal>,
    /// Whether it may write; else it only watches.
    pub(super) may_write: bool,
}

impl Saver {
    pub(super) fn start(start: Start, report: impl Fn(Report) + Send + 'static) -> Self {
        let (letters, inbox) = channel();
        let (stirred, article_stirred) = (letters.clone(), letters.clone());
        // The thread may have ended: then nobody has to know.
        let watches = [
            watch(&start.path, move || {
                let _ = stirred.send(Letter::Stirred);
            }),
            watch(&start.article, move || {
                let _ = article_stirred.send(Letter::ArticleStirred);
            }),
        ];
        let thread = std::thread::spawn(move || Keeper::new(start).keep(&inbox, &report));
        Self {
            letters,
            thread,
            _watches: watches,
        }
    }

    pub(super) fn send(&self, job: Job) {
        // The thread ends only with the letter that `finish` sends.
        let _ = self.letters.send(Letter::Job(job));
    }

    /// Has the files on disk looked at, as if something had happened to them.
    pub(super) fn stir(&self) {
        for letter in [Letter::Stirred, Letter::ArticleStirred] {
            let _ = self.letters.send(letter);
        }
    }

    /// Waits until everything up to now is on disk.
    pub(super) fn flush(&self) -> Result<(), Problem> {
        let (reply, answer) = channel();
        let _ = self.letters.send(Letter::Flush(reply));
        answer.recv().unwrap_or_else(|_| {
            Err(Problem::error("saving stopped")
                .next_step("look at the claim file before you go on"))
        })
    }

    /// Saves what is left and answers whether everything is on disk.
    pub(super) fn finish(self) -> Result<(), Problem> {
        let _ = self.letters.send(Letter::End);
        self.thread.join().unwrap_or_else(|_| {
            Err(Problem::error("saving stopped")
                .next_step("look at the claim file before you go on"))
        })
    }
}
