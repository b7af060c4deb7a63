//! The claims of a revision, beside those under review.

use std::collections::HashMap;

use crate::claim::{Claim, ClaimFile, ClaimId, Particulars};
use crate::compare::{Change, diff};

/// The claims of a revision, beside those under review.
#[derive(Clone, Debug)]
pub struct Compared {
    /// What the person calls the revision.
    pub name: String,
    claims: HashMap<ClaimId, Claim>,
}

impl Compared {
    /// The claims of `file`, which is the claim file at the revision `name`.
    pub(crate) fn new(name: String, file: ClaimFile) -> Self {
        let claims = file.claims.into_iter();
        Self {
            name,
            claims: claims.map(|it| (it.id.clone(), it)).collect(),
        }
    }

    /// Whether `claim` was otherwise there, or not there.
    pub fn differs(&self, claim: &Claim) -> bool {
        self.claims.get(&claim.id) != Some(claim)
    }

    /// What has changed of `claim` since.
    pub(crate) fn changes(&self, claim: &Claim) -> Vec<Change> {
        let file = |claims: Vec<Claim>| ClaimFile::new(Particulars::default(), claims);
        let before = self.claims.get(&claim.id).cloned();
        diff(
            &file(before.into_iter().collect()),
            &file(vec![claim.clone()]),
        )
    }
}
