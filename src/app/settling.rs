//! Two sides of a review that are being settled.

use std::collections::{HashMap, HashSet};

use crate::claim::{Claim, ClaimId, Judgement, Status};
use crate::compare::{Accord, Settlement};

/// What a settler needs to know of the two sides.
#[derive(Clone, Debug)]
pub struct Settling {
    /// The left side.
    pub left: Side,
    /// The right side.
    pub right: Side,
    differing: HashSet<ClaimId>,
    accords: HashMap<ClaimId, Accord>,
    /// Whether claims on which the sides agree are listed too.
    pub(crate) shows_all: bool,
}

/// One side.
#[derive(Clone, Debug)]
pub struct Side {
    /// What the person calls it: a file, a revision.
    pub name: String,
    /// What it has decided.
    pub judgements: HashMap<ClaimId, Judgement>,
}

impl Settling {
    /// The two sides by the names that the person knows them by.
    pub fn new(settlement: Settlement, left: &str, right: &str) -> Self {
        let differing = settlement.differing().cloned().collect();
        let side = |name: &str, judgements| Side {
            name: name.to_owned(),
            judgements,
        };
        Self {
            left: side(left, settlement.left),
            right: side(right, settlement.right),
            differing,
            accords: settlement.sides,
            shows_all: false,
        }
    }

    /// On how many claims the sides differ.
    pub fn differing(&self) -> usize {
        self.differing.len()
    }

    /// How the sides stood to each other on this claim, when they were put side
    /// by side.
    pub(crate) fn accord(&self, claim: &Claim) -> Option<Accord> {
        self.accords.get(&claim.id).copied()
    }

    /// Whether the sides differ on this claim and nobody has ended that yet.
    pub(crate) fn is_open(&self, claim: &Claim) -> bool {
        let is_settled = claim.verdicts.iter().any(|it| it.settles);
        let is_ended = is_settled && claim.status() != Status::Contested;
        self.differing.contains(&claim.id) && (claim.conflict.is_some() || !is_ended)
    }

    pub(crate) fn lists(&self, claim: &Claim) -> bool {
        self.shows_all || self.differing.contains(&claim.id)
    }
}
