//! Words that would steer a terminal, wherever they come from: as article, in
//! a claim file, as a file's name, as the reviewer's.

use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;
use std::time::Duration;

use termlens::{Key, Screen, Terminal};

use crate::folder::{CLAIMS, Folder};

/// What `printf 'a\x1b]0;pwned\x07b\u202ec'` gives, and more of the kind: the
/// clipboard, a link, a cleared screen, C1, isolates, zero width, tags.
const STEERS: &str = "a\x1b]0;pwned\x07b\u{202e}c\x1b]52;c;cHduZWQ=\x07\x1b]8;;http://x.y/\x07\x1b[2J\u{9b}31md\u{2066}e\u{200b}f\u{e0041}g\u{feff}h";

/// The same as far as a file can be called so.
const NAME: &str = "a\x1b]0;pwned\x07b\u{202e}c\u{e0041}.txt";

/// Sequences of our own that the test's terminal does not know: asking for keys that
/// can be told apart, and the colour of underlines.
const OWN: [&str; 3] = ["^[[>1u", "^[[1<u", "^[[59m"];

/// Started on a terminal of its own.
fn terminal(folder: &Folder, arguments: &[&str], reviewer: &str) -> Terminal {
    Terminal::builder()
        .size(120, 40)
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("HOME", folder.path())
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("GIT_AUTHOR_NAME", reviewer)
        .env("USER", reviewer)
        .env("REDPENCIL_REVIEWER", reviewer)
        .current_dir(folder.path())
        .timeout(Duration::from_mins(3))
        .args(arguments)
        .spawn(env!("CARGO_BIN_EXE_redpencil"))
        .expect("redpencil starts")
}

/// Nothing that was shown has steered the terminal, and all that would is a mark.
fn is_safe(screen: &Screen, about: &str) {
    assert_eq!(screen.title(), "", "{about}");
    assert!(screen.clipboard().is_none(), "{about}");
    assert!(screen.links().is_empty(), "{about}");
    let unknown = screen.unsupported().into_iter();
    let strange: Vec<_> = unknown.filter(|it| !OWN.contains(it)).collect();
    assert!(strange.is_empty(), "{about}: {strange:?}");
    let text = screen.text();
    let odd = text.chars().find(|it| {
        (it.is_control() && *it != '\n')
            || matches!(u32::from(*it), 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0xfeff | 0xe0000..=0xe007f)
    });
    assert_eq!(odd, None, "{about}:\n{text}");
}

/// What each command shows at its end.
fn shown(folder: &Folder, arguments: &[&str]) -> Screen {
    let mut terminal = terminal(folder, arguments, STEERS);
    terminal.wait_exit().expect("an end");
    let screen = terminal.screen();
    is_safe(&screen, &format!("{arguments:?}"));
    screen
}

/// An article of such words, called so, with claims that hold them, judged by
/// somebody who is called so.
fn folder() -> Folder {
    let folder = Folder::new();
    folder.write(
        NAME,
        format!("212 of {STEERS} 230 employees signed. The port lost $40 million in 2023.\n"),
    );
    let escaped = STEERS.chars().fold(String::new(), |words, it| {
        format!("{words}\\U{:08x}", u32::from(it))
    });
    let claims = CLAIMS
        .replace("claim: 212", &format!("claim: \"212 {escaped}\"\n  note: \"{escaped}\"\n  query: \"{escaped}\"\n  x-own: \"{escaped}\"\n  y: 212"))
        .replace("\n  claim: The", &format!("\n  verdicts:\n  - verdict: disputed\n    reviewer: \"{escaped}\"\n    reviewed: 2024-03-05T09:12:44Z\n    correction: \"{escaped}\"\n  claim: The"));
    folder.write("harbour.claims.yaml", claims);
    folder
}

