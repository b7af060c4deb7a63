//! A good citizen of the terminal: what it asks for, and what it leaves alone.

use std::fs;

use termlens::{Key, Terminal};

use crate::Session;

fn shows(terminal: &mut Terminal, words: &str) {
    terminal
        .wait_until(|it| it.text().contains(words))
        .expect("the words on the screen");
}

#[test]
fn a_claim_is_copied_to_the_terminals_own_clipboard() {
    let mut session = Session::open(100, 30);
    session.press(Key::Char('y'), "copied");
    let screen = session.terminal.screen();
    let copied = screen.clipboard().and_then(|it| it.text()).expect("a copy");
    assert!(copied.contains("212人簽署"), "{copied}");
}

#[test]
fn focus_and_pastes_are_asked_for_and_given_back() {
    let mut session = Session::open(100, 30);
    let screen = session.terminal.screen();
    assert!(screen.focus_events() && screen.bracketed_paste());
    session.terminal.send(Key::Char('q')).expect("a key");
    session.terminal.wait_exit().expect("an end");
    let screen = session.terminal.screen();
    assert!(!screen.focus_events() && !screen.bracketed_paste());
}

#[test]
fn keys_of_the_kitty_protocol_are_understood_and_releases_are_no_keys() {
    let mut session = Session::open(100, 30);
    // v pressed and released, as terminals with the whole protocol tell it.
    for (bytes, words) in [
        ("\u{1b}[118;1:1u\u{1b}[118;1:3u", "1 of 3 ·"),
        ("\u{1b}[27u", "opened by itself"),
        ("\u{1b}[122;1u", "undone"),
        ("\u{1b}[102u", "List which claims?"),
        ("\u{1b}[27;1:1u\u{1b}[27;1:3u", "0 of 3 ·"),
    ] {
        session.terminal.send_str(bytes).expect("bytes");
        shows(&mut session.terminal, words);
    }
}

#[test]
fn the_cursor_is_where_input_methods_look_for_it() {
    let mut session = Session::open(80, 24);
    session.press(Key::Char('o'), "Note");
    session.terminal.send_str("請核對").expect("words");
    session.shows("請核對");
    let (_, column, is_visible) = session.terminal.screen().cursor();
    assert!(is_visible);
    assert_eq!(column, 6, "three characters of two columns each");
    session.press(Key::Esc, "not saved");
    assert!(!session.terminal.screen().cursor_visible());
}

#[test]
fn a_storm_of_resizes_ends_on_the_last_size() {
    let mut session = Session::open(80, 24);
    for columns in (40..200).step_by(3) {
        session
            .terminal
            .resize(columns, 10 + columns % 40)
            .expect("a resize");
    }
    session.terminal.resize(90, 20).expect("a resize");
    session.press(Key::Char('v'), "1 of 3 ·");
    // The last row is drawn last.
    session
        .terminal
        .wait_until(|it| {
            it.text()
                .lines()
                .nth(19)
                .is_some_and(|it| it.contains("? help"))
        })
        .expect("the whole of the last size");
}

/// Ticks of the processor that a process has used, a hundredth of a second each.
#[cfg(target_os = "linux")]
fn ticks(process: u32) -> u64 {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).expect("a process");
    let rest = line.rsplit_once(')').expect("its name ends").1;
    let field = |at: usize| rest.split_whitespace().nth(at).expect("a field");
    field(11).parse::<u64>().expect("a number") + field(12).parse::<u64>().expect("a number")
}

#[test]
#[cfg(target_os = "linux")]
fn it_does_nothing_while_nothing_happens() {
    let mut session = Session::open(80, 24);
    session.press(Key::Char('v'), "1 of 3 ·");
    session.until_saved("verified");
    let process = session.terminal.pid().expect("a process");
    session
        .terminal
        .wait_stable(std::time::Duration::from_millis(300))
        .expect("rest");
    let before = ticks(process);
    session
        .terminal
        .wait_stable(std::time::Duration::from_millis(1500))
        .expect("rest");
    assert_eq!(ticks(process) - before, 0);
}
