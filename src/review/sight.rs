//! Whose verdicts a reviewer sees.

use crate::claim::{Claim, ClaimFile, Judgement, Reviewer, Status};

/// Whose verdicts a reviewer sees: a second reader judges without knowing what
/// the first has decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sight {
    /// Everybody's.
    #[default]
    All,
    /// The reviewer's own.
    Own(Reviewer),
}

impl Sight {
    /// The judgements of `claim` that are seen.
    pub fn judgements<'a>(&'a self, claim: &'a Claim) -> impl Iterator<Item = &'a Judgement> {
        claim.verdicts.iter().filter(move |it| match self {
            Self::All => true,
            Self::Own(reviewer) => it.reviewer == *reviewer,
        })
    }

    /// The file with the judgements that are seen, and no others.
    pub fn file(&self, file: &ClaimFile) -> ClaimFile {
        let mut seen = file.clone();
        if let Self::Own(reviewer) = self {
            for claim in &mut seen.claims {
                claim.verdicts.retain(|it| it.reviewer == *reviewer);
            }
        }
        seen
    }

    /// What the seen judgements come to.
    pub fn status(&self, claim: &Claim) -> Status {
        match self {
            Self::All => claim.status(),
            Self::Own(reviewer) => claim
                .verdict_of(reviewer)
                .map_or(Status::Unreviewed, Status::Agreed),
        }
    }

    /// Whether verdicts are hidden.
    pub const fn is_blind(&self) -> bool {
        matches!(self, Self::Own(_))
    }
}
