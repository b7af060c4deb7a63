//! The real binary in a real pseudo-terminal: keys in, screens and files out.

mod actions;
mod articles;
mod citizen;
mod finding;
mod git;
mod outside;
mod plain;
mod pointer;
mod review;
mod settings;
mod settle;
mod signals;
mod tutor;

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal as Kill, WaitId, WaitIdOptions, kill_process, waitid};
use tempfile::TempDir;
use termlens::{Key, Signal, Terminal};

/// How long a test waits for what must come: far more than a busy machine needs.
const PATIENCE: Duration = Duration::from_mins(3);

const ARTICLE: &str = "\
港口員工揚言罷工
週一,港口230名員工中有212人簽署了致董事會的聯名信。港務局去年虧損4000萬美元。
董事會主席林美玲表示,薪資在2024年3月調整過。
";

/// redpencil, just started on the article in `folder`.
fn terminal_in(folder: &Path, columns: u16, rows: u16) -> Terminal {
    terminal_on(folder, "harbour.txt", columns, rows)
}

/// redpencil, just started in `folder` with one argument.
fn terminal_on(folder: &Path, argument: &str, columns: u16, rows: u16) -> Terminal {
    let state = folder.join(".local/state/redpencil");
    fs::create_dir_all(&state).expect("a folder");
    fs::write(state.join("welcomed"), "").expect("a mark that the welcome was shown");
    first_terminal_on(folder, argument, columns, rows)
}

/// The same for somebody who never saw redpencil before.
fn first_terminal_on(folder: &Path, argument: &str, columns: u16, rows: u16) -> Terminal {
    Terminal::builder()
        .size(columns, rows)
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("HOME", folder)
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("USER", "林美")
        .current_dir(folder)
        .timeout(PATIENCE)
        .arg(argument)
        .spawn(env!("CARGO_BIN_EXE_redpencil"))
        .expect("redpencil starts")
}

/// Waits for something that the screen does not tell of.
fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let pause = Duration::from_millis(5);
    for _ in 0..PATIENCE.as_millis() / pause.as_millis() {
        if holds() {
            return;
        }
        thread::sleep(pause);
    }
    panic!("waited in vain for {what}");
}

/// The process in the terminal.
fn process_of(terminal: &Terminal) -> Pid {
    let number = terminal.pid().and_then(|it| i32::try_from(it).ok());
    number.and_then(Pid::from_raw).expect("a process")
}

/// Waits as a shell does until the process has stopped, then lets it go on. It
/// gives the screen back a moment before: who does not wait sends the signal to
/// go on to a process that has not stopped yet, and that is lost.
fn goes_on_once_stopped(terminal: &Terminal) {
    has_stopped(terminal);
    kill_process(process_of(terminal), Kill::CONT).expect("our own child");
}

/// Waits until the process has stopped.
fn has_stopped(terminal: &Terminal) {
    let process = process_of(terminal);
    let look = WaitIdOptions::STOPPED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
    until("a stopped process", || {
        let state = waitid(WaitId::Pid(process), look).expect("our own child");
        state.is_some_and(|it| it.stopped())
    });
}

/// A folder with an article, and redpencil open on it.
struct Session {
    folder: TempDir,
    terminal: Terminal,
}

