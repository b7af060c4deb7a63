//! One line of the journal.

use serde::{Deserialize, Serialize};

use crate::review::Command;

/// What a reviewer did. Undo and redo are steps of their own: replaying
/// inverse commands would restore the claims but not the way back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    /// Change something.
    Do(Command),
    /// Take the last change back.
    Undo,
    /// Make the change again that was taken back last.
    Redo,
}
