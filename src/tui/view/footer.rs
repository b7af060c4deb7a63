//! The last rows: what is wrong, what was done, which keys count now.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::{
    ACTIONS, Action, Dialog, Entry, HelpDialog, Model, Notice, PaletteItem, Panes, Role, Saving,
};
use crate::tui::paint::{Canvas, Pen, columns};
use crate::tui::style;
use crate::tui::view::palette;

/// Draws the last rows.
pub(super) fn draw(canvas: &mut Canvas<'_>, panes: &Panes, model: &Model) {
    if let Some(area) = panes.alert {
        alert(canvas, area, model);
    }
    let mut hints = hints(model).into_iter();
    let help = pinned(model);
    let room = match &help {
        Some(it) => panes.keys.width.saturating_sub(it.columns() + 2),
        None => panes.keys.width,
    };
    let first = Rect {
        width: room,
        ..panes.keys
    };
    let rest = flow(canvas, first, &mut hints);
    if let Some(help) = help {
        let mut pen = Pen::new(canvas, panes.keys, 0);
        pen.skip(panes.keys.width.saturating_sub(help.columns() + 1));
        help.write(&mut pen);
    }
    match model.notice() {
        Notice::None => match cut_short(model, panes.notice.width) {
            Some(help) => {
                Pen::new(canvas, panes.notice, 0)
                    .skip(1)
                    .cut(help, style::of(Role::Notice));
            }
            None => drop(flow(
                canvas,
                panes.notice,
                &mut rest.into_iter().chain(hints),
            )),
        },
        Notice::Told(words) => {
            Pen::new(canvas, panes.notice, 0)
                .skip(1)
                .cut(words, style::of(Role::Notice));
        }
        Notice::Failed(words) => {
            Pen::new(canvas, panes.notice, 0)
                .skip(1)
                .cut(words, style::of(Role::Alert));
        }
    }
}

/// What the action does that the cursor of the help or the palette is on, where its
/// row is too narrow to say all of it.
fn cut_short(model: &Model, room: u16) -> Option<&'static str> {
    let (entry, before) = match model.dialog()? {
        Dialog::Help(it) if it.field.is_none() => {
            (it.chosen(&model.keymap)?, HelpDialog::BEFORE_WORDS)
        }
        Dialog::Palette(it) => match it.found.get(it.at)? {
            PaletteItem::Action(row) => (&ACTIONS[*row], palette::BEFORE_WORDS),
            PaletteItem::Claim(_) | PaletteItem::Source(_) => return None,
        },
        _ => return None,
    };
    let columns = usize::from(columns(entry.help)) + before;
    (columns > usize::from(room)).then_some(entry.help)
}

/// What is wrong and stays wrong.
fn alert(canvas: &mut Canvas<'_>, area: Rect, model: &Model) {
    let mut pen = Pen::new(canvas, area, 0);
    let alert = style::of(Role::Alert);
    match (
        &model.saving,
        model.article_on_disk.alert(),
        &model.read_only,
    ) {
        (Saving::Failed(problem), _, _) => {
            let next = problem
                .what_next()
                .map(|it| format!("; {it}"))
                .unwrap_or_default();
            pen.own(" NOT SAVED: ", alert)
                .cut(&format!("{}{next}", problem.what()), alert);
        }
        (Saving::Saved, Some((what, more)), _) => {
            pen.cut(&format!(" {what}: {more}"), alert);
        }
        (Saving::Saved, None, Some(why)) => {
            pen.own(" READ-ONLY: ", alert).cut(why, alert);
        }
        (Saving::Saved, None, None) => {}
    }
}

/// A key and the word for what it does.
struct Hint {
    key: String,
    word: &'static str,
}

impl Hint {
    fn columns(&self) -> u16 {
        columns(&self.key) + 1 + columns(self.word)
    }

    fn write(&self, pen: &mut Pen<'_>) {
        pen.any(&self.key, style::of(Role::Key));
        pen.own(" ", Style::new()).own(self.word, Style::new());
    }
}

/// The hints of the keys that count now, in the table's order.
fn hints(model: &Model) -> Vec<Hint> {
    if model.is_reading && model.dialog().is_none() {
        return while_reading(model);
    }
    let listed = |it: &&Entry| {
        !it.footer.is_empty()
            && model.scopes().contains(&it.scope)
            && it.action != Action::Help
            && applies(model, it.action)
    };
    let mut entries: Vec<&Entry> = ACTIONS.iter().filter(listed).collect();
    // While two sides are settled, what that takes comes first.
    entries.sort_by_key(|it| !matches!(it.action, Action::TakeLeft | Action::TakeRight));
    let hints = entries.iter().filter_map(|it| hint(model, it.action));
    hints.collect()
}

/// The hints while the article is read by itself.
fn while_reading(model: &Model) -> Vec<Hint> {
    let words = [
        (Action::Read, "to the claims"),
        (Action::Down, "down"),
        (Action::Up, "up"),
        (Action::PageDown, "page down"),
        (Action::PageUp, "page up"),
        (Action::First, "top"),
        (Action::Quit, Action::Quit.entry().footer),
    ];
    let hints = words.into_iter().filter_map(|(action, word)| {
        let key = model.keymap.key(action)?.to_string();
        Some(Hint { key, word })
    });
    hints.collect()
}

/// What always stands at the right end of the keys.
fn pinned(model: &Model) -> Option<Hint> {
    match model.dialog() {
        None => hint(model, Action::Help),
        Some(_) => None,
    }
}

fn hint(model: &Model, action: Action) -> Option<Hint> {
    let key = model.keymap.key(action)?.to_string();
    let word = match (model.dialog(), action) {
        (Some(Dialog::Palette(_)), Action::Save) => "do it",
        (Some(Dialog::Help(_) | Dialog::Search(_)), Action::Save) => "keep",
        (Some(Dialog::Conditions(_)), Action::Save) => "list",
        (Some(Dialog::Search(_)), Action::Cancel) => "back",
        (Some(Dialog::Help(_)), Action::Cancel) => "show all",
        (_, Action::Quit) if model.from_articles => "to the list",
        _ => action.entry().footer,
    };
    Some(Hint { key, word })
}

/// Whether an action can do anything in the dialog that is open.
fn applies(model: &Model, action: Action) -> bool {
    match (model.dialog(), action) {
        (Some(Dialog::Text(it)), Action::NewLine) => it.field.is_multi_line(),
        (Some(Dialog::Line(it)), Action::NewLine) => it.field.is_multi_line(),
        (Some(Dialog::Source(it)), Action::NewLine) => {
            it.field().is_some_and(crate::app::Field::is_multi_line)
        }
        (Some(Dialog::Source(it)), Action::RemoveSource) => it.at.is_some(),
        (Some(Dialog::Source(it)), Action::FieldInEditor) => it.field().is_some(),
        (
            Some(Dialog::Palette(_) | Dialog::Help(_) | Dialog::Search(_) | Dialog::Conditions(_)),
            Action::NewLine | Action::FieldInEditor,
        ) => false,
        (None, Action::TakeLeft | Action::TakeRight) => model.settling.is_some(),
        _ => true,
    }
}

/// Writes hints as long as whole ones fit; answers with the first that did not.
fn flow(
    canvas: &mut Canvas<'_>,
    area: Rect,
    hints: &mut impl Iterator<Item = Hint>,
) -> Option<Hint> {
    let mut pen = Pen::new(canvas, area, 0);
    pen.skip(1);
    for hint in hints {
        if hint.columns() > pen.room() {
            return Some(hint);
        }
        hint.write(&mut pen);
        pen.skip(2);
    }
    None
}
