//! Signals, a shell in between, a terminal that goes away, editors that behave
//! badly: the terminal comes back, the process goes, nothing is lost.

use std::fs;
use std::os::fd::OwnedFd;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::mpsc::channel;

use rustix::fs::{Mode, OFlags, open};
use rustix::io::write;
use rustix::process::{Pid, Signal as Kill, kill_process, test_kill_process};
use rustix::termios::{Action, LocalModes, OptionalActions, tcflow, tcgetattr, tcsetattr};
use tempfile::TempDir;
use termlens::{Key, Screen, Signal, Terminal, TerminalBuilder};

use crate::actions::stage::Stage;
use crate::{
    ARTICLE, PATIENCE, Session, goes_on_once_stopped, has_stopped, process_of, terminal_in,
    terminal_on, until,
};

/// A folder with the article.
fn folder() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("harbour.txt"), ARTICLE).expect("an article");
    folder
}

fn builder(folder: &Path) -> TerminalBuilder {
    Terminal::builder()
        .size(120, 40)
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("HOME", folder)
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("USER", "林美")
        .env("REDPENCIL", env!("CARGO_BIN_EXE_redpencil"))
        .current_dir(folder)
        .timeout(PATIENCE)
}

/// redpencil, opened with an editor that is this shell script.
fn open_with_editor(script: &str) -> (TempDir, Terminal) {
    let folder = folder();
    let editor = folder.path().join("editor");
    fs::write(&editor, format!("#!/bin/sh\n{script}\n")).expect("a script");
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).expect("permissions");
    let mut terminal = builder(folder.path())
        .env("EDITOR", &editor)
        // The shell that started it shows what settings it left behind.
        .args([
            "-c",
            "trap : INT; \"$REDPENCIL\" harbour.txt; echo \"ended $?\"; stty -a; echo told",
        ])
        .spawn("sh")
        .expect("a shell");
    terminal
        .wait_until(|it| it.alternate_screen() && it.contains("verified"))
        .expect("the first frame");
    (folder, terminal)
}

/// Asks for the note in $EDITOR.
fn edit_note(terminal: &mut Terminal) {
    terminal.send(Key::Char('E')).expect("a key");
    terminal
        .wait_until(|it| it.contains("wording") && it.contains("cancel"))
        .expect("a question");
    terminal.send(Key::Char('o')).expect("a key");
}

fn is_given_back(screen: &Screen) -> bool {
    !screen.alternate_screen() && screen.cursor_visible() && !screen.bracketed_paste()
}

/// Whether the settings are those of a shell, as `stty -a` told them.
fn is_cooked(screen: &Screen) -> bool {
    let text = screen.text();
    let is_set = |word: &str| text.split_whitespace().any(|it| it == word);
    is_set("icanon") && is_set("isig") && is_set("echo")
}

fn process(path: &Path) -> Pid {
    let words = fs::read_to_string(path).expect("a process number");
    Pid::from_raw(words.trim().parse().expect("a number")).expect("not 0")
}

#[test]
fn ctrl_z_gives_the_terminal_back_and_fg_goes_on() {
    let mut session = Session::open(120, 40);
    session.press(Key::Char('v'), "1 of 3 ·");
    for done in ["2 of 3 ·", "3 of 3 ·"] {
        session.terminal.send(Key::Ctrl('z')).expect("a key");
        session
            .terminal
            .wait_until(is_given_back)
            .expect("the shell's screen");
        goes_on_once_stopped(&session.terminal);
        session
            .terminal
            .wait_until(|it| it.alternate_screen() && it.contains("of 3"))
            .expect("the frame again");
        session.press(Key::Char('u'), done);
    }
    let (_folder, claims) = session.quit();
    assert_eq!(claims.matches("- verdict: ").count(), 3, "{claims}");
}

/// The terminal as a device: what a shell in it would write to and set.
fn device_of(terminal: &Terminal) -> OwnedFd {
    let number = process_of(terminal).as_raw_nonzero();
    let path = fs::read_link(format!("/proc/{number}/fd/0")).expect("a terminal");
    open(path, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).expect("a terminal")
}

/// The row with the names of the panes.
fn names(screen: &Screen) -> String {
    screen.text().lines().nth(1).unwrap_or_default().to_owned()
}

