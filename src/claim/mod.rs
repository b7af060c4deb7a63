//! Row 1: the domain. What a claim is, what a verdict is, what a claim file holds.
//!
//! Values and the rules that hold among them, in the field's words. Nothing
//! here knows how it is stored, shown or found. Pure code only.

#[expect(
    clippy::module_inception,
    reason = "the file that holds the type is named after it"
)]
mod claim;
mod claim_file;
mod conflict;
mod evidence;
mod id;
mod kind;
mod selector;
mod standing;
mod status;
mod verdict;

#[cfg(test)]
pub(crate) mod testing;

pub use claim::{Claim, UnknownKeys};
pub use claim_file::{ClaimFile, Particulars, SCHEMA};
pub use conflict::{ClaimConflict, ParticularsConflict, Sides};
pub use evidence::{Evidence, EvidenceKind, Source, Stance};
pub use id::{ClaimId, NotAnId};
pub use kind::Kind;
pub use selector::TextQuoteSelector;
pub use standing::Standing;
pub use status::Status;
pub use verdict::{Judgement, Reason, Reviewer, SignOff, Timestamp, Verdict};
