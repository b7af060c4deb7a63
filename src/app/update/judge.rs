//! Verdicts, dismissals, and taking them back.

use crate::app::action::Action;
use crate::app::dialog::Dialog;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::role::glyph;
use crate::app::update::{take, take_and_tell, travel};
use crate::claim::{Claim, ClaimId, Judgement, Reason, Status, Timestamp, Verdict};
use crate::review::{ClaimChange, Command, Step};
use crate::text::{AmbiguousWidth, Column, truncate};

/// Judges the current claim and goes on; a dispute asks for its reason first.
pub(super) fn judge(model: &mut Model, verdict: Verdict, now: Timestamp) -> Vec<Effect> {
    let Some(judged) = judged_claim(model) else {
        return no_claim(model);
    };
    let claim = model.review.claim(&judged);
    let earlier = claim.and_then(|it| it.judgement_of(&model.reviewer));
    let mut effects = Vec::new();
    let is_settled = |it: &Judgement| it.settles || model.settling.is_none();
    if earlier.is_some_and(|it| it.verdict == verdict && is_settled(it)) {
        model.notice = Notice::Told(told_of(model, &judged, "already "));
    } else {
        let judgement = Judgement {
            note: earlier.and_then(|it| it.note.clone()),
            settles: model.settling.is_some(),
            ..Judgement::new(verdict, model.reviewer.clone(), now)
        };
        let change = ClaimChange::Judge(Box::new(judgement));
        effects = take(model, Step::Do(Command::change(judged.clone(), change)));
        if effects.is_empty() {
            return effects;
        }
        model.notice = Notice::Told(told_of(model, &judged, ""));
    }
    if verdict == Verdict::Disputed {
        model.dialog = Some(Dialog::Reason(judged));
    } else {
        travel::on(model);
    }
    effects
}

/// Takes the reviewer's own verdict away; the cursor stays.
pub(super) fn clear(model: &mut Model) -> Vec<Effect> {
    let Some(judged) = judged_claim(model) else {
        return no_claim(model);
    };
    let claim = model.review.claim(&judged);
    if claim
        .and_then(|it| it.verdict_of(&model.reviewer))
        .is_none()
    {
        model.notice = Notice::Told("you have not judged this claim".to_owned());
        return Vec::new();
    }
    let change = ClaimChange::Unjudge(model.reviewer.clone());
    let effects = take(model, Step::Do(Command::change(judged.clone(), change)));
    if !effects.is_empty() {
        model.notice = Notice::Told(told_of(model, &judged, "cleared, now "));
    }
    effects
}

/// Says why the claim is disputed, and goes on.
pub(super) fn give_reason(model: &mut Model, reason: Reason, now: Timestamp) -> Vec<Effect> {
    let Some(Dialog::Reason(id)) = model.dialog.take() else {
        return Vec::new();
    };
    let effects = change_judgement(model, &id, now, |it| it.reason = Some(reason));
    if !effects.is_empty() {
        model.notice = Notice::Told(told_of(model, &id, ""));
    }
    travel::on(model);
    effects
}

/// The reason stays open; the verdict stands.
pub(super) fn leave_reason_open(model: &mut Model) {
    model.dialog = None;
    travel::on(model);
}

/// Changes the reviewer's own verdict on a claim, which is of `now` from then on.
pub(super) fn change_judgement(
    model: &mut Model,
    id: &ClaimId,
    now: Timestamp,
    change: impl FnOnce(&mut Judgement),
) -> Vec<Effect> {
    let claim = model.review.claim(id);
    let Some(earlier) = claim.and_then(|it| it.judgement_of(&model.reviewer)) else {
        return Vec::new();
    };
    let mut judgement = earlier.clone();
    change(&mut judgement);
    if judgement == *earlier {
        return Vec::new();
    }
    judgement.reviewed = now;
    let change = ClaimChange::Judge(Box::new(judgement));
    take(model, Step::Do(Command::change(id.clone(), change)))
}

