//! Takes the terminal, and gives it back whatever happens.
//!
//! `ratatui::init` covers panics alone and leaves the cursor hidden. Here a
//! thread waits for the signals that end a program, and another for the
//! terminal to go away: crossterm 0.29 would otherwise spin at full speed when
//! it does (crossterm issue 793).

use std::io::{self, IsTerminal as _, Write as _};
use std::mem;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::Duration;

use crossterm::cursor::Show;
use crossterm::event::{
    self, DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange,
    KeyboardEnhancementFlags, PopKeyboardEnhancementFlags, PushKeyboardEnhancementFlags,
};
use crossterm::style::force_color_output;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use crossterm::{execute, queue};
use ratatui::layout::{Position, Rect, Size};
use ratatui::{DefaultTerminal, Frame};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Signal, kill_current_process_group};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::{flag, low_level};

use crate::config::{Surroundings, Theme, theme_on};
use crate::desk;
use crate::text::{Problem, Visible};
use crate::tui::{Setup, clipboard, ground, style};

/// What a process answers that ended because its terminal did: 128 and SIGHUP.
const HUNG_UP: i32 = 129;

/// What a Rust program answers that panicked.
const PANICKED: i32 = 101;

/// Held by whoever writes to the terminal or changes its modes. A signal takes it
/// and keeps it: what it has given back must not be taken again.
static WRITING: Mutex<()> = Mutex::new(());

/// The settings of the terminal as we found it: an editor that crashes may leave others.
static FOUND: Mutex<Option<Termios>> = Mutex::new(None);

/// Whether we have the terminal, or a part of it.
static IS_TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether somebody else has the terminal: the editor, or the shell.
static IS_LENT: AtomicBool = AtomicBool::new(false);

/// Whether an interrupt has come that the thread for signals has not seen yet.
static IS_INTERRUPTED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// How often a signal tries to hold the terminal, and how long it waits each
/// time: a terminal that takes no output must not keep the process alive.
const TRIES: u32 = 100;
const BETWEEN_TRIES: Duration = Duration::from_millis(5);

