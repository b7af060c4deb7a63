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
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::app::testing::{Desk, now};
    use crate::app::{Message, panes, settle};

    /// The first cell of the article's words, on a screen of 120 columns.
    const LEFT: u16 = GUTTER;
    const TOP: u16 = 2;

    fn desk() -> Desk {
        let mut desk = Desk::with([
            "212 of 230 signed",
            "The council met on Sunday",
            "理事會開了六個小時的會",
        ]);
        settled(&mut desk);
        desk
    }

    fn settled(desk: &mut Desk) {
        let panes = panes(&desk.model, Size::new(120, 40));
        settle(&mut desk.model, &panes);
    }

    fn point(desk: &mut Desk, gesture: Gesture, x: u16, y: u16) {
        let at = Position::new(x, y);
        let pointer = Pointer { gesture, at };
        desk.send(Message::Pointer {
            pointer,
            now: now(),
        });
        settled(desk);
    }

    fn selected(desk: &Desk) -> Option<String> {
        let text = desk.model.page.article().text();
        let range = desk.model.page.caret.selection(text)?;
        Some(range.of(text).to_owned())
    }

    #[test]
    fn a_press_in_the_list_goes_to_the_claim() {
        let mut desk = desk();
        let list = desk.model.shown.claims.expect("it is shown");
        desk.press("tab");
        point(&mut desk, Gesture::Press, list.x + 5, list.y + 3);
        assert_eq!((desk.at(), desk.model.focus), (3, Pane::Claims));
        point(&mut desk, Gesture::Press, list.x + 5, list.y + 7);
        assert_eq!(desk.at(), 3);
        point(&mut desk, Gesture::WheelUp, list.x + 5, list.y + 7);
        assert_eq!(desk.at(), 2);
    }

    #[test]
    fn a_press_in_the_article_puts_the_cursor_there() {
        let mut desk = desk();
        point(&mut desk, Gesture::Press, LEFT + 4, TOP + 2);
        assert_eq!((desk.at(), desk.model.focus), (2, Pane::Article));
        let place = desk.model.page.caret.place;
        assert!(desk.model.page.article().text()[place.0..].starts_with("council"));
        // The second column of a wide character is the character.
        point(&mut desk, Gesture::Press, LEFT + 7, TOP + 4);
        let place = desk.model.page.caret.place;
        assert!(desk.model.page.article().text()[place.0..].starts_with("開了"));
        assert_eq!(selected(&desk), None);
    }

    #[test]
    fn words_that_were_dragged_over_become_a_claim() {
        let mut desk = desk();
        point(&mut desk, Gesture::Press, LEFT + 4, TOP + 2);
        point(&mut desk, Gesture::Drag, LEFT + 14, TOP + 2);
        assert_eq!(selected(&desk).as_deref(), Some("council met"));
        point(&mut desk, Gesture::Release, LEFT + 14, TOP + 2);
        assert!(desk.notice().contains("a makes it a claim"));
        desk.press("a");
        assert_eq!(desk.model.review.claims().len(), 4);
        assert_eq!(desk.claim(3).quote.exact, "council met");
    }

    #[test]
    fn presses_of_one_cell_select_word_and_sentence() {
        let mut desk = desk();
        let mut press = || {
            point(&mut desk, Gesture::Press, LEFT + 5, TOP + 2);
            point(&mut desk, Gesture::Release, LEFT + 5, TOP + 2);
            selected(&desk)
        };
        assert_eq!(press(), None);
        assert_eq!(press().as_deref(), Some("council"));
        assert_eq!(press().as_deref(), Some("The council met on Sunday"));
        assert_eq!(press(), None);
    }

    #[test]
    fn the_wheel_turns_the_page_and_leaves_cursor_and_keys() {
        let text = "A line of it.\n\n".repeat(100);
        let mut desk = Desk::reading(&text, &["A line of it"]);
        settled(&mut desk);
        point(&mut desk, Gesture::WheelDown, LEFT, TOP);
        point(&mut desk, Gesture::WheelDown, LEFT, TOP);
        assert_eq!(desk.model.page.top, 2 * WHEEL);
        assert_eq!(desk.model.focus, Pane::Claims);
        desk.press("tab tab");
        settled(&mut desk);
        assert_eq!(desk.model.page.top, 2 * WHEEL);
        for _ in 0..100 {
            point(&mut desk, Gesture::WheelDown, LEFT, TOP);
        }
        let rows = desk.model.page.rows();
        assert_eq!(desk.model.page.top, rows - desk.model.heights.article);
    }

    #[test]
    fn a_drag_past_the_last_row_turns_the_page() {
        let text = "A line of it.\n\n".repeat(100);
        let mut desk = Desk::reading(&text, &["A line of it"]);
        settled(&mut desk);
        point(&mut desk, Gesture::Press, LEFT, TOP);
        for _ in 0..5 {
            point(&mut desk, Gesture::Drag, LEFT, 39);
        }
        assert_eq!(desk.model.page.top, 5);
        assert!(selected(&desk).is_some_and(|it| it.len() > 15 * 18));
    }

    #[test]
    fn a_press_on_a_row_of_a_dialog_is_its_key() {
        let mut desk = desk();
        desk.press("d");
        settled(&mut desk);
        let dialog = desk.model.shown.dialog.expect("it is asked");
        point(&mut desk, Gesture::Press, 0, 0);
        assert!(desk.model.dialog.is_some());
        point(&mut desk, Gesture::Press, dialog.x + 3, dialog.y + 2);
        assert!(desk.model.dialog.is_none());
        let reason = desk.claim(1).verdicts[0].reason;
        assert_eq!(reason, Some(crate::claim::Reason::Misleading));
    }

    #[test]
    fn a_second_press_takes_what_is_chosen() {
        let mut desk = desk();
        desk.press(":").write("verify");
        settled(&mut desk);
        let dialog = desk.model.shown.dialog.expect("the palette");
        point(&mut desk, Gesture::Press, dialog.x + 3, dialog.y + 2);
        assert_eq!(desk.statuses()[0], "verified");
    }

    #[test]
    fn a_stray_press_loses_nothing_that_is_typed() {
        let mut desk = desk();
        desk.press("o").write("as yet");
        settled(&mut desk);
        for (gesture, x, y) in [
            (Gesture::Press, 3, 3),
            (Gesture::Drag, 9, 3),
            (Gesture::Release, 9, 3),
            (Gesture::WheelDown, 9, 3),
        ] {
            point(&mut desk, gesture, x, y);
        }
        desk.press("enter");
        assert_eq!(desk.claim(1).note.as_deref(), Some("as yet"));
    }
}
