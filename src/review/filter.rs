//! Which claims are listed.

use crate::claim::{Claim, Status};
use crate::review::{Conditions, Pass, Seen};

/// Which claims are listed. The default lists all but the dismissed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Only claims of this status.
    pub status: Option<Status>,
    /// Also what was dismissed.
    pub dismissed: bool,
    /// Only claims of this pass.
    pub pass: Option<Pass>,
    /// Only claims that meet these.
    pub conditions: Conditions,
}

impl Filter {
    /// The claims that meet `conditions`; dismissed ones where they ask for them.
    pub fn of(conditions: Conditions) -> Self {
        Self {
            dismissed: conditions.ask_for_dismissed(),
            conditions,
            ..Self::default()
        }
    }

    /// Whether `claim` is listed, whose verdicts come to `status` for whoever looks.
    pub fn lists(&self, claim: &Claim, status: Status, seen: Seen<'_>) -> bool {
        (self.dismissed || !claim.dismissed)
            && self.status.is_none_or(|it| it == status)
            && self.pass.is_none_or(|it| it.lists(claim, seen))
            && self.conditions.hold(claim, seen)
    }

    /// Whether it hides anything but dismissed claims.
    pub fn narrows(&self) -> bool {
        let leaves_out = |it: Pass| it != Pass::Whole;
        self.status.is_some() || self.pass.is_some_and(leaves_out) || !self.conditions.is_empty()
    }
}
