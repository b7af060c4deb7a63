//! Words of a claim: wording, correction, note, query.

use crate::app::action::Action;
use crate::app::dialog::{Dialog, Subject, TextDialog};
use crate::app::effect::{EditPurpose, Effect};
use crate::app::field::{Field, Lines};
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::update::judge::{change_judgement, no_claim, short, with_undo};
use crate::app::update::{help, revision, search, source, take};
use crate::claim::{ClaimId, Timestamp, Verdict};
use crate::review::{ClaimChange, Command, Step};

/// Opens the field for words of the current claim; what was typed there before
/// and not saved is offered again.
pub(super) fn open(model: &mut Model, subject: Subject) {
    let Some((claim, before)) = words_of_current(model, subject) else {
        return;
    };
    let draft = model.drafts.texts.get(&(claim.clone(), subject));
    if draft.is_some() {
        model.notice = Notice::Told("this is what you typed and did not save".to_owned());
    }
    let lines = match subject {
        Subject::Wording | Subject::Correction => Lines::One,
        Subject::Note | Subject::Query => Lines::Many,
    };
    let field = Field::new(draft.map_or(before.as_str(), String::as_str), lines);
    model.dialog = Some(Dialog::Text(TextDialog {
        claim,
        subject,
        field,
        before,
        template: None,
    }));
}

/// Puts the next template into a note or query: pressed again it takes the one
/// after, and at last none.
pub(super) fn put_template(model: &mut Model) {
    let templates = &model.preferences.templates;
    let told = match &mut model.dialog {
        Some(Dialog::Text(dialog)) if dialog.field.is_multi_line() => {
            next_template(dialog, templates)
        }
        _ => "templates are for notes and queries".to_owned(),
    };
    model.notice = Notice::Told(told);
}

/// Takes the next template; answers with which it is.
fn next_template(dialog: &mut TextDialog, templates: &[String]) -> String {
    let with = |field: &Field, at: usize| {
        let mut field = field.clone();
        templates.get(at).inspect(|it| field.insert(it));
        field
    };
    // What was typed since stays: then it begins again from there.
    let last = dialog.template.take();
    let last = last.filter(|(at, without)| with(without, *at) == dialog.field);
    let (at, without) = match last {
        Some((at, without)) => (at + 1, without),
        None => (0, dialog.field.clone()),
    };
    dialog.field = with(&without, at);
    if at >= templates.len() {
        return "no template".to_owned();
    }
    dialog.template = Some((at, without));
    format!("template {} of {}", at + 1, templates.len())
}

/// Asks which words go to `$EDITOR`.
pub(super) fn ask_what(model: &mut Model) {
    match model.current_claim() {
        Some(claim) => model.dialog = Some(Dialog::Editor(claim.id.clone())),
        None => drop(no_claim(model)),
    }
}

/// Hands words of the current claim to `$EDITOR`.
pub(super) fn in_editor(model: &mut Model, subject: Subject) -> Vec<Effect> {
    model.dialog = None;
    let Some((claim, text)) = words_of_current(model, subject) else {
        return Vec::new();
    };
    let purpose = match subject {
        Subject::Wording => EditPurpose::Wording(claim),
        Subject::Correction => EditPurpose::Correction(claim),
        Subject::Note => EditPurpose::Note(claim),
        Subject::Query => EditPurpose::Query(claim),
    };
    vec![Effect::Edit { purpose, text }]
}

/// Hands what is in the open field to `$EDITOR`; the field stays open.
pub(super) fn field_in_editor(model: &mut Model) -> Vec<Effect> {
    let field = match &mut model.dialog {
        Some(Dialog::Palette(_) | Dialog::Help(_) | Dialog::Search(_) | Dialog::Conditions(_))
        | None => None,
        Some(dialog) => dialog.field_mut(),
    };
    let Some(field) = field else {
        model.notice = Notice::Told("there is no text here for the editor".to_owned());
        return Vec::new();
    };
    vec![Effect::Edit {
        purpose: EditPurpose::OpenField,
        text: field.text().to_owned(),
    }]
}

/// Takes what `$EDITOR` gave back.
pub(super) fn edited(
    model: &mut Model,
    purpose: EditPurpose,
    text: &str,
    now: Timestamp,
) -> Vec<Effect> {
    // Editors end a file with a line break that nobody typed.
    let text = text.trim_end_matches(['\n', '\r']);
    match purpose {
        EditPurpose::Wording(id) => set(model, &id, Subject::Wording, text, now),
        EditPurpose::Correction(id) => set(model, &id, Subject::Correction, text, now),
        EditPurpose::Note(id) => set(model, &id, Subject::Note, text, now),
        EditPurpose::Query(id) => set(model, &id, Subject::Query, text, now),
        EditPurpose::OpenField => {
            if let Some(field) = model.dialog.as_mut().and_then(Dialog::field_mut) {
                let lines = if field.is_multi_line() {
                    Lines::Many
                } else {
                    Lines::One
                };
                *field = Field::new(text, lines);
            }
            Vec::new()
        }
    }
}

