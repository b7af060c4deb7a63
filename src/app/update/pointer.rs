//! What the pointer does. Whatever it can do, keys can do as well.

use ratatui::layout::{Position, Rect};

use crate::app::action::{ACTIONS, Action};
use crate::app::caret::{Caret, Unit};
use crate::app::dialog::Dialog;
use crate::app::effect::Effect;
use crate::app::model::{Model, Pane};
use crate::app::notice::Notice;
use crate::app::page::Follows;
use crate::app::pointer::{Gesture, Pointer, Press, row_in};
use crate::app::settle::GUTTER;
use crate::app::update::travel::{self, Direction};
use crate::app::update::{act, article, help, palette, source};
use crate::claim::Timestamp;
use crate::text::ByteOffset;

/// Rows by which one turn of the wheel moves a text.
const WHEEL: usize = 3;

/// Takes in what the pointer did.
pub(super) fn take(model: &mut Model, pointer: Pointer, now: Timestamp) -> Vec<Effect> {
    if model.shown.too_small {
        return Vec::new();
    }
    if pointer.gesture == Gesture::Press {
        model.count = None;
        model.notice = Notice::None;
        model.press = Some(Press::after(model.press, pointer.at));
    }
    if model.dialog.is_some() {
        return in_dialog(model, pointer, now);
    }
    match pointer.gesture {
        // Nothing can be pointed at where no claim shows.
        Gesture::Press | Gesture::Drag | Gesture::Release if model.is_reading => {}
        Gesture::Press => press(model, pointer.at),
        Gesture::Drag => drag(model, pointer.at),
        Gesture::Release => release(model),
        Gesture::WheelDown => wheel(model, pointer.at, Direction::Forward),
        Gesture::WheelUp => wheel(model, pointer.at, Direction::Back),
    }
    Vec::new()
}

/// The pane that a cell is in.
fn pane_at(model: &Model, at: Position) -> Option<(Pane, Rect)> {
    let panes = &model.shown;
    let all = [
        (Pane::Article, panes.article),
        (Pane::Claims, panes.claims),
        (Pane::Claim, panes.claim),
    ];
    let mut here = all.into_iter().filter_map(|(pane, it)| Some((pane, it?)));
    here.find(|it| it.1.contains(at))
}

fn press(model: &mut Model, at: Position) {
    let Some((pane, area)) = pane_at(model, at) else {
        return;
    };
    model.focus = pane;
    let Some(row) = row_in(area, at) else { return };
    match pane {
        Pane::Article => press_article(model, area, at),
        Pane::Claims => {
            let positions = model.listing.positions();
            if let Some(&position) = positions.get(model.listing.top + row) {
                model.go_to(position);
            }
        }
        Pane::Claim => {}
    }
}

/// Puts the cursor where the article was pressed. A second press selects the
/// word, a third the sentence, a fourth nothing again.
fn press_article(model: &mut Model, area: Rect, at: Position) {
    let Some(place) = place_at(model, area, at) else {
        return;
    };
    if let Some(press) = &mut model.press {
        press.place = Some(place);
    }
    model.page.caret = Caret {
        place,
        ..Caret::default()
    };
    article::look(model);
    // What was pressed is in view: rows that move under the pointer confuse.
    model.page.follows = Follows::Nothing;
    let unit = match model.press.map_or(1, |it| (it.times - 1) % 3) {
        0 => return,
        1 => Unit::Word,
        _ => Unit::Sentence,
    };
    if model.page.select_unit(unit) {
        article::tell_selection(model);
    }
}

/// The place in the article that a cell of its pane shows; the last one of a row
/// past its end. None below the article's end.
fn place_at(model: &Model, area: Rect, at: Position) -> Option<ByteOffset> {
    let row = model.page.top + row_in(area, at)?;
    let column = at.x.saturating_sub(area.x).saturating_sub(GUTTER);
    model.page.place_shown(row, usize::from(column))
}

