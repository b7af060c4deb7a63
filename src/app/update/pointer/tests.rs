//! What the pointer does, cell by cell.

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

#[test]
fn a_press_on_the_mark_of_a_hidden_character_takes_the_one_that_it_belongs_to() {
    let mut desk = Desk::with(["me\u{e0041}t on Sunday"]);
    settled(&mut desk);
    for x in 2..8 {
        point(&mut desk, Gesture::Press, LEFT + x, TOP);
        assert_eq!(desk.model.page.caret.place, ByteOffset(1), "{x}");
    }
}
