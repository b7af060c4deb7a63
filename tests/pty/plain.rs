//! `--plain` typed by a person at a terminal: prompts, and nothing drawn.

use std::fs;

use tempfile::TempDir;

use crate::ARTICLE;
use crate::settle::{open, shows};

#[test]
fn the_prompt_says_whether_a_command_or_an_answer_is_waited_for() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("harbour.txt"), ARTICLE).expect("written");
    let mut terminal = open(folder.path(), &["--plain", "harbour.txt"]);
    shows(&mut terminal, "Type help for the commands");
    for (line, words) in [
        ("source", "A source in 8 questions."),
        ("example.org/letter", "Error: an address starts with"),
        ("https://example.org/letter", "Title:"),
        ("聯名信", "Stance (supports"),
        (".", "source: 聯名信"),
        ("note", "note, line 1>"),
        ("Counted.", "note, line 2>"),
        (".", "note: "),
        ("query Who counted?", "query to the author: "),
    ] {
        terminal.send_str(&format!("{line}\r")).expect("a line");
        shows(&mut terminal, words);
    }
    assert!(!terminal.screen().alternate_screen());
    terminal.send_str("quit\r").expect("a line");
    assert!(terminal.wait_exit().expect("an end").success());
    let claims = fs::read_to_string(folder.path().join("harbour.claims.yaml")).expect("saved");
    for line in [
        "  - url: https://example.org/letter",
        "    title: 聯名信",
        "  query: Who counted?",
        "  note: Counted.",
    ] {
        assert!(claims.contains(line), "{line}\n{claims}");
    }
}
