//! The tutor in the real binary: it notices what was done and leaves nothing.

use std::fs;

use tempfile::TempDir;
use termlens::Key;

use crate::terminal_on;

#[test]
fn the_tutor_notices_each_step_and_leaves_no_file() {
    let folder = TempDir::new().expect("a temporary folder");
    let mut terminal = terminal_on(folder.path(), "tutor", 80, 24);
    let mut shows = |key: Option<char>, words: &str| {
        if let Some(key) = key {
            terminal.send(Key::Char(key)).expect("a key");
        }
        terminal
            .wait_until(|it| it.text().contains(words))
            .expect("the words on the screen");
    };
    shows(None, "Step 1 of 10");
    shows(Some('j'), "2 of 9");
    shows(Some('k'), "Step 2 of 10");
    shows(Some('v'), "Step 3 of 10");
    terminal.send(Key::Char('q')).expect("a key");
    assert!(terminal.wait_exit().expect("an end").success());
    let state = folder.path().join(".local/state/redpencil");
    let left: Vec<std::ffi::OsString> = fs::read_dir(state)
        .map(|it| it.filter_map(|it| Some(it.ok()?.file_name())).collect())
        .unwrap_or_default();
    assert_eq!(left, ["welcomed"]);
}
