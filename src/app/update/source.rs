//! Sources: writing them down, opening and copying.

use std::collections::HashSet;
use std::sync::Arc;

use crate::app::action::Action;
use crate::app::dialog::{Choice, ChoicePurpose, Dialog};
use crate::app::effect::Effect;
use crate::app::form::{SourceForm, is_address};
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::update::judge::{no_claim, short, with_undo};
use crate::app::update::{palette, repeat, settle, sources_text, take};
use crate::claim::{Evidence, Timestamp};
use crate::review::{ClaimChange, Command, KnownSource, Step, known_sources};

/// Opens the form for a new source; one that was begun and left is offered again.
pub(super) fn add(model: &mut Model, now: Timestamp) {
    let Some(claim) = model.current_claim() else {
        return drop(no_claim(model));
    };
    let form = SourceForm::new(claim.id.clone(), now.time().date_naive());
    open_form(model, form);
}

/// Opens the form of a source of the claim, of several after asking which.
pub(super) fn edit(model: &mut Model) {
    let Some(claim) = model.current_claim() else {
        return drop(no_claim(model));
    };
    let options: Vec<(usize, String)> = claim.evidence.iter().map(name).enumerate().collect();
    match options.as_slice() {
        [] => {
            let key = model.keymap.key(Action::AddSource);
            let adds = key.map(|it| format!("; {it} adds one")).unwrap_or_default();
            model.notice = Notice::Told(format!("this claim has no source yet{adds}"));
        }
        [_] => open_existing(model, 0),
        _ => {
            model.dialog = Some(Dialog::Choice(Choice {
                claim: claim.id.clone(),
                purpose: ChoicePurpose::Edit,
                options,
                at: 0,
            }));
        }
    }
}

/// Shows the addresses of the claim's sources, to open one.
pub(super) fn open(model: &mut Model) {
    let Some(claim) = model.current_claim() else {
        return drop(no_claim(model));
    };
    let addresses = claim.evidence.iter().enumerate().filter_map(|(at, it)| {
        let url = it.url.as_ref().filter(|it| is_address(it))?;
        Some((at, url.clone()))
    });
    let options: Vec<(usize, String)> = addresses.collect();
    if options.is_empty() {
        let told = "no source of this claim has an address that a browser may open";
        model.notice = Notice::Told(told.to_owned());
        return;
    }
    model.dialog = Some(Dialog::Choice(Choice {
        claim: claim.id.clone(),
        purpose: ChoicePurpose::Open,
        options,
        at: 0,
    }));
}

/// Does with the chosen source what it was chosen for.
pub(super) fn choose(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(Dialog::Choice(choice)) = model.dialog.take() else {
        return Vec::new();
    };
    let Some((at, shown)) = choice.options.get(choice.at) else {
        return Vec::new();
    };
    match choice.purpose {
        ChoicePurpose::Open => return vec![Effect::OpenUrl(shown.clone())],
        ChoicePurpose::Edit => open_existing(model, *at),
        ChoicePurpose::Look { .. } => {}
        ChoicePurpose::Repeat => return repeat::answer(model, &choice),
        ChoicePurpose::Mend { .. } => return sources_text::answer(model, choice),
        ChoicePurpose::Settle { .. } => return settle::answer(model, &choice, now),
    }
    Vec::new()
}

/// Moves the cursor of a choice, round its ends.
pub(super) fn move_choice(model: &mut Model, steps: isize) {
    if let Some(Dialog::Choice(choice)) = &mut model.dialog {
        choice.at = palette::moved(choice.at, steps, choice.options.len());
    }
}

/// To the next row of the form.
pub(super) fn next_field(model: &mut Model) {
    if let Some(Dialog::Source(form)) = &mut model.dialog {
        form.next_row();
    }
}

/// To the row of the form before.
pub(super) fn previous_field(model: &mut Model) {
    if let Some(Dialog::Source(form)) = &mut model.dialog {
        form.previous_row();
    }
}

