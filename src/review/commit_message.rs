//! The message under which a review is committed.

use crate::claim::{ClaimFile, Verdict};
use crate::compare::{Field, diff};
use crate::review::Progress;

/// Code points of a claim's wording in the message.
const ENOUGH_CHARS: usize = 60;

/// A message about what changed from `old`, the last committed state, to `new`:
/// how far the review is, then one line for each verdict that changed.
pub fn commit_message(old: &ClaimFile, new: &ClaimFile) -> String {
    let progress = Progress::of(&new.claims);
    let counts = [
        (progress.verified, Verdict::Verified.name()),
        (progress.disputed, Verdict::Disputed.name()),
        (progress.unknown, Verdict::Unknown.name()),
        (progress.contested, "contested"),
    ];
    let counts: Vec<String> = counts
        .iter()
        .filter(|it| it.0 > 0)
        .map(|(number, word)| format!("{number} {word}"))
        .collect();
    let counts = if counts.is_empty() {
        "nothing judged yet".to_owned()
    } else {
        counts.join(", ")
    };
    let title = new.article.title.as_deref().unwrap_or(&new.article.file);
    let title = title.lines().next().unwrap_or_default().trim();
    let mut message = format!("Review {title}: {counts}\n");
    let changes = diff(old, new);
    let verdicts = changes.iter().filter(|it| it.field == Field::Verdict);
    let lines: Vec<String> = verdicts
        .filter_map(|it| {
            let line = it.wording.lines().next().unwrap_or_default();
            let words: String = line.chars().take(ENOUGH_CHARS).collect();
            Some(format!(
                "{}: {} → {} ({}) {words}\n",
                it.claim.as_ref()?,
                it.from.as_deref().unwrap_or("unreviewed"),
                it.to.as_deref().unwrap_or("unreviewed"),
                it.reviewer.as_ref()?,
            ))
        })
        .collect();
    if !lines.is_empty() {
        message.push('\n');
        message.push_str(&lines.concat());
    }
    message
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::claim::{Claim, Judgement, Particulars, Reviewer, TextQuoteSelector};

    #[test]
    fn the_message_counts_and_names_every_verdict_that_changed() {
        let claim = |id: &str, words: &str| {
            let quote = TextQuoteSelector::default();
            Claim::new(id.parse().expect("an id"), quote, words, Vec::new())
        };
        let article = Particulars {
            title: Some("港口員工揚言罷工".to_owned()),
            ..Particulars::default()
        };
        let old = ClaimFile::new(
            article,
            vec![claim("a1", "212 of 230 signed"), claim("b2", "It rained")],
        );
        let mut new = old.clone();
        let time = "2024-03-05T09:12:44Z".parse().expect("a time");
        for (at, verdict) in [Verdict::Verified, Verdict::Disputed]
            .into_iter()
            .enumerate()
        {
            new.claims[at]
                .verdicts
                .push(Judgement::new(verdict, Reviewer::new("Ana"), time));
        }
        assert_snapshot!(commit_message(&old, &new), @r"
        Review 港口員工揚言罷工: 1 verified, 1 disputed

        a1: unreviewed → verified (Ana) 212 of 230 signed
        b2: unreviewed → disputed (Ana) It rained
        ");
        assert_snapshot!(commit_message(&old, &old), @"Review 港口員工揚言罷工: nothing judged yet");
    }
}
