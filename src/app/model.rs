//! The interface's whole state.

mod changes;

use std::collections::HashMap;
use std::sync::Arc;

use crate::app::action::Scope;
use crate::app::compared::Compared;
use crate::app::detail::Detail;
use crate::app::dialog::{Dialog, Subject};
use crate::app::form::SourceForm;
use crate::app::jumps::Jumps;
use crate::app::keymap::Keymap;
use crate::app::layout::Layout;
use crate::app::lesson::Lesson;
use crate::app::listing::{Listing, Order};
use crate::app::marks::Marks;
use crate::app::notice::{ArticleOnDisk, Notice, Saving};
use crate::app::page::{ArticlePage, Follows};
use crate::app::panes::Panes;
use crate::app::pointer::Press;
use crate::app::preferences::Preferences;
use crate::app::remembered::RememberedClaims;
use crate::app::search::Search;
use crate::app::settling::Settling;
use crate::app::tint::ColourBy;
use crate::claim::{Claim, ClaimId, Evidence, Reviewer, Status};
use crate::review::{Asking, Filter, Memory, Recalled, Review, Sight};
use crate::split::LeftOut;
use crate::text::{Article, ByteRange, Visible};

/// The interface's whole state. Changed by [`update`](crate::app::update) and,
/// where scrolling is concerned, by [`settle`](crate::app::settle); read by views.
#[derive(Clone, Debug)]
pub struct Model {
    pub(crate) review: Review,
    pub(crate) reviewer: Reviewer,
    /// Why nothing can be changed, if so.
    pub(crate) read_only: Option<String>,
    pub(crate) keymap: Keymap,
    /// What the person wants, where people differ.
    pub(crate) preferences: Preferences,
    pub(crate) page: ArticlePage,
    /// Where quotes stand, for claims that come back to another position.
    places: HashMap<ClaimId, ByteRange>,
    pub(crate) listing: Listing,
    pub(crate) detail: Detail,
    pub(crate) focus: Pane,
    /// The position of the claim that the cursor is on.
    pub(crate) cursor: usize,
    pub(crate) dialog: Option<Dialog>,
    pub(crate) notice: Notice,
    pub(crate) saving: Saving,
    pub(crate) article_on_disk: ArticleOnDisk,
    /// How far the tutor is, if this is its article.
    pub(crate) lesson: Option<Lesson>,
    /// Whether leaving leads back to the list of articles.
    pub(crate) from_articles: bool,
    /// Digits typed before a movement.
    pub(crate) count: Option<usize>,
    pub(crate) drafts: Drafts,
    /// What the review is compared with.
    pub(crate) compared: Option<Compared>,
    /// The two sides, while they are being settled.
    pub(crate) settling: Option<Settling>,
    /// What is searched, and what was found.
    pub(crate) search: Option<Search>,
    /// What was judged before in other claim files; none until it is read.
    pub(crate) memory: Option<Arc<Memory>>,
    /// Which claims on the screen were judged before.
    pub(crate) remembered: RememberedClaims,
    /// Where the reader was before going far.
    pub(crate) jumps: Jumps,
    pub(crate) title: Visible<'static>,
    /// The sizes of the panes as they were last drawn: what "a page" means.
    pub(crate) heights: Heights,
    /// Where everything stood when it was last drawn: what the pointer is on.
    pub(crate) shown: Panes,
    /// What the colours of claims tell.
    pub(crate) colour_by: ColourBy,
    /// Everybody who has judged, in alphabetical order, when that was chosen.
    pub(crate) reviewers: Vec<Reviewer>,
    /// Whether the article is read by itself, without its claims.
    pub(crate) is_reading: bool,
    /// Claims that are marked.
    pub(crate) marks: Marks,
    /// The source that was added last in this session.
    pub(crate) last_source: Option<Box<Evidence>>,
    /// The last press of the pointer's button.
    pub(crate) press: Option<Press>,
    /// How the person has shared out the screen.
    pub(crate) layout: Layout,
    /// Whether the pane that has the keys has the whole screen.
    pub(crate) is_zoomed: bool,
}

/// What was typed and left without saving: offered again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Drafts {
    pub(crate) texts: HashMap<(ClaimId, Subject), String>,
    pub(crate) sources: HashMap<(ClaimId, Option<usize>), SourceForm>,
    /// The message of a commit that was not made: as it was proposed, as it was typed.
    pub(crate) message: Option<(String, String)>,
    /// Sources as YAML that could not be read.
    pub(crate) yaml: HashMap<ClaimId, String>,
}

/// A pane of the review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The article.
    Article,
    /// The list of claims.
    #[default]
    Claims,
    /// The current claim.
    Claim,
}