/// Writes the source down; what is wrong with it is told, the caret put there.
pub(super) fn save(model: &mut Model, mut form: Box<SourceForm>) -> Vec<Effect> {
    let evidence = match form.evidence() {
        Ok(evidence) => Box::new(evidence),
        Err((row, wrong)) => {
            form.go_to(row);
            model.notice = Notice::Failed(wrong.to_owned());
            model.dialog = Some(Dialog::Source(form));
            return Vec::new();
        }
    };
    let (told, source) = (name(&evidence), evidence.clone());
    let change = match form.at {
        Some(at) => ClaimChange::ReplaceEvidence { at, evidence },
        None => ClaimChange::InsertEvidence {
            at: usize::MAX,
            evidence,
        },
    };
    let effects = take(model, Step::Do(Command::change(form.claim.clone(), change)));
    if effects.is_empty() {
        model.dialog = Some(Dialog::Source(form));
        return effects;
    }
    model.last_source = Some(source);
    model.drafts.sources.remove(&(form.claim, form.at));
    model.notice = Notice::Told(with_undo(model, format!("source: {told}")));
    effects
}

/// Takes the source of the open form away.
pub(super) fn remove(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Source(form)) = model.dialog.take() else {
        return Vec::new();
    };
    let Some(at) = form.at else {
        model.notice = Notice::Told("this source is not written down yet".to_owned());
        model.dialog = Some(Dialog::Source(form));
        return Vec::new();
    };
    let change = ClaimChange::RemoveEvidence { at };
    let effects = take(model, Step::Do(Command::change(form.claim, change)));
    if !effects.is_empty() {
        model.notice = Notice::Told(with_undo(model, "source taken away".to_owned()));
    }
    effects
}

/// Keeps a form that was left without saving.
pub(super) fn keep(model: &mut Model, form: Box<SourceForm>) {
    let key = (form.claim.clone(), form.at);
    if !form.is_changed() {
        model.drafts.sources.remove(&key);
        return;
    }
    let action = if form.at.is_some() {
        Action::EditSource
    } else {
        Action::AddSource
    };
    let again = model.keymap.key(action);
    let again = again
        .map(|it| format!("; {it} goes on"))
        .unwrap_or_default();
    model.notice = Notice::Told(format!("not saved, but kept{again}"));
    model.drafts.sources.insert(key, *form);
}

/// Puts the wording of the current claim on the clipboard.
pub(super) fn copy(model: &mut Model) -> Vec<Effect> {
    let Some(claim) = model.current_claim() else {
        return no_claim(model);
    };
    let wording = claim.wording.clone();
    let told = format!("copied: {}", short(claim));
    model.notice = Notice::Told(told);
    vec![Effect::Copy(wording)]
}

fn open_existing(model: &mut Model, at: usize) {
    let claim = model.current_claim();
    let source = claim.and_then(|it| Some((it.id.clone(), it.evidence.get(at)?.clone())));
    if let Some((id, evidence)) = source {
        open_form(model, SourceForm::edit(id, at, evidence));
    }
}

fn open_form(model: &mut Model, form: SourceForm) {
    let draft = model.drafts.sources.get(&(form.claim.clone(), form.at));
    if draft.is_some() {
        model.notice = Notice::Told("this is what you typed and did not save".to_owned());
    }
    let form = draft
        .cloned()
        .unwrap_or(form)
        .knowing(Arc::new(known(model)));
    model.dialog = Some(Dialog::Source(Box::new(form)));
}

/// The sources that were used before: in this article, then in others.
pub(super) fn known(model: &Model) -> Vec<KnownSource> {
    let own = model.review.claims().iter().flat_map(|it| &it.evidence);
    let mut known = known_sources(own);
    let others = model.memory.as_ref().map_or(&[][..], |it| it.sources());
    let called = |it: &KnownSource| {
        it.evidence
            .url
            .clone()
            .unwrap_or_else(|| name(&it.evidence))
    };
    let own: HashSet<String> = known.iter().map(called).collect();
    let others = others.iter().filter(|it| !own.contains(&called(it)));
    known.extend(others.cloned());
    known
}

/// Takes the next of the sources that were used before and have the words typed.
pub(super) fn next_known(model: &mut Model) {
    let Some(Dialog::Source(form)) = &mut model.dialog else {
        return;
    };
    let count = form.offered.found.len();
    let told = match (count, form.take_known()) {
        (0, _) => "no source that was used before has these words".to_owned(),
        (_, None) => "what you typed".to_owned(),
        (count, Some(number)) => format!("used before: {number} of {count}"),
    };
    model.notice = Notice::Told(told);
}

/// Looks again which of them have the words that are typed.
pub(super) fn look_again(model: &mut Model) {
    if let Some(Dialog::Source(form)) = &mut model.dialog {
        form.look_again();
    }
}

/// What a source is called in one line.
fn name(evidence: &Evidence) -> String {
    let name = evidence.title.as_ref().or(evidence.url.as_ref());
    name.cloned().unwrap_or_else(|| "(untitled)".to_owned())
}