/// Selects from where the button was pressed to where it is. Past the pane's
/// first and last row the article moves.
fn drag(model: &mut Model, at: Position) {
    let (Some(press), Some(area)) = (model.press, model.shown.article) else {
        return;
    };
    let Some(anchor) = press.place.filter(|_| press.is_held) else {
        return;
    };
    let first = area.y + 1;
    let last = area.bottom().saturating_sub(1).max(first);
    if at.y < first {
        model.page.top = model.page.top.saturating_sub(1);
    } else if at.y > last {
        model.page.top = model.page.top.saturating_add(1);
    }
    let inside = Position {
        x: at.x.clamp(area.x, area.right().saturating_sub(1)),
        y: at.y.clamp(first, last),
    };
    let Some(place) = place_at(model, area, inside) else {
        return;
    };
    if !press.is_dragged && place == anchor {
        return;
    }
    model.press = Some(Press {
        is_dragged: true,
        ..press
    });
    model.page.caret = Caret {
        place,
        anchor: Some(anchor),
        goal: None,
    };
}

fn release(model: &mut Model) {
    let Some(press) = &mut model.press else {
        return;
    };
    press.is_held = false;
    if press.is_dragged {
        // A press of the same cell begins anew.
        model.press = None;
        article::tell_selection(model);
    }
}

fn wheel(model: &mut Model, at: Position, direction: Direction) {
    let moved = |from: usize| match direction {
        Direction::Back => from.saturating_sub(WHEEL),
        Direction::Forward => from.saturating_add(WHEEL),
    };
    match pane_at(model, at) {
        Some((Pane::Article, _)) => {
            model.page.top = moved(model.page.top);
            model.page.follows = Follows::Nothing;
        }
        Some((Pane::Claims, _)) => travel::in_list(model, 1, direction),
        Some((Pane::Claim, _)) => model.detail.top = moved(model.detail.top),
        None => {}
    }
}

/// The pointer in what stands before the review. Outside of it nothing happens:
/// a stray press must not throw away what is being typed.
fn in_dialog(model: &mut Model, pointer: Pointer, now: Timestamp) -> Vec<Effect> {
    let steps = match pointer.gesture {
        Gesture::WheelDown => 1,
        Gesture::WheelUp => -1,
        Gesture::Press => return press_dialog(model, pointer.at, now),
        Gesture::Drag | Gesture::Release => return Vec::new(),
    };
    match &model.dialog {
        Some(Dialog::Help(_)) => help::move_by(model, steps),
        Some(Dialog::Palette(_)) => palette::move_by(model, steps),
        Some(Dialog::Choice(_)) => source::move_choice(model, steps),
        _ => {}
    }
    Vec::new()
}

/// A press on a row of a dialog is its key; where one of several is chosen, the
/// first press goes to it and the next one takes it.
fn press_dialog(model: &mut Model, at: Position, now: Timestamp) -> Vec<Effect> {
    let row = model.shown.dialog.and_then(|it| row_in(it, at));
    let rows = model.heights.dialog;
    match (&mut model.dialog, row) {
        (Some(Dialog::Welcome), _) => model.dialog = None,
        (Some(dialog @ (Dialog::Reason(_) | Dialog::Filter | Dialog::Editor(_))), Some(row)) => {
            let scopes = dialog.scopes();
            let mut listed = ACTIONS.iter().filter(|it| scopes.contains(&it.scope));
            if let Some(entry) = listed.nth(row) {
                return act(model, entry.action, now);
            }
        }
        (Some(Dialog::Help(help)), Some(row)) if help.field.is_none() => {
            let pressed = (help.top + row).cast_signed() - help.at.cast_signed();
            if pressed == 0 {
                return act(model, Action::HelpDo, now);
            }
            help::move_by(model, pressed);
        }
        (Some(Dialog::Choice(choice)), Some(row)) => {
            let pressed = (choice.at + 1).saturating_sub(rows) + row;
            if pressed == choice.at {
                return act(model, Action::Choose, now);
            }
            if pressed < choice.options.len() {
                choice.at = pressed;
            }
        }
        // The first row is the field.
        (Some(Dialog::Palette(palette)), Some(row)) if row > 0 => {
            let pressed = palette.top + row - 1;
            if pressed == palette.at {
                return act(model, Action::Save, now);
            }
            if pressed < palette.found.len() {
                palette.at = pressed;
            }
        }
        _ => {}
    }
    Vec::new()
}

#[cfg(test)]
mod tests;
