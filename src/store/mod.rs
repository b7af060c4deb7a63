//! Row 6: claim files on disk.
//!
//! Finds the claim file of an article, reads it with the place of every fault,
//! writes back only what changed, and does so durably. The journal
//! holds steps of a review. Of the world, files and the environment may be used.

mod atomic;
mod blocks;
mod blockwise;
mod bounds;
mod comments;
mod cut;
mod diagnose;
mod differing;
mod disk;
mod document;
mod edit;
mod failpoint;
mod fault;
mod fields;
mod form;
mod guard;
#[cfg(test)]
mod hand;
mod house;
mod journal;
mod layout;
mod linked;
mod location;
mod lock;
mod merge;
mod node;
mod read;
#[cfg(test)]
mod samples;
mod scalar;
mod schema;
mod skim;
mod sources;
mod splice;
mod state;
mod temporary;
mod write;

pub use atomic::{SaveError, save};
pub use blocks::{Blocks, read_block, text_of_blocks};
pub use bounds::MOST_BYTES;
pub use differing::{Side, read_differing};
pub use disk::open_regular;
pub use document::Document;
pub use journal::{Journal, Recovered, digest, recover};
pub use linked::mend;
pub use location::{
    article_as_named, article_of, claim_file_of, is_article, is_claim_file, refuse_elsewhere,
    repository_of,
};
pub use lock::{Held, Lock};
pub use read::{read, read_text};
pub use schema::schema;
pub use skim::{skim, skim_quotes};
pub use sources::{read_sources, write_sources};
pub use state::{is_first_time, journal_path, name_for, remember, remembered};
pub use temporary::sweep;
pub use write::write;
