//! Finding things: words, claims, sources, and the way back.

use termlens::Key;

use crate::Session;

#[test]
fn words_are_searched_in_either_form_kept_and_stepped_through() {
    let mut session = Session::open(120, 40);
    session.press(Key::Char('/'), "─ Search ");
    session.terminal.send_str("港").expect("words");
    session.shows("match 2 of 3");
    session.terminal.send_str("务局").expect("words");
    session.shows("match 1 of 1");
    session.press(Key::Enter, "match 1 of 1: 港务局");
    session.press(Key::Char('/'), "─ Search ");
    session.terminal.send_str("/\\d+名").expect("words");
    session.shows("Search by regular expression");
    session.press(Key::Enter, "match 1 of 1: \\d+名");
    session.press(Key::Char('/'), "─ Search ");
    session.terminal.send_str("董事會").expect("words");
    session.shows("of 2");
    session.press(Key::Enter, ": 董事會");
    session.press(Key::Char('\''), "match 2 of 2: 董事會");
    session.press(Key::Char('"'), "match 1 of 2: 董事會");
    session.press(Key::Char('/'), "─ Search ");
    session.terminal.send_str("薪資").expect("words");
    session.shows("Claims  3 of 3");
    session.leave("─ Search ");
    session.press(Key::Char('\''), "match 2 of 2: 董事會");
    session.terminal.send(Key::Char('q')).expect("a key");
    assert!(session.terminal.wait_exit().expect("an end").success());
}
