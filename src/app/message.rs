//! What happened.

use std::sync::Arc;

use crate::app::effect::EditPurpose;
use crate::app::key::KeyChord;
use crate::app::notice::ArticleOnDisk;
use crate::app::outside::OutsideChange;
use crate::app::pointer::Pointer;
use crate::claim::{ClaimFile, ClaimId, Evidence, Timestamp};
use crate::review::Memory;
use crate::split::LeftOut;
use crate::text::Problem;

/// What happened, from the terminal or the desk.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key was pressed.
    Key {
        /// Which.
        key: KeyChord,
        /// When: the hour of a verdict.
        now: Timestamp,
    },
    /// The pointer did something.
    Pointer {
        /// What and where.
        pointer: Pointer,
        /// When: the hour of a verdict.
        now: Timestamp,
    },
    /// Text was pasted as a whole.
    Paste(String),
    /// All that was asked to be recorded is recorded.
    Saved,
    /// What was decided could not be written down; it stays in memory.
    SaveFailed(Problem),
    /// The article's file is otherwise than it was a moment before.
    ArticleOnDisk(ArticleOnDisk),
    /// Another program changed the claim file.
    ChangedOutside(Box<OutsideChange>),
    /// The claim file as it was at a revision.
    Compared {
        /// What the person calls the revision.
        name: String,
        /// What it said; empty where it was not there.
        file: Box<ClaimFile>,
    },
    /// The judgements of a claim, newest first.
    History {
        /// The claim.
        claim: ClaimId,
        /// One line each.
        rows: Vec<String>,
    },
    /// The message for a commit, to be edited.
    CommitProposed(String),
    /// Git did not commit; what it and its hooks say, line by line.
    NotCommitted(Vec<String>),
    /// `$EDITOR` was left.
    Edited {
        /// What it was for.
        purpose: EditPurpose,
        /// The text as it was saved there.
        text: String,
        /// When.
        now: Timestamp,
    },
    /// The sources of a claim were edited as YAML.
    SourcesEdited {
        /// The claim.
        claim: ClaimId,
        /// What they are now; otherwise what is wrong, and the text that was written.
        edited: Result<Vec<Evidence>, (Problem, String)>,
    },
    /// What was judged before in other claim files of the repository.
    Remembered(Arc<Memory>),
    /// What the splitter leaves out of the article, in its order.
    LeftOut(Vec<LeftOut>),
    /// Nothing else happens: what was begun in steps goes on.
    GoOn,
    /// Something was done that is worth a line: "copied 24 characters".
    Told(String),
    /// Something that was asked for did not work; nothing is lost by it.
    Failed(Problem),
}
