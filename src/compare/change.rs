//! One difference between two claim files, in words that can be shown.

use crate::claim::{ClaimId, Evidence, EvidenceKind, Reviewer, Source, Stance, Timestamp};

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The claim itself: added where there is only an after, removed where
    /// there is only a before.
    Claim,
    /// The claim's place among the others.
    Place,
    /// A reviewer's verdict.
    Verdict,
    /// Why a reviewer disputes it.
    Reason,
    /// The wording that a reviewer proposes.
    Correction,
    /// What a reviewer says about the verdict.
    VerdictNote,
    /// Whether a verdict ends a disagreement.
    Settles,
    /// A source.
    Evidence,
    /// How the claim is worded.
    Wording,
    /// Which words of the article it stands in.
    Quote,
    /// What makes it checkable.
    Kinds,
    /// The note to colleagues.
    Note,
    /// The question to the author.
    Query,
    /// Whether there is nothing to check.
    Dismissed,
    /// Which claim states the same fact.
    SameAs,
    /// Which claim it was cut from.
    From,
    /// What a merge could not decide.
    Conflict,
    /// A key that redpencil does not know.
    Unknown,
    /// The article's particulars.
    Article,
    /// Who answered for the article.
    Signed,
}

impl Field {
    /// The word for it in results that programs read.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Place => "place",
            Self::Verdict => "verdict",
            Self::Reason => "reason",
            Self::Correction => "correction",
            Self::VerdictNote => "verdict-note",
            Self::Settles => "settles",
            Self::Evidence => "evidence",
            Self::Wording => "wording",
            Self::Quote => "quote",
            Self::Kinds => "kinds",
            Self::Note => "note",
            Self::Query => "query",
            Self::Dismissed => "dismissed",
            Self::SameAs => "same-as",
            Self::From => "from",
            Self::Conflict => "conflict",
            Self::Unknown => "unknown",
            Self::Article => "article",
            Self::Signed => "signed",
        }
    }

    /// Whether it is about what a reviewer decided.
    pub const fn is_about_a_verdict(self) -> bool {
        match self {
            Self::Verdict | Self::Reason | Self::Correction | Self::VerdictNote | Self::Settles => {
                true
            }
            Self::Claim
            | Self::Place
            | Self::Evidence
            | Self::Wording
            | Self::Quote
            | Self::Kinds
            | Self::Note
            | Self::Query
            | Self::Dismissed
            | Self::SameAs
            | Self::From
            | Self::Conflict
            | Self::Unknown
            | Self::Article
            | Self::Signed => false,
        }
    }
}

/// One difference between an earlier and a later claim file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The claim, by the id it has later; none for the article's own particulars.
    pub claim: Option<ClaimId>,
    /// The claim's wording, later where it still stands.
    pub wording: String,
    /// What changed.
    pub field: Field,
    /// What stood there before; none where there was nothing.
    pub from: Option<String>,
    /// What stands there now; none where there is nothing.
    pub to: Option<String>,
    /// Whose verdict it is, for fields about a verdict.
    pub reviewer: Option<Reviewer>,
    /// When that reviewer decided, later where there is a later verdict.
    pub at: Option<Timestamp>,
}

/// A source in one line: what it does to the claim, where it is, its words.
/// A confidential one shows nothing of itself.
pub fn cited(evidence: &Evidence) -> String {
    if evidence.confidential {
        return "1 confidential source".to_owned();
    }
    let mut parts: Vec<String> = Vec::new();
    parts.extend(evidence.title.clone());
    parts.extend(evidence.url.clone());
    parts.extend(evidence.locator.clone());
    parts.extend(
        evidence
            .passage
            .as_ref()
            .map(|it| format!("“{}”", it.trim_end())),
    );
    parts.extend(
        evidence
            .archive
            .as_ref()
            .map(|it| format!("archived at {it}")),
    );
    parts.extend(evidence.accessed.map(|it| format!("read {it}")));
    parts.extend(evidence.by.as_ref().map(|it| format!("found by {it}")));
    let words: Vec<&str> = [
        evidence.stance.map(Stance::name),
        evidence.source.map(Source::name),
        evidence.kind.map(EvidenceKind::name),
    ]
    .into_iter()
    .flatten()
    .collect();
    let what = parts.join(", ");
    match (words.is_empty(), what.is_empty()) {
        (true, true) => "a source without particulars".to_owned(),
        (true, false) => what,
        (false, true) => words.join(" "),
        (false, false) => format!("{}: {what}", words.join(" ")),
    }
}
