//! Row 4: the state of one review.
//!
//! Claims and history, and the one way to change them: [`Review::take`]. Every
//! change is a value that can be applied, undone, journalled and replayed.
//! Nothing here knows a key, a screen or a file. Pure code only.

mod claim_change;
mod claim_words;
mod command;
mod commit_message;
mod conditions;
mod draft;
mod filter;
mod memory;
mod pass;
mod progress;
mod proposal;
mod question;
mod recut;
mod requirement;
#[expect(
    clippy::module_inception,
    reason = "the file that holds the type is named after it"
)]
mod review;
mod sight;
mod step;
mod transition;

pub use claim_change::ClaimChange;
pub use claim_words::claim_words;
pub use command::{Command, Refused};
pub use commit_message::commit_message;
pub use conditions::{Completion, Conditions, Known, Seen, WrongWord, complete, conditions_table};
pub use draft::{claims, draft, particulars};
pub use filter::Filter;
pub use memory::{
    Asking, Earlier, EarlierFile, KnownSource, Memory, Recalled, Same, is_same_source,
    known_sources,
};
pub use pass::Pass;
pub use progress::Progress;
pub use proposal::{Proposal, cuts_of};
pub use question::Question;
pub use recut::{NoClaim, Placed, add_claim, merge_claims, requote_claim, split_claim};
pub use requirement::{Requirement, Shortfall};
pub use review::{Change, Review};
pub use sight::Sight;
pub use step::Step;
pub use transition::transition;
