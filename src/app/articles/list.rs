//! The list of articles as a whole: which are shown, in which order.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::app::articles::place::ArticlesPanes;
use crate::app::articles::row::{ArticleRow, ArticleState, folded};
use crate::app::field::Field;
use crate::app::help::HelpDialog;
use crate::app::keymap::Keymap;
use crate::app::notice::Notice;
use crate::app::pointer::Press;
use crate::review::Progress;
use crate::text::AmbiguousWidth;

/// Which articles are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ArticleFilter {
    /// All of them.
    #[default]
    All,
    /// Where something is left to do.
    Open,
    /// With a disputed claim.
    Disputed,
    /// With a claim on which reviewers differ.
    Contested,
    /// Without a claim file.
    NotSplit,
    /// Where nothing is left to do.
    Done,
}

impl ArticleFilter {
    /// Every filter, in the order in which a key goes through them.
    pub const ALL: [Self; 6] = [
        Self::All,
        Self::Open,
        Self::Disputed,
        Self::Contested,
        Self::NotSplit,
        Self::Done,
    ];

    /// The word for it on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "unfinished",
            Self::Disputed => "with disputed claims",
            Self::Contested => "with contested claims",
            Self::NotSplit => "not split yet",
            Self::Done => "finished",
        }
    }
}

/// What articles are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ArticleOrder {
    /// Where the file lies.
    #[default]
    Path,
    /// What it is called.
    Title,
    /// The least reviewed first; those without a claim file last.
    Progress,
    /// The most unreviewed claims first.
    Unreviewed,
    /// The most disputed claims first.
    Disputed,
    /// The most contested claims first.
    Contested,
    /// The latest verdict first.
    LastVerdict,
}

impl ArticleOrder {
    /// Every order, in the order in which a key goes through them.
    pub const ALL: [Self; 7] = [
        Self::Path,
        Self::Title,
        Self::Progress,
        Self::Unreviewed,
        Self::Disputed,
        Self::Contested,
        Self::LastVerdict,
    ];

    /// The word for it on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Path => "by path",
            Self::Title => "by title",
            Self::Progress => "by progress",
            Self::Unreviewed => "by unreviewed claims",
            Self::Disputed => "by disputed claims",
            Self::Contested => "by contested claims",
            Self::LastVerdict => "by last verdict",
        }
    }
}

/// What stands before the list.
#[derive(Clone, Debug)]
pub enum ArticlesDialog {
    /// All keys.
    Help(HelpDialog),
    /// Words are typed that the articles must have.
    Search(Field),
}

/// Sums over the articles that are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Articles.
    pub articles: usize,
    /// Of these, without a claim file.
    pub not_split: usize,
    /// Of these, whose claim file cannot be read.
    pub unreadable: usize,
    /// Their claims by what became of them.
    pub progress: Progress,
}

/// The whole state of the list of articles.
#[derive(Clone, Debug)]
pub struct Articles {
    pub(crate) keymap: Keymap,
    rows: Vec<ArticleRow>,
    /// What a search looks in, row by row.
    words: Vec<String>,
    /// Rows by what they open, and by their article.
    by_opens: HashMap<PathBuf, usize>,
    by_article: HashMap<PathBuf, usize>,
    /// The rows that are listed, in order.
    listed: Vec<usize>,
    totals: Totals,
    /// Whether `listed` and `totals` are those of the rows as they are.
    is_arranged: bool,
    /// Where everything stood when it was last drawn: what the pointer is on.
    pub(crate) shown: ArticlesPanes,
    /// The last press of the pointer's button.
    pub(crate) press: Option<Press>,
    pub(crate) order: ArticleOrder,
    pub(crate) is_reversed: bool,
    pub(crate) filter: ArticleFilter,
    pub(crate) search: String,
    /// The row that the cursor is on, by what it opens; none for the first one.
    pub(crate) current: Option<PathBuf>,
    /// The first row on the screen: an index into `listed`.
    pub(crate) top: usize,
    /// Rows of the list and of what stands before it, as they were last drawn.
    pub(crate) height: usize,
    pub(crate) dialog: Option<ArticlesDialog>,
    pub(crate) notice: Notice,
    /// Whether articles are still being read.
    pub(crate) is_reading: bool,
    /// What the list is of: the folder, or "5 articles".
    pub(crate) title: String,
    /// The columns of what UAX 11 calls ambiguous, in the person's terminal.
    pub(crate) ambiguous_width: AmbiguousWidth,
}

impl Articles {
    /// An empty list that articles will arrive in. `title` says what it is of.
    pub fn new(title: &str, keymap: Keymap) -> Self {
        Self {
            keymap,
            rows: Vec::new(),
            words: Vec::new(),
            by_opens: HashMap::new(),
            by_article: HashMap::new(),
            listed: Vec::new(),
            totals: Totals::default(),
            is_arranged: true,
            shown: ArticlesPanes::default(),
            press: None,
            order: ArticleOrder::default(),
            is_reversed: false,
            filter: ArticleFilter::default(),
            search: String::new(),
            current: None,
            top: 0,
            height: 1,
            dialog: None,
            notice: Notice::None,
            is_reading: true,
            title: title.to_owned(),
            ambiguous_width: AmbiguousWidth::Narrow,
        }
    }

    /// Is drawn for a terminal that gives so many columns to what UAX 11 calls
    /// ambiguous.
    #[must_use]
    pub fn measured(mut self, ambiguous: AmbiguousWidth) -> Self {
        self.ambiguous_width = ambiguous;
        self
    }

