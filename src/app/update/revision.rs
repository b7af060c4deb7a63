//! What git knows of the review: comparing, looking back, committing.

use crate::app::action::Action;
use crate::app::compared::Compared;
use crate::app::dialog::{Choice, ChoicePurpose, Dialog, LineDialog, LinePurpose};
use crate::app::effect::Effect;
use crate::app::field::{Field, Lines};
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::update::judge::no_claim;
use crate::app::update::settle::is_hidden;
use crate::claim::{ClaimFile, ClaimId};

/// Asks with which revision to compare; a second time, compares no longer.
pub(super) fn ask_revision(model: &mut Model) {
    if let Some(compared) = model.compared.take() {
        model.detail.forget();
        model.notice = Notice::Told(format!("no longer compared with {}", compared.name));
        return;
    }
    if is_hidden(model) {
        return;
    }
    model.dialog = Some(Dialog::Line(LineDialog {
        purpose: LinePurpose::Compare,
        field: Field::new("HEAD", Lines::One),
    }));
}

/// Asks for the history of the current claim.
pub(super) fn ask_history(model: &mut Model) -> Vec<Effect> {
    if is_hidden(model) {
        return Vec::new();
    }
    let Some(claim) = model.current_claim() else {
        return no_claim(model);
    };
    vec![Effect::AskHistory(claim.id.clone())]
}

/// Shows the message for a commit, to be edited first. What was typed for the
/// same changes before, and not committed, is offered again.
pub(super) fn propose_commit(model: &mut Model, message: &str) {
    let proposed = message.trim_end().to_owned();
    let typed = model.drafts.message.take().filter(|it| it.0 == proposed);
    let typed = typed.map_or_else(|| proposed.clone(), |it| it.1);
    let mut field = Field::new(&typed, Lines::Many);
    // The subject is what a person looks at and changes.
    field.begin();
    model.dialog = Some(Dialog::Line(LineDialog {
        purpose: LinePurpose::Commit,
        field,
    }));
    model.drafts.message = Some((proposed, typed));
}

/// Keeps the message of a commit that is not made now.
pub(super) fn keep(model: &mut Model, dialog: &LineDialog) {
    if dialog.purpose == LinePurpose::Commit
        && let Some(kept) = &mut model.drafts.message
    {
        dialog.field.text().clone_into(&mut kept.1);
    }
}

/// Shows what git and its hooks say of a commit that was not made.
pub(super) fn not_committed(model: &mut Model, said: Vec<String>) {
    let again = model.keymap.key(Action::Commit);
    let again = again
        .map(|it| format!("; {it} offers the message again"))
        .unwrap_or_default();
    model.notice = Notice::Failed(format!("git did not commit{again}"));
    let Some(claim) = model.current_claim().map(|it| it.id.clone()) else {
        model.notice = Notice::Failed(said.join("; "));
        return;
    };
    look(model, claim, "Git did not commit; it says", said);
}

/// Shows rows that are only looked at.
fn look(model: &mut Model, claim: ClaimId, at: &str, rows: Vec<String>) {
    model.dialog = Some(Dialog::Choice(Choice {
        claim,
        purpose: ChoicePurpose::Look { at: at.to_owned() },
        options: rows.into_iter().enumerate().collect(),
        at: 0,
    }));
}

/// Does what the line was typed for.
pub(super) fn save(model: &mut Model, dialog: LineDialog) -> Vec<Effect> {
    let words = dialog.field.text().trim();
    if words.is_empty() {
        model.notice = Notice::Failed(match dialog.purpose {
            LinePurpose::Compare => "name a revision: HEAD~1, a branch, a tag".to_owned(),
            LinePurpose::Commit => "a commit needs a message".to_owned(),
        });
        model.dialog = Some(Dialog::Line(dialog));
        return Vec::new();
    }
    keep(model, &dialog);
    match dialog.purpose {
        LinePurpose::Compare => vec![Effect::Compare(words.to_owned())],
        LinePurpose::Commit => vec![Effect::Commit(format!("{words}\n"))],
    }
}

/// Shows what changed since a revision.
pub(super) fn compare(model: &mut Model, name: String, file: ClaimFile) {
    let compared = Compared::new(name, file, model.review.file());
    let claims = model.review.claims().iter();
    let changed = claims.filter(|it| compared.differs(it)).count();
    let key = model.keymap.key(Action::CompareRevision);
    let again = key.map(|it| format!("; {it} ends it")).unwrap_or_default();
    let name = &compared.name;
    let told = match changed {
        0 => format!("no claim has changed since {name}"),
        1 => format!("1 claim has changed since {name}, marked ±"),
        count => format!("{count} claims have changed since {name}, marked ±"),
    };
    let gone = match compared.gone {
        0 => String::new(),
        count => format!(", {count} gone"),
    };
    model.notice = Notice::Told(format!("{told}{gone}{again}"));
    model.compared = Some(compared);
    model.detail.forget();
}

/// Shows the judgements of a claim, newest first.
pub(super) fn show_history(model: &mut Model, claim: ClaimId, rows: Vec<String>) {
    if rows.is_empty() {
        model.notice = Notice::Told("git's history has no verdict on this claim yet".to_owned());
        return;
    }
    look(model, claim, "History of this claim", rows);
}
