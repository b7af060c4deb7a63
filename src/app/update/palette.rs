//! Finding an action by its name.

use crate::app::action::{ACTIONS, Action, Entry, Scope};
use crate::app::dialog::{Dialog, Palette};
use crate::app::field::{Field, Lines};
use crate::app::model::Model;

/// Opens the palette with all actions of the review.
pub(super) fn open(model: &mut Model) {
    model.dialog = Some(Dialog::Palette(Palette {
        field: Field::new("", Lines::One),
        found: found(""),
        at: 0,
        top: 0,
    }));
}

/// Looks again after something was typed.
pub(super) fn search_again(model: &mut Model) {
    if let Some(Dialog::Palette(palette)) = &mut model.dialog {
        let rows = found(palette.field.text());
        if rows != palette.found {
            palette.found = rows;
            palette.at = 0;
            palette.top = 0;
        }
    }
}

/// Moves the cursor of the list, round its ends.
pub(super) fn move_by(model: &mut Model, steps: isize) {
    if let Some(Dialog::Palette(palette)) = &mut model.dialog {
        palette.at = moved(palette.at, steps, palette.found.len());
    }
}

/// A place in a list of `length`, `steps` further, round its ends.
pub(super) fn moved(at: usize, steps: isize, length: usize) -> usize {
    match length {
        0 => 0,
        _ if steps < 0 => (at + length - steps.unsigned_abs() % length) % length,
        _ => (at + steps.unsigned_abs()) % length,
    }
}

/// The action that the cursor is on.
pub(super) fn chosen(palette: &Palette) -> Option<Action> {
    palette.found.get(palette.at).map(|it| ACTIONS[*it].action)
}

/// The rows of the table that `typed` finds: words that stand in the name or the
/// help before letters that merely stand in that order; the table's order within.
fn found(typed: &str) -> Vec<usize> {
    let typed = typed.to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut ranked: Vec<(u8, usize)> = Vec::new();
    for (row, entry) in ACTIONS.iter().enumerate() {
        let is_open_here = matches!(entry.scope, Scope::Claim | Scope::Review | Scope::Article);
        if is_open_here
            && entry.action != Action::Palette
            && let Some(rank) = rank(entry, &words)
        {
            ranked.push((rank, row));
        }
    }
    ranked.sort_unstable();
    ranked.into_iter().map(|it| it.1).collect()
}

fn rank(entry: &Entry, words: &[&str]) -> Option<u8> {
    let help = entry.help.to_lowercase();
    let in_name = |it: &&str| entry.name.contains(it);
    if words == [entry.name] {
        return Some(0);
    }
    if words.iter().all(|it| entry.name.starts_with(it)) {
        return Some(1);
    }
    if words.iter().all(in_name) {
        return Some(2);
    }
    if words.iter().all(|it| in_name(it) || help.contains(it)) {
        return Some(3);
    }
    stands_in_order(&words.concat(), entry.name).then_some(4)
}

/// Whether the letters stand in `name` in that order, others between them.
fn stands_in_order(letters: &str, name: &str) -> bool {
    let mut rest = name.chars();
    letters.chars().all(|letter| rest.any(|it| it == letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(typed: &str) -> Vec<&'static str> {
        found(typed)
            .into_iter()
            .map(|it| ACTIONS[it].name)
            .collect()
    }

    #[test]
    fn words_find_before_letters_do() {
        assert_eq!(names("undo"), ["undo"]);
        assert_eq!(names("repeat")[..2], ["repeat", "repeat-source"]);
        assert_eq!(
            names("unrev")[..2],
            ["next-unreviewed", "previous-unreviewed"]
        );
        assert_eq!(names("clipboard"), ["copy"]);
        assert_eq!(names("nxunr"), ["next-unreviewed"]);
        assert!(names("").len() > 30);
        assert!(names("qqq").is_empty());
    }
}