impl Session {
    fn open(columns: u16, rows: u16) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        fs::write(folder.path().join("harbour.txt"), ARTICLE).expect("an article");
        Self::open_in(folder, columns, rows)
    }

    /// Opens the article in a folder where somebody may have worked before.
    fn open_in(folder: TempDir, columns: u16, rows: u16) -> Self {
        let mut terminal = terminal_in(folder.path(), columns, rows);
        terminal
            .wait_until(|it| it.text().contains("verified"))
            .expect("the first frame");
        Self { folder, terminal }
    }

    fn claims_path(&self) -> PathBuf {
        self.folder.path().join("harbour.claims.yaml")
    }

    fn claims(&self) -> String {
        fs::read_to_string(self.claims_path()).expect("a claim file")
    }

    /// Waits until the claim file says `words`.
    fn until_saved(&mut self, words: &str) {
        let path = self.claims_path();
        until("the words in the claim file", || {
            fs::read_to_string(&path).is_ok_and(|it| it.contains(words))
        });
    }

    /// Presses a key and waits until the screen shows `words`.
    fn press(&mut self, key: Key, words: &str) {
        self.terminal.send(key).expect("a key");
        self.shows(words);
    }

    /// Presses escape and waits until the screen no longer shows `words`: a key
    /// that follows at once would be read as one held down with Alt.
    fn leave(&mut self, words: &str) {
        self.terminal.send(Key::Esc).expect("a key");
        self.terminal
            .wait_until(|it| !it.text().contains(words))
            .expect("the words gone from the screen");
    }

    fn shows(&mut self, words: &str) {
        self.terminal
            .wait_until(|it| it.text().contains(words))
            .expect("the words on the screen");
    }

    /// Leaves a review in which nothing was decided.
    fn quit_unjudged(mut self) -> TempDir {
        self.terminal.send(Key::Char('q')).expect("a key");
        assert!(self.terminal.wait_exit().expect("an end").success());
        self.folder
    }

    fn quit(mut self) -> (TempDir, String) {
        self.terminal.send(Key::Char('q')).expect("a key");
        assert!(self.terminal.wait_exit().expect("an end").success());
        let claims = self.claims();
        (self.folder, claims)
    }
}

#[test]
fn claims_are_judged_noted_and_undone_and_the_file_tells_it() {
    let mut session = Session::open(120, 40);
    session.press(Key::Char('v'), "✓ verified");
    session.press(Key::Char('d'), "wrong");
    session.press(Key::Char('w'), "✗ disputed");
    session.press(Key::Char('u'), "? unknown");
    session.press(Key::Char('g'), "Claims  1 of 3");
    session.terminal.send(Key::Char('o')).expect("a key");
    session.terminal.send_str("請核對掃描檔").expect("words");
    session.shows("請核對掃描檔");
    session.terminal.send(Key::Enter).expect("a key");
    session.press(Key::Char('x'), "2 of 3, 1 disputed");
    session.press(Key::Char('z'), "undone");
    let (_folder, claims) = session.quit();
    let verdicts: Vec<&str> = claims
        .lines()
        .filter_map(|it| it.trim_start().strip_prefix("- verdict: "))
        .collect();
    assert_eq!(verdicts, ["verified", "disputed", "unknown"], "{claims}");
    assert!(claims.contains("  note: 請核對掃描檔\n"), "{claims}");
    assert!(claims.contains("    reviewer: 林美\n"), "{claims}");
    assert!(claims.contains("    reason: wrong\n"), "{claims}");
}

#[test]
fn what_the_screen_showed_survives_a_kill_and_can_still_be_undone() {
    let mut session = Session::open(120, 40);
    session.press(Key::Char('v'), "1 of 3 ·");
    session.press(Key::Char('u'), "2 of 3 ·");
    session.terminal.signal(Signal::Kill).expect("a signal");
    session.terminal.wait_exit().expect("an end");
    let mut session = Session::open_in(session.folder, 120, 40);
    session.shows("2 of 3 ·");
    session.press(Key::Char('z'), "1 of 3 ·");
    session.press(Key::Char('z'), "0 of 3 ·");
    let (_folder, claims) = session.quit();
    assert!(!claims.contains("verdict"), "{claims}");
}

#[test]
fn what_is_kept_elsewhere_is_for_nobody_else_and_small() {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("harbour.txt"), ARTICLE).expect("an article");
    let mut terminal = first_terminal_on(folder.path(), "harbour.txt", 100, 30);
    for (words, key) in [
        ("Welcome to redpencil", Key::Enter),
        ("0 of 3 ·", Key::Char('v')),
        ("1 of 3 ·", Key::Char('q')),
    ] {
        let shown = terminal.wait_until(|it| it.contains(words));
        shown.expect("the words on the screen");
        terminal.send(key).expect("a key");
    }
    assert!(terminal.wait_exit().expect("an end").success());
    let state = folder.path().join(".local/state/redpencil");
    let is_private = |path: &Path| {
        let about = fs::metadata(path).expect("it is there");
        let others = 0o077;
        about.permissions().mode() & others == 0
    };
    assert!(is_private(&state));
    let kept = fs::read_dir(state).expect("the state folder");
    let kept: Vec<PathBuf> = kept.map(|it| it.expect("an entry").path()).collect();
    let is_journal = |it: &&PathBuf| it.extension().is_some_and(|it| it == "journal");
    let journal = kept.iter().find(is_journal).expect("a journal");
    assert!(is_private(journal), "{journal:?}");
    for path in kept {
        let bytes = fs::metadata(&path).expect("a file").len();
        assert!(bytes < 100_000, "{path:?} has {bytes} bytes");
    }
}

