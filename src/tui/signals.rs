//! Signals, panics and a terminal that goes away: it is given back first.
//!
//! `ratatui::init` covers panics alone and leaves the cursor hidden. Here a
//! thread waits for the signals that end or stop a program, and another for the
//! terminal to go away: crossterm 0.29 would otherwise spin at full speed when
//! it does (crossterm issue 793).

use std::io;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Signal, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::{flag, low_level};

use crate::desk;
use crate::tui::hold::{
    BETWEEN_TRIES, Held, TRIES, give_back, give_back_in_time, hold_for_good, hold_in_time,
    is_taken, remember_settings, take_again,
};

/// What a process answers that ended because its terminal did: 128 and SIGHUP.
const HUNG_UP: i32 = 129;

/// What a Rust program answers that panicked.
const PANICKED: i32 = 101;

/// Whether somebody else has the terminal: the editor, or the shell.
static IS_LENT: AtomicBool = AtomicBool::new(false);

/// Whether an interrupt has come that the thread for signals has not seen yet.
static IS_INTERRUPTED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// Whether the interface has stopped itself: it takes the terminal again then.
static IS_SUSPENDED: AtomicBool = AtomicBool::new(false);

/// Interrupts are from now on the editor's or the shell's, or ours again.
pub(super) fn say_lent(is_lent: bool) {
    IS_LENT.store(is_lent, Ordering::Relaxed);
}

/// Waits until an interrupt that ended the editor was seen: it is none for us,
/// however late it comes.
pub(super) fn pass_interrupts() {
    for _ in 0..TRIES {
        if !IS_INTERRUPTED.load(Ordering::Relaxed) {
            break;
        }
        thread::sleep(BETWEEN_TRIES);
    }
}

/// Stops the process, whose terminal was given back, until the shell continues it.
pub(super) fn suspend() -> io::Result<()> {
    IS_SUSPENDED.store(true, Ordering::Relaxed);
    // SIGSTOP, because SIGTSTP is dropped where no shell would continue us.
    Ok(kill_current_process_group(Signal::STOP)?)
}

/// Has panics tell what happened on a terminal that was given back.
///
/// A thread that panics while it saves or reads takes the program with it: on a
/// screen that was given back nothing can go on, and the journal has all steps.
pub(super) fn give_back_on_panic() {
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

/// Gives the terminal back before a signal ends or stops the process, and takes
/// it again when the process goes on.
pub(super) fn give_back_on_signals() -> io::Result<()> {
    for signal in [SIGINT, SIGQUIT] {
        flag::register(signal, Arc::clone(&IS_INTERRUPTED))?;
    }
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    thread::spawn(move || {
        let mut stopped = None;
        for signal in signals.forever() {
            match signal {
                SIGTSTP => stopped = stop(),
                SIGCONT => go_on(stopped.take()),
                // A key for the editor reaches all who share the terminal.
                SIGINT | SIGQUIT if IS_LENT.load(Ordering::Relaxed) => {
                    IS_INTERRUPTED.store(false, Ordering::Relaxed);
                }
                _ => end(signal),
            }
        }
    });
    Ok(())
}

fn end(signal: i32) {
    desk::end_editor();
    // What was decided is in the journal already: each step is, before its frame.
    hold_for_good();
    give_back_in_time();
    let _ = low_level::emulate_default_handler(signal);
}

/// A terminal that was given back for a stop; nobody writes to it, if that could
/// be had.
struct Stopped {
    held: Option<Held>,
}

/// Stops as Ctrl-Z does, because another program has told us to.
fn stop() -> Option<Stopped> {
    if !is_taken() {
        // The editor has it, or nobody: whoever does was told as well.
        let _ = low_level::emulate_default_handler(SIGTSTP);
        return None;
    }
    let held = hold_in_time();
    give_back_in_time();
    // The whole group, so that the shell hears of it though another program stands
    // between. This thread may run on for a moment: it must do no more than wait.
    let _ = kill_current_process_group(Signal::STOP);
    Some(Stopped { held })
}

/// Takes the terminal again after a stop: one that we were told of, or SIGSTOP,
/// of which nobody is told. The shell had the terminal meanwhile.
fn go_on(stopped: Option<Stopped>) {
    let is_ours = IS_SUSPENDED.swap(false, Ordering::Relaxed);
    let _held = match stopped {
        Some(stopped) => {
            // What the person set in the meantime is how they want it.
            remember_settings();
            stopped.held
        }
        None if is_ours || !is_taken() => return,
        None => {
            let held = hold_in_time();
            // What we asked for may hold still, and is asked for once only.
            give_back_in_time();
            held
        }
    };
    // It fails where the terminal is gone, and then the process ends.
    let _ = take_again();
    // A frame comes after each change of size, from whatever waits for input.
    let _ = low_level::raise(SIGWINCH);
}

/// Ends the process when its terminal goes away, though hang-ups be ignored.
pub(super) fn end_with_the_terminal() {
    thread::spawn(|| {
        let stdin = rustix::stdio::stdin();
        // No event is asked for, so this wakes for hang-ups and errors alone.
        let mut watched = [PollFd::new(&stdin, PollFlags::empty())];
        while poll(&mut watched, None).is_err() {}
        desk::end_editor();
        low_level::exit(HUNG_UP);
    });
}