/// Saves what was typed; where it cannot be saved the field stays open.
pub(super) fn save(model: &mut Model, dialog: TextDialog, now: Timestamp) -> Vec<Effect> {
    let is_empty = dialog.field.text().trim().is_empty();
    if model.read_only.is_some() || (dialog.subject == Subject::Wording && is_empty) {
        let told = match &model.read_only {
            Some(why) => format!("nothing can be changed here: {why}"),
            None => "a claim needs words: type its wording, or cancel".to_owned(),
        };
        model.notice = Notice::Failed(told);
        model.dialog = Some(Dialog::Text(dialog));
        return Vec::new();
    }
    let TextDialog {
        claim,
        subject,
        field,
        ..
    } = dialog;
    model.drafts.texts.remove(&(claim.clone(), subject));
    set(model, &claim, subject, field.text(), now)
}

/// Leaves a field or form without saving. What was typed is kept.
pub(super) fn cancel(model: &mut Model) {
    match model.dialog.take() {
        Some(Dialog::Text(dialog)) => keep(model, dialog),
        Some(Dialog::Source(form)) => source::keep(model, form),
        Some(Dialog::Line(it)) => revision::keep(model, &it),
        Some(Dialog::Help(it)) => help::forget(model, it),
        Some(Dialog::Search(it)) => search::forget(model, *it),
        Some(_) | None => {}
    }
}

fn keep(model: &mut Model, dialog: TextDialog) {
    let key = (dialog.claim, dialog.subject);
    if dialog.field.text() == dialog.before {
        model.drafts.texts.remove(&key);
        return;
    }
    let action = match dialog.subject {
        Subject::Wording => Action::EditWording,
        Subject::Correction => Action::EditCorrection,
        Subject::Note => Action::EditNote,
        Subject::Query => Action::EditQuery,
    };
    let again = model.keymap.key(action);
    let again = again
        .map(|it| format!("; {it} goes on"))
        .unwrap_or_default();
    model.notice = Notice::Told(format!("not saved, but kept{again}"));
    model
        .drafts
        .texts
        .insert(key, dialog.field.text().to_owned());
}

/// Words of the current claim as they are; a notice where there can be none.
fn words_of_current(model: &mut Model, subject: Subject) -> Option<(ClaimId, String)> {
    let Some(claim) = model.current_claim() else {
        no_claim(model);
        return None;
    };
    let id = claim.id.clone();
    let words = match subject {
        Subject::Wording => Some(claim.wording.clone()),
        Subject::Note => claim.note.clone(),
        Subject::Query => claim.query.clone(),
        Subject::Correction => {
            let judgement = claim.judgement_of(&model.reviewer);
            let Some(judgement) = judgement.filter(|it| it.verdict == Verdict::Disputed) else {
                let key = model.keymap.key(Action::Dispute);
                let first = key
                    .map(|it| format!(": press {it} first"))
                    .unwrap_or_default();
                let told = format!("a correction belongs to your disputed verdict{first}");
                model.notice = Notice::Told(told);
                return None;
            };
            judgement.correction.clone()
        }
    };
    Some((id, words.unwrap_or_default()))
}

/// Gives a claim other words; none where there is nothing but space.
fn set(
    model: &mut Model,
    id: &ClaimId,
    subject: Subject,
    words: &str,
    now: Timestamp,
) -> Vec<Effect> {
    let words = (!words.trim().is_empty()).then(|| words.to_owned());
    let Some(claim) = model.review.claim(id) else {
        model.notice = Notice::Failed(
            "the claim is gone, so nothing was changed: undo may bring it back".to_owned(),
        );
        return Vec::new();
    };
    let change = match subject {
        Subject::Correction => {
            let effects = change_judgement(model, id, now, |it| it.correction = words);
            return told(model, id, subject, effects);
        }
        Subject::Wording => words
            .filter(|it| *it != claim.wording)
            .map(ClaimChange::SetWording),
        Subject::Note => (words != claim.note).then_some(ClaimChange::SetNote(words)),
        Subject::Query => (words != claim.query).then_some(ClaimChange::SetQuery(words)),
    };
    let Some(change) = change else {
        return Vec::new();
    };
    let effects = take(model, Step::Do(Command::change(id.clone(), change)));
    told(model, id, subject, effects)
}

fn told(model: &mut Model, id: &ClaimId, subject: Subject, effects: Vec<Effect>) -> Vec<Effect> {
    if !effects.is_empty()
        && let Some(claim) = model.review.claim(id)
    {
        let told = format!("{}: {}", subject.name(), short(claim));
        model.notice = Notice::Told(with_undo(model, told));
    }
    effects
}
