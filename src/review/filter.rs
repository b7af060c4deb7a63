//! Which claims are listed.

use crate::claim::{Claim, Status};

/// Which claims are listed. The default lists all but the dismissed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only claims of this status.
    pub status: Option<Status>,
    /// Also what was dismissed.
    pub dismissed: bool,
}

impl Filter {
    /// Whether `claim` is listed.
    pub fn lists(&self, claim: &Claim) -> bool {
        (self.dismissed || !claim.dismissed)
            && self.status.is_none_or(|status| claim.status() == status)
    }

    /// Whether it hides anything but dismissed claims.
    pub fn narrows(&self) -> bool {
        self.status.is_some()
    }
}
