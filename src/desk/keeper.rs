//! The thread that owns the claim file on disk: what was read, what is written.
//!
//! It never writes over what another program wrote. Such a change goes to the
//! interface, which merges it into the review as a step like any other; until
//! that has come back, nothing is saved.

use std::collections::HashMap;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use crate::app::{ArticleOnDisk, OutsideChange};
use crate::claim::{Claim, ClaimFile, ClaimId};
use crate::compare;
use crate::desk::articles::read_bounded;
use crate::desk::saver::{Changed, Job, Letter, Report, Start};
use crate::store::{self, Document, Journal, SaveError};
use crate::text::{Problem, article_digest};

/// How long the file must lie still before it is read: programs that write in
/// place pass through states that are no claim file, and git takes a file away
/// before it puts the other one there.
const STILL: Duration = Duration::from_millis(80);

/// What the thread knows.
#[derive(Debug)]
pub(super) struct Keeper {
    path: PathBuf,
    article: PathBuf,
    article_digest: String,
    article_on_disk: ArticleOnDisk,
    /// What the file said when it was last read or written.
    document: Option<Document>,
    /// Whether there is no file although there was one.
    is_gone: bool,
    /// What the review began with: the base of a file that another program made.
    first: ClaimFile,
    /// What the review says, as far as this thread has heard.
    file: ClaimFile,
    is_unsaved: bool,
    /// Outside changes that the review has not taken in yet, in their order.
    pending: Vec<OutsideChange>,
    changes: usize,
    /// Why the file on disk cannot be merged with; it is not overwritten either.
    trouble: Option<Problem>,
    journal: Option<Journal>,
    /// How many steps of the journal `file` has taken.
    steps: usize,
    may_write: bool,
}

impl Keeper {
    pub(super) fn new(start: Start) -> Self {
        let Start {
            path,
            article,
            article_digest,
            document,
            file,
            journal,
            may_write,
        } = start;
        Self {
            path,
            article,
            article_digest,
            article_on_disk: ArticleOnDisk::default(),
            document,
            is_gone: false,
            first: file.clone(),
            file,
            is_unsaved: false,
            pending: Vec::new(),
            changes: 0,
            trouble: None,
            journal,
            steps: 0,
            may_write,
        }
    }

    /// Works until the session ends; answers whether everything is on disk.
    pub(super) fn keep(
        mut self,
        inbox: &Receiver<Letter>,
        report: &impl Fn(Report),
    ) -> Result<(), Problem> {
        let mut is_over = false;
        while !is_over && let Ok(first) = inbox.recv() {
            let mut jobs = Vec::new();
            let mut waiting = Vec::new();
            let (mut has_stirred, mut has_article_stirred) = (false, false);
            let mut next = Some(first);
            while let Some(letter) = next {
                match letter {
                    Letter::Job(job) => jobs.push(job),
                    Letter::Stirred => has_stirred = true,
                    Letter::ArticleStirred => has_article_stirred = true,
                    Letter::Flush(reply) => waiting.push(reply),
                    Letter::End => is_over = true,
                }
                let shall_lie_still = has_stirred || has_article_stirred;
                next = if shall_lie_still && jobs.is_empty() && waiting.is_empty() && !is_over {
                    inbox.recv_timeout(STILL).ok()
                } else {
                    inbox.try_recv().ok()
                };
            }
            self.take(jobs);
            if has_stirred {
                self.look(report);
            }
            if has_article_stirred {
                self.look_at_article(report);
            }
            let mut last_problem = None;
            if self.is_unsaved && self.pending.is_empty() {
                let saved = self.save(report);
                let saved = saved.inspect_err(|it| last_problem = Some(it.clone()));
                if self.pending.is_empty() {
                    report(saved.map_or_else(Report::Failed, |()| Report::Saved));
                }
            }
            for reply in waiting {
                // Who asked may have left: then nobody has to be told.
                let _ = reply.send(self.is_saved(last_problem.clone()));
            }
        }
        self.end()
    }