#[test]
fn command_line_output_to_a_terminal_is_marks() {
    let folder = folder();
    let split = shown(&folder, &["split", NAME]);
    assert!(split.text().contains("claims.yaml"), "{}", split.text());
    for command in [
        &["list"][..],
        &["list", "--format", "jsonl"],
        &["list", "--format", "csv"],
        &["status"],
        &["status", "--format", "json"],
        &["check"],
        &["check", "--format", "json"],
        &["check", "--format", "github"],
        &["check", "--require", "evidence"],
        &[
            "mark",
            "a1b2c3",
            "disputed",
            "--reviewer",
            STEERS,
            "--note",
            STEERS,
        ],
        &["mark", STEERS, "verified"],
        &["split", STEERS],
        &["review", STEERS],
        &["list", "--reviewer", STEERS],
        &[STEERS],
        &["check", &format!("--{STEERS}")],
        &["status", "--format", STEERS],
        &[&format!("--{STEERS}=x")],
        &["config", "--show"],
        &["agree", "harbour.claims.yaml", "harbour.claims.yaml"],
        &[
            "merge",
            "harbour.claims.yaml",
            "harbour.claims.yaml",
            STEERS,
        ],
        &["settle", STEERS, "harbour.claims.yaml"],
        &["diff", STEERS],
        &["log"],
        &["split", NAME, "harbour.txt", STEERS],
    ] {
        shown(&folder, command);
    }
    let told = shown(&folder, &["list"]).text();
    assert!(told.contains("pwned"), "the words stand, as marks: {told}");
    let claims = std::fs::read_to_string(folder.file("harbour.claims.yaml")).expect("a file");
    assert!(!claims.contains(['\x1b', '\u{202e}']), "{claims}");
}

#[test]
fn faults_of_such_files_are_told_in_marks() {
    for broken in [
        format!("redpencil: 1\narticle:\n  file: {STEERS}\n"),
        format!("redpencil: 1\n\"{STEERS}\": 1\n"),
        CLAIMS.replace("claim: The", "verdicts: [{verdict: \"a\\e]0;pwned\\a\\u202e\", reviewer: x, reviewed: 2024-03-05T09:12:44Z}]\n  claim: The"),
        CLAIMS.replace("d4e5f6", "\"a\\e]0;pwned\\a\""),
        CLAIMS.replace("harbour.txt", "\"a\\e]0;pwned\\a\\u202e.txt\""),
    ] {
        let folder = Folder::new();
        folder.write("harbour.claims.yaml", broken);
        for command in [&["check"][..], &["status"], &["list"], &["harbour.txt"]] {
            shown_or_review(&folder, command);
        }
    }
}

/// As [`shown`]; where the file can be opened after all, the interface is left.
fn shown_or_review(folder: &Folder, command: &[&str]) {
    let mut terminal = terminal(folder, command, "Ana");
    if command == ["harbour.txt"] {
        let opened = terminal.wait_until(|it| it.alternate_screen() && it.contains("verified"));
        if opened.is_ok() {
            is_safe(&terminal.screen(), &format!("{command:?}"));
            terminal.send(Key::Char('q')).expect("a key");
        }
    }
    terminal.wait_exit().expect("an end");
    is_safe(&terminal.screen(), &format!("{command:?}"));
}

#[test]
fn the_interface_shows_marks_only() {
    let folder = folder();
    for arguments in [&[NAME][..], &["harbour.claims.yaml"], &["."]] {
        let mut terminal = terminal(&folder, arguments, STEERS);
        terminal
            .wait_until(|it| it.alternate_screen() && !it.text().trim().is_empty())
            .expect("a frame");
        for key in ['j', 'v', 'k', 'd', 'w', '.', '.', '?'] {
            terminal.send(Key::Char(key)).expect("a key");
            let frame = terminal.wait_frame(|_| true).expect("a frame");
            is_safe(&frame, &format!("{arguments:?} {key}"));
        }
        terminal.send(Key::Esc).expect("a key");
        terminal.wait_frame(|_| true).expect("a frame");
        terminal.send(Key::Char('o')).expect("a key");
        terminal.wait_frame(|_| true).expect("a frame");
        terminal.paste("x\u{202e}\u{e0041}y").expect("a paste");
        let frame = terminal.wait_frame(|_| true).expect("a frame");
        is_safe(&frame, "a paste");
        // Leaves whatever is open, then the article, then the folder.
        for _ in 0..4 {
            if terminal.send(Key::Ctrl('c')).is_err() {
                break;
            }
            let _ = terminal.wait_frame_for(|_| true, Duration::from_millis(500));
        }
        terminal.wait_exit().expect("an end");
        is_safe(&terminal.screen(), &format!("{arguments:?} at the end"));
    }
}

