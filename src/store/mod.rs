//! Row 6: claim files on disk.
//!
//! Finds the claim file of an article, reads it with the place of every fault,
//! writes back only what changed, and does so durably. The only rooms that may
//! be used are the text and the claims; of the world, files and the environment.

mod bounds;
mod diagnose;
mod document;
mod fault;
mod fields;
mod form;
mod guard;
mod node;
mod read;
#[cfg(test)]
mod samples;
mod scalar;
mod write;

pub use document::Document;
pub use read::{read, read_text};
pub use write::write;
