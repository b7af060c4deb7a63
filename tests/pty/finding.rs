//! Finding things: words, claims, sources, and the way back.

use std::process::Command;

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

#[test]
fn conditions_list_what_meets_them_on_the_screen_and_on_the_command_line() {
    let mut session = Session::open(120, 40);
    session.press(Key::Char('v'), "1 of 3 ·");
    session.press(Key::Char('f'), "List which claims?");
    session.press(Key::Char('/'), "─ List claims that meet");
    session.terminal.send_str("-veri").expect("words");
    session.shows("verified  ");
    session.terminal.send(Key::Tab).expect("a key");
    session.terminal.send_str(" ki").expect("words");
    session.shows("kind:");
    session.terminal.send(Key::Tab).expect("a key");
    session.terminal.send_str("mon,zebra").expect("words");
    session.shows("kind:mon,zebra");
    session.press(Key::Enter, "\"zebra\" is not known after kind");
    session.terminal.send_str("\u{17}\u{8}").expect("keys");
    session.press(Key::Enter, "Claims  1 of 1, -verified kind:mon");
    session.press(Key::Char('F'), "of 3");
    let (folder, _) = session.quit();
    let list = |filter: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_redpencil"))
            .current_dir(folder.path())
            .args(["list", "--filter", filter])
            .output()
            .expect("redpencil runs");
        let told = |it: Vec<u8>| String::from_utf8(it).expect("UTF-8");
        (
            output.status.code(),
            told(output.stdout),
            told(output.stderr),
        )
    };
    let (code, listed, _) = list("-verified kind:mon");
    assert_eq!((code, listed.lines().count()), (Some(0), 1), "{listed}");
    assert!(listed.contains("4000萬"), "{listed}");
    let (code, _, told) = list("kind:zebra");
    assert_eq!(code, Some(2));
    assert!(told.contains("here may stand: count, ratio"), "{told}");
}
