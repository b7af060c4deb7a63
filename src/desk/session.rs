//! Keeps and closes one review.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::app::{Effect, Message, Whereabouts};
use crate::claim::{ClaimFile, ClaimId};
use crate::desk::draft::left_out;
use crate::desk::history::history_rows;
use crate::desk::outside::open_url;
use crate::desk::recover::not_journalled;
use crate::desk::remembered;
use crate::desk::repository::Tracked;
use crate::desk::saver::{Job, Saver};
use crate::review::{self, Review, Step};
use crate::split::LeftOut;
use crate::store::{Journal, Lock};
use crate::text::{Article, Problem};

/// The desk behind one review: saves what the interface asks for.
#[derive(Debug)]
pub struct Desk {
    pub(super) claims: PathBuf,
    pub(super) saver: Option<Saver>,
    pub(super) may_write: bool,
    pub(super) journal: Option<Journal>,
    /// Steps that were taken since the journal's base.
    pub(super) steps: usize,
    /// The day of the article's publication, where known.
    pub(super) published: Option<NaiveDate>,
    // Held until the desk is left, so that nobody else writes the claim file.
    pub(super) _lock: Option<Lock>,
}

impl Desk {
    /// Where the claims are kept.
    pub fn claims_path(&self) -> &Path {
        &self.claims
    }

    /// Carries out one effect of the interface. What concerns the terminal
    /// (the editor, the clipboard, suspending) is the event loop's.
    pub fn carry_out(&mut self, effect: &Effect, review: &Review) -> Result<(), Problem> {
        match effect {
            Effect::Record {
                step,
                touched,
                beyond_claims,
            } => {
                let touched = (!beyond_claims).then_some(touched.as_slice());
                self.record(step, touched, review)
            }
            Effect::Adopted(number) => {
                if let Some(saver) = self.saver.as_ref().filter(|_| self.may_write) {
                    saver.send(Job::adopted(review, self.steps, *number));
                }
                Ok(())
            }
            Effect::OpenUrl(url) => open_url(url),
            Effect::RememberLayout(layout) => remembered::keep_layout(*layout),
            Effect::Compare(_)
            | Effect::AskHistory(_)
            | Effect::AskCommit
            | Effect::Commit(_)
            | Effect::Copy(_)
            | Effect::Edit { .. }
            | Effect::EditSources { .. }
            | Effect::Suspend
            | Effect::Redraw
            | Effect::TogglePointer
            | Effect::Quit => Ok(()),
        }
    }

    /// Answers what the interface asks git. Committing may ask the person for a
    /// passphrase, so the terminal must be lent for it.
    pub fn ask(&mut self, effect: &Effect, review: &Review) -> Result<Option<Message>, Problem> {
        Ok(Some(match effect {
            Effect::Compare(name) => {
                let file = Tracked::new(&self.claims)?.at(name)?;
                let empty = || ClaimFile::new(review.file().article.clone(), Vec::new());
                Message::Compared {
                    name: name.clone(),
                    file: Box::new(file.unwrap_or_else(empty)),
                }
            }
            Effect::AskHistory(id) => Message::History {
                claim: id.clone(),
                rows: history_rows(&self.claims, id)?,
            },
            Effect::AskCommit => {
                if let Some(saver) = &self.saver {
                    saver.flush()?;
                }
                let tracked = Tracked::new(&self.claims)?;
                tracked.may_commit()?;
                if !tracked.differs_from_head(&self.claims)? {
                    let told = "nothing to commit: the claim file is as it was last committed";
                    return Ok(Some(Message::Told(told.to_owned())));
                }
                // Before the first commit everything is new.
                let before = tracked.at("HEAD").unwrap_or_default();
                let empty = || ClaimFile::new(review.file().article.clone(), Vec::new());
                let before = before.unwrap_or_else(empty);
                // A blind reader is told nothing of the others by the message either.
                let seen = |file: &ClaimFile| review.sight().file(file);
                let message = review::commit_message(&seen(&before), &seen(review.file()));
                Message::CommitProposed(message)
            }
            Effect::Commit(message) => {
                if let Some(saver) = &self.saver {
                    saver.flush()?;
                }
                match Tracked::new(&self.claims)?.commit(message) {
                    Ok(said) => {
                        Message::Told(said.lines().next().unwrap_or("committed").to_owned())
                    }
                    Err(problem) => {
                        let lines = problem.what().lines().map(str::to_owned);
                        Message::NotCommitted(lines.collect())
                    }
                }
            }
            Effect::Record { .. }
            | Effect::Adopted(_)
            | Effect::Copy(_)
            | Effect::OpenUrl(_)
            | Effect::RememberLayout(_)
            | Effect::Edit { .. }
            | Effect::EditSources { .. }
            | Effect::Suspend
            | Effect::Redraw
            | Effect::TogglePointer
            | Effect::Quit => return Ok(None),
        }))
    }

    /// Writes the step down before anything shows it, then has it saved: these
    /// claims, or everything.
    fn record(
        &mut self,
        step: &Step,
        touched: Option<&[ClaimId]>,
        review: &Review,
    ) -> Result<(), Problem> {
        let Some(saver) = self.saver.as_ref().filter(|_| self.may_write) else {
            return Ok(());
        };
        self.steps += 1;
        let written = self.journal.as_mut().map_or(Ok(()), |it| it.step(step));
        saver.send(Job::of(review, touched, self.steps));
        written.map_err(|it| not_journalled(&it))
    }

    /// Has what the splitter leaves out of the article looked for, on another
    /// thread, which then does `then` with it.
    pub fn look_for_left_out(
        &self,
        article: &Article,
        then: impl FnOnce(Vec<LeftOut>) + Send + 'static,
    ) {
        let (article, published) = (article.clone(), self.published);
        std::thread::spawn(move || {
            give_way();
            then(left_out(&article, published));
        });
    }

    /// Where this review was left the last time.
    pub fn whereabouts(&self) -> Whereabouts {
        remembered::whereabouts(&self.claims)
    }

    /// Remembers where this review is left.
    pub fn leave_at(&self, place: &Whereabouts) {
        remembered::keep_whereabouts(&self.claims, place);
    }

    /// Looks whether another program changed the claim file: where the system
    /// cannot watch it (network drives), nothing else tells.
    pub fn look_again(&self) {
        if let Some(saver) = &self.saver {
            saver.stir();
        }
    }

    /// Waits until everything is saved. Where it cannot be, the claims are
    /// written beside the claim file, and the problem says where.
    pub fn close(mut self) -> Result<(), Problem> {
        self.saver.take().map_or(Ok(()), Saver::finish)
    }
}

/// This thread, and those that it starts, work when nobody else does: a person may
/// be judging meanwhile.
fn give_way() {
    // Elsewhere it is the whole process that would give way.
    #[cfg(target_os = "linux")]
    // Where that is forbidden, it works as before.
    let _ = rustix::process::nice(19);
}