/// Whether the terminal hands over lines, as for a shell.
fn hands_over_lines(device: &OwnedFd) -> bool {
    let settings = tcgetattr(device).expect("a terminal");
    settings
        .local_modes
        .contains(LocalModes::ICANON | LocalModes::ECHO)
}

#[test]
#[cfg(target_os = "linux")]
fn a_stop_from_outside_is_as_ctrl_z() {
    for stage in [
        Stage::Review,
        Stage::Articles,
        Stage::Settle,
        Stage::Welcome,
    ] {
        let (_folder, mut terminal) = stage.open();
        let (before, device) = (names(&terminal.screen()), device_of(&terminal));
        let process = process_of(&terminal);
        kill_process(process, Kill::TSTP).expect("our own child");
        terminal
            .wait_until(is_given_back)
            .expect("the shell's screen");
        has_stopped(&terminal);
        assert!(hands_over_lines(&device), "{stage:?}");
        kill_process(process, Kill::CONT).expect("our own child");
        terminal
            .wait_until(|it| it.alternate_screen() && names(it) == before)
            .unwrap_or_else(|it| panic!("{stage:?}: {it}"));
        assert!(!hands_over_lines(&device), "{stage:?}");
        assert!(terminal.screen().bracketed_paste(), "{stage:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn after_a_stop_without_a_word_the_screen_is_drawn_whole_and_keys_work() {
    let mut session = Session::open(120, 40);
    let device = device_of(&session.terminal);
    let process = process_of(&session.terminal);
    for done in ["1 of 3 ·", "2 of 3 ·"] {
        let before = names(&session.terminal.screen());
        kill_process(process, Kill::STOP).expect("our own child");
        has_stopped(&session.terminal);
        // As a shell does that has the terminal now.
        let raw = tcgetattr(&device).expect("a terminal");
        let mut cooked = raw.clone();
        cooked.local_modes |= LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG;
        tcsetattr(&device, OptionalActions::Now, &cooked).expect("a terminal");
        let shell = b"\x1b[?1049l\x1b[?2004l\x1b[?25h\x1b[2J$ ls\r\n";
        write(&device, shell).expect("a terminal");
        session
            .terminal
            .wait_until(|it| is_given_back(it) && it.contains("$ ls"))
            .expect("the shell's screen");
        kill_process(process, Kill::CONT).expect("our own child");
        session
            .terminal
            .wait_until(|it| it.alternate_screen() && names(it) == before)
            .expect("the frame again");
        session.press(Key::Char('v'), done);
        assert!(!session.terminal.screen().contains("$ ls"));
        assert!(!hands_over_lines(&device) && session.terminal.screen().bracketed_paste());
    }
    let (_folder, claims) = session.quit();
    assert_eq!(claims.matches("- verdict: ").count(), 2, "{claims}");
}

#[test]
fn a_signal_while_the_editor_runs_ends_both() {
    for signal in [Kill::TERM, Kill::HUP] {
        let (folder, mut terminal) = open_with_editor(
            "echo $$ > editor.process; printf '\\033[?1049h\\033[?25lEDITING'; sleep 1000",
        );
        terminal.send(Key::Char('v')).expect("a key");
        terminal
            .wait_until(|it| it.contains("1 of 3 ·"))
            .expect("a verdict");
        edit_note(&mut terminal);
        terminal
            .wait_until(|it| it.contains("EDITING"))
            .expect("the editor");
        let editor = process(&folder.path().join("editor.process"));
        let parent = fs::read_to_string(format!("/proc/{}/stat", editor.as_raw_nonzero()));
        let Ok(stat) = parent else {
            return; // No such system: the signal cannot be aimed.
        };
        let parent = stat.rsplit(") ").next().and_then(|it| it.split(' ').nth(1));
        let parent = parent
            .and_then(|it| it.parse().ok())
            .and_then(Pid::from_raw);
        kill_process(parent.expect("redpencil"), signal).expect("our own process");
        terminal
            .wait_until(|it| it.contains("told"))
            .expect("the shell");
        let screen = terminal.screen();
        assert!(
            is_given_back(&screen) && is_cooked(&screen),
            "{}",
            screen.text()
        );
        until("the editor gone", || test_kill_process(editor).is_err());
        let mut again = terminal_in(folder.path(), 120, 40);
        again
            .wait_until(|it| it.contains("1 of 3 ·"))
            .expect("the verdict");
        again.send(Key::Char('q')).expect("a key");
        again.wait_exit().expect("an end");
    }
}

#[test]
fn an_editor_that_crashes_leaves_no_trace_on_the_terminal() {
    for script in [
        "stty raw -echo; kill -9 $$",
        "stty -icanon -isig; exit 3",
        "printf '\\033[?2004h'",
    ] {
        let (_folder, mut terminal) = open_with_editor(script);
        edit_note(&mut terminal);
        terminal
            .wait_frame(|it| it.alternate_screen() && it.contains("─ Claims"))
            .expect("the review again");
        terminal.send(Key::Char('v')).expect("a key");
        terminal
            .wait_until(|it| it.contains("1 of 3 ·"))
            .expect("a verdict");
        terminal.send(Key::Char('q')).expect("a key");
        terminal
            .wait_until(|it| it.contains("told"))
            .expect("the shell");
        let screen = terminal.screen();
        assert!(screen.contains("ended 0"), "{}", screen.text());
        assert!(
            is_given_back(&screen) && is_cooked(&screen),
            "{script}: {}",
            screen.text()
        );
    }
}

#[test]
fn ctrl_c_in_the_editor_is_for_the_editor() {
    let (_folder, mut terminal) = open_with_editor("echo EDITING; exec sleep 1000");
    edit_note(&mut terminal);
    terminal
        .wait_until(|it| it.contains("EDITING"))
        .expect("the editor");
    terminal.send(Key::Ctrl('c')).expect("a key");
    terminal
        .wait_until(|it| it.alternate_screen() && it.contains("the text is as it was"))
        .expect("the review again");
    terminal.send(Key::Char('q')).expect("a key");
    terminal
        .wait_until(|it| it.contains("told"))
        .expect("the shell");
    assert!(terminal.screen().contains("ended 0"));
}

#[test]
fn a_signal_while_it_starts_leaves_the_terminal_clean() {
    for round in 0..24 {
        let folder = folder();
        let mut terminal = terminal_in(folder.path(), 120, 40);
        match round % 3 {
            0 => {}
            1 => terminal
                .wait_until(Screen::alternate_screen)
                .expect("a terminal taken"),
            _ => terminal
                .wait_until(|it| !it.text().trim().is_empty())
                .expect("a frame"),
        }
        let signal = [Signal::Term, Signal::Hup, Signal::Int, Signal::Quit][round % 4];
        terminal.signal(signal).expect("a signal");
        terminal.wait_exit().expect("an end");
        assert!(is_given_back(&terminal.screen()), "{round} {signal:?}");
    }
}

#[test]
fn a_signal_while_frames_are_drawn_leaves_the_terminal_clean() {
    for round in 0..12 {
        let mut session = Session::open(120, 40);
        // Held keys: a frame is under way at nearly any time.
        session
            .terminal
            .send_str(&"jk\u{c}".repeat(20 + round))
            .expect("keys");
        session.terminal.signal(Signal::Term).expect("a signal");
        session.terminal.wait_exit().expect("an end");
        assert!(is_given_back(&session.terminal.screen()), "{round}");
    }
}

#[test]
fn a_process_whose_terminal_is_gone_ends_though_hang_ups_are_ignored() {
    let folder = folder();
    let mut terminal = builder(folder.path())
        .args([
            "-c",
            "trap '' HUP; sh -c 'echo $$ > process; exec \"$REDPENCIL\" harbour.txt'; true",
        ])
        .spawn("sh")
        .expect("a shell");
    terminal
        .wait_until(|it| it.contains("verified"))
        .expect("the first frame");
    let process = process(&folder.path().join("process"));
    test_kill_process(process).expect("it runs");
    // Ends the shell, which is its session's leader, and closes the terminal.
    drop(terminal);
    let (sender, gone) = channel();
    let state = folder.path().join(".local/state/redpencil");
    std::thread::spawn(move || {
        let entries = fs::read_dir(state).expect("the state folder");
        let paths = entries.map(|it| it.expect("an entry").path());
        let lock = paths.filter(|it| it.extension().is_some_and(|it| it == "lock"));
        for path in lock {
            // Given only when the process is gone that holds it.
            let file = fs::File::open(path).expect("a lock");
            file.lock().expect("a lock");
        }
        sender.send(()).expect("somebody waits");
    });
    gone.recv_timeout(PATIENCE).expect("the process ends");
}

/// The signals that end a program, as the test's terminal sends them.
const ENDS: [Signal; 4] = [Signal::Term, Signal::Hup, Signal::Int, Signal::Quit];

#[test]
fn every_interface_gives_the_terminal_back_when_a_signal_ends_it() {
    for signal in ENDS {
        for stage in [
            Stage::Articles,
            Stage::FromArticles,
            Stage::Settle,
            Stage::Blind,
            Stage::Welcome,
        ] {
            let (_folder, mut terminal) = stage.open();
            terminal.signal(signal).expect("a signal");
            terminal.wait_exit().expect("an end");
            assert!(is_given_back(&terminal.screen()), "{stage:?} {signal:?}");
        }
        let folder = folder();
        let mut tutor = terminal_on(folder.path(), "tutor", 120, 40);
        tutor
            .wait_until(|it| it.alternate_screen() && it.contains("verified"))
            .expect("the tutor");
        tutor.signal(signal).expect("a signal");
        tutor.wait_exit().expect("an end");
        assert!(is_given_back(&tutor.screen()), "tutor {signal:?}");
        let mut plain = builder(folder.path())
            .args(["--plain", "harbour.txt"])
            .spawn(env!("CARGO_BIN_EXE_redpencil"))
            .expect("redpencil starts");
        plain
            .wait_until(|it| it.contains("quit to leave"))
            .expect("a greeting");
        plain.signal(signal).expect("a signal");
        plain.wait_exit().expect("an end");
    }
}

/// What the process is waiting for in its first thread, where the system tells.
fn is_writing(process: Pid) -> bool {
    let path = format!("/proc/{}/syscall", process.as_raw_nonzero());
    // The number of write(2) on x86-64 and on ARM, and standard output.
    fs::read_to_string(path).is_ok_and(|it| it.starts_with("1 0x1 ") || it.starts_with("64 0x1 "))
}

#[test]
#[cfg(target_os = "linux")]
fn a_terminal_that_takes_no_output_does_not_keep_the_process() {
    let mut session = Session::open(120, 40);
    let process = process_of(&session.terminal);
    let device = fs::read_link(format!("/proc/{}/fd/0", process.as_raw_nonzero()));
    let flags = OFlags::RDWR | OFlags::NOCTTY;
    let device = open(device.expect("a terminal"), flags, Mode::empty()).expect("a terminal");
    session.press(Key::Char('v'), "1 of 3 ·");
    // As after Ctrl-S, and as on a line that is stuck.
    tcflow(&device, Action::OOff).expect("a terminal");
    session.terminal.send_str("\u{c}").expect("a key");
    until("a write that waits", || is_writing(process));
    session.terminal.signal(Signal::Term).expect("a signal");
    session.terminal.wait_exit().expect("an end");
    drop(device);
    let mut again = Session::open_in(session.folder, 120, 40);
    again.shows("1 of 3 ·");
    again.quit();
}

#[test]
fn a_panic_gives_the_terminal_back_and_is_told_in_marks() {
    // A step is written down by calls 8 and 9; from 10 on another thread saves it.
    for call in [8, 9, 10, 12, 14, 16] {
        let folder = folder();
        let script = "\"$REDPENCIL\" harbour.txt; echo \"ended $?\"; stty -a; echo told";
        let mut terminal = builder(folder.path())
            .env("REDPENCIL_FAILPOINT", format!("panic@{call}"))
            .args(["-c", script])
            .spawn("sh")
            .expect("a shell");
        terminal
            .wait_until(|it| it.alternate_screen() && it.contains("verified"))
            .expect("the first frame");
        terminal.send(Key::Char('v')).expect("a key");
        terminal
            .wait_until(|it| !it.alternate_screen() && it.contains("told"))
            .expect("the shell");
        let screen = terminal.screen();
        let text = screen.text();
        assert!(
            is_given_back(&screen) && is_cooked(&screen),
            "{call}: {text}"
        );
        assert!(text.contains("ended 101"), "{call}: {text}");
        assert!(text.contains("a␛]0;pwned␇b"), "{call}: {text}");
        assert_eq!(screen.title(), "", "{call}");
        let mut again = terminal_in(folder.path(), 120, 40);
        let words = if call < 9 { "0 of 3 ·" } else { "1 of 3 ·" };
        again
            .wait_until(|it| it.contains(words))
            .unwrap_or_else(|it| panic!("{call}: {it}"));
    }
}
