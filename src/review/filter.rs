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
    /// Whether `claim` is listed, whose verdicts come to `status` for whoever looks.
    pub fn lists(&self, claim: &Claim, status: Status) -> bool {
        (self.dismissed || !claim.dismissed) && self.status.is_none_or(|it| it == status)
    }

    /// Whether it hides anything but dismissed claims.
    pub fn narrows(&self) -> bool {
        self.status.is_some()
    }
}
