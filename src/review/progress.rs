//! How far a review has come.

use crate::claim::{Claim, Status, Verdict};
use crate::review::Sight;

/// Claims by what became of them. Dismissed ones and repeats are no work and
/// count apart: `claims` is the sum of the five that follow it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Claims to be judged.
    pub claims: usize,
    /// Of these, verified.
    pub verified: usize,
    /// Of these, disputed.
    pub disputed: usize,
    /// Of these, unknown.
    pub unknown: usize,
    /// Of these, not judged by anybody.
    pub unreviewed: usize,
    /// Of these, judged differently and not settled.
    pub contested: usize,
    /// Dismissed: nothing to check.
    pub dismissed: usize,
    /// Repeats, judged elsewhere in the article.
    pub repeats: usize,
}

impl Progress {
    /// Counts `claims` one by one.
    pub fn of<'a>(claims: impl IntoIterator<Item = &'a Claim>) -> Self {
        Self::seen(claims, &Sight::All)
    }

    /// Counts `claims` as somebody sees them who does not see all verdicts.
    pub fn seen<'a>(claims: impl IntoIterator<Item = &'a Claim>, sight: &Sight) -> Self {
        let mut progress = Self::default();
        let claims = claims.into_iter();
        claims.for_each(|it| progress.add(it, sight.status(it)));
        progress
    }

    /// Claims that somebody has judged.
    pub const fn reviewed(&self) -> usize {
        self.claims - self.unreviewed
    }

    /// Counts the claims of another file too.
    pub fn add_all(&mut self, other: &Self) {
        self.claims += other.claims;
        self.verified += other.verified;
        self.disputed += other.disputed;
        self.unknown += other.unknown;
        self.unreviewed += other.unreviewed;
        self.contested += other.contested;
        self.dismissed += other.dismissed;
        self.repeats += other.repeats;
    }

    /// Counts one claim more.
    pub(super) fn add(&mut self, claim: &Claim, status: Status) {
        self.count(claim, status, |it| *it += 1);
    }

    /// Counts one claim less, as it stood when it was counted.
    pub(super) fn subtract(&mut self, claim: &Claim, status: Status) {
        self.count(claim, status, |it| *it -= 1);
    }

    fn count(&mut self, claim: &Claim, status: Status, change: impl Fn(&mut usize)) {
        if claim.dismissed {
            return change(&mut self.dismissed);
        }
        if claim.same_as.is_some() {
            return change(&mut self.repeats);
        }
        change(&mut self.claims);
        change(match status {
            Status::Unreviewed => &mut self.unreviewed,
            Status::Agreed(Verdict::Verified) => &mut self.verified,
            Status::Agreed(Verdict::Disputed) => &mut self.disputed,
            Status::Agreed(Verdict::Unknown) => &mut self.unknown,
            Status::Contested => &mut self.contested,
        });
    }
}
