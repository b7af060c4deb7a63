//! Which claims are listed, and which part of the list is on the screen.

use crate::claim::Claim;
use crate::review::{Filter, Review, Seen};

/// The claims that the filter lists, by position, in article order.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    filter: Filter,
    positions: Vec<usize>,
    /// The first row on the screen: an index into `positions`.
    pub(crate) top: usize,
}

impl Listing {
    /// All claims that `filter` lists.
    pub fn new(review: &Review, filter: Filter) -> Self {
        let seen = Seen::of(review);
        let listed = |it: &(usize, &Claim)| filter.lists(it.1, review.status(it.1), seen);
        let claims = review.claims().iter().enumerate();
        let positions = claims.filter(listed).map(|it| it.0).collect();
        Self {
            filter,
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

    /// The positions of the claims that are listed.
    pub fn positions(&self) -> &[usize] {
        &self.positions
    }

    /// Where the claim at `position` stands in the list, if it is listed.
    pub fn index_of(&self, position: usize) -> Option<usize> {
        self.positions.binary_search(&position).ok()
    }

    /// The listed claim nearest to `position`: itself, the next, the last.
    pub fn nearest(&self, position: usize) -> Option<usize> {
        let index = self.positions.partition_point(|&it| it < position);
        self.positions.get(index).or(self.positions.last()).copied()
    }

    /// The listed claim after `position`; none after the last.
    pub fn next(&self, position: usize) -> Option<usize> {
        let index = self.positions.partition_point(|&it| it <= position);
        self.positions.get(index).copied()
    }

    /// Looks at one claim again, after it changed. A list of one status keeps it
    /// until the filter is set anew: what one has just judged does not vanish
    /// from under the cursor. What was dismissed goes at once.
    pub fn look_again(&mut self, review: &Review, position: usize) {
        let Some(claim) = review.claims().get(position) else {
            return;
        };
        match self.positions.binary_search(&position) {
            Ok(index) if claim.dismissed && !self.filter.dismissed => {
                self.positions.remove(index);
            }
            Err(index)
                if self
                    .filter
                    .lists(claim, review.status(claim), Seen::of(review)) =>
            {
                self.positions.insert(index, position);
            }
            _ => {}
        }
    }
}
