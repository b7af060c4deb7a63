//! Every action of the table in the real binary, by each of its keys and, in
//! the review, by the palette. An action without a case fails the tests.

mod article;
mod articles;
mod claim;
mod fields;
mod questions;
mod review;
pub(crate) mod stage;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use redpencil::app::{ACTIONS, Entry, Scope};
use termlens::Terminal;

use self::stage::{Stage, bytes};

/// What a person does on the way, and what shows that it was taken.
#[derive(Clone, Copy)]
enum Step {
    /// Presses a key; the words come.
    Key(&'static str, &'static str),
    /// Presses a key and waits for nothing: the next step waits for both.
    Press(&'static str),
    /// Presses a key; the cursor in the article then stands on these words.
    To(&'static str, &'static str),
    /// Presses a key; the cursor moves.
    Move(&'static str),
    /// Writes a file, outside redpencil.
    Write(&'static str),
    /// Types words, which then stand on the screen.
    Type(&'static str),
}

/// What an action does to the screen.
#[derive(Clone, Copy)]
enum Then {
    /// These words come.
    Shows(&'static str),
    /// These words go.
    Hides(&'static str),
    /// These words stand out as the title of the pane with the focus.
    Focuses(&'static str),
    /// The cursor in the article stands on these words.
    Stands(&'static str),
    /// These words come to stand in this row.
    At(&'static str, u16),
    /// The terminal is copied to.
    Copies(&'static str),
    /// The cursor moves by so many rows and columns.
    Cursor(i32, i32),
    /// The screen is drawn anew, from its first cell to its last.
    Draws,
    /// The shell has the terminal, until the process goes on.
    Stops,
    /// The process ends well.
    Ends,
}

struct Case {
    /// The action's name in the table.
    action: &'static str,
    stage: Stage,
    before: &'static [Step],
    then: Then,
}

const fn case(action: &'static str, stage: Stage, before: &'static [Step], then: Then) -> Case {
    Case {
        action,
        stage,
        before,
        then,
    }
}

/// All cases.
fn cases() -> impl Iterator<Item = &'static Case> {
    let tables = [
        claim::CASES,
        article::CASES,
        review::CASES,
        questions::CASES,
        fields::CASES,
        articles::CASES,
    ];
    tables.into_iter().flatten()
}

/// How an action is asked for.
#[derive(Clone, Copy, Debug)]
enum By {
    Key(&'static str),
    Palette,
}

#[test]
fn every_action_has_a_case() {
    let tried: BTreeSet<&str> = cases().map(|it| it.action).collect();
    let all: BTreeSet<&str> = ACTIONS.iter().map(|it| it.name).collect();
    let untried: Vec<_> = all.difference(&tried).collect();
    let unknown: Vec<_> = tried.difference(&all).collect();
    assert!(
        untried.is_empty(),
        "no case in tests/pty/actions: {untried:?}"
    );
    assert!(unknown.is_empty(), "no such action: {unknown:?}");
}

#[test]
fn actions_on_a_claim_do_what_they_say() {
    try_all(&[Scope::Claim]);
}

#[test]
fn actions_in_the_article_do_what_they_say() {
    try_all(&[Scope::Article]);
}

#[test]
fn actions_of_the_review_do_what_they_say() {
    try_all(&[Scope::Review]);
}

#[test]
fn answers_to_questions_do_what_they_say() {
    try_all(&[
        Scope::Reason,
        Scope::Filter,
        Scope::Editor,
        Scope::Choice,
        Scope::Sources,
        Scope::Help,
        Scope::Welcome,
    ]);
}

#[test]
fn actions_in_fields_do_what_they_say() {
    try_all(&[
        Scope::Field,
        Scope::Form,
        Scope::Palette,
        Scope::Search,
        Scope::Conditions,
    ]);
}

#[test]
fn actions_in_the_list_of_articles_do_what_they_say() {
    try_all(&[Scope::Articles]);
}

/// Tries the cases of these scopes, several at a time, and tells of all that fail.
fn try_all(scopes: &[Scope]) {
    let mut tries: Vec<(&Case, By)> = Vec::new();
    for case in cases() {
        let entry = entry(case.action);
        if !scopes.contains(&entry.scope) {
            continue;
        }
        tries.extend(entry.keys.iter().map(|it| (case, By::Key(it))));
        let is_listed = matches!(entry.scope, Scope::Claim | Scope::Review | Scope::Article);
        if is_listed && case.action != "palette" {
            tries.push((case, By::Palette));
        }
    }
    let next = AtomicUsize::new(0);
    let work = || {
        let mut failed = Vec::new();
        while let Some((case, by)) = tries.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Err(why) = attempt(case, *by) {
                failed.push(format!("{} by {by:?}: {why}", case.action));
            }
        }
        failed
    };
    let failed: Vec<String> = thread::scope(|scope| {
        let workers: Vec<_> = (0..4).map(|_| scope.spawn(work)).collect();
        let failed = workers.into_iter().map(|it| it.join().expect("a worker"));
        failed.flatten().collect()
    });
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

fn entry(action: &str) -> &'static Entry {
    let found = ACTIONS.iter().find(|it| it.name == action);
    found.unwrap_or_else(|| panic!("no such action: {action}"))
}

/// One case on a stage of its own.
fn attempt(case: &Case, by: By) -> Result<(), String> {
    let (folder, mut terminal) = case.stage.open();
    for step in case.before {
        take(folder.path(), &mut terminal, *step)?;
    }
    if let By::Palette = by {
        take(folder.path(), &mut terminal, Step::Key(":", "What to do"))?;
        send(&mut terminal, case.action)?;
        shows(&mut terminal, &format!("> {} ", case.action))?;
    }
    let keys = match by {
        By::Key(key) => key,
        By::Palette => "enter",
    };
    check(&mut terminal, keys, case.then)
}

fn take(folder: &Path, terminal: &mut Terminal, step: Step) -> Result<(), String> {
    match step {
        Step::Key(key, words) => {
            absent(terminal, words)?;
            send(terminal, &bytes(key))?;
            shows(terminal, words)
        }
        Step::Press(key) => send(terminal, &bytes(key)),
        Step::To(key, words) => {
            send(terminal, &bytes(key))?;
            stands(terminal, words)
        }
        Step::Write(name) => {
            fs::write(folder.join(name), "One more.\n").map_err(|it| it.to_string())
        }
        Step::Move(key) => {
            let before = cursor(terminal)?;
            send(terminal, &bytes(key))?;
            waits(terminal, "the cursor elsewhere", |it| it.cursor() != before)
        }
        Step::Type(words) => {
            absent(terminal, words)?;
            send(terminal, words)?;
            shows(terminal, words)
        }
    }
}

/// Presses the key and waits for what it does.
fn check(terminal: &mut Terminal, key: &str, then: Then) -> Result<(), String> {
    if let Then::Shows(words) = then {
        absent(terminal, words)?;
    }
    let (row, column, _) = match then {
        Then::Cursor(..) => cursor(terminal)?,
        _ => Default::default(),
    };
    let frames = terminal.frame_timings().len();
    send(terminal, &bytes(key))?;
    match then {
        Then::Shows(words) => shows(terminal, words),
        Then::Hides(words) => hides(terminal, words),
        Then::Focuses(words) => waits(terminal, words, |it| {
            let place = it
                .find(words)
                .and_then(|(row, column)| it.cell(row, column));
            place.is_some_and(|it| it.style().reverse)
        }),
        Then::Stands(words) => stands(terminal, words),
        Then::Copies(words) => waits(terminal, words, |it| {
            let copied = it.clipboard().and_then(|it| it.text().map(str::to_owned));
            copied.is_some_and(|it| it.contains(words))
        }),
        Then::Cursor(rows, columns) => {
            let moved = |from: u16, by: i32| i32::from(from) + by;
            waits(terminal, "the cursor elsewhere", |it| {
                let now = it.cursor();
                i32::from(now.0) == moved(row, rows) && i32::from(now.1) == moved(column, columns)
            })
        }
        Then::At(words, row) => waits(terminal, words, |it| {
            it.find(words).is_some_and(|found| found.0 == row)
        }),
        Then::Draws => {
            stage::is_drawn_anew(terminal, frames);
            Ok(())
        }
        Then::Stops => stage::stops_and_goes_on(terminal),
        Then::Ends => {
            let status = terminal.wait_exit().map_err(|it| it.to_string())?;
            status
                .success()
                .then_some(())
                .ok_or_else(|| format!("{status:?}"))
        }
    }
}

/// Where the cursor is once a whole frame is there: it is placed last.
fn cursor(terminal: &mut Terminal) -> Result<(u16, u16, bool), String> {
    let rest = terminal.wait_stable(Duration::from_millis(50));
    rest.map(|it| it.cursor()).map_err(|it| it.to_string())
}

fn send(terminal: &mut Terminal, bytes: &str) -> Result<(), String> {
    terminal.send_str(bytes).map_err(|it| it.to_string())
}

/// Waiting for words that are there already would wait for nothing.
fn absent(terminal: &Terminal, words: &str) -> Result<(), String> {
    let text = terminal.screen().text();
    if text.contains(words) {
        return Err(format!("{words:?} is there already:\n{text}"));
    }
    Ok(())
}

/// The cursor in the article is bold, as nothing else in it.
fn stands(terminal: &mut Terminal, words: &str) -> Result<(), String> {
    waits(terminal, &format!("the cursor on {words}"), |it| {
        let places = it.find_all(words).into_iter();
        let mut cells = places.filter_map(|(row, column)| it.cell(row, column));
        cells.any(|it| it.style().bold)
    })
}

fn shows(terminal: &mut Terminal, words: &str) -> Result<(), String> {
    waits(terminal, words, |it| it.text().contains(words))
}

fn hides(terminal: &mut Terminal, words: &str) -> Result<(), String> {
    waits(terminal, &format!("no {words}"), |it| {
        !it.text().contains(words)
    })
}

fn waits(
    terminal: &mut Terminal,
    what: &str,
    holds: impl Fn(&termlens::Screen) -> bool,
) -> Result<(), String> {
    let waited = terminal.wait_until(holds).map(drop);
    waited.map_err(|_| format!("waited for {what}:\n{}", terminal.screen().text()))
}
