//! The claims of a revision, beside those under review.

use std::collections::{HashMap, HashSet};

use crate::claim::{Claim, ClaimFile, ClaimId, Particulars};
use crate::compare::{Change, diff, renamed};

/// The claims of a revision, beside those under review.
#[derive(Clone, Debug)]
pub struct Compared {
    /// What the person calls the revision.
    pub name: String,
    claims: HashMap<ClaimId, Claim>,
    /// Claims that had another id there: the article was split again since.
    ids: HashMap<ClaimId, ClaimId>,
    /// How many of its claims are nowhere any more.
    pub(crate) gone: usize,
}

impl Compared {
    /// The claims of `file`, which is the claim file at the revision `name`,
    /// beside those of `now`.
    pub(crate) fn new(name: String, file: ClaimFile, now: &ClaimFile) -> Self {
        let ids: HashMap<ClaimId, ClaimId> = renamed(&file, now).into_iter().collect();
        let is_there: HashSet<&ClaimId> = now
            .claims
            .iter()
            .map(|it| ids.get(&it.id).unwrap_or(&it.id))
            .collect();
        let gone = file.claims.iter().filter(|it| !is_there.contains(&it.id));
        let gone = gone.count();
        let claims = file.claims.into_iter();
        Self {
            name,
            claims: claims.map(|it| (it.id.clone(), it)).collect(),
            ids,
            gone,
        }
    }

    /// What `claim` was at the revision, under the id that it has now.
    fn before(&self, claim: &Claim) -> Option<Claim> {
        let then = self.ids.get(&claim.id).unwrap_or(&claim.id);
        let before = self.claims.get(then)?;
        Some(Claim {
            id: claim.id.clone(),
            ..before.clone()
        })
    }

    /// Whether `claim` was otherwise there, or not there.
    pub fn differs(&self, claim: &Claim) -> bool {
        match self.claims.get(&claim.id) {
            Some(before) => before != claim,
            None => self.before(claim).as_ref() != Some(claim),
        }
    }

    /// What has changed of `claim` since.
    pub(crate) fn changes(&self, claim: &Claim) -> Vec<Change> {
        let file = |claims: Vec<Claim>| ClaimFile::new(Particulars::default(), claims);
        let before = self.before(claim);
        diff(
            &file(before.into_iter().collect()),
            &file(vec![claim.clone()]),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::testing::worded as claim;

    #[test]
    fn a_claim_that_was_split_again_is_the_one_with_its_words() {
        let file = |claims| ClaimFile::new(Particulars::default(), claims);
        let before = file(vec![
            claim("a1", "One"),
            claim("b2", "Two"),
            claim("c3", "Three"),
        ]);
        let mut noted = claim("zz9", "Two");
        noted.note = Some("look".to_owned());
        let now = file(vec![claim("a1", "One"), noted, claim("d4", "Four")]);
        let compared = Compared::new("HEAD".to_owned(), before, &now);
        let differ: Vec<bool> = now.claims.iter().map(|it| compared.differs(it)).collect();
        assert_eq!(differ, [false, true, true]);
        let changes = compared.changes(&now.claims[1]);
        assert_eq!(changes.len(), 1, "{changes:?}");
        assert_eq!(compared.gone, 1);
    }
}
