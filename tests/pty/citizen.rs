//! A good citizen of the terminal: what it asks for, and what it leaves alone.

use std::fs;

use rustix::process::{Signal as Kill, kill_process};
use tempfile::TempDir;
use termlens::{Key, Screen, Signal, Terminal};

use crate::{ARTICLE, PATIENCE, Session, goes_on_once_stopped, has_stopped, process_of};

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

#[test]
fn a_terminal_that_answers_no_question_is_drawn_anew_all_the_same() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("harbour.txt"), ARTICLE).expect("an article");
    let mut terminal = Terminal::builder()
        .size(100, 30)
        .answer_queries(false)
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("HOME", folder.path())
        .env("EDITOR", "true")
        .env("USER", "林美")
        .current_dir(folder.path())
        .timeout(PATIENCE)
        .arg("harbour.txt")
        .spawn(env!("CARGO_BIN_EXE_redpencil"))
        .expect("redpencil starts");
    shows(&mut terminal, "Welcome");
    terminal.send_str("\r\u{c}v").expect("keys");
    shows(&mut terminal, "1 of 3 ·");
    terminal.send(Key::Ctrl('z')).expect("a key");
    terminal
        .wait_until(|it| !it.alternate_screen())
        .expect("the shell's screen");
    goes_on_once_stopped(&terminal);
    terminal
        .wait_until(|it| it.alternate_screen() && it.contains("1 of 3 ·"))
        .expect("the frame again");
    terminal.send_str("u").expect("a key");
    shows(&mut terminal, "2 of 3 ·");
    terminal.send_str("q").expect("a key");
    assert!(terminal.wait_exit().expect("an end").success());
}

#[test]
fn what_the_terminal_answers_to_others_are_no_keys() {
    let mut session = Session::open(100, 30);
    for (answer, words) in [
        ("\u{1b}]11;rgb:dddd/vvvv/uuuu\u{1b}\\", "Claims  2 of 3"),
        ("\u{1b}]11;rgb:dddd/dddd/dddd\u{7}", "Claims  3 of 3"),
        ("\u{1b}P1$r0;38:vdux\u{1b}\\", "Claims  2 of 3"),
        ("\u{1b}_Gi=31;vdu\u{1b}\\", "Claims  1 of 3"),
        ("\u{1b}[?62;4c", "Claims  2 of 3"),
        ("\u{1b}[12;40R", "Claims  3 of 3"),
        ("\u{1b}]52;c;dnVk\u{1b}\\", "Claims  2 of 3"),
    ] {
        let before = session.terminal.screen().text();
        let key = if before.contains("Claims  3 of 3") || words.contains("  1 of") {
            'k'
        } else {
            'j'
        };
        session.terminal.send_str(answer).expect("an answer");
        session.press(Key::Char(key), words);
        assert!(session.terminal.screen().contains("0 of 3 ·"), "{answer:?}");
    }
    session.terminal.send(Key::Char('q')).expect("a key");
    assert!(session.terminal.wait_exit().expect("an end").success());
    assert!(!session.claims_path().exists());
}

#[test]
fn a_paste_of_a_megabyte_changes_nothing_outside_a_field_and_is_taken_in_one() {
    let mut session = Session::open(100, 30);
    let words = "vdxuqzDm:e\r ｖ".repeat(80_000);
    session.terminal.paste(&words).expect("a paste");
    session.shows("paste");
    assert!(session.terminal.screen().contains("0 of 3 ·"));
    session.press(Key::Char('o'), "Note");
    session
        .terminal
        .paste(&"長".repeat(350_000))
        .expect("a paste");
    session.shows("長長長");
    session.terminal.send(Key::Enter).expect("a key");
    session.until_saved("note: 長長");
    session.press(Key::Char('z'), "undone");
    let (_folder, claims) = session.quit();
    assert!(claims.len() < 4_000, "{} bytes", claims.len());
}

/// A megabyte of keys as somebody types who has the wrong window before them, or as
/// a terminal pastes that puts no brackets round. None of it leaves the review or
/// asks another program for something.
fn stray_keys() -> String {
    const ANY: &[u8] = b" abcdefghijklmnoprstuvwxyzBDFGHIJKNPRSTUVWXYZ0123456789.,;!?()[]\r\t\x7f";
    const MOVE: &[u8] = b"jkhlwbgG0 ";
    let mut state = 1_u64;
    let mut below = |count: usize| {
        // The generator of Knuth's MMIX; its high bits are the good ones.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % count
    };
    let mut key = || match below(8) {
        0 => char::from(ANY[below(ANY.len())]),
        _ => char::from(MOVE[below(MOVE.len())]),
    };
    (0..1 << 20).map(|_| key()).collect()
}

