//! The help, made from the table of actions.

use crate::app::action::{ACTIONS, Scope};
use crate::app::keymap::Keymap;
use crate::app::role::{Role, Words};
use crate::text::{AmbiguousWidth, Column, pad};

/// Columns of the keys.
const KEYS: usize = 20;

/// The rows of the help on `scopes`: each with its actions, their keys and what they do.
pub fn help_rows(keymap: &Keymap, scopes: &[Scope]) -> Vec<Vec<Words>> {
    let mut rows = Vec::new();
    for &scope in scopes {
        if !rows.is_empty() {
            rows.push(Vec::new());
        }
        rows.push(vec![Words::new(Role::Strong, scope.title())]);
        for entry in ACTIONS.iter().filter(|it| it.scope == scope) {
            let keys = keymap.keys(entry.action).iter();
            let keys: Vec<String> = keys.map(ToString::to_string).collect();
            let keys = pad(&keys.join(" "), Column(KEYS - 1), AmbiguousWidth::Narrow).into_owned();
            rows.push(vec![
                Words::new(Role::Key, &format!(" {keys} ")),
                Words::new(Role::Plain, entry.help),
            ]);
        }
    }
    rows
}
