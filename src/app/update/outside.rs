//! What another program changed becomes a step of the review.

use crate::anchor;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::notice::{ArticleOnDisk, Notice};
use crate::app::outside::OutsideChange;
use crate::claim::{Claim, ClaimId};
use crate::compare::{self, Change, Field, Merged};
use crate::review::{Step, transition};

/// Merges the change into the review: by claim, reviewer and source, as one
/// step that can be taken back.
pub(crate) fn take_in(model: &mut Model, change: &OutsideChange) -> Vec<Effect> {
    let OutsideChange {
        number,
        base,
        theirs,
    } = change;
    let nowhere = |_: &Claim| None;
    let merged = compare::merge(base, model.review.file(), theirs, &nowhere);
    let changes = compare::diff(model.review.file(), &merged.file);
    let mut effects = Vec::new();
    if let Some(command) = transition(model.review.file(), &merged.file) {
        let step = Step::Do(command);
        match model.review.take(step.clone()) {
            Ok(change) => {
                place_new_quotes(model, &change.touched);
                model.take_in(&change);
                effects.push(Effect::Record {
                    step,
                    touched: change.touched,
                    beyond_claims: change.beyond_claims,
                });
                model.notice = Notice::Told(told(&changes, &merged));
            }
            // A merge of valid files is one; if it were not, the file on disk stays.
            Err(refused) => model.notice = Notice::Failed(refused.to_string()),
        }
    }
    effects.push(Effect::Adopted(*number));
    effects
}

/// Notes what became of the article's file. The review goes on with the words
/// that its claims were judged by.
pub(crate) fn note_article(model: &mut Model, now: ArticleOnDisk) {
    model.article_on_disk = now;
    model.notice = Notice::Told(match now.alert() {
        Some((what, more)) => format!("{}: {more}", what.to_lowercase()),
        None => "the article is as it was opened again".to_owned(),
    });
}

/// Finds the quotes of claims that the article pane does not know yet.
fn place_new_quotes(model: &mut Model, touched: &[ClaimId]) {
    let unplaced: Vec<ClaimId> = touched
        .iter()
        .filter(|id| model.review.claim(id).is_some())
        .cloned()
        .collect();
    let quotes: Vec<_> = unplaced
        .iter()
        .filter_map(|id| Some(&model.review.claim(id)?.quote))
        .collect();
    let standings = anchor::locate(model.page.article(), &quotes);
    for (id, standing) in unplaced.into_iter().zip(standings) {
        model.set_place(id, standing.range());
    }
}

/// "the file was changed elsewhere: 2 verdicts, 1 claim; `z` takes that back".
fn told(changes: &[Change], merged: &Merged) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for change in changes {
        let what = match change.field {
            field if field.is_about_a_verdict() => "verdict",
            Field::Claim | Field::Place => "claim",
            field => field.name(),
        };
        match counts.iter_mut().find(|it| it.0 == what) {
            Some(count) => count.1 += 1,
            None => counts.push((what, 1)),
        }
    }
    let counted = |(what, count): &(&str, usize)| match (*what, *count) {
        ("verdict" | "claim", 2..) => format!("{count} {what}s"),
        _ => format!("{count} {what}"),
    };
    let mut parts: Vec<String> = counts.iter().map(counted).collect();
    if !merged.contested.is_empty() {
        parts.push(format!("{} contested now", merged.contested.len()));
    }
    if !merged.conflicts.is_empty() {
        parts.push(format!("{} in conflict", merged.conflicts.len()));
    }
    format!(
        "the claim file was changed elsewhere and taken in ({}); undo takes it back",
        parts.join(", ")
    )
}