    /// How many articles are listed.
    pub fn len(&self) -> usize {
        self.listed.len()
    }

    /// Whether none is listed.
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// How many articles there are, listed or not.
    pub fn known(&self) -> usize {
        self.rows.len()
    }

    /// The article at that place of the list.
    pub fn row(&self, index: usize) -> Option<&ArticleRow> {
        self.listed.get(index).map(|it| &self.rows[*it])
    }

    /// The place of the list that the cursor is on.
    pub fn index(&self) -> usize {
        let at = self.current.as_ref().and_then(|it| self.by_opens.get(it));
        at.and_then(|at| self.listed.iter().position(|it| it == at))
            .unwrap_or(0)
    }

    /// The article that the cursor is on.
    pub fn current_row(&self) -> Option<&ArticleRow> {
        self.row(self.index())
    }

    /// Sums over what is listed.
    pub fn totals(&self) -> &Totals {
        &self.totals
    }

    /// What stands before the list, if anything.
    pub fn dialog(&self) -> Option<&ArticlesDialog> {
        self.dialog.as_ref()
    }

    /// Whether some articles may be known and not listed.
    pub fn narrows(&self) -> bool {
        self.filter != ArticleFilter::All || !self.search.is_empty()
    }

    /// Takes an article in, or what is new of one that is known.
    pub(super) fn take_in(&mut self, row: ArticleRow) {
        self.is_arranged = false;
        let words = row.words();
        let known = self.by_opens.get(&row.opens).copied();
        let same = row.article.as_ref().and_then(|it| self.by_article.get(it));
        let at = match (known, same) {
            (Some(at), _) => at,
            // That an article seems to have no claim file is news only where none was found.
            (None, Some(_)) if row.state == ArticleState::NotSplit => return,
            (None, Some(&at)) if self.rows[at].state == ArticleState::NotSplit => {
                self.by_opens.remove(&self.rows[at].opens);
                if self.current.as_ref() == Some(&self.rows[at].opens) {
                    self.current = Some(row.opens.clone());
                }
                at
            }
            (None, _) => self.rows.len(),
        };
        self.by_opens.insert(row.opens.clone(), at);
        if let Some(article) = &row.article {
            self.by_article.insert(article.clone(), at);
        }
        if at < self.rows.len() {
            self.rows[at] = row;
            self.words[at] = words;
        } else {
            self.rows.push(row);
            self.words.push(words);
        }
    }

    /// Begins anew with nothing known; the cursor finds its article again.
    pub(super) fn forget(&mut self) {
        self.rows.clear();
        self.words.clear();
        self.by_opens.clear();
        self.by_article.clear();
        self.is_arranged = false;
        self.is_reading = true;
    }

    /// Has the list made anew before it is looked at.
    pub(super) fn list_anew(&mut self) {
        self.is_arranged = false;
    }

    /// Lists what is to be listed, in order, and sums it up.
    ///
    /// Done once before a frame or a key and not for each arrival: 5,000 articles
    /// arrive in a few hundred portions.
    pub(super) fn arrange(&mut self) {
        if self.is_arranged {
            return;
        }
        self.is_arranged = true;
        let before = self.index();
        let search = folded(&self.search);
        let wanted: Vec<&str> = search.split_whitespace().collect();
        let is_listed = |at: &usize| {
            let found = |it: &&str| self.words[*at].contains(it);
            self.rows[*at].passes(self.filter) && wanted.iter().all(found)
        };
        let mut listed: Vec<usize> = (0..self.rows.len()).filter(is_listed).collect();
        let by_title = self.order == ArticleOrder::Title;
        let mut ranked: Vec<_> = listed
            .iter()
            .map(|&at| {
                let row = &self.rows[at];
                let title = if by_title { row.title.as_str() } else { "" };
                (row.rank(self.order), title, row.place.as_str(), at)
            })
            .collect();
        ranked.sort_unstable();
        listed.clear();
        listed.extend(ranked.into_iter().map(|it| it.3));
        if self.is_reversed {
            listed.reverse();
        }
        self.totals = totals(listed.iter().map(|it| &self.rows[*it]));
        self.listed = listed;
        if self.current.is_some() && !self.lists_current() {
            self.go_to(before);
        }
    }

    /// Puts the cursor on that place of the list, or the last one.
    pub(super) fn go_to(&mut self, index: usize) {
        let index = index.min(self.listed.len().saturating_sub(1));
        if let Some(row) = self.row(index) {
            self.current = Some(row.opens.clone());
        }
    }

    /// Whether a path is that of a row.
    pub fn knows(&self, opens: &Path) -> bool {
        self.by_opens.contains_key(opens)
    }

    fn lists_current(&self) -> bool {
        let at = self.current.as_ref().and_then(|it| self.by_opens.get(it));
        at.is_some_and(|at| self.listed.contains(at))
    }
}

fn totals<'a>(rows: impl Iterator<Item = &'a ArticleRow>) -> Totals {
    let mut totals = Totals::default();
    for row in rows {
        totals.articles += 1;
        match &row.state {
            ArticleState::Split { progress, .. } => totals.progress.add_all(progress),
            ArticleState::NotSplit => totals.not_split += 1,
            ArticleState::Unreadable(_) => totals.unreadable += 1,
        }
    }
    totals
}
