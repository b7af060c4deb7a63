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
    /// The row that the cursor is on.
    pub at: usize,
    /// The first row on the screen.
    pub top: usize,
    /// Words that the rows must have.
    pub search: String,
    /// The search while it is typed.
    pub field: Option<Field>,
}

/// What a row of the help is.
#[derive(Clone, Copy)]
enum Line {
    Empty,
    Title(Scope),
    Action(&'static Entry),
    Nothing,
}

impl HelpDialog {
    /// Columns before what an action does.
    pub const BEFORE_WORDS: usize = 1 + KEYS;

    /// The help as it is asked for where the keys of `here` count.
    pub fn new(here: &[Scope]) -> Self {
        Self {
            here: here.to_vec(),
            // The first row is the title of the first scope.
            at: 1,
            ..Self::default()
        }
    }

    /// Its rows.
    pub fn rows(&self, keymap: &Keymap) -> Vec<Vec<Words>> {
        let lines = self.lines(keymap).into_iter();
        lines.map(|it| row(keymap, it)).collect()
    }

    /// The action that the cursor is on.
    pub fn chosen(&self, keymap: &Keymap) -> Option<&'static Entry> {
        match self.lines(keymap).get(self.at) {
            Some(Line::Action(entry)) => Some(entry),
            Some(Line::Empty | Line::Title(_) | Line::Nothing) | None => None,
        }
    }

    /// Moves the cursor by rows, past those that are no action.
    pub(crate) fn move_by(&mut self, keymap: &Keymap, steps: isize) {
        let lines = self.lines(keymap);
        let is_action = |it: &usize| matches!(lines.get(*it), Some(Line::Action(_)));
        let wanted = self.at.saturating_add_signed(steps);
        let wanted = wanted.min(lines.len().saturating_sub(1));
        let after = (wanted..lines.len()).find(is_action);
        let before = (0..=wanted).rev().find(is_action);
        let found = if steps < 0 {
            before.or(after)
        } else {
            after.or(before)
        };
        self.at = found.unwrap_or(0);
        if steps.unsigned_abs() > 1 {
            self.top = self.top.saturating_add_signed(steps);
        }
    }

    /// To the first row that is an action, after the rows became others.
    pub(crate) fn begin_again(&mut self) {
        self.top = 0;
        self.at = 1;
    }

    /// Brings the cursor into view, on a screen of `height` rows, with the title
    /// above it where it is the first of its scope.
    pub(crate) fn settle(&mut self, keymap: &Keymap, height: usize) {
        let rows = self.lines(keymap).len();
        self.at = self.at.min(rows.saturating_sub(1));
        let lowest = (self.at + 1).saturating_sub(height.max(1));
        let highest = if height > 1 {
            self.at.saturating_sub(1)
        } else {
            self.at
        };
        self.top = self.top.max(lowest).min(highest.max(lowest));
        self.top = self.top.min(rows.saturating_sub(height));
    }

    /// Each scope with its actions, as far as they have all words of the search.
    fn lines(&self, keymap: &Keymap) -> Vec<Line> {
        let elsewhere = Scope::ALL.into_iter().filter(|it| !self.here.contains(it));
        let search = fold(&self.search.to_lowercase());
        let wanted: Vec<&str> = search.split_whitespace().collect();
        let mut lines = Vec::new();
        for scope in self.here.iter().copied().chain(elsewhere) {
            let listed = |it: &&Entry| it.scope == scope && has(keymap, it, &wanted);
            let mut entries = ACTIONS.iter().filter(listed).peekable();
            if entries.peek().is_none() {
                continue;
            }
            if !lines.is_empty() {
                lines.push(Line::Empty);
            }
            lines.push(Line::Title(scope));
            lines.extend(entries.map(Line::Action));
        }
        if lines.is_empty() {
            lines.push(Line::Nothing);
        }
        lines
    }
}

/// Why an action of the help cannot be done from there: it counts elsewhere only.
pub(crate) fn counts_elsewhere(entry: &Entry) -> String {
    let place = entry.scope.title().to_lowercase();
    format!("{} counts elsewhere: {place}", entry.name)
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

fn row(keymap: &Keymap, line: Line) -> Vec<Words> {
    let entry = match line {
        Line::Empty => return Vec::new(),
        Line::Title(scope) => return vec![Words::new(Role::Strong, scope.title())],
        Line::Nothing => return vec![Words::new(Role::Dim, " nothing of that name")],
        Line::Action(entry) => entry,
    };
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
    fn the_cursor_stands_on_actions_alone() {
        let keymap = Keymap::default();
        let mut help = HelpDialog::new(&[Scope::Welcome, Scope::Form]);
        let name = |help: &HelpDialog| help.chosen(&keymap).map(|it| it.name);
        assert_eq!(name(&help), Some("welcome-close"));
        help.move_by(&keymap, 1);
        assert_eq!(name(&help), Some("next-field"));
        help.move_by(&keymap, -1);
        help.move_by(&keymap, -1);
        assert_eq!(name(&help), Some("welcome-close"));
        help.settle(&keymap, 5);
        assert_eq!(help.top, 0);
        help.move_by(&keymap, isize::MAX);
        help.settle(&keymap, 5);
        assert!(name(&help).is_some() && help.top + 5 == help.rows(&keymap).len());
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
