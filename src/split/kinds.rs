//! What makes a claim checkable: its kinds.

use crate::claim::Kind;
use crate::mention::MentionKind;
use crate::split::clause::Clause;
use crate::split::cue::Cue;
use crate::split::quotation::QuotationKind;
use crate::split::reading::Reading;

/// The kinds that a cue word tells.
const BY_CUE: &[(Cue, Kind)] = &[
    (Cue::Share, Kind::Ratio),
    (Cue::Role, Kind::Role),
    (Cue::Event, Kind::Event),
    (Cue::Trend, Kind::Trend),
    (Cue::Comparison, Kind::Comparison),
    (Cue::Cause, Kind::Cause),
    (Cue::Relation, Kind::Relation),
];

/// The kinds of a clause, in the order of [`Kind::ALL`]; never empty.
pub(super) fn kinds(reading: &Reading<'_>, clause: Clause) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = reading
        .mentions(clause.range)
        .iter()
        .map(|it| of_mention(it.kind))
        .collect();
    for (cue, kind) in BY_CUE {
        if reading.tells(clause.range, *cue) {
            kinds.push(*kind);
        }
    }
    let quoted = reading
        .quotations(clause.range)
        .iter()
        .any(|it| it.kind != QuotationKind::Indirect);
    if quoted || clause.quoted {
        kinds.push(Kind::Quote);
    }
    if clause.reported {
        kinds.push(Kind::Attribution);
    }
    if kinds.is_empty() {
        kinds.push(Kind::Event);
    }
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

const fn of_mention(kind: MentionKind) -> Kind {
    match kind {
        MentionKind::Number | MentionKind::Range => Kind::Count,
        MentionKind::Ordinal => Kind::Comparison,
        MentionKind::Ratio => Kind::Ratio,
        MentionKind::Percent => Kind::Percent,
        MentionKind::Money => Kind::Money,
        MentionKind::Unit | MentionKind::Age => Kind::Measure,
        MentionKind::Date | MentionKind::Time => Kind::Date,
        MentionKind::Duration => Kind::Duration,
    }
}
