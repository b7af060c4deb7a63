//! The settings, in the real binary.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;
use termlens::{Key, Terminal};

use crate::{ARTICLE, PATIENCE};

/// A folder with an article, and a home with these settings.
fn folder(settings: &str) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("harbour.txt"), ARTICLE).expect("an article");
    let home = folder.path().join(".config/redpencil");
    fs::create_dir_all(&home).expect("a folder");
    fs::write(home.join("config.toml"), settings).expect("settings");
    let state = folder.path().join(".local/state/redpencil");
    fs::create_dir_all(&state).expect("a folder");
    fs::write(state.join("welcomed"), "").expect("a mark that the welcome was shown");
    folder
}

fn builder(folder: &Path) -> termlens::TerminalBuilder {
    Terminal::builder()
        .size(120, 40)
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("HOME", folder)
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("USER", "林美")
        .current_dir(folder)
        .timeout(PATIENCE)
}

fn open(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Terminal {
    let mut builder = builder(folder);
    for (name, value) in environment {
        builder = builder.env(name, value);
    }
    for argument in arguments {
        builder = builder.arg(argument);
    }
    let mut terminal = builder
        .arg("harbour.txt")
        .spawn(env!("CARGO_BIN_EXE_redpencil"))
        .expect("redpencil starts");
    terminal
        .wait_until(|it| it.text().contains(" help"))
        .expect("the first frame");
    terminal
}

/// Whether anything is drawn in a colour once a claim is judged.
fn is_coloured(mut terminal: Terminal) -> bool {
    terminal.send(Key::Char('v')).expect("a key");
    let judged = |it: &termlens::Screen| it.text().contains("1 of 3 ·") && it.find("✓").is_some();
    terminal.wait_until(judged).expect("a verdict");
    let screen = terminal.screen();
    let (rows, columns) = (screen.rows(), screen.cols());
    let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let mut cells = cells.filter_map(|(row, column)| screen.cell(row, column));
    cells.any(|it| {
        let style = it.style();
        style.fg != termlens::Color::Default || style.bg != termlens::Color::Default
    })
}

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_redpencil"))
        .current_dir(folder)
        .env("HOME", folder)
        .env_remove("XDG_CONFIG_HOME")
        .args(arguments)
        .output()
        .expect("redpencil runs");
    let told = |it: Vec<u8>| String::from_utf8(it).expect("UTF-8");
    (
        output.status.code(),
        told(output.stdout),
        told(output.stderr),
    )
}

#[test]
fn the_clipboard_can_be_left_alone() {
    let folder = folder("clipboard = false\n");
    let mut terminal = open(folder.path(), &[], &[]);
    terminal.send(Key::Char('y')).expect("a key");
    terminal
        .wait_until(|it| it.contains("not copied"))
        .expect("a word about it");
    assert!(terminal.screen().clipboard().is_none());
}

#[test]
fn a_key_of_ones_own_does_it_and_the_screen_says_so() {
    let folder = folder("reviewer = \"Ana\"\n[keys]\nverify = [\"f2\"]\nhelp = \"!\"\n");
    let mut terminal = open(folder.path(), &[], &[]);
    let shows = |it: &termlens::Screen, words: &str| it.text().contains(words);
    terminal
        .wait_until(|it| shows(it, "f2 verified") && shows(it, "! help") && shows(it, "· Ana"))
        .expect("the keys and the name");
    terminal.send(Key::Char('v')).expect("a key");
    terminal
        .wait_until(|it| shows(it, "v does nothing here; ! shows all keys"))
        .expect("a word about the old key");
    terminal.send(Key::F(2)).expect("a key");
    terminal
        .wait_until(|it| shows(it, "1 of 3"))
        .expect("a verdict");
    terminal.send(Key::Char('!')).expect("a key");
    terminal
        .wait_until(|it| shows(it, "f2                  Verified"))
        .expect("the help");
}

