//! Opens, keeps and closes one review.

use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};

use crate::app::{Effect, Message, Whereabouts};
use crate::claim::{ClaimFile, ClaimId, Standing};
use crate::config::{Settings, Splitter};
use crate::desk::articles::{Reading, read_article};
use crate::desk::history::history_rows;
use crate::desk::loaded::{read_claims, standings};
use crate::desk::outside::open_url;
use crate::desk::recover::{not_journalled, resume};
use crate::desk::remembered;
use crate::desk::repository::Tracked;
use crate::desk::saver::{Job, Report, Saver, Start};
use crate::desk::splitter;
use crate::intake::Read;
use crate::mention::mentions;
use crate::review::{self, Review, Step};
use crate::split::{Cuts, LeftOut, check_worthiness, quotations, split};
use crate::store::{self, Document, Held, Journal, Lock, SaveError};
use crate::text::{Article, ByteRange, Language, Piece, Problem, Visible};

/// What became of an article that was to be split.
#[derive(Debug)]
pub enum Written {
    /// A claim file was written.
    New {
        /// Where.
        claims: PathBuf,
        /// How many claims it has.
        count: usize,
        /// What the person should know of the article.
        warnings: Vec<Problem>,
    },
    /// There was one already, and it stays as it is: it may hold verdicts.
    Kept {
        /// Where.
        claims: PathBuf,
        /// How many claims it has.
        count: usize,
    },
}

/// Splits the article at `path` and writes its claim file, unless there is one:
/// by redpencil's own rules, or by the person's splitter.
pub fn write_claims(
    path: &Path,
    claims: Option<&Path>,
    reading: Reading,
    splitter: Option<&Splitter>,
) -> Result<Written, Problem> {
    let is_named = claims.is_some();
    let claims = claims.map_or_else(|| store::claim_file_of(path), Path::to_owned);
    if claims.exists() {
        let count = read_claims(&claims)?.file().claims.len();
        return Ok(Written::Kept { claims, count });
    }
    if !is_named {
        store::refuse_elsewhere(&claims, path)?;
    }
    let read = read_article(path, reading)?;
    let (cuts, warnings) = cuts(&read, splitter)?;
    let name = store::article_as_named(&claims, path);
    let mut file = review::draft(&read.article, &cuts, &name, read.published);
    for claim in &mut file.claims {
        claim.proposed_by = splitter.map(|it| it.name().to_owned());
    }
    let count = file.claims.len();
    let document = Document::new(&file, &claims)?;
    store::save(&claims, &document.bytes(), None).map_err(|error| match error {
        SaveError::ChangedUnderneath => {
            Problem::error("another program has just written this file")
                .in_file(&claims)
                .next_step("look at it before you split again")
        }
        SaveError::Failed(problem) => problem,
    })?;
    Ok(Written::New {
        claims,
        count,
        warnings: read.warnings.into_iter().chain(warnings).collect(),
    })
}

/// Has the person's splitter cut an article that has no claim file yet, and writes
/// the answer down at once: it may have cost time and money. Answers with what is
/// to be told. Without a splitter, or for a claim file, there is nothing to do.
pub fn propose(
    path: &Path,
    claims: Option<&Path>,
    reading: Reading,
    settings: &Settings,
) -> Result<Vec<String>, Problem> {
    let Some(splitter) = &settings.splitter else {
        return Ok(Vec::new());
    };
    let is_split = claims.map_or_else(|| store::claim_file_of(path), Path::to_owned);
    if store::is_claim_file(path) || is_split.exists() {
        return Ok(Vec::new());
    }
    match write_claims(path, claims, reading, Some(splitter))? {
        Written::Kept { .. } => Ok(Vec::new()),
        Written::New {
            count, warnings, ..
        } => {
            let proposed = counted(count, "claim", "claims");
            let told = format!("{} proposed {proposed}", splitter.name());
            let warned = warnings.iter().map(|it| it.what().to_owned());
            Ok([told].into_iter().chain(warned).collect())
        }
    }
}

/// The claims of an article that nobody has reviewed yet, as redpencil's own rules
/// or the person's splitter have them, and what is to be said of the answer.
pub fn cuts(read: &Read, splitter: Option<&Splitter>) -> Result<(Cuts, Vec<Problem>), Problem> {
    if let Some(splitter) = splitter {
        return splitter::ask(splitter, read);
    }
    let reference = read.published.and_then(|it| it.and_hms_opt(0, 0, 0));
    Ok((split_on_all_cores(&read.article, reference), Vec::new()))
}

