//! The help: moved in, searched, and done from.

use crate::app::action::Scope;
use crate::app::dialog::Dialog;
use crate::app::effect::Effect;
use crate::app::field::{Field, Lines};
use crate::app::help::{HelpDialog, counts_elsewhere};
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::update::act;
use crate::claim::Timestamp;

/// Opens the field for the words that the rows must have.
pub(super) fn search(model: &mut Model) {
    if let Some(Dialog::Help(help)) = &mut model.dialog {
        help.field = Some(Field::new(&help.search, Lines::One));
    }
}

/// Looks again after something was typed.
pub(super) fn search_again(model: &mut Model) {
    if let Some(Dialog::Help(help)) = &mut model.dialog
        && let Some(field) = &help.field
        && field.text() != help.search
    {
        help.search = field.text().to_owned();
        help.begin_again();
    }
}

/// Moves the cursor by rows.
pub(super) fn move_by(model: &mut Model, steps: isize) {
    if let Some(Dialog::Help(help)) = &mut model.dialog {
        help.move_by(&model.keymap, steps);
    }
}

/// Does the action that the cursor is on, or says where it counts.
pub(super) fn do_chosen(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(Dialog::Help(help)) = &model.dialog else {
        return Vec::new();
    };
    let Some(entry) = help.chosen(&model.keymap) else {
        return Vec::new();
    };
    match entry.scope {
        Scope::Review | Scope::Claim | Scope::Article => {
            model.dialog = None;
            act(model, entry.action, now)
        }
        _ => {
            model.notice = Notice::Told(counts_elsewhere(entry));
            Vec::new()
        }
    }
}

/// Leaves the field; what it found stays on the screen.
pub(super) fn keep(model: &mut Model, mut help: HelpDialog) {
    help.field = None;
    model.dialog = Some(Dialog::Help(help));
}

/// Leaves the field, and shows everything again.
pub(super) fn forget(model: &mut Model, mut help: HelpDialog) {
    help.search.clear();
    help.begin_again();
    keep(model, help);
}
