//! Other programs change the claim file while it is under review.

use std::fs;
use std::process::Command;
use std::time::{Duration, UNIX_EPOCH};

use termlens::{Key, Signal};

use crate::{ARTICLE, Session};

/// The claim file as somebody else saves it: Ben judges the second claim.
fn with_bens_verdict(claims: &str) -> String {
    let second = claims
        .match_indices("\n  claim: ")
        .nth(1)
        .expect("a second claim")
        .0;
    let verdict = "\n  verdicts:\n  - verdict: disputed # by hand\n    reviewer: Ben\n    reviewed: 2024-03-05T09:12:44Z";
    format!("{}{verdict}{}", &claims[..second], &claims[second..])
}

fn open_with_one_verdict() -> Session {
    let mut session = Session::open(120, 40);
    session.press(Key::Char('v'), "1 of 3 ·");
    session.until_saved("verified");
    session
}

#[test]
fn a_change_underneath_is_taken_in_and_can_be_taken_back() {
    let mut session = open_with_one_verdict();
    let changed = with_bens_verdict(&session.claims());
    fs::write(session.claims_path(), changed).expect("written");
    session.shows("taken in (1 verdict)");
    session.shows("2 of 3, 1 disputed");
    session.press(Key::Char('g'), "Claims  1 of 3");
    session.press(Key::Char('d'), "wrong");
    session.press(Key::Char('w'), "2 disputed");
    session.until_saved("reason: wrong");
    let claims = session.claims();
    assert!(
        claims.contains("- verdict: disputed # by hand\n    reviewer: Ben"),
        "{claims}"
    );
    // The reason, the verdict, and what came from elsewhere.
    for _ in 0..3 {
        session.terminal.send(Key::Char('z')).expect("a key");
    }
    session.shows("1 of 3 ·");
    let (_folder, claims) = session.quit();
    assert!(!claims.contains("Ben"), "{claims}");
}

#[test]
fn a_change_underneath_that_nobody_saw_is_merged_at_the_end() {
    let mut session = open_with_one_verdict();
    let changed = with_bens_verdict(&session.claims());
    session.press(Key::Char('u'), "2 of 3 ·");
    session.until_saved("verdict: unknown");
    fs::write(session.claims_path(), changed).expect("written");
    let (_folder, claims) = session.quit();
    for kept in ["verified", "Ben"] {
        assert!(claims.contains(kept), "{kept}: {claims}");
    }
}

#[test]
fn a_file_that_became_invalid_is_left_alone_and_merged_once_it_is_mended() {
    let mut session = open_with_one_verdict();
    let whole = session.claims();
    let broken = format!("{whole}\n<<<<<<< ours\n");
    fs::write(session.claims_path(), &broken).expect("written");
    session.shows("cannot be read");
    session.press(Key::Char('u'), "2 of 3 ·");
    assert_eq!(session.claims(), broken);
    fs::write(session.claims_path(), with_bens_verdict(&whole)).expect("written");
    session.until_saved("unknown");
    let (_folder, claims) = session.quit();
    assert!(
        claims.contains("Ben") && claims.contains("unknown"),
        "{claims}"
    );
}

#[test]
fn a_file_that_vanished_is_written_again_with_the_next_change() {
    let mut session = open_with_one_verdict();
    fs::remove_file(session.claims_path()).expect("removed");
    session.shows("the claim file is gone");
    session.press(Key::Char('u'), "2 of 3 ·");
    session.until_saved("unknown");
    let (_folder, claims) = session.quit();
    assert!(
        claims.contains("verified") && claims.contains("unknown"),
        "{claims}"
    );
}

#[test]
fn who_only_looks_on_sees_what_the_other_decides() {
    let mut first = open_with_one_verdict();
    let mut second = crate::terminal_in(first.folder.path(), 120, 40);
    second
        .wait_until(|it| it.text().contains("another redpencil"))
        .expect("a word about it");
    first.press(Key::Char('u'), "2 of 3 ·");
    second
        .wait_until(|it| it.text().contains("2 of 3 ·"))
        .expect("the other's verdict");
}

