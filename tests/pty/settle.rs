//! Two reviewers' claim files are settled, and a second reader judges blind.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;
use termlens::{Key, Terminal};

use crate::ARTICLE;

fn redpencil(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_redpencil"))
        .current_dir(folder)
        .env("HOME", folder)
        .args(arguments)
        .output()
        .expect("redpencil runs");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The article with two claim files: Ana and Ben agree on the first claim,
/// differ on the second, and only Ben has judged the third.
fn two_sides() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path();
    fs::write(path.join("harbour.txt"), ARTICLE).expect("written");
    redpencil(path, &["split", "harbour.txt"]);
    fs::copy(
        path.join("harbour.claims.yaml"),
        path.join("ben.claims.yaml"),
    )
    .expect("copied");
    let listed = redpencil(path, &["list", "harbour.claims.yaml", "--format", "jsonl"]);
    let ids: Vec<String> = listed
        .lines()
        .map(|it| {
            let row: serde_json::Value = serde_json::from_str(it).expect("a row");
            row["id"].as_str().expect("an id").to_owned()
        })
        .collect();
    let mark = |at: usize, verdict: &str, name: &str, file: &str| {
        redpencil(
            path,
            &["mark", &ids[at], verdict, "--reviewer", name, "--in", file],
        );
    };
    mark(0, "verified", "Ana", "harbour.claims.yaml");
    mark(1, "verified", "Ana", "harbour.claims.yaml");
    mark(0, "verified", "Ben", "ben.claims.yaml");
    mark(1, "disputed", "Ben", "ben.claims.yaml");
    mark(2, "unknown", "Ben", "ben.claims.yaml");
    folder
}

pub(super) fn open(folder: &Path, arguments: &[&str]) -> Terminal {
    Terminal::builder()
        .size(120, 40)
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("HOME", folder)
        .env("USER", "林美")
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .current_dir(folder)
        .args(arguments.iter().copied())
        .spawn(env!("CARGO_BIN_EXE_redpencil"))
        .expect("redpencil starts")
}

pub(super) fn shows(terminal: &mut Terminal, words: &str) {
    terminal
        .wait_until(|it| it.text().contains(words))
        .unwrap_or_else(|_| panic!("{words}\n{}", terminal.screen().text()));
}

fn press(terminal: &mut Terminal, key: char, words: &str) {
    terminal.send(Key::Char(key)).expect("a key");
    shows(terminal, words);
}

#[test]
fn two_sides_are_settled_difference_by_difference() {
    let folder = two_sides();
    let arguments = [
        "settle",
        "harbour.claims.yaml",
        "ben.claims.yaml",
        "--out",
        "settled.claims.yaml",
    ];
    let before = fs::read_to_string(folder.path().join("harbour.claims.yaml")).expect("read");
    let mut terminal = open(folder.path(), &arguments);
    shows(&mut terminal, "2 claims to settle");
    shows(&mut terminal, "ben.claims.yaml: disputed (Ben)");
    shows(&mut terminal, "< left holds  > right holds");
    press(&mut terminal, '>', "ben.claims.yaml holds: disputed");
    press(&mut terminal, 'v', "verified: ");
    terminal.send(Key::Char('q')).expect("a key");
    assert!(terminal.wait_exit().expect("an end").success());
    let told = terminal.screen().text();
    assert!(told.contains("2 claims settled"), "{told}");
    assert!(told.contains("Ana: overruled on 1 of 1"), "{told}");
    assert!(told.contains("Ben: overruled on 1 of 2"), "{told}");
    let settled = fs::read_to_string(folder.path().join("settled.claims.yaml")).expect("read");
    assert_eq!(settled.matches("settles: true").count(), 2, "{settled}");
    assert_eq!(settled.matches("reviewer: Ben").count(), 3, "{settled}");
    let after = fs::read_to_string(folder.path().join("harbour.claims.yaml")).expect("read");
    assert_eq!(after, before);
}

#[test]
fn a_settlement_that_was_left_midway_goes_on() {
    let folder = two_sides();
    for out in [&["--out", "settled.claims.yaml"][..], &[]] {
        let sides = ["settle", "harbour.claims.yaml", "ben.claims.yaml"];
        let arguments = [&sides, out].concat();
        let mut terminal = open(folder.path(), &arguments);
        shows(&mut terminal, "2 claims to settle");
        shows(&mut terminal, "the sides differ");
        press(&mut terminal, '<', "harbour.claims.yaml holds: verified");
        shows(&mut terminal, "only the right side has judged it");
        terminal.send(Key::Char('q')).expect("a key");
        assert!(terminal.wait_exit().expect("an end").success());

        let mut terminal = open(folder.path(), &arguments);
        shows(&mut terminal, "1 of 2 claims still to settle");
        shows(&mut terminal, "only the right side has judged it");
        press(&mut terminal, '>', "every difference is settled");
        terminal.send(Key::Char('q')).expect("a key");
        assert!(terminal.wait_exit().expect("an end").success());
        let told = terminal.screen().text();
        assert!(told.contains("2 claims settled"), "{told}");
        assert!(told.contains("Ben: overruled on 1 of 2"), "{told}");
    }
}

