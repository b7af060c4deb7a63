//! A folder of articles: listed, opened, judged, and come back to.

use std::fs;

use tempfile::TempDir;
use termlens::{Key, Terminal};

use crate::{ARTICLE, terminal_on};

const SECOND: &str = "The tram line cost 4 million euros.\nIt opened on 3 March 2024.\n";

/// A folder with two articles, and redpencil open on the list of them.
fn list() -> (TempDir, Terminal) {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("harbour.txt"), ARTICLE).expect("an article");
    fs::write(folder.path().join("tram.txt"), SECOND).expect("an article");
    let mut terminal = terminal_on(folder.path(), ".", 100, 30);
    wait(&mut terminal, "2 articles, 2 not split yet");
    (folder, terminal)
}

fn wait(terminal: &mut Terminal, words: &str) {
    terminal
        .wait_until(|it| it.text().contains(words))
        .expect("the words on the screen");
}

#[test]
fn an_article_is_opened_judged_and_its_row_renewed() {
    let (folder, mut terminal) = list();
    for (leave, shown) in [(Key::Char('q'), "1/3"), (Key::Esc, "2/3")] {
        terminal.send(Key::Enter).expect("a key");
        wait(&mut terminal, "to the list");
        terminal.send(Key::Char('v')).expect("a key");
        wait(&mut terminal, "✓ verified:");
        terminal.send(leave).expect("a key");
        wait(&mut terminal, shown);
    }
    wait(&mut terminal, "2 articles, 1 not split yet");
    terminal.send(Key::Char('q')).expect("a key");
    assert!(terminal.wait_exit().expect("an end").success());
    let claims = fs::read_to_string(folder.path().join("harbour.claims.yaml"));
    assert_eq!(
        claims
            .expect("a claim file")
            .matches("verdict: verified")
            .count(),
        2
    );
    assert!(!folder.path().join("tram.claims.yaml").exists());
}

#[test]
fn an_article_that_cannot_be_opened_leaves_the_list_standing() {
    let (folder, mut terminal) = list();
    fs::remove_file(folder.path().join("harbour.txt")).expect("gone");
    terminal.send(Key::Enter).expect("a key");
    wait(&mut terminal, "there is no such file");
    terminal.send(Key::Char('R')).expect("a key");
    wait(&mut terminal, "1 article, 1 not split yet");
    terminal.send(Key::Char('q')).expect("a key");
    assert!(terminal.wait_exit().expect("an end").success());
}
