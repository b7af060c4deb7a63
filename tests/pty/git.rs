//! Comparing, looking back and committing from the interface.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;
use termlens::{Key, Terminal};

use crate::{ARTICLE, PATIENCE, Session};

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
    fs::write(
        &hook,
        "#!/bin/sh\necho the desk says no >&2\necho and why: 1 source is missing >&2\nexit 1\n",
    )
    .expect("written");
    let executable = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(&hook, executable).expect("executable");
    session.press(Key::Char('C'), "Commit the claim file");
    session.terminal.send_str(" indeed").expect("words");
    session.press(Key::Enter, "the desk says no");
    session.shows("and why: 1 source is missing");
    session.leave("the desk says no");
    // What was typed is not lost.
    session.press(Key::Char('C'), "indeed");
    session.leave("Commit the claim file");
    session.press(Key::Char('='), "Compare with which revision?");
    session.press(Key::Enter, "no commit yet");
}

#[test]
fn a_commit_that_would_take_more_or_nothing_is_refused_in_words() {
    let mut session = session();
    let folder = session.folder.path().to_owned();
    session.press(Key::Char('C'), "nothing to commit");
    session.press(Key::Char('v'), "1 of 3 ·");
    session.press(Key::Char('C'), "Commit the claim file");
    session.press(Key::Enter, "root-commit");
    session.press(Key::Char('C'), "nothing to commit");
    // A detached HEAD is as good as a branch.
    git(&folder, &["checkout", "-q", "--detach"]);
    session.press(Key::Char('v'), "2 of 3 ·");
    session.press(Key::Char('C'), "Commit the claim file");
    session.press(Key::Enter, "detached HEAD");
    // In the middle of a merge git commits everything or nothing.
    session.press(Key::Char('u'), "3 of 3 ·");
    let head = git(&folder, &["rev-parse", "HEAD"]);
    fs::write(folder.join(".git/MERGE_HEAD"), head).expect("written");
    session.press(Key::Char('C'), "a merge is under way");
}

#[test]
fn a_hostile_repository_runs_nothing_in_the_interface() {
    let mut session = session();
    let folder = session.folder.path().to_owned();
    session.press(Key::Char('v'), "1 of 3 ·");
    session.press(Key::Char('C'), "Commit the claim file");
    session.press(Key::Enter, "root-commit");
    let trap = folder.join("trap");
    let trace = folder.join("trace");
    let script = format!("#!/bin/sh\necho run >> '{}'\ncat\n", trace.display());
    fs::write(&trap, script).expect("written");
    let executable = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(&trap, executable).expect("executable");
    for key in [
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "diff.external",
        "diff.trap.textconv",
        "diff.trap.command",
        "filter.trap.clean",
        "filter.trap.smudge",
        "pager.log",
    ] {
        git(&folder, &["config", key, &trap.to_string_lossy()]);
    }
    fs::write(folder.join(".gitattributes"), "* diff=trap filter=trap\n").expect("written");
    let _ = fs::remove_file(&trace);
    session.press(Key::Char('u'), "2 of 3 ·");
    session.press(Key::Char('='), "Compare with which revision?");
    session.press(Key::Enter, "1 claim has changed since HEAD");
    session.press(Key::Char('g'), "Claims  1 of 3");
    session.press(Key::Char('L'), "History of this claim");
    session.leave("History of this claim");
    // The message is proposed by reading alone.
    session.press(Key::Char('C'), "Commit the claim file");
    session.leave("Commit the claim file");
    let (_folder, _) = session.quit();
    assert!(!trace.exists(), "the trap ran");
}

#[test]
fn a_git_that_never_answers_does_not_hold_the_review() {
    let session = session();
    let folder = session.quit_unjudged();
    let mut terminal = Terminal::builder()
        .size(120, 40)
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("HOME", folder.path())
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("REDPENCIL_GIT_SECONDS", "1")
        .current_dir(folder.path())
        .timeout(PATIENCE)
        .arg("harbour.txt")
        .spawn(env!("CARGO_BIN_EXE_redpencil"))
        .expect("redpencil starts");
    let mut press = |keys: &str, words: &str| {
        terminal.send_str(keys).expect("keys");
        let shown = terminal.wait_until(|it| it.contains(words));
        shown.unwrap_or_else(|it| panic!("{keys:?}: {it}"));
    };
    press("v", "1 of 3 ·");
    // Git reads it to the end, and nobody writes.
    let head = folder.path().join(".git/HEAD");
    fs::remove_file(&head).expect("a file");
    let made = Command::new("mkfifo").arg(&head).status();
    assert!(made.expect("mkfifo").success());
    press("=", "Compare with which revision?");
    press("\r", "git said nothing for 1 s");
    press("u", "2 of 3 ·");
    press("L", "git said nothing for 1 s");
    press("u", "3 of 3 ·");
    press("C", "git said nothing for 1 s");
    terminal.send_str("q").expect("a key");
    assert!(terminal.wait_exit().expect("an end").success());
}