#[test]
fn colours_are_those_that_are_asked_for() {
    let plain = folder("");
    assert!(is_coloured(open(plain.path(), &[], &[])));
    let quiet = folder("");
    assert!(!is_coloured(open(quiet.path(), &[], &[("NO_COLOR", "1")])));
    let never = folder("");
    assert!(!is_coloured(open(never.path(), &["--color", "never"], &[])));
    let set = folder("color = \"never\"\n");
    assert!(!is_coloured(open(set.path(), &[], &[])));
    let always = folder("color = \"never\"\n");
    let terminal = open(always.path(), &["--color", "always"], &[("NO_COLOR", "1")]);
    assert!(is_coloured(terminal));
}

/// The colour of the verdict on a screen whose terminal has that ground.
fn verdict_on(folder: &Path, ground: u8) -> termlens::Color {
    let mut terminal = builder(folder)
        .background_rgb(ground, ground, ground)
        .arg("harbour.txt")
        .spawn(env!("CARGO_BIN_EXE_redpencil"))
        .expect("redpencil starts");
    let shows = |it: &termlens::Screen, words: &str| it.text().contains(words);
    terminal
        .wait_until(|it| shows(it, "0 of 3 ·"))
        .expect("the first frame");
    terminal.send(Key::Char('v')).expect("a key");
    terminal
        .wait_until(|it| shows(it, "1 of 3 ·") && !shows(it, "does nothing"))
        .expect("a verdict, and no key beside it");
    let colour = |it: &termlens::Screen| {
        let (row, column) = it.find("✓")?;
        Some(it.cell(row, column)?.style().fg)
    };
    let is_of_a_theme = |it: &termlens::Screen| match colour(it) {
        Some(termlens::Color::Indexed(number)) => number > 15,
        _ => false,
    };
    terminal
        .wait_until(is_of_a_theme)
        .expect("a colour of a theme");
    colour(&terminal.screen()).expect("a verdict")
}

#[test]
fn the_terminal_is_asked_for_its_ground_where_the_person_says_so() {
    for (ground, verified) in [(0xff, 22), (0x10, 114)] {
        let folder = folder("theme = \"ask\"\n");
        let colour = verdict_on(folder.path(), ground);
        assert_eq!(colour, termlens::Color::Indexed(verified), "{ground}");
    }
}

#[test]
fn settings_that_cannot_be_read_are_told_with_their_place() {
    let folder = folder("theme = \"dark\"\n[keys]\nverfy = [\"v\"]\n");
    let (code, _, told) = run(folder.path(), &["--plain", "harbour.txt"]);
    assert_eq!(code, Some(3), "{told}");
    assert!(told.contains("config.toml:3:1"), "{told}");
    assert!(told.contains("did you mean verify?"), "{told}");
}

#[test]
fn the_first_file_is_written_once_and_shows_what_holds() {
    let folder = TempDir::new().expect("a temporary folder");
    let (code, path, _) = run(folder.path(), &["config", "--init"]);
    assert_eq!(code, Some(0));
    let path = folder.path().join(path.trim());
    let written = fs::read_to_string(&path).expect("settings");
    assert!(written.contains("\n# theme = \"auto\"\n"), "{written}");
    fs::write(&path, "theme = \"light\"\n").expect("settings");
    let (code, _, told) = run(folder.path(), &["config", "--init"]);
    assert_eq!(code, Some(3));
    assert!(told.contains("there are settings already"), "{told}");
    assert_eq!(
        fs::read_to_string(&path).expect("settings"),
        "theme = \"light\"\n"
    );
    let (_, shown, _) = run(folder.path(), &["config", "--show"]);
    assert!(shown.contains("\ntheme = \"light\"\n"), "{shown}");
    assert!(shown.contains("\nverify = [\"v\"]"), "{shown}");
    let (_, told, _) = run(folder.path(), &["config", "--path"]);
    assert!(
        told.trim().ends_with(".config/redpencil/config.toml"),
        "{told}"
    );
}