#[test]
fn junk_bytes_are_no_verdicts() {
    let mut session = Session::open(100, 30);
    // Letters of nowhere, sequences that nobody ends, pointers beyond the screen.
    let mut junk = String::with_capacity(1 << 20);
    let mut state = 1_u32;
    while junk.len() < 1 << 20 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        // Columns count from 1: of a 0, crossterm 0.29 takes one away, which stops a
        // debug build and no other.
        let [a, b, c, _] = state.to_be_bytes().map(|it| it.max(1));
        match a % 4 {
            0 => junk.extend([b | 0x80, c | 0x80].map(char::from)),
            1 => junk.extend(format!("\u{1b}[<{b};{c};{a}M").chars()),
            2 => junk.extend(format!("\u{1b}[{b};{c}").chars()),
            _ => junk.push_str("\u{1b}]11;rgb:"),
        }
    }
    session.terminal.send_str(&junk).expect("bytes");
    back_in_the_review(&mut session);
    assert!(progress(&session.terminal.screen()).starts_with("0 of 3"));
    session.terminal.send(Key::Char('q')).expect("a key");
    assert!(session.terminal.wait_exit().expect("an end").success());
    assert!(!session.claims_path().exists());
}

/// Leaves whatever is open, and waits until the program has read that far.
fn back_in_the_review(session: &mut Session) {
    // So written, no escape is taken for Alt.
    const ESCAPE: &str = "\u{1b}[27u";
    session.terminal.send_str(&ESCAPE.repeat(12)).expect("keys");
    session.press(Key::Char('?'), "Keys");
    session.terminal.send_str(ESCAPE).expect("a key");
    session
        .terminal
        .wait_until(|it| !it.contains("Keys"))
        .expect("the review");
}

/// How far the review is, as its first row says.
fn progress(screen: &Screen) -> String {
    let text = screen.text();
    let row = text.lines().next().unwrap_or_default();
    row.trim_end()
        .rsplit("  ")
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn a_megabyte_of_stray_keys_ends_in_a_review_that_lives_and_keeps_what_it_showed() {
    let mut session = Session::open(100, 30);
    session.terminal.send_str(&stray_keys()).expect("keys");
    back_in_the_review(&mut session);
    let shown = progress(&session.terminal.screen());
    session.terminal.signal(Signal::Kill).expect("a signal");
    session.terminal.wait_exit().expect("an end");
    let mut session = Session::open_in(session.folder, 100, 30);
    session
        .terminal
        .wait_until(|it| progress(it) == shown)
        .unwrap_or_else(|it| panic!("{shown:?}: {it}"));
    session.terminal.send(Key::Char('q')).expect("a key");
    assert!(session.terminal.wait_exit().expect("an end").success());
}

#[test]
fn the_pointer_is_left_to_the_terminal_and_taken_back() {
    let mut session = Session::open(100, 30);
    let is_asked_for = |session: &Session| {
        let mouse = session.terminal.screen().mouse_mode();
        mouse != termlens::MouseMode::None
    };
    assert!(is_asked_for(&session));
    session.terminal.send_str("\u{1b}m").expect("bytes");
    session.shows("the pointer is the terminal's");
    assert!(!is_asked_for(&session));
    session.terminal.send_str("\u{1b}m").expect("bytes");
    session.shows("the pointer is redpencil's");
    assert!(is_asked_for(&session));
}

#[test]
fn keys_that_wait_cost_few_frames() {
    let mut session = Session::open(80, 24);
    // While it is stopped they all wait, however busy the machine is.
    kill_process(process_of(&session.terminal), Kill::STOP).expect("our own child");
    has_stopped(&session.terminal);
    let frames = session.terminal.frame_timings().len();
    let keys = format!("{}v", "jk".repeat(150));
    session.terminal.send_str(&keys).expect("keys");
    goes_on_once_stopped(&session.terminal);
    session.shows("1 of 3 ·");
    let frames = session.terminal.frame_timings().len() - frames;
    // Three for the keys; one for the way back from the stop, one for what is known
    // of other files, one for the save.
    assert!(frames <= 6, "{frames} frames for 301 keys");
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
