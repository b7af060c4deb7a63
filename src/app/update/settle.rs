//! Ending disagreements of reviewers and what merges have left open.

use crate::app::dialog::{Choice, ChoicePurpose, Dialog};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::role::counted;
use crate::app::settling::{Settling, Side};
use crate::app::update::judge::with_undo;
use crate::app::update::{take, travel};
use crate::claim::{ClaimId, Judgement, Timestamp};
use crate::review::{ClaimChange, Command, Question, Sight, Step};

/// Asks what is open about the current claim, else about the article.
pub(super) fn ask(model: &mut Model, now: Timestamp) {
    if is_hidden(model) {
        return;
    }
    let current = model.current_claim().map(|it| it.id.clone());
    let Some((claim, question)) = open_question(model, current, now) else {
        model.notice = Notice::Told("nothing is contested or in conflict here".to_owned());
        return;
    };
    model.dialog = Some(Dialog::Choice(Choice {
        claim,
        options: question
            .answers
            .into_iter()
            .map(|it| it.0)
            .enumerate()
            .collect(),
        purpose: ChoicePurpose::Settle {
            asks: question.asks,
        },
        at: 0,
    }));
}

/// Says so where others' verdicts are hidden and what was asked for would show them.
pub(super) fn is_hidden(model: &mut Model) -> bool {
    let is_blind = model.review.sight().is_blind();
    if is_blind {
        let told = "others' verdicts are hidden until you have judged every claim";
        model.notice = Notice::Told(told.to_owned());
    }
    is_blind
}

/// Takes the answer that was chosen, and asks what else is open.
pub(super) fn answer(model: &mut Model, choice: &Choice, now: Timestamp) -> Vec<Effect> {
    let Some((at, words)) = choice.options.get(choice.at) else {
        return Vec::new();
    };
    let question = open_question(model, Some(choice.claim.clone()), now);
    let Some((_, question)) = question else {
        return Vec::new();
    };
    let is_conflict = model
        .review
        .claim(&choice.claim)
        .is_some_and(|it| it.conflict.is_some());
    let Some((_, command)) = question.answers.into_iter().nth(*at) else {
        return Vec::new();
    };
    let effects = take(model, Step::Do(command));
    if effects.is_empty() {
        return effects;
    }
    model.replace(&choice.claim);
    model.notice = Notice::Told(with_undo(model, format!("settled: {words}")));
    let is_left = model
        .review
        .claim(&choice.claim)
        .is_some_and(|it| it.conflict.is_some());
    if is_conflict && is_left {
        ask(model, now);
    }
    effects
}

/// Settles the current claim with what one of the two sides has decided.
pub(super) fn take_side(
    model: &mut Model,
    side: impl Fn(&Settling) -> &Side,
    now: Timestamp,
) -> Vec<Effect> {
    let Some(settling) = &model.settling else {
        let told = "there are two sides only when they are settled: redpencil settle A B";
        model.notice = Notice::Told(told.to_owned());
        return Vec::new();
    };
    let side = side(settling);
    let Some(id) = model.current_claim().map(|it| it.id.clone()) else {
        return Vec::new();
    };
    let Some(decided) = side.judgements.get(&id) else {
        model.notice = Notice::Told(format!("{} has not judged this claim", side.name));
        return Vec::new();
    };
    let told = format!("{} holds: {}", side.name, decided.verdict);
    let judgement = Judgement {
        reviewer: model.reviewer.clone(),
        reviewed: now,
        settles: true,
        ..decided.clone()
    };
    let change = ClaimChange::Judge(Box::new(judgement));
    let effects = take(model, Step::Do(Command::change(id, change)));
    if !effects.is_empty() {
        model.notice = Notice::Told(with_undo(model, told));
        travel::on(model);
    }
    effects
}

/// Shows the others' verdicts to a blind reader who has judged every claim.
pub(super) fn reveal(model: &mut Model) {
    let left = model.review.progress().unreviewed;
    model.notice = Notice::Told(if !model.review.sight().is_blind() {
        "all verdicts are shown already".to_owned()
    } else if left > 0 {
        format!("{left} still to judge before the others' verdicts are shown")
    } else {
        model.review.look_with(Sight::All);
        model.detail.forget();
        model.remembered.forget_all();
        model.list_anew(model.listing.filter().clone());
        let contested = model.review.progress().contested;
        let claims = counted(contested, "claim");
        format!("all verdicts are shown; on {claims} the reviewers differ")
    });
}

fn open_question(
    model: &Model,
    claim: Option<ClaimId>,
    now: Timestamp,
) -> Option<(ClaimId, Question)> {
    let id = claim?;
    let claim = model.review.claim(&id);
    let question = claim.and_then(|it| Question::about(it, &model.reviewer, now));
    let question = question.or_else(|| Question::about_article(&model.review.file().article))?;
    Some((id, question))
}
