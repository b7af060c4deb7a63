//! Every change that one claim can undergo, as a value.

use std::mem::replace;

use serde::{Deserialize, Serialize};

use crate::claim::{
    Claim, ClaimConflict, ClaimId, Evidence, Judgement, Kind, Reviewer, TextQuoteSelector,
};
use crate::review::Refused;

/// A change of the inside of one claim. Applying it gives the change that
/// takes it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimChange {
    /// A reviewer decides; an earlier verdict of the same reviewer is replaced.
    Judge(Box<Judgement>),
    /// A reviewer's verdict is taken away.
    Unjudge(Reviewer),
    /// A verdict that was taken away comes back to its place in the list.
    RestoreJudgement {
        /// Before which verdict, from 0.
        at: usize,
        /// The verdict.
        judgement: Box<Judgement>,
    },
    /// The claim gets another wording.
    SetWording(String),
    /// The note to colleagues.
    SetNote(Option<String>),
    /// The question to the author.
    SetQuery(Option<String>),
    /// What makes the claim checkable.
    SetKinds(Vec<Kind>),
    /// Where the claim stands.
    SetQuote(Box<TextQuoteSelector>),
    /// Whether there is nothing to check.
    SetDismissed(bool),
    /// Which claim states the same fact.
    SetSameAs(Option<ClaimId>),
    /// What a merge has left open.
    SetConflict(Option<Box<ClaimConflict>>),
    /// A source is added.
    InsertEvidence {
        /// Before which source, from 0; at the end when there are fewer.
        at: usize,
        /// The source.
        evidence: Box<Evidence>,
    },
    /// A source is taken away.
    RemoveEvidence {
        /// Which one, from 0.
        at: usize,
    },
    /// A source is replaced.
    ReplaceEvidence {
        /// Which one, from 0.
        at: usize,
        /// What stands there from now on.
        evidence: Box<Evidence>,
    },
}

impl ClaimChange {
    /// Applies the change to `claim` and answers with the one that takes it
    /// back. When it is refused the claim is as it was.
    pub(super) fn apply(self, claim: &mut Claim) -> Result<Self, Refused> {
        Ok(match self {
            Self::Judge(judgement) => judge(claim, *judgement),
            Self::Unjudge(reviewer) => {
                let Some(at) = claim.verdicts.iter().position(|it| it.reviewer == reviewer) else {
                    return Err(Refused::NotJudged {
                        claim: claim.id.clone(),
                        reviewer,
                    });
                };
                let judgement = Box::new(claim.verdicts.remove(at));
                Self::RestoreJudgement { at, judgement }
            }
            Self::RestoreJudgement { at, judgement } => {
                let reviewer = judgement.reviewer.clone();
                claim
                    .verdicts
                    .insert(at.min(claim.verdicts.len()), *judgement);
                Self::Unjudge(reviewer)
            }
            Self::SetWording(wording) => Self::SetWording(replace(&mut claim.wording, wording)),
            Self::SetNote(note) => Self::SetNote(replace(&mut claim.note, note)),
            Self::SetQuery(query) => Self::SetQuery(replace(&mut claim.query, query)),
            Self::SetKinds(kinds) => Self::SetKinds(replace(&mut claim.kinds, kinds)),
            Self::SetQuote(quote) => Self::SetQuote(Box::new(replace(&mut claim.quote, *quote))),
            Self::SetDismissed(it) => Self::SetDismissed(replace(&mut claim.dismissed, it)),
            Self::SetSameAs(id) => Self::SetSameAs(replace(&mut claim.same_as, id)),
            Self::SetConflict(it) => Self::SetConflict(replace(&mut claim.conflict, it)),
            Self::InsertEvidence { at, evidence } => {
                let at = at.min(claim.evidence.len());
                claim.evidence.insert(at, *evidence);
                Self::RemoveEvidence { at }
            }
            Self::RemoveEvidence { at } => {
                source(claim, at)?;
                Self::InsertEvidence {
                    at,
                    evidence: Box::new(claim.evidence.remove(at)),
                }
            }
            Self::ReplaceEvidence { at, evidence } => {
                let evidence = Box::new(replace(source(claim, at)?, *evidence));
                Self::ReplaceEvidence { at, evidence }
            }
        })
    }

    /// What it changes, in a word: "verdict", "note".
    pub const fn subject(&self) -> &'static str {
        match self {
            Self::Judge(_) | Self::Unjudge(_) | Self::RestoreJudgement { .. } => "verdict",
            Self::SetWording(_) => "wording",
            Self::SetNote(_) => "note",
            Self::SetQuery(_) => "query",
            Self::SetKinds(_) => "kinds",
            Self::SetQuote(_) => "quote",
            Self::SetDismissed(_) => "dismissal",
            Self::SetSameAs(_) => "repeat",
            Self::SetConflict(_) => "conflict",
            Self::InsertEvidence { .. }
            | Self::RemoveEvidence { .. }
            | Self::ReplaceEvidence { .. } => "evidence",
        }
    }
}

fn judge(claim: &mut Claim, judgement: Judgement) -> ClaimChange {
    let earlier = claim
        .verdicts
        .iter_mut()
        .find(|it| it.reviewer == judgement.reviewer);
    if let Some(earlier) = earlier {
        return ClaimChange::Judge(Box::new(replace(earlier, judgement)));
    }
    let reviewer = judgement.reviewer.clone();
    claim.verdicts.push(judgement);
    ClaimChange::Unjudge(reviewer)
}

fn source(claim: &mut Claim, at: usize) -> Result<&mut Evidence, Refused> {
    let missing = Refused::NoSuchEvidence {
        claim: claim.id.clone(),
        number: at + 1,
    };
    claim.evidence.get_mut(at).ok_or(missing)
}