/// The claims of an article that nobody has reviewed yet, and what was left out.
fn split_anew(read: &Read, name: &str) -> (ClaimFile, Cuts) {
    let reference = read.published.and_then(|it| it.and_hms_opt(0, 0, 0));
    let cuts = split_on_all_cores(&read.article, reference);
    (
        review::draft(&read.article, &cuts, name, read.published),
        cuts,
    )
}

/// Splits the article while other cores make the tables that this will ask for:
/// they are made once, when first needed, and take longer than a short article.
fn split_on_all_cores(article: &Article, reference: Option<NaiveDateTime>) -> Cuts {
    let sample = article
        .blocks()
        .first()
        .map_or("", |it| it.range.of(article.text()));
    let language = article.language();
    std::thread::scope(|scope| {
        scope.spawn(|| mentions(sample, language, reference));
        scope.spawn(|| quotations(sample, language, &[]));
        scope.spawn(|| check_worthiness(sample, language));
        split(article, reference)
    })
}

/// Everything that the interface needs to begin.
#[derive(Debug)]
pub struct Opened {
    /// The article.
    pub article: Article,
    /// The day of its publication, where known.
    pub published: Option<NaiveDate>,
    /// The review: the claims as they are on disk or as they were just split,
    /// with what a session that ended badly had not saved, and the way back.
    pub review: Review,
    /// Where each claim's quote stands, in the order of the claims.
    pub standings: Vec<Standing>,
    /// What the splitter leaves out.
    pub left_out: Vec<LeftOut>,
    /// Why nothing may be changed, if so.
    pub read_only: Option<String>,
    /// What the person should know at once, one sentence each.
    pub notices: Vec<String>,
}

/// The desk behind one review: saves what the interface asks for.
#[derive(Debug)]
pub struct Desk {
    claims: PathBuf,
    saver: Option<Saver>,
    may_write: bool,
    journal: Option<Journal>,
    /// Steps that were taken since the journal's base.
    steps: usize,
    // Held until the desk is left, so that nobody else writes the claim file.
    _lock: Option<Lock>,
}

/// Opens `path`, an article or a claim file, for review. `claims` names the
/// claim file where it is not the one that belongs to the article.
///
/// `report` hears of every save, from another thread.
pub fn open(
    path: &Path,
    claims: Option<&Path>,
    reading: Reading,
    report: impl Fn(Report) + Send + 'static,
) -> Result<(Desk, Opened), Problem> {
    let is_named = claims.is_some();
    let (article_path, claims) = places(path, claims)?;
    // What cannot be mended is told when it is read.
    let _ = store::mend(&claims);
    let document = if claims.is_file() {
        Some(read_claims(&claims)?)
    } else {
        None
    };
    if document.is_none() && !is_named {
        store::refuse_elsewhere(&claims, &article_path)?;
    }
    let read = read_article(&article_path, remembered(reading, document.as_ref()))?;
    let (drafted, cuts) = split_anew(&read, &store::article_as_named(&claims, &article_path));
    let file = document.as_ref().map_or(drafted, |it| it.file().clone());
    let Read {
        article,
        published,
        warnings,
        ..
    } = read;
    let mut notices: Vec<String> = warnings.iter().map(|it| it.what().to_owned()).collect();
    notices.extend(told_of_hidden(article.text()));
    let (lock, read_only) = lock(&claims, document.as_ref());
    notices.extend(lock.as_ref().and_then(told_no_lock));
    let mut desk = Desk {
        claims,
        saver: None,
        may_write: read_only.is_none(),
        journal: None,
        steps: 0,
        _lock: lock,
    };
    let review = if read_only.is_some() {
        desk.saver = document.map(|document| {
            let start = Start {
                path: desk.claims.clone(),
                article: article_path,
                article_digest: article.digest().to_owned(),
                document: Some(document),
                file: file.clone(),
                journal: None,
                may_write: false,
            };
            Saver::start(start, report)
        });
        Review::new(file)
    } else {
        let resumed = resume(&desk.claims, document.as_ref(), &file);
        notices.extend(resumed.notice);
        let journal = resumed.journal.clone();
        let start = Start {
            path: desk.claims.clone(),
            article: article_path,
            article_digest: article.digest().to_owned(),
            document,
            file,
            journal,
            may_write: true,
        };
        let saver = Saver::start(start, report);
        if resumed.unsaved {
            saver.send(Job::whole(&resumed.review, resumed.steps));
        }
        desk.saver = Some(saver);
        desk.journal = resumed.journal;
        desk.steps = resumed.steps;
        resumed.review
    };
    let standings = standings(&article, review.file());
    notices.extend(told_of_standings(review.file(), &article, &standings));
    if review.claims().is_empty() {
        notices.push(nothing_to_check(&article));
    }
    let left_out = cuts.left_out;
    let opened = Opened {
        article,
        published,
        review,
        standings,
        left_out,
        read_only,
        notices,
    };
    Ok((desk, opened))
}

