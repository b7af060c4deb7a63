//! What the interface waits for: keys, saves, articles that were read.
//!
//! One thread reads the terminal, others save and read files; all write into
//! one channel, on which the interface waits: no wake-ups while nothing happens.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event};

use crate::desk::{Gathered, Report};
use crate::review::Memory;
use crate::split::LeftOut;
use crate::tui::reply::Replies;

/// Something that the interface waits for.
pub(crate) enum Happening {
    /// The terminal has input.
    Input(io::Result<Vec<Event>>),
    /// The desk has saved, or could not.
    Saved(Report),
    /// Articles of the list were read.
    Gathered(Gathered),
    /// The terminal has told of its ground.
    Ground {
        /// Whether it is light.
        is_light: bool,
    },
    /// The other claim files of the repository were read.
    Remembered {
        /// For which claim file.
        claims: PathBuf,
        /// What was judged in them.
        memory: Arc<Memory>,
    },
    /// It is known what the splitter leaves out of the article.
    LeftOut {
        /// Of which claim file.
        claims: PathBuf,
        /// What.
        left_out: Vec<LeftOut>,
    },
}

/// Where everything that happens arrives.
pub(crate) struct Inbox {
    sender: Sender<Happening>,
    receiver: Receiver<Happening>,
    /// Tells the thread that reads the terminal to read once more.
    turns: Option<Sender<()>>,
    /// Whether it is reading.
    is_reading: bool,
}

impl Inbox {
    /// An inbox that hears of nothing yet.
    pub(crate) fn new() -> Self {
        let (sender, receiver) = channel();
        Self {
            sender,
            receiver,
            turns: None,
            is_reading: false,
        }
    }

    /// Where to write what happened.
    pub(crate) fn sender(&self) -> Sender<Happening> {
        self.sender.clone()
    }

    /// Waits for something to happen and answers with all that has: a held key
    /// costs one frame, not a hundred.
    ///
    /// The terminal is read only from here on until the next answer, so that
    /// `$EDITOR` has the keys to itself.
    pub(crate) fn wait(&mut self) -> Vec<Happening> {
        self.read();
        let Ok(first) = self.receiver.recv() else {
            return Vec::new();
        };
        self.answer(vec![first])
    }

    /// What has happened already, without waiting.
    pub(crate) fn look(&mut self) -> Vec<Happening> {
        self.read();
        self.answer(Vec::new())
    }

    /// These and all that has happened since.
    fn answer(&mut self, mut happened: Vec<Happening>) -> Vec<Happening> {
        happened.extend(self.receiver.try_iter());
        let has_input = happened.iter().any(|it| matches!(it, Happening::Input(_)));
        self.is_reading &= !has_input;
        happened
    }

    /// Has the terminal read, unless it is.
    fn read(&mut self) {
        if !self.is_reading {
            let sender = &self.sender;
            let turns = self.turns.get_or_insert_with(|| read_input(sender.clone()));
            self.is_reading = turns.send(()).is_ok();
        }
    }
}

/// Reads the terminal, one batch each time it is told to. Returns where to tell it.
fn read_input(sender: Sender<Happening>) -> Sender<()> {
    let (turns, turn) = channel();
    thread::spawn(move || {
        while turn.recv().is_ok() {
            let mut replies = Replies::default();
            let batch = batch(&mut replies);
            let ground = replies.ground();
            let told = ground.map(|is_light| Happening::Ground { is_light });
            // The batch comes last: it ends the turn.
            for happening in told.into_iter().chain([Happening::Input(batch)]) {
                if sender.send(happening).is_err() {
                    return;
                }
            }
        }
    });
    turns
}

/// How long to look whether more input is there. Not zero: crossterm then would
/// not even look. Less than a millisecond, so that poll(2) does not wait.
const GLANCE: Duration = Duration::from_micros(200);

/// Waits for input and takes all that is there, but for the terminal's answers.
fn batch(replies: &mut Replies) -> io::Result<Vec<Event>> {
    let mut events = Vec::new();
    loop {
        events.extend(replies.pass(event::read()?));
        if !event::poll(replies.patience().unwrap_or(GLANCE))? {
            break;
        }
    }
    events.extend(replies.end());
    Ok(events)
}
