//! Events in, frames out, until the person quits.
//!
//! One thread reads the terminal and one saves; both write into one channel, on
//! which this waits: no wake-ups while nothing happens. All input that is there
//! is taken before a frame is drawn, so a held key costs one frame, not a
//! hundred.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event};

use crate::app::{self, Effect, Message, Model};
use crate::desk::{self, Desk, Report};
use crate::tui::input::chord;
use crate::tui::terminal::{Screen, copy};
use crate::tui::view;

/// Something that the loop waits for.
pub(crate) enum Happening {
    /// The terminal has input.
    Input(io::Result<Vec<Event>>),
    /// The desk has saved, or could not.
    Saved(Report),
}

/// Runs until the person quits. `desk` saves, `model` is what is shown.
pub(crate) fn run(
    screen: &mut Screen,
    desk: &mut Desk,
    model: &mut Model,
    happenings: &(Sender<Happening>, Receiver<Happening>),
) -> io::Result<()> {
    let (sender, receiver) = happenings;
    let turns = read_input(sender.clone());
    frame(screen, model)?;
    let mut reading = turns.send(()).is_ok();
    while let Ok(first) = receiver.recv() {
        for happening in std::iter::once(first).chain(receiver.try_iter()) {
            let messages = match happening {
                Happening::Input(events) => {
                    reading = false;
                    messages(events?)
                }
                Happening::Saved(Report::Saved) => vec![Message::Saved],
                Happening::Saved(Report::Failed(problem)) => vec![Message::SaveFailed(problem)],
                Happening::Saved(Report::Changed(change)) => vec![Message::ChangedOutside(change)],
                Happening::Saved(Report::Told(words)) => vec![Message::Told(words)],
            };
            for message in messages {
                if take(screen, desk, model, message)? {
                    return Ok(());
                }
            }
        }
        frame(screen, model)?;
        // The reader gets its turn only now, so that the editor has the keys to itself.
        reading = reading || turns.send(()).is_ok();
    }
    Ok(())
}

/// Takes one message and carries out what it asks for. Answers whether to quit.
fn take(
    screen: &mut Screen,
    desk: &mut Desk,
    model: &mut Model,
    message: Message,
) -> io::Result<bool> {
    for effect in app::update(model, message) {
        let answer = match &effect {
            Effect::Quit => return Ok(true),
            Effect::Suspend => {
                screen.suspend()?;
                None
            }
            Effect::Redraw => {
                screen.forget()?;
                None
            }
            Effect::Copy(words) => {
                copy(words)?;
                Some(Message::Told(format!(
                    "copied {} characters",
                    words.chars().count()
                )))
            }
            Effect::Edit { purpose, text } => Some(match screen.lend(|| desk::edit(text))? {
                Ok(text) => Message::Edited {
                    purpose: purpose.clone(),
                    text,
                    now: desk::now(),
                },
                Err(problem) => Message::Failed(problem),
            }),
            Effect::Record { .. } | Effect::Adopted(_) | Effect::OpenUrl(_) => desk
                .carry_out(&effect, model.review())
                .err()
                .map(Message::Failed),
        };
        if let Some(answer) = answer
            && take(screen, desk, model, answer)?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

fn frame(screen: &mut Screen, model: &mut Model) -> io::Result<()> {
    let panes = app::panes(model, screen.size()?);
    app::settle(model, &panes);
    screen.draw(|frame| view::draw(frame, model, &panes))
}

/// Reads the terminal, one batch each time it is told to. Returns where to tell it.
fn read_input(sender: Sender<Happening>) -> Sender<()> {
    let (turns, turn) = channel();
    thread::spawn(move || {
        while turn.recv().is_ok() {
            if sender.send(Happening::Input(batch())).is_err() {
                return;
            }
        }
    });
    turns
}

/// Waits for input and takes all that is there.
fn batch() -> io::Result<Vec<Event>> {
    let mut events = vec![event::read()?];
    while event::poll(Duration::ZERO)? {
        events.push(event::read()?);
    }
    Ok(events)
}

fn messages(events: Vec<Event>) -> Vec<Message> {
    let message = |event| match event {
        Event::Key(key) => chord(key).map(|key| Message::Key {
            key,
            now: desk::now(),
        }),
        Event::Paste(words) => Some(Message::Paste(words)),
        // The frame asks the terminal for its size each time.
        Event::Resize(..) | Event::FocusGained | Event::FocusLost | Event::Mouse(_) => None,
    };
    events.into_iter().filter_map(message).collect()
}
