//! What makes a claim checkable: its kinds.

use crate::claim::Kind;
use crate::mention::{Mention, MentionKind};
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
        .map(of_mention)
        .collect();
    let told = reading.told(clause.range);
    for (cue, kind) in BY_CUE {
        if told.tells(*cue) {
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
    if clause.reported || reading.is_reported(clause.range) {
        kinds.push(Kind::Attribution);
    }
    if kinds.is_empty() {
        kinds.push(Kind::Event);
    }
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

fn of_mention(mention: &Mention) -> Kind {
    match mention.kind {
        MentionKind::Range if mention.is_time() => Kind::Date,
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

#[cfg(test)]
mod tests {
    use crate::claim::Kind;
    use crate::split::split;
    use crate::text::{Article, Language};

    #[test]
    fn a_claim_has_the_kinds_that_its_words_show() {
        use Language::{English, SimplifiedChinese};
        let table = [
            ("仓库里有37匹马。", SimplifiedChinese, Kind::Count),
            (
                "船长说：「我们没有收到任何警告。」",
                SimplifiedChinese,
                Kind::Quote,
            ),
            (
                "船长表示，锚链已经断裂。",
                SimplifiedChinese,
                Kind::Attribution,
            ),
            ("林一帆出任港务局局长。", SimplifiedChinese, Kind::Role),
            ("市政府签署了租约。", SimplifiedChinese, Kind::Event),
            ("渔获量持续下降。", SimplifiedChinese, Kind::Trend),
            ("这是全省最大的渔港。", SimplifiedChinese, Kind::Comparison),
            ("大雾导致轮渡停航。", SimplifiedChinese, Kind::Cause),
            ("渔港位于岛的北端。", SimplifiedChinese, Kind::Relation),
            ("The barn held 37 horses.", English, Kind::Count),
            (
                "The captain said the chain was broken.",
                English,
                Kind::Attribution,
            ),
            ("Ana Ruiz became director of the port.", English, Kind::Role),
            ("The catch declined in autumn.", English, Kind::Trend),
            (
                "It is the largest port in the county.",
                English,
                Kind::Comparison,
            ),
            ("Fog caused the ferries to stop.", English, Kind::Cause),
        ];
        for (text, language, kind) in table {
            let cuts = split(&Article::plain(text).in_language(language), None);
            let kinds: Vec<&Kind> = cuts.claims.iter().flat_map(|it| &it.kinds).collect();
            assert!(kinds.contains(&&kind), "{text}: {kinds:?}");
        }
    }
}
