//! Row 6: what git knows.
//!
//! Hands out names and bytes; whoever wants claims gives the bytes to the
//! store. Git runs without hooks, pagers, filters or network, so that opening a
//! stranger's repository runs nothing of theirs. May use the `git` process,
//! disk and environment.

mod commit;
mod history;
mod identity;
mod install;
mod merge_file;
mod patience;
mod process;
mod repository;

pub use history::Commit;
pub use identity::{Identity, ask_for_identity};
pub use merge_file::merge_lines;
pub use repository::{Blob, GitFault, Repository, Revision};
