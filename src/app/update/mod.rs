//! What a message does to the model: dispatch only.

mod act;
mod article;
mod conditions;
mod edit;
mod help;
mod judge;
mod jump;
mod layout;
mod list;
mod marks;
mod memory;
mod outside;
mod palette;
mod pointer;
mod read;
mod repeat;
mod revision;
mod search;
mod settle;
mod source;
mod sources;
mod sources_text;
#[cfg(test)]
mod tests;
mod travel;
mod type_in;

use crate::app::action::{Action, Scope};
use crate::app::dialog::Dialog;
use crate::app::effect::Effect;
use crate::app::key::{Key, KeyChord};
use crate::app::lesson;
use crate::app::message::Message;
use crate::app::model::{Model, Pane};
use crate::app::notice::{Notice, Saving};
use crate::claim::Timestamp;
use crate::review::{Change, Step};

use act::act;

pub(in crate::app) use judge::with_undo;
pub(in crate::app) use memory::key_for;
pub use search::told_match;
pub(in crate::app) use type_in::edit_field;

/// Takes in what happened and answers with what is to be done about it.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let effects = take_in(model, message);
    if let Some(dialog) = &mut model.dialog {
        // A field that was just opened counts columns as the terminal does.
        dialog.measure(model.preferences.ambiguous_width);
    }
    effects
}

fn take_in(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::Key { key, now } => {
            let effects = press(model, key, now);
            lesson::look(model);
            return effects;
        }
        Message::Pointer { pointer, now } => {
            let before = search::Before::of(model);
            let effects = pointer::take(model, pointer, now);
            before.look(model);
            lesson::look(model);
            return effects;
        }
        Message::Paste(words) => type_in::paste(model, &words),
        Message::GoOn => search::go_on(model),
        Message::Remembered(it) => memory::arrive(model, it),
        Message::LeftOut(it) => list::learn_left_out(model, it),
        Message::SourcesEdited { claim, edited } => {
            return sources_text::edited(model, claim, edited);
        }
        Message::Saved => model.saving = Saving::Saved,
        Message::ArticleOnDisk(now) => outside::note_article(model, now),
        Message::ChangedOutside(change) => return outside::take_in(model, &change),
        Message::Compared { name, file } => revision::compare(model, name, *file),
        Message::History { claim, rows } => revision::show_history(model, claim, rows),
        Message::CommitProposed(message) => revision::propose_commit(model, &message),
        Message::NotCommitted(said) => revision::not_committed(model, said),
        Message::SaveFailed(problem) => model.saving = Saving::Failed(problem),
        Message::Edited { purpose, text, now } => return edit::edited(model, purpose, &text, now),
        Message::Told(text) => model.notice = Notice::Told(text),
        Message::Failed(problem) => {
            let next = problem
                .what_next()
                .map(|it| format!("; {it}"))
                .unwrap_or_default();
            model.notice = Notice::Failed(format!("{}{next}", problem.what()));
        }
    }
    Vec::new()
}

fn press(model: &mut Model, key: KeyChord, now: Timestamp) -> Vec<Effect> {
    model.notice = Notice::None;
    // The welcome stands in nobody's way: what is not for it is for the review.
    if matches!(model.dialog, Some(Dialog::Welcome))
        && model.keymap.action(&[Scope::Welcome], key).is_none()
    {
        model.dialog = None;
    }
    let takes_text = model.dialog.as_mut().is_some_and(type_in::takes_text);
    // A letter typed into a field stays as it is; as a command `ｖ` is `v`.
    let command = if takes_text { key } else { key.half_width() };
    if let Some(action) = model.keymap.action(model.scopes(), command) {
        if model.is_reading && model.dialog.is_none() && !read::takes(action) {
            read::explain(model);
            return Vec::new();
        }
        let before = search::Before::of(model);
        let origin = jump::Origin::of(model, action);
        let effects = act(model, action, now);
        before.look(model);
        origin.look(model);
        model.count = None;
        return effects;
    }
    if let Some(c) = key.typed()
        && takes_text
    {
        type_in::letter(model, c);
        return Vec::new();
    }
    if model.dialog.is_none()
        && let Some(digit) = command.typed().and_then(|it| it.to_digit(10))
    {
        let count = model.count.unwrap_or(0).saturating_mul(10);
        model.count = Some(count.saturating_add(digit as usize).min(999_999));
        model.notice = Notice::Told(counting(model));
        return Vec::new();
    }
    model.count = None;
    model.notice = Notice::Told(unbound(model, command));
    Vec::new()
}

/// What the digits that were typed are good for.
fn counting(model: &Model) -> String {
    let count = model.count.unwrap_or(0);
    let key = |action| model.keymap.key(action).map(|it| it.to_string());
    let key = |action| key(action).unwrap_or_else(|| "(no key)".to_owned());
    format!(
        "{count} … {} {} move so far, {} goes to claim {count}, {} {} {} judge so many",
        key(Action::Down),
        key(Action::Up),
        key(Action::Last),
        key(Action::Verify),
        key(Action::Dispute),
        key(Action::Unknown)
    )
}

/// What to say about a key that does nothing here.
fn unbound(model: &Model, key: KeyChord) -> String {
    if let Key::Char(c) = key.key
        && !c.is_ascii()
    {
        return "this key is of another script: switch the keyboard to Latin letters".to_owned();
    }
    let in_article = model.keymap.action(&[Scope::Article], key);
    if let (None, Some(action)) = (&model.dialog, in_article) {
        // The article comes before the list, and after the claim.
        let pane = model.keymap.key(match model.focus {
            Pane::Claims => Action::PreviousPane,
            Pane::Claim | Pane::Article => Action::NextPane,
        });
        let there = pane.map(|it| format!("; {it} goes there"));
        let name = action.entry().name;
        return format!(
            "{key} ({name}) counts in the article{}",
            there.unwrap_or_default()
        );
    }
    match (&model.dialog, model.keymap.key(Action::Help)) {
        (None, Some(help)) => format!("{key} does nothing here; {help} shows all keys"),
        _ => format!("{key} does nothing here"),
    }
}

/// Does what an action says, as its key would.
pub(in crate::app) fn perform(model: &mut Model, action: Action, now: Timestamp) -> Vec<Effect> {
    model.count = None;
    act(model, action, now)
}

/// The same, as after digits.
pub(in crate::app) fn perform_counted(
    model: &mut Model,
    action: Action,
    count: usize,
    now: Timestamp,
) -> Vec<Effect> {
    model.count = Some(count);
    let effects = act(model, action, now);
    model.count = None;
    effects
}

/// Takes a step and asks for it to be written down. Where it cannot be taken
/// there is nothing to do, and a notice says why.
pub(in crate::app) fn take(model: &mut Model, step: Step) -> Vec<Effect> {
    take_and_tell(model, step).map_or_else(Vec::new, |it| vec![it.0])
}

/// The same, with what the step changed.
fn take_and_tell(model: &mut Model, step: Step) -> Option<(Effect, Change)> {
    if let Some(why) = &model.read_only {
        model.notice = Notice::Failed(format!("nothing can be changed here: {why}"));
        return None;
    }
    match model.review.take(step.clone()) {
        Ok(change) => {
            model.take_in(&change);
            let effect = Effect::Record {
                step,
                touched: change.touched.clone(),
                beyond_claims: change.beyond_claims,
            };
            Some((effect, change))
        }
        Err(refused) => {
            model.notice = Notice::Failed(refused.to_string());
            None
        }
    }
}
