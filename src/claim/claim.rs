//! One claim.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::claim::{
    ClaimConflict, ClaimId, Evidence, Judgement, Kind, Reviewer, Status, TextQuoteSelector,
    Timestamp, Verdict,
};

/// Keys that this version does not know, with their values: kept and written back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnknownKeys(pub serde_yaml::Mapping);

impl UnknownKeys {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The smallest stretch of an article that states one thing a checker could
/// look up and find right or wrong, with what reviewers made of it.
///
/// Fields stand in the order in which a claim file holds them. The order is
/// what makes plain git merges safe: every field that changes stands beside
/// one that only its claim has, so git sees two changes of one claim as such.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// Its name, for life.
    pub id: ClaimId,
    /// The claim that it was cut from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<ClaimId>,
    /// The splitter that proposed it, where it was not redpencil's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed_by: Option<String>,
    /// The claim that states the same fact and is judged in its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<ClaimId>,
    /// That there is nothing to check: opinion, forecast, no claim.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dismissed: bool,
    /// A note to colleagues.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What makes it checkable.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<Kind>,
    /// Where it stands.
    pub quote: TextQuoteSelector,
    /// What reviewers decided, one item each, in the order they first did.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verdicts: Vec<Judgement>,
    /// The claim worded to stand alone.
    #[serde(rename = "claim")]
    pub wording: String,
    /// What the verdicts rest on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// A question to the author.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// What a merge could not decide; absent once a person has chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflict: Option<Box<ClaimConflict>>,
    /// What a newer redpencil or a person has added.
    #[serde(flatten)]
    #[schemars(skip)]
    pub unknown: UnknownKeys,
}

impl Claim {
    /// A claim that nobody has touched yet.
    pub fn new(
        id: ClaimId,
        quote: TextQuoteSelector,
        wording: impl Into<String>,
        kinds: Vec<Kind>,
    ) -> Self {
        Self {
            id,
            from: None,
            proposed_by: None,
            same_as: None,
            dismissed: false,
            note: None,
            kinds,
            quote,
            verdicts: Vec::new(),
            wording: wording.into(),
            evidence: Vec::new(),
            query: None,
            conflict: None,
            unknown: UnknownKeys::default(),
        }
    }

    /// What the verdicts come to.
    pub fn status(&self) -> Status {
        Status::of(&self.verdicts)
    }

    /// What `reviewer` decides now, built on what the same reviewer decided before.
    pub fn judged_by(
        &self,
        reviewer: &Reviewer,
        verdict: Verdict,
        reviewed: Timestamp,
    ) -> Judgement {
        match self.judgement_of(reviewer) {
            Some(earlier) => earlier.decided_again(verdict, reviewed),
            None => Judgement::new(verdict, reviewer.clone(), reviewed),
        }
    }

    /// What `reviewer` decided, if anything.
    pub fn judgement_of(&self, reviewer: &Reviewer) -> Option<&Judgement> {
        self.verdicts.iter().find(|it| it.reviewer == *reviewer)
    }

    /// The verdict of `reviewer`, if any.
    pub fn verdict_of(&self, reviewer: &Reviewer) -> Option<Verdict> {
        self.judgement_of(reviewer).map(|it| it.verdict)
    }
}
