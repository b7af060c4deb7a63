//! Row 8: the terminal. Events come in, frames go out.
//!
//! `reply` leaves out what the terminal answers, `input` makes keys of events,
//! `view` makes a frame of the model, `terminal` has the terminal meanwhile, `hold`
//! takes it and gives it back, `signals` sees to it whatever happens, `event_loop` runs between them. A view reads and never writes, and draws nothing but
//! [`Visible`](crate::text::Visible) text. The terminal, its signals and the
//! threads that watch it may enter here.

mod articles;
mod clipboard;
mod event_loop;
mod ground;
mod hold;
mod inbox;
mod input;
mod opening;
mod paint;
mod reply;
mod signals;
mod style;
mod terminal;
pub mod view;

use std::io;
use std::path::{Path, PathBuf};

use crate::app::{Lesson, Model, Opening, Settling, Whereabouts};
use crate::claim::{Reviewer, Standing};
use crate::config::{Settings, Theme, ThemeName};
use crate::desk::{self, Desk, Opened, Reading, Recall};
use crate::text::Problem;

use inbox::{Happening, Inbox};
use opening::Waiting;
use terminal::Screen;

/// Why the interface did not run, or ended badly.
#[derive(Debug)]
pub enum Failure {
    /// There is no terminal.
    NoTerminal(Problem),
    /// Something else.
    Problem(Problem),
}

/// How a review is read.
#[derive(Debug)]
pub enum Manner {
    /// With everybody's verdicts.
    Open,
    /// By a second reader, who does not see the first's verdicts.
    Blind,
    /// By somebody who learns how to, at the tutor's article.
    Lesson(Lesson),
    /// By somebody who settles what two sides differ on.
    Settle(Box<Settling>),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

/// How the interface looks and answers.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    /// The user's settings.
    pub settings: Settings,
    /// The colours; none where nothing is coloured.
    pub theme: Option<Theme>,
}

impl Setup {
    /// Whether the terminal shall be asked for the colour of its ground.
    fn asks_ground(&self) -> bool {
        self.theme.is_some() && self.settings.theme == ThemeName::Ask
    }
}

/// Opens the article (or claim file) at `article` and lets the person judge its
/// claims until they quit. `reviewer` is asked last: it may have to wait.
pub fn run(
    article: &Path,
    claims: Option<&Path>,
    reading: Reading,
    manner: Manner,
    setup: &Setup,
    reviewer: impl FnOnce() -> Result<Reviewer, Problem>,
) -> Result<(), Failure> {
    let wanted = Wanted {
        article,
        claims,
        reading,
        settings: &setup.settings,
        from_articles: false,
    };
    if !terminal::is_there() {
        // What is wrong with the files is worth more than that there is no terminal.
        desk::look(article, claims, reading)?;
        return Err(Failure::NoTerminal(no_terminal()));
    }
    let mut inbox = Inbox::new();
    let waiting = Waiting::for_file(article);
    let (mut desk, opened) = wanted.open(&inbox)?;
    let mut model = wanted.model(opened, reviewer()?);
    desk.whereabouts().come_back(&mut model);
    match manner {
        Manner::Open => welcome(&mut model),
        Manner::Blind => model.read_blind(),
        Manner::Lesson(lesson) => model.teach(lesson),
        Manner::Settle(settling) => model.settle(*settling),
    }
    drop(waiting);
    let mut screen = Screen::enter(setup)?;
    let ended = event_loop::run(
        &mut screen,
        &mut desk,
        &mut model,
        &mut inbox,
        &Recall::new(),
    );
    drop(screen);
    leave(&desk, &model);
    // Saved first: that the terminal failed is no reason to lose anything.
    desk.close()?;
    ended.map_err(|it| terminal_failed(&it))?;
    Ok(())
}

/// Lists the articles at `paths`, files or folders, and lets the person review
/// one after the other. `reviewer` is asked when the first one opens.
pub fn run_articles(
    paths: &[PathBuf],
    reading: Reading,
    setup: &Setup,
    reviewer: impl FnOnce() -> Result<Reviewer, Problem>,
) -> Result<(), Failure> {
    if !terminal::is_there() {
        return Err(Failure::NoTerminal(no_terminal()));
    }
    articles::run(paths, reading, setup, reviewer)
}

/// Remembers where the review is left, to begin there the next time.
fn leave(desk: &Desk, model: &Model) {
    if let Some(place) = Whereabouts::of(model) {
        desk.leave_at(&place);
    }
}

/// Says what redpencil is to somebody who sees it for the first time.
fn welcome(model: &mut Model) {
    if desk::is_first_time() {
        model.welcome();
    }
}

/// A review that is to be opened.
struct Wanted<'a> {
    article: &'a Path,
    claims: Option<&'a Path>,
    reading: Reading,
    settings: &'a Settings,
    /// Whether it was chosen from the list of articles.
    from_articles: bool,
}

impl Wanted<'_> {
    /// Opens it; the inbox hears of every save.
    fn open(&self, inbox: &Inbox) -> Result<(Desk, Opened), Problem> {
        let proposed = desk::propose(self.article, self.claims, self.reading, self.settings)?;
        let sender = inbox.sender();
        let report = move |report| {
            // The loop that listens may have ended: then nobody has to be told.
            let _ = sender.send(Happening::Saved(report));
        };
        let (desk, mut opened) = desk::open(self.article, self.claims, self.reading, report)?;
        opened.notices.extend(proposed);
        Ok((desk, opened))
    }

    /// What is shown of it at first.
    fn model(&self, opened: Opened, reviewer: Reviewer) -> Model {
        let mut model = Model::new(Opening {
            article: opened.article,
            review: opened.review,
            ranges: opened.standings.into_iter().map(Standing::range).collect(),
            left_out: opened.left_out,
            reviewer,
            read_only: opened.read_only,
            notices: opened.notices,
            keymap: self.settings.keymap.clone(),
        });
        model.prefer(self.settings.preferences.clone());
        model.lay_out(desk::layout());
        if self.from_articles {
            model.from_articles()
        } else {
            model
        }
    }
}

fn terminal_failed(error: &io::Error) -> Failure {
    Failure::Problem(Problem::error(format!("the terminal: {error}")))
}

fn no_terminal() -> Problem {
    Problem::error("the interface needs a terminal").next_step(
        "without one use: redpencil --plain ARTICLE, or redpencil list, mark, status, check",
    )
}