    /// Whether everything up to now is on disk, as it is told to who asks.
    fn is_saved(&self, problem: Option<Problem>) -> Result<(), Problem> {
        if !self.is_unsaved && self.pending.is_empty() {
            return Ok(());
        }
        Err(problem.unwrap_or_else(|| {
            Problem::error("the claim file has just been changed by another program")
                .in_file(&self.path)
                .next_step("look at what was taken in, and try again")
        }))
    }

    /// Brings the file up to date with everything that waits.
    fn take(&mut self, jobs: Vec<Job>) {
        let mut changed: HashMap<ClaimId, Claim> = HashMap::new();
        for job in jobs {
            self.steps = job.steps;
            self.is_unsaved = true;
            match job.what {
                Changed::Claims(claims) => {
                    changed.extend(claims.into_iter().map(|it| (it.id.clone(), it)));
                }
                Changed::Whole(file) => {
                    self.file = *file;
                    changed.clear();
                }
            }
            if let Some(number) = job.adopted {
                self.pending.retain(|it| it.number > number);
            }
        }
        for claim in &mut self.file.claims {
            if let Some(newer) = changed.remove(&claim.id) {
                *claim = newer;
            }
        }
    }

    /// Looks at the article on disk: whoever judges a claim must know that its
    /// words may have changed meanwhile.
    fn look_at_article(&mut self, report: &impl Fn(Report)) {
        let now = match read_bounded(&self.article) {
            Ok(bytes) if article_digest(&bytes) == self.article_digest => ArticleOnDisk::AsOpened,
            Ok(_) => ArticleOnDisk::Changed,
            Err(_) => ArticleOnDisk::Gone,
        };
        if now != self.article_on_disk {
            self.article_on_disk = now;
            report(Report::Article(now));
        }
    }

    /// Looks at the file on disk, which another program may have changed.
    fn look(&mut self, report: &impl Fn(Report)) {
        if !self.path.exists() {
            if self.document.is_some() && !self.is_gone {
                self.is_gone = true;
                report(Report::Told(
                    "the claim file is gone; your work goes on, and the next change writes it again"
                        .to_owned(),
                ));
            }
            return;
        }
        let read = read_bounded(&self.path);
        if let Ok(bytes) = &read
            && self
                .document
                .as_ref()
                .is_some_and(|it| it.bytes() == *bytes)
        {
            self.is_gone = false;
            if self.trouble.take().is_some() && !self.is_unsaved {
                report(Report::Saved);
            }
            return;
        }
        let read = read.and_then(|it| store::read(&it, &self.path));
        let theirs = match read {
            Ok(theirs) if theirs.read_only() => Err(Problem::error(
                "the claim file was changed by a newer redpencil",
            )
            .in_file(&self.path)
            .next_step("nothing of it is overwritten; update redpencil")),
            other => other,
        };
        match theirs {
            Err(problem) => {
                let trouble = Problem::error(format!(
                    "the claim file was changed and cannot be read: {}",
                    problem.headline()
                ))
                .next_step("mend it; your work goes on here and is not lost");
                if self.trouble.as_ref() != Some(&trouble) {
                    report(Report::Failed(trouble.clone()));
                }
                self.trouble = Some(trouble);
            }
            Ok(theirs) => {
                self.trouble = None;
                self.is_gone = false;
                self.changes += 1;
                let base = match self.document.take() {
                    Some(document) => document.into_file(),
                    None => self.first.clone(),
                };
                let change = OutsideChange {
                    number: self.changes,
                    base,
                    theirs: theirs.file().clone(),
                };
                self.document = Some(theirs);
                if self.may_write {
                    self.pending.push(change.clone());
                }
                report(Report::Changed(Box::new(change)));
            }
        }
    }

