//! What redpencil is, on one screen, for somebody who sees it for the first time.

use crate::app::action::Action;
use crate::app::keymap::Keymap;
use crate::app::role::{Role, Words};
use crate::text::{AmbiguousWidth, Column, WrappedText, pad};

/// What can be done first: actions, and what they are for.
const FIRST: &[(&[Action], &str)] = &[
    (
        &[Action::Down, Action::Up],
        "the next claim, the one before",
    ),
    (
        &[Action::Verify, Action::Dispute, Action::Unknown],
        "verified, disputed, unknown; then on to the next",
    ),
    (&[Action::Undo], "takes anything back, even tomorrow"),
    (
        &[Action::AddSource],
        "adds the source that a verdict rests on",
    ),
    (
        &[Action::Help, Action::Palette],
        "all keys; an action by its name",
    ),
    (&[Action::Quit], "leaves; everything is saved already"),
];

const BEFORE: &str = "The article stands in one pane, cut into claims: each is one thing that \
    can be looked up. Judge them one by one.";

const AFTER: &str = "redpencil tutor teaches the rest. This is shown once.";

/// Columns of the keys.
const KEYS: usize = 9;

/// The rows of the welcome on a screen of that width.
pub fn welcome_rows(keymap: &Keymap, columns: Column) -> Vec<Vec<Words>> {
    let mut rows = paragraph(BEFORE, columns);
    rows.push(Vec::new());
    for (actions, words) in FIRST {
        let keys = actions.iter().filter_map(|it| keymap.key(*it));
        let keys: Vec<String> = keys.map(|it| it.to_string()).collect();
        let keys = keys.join(" ");
        rows.push(vec![
            Words::new(Role::Plain, " "),
            Words::new(Role::Key, &pad(&keys, Column(KEYS), AmbiguousWidth::Narrow)),
            Words::new(Role::Plain, words),
        ]);
    }
    rows.push(Vec::new());
    rows.extend(paragraph(AFTER, columns));
    rows
}

fn paragraph(words: &str, columns: Column) -> Vec<Vec<Words>> {
    let columns = Column(columns.0.saturating_sub(2).max(1));
    let wrapped = WrappedText::new(words, columns, AmbiguousWidth::Narrow);
    let rows = (0..wrapped.len()).filter_map(|it| wrapped.row(it));
    rows.map(|it| vec![Words::new(Role::Plain, &format!(" {}", it.text()))])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_fits_the_smallest_screen_that_shows_all_panes() {
        for columns in [60, 80, 200] {
            let rows = welcome_rows(&Keymap::default(), Column(columns));
            // What is left of 15 rows below the titles and above the keys.
            assert!(rows.len() <= 11, "{columns}");
        }
    }
}
