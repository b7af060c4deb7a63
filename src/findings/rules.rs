//! The table of rules.

use crate::claim::{Claim, Standing, Status, Verdict};
use crate::findings::{ClaimFacts, Facts, Finding, Rule, Severity};

/// Every rule, in the order in which findings are told.
pub const RULES: &[Rule] = &[
    Rule {
        in_file: article_changed,
        ..rule(
            "article-changed",
            "the article is not the one that was split",
            |_| None,
        )
    },
    rule(
        "quote-missing",
        "a quote stands nowhere in the article",
        missing,
    ),
    rule(
        "quote-changed",
        "a quote stands there with other words: its verdict may be out of date",
        changed,
    ),
    Rule {
        in_file: article_conflict,
        ..rule(
            "merge-conflict",
            "both sides of a merge changed something differently, and nobody has chosen",
            claim_conflict,
        )
    },
    rule(
        "repeat-of-nothing",
        "a claim repeats one that is not in the file",
        repeat_of_nothing,
    ),
    rule(
        "correction-without-dispute",
        "a correction stands at a verdict that disputes nothing",
        correction_without_dispute,
    ),
    rule(
        "verdict-without-evidence",
        "a claim was verified or disputed, and no source is named",
        verdict_without_evidence,
    ),
];

/// A rule that looks at claims alone.
const fn rule(
    code: &'static str,
    help: &'static str,
    in_claim: fn(&ClaimFacts<'_>) -> Option<Finding>,
) -> Rule {
    Rule {
        code,
        help,
        in_file: |_| None,
        in_claim,
    }
}

/// What is told of one claim.
fn found(claim: &Claim, code: &'static str, severity: Severity, told: &str) -> Finding {
    Finding {
        code,
        severity,
        message: format!("claim {}: {told}", claim.id),
        claims: vec![claim.id.clone()],
    }
}

fn article_changed(facts: &Facts<'_>) -> Option<Finding> {
    let then = facts.file.article.digest.as_ref()?;
    if facts.digest? == then {
        return None;
    }
    Some(Finding {
        code: "article-changed",
        severity: Severity::Warning,
        message: format!(
            "{} has changed since it was split; quotes that still stand keep their verdicts",
            facts.file.article.file
        ),
        claims: Vec::new(),
    })
}

fn missing(facts: &ClaimFacts<'_>) -> Option<Finding> {
    if facts.standing? != Standing::Orphaned {
        return None;
    }
    let quote = cropped(&facts.claim.quote.exact);
    let told = format!("its quote is not in the article: \"{quote}\"");
    Some(found(facts.claim, "quote-missing", Severity::Error, &told))
}

fn changed(facts: &ClaimFacts<'_>) -> Option<Finding> {
    if !matches!(facts.standing?, Standing::Changed(_)) {
        return None;
    }
    let quote = cropped(&facts.claim.quote.exact);
    let told = format!("the article now words it otherwise than \"{quote}\"; judge it again");
    Some(found(
        facts.claim,
        "quote-changed",
        Severity::Warning,
        &told,
    ))
}

/// What a merge has left open, in a sentence.
fn left_open(fields: &[String]) -> String {
    let fields = fields.join(", ");
    format!("a merge left open: {fields}; choose in the interface")
}

fn article_conflict(facts: &Facts<'_>) -> Option<Finding> {
    let fields = facts.file.article.conflict.as_ref()?.fields();
    Some(Finding {
        code: "merge-conflict",
        severity: Severity::Error,
        message: format!("the article: {}", left_open(&fields)),
        claims: Vec::new(),
    })
}

fn claim_conflict(facts: &ClaimFacts<'_>) -> Option<Finding> {
    let told = left_open(&facts.claim.conflict.as_ref()?.fields());
    Some(found(facts.claim, "merge-conflict", Severity::Error, &told))
}

fn repeat_of_nothing(facts: &ClaimFacts<'_>) -> Option<Finding> {
    let told = "`same_as` names a claim that is not in the file";
    let finding = || found(facts.claim, "repeat-of-nothing", Severity::Error, told);
    facts.repeats_nothing.then(finding)
}

fn correction_without_dispute(facts: &ClaimFacts<'_>) -> Option<Finding> {
    let is_odd = facts.claim.verdicts.iter().any(|it| {
        it.verdict != Verdict::Disputed && (it.correction.is_some() || it.reason.is_some())
    });
    let code = "correction-without-dispute";
    let told = "a reason or a correction belongs to a disputed verdict";
    is_odd.then(|| found(facts.claim, code, Severity::Warning, told))
}

fn verdict_without_evidence(facts: &ClaimFacts<'_>) -> Option<Finding> {
    let claim = facts.claim;
    let status = claim.status();
    let needs_source = matches!(
        status,
        Status::Agreed(Verdict::Verified | Verdict::Disputed) | Status::Contested
    );
    if claim.dismissed || !claim.evidence.is_empty() || !needs_source {
        return None;
    }
    let told = format!("{} without a source", status.name());
    let code = "verdict-without-evidence";
    Some(found(claim, code, Severity::Info, &told))
}

/// Code points of a quote that are enough to recognise it.
const ENOUGH_CHARS: usize = 60;

fn cropped(words: &str) -> String {
    match words.char_indices().nth(ENOUGH_CHARS) {
        None => words.to_owned(),
        Some((end, _)) => format!("{}…", &words[..end]),
    }
}