/// Asks for presses, drags and turns of the wheel, in SGR coordinates (xterm's
/// control sequences, "Mouse Tracking"). crossterm's own command asks for every
/// movement too: a stream of input that nobody wants on a slow line.
const POINTER_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const POINTER_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// The terminal while the interface has it; given back when dropped.
pub(crate) struct Screen {
    terminal: DefaultTerminal,
    theme: Option<Theme>,
    /// Whether the pointer is asked for.
    has_pointer: bool,
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
        give_back_on_panic();
        give_back_on_signals().map_err(failed)?;
        end_with_the_terminal();
        let _held = hold();
        IS_TAKEN.store(true, Ordering::Relaxed);
        let terminal = ratatui::try_init().map_err(failed)?;
        let has_pointer = setup.settings.mouse;
        ask_for_more(has_pointer).map_err(failed)?;
        // crossterm looks at NO_COLOR by itself; here it has been looked at already.
        force_color_output(setup.theme.is_some());
        // crossterm listens for changes of size from its first look at the input on.
        event::poll(Duration::ZERO).map_err(failed)?;
        Ok(Self {
            terminal,
            theme: setup.theme,
            has_pointer,
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
    pub(crate) fn toggle_pointer(&mut self) -> io::Result<bool> {
        let _held = hold();
        self.has_pointer = !self.has_pointer && knows_control_sequences();
        let sequence = if self.has_pointer {
            POINTER_ON
        } else {
            POINTER_OFF
        };
        io::stdout().write_all(sequence)?;
        io::stdout().flush()?;
        Ok(self.has_pointer)
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
        self.lend_and(work, restore_settings)
    }

    fn lend_and<T>(&mut self, work: impl FnOnce() -> T, then: impl FnOnce()) -> io::Result<T> {
        {
            let _held = hold();
            IS_LENT.store(true, Ordering::Relaxed);
            give_back();
        }
        let done = work();
        // The interrupt that ended the editor is none for us, however late it is seen.
        for _ in 0..TRIES {
            if !IS_INTERRUPTED.load(Ordering::Relaxed) {
                break;
            }
            thread::sleep(BETWEEN_TRIES);
        }
        let _held = hold();
        then();
        IS_LENT.store(false, Ordering::Relaxed);
        IS_TAKEN.store(true, Ordering::Relaxed);
        self.terminal = ratatui::try_init()?;
        ask_for_more(self.has_pointer)?;
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
        // SIGSTOP, because SIGTSTP is dropped where no shell would continue us.
        let stop = || kill_current_process_group(Signal::STOP);
        // What the person set in the meantime is how they want it.
        self.lend_and(stop, remember_settings)?
            .map_err(io::Error::from)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _held = hold();
        // Given back twice, the cursor goes to where it was and what a panic has told
        // is written over.
        if IS_TAKEN.load(Ordering::Relaxed) {
            give_back();
        }
    }
}

/// Asks for pastes as a whole, for word of the focus, and for keys that cannot
/// be told apart otherwise (Escape and Alt, Enter and Ctrl-J).
///
/// Terminals that know the kitty keyboard protocol take the last one, others
/// pass by it. They are not asked first: an answer takes as long as the line to
/// the terminal does, and some never answer.
fn ask_for_more(pointer: bool) -> io::Result<()> {
    execute!(io::stdout(), EnableBracketedPaste, EnableFocusChange)?;
    if knows_control_sequences() {
        let flags = KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES;
        execute!(io::stdout(), PushKeyboardEnhancementFlags(flags))?;
        if pointer {
            io::stdout().write_all(POINTER_ON)?;
            io::stdout().flush()?;
        }
    }
    Ok(())
}

/// Whether the terminal passes by what it does not know; these old ones print it.
fn knows_control_sequences() -> bool {
    let name = std::env::var("TERM").unwrap_or_default();
    !matches!(name.as_str(), "" | "dumb" | "linux" | "cons25" | "vt52")
}

/// Leaves the terminal as it was found. Where it fails, the terminal is gone.
fn give_back() {
    IS_TAKEN.store(false, Ordering::Relaxed);
    let _ = execute!(
        io::stdout(),
        EndSynchronizedUpdate,
        DisableFocusChange,
        DisableBracketedPaste
    );
    if knows_control_sequences() {
        let _ = io::stdout().write_all(POINTER_OFF);
        let _ = execute!(io::stdout(), PopKeyboardEnhancementFlags);
    }
    let _ = ratatui::try_restore();
    let _ = execute!(io::stdout(), Show);
    restore_settings();
}

fn hold() -> MutexGuard<'static, ()> {
    // Whoever panicked with it has given the terminal back.
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Holds the terminal for good, if it can be had at all.
fn hold_for_good() {
    for _ in 0..TRIES {
        match WRITING.try_lock() {
            Ok(held) => return mem::forget(held),
            Err(TryLockError::Poisoned(held)) => return mem::forget(held),
            Err(TryLockError::WouldBlock) => thread::sleep(BETWEEN_TRIES),
        }
    }
}

fn remember_settings() {
    let mut found = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
    *found = tcgetattr(rustix::stdio::stdin()).ok();
}

fn restore_settings() {
    let found = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(settings) = found.as_ref() {
        // It fails where the terminal is gone.
        let _ = tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, settings);
    }
}

/// A thread that panics while it saves or reads takes the program with it: on a
/// screen that was given back nothing can go on, and the journal has all steps.
fn give_back_on_panic() {
    let tell = panic::take_hook();
    let own = thread::current().id();
    panic::set_hook(Box::new(move |what| {
        give_back();
        tell(what);
        if thread::current().id() != own {
            low_level::exit(PANICKED);
        }
    }));
}

fn give_back_on_signals() -> io::Result<()> {
    for signal in [SIGINT, SIGQUIT] {
        flag::register(signal, Arc::clone(&IS_INTERRUPTED))?;
    }
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            // A key for the editor reaches all who share the terminal.
            if IS_LENT.load(Ordering::Relaxed) && matches!(signal, SIGINT | SIGQUIT) {
                IS_INTERRUPTED.store(false, Ordering::Relaxed);
                continue;
            }
            desk::end_editor();
            // What was decided is in the journal already: each step is, before its frame.
            hold_for_good();
            give_back_in_time();
            let _ = low_level::emulate_default_handler(signal);
        }
    });
    Ok(())
}

/// Gives the terminal back as far as it lets us: one that takes no output (a line
/// that is stuck, a window whose output is stopped) holds whoever writes to it.
fn give_back_in_time() {
    restore_settings();
    let (sender, given_back) = channel();
    let writer = thread::Builder::new().spawn(move || {
        give_back();
        // Nobody waits any longer where it took too long.
        let _ = sender.send(());
    });
    if writer.is_ok() {
        let _ = given_back.recv_timeout(BETWEEN_TRIES * TRIES);
    }
}

fn end_with_the_terminal() {
    thread::spawn(|| {
        let stdin = rustix::stdio::stdin();
        // No event is asked for, so this wakes for hang-ups and errors alone.
        let mut watched = [PollFd::new(&stdin, PollFlags::empty())];
        while poll(&mut watched, None).is_err() {}
        desk::end_editor();
        low_level::exit(HUNG_UP);
    });
}
