//! The pointer, and the sizes of panes that come back.

use termlens::{Key, MouseButton, MouseMode, Scroll};

use crate::Session;

/// The column and row of these words on the screen.
fn place(session: &mut Session, words: &str) -> (u16, u16) {
    session.shows(words);
    let (row, column) = session.terminal.screen().find(words).expect("the words");
    (column, row)
}

#[test]
fn words_that_are_dragged_over_become_a_claim() {
    let mut session = Session::open(120, 40);
    let mode = session.terminal.screen().mouse_mode();
    assert_eq!(mode, MouseMode::ButtonMotion);
    let (left, row) = place(&mut session, "損4000萬美元。");
    // Four wide characters and four narrow ones.
    session
        .terminal
        .drag(MouseButton::Left, left, row, left + 11, row)
        .expect("a drag");
    session.shows("a makes it a claim");
    session.press(Key::Char('a'), "added: 損4000萬美元");
    let (_folder, claims) = session.quit();
    assert!(claims.contains(": 損4000萬美元\n"), "{claims}");
}

#[test]
fn a_press_goes_to_a_claim_and_the_wheel_to_the_next() {
    let mut session = Session::open(120, 40);
    let (column, row) = place(&mut session, "港務局去年虧損4000萬美元");
    session.terminal.click(column, row).expect("a click");
    session.shows(" Claim 2 ");
    let (column, row) = place(&mut session, "Claims");
    session
        .terminal
        .scroll(column, row + 2, Scroll::Down)
        .expect("the wheel");
    session.shows(" Claim 3 ");
    session.terminal.send(Key::Char('q')).expect("a key");
    assert!(session.terminal.wait_exit().expect("an end").success());
    let mode = session.terminal.screen().mouse_mode();
    assert_eq!(mode, MouseMode::None);
}

#[test]
fn the_size_of_a_pane_comes_back_in_the_next_session() {
    let mut session = Session::open(120, 40);
    let (_, before) = place(&mut session, " Claim 1 ");
    session.terminal.send(Key::Char('-')).expect("a key");
    let moved = move |it: &termlens::Screen| {
        let found = it.find(" Claim 1 ");
        found.is_some_and(|(row, _)| row + 2 == before)
    };
    session.terminal.wait_until(moved).expect("a smaller list");
    session.press(Key::Char('v'), "1 of 3 ·");
    let (folder, _) = session.quit();
    let mut session = Session::open_in(folder, 120, 40);
    let (_, now) = place(&mut session, " Claim 2 ");
    assert_eq!(now + 2, before);
}
