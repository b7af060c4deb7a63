//! Reads what a process says, and gives up when it keeps silent for too long.

use std::io::{self, Read};
use std::os::fd::AsFd;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

/// Bytes that are taken from a pipe at once: as many as one holds on Linux.
const PIPE_BYTES: usize = 1 << 16;

/// A pipe whose next bytes are waited for, but not for ever.
pub(super) struct Patient<R> {
    pipe: R,
    patience: Duration,
}

impl<R> Patient<R> {
    pub(super) const fn new(pipe: R, patience: Duration) -> Self {
        Self { pipe, patience }
    }
}

impl<R: Read + AsFd> Read for Patient<R> {
    /// # Errors
    /// [`io::ErrorKind::TimedOut`] where nothing came in time.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        wait_for(&mut [PollFd::new(&self.pipe, PollFlags::IN)], self.patience)?;
        self.pipe.read(buffer)
    }
}

/// All that comes out of two pipes, where they are there. They are read by turns:
/// whoever writes to one may wait for the other.
pub(super) fn read_both<A: Read + AsFd, B: Read + AsFd>(
    one: Option<A>,
    other: Option<B>,
    patience: Duration,
) -> io::Result<(Vec<u8>, Vec<u8>)> {
    let (mut one, mut other) = (Pipe::new(one), Pipe::new(other));
    while one.is_open() || other.is_open() {
        let open = one.watched().into_iter().chain(other.watched());
        wait_for(&mut open.collect::<Vec<_>>(), patience)?;
        one.take()?;
        other.take()?;
    }
    Ok((one.said, other.said))
}

/// A pipe and what has come out of it.
struct Pipe<R> {
    pipe: Option<R>,
    said: Vec<u8>,
}

impl<R: Read + AsFd> Pipe<R> {
    const fn new(pipe: Option<R>) -> Self {
        Self {
            pipe,
            said: Vec::new(),
        }
    }

    const fn is_open(&self) -> bool {
        self.pipe.is_some()
    }

    fn watched(&self) -> Option<PollFd<'_>> {
        let pipe = self.pipe.as_ref()?;
        Some(PollFd::new(pipe, PollFlags::IN))
    }

    /// Takes what is there, without waiting.
    fn take(&mut self) -> io::Result<()> {
        let Some(pipe) = &mut self.pipe else {
            return Ok(());
        };
        let is_ready = match wait_for(&mut [PollFd::new(pipe, PollFlags::IN)], Duration::ZERO) {
            Ok(()) => true,
            Err(error) if error.kind() == io::ErrorKind::TimedOut => false,
            Err(error) => return Err(error),
        };
        if is_ready {
            let before = self.said.len();
            self.said.resize(before + PIPE_BYTES, 0);
            let count = loop {
                match pipe.read(&mut self.said[before..]) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    read => break read?,
                }
            };
            self.said.truncate(before + count);
            if count == 0 {
                self.pipe = None;
            }
        }
        Ok(())
    }
}

/// Waits until one of the pipes has something to say, or has ended.
fn wait_for(pipes: &mut [PollFd<'_>], patience: Duration) -> io::Result<()> {
    let limit = Timespec::try_from(patience).ok();
    loop {
        match poll(pipes, limit.as_ref()) {
            Ok(0) => return Err(io::ErrorKind::TimedOut.into()),
            Ok(_) => return Ok(()),
            // A signal came, as for a change of the terminal's size.
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}