/// Rows and columns of what was last drawn.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Heights {
    pub(crate) article: usize,
    pub(crate) claims: usize,
    pub(crate) claim: usize,
    pub(crate) dialog: usize,
    /// The columns of the text field that is open.
    pub(crate) field_columns: usize,
}

/// What a review is opened with.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The article.
    pub article: Article,
    /// Its claims, with the way back that a session before has left.
    pub review: Review,
    /// Where each claim's quote stands in the article; none if it does not.
    pub ranges: Vec<Option<ByteRange>>,
    /// What was left out as nothing to check, in article order; none where that
    /// comes later, as a message.
    pub left_out: Option<Vec<LeftOut>>,
    /// Who judges.
    pub reviewer: Reviewer,
    /// Why nothing can be changed, if so.
    pub read_only: Option<String>,
    /// What the person should know first, one sentence each.
    pub notices: Vec<String>,
    /// Which key does what.
    pub keymap: Keymap,
}

impl Model {
    /// The state in which a review opens: on the first unreviewed claim.
    pub fn new(opening: Opening) -> Self {
        let review = opening.review;
        let particulars = &review.file().article;
        let title = particulars.title.as_deref().unwrap_or(&particulars.file);
        let title = Visible::line(title).into_owned();
        let placed = review.claims().iter().zip(&opening.ranges);
        let places = placed.filter_map(|(claim, range)| Some((claim.id.clone(), (*range)?)));
        let places = places.collect();
        let page = ArticlePage::new(opening.article, opening.ranges, opening.left_out);
        let listing = Listing::new(&review, &page, Filter::default(), Order::default());
        let first = first_unreviewed(&review);
        let cursor = first.or_else(|| listing.nearest(0)).unwrap_or(0);
        let notice = if opening.notices.is_empty() {
            Notice::None
        } else {
            Notice::Told(opening.notices.join(" · "))
        };
        Self {
            places,
            page,
            review,
            reviewer: opening.reviewer,
            read_only: opening.read_only,
            keymap: opening.keymap,
            preferences: Preferences::default(),
            listing,
            detail: Detail::default(),
            focus: Pane::default(),
            cursor,
            dialog: None,
            notice,
            saving: Saving::default(),
            article_on_disk: ArticleOnDisk::default(),
            lesson: None,
            from_articles: false,
            count: None,
            drafts: Drafts::default(),
            compared: None,
            settling: None,
            search: None,
            memory: None,
            remembered: RememberedClaims::default(),
            jumps: Jumps::default(),
            title,
            heights: Heights::default(),
            shown: Panes::default(),
            colour_by: ColourBy::default(),
            reviewers: Vec::new(),
            is_reading: false,
            marks: Marks::default(),
            last_source: None,
            press: None,
            layout: Layout::default(),
            is_zoomed: false,
        }
    }

    /// Lists only what two sides differ on, until they are settled.
    pub fn settle(&mut self, settling: Settling) {
        let claims = self.review.claims();
        let open = claims.iter().filter(|it| settling.is_open(it)).count();
        let told = match (settling.differing(), open) {
            (0, _) => "the two sides agree on everything".to_owned(),
            (all, 0) => format!("all {all} differences are settled already"),
            (all, open) if open < all => format!("{open} of {all} claims still to settle"),
            (1, _) => "1 claim to settle".to_owned(),
            (count, _) => format!("{count} claims to settle"),
        };
        self.settling = Some(settling);
        self.list_anew(self.listing.filter().clone());
        let first = self.listing.positions().first().copied();
        if let Some(first) = self.first_to_settle().or(first) {
            self.go_to(first);
        }
        self.notice = Notice::Told(told);
    }

    /// The first listed claim on which nobody has ended the difference.
    fn first_to_settle(&self) -> Option<usize> {
        let settling = self.settling.as_ref()?;
        let claims = self.review.claims();
        let listed = self.listing.positions().iter().copied();
        let mut open = listed.filter(|&it| claims.get(it).is_some_and(|it| settling.is_open(it)));
        open.next()
    }

    /// Hides other reviewers' verdicts until every claim has one of this reviewer.
    pub fn read_blind(&mut self) {
        self.review.look_with(Sight::Own(self.reviewer.clone()));
        let filter = self.listing.filter().clone();
        self.listing = Listing::new(&self.review, &self.page, filter, self.listing.order());
        if let Some(first) = first_unreviewed(&self.review) {
            self.go_to(first);
        }
        let told = "blind reading: others' verdicts are hidden until you have judged every claim";
        self.notice = Notice::Told(told.to_owned());
    }

    /// Shares out the screen as the person has done before.
    pub fn lay_out(&mut self, layout: Layout) {
        self.layout = layout;
    }

    /// Says what redpencil is, before anything else.
    pub fn welcome(&mut self) {
        self.dialog = Some(Dialog::Welcome);
    }

