//! One article of the list.

use std::cmp::Reverse;
use std::path::PathBuf;

use crate::app::articles::list::{ArticleFilter, ArticleOrder};
use crate::claim::{ClaimFile, Reviewer, Timestamp};
use crate::review::Progress;
use crate::text::fold;

/// One article of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleRow {
    /// What is opened: the claim file, or the article that has none yet.
    pub opens: PathBuf,
    /// The article with links resolved, where it is known: an article that two
    /// ways lead to is listed once.
    pub article: Option<PathBuf>,
    /// Its path as the person would write it.
    pub place: String,
    /// What it is called; the file's name where nothing says so.
    pub title: String,
    /// Its language as a BCP 47 tag.
    pub language: Option<String>,
    /// How far it is.
    pub state: ArticleState,
}

/// How far the review of an article is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArticleState {
    /// It has a claim file.
    Split {
        /// Its claims by what became of them.
        progress: Progress,
        /// The verdict that was given last.
        last: Option<LastVerdict>,
    },
    /// It has no claim file yet.
    NotSplit,
    /// Its claim file cannot be read, and why, with what to do about it.
    Unreadable(String),
}

/// Who judged last, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastVerdict {
    /// Who.
    pub reviewer: Reviewer,
    /// When.
    pub reviewed: Timestamp,
}

impl ArticleState {
    /// How far the review is that `file` holds.
    pub fn of(file: &ClaimFile) -> Self {
        let verdicts = file.claims.iter().flat_map(|it| &it.verdicts);
        let last = verdicts.max_by_key(|it| it.reviewed);
        Self::Split {
            progress: Progress::of(&file.claims),
            last: last.map(|it| LastVerdict {
                reviewer: it.reviewer.clone(),
                reviewed: it.reviewed,
            }),
        }
    }
}

/// What an article stands by in an order: the parts before the path, which tells
/// equals apart.
type Rank = (bool, Reverse<i64>, usize);

impl ArticleRow {
    /// The counts of its claims; none where there is no claim file to count.
    pub const fn progress(&self) -> Option<&Progress> {
        match &self.state {
            ArticleState::Split { progress, .. } => Some(progress),
            ArticleState::NotSplit | ArticleState::Unreadable(_) => None,
        }
    }

    /// The verdict that was given last.
    pub const fn last(&self) -> Option<&LastVerdict> {
        match &self.state {
            ArticleState::Split { last, .. } => last.as_ref(),
            ArticleState::NotSplit | ArticleState::Unreadable(_) => None,
        }
    }

    /// Whether there is something left to do in it.
    pub fn is_open(&self) -> bool {
        self.progress()
            .is_none_or(|it| it.unreviewed > 0 || it.contested > 0)
    }

    /// Whether `filter` lists it.
    pub(super) fn passes(&self, filter: ArticleFilter) -> bool {
        let has = |count: fn(&Progress) -> usize| self.progress().is_some_and(|it| count(it) > 0);
        match filter {
            ArticleFilter::All => true,
            ArticleFilter::Open => self.is_open(),
            ArticleFilter::Disputed => has(|it| it.disputed),
            ArticleFilter::Contested => has(|it| it.contested),
            ArticleFilter::NotSplit => self.state == ArticleState::NotSplit,
            ArticleFilter::Done => !self.is_open(),
        }
    }

    /// What it stands by in `order`, the smallest first.
    pub(super) fn rank(&self, order: ArticleOrder) -> Rank {
        let most = |count: fn(&Progress) -> usize| {
            let count = self.progress().map_or(0, count);
            (false, Reverse(i64::try_from(count).unwrap_or(i64::MAX)), 0)
        };
        match order {
            ArticleOrder::Path | ArticleOrder::Title => (false, Reverse(0), 0),
            // Per mille: articles of any length can be compared.
            ArticleOrder::Progress => {
                let done = self.progress().map(|it| match it.claims {
                    0 => 1000,
                    all => it.reviewed() * 1000 / all,
                });
                (done.is_none(), Reverse(0), done.unwrap_or(0))
            }
            ArticleOrder::Unreviewed => most(|it| it.unreviewed),
            ArticleOrder::Disputed => most(|it| it.disputed),
            ArticleOrder::Contested => most(|it| it.contested),
            ArticleOrder::LastVerdict => {
                let last = self.last().map(|it| it.reviewed.time().timestamp());
                (last.is_none(), Reverse(last.unwrap_or(0)), 0)
            }
        }
    }

    /// The words that a search looks in, folded.
    pub(super) fn words(&self) -> String {
        let reviewer = self.last().map_or("", |it| it.reviewer.as_str());
        let language = self.language.as_deref().unwrap_or_default();
        let words = format!("{}\n{}\n{language}\n{reviewer}", self.title, self.place);
        folded(&words)
    }
}

/// Words as a search compares them: neither case nor width nor the form of
/// Chinese characters counts.
pub(super) fn folded(words: &str) -> String {
    fold(&words.to_lowercase())
}
