//! A review on the screen: events in, frames out, until the person leaves it.

use std::io;

use crossterm::event::Event;

use crate::app::{self, Effect, Message, Model};
use crate::desk::{self, Desk, Recall, Report};
use crate::text::Problem;
use crate::tui::inbox::{Happening, Inbox};
use crate::tui::input::{chord, pointer};
use crate::tui::terminal::Screen;
use crate::tui::view;

/// Runs until the person leaves the review. `desk` saves, `model` is what is
/// shown, `recall` knows other claim files. Answers with what happened meanwhile and is of no concern here.
pub(crate) fn run(
    screen: &mut Screen,
    desk: &mut Desk,
    model: &mut Model,
    inbox: &mut Inbox,
    recall: &Recall,
) -> io::Result<Vec<Happening>> {
    let mut kept = Vec::new();
    frame(screen, model)?;
    // Only now: other claim files must not hold up the first frame.
    remember(recall, desk, inbox);
    if !model.knows_left_out() {
        look_for_left_out(desk, model, inbox);
    }
    loop {
        frame(screen, model)?;
        let happened = if model.is_searching() {
            inbox.look()
        } else {
            inbox.wait()
        };
        if happened.is_empty() && take(screen, desk, model, Message::GoOn)? {
            return Ok(kept);
        }
        for happening in happened {
            let messages = match happening {
                Happening::Input(events) => {
                    let events = events?;
                    if events.contains(&Event::FocusGained) {
                        desk.look_again();
                    }
                    messages(events)
                }
                Happening::Ground { is_light } => {
                    screen.stand_on(is_light);
                    continue;
                }
                Happening::Saved(Report::Saved) => vec![Message::Saved],
                Happening::Saved(Report::Failed(problem)) => vec![Message::SaveFailed(problem)],
                Happening::Saved(Report::Changed(change)) => vec![Message::ChangedOutside(change)],
                Happening::Saved(Report::Article(now)) => vec![Message::ArticleOnDisk(now)],
                Happening::Saved(Report::Told(words)) => vec![Message::Told(words)],
                Happening::Remembered { claims, memory } => {
                    // What was read for an article that was left since is not for this one.
                    let is_own = claims == desk.claims_path();
                    let memory = is_own.then_some(Message::Remembered(memory));
                    memory.into_iter().collect()
                }
                Happening::LeftOut { claims, left_out } => {
                    let is_own = claims == desk.claims_path();
                    let left_out = is_own.then_some(Message::LeftOut(left_out));
                    left_out.into_iter().collect()
                }
                Happening::Gathered(_) => {
                    kept.push(happening);
                    continue;
                }
            };
            for message in messages {
                if take(screen, desk, model, message)? {
                    return Ok(kept);
                }
            }
        }
    }
}

/// Has the other claim files of the repository read; the inbox hears of it.
fn remember(recall: &Recall, desk: &Desk, inbox: &Inbox) {
    let claims = desk.claims_path().to_owned();
    let sender = inbox.sender();
    recall.gather(desk.claims_path(), move |memory| {
        // The review may have been left.
        let _ = sender.send(Happening::Remembered { claims, memory });
    });
}

/// Has it told what the splitter leaves out; the inbox hears of it.
fn look_for_left_out(desk: &Desk, model: &Model, inbox: &Inbox) {
    let claims = desk.claims_path().to_owned();
    let sender = inbox.sender();
    desk.look_for_left_out(model.article(), move |left_out| {
        // The review may have been left.
        let _ = sender.send(Happening::LeftOut { claims, left_out });
    });
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
            Effect::TogglePointer => Some(Message::Told(
                if Screen::toggle_pointer()? {
                    "the pointer is redpencil's: press, drag, turn the wheel"
                } else {
                    "the pointer is the terminal's: select and copy as elsewhere"
                }
                .to_owned(),
            )),
            Effect::Copy(words) => Some(Message::Told(screen.copy(words)?)),
            Effect::Edit { purpose, text } => Some(match screen.lend(|| desk::edit(text))? {
                Ok(text) => Message::Edited {
                    purpose: purpose.clone(),
                    text,
                    now: desk::now(),
                },
                Err(problem) => Message::Failed(problem),
            }),
            Effect::EditSources {
                claim,
                sources,
                draft,
            } => {
                let edit = || desk::edit_sources(sources, draft.as_deref());
                Some(match screen.lend(edit)? {
                    Ok(edited) => Message::SourcesEdited {
                        claim: claim.clone(),
                        edited,
                    },
                    Err(problem) => Message::Failed(problem),
                })
            }
            // Git may ask for a passphrase, and hooks may speak: the terminal is theirs.
            Effect::Commit(_) => Some(asked(screen.lend(|| desk.ask(&effect, model.review()))?)),
            Effect::Compare(_) | Effect::AskHistory(_) | Effect::AskCommit => {
                Some(asked(desk.ask(&effect, model.review())))
            }
            Effect::Record { .. }
            | Effect::Adopted(_)
            | Effect::OpenUrl(_)
            | Effect::RememberLayout(_) => desk
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

/// What git answered, as a message.
fn asked(answer: Result<Option<Message>, Problem>) -> Message {
    match answer {
        Ok(Some(message)) => message,
        Ok(None) => Message::Told(String::new()),
        Err(problem) => Message::Failed(problem),
    }
}

fn frame(screen: &mut Screen, model: &mut Model) -> io::Result<()> {
    let panes = app::panes(model, screen.size()?);
    app::settle(model, &panes);
    screen.draw(|frame| view::draw(frame, model, &panes))
}

fn messages(events: Vec<Event>) -> Vec<Message> {
    let message = |event| match event {
        Event::Key(key) => chord(key).map(|key| Message::Key {
            key,
            now: desk::now(),
        }),
        Event::Mouse(event) => pointer(event).map(|pointer| Message::Pointer {
            pointer,
            now: desk::now(),
        }),
        Event::Paste(words) => Some(Message::Paste(words)),
        // The frame asks the terminal for its size each time; the loop looks at focus.
        Event::Resize(..) | Event::FocusGained | Event::FocusLost => None,
    };
    events.into_iter().filter_map(message).collect()
}
