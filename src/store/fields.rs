//! The keys of a claim file and what may stand under each: for messages that
//! say more than a parser can.

use crate::claim::{EvidenceKind, Kind, Reason, Source, Stance, Verdict};

/// What a value must be.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    Text,
    Name,
    Id,
    Flag,
    Date,
    Time,
    Number,
    /// One of the words of a list, and what such a word is called.
    Word(fn() -> Vec<&'static str>, &'static str),
    Map(&'static [Field]),
    List(&'static Shape),
}

/// One key.
pub(super) struct Field {
    pub(super) key: &'static str,
    pub(super) shape: Shape,
    pub(super) is_required: bool,
}

const fn must(key: &'static str, shape: Shape) -> Field {
    Field {
        key,
        shape,
        is_required: true,
    }
}

const fn may(key: &'static str, shape: Shape) -> Field {
    Field {
        key,
        shape,
        is_required: false,
    }
}

macro_rules! words_of {
    ($type:ident, $called:literal) => {
        Shape::Word(|| $type::ALL.iter().map(|it| it.name()).collect(), $called)
    };
}

/// The keys at the top, `claims` left out: its items are read one by one.
pub(super) const FILE: &[Field] = &[
    must("redpencil", Shape::Number),
    must("article", Shape::Map(ARTICLE)),
    may("signed", Shape::List(&Shape::Map(SIGN_OFF))),
];

const ARTICLE: &[Field] = &[
    must("file", Shape::Text),
    may("title", Shape::Text),
    may("language", Shape::Text),
    may("published", Shape::Date),
    may("digest", Shape::Text),
    may("conflict", Shape::Map(PARTICULARS_CONFLICT)),
];

const PARTICULARS_CONFLICT: &[Field] = &[
    may("file", Shape::List(&Shape::Text)),
    may("title", Shape::List(&Shape::Text)),
    may("language", Shape::List(&Shape::Text)),
    may("published", Shape::List(&Shape::Date)),
];

const SIGN_OFF: &[Field] = &[
    must("reviewer", Shape::Name),
    must("signed", Shape::Time),
    must("digest", Shape::Text),
    may("open", Shape::Text),
];

/// The keys of a claim.
pub(super) const CLAIM: &[Field] = &[
    must("id", Shape::Id),
    may("from", Shape::Id),
    may("proposed_by", Shape::Name),
    may("same_as", Shape::Id),
    may("dismissed", Shape::Flag),
    may("note", Shape::Text),
    may("kinds", Shape::List(&words_of!(Kind, "kind"))),
    must("quote", Shape::Map(QUOTE)),
    may("verdicts", Shape::List(&Shape::Map(VERDICT))),
    must("claim", Shape::Text),
    may("evidence", Shape::List(&Shape::Map(EVIDENCE))),
    may("query", Shape::Text),
    may("conflict", Shape::Map(CLAIM_CONFLICT)),
];

const CLAIM_CONFLICT: &[Field] = &[
    may("removed", Shape::Flag),
    may("same_as", Shape::List(&Shape::Id)),
    may("note", Shape::List(&Shape::Text)),
    may("quote", Shape::List(&Shape::Map(QUOTE))),
    may("verdicts", Shape::List(&Shape::Map(VERDICT))),
    may("claim", Shape::List(&Shape::Text)),
    may("query", Shape::List(&Shape::Text)),
];

const QUOTE: &[Field] = &[
    may("prefix", Shape::Text),
    may("suffix", Shape::Text),
    must("exact", Shape::Text),
];

const VERDICT: &[Field] = &[
    must("verdict", words_of!(Verdict, "verdict")),
    must("reviewer", Shape::Name),
    must("reviewed", Shape::Time),
    may("reason", words_of!(Reason, "reason")),
    may("correction", Shape::Text),
    may("note", Shape::Text),
    may("settles", Shape::Flag),
];

/// The keys of a source.
pub(super) const EVIDENCE: &[Field] = &[
    may("url", Shape::Text),
    may("title", Shape::Text),
    may("stance", words_of!(Stance, "stance")),
    may("source", words_of!(Source, "source")),
    may("kind", words_of!(EvidenceKind, "kind of evidence")),
    may("locator", Shape::Text),
    may("passage", Shape::Text),
    may("accessed", Shape::Date),
    may("archive", Shape::Text),
    may("digest", Shape::Text),
    may("by", Shape::Text),
    may("confidential", Shape::Flag),
];

/// Whether some mapping of a claim file has this key.
pub(super) fn is_known(key: &str) -> bool {
    let tables = [
        FILE,
        ARTICLE,
        PARTICULARS_CONFLICT,
        SIGN_OFF,
        CLAIM,
        CLAIM_CONFLICT,
        QUOTE,
        VERDICT,
        EVIDENCE,
    ];
    key == "claims"
        || tables
            .iter()
            .any(|it| it.iter().any(|field| field.key == key))
}