/// Runs git in the folder, as somebody who is called so.
fn git(folder: &Folder, arguments: &[&str]) {
    let ran = Command::new("git")
        .args(arguments)
        .current_dir(folder.path())
        .env("HOME", folder.path())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("GIT_AUTHOR_NAME", STEERS)
        .env("GIT_COMMITTER_NAME", STEERS)
        .output()
        .expect("git");
    assert!(ran.status.success(), "{arguments:?}: {ran:?}");
}

/// A repository whose author is called so and writes such messages: a first
/// commit, a second one with other verdicts on a branch of its own.
fn repository() -> Folder {
    let folder = folder();
    git(&folder, &["init", "-q", "-b", "main"]);
    git(&folder, &["config", "user.name", STEERS]);
    git(&folder, &["config", "user.email", "a@example.org"]);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", STEERS]);
    git(&folder, &["checkout", "-q", "-b", "second"]);
    for (id, verdict) in [("a1b2c3", "unknown"), ("d4e5f6", "verified")] {
        let arguments = ["mark", id, verdict, "--note", STEERS];
        shown(&folder, &arguments);
    }
    git(&folder, &["commit", "-q", "-a", "-m", STEERS]);
    folder
}

#[test]
fn what_git_says_is_marks() {
    let folder = repository();
    for command in [
        &["diff", "main", "second"][..],
        &["diff", "main", "second", "--format", "json"],
        &["diff", "main", "second", "--format", "markdown"],
        &["diff", "main", "second", "--stat"],
        &["diff", STEERS, "main"],
        &["log"],
        &["log", "a1b2c3"],
        &["log", "--format", "json"],
        &["agree", "main", "second"],
        &["settle", "nowhere", "second"],
        &["git", "install"],
        &["git", "install", "--uninstall"],
    ] {
        shown(&folder, command);
    }
    let told = shown(&folder, &["log"]).text();
    assert!(told.contains("pwned"), "the words stand, as marks: {told}");
}

#[test]
fn what_git_says_in_the_interface_is_marks() {
    let folder = repository();
    let hook = folder.file(".git/hooks/pre-commit");
    let script = format!("#!/bin/sh\nprintf '%s' '{STEERS}'\nprintf '%s' '{STEERS}' >&2\nexit 1\n");
    std::fs::write(&hook, script).expect("a hook");
    std::fs::set_permissions(&hook, std::fs::Permissions::from_mode(0o755)).expect("permissions");
    let mut terminal = terminal(&folder, &["harbour.claims.yaml"], STEERS);
    terminal
        .wait_until(|it| it.alternate_screen() && it.contains("verified"))
        .expect("a frame");
    // History, comparison, and a commit that the hook refuses in such words.
    for keys in ["L", "\u{1b}", "=", "main\r", "v", "C", "\u{13}", "\r"] {
        terminal.send_str(keys).expect("keys");
        let frame = terminal.wait_frame(|_| true).expect("a frame");
        is_safe(&frame, keys);
    }
    terminal
        .wait_stable(Duration::from_millis(300))
        .expect("rest");
    is_safe(&terminal.screen(), "after the commit");
}

#[test]
fn a_conversation_of_lines_is_marks() {
    let folder = folder();
    let mut terminal = terminal(&folder, &["--plain", NAME], STEERS);
    for words in [
        "list", "read", "context", "article", "left-out", "progress", "v", "vdu",
    ] {
        terminal
            .wait_until(|it| it.text().trim_end().ends_with('>'))
            .expect("a prompt");
        terminal.send_str(&format!("{words}\r")).expect("words");
        let echo = format!("> {words}");
        terminal
            .wait_until(|it| it.contains(&echo) && it.text().trim_end().ends_with('>'))
            .expect("an answer");
        is_safe(&terminal.screen(), words);
    }
    terminal.send_str("quit\r").expect("words");
    terminal.wait_exit().expect("an end");
    is_safe(&terminal.screen(), "--plain");
}
