//! A whole review of an article in Chinese, by keys alone, on a common screen.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;
use termlens::{Key, Terminal};

use crate::terminal_on;

const ARTICLE: &str = include_str!("../../claims/weekend.zh-Hant.txt");

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

/// Somebody at the keyboard, who looks at the screen after each key.
struct Reviewer(Terminal);

impl Reviewer {
    fn shows(&mut self, words: &str) {
        let shown = self.0.wait_until(|it| it.text().contains(words));
        assert!(
            shown.is_ok(),
            "waited for {words:?}:\n{}",
            self.0.screen().text()
        );
    }

    fn hides(&mut self, words: &str) {
        let hidden = self.0.wait_until(|it| !it.text().contains(words));
        hidden.expect("the words gone from the screen");
    }

    fn press(&mut self, key: char, words: &str) {
        self.0.send(Key::Char(key)).expect("a key");
        self.shows(words);
    }

    fn type_in(&mut self, words: &str) {
        self.0.send_str(words).expect("words");
        self.shows(words);
    }

    fn enter(&mut self) {
        self.0.send(Key::Enter).expect("a key");
    }

    fn tab(&mut self, times: usize) {
        for _ in 0..times {
            self.0.send(Key::Tab).expect("a key");
        }
    }
}

#[test]
fn a_whole_review_is_done_by_keys_alone() {
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path();
    fs::write(path.join("weekend.txt"), ARTICLE).expect("an article");
    git(path, &["init", "-q", "-b", "main"]);
    git(path, &["config", "user.name", "林美"]);
    git(path, &["config", "user.email", "lin@example.org"]);
    let mut desk = Reviewer(terminal_on(path, "weekend.txt", 80, 24));
    desk.shows("Claims  1 of ");

    // Evidence on the first five, a dispute with its correction among them.
    for number in 1..=5 {
        desk.press('s', "─ New source");
        desk.type_in(&format!("https://example.org/{number}"));
        desk.enter();
        desk.hides("─ New source");
        let next = format!("Claims  {} of ", number + 1);
        if number == 3 {
            desk.press('d', "Why is it disputed?");
            desk.press('o', "✗ disputed (outdated): ");
            desk.press('k', "Claims  3 of ");
            desk.press('c', "─ Correction");
            desk.type_in("11月18日");
            desk.enter();
            desk.shows("correction: ");
            desk.press('j', &next);
        } else {
            desk.press('v', &next);
        }
    }

    // A sentence that was left out becomes a claim: found, selected, taken in.
    desk.press('/', "─ Search");
    desk.type_in("這無疑是");
    desk.enter();
    desk.shows("\" previous");
    desk.tab(2);
    desk.0.send_str("V)").expect("keys");
    desk.press('a', "added: 這無疑是");
    desk.tab(1);
    desk.press('v', "✓ verified: 這無疑是");

    // The next one is no claim; the one after it is cut in two, and joined again.
    desk.press('D', "dismissed: ");
    desk.tab(2);
    desk.0.send_str("ww").expect("keys");
    desk.press('|', "cut in two: ");
    desk.tab(1);
    desk.press('m', "joined: ");

    // The rest is verified, one after the other.
    desk.0.send_str(&"nv".repeat(40)).expect("keys");
    desk.shows("every claim is judged");
    desk.press('C', "─ Commit the claim file");
    desk.enter();
    desk.shows("root-commit");
    desk.0.send(Key::Char('q')).expect("a key");
    assert!(desk.0.wait_exit().expect("an end").success());

    let claims = fs::read_to_string(path.join("weekend.claims.yaml")).expect("a claim file");
    let count = |words: &str| claims.matches(words).count();
    assert_eq!(count("- url: https://example.org/"), 5, "{claims}");
    assert_eq!(count("\n  dismissed: true\n"), 1, "{claims}");
    assert_eq!(count("reason: outdated"), 1, "{claims}");
    assert_eq!(count("correction: 11月18日"), 1, "{claims}");
    assert!(claims.contains("exact: 這無疑是一次驚人的團結"), "{claims}");
    assert_eq!(
        git(path, &["status", "--porcelain", "weekend.claims.yaml"]),
        ""
    );
}
