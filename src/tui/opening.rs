//! What a terminal shows while a large article is opened: nobody looks at an empty
//! screen and wonders.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::text::{AmbiguousWidth, Visible, width};

/// How long opening may take before it is worth a line.
const PATIENCE: Duration = Duration::from_millis(300);

/// Says what is going on from some time on, until it is dropped.
pub(super) struct Waiting {
    end: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Waiting {
    /// Waits for the article or claim file at `path`.
    pub(super) fn for_file(path: &Path) -> Self {
        let name = path.file_name().unwrap_or(path.as_os_str());
        let name = name.to_string_lossy();
        let words = format!("opening {} …", Visible::line(&name).as_str());
        let (end, ended) = channel();
        let thread = io::stderr().is_terminal().then(|| {
            thread::spawn(move || {
                if ended.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                    // Where it cannot be said, nothing is lost.
                    let _ = write!(io::stderr(), "{words}");
                    let _ = ended.recv();
                    let columns = width(&words, AmbiguousWidth::Wide).0;
                    let _ = write!(io::stderr(), "\r{}\r", " ".repeat(columns));
                }
            })
        });
        Self {
            end: Some(end),
            thread,
        }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        drop(self.end.take());
        if let Some(thread) = self.thread.take() {
            // It has nothing to tell.
            let _ = thread.join();
        }
    }
}
