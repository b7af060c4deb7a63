//! Searching the help.

use crate::app::dialog::Dialog;
use crate::app::field::{Field, Lines};
use crate::app::help::HelpDialog;
use crate::app::model::Model;

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
        help.top = 0;
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
    help.top = 0;
    keep(model, help);
}