    /// Begins the tutor at its first step.
    pub fn teach(&mut self, lesson: Lesson) {
        self.lesson = Some(lesson);
        self.notice = Notice::None;
    }

    /// How far the tutor is, if this is its article.
    pub fn lesson(&self) -> Option<&Lesson> {
        self.lesson.as_ref()
    }

    /// Does what the person wants, where people differ.
    pub fn prefer(&mut self, preferences: Preferences) {
        self.page.measure(preferences.ambiguous_width);
        self.preferences = preferences;
    }

    /// The same, opened from the list of articles: leaving leads back there.
    #[must_use]
    pub fn from_articles(mut self) -> Self {
        self.from_articles = true;
        self
    }

    /// The article.
    pub fn article(&self) -> &Article {
        self.page.article()
    }

    /// Whether it is known what the splitter leaves out of the article.
    pub fn knows_left_out(&self) -> bool {
        self.page.knows_left_out()
    }

    /// The claims and their history.
    pub fn review(&self) -> &Review {
        &self.review
    }

    /// What the review is compared with, if anything.
    pub fn compared(&self) -> Option<&Compared> {
        self.compared.as_ref()
    }

    /// What stands before the review, if anything.
    pub fn dialog(&self) -> Option<&Dialog> {
        self.dialog.as_ref()
    }

    /// The line for the person.
    pub fn notice(&self) -> &Notice {
        &self.notice
    }

    /// The position of the claim that the cursor is on; none if none is listed.
    pub fn current(&self) -> Option<usize> {
        self.listing.index_of(self.cursor).map(|_| self.cursor)
    }

    /// The claim that the cursor is on.
    pub fn current_claim(&self) -> Option<&Claim> {
        self.review.claims().get(self.current()?)
    }

    /// What became of the claim at `position`; a repeat has what it repeats.
    pub fn status(&self, position: usize) -> Status {
        let Some(claim) = self.review.claims().get(position) else {
            return Status::Unreviewed;
        };
        let judged = claim.same_as.as_ref().and_then(|it| self.review.claim(it));
        self.review.status(judged.unwrap_or(claim))
    }

    /// Whose keys count now, the nearest first.
    pub fn scopes(&self) -> &'static [Scope] {
        match &self.dialog {
            Some(dialog) => dialog.scopes(),
            None if self.focus == Pane::Article => &[Scope::Article, Scope::Claim, Scope::Review],
            None => &[Scope::Claim, Scope::Review],
        }
    }

    /// Puts the cursor on a claim and brings it into view.
    pub(crate) fn go_to(&mut self, position: usize) {
        self.make_current(position);
        self.page.follows = Follows::Claim;
        self.page.put_caret_on(position);
    }

    /// Makes a claim the current one, wherever the article is; it is shown from
    /// its top.
    pub(crate) fn make_current(&mut self, position: usize) {
        if position != self.cursor {
            self.detail.top = 0;
        }
        self.cursor = position;
        self.detail.forget();
    }

    /// What was judged before of what the current claim states. Nothing while two
    /// sides are settled: there both stand on the screen anyway.
    pub fn recalled(&self) -> Vec<Recalled> {
        self.current_claim()
            .map_or_else(Vec::new, |it| self.recalled_of(it))
    }

    /// The same for any claim.
    pub(crate) fn recalled_of(&self, claim: &Claim) -> Vec<Recalled> {
        let Some(memory) = self.memory.as_ref().filter(|_| self.settling.is_none()) else {
            return Vec::new();
        };
        let published = self.review.file().article.published;
        let only_of = match self.review.sight() {
            Sight::All => None,
            Sight::Own(reviewer) => Some(reviewer),
        };
        let asking = Asking {
            language: self.page.article().language(),
            reference: published.and_then(|it| it.and_hms_opt(0, 0, 0)),
            only_of,
        };
        memory.recall(claim, asking)
    }

    /// What is searched, and what was found.
    pub fn search(&self) -> Option<&Search> {
        self.search.as_ref()
    }

    /// Whether there is more to look at: [`Message::GoOn`](crate::app::Message)
    /// does so when nothing else happens.
    pub fn is_searching(&self) -> bool {
        self.search.as_ref().is_some_and(|it| !it.is_done())
    }
}

/// The position of the first claim that waits for a verdict.
fn first_unreviewed(review: &Review) -> Option<usize> {
    let first = review.claims().first();
    if first.is_some_and(|it| is_unreviewed(review, it)) {
        return Some(0);
    }
    review.next_unreviewed(0)
}

fn is_unreviewed(review: &Review, claim: &Claim) -> bool {
    let is_work = !claim.dismissed && claim.same_as.is_none();
    is_work && review.status(claim) == Status::Unreviewed
}