    fn save(&mut self, report: &impl Fn(Report)) -> Result<(), Problem> {
        if let Some(trouble) = &self.trouble {
            return Err(trouble.clone());
        }
        match self.write() {
            Err(SaveError::ChangedUnderneath) => {
                self.look(report);
                if !self.pending.is_empty() {
                    return Ok(());
                }
                match (&self.trouble, self.is_gone) {
                    (Some(trouble), _) => Err(trouble.clone()),
                    (None, true) => self.write().map_err(|it| self.told(it)),
                    (None, false) => Err(self.told(SaveError::ChangedUnderneath)),
                }
            }
            other => other.map_err(|it| self.told(it)),
        }
    }

    fn write(&mut self) -> Result<(), SaveError> {
        let next = match &self.document {
            Some(document) => document.with(&self.file, &self.path),
            None => Document::new(&self.file, &self.path),
        };
        let next = next.map_err(SaveError::Failed)?;
        let before = self.document.as_ref().filter(|_| !self.is_gone);
        let before = before.map(Document::bytes);
        let digest = store::digest(next.text());
        // Where neither can be noted, the steps are put onto the file once more.
        if let Some(journal) = &self.journal {
            let _ = journal.saving(self.steps, &digest);
        }
        store::save(&self.path, &next.bytes(), before.as_deref())?;
        if let Some(journal) = &self.journal {
            let _ = journal.saved(self.steps, &digest);
        }
        self.document = Some(next);
        self.is_gone = false;
        self.is_unsaved = false;
        Ok(())
    }

    fn told(&self, error: SaveError) -> Problem {
        match error {
            SaveError::ChangedUnderneath => {
                Problem::error("the claim file was changed by another program in this very moment")
                    .in_file(&self.path)
                    .next_step("nothing of it was overwritten; the next change tries again")
            }
            SaveError::Failed(problem) => problem,
        }
    }

    /// The last save. What the interface had no time to take in is merged here.
    fn end(mut self) -> Result<(), Problem> {
        if !self.is_unsaved {
            return Ok(());
        }
        let silent = |_| {};
        for _ in 0..3 {
            for change in std::mem::take(&mut self.pending) {
                let nowhere = |_: &Claim| None;
                let merged = compare::merge(&change.base, &self.file, &change.theirs, &nowhere);
                self.file = merged.file;
            }
            let saved = self.save(&silent);
            if self.pending.is_empty() {
                return saved.map_err(|problem| self.rescue(problem));
            }
        }
        Err(self.rescue(self.told(SaveError::ChangedUnderneath)))
    }

    /// The last resort at the end of a session: what could not be saved goes
    /// into a file of its own, and nothing on disk is touched.
    fn rescue(&self, problem: Problem) -> Problem {
        let text = store::write(&self.file);
        if let Some(path) = self.beside(&text).or_else(|| self.elsewhere(&text).ok()) {
            return problem.next_step(format!("your work is in {}", path.display()));
        }
        if self.journal.as_ref().is_some_and(Journal::holds_all) {
            return problem.next_step(
                "your work is in the journal: it comes back when you open the article again",
            );
        }
        problem
    }

    /// Puts the text into a new file beside the claim file.
    fn beside(&self, text: &str) -> Option<PathBuf> {
        let free = (1..100)
            .map(|number| self.path.with_file_name(self.rescue_name(number)))
            .find(|it| !it.exists())?;
        store::save(&free, text.as_bytes(), None)
            .is_ok()
            .then_some(free)
    }

    /// Puts the text among the temporary files, which may be on another disk. No
    /// one else may read it there.
    fn elsewhere(&self, text: &str) -> io::Result<PathBuf> {
        let mut file = tempfile::Builder::new()
            .prefix(&format!("{}-", self.rescue_name(1)))
            .suffix(".yaml")
            .tempfile()?;
        file.write_all(text.as_bytes())?;
        file.as_file().sync_all()?;
        Ok(file.keep()?.1)
    }

    fn rescue_name(&self, number: usize) -> String {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        format!("{name}.rescued-{number}")
    }
}
