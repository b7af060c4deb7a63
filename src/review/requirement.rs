//! What must hold before an article may be published.

use crate::claim::{Claim, ClaimFile, Status, Verdict};

/// A condition that a claim file can be held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Requirement {
    /// Every claim has a verdict.
    Reviewed,
    /// Every verified or disputed claim has a source.
    Evidence,
    /// No claim is disputed.
    NoDisputed,
    /// No claim is contested.
    NoContested,
    /// Every claim has verdicts of two reviewers.
    SecondReader,
    /// Somebody signed the article as it is now.
    Signed,
}

impl Requirement {
    /// Every requirement, in the order in which the work is done.
    pub const ALL: &'static [Self] = &[
        Self::Reviewed,
        Self::Evidence,
        Self::SecondReader,
        Self::NoContested,
        Self::NoDisputed,
        Self::Signed,
    ];

    /// The word for it on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reviewed => "reviewed",
            Self::Evidence => "evidence",
            Self::NoDisputed => "no-disputed",
            Self::NoContested => "no-contested",
            Self::SecondReader => "second-reader",
            Self::Signed => "signed",
        }
    }

    /// What is left to do for a claim that does not meet it.
    const fn work(self) -> &'static str {
        match self {
            Self::Reviewed => "has no verdict yet",
            Self::Evidence => "has a verdict and no source",
            Self::NoDisputed => "is disputed",
            Self::NoContested => "is contested: settle it",
            Self::SecondReader => "has been judged by one reviewer only",
            Self::Signed => "has not been signed off",
        }
    }

    /// The claims of `file` that do not meet it, each with what is left to do.
    /// A requirement on the whole file answers with a shortfall without a claim.
    pub fn shortfalls(self, file: &ClaimFile) -> Vec<Shortfall<'_>> {
        if self == Self::Signed {
            let signed = file
                .signed
                .iter()
                .any(|it| Some(&it.digest) == file.article.digest.as_ref());
            return if signed {
                Vec::new()
            } else {
                vec![Shortfall {
                    requirement: self,
                    claim: None,
                }]
            };
        }
        let work = file
            .claims
            .iter()
            .filter(|it| !it.dismissed && it.same_as.is_none());
        work.filter(|it| !self.is_met_by(it))
            .map(|it| Shortfall {
                requirement: self,
                claim: Some(it),
            })
            .collect()
    }

    fn is_met_by(self, claim: &Claim) -> bool {
        let status = claim.status();
        match self {
            Self::Reviewed => status != Status::Unreviewed,
            Self::Evidence => {
                !claim.evidence.is_empty()
                    || matches!(
                        status,
                        Status::Unreviewed | Status::Agreed(Verdict::Unknown)
                    )
            }
            Self::NoDisputed => status != Status::Agreed(Verdict::Disputed),
            Self::NoContested => status != Status::Contested && claim.conflict.is_none(),
            Self::SecondReader => claim.verdicts.len() > 1,
            Self::Signed => true,
        }
    }
}

/// A requirement that is not met, and by which claim.
#[derive(Clone, Copy, Debug)]
pub struct Shortfall<'a> {
    /// What is required.
    pub requirement: Requirement,
    /// The claim that does not meet it; none when it is the file.
    pub claim: Option<&'a Claim>,
}

impl Shortfall<'_> {
    /// What is left to do for `claim`. Where only a merge has left something open,
    /// reviewers do not contradict each other.
    fn work(&self, claim: &Claim) -> &'static str {
        let is_merge_only = self.requirement == Requirement::NoContested
            && claim.status() != Status::Contested
            && claim.conflict.is_some();
        if is_merge_only {
            return "is in conflict after a merge: choose what holds";
        }
        self.requirement.work()
    }

    /// What is left to do, in a sentence.
    pub fn told(&self) -> String {
        match self.claim {
            Some(claim) => format!("claim {} {}", claim.id, self.work(claim)),
            None => format!("the article {}", self.requirement.work()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Judgement, Particulars, Reviewer, TextQuoteSelector};

    #[test]
    fn a_claim_is_work_until_every_requirement_is_met() {
        let id = "k4q7zd".parse().expect("an id");
        let claim = Claim::new(id, TextQuoteSelector::default(), "x", Vec::new());
        let mut file = ClaimFile::new(Particulars::default(), vec![claim]);
        let open = |file: &ClaimFile| -> Vec<&str> {
            let left = |it: &&Requirement| !it.shortfalls(file).is_empty();
            Requirement::ALL
                .iter()
                .filter(left)
                .map(|it| it.name())
                .collect()
        };
        assert_eq!(open(&file), ["reviewed", "second-reader", "signed"]);
        let time = "2024-03-05T09:12:44Z".parse().expect("a time");
        file.claims[0].verdicts = vec![Judgement::new(
            Verdict::Disputed,
            Reviewer::new("Ana"),
            time,
        )];
        assert_eq!(
            open(&file),
            ["evidence", "second-reader", "no-disputed", "signed"]
        );
        file.claims[0].dismissed = true;
        assert_eq!(open(&file), ["signed"]);
    }

    #[test]
    fn what_only_a_merge_has_left_open_is_a_conflict() {
        let id = "k4q7zd".parse().expect("an id");
        let mut claim = Claim::new(id, TextQuoteSelector::default(), "x", Vec::new());
        claim.conflict = Some(Box::default());
        let file = ClaimFile::new(Particulars::default(), vec![claim]);
        let told = Requirement::NoContested.shortfalls(&file)[0].told();
        assert!(told.contains("in conflict after a merge") && !told.contains("contested"));
    }
}
