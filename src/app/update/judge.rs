//! Verdicts, dismissals, and taking them back.

use crate::app::action::Action;
use crate::app::dialog::Dialog;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::role::{counted, glyph};
use crate::app::update::marks::{done, own_targets, targets, together};
use crate::app::update::{take, take_and_tell, travel};
use crate::claim::{Claim, ClaimId, Judgement, Reason, Status, Timestamp, Verdict};
use crate::review::{ClaimChange, Command, Step};
use crate::text::{AmbiguousWidth, Column, truncate};

/// Judges the current claim, or all that are marked, and goes on; a dispute asks
/// for its reason first.
pub(super) fn judge(model: &mut Model, verdict: Verdict, now: Timestamp) -> Vec<Effect> {
    let targets = targets(model);
    if targets.is_empty() {
        return no_claim(model);
    }
    let commands: Vec<Command> = targets
        .iter()
        .filter_map(|id| judging(model, id, verdict, now))
        .collect();
    let mut effects = Vec::new();
    if commands.is_empty() {
        model.notice = Notice::Told(told_of(model, &targets, "already "));
    } else {
        effects = take(model, together(commands));
        if effects.is_empty() {
            return effects;
        }
        model.notice = Notice::Told(told_of(model, &targets, ""));
    }
    done(model, &targets);
    if verdict == Verdict::Disputed {
        model.dialog = Some(Dialog::Reason(targets));
    } else {
        travel::on(model);
    }
    effects
}

/// What judges a claim; nothing where the reviewer has judged it so already.
fn judging(model: &Model, id: &ClaimId, verdict: Verdict, now: Timestamp) -> Option<Command> {
    let claim = model.review.claim(id)?;
    let earlier = claim.judgement_of(&model.reviewer);
    let is_settled = |it: &Judgement| it.settles || model.settling.is_none();
    if earlier.is_some_and(|it| it.verdict == verdict && is_settled(it)) {
        return None;
    }
    let judgement = Judgement {
        note: earlier.and_then(|it| it.note.clone()),
        settles: model.settling.is_some(),
        ..Judgement::new(verdict, model.reviewer.clone(), now)
    };
    let change = ClaimChange::Judge(Box::new(judgement));
    Some(Command::change(id.clone(), change))
}

/// Takes the reviewer's own verdicts away; the cursor stays.
pub(super) fn clear(model: &mut Model) -> Vec<Effect> {
    let targets = targets(model);
    if targets.is_empty() {
        return no_claim(model);
    }
    let is_judged = |id: &&ClaimId| {
        let claim = model.review.claim(id);
        claim.is_some_and(|it| it.verdict_of(&model.reviewer).is_some())
    };
    let judged: Vec<ClaimId> = targets.iter().filter(is_judged).cloned().collect();
    if judged.is_empty() {
        model.notice = Notice::Told("you have not judged this claim".to_owned());
        return Vec::new();
    }
    let commands = judged.iter().map(|id| {
        let change = ClaimChange::Unjudge(model.reviewer.clone());
        Command::change(id.clone(), change)
    });
    let commands = commands.collect();
    let effects = take(model, together(commands));
    if !effects.is_empty() {
        model.notice = Notice::Told(told_of(model, &judged, "cleared, now "));
        model.marks.clear();
    }
    effects
}

/// Says why claims are disputed, and goes on.
pub(super) fn give_reason(model: &mut Model, reason: Reason, now: Timestamp) -> Vec<Effect> {
    let Some(Dialog::Reason(ids)) = model.dialog.take() else {
        return Vec::new();
    };
    let changed = ids
        .iter()
        .filter_map(|id| changed_judgement(model, id, now, |it| it.reason = Some(reason)));
    let commands: Vec<Command> = changed.collect();
    let mut effects = Vec::new();
    if !commands.is_empty() {
        effects = take(model, together(commands));
    }
    if !effects.is_empty() {
        model.notice = Notice::Told(told_of(model, &ids, ""));
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
    match changed_judgement(model, id, now, change) {
        Some(command) => take(model, Step::Do(command)),
        None => Vec::new(),
    }
}

/// What changes it; nothing where there is none or it is so already.
fn changed_judgement(
    model: &Model,
    id: &ClaimId,
    now: Timestamp,
    change: impl FnOnce(&mut Judgement),
) -> Option<Command> {
    let earlier = model.review.claim(id)?.judgement_of(&model.reviewer)?;
    let mut judgement = earlier.clone();
    change(&mut judgement);
    if judgement == *earlier {
        return None;
    }
    judgement.reviewed = now;
    let change = ClaimChange::Judge(Box::new(judgement));
    Some(Command::change(id.clone(), change))
}

/// Says that there is nothing to check; takes dismissed claims in again where all
/// of them are.
pub(super) fn dismiss(model: &mut Model) -> Vec<Effect> {
    let targets = own_targets(model);
    let claims = targets.iter().filter_map(|it| model.review.claim(it));
    let claims: Vec<&Claim> = claims.collect();
    let Some(first) = claims.first() else {
        return no_claim(model);
    };
    let dismissed = !claims.iter().all(|it| it.dismissed);
    let told = if dismissed {
        "dismissed"
    } else {
        "taken in again"
    };
    let told = match claims.len() {
        1 => format!("{told}: {}", short(first)),
        count => format!("{told}: {}", counted(count, "claim")),
    };
    let changed = claims.iter().filter(|it| it.dismissed != dismissed);
    let commands = changed.map(|it| {
        let change = ClaimChange::SetDismissed(dismissed);
        Command::change(it.id.clone(), change)
    });
    let commands = commands.collect();
    let effects = take(model, together(commands));
    if !effects.is_empty() {
        model.marks.clear();
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

/// "✓ verified: 743 of 770 signed (z takes it back)".
fn told_of(model: &Model, ids: &[ClaimId], before: &str) -> String {
    let Some(claim) = ids.first().and_then(|it| model.review.claim(it)) else {
        return before.to_owned();
    };
    let status = model.review.status(claim);
    let reason = claim.judgement_of(&model.reviewer).and_then(|it| it.reason);
    let reason = match (status, reason) {
        (Status::Agreed(Verdict::Disputed), Some(reason)) => format!(" ({reason})"),
        _ => String::new(),
    };
    let status = format!("{} {}", glyph(status), status.name());
    let which = match ids.len() {
        1 => short(claim),
        count => counted(count, "claim"),
    };
    with_undo(model, format!("{before}{status}{reason}: {which}"))
}

/// A notice with the way back.
pub(in crate::app) fn with_undo(model: &Model, told: String) -> String {
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
