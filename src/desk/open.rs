//! Opens an article or a claim file for review.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::claim::{ClaimFile, Standing};
use crate::desk::articles::{Reading, read_article};
use crate::desk::draft::split_anew;
use crate::desk::loaded::{read_claims, standings};
use crate::desk::recover::resume;
use crate::desk::saver::{Job, Report, Saver, Start};
use crate::desk::session::Desk;
use crate::intake::Read;
use crate::review::Review;
use crate::split::LeftOut;
use crate::store::{self, Document, Held, Lock};
use crate::text::{Article, ByteRange, Language, Piece, Problem, Visible};

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
    /// What the splitter leaves out; none where nobody has looked yet, see
    /// [`left_out`](crate::desk::left_out) and [`Desk::look_for_left_out`].
    pub left_out: Option<Vec<LeftOut>>,
    /// Why nothing may be changed, if so.
    pub read_only: Option<String>,
    /// What the person should know at once, one sentence each.
    pub notices: Vec<String>,
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
    let (file, left_out) = if let Some(document) = &document {
        // What is left out of it can wait: splitting a long article takes seconds.
        (document.file().clone(), None)
    } else {
        let name = store::article_as_named(&claims, &article_path);
        let (drafted, cuts) = split_anew(&read, &name);
        (drafted, Some(cuts.left_out))
    };
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
        published,
        _lock: lock,
    };
    let mut located = None;
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
        // What came back rarely has other quotes.
        let (resumed, found) = rayon::join(
            || resume(&desk.claims, document.as_ref(), &file),
            || standings(&article, &file),
        );
        located = has_same_quotes(&file, resumed.review.file()).then_some(found);
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
    let standings = located.unwrap_or_else(|| standings(&article, review.file()));
    notices.extend(told_of_standings(review.file(), &article, &standings));
    if review.claims().is_empty() {
        notices.push(nothing_to_check(&article));
    }
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

/// Whether both have quotes that are found at the same places, claim by claim.
fn has_same_quotes(one: &ClaimFile, other: &ClaimFile) -> bool {
    let mut pairs = one.claims.iter().zip(&other.claims);
    one.claims.len() == other.claims.len() && pairs.all(|(one, other)| one.quote == other.quote)
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

pub(super) fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn nothing_to_check(article: &Article) -> String {
    if article.blocks().is_empty() {
        "the article is empty".to_owned()
    } else {
        "no checkable claim was found".to_owned()
    }
}
