//! Comparing, looking back and committing from the interface.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;
use termlens::{Key, Terminal};

use crate::{ARTICLE, Session};

fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .args(arguments)
        .output()
        .expect("git runs");
    assert!(output.status.success(), "git {arguments:?}: {output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn session() -> Session {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path();
    fs::write(path.join("harbour.txt"), ARTICLE).expect("an article");
    git(path, &["init", "-q", "-b", "main"]);
    git(path, &["config", "user.name", "林美"]);
    git(path, &["config", "user.email", "lin@example.org"]);
    fs::write(path.join("other.txt"), "staged by somebody\n").expect("written");
    git(path, &["add", "other.txt"]);
    Session::open_in(folder, 120, 40)
}

fn shown(terminal: &Terminal) -> String {
    terminal.screen().text()
}

#[test]
fn a_review_is_committed_compared_and_looked_back_on() {
    let mut session = session();
    session.press(Key::Char('v'), "1 of 3 ·");
    session.press(Key::Char('C'), "Review 港口員工揚言罷工: 1 verified");
    session.press(Key::Enter, "root-commit");
    let folder = session.folder.path().to_owned();
    let files = git(&folder, &["show", "--name-only", "--format=%s", "HEAD"]);
    assert_eq!(
        files,
        "Review 港口員工揚言罷工: 1 verified\n\nharbour.claims.yaml\n"
    );
    let body = git(&folder, &["log", "-1", "--format=%b"]);
    assert!(body.contains("unreviewed → verified (林美)"), "{body}");
    // What was staged is staged still.
    assert!(git(&folder, &["diff", "--cached", "--name-only"]).contains("other.txt"));

    session.press(Key::Char('g'), "Claims  1 of 3");
    session.press(Key::Char('u'), "? unknown");
    session.press(Key::Char('='), "Compare with which revision?");
    session.press(Key::Enter, "1 claim has changed since HEAD");
    session.press(Key::Char('g'), "verdict: verified → unknown");
    session.press(Key::Char('L'), "History of this claim");
    let screen = shown(&session.terminal);
    assert!(
        screen.contains("not committed: verdict verified → unknown"),
        "{screen}"
    );
    assert!(screen.contains("verdict none → verified"), "{screen}");
    session.leave("History of this claim");
    session.press(Key::Char('='), "no longer compared");
}

#[test]
fn what_git_refuses_is_told() {
    let mut session = session();
    session.press(Key::Char('v'), "1 of 3 ·");
    let hook = session.folder.path().join(".git/hooks/pre-commit");
    fs::write(&hook, "#!/bin/sh\necho the desk says no >&2\nexit 1\n").expect("written");
    let executable = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(&hook, executable).expect("executable");
    session.press(Key::Char('C'), "Commit the claim file");
    session.press(Key::Enter, "the desk says no");
    session.press(Key::Char('='), "Compare with which revision?");
    session.press(Key::Enter, "no commit yet");
}
