//! What the desk is asked to do.

use crate::app::layout::Layout;
use crate::claim::{ClaimId, Evidence};
use crate::review::Step;

/// Something outside the model that a key press asks for. The desk carries
/// effects out in their order, before the next frame is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The review took this step: write it down, then save the claim file.
    /// `touched` are the claims that may have changed.
    Record {
        /// What was done.
        step: Step,
        /// The claims that may look different now.
        touched: Vec<ClaimId>,
        /// Whether more changed than these claims from inside: which there are, or
        /// what the file says of itself.
        beyond_claims: bool,
    },
    /// The review has taken in the outside change of this number: it may be
    /// saved again.
    Adopted(usize),
    /// Put words on the clipboard of the person's terminal.
    Copy(String),
    /// Show an address in the person's browser. Only `http` and `https`; the
    /// desk refuses anything else.
    OpenUrl(String),
    /// Let the person edit `text` in `$EDITOR`; the answer is a
    /// message that says what it was for.
    Edit {
        /// What is edited, so that the answer finds its way.
        purpose: EditPurpose,
        /// The words to begin with.
        text: String,
    },
    /// Let the person edit the sources of a claim in `$EDITOR`, as YAML.
    EditSources {
        /// The claim.
        claim: ClaimId,
        /// Its sources.
        sources: Vec<Evidence>,
        /// What was written before and could not be read: it is gone on with.
        draft: Option<String>,
    },
    /// Read the claim file at this revision, to compare with.
    Compare(String),
    /// Look up the judgements of a claim in git's history.
    AskHistory(ClaimId),
    /// Make the message for a commit of the claim file.
    AskCommit,
    /// Commit the claim file, and nothing else, with this message.
    Commit(String),
    /// The person has shared out the screen like this: next time it is so again.
    RememberLayout(Layout),
    /// Stop the process until the shell continues it.
    Suspend,
    /// Leave the pointer to the terminal, or take it back.
    TogglePointer,
    /// Draw the whole screen anew.
    Redraw,
    /// Leave the interface.
    Quit,
}

/// What a text in `$EDITOR` is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditPurpose {
    /// The wording of a claim.
    Wording(ClaimId),
    /// The correction of the reviewer's verdict on a claim.
    Correction(ClaimId),
    /// The note on a claim.
    Note(ClaimId),
    /// The query to the author.
    Query(ClaimId),
    /// The text field that is open: it takes the answer and stays open.
    OpenField,
}
