//! The list of articles on the screen, and the reviews that are opened from it.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};

use crossterm::event::Event;

use crate::app::{
    self, Articles, ArticlesEffect, ArticlesMessage, articles_panes, settle_articles,
};
use crate::claim::Reviewer;
use crate::desk::{self, Gathered, Reading, Recall};
use crate::text::Problem;
use crate::tui::inbox::{Happening, Inbox};
use crate::tui::input::{chord, pointer};
use crate::tui::terminal::Screen;
use crate::tui::{Failure, Setup, Wanted, event_loop, leave, terminal_failed, view, welcome};

/// Lets the person choose among the articles at `paths`, files or folders, and
/// review them until they quit. `reviewer` is asked when the first one opens.
pub(super) fn run(
    paths: &[PathBuf],
    reading: Reading,
    setup: &Setup,
    reviewer: impl FnOnce() -> Result<Reviewer, Problem>,
) -> Result<(), Failure> {
    let mut inbox = Inbox::new();
    gather(paths, &inbox);
    let mut screen = Screen::enter(setup)?;
    let mut list = List {
        articles: Articles::new(&title(paths), setup.settings.keymap.clone())
            .measured(setup.settings.preferences.ambiguous_width),
        paths,
        reading,
        setup,
        who: Who::Asked(Some(reviewer)),
        recall: Recall::new(),
    };
    let ended = list.run(&mut screen, &mut inbox);
    drop(screen);
    ended.map_err(|it| terminal_failed(&it))
}

/// The list and what opening an article takes.
struct List<'a, F> {
    articles: Articles,
    paths: &'a [PathBuf],
    reading: Reading,
    setup: &'a Setup,
    who: Who<F>,
    recall: Recall,
}

/// Who judges: asked once, when it is needed.
enum Who<F> {
    Asked(Option<F>),
    Known(Reviewer),
    /// It cannot be told, and why.
    Unknown(Problem),
}

impl<F: FnOnce() -> Result<Reviewer, Problem>> Who<F> {
    fn answer(&mut self) -> Result<Reviewer, Problem> {
        if let Self::Asked(ask) = self
            && let Some(ask) = ask.take()
        {
            *self = ask().map_or_else(Self::Unknown, Self::Known);
        }
        match self {
            Self::Known(reviewer) => Ok(reviewer.clone()),
            Self::Unknown(problem) => Err(problem.clone()),
            Self::Asked(_) => Ok(Reviewer::new("")),
        }
    }
}

impl<F: FnOnce() -> Result<Reviewer, Problem>> List<'_, F> {
    fn run(&mut self, screen: &mut Screen, inbox: &mut Inbox) -> io::Result<()> {
        loop {
            self.frame(screen)?;
            let mut happened = VecDeque::from(inbox.wait());
            while let Some(happening) = happened.pop_front() {
                if let Happening::Ground { is_light } = happening {
                    screen.stand_on(is_light);
                    continue;
                }
                for message in messages(happening)? {
                    match app::update_articles(&mut self.articles, message) {
                        None => {}
                        Some(ArticlesEffect::Open(path)) => {
                            happened.extend(self.open(screen, inbox, &path)?);
                        }
                        Some(ArticlesEffect::Reread) => gather(self.paths, inbox),
                        Some(ArticlesEffect::Suspend) => screen.suspend()?,
                        Some(ArticlesEffect::Redraw) => screen.forget()?,
                        Some(ArticlesEffect::Quit) => return Ok(()),
                    }
                }
            }
        }
    }

    /// Opens an article for review until the person comes back, and renews its
    /// row. Answers with what happened to the list meanwhile.
    fn open(
        &mut self,
        screen: &mut Screen,
        inbox: &mut Inbox,
        path: &Path,
    ) -> io::Result<Vec<Happening>> {
        let wanted = Wanted {
            article: path,
            claims: None,
            reading: self.reading,
            settings: &self.setup.settings,
            from_articles: true,
        };
        let opened = wanted.open(inbox);
        let ready = opened.and_then(|it| Ok((it, self.who.answer()?)));
        let ((mut desk, opened), reviewer) = match ready {
            Ok(ready) => ready,
            Err(problem) => {
                self.tell(ArticlesMessage::Failed(problem));
                return Ok(Vec::new());
            }
        };
        let mut model = wanted.model(opened, reviewer);
        desk.whereabouts().come_back(&mut model);
        welcome(&mut model);
        let ended = event_loop::run(screen, &mut desk, &mut model, inbox, &self.recall);
        leave(&desk, &model);
        // Saved first: that the terminal failed is no reason to lose anything.
        if let Err(problem) = desk.close() {
            self.tell(ArticlesMessage::Failed(problem));
        }
        self.tell(ArticlesMessage::Arrived(vec![desk::article_row(path)]));
        ended
    }

    fn tell(&mut self, message: ArticlesMessage) {
        // Nothing is asked for where no key was pressed.
        let _ = app::update_articles(&mut self.articles, message);
    }

    fn frame(&mut self, screen: &mut Screen) -> io::Result<()> {
        let panes = articles_panes(screen.size()?);
        settle_articles(&mut self.articles, &panes);
        screen.draw(|frame| view::draw_articles(frame, &self.articles, &panes))
    }
}

/// What the list is of, in words.
fn title(paths: &[PathBuf]) -> String {
    match paths {
        [one] => one.display().to_string(),
        several => format!("{} paths", several.len()),
    }
}

fn gather(paths: &[PathBuf], inbox: &Inbox) {
    let sender = inbox.sender();
    desk::gather(paths.to_vec(), move |found| {
        // The list that listens may have been left.
        let _ = sender.send(Happening::Gathered(found));
    });
}

fn messages(happening: Happening) -> io::Result<Vec<ArticlesMessage>> {
    Ok(match happening {
        Happening::Input(events) => events?.into_iter().filter_map(message).collect(),
        Happening::Gathered(Gathered::Rows(rows)) => vec![ArticlesMessage::Arrived(rows)],
        Happening::Gathered(Gathered::All) => vec![ArticlesMessage::AllArrived],
        // The last word of a review that was left: its desk has told what went wrong.
        Happening::Saved(_)
        | Happening::Ground { .. }
        | Happening::Remembered { .. }
        | Happening::LeftOut { .. } => Vec::new(),
    })
}

fn message(event: Event) -> Option<ArticlesMessage> {
    match event {
        Event::Key(key) => chord(key).map(ArticlesMessage::Key),
        Event::Mouse(event) => pointer(event).map(ArticlesMessage::Pointer),
        Event::Paste(words) => Some(ArticlesMessage::Paste(words)),
        // The frame asks the terminal for its size each time.
        Event::Resize(..) | Event::FocusGained | Event::FocusLost => None,
    }
}
