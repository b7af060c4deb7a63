//! Row 8: the terminal. Events come in, frames go out.
//!
//! `input` makes keys of events, `view` makes a frame of the model, `terminal`
//! takes the terminal and gives it back whatever happens, `event_loop` runs
//! between them. A view reads and never writes, and draws nothing but
//! [`Visible`](crate::text::Visible) text. The terminal, its signals and the
//! threads that watch it may enter here.

mod event_loop;
mod input;
mod paint;
mod style;
mod terminal;
pub mod view;

use std::path::Path;
use std::sync::mpsc::channel;

use crate::app::{Keymap, Model, Opening};
use crate::claim::{Reviewer, Standing};
use crate::desk::{self, Reading};
use crate::text::Problem;

use event_loop::Happening;
use terminal::Screen;

/// Why the interface did not run, or ended badly.
#[derive(Debug)]
pub enum Failure {
    /// There is no terminal.
    NoTerminal(Problem),
    /// Something else.
    Problem(Problem),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

/// Opens the article (or claim file) at `article` and lets the person judge its
/// claims until they quit. `reviewer` is asked last: it may have to wait.
pub fn run(
    article: &Path,
    claims: Option<&Path>,
    reading: Reading,
    reviewer: impl FnOnce() -> Reviewer,
) -> Result<(), Failure> {
    let happenings = channel();
    let sender = happenings.0.clone();
    let report = move |report| {
        // The loop that listens may have ended: then nobody has to be told.
        let _ = sender.send(Happening::Saved(report));
    };
    if !terminal::is_there() {
        // What is wrong with the files is worth more than that there is no terminal.
        desk::look(article, claims, reading)?;
        return Err(Failure::NoTerminal(no_terminal()));
    }
    let (mut desk, opened) = desk::open(article, claims, reading, report)?;
    let mut model = Model::new(Opening {
        article: opened.article,
        review: opened.review,
        ranges: opened.standings.into_iter().map(Standing::range).collect(),
        left_out: opened.left_out,
        reviewer: reviewer(),
        read_only: opened.read_only,
        notices: opened.notices,
        keymap: Keymap::default(),
    });
    let mut screen = Screen::enter()?;
    let ended = event_loop::run(&mut screen, &mut desk, &mut model, &happenings);
    drop(screen);
    // Saved first: that the terminal failed is no reason to lose anything.
    desk.close()?;
    ended.map_err(|error| Failure::Problem(Problem::error(format!("the terminal: {error}"))))
}

fn no_terminal() -> Problem {
    Problem::error("the interface needs a terminal").next_step(
        "without one use: redpencil list, redpencil mark, redpencil status, redpencil check",
    )
}
