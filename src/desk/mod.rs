//! Row 7: the runtime.
//!
//! Opens articles and claim files, saves, reads the clock, starts the editor:
//! everything that the interface and the command line ask for and that is not
//! pure. It carries out and decides nothing. May use disk, clock, processes,
//! threads and the environment.

mod articles;
mod bounds;
mod clock;
mod discover;
mod draft;
mod gather;
mod history;
mod keeper;
mod loaded;
mod made;
mod mark;
mod merge;
mod open;
mod outside;
mod pairs;
mod practice;
mod recall;
mod recover;
mod remembered;
mod repository;
mod revisions;
mod saver;
mod session;
mod splitter;
mod steps;
mod surroundings;
mod unite;
mod watch;

pub use articles::{Reading, read_article, read_bytes};
pub use clock::{now, today};
pub use discover::{FolderContent, claim_files, content_of, named_claim_file};
pub use draft::{Written, cuts, left_out, propose, write_claims};
pub use gather::{Gathered, article_row, gather};
pub use history::{Judged, judgements};
pub use loaded::{Loaded, Weighed, claims_of, load, read_claims, read_file, standings_of, weigh};
pub use mark::{Marked, mark};
pub use merge::{Outcome, Three, merge, merge_lines};
pub use open::{Opened, look, open};
pub use outside::{edit, edit_sources, end_editor, open_url};
pub use practice::{Practice, practice};
pub use recall::Recall;
pub use remembered::{is_first_time, layout};
pub use repository::{called, install, uninstall};
pub use revisions::{FileChanges, Point, changes_between, is_revision};
pub use saver::Report;
pub use session::Desk;
pub use surroundings::wants_colour;
pub use unite::{United, unite};
