//! Which claims are listed, and which part of the list is on the screen.

use crate::app::page::ArticlePage;
use crate::claim::{Claim, ClaimId, Status};
use crate::review::{Filter, Review, Seen};
use crate::split::check_worthiness;
use crate::text::Language;

/// In which order claims are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As they stand in the article.
    #[default]
    Article,
    /// What deserves checking most first.
    Worth,
    /// What is contested or waits for a verdict first.
    Open,
}

impl Order {
    /// Every order, in the order in which a key goes through them.
    pub const ALL: [Self; 3] = [Self::Article, Self::Worth, Self::Open];

    /// The words for it on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Article => "in the article's order",
            Self::Worth => "by worth",
            Self::Open => "open ones first",
        }
    }

    /// Sorts positions; equal ones stay as they stand in the article.
    fn sort(self, positions: &mut [usize], review: &Review, seen: Seen<'_>) {
        let claims = review.claims();
        match self {
            Self::Article => {}
            Self::Worth => {
                let worth = |it: usize| {
                    let text = &claims[it].quote.exact;
                    let language = seen.language.unwrap_or_else(|| Language::detect(text));
                    check_worthiness(text, language).score
                };
                let ranked = positions.iter().map(|it| (worth(*it), *it));
                let mut ranked: Vec<(f64, usize)> = ranked.collect();
                ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
                for (place, (_, position)) in positions.iter_mut().zip(ranked) {
                    *place = position;
                }
            }
            Self::Open => positions.sort_by_key(|it| match review.status(&claims[*it]) {
                _ if claims[*it].dismissed || claims[*it].same_as.is_some() => 3,
                Status::Contested => 0,
                Status::Unreviewed => 1,
                Status::Agreed(_) => 2,
            }),
        }
    }
}

/// Whether `filter` lists the claim at `position`.
fn lists(
    filter: &Filter,
    review: &Review,
    page: &ArticlePage,
    seen: Seen<'_>,
    position: usize,
) -> bool {
    let Some(claim) = review.claims().get(position) else {
        return false;
    };
    let is_there = |it: &ClaimId| review.position(it).is_some();
    let seen = seen.about(claim, page.standing(position, claim), is_there);
    filter.lists(claim, review.status(claim), seen)
}

/// The claims that the filter lists, by position.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    filter: Filter,
    order: Order,
    positions: Vec<usize>,
    /// The first row on the screen: an index into `positions`.
    pub(crate) top: usize,
}

impl Listing {
    /// All claims that `filter` lists.
    pub fn new(review: &Review, page: &ArticlePage, filter: Filter, order: Order) -> Self {
        let seen = Seen::of(review);
        let listed = |it: &(usize, &Claim)| lists(&filter, review, page, seen, it.0);
        let claims = review.claims().iter().enumerate();
        let mut positions: Vec<usize> = claims.filter(listed).map(|it| it.0).collect();
        order.sort(&mut positions, review, seen);
        Self {
            filter,
            order,
            positions,
            top: 0,
        }
    }

    /// Of these only the claims for which `lists` holds.
    pub(crate) fn keep(&mut self, review: &Review, lists: impl Fn(&Claim) -> bool) {
        let claims = review.claims();
        self.positions
            .retain(|&it| claims.get(it).is_some_and(&lists));
    }

    /// What is listed.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// In which order.
    pub fn order(&self) -> Order {
        self.order
    }

    /// The positions of the claims that are listed.
    pub fn positions(&self) -> &[usize] {
        &self.positions
    }

    /// Where the claim at `position` stands in the list, if it is listed.
    pub fn index_of(&self, position: usize) -> Option<usize> {
        match self.order {
            Order::Article => self.positions.binary_search(&position).ok(),
            Order::Worth | Order::Open => self.positions.iter().position(|it| *it == position),
        }
    }

    /// The listed claim nearest to `position`: itself, the next, the last.
    pub fn nearest(&self, position: usize) -> Option<usize> {
        if self.order != Order::Article {
            let distance = |it: &&usize| it.abs_diff(position);
            return self.positions.iter().min_by_key(distance).copied();
        }
        let index = self.positions.partition_point(|&it| it < position);
        self.positions.get(index).or(self.positions.last()).copied()
    }

    /// The listed claim after `position`; none after the last.
    pub fn next(&self, position: usize) -> Option<usize> {
        if self.order != Order::Article {
            return self.positions.get(self.index_of(position)? + 1).copied();
        }
        let index = self.positions.partition_point(|&it| it <= position);
        self.positions.get(index).copied()
    }

    /// Looks at one claim again, after it changed. A list of one status keeps it
    /// until the filter is set anew: what one has just judged does not vanish
    /// from under the cursor. What was dismissed goes at once.
    pub fn look_again(&mut self, review: &Review, page: &ArticlePage, position: usize) {
        let Some(claim) = review.claims().get(position) else {
            return;
        };
        let lists = || lists(&self.filter, review, page, Seen::of(review), position);
        match self.index_of(position) {
            Some(index) if claim.dismissed && !self.filter.dismissed => {
                self.positions.remove(index);
            }
            None if lists() => {
                // In another order it would jump about while one works.
                let index = match self.order {
                    Order::Article => self.positions.partition_point(|it| *it < position),
                    Order::Worth | Order::Open => self.positions.len(),
                };
                self.positions.insert(index, position);
            }
            Some(_) | None => {}
        }
    }
}
