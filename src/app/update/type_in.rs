//! Keys in text fields.

use crate::app::action::Action;
use crate::app::dialog::Dialog;
use crate::app::field::Field;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::update::{conditions, help, palette, search, source};
use crate::text::Column;

/// Whether letters are typed into it rather than being commands.
pub(super) fn takes_text(dialog: &mut Dialog) -> bool {
    matches!(dialog, Dialog::Source(_)) || dialog.field_mut().is_some()
}

/// Types one character; in a choice it takes the word that starts with it.
pub(super) fn letter(model: &mut Model, c: char) {
    if let Some(Dialog::Source(form)) = &mut model.dialog
        && form.field().is_none()
    {
        match c {
            ' ' => form.choose_next(),
            _ => form.choose_by_letter(c.to_ascii_lowercase()),
        }
        return;
    }
    if is_full(model, c.len_utf8()) {
        return;
    }
    if let Some(field) = model.dialog.as_mut().and_then(Dialog::field_mut) {
        field.insert(c.encode_utf8(&mut [0; 4]));
    }
    look_again(model);
}

/// Bytes of what is looked for. Each letter looks anew with all that was typed:
/// keys that were meant for another window must not cost more the more there are.
const MOST_SOUGHT: usize = 1024;

/// Whether so many bytes more are too many to look for; it is said, if so.
fn is_full(model: &mut Model, bytes: usize) -> bool {
    let seeks = matches!(
        model.dialog,
        Some(Dialog::Palette(_) | Dialog::Help(_) | Dialog::Search(_) | Dialog::Conditions(_))
    );
    let field = model.dialog.as_mut().and_then(Dialog::field_mut);
    let length = field.map_or(0, |it| it.text().len());
    let is_full = seeks && length + bytes > MOST_SOUGHT;
    if is_full {
        model.notice = Notice::Told("nothing longer is looked for".to_owned());
    }
    is_full
}

/// Looks again where what is typed is looked for.
fn look_again(model: &mut Model) {
    palette::search_again(model);
    help::search_again(model);
    search::search_again(model);
    conditions::look_again(model);
    source::look_again(model);
}

/// Takes pasted words into the open field. Elsewhere they are no keys: text that
/// was meant for another window must not judge claims.
pub(super) fn paste(model: &mut Model, words: &str) {
    model.notice = Notice::None;
    if let Some(Dialog::Source(form)) = &mut model.dialog {
        return form.paste(words);
    }
    if model.dialog.as_mut().and_then(Dialog::field_mut).is_none() {
        let told = "pasted text is not taken here: open a field first";
        model.notice = Notice::Told(told.to_owned());
        return;
    }
    let words = words.trim_end_matches(['\n', '\r']);
    if is_full(model, words.len()) {
        return;
    }
    if let Some(field) = model.dialog.as_mut().and_then(Dialog::field_mut) {
        field.insert(words);
    }
    look_again(model);
}

/// Moves the caret or deletes.
pub(super) fn edit(model: &mut Model, action: Action) {
    let columns = Column(model.heights.field_columns.max(2));
    if moves_between(model, action, columns) {
        return;
    }
    let Some(field) = model.dialog.as_mut().and_then(Dialog::field_mut) else {
        return;
    };
    if action == Action::NewLine && !field.is_multi_line() {
        model.notice = Notice::Told("this field has one line".to_owned());
        return;
    }
    edit_field(field, action, columns);
    look_again(model);
}

/// Moves the caret of a field of that width, or deletes in it; an action that
/// edits no text does nothing.
pub(in crate::app) fn edit_field(field: &mut Field, action: Action, columns: Column) {
    match action {
        Action::NewLine => field.new_line(),
        Action::CaretLeft => field.left(),
        Action::CaretRight => field.right(),
        Action::CaretUp => field.up(columns),
        Action::CaretDown => field.down(columns),
        Action::CaretHome => field.home(),
        Action::CaretEnd => field.end(),
        Action::DeleteBack => field.delete_back(),
        Action::DeleteForward => field.delete_forward(),
        Action::DeleteWord => field.delete_word(),
        Action::DeleteToStart => field.delete_to_start(),
        Action::DeleteToEnd => field.delete_to_end(),
        _ => {}
    }
}

/// Whether an arrow moved between rows of a list or form instead of in a text.
fn moves_between(model: &mut Model, action: Action, columns: Column) -> bool {
    match (&mut model.dialog, action) {
        (Some(Dialog::Palette(_)), Action::CaretUp) => palette::move_by(model, -1),
        (Some(Dialog::Palette(_)), Action::CaretDown) => palette::move_by(model, 1),
        (Some(Dialog::Source(form)), _) => match (action, form.field()) {
            (Action::CaretLeft, None) => form.choose_previous(),
            (Action::CaretRight, None) => form.choose_next(),
            (Action::CaretUp, field) if field.is_none_or(|it| is_first_row(it, columns)) => {
                form.previous_row();
            }
            (Action::CaretDown, field) if field.is_none_or(|it| is_last_row(it, columns)) => {
                form.next_row();
            }
            _ => return false,
        },
        _ => return false,
    }
    true
}

fn is_first_row(field: &Field, columns: Column) -> bool {
    field.place(columns).0 == 0
}

fn is_last_row(field: &Field, columns: Column) -> bool {
    field.place(columns).0 + 1 == field.rows(columns).len()
}

#[cfg(test)]
mod tests {
    use crate::app::Dialog;
    use crate::app::testing::Desk;

    #[test]
    fn what_is_looked_for_has_an_end_and_what_is_written_has_none() {
        for (key, most) in [(":", 1024), ("/", 1024), ("?", 0), ("o", 2000)] {
            let mut desk = Desk::with(["One claim", "Another"]);
            desk.press(key).write(&"x".repeat(2000));
            let field = desk.model.dialog.as_mut().and_then(Dialog::field_mut);
            assert_eq!(field.map_or(0, |it| it.text().len()), most, "{key}");
        }
        let mut desk = Desk::with(["One claim"]);
        desk.press("/").paste(&"長".repeat(1 << 18));
        assert_eq!(desk.notice(), "nothing longer is looked for");
        desk.paste("claim");
        assert_ne!(desk.notice(), "nothing longer is looked for");
    }
}