/// Says that there is nothing to check; takes a dismissed claim in again.
pub(super) fn dismiss(model: &mut Model) -> Vec<Effect> {
    let Some(claim) = model.current_claim() else {
        return no_claim(model);
    };
    let (id, dismissed) = (claim.id.clone(), !claim.dismissed);
    let told = if dismissed {
        "dismissed"
    } else {
        "taken in again"
    };
    let told = format!("{told}: {}", short(claim));
    let change = ClaimChange::SetDismissed(dismissed);
    let effects = take(model, Step::Do(Command::change(id, change)));
    if !effects.is_empty() {
        model.notice = Notice::Told(with_undo(model, told));
    }
    effects
}

/// Takes the last change back.
pub(super) fn undo(model: &mut Model) -> Vec<Effect> {
    step_to(model, Step::Undo, "undone", Action::Redo)
}

/// Makes the change again that was taken back last.
pub(super) fn redo(model: &mut Model) -> Vec<Effect> {
    step_to(model, Step::Redo, "done again", Action::Undo)
}

/// Takes `step`, says what it did and how to turn it round, and goes there.
fn step_to(model: &mut Model, step: Step, done: &str, inverse: Action) -> Vec<Effect> {
    let Some((effect, change)) = take_and_tell(model, step) else {
        return Vec::new();
    };
    let id = change.touched.first();
    let claim = id.and_then(|it| model.review.claim(it));
    let now = claim.map(|it| {
        let status = model.review.status(it);
        format!("; now {} {}: {}", glyph(status), status.name(), short(it))
    });
    let turns = if inverse == Action::Undo {
        "undoes"
    } else {
        "redoes"
    };
    let key = model.keymap.key(inverse);
    let back = key.map(|it| format!(" ({it} {turns} it)"));
    let told = format!(
        "{done}: {}{}{}",
        change.subject,
        now.unwrap_or_default(),
        back.unwrap_or_default()
    );
    model.notice = Notice::Told(told);
    let position = id.and_then(|it| model.review.position(it));
    if let Some(position) = position
        && model.listing.index_of(position).is_some()
    {
        model.go_to(position);
    }
    vec![effect]
}

/// What to say where no claim is listed.
pub(super) fn no_claim(model: &mut Model) -> Vec<Effect> {
    let key = model.keymap.key(Action::ClearFilter);
    model.notice = Notice::Told(match key {
        Some(key) if model.listing.filter().narrows() => {
            format!("no claim is listed; {key} lists all")
        }
        _ => "no claim is listed".to_owned(),
    });
    Vec::new()
}

/// The claim that a verdict here judges: that of a repeat belongs where the fact
/// is judged.
fn judged_claim(model: &Model) -> Option<ClaimId> {
    let claim = model.current_claim()?;
    let same = claim.same_as.as_ref();
    let same = same.filter(|it| model.review.claim(it).is_some());
    Some(same.unwrap_or(&claim.id).clone())
}

/// "✓ verified: 743 of 770 signed (z takes it back)".
fn told_of(model: &Model, id: &ClaimId, before: &str) -> String {
    let Some(claim) = model.review.claim(id) else {
        return before.to_owned();
    };
    let status = model.review.status(claim);
    let reason = claim.judgement_of(&model.reviewer).and_then(|it| it.reason);
    let reason = match (status, reason) {
        (Status::Agreed(Verdict::Disputed), Some(reason)) => format!(" ({reason})"),
        _ => String::new(),
    };
    let status = format!("{} {}", glyph(status), status.name());
    with_undo(model, format!("{before}{status}{reason}: {}", short(claim)))
}

/// A notice with the way back.
pub(super) fn with_undo(model: &Model, told: String) -> String {
    match model.keymap.key(Action::Undo) {
        Some(key) => format!("{told} ({key} takes it back)"),
        None => told,
    }
}

/// Columns of a claim's words in a notice.
const SHORT: Column = Column(30);

/// The beginning of the wording of a claim.
pub(super) fn short(claim: &Claim) -> String {
    let line = claim.wording.lines().next().unwrap_or_default();
    truncate(line, SHORT, AmbiguousWidth::Narrow).into_owned()
}
