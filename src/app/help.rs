//! The help, made from the table of actions: what counts here first, and searched.

use crate::app::action::{ACTIONS, Entry, Scope};
use crate::app::field::Field;
use crate::app::keymap::Keymap;
use crate::app::role::{Role, Words};
use crate::text::{AmbiguousWidth, Column, fold, pad};

/// Columns of the keys.
const KEYS: usize = 20;

/// The help while it stands on the screen.
#[derive(Clone, Debug, Default)]
pub struct HelpDialog {
    /// What counted where the help was asked for: it comes first.
    pub here: Vec<Scope>,
    /// The first row on the screen.
    pub top: usize,
    /// Words that the rows must have.
    pub search: String,
    /// The search while it is typed.
    pub field: Option<Field>,
}

impl HelpDialog {
    /// The help as it is asked for where the keys of `here` count.
    pub fn new(here: &[Scope]) -> Self {
        Self {
            here: here.to_vec(),
            ..Self::default()
        }
    }

    /// Its rows.
    pub fn rows(&self, keymap: &Keymap) -> Vec<Vec<Words>> {
        let elsewhere = Scope::ALL.into_iter().filter(|it| !self.here.contains(it));
        let scopes: Vec<Scope> = self.here.iter().copied().chain(elsewhere).collect();
        help_rows(keymap, &scopes, &self.search)
    }
}

/// The rows of the help on `scopes`: each with its actions, their keys and what
/// they do, as far as they have all words of `search`.
pub fn help_rows(keymap: &Keymap, scopes: &[Scope], search: &str) -> Vec<Vec<Words>> {
    let search = fold(&search.to_lowercase());
    let wanted: Vec<&str> = search.split_whitespace().collect();
    let mut rows = Vec::new();
    for &scope in scopes {
        let listed = |it: &&Entry| it.scope == scope && has(keymap, it, &wanted);
        let mut entries = ACTIONS.iter().filter(listed).peekable();
        if entries.peek().is_none() {
            continue;
        }
        if !rows.is_empty() {
            rows.push(Vec::new());
        }
        rows.push(vec![Words::new(Role::Strong, scope.title())]);
        rows.extend(entries.map(|it| row(keymap, it)));
    }
    if rows.is_empty() {
        rows.push(vec![Words::new(Role::Dim, " nothing of that name")]);
    }
    rows
}

/// Whether all words are a key of the action, or stand in its name or help.
fn has(keymap: &Keymap, entry: &Entry, wanted: &[&str]) -> bool {
    let help = entry.help.to_lowercase();
    let is_key = |word: &str| {
        let mut keys = keymap.keys(entry.action).iter();
        keys.any(|it| it.to_string().to_lowercase() == word)
    };
    wanted
        .iter()
        .all(|it| entry.name.contains(it) || help.contains(it) || is_key(it))
}

fn row(keymap: &Keymap, entry: &Entry) -> Vec<Words> {
    let keys = keymap.keys(entry.action).iter();
    let keys: Vec<String> = keys.map(ToString::to_string).collect();
    let keys = pad(&keys.join(" "), Column(KEYS - 1), AmbiguousWidth::Narrow).into_owned();
    vec![
        Words::new(Role::Key, &format!(" {keys} ")),
        Words::new(Role::Plain, entry.help),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(dialog: &HelpDialog) -> Vec<String> {
        let rows = dialog.rows(&Keymap::default());
        let words = |row: &Vec<Words>| row.iter().map(|it| it.text.as_str().to_owned()).collect();
        rows.iter().map(words).collect()
    }

    #[test]
    fn what_counts_here_comes_first_and_everything_else_after_it() {
        let rows = told(&HelpDialog::new(&[Scope::Review, Scope::Claim]));
        assert_eq!(rows[0], Scope::Review.title());
        let titles = Scope::ALL.iter().map(|it| it.title());
        for title in titles {
            assert_eq!(rows.iter().filter(|it| *it == title).count(), 1, "{title}");
        }
        assert_eq!(rows.len(), ACTIONS.len() + 2 * Scope::ALL.len() - 1);
    }

    #[test]
    fn words_find_actions_by_name_help_and_key() {
        let found = |search: &str| {
            let dialog = HelpDialog {
                search: search.to_owned(),
                ..HelpDialog::new(&[Scope::Claim])
            };
            told(&dialog).join("\n")
        };
        assert!(found("clipboard").contains("Copy the wording"));
        assert!(found("WRONG facts").contains("The facts are otherwise"));
        assert!(found("ctrl-z").contains("Back to the shell"));
        assert_eq!(found("zebra"), " nothing of that name");
    }
}