#[test]
fn a_second_redpencil_on_the_same_file_changes_nothing() {
    let mut first = Session::open(120, 40);
    first.press(Key::Char('v'), "1 of 3 ·");
    let other = first.folder.path().to_owned();
    let mut second = terminal_in(&other, 120, 40);
    second
        .wait_until(|it| it.text().contains("another redpencil"))
        .expect("a word about it");
    second.send(Key::Char('d')).expect("a key");
    second.send(Key::Char('q')).expect("a key");
    second.wait_exit().expect("an end");
    let (_folder, claims) = first.quit();
    assert!(
        claims.contains("verified") && !claims.contains("disputed"),
        "{claims}"
    );
}

#[test]
fn the_welcome_is_shown_once() {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("harbour.txt"), ARTICLE).expect("an article");
    for (words, key) in [
        ("Welcome to redpencil", Some(Key::Enter)),
        ("Claims  1 of 3", None),
    ] {
        let mut terminal = first_terminal_on(folder.path(), "harbour.txt", 80, 24);
        terminal
            .wait_until(|it| it.text().contains(words))
            .expect("the words on the screen");
        if let Some(key) = key {
            terminal.send(key).expect("a key");
        }
        terminal.send(Key::Char('q')).expect("a key");
        assert!(terminal.wait_exit().expect("an end").success());
    }
}

#[test]
fn looking_changes_nothing() {
    let mut session = Session::open(80, 24);
    for key in ['j', 'j', 'k', 'G', 'g'] {
        session.terminal.send(Key::Char(key)).expect("a key");
    }
    session.terminal.send(Key::Char('q')).expect("a key");
    assert!(session.terminal.wait_exit().expect("an end").success());
    assert!(
        !session.claims_path().exists(),
        "nothing was judged, so nothing was written"
    );
}

#[test]
fn the_terminal_comes_back_after_quitting_and_after_signals() {
    for signal in [
        None,
        Some(Signal::Term),
        Some(Signal::Int),
        Some(Signal::Hup),
    ] {
        let mut session = Session::open(100, 30);
        assert!(session.terminal.screen().alternate_screen());
        match signal {
            None => session.terminal.send(Key::Char('q')).expect("a key"),
            Some(signal) => session.terminal.signal(signal).expect("a signal"),
        }
        session.terminal.wait_exit().expect("an end");
        let screen = session.terminal.screen();
        assert!(!screen.alternate_screen(), "{signal:?}");
        assert!(screen.cursor_visible(), "{signal:?}");
        assert!(!screen.bracketed_paste(), "{signal:?}");
    }
}

#[test]
fn a_paste_outside_a_field_judges_nothing() {
    let mut session = Session::open(100, 30);
    session.terminal.paste("vdux").expect("a paste");
    session.shows("paste");
    session.terminal.send(Key::Char('q')).expect("a key");
    session.terminal.wait_exit().expect("an end");
    assert!(!session.claims_path().exists());
}

#[test]
fn a_tiny_terminal_says_so_and_recovers() {
    let mut session = Session::open(80, 24);
    session.terminal.resize(20, 5).expect("a resize");
    session.shows("small");
    session.terminal.resize(100, 30).expect("a resize");
    session.shows("verified");
    let quit = session.terminal.send(Key::Char('q'));
    quit.expect("a key");
    assert!(session.terminal.wait_exit().expect("an end").success());
}
