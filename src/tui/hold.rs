//! Who has the terminal: taking it, giving it back, and how it was found.
//!
//! The interface and the thread for signals both do so; whoever does holds
//! [`WRITING`] meanwhile.

use std::io::{self, Write as _};
use std::mem;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::Duration;

use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange,
    KeyboardEnhancementFlags, PopKeyboardEnhancementFlags, PushKeyboardEnhancementFlags,
};
use crossterm::execute;
use crossterm::terminal::{EndSynchronizedUpdate, EnterAlternateScreen, enable_raw_mode};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

/// Held by whoever writes to the terminal or changes its modes. A signal takes it
/// and keeps it: what it has given back must not be taken again.
static WRITING: Mutex<()> = Mutex::new(());

/// The right to write to the terminal.
pub(super) type Held = MutexGuard<'static, ()>;

/// The settings of the terminal as we found it: an editor that crashes may leave others.
static FOUND: Mutex<Option<Termios>> = Mutex::new(None);

/// Whether we have the terminal, or a part of it.
static IS_TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether somebody else has written on the screen since the last frame.
static IS_STALE: AtomicBool = AtomicBool::new(false);

/// Whether the pointer is asked for.
static HAS_POINTER: AtomicBool = AtomicBool::new(false);

/// How often something that may never come is tried, and how long each time is
/// waited: a terminal that takes no output must not keep the process alive.
pub(super) const TRIES: u32 = 100;
pub(super) const BETWEEN_TRIES: Duration = Duration::from_millis(5);

/// Asks for presses, drags and turns of the wheel, in SGR coordinates (xterm's
/// control sequences, "Mouse Tracking"). crossterm's own command asks for every
/// movement too: a stream of input that nobody wants on a slow line.
const POINTER_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const POINTER_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// Waits for the right to write.
pub(super) fn hold() -> Held {
    // Whoever panicked with it has given the terminal back.
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The right to write, if it can be had at all.
pub(super) fn hold_in_time() -> Option<Held> {
    for _ in 0..TRIES {
        match WRITING.try_lock() {
            Ok(held) => return Some(held),
            Err(TryLockError::Poisoned(held)) => return Some(held.into_inner()),
            Err(TryLockError::WouldBlock) => thread::sleep(BETWEEN_TRIES),
        }
    }
    None
}

/// Nobody writes any more, if that can be had at all.
pub(super) fn hold_for_good() {
    mem::forget(hold_in_time());
}

/// Whether the terminal is ours, as far as anybody knows.
pub(super) fn is_taken() -> bool {
    IS_TAKEN.load(Ordering::Relaxed)
}

/// Says so before the terminal is taken: from then on it is given back.
pub(super) fn say_taken() {
    IS_TAKEN.store(true, Ordering::Relaxed);
}

/// Whether the screen must be drawn whole, asked once.
pub(super) fn was_stale() -> bool {
    IS_STALE.swap(false, Ordering::Relaxed)
}

pub(super) fn has_pointer() -> bool {
    HAS_POINTER.load(Ordering::Relaxed)
}

/// Asks for the pointer, or leaves it to the terminal.
pub(super) fn set_pointer(wanted: bool) -> io::Result<()> {
    HAS_POINTER.store(wanted, Ordering::Relaxed);
    io::stdout().write_all(if wanted { POINTER_ON } else { POINTER_OFF })?;
    io::stdout().flush()
}

/// Asks for pastes as a whole, for word of the focus, and for keys that cannot
/// be told apart otherwise (Escape and Alt, Enter and Ctrl-J).
///
/// Terminals that know the kitty keyboard protocol take the last one, others
/// pass by it. They are not asked first: an answer takes as long as the line to
/// the terminal does, and some never answer.
pub(super) fn ask_for_more() -> io::Result<()> {
    execute!(io::stdout(), EnableBracketedPaste, EnableFocusChange)?;
    if knows_control_sequences() {
        let flags = KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES;
        execute!(io::stdout(), PushKeyboardEnhancementFlags(flags))?;
        if has_pointer() {
            set_pointer(true)?;
        }
    }
    Ok(())
}

/// Asks for the pointer with the rest, from the next time on.
pub(super) fn want_pointer(wanted: bool) {
    HAS_POINTER.store(wanted, Ordering::Relaxed);
}

/// Whether the terminal passes by what it does not know; these old ones print it.
pub(super) fn knows_control_sequences() -> bool {
    let name = std::env::var("TERM").unwrap_or_default();
    !matches!(name.as_str(), "" | "dumb" | "linux" | "cons25" | "vt52")
}

/// Takes the terminal that was given back, in whatever state it is now. The next
/// frame draws every cell.
pub(super) fn take_again() -> io::Result<()> {
    say_taken();
    IS_STALE.store(true, Ordering::Relaxed);
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen)?;
    ask_for_more()
}

/// Leaves the terminal as it was found. Where it fails, the terminal is gone.
pub(super) fn give_back() {
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

/// Gives the terminal back as far as it lets us: one that takes no output (a line
/// that is stuck, a window whose output is stopped) holds whoever writes to it.
pub(super) fn give_back_in_time() {
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

/// Keeps the settings of the terminal as they are now, for the time when it is
/// given back.
pub(super) fn remember_settings() {
    let mut found = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
    *found = tcgetattr(rustix::stdio::stdin()).ok();
}

pub(super) fn restore_settings() {
    let found = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(settings) = found.as_ref() {
        // It fails where the terminal is gone.
        let _ = tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, settings);
    }
}