#[test]
fn everything_is_listed_on_request_and_a_settlement_can_be_opened_again() {
    let folder = two_sides();
    let arguments = ["settle", "harbour.claims.yaml", "ben.claims.yaml"];
    let mut terminal = open(folder.path(), &arguments);
    shows(&mut terminal, "Claims  1 of 2");
    press(&mut terminal, 'F', "Claims  2 of 3");
    press(&mut terminal, 'F', "only the 2 on which the sides differ");
    press(&mut terminal, 'A', "unknown (none of them)");
    terminal.send(Key::Char('j')).expect("a key");
    terminal.send(Key::Char('j')).expect("a key");
    terminal.send(Key::Enter).expect("a key");
    shows(&mut terminal, "settled: unknown");
    press(&mut terminal, 'A', "open again");
    for _ in 0..3 {
        terminal.send(Key::Char('j')).expect("a key");
    }
    terminal.send(Key::Enter).expect("a key");
    shows(&mut terminal, "! contested");
    terminal.send(Key::Char('q')).expect("a key");
    assert!(terminal.wait_exit().expect("an end").success());
    let told = terminal.screen().text();
    assert!(told.contains("1 claim is still open"), "{told}");
}

#[test]
fn a_blind_reading_is_of_one_article() {
    let folder = two_sides();
    fs::write(folder.path().join("other.txt"), ARTICLE).expect("written");
    let output = Command::new(env!("CARGO_BIN_EXE_redpencil"))
        .current_dir(folder.path())
        .args(["review", "--blind", "."])
        .output()
        .expect("redpencil runs");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("--blind is about one article"), "{told}");
}

#[test]
fn a_second_reader_judges_blind_until_done() {
    let folder = two_sides();
    let mut terminal = open(folder.path(), &["review", "--blind", "ben.claims.yaml"]);
    shows(&mut terminal, "blind reading");
    shows(&mut terminal, "0 of 3 ·");
    assert!(
        !terminal.screen().text().contains("Ben,"),
        "{}",
        terminal.screen().text()
    );
    press(&mut terminal, 'v', "1 of 3 ·");
    press(&mut terminal, 'v', "2 of 3 ·");
    press(&mut terminal, 'B', "1 still to judge");
    press(&mut terminal, 'u', "3 of 3 ·");
    press(&mut terminal, 'B', "the reviewers differ");
    shows(&mut terminal, "1 contested");
}

#[test]
fn two_branches_are_settled_into_the_work_tree() {
    let folder = two_sides();
    let path = folder.path();
    let git = |arguments: &[&str]| {
        let output = Command::new("git")
            .current_dir(path)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .args(arguments)
            .output()
            .expect("git runs");
        assert!(output.status.success(), "git {arguments:?}: {output:?}");
    };
    git(&["init", "-q", "-b", "main"]);
    git(&["config", "user.name", "Ana"]);
    git(&["config", "user.email", "ana@example.org"]);
    let bens = fs::read(path.join("ben.claims.yaml")).expect("read");
    fs::remove_file(path.join("ben.claims.yaml")).expect("removed");
    git(&["add", "harbour.txt", "harbour.claims.yaml"]);
    git(&["commit", "-q", "-m", "Ana's"]);
    git(&["checkout", "-q", "-b", "ben"]);
    fs::write(path.join("harbour.claims.yaml"), bens).expect("written");
    git(&["commit", "-q", "-a", "-m", "Ben's"]);
    git(&["checkout", "-q", "main"]);
    let mut terminal = open(path, &["settle", "main", "ben"]);
    shows(&mut terminal, "2 claims to settle");
    shows(&mut terminal, "ben: disputed (Ben)");
    press(&mut terminal, '<', "main holds: verified");
    terminal.send(Key::Char('q')).expect("a key");
    assert!(terminal.wait_exit().expect("an end").success());
    let told = terminal.screen().text();
    assert!(told.contains("Ben: overruled on 1 of 1"), "{told}");
    let settled = fs::read_to_string(path.join("harbour.claims.yaml")).expect("read");
    assert_eq!(settled.matches("settles: true").count(), 1, "{settled}");
}
