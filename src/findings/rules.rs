//! The table of rules.

use crate::claim::{Claim, Standing, Status, Verdict};
use crate::findings::{Facts, Finding, Rule, Severity};

/// Every rule, in the order in which findings are told.
pub const RULES: &[Rule] = &[
    Rule {
        code: "article-changed",
        help: "the article is not the one that was split",
        find: article_changed,
    },
    Rule {
        code: "quote-missing",
        help: "a quote stands nowhere in the article",
        find: missing,
    },
    Rule {
        code: "quote-changed",
        help: "a quote stands there with other words: its verdict may be out of date",
        find: changed,
    },
    Rule {
        code: "merge-conflict",
        help: "both sides of a merge changed something differently, and nobody has chosen",
        find: merge_conflict,
    },
    Rule {
        code: "repeat-of-nothing",
        help: "a claim repeats one that is not in the file",
        find: repeat_of_nothing,
    },
    Rule {
        code: "correction-without-dispute",
        help: "a correction stands at a verdict that disputes nothing",
        find: correction_without_dispute,
    },
    Rule {
        code: "verdict-without-evidence",
        help: "a claim was verified or disputed, and no source is named",
        find: verdict_without_evidence,
    },
];

fn article_changed(facts: &Facts<'_>) -> Vec<Finding> {
    let (Some(now), Some(then)) = (facts.digest, &facts.file.article.digest) else {
        return Vec::new();
    };
    if now == then {
        return Vec::new();
    }
    vec![Finding {
        code: "article-changed",
        severity: Severity::Warning,
        message: format!(
            "{} has changed since it was split; quotes that still stand keep their verdicts",
            facts.file.article.file
        ),
        claims: Vec::new(),
    }]
}

fn missing(facts: &Facts<'_>) -> Vec<Finding> {
    standing_at(
        facts,
        |it| matches!(it, Standing::Orphaned),
        |claim| Finding {
            code: "quote-missing",
            severity: Severity::Error,
            message: format!(
                "claim {}: its quote is not in the article: \"{}\"",
                claim.id,
                cropped(&claim.quote.exact)
            ),
            claims: vec![claim.id.clone()],
        },
    )
}

fn changed(facts: &Facts<'_>) -> Vec<Finding> {
    standing_at(
        facts,
        |it| matches!(it, Standing::Changed(_)),
        |claim| Finding {
            code: "quote-changed",
            severity: Severity::Warning,
            message: format!(
                "claim {}: the article now words it otherwise than \"{}\"; judge it again",
                claim.id,
                cropped(&claim.quote.exact)
            ),
            claims: vec![claim.id.clone()],
        },
    )
}

fn standing_at(
    facts: &Facts<'_>,
    wanted: impl Fn(&Standing) -> bool,
    finding: impl Fn(&Claim) -> Finding,
) -> Vec<Finding> {
    let Some(standings) = facts.standings else {
        return Vec::new();
    };
    let claims = facts.file.claims.iter().zip(standings);
    claims
        .filter(|(_, it)| wanted(it))
        .map(|(claim, _)| finding(claim))
        .collect()
}

fn merge_conflict(facts: &Facts<'_>) -> Vec<Finding> {
    let finding = |whose: String, fields: Vec<String>, claims| Finding {
        code: "merge-conflict",
        severity: Severity::Error,
        message: format!(
            "{whose}: a merge left open: {}; choose in the interface",
            fields.join(", ")
        ),
        claims,
    };
    let article = facts.file.article.conflict.as_ref();
    let article = article.map(|it| finding("the article".to_owned(), it.fields(), Vec::new()));
    let claims = facts.file.claims.iter().filter_map(|claim| {
        let fields = claim.conflict.as_ref()?.fields();
        Some(finding(
            format!("claim {}", claim.id),
            fields,
            vec![claim.id.clone()],
        ))
    });
    article.into_iter().chain(claims).collect()
}

fn repeat_of_nothing(facts: &Facts<'_>) -> Vec<Finding> {
    let ids: std::collections::HashSet<_> = facts.file.claims.iter().map(|it| &it.id).collect();
    let lost = |it: &&Claim| {
        it.same_as
            .as_ref()
            .is_some_and(|other| !ids.contains(other))
    };
    let told = |claim: &Claim| Finding {
        code: "repeat-of-nothing",
        severity: Severity::Error,
        message: format!(
            "claim {}: `same_as` names a claim that is not in the file",
            claim.id
        ),
        claims: vec![claim.id.clone()],
    };
    facts.file.claims.iter().filter(lost).map(told).collect()
}

fn correction_without_dispute(facts: &Facts<'_>) -> Vec<Finding> {
    let odd = |claim: &&Claim| {
        claim.verdicts.iter().any(|it| {
            it.verdict != Verdict::Disputed && (it.correction.is_some() || it.reason.is_some())
        })
    };
    let told = |claim: &Claim| Finding {
        code: "correction-without-dispute",
        severity: Severity::Warning,
        message: format!(
            "claim {}: a reason or a correction belongs to a disputed verdict",
            claim.id
        ),
        claims: vec![claim.id.clone()],
    };
    facts.file.claims.iter().filter(odd).map(told).collect()
}

fn verdict_without_evidence(facts: &Facts<'_>) -> Vec<Finding> {
    let bare = |claim: &&Claim| {
        !claim.dismissed
            && claim.evidence.is_empty()
            && matches!(
                claim.status(),
                Status::Agreed(Verdict::Verified | Verdict::Disputed) | Status::Contested
            )
    };
    let told = |claim: &Claim| Finding {
        code: "verdict-without-evidence",
        severity: Severity::Info,
        message: format!(
            "claim {}: {} without a source",
            claim.id,
            claim.status().name()
        ),
        claims: vec![claim.id.clone()],
    };
    facts.file.claims.iter().filter(bare).map(told).collect()
}

/// Code points of a quote that are enough to recognise it.
const ENOUGH_CHARS: usize = 60;

fn cropped(words: &str) -> String {
    match words.char_indices().nth(ENOUGH_CHARS) {
        None => words.to_owned(),
        Some((end, _)) => format!("{}…", &words[..end]),
    }
}
