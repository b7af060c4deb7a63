//! A claim file that changed while it was under review.

use crate::claim::ClaimFile;

/// What another program (git, an editor, a second machine) did to the claim
/// file on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutsideChange {
    /// Counts such changes, so that the answer finds the right one.
    pub number: usize,
    /// What the file said when it was last read or written here.
    pub base: ClaimFile,
    /// What it says now.
    pub theirs: ClaimFile,
}
