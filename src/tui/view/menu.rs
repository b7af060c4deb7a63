//! Where one more key is asked for, or one of several is chosen.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::{ACTIONS, Choice, ChoicePurpose, Dialog, Entry, Model, Role};
use crate::tui::paint::{Canvas, Pen, body, title};
use crate::tui::style;

/// Columns of the keys and of the words.
const KEY: usize = 6;
const WORD: usize = 20;

/// Draws the keys that a dialog asks for, with what they mean.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, model: &Model, dialog: &Dialog) {
    let name = match dialog {
        Dialog::Reason(_) => "Why is it disputed?",
        Dialog::Filter => "List which claims?",
        Dialog::Editor(_) => "Edit what in $EDITOR?",
        Dialog::Text(_)
        | Dialog::Line(_)
        | Dialog::Source(_)
        | Dialog::Choice(_)
        | Dialog::Help(_)
        | Dialog::Welcome
        | Dialog::Palette(_)
        | Dialog::Sources(_)
        | Dialog::Search(_)
        | Dialog::Conditions(_) => "",
    };
    let about = match dialog {
        Dialog::Reason(ids) => match ids.as_slice() {
            [id] => model.review().claim(id),
            _ => None,
        },
        Dialog::Editor(id) => model.review().claim(id),
        _ => None,
    };
    let about = match dialog {
        Dialog::Reason(ids) if ids.len() > 1 => format!("{} claims", ids.len()),
        _ => about.map_or(String::new(), |it| it.wording.clone()),
    };
    title(canvas, area, name, &about, true);
    let area = body(area);
    let listed = |it: &&Entry| dialog.scopes().contains(&it.scope);
    for (row, entry) in (0..area.height).zip(ACTIONS.iter().filter(listed)) {
        let key = model
            .keymap
            .key(entry.action)
            .map(|it| it.to_string())
            .unwrap_or_default();
        let mut pen = Pen::new(canvas, area, row);
        pen.any(&format!("  {key:<KEY$}"), style::of(Role::Key));
        pen.any(&format!("{:<WORD$} ", entry.footer), Style::new());
        pen.cut(entry.help, style::of(Role::Dim));
    }
}

/// Draws what can be chosen.
pub(super) fn draw_choice(canvas: &mut Canvas<'_>, area: Rect, choice: &Choice) {
    let name = match &choice.purpose {
        ChoicePurpose::Edit => "Which source?",
        ChoicePurpose::Open => "Open this address in the browser?",
        ChoicePurpose::Repeat => "Which claim does it repeat?",
        ChoicePurpose::Settle { asks } => asks,
        ChoicePurpose::Look { at } => at,
        ChoicePurpose::Mend { .. } => "This cannot be read",
    };
    title(canvas, area, name, "", true);
    let mut area = body(area);
    if let ChoicePurpose::Mend { told } = &choice.purpose {
        // What can be answered has its room first.
        let answers = u16::try_from(choice.options.len()).unwrap_or(u16::MAX);
        let room = area.height.saturating_sub(answers);
        for (row, words) in (0..room).zip(told) {
            Pen::new(canvas, area, row).cut(words, style::of(Role::Alert));
        }
        let used = room.min(u16::try_from(told.len()).unwrap_or(u16::MAX));
        area.y += used;
        area.height -= used;
    }
    let top = (choice.at + 1).saturating_sub(usize::from(area.height));
    for (row, (number, words)) in (0..area.height).zip(choice.options.iter().skip(top)) {
        let is_current = top + usize::from(row) == choice.at;
        let mut pen = Pen::new(canvas, area, row);
        pen.own(if is_current { ">" } else { " " }, style::TITLE);
        pen.any(&format!("{} ", number + 1), style::LINE);
        pen.cut(words, Style::new());
        if is_current {
            Pen::new(canvas, area, row).restyle(style::CURRENT);
        }
    }
}