/// The lock on the claim file, or why nothing may be changed.
fn lock(claims: &Path, document: Option<&Document>) -> (Option<Lock>, Option<String>) {
    if document.is_some_and(Document::read_only) {
        return (
            None,
            Some("a newer redpencil wrote this claim file".to_owned()),
        );
    }
    match Lock::take(claims) {
        Ok(lock) => (Some(lock), None),
        Err(Held { by }) => (None, Some(format!("{by} has this claim file open"))),
    }
}

/// What the article holds that would hide or steer what is read.
fn told_of_hidden(text: &str) -> Option<String> {
    let visible = Visible::text(text);
    let all = ByteRange::new(0, visible.as_str().len());
    let is_hidden = |it: &Piece| it.is_mark && it.source.of(text) != "\t";
    let count = visible.pieces(all).filter(is_hidden).count();
    let (one, many) = ("character that cannot", "characters that cannot");
    let held = counted(count, one, many);
    (count > 0).then(|| format!("the article holds {held} be seen; marks show where"))
}

fn told_no_lock(lock: &Lock) -> Option<String> {
    lock.why_not().map(|why| {
        format!(
            "no lock could be taken ({why}): make sure that no other redpencil has this \
             claim file open"
        )
    })
}

/// Reads what [`open`] would read, and changes nothing: whether `path` can be reviewed.
pub fn look(path: &Path, claims: Option<&Path>, reading: Reading) -> Result<(), Problem> {
    let (article, claims) = places(path, claims)?;
    let document = if claims.is_file() {
        Some(read_claims(&claims)?)
    } else {
        None
    };
    read_article(&article, remembered(reading, document.as_ref())).map(|_| ())
}

/// The article's path and the claim file's, of which `path` may be either.
fn places(path: &Path, claims: Option<&Path>) -> Result<(PathBuf, PathBuf), Problem> {
    if let Some(claims) = claims {
        return Ok((path.to_owned(), claims.to_owned()));
    }
    if store::is_claim_file(path) && path.is_file() {
        let document = read_claims(path)?;
        return Ok((store::article_of(path, document.file())?, path.to_owned()));
    }
    Ok((path.to_owned(), store::claim_file_of(path)))
}

/// What the claim file says of the article holds, unless the person says otherwise.
fn remembered(reading: Reading, document: Option<&Document>) -> Reading {
    let Some(particulars) = document.map(|it| &it.file().article) else {
        return reading;
    };
    let language = particulars.language.as_deref().and_then(Language::from_tag);
    Reading {
        lossy: reading.lossy,
        language: reading.language.or(language),
        published: reading.published.or(particulars.published),
    }
}

fn told_of_standings(file: &ClaimFile, article: &Article, standings: &[Standing]) -> Vec<String> {
    let count = |wanted: fn(&Standing) -> bool| standings.iter().filter(|it| wanted(it)).count();
    let lost = count(|it| matches!(it, Standing::Orphaned));
    let changed = count(|it| matches!(it, Standing::Changed(_)));
    let mut told = Vec::new();
    if lost > 0 {
        told.push(format!(
            "{} no longer in the article",
            counted(lost, "quote is", "quotes are")
        ));
    }
    if changed > 0 {
        told.push(format!(
            "{} otherwise now",
            counted(changed, "quote is worded", "quotes are worded")
        ));
    }
    let same = file
        .article
        .digest
        .as_deref()
        .is_none_or(|it| it == article.digest());
    if !same && told.is_empty() {
        told.push("the article has changed; every quote still stands".to_owned());
    }
    told
}

fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn nothing_to_check(article: &Article) -> String {
    if article.blocks().is_empty() {
        "the article is empty".to_owned()
    } else {
        "no checkable claim was found".to_owned()
    }
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
