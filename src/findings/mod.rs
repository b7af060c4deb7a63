//! Row 3: what redpencil itself notices about a claim file.
//!
//! Each rule reads claims and where their quotes stand and answers with
//! findings: a code that scripts can rely on and a sentence for people. Rules
//! judge nothing; whether a finding stops anything is for others to say. Pure
//! code only.

mod rules;

use std::collections::HashSet;

use crate::claim::{Claim, ClaimFile, ClaimId, Standing};

pub use rules::RULES;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something is wrong.
    Error,
    /// Something may be wrong.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// The word for it in machine-readable output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// Something that redpencil noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was noticed, in one word that never changes: `quote-missing`.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What was noticed, in a sentence, with what to do about it.
    pub message: String,
    /// The claims concerned; empty when it is about the whole file.
    pub claims: Vec<ClaimId>,
}

/// What the rules may look at.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The claim file.
    pub file: &'a ClaimFile,
    /// Where each claim's quote stands now, in the order of the claims; none
    /// when the article could not be read.
    pub standings: Option<&'a [Standing]>,
    /// The digest of the article as it is now.
    pub digest: Option<&'a str>,
}

/// What the rules may look at of one claim.
#[derive(Clone, Copy, Debug)]
pub struct ClaimFacts<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// Where its quote stands now; none when the article could not be read.
    pub standing: Option<Standing>,
    /// Whether it repeats a claim that is not in the file.
    pub repeats_nothing: bool,
}

/// One rule: what it is called, what it looks for, and how.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The code of its findings.
    pub code: &'static str,
    /// One line that says what it looks for.
    pub help: &'static str,
    /// Looks for it in what is not about one claim.
    pub in_file: fn(&Facts<'_>) -> Option<Finding>,
    /// Looks for it in one claim.
    pub in_claim: fn(&ClaimFacts<'_>) -> Option<Finding>,
}

/// Everything that the rules find, rule by rule, claims in article order.
pub fn findings(facts: &Facts<'_>) -> Vec<Finding> {
    let all = &facts.file.claims;
    let ids: HashSet<&ClaimId> = all.iter().map(|it| &it.id).collect();
    let standing = |at: usize| facts.standings.and_then(|it| it.get(at)).copied();
    let claims: Vec<ClaimFacts<'_>> = (0..)
        .zip(all)
        .map(|(at, claim)| ClaimFacts {
            claim,
            standing: standing(at),
            repeats_nothing: claim.same_as.as_ref().is_some_and(|it| !ids.contains(it)),
        })
        .collect();
    let found = |rule: &Rule| {
        let rule = *rule;
        let of_claims = claims.iter().filter_map(move |it| (rule.in_claim)(it));
        (rule.in_file)(facts).into_iter().chain(of_claims)
    };
    RULES.iter().flat_map(found).collect()
}

/// The codes of what the rules find in one claim.
pub fn codes_of(facts: &ClaimFacts<'_>) -> impl Iterator<Item = &'static str> {
    let found = RULES.iter().filter_map(|it| (it.in_claim)(facts));
    found.map(|it| it.code)
}
