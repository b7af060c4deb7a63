//! The terminal while the interface has it: frames, the clipboard, the editor.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::Duration;

use crossterm::event;
use crossterm::style::force_color_output;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use crossterm::{execute, queue};
use ratatui::layout::{Position, Rect, Size};
use ratatui::{DefaultTerminal, Frame};

use crate::config::{Surroundings, Theme, theme_on};
use crate::text::{Problem, Visible};
use crate::tui::hold::{self, hold, knows_control_sequences, remember_settings};
use crate::tui::{Setup, clipboard, ground, signals, style};

/// The terminal while the interface has it; given back when dropped.
pub(crate) struct Screen {
    terminal: DefaultTerminal,
    theme: Option<Theme>,
    /// Whether the clipboard may be written.
    has_clipboard: bool,
    /// Whether frames are marked as such.
    is_synchronized: bool,
    /// How far the question for the colour of the ground is.
    question: Question,
}

/// The question for the colour of the terminal's ground.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Question {
    /// Nobody asks.
    None,
    /// It is asked after the first frame.
    Open,
    /// It was asked: the colours follow the answer, if one comes.
    Asked,
}

/// Whether there is a terminal to take.
pub(crate) fn is_there() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

impl Screen {
    /// Takes the terminal, as the person has set it up.
    pub(crate) fn enter(setup: &Setup) -> Result<Self, Problem> {
        let failed = |error: io::Error| Problem::error(format!("the terminal: {error}"));
        remember_settings();
        signals::give_back_on_panic();
        signals::give_back_on_signals().map_err(failed)?;
        signals::end_with_the_terminal();
        let _held = hold();
        hold::say_taken();
        let terminal = ratatui::try_init().map_err(failed)?;
        hold::want_pointer(setup.settings.mouse);
        hold::ask_for_more().map_err(failed)?;
        // crossterm looks at NO_COLOR by itself; here it has been looked at already.
        force_color_output(setup.theme.is_some());
        // crossterm listens for changes of size from its first look at the input on.
        event::poll(Duration::ZERO).map_err(failed)?;
        Ok(Self {
            terminal,
            theme: setup.theme,
            has_clipboard: setup.settings.clipboard,
            is_synchronized: setup.settings.synchronized,
            question: if setup.asks_ground() && knows_control_sequences() {
                Question::Open
            } else {
                Question::None
            },
        })
    }

    /// The size of the screen in columns and rows.
    pub(crate) fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    /// Draws one frame; terminals that can show it at once.
    pub(crate) fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        let _held = hold();
        if hold::was_stale() {
            self.wipe()?;
        }
        if self.is_synchronized {
            queue!(io::stdout(), BeginSynchronizedUpdate)?;
        }
        let theme = self.theme;
        self.terminal.draw(|frame| {
            draw(frame);
            style::paint(frame.buffer_mut(), theme);
        })?;
        if self.is_synchronized {
            execute!(io::stdout(), EndSynchronizedUpdate)?;
        }
        // Not before the first frame: nobody waits for the answer.
        if self.question == Question::Open {
            self.question = Question::Asked;
            io::stdout().write_all(ground::QUESTION)?;
            io::stdout().flush()?;
        }
        Ok(())
    }

    /// Takes the colours for a ground that the terminal has told of, if it was
    /// asked: what it tells others is none of ours.
    pub(crate) fn stand_on(&mut self, is_light: bool) {
        if self.question == Question::Asked {
            self.theme = Some(theme_on(is_light, &Surroundings::here()));
        }
    }

    /// Leaves the pointer to the terminal, or takes it back; answers whether it is
    /// redpencil's now.
    pub(crate) fn toggle_pointer() -> io::Result<bool> {
        let _held = hold();
        let wanted = !hold::has_pointer() && knows_control_sequences();
        hold::set_pointer(wanted)?;
        Ok(wanted)
    }

    /// Has the next frame draw every cell.
    pub(crate) fn forget(&mut self) -> io::Result<()> {
        let _held = hold();
        self.wipe()
    }

    /// Clears the screen, and what is known of it.
    ///
    /// `Terminal::clear` would first ask the terminal where the cursor is, and
    /// fail where no answer comes within two seconds: on a slow line, or from a
    /// terminal that gives none.
    fn wipe(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.terminal.resize(Rect::from((Position::ORIGIN, size)))
    }

    /// Gives the terminal back while `work` has it, and takes it again, in
    /// whatever state it was left.
    pub(crate) fn lend<T>(&mut self, work: impl FnOnce() -> T) -> io::Result<T> {
        self.lend_and(work, hold::restore_settings)
    }

    fn lend_and<T>(&mut self, work: impl FnOnce() -> T, then: impl FnOnce()) -> io::Result<T> {
        {
            let _held = hold();
            signals::say_lent(true);
            hold::give_back();
        }
        let done = work();
        signals::pass_interrupts();
        let _held = hold();
        then();
        signals::say_lent(false);
        hold::say_taken();
        self.terminal = ratatui::try_init()?;
        hold::ask_for_more()?;
        self.wipe()?;
        Ok(done)
    }

    /// Puts `words` on the clipboard of the person's own terminal (OSC 52),
    /// which works over SSH as well. Answers with what to say about it.
    pub(crate) fn copy(&self, words: &str) -> io::Result<String> {
        if !self.has_clipboard {
            return Ok("not copied: your settings say clipboard = false".to_owned());
        }
        let words = clipboard::safe(words);
        let Some(sequence) = clipboard::sequence(&words) else {
            return Ok(format!(
                "not copied: {} bytes are more than the {} that terminals take",
                words.len(),
                clipboard::MOST_BYTES
            ));
        };
        let _held = hold();
        let mut out = io::stdout();
        out.write_all(sequence.as_bytes())?;
        out.flush()?;
        let copied = format!("copied {} characters", words.chars().count());
        // Where they are pasted they cannot be seen either.
        Ok(match Visible::text(&words.replace('\t', " ")).marks() {
            0 => copied,
            hidden => format!("{copied}; {hidden} of them cannot be seen"),
        })
    }

    /// Stops the process until the shell continues it.
    pub(crate) fn suspend(&mut self) -> io::Result<()> {
        // What the person set in the meantime is how they want it.
        self.lend_and(signals::suspend, remember_settings)?
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _held = hold();
        // Given back twice, the cursor goes to where it was and what a panic has told
        // is written over.
        if hold::is_taken() {
            hold::give_back();
        }
    }
}
