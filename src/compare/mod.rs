//! Row 3: claim files compared.
//!
//! What changed between two claim files, what a three-way merge of them is, and
//! how far reviewers agree. All by claim, reviewer and source, never by line.
//! Pure code only: whoever has revisions or files reads them first.

mod agreement;
mod change;
mod diff;
mod merge;
mod overruled;
mod pairing;
mod panel;
mod settlement;
mod source;

pub use agreement::{
    Unit, cohens_kappa, confusion, disputed, fleiss_kappa, krippendorffs_alpha, share_agreed,
};
pub use change::{Change, Field, cited};
pub use diff::diff;
pub use merge::{Merged, Place, merge};
pub use overruled::{Overruled, overruled};
pub use pairing::{out_of_order, renamed};
pub use panel::{Judges, Panel, Row};
pub use settlement::{Accord, Settlement, holds_both};