#[test]
fn a_checker_is_told_that_the_article_changed_under_their_hands() {
    let mut session = open_with_one_verdict();
    let article = session.folder.path().join("harbour.txt");
    fs::write(&article, ARTICLE.replace("212", "213")).expect("written");
    session.shows("ARTICLE CHANGED: you see the words as they were opened");
    // It stays there, and the words stay what the claims were judged by.
    session.press(Key::Char('u'), "2 of 3 ·");
    session.shows("ARTICLE CHANGED");
    session.shows("有212人");
    fs::remove_file(&article).expect("removed");
    session.shows("ARTICLE GONE");
    fs::write(&article, ARTICLE).expect("written");
    session
        .terminal
        .wait_until(|it| !it.contains("ARTICLE"))
        .expect("all is well again");
    let (_folder, claims) = session.quit();
    assert!(claims.contains("unknown"), "{claims}");
}

#[test]
fn a_claim_file_that_became_a_pipe_or_a_folder_is_never_waited_for() {
    for make in ["mkfifo", "mkdir"] {
        let mut session = open_with_one_verdict();
        let path = session.claims_path();
        let whole = session.claims();
        fs::remove_file(&path).expect("removed");
        let made = Command::new(make).arg(&path).status().expect(make);
        assert!(made.success());
        session.shows("NOT SAVED");
        session.press(Key::Char('u'), "2 of 3 ·");
        match make {
            "mkdir" => fs::remove_dir(&path),
            _ => fs::remove_file(&path),
        }
        .expect("removed");
        fs::write(&path, whole).expect("written");
        session.until_saved("unknown");
        session.quit();
    }
}

#[test]
fn where_no_lock_can_be_taken_it_is_said() {
    let session = open_with_one_verdict();
    let (folder, _) = session.quit();
    let state = folder.path().join(".local/state/redpencil");
    let entries = fs::read_dir(&state).expect("the state folder");
    let mut paths = entries.map(|it| it.expect("an entry").path());
    let lock = paths.find(|it| it.extension().is_some_and(|it| it == "lock"));
    let lock = lock.expect("a lock");
    fs::remove_file(&lock).expect("removed");
    // As little of a lock as what some network drives give.
    fs::create_dir(&lock).expect("a folder");
    let mut session = Session::open_in(folder, 120, 40);
    session.shows("no lock could be taken");
    session.press(Key::Char('u'), "2 of 3 ·");
    session.until_saved("unknown");
    session.quit();
}

/// Has all files that redpencil wrote changed at this hour, as far as their times tell.
fn set_times(session_folder: &std::path::Path, seconds: u64) {
    let time = UNIX_EPOCH + Duration::from_secs(seconds);
    let state = session_folder.join(".local/state/redpencil");
    let kept = fs::read_dir(state).expect("the state folder");
    let kept = kept.map(|it| it.expect("an entry").path());
    for path in kept.chain([session_folder.join("harbour.claims.yaml")]) {
        let file = fs::File::options().write(true).open(path).expect("a file");
        file.set_modified(time).expect("a time");
    }
}

#[test]
fn a_clock_that_was_set_back_loses_and_reorders_nothing() {
    let session = open_with_one_verdict();
    let (folder, claims) = session.quit();
    // The clock was wrong then: it stood in another century.
    let at = claims.find("reviewed: 2").expect("a time") + "reviewed: ".len();
    let ahead = format!("{}2199{}", &claims[..at], &claims[at + 4..]);
    fs::write(folder.path().join("harbour.claims.yaml"), &ahead).expect("written");
    set_times(folder.path(), 7_000_000_000);

    let mut session = Session::open_in(folder, 120, 40);
    session.shows("1 of 3 ·");
    session.press(Key::Char('g'), "Claims  1 of 3");
    session.press(Key::Char('d'), "wrong");
    session.press(Key::Char('w'), "1 of 3, 1 disputed");
    session.press(Key::Char('u'), "2 of 3, 1 disputed");
    session.terminal.signal(Signal::Kill).expect("a signal");
    session.terminal.wait_exit().expect("an end");
    // The journal is older than the file now, as their times tell.
    set_times(session.folder.path(), 1_000_000);

    let mut session = Session::open_in(session.folder, 120, 40);
    session.shows("2 of 3, 1 disputed");
    session.press(Key::Char('z'), "1 of 3, 1 disputed");
    // The reason was a step of its own.
    session.terminal.send(Key::Char('z')).expect("a key");
    session.press(Key::Char('z'), "1 of 3 ·");
    let (_folder, claims) = session.quit();
    assert_eq!(claims, ahead);
}
